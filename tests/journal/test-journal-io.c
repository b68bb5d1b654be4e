/* test-journal-io.c: every access to the disk may fail, and the disk may be full
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "journal-test-utils.h"

#include <errno.h>
#include <sched.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "legato-database-check.h"
#include "legato-store.h"

/* More accesses than what is tried here makes. */
#define MAX_CALLS 2000

/* A file of the real system, behind which failures are made. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
} ShakyFile;

static sqlite3_vfs *real_vfs;
static int calls_left = -1; /* until one fails; negative: none does */
static gboolean has_failed;

static gboolean
fails (void)
{
  if (calls_left < 0 || calls_left-- > 0)
    return FALSE;
  has_failed = TRUE;
  return TRUE;
}

#define REAL(file) (((ShakyFile *) (file))->real)

static int
shaky_close (sqlite3_file *file)
{
  int status = REAL (file)->pMethods->xClose (REAL (file));

  g_free (REAL (file));
  return status;
}

static int
shaky_read (sqlite3_file *file, void *data, int n, sqlite3_int64 offset)
{
  return fails () ? SQLITE_IOERR_READ : REAL (file)->pMethods->xRead (REAL (file), data, n, offset);
}

static int
shaky_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 offset)
{
  /* Half of it may get there. */
  if (fails ())
    {
      REAL (file)->pMethods->xWrite (REAL (file), data, n / 2, offset);
      return SQLITE_IOERR_WRITE;
    }
  return REAL (file)->pMethods->xWrite (REAL (file), data, n, offset);
}

static int
shaky_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return fails () ? SQLITE_IOERR_TRUNCATE : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
shaky_sync (sqlite3_file *file, int flags)
{
  /* The disk is not what is tested, so nothing waits for it. */
  return fails () ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
shaky_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return fails () ? SQLITE_IOERR_FSTAT : REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
shaky_lock (sqlite3_file *file, int lock)
{
  return fails () ? SQLITE_IOERR_LOCK : REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
shaky_unlock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
shaky_reserved (sqlite3_file *file, int *reserved)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), reserved);
}

static int
shaky_control (sqlite3_file *file, int what, void *data)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), what, data);
}

static int
shaky_sector (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
shaky_device (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
shaky_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **map)
{
  return fails () ? SQLITE_IOERR_SHMMAP
                  : REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, map);
}

static int
shaky_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
shaky_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
shaky_shm_unmap (sqlite3_file *file, int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static const sqlite3_io_methods shaky_methods = {
  2,
  shaky_close,
  shaky_read,
  shaky_write,
  shaky_truncate,
  shaky_sync,
  shaky_size,
  shaky_lock,
  shaky_unlock,
  shaky_reserved,
  shaky_control,
  shaky_sector,
  shaky_device,
  shaky_shm_map,
  shaky_shm_lock,
  shaky_shm_barrier,
  shaky_shm_unmap,
};

static int
shaky_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  sqlite3_file *real;
  int status;

  file->pMethods = NULL;
  if (fails ())
    return SQLITE_CANTOPEN;
  real = g_malloc0 ((gsize) real_vfs->szOsFile);
  status = real_vfs->xOpen (real_vfs, name, real, flags, out_flags);
  if (status != SQLITE_OK)
    {
      if (real->pMethods != NULL)
        real->pMethods->xClose (real);
      g_free (real);
      return status;
    }
  REAL (file) = real;
  file->pMethods = &shaky_methods;
  return SQLITE_OK;
}

static int
shaky_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  return fails () ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, sync);
}

