/* test-planner.c: every routine at every length keeps every rule, and every rule catches its breach
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-planner.h"
#include "legato-safety.h"

static const char *const all_tools[] = { "roller", "ball", "stick", "gun", "sleeve", "oil", NULL };

static LegatoGuide *
load_guide (void)
{
  g_autoptr (GError) error = NULL;
  LegatoGuide *guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);

  g_assert_no_error (error);
  return guide;
}

static guint
count_seconds (LegatoPlan *plan, LegatoLeg leg)
{
  guint seconds = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (legato_plan_get_step (plan, i)->leg == leg)
      seconds += legato_plan_get_step (plan, i)->seconds;
  return seconds;
}

static void
test_every_routine_at_every_length (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint r = 0; r < routines->len; r++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, r);

      for (guint m = 0; routine->minutes[m] != 0; m++)
        {
          LegatoRequest request = { routine, routine->minutes[m], LEGATO_LEG_BOTH, all_tools };
          g_autoptr (GError) error = NULL;
          g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (legato_plan_get_left_out (plan)->len, ==, 0);
          g_assert_cmpuint (legato_plan_get_seconds (plan), ==, routine->minutes[m] * 60);
          g_assert_cmpuint (count_seconds (plan, LEGATO_LEG_LEFT), ==,
                            count_seconds (plan, LEGATO_LEG_RIGHT));
        }
    }
}

/* Every goal has its content, and fills any time, on one leg or both, with any tools or none. */
static void
test_every_goal_at_every_length (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const char *const *tools[] = { NULL, all_tools };

  for (int goal = LEGATO_GOAL_NONE + 1; goal < LEGATO_N_GOALS; goal++)
    {
      const LegatoRoutine *content = legato_guide_find_goal (guide, legato_goal_to_id (goal));

      g_assert_nonnull (content);
      g_assert_cmpstr (content->summary, !=, "");
      for (guint n = 0; n < 28 * 3 * 2; n++)
        {
          LegatoRequest request = { .goal = (LegatoGoal) goal,
                                    .minutes = LEGATO_PLAN_MIN_MINUTES + n % 28,
                                    .legs = (LegatoLeg) (n / 28 % 3),
                                    .tools = tools[n / 84] };
          g_autoptr (GError) error = NULL;
          g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);

          g_assert_no_error (error);
          g_assert_cmpint (legato_plan_get_goal (plan), ==, goal);
          g_assert_null (legato_plan_get_routine (plan));
          g_assert_cmpint (ABS ((int) legato_plan_get_seconds (plan) - (int) request.minutes * 60),
                           <=, 1);
          if (request.legs == LEGATO_LEG_BOTH)
            g_assert_cmpuint (count_seconds (plan, LEGATO_LEG_LEFT), ==,
                              count_seconds (plan, LEGATO_LEG_RIGHT));
        }
    }
  g_assert_cmpuint (legato_guide_get_goals (guide)->len, ==, LEGATO_N_GOALS - 1);
}

static void
test_any_length_fits_or_says_so (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint r = 0; r < routines->len; r++)
    {
      for (guint minutes = 0; minutes <= 40; minutes++)
        {
          LegatoRequest request = { g_ptr_array_index (routines, r), minutes, LEGATO_LEG_BOTH,
                                    all_tools };
          g_autoptr (GError) error = NULL;
          g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);

          if (minutes == 1 || minutes == 2 || minutes > LEGATO_PLAN_MAX_MINUTES)
            g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
          else
            g_assert_no_error (error);
          if (plan != NULL && minutes != 0)
            g_assert_cmpint (ABS ((int) legato_plan_get_seconds (plan) - (int) minutes * 60), <=,
                             1);
        }
    }
}

