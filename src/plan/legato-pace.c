/* legato-pace.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <math.h>

#include "legato-pace.h"

/* How far a hand travels from the lowest edge of @zones to the highest, in millimetres; 0 for no
 * zones. */
static double
get_distance_mm (GPtrArray *zones)
{
  int from = G_MAXINT;
  int to = G_MININT;

  g_assert (zones != NULL);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      from = MIN (from, zone->from);
      to = MAX (to, zone->to);
    }

  return zones->len > 0 ? (to - from) * LEGATO_LEG_CM / 100.0 : 0.0;
}

/**
 * legato_pace_get_glide_seconds:
 * @technique: one whose strokes have a pace, see #LegatoTechnique
 * @zones: (element-type LegatoZone): what it goes over
 *
 * Returns: how long one glide takes at the comfortable pace, in seconds
 */
double
legato_pace_get_glide_seconds (const LegatoTechnique *technique, GPtrArray *zones)
{
  double seconds = 0.0;

  g_return_val_if_fail (technique != NULL && technique->pace_mm_s > 0 && zones != NULL, 1.0);

  seconds = get_distance_mm (zones) / technique->pace_mm_s;
  return CLAMP (seconds, technique->min_stroke_ms / 1000.0, technique->max_stroke_ms / 1000.0);
}

/** Returns: the shortest time in seconds that a glide of @technique over @zones may take; even one
 * over a small zone takes its time */
double
legato_pace_get_shortest_glide_seconds (const LegatoTechnique *technique, GPtrArray *zones)
{
  g_return_val_if_fail (technique != NULL && technique->max_pace_mm_s > 0 && zones != NULL, 1.0);

  return MAX (technique->min_stroke_ms / 1000.0,
              get_distance_mm (zones) / technique->max_pace_mm_s);
}

/**
 * legato_pace_get_least_seconds:
 * @zones: (element-type LegatoZone): what it goes over; may be empty
 *
 * Returns: the shortest step, in whole seconds, in which one stroke of @technique has room, with
 * the approach before it and, should it be the last step, the chime after it; for an exercise the
 * shortest that is worth while
 */
guint
legato_pace_get_least_seconds (const LegatoTechnique *technique, GPtrArray *zones)
{
  double stroke = 0.0;

  g_return_val_if_fail (technique != NULL, 1);

  if (technique->kind == LEGATO_TECHNIQUE_EXERCISE)
    return technique->step_min_s;
  stroke = technique->beat_ms / 1000.0;
  if (technique->hold_min_s > 0)
    stroke = technique->hold_min_s;
  else if (technique->beat_ms == 0)
    stroke = legato_pace_get_shortest_glide_seconds (technique, zones);

  return (guint) ceil (LEGATO_PACE_APPROACH_S + stroke + LEGATO_PACE_CHIME_S);
}
