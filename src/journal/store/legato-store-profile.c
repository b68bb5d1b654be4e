/* legato-store-profile.c: the profile and the last check-in to rows and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-store-private.h"
#include "legato-store-profile.h"

#define DELETE_PROFILE                                                                             \
  "DELETE FROM profile; DELETE FROM profile_condition; DELETE FROM profile_tool; "                 \
  "DELETE FROM profile_blocked; DELETE FROM profile_agreed; "                                      \
  "DELETE FROM profile_joint;"
#define DELETE_CHECK_IN                                                                            \
  "DELETE FROM check_in; DELETE FROM check_in_answer; DELETE FROM check_in_soreness; "             \
  "DELETE FROM check_in_feeling;"
#define DELETE_STANDING "DELETE FROM flag; DELETE FROM fine_place; DELETE FROM asked;"

static gboolean
write_conditions (LegatoStore *self, const LegatoProfile *profile, GError **error)
{
  for (guint i = 0; i < profile->conditions->len; i++)
    {
      const LegatoProfileCondition *condition = g_ptr_array_index (profile->conditions, i);
      char since[LEGATO_DAY_SIZE], cleared[LEGATO_DAY_SIZE];

      legato_store_format_day (condition->since, since);
      if (condition->cleared != 0)
        legato_store_format_day (condition->cleared, cleared);
      if (!legato_store_run (self, LEGATO_SQL_INSERT_CONDITION, error, "ttt", condition->id, since,
                             condition->cleared != 0 ? cleared : NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_places (LegatoStore *self, const LegatoProfile *profile, GError **error)
{
  char since[LEGATO_DAY_SIZE];

  for (guint i = 0; i < profile->blocked->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (profile->blocked, i);

      legato_store_format_day (place->since, since);
      if (!legato_store_run (self, LEGATO_SQL_INSERT_BLOCKED, error, "tttt", place->zone,
                             legato_leg_to_id (place->leg), legato_cause_to_id (place->cause),
                             since))
        return FALSE;
    }
  for (guint i = 0; i < profile->agreed->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (profile->agreed, i);

      legato_store_format_day (place->since, since);
      if (!legato_store_run (self, LEGATO_SQL_INSERT_AGREED, error, "ttt", place->zone,
                             legato_leg_to_id (place->leg), since))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_joints (LegatoStore *self, const LegatoProfile *profile, GError **error)
{
  for (guint joint = 0; joint < LEGATO_N_PROFILE_JOINTS; joint++)
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      if (profile->joints[joint][leg]
          && !legato_store_run (self, LEGATO_SQL_INSERT_JOINT, error, "tt",
                                legato_profile_joint_to_id ((LegatoProfileJoint) joint),
                                legato_leg_to_id ((LegatoLeg) leg)))
        return FALSE;
  return TRUE;
}

/** legato_store_replace_profile: like legato_store_set_profile(), in the transaction that is open.
 */
gboolean
legato_store_replace_profile (LegatoStore *self, const LegatoProfile *profile, GError **error)
{
  if (!legato_database_exec (self->db, DELETE_PROFILE, error)
      || !legato_store_run (self, LEGATO_SQL_INSERT_PROFILE, error, "iii", (gint64) profile->asked,
                            (gint64) profile->weekly_goal, (gint64) profile->usual_minutes))
    return FALSE;
  for (gsize i = 0; profile->tools[i] != NULL; i++)
    {
      if (!legato_store_run (self, LEGATO_SQL_INSERT_TOOL, error, "t", profile->tools[i]))
        return FALSE;
    }
  return write_conditions (self, profile, error) && write_places (self, profile, error)
         && write_joints (self, profile, error);
}

/**
 * legato_store_set_profile:
 *
 * Replaces all of what the person said about themselves, or nothing.
 */
gboolean
legato_store_set_profile (LegatoStore *self, const LegatoProfile *profile, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, legato_store_replace_profile (self, profile, error), error);
}

static gboolean
read_numbers (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoProfile *profile = data;

  profile->asked = sqlite3_column_int (row, 0);
  if (!legato_cursor_is_within (row, 1, LEGATO_GOAL_MIN, LEGATO_GOAL_MAX))
    return legato_store_fail_at_row (self, NULL, error);
  profile->weekly_goal = legato_cursor_get_uint (row, 1);
  profile->usual_minutes = legato_cursor_get_uint (row, 2);
  return TRUE;
}

