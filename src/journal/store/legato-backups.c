/* legato-backups.c
 *
 * Copies are named after when they were made, and of which journal, as others may have theirs in
 * the same folder: "journal-20261129T180500Z-1a2b3c4d.db", in UTC, so that their names sort by
 * time. Of each of the last days, and of each of the last weeks, the newest is kept. Older versions
 * named them without a mark: in the default folder those are the journal's own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "legato-database-open.h"
#include "legato-backups.h"
#include "legato-dates.h"
#include "legato-exports.h"
#include "legato-store-private.h"

#define NAME_FORMAT "journal-%Y%m%dT%H%M%SZ"
#define SUFFIX ".db"
#define MARK_SIZE 8

void
legato_backup_info_free (LegatoBackupInfo *self)
{
  g_free (self->path);
  g_date_time_unref (self->made_at);
  g_free (self);
}

/* Only a copy of a journal may be replaced, and only if that is wished. */
static gboolean
may_write (const char *dest, gboolean may_replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (dest);
  gboolean exists;

  if (!legato_database_check_dest (dest, may_replace, &exists, error))
    return FALSE;
  if (exists)
    {
      g_autoptr (sqlite3) db = legato_database_open_to_verify (dest, error);

      if (db == NULL)
        return FALSE;
    }
  /* An error of SQLite would name the journal, not the copy. */
  return g_access (folder, W_OK | X_OK) == 0
         || legato_database_fail_to_write (dest, g_strerror (errno), error);
}

static gboolean
put_copy (sqlite3 *db, const char *dest, const LegatoProgress *progress, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (dest);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *part = g_strconcat (dest, ".", id, ".part", NULL);
  gboolean ok = legato_database_copy (db, part, progress, error)
                && legato_database_check_file (part, progress, error)
                && legato_file_sync (part, error);

  if (ok && g_rename (part, dest) != 0)
    ok = legato_database_fail_to_write (dest, g_strerror (errno), error);
  if (!ok)
    g_unlink (part);
  return ok && legato_file_sync (folder, error);
}

/**
 * legato_store_copy_to:
 * @journal: path of the journal, which others may have open
 * @dest: path of the copy; only the owner may read it
 * @may_replace: another copy may have that name
 * @progress: (nullable): pages
 *
 * Copies a journal to a file that has the name @dest only once it is whole and looked through.
 */
gboolean
legato_store_copy_to (const char *journal,
                      const char *dest,
                      gboolean may_replace,
                      const LegatoProgress *progress,
                      GError **error)
{
  g_autoptr (LegatoStore) store = NULL;

  if (!may_write (dest, may_replace, error))
    return FALSE;
  store = legato_store_open (journal, error);
  return store != NULL && legato_store_mend_counts (store, error)
         && put_copy (store->db, dest, progress, error);
}

/* @mark: (out) (optional): of which journal it is, within @name; "" if the name does not tell */
static GDateTime *
read_name (const char *name, const char **mark)
{
  int year, month, day, hour, minute, second, end = 0;

  if (sscanf (name, "journal-%4d%2d%2dT%2d%2d%2dZ%n", &year, &month, &day, &hour, &minute, &second,
              &end)
          != 6
      || end == 0)
    return NULL;
  name += end;
  if (mark != NULL)
    *mark = *name == '-' ? name + 1 : "";
  if (*name == '-' && strspn (name + 1, "0123456789abcdef") == MARK_SIZE)
    name += 1 + MARK_SIZE;
  if (!g_str_equal (name, SUFFIX))
    return NULL;
  return g_date_time_new_utc (year, month, day, hour, minute, second);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/**
 * legato_backups_list:
 * @journal: (nullable): path of the journal of which they are to be; %NULL for those of any
 * @unmarked: also those that do not tell of which they are
 *
 * Returns: (transfer full) (element-type filename): paths of the copies in @folder, newest first,
 *   also if it is not there yet; %NULL with @error set if it cannot be read
 */
GPtrArray *
legato_backups_list (const char *folder, const char *journal, gboolean unmarked, GError **error)
{
  g_autofree char *own = journal != NULL ? legato_exports_dup_mark (journal) : NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &trouble);
  const char *name;

  if (dir == NULL && !g_error_matches (trouble, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *mark = NULL;
      g_autoptr (GDateTime) made = read_name (name, &mark);

      if (made != NULL
          && (own == NULL || (*mark == '\0' ? unmarked : g_str_has_prefix (mark, own))))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_names);
  return g_steal_pointer (&paths);
}

/** Returns: (transfer full): when a copy was made, in local time: as its name says, or else its
 * file
 */
GDateTime *
legato_backup_get_made (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GDateTime) made = read_name (name, NULL);
  GStatBuf info;

  if (made == NULL && g_stat (path, &info) == 0)
    made = g_date_time_new_from_unix_utc (info.st_mtime);
  return made != NULL ? g_date_time_to_local (made) : g_date_time_new_from_unix_local (0);
}

