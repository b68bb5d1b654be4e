/* test-planner.c: routines and goals at every length, with what is at hand, and re-planned after a
 * stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-test-utils.h"

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
          LegatoRequest request = { routine, routine->minutes[m], LEGATO_LEG_BOTH,
                                    plan_test_all_tools };
          g_autoptr (GError) error = NULL;
          g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (legato_plan_get_left_out (plan)->len, ==, 0);
          g_assert_cmpuint (legato_plan_get_massage_seconds (plan), ==, routine->minutes[m] * 60);
          g_assert_cmpuint (plan_test_count_seconds (plan, LEGATO_LEG_LEFT), ==,
                            plan_test_count_seconds (plan, LEGATO_LEG_RIGHT));
        }
    }
}

/* As long as was asked for, or the longest that is possible, which the plan says: then it is no
 * longer if more is asked for. */
static void
assert_length (LegatoGuide *guide, LegatoPlan *plan, const LegatoRequest *request)
{
  LegatoRequest most = *request;
  g_autoptr (LegatoPlan) longest = NULL;
  guint asked = request->minutes * 60;
  guint seconds = legato_plan_get_massage_seconds (plan);

  if (request->legs != LEGATO_LEG_BOTH)
    g_assert_cmpuint (seconds, <=, LEGATO_PLAN_MAX_LEG_MINUTES * 60);
  if (ABS ((int) seconds - (int) asked) <= 1)
    return;
  most.minutes = LEGATO_PLAN_MAX_MINUTES;
  longest = legato_planner_make (guide, &most, NULL);
  g_assert_cmpuint (seconds, <, asked);
  g_assert_cmpuint (legato_plan_get_requested_seconds (plan), ==, asked);
  if (request->minutes >= 20)
    g_assert_cmpuint (legato_plan_get_seconds (longest), <=, seconds + 5);
}

/* Every goal has its content, on one leg or both, with any tools or none. */
static void
test_every_goal_at_every_length (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const char *const *tools[] = { NULL, plan_test_all_tools };

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
          assert_length (guide, plan, &request);
          if (request.legs == LEGATO_LEG_BOTH)
            g_assert_cmpuint (plan_test_count_seconds (plan, LEGATO_LEG_LEFT), ==,
                              plan_test_count_seconds (plan, LEGATO_LEG_RIGHT));
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
                                    plan_test_all_tools };
          g_autoptr (GError) error = NULL;
          g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);

          if (minutes == 1 || minutes == 2 || minutes > LEGATO_PLAN_MAX_MINUTES)
            g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
          else
            g_assert_no_error (error);
          if (plan != NULL && minutes != 0)
            assert_length (guide, plan, &request);
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
  g_assert_cmpuint (plan_test_count_seconds (plan, LEGATO_LEG_RIGHT), ==, 90);
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
  g_assert_cmpuint (n_lifts, ==, 4); /* the glides of the beginning and of the end, each leg */
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

static LegatoPlan *
make_with (LegatoGuide *guide, const char *routine, const char *tool, const LegatoPerson *person)
{
  const char *const tools[] = { tool, NULL };
  LegatoRequest request = { .routine = legato_guide_find_routine (guide, routine),
                            .legs = LEGATO_LEG_BOTH,
                            .tools = tools,
                            .person = person };
  g_autoptr (GError) error = NULL;
  LegatoPlan *plan = legato_planner_make (guide, &request, &error);

  g_assert_no_error (error);
  return plan;
}

static guint
count_steps_with (LegatoPlan *plan, const char *technique, const char *zone)
{
  guint n = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      for (guint z = 0; z < step->zones->len; z++)
        n += g_str_equal (step->technique->id, technique)
             && g_str_equal (((const LegatoZone *) step->zones->pdata[z])->id, zone);
    }
  return n;
}

/* Nobody can ask for another length of what they made or were given: that is not cut for having
 * stood for long, as a routine of the guide is. */
