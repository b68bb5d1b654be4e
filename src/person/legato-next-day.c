/* legato-next-day.c: what felt worse on the day after a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include "legato-next-day.h"
#include "legato-zone-set.h"

/* What people notice as a change (docs/domain.md §8), and what calls for a gentler session (§6). */
#define WORSE_BY 2

/* A session of longer ago says nothing of today [D]. */
#define WORSE_DAYS 14

/* How sore the place was when the session had ended; before it, if that was not asked. */
static const LegatoRating *
find_first_rating (const LegatoEntry *entry, const char *zone, LegatoLeg leg)
{
  const LegatoRating *after = legato_entry_find_rating (entry, zone, leg, LEGATO_MOMENT_AFTER);

  return after != NULL ? after : legato_entry_find_rating (entry, zone, leg, LEGATO_MOMENT_BEFORE);
}

static void
compare_next_day (LegatoGuide *guide,
                  const LegatoEntry *session,
                  const char *zone,
                  LegatoLeg leg,
                  guint next_day,
                  LegatoZoneSet worse[2])
{
  const LegatoRating *first = find_first_rating (session, zone, leg);

  if (first != NULL && next_day >= first->value + WORSE_BY)
    worse[leg] |= legato_zone_set_of_id (guide, zone);
}

/* The places of the hands, or those that an exercise stretches or works. */
static LegatoZoneSet
get_worked (LegatoGuide *guide, const LegatoDoneStep *step)
{
  const LegatoTechnique *technique = legato_guide_find_technique (guide, step->technique);

  if (step->done_ms == 0)
    return 0;
  return legato_zone_set_of_ids (guide, (const char *const *) step->zones)
         | (technique != NULL ? legato_zone_set_of (technique->loads) : 0);
}

/* Said in one tap, without a place: then it may be any that was worked. */
static void
add_worked (LegatoGuide *guide, const LegatoEntry *session, LegatoZoneSet worse[2])
{
  for (guint i = 0; i < session->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (session->steps, i);
      LegatoZoneSet worked = get_worked (guide, step);

      if (step->leg != LEGATO_LEG_RIGHT)
        worse[LEGATO_LEG_LEFT] |= worked;
      if (step->leg != LEGATO_LEG_LEFT)
        worse[LEGATO_LEG_RIGHT] |= worked;
    }
}

/**
 * legato_next_day_find_rated:
 * @entries: (element-type LegatoEntry): the person's, in any order
 * @check_in: (nullable): their last
 * @worse: (out caller-allocates): places that felt worse by 2 points or more on the day after
 *   @session: as it was rated there, or at a check-in on that day
 *
 * Returns: whether there is any
 */
gboolean
legato_next_day_find_rated (LegatoGuide *guide,
                            const LegatoEntry *session,
                            const GPtrArray *entries,
                            const LegatoCheckIn *check_in,
                            LegatoZoneSet worse[2])
{
  guint32 next_day = legato_entry_get_day (session) + 1;

  worse[LEGATO_LEG_LEFT] = 0;
  worse[LEGATO_LEG_RIGHT] = 0;
  for (guint i = 0; i < session->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (session->ratings, i);

      if (rating->moment == LEGATO_MOMENT_NEXT_DAY)
        compare_next_day (guide, session, rating->zone, rating->leg, rating->value, worse);
    }
  for (guint i = 0; check_in != NULL && i < check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (check_in->soreness, i);

      if (legato_check_in_get_day (check_in) == next_day)
        compare_next_day (guide, session, place->zone, place->leg, place->value, worse);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (entry == session || legato_entry_get_day (entry) != next_day)
        continue;
      for (guint r = 0; r < entry->ratings->len; r++)
        {
          const LegatoRating *rating = g_ptr_array_index (entry->ratings, r);

          if (rating->moment == LEGATO_MOMENT_BEFORE || rating->moment == LEGATO_MOMENT_CHECK_IN)
            compare_next_day (guide, session, rating->zone, rating->leg, rating->value, worse);
        }
    }
  return worse[LEGATO_LEG_LEFT] != 0 || worse[LEGATO_LEG_RIGHT] != 0;
}

/**
 * legato_next_day_find_worse:
 *
 * As legato_next_day_find_rated(); if no place was rated and it was only said that the legs were
 * worse, @worse are all that were touched or stretched, be it none.
 *
 * Returns: whether it felt worse
 */
gboolean
legato_next_day_find_worse (LegatoGuide *guide,
                            const LegatoEntry *session,
                            const GPtrArray *entries,
                            const LegatoCheckIn *check_in,
                            LegatoZoneSet worse[2])
{
  const LegatoFollowUp *follow_up = NULL;

  if (legato_next_day_find_rated (guide, session, entries, check_in, worse))
    return TRUE;
  follow_up = legato_entry_find_follow_up (session, LEGATO_MOMENT_NEXT_DAY);
  if (follow_up == NULL || follow_up->compared != LEGATO_COMPARED_WORSE)
    return FALSE;
  add_worked (guide, session, worse);
  return TRUE;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const LegatoEntry *const *first = a;
  const LegatoEntry *const *second = b;

  return g_date_time_compare ((*second)->at, (*first)->at);
}

/**
 * legato_next_day_list_sessions:
 * @entries: (nullable) (element-type LegatoEntry): in any order
 * @today: Julian day
 *
 * Returns: (transfer container) (element-type LegatoEntry): the sessions of earlier days that still
 *   say something of @today, newest first
 */
GPtrArray *
legato_next_day_list_sessions (const GPtrArray *entries, guint32 today)
{
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      LegatoEntry *entry = g_ptr_array_index (entries, i);
      guint32 day = legato_entry_get_day (entry);

      if (entry->kind == LEGATO_ENTRY_SESSION && day < today && today - day <= WORSE_DAYS)
        g_ptr_array_add (sessions, entry);
    }
  g_ptr_array_sort (sessions, compare_newest_first);
  return sessions;
}
