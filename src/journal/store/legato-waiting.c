/* legato-waiting.c
 *
 * Each waits in a file of its own, named after its UUID, in a folder beside the journal, or, where
 * nothing may be written there, in the user's folder for the time until the next log-out. So what a
 * person said outlives this program, and is in the journal at most once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "legato-store-merge.h"
#include "legato-store-private.h"
#include "legato-waiting.h"

#define SUFFIX ".json"

/* Where entries of the journal may wait; ends with %NULL. */
static GStrv
get_folders (const char *journal)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, journal, -1);
  g_autofree char *name = g_strdup_printf ("legato-waiting-%.16s", sum);
  GStrv folders = g_new0 (char *, 3);

  folders[0] = g_strconcat (journal, "-waiting", NULL);
  folders[1] = g_build_filename (g_get_user_runtime_dir (), name, NULL);
  return folders;
}

/**
 * legato_waiting_keep:
 *
 * Writes an entry down until the journal can take it; one of the same UUID is replaced. What is
 * said now counts more than what the journal may hold of it.
 *
 * Returns: whether it is on the disk
 */
gboolean
legato_waiting_keep (const char *journal, const LegatoEntry *entry, GError **error)
{
  g_auto (GStrv) folders = get_folders (journal);
  g_autoptr (LegatoEntry) said = legato_entry_copy (entry);
  g_autofree char *name = g_strconcat (entry->uuid, SUFFIX, NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) trouble = NULL;

  g_date_time_unref (said->edited_at);
  said->edited_at = g_date_time_new_now_utc ();
  json = legato_entry_to_json (said);

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      g_clear_error (&trouble);
      g_mkdir_with_parents (folders[i], 0700);
      if (g_file_set_contents_full (path, json, -1,
                                    G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                    0600, &trouble))
        return TRUE;
    }
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED, "%s", trouble->message);
  return FALSE;
}

/** Removes what waits of the entry with @uuid. Returns: whether anything did */
gboolean
legato_waiting_forget (const char *journal, const char *uuid)
{
  g_auto (GStrv) folders = get_folders (journal);
  g_autofree char *name = g_strconcat (uuid, SUFFIX, NULL);
  gboolean waited = FALSE;

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      waited = g_unlink (path) == 0 || waited;
      g_rmdir (folders[i]);
    }
  return waited;
}

/* In a folder that is not there, or is not ours to read, nothing waits. */
static GPtrArray *
list (const char *journal)
{
  g_auto (GStrv) folders = get_folders (journal);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folders[i], 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          if (g_str_has_suffix (name, SUFFIX))
            g_ptr_array_add (paths, g_build_filename (folders[i], name, NULL));
        }
    }
  return paths;
}

/** Returns: how many entries wait for the journal at that path */
guint
legato_waiting_count (const char *journal)
{
  g_autoptr (GPtrArray) paths = list (journal);

  return paths->len;
}

static gboolean
take_in (LegatoStore *store, const char *path, gboolean *taken, GError **error)
{
  g_autofree char *json = NULL;
  gsize length;
  g_autoptr (GError) trouble = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();
  LegatoMergeResult result = { 0 };

  if (g_file_get_contents (path, &json, &length, &trouble))
    entry = legato_entry_from_json (json, (gssize) length, &trouble);
  if (entry == NULL)
    {
      /* It stays where it is: perhaps somebody can read it. */
      g_message ("%s: %s", path, trouble->message);
      return TRUE;
    }
  g_ptr_array_add (versions, entry);
  if (!legato_store_begin (store, error))
    return FALSE;
  if (!legato_store_finish (store, legato_store_merge_versions (store, versions, &result, &trouble),
                            &trouble))
    {
      if (g_error_matches (trouble, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID))
        {
          g_message ("%s: %s", path, trouble->message);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  *taken = TRUE;
  g_unlink (path);
  return TRUE;
}

/**
 * legato_waiting_take_in:
 * @n_taken: (out): how many
 *
 * Puts what waits into the journal.
 */
gboolean
legato_waiting_take_in (LegatoStore *store, guint *n_taken, GError **error)
{
  g_autoptr (GPtrArray) paths = list (store->path);
  g_auto (GStrv) folders = NULL;

  *n_taken = 0;
  for (guint i = 0; i < paths->len; i++)
    {
      gboolean taken = FALSE;

      if (!take_in (store, g_ptr_array_index (paths, i), &taken, error))
        return FALSE;
      *n_taken += taken;
    }
  if (paths->len == 0)
    return TRUE;
  folders = get_folders (store->path);
  for (gsize i = 0; folders[i] != NULL; i++)
    g_rmdir (folders[i]);
  return TRUE;
}
