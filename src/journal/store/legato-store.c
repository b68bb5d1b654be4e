/* legato-store.c
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

#include "legato-database.h"
#include "legato-store.h"

/* How long a deleted entry can be brought back. */
#define KEEP_DELETED_DAYS 30

/* "2026-11-21" and the zero */
#define DAY_SIZE 11

typedef enum
{
  INSERT_ENTRY,
  UPDATE_ENTRY,
  SELECT_ID,
  DELETE_REASONS,
  DELETE_STEPS,
  DELETE_RATINGS,
  DELETE_FEELINGS,
  INSERT_REASON,
  INSERT_STEP,
  INSERT_STEP_ZONE,
  INSERT_RATING,
  INSERT_FEELING,
  SET_DELETED,
  SELECT_ENTRY,
  SELECT_ENTRIES,
  SELECT_REASONS,
  SELECT_STEPS,
  SELECT_STEP_ZONES,
  SELECT_RATINGS,
  SELECT_FEELINGS,
  SELECT_FELT_ZONE,
  SELECT_FELT,
  PURGE,
  N_STATEMENTS,
} Statement;

#define ENTRY_COLUMNS                                                                              \
  "id, uuid, kind, at_us, utc_offset_s, recorded_us, late, routine, zone, leg, planned_s, "        \
  "done_s, completed, note"

static const char *const statements[N_STATEMENTS] = {
  [INSERT_ENTRY] = "INSERT INTO entry (uuid, kind, at_us, utc_offset_s, local_day, recorded_us, "
                   "late, routine, zone, leg, planned_s, done_s, completed, note) "
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
  [UPDATE_ENTRY] = "UPDATE entry SET kind = ?2, at_us = ?3, utc_offset_s = ?4, local_day = ?5, "
                   "recorded_us = ?6, late = ?7, routine = ?8, zone = ?9, leg = ?10, "
                   "planned_s = ?11, done_s = ?12, completed = ?13, note = ?14 WHERE uuid = ?1",
  [SELECT_ID] = "SELECT id FROM entry WHERE uuid = ?1 AND deleted_us IS NULL",
  [DELETE_REASONS] = "DELETE FROM reason WHERE entry = ?1",
  [DELETE_STEPS] = "DELETE FROM step WHERE entry = ?1",
  [DELETE_RATINGS] = "DELETE FROM rating WHERE entry = ?1",
  [DELETE_FEELINGS] = "DELETE FROM feeling WHERE entry = ?1",
  [INSERT_REASON] = "INSERT INTO reason VALUES (?1, ?2, ?3)",
  [INSERT_STEP] = "INSERT INTO step VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [INSERT_STEP_ZONE] = "INSERT INTO step_zone VALUES (?1, ?2, ?3, ?4)",
  [INSERT_RATING] = "INSERT INTO rating VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  [INSERT_FEELING] = "INSERT INTO feeling VALUES (?1, ?2, ?3, ?4, ?5)",
  [SET_DELETED] = "UPDATE entry SET deleted_us = ?2 "
                  "WHERE uuid = ?1 AND (deleted_us IS NULL) = (?2 IS NOT NULL)",
  [SELECT_ENTRY] = "SELECT " ENTRY_COLUMNS " FROM entry WHERE uuid = ?1 AND deleted_us IS NULL",
  [SELECT_ENTRIES] = "SELECT " ENTRY_COLUMNS " FROM entry "
                     "WHERE deleted_us IS NULL AND local_day BETWEEN ?1 AND ?2 "
                     "ORDER BY local_day DESC, at_us DESC, id DESC LIMIT ?3 OFFSET ?4",
  [SELECT_REASONS] = "SELECT id FROM reason WHERE entry = ?1 ORDER BY position",
  [SELECT_STEPS] = "SELECT position, plan_index, leg, technique, pressure, planned_ms, done_ms "
                   "FROM step WHERE entry = ?1 ORDER BY position",
  [SELECT_STEP_ZONES] = "SELECT zone FROM step_zone WHERE entry = ?1 AND step = ?2 "
                        "ORDER BY position",
  [SELECT_RATINGS] = "SELECT zone, leg, moment, value, anchors FROM rating WHERE entry = ?1 "
                     "ORDER BY position",
  [SELECT_FEELINGS] = "SELECT id, leg, value FROM feeling WHERE entry = ?1 ORDER BY position",
  [SELECT_FELT_ZONE] = "SELECT zone, day, leg, moment, routine, value, n FROM zone_day "
                       "WHERE zone = ?3 AND day BETWEEN ?1 AND ?2 ORDER BY day",
  /* One seek for each zone instead of a walk over all days of all zones. */
  [SELECT_FELT] = "WITH RECURSIVE present (name) AS (SELECT min (zone) FROM zone_day UNION ALL "
                  "SELECT (SELECT min (zone) FROM zone_day WHERE zone > name) FROM present "
                  "WHERE name IS NOT NULL) "
                  "SELECT zone, day, leg, moment, routine, value, n "
                  "FROM present CROSS JOIN zone_day ON zone = name "
                  "WHERE day BETWEEN ?1 AND ?2 ORDER BY zone, day",
  [PURGE] = "DELETE FROM entry WHERE deleted_us < ?1",
};

