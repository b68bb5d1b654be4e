/* legato-database.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "legato-database.h"
#include "legato-journal-resources.h"


/* Long enough for any commit of another process, short enough to be told about it. */
#define BUSY_TIMEOUT_MS 5000

/* Every SQLite file begins with these bytes, the terminating zero included. */
static const char sqlite_magic[16] = "SQLite format 3";

static const LegatoMigration migrations[] = {
  { 1, "/io/github/legato_app/Legato/journal/schema-1.sql" },
  { 2, "/io/github/legato_app/Legato/journal/schema-2.sql" },
  { 3, "/io/github/legato_app/Legato/journal/schema-3.sql" },
  { 4, "/io/github/legato_app/Legato/journal/schema-4.sql" },
};

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
 * legato_database_get_migrations:
 * @n_migrations: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_migrations): all migrations, by rising version
 */
const LegatoMigration *
legato_database_get_migrations (gsize *n_migrations)
{
  *n_migrations = G_N_ELEMENTS (migrations);
  return migrations;
}

/**
 * legato_database_get_newest_version:
 *
 * Returns: the schema version that this program writes
 */
int
legato_database_get_newest_version (void)
{
  return migrations[G_N_ELEMENTS (migrations) - 1].version;
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
  const char *reason = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (status);

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
      g_set_error (error, LEGATO_JOURNAL_ERROR, code, _ ("Your journal's file is damaged (%s)."),
                   reason);
      break;
    case LEGATO_JOURNAL_ERROR_INVALID:
      g_set_error (error, LEGATO_JOURNAL_ERROR, code,
                   _ ("This entry does not fit into the journal (%s)."), reason);
      break;
    case LEGATO_JOURNAL_ERROR_FAILED:
    case LEGATO_JOURNAL_ERROR_FOREIGN:
    case LEGATO_JOURNAL_ERROR_NEWER:
    case LEGATO_JOURNAL_ERROR_NOT_FOUND:
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("The journal could not be read or written (%s)."), reason);
      break;
    }
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
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED,
                   _ ("Your journal's file is damaged (%s)."), complaint);
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply_migration (sqlite3 *db, const LegatoMigration *migration, GError **error)
{
  g_autoptr (GBytes) script = NULL;
  g_autofree char *stamp = NULL;
  gint64 version;

  script = g_resource_lookup_data (legato_journal_get_resource (), migration->resource,
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (script == NULL)
    return FALSE;

  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                           LEGATO_DATABASE_APPLICATION_ID, migration->version);

  /* Another process may have migrated while we waited for the lock. */
  if (!legato_database_exec (db, "BEGIN IMMEDIATE", error)
      || !legato_database_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= migration->version)
    return legato_database_exec (db, "ROLLBACK", error);

  return legato_database_exec (db, g_bytes_get_data (script, NULL), error)
         && legato_database_exec (db, stamp, error);
}

/**
 * legato_database_migrate:
 * @to_version: 1 to legato_database_get_newest_version()
 *
 * Applies each migration that is missing, each in a transaction of its own that also sets
 * `application_id` and `user_version`. A migration that fails leaves the version before it.
 */
gboolean
legato_database_migrate (sqlite3 *db, int to_version, GError **error)
{
  gint64 version;

  if (!legato_database_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (migrations) && migrations[i].version <= to_version; i++)
    {
      if (migrations[i].version > version && !apply_migration (db, &migrations[i], error))
        {
          if (!sqlite3_get_autocommit (db))
            sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
          return FALSE;
        }
    }
  return TRUE;
}

/* What a person would not call a journal is told apart from a journal that broke. */
static gboolean
check_magic (const char *path, GError **error)
{
  char head[sizeof sqlite_magic];
  gsize length;
  FILE *file = g_fopen (path, "rbe");

  if (file == NULL)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR,
                   errno == EACCES || errno == EROFS ? LEGATO_JOURNAL_ERROR_READ_ONLY
                                                     : LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("“%s” cannot be opened: %s"), path, g_strerror (errno));
      return FALSE;
    }
  length = fread (head, 1, sizeof head, file);
  fclose (file);

  if (length > 0 && (length < sizeof head || memcmp (head, sqlite_magic, sizeof head) != 0))
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FOREIGN,
                   _ ("“%s” is not a journal of Legato."), path);
      return FALSE;
    }
  return TRUE;
}

