/* legato-remainder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-pace.h"
#include "legato-remainder.h"

static gboolean
is_spared (GPtrArray *spared, LegatoLeg leg, const LegatoZone *zone)
{
  for (guint i = 0; i < spared->len; i++)
    {
      const LegatoPlace *place = g_ptr_array_index (spared, i);

      if (place->zone == zone && (place->leg == leg || leg == LEGATO_LEG_BOTH))
        return TRUE;
    }
  return FALSE;
}

/* A hand must not cross a place that hurts: of a way over several zones, the longest stretch
 * without one is left; of two as long, the one nearer to the heart (P-BLOCK). */
static GPtrArray *
find_longest_stretch (const LegatoStep *step, GPtrArray *spared)
{
  GPtrArray *longest = g_ptr_array_new ();
  g_autoptr (GPtrArray) stretch = g_ptr_array_new ();

  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (step->zones, i);

      if (is_spared (spared, step->leg, zone))
        {
          g_ptr_array_set_size (stretch, 0);
          continue;
        }
      g_ptr_array_add (stretch, (gpointer) zone);
      if (stretch->len >= longest->len)
        {
          g_ptr_array_set_size (longest, 0);
          g_ptr_array_extend (longest, stretch, NULL, NULL);
        }
    }
  return longest;
}

/* Step @step as far as it may be done, in at most @seconds; %NULL if nothing of it is left. */
static LegatoStep *
spare (const LegatoStep *step, guint seconds, GPtrArray *spared)
{
  const LegatoTechnique *technique = step->technique;
  g_autoptr (GPtrArray) zones = find_longest_stretch (step, spared);
  LegatoStep *copy = NULL;

  if (step->zones->len > 0 && zones->len == 0)
    return NULL;
  if (technique->max_s > 0 && zones->len > 0)
    seconds = MIN (seconds, technique->max_s * zones->len);
  if (seconds < legato_pace_get_least_seconds (technique, zones) && seconds < step->seconds)
    return NULL;

  copy = legato_step_new (step->leg, step->phase, technique, step->pressure, seconds);
  copy->travel = step->travel;
  g_ptr_array_extend (copy->zones, zones, NULL, NULL);
  copy->origin = step->origin;
  g_ptr_array_extend (copy->reasons, step->reasons, NULL, NULL);
  if (zones->len < step->zones->len)
    {
      static LegatoReason reason = { "P-BLOCK", NULL };

      reason.text = _ ("Shortened: it leaves out the place that hurt.");
      g_ptr_array_add (copy->reasons, &reason);
    }
  return copy;
}

/**
 * legato_remainder_make:
 * @position: nanoseconds on @timeline
 * @spared: (element-type LegatoPlace): nothing touches or crosses these any more
 *
 * Returns: (transfer full) (nullable): a plan of what comes after @position; %NULL if nothing that
 *   touches a leg is left
 */
LegatoPlan *
legato_remainder_make (LegatoTimeline *timeline, gint64 position, GPtrArray *spared)
{
  LegatoPlan *plan = legato_timeline_get_plan (timeline);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  int at = legato_timeline_find_step (timeline, position);
  gboolean touches = FALSE;

  for (guint i = (guint) MAX (at, 0); i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      gint64 elapsed = MAX (position - legato_timeline_get_step_onset (timeline, i), 0);
      guint seconds = step->seconds - (guint) MIN (elapsed / LEGATO_SECOND, step->seconds);
      LegatoStep *left = seconds > 0 ? spare (step, seconds, spared) : NULL;

      if (left == NULL)
        continue;
      touches = touches || left->zones->len > 0;
      g_ptr_array_add (steps, left);
    }
  if (!touches)
    return NULL;
  return legato_plan_new_full (legato_plan_get_guide (plan), legato_plan_get_routine (plan),
                               legato_plan_get_goal (plan), g_steal_pointer (&steps),
                               g_ptr_array_ref (legato_plan_get_left_out (plan)));
}
