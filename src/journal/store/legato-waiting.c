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

#include "legato-entry-json.h"
#include "legato-store-merge.h"
#include "legato-store-private.h"
#include "legato-waiting.h"

#define SUFFIX ".json"

/* Beside the members of an entry: the same entry before it was changed. */
#define READ "read"

/** Returns: (transfer full): where what is for the journal may wait; ends with %NULL */
GStrv
legato_waiting_get_folders (const char *journal)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, journal, -1);
  g_autofree char *name = g_strdup_printf ("legato-waiting-%.16s", sum);
  GStrv folders = g_new0 (char *, 3);

  folders[0] = g_strconcat (journal, "-waiting", NULL);
  folders[1] = g_build_filename (g_get_user_runtime_dir (), name, NULL);
  return folders;
}

/** legato_waiting_write: writes the file @name into the first folder that takes it.
 *
 * Returns: whether it is on the disk
 */
gboolean
legato_waiting_write (const char *journal, const char *name, const char *text, GError **error)
{
  g_auto (GStrv) folders = legato_waiting_get_folders (journal);
  g_autoptr (GError) trouble = NULL;

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      g_clear_error (&trouble);
      g_mkdir_with_parents (folders[i], 0700); /* or else writing tells why there is none */
      if (g_file_set_contents_full (path, text, -1,
                                    G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                    0600, &trouble))
        return TRUE;
    }
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED, "%s", trouble->message);
  return FALSE;
}

/** legato_waiting_remove: removes the file @name wherever it waits. Returns: whether it did */
gboolean
legato_waiting_remove (const char *journal, const char *name)
{
  g_auto (GStrv) folders = legato_waiting_get_folders (journal);
  gboolean waited = FALSE;

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      waited = g_unlink (path) == 0 || waited;
      g_rmdir (folders[i]);
    }
  return waited;
}

/* Reads an entry that waits, and in @read, if anybody knew it, what was known of it before. */
static LegatoEntry *
load (const char *path, LegatoEntry **read, GError **error)
{
  g_autofree char *json = NULL;
  gsize length;
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *object = NULL;
  JsonNode *node = NULL;

  *read = NULL;
  if (!g_file_get_contents (path, &json, &length, error)
      || (parser = legato_json_parse (json, length, error)) == NULL)
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  node = json_object_get_member (object, READ);
  /* Without the version that was changed, all of the entry counts as changed. */
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    *read = legato_entry_from_object (json_node_get_object (node), NULL);
  return legato_entry_from_object (object, error);
}

/* @read: (nullable) */
static char *
to_json (const LegatoEntry *entry, const LegatoEntry *read)
{
  GString *json = g_string_new (NULL);

  legato_entry_append_json (entry, json);
  if (read != NULL)
    {
      g_string_truncate (json, json->len - 1);
      g_string_append (json, ",\"" READ "\":");
      legato_entry_append_json (read, json);
      g_string_append_c (json, '}');
    }
  return g_string_free (json, FALSE);
}

/* If the same entry waits in one of @folders, only what was changed in it is changed there. */
static void
rebase (GStrv folders, const char *name, LegatoEntry **entry, LegatoEntry **read)
{
  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);
      g_autoptr (LegatoEntry) read_first = NULL;
      /* In most folders there is none; one that cannot be read is told when it is taken in. */
      g_autoptr (LegatoEntry) present = load (path, &read_first, NULL);
      LegatoEntry *rebased = NULL;

      if (present == NULL)
        continue;
      rebased = legato_entry_rebase (*entry, *read, present);
      legato_entry_unref (*entry);
      *entry = rebased;
      legato_entry_unref (*read);
      *read = g_steal_pointer (&read_first);
      return;
    }
}

/**
 * legato_waiting_keep:
 * @read: (nullable): the entry before it was changed; what is said of it elsewhere stays
 *
 * Writes an entry down until the journal can take it; without @read, one of the same UUID is
 * replaced. What is said now counts more than what the journal may hold of it.
 *
 * Returns: whether it is on the disk
 */
