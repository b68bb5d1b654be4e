/* test-person-unwritten.c: what the journal cannot take is not lost, and is written later
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <sqlite3.h>

#include "../journal/journal-test-utils.h"

#include "legato-journal-connection.h"
#include "legato-person-model.h"
#include "../load-guide.h"

static LegatoGuide *guide;

/* Calls keep their order: when these are done, so are the others and what they asked for then. */
static void
wait_for_journal (LegatoJournal *journal)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = legato_journal_list (journal, NULL, NULL, 1, 0, &error);

      g_assert_no_error (error);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static LegatoPersonModel *
open_model (LegatoJournal *journal)
{
  LegatoPersonModel *model = legato_person_model_new (guide);

  legato_person_model_set_journal (model, journal);
  wait_for_journal (journal);
  return model;
}

static void
order (LegatoJournal *journal, const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (legato_journal_get_path (journal), &database), ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 60000);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
answer (LegatoPersonModel *model, const char *flag)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);

  if (flag != NULL)
    legato_check_in_set_flag (check_in, flag, TRUE);
  legato_person_model_answer (model, check_in);
}

static void
answer_soreness (LegatoPersonModel *model)
{
  static const guint soreness[] = { 4, 6 };

  legato_person_model_answer_soreness (model, legato_guide_find_zone (guide, "calf"), soreness);
}

static gboolean
stands (LegatoPersonModel *model, const char *flag)
{
  return legato_standing_find_flag (legato_person_model_get_standing (model), flag) != NULL;
}

static void
count_cb (LegatoPersonModel *model, GError *error, guint *count)
{
  (*count)++;
}

/* A warning sign of a check-in that could not be written stands all the same, and goes to the disk
 * with the next, which knows nothing of it. */
static void
test_check_in_that_failed (void)
{
  Fixture files;
  LegatoJournal *journal;
  LegatoPersonModel *model;
  guint n_failed = 0;

  fixture_set_up (&files, NULL);
  journal = fixture_open_journal (&files);
  model = open_model (journal);
  g_signal_connect (model, "failed", G_CALLBACK (count_cb), &n_failed);

  order (journal, "CREATE TRIGGER refuse BEFORE INSERT ON check_in"
                  " BEGIN SELECT RAISE (ABORT, 'not now'); END");
  answer (model, "fever");
  wait_for_journal (journal);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_true (stands (model, "fever"));

  order (journal, "DROP TRIGGER refuse");
  answer (model, NULL);
  wait_for_journal (journal);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_true (stands (model, "fever"));
  g_assert_finalize_object (model);

  model = open_model (journal);
  g_assert_true (stands (model, "fever"));
  g_assert_finalize_object (model);
  g_assert_finalize_object (journal);
  fixture_tear_down (&files, NULL);
}

