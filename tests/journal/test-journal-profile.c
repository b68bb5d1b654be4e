/* test-journal-profile.c: what a person said comes back, can be forgotten, and older files learn it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "legato-database-open.h"
#include "legato-exports.h"
#include "legato-journal-profile.h"
#include "legato-recover.h"
#include "legato-store-profile.h"
#include "legato-store-standing.h"

#define DAY 740000 /* some Julian day */
#define STOP "01234567-89ab-4def-8123-456789abcdef"

static gboolean
same_ids (GStrv ids, GStrv others)
{
  if (g_strv_length (ids) != g_strv_length (others))
    return FALSE;
  for (gsize i = 0; ids[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, ids[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_feeling (const LegatoCheckIn *self, const LegatoFeeling *wanted)
{
  for (guint i = 0; i < self->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (self->feelings, i);

      if (feeling->leg == wanted->leg && g_str_equal (feeling->id, wanted->id))
        return feeling->value == wanted->value;
    }
  return FALSE;
}

/* Whether both were answered alike at the same time. */
static gboolean
check_in_equal (const LegatoCheckIn *self, const LegatoCheckIn *other)
{
  if (!g_date_time_equal (self->at, other->at) || !same_ids (self->flags, other->flags)
      || !same_ids (self->did, other->did) || self->soreness->len != other->soreness->len
      || self->feelings->len != other->feelings->len)
    return FALSE;
  for (guint i = 0; i < self->feelings->len; i++)
    if (!has_feeling (other, g_ptr_array_index (self->feelings, i)))
      return FALSE;
  for (guint i = 0; i < self->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (self->soreness, i);

      if (legato_check_in_get_soreness (other, place->zone, place->leg) != (int) place->value)
        return FALSE;
    }
  return TRUE;
}

static LegatoProfile *
get_profile (LegatoJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LegatoProfile *profile;

  legato_journal_get_profile_async (journal, NULL, test_result_cb, &result);
  profile = legato_journal_get_profile_finish (journal, test_wait (&result), &error);
  g_assert_no_error (error);
  return profile;
}

static gboolean
set_profile (LegatoJournal *journal, const LegatoProfile *profile, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  legato_journal_set_profile_async (journal, profile, NULL, test_result_cb, &result);
  return legato_journal_set_profile_finish (journal, test_wait (&result), error);
}

static LegatoCheckIn *
get_check_in (LegatoJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LegatoCheckIn *check_in;

  legato_journal_get_check_in_async (journal, NULL, test_result_cb, &result);
  check_in = legato_journal_get_check_in_finish (journal, test_wait (&result), &error);
  g_assert_no_error (error);
  return check_in;
}

/* Somebody with one of everything. */
static LegatoProfile *
full_profile (void)
{
  LegatoProfile *profile = legato_profile_new ();

  profile->asked = TRUE;
  profile->weekly_goal = 5;
  profile->usual_minutes = 15;
  legato_profile_set_condition (profile, "pregnancy", DAY, DAY + 7);
  legato_profile_set_condition (profile, "clot-history", DAY + 1, 0);
  legato_profile_block (profile, "calf", LEGATO_LEG_LEFT, LEGATO_CAUSE_VEIN, DAY + 2);
  legato_profile_block (profile, "calf", LEGATO_LEG_RIGHT, LEGATO_CAUSE_WOUND, DAY + 3);
  legato_profile_set_agreed (profile, "quadriceps", LEGATO_LEG_LEFT, DAY + 7, TRUE);
  legato_profile_set_tool (profile, "roller", TRUE);
  legato_profile_set_tool (profile, "ball", TRUE);
  legato_profile_set_joint (profile, LEGATO_PROFILE_KNEE, LEGATO_LEG_RIGHT, TRUE);
  return profile;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoProfile) nobody = legato_profile_new ();
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (LegatoProfile) before = get_profile (journal);
  g_autoptr (LegatoProfile) after = NULL;
  g_autoptr (LegatoCheckIn) check_in = test_check_in ();
  g_autoptr (LegatoCheckIn) read = NULL;

  g_assert_true (legato_profile_equal (before, nobody));
  g_assert_false (before->asked);
  g_assert_cmpuint (before->weekly_goal, ==, 3);
  g_assert_null (get_check_in (journal));

  g_assert_true (set_profile (journal, profile, &error));
  g_assert_no_error (error);
  test_set_check_in (journal, check_in);
  g_assert_finalize_object (g_steal_pointer (&journal));
  g_assert_true (legato_journal_verify_file (fixture->path, &error));

  journal = fixture_open_journal (fixture);
  after = get_profile (journal);
  g_assert_true (legato_profile_equal (after, profile));
  g_assert_cmpint (legato_profile_find_condition (after, "pregnancy")->cleared, ==, DAY + 7);
  g_assert_cmpint (legato_profile_find_blocked (after, "calf", LEGATO_LEG_RIGHT)->cause, ==,
                   LEGATO_CAUSE_WOUND);
  g_assert_true (legato_profile_is_agreed (after, "quadriceps", LEGATO_LEG_LEFT));
  read = get_check_in (journal);
  g_assert_true (check_in_equal (read, check_in));
  /* The day is that of the place where it was answered. */
  g_assert_cmpuint (legato_check_in_get_day (read), ==, legato_check_in_get_day (check_in));
}

static void
set_leg (const char *path, const char *from, const char *to)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA ignore_check_constraints = ON;"
                                          "UPDATE profile_blocked SET leg = '%s' WHERE leg = '%s'",
                                          to, from);

  test_sql (path, sql);
}

/* A place that is left alone is never taken for another one: that of a damaged row is told, and one
 * that only a newer program knows is no damage. */
static void
test_leg_that_is_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_profile (journal, profile, &error));
  set_leg (fixture->path, "right", "middle");
  legato_journal_get_profile_async (journal, NULL, test_result_cb, &result);
  g_assert_null (legato_journal_get_profile_finish (journal, test_wait (&result), &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);

  g_clear_error (&error);
  g_clear_object (&result);
  g_clear_object (&journal);
  set_leg (fixture->path, "middle", "right");
  test_sql (fixture->path, "PRAGMA user_version = 99");
  journal = fixture_open_journal (fixture);
  set_leg (fixture->path, "right", "middle");
  legato_journal_get_profile_async (journal, NULL, test_result_cb, &result);
  g_assert_null (legato_journal_get_profile_finish (journal, test_wait (&result), &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NEWER);
}

/* Nobody's week is measured by a goal that is none. */
static void
test_goal_that_is_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_profile (journal, profile, &error));
  test_sql (fixture->path, "PRAGMA ignore_check_constraints = ON;"
                           "UPDATE profile SET weekly_goal = 0");
  legato_journal_get_profile_async (journal, NULL, test_result_cb, &result);
  g_assert_null (legato_journal_get_profile_finish (journal, test_wait (&result), &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);
}

