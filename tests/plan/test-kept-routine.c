/* test-kept-routine.c: what is kept of a session is the same session when it is started again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-test-utils.h"

#include "legato-guide-checks.h"
#include "legato-plan-routine.h"
#include "legato-routine-check.h"
#include "legato-routine-file.h"

static gboolean
lifts (const LegatoStep *step)
{
  for (guint i = 0; i < step->reasons->len; i++)
    if (g_str_equal (((const LegatoReason *) step->reasons->pdata[i])->id, "P-POP"))
      return TRUE;
  return FALSE;
}

static guint
count_lifts (LegatoPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    n += lifts (legato_plan_get_step (plan, i)) ? 1 : 0;
  return n;
}

/* Kept in a file too, it asks for the same preparation. */
static void
assert_asks_the_same (LegatoGuide *guide, const LegatoRoutine *kept, const LegatoRoutine *content)
{
  g_autoptr (GBytes) bytes = legato_routine_to_bytes (kept);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoRoutine) read = legato_routine_new_from_bytes (guide, "kept", bytes, &error);
  const LegatoRoutine *routines[] = { kept, read };
  g_autoptr (GPtrArray) expected = legato_guide_list_checks (guide, content, 0);

  g_assert_no_error (error);
  for (gsize r = 0; r < G_N_ELEMENTS (routines); r++)
    {
      g_autoptr (GPtrArray) asked = legato_guide_list_checks (guide, routines[r], 0);

      g_assert_cmpuint (asked->len, ==, expected->len);
      for (guint i = 0; i < asked->len; i++)
        g_assert_true (asked->pdata[i] == expected->pdata[i]);
    }
}

/* What is kept of a session says as before how it is done, whose hands do it, and for whom. */
static void
assert_manner_kept (LegatoPlan *plan, const LegatoRoutine *content)
{
  g_autoptr (LegatoRoutine) kept = legato_plan_make_routine (plan);
  LegatoRequest before = { .routine = legato_plan_get_routine (plan),
                           .goal = legato_plan_get_goal (plan) };
  LegatoRequest after = { .routine = kept, .legs = LEGATO_LEG_BOTH };
  g_autoptr (LegatoPlan) again = legato_planner_make (legato_plan_get_guide (plan), &after, NULL);
  guint n_brisk = 0;
  guint n_kept = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->leg != LEGATO_LEG_RIGHT)
        n_brisk += step->origin != NULL && step->origin->brisk ? 1 : 0;
    }
  for (guint i = 0; i < kept->leg_steps->len; i++)
    n_kept += ((const LegatoRoutineStep *) kept->leg_steps->pdata[i])->brisk ? 1 : 0;
  g_assert_cmpuint (n_kept, ==, n_brisk);
  /* One that begins at the thigh is a draft, which has no plan yet. */
  g_assert_cmpint (again != NULL, ==, content->distal_first);
  if (again != NULL)
    g_assert_cmpuint (count_lifts (again), ==, count_lifts (plan));

  g_assert_cmpint (kept->partner, ==, content->partner);
  assert_asks_the_same (legato_plan_get_guide (plan), kept, content);
  g_assert_cmpint (kept->dressed, ==, content->dressed);
  g_assert_cmpint (kept->no_rest, ==, content->no_rest);
  g_assert_cmpint (legato_request_is_for_partner (&after), ==,
                   legato_request_is_for_partner (&before));
}

/* Hands that go from the calf to the back of the thigh lift, whether the step says so or not. */
static void
test_lift_goes_without_saying (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const LegatoTechnique *glide = legato_guide_find_technique (guide, "effleurage");
  g_autoptr (LegatoRoutine) own = legato_routine_new ("own-lift", "Lift");
  LegatoRequest request = { .routine = own, .legs = LEGATO_LEG_BOTH };
  static const char *const zones[][3] = { { "calf", "hamstrings" },
                                          { "soleus", "calf" },
                                          { "shin", "quadriceps" } };
  g_autoptr (LegatoPlan) plan = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      LegatoRoutineStep *step =
          legato_routine_step_new (LEGATO_PHASE_WARM, glide, LEGATO_PRESSURE_LIGHT, 60);

      for (guint z = 0; zones[i][z] != NULL; z++)
        g_ptr_array_add (step->zones, (gpointer) legato_guide_find_zone (guide, zones[i][z]));
      g_ptr_array_add (own->leg_steps, step);
    }
  plan = legato_planner_make (guide, &request, NULL);
  g_assert_nonnull (plan);
  g_assert_true (lifts (legato_plan_get_step (plan, 0)));
  g_assert_cmpuint (count_lifts (plan), ==, 2);
}

static void
test_manner_kept_as_a_routine (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *routines = legato_guide_get_routines (guide);
  guint n_partner = 0;

  for (guint i = 0; i < routines->len; i++)
    {
      LegatoRequest request = { .routine = routines->pdata[i], .legs = LEGATO_LEG_BOTH };
      g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, NULL);

      assert_manner_kept (plan, request.routine);
      n_partner += request.routine->partner ? 1 : 0;
    }
  for (int goal = LEGATO_GOAL_NONE + 1; goal < LEGATO_N_GOALS; goal++)
    {
      LegatoRequest request = { .goal = (LegatoGoal) goal, .legs = LEGATO_LEG_BOTH };
      g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, NULL);
      const LegatoRoutine *content =
          legato_guide_find_goal (guide, legato_goal_to_id ((LegatoGoal) goal));

      assert_manner_kept (plan, content);
      n_partner += content->partner ? 1 : 0;
    }
  g_assert_cmpuint (n_partner, >, 1);
}

/* What was made for a person can be kept, in a file, and be started again. */
static void
test_every_goal_kept_as_a_routine (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (int goal = LEGATO_GOAL_NONE + 1; goal < LEGATO_N_GOALS; goal++)
    {
      LegatoRequest request = { .goal = (LegatoGoal) goal, .legs = LEGATO_LEG_BOTH };
      g_autoptr (GError) error = NULL;
      g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
      g_autoptr (LegatoRoutine) routine = legato_plan_make_routine (plan);
      g_autoptr (GBytes) bytes = legato_routine_to_bytes (routine);
      g_autoptr (LegatoRoutine) read = legato_routine_new_from_bytes (guide, "kept", bytes, &error);
      g_autoptr (GPtrArray) faults = NULL;

      g_assert_no_error (error);
      g_assert_true (legato_routine_equal (routine, read));
      g_assert_cmpuint (legato_routine_get_seconds (read), ==, legato_plan_get_seconds (plan));
      faults = legato_routine_find_faults (guide, read);
      /* One that begins at the thigh, as no own routine can, is a draft. */
      if (legato_guide_find_goal (guide, legato_goal_to_id ((LegatoGoal) goal))->distal_first)
        g_assert_cmpuint (faults->len, ==, 0);
      else
        g_assert_cmpuint (faults->len, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/kept/lift-goes-without-saying", test_lift_goes_without_saying);
  g_test_add_func ("/plan/kept/manner", test_manner_kept_as_a_routine);
  g_test_add_func ("/plan/kept/every-goal", test_every_goal_kept_as_a_routine);
  return g_test_run ();
}