static void
test_one_leg_takes_half (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest request = { legato_guide_find_routine (guide, "three-minute"), 0, LEGATO_LEG_RIGHT,
                            NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (legato_plan_get_seconds (plan), ==, 90);
  g_assert_cmpuint (count_seconds (plan, LEGATO_LEG_RIGHT), ==, 90);
}

static void
test_same_request_same_plan (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest request = { legato_guide_find_routine (guide, "sore-legs"), 13, LEGATO_LEG_BOTH,
                            NULL };
  g_autoptr (LegatoPlan) first = legato_planner_make (guide, &request, NULL);
  g_autoptr (LegatoPlan) second = legato_planner_make (guide, &request, NULL);

  g_assert_nonnull (first);
  g_assert_cmpuint (legato_plan_get_n_steps (first), ==, legato_plan_get_n_steps (second));
  for (guint i = 0; i < legato_plan_get_n_steps (first); i++)
    g_assert_cmpuint (legato_plan_get_step (first, i)->seconds, ==,
                      legato_plan_get_step (second, i)->seconds);
}

static void
test_lifted_zone_is_not_touched (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest request = { legato_guide_find_routine (guide, "three-minute"), 0, LEGATO_LEG_BOTH,
                            NULL };
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, NULL);
  const LegatoZone *popliteal = legato_guide_find_zone (guide, "popliteal");
  guint n_lifts = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      g_assert_false (g_ptr_array_find (step->zones, popliteal, NULL));
      for (guint r = 0; r < step->reasons->len; r++)
        if (g_str_equal (((LegatoReason *) g_ptr_array_index (step->reasons, r))->id, "P-POP"))
          n_lifts++;
    }
  g_assert_cmpuint (n_lifts, ==, 2);
}

static const LegatoLeftOut *
find_left_out (LegatoPlan *plan, const char *zone, const char *technique)
{
  GPtrArray *left_out = legato_plan_get_left_out (plan);

  for (guint i = 0; i < left_out->len; i++)
    {
      const LegatoLeftOut *item = g_ptr_array_index (left_out, i);

      if (g_str_equal (item->zone->id, zone)
          && g_strcmp0 (item->technique != NULL ? item->technique->id : NULL, technique) == 0)
        return item;
    }
  return NULL;
}

static void
test_hands_stand_in_for_a_tool (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const LegatoRoutine *routine = legato_guide_find_routine (guide, "roller-and-ball");
  const char *const only_roller[] = { "roller", NULL };
  LegatoRequest request = { routine, 0, LEGATO_LEG_BOTH, only_roller };
  g_auto (GStrv) needed = legato_routine_dup_tools (routine);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
  guint n_presses = 0;
  guint n_rolls = 0;

  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) needed, "roller"));
  g_assert_true (g_strv_contains ((const char *const *) needed, "ball"));
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      g_assert_cmpstr (step->technique->id, !=, "ball");
      n_rolls += g_str_equal (step->technique->id, "roller") ? 1 : 0;
      if (!g_str_equal (step->technique->id, "trigger-point"))
        continue;
      n_presses++;
      g_assert_cmpstr (((LegatoReason *) g_ptr_array_index (step->reasons, 0))->id, ==, "P-TOOLS");
    }
  g_assert_cmpuint (n_presses, >=, 4);
  g_assert_cmpuint (n_rolls, ==, 2);
  /* Nothing but a ball is for the deep muscle of the buttock. */
  g_assert_cmpstr (find_left_out (plan, "piriformis", "ball")->reason.id, ==, "P-TOOLS");
}

static gboolean
has_reason (const LegatoStep *step, const char *id)
{
  for (guint i = 0; i < step->reasons->len; i++)
    if (g_str_equal (((LegatoReason *) g_ptr_array_index (step->reasons, i))->id, id))
      return TRUE;
  return FALSE;
}