/* What a person said is in an export, and in what is read of a damaged journal, table by table. */
static void
test_taken_along (Fixture *fixture, gconstpointer data)
{
  static const char *const tables[] = {
    "profile", "profile_condition", "profile_tool",     "profile_blocked", "profile_agreed",
    "flag",    "profile_joint",     "check_in",         "check_in_answer", "check_in_soreness",
    "asked",   "fine_place",        "check_in_feeling",
  };
  g_autofree char *merged_path = g_build_filename (fixture->folder, "merged.db", NULL);
  g_autofree char *recovered_path = g_build_filename (fixture->folder, "recovered.db", NULL);
  g_autoptr (LegatoStore) store = legato_store_open (fixture->path, NULL);
  g_autoptr (LegatoStore) merged = legato_store_open (merged_path, NULL);
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (LegatoCheckIn) check_in = test_check_in ();
  g_autoptr (LegatoStanding) standing = legato_standing_new ();
  LegatoMergeResult result;
  g_autoptr (GError) error = NULL;
  guint n_entries;
  gboolean all;

  legato_standing_set_flag (standing, "persist", DAY, LEGATO_FLAG_STANDS, 0);
  legato_standing_set_fine (standing, STOP, "calf", LEGATO_LEG_LEFT, DAY);
  legato_standing_set_asked (standing, "R-PERSIST", "calf", LEGATO_LEG_LEFT, DAY);
  g_assert_true (legato_store_set_profile (store, profile, &error));
  g_assert_true (legato_store_set_check_in (store, check_in, &error));
  g_assert_true (legato_store_set_standing (store, standing, &error));
  g_assert_true (legato_store_merge_file (merged, fixture->path, FALSE, NULL, &result, &error));
  g_clear_pointer (&store, legato_store_close);
  g_clear_pointer (&merged, legato_store_close);
  g_assert_true (legato_recover (fixture->path, recovered_path, NULL, &n_entries, &all, &error));
  g_assert_no_error (error);
  g_assert_true (all);

  g_assert_cmpint (test_sql_int (fixture->path,
                                 "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND "
                                 "(name GLOB 'profile*' OR name GLOB 'check_in*' OR name IN "
                                 "('flag', 'fine_place', 'asked'))"),
                   ==, G_N_ELEMENTS (tables));
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *count = g_strconcat ("SELECT count (*) FROM ", tables[i], NULL);
      gint64 n_rows = test_sql_int (fixture->path, count);

      g_test_message ("%s", tables[i]);
      g_assert_cmpint (n_rows, >, 0);
      g_assert_cmpint (test_sql_int (merged_path, count), ==, n_rows);
      g_assert_cmpint (test_sql_int (recovered_path, count), ==, n_rows);
    }
}

