/* legato-database-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-database-open.h"
#include "legato-database-check.h"

/* Steps of SQLite's machine between two looks whether to go on: some milliseconds. */
#define STEPS_BETWEEN_LOOKS 100000

/* The first version of the schema that has an index of words. */
#define WORDS_SINCE 5

/* The first version of the schema that has all values of a day in one row of felt_day. */
#define FELT_DAY_SINCE 8

static const char felt_counts[] =
    "SELECT zone, day, leg, moment, " LEGATO_FELT_COUNTS " FROM felt GROUP BY 1, 2, 3, 4";
static const char old_felt_counts[] = "SELECT zone, day, leg, moment, routine, value, count (*) "
                                      "FROM felt GROUP BY 1, 2, 3, 4, 5, 6";

struct _LegatoCheck
{
  char *path;
  GCancellable *cancellable;
  GMutex mutex;
  GCond cond;
  gboolean done; /* guarded by @mutex, as is @error */
  GError *error;
};

/* A newer program may count in a way of its own, and look for words in another. */
static gboolean
is_newer (gint64 version)
{
  return version > legato_database_get_newest_version ();
}

/** Finds out whether felt_day, or what an older journal has instead, tells the truth: *@right. */
gboolean
legato_database_check_counts (sqlite3 *db, gboolean *right, GError **error)
{
  g_autofree char *compare = NULL;
  const char *counts = felt_counts;
  const char *table = "felt_day";
  gint64 n_different = 0;
  gint64 version = 0;

  if (!legato_database_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  *right = is_newer (version);
  if (*right)
    return TRUE;
  if (version < FELT_DAY_SINCE)
    {
      counts = old_felt_counts;
      table = "zone_day";
    }
  compare = g_strdup_printf ("SELECT (SELECT count (*) FROM (%s EXCEPT SELECT * FROM %s)) "
                             "+ (SELECT count (*) FROM (SELECT * FROM %s EXCEPT %s))",
                             counts, table, table, counts);
  if (!legato_database_get_int (db, compare, &n_different, error))
    return FALSE;
  *right = n_different == 0;
  return TRUE;
}

/** Counts all ratings anew into felt_day, in the transaction that is open. */
gboolean
legato_database_mend_counts (sqlite3 *db, GError **error)
{
  g_autofree char *insert = g_strconcat ("INSERT INTO felt_day ", felt_counts, NULL);

  return legato_database_exec (db, "DELETE FROM felt_day", error)
         && legato_database_exec (db, insert, error);
}

static int
look_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static GStrv
list_tables (sqlite3 *db, GError **error)
{
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();
  sqlite3_stmt *select = NULL;
  int status = sqlite3_prepare_v2 (
      db,
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')",
      -1, &select, NULL);

  if (status == SQLITE_OK)
    {
      while ((status = sqlite3_step (select)) == SQLITE_ROW)
        g_strv_builder_add (tables, (const char *) sqlite3_column_text (select, 0));
    }
  sqlite3_finalize (select);
  if (status == SQLITE_DONE)
    return g_strv_builder_end (tables);
  legato_database_fail (db, status, error);
  return NULL;
}

static gboolean
check_table (sqlite3 *db, const char *pragma, const char *table, GError **error)
{
  g_autofree char *call = g_strdup_printf ("%s (\"%s\")", pragma, table);

  return legato_database_check (db, call, error);
}

/* Each table by itself, so that nobody has to wait for long until the log can be taken in. */
static gboolean
check_tables (sqlite3 *db, const LegatoProgress *progress, GError **error)
{
  g_auto (GStrv) tables = list_tables (db, error);
  guint n_tables = tables != NULL ? g_strv_length (tables) : 0;

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < n_tables; i++)
    {
      if (!legato_progress_step (progress, i, n_tables, error)
          || !check_table (db, "quick_check", tables[i], error)
          || !check_table (db, "foreign_key_check", tables[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_thoroughly (sqlite3 *db, GError **error)
{
  gint64 n_words;
  gint64 version = 0;
  gboolean right;

  if (!legato_database_check (db, "integrity_check", error)
      || !legato_database_check (db, "foreign_key_check", error)
      || !legato_database_get_int (db, "PRAGMA user_version", &version, error)
      /* The index of words is opened by the first question to it only. */
      || (version >= WORDS_SINCE && !is_newer (version)
          && !legato_database_get_int (db, "SELECT rowid FROM words LIMIT 1", &n_words, error))
      || !legato_database_check_counts (db, &right, error))
    return FALSE;
  if (!right)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED,
                   _ ("The journal’s count of ratings is wrong."));
      return FALSE;
    }
  return TRUE;
}

/**
 * legato_database_check_all:
 * @thorough: also whether indexes and counts agree with what they are of, in one piece
 * @progress: (nullable): tables looked through
 *
 * Returns: %FALSE with %LEGATO_JOURNAL_ERROR_DAMAGED if anything is found
 */
gboolean
legato_database_check_all (sqlite3 *db,
                           gboolean thorough,
                           const LegatoProgress *progress,
                           GError **error)
{
  g_autoptr (GError) found = NULL;
  gboolean ok;

  if (progress != NULL && progress->cancellable != NULL)
    sqlite3_progress_handler (db, STEPS_BETWEEN_LOOKS, look_cb, progress->cancellable);
  ok = thorough ? check_thoroughly (db, &found) : check_tables (db, progress, &found);
  sqlite3_progress_handler (db, 0, NULL, NULL);
  if (!ok
      && (progress == NULL || !g_cancellable_set_error_if_cancelled (progress->cancellable, error)))
    g_propagate_error (error, g_steal_pointer (&found));
  return ok;
}

/**
 * legato_database_check_file:
 * @path: of any file
 * @progress: (nullable)
 *
 * Reads all of a journal: its pages, its references, and whether felt_day tells the truth.
 *
 * Returns: %FALSE with @error set unless the file is a sound journal
 */
gboolean
legato_database_check_file (const char *path, const LegatoProgress *progress, GError **error)
{
  g_autoptr (sqlite3) db = legato_database_open_to_verify (path, error);

  return db != NULL && legato_database_check_all (db, TRUE, progress, error);
}

static void
check_clear (LegatoCheck *self)
{
  g_free (self->path);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_clear_error (&self->error);
}

static gpointer
check_thread (gpointer data)
{
  LegatoCheck *self = data;
  LegatoProgress progress = { self->cancellable, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = legato_database_open_to_verify (self->path, &error);

  if (db != NULL)
    legato_database_check_all (db, FALSE, &progress, &error);
  g_clear_pointer (&db, sqlite3_close);

  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  self->error = g_steal_pointer (&error);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  legato_check_unref (self);
  return NULL;
}

/** Returns: (transfer full): a look through the journal at @path that has begun */
LegatoCheck *
legato_check_start (const char *path)
{
  LegatoCheck *self = g_atomic_rc_box_new0 (LegatoCheck);

  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_thread_unref (g_thread_new ("legato-check", check_thread, legato_check_ref (self)));
  return self;
}

LegatoCheck *
legato_check_ref (LegatoCheck *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
legato_check_unref (LegatoCheck *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) check_clear);
}

/** Ends it before its time; whoever waits for it is told that it was cancelled. */
void
legato_check_cancel (LegatoCheck *self)
{
  g_cancellable_cancel (self->cancellable);
}

/** Returns: %TRUE once it has found nothing; %FALSE with @error set to what it found */
gboolean
legato_check_wait (LegatoCheck *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (!self->done)
    {
      /* A cancellable cannot wake a condition. */
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_cond_wait_until (&self->cond, &self->mutex,
                         g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND);
    }
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}
