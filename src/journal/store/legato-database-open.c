/* legato-database-open.c: from a path to a connection that can be trusted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legato-database-locks.h"
#include "legato-database-open.h"
#include "legato-file-state.h"

/* Milliseconds to wait for another process: long enough for any commit. */
#define BUSY_TIMEOUT_MS 5000

/* Pages that are copied before others get their turn: a megabyte. */
#define PAGES_AT_ONCE 256

/* Every SQLite file begins with these bytes, the terminating zero included. */
static const char sqlite_magic[16] = "SQLite format 3";

/* Tells a file that is no journal from a journal that is damaged. It is read through SQLite's own
 * handle: if this process closed another one of the same file, it would lose its locks. */
static gboolean
check_magic (sqlite3 *db, const char *path, GError **error)
{
  char head[sizeof sqlite_magic] = "";
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int status = sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (status == SQLITE_OK)
    status = file->pMethods->xFileSize (file, &size);
  if (status == SQLITE_OK && size == 0)
    return legato_database_fail_as_damaged (_ ("it is empty"), error);
  if (status == SQLITE_OK)
    status = file->pMethods->xRead (file, head, sizeof head, 0);
  if (status != SQLITE_OK && status != SQLITE_IOERR_SHORT_READ)
    return legato_database_fail (db, status, error);
  return memcmp (head, sqlite_magic, sizeof head) == 0
         || legato_database_fail_as_foreign (path, error);
}

/* @vfs: (nullable): how the file is locked, see legato_database_choose_vfs() */
static sqlite3 *
connect (const char *path, int flags, const char *vfs, GError **error)
{
  sqlite3 *db = NULL;
  int status = sqlite3_open_v2 (path, &db, flags, vfs);

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

/* The names of all tables, triggers and the like, and what they are; of triggers and views, which
 * SQLite keeps word for word, also their text. */
static gboolean
list_objects (sqlite3 *db, GHashTable **objects, GError **error)
{
  sqlite3_stmt *select = NULL;
  int status = sqlite3_prepare_v2 (
      db,
      "SELECT type || ' ' || name || CASE WHEN type IN ('trigger', 'view') THEN ' ' || sql ELSE '' "
      "END FROM sqlite_schema",
      -1, &select, NULL);

  *objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (status == SQLITE_OK || status == SQLITE_ROW)
    {
      status = sqlite3_step (select);
      if (status == SQLITE_ROW)
        g_hash_table_add (*objects, g_strdup ((const char *) sqlite3_column_text (select, 0)));
    }
  sqlite3_finalize (select);
  return status == SQLITE_DONE || legato_database_fail (db, status, error);
}

/* All that a journal of @version consists of: asked of one that is made in memory, so that the
 * scripts stay the only place where it stands. */
static GHashTable *
get_expected_objects (int version, GError **error)
{
  static GMutex mutex;
  static GHashTable *known[16];
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GHashTable) objects = NULL;

  g_assert (version >= 0 && (gsize) version < G_N_ELEMENTS (known));

  if (known[version] == NULL)
    {
      db = connect (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL, error);
      if (db == NULL || !legato_database_migrate (db, version, error)
          || !list_objects (db, &objects, error))
        return NULL;
      known[version] = g_steal_pointer (&objects);
    }
  return known[version];
}

static gboolean
check_objects (sqlite3 *db, int version, GError **error)
{
  g_autoptr (GHashTable) objects = NULL;
  GHashTable *expected = get_expected_objects (version, error);
  GHashTableIter iter;
  gpointer name;

  if (expected == NULL || !list_objects (db, &objects, error))
    return FALSE;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (objects, name))
        {
          g_info ("%s is missing", (const char *) name);
          return legato_database_fail_as_damaged (_ ("a part of it is missing"), error);
        }
    }
  return TRUE;
}

