/* legato-store-sql.c: the statements of the store, and how they are run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <stdio.h>

#include "legato-store-private.h"
#include "legato-text-index.h"

static const char *const statements[LEGATO_SQL_N_STATEMENTS] = {
  [LEGATO_SQL_INSERT_ENTRY] =
      "INSERT INTO entry (uuid, kind, at_us, utc_offset_s, local_day, recorded_us, "
      "late, routine, zone, leg, planned_s, done_s, completed, note, goal, told, edited_us, "
      "deleted_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, "
      "?17, nullif (?18, -1))",
  [LEGATO_SQL_UPDATE_ENTRY] =
      "UPDATE entry SET kind = ?2, at_us = ?3, utc_offset_s = ?4, local_day = ?5, "
      "recorded_us = ?6, late = ?7, routine = ?8, zone = ?9, leg = ?10, "
      "planned_s = ?11, done_s = ?12, completed = ?13, note = ?14, goal = ?15, told = ?16, "
      "edited_us = ?17, deleted_us = nullif (?18, -1) WHERE uuid = ?1",
  [LEGATO_SQL_SELECT_ID] = "SELECT id FROM entry WHERE uuid = ?1",
  [LEGATO_SQL_DELETE_REASONS] = "DELETE FROM reason WHERE entry = ?1",
  [LEGATO_SQL_DELETE_STEPS] = "DELETE FROM step WHERE entry = ?1",
  [LEGATO_SQL_DELETE_RATINGS] = "DELETE FROM rating WHERE entry = ?1",
  [LEGATO_SQL_DELETE_FEELINGS] = "DELETE FROM feeling WHERE entry = ?1",
  [LEGATO_SQL_DELETE_GIRTHS] = "DELETE FROM girth WHERE entry = ?1",
  [LEGATO_SQL_DELETE_FOLLOW_UPS] = "DELETE FROM follow_up WHERE entry = ?1",
  [LEGATO_SQL_DELETE_TAGS] = "DELETE FROM tag WHERE entry = ?1",
  [LEGATO_SQL_INSERT_REASON] = "INSERT INTO reason VALUES (?1, ?2, ?3)",
  [LEGATO_SQL_INSERT_STEP] = "INSERT INTO step VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [LEGATO_SQL_INSERT_STEP_ZONE] = "INSERT INTO step_zone VALUES (?1, ?2, ?3, ?4)",
  [LEGATO_SQL_INSERT_RATING] = "INSERT INTO rating VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [LEGATO_SQL_INSERT_FEELING] = "INSERT INTO feeling VALUES (?1, ?2, ?3, ?4, ?5)",
  [LEGATO_SQL_INSERT_GIRTH] = "INSERT INTO girth VALUES (?1, ?2, ?3, ?4, ?5)",
  [LEGATO_SQL_INSERT_FOLLOW_UP] = "INSERT INTO follow_up VALUES (?1, ?2, ?3, ?4, ?5)",
  [LEGATO_SQL_INSERT_TAG] = "INSERT INTO tag VALUES (?1, ?2, ?3)",
  [LEGATO_SQL_INSERT_WORDS] = "INSERT OR REPLACE INTO words (rowid, text) "
                              "SELECT " LEGATO_TEXT_INDEX_KEY ", ?2 FROM entry WHERE id = ?1",
  [LEGATO_SQL_FORGET_WORDS] = "DELETE FROM words WHERE rowid = "
                              "(SELECT " LEGATO_TEXT_INDEX_KEY " FROM entry WHERE id = ?1)",
  [LEGATO_SQL_INSERT_HISTORY] =
      "INSERT INTO history (uuid, edited_us, document) SELECT ?1, ?2, ?3 WHERE NOT EXISTS "
      "(SELECT 1 FROM history WHERE uuid = ?1 AND edited_us = ?2 AND document = ?3)",
  [LEGATO_SQL_SELECT_HISTORY] = "SELECT edited_us, document FROM history WHERE uuid = ?1 "
                                "ORDER BY edited_us DESC, document DESC",
  [LEGATO_SQL_FORGET_HISTORY] = "DELETE FROM history WHERE uuid = ?1 AND edited_us <= ?2",
  [LEGATO_SQL_INSERT_PURGED] =
      "INSERT INTO purged VALUES (?1, ?2) ON CONFLICT (uuid) "
      "DO UPDATE SET edited_us = excluded.edited_us WHERE excluded.edited_us > edited_us",
  [LEGATO_SQL_SELECT_PURGED] = "SELECT edited_us FROM purged WHERE uuid = ?1",
  [LEGATO_SQL_SELECT_ALL_PURGED] = "SELECT uuid, edited_us FROM purged ORDER BY uuid",
  [LEGATO_SQL_DELETE_ENTRY] = "DELETE FROM entry WHERE id = ?1",
  [LEGATO_SQL_SET_DELETED] = "UPDATE entry SET deleted_us = nullif (?2, -1), "
                             "edited_us = max (?3, edited_us + 1) WHERE id = ?1",
  [LEGATO_SQL_SELECT_DELETED] = "SELECT " LEGATO_ENTRY_COLUMNS " FROM entry "
                                "WHERE deleted_us IS NOT NULL ORDER BY deleted_us DESC, id DESC",
  [LEGATO_SQL_SELECT_ALL] = "SELECT " LEGATO_ENTRY_COLUMNS " FROM entry ORDER BY id",
  [LEGATO_SQL_SELECT_ENTRY] = "SELECT " LEGATO_ENTRY_COLUMNS " FROM entry WHERE uuid = ?1",
  [LEGATO_SQL_SELECT_REASONS] = "SELECT id FROM reason WHERE entry = ?1 ORDER BY position",
  [LEGATO_SQL_SELECT_STEPS] =
      "SELECT position, plan_index, leg, technique, pressure, planned_ms, done_ms, entry "
      "FROM step WHERE entry = ?1 ORDER BY position",
  [LEGATO_SQL_SELECT_STEP_ZONES] = "SELECT zone FROM step_zone WHERE entry = ?1 AND step = ?2 "
                                   "ORDER BY position",
  [LEGATO_SQL_SELECT_RATINGS] =
      "SELECT zone, leg, moment, value, anchors, late FROM rating WHERE entry = ?1 "
      "ORDER BY position",
  [LEGATO_SQL_SELECT_FEELINGS] =
      "SELECT id, leg, value FROM feeling WHERE entry = ?1 ORDER BY position",
  [LEGATO_SQL_SELECT_GIRTHS] =
      "SELECT place, leg, mm FROM girth WHERE entry = ?1 ORDER BY position",
  [LEGATO_SQL_SELECT_FOLLOW_UPS] =
      "SELECT moment, compared, late FROM follow_up WHERE entry = ?1 ORDER BY position",
  [LEGATO_SQL_SELECT_TAGS] = "SELECT name FROM tag WHERE entry = ?1 ORDER BY position",
  [LEGATO_SQL_SELECT_TAG_NAMES] =
      "SELECT name FROM tag JOIN entry ON id = entry WHERE deleted_us IS NULL "
      "GROUP BY name ORDER BY count (*) DESC, name",
  [LEGATO_SQL_SELECT_DAYS] =
      "SELECT local_day, count (*), sum (kind = 'session') FROM entry WHERE deleted_us IS NULL "
      "AND local_day BETWEEN ?1 AND ?2 GROUP BY local_day ORDER BY local_day",
  [LEGATO_SQL_SELECT_FELT] =
      "SELECT day, leg, moment, n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10 FROM felt_day "
      "WHERE zone = ?3 AND day BETWEEN ?1 AND ?2 ORDER BY day",
  [LEGATO_SQL_SELECT_NEXT_ZONE] = "SELECT min (zone) FROM felt_day WHERE zone > ?1",
  [LEGATO_SQL_COUNT_SINCE] =
      "INSERT INTO felt_day SELECT zone, day, leg, moment, " LEGATO_FELT_COUNTS " FROM felt "
      "WHERE entry > ?1 GROUP BY 1, 2, 3, 4 ON CONFLICT DO UPDATE SET n0 = n0 + excluded.n0, "
      "n1 = n1 + excluded.n1, n2 = n2 + excluded.n2, n3 = n3 + excluded.n3, "
      "n4 = n4 + excluded.n4, n5 = n5 + excluded.n5, n6 = n6 + excluded.n6, "
      "n7 = n7 + excluded.n7, n8 = n8 + excluded.n8, n9 = n9 + excluded.n9, "
      "n10 = n10 + excluded.n10",
  [LEGATO_SQL_SELECT_OLD_BIN] = "SELECT uuid, edited_us FROM entry WHERE deleted_us < ?1",
  [LEGATO_SQL_SELECT_CLOCK] = "SELECT seen_us, trusted_us FROM clock",
  [LEGATO_SQL_SET_CLOCK] = "UPDATE clock SET seen_us = ?1, trusted_us = ?2",
  [LEGATO_SQL_SAVE_RUNNING] =
      "INSERT INTO running (uuid, started_us, utc_offset_s, saved_us, session) "
      "SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM entry WHERE uuid = ?1) "
      "ON CONFLICT (uuid) DO UPDATE SET saved_us = excluded.saved_us, session = excluded.session",
  [LEGATO_SQL_FORGET_RUNNING] = "DELETE FROM running WHERE uuid = ?1",
  [LEGATO_SQL_FORGET_RUNNING_SINCE] =
      "DELETE FROM running WHERE (SELECT id FROM entry WHERE entry.uuid = running.uuid) > ?1",
  [LEGATO_SQL_SELECT_RUNNING_ID] = "SELECT id FROM running WHERE uuid = ?1",
  [LEGATO_SQL_SELECT_RUNNING] =
      "SELECT id, uuid, started_us, utc_offset_s, saved_us, session FROM running "
      "ORDER BY saved_us DESC",
  [LEGATO_SQL_INSERT_PROFILE] = "INSERT INTO profile VALUES (1, ?1, ?2, ?3)",
  [LEGATO_SQL_INSERT_CONDITION] = "INSERT INTO profile_condition VALUES (?1, ?2, ?3)",
  [LEGATO_SQL_INSERT_TOOL] = "INSERT INTO profile_tool VALUES (?1)",
  [LEGATO_SQL_INSERT_BLOCKED] = "INSERT INTO profile_blocked VALUES (?1, ?2, ?3, ?4)",
  [LEGATO_SQL_INSERT_AGREED] = "INSERT INTO profile_agreed VALUES (?1, ?2, ?3)",
  [LEGATO_SQL_INSERT_CHECK_IN] = "INSERT INTO check_in VALUES (1, ?1, ?2)",
  [LEGATO_SQL_INSERT_ANSWER] = "INSERT INTO check_in_answer VALUES (?1, ?2)",
  [LEGATO_SQL_INSERT_SORENESS] = "INSERT INTO check_in_soreness VALUES (?1, ?2, ?3)",
  [LEGATO_SQL_SELECT_PROFILE] = "SELECT asked, weekly_goal, usual_minutes FROM profile",
  [LEGATO_SQL_SELECT_CONDITIONS] = "SELECT id, since, cleared_on FROM profile_condition",
  [LEGATO_SQL_SELECT_TOOLS] = "SELECT id FROM profile_tool",
  [LEGATO_SQL_SELECT_BLOCKED] = "SELECT zone, leg, since, cause FROM profile_blocked",
  [LEGATO_SQL_SELECT_AGREED] = "SELECT zone, leg, since FROM profile_agreed",
  [LEGATO_SQL_SELECT_CHECK_IN] = "SELECT at_us, utc_offset_s FROM check_in",
  [LEGATO_SQL_SELECT_ANSWERS] = "SELECT question, id FROM check_in_answer",
  [LEGATO_SQL_SELECT_SORENESS] = "SELECT zone, leg, value FROM check_in_soreness",
  [LEGATO_SQL_INSERT_JOINT] = "INSERT INTO profile_joint VALUES (?1, ?2)",
  [LEGATO_SQL_SELECT_JOINTS] = "SELECT joint, leg FROM profile_joint",
  [LEGATO_SQL_INSERT_CHECK_IN_FEELING] = "INSERT INTO check_in_feeling VALUES (?1, ?2, ?3)",
  [LEGATO_SQL_SELECT_CHECK_IN_FEELINGS] = "SELECT id, leg, value FROM check_in_feeling",
  /* One that stands keeps the day since when it does. */
  [LEGATO_SQL_RAISE_FLAG] =
      "INSERT INTO flag VALUES (?1, ?2, 'stands', NULL) ON CONFLICT (id) DO UPDATE "
      "SET since = excluded.since, answer = 'stands', answered_on = NULL WHERE answer <> 'stands'",
  [LEGATO_SQL_INSERT_FLAG] = "INSERT INTO flag VALUES (?1, ?2, ?3, ?4)",
  [LEGATO_SQL_INSERT_FINE_PLACE] = "INSERT INTO fine_place VALUES (?1, ?2, ?3, ?4)",
  [LEGATO_SQL_INSERT_ASKED] = "INSERT INTO asked VALUES (?1, ?2, ?3, ?4)",
  [LEGATO_SQL_SELECT_FLAGS] = "SELECT id, since, answer, answered_on FROM flag",
  [LEGATO_SQL_SELECT_FINE_PLACES] = "SELECT stop, zone, leg, said_on FROM fine_place",
  [LEGATO_SQL_SELECT_ASKED] = "SELECT rule, zone, leg, day FROM asked",
};

