/* test-journal-running.c: a session that is under way is noted, found when cut off, and replaced by
 * its entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "legato-database-open.h"
#include "legato-journal-running.h"

#define UUID "3b241101-e2bb-4255-8caf-4136c566a962"

static gboolean
save (LegatoJournal *journal, const LegatoRunning *running, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  legato_journal_save_running_async (journal, running, NULL, test_result_cb, &result);
  return legato_journal_save_running_finish (journal, test_wait (&result), error);
}

static void
forget (LegatoJournal *journal, const char *uuid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  legato_journal_forget_running_async (journal, uuid, NULL, test_result_cb, &result);
  g_assert_true (legato_journal_forget_running_finish (journal, test_wait (&result), &error));
  g_assert_no_error (error);
}

static GPtrArray *
list (LegatoJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *all = NULL;

  legato_journal_list_running_async (journal, NULL, test_result_cb, &result);
  all = legato_journal_list_running_finish (journal, test_wait (&result), &error);
  g_assert_no_error (error);
  return all;
}

static LegatoRunning *
make_running (const char *uuid)
{
  g_autoptr (GDateTime) at = test_time (2026, 11, 21, 7);
  LegatoRunning *running = legato_running_new (uuid, at);
  const char *calf[] = { "ankle", "calf", NULL };
  const char *why[] = { "Lighter here: thin skin.", NULL };
  LegatoRunningStep step = {
    .leg = LEGATO_LEG_RIGHT,
    .phase = LEGATO_PHASE_WORK,
    .technique = (char *) "petrissage",
    .zones = (GStrv) calf,
    .reasons = (GStrv) why,
    .pressure = LEGATO_PRESSURE_MODERATE,
    .brisk = TRUE,
    .seconds = 40,
    .done_ns = G_GINT64_CONSTANT (33123456789),
    .spent_ns = G_GINT64_CONSTANT (22082304526),
  };

  running->routine = g_strdup ("three-minute");
  running->planned_s = 180;
  running->first = 1;
  running->position_ns = G_GINT64_CONSTANT (36123456789);
  running->tempo = 150;
  running->rest_s = 300;
  legato_running_add_step (running, &step);
  step.zones = step.reasons = NULL;
  step.brisk = FALSE;
  step.leg = LEGATO_LEG_BOTH;
  step.phase = LEGATO_PHASE_REST;
  step.done_ns = step.spent_ns = 0;
  legato_running_add_step (running, &step);
  return running;
}

static void
assert_same (const LegatoRunning *a, const LegatoRunning *b)
{
  g_assert_cmpstr (a->uuid, ==, b->uuid);
  g_assert_cmpint (g_date_time_difference (a->started_at, b->started_at), ==, 0);
  g_assert_cmpint (g_date_time_get_utc_offset (a->started_at), ==,
                   g_date_time_get_utc_offset (b->started_at));
  g_assert_cmpint (g_date_time_difference (a->saved_at, b->saved_at), ==, 0);
  g_assert_cmpstr (a->routine, ==, b->routine);
  g_assert_cmpstr (a->goal, ==, b->goal);
  g_assert_cmpstr (a->zone, ==, b->zone);
  g_assert_cmpint (a->leg, ==, b->leg);
  g_assert_cmpuint (a->planned_s, ==, b->planned_s);
  g_assert_cmpuint (a->first, ==, b->first);
  g_assert_cmpint (a->position_ns, ==, b->position_ns);
  g_assert_cmpuint (a->tempo, ==, b->tempo);
  g_assert_cmpuint (a->rest_s, ==, b->rest_s);
  g_assert_cmpint (a->completed, ==, b->completed);
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  for (guint i = 0; i < a->steps->len; i++)
    {
      const LegatoRunningStep *one = g_ptr_array_index (a->steps, i);
      const LegatoRunningStep *other = g_ptr_array_index (b->steps, i);

      g_assert_cmpint (one->leg, ==, other->leg);
      g_assert_cmpint (one->phase, ==, other->phase);
      g_assert_cmpstr (one->technique, ==, other->technique);
      g_assert_cmpstrv (one->zones, other->zones);
      g_assert_cmpstrv (one->reasons, other->reasons);
      g_assert_cmpint (one->brisk, ==, other->brisk);
      g_assert_cmpint (one->pressure, ==, other->pressure);
      g_assert_cmpuint (one->seconds, ==, other->seconds);
      g_assert_cmpint (one->done_ns, ==, other->done_ns);
      g_assert_cmpint (one->spent_ns, ==, other->spent_ns);
    }
}

static void
test_found_when_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRunning) running = make_running (UUID);
  g_autoptr (GError) error = NULL;
  LegatoJournal *journal = fixture_open_journal (fixture);
  GPtrArray *all = NULL;

  g_assert_true (save (journal, running, &error));
  g_assert_no_error (error);
  running->position_ns += 1000000000;
  running->completed = TRUE;
  g_assert_true (save (journal, running, &error));

  /* Our own is not cut off. */
  all = list (journal);
  g_assert_cmpuint (all->len, ==, 0);
  g_ptr_array_unref (all);
  g_object_unref (journal);

  journal = fixture_open_journal (fixture);
  all = list (journal);
  g_assert_cmpuint (all->len, ==, 1);
  assert_same (g_ptr_array_index (all, 0), running);
  g_ptr_array_unref (all);
  forget (journal, UUID);
  all = list (journal);
  g_assert_cmpuint (all->len, ==, 0);
  g_ptr_array_unref (all);
  g_object_unref (journal);
}

