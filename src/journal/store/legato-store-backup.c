/* legato-store-backup.c: whether a journal is sound, and copies of it
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

  ok = legato_store_mend_counts (self, error)
       && legato_database_copy (self->db, temporary, NULL, error)
       && legato_database_check_file (temporary, NULL, error)
       && legato_file_sync (temporary, error);
  if (ok && g_rename (temporary, dest) != 0)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("“%s” could not be written: %s"), dest, g_strerror (errno));
      ok = FALSE;
    }
  if (!ok)
    g_unlink (temporary);
  return ok && legato_file_sync (folder, error);
}
