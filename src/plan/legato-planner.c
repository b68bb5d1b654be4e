/* legato-planner.c: from a request to a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "legato-plan-builder.h"
#include "legato-planner-testing.h"
#include "legato-safety.h"
#include "legato-zone-routine.h"

const char *const legato_planner_mutations[] = {
  "P-LIGHT-FIRST",
  "P-LIGHT-LAST",
  "P-RISE-FALL",
  "P-UP",
  "P-ORDER",
  "P-CAP",
  "P-EVEN",
  "P-HOLD",
  "P-ITB",
  "P-POP",
  "P-BONE",
  "P-LEN",
  "P-TOOLS",
  "P-BLOCK",
  "R-UNCLEARED",
  "P-ADAPT:swelling",
  "P-ADAPT:veins",
  "P-ADAPT:neuropathy",
  "P-ADAPT:fragile-skin",
  "P-ADAPT:pregnancy",
  "P-ADAPT:pregnancy-swelling",
  "P-ADAPT:sport-soreness",
  "P-ADAPT:worse-after-last",
  "P-ADAPT:pressed",
  "P-ADAPT:long-standing",
  NULL,
};

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
check_refusals (LegatoJob *job, GError **error)
{
  g_autoptr (GPtrArray) refusals = NULL;
  guint uncleared =
      job->person->conditions & ~job->person->cleared & LEGATO_CONDITIONS_NEED_CLEARANCE;
  const LegatoAdvice *advice = NULL;

  if (legato_job_is_off (job, "R-UNCLEARED"))
    uncleared = 0;
  if (uncleared == 0 && (job->request->flags == NULL || job->request->flags[0] == NULL))
    return TRUE;

  refusals = legato_planner_get_refusals (job->guide, job->request->flags,
                                          uncleared != 0 ? job->person : NULL);
  if (refusals->len == 0)
    return TRUE;
  advice = g_ptr_array_index (refusals, 0);
  /* The question says what stands in the way: "You are pregnant." */
  g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED, "%s: %s %s", advice->rule,
               advice->question.text, advice->advice.text);
  return FALSE;
}

static double
add_weights (LegatoJob *job, GPtrArray *steps)
{
  double weight = 0.0;

  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);

      if (step->from_minutes <= job->minutes)
        weight += step->seconds;
    }
  return weight;
}

/* How long the plan shall be: what is asked for, or the recipe's own length, of which one leg takes
 * half. After long standing, one's own length is short. A leg that is left out leaves its time to
 * the other. */
static void
set_length (LegatoJob *job)
{
  const LegatoRequest *request = job->request;
  gboolean is_short = (job->conditions & LEGATO_CONDITION_LONG_STANDING) && request->minutes == 0;
  guint n_legs = request->legs == LEGATO_LEG_BOTH ? 2 : 1;
  guint own = job->recipe->own_minutes;

  job->minutes = request->minutes != 0 ? request->minutes * 2 / n_legs : own;
  if (is_short)
    job->minutes = MIN (job->minutes, LEGATO_PLAN_SHORT_MINUTES);
  job->minutes = MIN (job->minutes, LEGATO_PLAN_MAX_MINUTES);
  job->leg_weight = add_weights (job, job->recipe->leg_steps);
  job->once_weight = add_weights (job, job->recipe->before) + add_weights (job, job->recipe->after);

  if (request->minutes != 0)
    job->seconds = request->minutes * 60;
  else if (request->zone != NULL)
    job->seconds =
        MAX ((guint) ceil (n_legs * job->leg_weight / 60.0), LEGATO_PLAN_MIN_MINUTES) * 60;
  else if (job->recipe->own)
    job->seconds = (guint) lround (job->once_weight + n_legs * job->leg_weight);
  else if (request->routine != NULL)
    job->seconds = (guint) lround (job->once_weight + n_legs * job->leg_weight);
  else
    job->seconds = (guint) lround (own * 60 * (job->once_weight + n_legs * job->leg_weight)
                                   / (job->once_weight + 2 * job->leg_weight));
  if (is_short && job->seconds > LEGATO_PLAN_SHORT_MINUTES * 60)
    {
      job->seconds = LEGATO_PLAN_SHORT_MINUTES * 60;
      job->whys |= LEGATO_WHY_BIT (LEGATO_WHY_SHORT_SESSION);
    }
  if (legato_job_is_off (job, "P-LEN"))
    job->seconds += job->seconds / 4;
}

