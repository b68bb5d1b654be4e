/* journal-bench.c: what the journal costs with 5,000 sessions and with many more, as a table
 *
 * Usage: journal-bench [SESSIONS [queries]]   (1,000,000 if nothing is said, which takes minutes
 * and 3 GB; with "queries" nothing is exported and imported, which takes longest)
 *        journal-bench --fill FILE SESSIONS   (only makes such a journal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "legato-database-check.h"
#include "legato-database-open.h"
#include "legato-exports.h"
#include "legato-store.h"

#define FEW 5000
#define MANY 1000000
#define ROUNDS 21

/* Twelve ratings a session, a word that is in one note of a thousand and one that is in each. The
 * newest sessions lie as they do in the smaller journal, six a day, so that the last weeks hold as
 * much in both; a million would take four centuries so, and the older ones lie closer. */
#define FILL                                                                                       \
  "BEGIN;"                                                                                         \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "                 \
  "INSERT INTO entry (id, uuid, kind, at_us, utc_offset_s, local_day, recorded_us, late, "         \
  "routine, "                                                                                      \
  "leg, planned_s, done_s, completed, note, edited_us) SELECT i, "                                 \
  "printf ('%%08x-0000-4000-8000-%%012x', i, i), 'session', t * 1000000, 3600, "                   \
  "date (t + 3600, 'unixepoch'), t * 1000000, 0, 'three-minute', 'both', 180, 180, 1, "            \
  "'stairs ' || CASE i %% 1000 WHEN 7 THEN 'meadow' ELSE 'w' || (i %% 977) END, t * 1000000 "      \
  "FROM (SELECT i, 1700000000 - min (%d - i, 5000) * 14400 "                                       \
  "- max (%d - i - 5000, 0) * 14400 / (1 + %d / 100000) AS t FROM n);"                             \
  "INSERT INTO rating SELECT entry.id, z.value * 4 + l.value * 2 + m.value, "                      \
  "json_extract ('[\"calf\",\"shin\",\"foot\"]', '$[' || z.value || ']'), "                        \
  "json_extract ('[\"left\",\"right\"]', '$[' || l.value || ']'), "                                \
  "json_extract ('[\"before\",\"after\"]', '$[' || m.value || ']'), "                              \
  "(entry.id * 7 + z.value + m.value) %% 11, 1, 0 FROM entry, json_each ('[0,1,2]') AS z, "        \
  "json_each ('[0,1]') AS l, json_each ('[0,1]') AS m;"                                            \
  "COMMIT"

typedef struct
{
  char *path;
  int n;
  LegatoStore *store;
  guint32 last_day;
} Subject;

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

typedef void (*Task) (Subject *subject);

