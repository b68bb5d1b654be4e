/* legato-replan.c: what remains of a session when a place hurt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-plan-builder.h"
#include "legato-rules.h"

/* The hands find their way back with a short glide. */
#define REOPEN_S 12

/* How each zone of a leg was touched before the session was stopped. */
typedef struct
{
  guint8 last[LEGATO_MAX_ZONES];
  LegatoZoneSet touched;
  LegatoZoneSet fallen;
} Past;

/* The step that was stopped belongs to the past as well. */
static void
read_past (LegatoPlan *plan, guint stopped, LegatoLeg leg, Past *past)
{
  *past = (Past){ .touched = 0 };
  for (guint i = 0; i <= stopped; i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->leg != leg)
        continue;
      for (guint z = 0; z < step->zones->len; z++)
        {
          const LegatoZone *zone = g_ptr_array_index (step->zones, z);
          LegatoZoneSet bit = LEGATO_ZONE_BIT (zone);

          if ((past->touched & bit) && step->pressure < past->last[zone->rank])
            past->fallen |= bit;
          past->touched |= bit;
          past->last[zone->rank] = (guint8) step->pressure;
        }
    }
}

static LegatoWhySet
get_whys (const LegatoStep *step)
{
  LegatoWhySet whys = 0;

  for (guint i = 0; i < step->reasons->len; i++)
    whys |= LEGATO_WHY_BIT (legato_why_find (g_ptr_array_index (step->reasons, i)));
  return whys & ~LEGATO_WHY_BIT (LEGATO_WHY_NONE);
}

/* What was left out stays so, and places that were left out altogether are still not crossed. */
static void
carry_left_out (LegatoJob *job, LegatoPlan *plan)
{
  GPtrArray *left_out = legato_plan_get_left_out (plan);

  for (guint i = 0; i < left_out->len; i++)
    {
      const LegatoLeftOut *item = g_ptr_array_index (left_out, i);

      legato_job_leave_out (job, item->leg, item->zone, item->technique,
                            legato_why_find (&item->reason));
      if (item->technique == NULL && item->leg != LEGATO_LEG_BOTH)
        job->closed[item->leg] |= LEGATO_ZONE_BIT (item->zone);
    }
}

static void
close_hurt (LegatoJob *job, LegatoLeg leg, const LegatoZone *zone)
{
  job->closed[leg] |= LEGATO_ZONE_BIT (zone);
  legato_job_leave_out (job, leg, zone, NULL, LEGATO_WHY_OUT_HURT);
}

/* A step of the plan as far as it may still be done, in @seconds. */
static void
add_remainder (LegatoJob *job, const LegatoStep *step, guint seconds)
{
  LegatoZoneSet parts[LEGATO_MAX_ZONES];
  LegatoZoneSet zones = legato_step_get_zone_set (step);
  LegatoZoneSet open = zones & ~job->closed[step->leg];
  LegatoDraft draft = {
    .origin = step->origin,
    .technique = step->technique,
    .phase = step->phase,
    .wanted = step->pressure,
    .pressure = step->pressure,
    .whys = get_whys (step),
    .weight = seconds,
  };
  guint n_parts = 0;

  job->altered[step->leg] = job->altered[step->leg] || open != zones;
  if (legato_technique_is_sleeve (step->technique) && job->closed[step->leg] != 0)
    return;
  n_parts = legato_job_split (job, step->leg, open, parts, LEGATO_MAX_ZONES);
  if (n_parts > 1)
    draft.whys |= LEGATO_WHY_BIT (LEGATO_WHY_SHORTENED);
  if (zones == 0)
    {
      legato_job_set_bounds (job, &draft);
      legato_job_add (job, &job->legs[step->leg], &draft);
    }
  for (guint i = 0; i < n_parts; i++)
    {
      LegatoDraft part = draft;

      part.zones = parts[i];
      part.weight = (double) seconds * __builtin_popcount (parts[i]) / __builtin_popcount (zones);
      legato_job_set_bounds (job, &part);
      legato_job_add (job, &job->legs[step->leg], &part);
    }
}

/* Of the working phase, not even gliding opens or closes a leg. */
static gboolean
is_light_glide (LegatoJob *job, const LegatoDraft *draft)
{
  return draft->phase != LEGATO_PHASE_WORK && draft->technique == job->known.effleurage
         && draft->pressure <= LEGATO_PRESSURE_LIGHT;
}

/* Each leg still begins and ends with light gliding, over what remains of it. */
static void
frame_leg (LegatoJob *job, LegatoLeg leg)
{
  LegatoDrafts *drafts = &job->legs[leg];
  LegatoZoneSet zones = 0;
  int first = -1;
  int last = -1;

  for (guint i = 0; i < drafts->n; i++)
    {
      zones |= drafts->items[i].zones;
      if (drafts->items[i].zones != 0)
        {
          first = first < 0 ? (int) i : first;
          last = (int) i;
        }
    }
  zones &= legato_job_get_uses (job->known.effleurage);
  if (first < 0)
    return;
  if (zones == 0)
    {
      drafts->n = 0; /* nothing that hands may glide over, so no leg's session */
      return;
    }
  if (!is_light_glide (job, &drafts->items[last]))
    legato_job_add_glides (job, leg, LEGATO_PHASE_SETTLE, zones, LEGATO_WHY_CLOSE, REOPEN_S);
  if (!is_light_glide (job, &drafts->items[first]))
    legato_job_add_glides (job, leg, LEGATO_PHASE_WARM, zones, LEGATO_WHY_OPEN, REOPEN_S);
}

