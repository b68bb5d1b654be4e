/* legato-store-file.c: opens the file, and notices when it is replaced, deleted or written over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legato-database-open.h"
#include "legato-store-private.h"
#include "legato-text-index.h"

#define WEEK_US ((gint64) 7 * 86400 * G_USEC_PER_SEC)

/* A file of up to so many bytes is looked through while it is opened: that takes a third of a
 * second at most. A larger one is looked through beside, and only what is written waits for it. */
#define CHECK_AT_ONCE (16 * 1024 * 1024)

/* Byte of the lock file that everybody holds who has the journal open; the others are numbered by
 * running sessions, from 1. */
#define PRESENCE_BYTE 0

/* The file on which locks are held, or -1 where there can be none. */
int
legato_store_get_lock_fd (LegatoStore *self)
{
  if (self->lock_fd < 0)
    {
      g_autofree char *path = g_strconcat (self->path, LEGATO_STORE_LOCK_SUFFIX, NULL);

      self->lock_fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    }
  return self->lock_fd;
}

static void
show_presence (LegatoStore *self)
{
  struct flock byte = {
    .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = PRESENCE_BYTE, .l_len = 1
  };

  if (legato_store_get_lock_fd (self) >= 0)
    fcntl (self->lock_fd, F_OFD_SETLK, &byte);
}

static gboolean
is_open_elsewhere (LegatoStore *self)
{
  struct flock byte = {
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = PRESENCE_BYTE, .l_len = 1
  };

  return legato_store_get_lock_fd (self) >= 0 && fcntl (self->lock_fd, F_OFD_GETLK, &byte) == 0
         && byte.l_type != F_UNLCK;
}