/* What remains of a session without the place that hurt, stopped at the start of every step. */
static void
test_replan_spares_what_hurt (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");
  const LegatoZone *hamstrings = legato_guide_find_zone (guide, "hamstrings");
  LegatoRequest request = { .routine = legato_guide_find_routine (guide, "sore-legs"),
                            .legs = LEGATO_LEG_BOTH };
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, NULL);
  guint seconds = legato_plan_get_seconds (plan);
  guint n_moderate = 0;

  for (guint at = 0; at < legato_plan_get_n_steps (plan); at++)
    {
      LegatoLeg leg = legato_plan_get_step (plan, at)->leg;
      g_autoptr (GError) error = NULL;
      g_autoptr (LegatoPlan) rest =
          legato_planner_replan (plan, &request, at, seconds - 2, calf, leg, &error);
      gboolean first = TRUE;

      g_assert_no_error (error);
      g_assert_cmpuint (legato_plan_get_seconds (rest), <=, seconds - 2);
      g_assert_cmpuint (legato_plan_get_seconds (rest), >=, (seconds - 2) * 9 / 10);
      g_assert_cmpstr (find_left_out (rest, "calf", NULL)->reason.id, ==, "R-STOP");
      for (guint i = 0; i < legato_plan_get_n_steps (rest); i++)
        {
          const LegatoStep *step = legato_plan_get_step (rest, i);

          if (step->leg != leg)
            continue;
          if (first)
            g_assert_cmpstr (step->technique->id, ==, "effleurage");
          first = FALSE;
          g_assert_false (g_ptr_array_find (step->zones, calf, NULL));
          if (g_ptr_array_find (step->zones, hamstrings, NULL))
            g_assert_cmpuint (((LegatoZone *) g_ptr_array_index (step->zones, 0))->rank, >,
                              calf->rank);
          n_moderate += step->pressure == LEGATO_PRESSURE_MODERATE ? 1 : 0;
        }
      seconds -= legato_plan_get_step (plan, at)->seconds;
    }
  g_assert_cmpuint (n_moderate, >, 0);
}

static void
test_replan_again (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");
  LegatoRequest request = { .goal = LEGATO_GOAL_SORENESS, .legs = LEGATO_LEG_LEFT, .minutes = 8 };
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, NULL);
  g_autoptr (LegatoPlan) second =
      legato_planner_replan (plan, &request, 0, 480, calf, LEGATO_LEG_LEFT, NULL);
  g_autoptr (LegatoPlan) third =
      legato_planner_replan (second, &request, 0, legato_plan_get_seconds (second),
                             legato_guide_find_zone (guide, "knee"), LEGATO_LEG_LEFT, NULL);
  g_autoptr (GError) error = NULL;
  guint left = 3;

  g_assert_cmpint (legato_plan_get_goal (third), ==, LEGATO_GOAL_SORENESS);
  g_assert_nonnull (find_left_out (third, "calf", NULL));
  g_assert_nonnull (find_left_out (third, "knee", NULL));
  for (guint i = 0; i < legato_plan_get_n_steps (third); i++)
    g_assert_false (g_ptr_array_find (legato_plan_get_step (third, i)->zones, calf, NULL));

  g_assert_null (legato_planner_replan (plan, &request, legato_plan_get_n_steps (plan) - 1, left,
                                        calf, LEGATO_LEG_LEFT, &error));
  g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
  g_clear_error (&error);
  g_assert_null (legato_planner_replan (plan, &request, legato_plan_get_n_steps (plan) - 1, 60,
                                        NULL, LEGATO_LEG_LEFT, &error));
  g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE);
}

/* Pressure that has fallen before the stop does not rise after it. */
static void
test_replan_keeps_pressure_down (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const LegatoZone *knee = legato_guide_find_zone (guide, "knee");
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");
  LegatoRequest request = { .routine = legato_guide_find_routine (guide, "sore-legs"),
                            .legs = LEGATO_LEG_LEFT };
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, NULL);
  g_autoptr (LegatoPlan) rest = NULL;
  guint at = 0;
  guint seconds = legato_plan_get_seconds (plan);
  guint n_lowered = 0;

  while (!g_str_equal (legato_plan_get_step (plan, at)->technique->id, "petrissage"))
    seconds -= legato_plan_get_step (plan, at++)->seconds;
  rest = legato_planner_replan (plan, &request, at, seconds, knee, LEGATO_LEG_LEFT, NULL);
  for (guint i = 0; i < legato_plan_get_n_steps (rest); i++)
    {
      const LegatoStep *step = legato_plan_get_step (rest, i);

      if (!g_ptr_array_find (step->zones, calf, NULL))
        continue;
      g_assert_cmpint (step->pressure, <=, LEGATO_PRESSURE_LIGHT);
      n_lowered += has_reason (step, "P-RISE-FALL") ? 1 : 0;
    }
  g_assert_cmpuint (n_lowered, >, 0);
}

