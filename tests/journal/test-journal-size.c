/* test-journal-size.c: what a journal reads for a page does not grow with what is in it
 *
 * Not by the clock, which says something of the machine: by the pages of the file that SQLite looks
 * at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "legato-database-open.h"
#include "legato-store-private.h"
#include "legato-store-running.h"

#define FEW 600
#define MANY 9000

/* A B-tree may be a level deeper, and its pages less full. */
#define DEEPER 2

/* A session every four hours up to the same moment, each with twelve ratings and a note. */
#define FILL                                                                                       \
  "BEGIN;"                                                                                         \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "                 \
  "INSERT INTO entry (id, uuid, kind, at_us, utc_offset_s, local_day, recorded_us, late, "         \
  "routine, leg, planned_s, done_s, completed, note, edited_us) SELECT i, "                        \
  "printf ('%%08x-0000-4000-8000-%%012x', i, i), 'session', t * 1000000, 0, "                      \
  "date (t, 'unixepoch'), t * 1000000, 0, 'three-minute', 'both', 180, 180, 1, 'stairs', "         \
  "t * 1000000 FROM (SELECT i, 1700000000 - (%d - i) * 14400 AS t FROM n);"                        \
  "INSERT INTO rating SELECT entry.id, z.value * 4 + l.value * 2 + m.value, "                      \
  "json_extract ('[\"calf\",\"shin\",\"foot\"]', '$[' || z.value || ']'), "                        \
  "json_extract ('[\"left\",\"right\"]', '$[' || l.value || ']'), "                                \
  "json_extract ('[\"before\",\"after\"]', '$[' || m.value || ']'), "                              \
  "(entry.id * 7 + z.value + m.value) %% 11, 1, 0 FROM entry, json_each ('[0,1,2]') AS z, "        \
  "json_each ('[0,1]') AS l, json_each ('[0,1]') AS m;"                                            \
  "INSERT INTO words (rowid, text) SELECT (at_us / 1000000 << 24) | (id & 16777215), note "        \
  "FROM entry ORDER BY id;"                                                                        \
  "COMMIT"

static guint32 last_day;

static char *
fill (Fixture *fixture, int n)
{
  g_autofree char *name = g_strdup_printf ("%d.db", n);
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *sql = g_strdup_printf (FILL, n, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = legato_database_open (path, &error);
  gint64 day = 0;

  g_assert_no_error (error);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  legato_database_exec (db, "PRAGMA synchronous = OFF", &error);
  g_assert_no_error (error);
  legato_database_exec (db, sql, &error);
  g_assert_no_error (error);
  legato_database_mend_counts (db, &error);
  g_assert_no_error (error);
  legato_database_get_int (db, "SELECT julianday (max (local_day)) - 1721424.5 FROM entry", &day,
                           &error);
  g_assert_no_error (error);
  last_day = (guint32) day;
  return path;
}

/* Pages that were looked at since this was asked last. */
static guint
count_pages (LegatoStore *store)
{
  int hits = 0, misses = 0, highest;

  sqlite3_db_status (store->db, SQLITE_DBSTATUS_CACHE_HIT, &hits, &highest, TRUE);
  sqlite3_db_status (store->db, SQLITE_DBSTATUS_CACHE_MISS, &misses, &highest, TRUE);
  return (guint) (hits + misses);
}

static void
open_only (LegatoStore *store)
{
}

static void
read_ratings (LegatoStore *store)
{
  g_autoptr (GArray) ratings = legato_store_ratings (store, NULL, last_day - 83, last_day, NULL);

  g_assert_cmpuint (ratings->len, >, 84 * 5 * 12);
}

static void
read_entries (LegatoStore *store)
{
  const LegatoFilter days = { .from_day = last_day - 83, .to_day = last_day };
  g_autoptr (GPtrArray) entries = legato_store_find_entries (store, &days, 0, 0, NULL);

  g_assert_cmpuint (entries->len, >, 84 * 5);
}

static void
read_first_page (LegatoStore *store)
{
  const LegatoFilter all = { 0 };
  g_autoptr (GPtrArray) entries = legato_store_find_entries (store, &all, 50, 0, NULL);

  g_assert_cmpuint (entries->len, ==, 50);
}

static void
read_days (LegatoStore *store)
{
  g_autoptr (GArray) days = legato_store_list_days (store, last_day - 83, last_day, NULL);

  g_assert_cmpuint (days->len, ==, 84);
}

static void
search (LegatoStore *store)
{
  LegatoFilter filter = { .words = (char *) "stairs" };
  g_autoptr (GPtrArray) entries = legato_store_find_entries (store, &filter, 50, 0, NULL);

  g_assert_cmpuint (entries->len, ==, 50);
}

/* The longest ago, so that all other notes with the word are newer. */
static void
search_first_day (LegatoStore *store)
{
  LegatoFilter filter = { .words = (char *) "stairs" };
  g_autoptr (GPtrArray) entries = NULL;
  gint64 day = 0;

  legato_database_get_int (store->db, "SELECT julianday (min (local_day)) - 1721424.5 FROM entry",
                           &day, NULL);
  filter.from_day = filter.to_day = (guint32) day;
  entries = legato_store_find_entries (store, &filter, 50, 0, NULL);
  g_assert_cmpuint (entries->len, >, 0);
}

static void
add_one (LegatoStore *store)
{
  g_autoptr (LegatoEntry) entry = test_entry (2023, 11, 15, 1);

  g_assert_true (legato_store_add (store, entry, NULL));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    void (*run) (LegatoStore *store);
  } tasks[] = {
    { "open", open_only },
    { "twelve weeks of ratings", read_ratings },
    { "twelve weeks of entries", read_entries },
    { "twelve weeks of days", read_days },
    { "first page", read_first_page },
    { "search", search },
    { "commit", add_one },
  };
  g_autofree char *few_path = fill (fixture, FEW);
  g_autofree char *many_path = fill (fixture, MANY);

  /* Once looked through, as at the first opening. */
  legato_store_close (legato_store_open (few_path, NULL));
  legato_store_close (legato_store_open (many_path, NULL));
  {
    g_autoptr (LegatoStore) few = legato_store_open (few_path, NULL);
    g_autoptr (LegatoStore) many = legato_store_open (many_path, NULL);

    for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
      {
        guint of_few, of_many;

        tasks[i].run (few);
        tasks[i].run (many);
        of_few = count_pages (few);
        of_many = count_pages (many);
        g_test_message ("%s: %u and %u pages", tasks[i].name, of_few, of_many);
        g_assert_cmpuint (of_few, >, 0);
        g_assert_cmpuint (of_many, <=, of_few * DEEPER);
      }
  }
}