static void
register_shaky_vfs (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "shaky";
  vfs.szOsFile = sizeof (ShakyFile);
  vfs.xOpen = shaky_open;
  vfs.xDelete = shaky_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/* What is said to be done. */
typedef struct
{
  gboolean added;
  gboolean edited;
  gboolean deleted;
} Done;

static void
work (const char *path, LegatoEntry *first, LegatoEntry *second, Done *done)
{
  g_autoptr (GError) error = NULL;
  LegatoStore *store = legato_store_open (path, &error);
  g_autoptr (LegatoEntry) edited = legato_entry_copy (first);

  if (store == NULL)
    {
      g_assert_cmpstr (error->message, !=, "");
      return;
    }
  g_free (edited->note);
  edited->note = g_strdup ("edited");
  done->added = legato_store_add (store, second, &error);
  g_assert_true (done->added == (error == NULL));
  g_clear_error (&error);
  done->edited = legato_store_put (store, edited, NULL, &error);
  g_assert_true (done->edited == (error == NULL));
  g_clear_error (&error);
  done->deleted = done->added && legato_store_delete (store, second->uuid, &error);
  g_clear_error (&error);
  legato_store_close (store);
}

static gint64
count (const char *path, const char *sql)
{
  return test_sql_int (path, sql);
}

/* The first, the second … access fails: what is said to be saved is, and the journal is sound. */
static void
test_every_access_fails_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) first = test_entry (2026, 4, 1, 12);
  int n;

  for (n = 0; n < MAX_CALLS; n++)
    {
      g_autofree char *folder = g_path_get_dirname (fixture->path);
      g_autoptr (LegatoEntry) second = test_entry (2026, 4, 2, 12);
      g_autoptr (GError) error = NULL;
      LegatoStore *store = legato_store_open (fixture->path, &error);
      Done done = { FALSE };

      g_assert_no_error (error);
      g_assert_true (legato_store_add (store, first, &error));
      legato_store_close (store);

      has_failed = FALSE;
      calls_left = n;
      work (fixture->path, first, second, &done);
      calls_left = -1;

      store = legato_store_open (fixture->path, &error);
      g_assert_no_error (error);
      g_assert_null (legato_store_get_read_only (store));
      legato_store_close (store);
      g_assert_true (legato_database_check_file (fixture->path, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (count (fixture->path, "SELECT count (*) FROM entry"), >=,
                       done.added ? 2 : 1);
      if (done.edited)
        g_assert_cmpint (count (fixture->path, "SELECT count (*) FROM entry WHERE note = 'edited'"),
                         ==, 1);
      if (done.deleted)
        g_assert_cmpint (
            count (fixture->path, "SELECT count (*) FROM entry WHERE deleted_us IS NULL"), ==, 1);
      test_remove_folder (folder);
      if (!has_failed)
        break;
    }
  g_test_message ("%d accesses", n);
  g_assert_cmpint (n, >, 50);
  g_assert_cmpint (n, <, MAX_CALLS);
}

/* Status of a child that may not mount anything. */
#define MAY_NOT_MOUNT 77

/* On a disk of a megabyte: full, it is said; with room again, it goes on, and nothing is lost. */
static int
fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *filling = g_malloc0 (400 * 1024);
  g_autoptr (GError) error = NULL;
  LegatoStore *store;
  guint n_saved = 0;

  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", folder, "tmpfs", 0, "size=1m") != 0)
    return MAY_NOT_MOUNT;
  g_assert_true (g_file_set_contents (ballast, filling, 400 * 1024, NULL));
  store = legato_store_open (path, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (LegatoEntry) entry = test_entry (2026, 3, 1, 12);

      if (!legato_store_add (store, entry, &error))
        break;
      n_saved++;
    }
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpint (unlink (ballast), ==, 0);
  {
    g_autoptr (LegatoEntry) entry = test_entry (2026, 3, 2, 12);

    g_assert_true (legato_store_add (store, entry, &error));
    g_assert_no_error (error);
  }
  legato_store_close (store);
  g_assert_true (legato_database_check_file (path, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (path, "SELECT count (*) FROM entry"), ==, n_saved + 1);
  return 0;
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    _exit (fill_disk (fixture->folder));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == MAY_NOT_MOUNT)
    {
      g_test_skip ("a small disk cannot be mounted here");
      return;
    }
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  register_shaky_vfs ();
#define ADD(name, func)                                                                            \
  g_test_add ("/journal/io/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("full-disk", test_full_disk);
  ADD ("every-access-fails-once", test_every_access_fails_once);
  return g_test_run ();
}
