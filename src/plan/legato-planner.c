/* legato-planner.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-pace.h"
#include "legato-planner.h"
#include "legato-safety.h"

/* Opens and closes the session of a zone. */
#define EFFLEURAGE "effleurage"

/* A zone's session on one leg, if it takes no longer than it must: half of the three minutes that
 * are worth while [S3], most of it for the chosen technique. */
#define ZONE_GLIDE_S 15
#define ZONE_WORK_S 60

/* A step of the routine on its way into the plan. */
typedef struct
{
  const LegatoRoutineStep *step;
  GPtrArray *zones; /* what is left of step->zones: lifted zones are dropped */
  gboolean lifted;
  double weight; /* seconds at the routine's own length */
  guint times;   /* on how many legs it is done */
  guint least;
  guint most;
  guint seconds;
  double rest; /* what rounding took away */
} Draft;

static void
draft_clear (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->zones, g_ptr_array_unref);
}

static gboolean
is_lifted (const LegatoZone *zone, const LegatoTechnique *technique)
{
  const LegatoUse *use = legato_zone_find_use (zone, technique);

  return use != NULL && use->lifted;
}

/* A hold is one steady press: a step longer than the longest hold becomes several. */
static guint
count_holds (const LegatoRoutineStep *step)
{
  guint usual = step->technique->beat_ms / 1000;

  if (step->technique->hold_max_s == 0 || step->seconds <= step->technique->hold_max_s)
    return 1;
  return MAX ((step->seconds + usual / 2) / MAX (usual, 1),
              (step->seconds + step->technique->hold_max_s - 1) / step->technique->hold_max_s);
}

static void
append_drafts (GArray *drafts, GPtrArray *steps, guint times)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const LegatoRoutineStep *step = g_ptr_array_index (steps, i);
      g_autoptr (GPtrArray) zones = g_ptr_array_new ();
      guint holds = count_holds (step);
      gboolean lifted = FALSE;

      for (guint z = 0; z < step->zones->len; z++)
        {
          if (is_lifted (g_ptr_array_index (step->zones, z), step->technique))
            lifted = TRUE;
          else
            g_ptr_array_add (zones, g_ptr_array_index (step->zones, z));
        }
      if (step->zones->len > 0 && zones->len == 0)
        continue;

      for (guint hold = 0; hold < holds; hold++)
        {
          Draft draft = {
            .step = step,
            .zones = g_ptr_array_ref (zones),
            .lifted = lifted,
            .weight = (double) step->seconds / holds,
            .times = times,
            .least = legato_pace_get_least_seconds (step->technique, zones),
            .most = G_MAXINT / 4,
          };

          if (step->technique->hold_max_s > 0)
            draft.most = step->technique->hold_max_s;
          if (step->technique->max_s > 0 && zones->len > 0)
            draft.most = MIN (draft.most, step->technique->max_s * zones->len);
          draft.most = MAX (draft.most, draft.least);
          g_array_append_val (drafts, draft);
        }
    }
}

static double
total_at (GArray *drafts, double scale)
{
  double total = 0.0;

  for (guint i = 0; i < drafts->len; i++)
    {
      const Draft *draft = &g_array_index (drafts, Draft, i);

      total += draft->times * CLAMP (draft->weight * scale, draft->least, draft->most);
    }
  return total;
}

/*
 * Gives every draft its whole seconds, in proportion to the routine's own and within its bounds,
 * so that they add up to @seconds. What rounding leaves over goes to those it took most from.
 */
static gboolean
spread_seconds (GArray *drafts, guint seconds)
{
  double low = 0.0;
  double high = 1.0;
  guint given = 0;

  while (total_at (drafts, high) < seconds && high < 1e6)
    high *= 2.0;
  if (total_at (drafts, 0.0) > seconds || total_at (drafts, high) < seconds)
    return FALSE;

  for (int i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2.0;

      if (total_at (drafts, middle) < seconds)
        low = middle;
      else
        high = middle;
    }

  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = &g_array_index (drafts, Draft, i);
      double exact = CLAMP (draft->weight * high, draft->least, draft->most);

      /* Bisection stops a hair beside a whole number: that is no remainder. */
      draft->seconds = (guint) floor (exact + 1e-6);
      draft->rest = MAX (exact - draft->seconds, 0.0);
      given += draft->times * draft->seconds;
    }

  while (given < seconds)
    {
      Draft *neediest = NULL;

      for (guint i = 0; i < drafts->len; i++)
        {
          Draft *draft = &g_array_index (drafts, Draft, i);

          if (draft->seconds < draft->most && draft->times <= seconds - given
              && (neediest == NULL || draft->rest > neediest->rest))
            neediest = draft;
        }
      if (neediest == NULL)
        break; /* one odd second is left and every step is done twice */
      neediest->seconds++;
      neediest->rest -= 1.0;
      given += neediest->times;
    }
  return TRUE;
}

static void
add_reason (LegatoStep *step, const char *id, const char *text)
{
  LegatoReason *reason = g_new0 (LegatoReason, 1);

  reason->id = id;
  reason->text = text;
  g_ptr_array_add (step->reasons, reason);
}

