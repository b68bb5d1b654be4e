/* test-plan-words.c: what is said of a plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-plan-words.h"
#include "legato-planner.h"

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

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);
  g_assert_no_error (error);

  g_test_add_func ("/plan-words/remarks", test_remarks);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}