/* Reads only, so that a file that is not ours stays as it is. */
static gboolean
check_identity (sqlite3 *db, const char *path, gboolean may_be_new, GError **error)
{
  gint64 application_id, version, n_objects;

  if (!legato_database_get_int (db, "PRAGMA application_id", &application_id, error)
      || !legato_database_get_int (db, "PRAGMA user_version", &version, error)
      || !legato_database_get_int (db, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  if (may_be_new && application_id == 0 && version == 0 && n_objects == 0)
    return TRUE;
  if (application_id != LEGATO_DATABASE_APPLICATION_ID)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FOREIGN,
                   _ ("“%s” is not a journal of Legato."), path);
      return FALSE;
    }
  if (version > legato_database_get_newest_version ())
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NEWER,
                   _ ("A newer Legato made this journal. Update Legato to open it; nothing was "
                      "changed."));
      return FALSE;
    }
  return TRUE;
}

static sqlite3 *
connect (const char *path, int flags, GError **error)
{
  sqlite3 *db = NULL;
  int status = sqlite3_open_v2 (path, &db, flags, NULL);

  if (status != SQLITE_OK)
    {
      legato_database_fail (db, status, error);
      sqlite3_close (db);
      return NULL;
    }
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  return db;
}

/* A file nobody else may read, in a folder nobody else may enter: it says how a person feels. */
static gboolean
create_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0)
    {
      g_close (fd, NULL);
      return TRUE;
    }
  switch (errno)
    {
    case ENOSPC:
    case EDQUOT:
      return legato_database_fail (NULL, SQLITE_FULL, error);
    case EACCES:
    case EROFS:
    case EPERM:
      return legato_database_fail (NULL, SQLITE_READONLY, error);
    default:
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("“%s” cannot be opened: %s"), path, g_strerror (errno));
      return FALSE;
    }
}

static gboolean
has_content (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 && info.st_size > 0;
}

/**
 * legato_database_open:
 * @path: of the journal; made, with its folder, if it does not exist
 *
 * Opens a journal for reading and writing, checks it after an unclean exit, and migrates it.
 * WAL with `synchronous=FULL`: a commit is on the disk when it returns, for one fsync of 0.45 ms
 * (architecture.md, "SQLite"). What is deleted is overwritten in the file too. A file that is not a
 * journal, damaged, or newer than this program is left exactly as it was.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
sqlite3 *
legato_database_open (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  gboolean was_unclean;

  if (!create_file (path, error) || !check_magic (path, error))
    return NULL;

  /* The last connection that closes cleanly removes the log. */
  was_unclean = has_content (path, "-wal") || has_content (path, "-journal");

  db = connect (path, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    return NULL;

  /* Until the file has proved to be ours, closing it must not write to it either. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!check_identity (db, path, TRUE, error))
    return NULL;
  if (sqlite3_db_readonly (db, "main") == 1)
    {
      legato_database_fail (db, SQLITE_READONLY, error);
      return NULL;
    }
  if (was_unclean && !legato_database_check (db, "quick_check", error))
    return NULL;
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  if (!legato_database_exec (db,
                             "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                             "PRAGMA secure_delete = ON",
                             error)
      || !legato_database_migrate (db, legato_database_get_newest_version (), error))
    return NULL;

  return g_steal_pointer (&db);
}

/**
 * legato_database_open_to_verify:
 * @path: of any file
 *
 * Opens a journal for reading only, without making, migrating or repairing anything.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
sqlite3 *
legato_database_open_to_verify (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (!check_magic (path, error))
    return NULL;
  db = connect (path, SQLITE_OPEN_READONLY, error);
  if (db == NULL || !check_identity (db, path, FALSE, error))
    return NULL;
  return g_steal_pointer (&db);
}
