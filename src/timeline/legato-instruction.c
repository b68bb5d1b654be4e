/* legato-instruction.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-timeline"

#include "config.h"

#include "legato-instruction.h"

/* The routine, or what a session for a goal is composed of. */
static const LegatoRoutine *
get_content (LegatoPlan *plan)
{
  const char *goal = legato_goal_to_id (legato_plan_get_goal (plan));

  if (legato_plan_get_routine (plan) != NULL)
    return legato_plan_get_routine (plan);
  return goal != NULL ? legato_guide_find_goal (legato_plan_get_guide (plan), goal) : NULL;
}

/* Whether any step is as it is because of a pregnancy: then nobody lies flat on the back. */
static gboolean
is_for_pregnancy (LegatoPlan *plan)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      GPtrArray *reasons = legato_plan_get_step (plan, i)->reasons;

      for (guint r = 0; r < reasons->len; r++)
        if (g_str_has_prefix (((const LegatoReason *) g_ptr_array_index (reasons, r))->id,
                              "pregnancy"))
          return TRUE;
    }
  return FALSE;
}

static guint
get_needs (LegatoPlan *plan)
{
  const LegatoRoutine *content = get_content (plan);
  guint needs = LEGATO_NEED_NONE;

  if (content != NULL && content->dressed)
    needs |= LEGATO_NEED_OFF_THE_FLOOR;
  if (is_for_pregnancy (plan))
    needs |= LEGATO_NEED_OFF_THE_BACK;
  return needs;
}

/**
 * legato_instruction_read:
 * @self: (out caller-allocates): filled
 * @step: index of a step of @plan
 */
void
legato_instruction_read (LegatoInstruction *self, LegatoPlan *plan, guint step)
{
  const LegatoRoutine *content = NULL;
  const LegatoPosition *before = NULL;
  const LegatoStep *told = NULL;
  LegatoHelp help = LEGATO_HELP_ALONE;
  guint needs = LEGATO_NEED_NONE;

  g_return_if_fail (self != NULL && plan != NULL);
  g_return_if_fail (step < legato_plan_get_n_steps (plan));

  content = get_content (plan);
  needs = get_needs (plan);
  told = legato_plan_get_step (plan, step);
  if (content != NULL && content->partner)
    help = LEGATO_HELP_PARTNER;

  *self = (LegatoInstruction){
    .is_new = TRUE,
    .how = told->technique->brief.text,
    .tempo = told->technique->tempo.text,
    .caution = told->technique->caution.text,
    .pressure = told->zones->len > 0 ? legato_pressure_get_words (told->pressure) : NULL,
  };

  /* What is not said of a step stays as it was. */
  for (guint i = 0; i <= step; i++)
    {
      const LegatoStep *at = legato_plan_get_step (plan, i);
      const LegatoReach *reach = NULL;

      before = self->position;
      if (at->zones->len > 0)
        reach = legato_technique_find_reach (at->technique, at->zones, help, needs);
      if (reach != NULL)
        self->position = reach->position;
      else if (at->technique->position != NULL)
        self->position = at->technique->position;
      self->reach = reach != NULL ? reach->text.text : NULL;
      if (i < step && at->technique == told->technique)
        self->is_new = FALSE;
    }
  self->moves = self->position != before;
}
