/* test-routine-check.c: what is said of own routines that cannot be started
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-planner.h"
#include "legato-routine-check.h"
#include "legato-routine.h"
#include "../load-guide.h"

static LegatoGuide *guide;

static void
add (LegatoRoutine *routine,
     LegatoPhase phase,
     const char *technique,
     const char *zones,
     LegatoPressure pressure,
     guint seconds)
{
  LegatoRoutineStep *step = legato_routine_step_new (
      phase, legato_guide_find_technique (guide, technique), pressure, seconds);
  g_auto (GStrv) ids = g_strsplit (zones, " ", -1);

  for (gsize i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (step->zones, (gpointer) legato_guide_find_zone (guide, ids[i]));
  g_ptr_array_add (routine->leg_steps, step);
}

/* Glides around what a test puts between them. */
static LegatoRoutine *
make (gboolean with_end)
{
  LegatoRoutine *routine = legato_routine_new ("own-a", "Mine");

  add (routine, LEGATO_PHASE_WARM, "effleurage", "calf", LEGATO_PRESSURE_LIGHT, 60);
  if (with_end)
    add (routine, LEGATO_PHASE_SETTLE, "effleurage", "calf", LEGATO_PRESSURE_LIGHT, 60);
  return routine;
}

/* "P-CAP 1, P-LEN -1": rules and steps; "-" for what is no rule. */
static char *
describe (const LegatoRoutine *routine)
{
  g_autoptr (GPtrArray) faults = legato_routine_find_faults (guide, routine);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const LegatoFault *fault = faults->pdata[i];

      g_assert_cmpstr (fault->words, !=, "");
      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "",
                              fault->rule != NULL ? fault->rule : "-", fault->step);
      if (fault->rule != NULL)
        g_assert_cmpstr (fault->mend, !=, "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_faults (const LegatoRoutine *routine, const char *expected)
{
  g_autofree char *text = describe (routine);

  g_assert_cmpstr (text, ==, expected);
}

/* Each shipped routine, taken as a person's own, can be started. */
static void
test_shipped (void)
{
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint i = 0; i < routines->len; i++)
    {
      g_autoptr (LegatoRoutine) own = legato_routine_copy (routines->pdata[i]);

      assert_faults (own, "");
    }
}

