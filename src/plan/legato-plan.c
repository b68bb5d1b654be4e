/* legato-plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-plan.h"

struct _LegatoPlan
{
  LegatoGuide *guide;
  const LegatoRoutine *routine;
  LegatoGoal goal;
  GPtrArray *steps;
  GPtrArray *left_out;
  guint seconds;
  guint requested_seconds;
  guint needs;
};

G_DEFINE_QUARK (legato_plan_error, legato_plan_error)
G_DEFINE_BOXED_TYPE (LegatoPlan, legato_plan, legato_plan_ref, legato_plan_unref)

/**
 * legato_step_new:
 * @leg: whose leg
 * @technique: what the hands do; lives as long as its guide
 * @seconds: length, 1 or more
 *
 * A step without zones and reasons, to be filled by the caller before it goes into a plan.
 *
 * Returns: (transfer full): free with legato_step_free()
 */
LegatoStep *
legato_step_new (LegatoLeg leg,
                 LegatoPhase phase,
                 const LegatoTechnique *technique,
                 LegatoPressure pressure,
                 guint seconds)
{
  LegatoStep *self = NULL;

  g_return_val_if_fail (technique != NULL, NULL);
  g_return_val_if_fail (seconds > 0, NULL);

  self = g_new0 (LegatoStep, 1);
  self->leg = leg;
  self->phase = phase;
  self->technique = technique;
  self->pressure = pressure;
  self->travel = technique->travel;
  self->seconds = seconds;
  self->zones = g_ptr_array_new ();
  self->reasons = g_ptr_array_new ();

  return self;
}

/** legato_step_free: frees a step that no plan owns. */
void
legato_step_free (LegatoStep *self)
{
  g_ptr_array_unref (self->zones);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

/**
 * legato_step_get_place:
 *
 * Returns: (transfer none) (nullable): where the hands are, translated: "Left calf", or "Right leg"
 *   when they pass over several zones or stretch it; %NULL for an exercise of both legs
 */
const char *
legato_step_get_place (const LegatoStep *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->zones->len == 0 && self->leg == LEGATO_LEG_BOTH)
    return NULL;
  if (self->zones->len == 1 && self->leg != LEGATO_LEG_BOTH)
    return ((const LegatoZone *) g_ptr_array_index (self->zones, 0))->side_names[self->leg];
  return legato_leg_get_name (self->leg);
}

/**
 * legato_step_dup_title:
 *
 * What a person reads or hears as the step's name: "Left calf: Kneading", "Right leg: Gliding" when
 * the hands pass over several zones, "Walk on the spot" for an exercise.
 *
 * Returns: (transfer full): a translated string
 */
char *
legato_step_dup_title (const LegatoStep *self)
{
  const char *place = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  place = legato_step_get_place (self);
  if (place == NULL)
    return g_strdup (self->technique->name);
  /* Translators: a place on the leg and what the hands do there, as in "Left calf: Kneading" */
  return g_strdup_printf (C_ ("place and technique", "%s: %s"), place, self->technique->name);
}

/**
 * legato_step_dup_reach:
 *
 * Returns: (transfer full) (nullable): from where to where the hands pass, "Foot to Calf"; %NULL
 * for a step on one zone, whose title says it, and for exercises
 */
char *
legato_step_dup_reach (const LegatoStep *self)
{
  const LegatoZone *first = NULL;
  const LegatoZone *last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->zones->len < 2)
    return NULL;

  first = g_ptr_array_index (self->zones, 0);
  last = g_ptr_array_index (self->zones, self->zones->len - 1);
  /* Translators: two places on the leg, the hands go from the first to the second */
  return g_strdup_printf (C_ ("places", "%s to %s"), first->name, last->name);
}

/**
 * legato_step_get_shown_zones:
 *
 * Returns: (element-type LegatoZone): what is worked on, and what a stretch, which touches no
 *   place, is felt at
 */
GPtrArray *
legato_step_get_shown_zones (const LegatoStep *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->zones->len > 0 ? self->zones : self->technique->loads;
}