static gboolean
are_legs_alike (LegatoJob *job)
{
  const LegatoPerson *person = job->person;

  return job->off == 0 && job->active[0] && job->active[1] && job->closed[0] == job->closed[1]
         && person->blocked[0] == person->blocked[1] && person->worse[0] == person->worse[1]
         && person->pressed[0] == person->pressed[1]
         && memcmp (job->caps[0], job->caps[1], sizeof job->caps[0]) == 0
         && memcmp (job->cap_whys[0], job->cap_whys[1], sizeof job->cap_whys[0]) == 0
         && memcmp (person->soreness[0], person->soreness[1], sizeof person->soreness[0]) == 0;
}

/* A leg on which nothing may be touched, or not the zone that is asked for, is left out. */
static gboolean
choose_legs (LegatoJob *job, GError **error)
{
  const LegatoZone *zone = job->request->zone;
  LegatoZoneSet asked = zone != NULL ? LEGATO_ZONE_BIT (zone) : job->all & ~job->hollow;

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      gboolean wanted = job->request->legs == LEGATO_LEG_BOTH || (int) job->request->legs == leg;

      job->active[leg] = wanted && (asked & ~job->closed[leg]) != 0;
      if (!wanted || job->active[leg])
        continue;
      for (guint rank = 0; asked >> rank != 0; rank++)
        if ((asked >> rank) & 1)
          legato_job_leave_out (job, leg, job->zones[rank], NULL,
                                legato_job_get_closed_why (job, leg, rank));
    }
  if (!job->active[0] && !job->active[1])
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE,
                   /* Translators: then the reason, as in "Left out: you marked this place." */
                   _ ("There is nothing left to massage. %s"),
                   legato_why_get_reason (job->left_out[0].why)->text);
      return FALSE;
    }
  job->same_legs = are_legs_alike (job);
  return TRUE;
}

static void
add_legs (LegatoJob *job)
{
  legato_job_add_once (job, job->recipe->before);
  job->n_before = job->once.n;
  legato_job_add_once (job, job->recipe->after);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      if (!job->active[leg] || (job->same_legs && leg == LEGATO_LEG_RIGHT))
        continue;
      legato_job_add_leg (job, leg, job->recipe->leg_steps);
      legato_job_complete_leg (job, leg);
      if (job->off != 0)
        legato_job_spoil_leg (job, leg);
    }
}

/* What says the same twice is said once. */
static LegatoWhySet
get_whys (const LegatoDraft *draft)
{
  LegatoWhySet whys = draft->whys;

  if (whys & LEGATO_WHY_BIT (LEGATO_WHY_LYMPH))
    whys &= ~LEGATO_WHY_BIT (LEGATO_WHY_LIGHT_SWELLING);
  if (whys & LEGATO_WHY_BIT (LEGATO_WHY_ADDED_SORE))
    whys &= ~LEGATO_WHY_BIT (LEGATO_WHY_MORE_SORE);
  return whys;
}

static void
append_steps (LegatoJob *job, GPtrArray *steps, LegatoLeg leg, LegatoDraft *drafts, guint n_drafts)
{
  gboolean up = !legato_job_is_off (job, "P-UP");

  for (guint i = 0; i < n_drafts; i++)
    {
      LegatoDraft *draft = &drafts[i];
      LegatoStep *step =
          legato_step_new (leg, draft->phase, draft->technique, draft->pressure, draft->seconds);

      step->origin = draft->origin;
      for (guint n = 0; n < LEGATO_MAX_ZONES; n++)
        {
          guint rank = up ? n : LEGATO_MAX_ZONES - 1 - n;

          if ((draft->zones >> rank) & 1)
            g_ptr_array_add (step->zones, (gpointer) job->zones[rank]);
          else if (up && draft->zones >> rank == 0)
            break;
        }
      for (LegatoWhySet whys = get_whys (draft); whys != 0; whys &= whys - 1)
        g_ptr_array_add (step->reasons, (gpointer) legato_why_get_reason (__builtin_ctzll (whys)));
      g_ptr_array_add (steps, step);
    }
}

/** legato_job_make_plan: Returns: (transfer full): the plan of what @job holds, unchecked */
LegatoPlan *
legato_job_make_plan (LegatoJob *job)
{
  guint n_steps = job->once.n + job->legs[0].n + job->legs[1].n;
  GPtrArray *steps = g_ptr_array_new_full (n_steps, (GDestroyNotify) legato_step_free);
  GPtrArray *left_out = g_ptr_array_new_full (job->n_left_out, g_free);

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if (job->legs[leg].n > 0 && legato_job_is_swelling (job) && job->named[0] + job->named[1] > 0)
      job->legs[leg].items[0].whys |= LEGATO_WHY_BIT (LEGATO_WHY_NO_OIL);
  if (job->n_before > 0)
    job->once.items[0].whys |= job->whys;
  else
    job->legs[job->legs[0].n > 0 ? 0 : 1].items[0].whys |= job->whys;

  append_steps (job, steps, LEGATO_LEG_BOTH, job->once.items, job->n_before);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    append_steps (job, steps, leg, job->legs[leg].items, job->legs[leg].n);
  append_steps (job, steps, LEGATO_LEG_BOTH, job->once.items + job->n_before,
                job->once.n - job->n_before);

  for (guint i = 0; i < job->n_left_out; i++)
    {
      const LegatoOmission *noted = &job->left_out[i];
      LegatoLeftOut item = { noted->leg, noted->zone, noted->technique,
                             *legato_why_get_reason (noted->why) };

      g_ptr_array_add (left_out, g_memdup2 (&item, sizeof item));
    }
  return legato_plan_new_full (job->guide, job->request->routine, job->request->goal, steps,
                               left_out);
}

