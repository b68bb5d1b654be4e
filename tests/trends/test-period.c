/* test-period.c: some weeks of a journal, asked for their days, places and pairs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "legato-period.h"

static guint32
get_monday (void)
{
  g_autoptr (GDate) monday = g_date_new_dmy (9, 11, 2026);

  return g_date_get_julian (monday);
}

static LegatoEntry *
new_entry (LegatoEntryKind kind, int day)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, day, 18, 0, 0);

  return legato_entry_new (kind, at);
}

static void
add_rating (GArray *ratings,
            guint day,
            const char *zone,
            LegatoLeg leg,
            LegatoMoment moment,
            guint value)
{
  LegatoSoreness rating = { get_monday () + day, g_intern_string (zone), leg, moment, value };

  g_array_append_val (ratings, rating);
}

static void
test_days (void)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  g_autoptr (LegatoPeriod) period = NULL;
  g_autoptr (LegatoRegularity) weeks = NULL;
  const LegatoPeriodDay *day = NULL;
  GArray *places = NULL;

  g_ptr_array_add (entries, new_entry (LEGATO_ENTRY_SESSION, 10));
  g_ptr_array_add (entries, new_entry (LEGATO_ENTRY_SESSION, 10));
  g_ptr_array_add (entries, new_entry (LEGATO_ENTRY_CHECK_IN, 17));
  /* A partner's legs do nothing for one's own goal. */
  g_ptr_array_add (entries, new_entry (LEGATO_ENTRY_SESSION, 17));
  legato_entry_add_reason (entries->pdata[3], LEGATO_REASON_ID_PARTNER);
  add_rating (ratings, 1, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  add_rating (ratings, 1, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 4);
  add_rating (ratings, 1, "foot", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 9);
  add_rating (ratings, 8, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 0);
  period = legato_period_new (ratings, entries, get_monday (), 2);

  /* Right after a massage a place is not as it is by itself. */
  day = legato_period_get_day (period, get_monday () + 1);
  g_assert_cmpuint (day->n_sessions, ==, 2);
  g_assert_cmpuint (day->n_ratings, ==, 2);
  g_assert_cmpfloat (day->soreness, ==, 6);
  day = legato_period_get_day (period, get_monday () + 8);
  g_assert_cmpuint (day->n_sessions, ==, 0);
  g_assert_cmpuint (day->n_entries, ==, 2);
  g_assert_cmpfloat (day->soreness, ==, 0);
  g_assert_true (isnan (legato_period_get_day (period, get_monday ())->soreness));
  g_assert_null (legato_period_get_day (period, get_monday () - 1));
  g_assert_null (legato_period_get_day (period, get_monday () + 14));
  g_assert_cmpuint (legato_period_get_last_day (period), ==, get_monday () + 13);
  g_assert_cmpuint (legato_period_get_n_days_written (period), ==, 2);

  places = legato_period_get_places (period);
  g_assert_cmpuint (places->len, ==, 3);
  g_assert_cmpstr (g_array_index (places, LegatoPeriodPlace, 0).zone, ==, "calf");
  g_assert_cmpint (g_array_index (places, LegatoPeriodPlace, 0).leg, ==, LEGATO_LEG_LEFT);
  g_assert_cmpuint (g_array_index (places, LegatoPeriodPlace, 2).n, ==, 0);
  g_assert_cmpint (legato_period_get_usual_moment (period), ==, LEGATO_MOMENT_BEFORE);

  weeks = legato_period_make_regularity (period, 2);
  g_assert_cmpuint (weeks->n_sessions, ==, 2);
  g_assert_cmpuint (weeks->counts[0], ==, 2);
  g_assert_cmpuint (weeks->counts[1], ==, 0);
  g_assert_cmpuint (weeks->n_met, ==, 1);
}

static void
test_pairs (void)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  LegatoEntry *entry = new_entry (LEGATO_ENTRY_SESSION, 10);
  g_autoptr (LegatoPeriod) period = NULL;

  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 5);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 3);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_NEXT_DAY, 4);
  legato_entry_add_rating (entry, "shin", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 1);
  g_ptr_array_add (entries, entry);
  period = legato_period_new (ratings, entries, get_monday (), 1);
  g_assert_cmpuint (legato_period_get_pairs (period, LEGATO_PERIOD_AFTER)->len, ==, 1);
  g_assert_cmpuint (legato_period_get_pairs (period, LEGATO_PERIOD_NEXT_DAY)->len, ==, 1);
  g_assert_cmpuint (legato_period_get_pairs (period, LEGATO_PERIOD_SECOND_DAY)->len, ==, 0);
  g_assert_cmpuint (legato_period_get_pairs (period, LEGATO_PERIOD_LEGS)->len, ==, 1);
}

/* Weeks of which nothing is known are there, and say so. */
static void
test_nothing (void)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (LegatoPeriod) period = legato_period_new (ratings, entries, get_monday (), 52);
  g_autoptr (LegatoRegularity) weeks = legato_period_make_regularity (period, 3);
  g_autoptr (LegatoTrend) trend =
      legato_period_make_trend (period, "calf", LEGATO_LEG_BOTH, LEGATO_MOMENT_BEFORE);

  g_assert_cmpuint (legato_period_get_n_days_written (period), ==, 0);
  g_assert_cmpuint (legato_period_get_places (period)->len, ==, 0);
  g_assert_cmpuint (weeks->n_sessions, ==, 0);
  g_assert_cmpuint (legato_trend_get_n_weeks (trend), ==, 52);
  g_assert_cmpuint (legato_trend_get_n_values (trend), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trends/period/days", test_days);
  g_test_add_func ("/trends/period/pairs", test_pairs);
  g_test_add_func ("/trends/period/nothing", test_nothing);
  return g_test_run ();
}