/** Sets @error to what SQLite's result code @status means to a person. Returns: %FALSE */
gboolean
legato_store_fail (LegatoStore *self, int status, GError **error)
{
  /* A newer program may have other tables. */
  if (status == SQLITE_ERROR && self->read_only != NULL)
    {
      g_propagate_error (error, g_error_copy (self->read_only));
      return FALSE;
    }
  return legato_database_fail (self->db, status, error);
}

/**
 * legato_store_fail_at_row:
 * @what: (nullable): what is wrong with it, translated
 *
 * Sets @error to say that a row holds what no row may: the file is damaged, unless a newer program
 * wrote what this one does not know.
 *
 * Returns: %FALSE
 */
gboolean
legato_store_fail_at_row (LegatoStore *self, const char *what, GError **error)
{
  if (g_error_matches (self->read_only, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NEWER))
    return legato_store_fail (self, SQLITE_ERROR, error);
  return what != NULL ? legato_database_fail_as_damaged (what, error)
                      : legato_store_fail (self, SQLITE_CORRUPT, error);
}

static LegatoCursor *
prepare (LegatoStore *self,
         LegatoStatement statement,
         GError **error,
         const char *types,
         va_list args)
{
  sqlite3_stmt *stmt = self->prepared[statement];
  int status = SQLITE_OK;

  if (stmt == NULL)
    status = sqlite3_prepare_v3 (self->db, statements[statement], -1, SQLITE_PREPARE_PERSISTENT,
                                 &stmt, NULL);
  if (status == SQLITE_OK)
    self->prepared[statement] = stmt;
  for (int i = 0; status == SQLITE_OK && types[i] != '\0'; i++)
    {
      if (types[i] == 't')
        status = sqlite3_bind_text (stmt, i + 1, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
      else
        status = sqlite3_bind_int64 (stmt, i + 1, va_arg (args, gint64));
    }
  if (status == SQLITE_OK)
    return stmt;
  legato_store_fail (self, status, error);
  if (stmt != NULL)
    legato_cursor_release (stmt);
  return NULL;
}

/**
 * legato_store_prepare:
 * @types: names each of the arguments that follow: 't' a text (nullable), 'i' a #gint64
 *
 * Returns: (transfer full) (nullable): the statement, to be stepped through; %NULL with @error set
 */
LegatoCursor *
legato_store_prepare (LegatoStore *self,
                      LegatoStatement statement,
                      GError **error,
                      const char *types,
                      ...)
{
  LegatoCursor *cursor;
  va_list args;

  va_start (args, types);
  cursor = prepare (self, statement, error, types, args);
  va_end (args);
  return cursor;
}

/** Runs a statement without results; the arguments are those of legato_store_prepare(). */
gboolean
legato_store_run (LegatoStore *self,
                  LegatoStatement statement,
                  GError **error,
                  const char *types,
                  ...)
{
  g_autoptr (LegatoCursor) cursor = NULL;
  va_list args;
  int status;

  va_start (args, types);
  cursor = prepare (self, statement, error, types, args);
  va_end (args);
  if (cursor == NULL)
    return FALSE;
  status = sqlite3_step (cursor);
  return status == SQLITE_DONE || legato_store_fail (self, status, error);
}

/* Steps to the next row: %TRUE if there is one; *@failed and @error are set if it went wrong. */
gboolean
legato_store_next_row (LegatoStore *self, LegatoCursor *cursor, gboolean *failed, GError **error)
{
  int status = sqlite3_step (cursor);

  if (status == SQLITE_ROW)
    return TRUE;
  if (status != SQLITE_DONE)
    *failed = !legato_store_fail (self, status, error);
  return FALSE;
}

/**
 * legato_store_read_rows:
 * @read: reads a row into @data
 *
 * Has each row of a statement read; the arguments behind @statement are those of
 * legato_store_prepare().
 *
 * Returns: %FALSE with @error set if it did not come to the end
 */
gboolean
legato_store_read_rows (LegatoStore *self,
                        LegatoReadRow read,
                        gpointer data,
                        LegatoStatement statement,
                        GError **error,
                        const char *types,
                        ...)
{
  g_autoptr (LegatoCursor) cursor = NULL;
  gboolean failed = FALSE;
  va_list args;

  va_start (args, types);
  cursor = prepare (self, statement, error, types, args);
  va_end (args);
  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    if (!read (self, cursor, data, error))
      return FALSE;
  return !failed;
}

/* The first column that @statement has for @uuid; *@value stays as it is if there is no row. */
gboolean
legato_store_get_int (LegatoStore *self,
                      LegatoStatement statement,
                      const char *uuid,
                      gint64 *value,
                      GError **error)
{
  g_autoptr (LegatoCursor) cursor = legato_store_prepare (self, statement, error, "t", uuid);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  if (legato_store_next_row (self, cursor, &failed, error))
    *value = sqlite3_column_int64 (cursor, 0);
  return !failed;
}

/* Returns: (nullable): only until the next row; in a damaged file anything may be %NULL */
const char *
legato_cursor_get_text (LegatoCursor *cursor, int column)
{
  return (const char *) sqlite3_column_text (cursor, column);
}

/* Returns: (transfer full) (nullable): %NULL for SQL's NULL; what no longer is UTF-8 is made so */
char *
legato_cursor_dup_text (LegatoCursor *cursor, int column)
{
  const char *text = (const char *) sqlite3_column_text (cursor, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/* Whether a whole number lies where the tables allow it, which in a damaged file it may not. */
gboolean
legato_cursor_is_within (LegatoCursor *cursor, int column, gint64 min, gint64 max)
{
  gint64 value = sqlite3_column_int64 (cursor, column);

  return value >= min && value <= max;
}

/** Returns: a number that is known not to be negative, as of a column with a CHECK */
guint
legato_cursor_get_uint (LegatoCursor *cursor, int column)
{
  return (guint) sqlite3_column_int64 (cursor, column);
}

/** Writes a Julian day as the tables have it. */
void
legato_store_format_day (guint32 julian, char text[LEGATO_DAY_SIZE])
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  g_snprintf (text, LEGATO_DAY_SIZE, "%04d-%02d-%02d", g_date_get_year (&day),
              g_date_get_month (&day), g_date_get_day (&day));
}

/** Returns: the Julian day that legato_store_format_day() wrote; 1 for anything else */
guint32
legato_store_parse_day (const char *text)
{
  GDate day;
  int year = 1, month = 1, of_month = 1;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &year, &month, &of_month) != 3
      || !g_date_valid_dmy ((GDateDay) of_month, (GDateMonth) month, (GDateYear) year))
    return 1;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&day);
}