/* The median of the process's own time, in ms. */
static double
measure (Task task, Subject *subject)
{
  double times[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    {
      double begin = now (CLOCK_PROCESS_CPUTIME_ID);

      task (subject);
      times[i] = now (CLOCK_PROCESS_CPUTIME_ID) - begin;
    }
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

static LegatoStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (path, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  return store;
}

static void
open_and_close (Subject *subject)
{
  g_clear_pointer (&subject->store, legato_store_close);
  subject->store = open_store (subject->path);
}

static LegatoEntry *
make_entry (void)
{
  g_autoptr (GDateTime) at = g_date_time_new_now_local ();
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  static const char *const zones[] = { "calf", "shin", "foot" };

  entry->routine = g_strdup ("three-minute");
  for (int i = 0; i < 12; i++)
    legato_entry_add_rating (entry, zones[i / 4], (LegatoLeg) (i / 2 % 2), (LegatoMoment) (i % 2),
                             (guint) i % 11);
  return entry;
}

static void
commit (Subject *subject)
{
  g_autoptr (LegatoEntry) entry = make_entry ();

  if (!legato_store_add (subject->store, entry, NULL))
    g_error ("not added");
}

static void
twelve_weeks (Subject *subject)
{
  g_array_unref (legato_store_ratings (subject->store, "calf", subject->last_day - 84,
                                       subject->last_day, NULL));
}

static void
all_places (Subject *subject)
{
  g_array_unref (
      legato_store_ratings (subject->store, NULL, subject->last_day - 84, subject->last_day, NULL));
}

static void
year_of_all_places (Subject *subject)
{
  g_array_unref (legato_store_ratings (subject->store, NULL, subject->last_day - 364,
                                       subject->last_day, NULL));
}

static void
all_that_was_felt (Subject *subject)
{
  g_array_unref (legato_store_felt_ever (subject->store, NULL));
}

static void
twelve_weeks_of_entries (Subject *subject)
{
  const LegatoFilter days = { .from_day = subject->last_day - 84, .to_day = subject->last_day };

  g_ptr_array_unref (legato_store_find_entries (subject->store, &days, 0, 0, NULL));
}

/* Long ago, where a larger journal holds more of each day. */
static void
twelve_busy_weeks_of_entries (Subject *subject)
{
  guint32 last_day = subject->last_day - 3 * 365;
  const LegatoFilter days = { .from_day = last_day - 84, .to_day = last_day };

  g_ptr_array_unref (legato_store_find_entries (subject->store, &days, 0, 0, NULL));
}

static void
search (Subject *subject, const char *words)
{
  LegatoFilter filter = { .words = (char *) words };

  g_ptr_array_unref (legato_store_find_entries (subject->store, &filter, 50, 0, NULL));
}

static void
search_rare (Subject *subject)
{
  search (subject, "meadow");
}

static void
search_common (Subject *subject)
{
  search (subject, "stairs");
}

static void
search_beginning (Subject *subject)
{
  search (subject, "sta w1");
}

static void
first_page (Subject *subject)
{
  g_ptr_array_unref (legato_store_find_entries (subject->store, &(LegatoFilter){ 0 }, 50, 0, NULL));
}

/* As the list asks for what stands at its end. */
static void
last_page (Subject *subject)
{
  LegatoFilter filter = { 0 };

  g_ptr_array_unref (
      legato_store_find_entries (subject->store, &filter, 50, (guint) subject->n - 50, NULL));
}

/* The same rows by nothing but SQLite, with the same settings, in the same file. */
static double
measure_bare_insert (Subject *subject)
{
  double times[ROUNDS];
  g_autoptr (sqlite3) db = legato_database_open (subject->path, NULL);
  sqlite3_stmt *entry = NULL;
  sqlite3_stmt *rating = NULL;

  sqlite3_prepare_v2 (
      db,
      "INSERT INTO entry (uuid, kind, at_us, utc_offset_s, local_day, recorded_us, "
      "late, routine, leg, planned_s, done_s, completed, note, edited_us) VALUES "
      "(printf ('%08x-0000-4000-9000-%012x', abs (random ()) % 4294967296, abs (random ()) % "
      "281474976710656), 'session', ?1, 0, date (?1 / 1000000, "
      "'unixepoch'), ?1, 0, 'three-minute', 'both', 0, 0, 0, '', ?1)",
      -1, &entry, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO rating VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, 0)", -1, &rating,
                      NULL);
  for (int i = 0; i < ROUNDS; i++)
    {
      static const char *const zones[] = { "calf", "shin", "foot" };
      double begin = now (CLOCK_PROCESS_CPUTIME_ID);
      gint64 id;

      sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
      sqlite3_bind_int64 (entry, 1, g_get_real_time ());
      if (sqlite3_step (entry) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_reset (entry);
      id = sqlite3_last_insert_rowid (db);
      for (int j = 0; j < 12; j++)
        {
          sqlite3_bind_int64 (rating, 1, id);
          sqlite3_bind_int (rating, 2, j);
          sqlite3_bind_text (rating, 3, zones[j / 4], -1, SQLITE_STATIC);
          sqlite3_bind_text (rating, 4, j / 2 % 2 ? "right" : "left", -1, SQLITE_STATIC);
          sqlite3_bind_text (rating, 5, j % 2 ? "after" : "before", -1, SQLITE_STATIC);
          sqlite3_bind_int (rating, 6, j % 11);
          if (sqlite3_step (rating) != SQLITE_DONE)
            g_error ("%s", sqlite3_errmsg (db));
          sqlite3_reset (rating);
        }
      sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
      times[i] = now (CLOCK_PROCESS_CPUTIME_ID) - begin;
    }
  sqlite3_finalize (entry);
  sqlite3_finalize (rating);
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

/* As many entries are written at once: their ratings are counted together. */
static void
fill (Subject *subject)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *sql = g_strdup_printf (FILL, subject->n, subject->n, subject->n, subject->n);
  g_autoptr (GError) error = NULL;
  gint64 last = 0;

  db = legato_database_open (subject->path, &error);
  if (db != NULL)
    sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  if (db == NULL
      || !legato_database_exec (
          db, "PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON", &error)
      || !legato_database_exec (db, sql, &error) || !legato_database_mend_counts (db, &error)
      || !legato_database_exec (db,
                                "INSERT INTO words (rowid, text) SELECT (at_us / 1000000 << 24) | "
                                "(id & 16777215), note FROM entry ORDER BY id; "
                                "PRAGMA wal_checkpoint (TRUNCATE)",
                                &error)
      || !legato_database_get_int (db, "SELECT julianday (max (local_day)) - 1721424.5 FROM entry",
                                   &last, &error))
    g_error ("%s", error->message);
  subject->last_day = (guint32) last;
}

/* Peak memory of this process, in MB. */
static long
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, "VmHWM:") : NULL;
  return line != NULL ? atol (line + strlen ("VmHWM:")) / 1024 : 0;
}