static void
test_advice_falls_into_kinds (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *advice = legato_guide_get_advice (guide);
  guint n_red_flags = 0;
  guint n_conditions = 0;

  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      n_red_flags += legato_safety_is_red_flag (item) ? 1 : 0;
      n_conditions += legato_safety_needs_clearance (item) ? 1 : 0;
      g_assert_false (legato_safety_is_red_flag (item) && legato_safety_needs_clearance (item));
    }
  g_assert_cmpuint (n_red_flags, ==, 8);
  g_assert_cmpuint (n_conditions, ==, 9);
}

static void
test_red_flags_refuse (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const char *const flags[] = { "persist", "breathless", NULL };
  const char *const none[] = { "stop-sharp", "clot-history", NULL }; /* no red flags */
  g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (guide, flags, NULL);
  g_autoptr (GPtrArray) nothing = legato_planner_get_refusals (guide, none, NULL);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (refusals->len, ==, 2);
  g_assert_cmpstr (((LegatoAdvice *) g_ptr_array_index (refusals, 0))->rule, ==, "R-BREATH");
  g_assert_cmpint (((LegatoAdvice *) g_ptr_array_index (refusals, 0))->urgency, ==,
                   LEGATO_URGENCY_EMERGENCY);
  g_assert_cmpstr (((LegatoAdvice *) g_ptr_array_index (refusals, 1))->rule, ==, "R-PERSIST");
}

/* What no clinician has agreed to is refused by the planner too, and named; once cleared, it is
 * not. */
static void
test_uncleared_is_refused (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const char *const fever[] = { "fever", NULL };

  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    {
      LegatoPerson person = { .conditions = 1u << i };
      LegatoRequest request = { .goal = LEGATO_GOAL_EVENING,
                                .legs = LEGATO_LEG_BOTH,
                                .person = &person };
      g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (guide, fever, &person);
      g_autoptr (LegatoPlan) cleared = NULL;
      g_autoptr (LegatoPlan) flagged = NULL;
      g_autoptr (GError) error = NULL;

      /* A red flag is more urgent than a condition. */
      g_assert_cmpstr (((LegatoAdvice *) g_ptr_array_index (refusals, 0))->rule, ==, "R-FEVER");
      if ((1u << i) & LEGATO_CONDITIONS_NEED_CLEARANCE)
        {
          const LegatoAdvice *advice = g_ptr_array_index (refusals, 1);

          g_assert_cmpstr (advice->rule, ==, "R-UNCLEARED");
          g_assert_cmpstr (advice->flag, ==, legato_condition_to_id (1u << i));
          g_assert_null (legato_planner_make (guide, &request, &error));
          g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED);
          g_assert_nonnull (strstr (error->message, advice->question.text));
          g_clear_error (&error);
        }
      else
        g_assert_cmpuint (refusals->len, ==, 1);

      person.cleared = person.conditions;
      cleared = legato_planner_make (guide, &request, &error);
      g_assert_no_error (error);
      request.flags = fever;
      flagged = legato_planner_make (guide, &request, &error);
      g_assert_null (flagged);
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED);
    }
}

/* A step of a hand-made plan that breaks one rule. */
typedef struct
{
  LegatoLeg leg;
  LegatoPhase phase;
  const char *technique;
  const char *zones;
  LegatoPressure pressure;
  guint seconds;
} Sketch;

static LegatoPlan *
make_plan (LegatoGuide *guide, const Sketch *sketches, gsize n_sketches)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);

  for (gsize i = 0; i < n_sketches && sketches[i].technique != NULL; i++)
    {
      g_auto (GStrv) zones = g_strsplit (sketches[i].zones, " ", -1);
      LegatoStep *step =
          legato_step_new (sketches[i].leg, sketches[i].phase,
                           legato_guide_find_technique (guide, sketches[i].technique),
                           sketches[i].pressure, sketches[i].seconds);

      for (gsize z = 0; zones[z] != NULL; z++)
        g_ptr_array_add (step->zones, (gpointer) legato_guide_find_zone (guide, zones[z]));
      g_ptr_array_add (steps, step);
    }
  return legato_plan_new (guide, NULL, steps);
}

#define L LEGATO_LEG_LEFT
#define R LEGATO_LEG_RIGHT
#define WARM LEGATO_PHASE_WARM
#define WORK LEGATO_PHASE_WORK
#define SETTLE LEGATO_PHASE_SETTLE
#define LIGHT LEGATO_PRESSURE_LIGHT
#define MODERATE LEGATO_PRESSURE_MODERATE
#define FIRST                                                                                      \
  {                                                                                                \
    L, WARM, "effleurage", "calf", LIGHT, 20                                                       \
  }