static const char felt_counts[] = "SELECT zone, day, leg, moment, routine, value, count (*) "
                                  "FROM felt GROUP BY 1, 2, 3, 4, 5, 6";

struct _LegatoStore
{
  char *path;
  sqlite3 *db;
  sqlite3_stmt *prepared[N_STATEMENTS];
};

static gboolean
fail (LegatoStore *self, int status, GError **error)
{
  return legato_database_fail (self->db, status, error);
}

/* @types names each argument: 't' a text (nullable), 'i' a gint64, 'n' SQL's NULL (no argument). */
static LegatoCursor *
prepare (LegatoStore *self, Statement statement, GError **error, const char *types, ...)
{
  va_list args;
  sqlite3_stmt *stmt = self->prepared[statement];
  int status = SQLITE_OK;

  if (stmt == NULL)
    status = sqlite3_prepare_v3 (self->db, statements[statement], -1, SQLITE_PREPARE_PERSISTENT,
                                 &stmt, NULL);
  if (status != SQLITE_OK)
    {
      fail (self, status, error);
      return NULL;
    }
  self->prepared[statement] = stmt;

  va_start (args, types);
  for (int i = 0; status == SQLITE_OK && types[i] != '\0'; i++)
    {
      if (types[i] == 't')
        status = sqlite3_bind_text (stmt, i + 1, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
      else if (types[i] == 'i')
        status = sqlite3_bind_int64 (stmt, i + 1, va_arg (args, gint64));
    }
  va_end (args);

  if (status != SQLITE_OK)
    {
      fail (self, status, error);
      legato_cursor_release (stmt);
      return NULL;
    }
  return stmt;
}

/* Runs a statement without results. */
static gboolean
run (LegatoStore *self, LegatoCursor *prepared, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepared;
  int status;

  if (cursor == NULL)
    return FALSE;
  status = sqlite3_step (cursor);
  return status == SQLITE_DONE || fail (self, status, error);
}

/* Steps to the next row: %TRUE if there is one; *@failed and @error are set if it went wrong. */
static gboolean
next_row (LegatoStore *self, LegatoCursor *cursor, gboolean *failed, GError **error)
{
  int status = sqlite3_step (cursor);

  if (status == SQLITE_ROW)
    return TRUE;
  if (status != SQLITE_DONE)
    *failed = !fail (self, status, error);
  return FALSE;
}

static const char *
get_text (LegatoCursor *cursor, int column)
{
  return (const char *) sqlite3_column_text (cursor, column);
}

static guint
get_uint (LegatoCursor *cursor, int column)
{
  return (guint) sqlite3_column_int64 (cursor, column);
}

static void
format_day (guint32 julian, char text[DAY_SIZE])
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  g_snprintf (text, DAY_SIZE, "%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
              g_date_get_day (&day));
}

static guint32
parse_day (const char *text)
{
  GDate day;
  int year = 1, month = 1, of_month = 1;

  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &of_month) != 3
      || !g_date_valid_dmy ((GDateDay) of_month, (GDateMonth) month, (GDateYear) year))
    return 1;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&day);
}