/* Two programs with the same journal: what the other one runs is left to it, as long as it does. */
static void
test_other_program_keeps_its_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRunning) running = make_running (UUID);
  g_autoptr (GError) error = NULL;
  LegatoJournal *journal = fixture_open_journal (fixture);
  LegatoJournal *other = fixture_open_journal (fixture);
  GPtrArray *all = NULL;

  g_assert_true (save (other, running, &error));
  all = list (journal);
  g_assert_cmpuint (all->len, ==, 0);
  g_ptr_array_unref (all);

  g_object_unref (other);
  all = list (journal);
  g_assert_cmpuint (all->len, ==, 1);
  g_ptr_array_unref (all);
  g_object_unref (journal);
}

/* The entry takes the place of what was noted, and nothing that comes late brings it back. */
static void
test_entry_replaces_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRunning) running = make_running (UUID);
  g_autoptr (LegatoEntry) entry = legato_running_make_entry (running);
  g_autoptr (GError) error = NULL;
  LegatoJournal *journal = fixture_open_journal (fixture);

  g_assert_true (save (journal, running, &error));
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM running"), ==, 1);
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM running"), ==, 0);
  g_assert_true (save (journal, running, &error));
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM running"), ==, 0);

  /* An entry that fails to be added leaves it alone. */
  running->uuid[0] = '4';
  g_assert_true (save (journal, running, &error));
  g_assert_false (legato_journal_add (journal, entry, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM running"), ==, 1);
  g_object_unref (journal);
}

static void
test_entry_says_what_was_done (void)
{
  g_autoptr (LegatoRunning) running = make_running (UUID);
  g_autoptr (LegatoRunning) copy = legato_running_copy (running);
  g_autoptr (LegatoEntry) entry = legato_running_make_entry (copy);
  const LegatoDoneStep *step = g_ptr_array_index (entry->steps, 0);

  assert_same (copy, running);
  g_assert_cmpstr (entry->uuid, ==, UUID);
  g_assert_cmpint (entry->kind, ==, LEGATO_ENTRY_SESSION);
  g_assert_cmpstr (entry->routine, ==, "three-minute");
  g_assert_cmpuint (entry->planned_s, ==, 180);
  g_assert_cmpuint (entry->done_s, ==, 22);
  g_assert_false (entry->completed);
  g_assert_cmpuint (entry->steps->len, ==, 2);
  g_assert_cmpuint (step->done_ms, ==, 22082);
  g_assert_cmpuint (step->planned_ms, ==, 40000);
}

/* What is noted may have been damaged, or come from another version: it is left out, not believed.
 */
static void
test_damaged_is_left_out (Fixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "'x'",
    "'[]'",
    "'{}'",
    "'{\"steps\":[{}]}'",
    "json_set (session, '$.tempo', 'fast')",
    "json_set (session, '$.first', 3)",
    "json_set (session, '$.position_ns', -1)",
    "json_set (session, '$.position_ns', 99999999999999999999)",
    "json_set (session, '$.routine', 7)",
    "json_remove (session, '$.leg')",
    "json_remove (session, '$.steps')",
    "json_set (session, '$.steps[0].leg', 'middle')",
    "json_set (session, '$.steps[0].zones', 'calf')",
    "json_set (session, '$.steps[0].zones[0]', 1)",
    "json_set (session, '$.steps[0].reasons', 'thin skin')",
    "json_set (session, '$.steps[0].reasons[0]', 1)",
    "json_set (session, '$.steps[0].brisk', 2)",
    "json_set (session, '$.steps[0].seconds', 1e300)",
    "json_remove (session, '$.steps[0].technique')",
  };
  g_autoptr (LegatoRunning) running = make_running (UUID);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE running SET session = %s", damages[i]);
      g_autoptr (GPtrArray) all = NULL;
      LegatoJournal *journal = fixture_open_journal (fixture);

      g_assert_true (save (journal, running, &error));
      g_object_unref (journal);
      test_sql (fixture->path, sql);
      journal = fixture_open_journal (fixture);
      all = list (journal);
      g_test_message ("%s", damages[i]);
      g_assert_cmpuint (all->len, ==, 0);
      g_object_unref (journal);
    }
}

static void
test_lock_is_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRunning) running = make_running (UUID);
  g_autofree char *path = g_strconcat (fixture->path, "-lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  GStatBuf info;

  g_assert_true (save (journal, running, &error));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

/* A journal of version 2 learns it, and keeps what it holds. */
static void
test_migration (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (LegatoRunning) running = make_running (UUID);
  g_autoptr (LegatoEntry) entry = legato_running_make_entry (running);
  g_autoptr (GError) error = NULL;
  LegatoJournal *journal = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_true (legato_database_migrate (db, 2, &error));
  g_assert_no_error (error);
  sqlite3_close (db);
  test_sql (fixture->path, "INSERT INTO profile VALUES (1, 1, 3, 10)");

  journal = fixture_open_journal (fixture);
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM profile"), ==, 1);
  g_assert_true (save (journal, running, &error));
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_object_unref (journal);
  g_assert_true (legato_journal_verify_file (fixture->path, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/journal/running/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("found-when-cut-off", test_found_when_cut_off);
  ADD ("other-program-keeps-its-session", test_other_program_keeps_its_session);
  ADD ("entry-replaces-it", test_entry_replaces_it);
  ADD ("damaged-is-left-out", test_damaged_is_left_out);
  ADD ("lock-is-private", test_lock_is_private);
  ADD ("migration", test_migration);
  g_test_add_func ("/journal/running/entry-says-what-was-done", test_entry_says_what_was_done);

  return g_test_run ();
}