/* Reads only, so that a file that is not ours stays as it is. */
static gboolean
check_identity (sqlite3 *db, const char *path, gboolean may_be_newer, GError **error)
{
  gint64 application_id, version, n_objects;

  if (!legato_database_get_int (db, "PRAGMA application_id", &application_id, error)
      || !legato_database_get_int (db, "PRAGMA user_version", &version, error)
      || !legato_database_get_int (db, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  if (application_id != LEGATO_DATABASE_APPLICATION_ID)
    return n_objects == 0 ? legato_database_fail_as_damaged (_ ("it is empty"), error)
                          : legato_database_fail_as_foreign (path, error);
  if (version < 1)
    return legato_database_fail_as_damaged (_ ("its version is missing"), error);
  if (version <= legato_database_get_newest_version ())
    return check_objects (db, (int) version, error);
  if (may_be_newer)
    return TRUE;
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NEWER,
               _ ("A newer Legato made this journal. You can read it here, and change it once "
                  "Legato is updated."));
  return FALSE;
}

/* WAL with `synchronous=FULL`: a commit is on the disk when it returns, for one fsync of 0.45 ms
 * (architecture.md, "SQLite"). What is deleted is overwritten in the file too. Where memory cannot
 * be shared, as on some network homes, there is an older way, which is slower and just as safe. */
static gboolean
set_up (sqlite3 *db, GError **error)
{
  const char *log = legato_database_has_shared_memory (db)
                        ? "PRAGMA journal_mode = WAL"
                        : "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; "
                          "SELECT count (*) FROM sqlite_schema";

  return legato_database_exec (db, log, error)
         && legato_database_exec (db, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON",
                                  error);
}

/* A journal that was last open elsewhere may have a log, which one program alone can take in. */
static sqlite3 *
connect_to_write (const char *path, GError **error)
{
  g_autoptr (sqlite3) db =
      connect (path, SQLITE_OPEN_READWRITE, legato_database_choose_vfs (path), error);

  if (db != NULL && !legato_database_has_shared_memory (db)
      && !legato_database_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
fill_new (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = connect_to_write (path, error);

  return db != NULL && set_up (db, error)
         && legato_database_migrate (db, legato_database_get_newest_version (), error);
}

/* A new journal gets its name only when it is whole, so that an empty file at @path is never one
 * that is being made. */
static gboolean
create (const char *path, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *part = g_strconcat (path, ".", id, ".new", NULL);
  gboolean ok = legato_database_create_file (part, error) && fill_new (part, error)
                && legato_database_move_unless_there (part, path, error);

  legato_database_remove (part);
  return ok;
}

/**
 * legato_database_open:
 * @path: of the journal; made, with its folder, if it does not exist
 *
 * Opens a journal for reading and writing, and migrates it. A file that is not a journal, or is
 * newer than this program, is left exactly as it was. Of damage only missing tables are noticed;
 * legato_database_check_all() looks for the rest.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
sqlite3 *
legato_database_open (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  gboolean exists;

  if (!legato_database_check_path (path, &exists, error) || (!exists && !create (path, error)))
    return NULL;

  db = connect_to_write (path, error);
  if (db == NULL)
    return NULL;

  /* Until the file has proved to be ours, closing it must not write to it either. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!check_magic (db, path, error) || !check_identity (db, path, FALSE, error))
    return NULL;
  if (sqlite3_db_readonly (db, "main") == 1)
    {
      /* SQLite does not write to a file that says it is of a later kind. */
      if (g_access (path, W_OK) == 0)
        legato_database_fail_as_damaged (_ ("its version is missing"), error);
      else
        legato_database_fail (db, SQLITE_READONLY, error);
      return NULL;
    }
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  legato_database_keep_private (path);
  if (!set_up (db, error)
      || !legato_database_migrate (db, legato_database_get_newest_version (), error))
    return NULL;

  return g_steal_pointer (&db);
}

/* How a file is read: as it can be locked there, which is tried; or as usual, without trying; or
 * without a lock or a log, for a file that nobody can write. */
typedef enum
{
  AS_LOCKED,
  AS_USUAL,
  IMMUTABLE,
} Reading;

static sqlite3 *
connect_for_reading (const char *path, Reading how, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri =
      g_strconcat ("file:", escaped, how == IMMUTABLE ? "?immutable=1" : "", NULL);
  g_autoptr (sqlite3) db = NULL;
  gboolean exists;

  if (!legato_database_check_path (path, &exists, error))
    return NULL;
  if (!exists)
    {
      legato_database_fail_for_errno (path, ENOENT, error);
      return NULL;
    }
  db = connect (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                how == AS_LOCKED ? legato_database_choose_vfs (path) : NULL, error);
  if (db == NULL || !check_magic (db, path, error) || !check_identity (db, path, TRUE, error))
    return NULL;
  return g_steal_pointer (&db);
}

static char *
make_snapshot_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_tmp_dir (), "legato-XXXXXX", NULL);

  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      legato_database_fail_for_errno (folder, errno, error);
      return NULL;
    }
  return g_build_filename (folder, "journal.db", NULL);
}

/**
 * legato_database_remove_snapshot:
 * @snapshot: (nullable): as legato_database_open_for_reading() gave it
 */
void
legato_database_remove_snapshot (const char *snapshot)
{
  g_autofree char *folder = snapshot != NULL ? g_path_get_dirname (snapshot) : NULL;

  if (snapshot == NULL)
    return;
  legato_database_remove (snapshot);
  g_rmdir (folder);
}

