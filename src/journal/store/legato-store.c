/* legato-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "legato-store-private.h"

/* How long a deleted entry can be brought back. */
#define KEEP_DELETED_DAYS 30

static const char felt_counts[] = "SELECT zone, day, leg, moment, routine, value, count (*) "
                                  "FROM felt GROUP BY 1, 2, 3, 4, 5, 6";

gboolean
legato_store_begin (LegatoStore *self, GError **error)
{
  return legato_database_exec (self->db, "BEGIN IMMEDIATE", error);
}

/* Ends the transaction: commits if all went well, or else undoes everything since
 * legato_store_begin(). */
gboolean
legato_store_finish (LegatoStore *self, gboolean ok, GError **error)
{
  ok = ok && legato_database_exec (self->db, "COMMIT", error);
  if (!ok && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

/**
 * legato_store_add:
 *
 * Adds an entry; it is on the disk when this returns %TRUE, and not at all otherwise.
 */
gboolean
legato_store_add (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (
             self,
             legato_store_write_entry (self, LEGATO_SQL_INSERT_ENTRY, entry, error)
                 && legato_store_write_children (self, sqlite3_last_insert_rowid (self->db), entry,
                                                 error),
             error);
}

static gboolean
not_found (GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NOT_FOUND,
               _ ("This entry is no longer in your journal."));
  return FALSE;
}

static gboolean
find_entry (LegatoStore *self, const char *uuid, gint64 *id, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_ID, error, "t", uuid);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  if (!legato_store_next_row (self, cursor, &failed, error))
    return !failed && not_found (error);
  *id = sqlite3_column_int64 (cursor, 0);
  return TRUE;
}

static gboolean
replace_entry (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  gint64 id;

  if (!find_entry (self, entry->uuid, &id, error)
      || !legato_store_write_entry (self, LEGATO_SQL_UPDATE_ENTRY, entry, error))
    return FALSE;
  for (LegatoStatement i = LEGATO_SQL_DELETE_REASONS; i <= LEGATO_SQL_DELETE_FEELINGS; i++)
    {
      if (!legato_store_run (self, legato_store_prepare (self, i, error, "i", id), error))
        return FALSE;
    }
  return legato_store_write_children (self, id, entry, error);
}

/**
 * legato_store_update:
 *
 * Replaces all of the entry with the same UUID, or nothing.
 */
gboolean
legato_store_update (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, replace_entry (self, entry, error), error);
}

/**
 * legato_store_delete:
 *
 * Hides an entry. It can be restored for at least %KEEP_DELETED_DAYS days.
 */
gboolean
legato_store_delete (LegatoStore *self, const char *uuid, GError **error)
{
  if (!legato_store_run (self,
                         legato_store_prepare (self, LEGATO_SQL_SET_DELETED, error, "ti", uuid,
                                               g_get_real_time ()),
                         error))
    return FALSE;
  return sqlite3_changes (self->db) == 1 || not_found (error);
}

/**
 * legato_store_restore:
 *
 * Brings a deleted entry back.
 */
gboolean
legato_store_restore (LegatoStore *self, const char *uuid, GError **error)
{
  if (!legato_store_run (
          self, legato_store_prepare (self, LEGATO_SQL_SET_DELETED, error, "tn", uuid), error))
    return FALSE;
  return sqlite3_changes (self->db) == 1 || not_found (error);
}

/**
 * legato_store_list:
 * @from_day, @to_day: Julian days, both included
 * @limit: at most so many; 0 for all
 *
 * Returns: (transfer full) (element-type LegatoEntry): newest first
 */
