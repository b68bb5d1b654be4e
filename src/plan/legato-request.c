/* legato-request.c: what has to be at hand before a session starts, and what stands in its way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-planner.h"
#include "legato-safety.h"

static gboolean
is_uncleared (const LegatoAdvice *advice, const LegatoPerson *person)
{
  LegatoCondition condition = 0;

  return person != NULL && legato_safety_needs_clearance (advice)
         && legato_condition_from_id (advice->flag, &condition) && (person->conditions & condition)
         && !(person->cleared & condition);
}

/**
 * legato_planner_get_refusals:
 * @flags: (nullable): %NULL-terminated ids of the red flags that are there today
 * @person: (nullable): who may have conditions that no clinician has agreed to (R-UNCLEARED)
 *
 * Returns: (transfer container) (element-type LegatoAdvice): the advice that stands in the way of
 *   any session, most urgent first; empty if nothing does
 */
GPtrArray *
legato_planner_get_refusals (LegatoGuide *guide,
                             const char *const *flags,
                             const LegatoPerson *person)
{
  GPtrArray *all = NULL;
  GPtrArray *refusals = g_ptr_array_new ();

  g_return_val_if_fail (guide != NULL, refusals);

  all = legato_guide_get_advice (guide);
  for (int urgency = LEGATO_URGENCY_EMERGENCY; urgency >= LEGATO_URGENCY_SOON; urgency--)
    {
      for (guint i = 0; i < all->len; i++)
        {
          LegatoAdvice *advice = g_ptr_array_index (all, i);
          gboolean flagged = flags != NULL && legato_safety_is_red_flag (advice)
                             && g_strv_contains (flags, advice->flag);

          if ((int) advice->urgency == urgency && (flagged || is_uncleared (advice, person)))
            g_ptr_array_add (refusals, advice);
        }
    }
  return refusals;
}

static void
collect_tools (GStrvBuilder *builder, GHashTable *seen, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const char *tool =
          ((const LegatoRoutineStep *) g_ptr_array_index (steps, i))->technique->tool;

      if (tool != NULL && g_hash_table_add (seen, (gpointer) tool))
        g_strv_builder_add (builder, tool);
    }
}

/** Returns: (transfer full): %NULL-terminated ids of the tools @routine needs, in order of use */
char **
legato_routine_dup_tools (const LegatoRoutine *routine)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (routine != NULL, NULL);

  collect_tools (builder, seen, routine->before);
  collect_tools (builder, seen, routine->leg_steps);
  collect_tools (builder, seen, routine->after);

  return g_strv_builder_end (builder);
}

/** Returns: (transfer full): %NULL-terminated ids of the tools that a plan for @request needs */
char **
legato_request_dup_tools (const LegatoRequest *request)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const LegatoTechnique *technique = NULL;

  g_return_val_if_fail (request != NULL, NULL);

  if (request->routine != NULL)
    return legato_routine_dup_tools (request->routine);

  technique = request->technique;
  if (technique == NULL && request->zone != NULL)
    technique = legato_planner_choose_technique (request->zone);
  if (technique != NULL && technique->tool != NULL)
    g_strv_builder_add (builder, technique->tool);
  return g_strv_builder_end (builder);
}
