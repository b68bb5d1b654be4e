/* legato-store-edit.c: entries are added, corrected, deleted and brought back, all inside a
 * transaction that is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-store-private.h"
#include "legato-word-limit.h"
#include "legato-text-index.h"

static gboolean
fail_not_found (GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NOT_FOUND,
               _ ("This entry is no longer in your journal."));
  return FALSE;
}

/* The time for a change, in microseconds; a clock that was set back does not turn it. */
static gint64
get_now (LegatoStore *self)
{
  return MAX (g_get_real_time (), self->trusted_us);
}

/* Finds an entry, deleted or not; *@id is 0 and *@entry %NULL if it is not there. @entry: (out)
 * (transfer full) (optional) */
gboolean
legato_store_find (LegatoStore *self,
                   const char *uuid,
                   gint64 *id,
                   LegatoEntry **entry,
                   GError **error)
{
  g_autoptr (LegatoCursor) cursor = legato_store_prepare (
      self, entry != NULL ? LEGATO_SQL_SELECT_ENTRY : LEGATO_SQL_SELECT_ID, error, "t", uuid);
  gboolean failed = FALSE;

  *id = 0;
  if (entry != NULL)
    *entry = NULL;
  if (cursor == NULL)
    return FALSE;
  if (!legato_store_next_row (self, cursor, &failed, error))
    return !failed;
  *id = sqlite3_column_int64 (cursor, 0);
  if (entry != NULL)
    *entry = legato_store_read_entry (self, cursor, error);
  return entry == NULL || *entry != NULL;
}

static gboolean
index_words (LegatoStore *self, gint64 id, const LegatoEntry *entry, GError **error)
{
  g_autofree char *tags = g_strjoinv (" ", entry->tags);
  g_autofree char *text = g_strconcat (entry->note, " ", tags, NULL);
  g_autofree char *split = legato_text_index_split (text);

  if (entry->deleted_at != NULL || (*entry->note == '\0' && *tags == '\0'))
    return TRUE;
  return legato_store_run (self, LEGATO_SQL_INSERT_WORDS, error, "it", id, split);
}

static gboolean
forget_words (LegatoStore *self, gint64 id, GError **error)
{
  return legato_store_run (self, LEGATO_SQL_FORGET_WORDS, error, "i", id);
}

/* Adds @entry, whose UUID must be new, with all that belongs to it. */
static gboolean
insert_entry (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  gint64 id;

  if (!legato_store_write_entry (self, LEGATO_SQL_INSERT_ENTRY, entry, error))
    return FALSE;
  id = sqlite3_last_insert_rowid (self->db);
  return legato_store_write_children (self, id, entry, error)
         && index_words (self, id, entry, error);
}

/** Adds @entry, which may be one of many. */
gboolean
legato_store_insert_one_of_many (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  return insert_entry (self, entry, error) && legato_store_note_new (self, error);
}

/** Puts @entry in the place of the one in row @id, with all that belongs to it. */
gboolean
legato_store_replace_entry (LegatoStore *self, gint64 id, const LegatoEntry *entry, GError **error)
{
  if (!legato_store_count_new (self, error) || !forget_words (self, id, error)
      || !legato_store_write_entry (self, LEGATO_SQL_UPDATE_ENTRY, entry, error))
    return FALSE;
  for (LegatoStatement i = LEGATO_SQL_DELETE_REASONS; i <= LEGATO_SQL_DELETE_TAGS; i++)
    {
      if (!legato_store_run (self, i, error, "i", id))
        return FALSE;
    }
  return legato_store_write_children (self, id, entry, error)
         && index_words (self, id, entry, error);
}

/* Keeps @entry among the earlier versions. */
gboolean
legato_store_keep_version (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  g_autofree char *document = legato_entry_to_json (entry);

  return legato_store_run (self, LEGATO_SQL_INSERT_HISTORY, error, "tit", entry->uuid,
                           legato_time_to_us (entry->edited_at), document);
}

/* Removes for good what was said of an entry up to @up_to_us, and remembers that. */
gboolean
legato_store_remove_entry (LegatoStore *self, const char *uuid, gint64 up_to_us, GError **error)
{
  gint64 id;

  if (!legato_store_count_new (self, error) || !legato_store_find (self, uuid, &id, NULL, error))
    return FALSE;
  return (id == 0
          || (forget_words (self, id, error)
              && legato_store_run (self, LEGATO_SQL_DELETE_ENTRY, error, "i", id)))
         && legato_store_run (self, LEGATO_SQL_FORGET_HISTORY, error, "ti", uuid, up_to_us)
         && legato_store_run (self, LEGATO_SQL_INSERT_PURGED, error, "ti", uuid, up_to_us);
}