static void
test_own_length_after_long_standing (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const LegatoRoutine *shipped = legato_guide_find_routine (guide, "circulation");
  g_autoptr (LegatoRoutine) given = legato_routine_copy (shipped);
  LegatoPerson person = { .conditions = LEGATO_CONDITION_LONG_STANDING };
  const LegatoRoutine *routines[] = { shipped, given };

  given->given_by = g_strdup ("Anna Weber");
  for (gsize i = 0; i < G_N_ELEMENTS (routines); i++)
    {
      LegatoRequest request = { .routine = routines[i],
                                .legs = LEGATO_LEG_BOTH,
                                .person = &person };
      g_autoptr (GError) error = NULL;
      g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (legato_plan_get_massage_seconds (plan), ==,
                        i == 0 ? LEGATO_PLAN_SHORT_MINUTES * 60
                               : legato_routine_get_seconds (given));
    }
}

/* Somebody's own tool does what their hands would, where it may; nobody is asked to have one. */
static void
test_tools_in_place_of_hands (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoPlan) none = make_with (guide, "evening", NULL, NULL);
  g_autoptr (LegatoPlan) gun = make_with (guide, "evening", "gun", NULL);
  g_autoptr (LegatoPlan) stick = make_with (guide, "after-sport", "stick", NULL);
  LegatoPerson person = { .conditions = LEGATO_CONDITION_PACEMAKER };
  g_autoptr (LegatoPlan) device = make_with (guide, "evening", "gun", &person);
  g_autoptr (LegatoPlan) pressed = NULL;
  const LegatoZone *calf = legato_guide_find_zone (guide, "calf");

  g_assert_cmpuint (count_steps_with (none, "petrissage", "calf"), ==, 2);
  g_assert_cmpuint (legato_plan_get_left_out (none)->len, ==, 0);

  /* A gun is for the calf, and hands knead the lower calf as before. */
  g_assert_cmpuint (count_steps_with (gun, "massage-gun", "calf"), ==, 2);
  g_assert_cmpuint (count_steps_with (gun, "petrissage", "calf"), ==, 0);
  g_assert_cmpuint (count_steps_with (gun, "petrissage", "soleus"), ==, 2);
  g_assert_cmpuint (legato_plan_get_seconds (gun), ==, 600);
  g_assert_cmpuint (count_steps_with (stick, "massage-stick", "soleus"), ==, 2);

  /* Where it may not, the hands do it, and nothing is left out. */
  g_assert_cmpuint (count_steps_with (device, "massage-gun", "calf"), ==, 0);
  g_assert_cmpuint (count_steps_with (device, "petrissage", "calf"), ==, 2);
  g_assert_cmpuint (legato_plan_get_left_out (device)->len, ==, 0);
  person = (LegatoPerson){ .pressed = { LEGATO_ZONE_BIT (calf), 0 } };
  pressed = make_with (guide, "evening", "gun", &person);
  g_assert_cmpuint (count_steps_with (pressed, "massage-gun", "calf"), ==, 1);
  g_assert_cmpuint (count_steps_with (pressed, "petrissage", "calf"), ==, 1);
}

