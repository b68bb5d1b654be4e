/* test-journal-entry.c: the value types of the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-entry.h"

static void
test_ids_come_back (void)
{
  for (int i = LEGATO_ENTRY_SESSION; i <= LEGATO_ENTRY_STOP; i++)
    {
      LegatoEntryKind kind = LEGATO_ENTRY_SESSION;

      g_assert_true (
          legato_entry_kind_from_id (legato_entry_kind_to_id ((LegatoEntryKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  for (int i = LEGATO_MOMENT_BEFORE; i <= LEGATO_MOMENT_CHECK_IN; i++)
    {
      LegatoMoment moment = LEGATO_MOMENT_BEFORE;

      g_assert_true (legato_moment_from_id (legato_moment_to_id ((LegatoMoment) i), &moment));
      g_assert_cmpint (moment, ==, i);
      g_assert_cmpstr (legato_moment_get_name (moment), !=, "");
    }
  g_assert_false (legato_moment_from_id ("later", &(LegatoMoment){ 0 }));
  g_assert_false (legato_entry_kind_from_id (NULL, &(LegatoEntryKind){ 0 }));
}

static void
test_late (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) hour_ago = g_date_time_add_hours (now, -1);
  g_autoptr (GDateTime) two_days_ago = g_date_time_add_days (now, -2);
  g_autoptr (LegatoEntry) on_time = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  g_autoptr (LegatoEntry) soon = legato_entry_new (LEGATO_ENTRY_CHECK_IN, hour_ago);
  g_autoptr (LegatoEntry) late = legato_entry_new (LEGATO_ENTRY_CHECK_IN, two_days_ago);

  g_assert_false (on_time->late);
  g_assert_false (soon->late);
  g_assert_true (late->late);
  g_assert_cmpstr (on_time->uuid, !=, soon->uuid);
  g_assert_true (g_uuid_string_is_valid (on_time->uuid));
}

/* The entry's day is that of the place, not of Greenwich. */
static void
test_day (void)
{
  g_autoptr (GTimeZone) tokyo = g_time_zone_new_offset (9 * 3600);
  g_autoptr (GDateTime) at = g_date_time_new (tokyo, 2026, 3, 1, 0, 30, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, legato_entry_get_day (entry));
  g_assert_cmpint (g_date_get_day (&day), ==, 1);
  g_assert_cmpint (g_date_get_month (&day), ==, 3);
}

static void
test_adding_again_replaces (void)
{
  g_autoptr (GDateTime) at = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  const LegatoRating *rating;
  const LegatoFeeling *feeling;

  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 3);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_CHECK_IN, 4);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 5);
  g_assert_cmpuint (entry->ratings->len, ==, 2);
  rating = g_ptr_array_index (entry->ratings, 0);
  g_assert_cmpuint (rating->value, ==, 5);
  g_assert_cmpuint (rating->anchors, ==, LEGATO_ANCHORS_VERSION);

  legato_entry_add_feeling (entry, "cramps", LEGATO_LEG_LEFT, 10);
  legato_entry_add_feeling (entry, "cramps", LEGATO_LEG_LEFT, 0);
  g_assert_cmpuint (entry->feelings->len, ==, 1);
  feeling = g_ptr_array_index (entry->feelings, 0);
  g_assert_cmpuint (feeling->value, ==, 0);
}

static void
test_copy_stands_alone (void)
{
  static const char *const zones[] = { "calf", NULL };
  g_autoptr (GDateTime) at = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_STOP, at);
  g_autoptr (LegatoEntry) copy = NULL;

  entry->zone = g_strdup ("calf");
  entry->leg = LEGATO_LEG_LEFT;
  legato_entry_add_step (entry, 2, LEGATO_LEG_LEFT, "petrissage", zones, LEGATO_PRESSURE_LIGHT,
                         1000, 10);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 8);
  legato_entry_add_feeling (entry, "tingling", LEGATO_LEG_LEFT, 2);

  copy = legato_entry_copy (entry);
  g_assert_true (legato_entry_equal (entry, copy));
  legato_entry_add_rating (copy, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 7);
  g_assert_false (legato_entry_equal (entry, copy));
  legato_entry_add_rating (copy, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 8);
  g_assert_true (legato_entry_equal (entry, copy));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/entry/ids-come-back", test_ids_come_back);
  g_test_add_func ("/journal/entry/late", test_late);
  g_test_add_func ("/journal/entry/day", test_day);
  g_test_add_func ("/journal/entry/adding-again-replaces", test_adding_again_replaces);
  g_test_add_func ("/journal/entry/copy-stands-alone", test_copy_stands_alone);
  return g_test_run ();
}
