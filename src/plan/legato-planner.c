/* legato-planner.c: from a request to a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "legato-plan-builder-private.h"
#include "legato-planner.h"
#include "legato-safety.h"
#include "legato-zone-routine.h"

/* A routine that is asked to last longer than so many times what it is offered at says so. */
#define MEANT_FACTOR 1.5

static gboolean
fail_length (GError **error)
{
  g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
               _ ("A session lasts from %d to %d minutes."), LEGATO_PLAN_MIN_MINUTES,
               LEGATO_PLAN_MAX_MINUTES);
  return FALSE;
}

/* Red flags and what no clinician has agreed to stand above everything else. */
static gboolean
check_refusals (LegatoPlanBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) refusals = NULL;
  guint uncleared =
      builder->conditions & ~builder->person->cleared & LEGATO_CONDITIONS_NEED_CLEARANCE;
  const LegatoAdvice *advice = NULL;

  if (uncleared == 0 && builder->person->signs == 0
      && !legato_person_is_without_places (builder->person))
    return TRUE;

  refusals = legato_planner_get_refusals (builder->guide, builder->person);
  if (refusals->len == 0)
    return TRUE;
  advice = g_ptr_array_index (refusals, 0);
  /* The question says what stands in the way: "You are pregnant." */
  g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED, "%s: %s %s", advice->rule,
               advice->question.text, advice->advice.text);
  return FALSE;
}

static double
add_weights (LegatoPlanBuilder *builder, GPtrArray *steps)
{
  double weight = 0.0;

  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);

      if (step->from_minutes <= builder->minutes)
        weight += step->seconds;
    }
  return weight;
}

/* Whether a routine is asked to last much longer than any of the lengths it is offered at. */
static gboolean
is_longer_than_meant (const LegatoRequest *request)
{
  guint longest = 0;

  if (request->routine == NULL || request->routine->own)
    return FALSE;
  for (guint i = 0; request->routine->minutes[i] != 0; i++)
    longest = MAX (longest, request->routine->minutes[i]);
  return request->minutes > longest * MEANT_FACTOR;
}

/* How long the plan shall be: what is asked for, or the routine's own length, of which one leg
 * takes half. After long standing, the length that a session has of itself is short; not so that of
 * a routine which somebody made or was given, for which no other can be asked. A leg that is left
 * out leaves its time to the other, but one leg alone gets no more than does it good. */
static void
set_length (LegatoPlanBuilder *builder)
{
  const LegatoRequest *request = builder->request;
  gboolean is_short = (builder->conditions & LEGATO_CONDITION_LONG_STANDING)
                      && request->minutes == 0
                      && (request->routine == NULL || !request->routine->own);
  guint n_legs = request->legs == LEGATO_LEG_BOTH ? 2 : 1;
  guint own = builder->routine->own_minutes;

  builder->minutes = request->minutes != 0 ? request->minutes * 2 / n_legs : own;
  if (is_short)
    builder->minutes = MIN (builder->minutes, LEGATO_PLAN_SHORT_MINUTES);
  builder->minutes = MIN (builder->minutes, LEGATO_PLAN_MAX_MINUTES);
  builder->leg_weight = add_weights (builder, builder->routine->leg_steps);
  builder->once_weight = add_weights (builder, builder->routine->before)
                         + add_weights (builder, builder->routine->after);

  if (request->minutes != 0)
    builder->seconds = request->minutes * 60;
  else if (request->zone != NULL)
    builder->seconds =
        MAX ((guint) ceil (n_legs * builder->leg_weight / 60.0), LEGATO_PLAN_MIN_MINUTES) * 60;
  else if (request->routine != NULL)
    builder->seconds = (guint) lround (builder->once_weight + n_legs * builder->leg_weight);
  else
    builder->seconds =
        (guint) lround (own * 60 * (builder->once_weight + n_legs * builder->leg_weight)
                        / (builder->once_weight + 2 * builder->leg_weight));
  if (is_short && builder->seconds > LEGATO_PLAN_SHORT_MINUTES * 60)
    {
      builder->seconds = LEGATO_PLAN_SHORT_MINUTES * 60;
      builder->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_SHORT_SESSION);
    }
  builder->asked_seconds = builder->seconds;
  if (is_longer_than_meant (request))
    builder->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_LONGER);
}

