/* test-any-routine.c: routines that people could write, for people of every kind, stopped anywhere
 *
 * A routine that keeps the rules as it stands makes a plan that keeps them for everybody and at
 * every length, or a plain refusal; so does what remains of a session that was stopped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-routine.h"
#include "legato-planner.h"
#include "legato-safety.h"
#include "../load-guide.h"

#ifdef __SANITIZE_ADDRESS__
#define N_ROUTINES 500
#else
#define N_ROUTINES 10000
#endif

#define ALL_ZONES 0x3fff

static const char *const all_tools[] = { "roller", "ball", "stick", "gun", "sleeve", NULL };

typedef struct
{
  LegatoGuide *guide;
  GRand *rand;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->guide = load_guide ();
  f->rand = g_rand_new_with_seed (20261121);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_rand_free (f->rand);
  legato_guide_unref (f->guide);
}

static guint
draw (Fixture *f, guint below)
{
  return (guint) g_rand_int_range (f->rand, 0, (gint32) below);
}

/* A step with a handful of the zones that its technique is for, as firm as they bear or less. */
static LegatoRoutineStep *
draw_step (Fixture *f, LegatoPhase phase)
{
  GPtrArray *techniques = legato_guide_get_techniques (f->guide);
  const LegatoTechnique *technique = phase == LEGATO_PHASE_WORK
                                         ? g_ptr_array_index (techniques, draw (f, techniques->len))
                                         : legato_guide_find_technique (f->guide, "effleurage");
  LegatoPressure most =
      phase == LEGATO_PHASE_WORK ? LEGATO_PRESSURE_MODERATE : LEGATO_PRESSURE_LIGHT;
  LegatoRoutineStep *step = legato_routine_step_new (phase, technique, draw (f, 3),
                                                     MAX (8 + draw (f, 50), technique->hold_min_s));
  guint share = 1 + draw (f, 9);

  for (guint i = 0; i < technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (technique->uses, i);

      if (draw (f, 10) >= share && (step->zones->len > 0 || i + 1 < technique->uses->len))
        continue;
      g_ptr_array_add (step->zones, (gpointer) use->zone);
      if (!use->lifted)
        most = MIN (most, use->pressure);
    }
  step->pressure = MIN (step->pressure, most);
  return step;
}

/* An exercise that loads some places. */
static LegatoRoutineStep *
draw_stretch (Fixture *f)
{
  GPtrArray *exercises = legato_guide_get_exercises (f->guide);
  const LegatoTechnique *exercise = NULL;

  do
    exercise = g_ptr_array_index (exercises, draw (f, exercises->len));
  while (exercise->loads->len == 0);
  return legato_routine_step_new (LEGATO_PHASE_STRETCH, exercise, LEGATO_PRESSURE_FEATHER, 60);
}

static LegatoRoutine *
draw_routine (Fixture *f)
{
  LegatoRoutine *routine = legato_routine_new ("own", "Own");
  guint n_work = 1 + draw (f, 8);

  g_ptr_array_add (routine->leg_steps, draw_step (f, LEGATO_PHASE_WARM));
  for (guint i = 0; i < n_work; i++)
    g_ptr_array_add (routine->leg_steps, draw_step (f, LEGATO_PHASE_WORK));
  g_ptr_array_add (routine->leg_steps, draw_step (f, LEGATO_PHASE_SETTLE));
  if (draw (f, 3) == 0)
    g_ptr_array_add (routine->after, draw_stretch (f));
  routine->own_minutes = MAX (1, (legato_routine_get_seconds (routine) + 30) / 60);
  return routine;
}

static gboolean
keeps_rules (Fixture *f, const LegatoRoutine *routine)
{
  LegatoRequest request = { .routine = routine, .legs = LEGATO_LEG_BOTH, .tools = all_tools };
  g_autoptr (LegatoPlan) plan = legato_planner_make_as_written (f->guide, &request);
  g_autoptr (GPtrArray) breaches = legato_safety_find_breaches (plan, &request);

  /* What one cannot reach, the planner does otherwise. */
  for (guint i = 0; i < breaches->len; i++)
    if (!g_str_equal (((const LegatoBreach *) breaches->pdata[i])->rule, "P-REACH"))
      return FALSE;
  return TRUE;
}

/* At its own length, for nobody in particular, it takes just the time that its steps say. */
static void
assert_own_length (Fixture *f, const LegatoRoutine *routine)
{
  LegatoRequest request = { .routine = routine, .legs = LEGATO_LEG_BOTH, .tools = all_tools };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (f->guide, &request, &error);

  if (plan != NULL)
    g_assert_cmpuint (legato_plan_get_seconds (plan), ==, legato_routine_get_seconds (routine));
  else
    g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
}