/* A week begins on Monday: day 1 of the Julian calendar was one. */
static guint32
get_period (const char *path, guint days)
{
  g_autoptr (GDateTime) made = legato_backup_get_made (path);

  return (legato_dates_get_day (made) - 1) / days;
}

/* Marks the newest of each of @n periods of so many days. */
static void
mark_kept (const GPtrArray *paths, guint days, guint n, gboolean *kept)
{
  guint32 last = 0;
  guint n_kept = 0;

  for (guint i = 0; i < paths->len && n_kept < n; i++)
    {
      guint32 period = get_period (g_ptr_array_index (paths, i), days);

      if (n_kept > 0 && period == last)
        continue;
      last = period;
      kept[i] = TRUE;
      n_kept++;
    }
}

/* Removes copies that were left half written when the program was ended, but none that another is
 * writing. What cannot be removed now is tried again with the next copy. */
static void
remove_parts (const char *folder, const char *mark, gboolean unmarked)
{
  g_autofree char *own = g_strconcat ("Z-", mark, SUFFIX ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_prefix (name, "journal-") || !g_str_has_suffix (name, ".part")
          || (strstr (name, own) == NULL && !(unmarked && strstr (name, "Z" SUFFIX ".") != NULL)))
        continue;
      path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
}

/* What cannot be removed now is tried again with the next copy: this one was made. */
static void
remove_others (const char *journal,
               const char *folder,
               gboolean unmarked,
               guint n_daily,
               guint n_weekly)
{
  g_autoptr (GPtrArray) paths = legato_backups_list (folder, journal, unmarked, NULL);
  g_autofree gboolean *kept = NULL;

  if (paths == NULL)
    return;
  kept = g_new0 (gboolean, paths->len + 1);
  mark_kept (paths, 1, n_daily, kept);
  mark_kept (paths, 7, n_weekly, kept);
  for (guint i = 0; i < paths->len; i++)
    {
      if (!kept[i])
        g_unlink (g_ptr_array_index (paths, i));
    }
}

/**
 * legato_backups_make:
 * @folder: made if it is not there
 * @unmarked: copies there that do not tell of which journal they are are of this one
 * @n_daily, @n_weekly: how many days and weeks are kept; together at least 1
 * @progress: (nullable): pages
 *
 * Copies the journal, looks through the copy, and only then removes copies that are no longer due.
 *
 * Returns: (transfer full): path of the copy, or %NULL with @error set
 */
char *
legato_backups_make (const char *journal,
                     const char *folder,
                     gboolean unmarked,
                     guint n_daily,
                     guint n_weekly,
                     const LegatoProgress *progress,
                     GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, NAME_FORMAT);
  g_autofree char *mark = legato_exports_dup_mark (journal);
  g_autofree char *name = g_strconcat (stamp, "-", mark, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_return_val_if_fail (n_daily + n_weekly > 0, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      legato_database_fail_to_write (folder, g_strerror (errno), error);
      return NULL;
    }
  remove_parts (folder, mark, unmarked);
  if (!legato_store_copy_to (journal, path, TRUE, progress, error))
    return NULL;
  remove_others (journal, folder, unmarked, n_daily, n_weekly);
  return g_steal_pointer (&path);
}

/**
 * legato_backup_inspect:
 *
 * Looks through a copy of a journal, of any version.
 *
 * Returns: (transfer full): what it holds, or %NULL with @error set if it is not sound
 */