static void
append_steps (GPtrArray *steps, GArray *drafts, guint first, guint end, LegatoLeg leg)
{
  for (guint i = first; i < end; i++)
    {
      const Draft *draft = &g_array_index (drafts, Draft, i);
      LegatoStep *step = legato_step_new (leg, draft->step->phase, draft->step->technique,
                                          draft->step->pressure, draft->seconds);

      g_ptr_array_extend (step->zones, draft->zones, NULL, NULL);
      if (draft->lifted)
        add_reason (step, "P-POP", _ ("Lift your hands over the back of the knee."));
      g_ptr_array_add (steps, step);
    }
}

static void
routine_step_free (LegatoRoutineStep *step)
{
  g_ptr_array_unref (step->zones);
  g_free (step);
}

static void
add_zone_step (GPtrArray *steps, LegatoPhase phase, const LegatoUse *use, guint seconds)
{
  LegatoRoutineStep *step = g_new0 (LegatoRoutineStep, 1);

  step->phase = phase;
  step->technique = use->technique;
  step->zones = g_ptr_array_new ();
  step->pressure = use->pressure;
  step->seconds = seconds;
  g_ptr_array_add (step->zones, (gpointer) use->zone);
  g_ptr_array_add (steps, step);
}

/*
 * The steps of a session of one zone on one leg: light glides, the technique, light glides; or
 * %NULL and @error if the zone is not massaged alone or not in that way.
 */
static GPtrArray *
make_zone_steps (LegatoGuide *guide, const LegatoRequest *request, GError **error)
{
  const LegatoZone *zone = request->zone;
  const LegatoTechnique *technique =
      request->technique != NULL ? request->technique : legato_planner_choose_technique (zone);
  const LegatoUse *glide =
      legato_zone_find_use (zone, legato_guide_find_technique (guide, EFFLEURAGE));
  const LegatoUse *work = technique != NULL ? legato_zone_find_use (zone, technique) : NULL;
  GPtrArray *steps = NULL;
  guint seconds = ZONE_WORK_S;

  if (zone->lift_over)
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                   /* Translators: a rule's id and the name of a place, "Behind the knee" */
                   _ ("%s: “%s” is not massaged on its own. Your hands lift over it."), "P-POP",
                   zone->name);
      return NULL;
    }
  if (glide == NULL || work == NULL)
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                   /* Translators: a rule's id, a technique and the name of a place */
                   _ ("%s: %s is not for “%s”."), "P-CAP",
                   technique != NULL ? technique->name : EFFLEURAGE, zone->name);
      return NULL;
    }

  seconds = MAX (seconds, technique->hold_min_s);
  if (technique->max_s > 0)
    seconds = MIN (seconds, technique->max_s);

  steps = g_ptr_array_new_with_free_func ((GDestroyNotify) routine_step_free);
  add_zone_step (steps, LEGATO_PHASE_WARM, glide, ZONE_GLIDE_S);
  add_zone_step (steps, LEGATO_PHASE_WORK, work, seconds);
  add_zone_step (steps, LEGATO_PHASE_SETTLE, glide, ZONE_GLIDE_S);
  return steps;
}

/* What the drafts last as they stand; a zone's session is filled up to whole minutes. */
static guint
get_own_seconds (GArray *drafts, const LegatoRequest *request)
{
  guint seconds = 0;

  for (guint i = 0; i < drafts->len; i++)
    seconds += (guint) lround (g_array_index (drafts, Draft, i).weight
                               * g_array_index (drafts, Draft, i).times);
  if (request->routine != NULL)
    return seconds;
  return MAX ((seconds + 59) / 60, LEGATO_PLAN_MIN_MINUTES) * 60;
}

/**
 * legato_planner_make:
 * @request: what is asked for; its routine, or its zone and technique, belong to @guide
 *
 * The routine, scaled to the minutes asked for, on the legs asked for; or a session of one zone:
 * light glides, the technique, light glides. The same request gives the same plan. Every rule of
 * legato-safety.h is checked before the plan is handed out.
 *
 * Returns: (transfer full): a plan, or %NULL with %LEGATO_PLAN_ERROR_LENGTH if it has no room in
 *   that many minutes or would not fill them, %LEGATO_PLAN_ERROR_RULE if a rule is broken: a tool
 *   is missing, or the zone is one that hands lift over
 */