/**
 * legato_database_copy:
 * @path: of the copy, where nothing may be: only its owner may read it, from the beginning on
 * @progress: (nullable): pages
 *
 * Copies all of a journal, also while others write to it; then it begins again.
 *
 * Returns: %FALSE with @error set; then there is no copy
 */
gboolean
legato_database_copy (sqlite3 *db, const char *path, const LegatoProgress *progress, GError **error)
{
  g_autoptr (sqlite3) copy =
      legato_database_create_file (path, error) ? connect_to_write (path, error) : NULL;
  sqlite3_backup *backup = copy != NULL ? sqlite3_backup_init (copy, "main", db, "main") : NULL;
  gboolean go_on = TRUE;
  int status = SQLITE_OK;

  if (copy == NULL)
    return FALSE;
  while (backup != NULL && go_on && (status == SQLITE_OK || (status & 0xff) == SQLITE_BUSY))
    {
      status = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      go_on = legato_progress_step (
          progress,
          (guint64) (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup)),
          (guint64) sqlite3_backup_pagecount (backup), error);
    }
  status = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_errcode (copy);
  /* One file, without a log beside it, that can be read where nothing may be written. */
  if (go_on && status == SQLITE_OK)
    status = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (go_on && status == SQLITE_OK)
    return TRUE;
  if (go_on)
    legato_database_fail (copy, status, error);
  g_clear_pointer (&copy, sqlite3_close);
  legato_database_remove (path);
  return FALSE;
}

static gboolean
copy_with_log (const char *path, const char *copy, GError **error)
{
  static const char *const suffixes[] = { "", "-wal", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from_name = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to_name = g_strconcat (copy, suffixes[i], NULL);
      g_autoptr (GFile) from = g_file_new_for_path (from_name);
      g_autoptr (GFile) to = g_file_new_for_path (to_name);

      if (*suffixes[i] != '\0' && !legato_file_has_content (path, suffixes[i]))
        continue;
      if (!legato_database_create_file (to_name, error)
          || !g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                           NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Opens a copy of our own, which can be migrated. */
static sqlite3 *
open_snapshot (sqlite3 *db, const char *path, char **snapshot, GError **error)
{
  g_autofree char *copy = make_snapshot_folder (error);
  sqlite3 *opened = NULL;

  if (copy == NULL)
    return NULL;
  if (db != NULL ? legato_database_copy (db, copy, NULL, error) : copy_with_log (path, copy, error))
    opened = legato_database_open (copy, error);
  if (opened == NULL)
    legato_database_remove_snapshot (copy);
  else
    *snapshot = g_steal_pointer (&copy);
  return opened;
}

/* Writes a new header over one that cannot be read, with what all journals have in common. */
static gboolean
mend_header (const char *path)
{
  static const guint8 begin[24] = { 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a',
                                    't', ' ', '3', 0,   16,  0,   1,   1,   0,   64,  32,  32 };
  guint8 header[100] = { 0 };
  GStatBuf info;
  guint32 n_pages;
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fstat (fd, &info) == 0;

  if (ok)
    {
      n_pages = GUINT32_TO_BE ((guint32) (info.st_size / 4096));
      memcpy (header, begin, sizeof begin);
      memcpy (header + 28, &n_pages, sizeof n_pages);
      header[27] = header[95] = 1; /* change counter, and the one for which the size holds */
      header[47] = 4;              /* format of the schema */
      header[59] = 1;              /* UTF-8 */
      ok = pwrite (fd, header, sizeof header, 0) == sizeof header;
    }
  if (fd >= 0)
    close (fd);
  return ok;
}

static gboolean
can_be_read (sqlite3 *db)
{
  gint64 n_objects = 0;

  return legato_database_get_int (db, "SELECT count (*) FROM sqlite_schema", &n_objects, NULL)
         && n_objects > 0;
}

/**
 * legato_database_open_copy:
 * @damaged: path of a journal that nobody has open
 * @copy: (out) (transfer full): what is really open; to be removed when it is closed
 *
 * Opens a damaged journal as far as that is possible, without changing it: with its log, or else
 * without, or else with a new header.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
sqlite3 *
legato_database_open_copy (const char *damaged, char **copy, GError **error)
{
  g_autofree char *path = make_snapshot_folder (error);
  g_autofree char *log = path != NULL ? g_strconcat (path, "-wal", NULL) : NULL;
  g_autoptr (sqlite3) db = NULL;
  gboolean exists;

  if (path == NULL)
    return NULL;
  if (!legato_database_check_path (damaged, &exists, error)
      || !copy_with_log (damaged, path, error))
    {
      legato_database_remove_snapshot (path);
      return NULL;
    }
  for (int attempt = 0; attempt < 3; attempt++)
    {
      if (attempt == 1)
        g_unlink (log);
      if (attempt == 2 && !mend_header (path))
        break;
      /* Whatever is wrong, the next attempt may do. */
      db = connect_to_write (path, NULL);
      if (db != NULL && can_be_read (db))
        {
          *copy = g_steal_pointer (&path);
          return g_steal_pointer (&db);
        }
      g_clear_pointer (&db, sqlite3_close);
    }
  legato_database_remove_snapshot (path);
  legato_database_fail_as_damaged (_ ("nothing in it can be read"), error);
  return NULL;
}

/**
 * legato_database_open_for_reading:
 * @path: of a journal that cannot be opened for writing: locked, write-protected, or newer
 * @snapshot: (out) (transfer full) (nullable): the copy that is really open, for a journal that can
 *   be read in no other way; to be removed when it is closed
 *
 * Returns: (transfer full): a connection that nobody may write to, or %NULL with @error set
 */
sqlite3 *
legato_database_open_for_reading (const char *path, char **snapshot, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) trouble = NULL;
  gboolean is_open =
      legato_file_has_content (path, "-wal") || legato_file_has_content (path, "-journal");
  gint64 version;

  *snapshot = NULL;
  db = connect_for_reading (path, AS_LOCKED, &trouble);
  if (db == NULL && legato_journal_error_may_set_aside (trouble))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  if (db == NULL && is_open)
    return open_snapshot (NULL, path, snapshot, error);
  if (db == NULL)
    db = connect_for_reading (path, IMMUTABLE, error);
  if (db == NULL || !legato_database_get_int (db, "PRAGMA user_version", &version, error))
    return NULL;
  return version < legato_database_get_newest_version () ? open_snapshot (db, path, snapshot, error)
                                                         : g_steal_pointer (&db);
}

