/* legato-store-entry.c: entries to rows and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-store-private.h"

/** Runs the @statement that inserts or updates the row of @entry, without what belongs to it. */
gboolean
legato_store_write_entry (LegatoStore *self,
                          LegatoStatement statement,
                          const LegatoEntry *entry,
                          GError **error)
{
  char day_text[LEGATO_DAY_SIZE];

  legato_store_format_day (legato_entry_get_day (entry), day_text);
  return legato_store_run (
      self, statement, error, "ttiitiitttiiittiii", entry->uuid,
      legato_entry_kind_to_id (entry->kind), legato_time_to_us (entry->at),
      (gint64) (g_date_time_get_utc_offset (entry->at) / G_USEC_PER_SEC), day_text,
      legato_time_to_us (entry->recorded_at), (gint64) entry->late, entry->routine, entry->zone,
      legato_leg_to_id (entry->leg), (gint64) entry->planned_s, (gint64) entry->done_s,
      (gint64) entry->completed, entry->note, entry->goal, (gint64) entry->unguided,
      legato_time_to_us (entry->edited_at),
      entry->deleted_at != NULL ? legato_time_to_us (entry->deleted_at) : (gint64) -1);
}

/** Inserts what belongs to @entry, which is in row @id: reasons, steps, ratings and so on. */
gboolean
legato_store_write_children (LegatoStore *self, gint64 id, const LegatoEntry *entry, GError **error)
{
  for (gint64 i = 0; entry->reasons[i] != NULL; i++)
    {
      if (!legato_store_run (self, LEGATO_SQL_INSERT_REASON, error, "iit", id, i,
                             entry->reasons[i]))
        return FALSE;
    }
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      if (!legato_store_run (self, LEGATO_SQL_INSERT_STEP, error, "iiitttii", id, (gint64) i,
                             (gint64) step->index, legato_leg_to_id (step->leg), step->technique,
                             legato_pressure_to_id (step->pressure), (gint64) step->planned_ms,
                             (gint64) step->done_ms))
        return FALSE;
      for (gint64 j = 0; step->zones[j] != NULL; j++)
        {
          if (!legato_store_run (self, LEGATO_SQL_INSERT_STEP_ZONE, error, "iiit", id, (gint64) i,
                                 j, step->zones[j]))
            return FALSE;
        }
    }
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      if (!legato_store_run (self, LEGATO_SQL_INSERT_RATING, error, "iitttiii", id, (gint64) i,
                             rating->zone, legato_leg_to_id (rating->leg),
                             legato_moment_to_id (rating->moment), (gint64) rating->value,
                             (gint64) rating->anchors, (gint64) rating->late))
        return FALSE;
    }
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);

      if (!legato_store_run (self, LEGATO_SQL_INSERT_FEELING, error, "iitti", id, (gint64) i,
                             feeling->id, legato_leg_to_id (feeling->leg), (gint64) feeling->value))
        return FALSE;
    }
  for (guint i = 0; i < entry->girths->len; i++)
    {
      const LegatoGirth *girth = g_ptr_array_index (entry->girths, i);

      if (!legato_store_run (self, LEGATO_SQL_INSERT_GIRTH, error, "iitti", id, (gint64) i,
                             legato_girth_place_to_id (girth->place), legato_leg_to_id (girth->leg),
                             (gint64) girth->mm))
        return FALSE;
    }
  for (guint i = 0; i < entry->follow_ups->len; i++)
    {
      const LegatoFollowUp *follow_up = g_ptr_array_index (entry->follow_ups, i);

      if (!legato_store_run (self, LEGATO_SQL_INSERT_FOLLOW_UP, error, "iitti", id, (gint64) i,
                             legato_moment_to_id (follow_up->moment),
                             legato_compared_to_id (follow_up->compared), (gint64) follow_up->late))
        return FALSE;
    }
  for (gint64 i = 0; entry->tags[i] != NULL; i++)
    {
      if (!legato_store_run (self, LEGATO_SQL_INSERT_TAG, error, "iit", id, i, entry->tags[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_word (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  g_autofree char *word = legato_cursor_dup_text (row, 0);

  g_strv_builder_add (data, word != NULL ? word : "");
  return TRUE;
}

/* Puts the first column of the rows that belong to the entry @id in the place of @words. */
static gboolean
read_words (LegatoStore *self, LegatoStatement statement, gint64 id, GStrv *words, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!legato_store_read_rows (self, read_word, builder, statement, error, "i", id))
    return FALSE;
  g_strfreev (*words);
  *words = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
not_as_it_should_be (LegatoStore *self, GError **error)
{
  return legato_store_fail_at_row (self, _ ("an entry is not as it should be"), error);
}

static gboolean
read_step (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoEntry *entry = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) zones = NULL;
  g_autofree char *technique = legato_cursor_dup_text (row, 3);
  LegatoLeg leg = LEGATO_LEG_BOTH;
  LegatoPressure pressure = LEGATO_PRESSURE_LIGHT;

  if (!legato_leg_from_id (legato_cursor_get_text (row, 2), &leg) || technique == NULL
      || !legato_pressure_from_id (legato_cursor_get_text (row, 4), &pressure))
    return not_as_it_should_be (self, error);
  if (!legato_store_read_rows (self, read_word, builder, LEGATO_SQL_SELECT_STEP_ZONES, error, "ii",
                               sqlite3_column_int64 (row, 7), sqlite3_column_int64 (row, 0)))
    return FALSE;
  zones = g_strv_builder_end (builder);
  legato_entry_add_step (entry, legato_cursor_get_uint (row, 1), leg, technique,
                         (const char *const *) zones, pressure, legato_cursor_get_uint (row, 5),
                         legato_cursor_get_uint (row, 6));
  return TRUE;
}

static gboolean
read_rating (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoEntry *entry = data;
  g_autofree char *zone = legato_cursor_dup_text (row, 0);
  LegatoRating *rating;
  LegatoLeg leg = LEGATO_LEG_LEFT;
  LegatoMoment moment = LEGATO_MOMENT_CHECK_IN;

  if (!legato_leg_from_id (legato_cursor_get_text (row, 1), &leg) || leg == LEGATO_LEG_BOTH
      || !legato_moment_from_id (legato_cursor_get_text (row, 2), &moment) || zone == NULL
      || !legato_cursor_is_within (row, 3, 0, LEGATO_RATING_MAX))
    return not_as_it_should_be (self, error);
  legato_entry_add_rating (entry, zone, leg, moment, legato_cursor_get_uint (row, 3));
  rating = g_ptr_array_index (entry->ratings, entry->ratings->len - 1);
  rating->anchors = legato_cursor_get_uint (row, 4);
  rating->late = sqlite3_column_int (row, 5) != 0;
  return TRUE;
}

static gboolean
read_feeling (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoEntry *entry = data;
  g_autofree char *feeling = legato_cursor_dup_text (row, 0);
  LegatoLeg leg = LEGATO_LEG_BOTH;

  if (!legato_leg_from_id (legato_cursor_get_text (row, 1), &leg) || feeling == NULL
      || !legato_cursor_is_within (row, 2, 0, LEGATO_RATING_MAX))
    return not_as_it_should_be (self, error);
  legato_entry_add_feeling (entry, feeling, leg, legato_cursor_get_uint (row, 2));
  return TRUE;
}

static gboolean
read_girth (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoEntry *entry = data;
  LegatoGirthPlace place = LEGATO_GIRTH_ANKLE;
  LegatoLeg leg = LEGATO_LEG_LEFT;

  if (!legato_girth_place_from_id (legato_cursor_get_text (row, 0), &place)
      || !legato_leg_from_id (legato_cursor_get_text (row, 1), &leg) || leg == LEGATO_LEG_BOTH
      || !legato_cursor_is_within (row, 2, LEGATO_GIRTH_MIN_MM, LEGATO_GIRTH_MAX_MM))
    return not_as_it_should_be (self, error);
  legato_entry_add_girth (entry, place, leg, legato_cursor_get_uint (row, 2));
  return TRUE;
}

static gboolean
read_follow_up (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoEntry *entry = data;
  LegatoMoment moment = LEGATO_MOMENT_NEXT_DAY;
  LegatoCompared compared = LEGATO_COMPARED_SAME;

  if (!legato_moment_from_id (legato_cursor_get_text (row, 0), &moment)
      || (moment != LEGATO_MOMENT_NEXT_DAY && moment != LEGATO_MOMENT_SECOND_DAY)
      || !legato_compared_from_id (legato_cursor_get_text (row, 1), &compared))
    return not_as_it_should_be (self, error);
  legato_entry_add_follow_up (entry, moment, compared, sqlite3_column_int (row, 2) != 0);
  return TRUE;
}

static gboolean
is_time (LegatoCursor *cursor, int column)
{
  return legato_cursor_is_within (cursor, column, 0, LEGATO_TIME_MAX_US);
}

/* Reads the entry in the row of @cursor (LEGATO_ENTRY_COLUMNS) and all that hangs on it. */
LegatoEntry *
legato_store_read_entry (LegatoStore *self, LegatoCursor *cursor, GError **error)
{
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  gint64 id = sqlite3_column_int64 (cursor, 0);
  LegatoEntryKind kind = LEGATO_ENTRY_SESSION;

  if (!legato_entry_kind_from_id (legato_cursor_get_text (cursor, 2), &kind) || !is_time (cursor, 3)
      || !legato_cursor_is_within (cursor, 4, -LEGATO_OFFSET_MAX_S, LEGATO_OFFSET_MAX_S)
      || !is_time (cursor, 5) || !is_time (cursor, 16) || !is_time (cursor, 17))
    {
      not_as_it_should_be (self, error);
      return NULL;
    }
  at = legato_time_from_us (sqlite3_column_int64 (cursor, 3), sqlite3_column_int (cursor, 4));
  entry = legato_entry_new_written (kind, at, legato_cursor_dup_text (cursor, 1),
                                    legato_time_from_us (sqlite3_column_int64 (cursor, 5), 0),
                                    legato_time_from_us (sqlite3_column_int64 (cursor, 16), 0));
  entry->late = sqlite3_column_int (cursor, 6) != 0;
  entry->routine = legato_cursor_dup_text (cursor, 7);
  entry->zone = legato_cursor_dup_text (cursor, 8);
  entry->planned_s = legato_cursor_get_uint (cursor, 10);
  entry->done_s = legato_cursor_get_uint (cursor, 11);
  entry->completed = sqlite3_column_int (cursor, 12) != 0;
  g_free (entry->note);
  entry->note = legato_cursor_dup_text (cursor, 13);
  entry->goal = legato_cursor_dup_text (cursor, 14);
  entry->unguided = sqlite3_column_int (cursor, 15) != 0;
  if (sqlite3_column_type (cursor, 17) != SQLITE_NULL)
    entry->deleted_at = legato_time_from_us (sqlite3_column_int64 (cursor, 17), 0);
  if (entry->uuid == NULL || entry->note == NULL
      || !legato_leg_from_id (legato_cursor_get_text (cursor, 9), &entry->leg))
    {
      not_as_it_should_be (self, error);
      return NULL;
    }

  if (!read_words (self, LEGATO_SQL_SELECT_REASONS, id, &entry->reasons, error)
      || !read_words (self, LEGATO_SQL_SELECT_TAGS, id, &entry->tags, error)
      || !legato_store_read_rows (self, read_step, entry, LEGATO_SQL_SELECT_STEPS, error, "i", id)
      || !legato_store_read_rows (self, read_rating, entry, LEGATO_SQL_SELECT_RATINGS, error, "i",
                                  id)
      || !legato_store_read_rows (self, read_feeling, entry, LEGATO_SQL_SELECT_FEELINGS, error, "i",
                                  id)
      || !legato_store_read_rows (self, read_girth, entry, LEGATO_SQL_SELECT_GIRTHS, error, "i", id)
      || !legato_store_read_rows (self, read_follow_up, entry, LEGATO_SQL_SELECT_FOLLOW_UPS, error,
                                  "i", id))
    return NULL;
  return g_steal_pointer (&entry);
}

/* Reads all entries that @prepared (nullable: @error is set then) gives. */
GPtrArray *
legato_store_read_entries (LegatoStore *self, LegatoCursor *prepared, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepared;
  g_autoptr (GPtrArray) entries = NULL;
  gboolean failed = FALSE;

  if (cursor == NULL)
    return NULL;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      LegatoEntry *entry = legato_store_read_entry (self, cursor, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return failed ? NULL : g_steal_pointer (&entries);
}
