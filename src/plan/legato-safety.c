/* legato-safety.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-safety.h"

/* The two techniques that rules name. */
#define EFFLEURAGE "effleurage"
#define LYMPH_STROKES "lymph-strokes"
#define TAPOTEMENT "tapotement"

static gboolean
is_technique (const LegatoStep *step, const char *id)
{
  return g_str_equal (step->technique->id, id);
}

static gboolean
is_massage (const LegatoStep *step)
{
  return step->zones->len > 0;
}

static const LegatoZone *
nth_zone (const LegatoStep *step, guint i)
{
  return g_ptr_array_index (step->zones, i);
}

/* The swelling routine works from the thigh down with lymph strokes alone. */
static gboolean
is_swelling (LegatoPlan *plan)
{
  const LegatoRoutine *routine = legato_plan_get_routine (plan);

  return routine != NULL && !routine->distal_first;
}

static gboolean
is_light_glide (LegatoPlan *plan, const LegatoStep *step)
{
  return step->pressure <= LEGATO_PRESSURE_LIGHT
         && (is_technique (step, EFFLEURAGE)
             || (is_swelling (plan) && is_technique (step, LYMPH_STROKES)));
}

/* Looks at the first massage step of each leg or, from the end, at the last one. */
static gboolean
light_edge_holds (LegatoPlan *plan, gboolean from_end, int *bad)
{
  guint n_steps = legato_plan_get_n_steps (plan);
  gboolean seen[2] = { FALSE, FALSE };

  for (guint n = 0; n < n_steps; n++)
    {
      guint index = from_end ? n_steps - 1 - n : n;
      const LegatoStep *step = legato_plan_get_step (plan, index);

      if (!is_massage (step) || step->leg == LEGATO_LEG_BOTH || seen[step->leg])
        continue;
      seen[step->leg] = TRUE;
      if (!is_light_glide (plan, step))
        {
          *bad = (int) index;
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
light_first_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return light_edge_holds (plan, FALSE, bad);
}

static gboolean
light_last_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return light_edge_holds (plan, TRUE, bad);
}

/* On one zone of one leg the pressure may rise, then fall; having fallen it never rises again. */
static gboolean
zone_rises_once (LegatoPlan *plan, LegatoLeg leg, const LegatoZone *zone, int *bad)
{
  LegatoPressure last = LEGATO_PRESSURE_FEATHER;
  gboolean falling = FALSE;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->leg != leg || !g_ptr_array_find (step->zones, zone, NULL))
        continue;
      if (falling && step->pressure > last)
        {
          *bad = (int) i;
          return FALSE;
        }
      falling = falling || step->pressure < last;
      last = step->pressure;
    }
  return TRUE;
}

static gboolean
rise_fall_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  LegatoPhase phase[2] = { LEGATO_PHASE_WARM, LEGATO_PHASE_WARM };
  GPtrArray *zones = legato_guide_get_zones (legato_plan_get_guide (plan));

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      *bad = (int) i;
      if (step->leg == LEGATO_LEG_BOTH || !is_massage (step))
        continue;
      if (step->phase < phase[step->leg])
        return FALSE;
      phase[step->leg] = step->phase;
      if (step->phase != LEGATO_PHASE_WORK && step->pressure > LEGATO_PRESSURE_LIGHT)
        return FALSE;
    }

  for (guint i = 0; i < zones->len; i++)
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      if (!zone_rises_once (plan, (LegatoLeg) leg, g_ptr_array_index (zones, i), bad))
        return FALSE;

  return TRUE;
}

/* Every rule that looks at one step at a time is a test of a step, run over all of them. */
typedef gboolean (*StepHolds) (LegatoPlan *plan,
                               const LegatoRequest *request,
                               const LegatoStep *step);

static gboolean
each_step_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad, StepHolds holds)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      if (!holds (plan, request, legato_plan_get_step (plan, i)))
        {
          *bad = (int) i;
          return FALSE;
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

static gboolean
up_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return each_step_holds (plan, request, bad, step_goes_up);
}

static gboolean
order_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  const LegatoStep *last = NULL;
  gboolean proximal_first = is_swelling (plan);

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      gboolean same_pass = FALSE;

      if (step->phase != LEGATO_PHASE_WORK || !is_massage (step))
        {
          last = NULL;
          continue;
        }
      same_pass = last != NULL && last->leg == step->leg && last->technique == step->technique;
      if (same_pass)
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

static gboolean
cap_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return each_step_holds (plan, request, bad, step_is_capped);
}

static gboolean
even_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
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
  return ABS ((int) seconds[0] - (int) seconds[1]) <= (int) longest;
}

static gboolean
step_holds_in_bounds (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  const LegatoTechnique *technique = step->technique;

  if (technique->hold_min_s > 0 && step->seconds < technique->hold_min_s)
    return FALSE;
  if (technique->hold_max_s > 0 && step->seconds > technique->hold_max_s)
    return FALSE;
  return technique->max_s == 0 || step->zones->len == 0
         || step->seconds <= technique->max_s * step->zones->len;
}