static gboolean
are_legs_alike (LegatoPlanBuilder *builder)
{
  const LegatoPerson *person = builder->person;

  return builder->active[0] && builder->active[1] && builder->closed[0] == builder->closed[1]
         && person->blocked[0] == person->blocked[1] && person->worse[0] == person->worse[1]
         && person->pressed[0] == person->pressed[1] && person->numb[0] == person->numb[1]
         && person->stopped[0] == person->stopped[1] && person->tender[0] == person->tender[1]
         && person->joints[0] == person->joints[1] && person->tight[0] == person->tight[1]
         && memcmp (builder->caps[0], builder->caps[1], sizeof builder->caps[0]) == 0
         && memcmp (builder->cap_reasons[0], builder->cap_reasons[1],
                    sizeof builder->cap_reasons[0])
                == 0
         && memcmp (person->soreness[0], person->soreness[1], sizeof person->soreness[0]) == 0;
}

/* Of several places each may have a reason of its own. */
static gboolean
fail_no_place (LegatoPlanBuilder *builder, GError **error)
{
  LegatoReasonCode reason = builder->left_out->len > 0
                                ? g_array_index (builder->left_out, LegatoOmission, 0).reason
                                : LEGATO_REASON_OUT_BLOCKED;

  g_set_error_literal (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE,
                       builder->request->zone != NULL
                           ? legato_reason_get (reason)->text
                           : _ ("Every place of this session is left out today."));
  return FALSE;
}

/* A leg on which nothing may be touched, or not the zone that is asked for, is left out. */
static gboolean
choose_legs (LegatoPlanBuilder *builder, GError **error)
{
  const LegatoZone *zone = builder->request->zone;
  LegatoZoneSet asked =
      zone != NULL ? LEGATO_ZONE_BIT (zone) : builder->all & ~builder->behind_knee;

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      gboolean wanted =
          builder->request->legs == LEGATO_LEG_BOTH || (int) builder->request->legs == leg;

      builder->active[leg] = wanted && (asked & ~builder->closed[leg]) != 0;
      if (!wanted || builder->active[leg])
        continue;
      for (guint rank = 0; asked >> rank != 0; rank++)
        if ((asked >> rank) & 1)
          legato_plan_builder_leave_out (
              builder, leg, builder->zones[rank], NULL,
              legato_plan_builder_get_closed_reason (builder, leg, rank));
    }
  if (!builder->active[0] && !builder->active[1])
    return fail_no_place (builder, error);
  builder->same_legs = are_legs_alike (builder);
  return TRUE;
}

static void
add_legs (LegatoPlanBuilder *builder)
{
  legato_plan_builder_add_once (builder, builder->routine->before);
  legato_plan_builder_breathe_first (builder);
  builder->n_before = builder->once.n;
  legato_plan_builder_add_once (builder, builder->routine->after);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      if (!builder->active[leg] || (builder->same_legs && leg == LEGATO_LEG_RIGHT))
        continue;
      legato_plan_builder_add_leg (builder, leg, builder->routine->leg_steps);
      legato_plan_builder_complete_leg (builder, leg);
      builder->active[leg] = builder->legs[leg].n > 0;
    }
  if (builder->same_legs)
    builder->active[LEGATO_LEG_RIGHT] = builder->active[LEGATO_LEG_LEFT];
}

/* The reasons of a step, without those that say the same as another one. */
static LegatoReasonSet
get_reasons (const LegatoPlannedStep *planned)
{
  LegatoReasonSet reasons = planned->reasons;

  if (reasons & LEGATO_REASON_BIT (LEGATO_REASON_LYMPH))
    reasons &= ~LEGATO_REASON_BIT (LEGATO_REASON_LIGHT_SWELLING);
  if (reasons & LEGATO_REASON_BIT (LEGATO_REASON_ADDED_SORE))
    reasons &= ~LEGATO_REASON_BIT (LEGATO_REASON_MORE_SORE);
  return reasons;
}