/* A drainage ends with the sleeve of somebody who has one, on top of the massage's time. */
static void
test_a_sleeve_closes (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoPerson person = { .conditions = LEGATO_CONDITION_SWELLING };
  g_autoptr (LegatoPlan) plan = make_with (guide, "swelling", "sleeve", &person);
  g_autoptr (LegatoPlan) longer = NULL;
  g_autoptr (LegatoPlan) one_leg = NULL;
  static const char *const covered[] = { "shin", "popliteal", "outer-thigh" };
  const LegatoStep *last = legato_plan_get_step (plan, legato_plan_get_n_steps (plan) - 1);
  const char *const tools[] = { "sleeve", NULL };
  LegatoRequest request = { .routine = legato_guide_find_routine (guide, "swelling"),
                            .legs = LEGATO_LEG_BOTH,
                            .tools = tools,
                            .closing_minutes = 20 };

  g_assert_cmpstr (last->technique->id, ==, "compression-sleeve");
  g_assert_cmpint (last->leg, ==, LEGATO_LEG_BOTH);
  g_assert_cmpuint (last->seconds, ==, 600);
  g_assert_cmpuint (legato_plan_get_massage_seconds (plan), ==, 600);
  g_assert_cmpuint (legato_plan_get_seconds (plan), ==, 1200);
  longer = legato_planner_make (guide, &request, NULL);
  g_assert_cmpuint (legato_plan_get_seconds (longer), ==, 600 + 20 * 60);

  /* It cannot spare a place, and lies on both legs or on none. */
  for (gsize i = 0; i < G_N_ELEMENTS (covered); i++)
    {
      g_autoptr (LegatoPlan) marked = NULL;

      person.blocked[LEGATO_LEG_RIGHT] =
          LEGATO_ZONE_BIT (legato_guide_find_zone (guide, covered[i]));
      marked = make_with (guide, "swelling", "sleeve", &person);
      g_assert_cmpuint (count_steps_with (marked, "compression-sleeve", "foot"), ==, 0);
      g_assert_cmpuint (legato_plan_get_left_out (marked)->len, >=, 2);
    }
  request.legs = LEGATO_LEG_LEFT;
  one_leg = legato_planner_make (guide, &request, NULL);
  g_assert_cmpuint (count_steps_with (one_leg, "compression-sleeve", "foot"), ==, 0);
}

/* Pregnant, and mildly swollen: whether said in one or in two, the lower leg alone, by lymph
 * strokes.
 */
static void
test_swollen_while_pregnant (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const LegatoZone *knee = legato_guide_find_zone (guide, "knee");
  LegatoZoneSet all = (LEGATO_ZONE_BIT (knee) << 1) - 1;
  LegatoPerson person = {
    .conditions = LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_SWELLING,
    .cleared = LEGATO_CONDITION_PREGNANCY,
    .agreed = { all, all },
  };
  g_autoptr (LegatoPlan) plan = make_with (guide, "circulation", NULL, &person);
  guint n_lymph = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      for (guint z = 0; z < step->zones->len; z++)
        g_assert_cmpint (((const LegatoZone *) g_ptr_array_index (step->zones, z))->rank, <,
                         legato_guide_find_zone (guide, "popliteal")->rank);
      n_lymph += step->zones->len > 0 && g_str_equal (step->technique->id, "lymph-strokes");
    }
  g_assert_cmpuint (n_lymph, >, 0);
}

static guint
count_kneading (LegatoPlan *plan, LegatoLeg leg, const char *zone, guint *n_longer)
{
  guint seconds = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->leg != leg || !g_str_equal (step->technique->id, "petrissage"))
        continue;
      for (guint r = 0; r < step->reasons->len; r++)
        *n_longer += g_str_equal (((const LegatoReason *) step->reasons->pdata[r])->id, "tight");
      if (g_str_equal (((const LegatoZone *) step->zones->pdata[0])->id, zone))
        seconds += step->seconds;
    }
  return seconds;
}

/* Of muscles that are tight, only the places that were marked are kneaded for longer. */
static void
test_tight_places (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoPerson person = { .conditions = LEGATO_CONDITION_TIGHT };
  LegatoRequest request = {
    .goal = LEGATO_GOAL_TIGHTNESS, .minutes = 12, .legs = LEGATO_LEG_BOTH, .person = &person
  };
  g_autoptr (LegatoPlan) all = NULL;
  g_autoptr (LegatoPlan) marked = NULL;
  guint n_all = 0;
  guint n_marked = 0;

  all = legato_planner_make (guide, &request, NULL);
  person.tight[LEGATO_LEG_LEFT] = LEGATO_ZONE_BIT (legato_guide_find_zone (guide, "hamstrings"));
  marked = legato_planner_make (guide, &request, NULL);
  g_assert_nonnull (all);
  g_assert_nonnull (marked);
  g_assert_cmpuint (count_kneading (marked, LEGATO_LEG_LEFT, "hamstrings", &n_marked), >,
                    count_kneading (all, LEGATO_LEG_LEFT, "hamstrings", &n_all));
  g_assert_cmpuint (n_all, >, 1);
  g_assert_cmpuint (n_marked, ==, 1);
  g_assert_cmpuint (count_kneading (marked, LEGATO_LEG_LEFT, "hamstrings", &n_marked), >,
                    count_kneading (marked, LEGATO_LEG_RIGHT, "hamstrings", &n_marked));
}

