/* legato-rules-everybody.c: the rules that are the same for everybody
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <math.h>

#include "legato-rules.h"

/* Places of the hip, by the zones' ids. */
static const char *const buttocks[] = { "gluteus", "piriformis", NULL };
static const char *const hip[] = { "gluteus", "piriformis", "tfl", NULL };

/* How far a plan may be off the length that was asked for (P-LEN). */
#define LENGTH_TOLERANCE 0.05

static const LegatoZone *
nth_zone (const LegatoStep *step, guint i)
{
  return g_ptr_array_index (step->zones, i);
}

/* Looks at the first massage step of each leg or, from the end, at the last one. */
static gboolean
light_edge_holds (LegatoPlan *plan, gboolean from_end, gboolean drains, int *bad)
{
  guint n_steps = legato_plan_get_n_steps (plan);
  gboolean seen[2] = { FALSE, FALSE };

  for (guint n = 0; n < n_steps; n++)
    {
      guint index = from_end ? n_steps - 1 - n : n;
      const LegatoStep *step = legato_plan_get_step (plan, index);

      if (!legato_step_is_massage (step) || step->leg == LEGATO_LEG_BOTH || seen[step->leg])
        continue;
      seen[step->leg] = TRUE;
      if (drains && step->pressure == LEGATO_PRESSURE_FEATHER
          && legato_step_has_stroke (step, LEGATO_STROKE_LYMPH))
        continue;
      if (step->pressure > LEGATO_PRESSURE_LIGHT
          || !legato_step_has_stroke (step, LEGATO_STROKE_GLIDE))
        {
          *bad = (int) index;
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
legato_rule_light_first (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return light_edge_holds (plan, FALSE, legato_request_drains (plan, request), bad);
}

/* What a glide up the leg does not come to: it ends below the groin, and lifts over. */
static gboolean
lies_off_the_glide (const LegatoZone *zone)
{
  return zone->lift_over || g_strv_contains (hip, zone->id);
}

/* The settling glides go over all of each leg that was worked on. */
static gboolean
glides_cover_work (LegatoPlan *plan, int *bad)
{
  LegatoZoneSet settled[3] = { 0 };

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->phase == LEGATO_PHASE_SETTLE && legato_step_has_stroke (step, LEGATO_STROKE_GLIDE))
        settled[step->leg] |= legato_step_get_zone_set (step);
    }
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->phase == LEGATO_PHASE_SETTLE || step->leg == LEGATO_LEG_BOTH)
        continue;
      for (guint z = 0; z < step->zones->len; z++)
        if (!(settled[step->leg] & LEGATO_ZONE_BIT (nth_zone (step, z)))
            && !lies_off_the_glide (nth_zone (step, z)))
          {
            *bad = (int) i;
            return FALSE;
          }
    }
  return TRUE;
}

gboolean
legato_rule_light_last (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  /* Over how much of the leg an own routine settles is for its maker to say. */
  return light_edge_holds (plan, TRUE, FALSE, bad)
         && ((request->routine != NULL && request->routine->own) || glides_cover_work (plan, bad));
}

/* On one zone of one leg the pressure may rise, then fall; having fallen it never rises again. The
 * phases of a leg come as warm, work, settle; but for the work they are at most light. */
gboolean
legato_rule_rise_fall (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  LegatoPhase phase[2] = { LEGATO_PHASE_WARM, LEGATO_PHASE_WARM };
  LegatoPressure last[2][LEGATO_MAX_ZONES];
  LegatoZoneSet touched[2] = { 0, 0 };
  LegatoZoneSet fallen[2] = { 0, 0 };

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      LegatoLeg leg = step->leg;

      if (leg == LEGATO_LEG_BOTH || !legato_step_is_massage (step))
        continue;
      *bad = (int) i;
      if (step->phase < phase[leg] || step->phase > LEGATO_PHASE_SETTLE)
        return FALSE;
      phase[leg] = step->phase;
      if (step->phase != LEGATO_PHASE_WORK && step->pressure > LEGATO_PRESSURE_LIGHT)
        return FALSE;

      for (guint z = 0; z < step->zones->len; z++)
        {
          const LegatoZone *zone = nth_zone (step, z);
          LegatoZoneSet bit = LEGATO_ZONE_BIT (zone);

          if ((fallen[leg] & bit) && step->pressure > last[leg][zone->rank])
            return FALSE;
          if ((touched[leg] & bit) && step->pressure < last[leg][zone->rank])
            fallen[leg] |= bit;
          touched[leg] |= bit;
          last[leg][zone->rank] = step->pressure;
        }
    }
  return TRUE;
}