#define LAST                                                                                       \
  {                                                                                                \
    L, SETTLE, "effleurage", "calf", LIGHT, 20                                                     \
  }

/* Ranks of zones, for sets of them. */
#define CALF (1u << 4)
#define HAMSTRINGS (1u << 7)
#define BLOCK_CALF                                                                                 \
  {                                                                                                \
    .blocked = { CALF }                                                                            \
  }
#define WITH(condition)                                                                            \
  {                                                                                                \
    .conditions = LEGATO_CONDITION_##condition, .cleared = LEGATO_CONDITION_##condition            \
  }
#define KNEAD                                                                                      \
  {                                                                                                \
    L, WORK, "petrissage", "calf", MODERATE, 30                                                    \
  }

static const struct
{
  const char *rule;
  Sketch steps[6];
  LegatoPerson person;
  const char *flag;
} breaches[] = {
  { "P-LIGHT-FIRST", { { L, WORK, "petrissage", "calf", MODERATE, 30 }, LAST } },
  { "P-LIGHT-LAST", { FIRST, { L, WORK, "petrissage", "calf", MODERATE, 30 } } },
  { "P-RISE-FALL", { FIRST, LAST, { L, WORK, "effleurage", "calf", LIGHT, 30 } } },
  { "P-RISE-FALL",
    { FIRST,
      { L, WORK, "petrissage", "calf", MODERATE, 30 },
      { L, WORK, "thumb-circles", "calf", LIGHT, 30 },
      { L, WORK, "petrissage", "calf", MODERATE, 30 },
      LAST } },
  { "P-RISE-FALL", { FIRST, { L, WARM, "petrissage", "calf", MODERATE, 30 }, LAST } },
  { "P-UP", { FIRST, { L, WORK, "effleurage", "calf soleus", LIGHT, 30 }, LAST } },
  { "P-ORDER",
    { FIRST,
      { L, WORK, "petrissage", "hamstrings", MODERATE, 30 },
      { L, WORK, "petrissage", "calf", MODERATE, 30 },
      LAST } },
  { "P-CAP", { FIRST, { L, WORK, "effleurage", "ankle", MODERATE, 30 }, LAST } },
  { "P-CAP", { FIRST, { L, WORK, "petrissage", "adductors", LIGHT, 30 }, LAST } },
  { "P-EVEN",
    { FIRST,
      { L, WORK, "petrissage", "calf", MODERATE, 30 },
      LAST,
      { R, WARM, "effleurage", "calf", LIGHT, 20 } } },
  { "P-HOLD", { FIRST, { L, WORK, "trigger-point", "calf", MODERATE, 31 }, LAST } },
  { "P-HOLD", { FIRST, { L, WORK, "trigger-point", "calf", MODERATE, 9 }, LAST } },
  { "P-HOLD", { FIRST, { L, WORK, "massage-gun", "calf", LIGHT, 31 }, LAST } },
  { "P-ITB", { FIRST, { L, WORK, "roller", "outer-thigh", LIGHT, 30 }, LAST } },
  { "P-POP", { FIRST, { L, WORK, "effleurage", "popliteal", LEGATO_PRESSURE_FEATHER, 30 }, LAST } },
  { "P-BONE", { FIRST, { L, WORK, "tapotement", "shin", LIGHT, 30 }, LAST } },
  { "P-LEN", { { L, WARM, "effleurage", "calf", LIGHT, 1801 } } },
  { "P-TOOLS", { FIRST, { L, WORK, "roller", "calf", LIGHT, 30 }, LAST } },
  { "P-BLOCK", { FIRST, KNEAD, LAST }, BLOCK_CALF },
  { "P-BLOCK", { { L, WARM, "effleurage", "soleus hamstrings", LIGHT, 20 } }, BLOCK_CALF },
  { "P-ADAPT:swelling", { FIRST, KNEAD, LAST }, WITH (SWELLING) },
  { "P-ADAPT:swelling",
    { FIRST, { L, WORK, "petrissage", "calf", LIGHT, 30 }, LAST },
    WITH (SWELLING) },
  { "P-ADAPT:tight", { FIRST, KNEAD, LAST }, WITH (TIGHT) },
  { "P-ADAPT:veins", { FIRST, KNEAD, LAST }, WITH (VEINS) },
  { "P-ADAPT:fragile-skin", { FIRST, KNEAD, LAST }, WITH (FRAGILE_SKIN) },
  { "P-ADAPT:fragile-skin",
    { FIRST, { L, WORK, "tapotement", "calf", LEGATO_PRESSURE_FEATHER, 10 }, LAST },
    WITH (FRAGILE_SKIN) },
  { "P-ADAPT:pregnancy", { FIRST, LAST }, WITH (PREGNANCY) },
  { "P-ADAPT:pregnancy",
    { FIRST, LAST },
    { .conditions = LEGATO_CONDITION_PREGNANCY,
      .cleared = LEGATO_CONDITION_PREGNANCY,
      .agreed = { HAMSTRINGS } } },
  { "P-ADAPT:pregnancy-swelling",
    { { L, WARM, "effleurage", "hamstrings", LIGHT, 20 } },
    WITH (PREGNANCY_SWELLING) },
  { "P-ADAPT:sport-soreness",
    { FIRST, KNEAD, LAST },
    { .conditions = LEGATO_CONDITION_SPORT_SORENESS, .soreness = { { [4] = 5, [7] = 4 } } } },
  { "P-ADAPT:long-standing",
    { { L, WARM, "effleurage", "calf", LIGHT, 601 } },
    WITH (LONG_STANDING) },
  { "P-ADAPT:neuropathy", { FIRST, KNEAD, LAST }, WITH (NEUROPATHY) },
  { "P-ADAPT:neuropathy",
    { FIRST, { L, WORK, "roller", "calf", LIGHT, 30 }, LAST },
    WITH (NEUROPATHY) },
  { "P-ADAPT:worse-after-last", { FIRST, KNEAD, LAST }, WITH (WORSE_AFTER_LAST) },
  { "P-ADAPT:worse-after-last", { FIRST, LAST }, { .worse = { CALF } } },
  { "P-ADAPT:cleared", { FIRST, KNEAD, LAST }, WITH (BLOOD_THINNERS) },
  { "P-ADAPT:pressed", { FIRST, KNEAD, LAST }, { .pressed = { CALF } } },
  { "P-ADAPT:soreness", { FIRST, KNEAD, LAST }, { .soreness = { { [4] = 5 } } } },
  { "R-UNCLEARED", { FIRST, LAST }, { .conditions = LEGATO_CONDITION_SURGERY } },
  { "R-DVT", { FIRST, LAST }, .flag = "dvt" },
  { "R-BREATH", { FIRST, LAST }, .flag = "breathless" },
  { "R-FEVER", { FIRST, LAST }, .flag = "fever" },
  { "R-BRUISE", { FIRST, LAST }, .flag = "bruise" },
  { "R-WEIGHT", { FIRST, LAST }, .flag = "weight" },
  { "R-FRACTURE", { FIRST, LAST }, .flag = "fracture" },
  { "R-SHOOTING", { FIRST, LAST }, .flag = "shooting" },
  { "R-PERSIST", { FIRST, LAST }, .flag = "persist" },
};