static ino_t
get_log_inode (LegatoStore *self)
{
  g_autofree char *name = g_strconcat (self->path, "-wal", NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 ? info.st_ino : 0;
}

/* @notice: (transfer full) */
static void
set_notice (LegatoStore *self, char *notice)
{
  g_free (self->notice);
  self->notice = notice;
}

/* Closes the connection. @keep_log: what others may have put into the file's place stays untouched
 */
void
legato_store_disconnect (LegatoStore *self, gboolean keep_log)
{
  for (guint i = 0; i < LEGATO_SQL_N_STATEMENTS; i++)
    g_clear_pointer (&self->prepared[i], sqlite3_finalize);
  if (self->db != NULL && keep_log)
    sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_clear_pointer (&self->db, sqlite3_close);
  legato_database_remove_snapshot (self->snapshot);
  g_clear_pointer (&self->snapshot, g_free);
  if (self->check != NULL)
    {
      legato_check_cancel (self->check);
      g_clear_pointer (&self->check, legato_check_unref);
    }
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  self->lock_fd = -1;
  g_hash_table_remove_all (self->own_running);
}

/* Notes what the file looks like, now that we have written to it. */
void
legato_store_remember_file (LegatoStore *self)
{
  LegatoFileState now = self->seen;

  if (self->read_only != NULL || !legato_file_state_read (&now, self->path))
    return;
  self->log_inode = get_log_inode (self);
  if (legato_file_state_equal (&now, &self->seen) && self->is_remembered)
    return;
  self->seen = now;
  self->is_remembered = TRUE;
  legato_file_state_save (&self->seen, self->path);
}

/* Ends the transaction: commits if all went well, or else undoes everything since
 * legato_store_begin(). */
gboolean
legato_store_finish (LegatoStore *self, gboolean ok, GError **error)
{
  ok = ok && legato_store_count_new (self, error)
       && legato_database_exec (self->db, "COMMIT", error);
  if (!ok && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  legato_store_forget_new (self);
  legato_store_remember_file (self);
  return ok;
}

/* Whether the file was cut off in the middle of something, or changed by somebody else, or has not
 * been looked through for a week. */
static gboolean
must_be_checked (LegatoStore *self)
{
  LegatoFileState now = { 0 };
  LegatoFileState left = { 0 };
  gint64 age;

  if (!legato_file_state_read (&now, self->path))
    return FALSE;
  if (!legato_file_state_load (&left, self->path) || !legato_file_state_equal (&now, &left))
    return TRUE;
  self->seen.checked_us = left.checked_us;
  age = g_get_real_time () - left.checked_us;
  if (age < 0 || age > WEEK_US)
    return TRUE;
  return (legato_file_has_content (self->path, "-wal")
          || legato_file_has_content (self->path, "-journal"))
         && !is_open_elsewhere (self);
}

/* Counts all ratings anew into felt_day if it does not tell the truth about them, and may be
 * written. */
gboolean
legato_store_mend_counts (LegatoStore *self, GError **error)
{
  gboolean right = TRUE;

  if (!legato_database_check_counts (self->db, &right, error))
    return FALSE;
  return right || self->read_only != NULL
         || (legato_database_exec (self->db, "BEGIN IMMEDIATE", error)
             && legato_store_finish (self, legato_database_mend_counts (self->db, error), error));
}

static gboolean
mend_words (LegatoStore *self, GError **error)
{
  if (self->read_only != NULL)
    return TRUE;
  return legato_database_exec (self->db, "BEGIN IMMEDIATE", error)
         && legato_store_finish (self, legato_text_index_mend (self->db, error), error);
}

/* Looks through the journal, or begins to if it is large. A wrong count of ratings is no damage, as
 * it can be made anew, and neither is a broken index of words. */
static gboolean
check (LegatoStore *self, GError **error)
{
  LegatoFileState now = { 0 };

  if (legato_file_state_read (&now, self->path) && now.size > CHECK_AT_ONCE)
    {
      self->check = legato_check_start (self->path);
      return TRUE;
    }
  if (!legato_database_check (self->db, "integrity_check", error)
      || !legato_database_check (self->db, "foreign_key_check", error)
      || !legato_store_mend_counts (self, error) || !mend_words (self, error))
    return FALSE;
  self->seen.checked_us = g_get_real_time ();
  return TRUE;
}

/* Opens the file for writing, or else, where that may do, for reading. If it can be neither, why it
 * cannot be written is what is told. */
static gboolean
open_database (LegatoStore *self, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  self->db = legato_database_open (self->path, &trouble);
  if (self->db == NULL
      && (legato_journal_error_may_pass (trouble)
          || g_error_matches (trouble, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NEWER)))
    self->db = legato_database_open_for_reading (self->path, &self->snapshot, NULL);
  if (self->db == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  g_clear_error (&self->read_only);
  self->read_only = g_steal_pointer (&trouble);
  return TRUE;
}

/* A log that does not belong to the file, as it lies there when a copy was put in the place of a
 * journal, would spoil it. Returns: whether it was that, and is out of the way; what else is wrong
 * with the file was told before */
static gboolean
leave_foreign_log (LegatoStore *self)
{
  g_autoptr (sqlite3) alone = NULL;
  g_autofree char *aside = NULL;

  if (!legato_file_has_content (self->path, "-wal") || is_open_elsewhere (self))
    return FALSE;
  alone = legato_database_open_alone (self->path, NULL);
  if (alone == NULL || !legato_database_check_all (alone, TRUE, NULL, NULL))
    return FALSE;
  g_clear_pointer (&alone, sqlite3_close);

  aside = legato_file_name_aside (self->path, "left");
  if (!legato_file_move_aside (self->path, aside, TRUE))
    return FALSE;
  set_notice (self, g_strdup_printf (_ ("Your journal’s file was put there by another program. "
                                        "What Legato had written last is "
                                        "kept beside it as “%s-wal”."),
                                     aside));
  return TRUE;
}

static gboolean
open_and_check (LegatoStore *self, gboolean must_check, GError **error)
{
  if (open_database (self, error) && (!must_check || check (self, error)))
    return TRUE;
  legato_store_disconnect (self, TRUE);
  return FALSE;
}

/**
 * legato_store_connect:
 *
 * Opens the file, and looks through it if need be.
 */
gboolean
legato_store_connect (LegatoStore *self, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  gboolean must_check = must_be_checked (self);

  self->is_remembered = FALSE;
  self->is_clock_seen = FALSE;
  if (!open_and_check (self, must_check, &trouble)
      && !(g_error_matches (trouble, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED)
           && leave_foreign_log (self) && open_and_check (self, TRUE, NULL)))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (self->seen.checked_us == 0 && self->check == NULL)
    self->seen.checked_us = g_get_real_time ();
  show_presence (self);
  legato_store_remember_file (self);
  return TRUE;
}

/* Writes all of the open journal to another file. */
static gboolean
copy_open_journal (LegatoStore *self, const char *path, GError **error)
{
  return legato_database_copy (self->db, path, NULL, error) && legato_file_sync (path, error);
}

/* The file is gone, and closing the connection would lose what is in it: so it is written again. */
static gboolean
bring_back (LegatoStore *self, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *part = g_strconcat (self->path, ".", id, ".part", NULL);
  gboolean ok = copy_open_journal (self, part, error)
                && legato_database_move_unless_there (part, self->path, error);

  legato_database_remove (part);
  if (!ok)
    return FALSE;
  set_notice (
      self,
      g_strdup_printf (
          _ ("The file of your journal was gone. Legato wrote it again: “%s”, with all that was in "
             "it."),
          self->path));
  return TRUE;
}

/* Another file has the journal's name now: that is the journal from here on, and what was open is
 * kept beside it. */
static gboolean
follow (LegatoStore *self, GError **error)
{
  g_autofree char *aside = legato_file_name_aside (self->path, "replaced");

  if (!copy_open_journal (self, aside, error))
    return FALSE;
  set_notice (
      self,
      g_strdup_printf (
          _ ("Another program replaced the file of your journal. Legato goes on with the new one; "
             "what it had open is kept beside it as “%s”."),
          aside));
  return TRUE;
}

/* Puts away the log that belongs to the file which we had open. One that stays where it is would be
 * noticed when the file is opened again. */
static void
put_away_own_log (LegatoStore *self)
{
  g_autofree char *aside = NULL;

  if (self->log_inode == 0 || get_log_inode (self) != self->log_inode)
    return;
  aside = legato_file_name_aside (self->path, "left");
  legato_file_move_aside (self->path, aside, TRUE);
}

/* Whether somebody else wrote to the file, or has put another in its place. */
static gboolean
is_changed (LegatoStore *self, gboolean *moved)
{
  LegatoFileState now = { 0 };
  LegatoFileState left = { 0 };
  int has_moved = 0;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  *moved = has_moved != 0 || !legato_file_state_read (&now, self->path);
  return *moved
         || (!legato_file_state_equal (&now, &self->seen)
             && !(legato_file_state_load (&left, self->path)
                  && legato_file_state_equal (&now, &left)));
}

/**
 * legato_store_leave:
 *
 * Closes the connection for good. What others have put into the file's place stays as it is.
 */
void
legato_store_leave (LegatoStore *self)
{
  gboolean moved = FALSE;
  gboolean changed = self->db != NULL && self->read_only == NULL && is_changed (self, &moved);

  legato_store_disconnect (self, changed);
  /* Closing takes the log in. */
  if (!changed)
    legato_store_remember_file (self);
}

/* Waits for the look for damage, if one is under way. */
static gboolean
await_check (LegatoStore *self, GError **error)
{
  if (self->check == NULL)
    return TRUE;
  if (!legato_check_wait (self->check, NULL, error))
    return FALSE;
  g_clear_pointer (&self->check, legato_check_unref);
  self->seen.checked_us = g_get_real_time ();
  self->is_remembered = FALSE;
  return TRUE;
}

/**
 * legato_store_look_at_file:
 *
 * To be called before anything is written: whether what is open still is the journal. If it was
 * replaced, deleted or written over, the store goes on with what is right, and
 * legato_store_take_notice() tells.
 *
 * Returns: %FALSE with @error set if nothing may be written
 */
gboolean
legato_store_look_at_file (LegatoStore *self, GError **error)
{
  gboolean moved = FALSE;

  if (!await_check (self, error))
    return FALSE;
  if (!is_changed (self, &moved))
    return TRUE;
  if (moved
      && (g_file_test (self->path, G_FILE_TEST_EXISTS) ? !follow (self, error)
                                                       : !bring_back (self, error)))
    return FALSE;
  legato_store_disconnect (self, TRUE);
  if (moved)
    put_away_own_log (self);
  return legato_store_connect (self, error) && await_check (self, error);
}

/**
 * legato_store_take_notice:
 *
 * Returns: (transfer full) (nullable): what happened to the file, for the person, once
 */
char *
legato_store_take_notice (LegatoStore *self)
{
  return g_steal_pointer (&self->notice);
}

/**
 * legato_store_get_check:
 *
 * Returns: (transfer full) (nullable): the look for damage that is under way
 */
LegatoCheck *
legato_store_get_check (LegatoStore *self)
{
  return self->check != NULL ? legato_check_ref (self->check) : NULL;
}