static gboolean
hold_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return each_step_holds (plan, request, bad, step_holds_in_bounds);
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

static gboolean
itb_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return each_step_holds (plan, request, bad, step_spares_it_band);
}

static gboolean
step_lifts_over (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  for (guint i = 0; i < step->zones->len; i++)
    if (nth_zone (step, i)->lift_over
        && !(is_swelling (plan) && step->pressure == LEGATO_PRESSURE_FEATHER))
      return FALSE;
  return TRUE;
}

static gboolean
pop_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return each_step_holds (plan, request, bad, step_lifts_over);
}

static gboolean
step_spares_bone (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  for (guint i = 0; i < step->zones->len; i++)
    if (nth_zone (step, i)->bony
        && (step->pressure > LEGATO_PRESSURE_LIGHT || is_technique (step, TAPOTEMENT)))
      return FALSE;
  return TRUE;
}

static gboolean
bone_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return each_step_holds (plan, request, bad, step_spares_bone);
}

static gboolean
len_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  double seconds = legato_plan_get_seconds (plan);

  if (seconds > LEGATO_PLAN_MAX_MINUTES * 60)
    return FALSE;
  return request->minutes == 0
         || fabs (seconds - request->minutes * 60) <= request->minutes * 60 * 0.05;
}

static gboolean
step_has_tool (LegatoPlan *plan, const LegatoRequest *request, const LegatoStep *step)
{
  const char *tool = step->technique->tool;

  return tool == NULL || (request->tools != NULL && g_strv_contains (request->tools, tool));
}

static gboolean
tools_holds (LegatoPlan *plan, const LegatoRequest *request, int *bad)
{
  return each_step_holds (plan, request, bad, step_has_tool);
}

static const LegatoRule rules[] = {
  { "P-LIGHT-FIRST", N_ ("Each leg starts with light gliding."), light_first_holds },
  { "P-LIGHT-LAST", N_ ("Each leg ends with light gliding."), light_last_holds },
  { "P-RISE-FALL", N_ ("Pressure rises once and then falls."), rise_fall_holds },
  { "P-UP", N_ ("Strokes go up the leg."), up_holds },
  { "P-ORDER", N_ ("Each pass works its way up from the ankle."), order_holds },
  { "P-CAP", N_ ("No place is pressed more, or worked otherwise, than it allows."), cap_holds },
  { "P-EVEN", N_ ("Both legs get the same time."), even_holds },
  { "P-HOLD", N_ ("A press is held neither too short nor too long."), hold_holds },
  { "P-ITB", N_ ("No tool goes on the band along the outer thigh."), itb_holds },
  { "P-POP", N_ ("The hands lift over the back of the knee."), pop_holds },
  { "P-BONE", N_ ("Shin, knee and ankle are touched lightly and never tapped."), bone_holds },
  { "P-LEN", N_ ("It is as long as you asked for, and never over 30 minutes."), len_holds },
  { "P-TOOLS", N_ ("It needs only tools that you have."), tools_holds },
};

/* Signs that forbid any session on the day they are there (domain.md §7). */
static const char *const red_flags[] = { "R-DVT",      "R-BREATH",  "R-FEVER",
                                         "R-BRUISE",   "R-WEIGHT",  "R-FRACTURE",
                                         "R-SHOOTING", "R-PERSIST", NULL };

/** Returns: whether @advice belongs to a red flag: no session today, whatever the person wishes */
gboolean
legato_safety_is_red_flag (const LegatoAdvice *advice)
{
  g_return_val_if_fail (advice != NULL, FALSE);
  return g_strv_contains (red_flags, advice->rule);
}

/** Returns: whether @advice belongs to a condition that a clinician has to clear first */
gboolean
legato_safety_needs_clearance (const LegatoAdvice *advice)
{
  g_return_val_if_fail (advice != NULL, FALSE);
  return g_str_equal (advice->rule, "R-UNCLEARED");
}

/** Returns: (array length=n_rules): every rule, in the order of domain.md §7 */
const LegatoRule *
legato_safety_get_rules (gsize *n_rules)
{
  g_return_val_if_fail (n_rules != NULL, NULL);

  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

/**
 * legato_safety_check:
 *
 * Checks @plan against every rule.
 *
 * Returns: %TRUE, or %FALSE with %LEGATO_PLAN_ERROR_RULE, whose message names the rule, says it in
 *   words and names the step that breaks it
 */
gboolean
legato_safety_check (LegatoPlan *plan, const LegatoRequest *request, GError **error)
{
  g_return_val_if_fail (plan != NULL && request != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *title = NULL;
      int step = -1;

      if (rules[i].holds (plan, request, &step))
        continue;

      if (step < 0)
        {
          g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE, "%s: %s", rules[i].id,
                       _ (rules[i].words));
          return FALSE;
        }
      title = legato_step_dup_title (legato_plan_get_step (plan, (guint) step));
      /* Translators: a rule's id, the rule, and the number and name of the step that breaks it */
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE, _ ("%s: %s (step %d, %s)"),
                   rules[i].id, _ (rules[i].words), step + 1, title);
      return FALSE;
    }
  return TRUE;
}
