/* legato-store-bin.c: what was deleted, until it is gone for good
 *
 * A clock that is wrong must not empty the bin. So the journal remembers what the clock said when
 * it was opened, and believes a time only when, a day later by the same clock, it has not been set
 * back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-store-private.h"

#define DAY_US ((gint64) 86400 * G_USEC_PER_SEC)

/* How long a deleted entry can be brought back. */
#define KEEP_DELETED_DAYS 30

/**
 * legato_store_list_deleted:
 *
 * Returns: (transfer full) (element-type LegatoEntry): what is in the bin, the last deleted first
 */
GPtrArray *
legato_store_list_deleted (LegatoStore *self, GError **error)
{
  return legato_store_read_entries (
      self, legato_store_prepare (self, LEGATO_SQL_SELECT_DELETED, error, ""), error);
}

static gboolean
list_old (LegatoStore *self, gint64 before_us, GStrv *uuids, GArray *edited, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_OLD_BIN, error, "i", before_us);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      gint64 edited_us = sqlite3_column_int64 (cursor, 1);

      g_autofree char *uuid = legato_cursor_dup_text (cursor, 0);

      g_strv_builder_add (builder, uuid != NULL ? uuid : "");
      g_array_append_val (edited, edited_us);
    }
  *uuids = g_strv_builder_end (builder);
  return !failed;
}

/** Removes for good what was deleted before @before_us, also from the unused parts of the index. */
gboolean
legato_store_purge (LegatoStore *self, gint64 before_us, GError **error)
{
  g_auto (GStrv) uuids = NULL;
  g_autoptr (GArray) edited = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!list_old (self, before_us, &uuids, edited, error))
    return FALSE;
  for (guint i = 0; i < edited->len; i++)
    {
      if (!legato_store_remove_entry (self, uuids[i], g_array_index (edited, gint64, i), error))
        return FALSE;
    }
  return edited->len == 0
         || legato_database_exec (self->db, "INSERT INTO words (words) VALUES ('optimize')", error);
}

static gboolean
read_clock (LegatoStore *self, gint64 *seen_us, GError **error)
{
  g_autoptr (LegatoCursor) cursor = legato_store_prepare (self, LEGATO_SQL_SELECT_CLOCK, error, "");
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  if (legato_store_next_row (self, cursor, &failed, error))
    {
      *seen_us = sqlite3_column_int64 (cursor, 0);
      self->trusted_us = sqlite3_column_int64 (cursor, 1);
    }
  return !failed;
}

/* Notes what the clock says, and empties the bin of what is there for too long. */
static gboolean
set_clock (LegatoStore *self, gint64 now, gint64 trusted, GError **error)
{
  return legato_database_exec (self->db, "BEGIN IMMEDIATE", error)
         && legato_store_finish (
             self,
             legato_store_run (self, LEGATO_SQL_SET_CLOCK, error, "ii", now, trusted)
                 && legato_store_purge (self, trusted - KEEP_DELETED_DAYS * DAY_US, error),
             error);
}

/** Once for each time that the file is opened, and at most once a day, notes what the clock says
 * and empties the bin. To open a large journal takes no longer for it: while that is looked
 * through, the bin is left until something is written. */
gboolean
legato_store_look_at_clock (LegatoStore *self, GError **error)
{
  gint64 now = g_get_real_time ();
  gint64 seen = 0;
  gint64 trusted;

  if (self->is_clock_seen)
    return TRUE;
  if (!read_clock (self, &seen, error))
    return FALSE;
  if (self->check != NULL)
    return TRUE;
  if (now < seen || now >= seen + DAY_US)
    {
      trusted = now < seen ? MIN (self->trusted_us, now) : seen;
      if (!set_clock (self, now, trusted, error))
        return FALSE;
      self->trusted_us = trusted;
    }
  self->is_clock_seen = TRUE;
  return TRUE;
}
