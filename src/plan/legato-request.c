/* legato-request.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-request.h"

/** Returns: whether another person's hands do it, so that more is within reach (P-REACH) */
gboolean
legato_request_is_for_partner (const LegatoRequest *request)
{
  g_return_val_if_fail (request != NULL, FALSE);
  return request->goal == LEGATO_GOAL_PARTNER
         || (request->routine != NULL && request->routine->partner);
}

/** Returns: (transfer none): how what is asked for is called: a routine, a place, or a goal */
const char *
legato_request_get_name (const LegatoRequest *request, LegatoGuide *guide)
{
  g_return_val_if_fail (request != NULL && guide != NULL, "");

  if (request->routine != NULL)
    return request->routine->name;
  if (request->zone != NULL)
    return request->zone->name;
  return legato_guide_find_goal (guide, legato_goal_to_id (request->goal))->name;
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

/** Returns: (transfer full): %NULL-terminated ids of the tools that @routine makes use of for a
 * person who has them, and does not need */
char **
legato_routine_dup_optional_tools (const LegatoRoutine *routine)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) needed = NULL;

  g_return_val_if_fail (routine != NULL, NULL);

  needed = legato_routine_dup_tools (routine);
  for (gsize i = 0; needed[i] != NULL; i++)
    g_hash_table_add (seen, needed[i]);
  for (guint i = 0; i < routine->leg_steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (routine->leg_steps, i);

      for (guint t = 0; t < step->instead->len; t++)
        {
          const char *tool = ((const LegatoTechnique *) step->instead->pdata[t])->tool;

          if (g_hash_table_add (seen, (gpointer) tool))
            g_strv_builder_add (builder, tool);
        }
    }
  if (routine->closing != NULL
      && g_hash_table_add (seen, (gpointer) routine->closing->technique->tool))
    g_strv_builder_add (builder, routine->closing->technique->tool);
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

/**
 * legato_planner_choose_technique:
 *
 * Returns: (transfer none) (nullable): what @zone is first worked with: the first technique that
 *   presses as firmly as the zone bears and that one can do alone, by hand if there is one; %NULL
 * if it is lifted over
 */
const LegatoTechnique *
legato_planner_choose_technique (const LegatoZone *zone)
{
  const LegatoTechnique *tool = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  if (zone->lift_over)
    return NULL;
  for (guint i = 0; i < zone->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (zone->uses, i);

      if (use->pressure != zone->max_pressure || !(use->help & LEGATO_HELP_ALONE))
        continue;
      if (use->technique->kind == LEGATO_TECHNIQUE_HANDS)
        return use->technique;
      if (tool == NULL)
        tool = use->technique;
    }
  return tool;
}
