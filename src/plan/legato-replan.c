/* legato-replan.c: what remains of a session when a place hurt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-plan-builder-private.h"
#include "legato-planner.h"
#include "legato-rule-steps.h"
#include "legato-safety.h"

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

static LegatoReasonSet
get_reasons (const LegatoStep *step)
{
  LegatoReasonSet reasons = 0;

  for (guint i = 0; i < step->reasons->len; i++)
    reasons |= LEGATO_REASON_BIT (legato_reason_find (g_ptr_array_index (step->reasons, i)));
  return reasons & ~LEGATO_REASON_BIT (LEGATO_REASON_NONE);
}

/* What was left out stays so, and places that were left out altogether are still not crossed. */
static void
carry_left_out (LegatoPlanBuilder *builder, LegatoPlan *plan)
{
  GPtrArray *left_out = legato_plan_get_left_out (plan);

  for (guint i = 0; i < left_out->len; i++)
    {
      const LegatoLeftOut *item = g_ptr_array_index (left_out, i);

      legato_plan_builder_leave_out (builder, item->leg, item->zone, item->technique,
                                     legato_reason_find (&item->reason));
      if (item->technique == NULL && item->leg != LEGATO_LEG_BOTH)
        builder->closed[item->leg] |= LEGATO_ZONE_BIT (item->zone);
    }
}

static void
close_hurt (LegatoPlanBuilder *builder, LegatoLeg leg, const LegatoZone *zone)
{
  builder->closed[leg] |= LEGATO_ZONE_BIT (zone);
  legato_plan_builder_leave_out (builder, leg, zone, NULL, LEGATO_REASON_OUT_HURT);
}

/* It cannot be said where it hurt. */
static void
close_all_hurt (LegatoPlanBuilder *builder, const LegatoStep *stopped)
{
  g_autoptr (GPtrArray) felt = legato_step_dup_felt_zones (stopped, builder->guide);

  for (guint z = 0; z < felt->len; z++)
    close_hurt (builder, stopped->leg, g_ptr_array_index (felt, z));
}

/* Whether @exercise is still for the person on @leg; if it loads what hurt it is left out. */
static gboolean
keeps_exercise (LegatoPlanBuilder *builder, LegatoLeg leg, const LegatoTechnique *exercise)
{
  LegatoReasonCode reason = legato_plan_builder_get_exercise_reason (builder, leg, exercise);

  if (reason == LEGATO_REASON_NONE)
    return TRUE;
  legato_plan_builder_leave_out_exercise (builder, leg, exercise, reason);
  return FALSE;
}

/* A step of the plan as far as it may still be done, in @seconds. */
static void
add_remainder (LegatoPlanBuilder *builder, const LegatoStep *step, guint seconds)
{
  LegatoZoneSet parts[LEGATO_MAX_ZONES];
  LegatoZoneSet zones = legato_step_get_zone_set (step);
  LegatoZoneSet open = zones & ~builder->closed[step->leg];
  LegatoPlannedStep planned = {
    .origin = step->origin,
    .brisk = step->brisk,
    .technique = step->technique,
    .phase = step->phase,
    .wanted = step->pressure,
    .pressure = step->pressure,
    .reasons = get_reasons (step),
    .weight = seconds,
  };
  guint n_parts = 0;

  builder->altered[step->leg] = builder->altered[step->leg] || open != zones;
  if (legato_technique_is_sleeve (step->technique) && builder->closed[step->leg] != 0)
    return;
  n_parts = legato_plan_builder_split (builder, step->leg, open, parts, LEGATO_MAX_ZONES);
  if (n_parts > 1)
    planned.reasons |= LEGATO_REASON_BIT (LEGATO_REASON_SHORTENED);
  if (zones == 0 && keeps_exercise (builder, step->leg, step->technique))
    {
      legato_plan_builder_set_bounds (builder, &planned);
      legato_planned_list_add (&builder->legs[step->leg], &planned);
    }
  for (guint i = 0; i < n_parts; i++)
    {
      LegatoPlannedStep part = planned;

      part.zones = parts[i];
      part.weight = (double) seconds * __builtin_popcount (parts[i]) / __builtin_popcount (zones);
      legato_plan_builder_set_bounds (builder, &part);
      legato_planned_list_add (&builder->legs[step->leg], &part);
    }
}

/* Light gliding that opens or closes a leg; gliding in the working phase does not count. */
static gboolean
is_light_glide (LegatoPlanBuilder *builder, const LegatoPlannedStep *planned)
{
  return planned->phase != LEGATO_PHASE_WORK && planned->technique == builder->known.effleurage
         && planned->pressure <= LEGATO_PRESSURE_LIGHT;
}

/* Each leg still begins and ends with light gliding, over what remains of it. */
static void
frame_leg (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  LegatoPlannedList *list = &builder->legs[leg];
  LegatoZoneSet zones = 0;
  int first = -1;
  int last = -1;

  for (guint i = 0; i < list->n; i++)
    {
      zones |= list->items[i].zones;
      if (list->items[i].zones != 0)
        {
          first = first < 0 ? (int) i : first;
          last = (int) i;
        }
    }
  zones &= legato_plan_builder_get_uses (builder->known.effleurage);
  if (first < 0)
    return;
  if (zones == 0)
    {
      list->n = 0; /* nothing that hands may glide over, so no leg's session */
      return;
    }
  if (!is_light_glide (builder, &list->items[last]))
    legato_plan_builder_add_glides (builder, leg, LEGATO_PHASE_SETTLE, zones, LEGATO_REASON_CLOSE,
                                    REOPEN_S);
  if (!is_light_glide (builder, &list->items[first])
      && !(legato_plan_builder_drains (builder)
           && list->items[first].technique == builder->known.lymph))
    legato_plan_builder_add_glides (builder, leg, LEGATO_PHASE_WARM, zones, LEGATO_REASON_OPEN,
                                    REOPEN_S);
}

