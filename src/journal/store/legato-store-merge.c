/* legato-store-merge.c
 *
 * Of every entry a journal holds a set of versions, the latest of which is shown, and perhaps up to
 * when it was thrown away for good. To bring two journals together is to unite the sets, to take
 * the later of the two times, and to leave out what is not later than it. So it does not matter who
 * is brought to whom, in which order, or how often. Versions are ordered by when they were made,
 * and two that were made at the same time by their text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-store-merge.h"
#include "legato-store-private.h"

static int
compare_versions (const LegatoEntry *a, const LegatoEntry *b)
{
  int order = g_date_time_compare (a->edited_at, b->edited_at);
  g_autofree char *a_text = order == 0 ? legato_entry_to_json (a) : NULL;
  g_autofree char *b_text = order == 0 ? legato_entry_to_json (b) : NULL;

  return order != 0 ? order : strcmp (a_text, b_text);
}

static gboolean
keep (LegatoStore *self, const LegatoEntry *version, gboolean *changed, GError **error)
{
  if (!legato_store_keep_version (self, version, error))
    return FALSE;
  *changed = *changed || sqlite3_changes (self->db) > 0;
  return TRUE;
}

/**
 * legato_store_merge_versions:
 * @versions: (element-type LegatoEntry): of one entry, in any order
 * @result: (inout): counted on
 *
 * Brings versions of an entry into the journal, in the transaction that is open.
 */
gboolean
legato_store_merge_versions (LegatoStore *self,
                             GPtrArray *versions,
                             LegatoMergeResult *result,
                             GError **error)
{
  const LegatoEntry *latest = NULL;
  g_autoptr (LegatoEntry) present = NULL;
  gboolean changed = FALSE;
  const char *uuid = ((const LegatoEntry *) g_ptr_array_index (versions, 0))->uuid;
  gint64 purged_us = -1, id;

  result->n_seen++;
  if (!legato_store_get_int (self, LEGATO_SQL_SELECT_PURGED, uuid, &purged_us, error)
      || !legato_store_find (self, uuid, &id, &present, error))
    return FALSE;
  latest = present;
  for (guint i = 0; i < versions->len; i++)
    {
      const LegatoEntry *version = g_ptr_array_index (versions, i);

      if (legato_time_to_us (version->edited_at) > purged_us
          && (latest == NULL || compare_versions (version, latest) > 0))
        latest = version;
    }

  for (guint i = 0; i < versions->len; i++)
    {
      const LegatoEntry *version = g_ptr_array_index (versions, i);

      if (version != latest && legato_time_to_us (version->edited_at) > purged_us
          && compare_versions (version, latest) != 0 && !keep (self, version, &changed, error))
        return FALSE;
    }
  if (latest == present)
    {
      result->n_changed += changed;
      return TRUE;
    }
  if (present == NULL)
    {
      result->n_added++;
      return legato_store_insert_one_of_many (self, latest, error);
    }
  result->n_changed++;
  return legato_store_keep_version (self, present, error)
         && legato_store_replace_entry (self, id, latest, error);
}

/**
 * legato_store_merge_purged:
 * @edited_us: what was said of the entry until then is gone for good
 * @result: (inout): counted on
 */
gboolean
legato_store_merge_purged (LegatoStore *self,
                           const char *uuid,
                           gint64 edited_us,
                           LegatoMergeResult *result,
                           GError **error)
{
  g_autoptr (LegatoEntry) present = NULL;
  gint64 id;

  if (!legato_store_find (self, uuid, &id, &present, error))
    return FALSE;
  if (present != NULL && legato_time_to_us (present->edited_at) <= edited_us)
    {
      result->n_removed++;
      return legato_store_remove_entry (self, uuid, edited_us, error);
    }
  return legato_store_run (self, LEGATO_SQL_FORGET_HISTORY, error, "ti", uuid, edited_us)
         && legato_store_run (self, LEGATO_SQL_INSERT_PURGED, error, "ti", uuid, edited_us);
}
