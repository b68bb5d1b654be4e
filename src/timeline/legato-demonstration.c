/* legato-demonstration.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-timeline"

#include "config.h"

#include "legato-demonstration.h"

/* No demonstration is shorter, in seconds, so that brief strokes are seen several times; and so
 * long are the approach before a pass over the place and the end after it. */
#define LEAST_SECONDS 18
#define AROUND_SECONDS 4

/**
 * legato_demonstration_new:
 * @use: the technique and the zone
 *
 * The technique as a session would have it, at its true speed, with the firmest pressure that the
 * zone bears, long enough for a whole pass over it. A hold lasts its shortest dose.
 *
 * Returns: (transfer full): a timeline of one step, to be repeated
 */
LegatoTimeline *
legato_demonstration_new (LegatoGuide *guide, LegatoLeg leg, const LegatoUse *use)
{
  g_autoptr (LegatoPlan) plan = NULL;
  GPtrArray *steps = NULL;
  LegatoStep *step = NULL;
  guint pass = 0;

  g_return_val_if_fail (guide != NULL && use != NULL, NULL);

  pass = MAX (use->technique->pass_ms, use->technique->max_stroke_ms);
  pass = (pass + 999) / 1000 + AROUND_SECONDS;
  step = legato_step_new (leg, LEGATO_PHASE_WORK, use->technique, use->pressure,
                          MAX (MAX (LEAST_SECONDS, pass), use->technique->hold_min_s));
  g_ptr_array_add (step->zones, (gpointer) use->zone);
  steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  g_ptr_array_add (steps, step);
  plan = legato_plan_new (guide, NULL, steps);
  return legato_timeline_new (plan, 0);
}