/**
 * legato_database_open_alone:
 *
 * Opens a journal that nobody else has open for reading, without the log that lies beside it.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
sqlite3 *
legato_database_open_alone (const char *path, GError **error)
{
  return connect_for_reading (path, IMMUTABLE, error);
}

/**
 * legato_database_open_to_verify:
 * @path: of any file
 *
 * Opens a journal of any version for reading only, without making, migrating or repairing anything.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
sqlite3 *
legato_database_open_to_verify (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autoptr (GError) trouble = NULL;

  db = connect_for_reading (path, AS_LOCKED, &trouble);
  if (db != NULL)
    return g_steal_pointer (&db);
  if (g_error_matches (trouble, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_READ_ONLY)
      && !legato_file_has_content (path, "-wal"))
    return connect_for_reading (path, IMMUTABLE, error);
  g_propagate_error (error, g_steal_pointer (&trouble));
  return NULL;
}

/* Whether SQLite writes a log beside the file before the file itself. */
static gboolean
has_log (sqlite3 *db)
{
  const int place = 18; /* of "file format write version" in the header */
  guint8 version = 0;
  sqlite3_file *file = NULL;

  return sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK
         && file->pMethods->xRead (file, &version, sizeof version, place) == SQLITE_OK
         && version == 2;
}

/**
 * legato_database_open_to_look_up:
 * @path: of any file
 * @left: (out): how the file was before, if nobody had written to it who has it open still; if it
 * is not as it was when the answer is there, or has a log then, the answer may be wrong
 * @is_left: (out): whether @left is set
 *
 * Opens a journal as legato_database_open_to_verify() does, for one short question. Whoever wrote
 * last tried whether the locks of the file system hold, and let the file have a log where they do;
 * then they are not tried again, which takes a file beside the journal. A log that is not there, or
 * empty, is not made either. One that was left by a program which was cut off has entries that the
 * file has not; to read it SQLite needs a third file, which then stays, as the log does.
 *
 * Returns: (transfer full): the connection, or %NULL with @error set
 */
sqlite3 *
legato_database_open_to_look_up (const char *path,
                                 LegatoFileState *left,
                                 gboolean *is_left,
                                 GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  *is_left = legato_file_state_read_left (left, path);
  db = connect_for_reading (path, *is_left ? IMMUTABLE : AS_USUAL, NULL);
  if (db != NULL && has_log (db))
    return g_steal_pointer (&db);
  g_clear_pointer (&db, sqlite3_close);
  *is_left = FALSE;
  return legato_database_open_to_verify (path, error);
}
