/* test-journal-standing.c: a warning sign stands until it is answered, and the answer comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <sqlite3.h>

#include "legato-database-open.h"
#include "legato-journal-profile.h"

#define DAY 740000 /* some Julian day */
#define STOP "01234567-89ab-4def-8123-456789abcdef"

static LegatoStanding *
get_standing (LegatoJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LegatoStanding *standing;

  legato_journal_get_standing_async (journal, NULL, test_result_cb, &result);
  standing = legato_journal_get_standing_finish (journal, test_wait (&result), &error);
  g_assert_no_error (error);
  return standing;
}

static gboolean
set_standing (LegatoJournal *journal, const LegatoStanding *standing, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  legato_journal_set_standing_async (journal, standing, NULL, test_result_cb, &result);
  return legato_journal_set_standing_finish (journal, test_wait (&result), error);
}

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoStanding) nothing = get_standing (journal);
  g_autoptr (LegatoStanding) standing = legato_standing_new ();
  g_autoptr (LegatoStanding) wrong = NULL;
  g_autoptr (LegatoStanding) read = NULL;

  g_assert_true (legato_standing_is_empty (nothing));
  legato_standing_raise_flag (standing, "dvt", DAY);
  legato_standing_raise_flag (standing, "dvt", DAY + 5);
  legato_standing_set_flag (standing, "fever", DAY, LEGATO_FLAG_LOOKED_AT, DAY + 2);
  legato_standing_set_flag (standing, "bruise", DAY, LEGATO_FLAG_GONE, DAY + 3);
  legato_standing_set_fine (standing, STOP, "calf", LEGATO_LEG_RIGHT, DAY + 4);
  legato_standing_set_asked (standing, "R-DVT", NULL, LEGATO_LEG_LEFT, DAY + 5);
  legato_standing_set_asked (standing, "R-PERSIST", "calf", LEGATO_LEG_LEFT, DAY + 6);
  g_assert_true (set_standing (journal, standing, &error));
  g_assert_no_error (error);

  /* What does not fit changes nothing. */
  wrong = legato_standing_copy (standing);
  legato_standing_set_fine (wrong, "no UUID", "calf", LEGATO_LEG_RIGHT, DAY);
  g_assert_false (set_standing (journal, wrong, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);

  g_assert_finalize_object (g_steal_pointer (&journal));
  journal = fixture_open_journal (fixture);
  read = get_standing (journal);
  g_assert_cmpuint (read->flags->len, ==, 3);
  g_assert_true (legato_standing_has_flag (read, "dvt"));
  g_assert_cmpuint (legato_standing_find_flag (read, "dvt")->since, ==, DAY);
  g_assert_cmpint (legato_standing_find_flag (read, "fever")->answer, ==, LEGATO_FLAG_LOOKED_AT);
  g_assert_cmpuint (legato_standing_find_flag (read, "fever")->answered, ==, DAY + 2);
  g_assert_cmpint (legato_standing_find_flag (read, "bruise")->answer, ==, LEGATO_FLAG_GONE);
  g_assert_cmpuint (legato_standing_find_fine (read, STOP, "calf", LEGATO_LEG_RIGHT)->day, ==,
                    DAY + 4);
  g_assert_null (legato_standing_find_fine (read, STOP, "calf", LEGATO_LEG_LEFT));
  g_assert_cmpuint (read->fine->len, ==, 1);
  g_assert_cmpuint (legato_standing_get_asked (read, "R-DVT", NULL, LEGATO_LEG_LEFT), ==, DAY + 5);
  g_assert_cmpuint (legato_standing_get_asked (read, "R-PERSIST", "calf", LEGATO_LEG_LEFT), ==,
                    DAY + 6);
  g_assert_cmpuint (legato_standing_get_asked (read, "R-PERSIST", NULL, LEGATO_LEG_LEFT), ==, 0);

  test_forget_person (journal);
  g_clear_pointer (&read, legato_standing_free);
  read = get_standing (journal);
  g_assert_true (legato_standing_is_empty (read));
}

/* A sign that was answered yes stands, whatever the next check-in leaves unsaid. */
static void
test_check_in_raises_flags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoCheckIn) check_in = test_check_in ();
  g_autoptr (LegatoCheckIn) later = legato_check_in_copy (check_in);
  g_autoptr (LegatoStanding) standing = NULL;
  guint32 day = legato_check_in_get_day (check_in);

  test_set_check_in (journal, check_in);
  legato_check_in_set_flag (later, "persist", FALSE);
  test_set_check_in (journal, later);
  standing = get_standing (journal);
  g_assert_cmpuint (standing->flags->len, ==, 1);
  g_assert_true (legato_standing_has_flag (standing, "persist"));
  g_assert_cmpuint (legato_standing_find_flag (standing, "persist")->since, ==, day);

  /* Answered again, and there again. */
  legato_standing_set_flag (standing, "persist", day - 9, LEGATO_FLAG_GONE, day - 7);
  g_assert_true (set_standing (journal, standing, NULL));
  test_set_check_in (journal, later);
  g_clear_pointer (&standing, legato_standing_free);
  standing = get_standing (journal);
  g_assert_false (legato_standing_has_flag (standing, "persist"));
  test_set_check_in (journal, check_in);
  g_clear_pointer (&standing, legato_standing_free);
  standing = get_standing (journal);
  g_assert_true (legato_standing_has_flag (standing, "persist"));
  g_assert_cmpuint (legato_standing_find_flag (standing, "persist")->since, ==, day);
}

/* What was answered yes in a journal of an older version stands too. */
static void
test_migrated_flags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "third.db", NULL);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoStanding) standing = NULL;
  GDate day;
  sqlite3 *db = NULL;

  /* 23:30 in Berlin is of that day, although it was later in Tokyo. */
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (legato_database_migrate (db, 3, &error));
  g_assert_true (
      legato_database_exec (db,
                            "INSERT INTO check_in VALUES (1, "
                            "unixepoch ('2026-03-01 22:30:00') * 1000000, 3600); "
                            "INSERT INTO check_in_answer VALUES ('flag', 'dvt'), ('did', 'tight')",
                            &error));
  g_assert_no_error (error);
  sqlite3_close (db);

  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);
  standing = get_standing (journal);
  g_assert_cmpuint (standing->flags->len, ==, 1);
  g_assert_true (legato_standing_has_flag (standing, "dvt"));
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2026);
  g_assert_cmpuint (legato_standing_find_flag (standing, "dvt")->since, ==,
                    g_date_get_julian (&day));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/standing/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("round-trip", test_standing);
  ADD ("check-in-raises-flags", test_check_in_raises_flags);
  ADD ("migrated-flags", test_migrated_flags);
  return g_test_run ();
}