/* A step travels as its technique does, and its zones are passed from distal to proximal. */
static gboolean
step_goes_up (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  if (step->travel != step->technique->travel)
    return FALSE;
  for (guint i = 1; i < step->zones->len; i++)
    if (nth_zone (step, i)->rank <= nth_zone (step, i - 1)->rank)
      return FALSE;
  return TRUE;
}

gboolean
legato_rule_up (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return legato_rule_holds_for_each (plan, request, bad, step_goes_up);
}

/*
 * A pass of the working phase is a run of steps with one technique, or one walk from ankle to hip
 * in which the technique changes: a step further down with another technique begins a new pass. So
 * what must not go down is a run of one technique. With swelling, all work goes down instead.
 */
gboolean
legato_rule_order (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  gboolean proximal_first = legato_request_drains (plan, request);
  const LegatoStep *last = NULL;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->phase != LEGATO_PHASE_WORK || !legato_step_is_massage (step))
        {
          last = NULL;
          continue;
        }
      if (last != NULL && last->leg == step->leg && last->technique == step->technique)
        {
          int way = nth_zone (step, 0)->rank - nth_zone (last, 0)->rank;

          if (proximal_first ? way > 0 : way < 0)
            {
              *bad = (int) i;
              return FALSE;
            }
        }
      last = step;
    }
  return TRUE;
}

static gboolean
step_is_capped (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoZone *zone = nth_zone (step, i);
      const LegatoUse *use = legato_zone_find_use (zone, step->technique);

      if (use == NULL || step->pressure > use->pressure || step->pressure > zone->max_pressure)
        return FALSE;
    }
  return TRUE;
}

gboolean
legato_rule_cap (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return legato_rule_holds_for_each (plan, request, bad, step_is_capped);
}

static gboolean
has_massage (LegatoPlan *plan)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (legato_step_is_massage (legato_plan_get_step (plan, i)))
      return TRUE;
  return FALSE;
}

/* A leg that is not asked for gets nothing; one on which nothing may be touched leaves its time to
 * the other. */
gboolean
legato_rule_even (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  guint seconds[3] = { 0, 0, 0 };
  guint longest = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      seconds[step->leg] += step->seconds;
      if (step->leg != LEGATO_LEG_BOTH)
        longest = MAX (longest, step->seconds);
    }

  if (request->legs != LEGATO_LEG_BOTH)
    return seconds[request->legs == LEGATO_LEG_LEFT ? LEGATO_LEG_RIGHT : LEGATO_LEG_LEFT] == 0;
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if (!legato_request_is_leg_open (plan, request, leg))
      return seconds[leg] == 0;
  /* Stretches alone may be for one leg only. */
  if (!has_massage (plan) && (seconds[0] == 0 || seconds[1] == 0))
    return TRUE;
  return ABS ((int) seconds[0] - (int) seconds[1]) <= (int) longest;
}

static gboolean
step_holds_in_bounds (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  const LegatoTechnique *technique = step->technique;

  return (technique->hold_min_s == 0 || step->seconds >= technique->hold_min_s)
         && (technique->hold_max_s == 0 || step->seconds <= technique->hold_max_s);
}

/* What a technique may take on one zone counts over the whole plan; a step that goes over several
 * zones gives each its share. */
static gboolean
zones_keep_their_most (LegatoPlan *plan, int *bad)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      for (guint z = 0; step->technique->max_s > 0 && z < step->zones->len; z++)
        {
          double seconds = 0.0;

          for (guint other = 0; other <= i; other++)
            {
              const LegatoStep *earlier = legato_plan_get_step (plan, other);

              if (earlier->leg == step->leg && earlier->technique == step->technique
                  && g_ptr_array_find (earlier->zones, nth_zone (step, z), NULL))
                seconds += (double) earlier->seconds / earlier->zones->len;
            }
          if (seconds > step->technique->max_s)
            {
              *bad = (int) i;
              return FALSE;
            }
        }
    }
  return TRUE;
}

gboolean
legato_rule_hold (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return legato_rule_holds_for_each (plan, request, bad, step_holds_in_bounds)
         && zones_keep_their_most (plan, bad);
}