static LegatoJournal *
open_connected (LegatoJournalConnection *connection)
{
  legato_journal_connection_open (connection);
  while (legato_journal_connection_get_journal (connection) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return legato_journal_connection_get_journal (connection);
}

static void
kept_cb (LegatoPersonModel *model, guint kept, LegatoKept *where)
{
  *where = kept;
}

/* A check-in that the journal cannot take is counted, told as what it is, and tried again. */
static void
test_check_in_that_waits (void)
{
  Fixture files;
  g_autoptr (LegatoJournalConnection) connection = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  LegatoJournal *journal;
  LegatoPersonModel *model;
  sqlite3 *lock = NULL;
  LegatoKept where = LEGATO_KEPT_NOWHERE;

  fixture_set_up (&files, NULL);
  connection = legato_journal_connection_new (files.path);
  journal = open_connected (connection);
  model = open_model (journal);
  g_signal_connect (model, "kept", G_CALLBACK (kept_cb), &where);

  g_assert_cmpint (sqlite3_open (files.path, &lock), ==, SQLITE_OK);
  sqlite3_busy_timeout (lock, 60000);
  g_assert_cmpint (sqlite3_exec (lock, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  answer_soreness (model);
  g_assert_true (legato_person_model_note_check_in (model));
  while (where == LEGATO_KEPT_NOWHERE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (where, ==, LEGATO_KEPT_WAITING);
  g_assert_cmpuint (legato_journal_connection_get_waiting (connection), ==, 1);
  g_assert_nonnull (legato_journal_connection_get_why_waiting (connection));

  g_assert_cmpint (sqlite3_exec (lock, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  while (legato_journal_connection_get_waiting (connection) > 0)
    g_main_context_iteration (NULL, TRUE);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  wait_for_journal (journal);
  sqlite3_close (lock);
  g_assert_finalize_object (model);
  g_clear_object (&connection);
  fixture_tear_down (&files, NULL);
}

/* What could not be written is written as soon as it can be, without anybody saying it again. */
static void
test_check_in_is_tried_again (void)
{
  Fixture files;
  LegatoJournal *journal;
  LegatoPersonModel *model;
  guint n_failed = 0;

  fixture_set_up (&files, NULL);
  journal = fixture_open_journal (&files);
  model = open_model (journal);
  g_signal_connect (model, "failed", G_CALLBACK (count_cb), &n_failed);
  order (journal, "CREATE TRIGGER refuse BEFORE INSERT ON check_in"
                  " BEGIN SELECT RAISE (ABORT, 'not now'); END");
  answer (model, "fever");
  wait_for_journal (journal);
  /* Once more in vain, which nobody is told. */
  g_signal_emit_by_name (journal, "changed");
  wait_for_journal (journal);
  g_assert_cmpuint (n_failed, ==, 1);

  order (journal, "DROP TRIGGER refuse");
  g_signal_emit_by_name (journal, "changed");
  wait_for_journal (journal);
  g_assert_finalize_object (model);
  model = open_model (journal);
  g_assert_true (stands (model, "fever"));
  g_assert_nonnull (legato_person_model_get_todays_check_in (model));
  g_assert_finalize_object (model);
  g_assert_finalize_object (journal);
  fixture_tear_down (&files, NULL);
}

static void
have_asked (LegatoPersonModel *model)
{
  g_autoptr (LegatoProfile) profile = legato_profile_copy (legato_person_model_get_profile (model));

  profile->asked = TRUE;
  legato_person_model_set_profile (model, profile);
}

static void
assert_forgotten (LegatoPersonModel *model)
{
  g_assert_false (legato_person_model_get_profile (model)->asked);
  g_assert_null (legato_person_model_get_check_in (model));
  g_assert_true (legato_standing_is_empty (legato_person_model_get_standing (model)));
}

/* What is to be forgotten while the journal does not open, or cannot be written, is gone from it as
 * soon as it can be; what is said after that stays. */
static void
test_forgotten_later (void)
{
  Fixture files;
  LegatoJournal *journal;
  LegatoPersonModel *model;

  fixture_set_up (&files, NULL);
  journal = fixture_open_journal (&files);
  model = open_model (journal);
  have_asked (model);
  answer (model, "fever");
  wait_for_journal (journal);

  legato_person_model_wait_for (model, files.path, FALSE);
  legato_person_model_forget (model);
  legato_person_model_set_journal (model, journal);
  wait_for_journal (journal);
  assert_forgotten (model);
  g_assert_finalize_object (model);
  model = open_model (journal);
  assert_forgotten (model);

  answer (model, "fever");
  order (journal, "CREATE TRIGGER refuse BEFORE DELETE ON flag"
                  " BEGIN SELECT RAISE (ABORT, 'not now'); END");
  wait_for_journal (journal);
  legato_person_model_forget (model);
  have_asked (model);
  wait_for_journal (journal);
  order (journal, "DROP TRIGGER refuse");
  g_signal_emit_by_name (journal, "changed");
  wait_for_journal (journal);
  g_assert_finalize_object (model);
  model = open_model (journal);
  g_assert_true (legato_person_model_get_profile (model)->asked);
  g_assert_false (stands (model, "fever"));
  g_assert_null (legato_person_model_get_check_in (model));
  g_assert_finalize_object (model);
  g_assert_finalize_object (journal);
  fixture_tear_down (&files, NULL);
}

/* Sets @model its journal, and asserts that it holds all that was known. Returns: (transfer full):
 * a model in the next program, which has not read it yet */
static LegatoPersonModel *
assert_brought_back (LegatoPersonModel *model, LegatoJournal *journal)
{
  legato_person_model_set_journal (model, journal);
  wait_for_journal (journal);
  g_assert_finalize_object (model);
  model = open_model (journal);
  g_assert_true (legato_person_model_get_profile (model)->asked);
  g_assert_true (stands (model, "fever"));
  g_assert_nonnull (legato_person_model_get_todays_check_in (model));
  g_assert_finalize_object (model);
  return legato_person_model_new (guide);
}

/* Who takes that back has lost nothing, whether it could be done or not. */
static void
test_forgotten_and_brought_back (void)
{
  Fixture files;
  LegatoJournal *journal;
  LegatoPersonModel *model;

  fixture_set_up (&files, NULL);
  journal = fixture_open_journal (&files);
  model = open_model (journal);
  have_asked (model);
  answer (model, "fever");
  wait_for_journal (journal);

  /* In a program that knew it, and in the next one, which has not read it yet. */
  for (guint i = 0; i < 2; i++)
    {
      legato_person_model_wait_for (model, files.path, FALSE);
      legato_person_model_forget (model);
      legato_person_model_bring_back (model);
      model = assert_brought_back (model, journal);
    }
  g_assert_finalize_object (model);

  model = open_model (journal);
  legato_person_model_forget (model);
  wait_for_journal (journal);
  legato_person_model_wait_for (model, files.path, FALSE);
  legato_person_model_bring_back (model);
  model = assert_brought_back (model, journal);
  g_assert_finalize_object (model);
  g_assert_finalize_object (journal);
  fixture_tear_down (&files, NULL);
}

/* A journal that could not be read is read when it can be. */
static void
test_read_that_failed (void)
{
  Fixture files;
  LegatoJournal *journal;
  LegatoPersonModel *model;
  guint n_failed = 0;

  fixture_set_up (&files, NULL);
  journal = fixture_open_journal (&files);
  order (journal, "ALTER TABLE flag RENAME TO elsewhere");
  model = legato_person_model_new (guide);
  g_signal_connect (model, "failed", G_CALLBACK (count_cb), &n_failed);
  legato_person_model_set_journal (model, journal);
  wait_for_journal (journal);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_false (legato_person_model_is_loaded (model));

  order (journal, "ALTER TABLE elsewhere RENAME TO flag");
  g_signal_emit_by_name (journal, "changed");
  wait_for_journal (journal);
  g_assert_true (legato_person_model_is_loaded (model));
  g_assert_finalize_object (model);
  g_assert_finalize_object (journal);
  fixture_tear_down (&files, NULL);
}

/* What is said while the journal does not open counts for the next program at once, and is in the
 * journal as soon as that opens. */
static void
test_said_without_a_journal (void)
{
  Fixture files;
  LegatoJournal *journal;
  LegatoPersonModel *model;
  g_autoptr (LegatoProfile) profile = NULL;

  fixture_set_up (&files, NULL);
  journal = fixture_open_journal (&files);
  model = open_model (journal);
  have_asked (model);
  wait_for_journal (journal);
  legato_person_model_wait_for (model, files.path, FALSE);
  profile = legato_profile_copy (legato_person_model_get_profile (model));
  legato_profile_set_condition (profile, "swelling", 740000, 0);
  legato_person_model_set_profile (model, profile);
  answer (model, "fever");
  g_assert_null (legato_person_model_get_unkept (model));
  g_assert_finalize_object (model);

  model = legato_person_model_new (guide);
  legato_person_model_wait_for (model, files.path, FALSE);
  g_assert_true (stands (model, "fever"));
  g_assert_nonnull (legato_person_model_get_todays_check_in (model));
  g_assert_finalize_object (model);

  for (guint i = 0; i < 2; i++)
    {
      model = open_model (journal);
      g_assert_true (stands (model, "fever"));
      g_assert_nonnull (legato_person_model_get_todays_check_in (model));
      g_assert_nonnull (
          legato_profile_find_condition (legato_person_model_get_profile (model), "swelling"));
      g_assert_false (legato_journal_has_answers (files.path));
      g_assert_finalize_object (model);
    }
  g_assert_finalize_object (journal);
  fixture_tear_down (&files, NULL);
}

/* Nor is what is to be forgotten known to the next program. */
static void
test_forgotten_without_a_journal (void)
{
  Fixture files;
  LegatoJournal *journal;
  LegatoPersonModel *model;

  fixture_set_up (&files, NULL);
  journal = fixture_open_journal (&files);
  model = open_model (journal);
  have_asked (model);
  answer (model, "fever");
  wait_for_journal (journal);
  legato_person_model_wait_for (model, files.path, FALSE);
  legato_person_model_forget (model);
  g_assert_finalize_object (model);
  for (guint i = 0; i < 2; i++)
    {
      model = open_model (journal);
      assert_forgotten (model);
      g_assert_finalize_object (model);
    }
  g_assert_finalize_object (journal);
  fixture_tear_down (&files, NULL);
}

/* What a lock keeps out of the journal lies beside it, and goes in of itself. */
static void
test_said_under_a_lock (void)
{
  Fixture files;
  g_autoptr (LegatoJournalConnection) connection = NULL;
  LegatoPersonModel *model;
  sqlite3 *lock = NULL;

  fixture_set_up (&files, NULL);
  connection = legato_journal_connection_new (files.path);
  model = open_model (open_connected (connection));
  g_assert_cmpint (sqlite3_open (files.path, &lock), ==, SQLITE_OK);
  sqlite3_busy_timeout (lock, 60000);
  g_assert_cmpint (sqlite3_exec (lock, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  answer (model, "fever");
  g_assert_true (legato_person_model_is_busy (model));
  while (legato_person_model_is_busy (model))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (legato_journal_has_answers (files.path));
  g_assert_cmpint (sqlite3_exec (lock, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  while (legato_journal_has_answers (files.path))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (test_sql_int (files.path, "SELECT count (*) FROM flag"), ==, 1);
  sqlite3_close (lock);
  wait_for_journal (legato_journal_connection_get_journal (connection));
  g_assert_finalize_object (model);
  g_clear_object (&connection);
  fixture_tear_down (&files, NULL);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guide = load_guide ();
  g_test_add_func ("/person-unwritten/check-in", test_check_in_that_failed);
  g_test_add_func ("/person-unwritten/tried-again", test_check_in_is_tried_again);
  g_test_add_func ("/person-unwritten/no-journal", test_said_without_a_journal);
  g_test_add_func ("/person-unwritten/forgotten-without", test_forgotten_without_a_journal);
  g_test_add_func ("/person-unwritten/lock", test_said_under_a_lock);
  g_test_add_func ("/person-unwritten/forgotten", test_forgotten_later);
  g_test_add_func ("/person-unwritten/brought-back", test_forgotten_and_brought_back);
  g_test_add_func ("/person-unwritten/read", test_read_that_failed);
  g_test_add_func ("/person-unwritten/entry", test_check_in_that_waits);
  status = g_test_run ();
  legato_guide_unref (guide);
  return status;
}