/**
 * legato_step_dup_felt_zones:
 *
 * Returns: (transfer container) (element-type LegatoZone): where it may hurt during the step:
 *   legato_step_get_shown_zones(), and the hollow of the knee if the hands go past it, though they
 *   lift over it; distal to proximal
 */
GPtrArray *
legato_step_dup_felt_zones (const LegatoStep *self, LegatoGuide *guide)
{
  g_autoptr (GPtrArray) felt = g_ptr_array_new ();
  GPtrArray *all = NULL;
  GPtrArray *shown = NULL;
  int bottom = G_MAXINT;
  int top = 0;

  g_return_val_if_fail (self != NULL && guide != NULL, NULL);

  all = legato_guide_get_zones (guide);
  shown = legato_step_get_shown_zones (self);
  for (guint i = 0; i < self->zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (self->zones, i);

      bottom = MIN (bottom, (int) zone->from);
      top = MAX (top, (int) zone->to);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (all, i);

      if (g_ptr_array_find (shown, zone, NULL)
          || (zone->lift_over && bottom < (int) zone->from && top > (int) zone->from))
        g_ptr_array_add (felt, (gpointer) zone);
    }
  return g_steal_pointer (&felt);
}

/**
 * legato_plan_new:
 * @routine: (nullable): the routine it was made from
 * @steps: (transfer full) (element-type LegatoStep): with legato_step_free() as free function
 *
 * Returns: (transfer full): a plan that owns @steps
 */
LegatoPlan *
legato_plan_new (LegatoGuide *guide, const LegatoRoutine *routine, GPtrArray *steps)
{
  return legato_plan_new_full (guide, routine, LEGATO_GOAL_NONE, 0, LEGATO_NEED_NONE, steps, NULL);
}

/**
 * legato_plan_new_full:
 * @routine: (nullable): the routine it was made from
 * @goal: the goal it was made for
 * @requested_seconds: how long it was meant to be, or 0 for as long as it is
 * @needs: #LegatoNeeds bits: how the person may sit or lie
 * @steps: (transfer full) (element-type LegatoStep): with legato_step_free() as free function
 * @left_out: (transfer full) (nullable) (element-type LegatoLeftOut): %NULL if nothing is
 *
 * Returns: (transfer full): a plan that owns @steps and @left_out
 */
LegatoPlan *
legato_plan_new_full (LegatoGuide *guide,
                      const LegatoRoutine *routine,
                      LegatoGoal goal,
                      guint requested_seconds,
                      guint needs,
                      GPtrArray *steps,
                      GPtrArray *left_out)
{
  LegatoPlan *self = NULL;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (steps != NULL, NULL);

  self = g_atomic_rc_box_new0 (LegatoPlan);
  self->guide = legato_guide_ref (guide);
  self->routine = routine;
  self->goal = goal;
  self->requested_seconds = requested_seconds;
  self->needs = needs;
  self->steps = steps;
  self->left_out = left_out != NULL ? left_out : g_ptr_array_new ();
  for (guint i = 0; i < steps->len; i++)
    self->seconds += legato_plan_get_step (self, i)->seconds;

  return self;
}

LegatoPlan *
legato_plan_ref (LegatoPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
legato_plan_clear (gpointer data)
{
  LegatoPlan *self = data;

  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->left_out);
  legato_guide_unref (self->guide);
}

void
legato_plan_unref (LegatoPlan *self)
{
  g_atomic_rc_box_release_full (self, legato_plan_clear);
}

/** Returns: (transfer none): the guide its zones and techniques belong to */
LegatoGuide *
legato_plan_get_guide (LegatoPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->guide;
}

/** Returns: (transfer none) (nullable): the routine it was made from */
const LegatoRoutine *
legato_plan_get_routine (LegatoPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->routine;
}

/** Returns: the goal it was made for, %LEGATO_GOAL_NONE if it was a routine or a zone */
LegatoGoal
legato_plan_get_goal (LegatoPlan *self)
{
  g_return_val_if_fail (self != NULL, LEGATO_GOAL_NONE);
  return self->goal;
}

