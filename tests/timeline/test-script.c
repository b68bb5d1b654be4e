/* test-script.c: what is said, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-instruction.h"
#include "legato-planner.h"
#include "legato-script.h"
#include "../load-guide.h"

static LegatoTimeline *
make_timeline (LegatoGuide *guide, const LegatoRoutine *routine, guint minutes, gint64 lead_in)
{
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .routine = routine, .minutes = minutes, .legs = LEGATO_LEG_BOTH };
  g_auto (GStrv) tools = legato_request_dup_tools (&request);
  g_autoptr (LegatoPlan) plan = NULL;

  request.tools = (const char *const *) tools;
  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);
  return legato_timeline_new (plan, lead_in);
}

static void
check_script (LegatoTimeline *timeline)
{
  g_autoptr (GPtrArray) lines = legato_script_new (timeline);
  guint n_steps = legato_plan_get_n_steps (legato_timeline_get_plan (timeline));
  g_autofree guint *told = g_new0 (guint, n_steps);
  gint64 end = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const LegatoScriptLine *line = g_ptr_array_index (lines, i);
      int at = legato_timeline_find_step (timeline, line->onset);

      g_assert_cmpint (line->onset, >=, end);
      g_assert_cmpint (line->until, >, line->onset);
      end = line->until;

      /* A line belongs to the step it is said in: its own, or the one before. */
      g_assert_cmpint (at, ==, legato_timeline_find_step (timeline, line->until));
      g_assert_true (at == line->step || at == line->step - 1);
      told[line->step] += at == line->step ? 1 : 0;

      g_assert_nonnull (line->sentences[0]);
      for (guint k = 0; line->sentences[k] != NULL; k++)
        g_assert_true (g_str_has_suffix (line->sentences[k], "."));
    }
  g_assert_cmpint (end, <=, legato_timeline_get_duration (timeline));

  for (guint i = 0; i < n_steps; i++)
    g_assert_cmpuint (told[i], ==, 1);
}

static void
test_every_routine (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint i = 0; i < routines->len; i++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, i);

      for (guint m = 0; routine->minutes[m] != 0; m++)
        {
          g_autoptr (LegatoTimeline) guided =
              make_timeline (guide, routine, routine->minutes[m], LEGATO_LEAD_IN);
          g_autoptr (LegatoTimeline) plain = make_timeline (guide, routine, routine->minutes[m], 0);

          check_script (guided);
          check_script (plain);
        }
    }
}

/* @lines says the sentences up to %NULL in its line @nth, and no others. */
static void G_GNUC_NULL_TERMINATED
assert_says (GPtrArray *lines, guint nth, ...)
{
  const LegatoScriptLine *line = g_ptr_array_index (lines, nth);
  const char *sentence = NULL;
  guint n = 0;
  va_list arguments;

  va_start (arguments, nth);
  while ((sentence = va_arg (arguments, const char *)) != NULL)
    {
      g_assert_cmpuint (n, <, g_strv_length (line->sentences));
      g_assert_cmpstr (line->sentences[n++], ==, sentence);
    }
  va_end (arguments);
  g_assert_cmpuint (n, ==, g_strv_length (line->sentences));
}

static void
test_words (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  LegatoStep *calf = legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WORK,
                                      legato_guide_find_technique (guide, "petrissage"),
                                      LEGATO_PRESSURE_LIGHT, 30);
  LegatoStep *leg = legato_step_new (LEGATO_LEG_RIGHT, LEGATO_PHASE_SETTLE,
                                     legato_guide_find_technique (guide, "effleurage"),
                                     LEGATO_PRESSURE_FEATHER, 15);
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (LegatoTimeline) timeline = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const LegatoTechnique *kneading = legato_guide_find_technique (guide, "petrissage");
  const LegatoTechnique *gliding = legato_guide_find_technique (guide, "effleurage");
  LegatoStep *again =
      legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WORK, kneading, LEGATO_PRESSURE_LIGHT, 15);
  LegatoStep *firmer =
      legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WORK, kneading, LEGATO_PRESSURE_MODERATE, 15);
  const LegatoReach *floor = NULL;
  const LegatoReach *chair = NULL;

  g_ptr_array_add (calf->zones, (gpointer) legato_guide_find_zone (guide, "calf"));
  g_ptr_array_add (leg->zones, (gpointer) legato_guide_find_zone (guide, "foot"));
  g_ptr_array_add (leg->zones, (gpointer) legato_guide_find_zone (guide, "calf"));
  g_ptr_array_add (steps, calf);
  g_ptr_array_add (steps, leg);
  g_ptr_array_add (again->zones, (gpointer) legato_guide_find_zone (guide, "calf"));
  g_ptr_array_add (steps, again);
  g_ptr_array_add (firmer->zones, (gpointer) legato_guide_find_zone (guide, "hamstrings"));
  g_ptr_array_add (steps, firmer);
  plan = legato_plan_new (guide, NULL, g_steal_pointer (&steps));
  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  lines = legato_script_new (timeline);
  floor = legato_technique_find_reach (kneading, calf->zones, LEGATO_HELP_ALONE, LEGATO_NEED_NONE);
  chair =
      legato_technique_find_reach (kneading, firmer->zones, LEGATO_HELP_ALONE, LEGATO_NEED_NONE);

  g_assert_cmpuint (lines->len, ==, 6);
  assert_says (lines, 0, "We begin with: Left calf, Kneading.", NULL);
  assert_says (lines, 1, "Left calf: Kneading.", floor->text.text, kneading->brief.text,
               "Light: you feel the muscle under your hand.", kneading->caution.text,
               kneading->tempo.text, NULL);
  assert_says (lines, 2, "Next: Right leg, Gliding.", NULL);
  /* The leg changes, how one sits does not. */
  assert_says (lines, 3, "Right leg: Gliding, Foot to Calf.", gliding->brief.text,
               "Feather-light: only the skin moves.", gliding->caution.text, gliding->tempo.text,
               NULL);
  assert_says (lines, 4, "Left calf: Kneading.", NULL);
  assert_says (lines, 5, "Back of the left thigh: Kneading.", chair->text.text,
               "Moderate: the muscle gives, and it never hurts.", NULL);

  /* The voice lets the step's signal ring first. */
  g_assert_cmpint (((LegatoScriptLine *) g_ptr_array_index (lines, 1))->onset, >=,
                   LEGATO_LEAD_IN + LEGATO_SECOND / 2);
}