/* The time that remains for a leg stays its own, as far as what remains of it can take it. */
static gboolean
spread_leg (LegatoJob *job, LegatoLeg leg, guint seconds)
{
  LegatoDrafts *drafts = &job->legs[leg];

  seconds = MIN (seconds, legato_drafts_get_most (drafts));
  if (legato_job_fit_leg (job, leg, seconds) && legato_drafts_spread (drafts, seconds))
    return TRUE;
  drafts->n = 0;
  return FALSE;
}

static gboolean
has_massage (LegatoJob *job)
{
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint i = 0; i < job->legs[leg].n; i++)
      if (job->legs[leg].items[i].zones != 0)
        return TRUE;
  return FALSE;
}

/**
 * legato_planner_replan:
 * @plan: the plan that was stopped
 * @request: what it was made for
 * @step: the step in which it was stopped
 * @seconds_left: of the whole plan, from where it was stopped
 * @zone: (nullable): what hurt; %NULL for all that the step touches
 * @leg: on which leg
 *
 * What remains of @plan without that place: strokes that would cross it are cut, each leg keeps its
 * remaining time as far as the rest can take it, begins and ends with light gliding, and no
 * pressure that has fallen rises again. All other rules hold as before; it may be shorter than what
 * was left.
 *
 * Returns: (transfer full): a plan of what remains, or %NULL with %LEGATO_PLAN_ERROR_NO_PLACE if
 *   that is nothing, or %LEGATO_PLAN_ERROR_LENGTH if there is no time for it
 */
LegatoPlan *
legato_planner_replan (LegatoPlan *plan,
                       const LegatoRequest *request,
                       guint step,
                       guint seconds_left,
                       const LegatoZone *zone,
                       LegatoLeg leg,
                       GError **error)
{
  const LegatoStep *stopped = NULL;
  g_autoptr (LegatoPlan) remainder = NULL;
  LegatoJob job;
  LegatoRequest spared;
  LegatoPerson person = { 0 };
  guint budgets[2] = { 0, 0 };
  guint following = 0;
  gboolean fits = TRUE;

  g_return_val_if_fail (plan != NULL && request != NULL, NULL);
  g_return_val_if_fail (step < legato_plan_get_n_steps (plan), NULL);
  g_return_val_if_fail (zone == NULL || leg != LEGATO_LEG_BOTH, NULL);

  stopped = legato_plan_get_step (plan, step);
  legato_job_init (&job, legato_plan_get_guide (plan), request, 0);
  legato_job_adapt (&job);
  job.recipe = legato_plan_get_routine (plan);
  if (job.recipe == NULL && legato_plan_get_goal (plan) != LEGATO_GOAL_NONE)
    job.recipe =
        legato_guide_find_goal (job.guide, legato_goal_to_id (legato_plan_get_goal (plan)));
  carry_left_out (&job, plan);
  if (zone != NULL)
    close_hurt (&job, leg, zone);
  else if (stopped->leg != LEGATO_LEG_BOTH)
    for (guint z = 0; z < stopped->zones->len; z++)
      close_hurt (&job, stopped->leg, g_ptr_array_index (stopped->zones, z));

  for (guint i = step + 1; i < legato_plan_get_n_steps (plan); i++)
    following += legato_plan_get_step (plan, i)->seconds;
  for (guint i = step; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *next = legato_plan_get_step (plan, i);
      guint seconds = i > step ? next->seconds : seconds_left - MIN (following, seconds_left);

      if (seconds == 0)
        continue;
      if (next->leg == LEGATO_LEG_BOTH)
        {
          LegatoDraft draft = {
            .origin = next->origin,
            .technique = next->technique,
            .phase = next->phase,
            .whys = get_whys (next),
            .seconds = seconds,
          };

          legato_job_add (&job, &job.once, &draft);
          if (job.legs[0].n + job.legs[1].n == 0)
            job.n_before = job.once.n;
          continue;
        }
      budgets[next->leg] += seconds;
      job.named[next->leg] |= legato_step_get_zone_set (next);
      add_remainder (&job, next, seconds);
    }

  for (int l = LEGATO_LEG_LEFT; l <= LEGATO_LEG_RIGHT; l++)
    {
      Past past;

      if (job.legs[l].n == 0)
        continue;
      read_past (plan, step, l, &past);
      frame_leg (&job, l);
      legato_job_limit_repeats (&job, l);
      legato_job_order_runs (&job, l);
      fits = spread_leg (&job, l, budgets[l]) && fits;
      legato_job_let_pressure_fall (&job, l, past.last, past.touched, past.fallen);
    }
  if (!has_massage (&job))
    {
      g_set_error_literal (error, LEGATO_PLAN_ERROR,
                           fits ? LEGATO_PLAN_ERROR_NO_PLACE : LEGATO_PLAN_ERROR_LENGTH,
                           fits ? _ ("Without this place nothing is left of the session.")
                                : _ ("There is no time left for the rest of the session."));
      return NULL;
    }

  remainder = legato_job_make_plan (&job);
  if (request->person != NULL)
    person = *request->person;
  for (int l = LEGATO_LEG_LEFT; l <= LEGATO_LEG_RIGHT; l++)
    person.blocked[l] |= job.closed[l];
  spared = *request;
  spared.person = &person;
  if (!legato_safety_check_continued (remainder, &spared, error))
    return NULL;
  return g_steal_pointer (&remainder);
}