/* @old: (nullable): what is in the journal: what was allowed then stays allowed */
static gboolean
check_entry (const LegatoEntry *entry, const LegatoEntry *old, GError **error)
{
  gint64 at_us = legato_time_to_us (entry->at);
  gint64 recorded_us = legato_time_to_us (entry->recorded_at);

  if (at_us < 0 || recorded_us < 0 || at_us > LEGATO_TIME_MAX_US)
    {
      g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                           _ ("The date lies outside of what a journal can hold. Is the clock of "
                              "this computer right?"));
      return FALSE;
    }
  if ((old == NULL || !g_str_equal (old->note, entry->note))
      && g_utf8_strlen (entry->note, -1) > LEGATO_NOTE_MAX)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                   _ ("A note can be up to %d characters long."), LEGATO_NOTE_MAX);
      return FALSE;
    }
  for (gsize i = 0; entry->tags[i] != NULL; i++)
    if (g_utf8_strlen (entry->tags[i], -1) > LEGATO_WORD_MAX
        && (old == NULL || !g_strv_contains ((const char *const *) old->tags, entry->tags[i])))
      {
        g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                     _ ("A word can be up to %d characters long."), LEGATO_WORD_MAX);
        return FALSE;
      }
  return TRUE;
}

/** Adds @entry, whose UUID must be new, if it is one that a journal can hold. */
gboolean
legato_store_add_entry (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  return check_entry (entry, NULL, error) && insert_entry (self, entry, error);
}

/* Changes an entry, in the transaction that is open. The version before is kept if anything that
 * was said is no longer said. @read: (nullable): as for legato_store_put() */
gboolean
legato_store_edit_entry (LegatoStore *self,
                         const LegatoEntry *entry,
                         const LegatoEntry *read,
                         GError **error)
{
  g_autoptr (LegatoEntry) old = NULL;
  g_autoptr (LegatoEntry) edited = NULL;
  gint64 id, now;

  if (!legato_store_find (self, entry->uuid, &id, &old, error))
    return FALSE;
  if (id == 0 || old->deleted_at != NULL)
    return fail_not_found (error);
  edited = read != NULL ? legato_entry_rebase (entry, read, old) : legato_entry_copy (entry);
  if (!check_entry (edited, old, error))
    return FALSE;
  if (!old->unguided && !legato_entry_measured_equal (edited, old))
    {
      g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                           _ ("What Legato itself measured cannot be changed."));
      return FALSE;
    }

  now = MAX (get_now (self), legato_time_to_us (old->edited_at) + 1);
  g_date_time_unref (edited->edited_at);
  edited->edited_at = legato_time_from_us (now, 0);
  g_clear_pointer (&edited->deleted_at, g_date_time_unref);
  return (legato_entry_keeps_all_of (edited, old) || legato_store_keep_version (self, old, error))
         && legato_store_replace_entry (self, id, edited, error);
}

/** Adds @entry, or changes the one with the same UUID. @read: (nullable): as for legato_store_put()
 */
gboolean
legato_store_put_entry (LegatoStore *self,
                        const LegatoEntry *entry,
                        const LegatoEntry *read,
                        GError **error)
{
  gint64 id = 0;

  return legato_store_find (self, entry->uuid, &id, NULL, error)
         && (id != 0 ? legato_store_edit_entry (self, entry, read, error)
                     : legato_store_add_entry (self, entry, error));
}

/** Puts an entry into the bin, or brings it back. */
gboolean
legato_store_set_deleted (LegatoStore *self, const char *uuid, gboolean deleted, GError **error)
{
  g_autoptr (LegatoEntry) entry = NULL;
  gint64 now = get_now (self);
  gint64 id;

  if (!legato_store_find (self, uuid, &id, &entry, error))
    return FALSE;
  if (id == 0 || (entry->deleted_at != NULL) == deleted)
    return fail_not_found (error);
  g_clear_pointer (&entry->deleted_at, g_date_time_unref);
  return (!deleted || forget_words (self, id, error))
         && legato_store_run (self, LEGATO_SQL_SET_DELETED, error, "iii", id,
                              deleted ? now : (gint64) -1, now)
         && (deleted || index_words (self, id, entry, error));
}