static gboolean
step_spares_it_band (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  if (step->technique->kind != LEGATO_TECHNIQUE_TOOL)
    return TRUE;
  for (guint i = 0; i < step->zones->len; i++)
    if (nth_zone (step, i)->it_band)
      return FALSE;
  return TRUE;
}

gboolean
legato_rule_itb (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return legato_rule_holds_for_each (plan, request, bad, step_spares_it_band);
}

static gboolean
step_lifts_over (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  for (guint i = 0; i < step->zones->len; i++)
    if (nth_zone (step, i)->lift_over
        && !(legato_plan_is_drainage (plan) && step->pressure == LEGATO_PRESSURE_FEATHER))
      return FALSE;
  return TRUE;
}

gboolean
legato_rule_pop (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return legato_rule_holds_for_each (plan, request, bad, step_lifts_over);
}

static gboolean
step_spares_bone (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  for (guint i = 0; i < step->zones->len; i++)
    if (nth_zone (step, i)->bony
        && (step->pressure > LEGATO_PRESSURE_LIGHT
            || legato_step_has_stroke (step, LEGATO_STROKE_TAP)))
      return FALSE;
  return TRUE;
}

gboolean
legato_rule_bone (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return legato_rule_holds_for_each (plan, request, bad, step_spares_bone);
}

/* Returns: seconds that were asked for, or that a routine has by itself; 0 if neither is so: what a
 * goal takes depends on whom it is for */
static guint
get_asked_seconds (const LegatoRequest *request)
{
  const LegatoRoutine *routine = request->routine;
  guint n_legs = request->legs == LEGATO_LEG_BOTH ? 2 : 1;
  guint seconds = 0;

  if (request->minutes != 0 || routine == NULL)
    return request->minutes * 60;
  seconds = legato_routine_get_part_seconds (routine, LEGATO_PART_BEFORE)
            + n_legs * legato_routine_get_part_seconds (routine, LEGATO_PART_LEG)
            + legato_routine_get_part_seconds (routine, LEGATO_PART_AFTER);
  if (!routine->own && legato_request_has (request, LEGATO_CONDITION_LONG_STANDING))
    return MIN (seconds, LEGATO_PLAN_SHORT_MINUTES * 60);
  return seconds;
}

/* Shorter than was asked for is a plan only if it says so: then it is the longest possible. */
gboolean
legato_rule_len (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  double seconds = legato_plan_get_massage_seconds (plan);
  guint asked = get_asked_seconds (request);
  gboolean legs[3] = { FALSE, FALSE, FALSE };

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    legs[legato_plan_get_step (plan, i)->leg] = TRUE;
  if (seconds > LEGATO_PLAN_MAX_MINUTES * 60)
    return FALSE;
  if (legs[LEGATO_LEG_LEFT] != legs[LEGATO_LEG_RIGHT] && seconds > LEGATO_PLAN_MAX_LEG_MINUTES * 60)
    return FALSE;
  return asked == 0 || fabs (seconds - asked) <= asked * LENGTH_TOLERANCE
         || (seconds < asked && legato_plan_get_requested_seconds (plan) == asked);
}

static gboolean
step_has_tool (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  const char *tool = step->technique->tool;

  return tool == NULL || (request->tools != NULL && g_strv_contains (request->tools, tool));
}

gboolean
legato_rule_tools (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return legato_rule_holds_for_each (plan, request, bad, step_has_tool);
}

/* What the hands can do there, one's own or a partner's. A long stroke of one's own hands does not
 * go on over the buttock. */
static gboolean
step_is_reachable (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  gboolean partner = legato_request_is_for_partner (request);
  guint help = partner ? LEGATO_HELP_PARTNER : LEGATO_HELP_ALONE;
  gboolean at_buttock = FALSE;
  gboolean off_hip = FALSE;

  for (guint i = 0; i < step->zones->len; i++)
    {
      const LegatoZone *zone = nth_zone (step, i);
      const LegatoUse *use = legato_zone_find_use (zone, step->technique);

      if (use != NULL && !(use->help & help))
        return FALSE;
      at_buttock |= g_strv_contains (buttocks, zone->id);
      off_hip |= !g_strv_contains (hip, zone->id);
    }
  return partner || !at_buttock || !off_hip;
}

gboolean
legato_rule_reach (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return legato_rule_holds_for_each (plan, request, bad, step_is_reachable);
}
