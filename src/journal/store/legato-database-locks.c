/* legato-database-locks.c
 *
 * SQLite keeps programs apart by locks of the file system, and its log by memory that they share.
 * Some network homes and FUSE have neither, or grant every lock. There SQLite can hold a folder
 * beside the file instead, for as long as it reads or writes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legato-database-locks.h"

#define FOLDER_LOCKS "unix-dotfile"

/* No reading or writing takes so long: who held the folder was cut off. */
#define LEFT_BEHIND_S (60 * 60)

/* Asked as SQLite asks. */
typedef int (*Control) (int fd, int command, ...);
typedef void *(*Map) (void *, size_t, int, int, int, off_t);

static gboolean
is_refused (void)
{
  return errno == EAGAIN || errno == EACCES;
}

/* Of two that open a file, one gets a lock and the other does not. */
static gboolean
locks_hold (Control control, int one, int other)
{
  struct flock byte = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1 };

  if (control (one, F_SETLK, &byte) != 0)
    return FALSE;
  byte.l_type = F_UNLCK;
  control (one, F_SETLK, &byte);
  byte.l_type = F_WRLCK;
  /* Where descriptors have no locks of their own, that processes have some has to do. */
  return control (one, F_OFD_SETLK, &byte) != 0
         || (control (other, F_OFD_SETLK, &byte) != 0 && is_refused ());
}

static gboolean
can_share_memory (Map map, int fd)
{
  void *memory = map (NULL, 1, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

  return memory != MAP_FAILED && munmap (memory, 1) == 0;
}

/* Tried on a file that nobody else has; where there can be none, nothing is written anyway. @now:
 * (out): when that was, by the clock of the file system, which may be another computer's */
static gboolean
is_as_usual (sqlite3_vfs *vfs, const char *path, GStatBuf *now)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (path, ".", id, ".try", NULL);
  Control control = (Control) vfs->xGetSystemCall (vfs, "fcntl");
  Map map = (Map) vfs->xGetSystemCall (vfs, "mmap");
  int one = g_open (name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int other = one >= 0 ? g_open (name, O_RDWR | O_CLOEXEC, 0600) : -1;
  gboolean usual = other < 0 || fstat (one, now) != 0
                   || (locks_hold (control, one, other) && can_share_memory (map, one));

  if (other >= 0)
    close (other);
  if (one >= 0)
    {
      close (one);
      g_unlink (name);
    }
  return usual;
}

static void
remove_left_lock (const char *path, const GStatBuf *now)
{
  g_autofree char *folder = g_strconcat (path, ".lock", NULL);
  GStatBuf info;

  if (g_stat (folder, &info) == 0 && now->st_mtime - info.st_mtime > LEFT_BEHIND_S)
    g_rmdir (folder);
}

/**
 * legato_database_choose_vfs:
 * @path: of a database, or where one is to be
 *
 * Returns: (transfer none) (nullable): what to open it with; %NULL for the usual one
 */
const char *
legato_database_choose_vfs (const char *path)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  GStatBuf now;

  if (vfs == NULL || vfs->iVersion < 3 || sqlite3_vfs_find (FOLDER_LOCKS) == NULL
      || vfs->xGetSystemCall (vfs, "fcntl") == NULL || vfs->xGetSystemCall (vfs, "mmap") == NULL
      || is_as_usual (vfs, path, &now))
    return NULL;
  remove_left_lock (path, &now);
  return FOLDER_LOCKS;
}

/** Returns: whether @db can have a log that several programs share */
gboolean
legato_database_has_shared_memory (sqlite3 *db)
{
  sqlite3_file *file = NULL;

  return sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK
         && file->pMethods != NULL && file->pMethods->iVersion >= 2;
}