/** Returns: (transfer none) (nullable): the name of its routine, its goal or its only zone */
const char *
legato_plan_get_title (LegatoPlan *self)
{
  LegatoLeg leg = LEGATO_LEG_BOTH;
  const LegatoZone *zone = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->routine != NULL)
    return self->routine->name;
  if (self->goal != LEGATO_GOAL_NONE)
    return legato_guide_find_goal (self->guide, legato_goal_to_id (self->goal))->name;
  zone = legato_plan_get_only_zone (self, &leg);
  if (zone == NULL)
    return NULL;
  return leg != LEGATO_LEG_BOTH ? zone->side_names[leg] : zone->name;
}

/** Returns: (transfer none) (element-type LegatoLeftOut): what it leaves out, and why; may be empty
 */
GPtrArray *
legato_plan_get_left_out (LegatoPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->left_out;
}

/**
 * legato_plan_get_only_zone:
 * @leg: (out): the leg it is on, %LEGATO_LEG_BOTH if on both or if there is no such zone
 *
 * Returns: (transfer none) (nullable): the zone, if the hands touch one only
 */
const LegatoZone *
legato_plan_get_only_zone (LegatoPlan *self, LegatoLeg *leg)
{
  const LegatoZone *zone = NULL;
  gboolean legs[3] = { FALSE, FALSE, FALSE };

  g_return_val_if_fail (self != NULL && leg != NULL, NULL);

  *leg = LEGATO_LEG_BOTH;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const LegatoStep *step = legato_plan_get_step (self, i);

      for (guint z = 0; z < step->zones->len; z++)
        {
          if (zone != NULL && zone != g_ptr_array_index (step->zones, z))
            return NULL;
          zone = g_ptr_array_index (step->zones, z);
          legs[step->leg] = TRUE;
        }
    }
  if (!legs[LEGATO_LEG_BOTH] && legs[LEGATO_LEG_LEFT] != legs[LEGATO_LEG_RIGHT])
    *leg = legs[LEGATO_LEG_LEFT] ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
  return zone;
}

/** Returns: the steps' lengths together, in seconds */
guint
legato_plan_get_seconds (LegatoPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->seconds;
}

/** Returns: the same without a tool that runs by itself on both legs at the end: what is asked for
 * and limited is the time of the hands */
guint
legato_plan_get_massage_seconds (LegatoPlan *self)
{
  const LegatoStep *last = NULL;

  g_return_val_if_fail (self != NULL, 0);

  if (self->steps->len > 0)
    last = legato_plan_get_step (self, self->steps->len - 1);
  if (last == NULL || last->leg != LEGATO_LEG_BOTH || last->zones->len == 0)
    return self->seconds;
  return self->seconds - last->seconds;
}

/**
 * legato_plan_get_requested_seconds:
 *
 * Returns: how long it was meant to be, in seconds: what was asked for, or the routine's own
 * length. More than legato_plan_get_massage_seconds() if no more is possible for this person
 */
guint
legato_plan_get_requested_seconds (LegatoPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->requested_seconds != 0 ? self->requested_seconds
                                      : legato_plan_get_massage_seconds (self);
}

/** Returns: #LegatoNeeds bits: how the person may sit or lie */
guint
legato_plan_get_needs (LegatoPlan *self)
{
  g_return_val_if_fail (self != NULL, LEGATO_NEED_NONE);
  return self->needs;
}

guint
legato_plan_get_n_steps (LegatoPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->steps->len;
}

/** Returns: (transfer none): step @index, which must be less than legato_plan_get_n_steps() */
const LegatoStep *
legato_plan_get_step (LegatoPlan *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->steps->len, NULL);
  return g_ptr_array_index (self->steps, index);
}

/** Returns: whether another person's hands do it, so that somebody else than the user is massaged
 */
gboolean
legato_plan_is_for_partner (LegatoPlan *plan)
{
  const LegatoRoutine *routine = NULL;

  g_return_val_if_fail (plan != NULL, FALSE);

  routine = legato_plan_get_routine (plan);
  return legato_plan_get_goal (plan) == LEGATO_GOAL_PARTNER
         || (routine != NULL && routine->partner);
}