/* In a process of its own, so that the peak is that of this alone. */
static void
be_child (const char *what, const char *path, const char *other)
{
  g_autoptr (GError) error = NULL;
  double begin = now (CLOCK_PROCESS_CPUTIME_ID);
  gboolean ok;

  if (g_str_equal (what, "--fill"))
    {
      Subject subject = { .path = (char *) path, .n = atoi (other) };

      fill (&subject);
      return;
    }
  if (g_str_equal (what, "--export"))
    ok = legato_export_file (path, other, FALSE, NULL, TRUE, NULL, &error);
  else
    {
      LegatoStore *store = open_store (path);
      LegatoMergeResult result;

      ok = legato_store_merge_file (store, other, FALSE, NULL, &result, &error);
      legato_store_close (store);
    }
  if (!ok)
    g_error ("%s", error->message);
  printf ("%.1f s, %ld MB", (now (CLOCK_PROCESS_CPUTIME_ID) - begin) / 1e3, get_peak ());
}

static char *
run_child (const char *program, const char *what, const char *path, const char *other)
{
  const char *const arguments[] = { program, what, path, other, NULL };
  g_autoptr (GError) error = NULL;
  char *said = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL,
                     NULL, &error))
    g_error ("%s", error->message);
  return said;
}

static void
print_row (const char *name, Task task, Subject *few, Subject *many)
{
  double of_few = measure (task, few);
  double of_many = measure (task, many);

  printf ("| %s | %.2f | %.2f | %.2f |\n", name, of_few, of_many, of_many / of_few);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *bare = NULL;
  Subject few = { .n = FEW };
  Subject many = { .n = argc > 1 ? atoi (argv[1]) : MANY };
  gboolean only_queries = argc == 3;
  Subject *both[] = { &few, &many };

  if (argc == 4)
    {
      be_child (argv[1], argv[2], argv[3]);
      return 0;
    }
  folder = g_dir_make_tmp ("legato-bench-XXXXXX", NULL);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d.db", both[i]->n);

      both[i]->path = g_build_filename (folder, name, NULL);
      fill (both[i]);
      both[i]->store = open_store (both[i]->path);
      /* The look for damage that the first opening begins is not what is measured. */
      commit (both[i]);
    }

  printf ("| ms of processor time | %d sessions | %d sessions | ratio |\n|---|---|---|---|\n",
          few.n, many.n);
  print_row ("open and close", open_and_close, &few, &many);
  print_row ("commit a session with twelve ratings", commit, &few, &many);
  {
    double of_few = measure_bare_insert (&few);
    double of_many = measure_bare_insert (&many);

    printf ("| the same rows by SQLite alone | %.2f | %.2f | %.2f |\n", of_few, of_many,
            of_many / of_few);
  }
  print_row ("twelve weeks of a place", twelve_weeks, &few, &many);
  print_row ("twelve weeks of all places", all_places, &few, &many);
  print_row ("a year of all places", year_of_all_places, &few, &many);
  print_row ("all places of all time", all_that_was_felt, &few, &many);
  print_row ("entries of twelve weeks", twelve_weeks_of_entries, &few, &many);
  printf ("| entries of twelve weeks with %d a day | | %.2f | |\n", 6 * (1 + many.n / 100000),
          measure (twelve_busy_weeks_of_entries, &many));
  print_row ("first page of fifty entries", first_page, &few, &many);
  print_row ("last page of fifty entries", last_page, &few, &many);
  print_row ("search a word of one note in a thousand", search_rare, &few, &many);
  print_row ("search a word of every note", search_common, &few, &many);
  print_row ("search two beginnings of words", search_beginning, &few, &many);

  for (int i = 0; i < 2; i++)
    g_clear_pointer (&both[i]->store, legato_store_close);
  if (!only_queries)
    printf ("\n| | %d sessions | %d sessions |\n|---|---|---|\n", few.n, many.n);
  for (int i = 0; i < 2 && !only_queries; i++)
    {
      const char *what = i == 0 ? "--export" : "--import";

      printf ("| %s, peak of memory |", i == 0 ? "export to JSON" : "import into a new journal");
      for (int j = 0; j < 2; j++)
        {
          g_autofree char *json = g_strconcat (both[j]->path, ".json", NULL);
          g_autofree char *copy = g_strconcat (both[j]->path, ".copy.db", NULL);
          g_autofree char *said = run_child (argv[0], what, i == 0 ? both[j]->path : copy, json);

          printf (" %s |", said);
          fflush (stdout);
        }
      printf ("\n");
    }
  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
    g_rmdir (folder);
  }
  g_free (few.path);
  g_free (many.path);
  return 0;
}
