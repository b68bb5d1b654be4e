/* legato-plan-routine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-plan-routine.h"

/* Whether the hands lift over @zone on the way of @step, which @origin says. */
static gboolean
is_lifted_over (const LegatoStep *step, const LegatoZone *zone)
{
  const LegatoUse *use = legato_zone_find_use (zone, step->technique);
  const LegatoZone *first = step->zones->pdata[0];
  const LegatoZone *last = step->zones->pdata[step->zones->len - 1];

  return use != NULL && use->lifted && first->rank < zone->rank && zone->rank < last->rank;
}

static LegatoRoutineStep *
make_step (const LegatoStep *step)
{
  LegatoRoutineStep *made =
      legato_routine_step_new (step->phase, step->technique, step->pressure, step->seconds);
  const LegatoRoutineStep *origin = step->origin;
  guint at = 0;

  g_ptr_array_extend (made->zones, step->zones, NULL, NULL);
  if (origin == NULL || origin->technique != step->technique)
    return made;
  made->brisk = origin->brisk;
  for (guint i = 0; made->zones->len > 0 && i < origin->zones->len; i++)
    {
      const LegatoZone *zone = origin->zones->pdata[i];

      if (!is_lifted_over (step, zone))
        continue;
      while (((const LegatoZone *) made->zones->pdata[at])->rank < zone->rank)
        at++;
      g_ptr_array_insert (made->zones, (int) at, (gpointer) zone);
    }
  return made;
}

/* The leg whose turn comes first; the other one's is like it. */
static LegatoLeg
find_first_leg (LegatoPlan *plan)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (legato_plan_get_step (plan, i)->leg != LEGATO_LEG_BOTH)
      return legato_plan_get_step (plan, i)->leg;
  return LEGATO_LEG_BOTH;
}

/* Whose hands do it, how it is sat for, and what to see to before: a partner's session stays one,
 * so that nothing of it counts as the user's own. */
static void
copy_manner (LegatoRoutine *routine, LegatoPlan *plan)
{
  const LegatoRoutine *content = legato_plan_get_routine (plan);
  LegatoGoal goal = legato_plan_get_goal (plan);

  if (content == NULL && goal != LEGATO_GOAL_NONE)
    content = legato_guide_find_goal (legato_plan_get_guide (plan), legato_goal_to_id (goal));
  if (content == NULL)
    return;
  routine->partner = content->partner;
  routine->dressed = content->dressed;
  routine->no_rest = content->no_rest;
  routine->prepare = g_strdup (content->prepare);
  g_ptr_array_extend (routine->preparation, content->preparation, NULL, NULL);
}

/**
 * legato_plan_make_routine:
 *
 * A routine says for each leg the same; what differs between the legs of this person is found anew
 * whenever it is planned.
 *
 * Returns: (transfer full): an own routine with the steps of @plan and its title, for whom @plan is
 */
LegatoRoutine *
legato_plan_make_routine (LegatoPlan *plan)
{
  g_autofree char *id = legato_routine_make_id ();
  LegatoRoutine *routine = NULL;
  LegatoLeg first = LEGATO_LEG_BOTH;
  gboolean turns = FALSE;

  g_return_val_if_fail (plan != NULL, NULL);

  routine = legato_routine_new (id, legato_plan_get_title (plan));
  copy_manner (routine, plan);
  first = find_first_leg (plan);
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      LegatoRoutinePart part = LEGATO_PART_LEG;

      turns = turns || step->leg != LEGATO_LEG_BOTH;
      if (step->leg == LEGATO_LEG_BOTH)
        part = turns ? LEGATO_PART_AFTER : LEGATO_PART_BEFORE;
      else if (step->leg != first)
        continue;
      g_ptr_array_add (legato_routine_get_part (routine, part), make_step (step));
    }
  return routine;
}