static const LegatoRule *
find_rule (const char *id)
{
  gsize n_rules = 0;
  const LegatoRule *rules = legato_safety_get_rules (&n_rules);

  for (gsize i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].id, id))
      return &rules[i];
  g_assert_not_reached ();
}

static void
test_every_rule_catches_its_breach (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (GHashTable) caught = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_rules = 0;
  const LegatoRule *rules = legato_safety_get_rules (&n_rules);

  for (gsize i = 0; i < G_N_ELEMENTS (breaches); i++)
    {
      g_autoptr (LegatoPlan) plan =
          make_plan (guide, breaches[i].steps, G_N_ELEMENTS (breaches[i].steps));
      gboolean even = g_str_equal (breaches[i].rule, "P-EVEN");
      const char *const flags[] = { breaches[i].flag, NULL };
      LegatoRequest request = { .legs = even ? LEGATO_LEG_BOTH : L,
                                .person = &breaches[i].person,
                                .flags = flags };
      g_autoptr (GPtrArray) found = legato_safety_find_breaches (plan, &request);
      g_autoptr (GError) error = NULL;
      gboolean is_found = FALSE;
      int step = -1;

      for (guint b = 0; b < found->len; b++)
        {
          const LegatoBreach *breach = g_ptr_array_index (found, b);

          g_assert_cmpstr (breach->words, !=, "");
          g_assert_cmpstr (breach->mend, !=, "");
          is_found = is_found || g_str_equal (breach->rule, breaches[i].rule);
        }
      g_assert_true (is_found);

      g_assert_false (find_rule (breaches[i].rule)->holds (plan, &request, &step));
      g_assert_false (legato_safety_check (plan, &request, &error));
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE);
      g_hash_table_add (caught, (gpointer) breaches[i].rule);
    }

  for (gsize i = 0; i < n_rules; i++)
    g_assert_true (g_hash_table_contains (caught, rules[i].id));
}