GPtrArray *
legato_store_list (LegatoStore *self,
                   guint32 from_day,
                   guint32 to_day,
                   guint limit,
                   guint offset,
                   GError **error)
{
  char from[LEGATO_DAY_SIZE], to[LEGATO_DAY_SIZE];
  g_autoptr (LegatoCursor) cursor = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gboolean failed = FALSE;

  legato_store_format_day (from_day, from);
  legato_store_format_day (to_day, to);
  cursor = legato_store_prepare (self, LEGATO_SQL_SELECT_ENTRIES, error, "ttii", from, to,
                                 limit > 0 ? (gint64) limit : (gint64) -1, (gint64) offset);
  if (cursor == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      LegatoEntry *entry = legato_store_read_entry (self, cursor, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return failed ? NULL : g_steal_pointer (&entries);
}

/**
 * legato_store_ratings:
 * @zone: (nullable): only of this zone
 * @from_day, @to_day: Julian days, both included
 *
 * Returns: (transfer full) (element-type LegatoSoreness): by rising day (within each zone)
 */
GArray *
legato_store_ratings (LegatoStore *self,
                      const char *zone,
                      guint32 from_day,
                      guint32 to_day,
                      GError **error)
{
  char from[LEGATO_DAY_SIZE], to[LEGATO_DAY_SIZE];
  g_autoptr (LegatoCursor) cursor = NULL;
  g_autoptr (GArray) ratings = g_array_new (FALSE, TRUE, sizeof (LegatoSoreness));
  gboolean failed = FALSE;

  legato_store_format_day (from_day, from);
  legato_store_format_day (to_day, to);
  cursor =
      zone != NULL
          ? legato_store_prepare (self, LEGATO_SQL_SELECT_FELT_ZONE, error, "ttt", from, to, zone)
          : legato_store_prepare (self, LEGATO_SQL_SELECT_FELT, error, "tt", from, to);
  if (cursor == NULL)
    return NULL;

  while (legato_store_next_row (self, cursor, &failed, error))
    {
      LegatoSoreness soreness = { 0 };
      const char *routine = legato_cursor_get_text (cursor, 4);

      soreness.zone = g_intern_string (legato_cursor_get_text (cursor, 0));
      soreness.day = legato_store_parse_day (legato_cursor_get_text (cursor, 1));
      legato_leg_from_id (legato_cursor_get_text (cursor, 2), &soreness.leg);
      legato_moment_from_id (legato_cursor_get_text (cursor, 3), &soreness.moment);
      soreness.routine = *routine != '\0' ? g_intern_string (routine) : NULL;
      soreness.value = legato_cursor_get_uint (cursor, 5);
      for (guint n = legato_cursor_get_uint (cursor, 6); n > 0; n--)
        g_array_append_val (ratings, soreness);
    }
  return failed ? NULL : g_steal_pointer (&ratings);
}

/**
 * legato_store_purge:
 *
 * Removes for good what was deleted before @deleted_before.
 */
gboolean
legato_store_purge (LegatoStore *self, GDateTime *deleted_before, GError **error)
{
  return legato_store_run (self,
                           legato_store_prepare (self, LEGATO_SQL_PURGE, error, "i",
                                                 legato_store_time_to_us (deleted_before)),
                           error);
}

/**
 * legato_store_open:
 *
 * Opens, and if need be makes or migrates, the journal at @path, and purges what was deleted more
 * than %KEEP_DELETED_DAYS days ago.
 */
LegatoStore *
legato_store_open (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = legato_database_open (path, error);
  g_autoptr (LegatoStore) self = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -KEEP_DELETED_DAYS);

  if (db == NULL)
    return NULL;
  self = g_new0 (LegatoStore, 1);
  self->path = g_strdup (path);
  self->db = g_steal_pointer (&db);
  self->own_running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lock_fd = -1;
  return legato_store_purge (self, then, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * legato_store_close:
 * @self: (transfer full)
 */
void
legato_store_close (LegatoStore *self)
{
  for (guint i = 0; i < LEGATO_SQL_N_STATEMENTS; i++)
    sqlite3_finalize (self->prepared[i]);
  sqlite3_close (self->db);
  if (self->lock_fd >= 0)
    g_close (self->lock_fd, NULL);
  g_hash_table_unref (self->own_running);
  g_free (self->path);
  g_free (self);
}

static gboolean
check_counts (sqlite3 *db, gboolean *right, GError **error)
{
  g_autofree char *compare =
      g_strdup_printf ("SELECT (SELECT count (*) FROM (%s EXCEPT SELECT * FROM zone_day)) "
                       "+ (SELECT count (*) FROM (SELECT * FROM zone_day EXCEPT %s))",
                       felt_counts, felt_counts);
  gint64 n_different;

  if (!legato_database_get_int (db, compare, &n_different, error))
    return FALSE;
  *right = n_different == 0;
  return TRUE;
}

/* Counts all ratings anew into zone_day if it does not tell the truth about them. */
static gboolean
mend_counts (LegatoStore *self, GError **error)
{
  g_autofree char *insert = g_strconcat ("INSERT INTO zone_day ", felt_counts, NULL);
  gboolean right;

  if (!check_counts (self->db, &right, error))
    return FALSE;
  return right
         || (legato_store_begin (self, error)
             && legato_store_finish (self,
                                     legato_database_exec (self->db, "DELETE FROM zone_day", error)
                                         && legato_database_exec (self->db, insert, error),
                                     error));
}

/**
 * legato_store_verify_file:
 * @path: of any file
 *
 * Reads all of a journal: its pages, its references, and whether zone_day tells the truth.
 *
 * Returns: %FALSE with @error set unless the file is a sound journal
 */
gboolean
legato_store_verify_file (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = legato_database_open_to_verify (path, error);
  gboolean right;

  if (db == NULL || !legato_database_check (db, "integrity_check", error)
      || !legato_database_check (db, "foreign_key_check", error)
      || !check_counts (db, &right, error))
    return FALSE;
  if (!right)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED,
                   _ ("The journal's count of ratings is wrong."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
sync_path (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  if (!ok)
    g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                 _ ("“%s” could not be written: %s"), path, g_strerror (saved_errno));
  return ok;
}

static gboolean
vacuum_into (LegatoStore *self, const char *path, GError **error)
{
  char *quoted = sqlite3_mprintf ("VACUUM INTO %Q", path);
  gboolean ok = legato_database_exec (self->db, quoted, error);

  sqlite3_free (quoted);
  return ok;
}

/**
 * legato_store_backup:
 * @dest: path of the copy; a file that is there is replaced only by a complete, verified copy
 *
 * A wrong count of the ratings keeps nobody from a copy of them: it is mended before.
 */
gboolean
legato_store_backup (LegatoStore *self, const char *dest, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (dest);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *temporary = g_strconcat (dest, ".", id, ".part", NULL);
  gboolean ok;

  /* SQLite would say of any trouble with the copy that it is trouble with the journal. */
  if (g_access (folder, W_OK | X_OK) != 0)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("“%s” could not be written: %s"), dest, g_strerror (errno));
      return FALSE;
    }

  ok = mend_counts (self, error) && vacuum_into (self, temporary, error)
       && legato_store_verify_file (temporary, error) && sync_path (temporary, error);
  if (ok && g_rename (temporary, dest) != 0)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("“%s” could not be written: %s"), dest, g_strerror (errno));
      ok = FALSE;
    }
  if (!ok)
    g_unlink (temporary);
  return ok && sync_path (folder, error);
}