/* The index is passed over faster than the entries that it leads to. */
static void
test_day_long_ago (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fill (fixture, MANY);
  g_autoptr (LegatoStore) store = NULL;

  legato_store_close (legato_store_open (path, NULL));
  store = legato_store_open (path, NULL);
  search_first_day (store);
  count_pages (store);
  search_first_day (store);
  g_assert_cmpuint (count_pages (store), <, MANY / 10);
}

/* After a crash a small journal is looked through while it is opened, a large one beside. */
static void
test_after_a_crash (Fixture *fixture, gconstpointer data)
{
  static const int sizes[] = { FEW, MANY * 2 };
  guint pages[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = fill (fixture, sizes[i]);
      g_autofree char *state = g_strconcat (path, "-state", NULL);
      g_autoptr (LegatoStore) store = NULL;
      LegatoCheck *check = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (g_file_test (state, G_FILE_TEST_EXISTS));
      store = legato_store_open (path, &error);
      g_assert_no_error (error);
      check = legato_store_get_check (store);
      g_assert_true ((check != NULL) == (sizes[i] != FEW));
      pages[i] = count_pages (store);
      if (check == NULL)
        continue;
      legato_check_wait (check, NULL, &error);
      g_assert_no_error (error);
      legato_check_unref (check);
    }
  g_test_message ("%u and %u pages", pages[0], pages[1]);
  g_assert_cmpuint (pages[1], <, pages[0]);
}

/* As a disk that fails would, or another program. */
static void
spoil (const char *path)
{
  static const char garbage[65536] = { 0x5a };
  FILE *file = g_fopen (path, "r+b");

  g_assert_cmpint (fseek (file, 0, SEEK_END), ==, 0);
  g_assert_cmpint (fseek (file, ftell (file) / 2, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (garbage, sizeof garbage, 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Before anything is written to a large journal, it was looked through, also if it changes while it
 * is open; and the bin, which waits for that too, is emptied. */
static void
test_write_after_look (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fill (fixture, MANY * 2);
  const gint64 now = g_get_real_time (), day = (gint64) 86400 * G_USEC_PER_SEC;
  g_autofree char *sql = g_strdup_printf ("UPDATE entry SET deleted_us = %" G_GINT64_FORMAT
                                          " WHERE id = 1; UPDATE clock SET seen_us = "
                                          "%" G_GINT64_FORMAT ", trusted_us = %" G_GINT64_FORMAT,
                                          now - 365 * day, now - 2 * day, now - 365 * day);
  g_autoptr (LegatoEntry) entry = test_entry (2023, 11, 15, 2);
  g_autoptr (LegatoStore) store = NULL;
  g_autoptr (GError) error = NULL;

  test_sql (path, sql);
  store = legato_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (store->check);
  g_assert_cmpint (test_sql_int (path, "SELECT count (*) FROM entry WHERE id = 1"), ==, 1);
  add_one (store);
  g_assert_cmpint (test_sql_int (path, "SELECT count (*) FROM entry WHERE id = 1"), ==, 0);

  spoil (path);
  g_assert_false (legato_store_add (store, entry, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (legato_store_forget_running (store, entry->uuid, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);
}

static void
report_cb (guint64 done, guint64 total, gpointer data)
{
  guint *n = data;

  g_assert_cmpuint (done, <=, total);
  (*n)++;
}

/* A large copy says how far it is, and can be left. */
static void
test_copy_tells (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fill (fixture, MANY);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n = 0;
  LegatoProgress progress = { cancellable, report_cb, &n };
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = legato_database_open (path, &error);

  g_assert_no_error (error);
  legato_database_copy (db, copy, &progress, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 5);
  g_assert_cmpint (g_unlink (copy), ==, 0);

  n = 0;
  g_cancellable_cancel (cancellable);
  g_assert_false (legato_database_copy (db, copy, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/size/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("pages", test_pages);
  ADD ("day-long-ago", test_day_long_ago);
  ADD ("after-a-crash", test_after_a_crash);
  ADD ("write-after-look", test_write_after_look);
  ADD ("copy-tells", test_copy_tells);
  return g_test_run ();
}