static void
test_replaced_as_a_whole (Fixture *fixture, gconstpointer data)
{
  static const guint no_goals[] = { 0, LEGATO_GOAL_MIN - 1, LEGATO_GOAL_MAX + 1, G_MAXUINT };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoProfile) first = full_profile ();
  g_autoptr (LegatoProfile) second = legato_profile_copy (first);
  g_autoptr (LegatoProfile) wrong = legato_profile_copy (first);
  g_autoptr (LegatoProfile) read = NULL;
  g_autoptr (LegatoCheckIn) check_in = test_check_in ();
  g_autoptr (LegatoCheckIn) changed = legato_check_in_copy (check_in);
  g_autoptr (LegatoCheckIn) read_check_in = NULL;

  g_assert_true (legato_profile_equal (first, second));
  legato_profile_remove_condition (second, "clot-history");
  legato_profile_unblock (second, "calf", LEGATO_LEG_LEFT);
  legato_profile_set_agreed (second, "quadriceps", LEGATO_LEG_LEFT, 0, FALSE);
  legato_profile_set_tool (second, "ball", FALSE);
  legato_profile_set_joint (second, LEGATO_PROFILE_KNEE, LEGATO_LEG_RIGHT, FALSE);
  legato_profile_set_joint (second, LEGATO_PROFILE_HIP, LEGATO_LEG_RIGHT, TRUE);
  g_assert_false (legato_profile_equal (first, second));

  g_assert_true (set_profile (journal, first, &error));
  g_assert_true (set_profile (journal, second, &error));
  g_assert_no_error (error);

  /* What does not fit changes nothing: the tables draw the line where the program does. */
  for (guint goal = LEGATO_GOAL_MIN; goal <= LEGATO_GOAL_MAX; goal++)
    {
      wrong->weekly_goal = goal;
      g_assert_true (set_profile (journal, wrong, &error));
    }
  g_assert_true (set_profile (journal, second, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (no_goals); i++)
    {
      wrong->weekly_goal = no_goals[i];
      g_assert_false (set_profile (journal, wrong, &error));
      g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
      g_clear_error (&error);
    }
  read = get_profile (journal);
  g_assert_true (legato_profile_equal (read, second));

  legato_check_in_set_soreness (changed, "calf", LEGATO_LEG_LEFT, -1);
  legato_check_in_set_flag (changed, "persist", FALSE);
  test_set_check_in (journal, check_in);
  test_set_check_in (journal, changed);
  read_check_in = get_check_in (journal);
  g_assert_true (check_in_equal (read_check_in, changed));
  g_assert_false (check_in_equal (read_check_in, check_in));
}

