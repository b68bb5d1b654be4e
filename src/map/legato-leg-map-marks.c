/* legato-leg-map-marks.c: what is chosen and marked on the leg map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-leg-map-private.h"

/** legato_leg_map_get_selected: (transfer none) (nullable): the chosen zone and its @leg */
const LegatoZone *
legato_leg_map_get_selected (LegatoLegMap *self, LegatoLeg *leg)
{
  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self), NULL);

  return legato_zone_layer_get_selected (self->zones, leg);
}

/** legato_leg_map_set_selected: outlines a zone of the guide, or none; emits nothing */
void
legato_leg_map_set_selected (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone)
{
  LegatoLeg before_leg;
  const LegatoZone *before = legato_leg_map_get_selected (self, &before_leg);

  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  legato_zone_layer_set_selected (self->zones, leg, zone);
  legato_leg_map_set_target (self, leg, zone);
  if (zone != before || (zone != NULL && leg != before_leg))
    legato_leg_map_come_near (self);
}

/** legato_leg_map_set_done: a quiet check mark for a zone that was worked on in this session */
void
legato_leg_map_set_done (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone, gboolean done)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self) && zone != NULL);

  legato_zone_layer_set_done (self->zones, leg, zone, done);
}

/** legato_leg_map_set_blocked: hatches a zone that is better left alone, with a sign beside it */
void
legato_leg_map_set_blocked (LegatoLegMap *self,
                            LegatoLeg leg,
                            const LegatoZone *zone,
                            gboolean blocked)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self) && zone != NULL);

  legato_zone_layer_set_blocked (self->zones, leg, zone, blocked);
}

/** legato_leg_map_set_value: @soreness 0 to 10 as number and tint; -1 for none; %NAN hatches a zone
 * of which it is not known */
void
legato_leg_map_set_value (LegatoLegMap *self,
                          LegatoLeg leg,
                          const LegatoZone *zone,
                          double soreness)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self) && zone != NULL);
  g_return_if_fail (isnan (soreness) || (soreness >= -1 && soreness <= 10));

  legato_zone_layer_set_value (self->zones, leg, zone, soreness);
}

/** legato_leg_map_clear_marks: takes away all check marks, hatches and numbers */
void
legato_leg_map_clear_marks (LegatoLegMap *self)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  legato_zone_layer_clear_marks (self->zones);
}
