/* legato-pace.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <math.h>

#include "legato-pace.h"

/**
 * legato_pace_get_way_cm:
 * @zones: (element-type LegatoZone)
 *
 * Returns: how far a hand travels from the lowest edge of @zones to the highest, in centimetres;
 *   0 for no zones
 */
double
legato_pace_get_way_cm (GPtrArray *zones)
{
  int from = G_MAXINT;
  int to = G_MININT;

  g_return_val_if_fail (zones != NULL, 0.0);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      from = MIN (from, zone->from);
      to = MAX (to, zone->to);
    }

  return zones->len > 0 ? (to - from) * LEGATO_LEG_CM / 1000.0 : 0.0;
}

/** Returns: the shortest time in seconds that a glide over @zones may take */
double
legato_pace_get_glide_seconds (GPtrArray *zones)
{
  return MAX (LEGATO_PACE_GLIDE_MIN_S, legato_pace_get_way_cm (zones) / LEGATO_PACE_GLIDE_MAX_CM_S);
}

/**
 * legato_pace_get_least_seconds:
 *
 * Returns: the shortest step, in whole seconds, in which one stroke of @technique over @zones has
 *   room, with the approach before it and, should it be the last step, the chime after it
 */
guint
legato_pace_get_least_seconds (const LegatoTechnique *technique, GPtrArray *zones)
{
  double stroke = technique->beat_ms / 1000.0;

  g_return_val_if_fail (technique != NULL, 1);

  if (technique->kind == LEGATO_TECHNIQUE_EXERCISE)
    return 5;
  if (technique->hold_min_s > 0)
    stroke = technique->hold_min_s;
  else if (technique->beat_ms == 0)
    stroke = legato_pace_get_glide_seconds (zones);

  return (guint) ceil (LEGATO_PACE_APPROACH_S + stroke + LEGATO_PACE_CHIME_S);
}
