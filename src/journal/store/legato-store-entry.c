/* legato-store-entry.c: entries to rows and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-store-private.h"

gboolean
legato_store_write_entry (LegatoStore *self,
                          LegatoStatement statement,
                          const LegatoEntry *entry,
                          GError **error)
{
  GDate day;
  char day_text[LEGATO_DAY_SIZE];

  legato_entry_get_day (entry, &day);
  legato_store_format_day (g_date_get_julian (&day), day_text);
  return legato_store_run (
      self,
      legato_store_prepare (
          self, statement, error, "ttiitiitttiiit", entry->uuid,
          legato_entry_kind_to_id (entry->kind), legato_store_time_to_us (entry->at),
          (gint64) (g_date_time_get_utc_offset (entry->at) / G_USEC_PER_SEC), day_text,
          legato_store_time_to_us (entry->recorded_at), (gint64) entry->late, entry->routine,
          entry->zone, legato_leg_to_id (entry->leg), (gint64) entry->planned_s,
          (gint64) entry->done_s, (gint64) entry->completed, entry->note),
      error);
}

gboolean
legato_store_write_children (LegatoStore *self, gint64 id, const LegatoEntry *entry, GError **error)
{
  for (gint64 i = 0; entry->reasons[i] != NULL; i++)
    {
      if (!legato_store_run (self,
                             legato_store_prepare (self, LEGATO_SQL_INSERT_REASON, error, "iit", id,
                                                   i, entry->reasons[i]),
                             error))
        return FALSE;
    }
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      if (!legato_store_run (
              self,
              legato_store_prepare (self, LEGATO_SQL_INSERT_STEP, error, "iiitttii", id, (gint64) i,
                                    (gint64) step->index, legato_leg_to_id (step->leg),
                                    step->technique, legato_pressure_to_id (step->pressure),
                                    (gint64) step->planned_ms, (gint64) step->done_ms),
              error))
        return FALSE;
      for (gint64 j = 0; step->zones[j] != NULL; j++)
        {
          if (!legato_store_run (self,
                                 legato_store_prepare (self, LEGATO_SQL_INSERT_STEP_ZONE, error,
                                                       "iiit", id, (gint64) i, j, step->zones[j]),
                                 error))
            return FALSE;
        }
    }
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      if (!legato_store_run (
              self,
              legato_store_prepare (self, LEGATO_SQL_INSERT_RATING, error, "iitttii", id,
                                    (gint64) i, rating->zone, legato_leg_to_id (rating->leg),
                                    legato_moment_to_id (rating->moment), (gint64) rating->value,
                                    (gint64) rating->anchors),
              error))
        return FALSE;
    }
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);

      if (!legato_store_run (self,
                             legato_store_prepare (self, LEGATO_SQL_INSERT_FEELING, error, "iitti",
                                                   id, (gint64) i, feeling->id,
                                                   legato_leg_to_id (feeling->leg),
                                                   (gint64) feeling->value),
                             error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_reasons (LegatoStore *self, gint64 id, LegatoEntry *entry, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_REASONS, error, "i", id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    g_strv_builder_add (builder, legato_cursor_get_text (cursor, 0));
  g_strfreev (entry->reasons);
  entry->reasons = g_strv_builder_end (builder);
  return !failed;
}

static GStrv
read_step_zones (LegatoStore *self, gint64 id, gint64 step, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_STEP_ZONES, error, "ii", id, step);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean failed = FALSE;

  if (cursor == NULL)
    return NULL;
  while (legato_store_next_row (self, cursor, &failed, error))
    g_strv_builder_add (builder, legato_cursor_get_text (cursor, 0));
  return failed ? NULL : g_strv_builder_end (builder);
}

static gboolean
read_steps (LegatoStore *self, gint64 id, LegatoEntry *entry, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_STEPS, error, "i", id);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      g_auto (GStrv) zones = read_step_zones (self, id, sqlite3_column_int64 (cursor, 0), error);
      LegatoLeg leg = LEGATO_LEG_BOTH;
      LegatoPressure pressure = LEGATO_PRESSURE_LIGHT;

      if (zones == NULL)
        return FALSE;
      legato_leg_from_id (legato_cursor_get_text (cursor, 2), &leg);
      legato_pressure_from_id (legato_cursor_get_text (cursor, 4), &pressure);
      legato_entry_add_step (entry, legato_cursor_get_uint (cursor, 1), leg,
                             legato_cursor_get_text (cursor, 3), (const char *const *) zones,
                             pressure, legato_cursor_get_uint (cursor, 5),
                             legato_cursor_get_uint (cursor, 6));
    }
  return !failed;
}

static gboolean
read_ratings (LegatoStore *self, gint64 id, LegatoEntry *entry, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_RATINGS, error, "i", id);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      LegatoRating *rating;
      LegatoLeg leg = LEGATO_LEG_LEFT;
      LegatoMoment moment = LEGATO_MOMENT_CHECK_IN;

      legato_leg_from_id (legato_cursor_get_text (cursor, 1), &leg);
      legato_moment_from_id (legato_cursor_get_text (cursor, 2), &moment);
      legato_entry_add_rating (entry, legato_cursor_get_text (cursor, 0), leg, moment,
                               legato_cursor_get_uint (cursor, 3));
      rating = g_ptr_array_index (entry->ratings, entry->ratings->len - 1);
      rating->anchors = legato_cursor_get_uint (cursor, 4);
    }
  return !failed;
}

static gboolean
read_feelings (LegatoStore *self, gint64 id, LegatoEntry *entry, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_FEELINGS, error, "i", id);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      LegatoLeg leg = LEGATO_LEG_BOTH;

      legato_leg_from_id (legato_cursor_get_text (cursor, 1), &leg);
      legato_entry_add_feeling (entry, legato_cursor_get_text (cursor, 0), leg,
                                legato_cursor_get_uint (cursor, 2));
    }
  return !failed;
}

/* Reads the entry in the row of @cursor (ENTRY_COLUMNS) and all that hangs on it. */
LegatoEntry *
legato_store_read_entry (LegatoStore *self, LegatoCursor *cursor, GError **error)
{
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  gint64 id = sqlite3_column_int64 (cursor, 0);
  LegatoEntryKind kind = LEGATO_ENTRY_SESSION;

  legato_entry_kind_from_id (legato_cursor_get_text (cursor, 2), &kind);
  at = legato_store_time_from_us (sqlite3_column_int64 (cursor, 3), sqlite3_column_int (cursor, 4));
  entry = legato_entry_new (kind, at);
  g_free (entry->uuid);
  entry->uuid = g_strdup (legato_cursor_get_text (cursor, 1));
  g_date_time_unref (entry->recorded_at);
  entry->recorded_at = legato_store_time_from_us (sqlite3_column_int64 (cursor, 5), 0);
  entry->late = sqlite3_column_int (cursor, 6);
  entry->routine = g_strdup (legato_cursor_get_text (cursor, 7));
  entry->zone = g_strdup (legato_cursor_get_text (cursor, 8));
  legato_leg_from_id (legato_cursor_get_text (cursor, 9), &entry->leg);
  entry->planned_s = legato_cursor_get_uint (cursor, 10);
  entry->done_s = legato_cursor_get_uint (cursor, 11);
  entry->completed = sqlite3_column_int (cursor, 12);
  g_free (entry->note);
  entry->note = g_strdup (legato_cursor_get_text (cursor, 13));

  if (!read_reasons (self, id, entry, error) || !read_steps (self, id, entry, error)
      || !read_ratings (self, id, entry, error) || !read_feelings (self, id, entry, error))
    return NULL;
  return g_steal_pointer (&entry);
}