static void
draw_person (Fixture *f, LegatoPerson *person)
{
  *person = (LegatoPerson){ .cleared = LEGATO_CONDITIONS_NEED_CLEARANCE };
  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    if (draw (f, 8) == 0)
      person->conditions |= 1u << i;
  for (int leg = 0; leg < 2; leg++)
    {
      person->blocked[leg] = draw (f, ALL_ZONES + 1) & draw (f, ALL_ZONES + 1) & ALL_ZONES;
      if (draw (f, 2) == 0)
        person->blocked[leg] = 0;
      if (draw (f, 4) == 0)
        person->agreed[leg] = draw (f, ALL_ZONES + 1);
      if (draw (f, 4) == 0)
        person->pressed[leg] = draw (f, ALL_ZONES + 1);
      if (draw (f, 6) == 0)
        person->worse[leg] = draw (f, ALL_ZONES + 1) & draw (f, ALL_ZONES + 1);
      for (guint zone = 0; zone < 14; zone++)
        if (draw (f, 5) == 0)
          person->soreness[leg][zone] = (guint8) draw (f, 11);
      if (draw (f, 3) > 0)
        person->agreed[leg] = ALL_ZONES;
      if (draw (f, 6) == 0)
        person->stopped[leg] = draw (f, ALL_ZONES + 1) & draw (f, ALL_ZONES + 1);
      if (draw (f, 6) == 0)
        person->tender[leg] = draw (f, ALL_ZONES + 1);
      person->joints[leg] = draw (f, 4);
    }
}

static LegatoRequest
draw_request (Fixture *f, const LegatoPerson *person)
{
  return (LegatoRequest){ .legs = (LegatoLeg) draw (f, 3),
                          .minutes = draw (f, 8) == 0 ? 0 : 3 + draw (f, 28),
                          .tools = all_tools + draw (f, G_N_ELEMENTS (all_tools)),
                          .person = person };
}

static void
assert_plain_refusal (const GError *error)
{
  if (!g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE)
      && !g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED))
    g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
}

/* Stops @plan somewhere. Returns: whether anything remains */
static gboolean
stop (Fixture *f, LegatoPlan *plan, const LegatoRequest *request)
{
  guint at = draw (f, legato_plan_get_n_steps (plan));
  const LegatoStep *step = legato_plan_get_step (plan, at);
  const LegatoZone *zone = step->zones->len > 0 && draw (f, 4) > 0
                               ? g_ptr_array_index (step->zones, draw (f, step->zones->len))
                               : NULL;
  guint left = 0;
  g_autoptr (LegatoPlan) rest = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = at; i < legato_plan_get_n_steps (plan); i++)
    left += legato_plan_get_step (plan, i)->seconds;
  left -= draw (f, step->seconds);
  rest = legato_planner_replan (plan, request, at, left, zone, step->leg, &error);
  if (rest == NULL)
    {
      assert_plain_refusal (error);
      return FALSE;
    }
  g_assert_cmpuint (legato_plan_get_seconds (rest), <=, left);
  for (guint i = 0; i < legato_plan_get_n_steps (rest); i++)
    {
      const LegatoStep *next = legato_plan_get_step (rest, i);

      if (next->leg == step->leg && zone != NULL)
        g_assert_false (g_ptr_array_find (next->zones, zone, NULL));
    }
  return TRUE;
}

static void
test_own_routines (Fixture *f, gconstpointer data)
{
  guint n_plans = 0;
  guint n_rests = 0;

  for (guint n = 0; n < N_ROUTINES; n++)
    {
      g_autoptr (LegatoRoutine) routine = draw_routine (f);
      g_autoptr (LegatoPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      LegatoPerson person;
      LegatoRequest request;

      if (!keeps_rules (f, routine))
        continue;
      assert_own_length (f, routine);
      draw_person (f, &person);
      request = draw_request (f, &person);
      request.routine = routine;
      plan = legato_planner_make (f->guide, &request, &error);
      if (plan == NULL)
        assert_plain_refusal (error);
      else
        {
          n_plans++;
          n_rests += stop (f, plan, &request) ? 1 : 0;
        }
    }
  g_assert_cmpuint (n_plans, >, N_ROUTINES / 5);
  g_assert_cmpuint (n_rests, >, N_ROUTINES / 10);
}

static void
test_stopped_anywhere (Fixture *f, gconstpointer data)
{
  GPtrArray *routines = legato_guide_get_routines (f->guide);
  guint n_rests = 0;

  for (guint n = 0; n < N_ROUTINES; n++)
    {
      LegatoPerson person;
      LegatoRequest request;
      g_autoptr (LegatoPlan) plan = NULL;

      draw_person (f, &person);
      request = draw_request (f, &person);
      if (draw (f, 2) == 0)
        request.routine = g_ptr_array_index (routines, draw (f, routines->len));
      else
        request.goal = (LegatoGoal) (1 + draw (f, LEGATO_N_GOALS - 1));
      plan = legato_planner_make (f->guide, &request, NULL);
      if (plan != NULL && stop (f, plan, &request))
        n_rests++;
    }
  g_assert_cmpuint (n_rests, >, N_ROUTINES / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/any-routine/own", Fixture, NULL, set_up, test_own_routines, tear_down);
  g_test_add ("/any-routine/stopped", Fixture, NULL, set_up, test_stopped_anywhere, tear_down);
  return g_test_run ();
}