static void
test_a_good_plan_passes (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const Sketch steps[] = { FIRST, { L, WORK, "petrissage", "calf", MODERATE, 30 }, LAST };
  g_autoptr (LegatoPlan) plan = make_plan (guide, steps, G_N_ELEMENTS (steps));
  LegatoRequest request = { NULL, 0, L, NULL };
  g_autoptr (GError) error = NULL;

  legato_safety_check (plan, &request, &error);
  g_assert_no_error (error);
}

/* Every zone by every technique it bears, on every choice of legs, at every length: a plan that
 * keeps every rule, or a plain refusal. */
static void
check_zone_plan (LegatoGuide *guide, const LegatoRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, request, &error);
  LegatoLeg leg = LEGATO_LEG_LEFT;
  guint worked = 0;
  guint n_steps = 0;

  if (plan == NULL)
    {
      /* A sleeve takes ten minutes a leg, so that short ones are refused; hands on one zone do it
       * good for a few minutes, and no rest after it is longer than ten. */
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
      g_assert_cmpuint (request->minutes, !=, 0);
      if (!g_str_equal (request->technique->id, "compression-sleeve"))
        g_assert_cmpuint (request->minutes, >, LEGATO_PLAN_MAX_REST_MINUTES);
      return;
    }

  legato_safety_check (plan, request, &error);
  g_assert_no_error (error);
  g_assert_true (legato_plan_get_only_zone (plan, &leg) == request->zone);
  g_assert_cmpint (leg, ==, request->legs);
  g_assert_null (legato_plan_get_routine (plan));
  g_assert_cmpuint (legato_plan_get_seconds (plan), >=, LEGATO_PLAN_MIN_MINUTES * 60);
  if (request->minutes != 0)
    g_assert_cmpuint (legato_plan_get_seconds (plan), ==, request->minutes * 60);
  g_assert_cmpuint (count_seconds (plan, LEGATO_LEG_BOTH), <=, LEGATO_PLAN_MAX_REST_MINUTES * 60);

  n_steps = legato_plan_get_n_steps (plan);
  if (count_seconds (plan, LEGATO_LEG_BOTH) > 0)
    n_steps--; /* the rest with legs raised */
  g_assert_cmpstr (legato_plan_get_step (plan, 0)->technique->id, ==, "effleurage");
  g_assert_cmpstr (legato_plan_get_step (plan, n_steps - 1)->technique->id, ==, "effleurage");
  for (guint i = 0; i < n_steps; i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->phase == LEGATO_PHASE_WORK)
        {
          g_assert_true (request->technique == NULL || step->technique == request->technique);
          worked++;
        }
    }
  g_assert_cmpuint (worked, >, 0);
}

static void
test_every_zone_alone (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint z = 0; z < zones->len; z++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, z);

      if (zone->lift_over)
        continue;
      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_BOTH; leg++)
        {
          LegatoRequest request = { .legs = (LegatoLeg) leg, .tools = all_tools, .zone = zone };

          check_zone_plan (guide, &request);
          for (guint u = 0; u < zone->uses->len; u++)
            {
              request.technique = ((LegatoUse *) g_ptr_array_index (zone->uses, u))->technique;
              request.minutes = 0;
              check_zone_plan (guide, &request);
              for (guint minutes = 3; minutes <= 30; minutes++)
                {
                  request.minutes = minutes;
                  check_zone_plan (guide, &request);
                }
            }
        }
    }
}