/* The time that remains for a leg stays its own, as far as what remains of it can take it. */
static gboolean
share_in_leg (LegatoPlanBuilder *builder, LegatoLeg leg, guint seconds)
{
  LegatoPlannedList *list = &builder->legs[leg];

  seconds = MIN (seconds, legato_planned_list_get_most (list));
  if (legato_plan_builder_fit_leg (builder, leg, seconds)
      && legato_planned_list_share (list, seconds))
    return TRUE;
  list->n = 0;
  return FALSE;
}

static gboolean
has_massage (LegatoPlan *plan)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (legato_step_is_massage (legato_plan_get_step (plan, i)))
      return TRUE;
  return FALSE;
}

/* Whether something of @plan is left: of a massage more than what comes before or after it. */
static gboolean
is_anything_left (LegatoPlanBuilder *builder, LegatoPlan *plan)
{
  if (!has_massage (plan))
    return builder->legs[0].n + builder->legs[1].n + builder->once.n > 0;
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint i = 0; i < builder->legs[leg].n; i++)
      if (builder->legs[leg].items[i].zones != 0)
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
  g_auto (LegatoPlanBuilder) builder = { NULL };
  LegatoRequest spared;
  LegatoPerson person = { 0 };
  guint budgets[2] = { 0, 0 };
  guint following = 0;
  gboolean fits = TRUE;

  g_return_val_if_fail (plan != NULL && request != NULL, NULL);
  g_return_val_if_fail (step < legato_plan_get_n_steps (plan), NULL);
  g_return_val_if_fail (zone == NULL || leg != LEGATO_LEG_BOTH, NULL);

  stopped = legato_plan_get_step (plan, step);
  legato_plan_builder_init (&builder, legato_plan_get_guide (plan), request);
  legato_plan_builder_adapt (&builder);
  builder.routine = legato_plan_get_routine (plan);
  if (builder.routine == NULL && legato_plan_get_goal (plan) != LEGATO_GOAL_NONE)
    builder.routine =
        legato_guide_find_goal (builder.guide, legato_goal_to_id (legato_plan_get_goal (plan)));
  carry_left_out (&builder, plan);
  if (zone != NULL)
    close_hurt (&builder, leg, zone);
  else if (stopped->leg != LEGATO_LEG_BOTH)
    close_all_hurt (&builder, stopped);
  for (int l = LEGATO_LEG_LEFT; l <= LEGATO_LEG_RIGHT; l++)
    builder.spared[l] |= builder.closed[l];

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
          LegatoPlannedStep planned = {
            .origin = next->origin,
            .brisk = next->brisk,
            .technique = next->technique,
            .phase = next->phase,
            .pressure = next->pressure,
            .zones = legato_step_get_zone_set (next),
            .reasons = get_reasons (next),
            .seconds = seconds,
          };

          /* A sleeve covers the place that hurts. */
          if (legato_zone_set_cover (legato_guide_get_zones (builder.guide), planned.zones)
              & (builder.closed[0] | builder.closed[1]))
            continue;
          if (planned.zones == 0 && !keeps_exercise (&builder, LEGATO_LEG_BOTH, next->technique))
            continue;
          legato_planned_list_add (&builder.once, &planned);
          if (builder.legs[0].n + builder.legs[1].n == 0)
            builder.n_before = builder.once.n;
          continue;
        }
      budgets[next->leg] += seconds;
      builder.named[next->leg] |= legato_step_get_zone_set (next);
      add_remainder (&builder, next, seconds);
    }

  for (int l = LEGATO_LEG_LEFT; l <= LEGATO_LEG_RIGHT; l++)
    {
      Past past;

      if (builder.legs[l].n == 0)
        continue;
      read_past (plan, step, l, &past);
      frame_leg (&builder, l);
      legato_plan_builder_limit_repeats (&builder, l);
      legato_plan_builder_order_runs (&builder, l);
      fits = share_in_leg (&builder, l, budgets[l]) && fits;
      legato_plan_builder_let_pressure_fall (&builder, l, past.last, past.touched, past.fallen);
    }
  if (!is_anything_left (&builder, plan))
    {
      g_set_error_literal (error, LEGATO_PLAN_ERROR,
                           fits ? LEGATO_PLAN_ERROR_NO_PLACE : LEGATO_PLAN_ERROR_LENGTH,
                           fits ? _ ("Without this place nothing is left of the session.")
                                : _ ("There is no time left for the rest of the session."));
      return NULL;
    }

  remainder = legato_plan_builder_make_plan (&builder);
  if (request->person != NULL)
    person = *request->person;
  for (int l = LEGATO_LEG_LEFT; l <= LEGATO_LEG_RIGHT; l++)
    person.blocked[l] |= builder.closed[l];
  spared = *request;
  spared.person = &person;
  if (!legato_safety_check_continued (remainder, &spared, error))
    return NULL;
  return g_steal_pointer (&remainder);
}