LegatoPlan *
legato_planner_make (LegatoGuide *guide, const LegatoRequest *request, GError **error)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  g_autoptr (GPtrArray) zone_steps = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  const LegatoRoutine *routine = NULL;
  guint n_legs = 0;
  guint first_leg_step = 0;
  guint first_after = 0;
  guint seconds = 0;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail ((request->routine != NULL) != (request->zone != NULL), NULL);

  if (request->minutes != 0
      && (request->minutes < LEGATO_PLAN_MIN_MINUTES || request->minutes > LEGATO_PLAN_MAX_MINUTES))
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
                   _ ("A session lasts from %d to %d minutes."), LEGATO_PLAN_MIN_MINUTES,
                   LEGATO_PLAN_MAX_MINUTES);
      return NULL;
    }

  routine = request->routine;
  if (routine == NULL)
    {
      zone_steps = make_zone_steps (guide, request, error);
      if (zone_steps == NULL)
        return NULL;
    }

  n_legs = request->legs == LEGATO_LEG_BOTH ? 2 : 1;
  g_array_set_clear_func (drafts, draft_clear);
  if (routine != NULL)
    append_drafts (drafts, routine->before, 1);
  first_leg_step = drafts->len;
  append_drafts (drafts, routine != NULL ? routine->leg_steps : zone_steps, n_legs);
  first_after = drafts->len;
  if (routine != NULL)
    append_drafts (drafts, routine->after, 1);

  seconds = request->minutes != 0 ? request->minutes * 60 : get_own_seconds (drafts, request);
  if (!spread_seconds (drafts, seconds))
    {
      g_set_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH,
                   ngettext ("“%s” cannot be done in %u minute.",
                             "“%s” cannot be done in %u minutes.", seconds / 60),
                   routine != NULL ? routine->name : request->zone->name, seconds / 60);
      return NULL;
    }

  steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  append_steps (steps, drafts, 0, first_leg_step, LEGATO_LEG_BOTH);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if (request->legs == LEGATO_LEG_BOTH || (int) request->legs == leg)
      append_steps (steps, drafts, first_leg_step, first_after, (LegatoLeg) leg);
  append_steps (steps, drafts, first_after, drafts->len, LEGATO_LEG_BOTH);

  plan = legato_plan_new (guide, routine, g_steal_pointer (&steps));
  if (!legato_safety_check (plan, request, error))
    return NULL;

  return g_steal_pointer (&plan);
}

/**
 * legato_planner_choose_technique:
 *
 * Returns: (transfer none) (nullable): what @zone is first worked with: the first technique that
 *   presses as firmly as the zone bears, by hand if there is one; %NULL if it is lifted over
 */
const LegatoTechnique *
legato_planner_choose_technique (const LegatoZone *zone)
{
  const LegatoTechnique *tool = NULL;

  g_return_val_if_fail (zone != NULL, NULL);

  if (zone->lift_over)
    return NULL;
  for (guint i = 0; i < zone->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (zone->uses, i);

      if (use->pressure != zone->max_pressure)
        continue;
      if (use->technique->kind == LEGATO_TECHNIQUE_HANDS)
        return use->technique;
      if (tool == NULL)
        tool = use->technique;
    }
  return tool;
}

/**
 * legato_planner_get_refusals:
 * @flags: %NULL-terminated ids of the red flags that are there today
 *
 * Returns: (transfer container) (element-type LegatoAdvice): the advice that stands in the way of
 *   any session, most urgent first; empty if nothing does
 */
GPtrArray *
legato_planner_get_refusals (LegatoGuide *guide, const char *const *flags)
{
  GPtrArray *all = NULL;
  GPtrArray *refusals = g_ptr_array_new ();

  g_return_val_if_fail (guide != NULL && flags != NULL, refusals);

  all = legato_guide_get_advice (guide);
  for (int urgency = LEGATO_URGENCY_EMERGENCY; urgency >= LEGATO_URGENCY_SOON; urgency--)
    {
      for (guint i = 0; i < all->len; i++)
        {
          LegatoAdvice *advice = g_ptr_array_index (all, i);

          if ((int) advice->urgency == urgency && legato_safety_is_red_flag (advice)
              && g_strv_contains (flags, advice->flag))
            g_ptr_array_add (refusals, advice);
        }
    }
  return refusals;
}

static void
collect_tools (GStrvBuilder *builder, GHashTable *seen, GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const char *tool =
          ((const LegatoRoutineStep *) g_ptr_array_index (steps, i))->technique->tool;

      if (tool != NULL && g_hash_table_add (seen, (gpointer) tool))
        g_strv_builder_add (builder, tool);
    }
}

/** Returns: (transfer full): %NULL-terminated ids of the tools @routine needs, in order of use */
char **
legato_routine_dup_tools (const LegatoRoutine *routine)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (routine != NULL, NULL);

  collect_tools (builder, seen, routine->before);
  collect_tools (builder, seen, routine->leg_steps);
  collect_tools (builder, seen, routine->after);

  return g_strv_builder_end (builder);
}

/** Returns: (transfer full): %NULL-terminated ids of the tools that a plan for @request needs */
char **
legato_request_dup_tools (const LegatoRequest *request)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const LegatoTechnique *technique = NULL;

  g_return_val_if_fail (request != NULL, NULL);

  if (request->routine != NULL)
    return legato_routine_dup_tools (request->routine);

  technique = request->technique;
  if (technique == NULL && request->zone != NULL)
    technique = legato_planner_choose_technique (request->zone);
  if (technique != NULL && technique->tool != NULL)
    g_strv_builder_add (builder, technique->tool);
  return g_strv_builder_end (builder);
}