static gboolean
file_says (const char *path, const char *suffix, const char *word)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  g_autofree char *content = NULL;
  gsize length = 0;

  return g_file_get_contents (name, &content, &length, NULL)
         && memmem (content, length, word, strlen (word)) != NULL;
}

/* Not a byte of it is left, in the file or in its log. */
static void
test_forgotten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (LegatoProfile) nobody = legato_profile_new ();
  g_autoptr (LegatoProfile) after = NULL;
  g_autoptr (LegatoCheckIn) check_in = test_check_in ();
  g_autoptr (LegatoEntry) entry = test_entry (2026, 9, 1, 12);

  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_true (set_profile (journal, profile, &error));
  test_set_check_in (journal, check_in);
  g_assert_true (file_says (fixture->path, "-wal", "clot-history")
                 || file_says (fixture->path, "", "clot-history"));

  test_forget_person (journal);
  g_assert_false (file_says (fixture->path, "-wal", "clot-history"));
  g_assert_false (file_says (fixture->path, "", "clot-history"));
  g_assert_false (file_says (fixture->path, "", "long-standing"));
  after = get_profile (journal);
  g_assert_true (legato_profile_equal (after, nobody));
  g_assert_null (get_check_in (journal));

  /* What was done stays. */
  {
    g_autoptr (GPtrArray) entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);

    g_assert_cmpuint (entries->len, ==, 1);
  }

  /* And it can be said again. */
  g_assert_true (set_profile (journal, profile, &error));
}

static void
count_cb (LegatoJournal *journal, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (LegatoCheckIn) check_in = test_check_in ();
  g_autoptr (LegatoProfile) read = NULL;
  guint n_changed = 0;

  g_signal_connect (journal, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (set_profile (journal, profile, NULL));
  test_set_check_in (journal, check_in);
  test_forget_person (journal);
  read = get_profile (journal);
  g_assert_cmpuint (n_changed, ==, 0);
}

static gint64
count_rows (const char *path, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);

  return test_sql_int (path, sql);
}

