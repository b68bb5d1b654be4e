/* legato-database-file.c: journals as files, before they are opened
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

#include "legato-database-file.h"
#include "legato-database.h"

/* A journal's file, and what SQLite may leave beside it. */
static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

/** Sets @error to say that @path cannot be opened or read, and the system's error @number as it is.
 * Returns: %FALSE */
gboolean
legato_database_fail_to_open (const char *path, int number, GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
               _ ("“%s” cannot be opened: %s"), path, g_strerror (number));
  return FALSE;
}

/** Sets @error to what the system's error @number at @path means to a person. Returns: %FALSE */
gboolean
legato_database_fail_for_errno (const char *path, int number, GError **error)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return legato_database_fail (NULL, SQLITE_FULL, error);
    case EACCES:
    case EROFS:
    case EPERM:
      return legato_database_fail (NULL, SQLITE_READONLY, error);
    default:
      return legato_database_fail_to_open (path, number, error);
    }
}

/** Sets @error to say why @path could not be written: @reason, as the system words it. Returns:
 * %FALSE */
gboolean
legato_database_fail_to_write (const char *path, const char *reason, GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
               _ ("“%s” could not be written: %s"), path, reason);
  return FALSE;
}

/** Sets @error to say that what is at @path is no journal. Returns: %FALSE */
gboolean
legato_database_fail_as_foreign (const char *path, GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FOREIGN,
               _ ("“%s” is not a journal of Legato."), path);
  return FALSE;
}

/* Returns: (transfer full) (nullable): a link to nowhere: @path itself, or on the way to it */
static char *
find_dangling_link (const char *path)
{
  g_autofree char *part = g_strdup (path);
  GStatBuf info;

  while (g_stat (part, &info) != 0)
    {
      char *folder = NULL;

      if (g_lstat (part, &info) == 0)
        return g_steal_pointer (&part);
      folder = g_path_get_dirname (part);
      if (g_str_equal (folder, part))
        {
          g_free (folder);
          break;
        }
      g_free (part);
      part = folder;
    }
  return NULL;
}

/**
 * legato_database_check_path:
 * @exists: (out): whether something is there
 *
 * Looks what is at @path, without opening it: a pipe or a device would never answer.
 *
 * Returns: %FALSE with @error set if that cannot be told, or if what is there is no regular file
 */
gboolean
legato_database_check_path (const char *path, gboolean *exists, GError **error)
{
  g_autofree char *link = NULL;
  GStatBuf info;

  *exists = g_stat (path, &info) == 0;
  if (*exists)
    {
      if (!S_ISREG (info.st_mode))
        g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                     _ ("“%s” is no plain file."), path);
      return S_ISREG (info.st_mode);
    }
  if (errno != ENOENT)
    return legato_database_fail_to_open (path, errno, error);
  link = find_dangling_link (path);
  if (link != NULL)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("“%s” is a link to a file that is not there."), link);
      return FALSE;
    }
  return TRUE;
}

/**
 * legato_database_check_dest:
 * @may_replace: whether something may be there
 * @exists: (out): whether something is
 *
 * As legato_database_check_path(), of a file that is to be written.
 */
gboolean
legato_database_check_dest (const char *path,
                            gboolean may_replace,
                            gboolean *exists,
                            GError **error)
{
  if (!legato_database_check_path (path, exists, error))
    return FALSE;
  if (!*exists || may_replace)
    return TRUE;
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_EXISTS,
               _ ("“%s” is there already. Choose another name, or say that it may be replaced."),
               path);
  return FALSE;
}

/** Removes a journal that nobody has open, with what SQLite leaves beside it, if it is there. */
void
legato_database_remove (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/**
 * legato_database_create_file:
 * @path: where nothing may be; its folder is made if need be
 *
 * Makes an empty file that only its owner may read: a journal says how a person feels.
 *
 * Returns: %FALSE with @error set if it could not be made
 */
gboolean
legato_database_create_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return legato_database_fail_for_errno (path, errno, error);
  close (fd);
  return TRUE;
}

/**
 * legato_database_move_unless_there:
 *
 * Gives the file @from the name @to. A file that has that name already stays; then @from does too.
 *
 * Returns: %TRUE if there is a file at @to now; %FALSE with @error set
 */
gboolean
legato_database_move_unless_there (const char *from, const char *to, GError **error)
{
  if (link (from, to) == 0)
    {
      g_unlink (from);
      return TRUE;
    }
  if (errno == EEXIST)
    return TRUE;
  /* Some file systems have no second names. */
  return (!g_file_test (to, G_FILE_TEST_EXISTS) && g_rename (from, to) == 0)
         || legato_database_fail_for_errno (to, errno, error);
}

/** Takes from others the permission to read or write a journal of this user, and its log. */
void
legato_database_keep_private (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      GStatBuf info;

      if (g_stat (name, &info) == 0 && info.st_uid == geteuid () && (info.st_mode & 0077) != 0)
        g_chmod (name, info.st_mode & 0700);
    }
}
