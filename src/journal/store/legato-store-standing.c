/* legato-store-standing.c: what stands until it is answered again, to rows and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-store-private.h"
#include "legato-store-standing.h"

static gboolean
write_flags (LegatoStore *self, const LegatoStanding *standing, GError **error)
{
  for (guint i = 0; i < standing->flags->len; i++)
    {
      const LegatoFlag *flag = g_ptr_array_index (standing->flags, i);
      char since[LEGATO_DAY_SIZE], answered[LEGATO_DAY_SIZE];

      legato_store_format_day (flag->since, since);
      if (flag->answer != LEGATO_FLAG_STANDS)
        legato_store_format_day (flag->answered, answered);
      if (!legato_store_run (self, LEGATO_SQL_INSERT_FLAG, error, "tttt", flag->id, since,
                             legato_flag_answer_to_id (flag->answer),
                             flag->answer != LEGATO_FLAG_STANDS ? answered : NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_fine_places (LegatoStore *self, const LegatoStanding *standing, GError **error)
{
  for (guint i = 0; i < standing->fine->len; i++)
    {
      const LegatoFinePlace *place = g_ptr_array_index (standing->fine, i);
      char day[LEGATO_DAY_SIZE];

      legato_store_format_day (place->day, day);
      if (!legato_store_run (self, LEGATO_SQL_INSERT_FINE_PLACE, error, "tttt", place->stop,
                             place->zone, legato_leg_to_id (place->leg), day))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_asked (LegatoStore *self, const LegatoStanding *standing, GError **error)
{
  for (guint i = 0; i < standing->asked->len; i++)
    {
      const LegatoAsked *asked = g_ptr_array_index (standing->asked, i);
      char day[LEGATO_DAY_SIZE];

      legato_store_format_day (asked->day, day);
      if (!legato_store_run (self, LEGATO_SQL_INSERT_ASKED, error, "tttt", asked->rule,
                             asked->zone != NULL ? asked->zone : "", legato_leg_to_id (asked->leg),
                             day))
        return FALSE;
    }
  return TRUE;
}

/** legato_store_replace_standing: like legato_store_set_standing(), in the transaction that is
 * open.
 */
gboolean
legato_store_replace_standing (LegatoStore *self, const LegatoStanding *standing, GError **error)
{
  return legato_database_exec (self->db,
                               "DELETE FROM flag; DELETE FROM fine_place; DELETE FROM asked", error)
         && write_flags (self, standing, error) && write_fine_places (self, standing, error)
         && write_asked (self, standing, error);
}

/**
 * legato_store_set_standing:
 *
 * Puts @standing in the place of what stood before, or changes nothing.
 */
gboolean
legato_store_set_standing (LegatoStore *self, const LegatoStanding *standing, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, legato_store_replace_standing (self, standing, error),
                                 error);
}

static gboolean
read_flags (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoStanding *standing = data;
  const char *answered = legato_cursor_get_text (row, 3);
  LegatoFlagAnswer answer = LEGATO_FLAG_STANDS;

  /* What a damaged file says of the answer is taken for none: the sign stands. */
  legato_flag_answer_from_id (legato_cursor_get_text (row, 2), &answer);
  legato_standing_set_flag (standing, legato_cursor_get_text (row, 0),
                            legato_store_parse_day (legato_cursor_get_text (row, 1)), answer,
                            answered != NULL ? legato_store_parse_day (answered) : 0);
  return TRUE;
}

static gboolean
read_fine_places (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoStanding *standing = data;
  LegatoLeg leg = LEGATO_LEG_BOTH;

  if (legato_leg_from_id (legato_cursor_get_text (row, 2), &leg) && leg != LEGATO_LEG_BOTH)
    legato_standing_set_fine (standing, legato_cursor_get_text (row, 0),
                              legato_cursor_get_text (row, 1), leg,
                              legato_store_parse_day (legato_cursor_get_text (row, 3)));
  return TRUE;
}

static gboolean
read_asked (LegatoStore *self, LegatoCursor *row, gpointer data, GError **error)
{
  LegatoStanding *standing = data;
  const char *zone = legato_cursor_get_text (row, 1);
  LegatoLeg leg = LEGATO_LEG_BOTH;

  if (legato_leg_from_id (legato_cursor_get_text (row, 2), &leg))
    legato_standing_set_asked (standing, legato_cursor_get_text (row, 0),
                               *zone != '\0' ? zone : NULL, leg,
                               legato_store_parse_day (legato_cursor_get_text (row, 3)));
  return TRUE;
}

/** Returns: (transfer full): what stands; nothing if nothing was ever answered; %NULL with @error
 *   set */
LegatoStanding *
legato_store_get_standing (LegatoStore *self, GError **error)
{
  g_autoptr (LegatoStanding) standing = legato_standing_new ();

  if (!legato_store_read_rows (self, read_flags, standing, LEGATO_SQL_SELECT_FLAGS, error, "")
      || !legato_store_read_rows (self, read_fine_places, standing, LEGATO_SQL_SELECT_FINE_PLACES,
                                  error, "")
      || !legato_store_read_rows (self, read_asked, standing, LEGATO_SQL_SELECT_ASKED, error, ""))
    return NULL;
  return g_steal_pointer (&standing);
}