static gint64
to_us (GDateTime *time)
{
  return g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

static GDateTime *
from_us (gint64 us, int utc_offset_s)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (utc_offset_s);
  g_autoptr (GDateTime) whole = g_date_time_new_from_unix_utc (us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) there = g_date_time_to_timezone (whole, zone);

  return g_date_time_add (there, us % G_USEC_PER_SEC);
}

static gboolean
begin (LegatoStore *self, GError **error)
{
  return legato_database_exec (self->db, "BEGIN IMMEDIATE", error);
}

/* Ends the transaction: commits if all went well, or else undoes everything since begin(). */
static gboolean
finish (LegatoStore *self, gboolean ok, GError **error)
{
  ok = ok && legato_database_exec (self->db, "COMMIT", error);
  if (!ok && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

static gboolean
write_entry (LegatoStore *self, Statement statement, const LegatoEntry *entry, GError **error)
{
  GDate day;
  char day_text[DAY_SIZE];

  legato_entry_get_day (entry, &day);
  format_day (g_date_get_julian (&day), day_text);
  return run (self,
              prepare (self, statement, error, "ttiitiitttiiit", entry->uuid,
                       legato_entry_kind_to_id (entry->kind), to_us (entry->at),
                       (gint64) (g_date_time_get_utc_offset (entry->at) / G_USEC_PER_SEC), day_text,
                       to_us (entry->recorded_at), (gint64) entry->late, entry->routine,
                       entry->zone, legato_leg_to_id (entry->leg), (gint64) entry->planned_s,
                       (gint64) entry->done_s, (gint64) entry->completed, entry->note),
              error);
}

static gboolean
write_children (LegatoStore *self, gint64 id, const LegatoEntry *entry, GError **error)
{
  for (gint64 i = 0; entry->reasons[i] != NULL; i++)
    {
      if (!run (self, prepare (self, INSERT_REASON, error, "iit", id, i, entry->reasons[i]), error))
        return FALSE;
    }
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      if (!run (self,
                prepare (self, INSERT_STEP, error, "iiitttii", id, (gint64) i, (gint64) step->index,
                         legato_leg_to_id (step->leg), step->technique,
                         legato_pressure_to_id (step->pressure), (gint64) step->planned_ms,
                         (gint64) step->done_ms),
                error))
        return FALSE;
      for (gint64 j = 0; step->zones[j] != NULL; j++)
        {
          if (!run (self,
                    prepare (self, INSERT_STEP_ZONE, error, "iiit", id, (gint64) i, j,
                             step->zones[j]),
                    error))
            return FALSE;
        }
    }
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      if (!run (self,
                prepare (self, INSERT_RATING, error, "iitttii", id, (gint64) i, rating->zone,
                         legato_leg_to_id (rating->leg), legato_moment_to_id (rating->moment),
                         (gint64) rating->value, (gint64) rating->anchors),
                error))
        return FALSE;
    }
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);

      if (!run (self,
                prepare (self, INSERT_FEELING, error, "iitti", id, (gint64) i, feeling->id,
                         legato_leg_to_id (feeling->leg), (gint64) feeling->value),
                error))
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_store_add:
 *
 * Adds an entry; it is on the disk when this returns %TRUE, and not at all otherwise.
 */
gboolean
legato_store_add (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  return begin (self, error)
         && finish (
             self,
             write_entry (self, INSERT_ENTRY, entry, error)
                 && write_children (self, sqlite3_last_insert_rowid (self->db), entry, error),
             error);
}

static gboolean
not_found (GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NOT_FOUND,
               _ ("This entry is no longer in your journal."));
  return FALSE;
}

static gboolean
find_entry (LegatoStore *self, const char *uuid, gint64 *id, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepare (self, SELECT_ID, error, "t", uuid);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  if (!next_row (self, cursor, &failed, error))
    return !failed && not_found (error);
  *id = sqlite3_column_int64 (cursor, 0);
  return TRUE;
}

static gboolean
replace_entry (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  gint64 id;

  if (!find_entry (self, entry->uuid, &id, error)
      || !write_entry (self, UPDATE_ENTRY, entry, error))
    return FALSE;
  for (Statement i = DELETE_REASONS; i <= DELETE_FEELINGS; i++)
    {
      if (!run (self, prepare (self, i, error, "i", id), error))
        return FALSE;
    }
  return write_children (self, id, entry, error);
}