static void
append_steps (LegatoPlanBuilder *builder,
              GPtrArray *steps,
              LegatoLeg leg,
              LegatoPlannedStep *list,
              guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      LegatoPlannedStep *planned = &list[i];
      LegatoStep *step = legato_step_new (leg, planned->phase, planned->technique,
                                          planned->pressure, planned->seconds);

      step->origin = planned->origin;
      step->brisk = planned->brisk || (planned->origin != NULL && planned->origin->brisk);
      for (guint rank = 0; planned->zones >> rank != 0; rank++)
        if ((planned->zones >> rank) & 1)
          g_ptr_array_add (step->zones, (gpointer) builder->zones[rank]);
      for (LegatoReasonSet reasons = get_reasons (planned); reasons != 0; reasons &= reasons - 1)
        g_ptr_array_add (step->reasons, (gpointer) legato_reason_get (__builtin_ctzll (reasons)));
      g_ptr_array_add (steps, step);
    }
}

/** legato_plan_builder_make_plan: Returns: (transfer full): the plan of what @builder holds,
 * unchecked */
LegatoPlan *
legato_plan_builder_make_plan (LegatoPlanBuilder *builder)
{
  guint n_steps = builder->once.n + builder->legs[0].n + builder->legs[1].n;
  GPtrArray *steps = g_ptr_array_new_full (n_steps, (GDestroyNotify) legato_step_free);
  GPtrArray *left_out = g_ptr_array_new_full (builder->left_out->len, g_free);

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if (builder->legs[leg].n > 0 && legato_plan_builder_is_swelling (builder)
        && builder->named[0] + builder->named[1] > 0)
      builder->legs[leg].items[0].reasons |= LEGATO_REASON_BIT (LEGATO_REASON_NO_OIL);
  if (builder->n_before > 0)
    builder->once.items[0].reasons |= builder->reasons;
  else
    builder->legs[builder->legs[0].n > 0 ? 0 : 1].items[0].reasons |= builder->reasons;

  append_steps (builder, steps, LEGATO_LEG_BOTH, builder->once.items, builder->n_before);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    append_steps (builder, steps, leg, builder->legs[leg].items, builder->legs[leg].n);
  if (builder->once.n > builder->n_before)
    append_steps (builder, steps, LEGATO_LEG_BOTH, builder->once.items + builder->n_before,
                  builder->once.n - builder->n_before);

  for (guint i = 0; i < builder->left_out->len; i++)
    {
      const LegatoOmission *noted = &g_array_index (builder->left_out, LegatoOmission, i);
      LegatoLeftOut item = { noted->leg, noted->zone, noted->technique,
                             *legato_reason_get (noted->reason) };

      g_ptr_array_add (left_out, g_memdup2 (&item, sizeof item));
    }
  return legato_plan_new_full (builder->guide, builder->request->routine, builder->request->goal,
                               builder->asked_seconds, legato_person_get_needs (builder->person),
                               steps, left_out);
}

static gboolean
plan_steps (LegatoPlanBuilder *builder, GError **error)
{
  if (!choose_legs (builder, error))
    return FALSE;
  set_length (builder);
  add_legs (builder);
  if (!builder->active[0] && !builder->active[1])
    return fail_no_place (builder, error);
  if (builder->active[0] != builder->active[1])
    builder->seconds = MIN (builder->seconds, LEGATO_PLAN_MAX_LEG_MINUTES * 60);
  if (!legato_plan_builder_share_time (builder, error))
    return FALSE;
  legato_plan_builder_add_closing (builder);
  return TRUE;
}

/**
 * legato_planner_make:
 * @request: what is asked for; its routine, or its zone and technique, belong to @guide
 *
 * A session for this person: the routine or what the goal is composed of, scaled to the minutes
 * asked for, on the legs asked for; or a session of one zone: light glides, the technique, light
 * glides. What the person told changes it (docs/domain.md §6), each change with its reason. The
 * same request gives the same plan. Every rule of legato-safety.h is checked before it is handed
 * out.
 *
 * Returns: (transfer full): a plan, or %NULL with %LEGATO_PLAN_ERROR_REFUSED if there is no session
 *   at all for now, %LEGATO_PLAN_ERROR_NO_PLACE if all that was asked for is left out,
 *   %LEGATO_PLAN_ERROR_LENGTH if it has no room in that many minutes or would not fill them,
 *   %LEGATO_PLAN_ERROR_RULE if a rule is broken: by the routine itself, or because a zone is asked
 *   for that hands lift over, by a technique it does not bear or whose tool is missing
 */
