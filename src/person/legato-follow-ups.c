/* legato-follow-ups.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include "legato-follow-ups.h"

/* How many days after the session a moment is. */
static guint32
get_days (LegatoMoment moment)
{
  return moment == LEGATO_MOMENT_NEXT_DAY ? 1 : 2;
}

/**
 * legato_follow_ups_get_session:
 * @entries: (element-type LegatoEntry): newest first
 *
 * Returns: (transfer none) (nullable): the latest session on one's own legs: a new one ends the
 *   questions about the one before
 */
const LegatoEntry *
legato_follow_ups_get_session (GPtrArray *entries)
{
  g_return_val_if_fail (entries != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == LEGATO_ENTRY_SESSION && !legato_entry_is_of_partner (entry))
        return entry;
    }
  return NULL;
}

/** Returns: whether @moment after @session is known; a check-in on that day says it as well, if it
 *   rates a place: a mere note does not say how the legs are */
gboolean
legato_follow_ups_is_answered (GPtrArray *entries, const LegatoEntry *session, LegatoMoment moment)
{
  g_return_val_if_fail (entries != NULL && session != NULL, FALSE);

  if (legato_entry_is_followed_up (session, moment))
    return TRUE;
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == LEGATO_ENTRY_CHECK_IN && entry->ratings->len > 0
          && legato_entry_get_day (entry) == legato_entry_get_day (session) + get_days (moment))
        return TRUE;
    }
  return FALSE;
}

/**
 * legato_follow_ups_find_open:
 * @entries: (element-type LegatoEntry): the last %LEGATO_FOLLOW_UP_DAYS days, newest first
 * @today: the Julian day of today
 * @moment: (out): what can be asked now: what is due first, then what can be caught up
 *
 * Returns: (transfer none) (nullable): the session that it is about
 */
const LegatoEntry *
legato_follow_ups_find_open (GPtrArray *entries, guint32 today, LegatoMoment *moment)
{
  const LegatoEntry *session = legato_follow_ups_get_session (entries);
  static const LegatoMoment moments[] = { LEGATO_MOMENT_SECOND_DAY, LEGATO_MOMENT_NEXT_DAY };

  g_return_val_if_fail (moment != NULL, NULL);

  if (session == NULL || today >= legato_entry_get_day (session) + LEGATO_FOLLOW_UP_DAYS)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    if (today >= legato_entry_get_day (session) + get_days (moments[i])
        && !legato_follow_ups_is_answered (entries, session, moments[i]))
      {
        *moment = moments[i];
        return session;
      }
  return NULL;
}

/**
 * legato_follow_ups_find_moment:
 * @asked: what stood in the question, be it days ago
 * @day: the Julian day on which it was answered
 *
 * Returns: what the answer is about: how the legs are on the second day is not how they were on the
 *   first. From then on, the second day is what it comes nearest to
 */
LegatoMoment
legato_follow_ups_find_moment (const LegatoEntry *session, LegatoMoment asked, guint32 day)
{
  guint32 first = 0;

  g_return_val_if_fail (session != NULL, asked);

  first = legato_entry_get_day (session) + get_days (LEGATO_MOMENT_NEXT_DAY);
  if (day < first)
    return asked;
  return day == first ? LEGATO_MOMENT_NEXT_DAY : LEGATO_MOMENT_SECOND_DAY;
}

/**
 * legato_follow_ups_answer:
 * @today: the Julian day of today: after the day that is asked about, the answer is late
 *
 * Returns: (transfer full): @session with the answer
 */
LegatoEntry *
legato_follow_ups_answer (const LegatoEntry *session,
                          LegatoMoment moment,
                          LegatoCompared compared,
                          guint32 today)
{
  LegatoEntry *answered = NULL;

  g_return_val_if_fail (session != NULL, NULL);

  answered = legato_entry_copy (session);
  legato_entry_add_follow_up (answered, moment, compared,
                              today > legato_entry_get_day (session) + get_days (moment));
  return answered;
}
