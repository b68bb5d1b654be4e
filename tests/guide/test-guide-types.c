/* test-guide-types.c: ids and names of the words every part speaks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-guide-types.h"

static void
test_ids_come_back (void)
{
  for (int i = LEGATO_LEG_LEFT; i <= LEGATO_LEG_BOTH; i++)
    {
      LegatoLeg leg = LEGATO_LEG_LEFT;

      g_assert_true (legato_leg_from_id (legato_leg_to_id ((LegatoLeg) i), &leg));
      g_assert_cmpint (leg, ==, i);
      g_assert_cmpstr (legato_leg_get_name (leg), !=, "");
    }

  for (int i = LEGATO_PRESSURE_FEATHER; i <= LEGATO_PRESSURE_MODERATE; i++)
    {
      LegatoPressure pressure = LEGATO_PRESSURE_FEATHER;

      g_assert_true (
          legato_pressure_from_id (legato_pressure_to_id ((LegatoPressure) i), &pressure));
      g_assert_cmpint (pressure, ==, i);
      g_assert_cmpstr (legato_pressure_get_name (pressure), !=, "");
    }

  for (int i = LEGATO_PHASE_WARM; i <= LEGATO_PHASE_STRETCH; i++)
    {
      LegatoPhase phase = LEGATO_PHASE_WARM;

      g_assert_true (legato_phase_from_id (legato_phase_to_id ((LegatoPhase) i), &phase));
      g_assert_cmpint (phase, ==, i);
      g_assert_cmpstr (legato_phase_get_name (phase), !=, "");
    }
}

static void
test_unknown_id_changes_nothing (void)
{
  LegatoPressure pressure = LEGATO_PRESSURE_MODERATE;
  LegatoView view = LEGATO_VIEW_BACK;

  g_assert_false (legato_pressure_from_id ("deep", &pressure));
  g_assert_false (legato_pressure_from_id ("Light", &pressure));
  g_assert_false (legato_pressure_from_id (NULL, &pressure));
  g_assert_cmpint (pressure, ==, LEGATO_PRESSURE_MODERATE);
  g_assert_false (legato_view_from_id ("Front", &view));
  g_assert_cmpint (view, ==, LEGATO_VIEW_BACK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/types/ids-come-back", test_ids_come_back);
  g_test_add_func ("/guide/types/unknown-id-changes-nothing", test_unknown_id_changes_nothing);
  return g_test_run ();
}