LegatoBackupInfo *
legato_backup_inspect (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = legato_database_open_to_verify (path, error);
  gint64 n_entries = 0, from = 0, to = 0;
  LegatoBackupInfo *info;

#define OF_ENTRIES "FROM entry WHERE deleted_us IS NULL"
#define JULIAN(which) "SELECT ifnull (julianday (" which " (local_day)) - 1721424.5, 0) " OF_ENTRIES
  if (db == NULL || !legato_database_check (db, "integrity_check", error)
      || !legato_database_get_int (db, "SELECT count (*) " OF_ENTRIES, &n_entries, error)
      || !legato_database_get_int (db, JULIAN ("min"), &from, error)
      || !legato_database_get_int (db, JULIAN ("max"), &to, error))
    return NULL;
  info = g_new0 (LegatoBackupInfo, 1);
  info->path = g_strdup (path);
  info->made_at = legato_backup_get_made (path);
  info->n_entries = (guint) n_entries;
  info->from_day = (guint32) from;
  info->to_day = (guint32) to;
  return info;
}

/* How often @db saw that others had committed; 0 if it may not look. */
static gint64
get_version (sqlite3 *db)
{
  gint64 version = 0;

  return db != NULL && legato_database_get_int (db, "PRAGMA data_version", &version, NULL) ? version
                                                                                           : 0;
}

/* @watch: (nullable): another connection to the journal, which saw the version @seen
 * @late: (out): others have committed since, and nothing was copied */
static gboolean
copy_over (LegatoStore *self,
           sqlite3 *from,
           sqlite3 *watch,
           gint64 seen,
           gboolean *late,
           GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (self->db, "main", from, "main");
  gint64 version;
  int status;

  if (backup == NULL)
    return legato_store_fail (self, sqlite3_errcode (self->db), error);
  /* It copies nothing, but from here on nobody else writes. Where a journal has no log, nobody may
   * look at it either. */
  status = sqlite3_backup_step (backup, 0);
  version = status == SQLITE_OK ? get_version (watch) : 0;
  *late = version != 0 && version != seen;
  /* All in one step: it is one transaction for everybody else. */
  if (status == SQLITE_OK && !*late)
    status = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  return *late || status == SQLITE_DONE || legato_store_fail (self, status, error);
}

/* Others may write while it is copied: what they wrote is not to be lost. */
static gboolean
keep_aside (LegatoStore *self, const char *aside, const LegatoProgress *progress, GError **error)
{
  gint64 before = 0;
  gint64 after = 0;

  do
    if (!legato_database_get_int (self->db, "PRAGMA data_version", &before, error)
        || !put_copy (self->db, aside, progress, error)
        || !legato_database_get_int (self->db, "PRAGMA data_version", &after, error))
      return FALSE;
  while (after != before);
  return TRUE;
}

/**
 * legato_store_restore_from:
 * @backup: a copy of a journal, of this version or an older one
 * @progress: (nullable): pages of the copy that is kept
 *
 * Puts what a copy holds into the journal, for everybody who has it open, as one change. What the
 * journal held before is kept beside it as another journal.
 *
 * Returns: (transfer full): path of what was there before, or %NULL with @error set; then nothing
 *   was changed
 */
char *
legato_store_restore_from (LegatoStore *self,
                           const char *backup,
                           const LegatoProgress *progress,
                           GError **error)
{
  g_autofree char *aside = legato_file_name_aside (self->path, "before-restore");
  g_autoptr (sqlite3) from = NULL;
  g_autoptr (sqlite3) watch = NULL;
  gint64 seen = 0;
  gboolean late = FALSE;

  /* A transaction of its own says whether the journal may be written, and follows its file. */
  if (!legato_store_try_to_write (self, error))
    return NULL;
  from = legato_database_open_to_verify (backup, error);
  if (from == NULL || !legato_database_check (from, "integrity_check", error)
      || !legato_database_check (from, "foreign_key_check", error))
    return NULL;
  watch = legato_database_open_to_verify (self->path, NULL);
  if (watch != NULL)
    sqlite3_busy_timeout (watch, 0);
  do
    {
      seen = get_version (watch);
      if (!keep_aside (self, aside, progress, error)
          || !copy_over (self, from, watch, seen, &late, error))
        return NULL;
    }
  while (late);

  /* The statements are of the tables that were there before. */
  legato_store_disconnect (self, FALSE);
  legato_store_remember_file (self);
  return legato_store_connect (self, error) ? g_steal_pointer (&aside) : NULL;
}

/**
 * legato_backup_put_in_place:
 * @journal: path at which nothing is, see legato_journal_set_aside()
 *
 * Makes a copy the journal.
 */
gboolean
legato_backup_put_in_place (const char *backup, const char *journal, GError **error)
{
  g_autoptr (sqlite3) db = legato_database_open_to_verify (backup, error);

  return db != NULL && may_write (journal, FALSE, error) && put_copy (db, journal, NULL, error);
}
