/* legato-database.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "legato-database.h"

G_DEFINE_QUARK (legato_journal_error, legato_journal_error)

/**
 * legato_journal_error_may_set_aside:
 *
 * Returns: whether a journal that could not be opened because of @error will never open and may be
 *   moved out of the way; one that is only busy, full or made by a newer Legato must stay
 */
gboolean
legato_journal_error_may_set_aside (const GError *error)
{
  return g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED)
         || g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FOREIGN);
}

/**
 * legato_journal_error_may_pass:
 *
 * Returns: whether what failed because of @error may go well later, without anybody's help, and is
 *   worth being tried again
 */
gboolean
legato_journal_error_may_pass (const GError *error)
{
  return error != NULL && error->domain == LEGATO_JOURNAL_ERROR
         && (error->code == LEGATO_JOURNAL_ERROR_LOCKED || error->code == LEGATO_JOURNAL_ERROR_FULL
             || error->code == LEGATO_JOURNAL_ERROR_READ_ONLY
             || error->code == LEGATO_JOURNAL_ERROR_FAILED);
}

/**
 * legato_cursor_release:
 *
 * Makes a statement ready for its next use.
 */
void
legato_cursor_release (LegatoCursor *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

/* What the system said of the last failed access: SQLite forgets it when a commit fails, but the
 * file and its log remember. */
static int
get_errno (sqlite3 *db)
{
  sqlite3_file *log = NULL;
  int last = db != NULL ? sqlite3_system_errno (db) : 0;

  if (db != NULL && last == 0)
    sqlite3_file_control (db, "main", SQLITE_FCNTL_LAST_ERRNO, &last);
  if (db != NULL && last == 0
      && sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK
      && log != NULL && log->pMethods != NULL)
    log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &last);
  return last;
}

static LegatoJournalError
classify (sqlite3 *db, int status)
{
  switch (status & 0xff)
    {
    case SQLITE_FULL:
      return LEGATO_JOURNAL_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return LEGATO_JOURNAL_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return LEGATO_JOURNAL_ERROR_READ_ONLY;
    /* Our own statements are right, so it is the tables that are not. */
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return LEGATO_JOURNAL_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return LEGATO_JOURNAL_ERROR_INVALID;
    case SQLITE_IOERR:
      switch (get_errno (db))
        {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
          return LEGATO_JOURNAL_ERROR_FULL;
        case EROFS:
        case EACCES:
          return LEGATO_JOURNAL_ERROR_READ_ONLY;
        default:
          return LEGATO_JOURNAL_ERROR_FAILED;
        }
    default:
      return LEGATO_JOURNAL_ERROR_FAILED;
    }
}

/* SQLite's words are for whoever looks for the cause: with G_MESSAGES_DEBUG=legato-journal. They
 * may quote what is in the file, which need not be text. */
static void
log_reason (const char *reason)
{
  g_autofree char *text = g_utf8_make_valid (reason, -1);

  g_info ("%s", text);
}

/**
 * legato_database_fail:
 * @db: (nullable): the connection on which it happened
 * @status: SQLite's (extended) result code
 *
 * Sets @error to what @status means to a person.
 *
 * Returns: %FALSE
 */
gboolean
legato_database_fail (sqlite3 *db, int status, GError **error)
{
  LegatoJournalError code = classify (db, status);

  log_reason (db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (status));
  switch (code)
    {
    case LEGATO_JOURNAL_ERROR_FULL:
      g_set_error (error, LEGATO_JOURNAL_ERROR, code,
                   _ ("There is no room left on the disk. Make some room and try again."));
      break;
    case LEGATO_JOURNAL_ERROR_LOCKED:
      g_set_error (error, LEGATO_JOURNAL_ERROR, code,
                   _ ("Another program is holding your journal. Try again in a moment."));
      break;
    case LEGATO_JOURNAL_ERROR_READ_ONLY:
      g_set_error (error, LEGATO_JOURNAL_ERROR, code,
                   _ ("Legato may not write to your journal. Check the permissions of its "
                      "folder."));
      break;
    case LEGATO_JOURNAL_ERROR_DAMAGED:
      g_set_error (error, LEGATO_JOURNAL_ERROR, code, _ ("Your journal’s file is damaged."));
      break;
    case LEGATO_JOURNAL_ERROR_INVALID:
      g_set_error (error, LEGATO_JOURNAL_ERROR, code,
                   _ ("Something in this entry is not as it should be."));
      break;
    case LEGATO_JOURNAL_ERROR_FAILED:
    case LEGATO_JOURNAL_ERROR_FOREIGN:
    case LEGATO_JOURNAL_ERROR_NEWER:
    case LEGATO_JOURNAL_ERROR_NOT_FOUND:
    case LEGATO_JOURNAL_ERROR_EXISTS:
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("The journal could not be read or written."));
      break;
    }
  return FALSE;
}

/** Sets @error to say that the file is damaged: @reason, translated. Returns: %FALSE */
gboolean
legato_database_fail_as_damaged (const char *reason, GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED,
               _ ("Your journal’s file is damaged (%s)."), reason);
  return FALSE;
}

/**
 * legato_database_exec:
 * @sql: one or more statements without results
 */
gboolean
legato_database_exec (sqlite3 *db, const char *sql, GError **error)
{
  int status = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return status == SQLITE_OK || legato_database_fail (db, status, error);
}

static int
take_int_cb (gpointer user_data, int n_columns, char **values, char **names)
{
  gint64 *value = user_data;

  *value = values[0] != NULL ? g_ascii_strtoll (values[0], NULL, 10) : 0;
  return 0;
}

/**
 * legato_database_get_int:
 * @sql: a query for one number
 * @value: (out): the number
 */
gboolean
legato_database_get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  int status = sqlite3_exec (db, sql, take_int_cb, value, NULL);

  return status == SQLITE_OK || legato_database_fail (db, status, error);
}

static int
take_complaint_cb (gpointer user_data, int n_columns, char **values, char **names)
{
  char **complaint = user_data;

  if (*complaint == NULL && g_strcmp0 (values[0], "ok") != 0)
    *complaint = g_strdup (values[0] != NULL ? values[0] : "?");
  return 0;
}

/**
 * legato_database_check:
 * @pragma: quick_check, integrity_check or foreign_key_check
 *
 * Returns: %FALSE with %LEGATO_JOURNAL_ERROR_DAMAGED if the check finds anything
 */
gboolean
legato_database_check (sqlite3 *db, const char *pragma, GError **error)
{
  g_autofree char *sql = g_strconcat ("PRAGMA ", pragma, NULL);
  g_autofree char *complaint = NULL;
  int status = sqlite3_exec (db, sql, take_complaint_cb, &complaint, NULL);

  if (status != SQLITE_OK)
    return legato_database_fail (db, status, error);
  if (complaint != NULL)
    {
      log_reason (complaint);
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED,
                   _ ("Your journal’s file is damaged."));
      return FALSE;
    }
  return TRUE;
}
