/* legato-file-state.c
 *
 * Beside the journal lies a small file that says what the journal's looked like when Legato wrote
 * to it last. If it looks otherwise, somebody else was there: a copy put in its place, a file
 * system that broke; or Legato was cut off. Then the journal is looked through before it is
 * trusted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "legato-database-file.h"
#include "legato-file-state.h"

/** Returns: whether there is a file at @path, then described in @self but for when it was checked
 */
gboolean
legato_file_state_read (LegatoFileState *self, const char *path)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return FALSE;
  self->device = info.st_dev;
  self->inode = info.st_ino;
  self->size = info.st_size;
  self->mtime_ns = info.st_mtim.tv_sec * (gint64) 1000000000 + info.st_mtim.tv_nsec;
  return TRUE;
}

/** As legato_file_state_read(), of a file beside which there is no log with anything in it; such a
 * log lies beside the file itself, where @path is a link. */
gboolean
legato_file_state_read_left (LegatoFileState *self, const char *path)
{
  char *file = realpath (path, NULL);
  gboolean is_left = file != NULL && legato_file_state_read (self, file)
                     && !legato_file_has_content (file, "-wal");

  free (file);
  return is_left;
}

static char *
get_name (const char *path)
{
  return g_strconcat (path, "-state", NULL);
}

/** Returns: whether it is known how the journal at @path was left, then given in @self */
gboolean
legato_file_state_load (LegatoFileState *self, const char *path)
{
  g_autofree char *name = get_name (path);
  g_autofree char *text = NULL;

  return g_file_get_contents (name, &text, NULL, NULL)
         && sscanf (text,
                    "legato %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT
                    " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                    &self->device, &self->inode, &self->size, &self->mtime_ns, &self->checked_us)
                == 5;
}

/** Writes down how the journal at @path was left. If that cannot be, it is looked through again. */
void
legato_file_state_save (const LegatoFileState *self, const char *path)
{
  g_autofree char *name = get_name (path);
  g_autofree char *text =
      g_strdup_printf ("legato %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT
                       " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                       self->device, self->inode, self->size, self->mtime_ns, self->checked_us);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (name, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("%s", error->message);
}

/** Returns: whether the file is the same and has not been written to */
gboolean
legato_file_state_equal (const LegatoFileState *self, const LegatoFileState *other)
{
  return self->device == other->device && self->inode == other->inode && self->size == other->size
         && self->mtime_ns == other->mtime_ns;
}

/** Returns: whether there is a file with that name that is not empty */
gboolean
legato_file_has_content (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 && info.st_size > 0;
}

/** Returns: (transfer full): a name beside @path that nobody has, which tells the time and @why */
char *
legato_file_name_aside (const char *path, const char *why)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  char *name = g_strdup_printf ("%s.%s-%s", path, why, stamp);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.%s-%s-%u", path, why, stamp, i);
    }
  return name;
}

/**
 * legato_file_move_aside:
 * @aside: the new name, see legato_file_name_aside()
 * @log_only: leave the journal itself where it is
 *
 * Gives a journal that nobody has open another name, with the log that belongs to it.
 *
 * Returns: %FALSE with errno set; then the journal itself is where it was
 */
gboolean
legato_file_move_aside (const char *path, const char *aside, gboolean log_only)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal", "-state", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);
      gboolean is_main = *suffixes[i] == '\0';

      if (is_main && log_only)
        continue;
      if (g_rename (from, to) != 0 && (is_main || errno != ENOENT))
        return FALSE;
    }
  return TRUE;
}

/** Waits until a file or a folder is on the disk. */
gboolean
legato_file_sync (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  return ok || legato_database_fail_to_write (path, g_strerror (saved_errno), error);
}