static gboolean
plan_job (LegatoJob *job, GError **error)
{
  set_length (job);
  if (!choose_legs (job, error))
    return FALSE;
  add_legs (job);
  if (job->overflow)
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
                   _ ("“%s” has too many steps."),
                   job->request->routine != NULL ? job->request->routine->name : "");
      return FALSE;
    }
  return legato_job_spread (job, error);
}

/* With rules switched off by @off, which only tests do, the plan comes unchecked. */
LegatoPlan *
legato_planner_make_off (LegatoGuide *guide,
                         const LegatoRequest *request,
                         guint64 off,
                         GError **error)
{
  g_autoptr (LegatoRoutine) zone_recipe = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  LegatoJob job;

  if (request->minutes != 0
      && (request->minutes < LEGATO_PLAN_MIN_MINUTES || request->minutes > LEGATO_PLAN_MAX_MINUTES))
    {
      fail_length (error);
      return NULL;
    }

  legato_job_init (&job, guide, request, off);
  legato_job_adapt (&job);
  if (!check_refusals (&job, error))
    return NULL;

  if (request->zone != NULL)
    {
      zone_recipe = legato_zone_recipe_new (guide, request, error);
      job.recipe = zone_recipe;
    }
  else if (request->routine != NULL)
    job.recipe = request->routine;
  else
    job.recipe = legato_guide_find_goal (guide, legato_goal_to_id (request->goal));
  if (job.recipe == NULL)
    {
      g_return_val_if_fail (request->zone != NULL, NULL); /* the guide has every goal */
      return NULL;
    }

  if (!plan_job (&job, error))
    return NULL;
  plan = legato_job_make_plan (&job);
  if (off == 0 && !legato_safety_check (plan, request, error))
    return NULL;
  return g_steal_pointer (&plan);
}

/**
 * legato_planner_make:
 * @request: what is asked for; its routine, or its zone and technique, belong to @guide
 *
 * A session for this person: the routine or what the goal is composed of, scaled to the minutes
 * asked for, on the legs asked for; or a session of one zone: light glides, the technique, light
 * glides. What the person told changes it (domain.md §6), each change with its reason. The same
 * request gives the same plan. Every rule of legato-safety.h is checked before it is handed out.
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
  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail ((request->routine != NULL) + (request->zone != NULL)
                                + (request->goal != LEGATO_GOAL_NONE)
                            == 1,
                        NULL);

  return legato_planner_make_off (guide, request, 0, error);
}

/**
 * legato_planner_make_without: for tests alone
 * @rule_id: the rule to switch off, see legato-planner-testing.h
 *
 * As legato_planner_make(), but the planner does not care for one rule, and nothing checks the
 * plan.
 *
 * Returns: (transfer full): a plan that may break the rule, or %NULL with an error
 */
LegatoPlan *
legato_planner_make_without (LegatoGuide *guide,
                             const LegatoRequest *request,
                             const char *rule_id,
                             GError **error)
{
  gsize n_rules = 0;
  const LegatoRule *rules = legato_safety_get_rules (&n_rules);

  g_return_val_if_fail (guide != NULL && request != NULL && rule_id != NULL, NULL);

  for (gsize i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].id, rule_id))
      return legato_planner_make_off (guide, request, ((guint64) 1) << i, error);
  g_return_val_if_reached (NULL);
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
            g_ptr_array_add (step->reasons, (gpointer) legato_why_get_reason (LEGATO_WHY_LIFT));
          g_ptr_array_add (steps, step);
        }
    }
}

/**
 * legato_planner_draft:
 * @request: its routine is drafted on its legs; nothing else of it counts
 *
 * The routine word for word: nothing is scaled, adapted, repaired or checked. For a routine that is
 * being written; legato_safety_find_breaches() says what is wrong with it.
 *
 * Returns: (transfer full): the plan
 */
LegatoPlan *
legato_planner_draft (LegatoGuide *guide, const LegatoRequest *request)
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
  return legato_plan_new_full (guide, request->routine, LEGATO_GOAL_NONE, steps, NULL);
}
