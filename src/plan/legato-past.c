/* legato-past.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-past.h"

/* What is known of one place. */
typedef struct
{
  const LegatoPastEvent *rating;
  const LegatoPastEvent *stop;
  gint64 out_until; /* of the last stop */
  gboolean massaged_since;
} PlacePast;

/* A clock that was set back leaves events in the future: they count as just now. */
static gint64
get_time (const LegatoPastEvent *event, gint64 now)
{
  return MIN (event->at, now);
}

static gboolean
is_on (const LegatoPastEvent *event, LegatoPastKind kind, LegatoLeg leg, LegatoZoneSet zone)
{
  return event->kind == kind && event->leg == leg && (event->zones & zone) != 0;
}

static void
find_last_stop (PlacePast *place,
                const LegatoPastEvent *events,
                gsize n_events,
                gint64 now,
                LegatoLeg leg,
                LegatoZoneSet zone)
{
  gint64 stopped = 0;

  for (gsize i = 0; i < n_events; i++)
    if (is_on (&events[i], LEGATO_PAST_STOP, leg, zone)
        && (place->stop == NULL || events[i].at >= place->stop->at))
      place->stop = &events[i];
  if (place->stop == NULL)
    return;

  stopped = get_time (place->stop, now);
  place->out_until = stopped + LEGATO_STOPPED_S;
  /* That a place is fine again counts from the day after the stop on. */
  for (gsize i = 0; i < n_events; i++)
    if (is_on (&events[i], LEGATO_PAST_FINE, leg, zone) && events[i].day > place->stop->day)
      place->out_until = MIN (place->out_until, MAX (get_time (&events[i], now), stopped));
  for (gsize i = 0; i < n_events; i++)
    if (is_on (&events[i], LEGATO_PAST_MASSAGE, leg, zone)
        && get_time (&events[i], now) >= place->out_until)
      place->massaged_since = TRUE;
}

static void
recall_place (LegatoPerson *person,
              const LegatoPastEvent *events,
              gsize n_events,
              gint64 now,
              guint32 today,
              LegatoLeg leg,
              guint rank)
{
  LegatoZoneSet zone = ((LegatoZoneSet) 1) << rank;
  PlacePast place = { NULL };

  for (gsize i = 0; i < n_events; i++)
    {
      const LegatoPastEvent *event = &events[i];

      if (is_on (event, LEGATO_PAST_MASSAGE, leg, zone) && event->firm && event->day + 1 >= today)
        person->pressed[leg] |= zone;
      if (is_on (event, LEGATO_PAST_RATING, leg, zone)
          && (place.rating == NULL || event->at >= place.rating->at))
        place.rating = event;
    }
  if (place.rating != NULL && now - get_time (place.rating, now) <= LEGATO_RATING_S)
    person->soreness[leg][rank] = (guint8) MIN (place.rating->value, 10);

  find_last_stop (&place, events, n_events, now, leg, zone);
  if (place.stop == NULL)
    return;
  if (now < place.out_until)
    person->stopped[leg] |= zone;
  else if (!place.massaged_since)
    person->tender[leg] |= zone;
}

/**
 * legato_person_recall:
 * @events: (array length=n_events): of the past days, in any order; those of the same moment in the
 *   order in which they were written down. Two weeks are enough, and of the stops all to which no
 *   massage has followed
 * @now: Unix time in seconds
 * @today: Julian day of @now where the person is
 *
 * Adds to @person what follows from the past days, as LegatoPerson says of @stopped, @tender,
 * @pressed and @soreness. Events that lie in the future, because a clock was set back, count as
 * just now.
 */
void
legato_person_recall (LegatoPerson *person,
                      const LegatoPastEvent *events,
                      gsize n_events,
                      gint64 now,
                      guint32 today)
{
  LegatoZoneSet named = 0;

  g_return_if_fail (person != NULL);
  g_return_if_fail (events != NULL || n_events == 0);

  for (gsize i = 0; i < n_events; i++)
    {
      g_return_if_fail (events[i].leg != LEGATO_LEG_BOTH);
      named |= events[i].zones;
    }
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint rank = 0; rank < LEGATO_MAX_ZONES; rank++)
      if ((named >> rank) & 1)
        recall_place (person, events, n_events, now, today, leg, rank);
}