gboolean
legato_waiting_keep (const char *journal,
                     const LegatoEntry *entry,
                     const LegatoEntry *read,
                     GError **error)
{
  g_auto (GStrv) folders = legato_waiting_get_folders (journal);
  g_autoptr (LegatoEntry) said = legato_entry_copy (entry);
  g_autoptr (LegatoEntry) known = read != NULL ? legato_entry_copy (read) : NULL;
  g_autofree char *name = g_strconcat (entry->uuid, SUFFIX, NULL);
  g_autofree char *json = NULL;

  if (known != NULL)
    rebase (folders, name, &said, &known);
  g_date_time_unref (said->edited_at);
  said->edited_at = g_date_time_new_now_utc ();
  json = to_json (said, known);
  return legato_waiting_write (journal, name, json, error);
}

/** Removes what waits of the entry with @uuid. Returns: whether anything did */
gboolean
legato_waiting_forget (const char *journal, const char *uuid)
{
  g_autofree char *name = g_strconcat (uuid, SUFFIX, NULL);

  return legato_waiting_remove (journal, name);
}

/* In a folder that is not there, or is not ours to read, nothing waits. */
static GPtrArray *
list (const char *journal)
{
  g_auto (GStrv) folders = legato_waiting_get_folders (journal);
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

/* What the journal holds is changed as @entry was; in one that does not know it, it is added. */
static gboolean
merge (LegatoStore *store, const LegatoEntry *entry, const LegatoEntry *read, GError **error)
{
  g_autoptr (LegatoEntry) present = NULL;
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();
  LegatoMergeResult result = { 0 };
  gint64 id;

  if (!legato_store_find (store, entry->uuid, &id, &present, error))
    return FALSE;
  if (read != NULL && present != NULL && present->deleted_at == NULL)
    return legato_store_edit_entry (store, entry, read, error);
  g_ptr_array_add (versions, (gpointer) entry);
  return legato_store_merge_versions (store, versions, &result, error);
}

/* That it cannot be read is no damage of the journal, whatever its error says. */
static void
say_why_left (GError **left, const char *path, const char *why)
{
  g_set_error (left, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED, "%s: %s", path, why);
}

/* @left: (out) (optional): why it stays there, though the journal can be written */
static gboolean
take_in (LegatoStore *store, const char *path, gboolean *taken, GError **left, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (LegatoEntry) read = NULL;
  g_autoptr (LegatoEntry) entry = load (path, &read, &trouble);

  if (entry == NULL)
    {
      /* Perhaps somebody can read it. */
      say_why_left (left, path, trouble->message);
      return TRUE;
    }
  if (!legato_store_begin (store, error))
    return FALSE;
  if (!legato_store_finish (store, merge (store, entry, read, &trouble), &trouble))
    {
      if (g_error_matches (trouble, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID))
        {
          say_why_left (left, path, trouble->message);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  *taken = TRUE;
  /* Taken in once more at the next start, it is the same entry. */
  if (g_unlink (path) < 0)
    say_why_left (left, path, g_strerror (errno));
  return TRUE;
}

/**
 * legato_waiting_take_in:
 * @n_taken: (out): how many
 * @left: (out) (optional): why the first of those that go on waiting does, though the journal can
 * be written; they keep none of the others from going into it
 *
 * Puts what waits into the journal.
 */
gboolean
legato_waiting_take_in (LegatoStore *store, guint *n_taken, GError **left, GError **error)
{
  g_autoptr (GPtrArray) paths = list (store->path);
  g_auto (GStrv) folders = NULL;

  *n_taken = 0;
  for (guint i = 0; i < paths->len; i++)
    {
      gboolean first = left != NULL && *left == NULL;
      gboolean taken = FALSE;

      if (!take_in (store, g_ptr_array_index (paths, i), &taken, first ? left : NULL, error))
        return FALSE;
      *n_taken += taken;
    }
  if (paths->len == 0)
    return TRUE;
  folders = legato_waiting_get_folders (store->path);
  for (gsize i = 0; folders[i] != NULL; i++)
    g_rmdir (folders[i]);
  return TRUE;
}
