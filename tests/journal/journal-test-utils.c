/* journal-test-utils.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "legato-database-open.h"
#include "legato-entry-json.h"
#include "legato-journal-profile.h"
#include "legato-store.h"

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("legato-journal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "new", "legato", "journal.db", NULL);
}

void
test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        test_remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

LegatoJournal *
fixture_open_journal (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LegatoJournal *journal = legato_journal_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  return journal;
}

/* A local time two hours east of Greenwich, with microseconds. */
GDateTime *
test_time (int year, int month, int day, int hour)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7200);

  return g_date_time_new (zone, year, month, day, hour, 34, 56.789012);
}

/* A session with one of everything. */
LegatoEntry *
test_entry (int year, int month, int day, int hour)
{
  static const char *const zones[] = { "soleus", "calf", NULL };
  static const char *const reasons[] = { "burning", "worse", NULL };
  g_autoptr (GDateTime) at = test_time (year, month, day, hour);
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);

  entry->routine = g_strdup ("three-minute");
  entry->planned_s = 180;
  entry->done_s = 170;
  g_free (entry->note);
  entry->note = g_strdup ("Nach dem Lauf, “schwer” – 足が重い");
  g_strfreev (entry->reasons);
  entry->reasons = g_strdupv ((GStrv) reasons);
  legato_entry_add_step (entry, 0, LEGATO_LEG_LEFT, "effleurage", zones, LEGATO_PRESSURE_LIGHT,
                         20000, 20000);
  legato_entry_add_step (entry, 3, LEGATO_LEG_RIGHT, "petrissage", zones + 1,
                         LEGATO_PRESSURE_MODERATE, 30000, 12345);
  legato_entry_add_step (entry, 7, LEGATO_LEG_BOTH, "rest", NULL, LEGATO_PRESSURE_FEATHER, 60000,
                         0);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 4);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_NEXT_DAY, 10);
  legato_entry_add_rating (entry, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_SECOND_DAY, 0);
  legato_entry_add_feeling (entry, "heaviness", LEGATO_LEG_LEFT, 7);
  legato_entry_add_feeling (entry, "cramps", LEGATO_LEG_BOTH, 10);
  return entry;
}

/* At @path, with so many entries, one a day. */
void
test_make_journal (const char *path, int n_entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStore) store = legato_store_open (path, &error);

  g_assert_no_error (error);
  for (int i = 0; i < n_entries; i++)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2026, 1 + i / 28, 1 + i % 28, 12);

      g_assert_true (legato_store_add (store, entry, &error));
    }
}

/* Puts a kept journal of an older program in the place of @path. */
void
test_copy_version (const char *path, int version)
{
  g_autofree char *wanted = g_strdup_printf ("journal-v%d.db", version);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", wanted, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (source);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Runs @sql on the file, without the journal's knowledge. */
void
test_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* None of @statements may be run, as the tables themselves refuse it. */
void
test_sql_refused (const char *path, const char *const *statements)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = legato_database_open (path, &error);

  g_assert_no_error (error);
  for (gsize i = 0; statements[i] != NULL; i++)
    {
      g_assert_false (legato_database_exec (db, statements[i], &error));
      g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* The entry in @json, or NULL with @error set. */
LegatoEntry *
test_read_entry (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = legato_json_parse (json, strlen (json), error);

  return parser != NULL ? legato_entry_from_object (
             json_node_get_object (json_parser_get_root (parser)), error)
                        : NULL;
}

/* Earlier versions of an entry, the latest first. */
GPtrArray *
test_list_history (const char *path, const char *uuid)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT document FROM history WHERE uuid = ?1 "
                                       "ORDER BY edited_us DESC, document DESC",
                                       -1, &stmt, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (stmt, 1, uuid, -1, NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_autoptr (GError) error = NULL;
      LegatoEntry *version = test_read_entry ((const char *) sqlite3_column_text (stmt, 0), &error);

      g_assert_no_error (error);
      g_ptr_array_add (versions, version);
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return versions;
}

gint64
test_sql_int (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

void
test_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

/* Runs the main context until test_result_cb() has filled @result; it may be waited for again. */
GAsyncResult *
test_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* Somebody who answered something of each kind. */
LegatoCheckIn *
test_check_in (void)
{
  g_autoptr (GDateTime) at = test_time (2026, 11, 21, 23);
  LegatoCheckIn *check_in = legato_check_in_new (at);

  legato_check_in_set_flag (check_in, "persist", TRUE);
  legato_check_in_set_did (check_in, "long-standing", TRUE);
  legato_check_in_set_soreness (check_in, "calf", LEGATO_LEG_LEFT, 6);
  legato_check_in_set_soreness (check_in, "shin", LEGATO_LEG_RIGHT, 0);
  legato_check_in_set_feeling (check_in, "swelling", LEGATO_LEG_LEFT, 4);
  legato_check_in_set_feeling (check_in, "cramps", LEGATO_LEG_BOTH, 10);
  return check_in;
}

void
test_set_check_in (LegatoJournal *journal, const LegatoCheckIn *check_in)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  legato_journal_set_check_in_async (journal, check_in, NULL, test_result_cb, &result);
  g_assert_true (legato_journal_set_check_in_finish (journal, test_wait (&result), &error));
  g_assert_no_error (error);
}

/* Leaves nothing of who is massaged, but what was done. */
void
test_forget_person (LegatoJournal *journal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  legato_journal_forget_person_async (journal, NULL, test_result_cb, &result);
  g_assert_true (legato_journal_forget_person_finish (journal, test_wait (&result), &error));
  g_assert_no_error (error);
}