/* Seconds of work on a zone of the left leg; @said: those that say it is for a tight place. */
static guint
count_work (LegatoGuide *guide, const LegatoRequest *request, const char *zone_id, guint *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, request, &error);
  const LegatoZone *zone = legato_guide_find_zone (guide, zone_id);
  guint seconds = 0;

  g_assert_no_error (error);
  *said = 0;
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->leg != LEGATO_LEG_LEFT || step->phase != LEGATO_PHASE_WORK
          || !g_ptr_array_find (step->zones, zone, NULL))
        continue;
      seconds += step->seconds;
      for (guint r = 0; r < step->reasons->len; r++)
        if (g_str_equal (((const LegatoReason *) step->reasons->pdata[r])->id, "tight"))
          *said += step->seconds;
    }
  return seconds;
}

/* A tight place gets more time also where it is not kneaded: palms press for longer, and a goal
 * that has no work for it gets some. Who marks no place has no more of these. */
static void
test_tight_place_without_kneading (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoPerson nobody = { .conditions = 0 };
  LegatoPerson person = { .conditions = LEGATO_CONDITION_TIGHT };
  LegatoRequest request = { .routine = legato_guide_find_routine (guide, "circulation"),
                            .legs = LEGATO_LEG_BOTH,
                            .person = &nobody };
  guint said = 0;
  guint before = count_work (guide, &request, "quadriceps", &said);

  request.person = &person;
  g_assert_cmpuint (count_work (guide, &request, "quadriceps", &said), <=, before);
  g_assert_cmpuint (said, ==, 0);
  person.tight[LEGATO_LEG_LEFT] = LEGATO_ZONE_BIT (legato_guide_find_zone (guide, "quadriceps"));
  g_assert_cmpuint (count_work (guide, &request, "quadriceps", &said), >, before);
  g_assert_cmpuint (said, >, 0);

  request =
      (LegatoRequest){ .goal = LEGATO_GOAL_DESK_BREAK, .legs = LEGATO_LEG_BOTH, .person = &person };
  person.tight[LEGATO_LEG_LEFT] = LEGATO_ZONE_BIT (legato_guide_find_zone (guide, "shin"));
  request.person = &nobody;
  g_assert_cmpuint (count_work (guide, &request, "shin", &said), ==, 0);
  request.person = &person;
  g_assert_cmpuint (count_work (guide, &request, "shin", &said), >, 0);
  g_assert_cmpuint (said, >, 0);
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
  g_test_add_func ("/plan/tight-place-without-kneading", test_tight_place_without_kneading);
  g_test_add_func ("/plan/hands-stand-in-for-a-tool", test_hands_stand_in_for_a_tool);
  g_test_add_func ("/plan/replan-spares-what-hurt", test_replan_spares_what_hurt);
  g_test_add_func ("/plan/replan-again", test_replan_again);
  g_test_add_func ("/plan/own-length-after-long-standing", test_own_length_after_long_standing);
  g_test_add_func ("/plan/replan-keeps-pressure-down", test_replan_keeps_pressure_down);
  g_test_add_func ("/planner/tools-in-place-of-hands", test_tools_in_place_of_hands);
  g_test_add_func ("/planner/tight-places", test_tight_places);
  g_test_add_func ("/planner/a-sleeve-closes", test_a_sleeve_closes);
  g_test_add_func ("/planner/swollen-while-pregnant", test_swollen_while_pregnant);
  return g_test_run ();
}