static gboolean
read_conditions (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoProfile *profile = data;
  const char *cleared = legato_cursor_get_text (row, 2);

  legato_profile_set_condition (profile, legato_cursor_get_text (row, 0),
                                legato_store_parse_day (legato_cursor_get_text (row, 1)),
                                cleared != NULL ? legato_store_parse_day (cleared) : 0);
  return TRUE;
}

static gboolean
read_tools (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoProfile *profile = data;

  legato_profile_set_tool (profile, legato_cursor_get_text (row, 0), TRUE);
  return TRUE;
}

static gboolean
read_blocked (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoProfile *profile = data;
  LegatoCause cause = LEGATO_CAUSE_OTHER;
  LegatoLeg leg = LEGATO_LEG_LEFT;

  if (!legato_leg_from_id (legato_cursor_get_text (row, 1), &leg))
    return legato_store_fail_at_row (self, NULL, error);
  /* A cause that only a newer Legato knows is none of ours; the place is left alone all the same.
   */
  legato_cause_from_id (legato_cursor_get_text (row, 3), &cause);
  legato_profile_block (profile, legato_cursor_get_text (row, 0), leg, cause,
                        legato_store_parse_day (legato_cursor_get_text (row, 2)));
  return TRUE;
}

static gboolean
read_agreed (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoProfile *profile = data;
  LegatoLeg leg = LEGATO_LEG_LEFT;

  if (!legato_leg_from_id (legato_cursor_get_text (row, 1), &leg))
    return legato_store_fail_at_row (self, NULL, error);
  legato_profile_set_agreed (profile, legato_cursor_get_text (row, 0), leg,
                             legato_store_parse_day (legato_cursor_get_text (row, 2)), TRUE);
  return TRUE;
}

static gboolean
read_joints (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoProfile *profile = data;
  LegatoProfileJoint joint = LEGATO_PROFILE_KNEE;
  LegatoLeg leg = LEGATO_LEG_BOTH;

  if (legato_profile_joint_from_id (legato_cursor_get_text (row, 0), &joint)
      && legato_leg_from_id (legato_cursor_get_text (row, 1), &leg) && leg != LEGATO_LEG_BOTH)
    legato_profile_set_joint (profile, joint, leg, TRUE);
  return TRUE;
}

/**
 * legato_store_get_profile:
 *
 * Returns: (transfer full): what the person said about themselves; a new profile if nothing yet
 */
LegatoProfile *
legato_store_get_profile (LegatoStore *self, GError **error)
{
  g_autoptr (LegatoProfile) profile = legato_profile_new ();

  if (!legato_store_read_rows (self, read_numbers, profile, LEGATO_SQL_SELECT_PROFILE, error, "")
      || !legato_store_read_rows (self, read_conditions, profile, LEGATO_SQL_SELECT_CONDITIONS,
                                  error, "")
      || !legato_store_read_rows (self, read_tools, profile, LEGATO_SQL_SELECT_TOOLS, error, "")
      || !legato_store_read_rows (self, read_blocked, profile, LEGATO_SQL_SELECT_BLOCKED, error, "")
      || !legato_store_read_rows (self, read_agreed, profile, LEGATO_SQL_SELECT_AGREED, error, "")
      || !legato_store_read_rows (self, read_joints, profile, LEGATO_SQL_SELECT_JOINTS, error, ""))
    return NULL;
  return g_steal_pointer (&profile);
}

static gboolean
write_answers (LegatoStore *self, const char *question, GStrv ids, GError **error)
{
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      if (!legato_store_run (self, LEGATO_SQL_INSERT_ANSWER, error, "tt", question, ids[i]))
        return FALSE;
    }
  return TRUE;
}

/* In the same transaction, so that no sign that was answered yes can get lost. */
static gboolean
raise_flags (LegatoStore *self, const LegatoCheckIn *check_in, GError **error)
{
  char day[LEGATO_DAY_SIZE];

  legato_store_format_day (legato_check_in_get_day (check_in), day);
  for (gsize i = 0; check_in->flags[i] != NULL; i++)
    {
      if (!legato_store_run (self, LEGATO_SQL_RAISE_FLAG, error, "tt", check_in->flags[i], day))
        return FALSE;
    }
  return TRUE;
}

/** legato_store_replace_check_in: like legato_store_set_check_in(), in the transaction that is
 * open.
 */