/* Plans @routine for somebody with @conditions whom a doctor lets have all of it. */
static LegatoPlan *
plan_for (LegatoGuide *guide, const char *routine, guint conditions)
{
  LegatoPerson person = { .conditions = conditions,
                          .cleared = conditions & LEGATO_CONDITIONS_NEED_CLEARANCE,
                          .agreed = { ~0u, ~0u } };
  LegatoRequest request = { .routine = legato_guide_find_routine (guide, routine),
                            .legs = LEGATO_LEG_BOTH,
                            .person = &person };
  g_autoptr (GError) error = NULL;
  LegatoPlan *plan = legato_planner_make (guide, &request, &error);

  g_assert_no_error (error);
  return plan;
}

static LegatoInstruction
read_first_on (LegatoPlan *plan, const char *technique)
{
  LegatoInstruction instruction = { 0 };

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (g_str_equal (legato_plan_get_step (plan, i)->technique->id, technique))
      {
        legato_instruction_read (&instruction, plan, i);
        return instruction;
      }
  g_assert_not_reached ();
}

/* Whoever is pregnant never lies flat on the back, whatever is done, and also when nothing else had
 * to be changed for them; whoever has an artificial joint sits on a chair where that is possible,
 * and bends no joint far.
 */
static void
test_positions (void)
{
  static const char *const routines[] = { "three-minute", "before-sport", "partner",
                                          "evening",      "swelling",     "stretches" };
  g_autoptr (LegatoGuide) guide = load_guide ();
  guint n_seen = 0;

  for (gsize r = 0; r < G_N_ELEMENTS (routines); r++)
    {
      g_autoptr (LegatoPlan) pregnant = plan_for (guide, routines[r], LEGATO_CONDITION_PREGNANCY);
      g_autoptr (LegatoPlan) stiff =
          plan_for (guide, routines[r], LEGATO_CONDITION_JOINT_REPLACEMENT);
      LegatoInstruction told;

      for (guint i = 0; i < legato_plan_get_n_steps (pregnant); i++)
        {
          legato_instruction_read (&told, pregnant, i);
          g_assert_true (told.position == NULL || !told.position->on_back);
          n_seen += told.position != NULL ? 1 : 0;
        }
      for (guint i = 0; i < legato_plan_get_n_steps (stiff); i++)
        {
          legato_instruction_read (&told, stiff, i);
          g_assert_true (told.position == NULL || told.reach == NULL || told.position->off_floor
                         || g_str_equal (routines[r], "partner"));
          g_assert_true (told.position == NULL
                         || !g_str_equal (told.position->id, "chair-ankle-on-knee"));
        }
    }
  g_assert_cmpuint (n_seen, >, 20);
}

/* What an exercise is good for and how often it is done is told too; on another place a technique
 * that is done otherwise there is told anew. */
static void
test_what_is_told (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoPlan) stretches = plan_for (guide, "stretches", 0);
  g_autoptr (LegatoPlan) desk = plan_for (guide, "desk-break", 0);
  const LegatoTechnique *circles = legato_guide_find_technique (guide, "ankle-circles");
  LegatoInstruction told = read_first_on (stretches, "ankle-circles");
  g_autoptr (GPtrArray) list = legato_instruction_list (&told);
  gboolean anew = FALSE;

  g_assert_true (g_ptr_array_find (list, circles->brief.text, NULL));
  g_assert_true (g_ptr_array_find (list, circles->caution.text, NULL));
  g_assert_true (g_ptr_array_find (list, circles->dose.text, NULL));
  g_assert_true (g_ptr_array_find (list, circles->why.text, NULL));
  g_assert_cmpstr (told.position->id, ==, "stretch-ankle-circles");

  for (guint i = 0; i < legato_plan_get_n_steps (desk); i++)
    if (g_str_equal (legato_plan_get_step (desk, i)->technique->id, "petrissage"))
      {
        legato_instruction_read (&told, desk, i);
        anew |= told.is_new && strstr (told.how, "heel of your hand") != NULL;
      }
  g_assert_true (anew);
}

static void
test_language (void)
{
  g_autofree char *plain = NULL;
  g_autofree char *british = NULL;
  g_autofree char *other = NULL;

  g_setenv ("LANGUAGE", "", TRUE);
  plain = legato_script_dup_language ();
  g_assert_cmpstr (plain, ==, "en");

  /* Nothing is translated here: the sentences are English, whatever the desktop speaks. */
  g_setenv ("LANGUAGE", "en_GB", TRUE);
  british = legato_script_dup_language ();
  g_assert_cmpstr (british, ==, "en-gb");
  g_setenv ("LANGUAGE", "eo", TRUE);
  other = legato_script_dup_language ();
  g_assert_cmpstr (other, ==, "en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script/every-routine", test_every_routine);
  g_test_add_func ("/script/words", test_words);
  g_test_add_func ("/script/positions", test_positions);
  g_test_add_func ("/script/what-is-told", test_what_is_told);
  g_test_add_func ("/script/language", test_language);
  return g_test_run ();
}
