/* legato-routine-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-pace.h"
#include "legato-planner.h"
#include "legato-routine-check.h"
#include "legato-routine.h"

/* All that the swelling routine is made of (docs/domain.md §5). */
static gboolean
drains (const LegatoTechnique *technique)
{
  return technique->stroke == LEGATO_STROKE_GLIDE || technique->stroke == LEGATO_STROKE_LYMPH;
}

static void
fault_free (gpointer data)
{
  LegatoFault *fault = data;

  g_free (fault->words);
  g_free (fault->mend);
  g_free (fault);
}

static void
add_fault (GPtrArray *faults, const char *rule, const char *words, const char *mend, int step)
{
  LegatoFault *fault = g_new0 (LegatoFault, 1);

  fault->rule = rule;
  fault->words = g_strdup (words);
  fault->mend = g_strdup (mend);
  fault->step = step;
  g_ptr_array_add (faults, fault);
}

/* The zones that the hands touch: those they lift over are none. */
static GPtrArray *
dup_touched (const LegatoRoutineStep *step)
{
  GPtrArray *zones = g_ptr_array_new ();

  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoUse *use = legato_zone_find_use (step->zones->pdata[i], step->technique);

      if (use == NULL || !use->lifted)
        g_ptr_array_add (zones, step->zones->pdata[i]);
    }
  return zones;
}

/** Returns: the shortest time, in seconds, in which @step can be done */
guint
legato_routine_step_get_least_seconds (const LegatoRoutineStep *step)
{
  g_autoptr (GPtrArray) zones = NULL;

  g_return_val_if_fail (step != NULL, 1);

  zones = dup_touched (step);
  return legato_pace_get_least_seconds (step->technique, zones);
}

/** Returns: the longest time, in seconds, that @step may take */
guint
legato_routine_step_get_most_seconds (const LegatoRoutineStep *step)
{
  guint most = LEGATO_ROUTINE_MAX_STEP_S;

  g_return_val_if_fail (step != NULL, 1);

  if (step->technique->max_s > 0 && step->zones->len > 0)
    most = MIN (most, step->technique->max_s * step->zones->len);
  return MAX (most, legato_routine_step_get_least_seconds (step));
}

/** Returns: the firmest that the technique of @step may press on all of its zones */
LegatoPressure
legato_routine_step_get_cap (const LegatoRoutineStep *step)
{
  LegatoPressure cap = LEGATO_PRESSURE_MODERATE;

  g_return_val_if_fail (step != NULL, LEGATO_PRESSURE_FEATHER);

  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoUse *use = legato_zone_find_use (step->zones->pdata[i], step->technique);

      if (use != NULL && !use->lifted)
        cap = MIN (cap, use->pressure);
    }
  return cap;
}

/* Faults that no rule names, as the planner never makes a plan that has them. */
static void
find_step_faults (GPtrArray *faults, const LegatoRoutine *routine)
{
  for (guint i = 0; i < legato_routine_get_n_steps (routine); i++)
    {
      const LegatoRoutineStep *step = legato_routine_get_step (routine, i, NULL);
      guint least = legato_routine_step_get_least_seconds (step);
      g_autoptr (GPtrArray) touched = dup_touched (step);

      if (step->zones->len > 0 && touched->len == 0)
        {
          add_fault (faults, "P-POP", _ ("Your hands lift over every place of this step."),
                     _ ("Choose a place that is touched."), (int) i);
        }
      else if (step->seconds < least)
        {
          g_autofree char *mend = g_strdup_printf (
              ngettext ("Give it %u second at least.", "Give it %u seconds at least.", least),
              least);

          add_fault (faults, NULL, _ ("This step is too short for a single stroke."), mend,
                     (int) i);
        }
      if (!routine->distal_first && step->technique->kind != LEGATO_TECHNIQUE_EXERCISE
          && !drains (step->technique))
        add_fault (faults, "P-ORDER",
                   _ ("A routine that begins at the thigh consists of soft strokes only."),
                   _ ("Choose gliding or lymph strokes."), (int) i);
    }
}

/* Which step of @routine the step of a plan comes from, or -1. */
static int
find_origin (const LegatoRoutine *routine, LegatoPlan *plan, int index)
{
  if (index < 0)
    return -1;
  for (guint i = 0; i < legato_routine_get_n_steps (routine); i++)
    if (legato_routine_get_step (routine, i, NULL)
        == legato_plan_get_step (plan, (guint) index)->origin)
      return (int) i;
  return -1;
}

static void
find_breaches (GPtrArray *faults, LegatoGuide *guide, const LegatoRoutine *routine)
{
  g_auto (GStrv) tools = legato_routine_dup_tools (routine);
  const LegatoRequest request = {
    .routine = routine,
    .legs = LEGATO_LEG_BOTH,
    .tools = (const char *const *) tools,
  };
  g_autoptr (LegatoPlan) plan = legato_planner_make_as_written (guide, &request);
  g_autoptr (GPtrArray) breaches = legato_safety_find_breaches (plan, &request);
  g_autoptr (LegatoPlan) made = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < breaches->len; i++)
    {
      const LegatoBreach *breach = g_ptr_array_index (breaches, i);

      if (g_str_equal (breach->rule, "P-REACH"))
        continue; /* the planner puts something there that one can reach */
      add_fault (faults, breach->rule, breach->words, breach->mend,
                 find_origin (routine, plan, breach->step));
    }
  if (faults->len > 0)
    return;

  /* The planner may refuse what all checks above let pass. */
  made = legato_planner_make (guide, &request, &error);
  if (made == NULL)
    add_fault (faults, NULL, error->message, "", -1);
}

/**
 * legato_routine_find_faults:
 * @routine: its zones and techniques belong to @guide
 *
 * Looks at @routine as it stands, for somebody with all tools of whom nothing special is known.
 *
 * Returns: (transfer container) (element-type LegatoFault): one for each rule that it breaks, with
 *   the first step that does, and for each step that cannot be done; none if it can be started
 */
GPtrArray *
legato_routine_find_faults (LegatoGuide *guide, const LegatoRoutine *routine)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (fault_free);

  g_return_val_if_fail (guide != NULL && routine != NULL, faults);

  if (legato_routine_get_n_steps (routine) == 0)
    {
      add_fault (faults, NULL, _ ("There is no step yet."), _ ("Add a first step."), -1);
      return faults;
    }
  find_step_faults (faults, routine);
  find_breaches (faults, guide, routine);
  return faults;
}