static void
test_rules (void)
{
  static const struct
  {
    LegatoPhase phase;
    const char *technique;
    const char *zones;
    LegatoPressure pressure;
    guint seconds;
    const char *faults;
  } cases[] = {
    { LEGATO_PHASE_WORK, "petrissage", "calf", LEGATO_PRESSURE_MODERATE, 60, "" },
    { LEGATO_PHASE_WORK, "effleurage", "calf popliteal hamstrings", LEGATO_PRESSURE_LIGHT, 60, "" },
    { LEGATO_PHASE_WORK, "trigger-point", "calf", LEGATO_PRESSURE_MODERATE, 60, "" },
    { LEGATO_PHASE_WORK, "tapotement", "knee", LEGATO_PRESSURE_LIGHT, 60, "P-CAP 1, P-BONE 1" },
    { LEGATO_PHASE_WORK, "petrissage", "shin", LEGATO_PRESSURE_LIGHT, 60, "P-CAP 1" },
    { LEGATO_PHASE_WORK, "roller", "outer-thigh", LEGATO_PRESSURE_LIGHT, 60, "P-CAP 1, P-ITB 1" },
    { LEGATO_PHASE_WORK, "petrissage", "popliteal", LEGATO_PRESSURE_FEATHER, 60,
      "P-CAP 1, P-POP 1" },
    { LEGATO_PHASE_WORK, "effleurage", "popliteal", LEGATO_PRESSURE_FEATHER, 60, "P-POP 1" },
    { LEGATO_PHASE_WORK, "effleurage", "calf foot", LEGATO_PRESSURE_LIGHT, 60, "P-UP 1" },
    { LEGATO_PHASE_WORK, "trigger-point", "calf", LEGATO_PRESSURE_MODERATE, 8, "- 1, P-HOLD 1" },
    { LEGATO_PHASE_WORK, "effleurage", "calf", LEGATO_PRESSURE_LIGHT, 2, "- 1" },
    { LEGATO_PHASE_WORK, "cross-friction", "calf", LEGATO_PRESSURE_LIGHT, 31, "P-HOLD 1" },
    { LEGATO_PHASE_WARM, "petrissage", "calf", LEGATO_PRESSURE_MODERATE, 60, "P-RISE-FALL 1" },
    { LEGATO_PHASE_WORK, "petrissage", "calf", LEGATO_PRESSURE_LIGHT, 1000, "P-LEN -1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LegatoRoutine) routine = make (FALSE);

      add (routine, cases[i].phase, cases[i].technique, cases[i].zones, cases[i].pressure,
           cases[i].seconds);
      add (routine, LEGATO_PHASE_SETTLE, "effleurage", "calf", LEGATO_PRESSURE_LIGHT, 60);
      assert_faults (routine, cases[i].faults);
    }
}

static void
test_order (void)
{
  g_autoptr (LegatoRoutine) empty = legato_routine_new ("own-a", "Mine");
  g_autoptr (LegatoRoutine) open = make (TRUE);
  g_autoptr (LegatoRoutine) bare = legato_routine_new ("own-a", "Mine");
  g_autoptr (LegatoRoutine) down = make (FALSE);
  g_autoptr (LegatoRoutine) soft = make (FALSE);

  assert_faults (empty, "- -1");
  assert_faults (open, "");
  add (bare, LEGATO_PHASE_WORK, "petrissage", "calf", LEGATO_PRESSURE_LIGHT, 60);
  assert_faults (bare, "P-LIGHT-FIRST 0, P-LIGHT-LAST 0");
  add (open, LEGATO_PHASE_WORK, "petrissage", "calf", LEGATO_PRESSURE_LIGHT, 60);
  assert_faults (open, "P-LIGHT-LAST 2, P-RISE-FALL 2");

  add (down, LEGATO_PHASE_WORK, "petrissage", "hamstrings", LEGATO_PRESSURE_LIGHT, 60);
  add (down, LEGATO_PHASE_WORK, "petrissage", "calf", LEGATO_PRESSURE_LIGHT, 60);
  add (down, LEGATO_PHASE_SETTLE, "effleurage", "calf", LEGATO_PRESSURE_LIGHT, 60);
  assert_faults (down, "P-ORDER 2");

  /* The thigh first, with soft strokes only, whatever a file says. */
  soft->distal_first = FALSE;
  add (soft, LEGATO_PHASE_WORK, "petrissage", "hamstrings", LEGATO_PRESSURE_LIGHT, 60);
  add (soft, LEGATO_PHASE_WORK, "petrissage", "calf", LEGATO_PRESSURE_LIGHT, 60);
  add (soft, LEGATO_PHASE_SETTLE, "effleurage", "calf", LEGATO_PRESSURE_LIGHT, 60);
  assert_faults (soft, "P-ORDER 1, P-ORDER 2");
}

/* What the editor offers keeps the rules that look at one step. */
static void
test_offers (void)
{
  GPtrArray *techniques = legato_guide_get_techniques (guide);

  for (guint t = 0; t < techniques->len; t++)
    {
      const LegatoTechnique *technique = techniques->pdata[t];

      for (guint u = 0; u < technique->uses->len; u++)
        {
          const LegatoUse *use = technique->uses->pdata[u];
          g_autoptr (LegatoRoutine) routine = make (FALSE);
          LegatoRoutineStep *step =
              legato_routine_step_new (LEGATO_PHASE_WORK, technique, LEGATO_PRESSURE_LIGHT, 1);

          if (use->zone->lift_over)
            {
              legato_routine_step_free (step);
              continue;
            }
          g_ptr_array_add (step->zones, (gpointer) use->zone);
          g_ptr_array_add (routine->leg_steps, step);
          add (routine, LEGATO_PHASE_SETTLE, "effleurage", "calf", LEGATO_PRESSURE_LIGHT, 60);

          step->pressure = legato_routine_step_get_cap (step);
          g_assert_cmpint (step->pressure, ==, use->pressure);
          step->seconds = legato_routine_step_get_least_seconds (step);
          assert_faults (routine, "");
          g_assert_cmpuint (legato_routine_step_get_most_seconds (step), >=, step->seconds);
        }
    }
}

/* A plan of an own routine is as long as its steps, to the second: no length was promised. */
static void
test_own_length (void)
{
  g_autoptr (LegatoRoutine) routine = make (FALSE);
  g_autoptr (GError) error = NULL;

  add (routine, LEGATO_PHASE_WORK, "petrissage", "calf", LEGATO_PRESSURE_MODERATE, 47);
  add (routine, LEGATO_PHASE_SETTLE, "effleurage", "calf", LEGATO_PRESSURE_LIGHT, 33);
  for (int legs = LEGATO_LEG_LEFT; legs <= LEGATO_LEG_BOTH; legs++)
    {
      const LegatoRequest request = { .routine = routine, .legs = (LegatoLeg) legs };
      g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (legato_plan_get_n_steps (plan), ==, legs == LEGATO_LEG_BOTH ? 6 : 3);
      for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
        g_assert_cmpuint (legato_plan_get_step (plan, i)->seconds, ==,
                          ((const LegatoRoutineStep *) routine->leg_steps->pdata[i % 3])->seconds);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();

  g_test_add_func ("/routine-check/shipped", test_shipped);
  g_test_add_func ("/routine-check/rules", test_rules);
  g_test_add_func ("/routine-check/order", test_order);
  g_test_add_func ("/routine-check/offers", test_offers);
  g_test_add_func ("/routine-check/own-length", test_own_length);

  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}
