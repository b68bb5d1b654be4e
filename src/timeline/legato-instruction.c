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

static guint
get_needs (LegatoPlan *plan)
{
  const LegatoRoutine *content = get_content (plan);
  guint needs = legato_plan_get_needs (plan);

  if (content != NULL && content->dressed)
    needs |= LEGATO_NEED_OFF_THE_FLOOR;
  return needs;
}

/* (nullable): what is said of the technique on the places of @step, if that is alike on each. */
static const LegatoUse *
find_use (const LegatoStep *step)
{
  const LegatoUse *first = NULL;

  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoUse *use =
          legato_zone_find_use (g_ptr_array_index (step->zones, i), step->technique);

      if (use == NULL || (first != NULL && !g_str_equal (use->brief.text, first->brief.text)))
        return NULL;
      first = use;
    }
  return first;
}

static const char *
get_how (const LegatoStep *step)
{
  const LegatoUse *use = find_use (step);

  return use != NULL ? use->brief.text : step->technique->brief.text;
}

static const char *
get_caution (const LegatoStep *step)
{
  const LegatoUse *use = find_use (step);

  return use != NULL ? use->caution.text : step->technique->caution.text;
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
    .presses_otherwise = told->zones->len > 0,
    .how = get_how (told),
    .tempo = told->technique->tempo.text,
    .caution = get_caution (told),
    .pressure = told->zones->len > 0 ? legato_pressure_get_words (told->pressure) : NULL,
    .dose = told->zones->len > 0 ? NULL : told->technique->dose.text,
    .why = told->zones->len > 0 ? NULL : told->technique->why.text,
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
      if (i == step || at->technique != told->technique)
        continue;
      if (g_str_equal (get_how (at), self->how))
        self->is_new = FALSE;
      self->presses_otherwise = told->zones->len > 0 && at->pressure != told->pressure;
    }
  self->moves = self->position != before;
}

/**
 * legato_instruction_list:
 *
 * Returns: (transfer container) (element-type utf8): what is worth saying as the step begins, one
 *   sentence or two each, the most important first; empty if its name will do
 */
GPtrArray *
legato_instruction_list (const LegatoInstruction *self)
{
  const char *const told[] = {
    self->moves ? self->reach : NULL,
    self->is_new ? self->how : NULL,
    self->presses_otherwise ? self->pressure : NULL,
    self->is_new ? self->caution : NULL,
    self->is_new ? self->tempo : NULL,
    self->is_new ? self->dose : NULL,
    self->is_new ? self->why : NULL,
  };
  GPtrArray *list = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if (told[i] != NULL)
      g_ptr_array_add (list, (gpointer) told[i]);
  return list;
}