gboolean
legato_store_replace_check_in (LegatoStore *self, const LegatoCheckIn *check_in, GError **error)
{
  if (!legato_database_exec (self->db, DELETE_CHECK_IN, error)
      || !legato_store_run (self, LEGATO_SQL_INSERT_CHECK_IN, error, "ii",
                            legato_time_to_us (check_in->at),
                            (gint64) (g_date_time_get_utc_offset (check_in->at) / G_USEC_PER_SEC))
      || !write_answers (self, "flag", check_in->flags, error)
      || !write_answers (self, "did", check_in->did, error) || !raise_flags (self, check_in, error))
    return FALSE;
  for (guint i = 0; i < check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (check_in->soreness, i);

      if (!legato_store_run (self, LEGATO_SQL_INSERT_SORENESS, error, "tti", place->zone,
                             legato_leg_to_id (place->leg), (gint64) place->value))
        return FALSE;
    }
  for (guint i = 0; i < check_in->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (check_in->feelings, i);

      if (!legato_store_run (self, LEGATO_SQL_INSERT_CHECK_IN_FEELING, error, "tti", feeling->id,
                             legato_leg_to_id (feeling->leg), (gint64) feeling->value))
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_store_set_check_in:
 *
 * Puts @check_in in the place of the last one, or changes nothing. Its warning signs stand from
 * then on.
 */
gboolean
legato_store_set_check_in (LegatoStore *self, const LegatoCheckIn *check_in, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, legato_store_replace_check_in (self, check_in, error),
                                 error);
}

static gboolean
read_answers (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoCheckIn *check_in = data;
  const char *id = legato_cursor_get_text (row, 1);

  if (g_str_equal (legato_cursor_get_text (row, 0), "flag"))
    legato_check_in_set_flag (check_in, id, TRUE);
  else
    legato_check_in_set_did (check_in, id, TRUE);
  return TRUE;
}

static gboolean
read_soreness (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoCheckIn *check_in = data;
  LegatoLeg leg = LEGATO_LEG_LEFT;

  if (!legato_leg_from_id (legato_cursor_get_text (row, 1), &leg))
    return legato_store_fail_at_row (self, NULL, error);
  legato_check_in_set_soreness (check_in, legato_cursor_get_text (row, 0), leg,
                                sqlite3_column_int (row, 2));
  return TRUE;
}

static gboolean
read_feelings (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoCheckIn *check_in = data;
  LegatoLeg leg = LEGATO_LEG_BOTH;

  if (!legato_leg_from_id (legato_cursor_get_text (row, 1), &leg))
    return legato_store_fail_at_row (self, NULL, error);
  legato_check_in_set_feeling (check_in, legato_cursor_get_text (row, 0), leg,
                               sqlite3_column_int (row, 2));
  return TRUE;
}

/**
 * legato_store_get_check_in:
 *
 * Returns: (transfer full) (nullable): the last check-in; %NULL without @error if there is none
 */
LegatoCheckIn *
legato_store_get_check_in (LegatoStore *self, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_CHECK_IN, error, "");
  g_autoptr (LegatoCheckIn) check_in = NULL;
  g_autoptr (GDateTime) at = NULL;
  gboolean failed = FALSE;

  if (cursor == NULL || !legato_store_next_row (self, cursor, &failed, error))
    return NULL;
  at = legato_time_from_us (sqlite3_column_int64 (cursor, 0), sqlite3_column_int (cursor, 1));
  check_in = legato_check_in_new (at);
  if (!legato_store_read_rows (self, read_answers, check_in, LEGATO_SQL_SELECT_ANSWERS, error, "")
      || !legato_store_read_rows (self, read_soreness, check_in, LEGATO_SQL_SELECT_SORENESS, error,
                                  "")
      || !legato_store_read_rows (self, read_feelings, check_in,
                                  LEGATO_SQL_SELECT_CHECK_IN_FEELINGS, error, ""))
    return NULL;
  return g_steal_pointer (&check_in);
}

/**
 * legato_store_forget_person:
 *
 * Removes the profile, the last check-in and what stands, also from the file's unused parts and its
 * log.
 */
gboolean
legato_store_forget_person (LegatoStore *self, GError **error)
{
  /* Deleted rows are overwritten (secure_delete, see legato_database_open()). */
  return legato_store_begin (self, error)
         && legato_store_finish (
             self,
             legato_database_exec (self->db, DELETE_PROFILE DELETE_CHECK_IN DELETE_STANDING, error),
             error)
         && legato_database_exec (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}
