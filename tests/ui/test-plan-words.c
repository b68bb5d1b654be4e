/* test-plan-words.c: what is said of a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-plan-words.h"
#include "legato-planner.h"
#include "legato-step-words.h"
#include "../load-guide.h"

static LegatoGuide *guide;

static LegatoZoneSet
bit (const char *zone)
{
  return LEGATO_ZONE_BIT (legato_guide_find_zone (guide, zone));
}

/* What the plan does otherwise is said once for each reason, with the places. */
static void
test_remarks (void)
{
  LegatoPerson person = { 0 };
  const LegatoRequest request = {
    .routine = legato_guide_find_routine (guide, "circulation"),
    .legs = LEGATO_LEG_BOTH,
    .person = &person,
  };
  g_autoptr (GError) error = NULL;
  gboolean left_out = FALSE;

  {
    g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
    g_autoptr (GPtrArray) remarks = NULL;

    g_assert_no_error (error);
    remarks = legato_plan_words_list_remarks (plan);
    g_assert_cmpuint (remarks->len, ==, 0);
  }

  person.blocked[LEGATO_LEG_LEFT] = bit ("calf");
  person.blocked[LEGATO_LEG_RIGHT] = bit ("calf") | bit ("shin");
  {
    g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
    g_autoptr (GPtrArray) remarks = NULL;

    g_assert_no_error (error);
    remarks = legato_plan_words_list_remarks (plan);
    for (guint i = 0; i < remarks->len; i++)
      {
        const LegatoPlanRemark *remark = g_ptr_array_index (remarks, i);

        for (guint j = 0; j < i; j++)
          g_assert_cmpstr (remark->text, !=,
                           ((const LegatoPlanRemark *) g_ptr_array_index (remarks, j))->text);
        if (!g_str_equal (remark->text, "Left out: you marked this place."))
          continue;
        left_out = TRUE;
        g_assert_cmpstr (remark->where, ==, "Calf, Right shin");
      }
    g_assert_true (left_out);
  }
}

static LegatoStep *
make_step (LegatoLeg leg, const char *technique, const char *zone, const LegatoReason *reason)
{
  LegatoStep *step =
      legato_step_new (leg, LEGATO_PHASE_WORK, legato_guide_find_technique (guide, technique),
                       LEGATO_PRESSURE_LIGHT, 60);

  g_ptr_array_add (step->zones, (gpointer) legato_guide_find_zone (guide, zone));
  g_ptr_array_add (step->reasons, (gpointer) reason);
  return step;
}

/* A tool on both legs is named by what it does, and hides none of the other places. */
static void
test_tool_on_both_legs (void)
{
  const LegatoReason lighter = { .id = "A-TEST", .text = "Lighter than usual." };
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  const LegatoPlanRemark *remark = NULL;

  g_ptr_array_add (steps, make_step (LEGATO_LEG_LEFT, "petrissage", "calf", &lighter));
  g_ptr_array_add (steps, make_step (LEGATO_LEG_BOTH, "compression-sleeve", "calf", &lighter));
  g_ptr_array_add (steps, make_step (LEGATO_LEG_RIGHT, "petrissage", "foot", &lighter));
  plan = legato_plan_new (guide, NULL, steps);
  remarks = legato_plan_words_list_remarks (plan);
  g_assert_cmpuint (remarks->len, ==, 1);
  remark = g_ptr_array_index (remarks, 0);
  g_assert_cmpstr (remark->text, ==, lighter.text);
  g_assert_cmpstr (remark->where, ==, "Both legs: Compression sleeve, Left calf, Right foot");
}

/* What is done again with the same tool has the same title, and is named once. */
static void
test_tool_again (void)
{
  const LegatoReason lighter = { .id = "A-TEST", .text = "Lighter than usual." };
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GPtrArray) remarks = NULL;

  g_ptr_array_add (steps, make_step (LEGATO_LEG_BOTH, "compression-sleeve", "foot", &lighter));
  g_ptr_array_add (steps, make_step (LEGATO_LEG_BOTH, "compression-sleeve", "calf", &lighter));
  plan = legato_plan_new (guide, NULL, steps);
  remarks = legato_plan_words_list_remarks (plan);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_cmpstr (((const LegatoPlanRemark *) remarks->pdata[0])->where, ==,
                   "Both legs: Compression sleeve");
}

/* What comes next differs from what goes on, in what is said of it too. */
static void
test_next (void)
{
  LegatoPerson person = { 0 };
  const LegatoRequest request = {
    .routine = legato_guide_find_routine (guide, "after-sport"),
    .legs = LEGATO_LEG_BOTH,
    .person = &person,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
  const char *const next[] = { "Next: Back of the thigh to Inner thigh", "Next: Left leg, Kneading",
                               "Next: Back of the left thigh, Kneading" };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      g_autofree char *said = legato_step_words_dup_next (plan, i + 1);

      g_assert_cmpstr (said, ==, next[i]);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();

  g_test_add_func ("/plan-words/remarks", test_remarks);
  g_test_add_func ("/plan-words/next", test_next);
  g_test_add_func ("/plan-words/tool-on-both-legs", test_tool_on_both_legs);
  g_test_add_func ("/plan-words/tool-again", test_tool_again);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}