/* A journal of the first version keeps every row and learns the new tables. */
static void
test_migration (Fixture *fixture, gconstpointer data)
{
  static const char *const tables[] = {
    "entry", "reason", "step", "step_zone", "rating", "feeling",
  };
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "data", "sample-journal.db", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GFile) from = g_file_new_for_path (sample);
  g_autoptr (GFile) to = g_file_new_for_path (fixture->path);
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (LegatoProfile) read = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before[G_N_ELEMENTS (tables)];

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error));
  g_assert_cmpint (test_sql_int (fixture->path, "SELECT user_version FROM pragma_user_version"), ==,
                   1);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    before[i] = count_rows (fixture->path, tables[i]);

  journal = fixture_open_journal (fixture);
  g_assert_true (set_profile (journal, profile, &error));
  g_assert_no_error (error);
  g_clear_object (&journal);

  g_assert_cmpint (test_sql_int (fixture->path, "SELECT user_version FROM pragma_user_version"), ==,
                   legato_database_get_newest_version ());
  g_assert_true (legato_journal_verify_file (fixture->path, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_assert_cmpint (count_rows (fixture->path, tables[i]), ==, before[i]);
  journal = fixture_open_journal (fixture);
  read = get_profile (journal);
  g_assert_true (legato_profile_equal (read, profile));
}

/* A migration that meets what it did not expect leaves the version before it whole. */
static void
test_migration_that_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "first.db", NULL);
  gint64 n_objects;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (legato_database_migrate (db, 1, &error));
  g_assert_true (legato_database_exec (db, "CREATE TABLE check_in_soreness (x)", &error));
  sqlite3_close (db);
  n_objects = count_rows (path, "sqlite_schema");

  g_assert_null (legato_journal_open (path, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (count_rows (path, "sqlite_schema"), ==, n_objects);
  g_assert_cmpint (test_sql_int (path, "SELECT user_version FROM pragma_user_version"), ==, 1);
}

/* The tables themselves refuse what no journal may hold. */
static void
test_schema_refuses (Fixture *fixture, gconstpointer data)
{
  static const char *const refused[] = {
    "INSERT INTO profile VALUES (2, 0, 3, 0)",
    "UPDATE profile SET weekly_goal = 1",
    "UPDATE profile SET usual_minutes = 31",
    "UPDATE profile SET usual_minutes = 2",
    "UPDATE profile_condition SET since = 'yesterday'",
    "UPDATE profile_condition SET cleared_on = '2026-02-30'",
    "UPDATE profile_blocked SET leg = 'both'",
    "UPDATE profile_blocked SET cause = 'mood'",
    "UPDATE profile_agreed SET zone = ''",
    "UPDATE profile_joint SET joint = 'ankle'",
    "UPDATE profile_joint SET leg = 'both'",
    "INSERT INTO check_in VALUES (2, 0, 0)",
    "UPDATE check_in_answer SET question = 'why'",
    "UPDATE check_in_soreness SET value = 11",
    "UPDATE check_in_feeling SET value = -1",
    "UPDATE check_in_feeling SET leg = 'none'",
    "UPDATE flag SET answer = 'gone'",
    "UPDATE flag SET answered_on = '2026-01-01'",
    "UPDATE flag SET answer = 'perhaps', answered_on = '2026-01-01'",
    "INSERT INTO fine_place VALUES ('x', 'calf', 'left', '2026-01-01')",
    "INSERT INTO asked VALUES ('R-DVT', '', 'none', '2026-01-01')",
    NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = fixture_open_journal (fixture);
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (LegatoCheckIn) check_in = test_check_in ();

  g_assert_true (set_profile (journal, profile, &error));
  test_set_check_in (journal, check_in);
  g_clear_object (&journal);

  test_sql_refused (fixture->path, refused);
  test_sql (fixture->path, "UPDATE profile SET weekly_goal = 7");
}

/* As in test-journal-files.c, a limit on the size of files stands for a full disk. */
static void
full_disk_child (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoProfile) profile = full_profile ();
  g_autoptr (LegatoProfile) saved = NULL;
  g_autoptr (LegatoProfile) read = NULL;
  struct rlimit limit = { 400 * 1024, 400 * 1024 };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  journal = legato_journal_open (g_getenv ("LEGATO_TEST_PATH"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (LegatoProfile) next = legato_profile_copy (profile);

      next->weekly_goal = LEGATO_GOAL_MIN + i % (LEGATO_GOAL_MAX - LEGATO_GOAL_MIN + 1);
      if (!set_profile (journal, next, &error))
        break;
      g_clear_pointer (&saved, legato_profile_free);
      saved = g_steal_pointer (&next);
    }
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FULL);
  g_assert_nonnull (saved);
  read = get_profile (journal);
  g_assert_true (legato_profile_equal (read, saved));
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_setenv ("LEGATO_TEST_PATH", fixture->path, TRUE);
  g_test_trap_subprocess ("/journal/profile/full-disk/subprocess/child", 0,
                          G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/profile/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("leg-that-is-none", test_leg_that_is_none);
  ADD ("goal-that-is-none", test_goal_that_is_none);
  ADD ("taken-along", test_taken_along);
  ADD ("replaced-as-a-whole", test_replaced_as_a_whole);
  ADD ("forgotten", test_forgotten);
  ADD ("signals", test_signals);
  ADD ("migration", test_migration);
  ADD ("migration-that-fails", test_migration_that_fails);
  ADD ("schema-refuses", test_schema_refuses);
  ADD ("full-disk", test_full_disk);
  g_test_add_func ("/journal/profile/full-disk/subprocess/child", full_disk_child);
  return g_test_run ();
}