LegatoPlan *
legato_planner_make (LegatoGuide *guide, const LegatoRequest *request, GError **error)
{
  g_autoptr (LegatoRoutine) zone_routine = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  g_auto (LegatoPlanBuilder) builder = { NULL };

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail ((request->routine != NULL) + (request->zone != NULL)
                                + (request->goal != LEGATO_GOAL_NONE)
                            == 1,
                        NULL);

  if (request->minutes != 0
      && (request->minutes < LEGATO_PLAN_MIN_MINUTES || request->minutes > LEGATO_PLAN_MAX_MINUTES))
    {
      fail_length (error);
      return NULL;
    }
  legato_plan_builder_init (&builder, guide, request);
  legato_plan_builder_adapt (&builder);
  if (!check_refusals (&builder, error))
    return NULL;

  if (request->zone != NULL)
    {
      zone_routine = legato_zone_routine_new (guide, request, error);
      builder.routine = zone_routine;
    }
  else if (request->routine != NULL)
    builder.routine = request->routine;
  else
    builder.routine = legato_guide_find_goal (guide, legato_goal_to_id (request->goal));
  if (builder.routine == NULL)
    {
      g_return_val_if_fail (request->zone != NULL, NULL); /* the guide has every goal */
      return NULL;
    }

  if (!plan_steps (&builder, error))
    return NULL;
  plan = legato_plan_builder_make_plan (&builder);
  if (!legato_safety_check (plan, request, error))
    return NULL;
  return g_steal_pointer (&plan);
}

/* The steps of @routine for one leg, or for both together, as they stand. */
static void
append_verbatim (GPtrArray *steps, GPtrArray *routine_steps, LegatoLeg leg)
{
  for (guint i = 0; i < routine_steps->len; i++)
    {
      const LegatoRoutineStep *origin = g_ptr_array_index (routine_steps, i);
      guint holds = legato_technique_count_holds (origin->technique, origin->seconds);

      for (guint h = 0; h < holds; h++)
        {
          guint seconds = origin->seconds * (h + 1) / holds - origin->seconds * h / holds;
          LegatoStep *step =
              legato_step_new (leg, origin->phase, origin->technique, origin->pressure, seconds);
          gboolean lifted = FALSE;

          step->origin = origin;
          for (guint z = 0; z < origin->zones->len; z++)
            {
              const LegatoZone *zone = g_ptr_array_index (origin->zones, z);
              const LegatoUse *use = legato_zone_find_use (zone, origin->technique);

              if (use != NULL && use->lifted)
                lifted = TRUE;
              else
                g_ptr_array_add (step->zones, (gpointer) zone);
            }
          if (lifted)
            g_ptr_array_add (step->reasons, (gpointer) legato_reason_get (LEGATO_REASON_LIFT));
          g_ptr_array_add (steps, step);
        }
    }
}

/**
 * legato_planner_make_as_written:
 * @request: its routine on its legs; nothing else of it counts
 *
 * The routine word for word: nothing is scaled, adapted, repaired or checked. For a routine that is
 * being written; legato_safety_find_breaches() says what is wrong with it.
 *
 * Returns: (transfer full): the plan
 */
LegatoPlan *
legato_planner_make_as_written (LegatoGuide *guide, const LegatoRequest *request)
{
  GPtrArray *steps = NULL;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->routine != NULL, NULL);

  steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  append_verbatim (steps, request->routine->before, LEGATO_LEG_BOTH);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if (request->legs == LEGATO_LEG_BOTH || (int) request->legs == leg)
      append_verbatim (steps, request->routine->leg_steps, leg);
  append_verbatim (steps, request->routine->after, LEGATO_LEG_BOTH);
  return legato_plan_new_full (guide, request->routine, LEGATO_GOAL_NONE, 0, LEGATO_NEED_NONE,
                               steps, NULL);
}
