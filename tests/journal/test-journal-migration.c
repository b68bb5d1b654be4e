/* test-journal-migration.c: a journal of every earlier version is read by this program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>

#include "legato-database-open.h"
#include "legato-database-check.h"
#include "legato-store.h"

/* What the kept files hold, see build-aux/make-sample-journal. */
#define N_ENTRIES 17
#define N_RATINGS 170

static void
assert_kept (const char *path, int version)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (path, &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  g_assert_null (legato_store_get_read_only (store));
  entries = legato_store_find_entries (store, &(LegatoFilter){ 0 }, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (g_date_time_equal (entry->edited_at, entry->recorded_at));
      g_assert_null (entry->deleted_at);
      g_assert_null (entry->goal);
      g_assert_false (entry->unguided);
    }
  legato_store_close (store);

  g_assert_cmpint (test_sql_int (path, "SELECT count (*) FROM rating WHERE late = 0"), ==,
                   N_RATINGS);
  g_assert_cmpint (test_sql_int (path, TEST_N_FELT), ==, N_RATINGS);
  g_assert_cmpint (test_sql_int (path, "SELECT count (*) FROM entry WHERE note <> ''"), ==,
                   test_sql_int (path, "SELECT count (*) FROM words"));
  if (version >= 2)
    g_assert_cmpint (test_sql_int (path, "SELECT weekly_goal FROM profile"), ==, 4);
  if (version >= 3)
    g_assert_cmpint (test_sql_int (path, "SELECT count (*) FROM running"), ==, 1);
  g_assert_true (legato_database_check_file (path, NULL, &error));
  g_assert_no_error (error);
}

static void
test_every_version (Fixture *fixture, gconstpointer data)
{
  for (int version = 1; version < legato_database_get_newest_version (); version++)
    {
      test_copy_version (fixture->path, version);
      assert_kept (fixture->path, version);
      g_assert_cmpint (test_sql_int (fixture->path, "SELECT user_version FROM pragma_user_version"),
                       ==, legato_database_get_newest_version ());
    }
}

/* Each step refuses as a whole if any statement of it does, and the version before stays. */
static void
test_each_is_one_transaction (Fixture *fixture, gconstpointer data)
{
  static const char *const in_the_way[] = { NULL,     "profile_tool",  "running",   "asked",
                                            "purged", "profile_joint", "follow_up", "felt_day" };

  for (int version = 1; version < legato_database_get_newest_version (); version++)
    {
      g_autofree char *sql = NULL;
      g_autofree char *count = NULL;
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;
      gint64 n_objects;

      if (version >= (int) G_N_ELEMENTS (in_the_way))
        break;
      test_copy_version (fixture->path, version);
      sql = g_strdup_printf ("CREATE TABLE %s (x)", in_the_way[version]);
      test_sql (fixture->path, sql);
      n_objects = test_sql_int (fixture->path, "SELECT count (*) FROM sqlite_schema");

      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      g_assert_false (legato_database_migrate (db, version + 1, &error));
      g_assert_nonnull (error);
      g_assert_true (sqlite3_get_autocommit (db));
      sqlite3_close (db);
      g_assert_cmpint (test_sql_int (fixture->path, "SELECT user_version FROM pragma_user_version"),
                       ==, version);
      g_assert_cmpint (test_sql_int (fixture->path, "SELECT count (*) FROM sqlite_schema"), ==,
                       n_objects);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/migration/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("every-version", test_every_version);
  ADD ("each-is-one-transaction", test_each_is_one_transaction);
  return g_test_run ();
}