/**
 * legato_store_update:
 *
 * Replaces all of the entry with the same UUID, or nothing.
 */
gboolean
legato_store_update (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  return begin (self, error) && finish (self, replace_entry (self, entry, error), error);
}

/**
 * legato_store_delete:
 *
 * Hides an entry. It can be restored for at least %KEEP_DELETED_DAYS days.
 */
gboolean
legato_store_delete (LegatoStore *self, const char *uuid, GError **error)
{
  if (!run (self, prepare (self, SET_DELETED, error, "ti", uuid, g_get_real_time ()), error))
    return FALSE;
  return sqlite3_changes (self->db) == 1 || not_found (error);
}

/**
 * legato_store_restore:
 *
 * Brings a deleted entry back.
 */
gboolean
legato_store_restore (LegatoStore *self, const char *uuid, GError **error)
{
  if (!run (self, prepare (self, SET_DELETED, error, "tn", uuid), error))
    return FALSE;
  return sqlite3_changes (self->db) == 1 || not_found (error);
}

static gboolean
read_reasons (LegatoStore *self, gint64 id, LegatoEntry *entry, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepare (self, SELECT_REASONS, error, "i", id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (next_row (self, cursor, &failed, error))
    g_strv_builder_add (builder, get_text (cursor, 0));
  g_strfreev (entry->reasons);
  entry->reasons = g_strv_builder_end (builder);
  return !failed;
}

static GStrv
read_step_zones (LegatoStore *self, gint64 id, gint64 step, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepare (self, SELECT_STEP_ZONES, error, "ii", id, step);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean failed = FALSE;

  if (cursor == NULL)
    return NULL;
  while (next_row (self, cursor, &failed, error))
    g_strv_builder_add (builder, get_text (cursor, 0));
  return failed ? NULL : g_strv_builder_end (builder);
}

static gboolean
read_steps (LegatoStore *self, gint64 id, LegatoEntry *entry, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepare (self, SELECT_STEPS, error, "i", id);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (next_row (self, cursor, &failed, error))
    {
      g_auto (GStrv) zones = read_step_zones (self, id, sqlite3_column_int64 (cursor, 0), error);
      LegatoLeg leg = LEGATO_LEG_BOTH;
      LegatoPressure pressure = LEGATO_PRESSURE_LIGHT;

      if (zones == NULL)
        return FALSE;
      legato_leg_from_id (get_text (cursor, 2), &leg);
      legato_pressure_from_id (get_text (cursor, 4), &pressure);
      legato_entry_add_step (entry, get_uint (cursor, 1), leg, get_text (cursor, 3),
                             (const char *const *) zones, pressure, get_uint (cursor, 5),
                             get_uint (cursor, 6));
    }
  return !failed;
}

static gboolean
read_ratings (LegatoStore *self, gint64 id, LegatoEntry *entry, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepare (self, SELECT_RATINGS, error, "i", id);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (next_row (self, cursor, &failed, error))
    {
      LegatoRating *rating;
      LegatoLeg leg = LEGATO_LEG_LEFT;
      LegatoMoment moment = LEGATO_MOMENT_CHECK_IN;

      legato_leg_from_id (get_text (cursor, 1), &leg);
      legato_moment_from_id (get_text (cursor, 2), &moment);
      legato_entry_add_rating (entry, get_text (cursor, 0), leg, moment, get_uint (cursor, 3));
      rating = g_ptr_array_index (entry->ratings, entry->ratings->len - 1);
      rating->anchors = get_uint (cursor, 4);
    }
  return !failed;
}

static gboolean
read_feelings (LegatoStore *self, gint64 id, LegatoEntry *entry, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepare (self, SELECT_FEELINGS, error, "i", id);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (next_row (self, cursor, &failed, error))
    {
      LegatoLeg leg = LEGATO_LEG_BOTH;

      legato_leg_from_id (get_text (cursor, 1), &leg);
      legato_entry_add_feeling (entry, get_text (cursor, 0), leg, get_uint (cursor, 2));
    }
  return !failed;
}

/* Reads the entry in the row of @cursor (ENTRY_COLUMNS) and all that hangs on it. */
static LegatoEntry *
read_entry (LegatoStore *self, LegatoCursor *cursor, GError **error)
{
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  gint64 id = sqlite3_column_int64 (cursor, 0);
  LegatoEntryKind kind = LEGATO_ENTRY_SESSION;

  legato_entry_kind_from_id (get_text (cursor, 2), &kind);
  at = from_us (sqlite3_column_int64 (cursor, 3), sqlite3_column_int (cursor, 4));
  entry = legato_entry_new (kind, at);
  g_free (entry->uuid);
  entry->uuid = g_strdup (get_text (cursor, 1));
  g_date_time_unref (entry->recorded_at);
  entry->recorded_at = from_us (sqlite3_column_int64 (cursor, 5), 0);
  entry->late = sqlite3_column_int (cursor, 6);
  entry->routine = g_strdup (get_text (cursor, 7));
  entry->zone = g_strdup (get_text (cursor, 8));
  legato_leg_from_id (get_text (cursor, 9), &entry->leg);
  entry->planned_s = get_uint (cursor, 10);
  entry->done_s = get_uint (cursor, 11);
  entry->completed = sqlite3_column_int (cursor, 12);
  g_free (entry->note);
  entry->note = g_strdup (get_text (cursor, 13));

  if (!read_reasons (self, id, entry, error) || !read_steps (self, id, entry, error)
      || !read_ratings (self, id, entry, error) || !read_feelings (self, id, entry, error))
    return NULL;
  return g_steal_pointer (&entry);
}

/**
 * legato_store_get:
 *
 * Returns: (transfer full): the entry, or %NULL with %LEGATO_JOURNAL_ERROR_NOT_FOUND
 */
LegatoEntry *
legato_store_get (LegatoStore *self, const char *uuid, GError **error)
{
  g_autoptr (LegatoCursor) cursor = prepare (self, SELECT_ENTRY, error, "t", uuid);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return NULL;
  if (next_row (self, cursor, &failed, error))
    return read_entry (self, cursor, error);
  if (!failed)
    not_found (error);
  return NULL;
}

/**
 * legato_store_list:
 * @from_day, @to_day: Julian days, both included
 * @limit: at most so many; 0 for all
 *
 * Returns: (transfer full) (element-type LegatoEntry): newest first
 */
GPtrArray *
legato_store_list (LegatoStore *self,
                   guint32 from_day,
                   guint32 to_day,
                   guint limit,
                   guint offset,
                   GError **error)
{
  char from[DAY_SIZE], to[DAY_SIZE];
  g_autoptr (LegatoCursor) cursor = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gboolean failed = FALSE;

  format_day (from_day, from);
  format_day (to_day, to);
  cursor = prepare (self, SELECT_ENTRIES, error, "ttii", from, to,
                    limit > 0 ? (gint64) limit : (gint64) -1, (gint64) offset);
  if (cursor == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  while (next_row (self, cursor, &failed, error))
    {
      LegatoEntry *entry = read_entry (self, cursor, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return failed ? NULL : g_steal_pointer (&entries);
}

/**
 * legato_store_ratings:
 * @zone: (nullable): only of this zone
 * @from_day, @to_day: Julian days, both included
 *
 * Returns: (transfer full) (element-type LegatoSoreness): by rising day (within each zone)
 */
GArray *
legato_store_ratings (LegatoStore *self,
                      const char *zone,
                      guint32 from_day,
                      guint32 to_day,
                      GError **error)
{
  char from[DAY_SIZE], to[DAY_SIZE];
  g_autoptr (LegatoCursor) cursor = NULL;
  g_autoptr (GArray) ratings = g_array_new (FALSE, TRUE, sizeof (LegatoSoreness));
  gboolean failed = FALSE;

  format_day (from_day, from);
  format_day (to_day, to);
  cursor = zone != NULL ? prepare (self, SELECT_FELT_ZONE, error, "ttt", from, to, zone)
                        : prepare (self, SELECT_FELT, error, "tt", from, to);
  if (cursor == NULL)
    return NULL;

  while (next_row (self, cursor, &failed, error))
    {
      LegatoSoreness soreness = { 0 };
      const char *routine = get_text (cursor, 4);

      soreness.zone = g_intern_string (get_text (cursor, 0));
      soreness.day = parse_day (get_text (cursor, 1));
      legato_leg_from_id (get_text (cursor, 2), &soreness.leg);
      legato_moment_from_id (get_text (cursor, 3), &soreness.moment);
      soreness.routine = *routine != '\0' ? g_intern_string (routine) : NULL;
      soreness.value = get_uint (cursor, 5);
      for (guint n = get_uint (cursor, 6); n > 0; n--)
        g_array_append_val (ratings, soreness);
    }
  return failed ? NULL : g_steal_pointer (&ratings);
}

/**
 * legato_store_rebuild:
 *
 * Counts all ratings anew into zone_day.
 */
gboolean
legato_store_rebuild (LegatoStore *self, GError **error)
{
  g_autofree char *insert = g_strconcat ("INSERT INTO zone_day ", felt_counts, NULL);

  return begin (self, error)
         && finish (self,
                    legato_database_exec (self->db, "DELETE FROM zone_day", error)
                        && legato_database_exec (self->db, insert, error),
                    error);
}

/**
 * legato_store_purge:
 *
 * Removes for good what was deleted before @deleted_before.
 */
gboolean
legato_store_purge (LegatoStore *self, GDateTime *deleted_before, GError **error)
{
  return run (self, prepare (self, PURGE, error, "i", to_us (deleted_before)), error);
}

/**
 * legato_store_open:
 *
 * Opens, and if need be makes or migrates, the journal at @path, and purges what was deleted more
 * than %KEEP_DELETED_DAYS days ago.
 */
LegatoStore *
legato_store_open (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = legato_database_open (path, error);
  g_autoptr (LegatoStore) self = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -KEEP_DELETED_DAYS);

  if (db == NULL)
    return NULL;
  self = g_new0 (LegatoStore, 1);
  self->path = g_strdup (path);
  self->db = g_steal_pointer (&db);
  return legato_store_purge (self, then, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * legato_store_close:
 * @self: (transfer full)
 */
void
legato_store_close (LegatoStore *self)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (self->prepared[i]);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

/**
 * legato_store_verify_file:
 * @path: of any file
 *
 * Reads all of a journal: its pages, its references, and whether zone_day tells the truth.
 *
 * Returns: %FALSE with @error set unless the file is a sound journal
 */
gboolean
legato_store_verify_file (const char *path, GError **error)
{
  g_autoptr (sqlite3) db = legato_database_open_to_verify (path, error);
  g_autofree char *compare =
      g_strdup_printf ("SELECT (SELECT count (*) FROM (%s EXCEPT SELECT * FROM zone_day)) "
                       "+ (SELECT count (*) FROM (SELECT * FROM zone_day EXCEPT %s))",
                       felt_counts, felt_counts);
  gint64 n_different;

  if (db == NULL || !legato_database_check (db, "integrity_check", error)
      || !legato_database_check (db, "foreign_key_check", error)
      || !legato_database_get_int (db, compare, &n_different, error))
    return FALSE;
  if (n_different != 0)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED,
                   _ ("The journal's count of ratings is wrong."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
sync_path (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    g_close (fd, NULL);
  if (!ok)
    g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                 _ ("“%s” could not be written: %s"), path, g_strerror (saved_errno));
  return ok;
}

static gboolean
vacuum_into (LegatoStore *self, const char *path, GError **error)
{
  char *quoted = sqlite3_mprintf ("VACUUM INTO %Q", path);
  gboolean ok = legato_database_exec (self->db, quoted, error);

  sqlite3_free (quoted);
  return ok;
}

/**
 * legato_store_backup:
 * @dest: path of the copy; a file that is there is replaced only by a complete, verified copy
 */
gboolean
legato_store_backup (LegatoStore *self, const char *dest, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (dest);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *temporary = g_strconcat (dest, ".", id, ".part", NULL);
  gboolean ok;

  ok = vacuum_into (self, temporary, error) && legato_store_verify_file (temporary, error)
       && sync_path (temporary, error);
  if (ok && g_rename (temporary, dest) != 0)
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_FAILED,
                   _ ("“%s” could not be written: %s"), dest, g_strerror (errno));
      ok = FALSE;
    }
  if (!ok)
    g_unlink (temporary);
  return ok && sync_path (folder, error);
}