static void
test_zone_is_worked_by_what_suits_it (void)
{
  static const struct
  {
    const char *zone;
    const char *technique;
  } expected[] = {
    { "foot", "thumb-circles" },     { "ankle", "effleurage" },      { "soleus", "petrissage" },
    { "shin", "effleurage" },        { "calf", "petrissage" },       { "knee", "effleurage" },
    { "hamstrings", "petrissage" },  { "quadriceps", "petrissage" }, { "adductors", "effleurage" },
    { "outer-thigh", "petrissage" }, { "tfl", "trigger-point" },     { "gluteus", "trigger-point" },
    { "piriformis", "ball" },
  };
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const LegatoZone *zone = legato_guide_find_zone (guide, expected[i].zone);

      g_assert_cmpstr (legato_planner_choose_technique (zone)->id, ==, expected[i].technique);
    }
}

static void
assert_refused (LegatoGuide *guide, const LegatoRequest *request, const char *rule)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (legato_planner_make (guide, request, &error));
  g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE);
  g_assert_true (g_str_has_prefix (error->message, rule));
}

static void
test_zone_refusals (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest popliteal = { .legs = LEGATO_LEG_LEFT,
                              .zone = legato_guide_find_zone (guide, "popliteal") };
  LegatoRequest no_ball = { .legs = LEGATO_LEG_LEFT,
                            .zone = legato_guide_find_zone (guide, "piriformis"),
                            .technique = legato_guide_find_technique (guide, "ball") };
  LegatoRequest tapped_shin = { .legs = LEGATO_LEG_LEFT,
                                .zone = legato_guide_find_zone (guide, "shin"),
                                .technique = legato_guide_find_technique (guide, "tapotement") };
  g_auto (GStrv) needed = legato_request_dup_tools (&no_ball);
  g_auto (GStrv) nothing = legato_request_dup_tools (&tapped_shin);

  assert_refused (guide, &popliteal, "P-POP:");
  popliteal.technique = legato_guide_find_technique (guide, "lymph-strokes");
  assert_refused (guide, &popliteal, "P-POP:");
  assert_refused (guide, &no_ball, "P-TOOLS:");
  assert_refused (guide, &tapped_shin, "P-CAP:");
  g_assert_cmpuint (g_strv_length (needed), ==, 1);
  g_assert_cmpstr (needed[0], ==, "ball");
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/every-routine-at-every-length", test_every_routine_at_every_length);
  g_test_add_func ("/plan/every-goal-at-every-length", test_every_goal_at_every_length);
  g_test_add_func ("/plan/any-length-fits-or-says-so", test_any_length_fits_or_says_so);
  g_test_add_func ("/plan/one-leg-takes-half", test_one_leg_takes_half);
  g_test_add_func ("/plan/same-request-same-plan", test_same_request_same_plan);
  g_test_add_func ("/plan/lifted-zone-is-not-touched", test_lifted_zone_is_not_touched);
  g_test_add_func ("/plan/hands-stand-in-for-a-tool", test_hands_stand_in_for_a_tool);
  g_test_add_func ("/plan/replan-spares-what-hurt", test_replan_spares_what_hurt);
  g_test_add_func ("/plan/replan-again", test_replan_again);
  g_test_add_func ("/plan/replan-keeps-pressure-down", test_replan_keeps_pressure_down);
  g_test_add_func ("/plan/advice-falls-into-kinds", test_advice_falls_into_kinds);
  g_test_add_func ("/plan/red-flags-refuse", test_red_flags_refuse);
  g_test_add_func ("/plan/uncleared-is-refused", test_uncleared_is_refused);
  g_test_add_func ("/plan/every-rule-catches-its-breach", test_every_rule_catches_its_breach);
  g_test_add_func ("/plan/a-good-plan-passes", test_a_good_plan_passes);
  g_test_add_func ("/plan/every-zone-alone", test_every_zone_alone);
  g_test_add_func ("/plan/zone-is-worked-by-what-suits-it", test_zone_is_worked_by_what_suits_it);
  g_test_add_func ("/plan/zone-refusals", test_zone_refusals);
  return g_test_run ();
}
