/* legato-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include <string.h>

#include "legato-dates.h"
#include "legato-history.h"
#include "legato-next-day.h"
#include "legato-past.h"
#include "legato-zone-set.h"

/* Where it was only said that the legs were worse, no place is known, and all that were touched
 * rest so many days after the session, as after a stop; after that they are touched lightly [D]. */
#define WORSE_REST_DAYS 2

#define DAY_S (24 * 60 * 60)

static guint
get_condition_bit (const char *id)
{
  LegatoCondition condition;

  return legato_condition_from_id (id, &condition) ? condition : 0;
}

/** Returns: Julian day of now, by the calendar of where the person is */
guint32
legato_history_get_today (const LegatoHistory *self)
{
  return legato_dates_get_day (self->now);
}

/**
 * legato_history_get_day:
 *
 * Returns: Julian day on which @entry ended: the later one of the calendar there and the calendar
 *   here, so that no journey makes it longer ago; today for one that seems to lie in the future
 */
guint32
legato_history_get_day (const LegatoHistory *self, const LegatoEntry *entry)
{
  g_autoptr (GDateTime) end = g_date_time_add_seconds (entry->at, entry->done_s);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (end, g_date_time_get_timezone (self->now));

  return MIN (MAX (legato_dates_get_day (end), legato_dates_get_day (here)),
              legato_history_get_today (self));
}

static const LegatoCheckIn *
get_todays_check_in (const LegatoHistory *self)
{
  if (self->check_in == NULL
      || legato_check_in_get_day (self->check_in) != legato_history_get_today (self))
    return NULL;
  return self->check_in;
}

static void
add_profile (LegatoPerson *person, LegatoGuide *guide, const LegatoProfile *profile)
{
  for (guint i = 0; i < profile->conditions->len; i++)
    {
      const LegatoProfileCondition *condition = g_ptr_array_index (profile->conditions, i);
      guint bit = get_condition_bit (condition->id);

      person->conditions |= bit;
      if (condition->cleared != 0)
        person->cleared |= bit & LEGATO_CONDITIONS_CLEARABLE;
    }
  for (guint i = 0; i < profile->blocked->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (profile->blocked, i);

      /* Whoever marks such a place has what it shows, be it that they were not asked for that. */
      if (place->cause == LEGATO_CAUSE_NUMB)
        {
          person->numb[place->leg] |= legato_zone_set_of_id (guide, place->zone);
          person->conditions |= LEGATO_CONDITION_NEUROPATHY;
        }
      if (place->cause == LEGATO_CAUSE_VEIN)
        person->conditions |= LEGATO_CONDITION_VEINS;
      person->blocked[place->leg] |= legato_zone_set_of_id (guide, place->zone);
    }
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      if (legato_profile_has_joint (profile, LEGATO_PROFILE_KNEE, (LegatoLeg) leg))
        person->joints[leg] |= LEGATO_JOINT_KNEE;
      if (legato_profile_has_joint (profile, LEGATO_PROFILE_HIP, (LegatoLeg) leg))
        person->joints[leg] |= LEGATO_JOINT_HIP;
    }
  for (guint i = 0; i < profile->agreed->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (profile->agreed, i);

      person->agreed[place->leg] |= legato_zone_set_of_id (guide, place->zone);
    }
}

static void
add_tight (LegatoPerson *person, LegatoGuide *guide, const LegatoCheckIn *todays)
{
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint z = 0; todays != NULL && z < zones->len; z++)
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      {
        const LegatoZone *zone = g_ptr_array_index (zones, z);

        if (legato_check_in_is_tight (todays, zone->id, (LegatoLeg) leg))
          person->tight[leg] |= LEGATO_ZONE_BIT (zone);
      }
  if ((person->tight[LEGATO_LEG_LEFT] | person->tight[LEGATO_LEG_RIGHT]) != 0)
    person->conditions |= LEGATO_CONDITION_TIGHT;
}

static void
add_signs (LegatoPerson *person, const LegatoStanding *standing)
{
  for (guint i = 0; i < standing->flags->len; i++)
    {
      const LegatoFlag *flag = g_ptr_array_index (standing->flags, i);
      LegatoSign sign;

      if (flag->answer == LEGATO_FLAG_STANDS && legato_sign_from_id (flag->id, &sign))
        person->signs |= sign;
    }
}

static void
add_event (GArray *events, const LegatoPastEvent *event, LegatoLeg leg)
{
  for (int side = LEGATO_LEG_LEFT; side <= LEGATO_LEG_RIGHT; side++)
    {
      LegatoPastEvent copy = *event;

      copy.leg = (LegatoLeg) side;
      if (copy.zones != 0 && (leg == LEGATO_LEG_BOTH || (int) leg == side))
        g_array_append_val (events, copy);
    }
}

static void
add_massage (const LegatoHistory *self,
             LegatoGuide *guide,
             const LegatoEntry *entry,
             GArray *events)
{
  gint64 at = g_date_time_to_unix (entry->at);

  /* A time in the future shows that a clock was wrong: it may have been before any stop. */
  if (at > g_date_time_to_unix (self->now))
    at = 0;
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);
      const LegatoTechnique *technique = legato_guide_find_technique (guide, step->technique);
      const LegatoPastEvent event = {
        .kind = LEGATO_PAST_MASSAGE,
        .at = at,
        .day = legato_history_get_day (self, entry),
        .zones = legato_zone_set_of_ids (guide, (const char *const *) step->zones),
        .firm = step->pressure >= LEGATO_PRESSURE_MODERATE
                || (technique != NULL && technique->kind == LEGATO_TECHNIQUE_TOOL),
      };

      if (step->done_ms > 0)
        add_event (events, &event, step->leg);
    }
}

/* Where it hurt, or if that could not be said, what the hands were on. */
static void
get_stopped (LegatoGuide *guide, const LegatoEntry *stop, LegatoZoneSet zones[2])
{
  zones[LEGATO_LEG_LEFT] = 0;
  zones[LEGATO_LEG_RIGHT] = 0;
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      if (stop->zone != NULL && (stop->leg == LEGATO_LEG_BOTH || (int) stop->leg == leg))
        zones[leg] |= legato_zone_set_of_id (guide, stop->zone);
      for (guint i = 0; stop->zone == NULL && i < stop->steps->len; i++)
        {
          const LegatoDoneStep *step = g_ptr_array_index (stop->steps, i);

          if (step->leg == LEGATO_LEG_BOTH || (int) step->leg == leg)
            zones[leg] |= legato_zone_set_of_ids (guide, (const char *const *) step->zones);
        }
    }
}

/* One stop of one place, and whether the person said that it is fine again. */
typedef struct
{
  const LegatoEntry *entry;
  const LegatoFinePlace *fine;
} Stop;

/* Of the stops of a place, the one that counts: the last one that is not fine again; only if there
 * is none such, the last one. So no clock that was wrong at an older stop hides a newer one. */
static gboolean
find_stop (const LegatoHistory *self,
           LegatoGuide *guide,
           const LegatoZone *zone,
           LegatoLeg leg,
           Stop *found)
{
  *found = (Stop){ NULL };
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      Stop stop = { g_ptr_array_index (self->entries, i), NULL };
      LegatoZoneSet zones[2];

      if (stop.entry->kind != LEGATO_ENTRY_STOP)
        continue;
      get_stopped (guide, stop.entry, zones);
      if ((zones[leg] & LEGATO_ZONE_BIT (zone)) == 0)
        continue;
      if (self->standing != NULL)
        stop.fine = legato_standing_find_fine (self->standing, stop.entry->uuid, zone->id, leg);
      if (found->entry == NULL || (found->fine != NULL && stop.fine == NULL)
          || ((found->fine != NULL) == (stop.fine != NULL)
              && g_date_time_compare (stop.entry->at, found->entry->at) > 0))
        *found = stop;
    }
  return found->entry != NULL;
}

static void
add_stops (const LegatoHistory *self, LegatoGuide *guide, GArray *events)
{
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint z = 0; z < zones->len; z++)
      {
        const LegatoZone *zone = g_ptr_array_index (zones, z);
        LegatoPastEvent event = { .kind = LEGATO_PAST_STOP, .zones = LEGATO_ZONE_BIT (zone) };
        Stop stop;

        if (!find_stop (self, guide, zone, (LegatoLeg) leg, &stop))
          continue;
        event.at = g_date_time_to_unix (stop.entry->at);
        event.day = legato_entry_get_day (stop.entry);
        add_event (events, &event, (LegatoLeg) leg);
        if (stop.fine == NULL)
          continue;
        /* "It is fine again" is dated by its day, at least one after the stop, whatever the clock
         * said. */
        event.kind = LEGATO_PAST_FINE;
        event.at = g_date_time_to_unix (self->now)
                   - (gint64) (legato_history_get_today (self)
                               - MIN (stop.fine->day, legato_history_get_today (self)))
                         * DAY_S;
        event.day = MAX (stop.fine->day, event.day + 1);
        add_event (events, &event, (LegatoLeg) leg);
      }
}

/* A rating of one place, and the earliest time at which it may have been felt. */
typedef struct
{
  LegatoPastEvent event;
  gint64 earliest;
} Rating;

static gint64
get_start_of_day (GDateTime *time, int days_later)
{
  g_autoptr (GDateTime) later = g_date_time_add_days (time, days_later);
  g_autoptr (GDateTime) start = g_date_time_new (
      g_date_time_get_timezone (later), g_date_time_get_year (later), g_date_time_get_month (later),
      g_date_time_get_day_of_month (later), 0, 0, 0);

  return g_date_time_to_unix (start != NULL ? start : later);
}

static void
set_time (Rating *rating, GDateTime *entry_at, guint done_s, LegatoMoment moment)
{
  gint64 at = g_date_time_to_unix (entry_at);

  rating->event.at = at;
  rating->earliest = at;
  switch (moment)
    {
    case LEGATO_MOMENT_BEFORE:
    case LEGATO_MOMENT_CHECK_IN:
      break;
    case LEGATO_MOMENT_AFTER:
      rating->event.at = at + done_s;
      rating->earliest = rating->event.at;
      break;
    case LEGATO_MOMENT_NEXT_DAY:
      rating->event.at = at + DAY_S;
      rating->earliest = get_start_of_day (entry_at, 1);
      break;
    case LEGATO_MOMENT_SECOND_DAY:
      rating->event.at = at + 2 * DAY_S;
      rating->earliest = get_start_of_day (entry_at, 2);
      break;
    }
}

static void
add_rating (GArray *ratings, Rating *rating, LegatoLeg leg, gint64 now)
{
  /* The clock was set back since: when it was felt is not known any more. */
  if (rating->earliest > now)
    rating->earliest = now - LEGATO_RATING_S;
  rating->event.at = MIN (rating->event.at, now);
  rating->event.kind = LEGATO_PAST_RATING;
  rating->event.leg = leg;
  if (rating->event.zones != 0)
    g_array_append_val (ratings, *rating);
}

static void
collect_ratings (const LegatoHistory *self, LegatoGuide *guide, GPtrArray *entries, GArray *ratings)
{
  gint64 now = g_date_time_to_unix (self->now);

  for (guint i = 0; self->check_in != NULL && i < self->check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (self->check_in->soreness, i);
      Rating rating = { { .zones = legato_zone_set_of_id (guide, place->zone),
                          .value = place->value } };

      set_time (&rating, self->check_in->at, 0, LEGATO_MOMENT_CHECK_IN);
      add_rating (ratings, &rating, place->leg, now);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      for (guint r = 0; r < entry->ratings->len; r++)
        {
          const LegatoRating *given = g_ptr_array_index (entry->ratings, r);
          Rating rating = { { .zones = legato_zone_set_of_id (guide, given->zone),
                              .value = given->value } };

          set_time (&rating, entry->at, entry->done_s, given->moment);
          add_rating (ratings, &rating, given->leg, now);
        }
    }
}

/* The latest rating of a place counts. Where it cannot be told which of two is the latest, because
 * the journal knows only the day or a clock was set back, the sorer one does. */
static void
add_ratings (const LegatoHistory *self, LegatoGuide *guide, GPtrArray *entries, GArray *events)
{
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (Rating));

  collect_ratings (self, guide, entries, ratings);
  for (guint i = 0; i < ratings->len; i++)
    {
      const Rating *rating = &g_array_index (ratings, Rating, i);
      LegatoPastEvent event = rating->event;

      for (guint other = 0; rating->earliest < event.at && other < ratings->len; other++)
        {
          const Rating *before = &g_array_index (ratings, Rating, other);

          if (before->event.leg == event.leg && before->event.zones == event.zones
              && before->event.at >= rating->earliest)
            event.value = MAX (event.value, before->event.value);
        }
      g_array_append_val (events, event);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const LegatoEntry *const *first = a;
  const LegatoEntry *const *second = b;

  return g_date_time_compare ((*first)->recorded_at, (*second)->recorded_at);
}

static void
add_past (const LegatoHistory *self, LegatoGuide *guide, LegatoPerson *person)
{
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (LegatoPastEvent));
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  gint64 now = g_date_time_to_unix (self->now);

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    g_ptr_array_add (entries, g_ptr_array_index (self->entries, i));
  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == LEGATO_ENTRY_SESSION)
        add_massage (self, guide, entry, events);
    }
  add_ratings (self, guide, entries, events);
  add_stops (self, guide, events);
  legato_person_recall (person, (const LegatoPastEvent *) events->data, events->len, now,
                        legato_history_get_today (self));
}

/* What felt worse after the last session rests. If the one before felt worse too, so does what felt
 * worse after that. */
static void
add_worse (const LegatoHistory *self, LegatoGuide *guide, LegatoPerson *person)
{
  guint32 today = legato_history_get_today (self);
  g_autoptr (GPtrArray) sessions = legato_next_day_list_sessions (self->entries, today);
  LegatoZoneSet worse[2][2] = { { 0 } };
  LegatoZoneSet rated[2];
  const LegatoEntry *last = sessions->len > 0 ? g_ptr_array_index (sessions, 0) : NULL;
  guint n = 0;

  while (n < MIN (sessions->len, 2)
         && legato_next_day_find_worse (guide, g_ptr_array_index (sessions, n), self->entries,
                                        self->check_in, worse[n]))
    n++;
  if (n == 0)
    return;
  person->conditions |= LEGATO_CONDITION_WORSE_AFTER_LAST;
  if (n == 1 && today - legato_entry_get_day (last) > WORSE_REST_DAYS
      && !legato_next_day_find_rated (guide, last, self->entries, self->check_in, rated))
    return;
  for (guint i = 0; i < n; i++)
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      person->worse[leg] |= worse[i][leg];
}

/**
 * legato_history_make_person:
 * @person: (out caller-allocates): all of what the planner wants to know
 *
 * A pure function: the same history makes the same person, without a look at any clock or file.
 */
void
legato_history_make_person (const LegatoHistory *self, LegatoGuide *guide, LegatoPerson *person)
{
  const LegatoCheckIn *todays = NULL;

  g_return_if_fail (self != NULL && self->profile != NULL && self->now != NULL);
  g_return_if_fail (guide != NULL && person != NULL);

  memset (person, 0, sizeof *person);
  todays = get_todays_check_in (self);
  add_profile (person, guide, self->profile);
  for (gsize i = 0; todays != NULL && todays->did[i] != NULL; i++)
    person->conditions |= get_condition_bit (todays->did[i]);
  add_tight (person, guide, todays);
  if (self->standing != NULL)
    add_signs (person, self->standing);
  add_past (self, guide, person);
  add_worse (self, guide, person);
}

/* Somebody else was massaged: the entry says nothing of this person's legs. One that was cut off
 * may have been put into the journal without a reason. */
static gboolean
is_of_partner (LegatoGuide *guide, const LegatoEntry *entry)
{
  const LegatoRoutine *routine =
      entry->routine != NULL ? legato_guide_find_routine (guide, entry->routine) : NULL;

  return legato_entry_is_of_partner (entry)
         || g_strcmp0 (entry->goal, legato_goal_to_id (LEGATO_GOAL_PARTNER)) == 0
         || (routine != NULL && routine->partner);
}

/**
 * legato_history_make_cut_off:
 *
 * Returns: (transfer full): what was done of a session that was cut off; of a partner's it says so
 */
LegatoEntry *
legato_history_make_cut_off (LegatoGuide *guide, const LegatoRunning *running)
{
  LegatoEntry *entry = NULL;

  g_return_val_if_fail (guide != NULL && running != NULL, NULL);

  entry = legato_running_make_entry (running);
  if (is_of_partner (guide, entry))
    legato_entry_set_of_partner (entry, TRUE);
  return entry;
}

/**
 * legato_history_list_own:
 * @entries: (nullable) (element-type LegatoEntry)
 * @own: (element-type LegatoEntry): gets those of @entries that are about the legs of the person
 *   whose journal it is
 */
void
legato_history_list_own (GPtrArray *entries, LegatoGuide *guide, GPtrArray *own)
{
  g_return_if_fail (guide != NULL && own != NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (!is_of_partner (guide, g_ptr_array_index (entries, i)))
      g_ptr_array_add (own, g_ptr_array_index (entries, i));
}

/* Not on the day of the stop, and a day that was set back to is not a later one. A stop of further
 * ahead shows that the clock was wrong when it was made. */
static gboolean
may_be_fine (const LegatoHistory *self, const LegatoEntry *stop)
{
  guint32 today = legato_history_get_today (self);
  guint32 day = legato_entry_get_day (stop);

  return today > day || day - today > LEGATO_STOPPED_S / DAY_S;
}

/**
 * legato_history_list_stopped:
 *
 * Returns: (transfer full) (element-type LegatoStoppedPlace): the places that are left out or
 *   touched lightly because of a stop; left leg first, distal to proximal
 */
GArray *
legato_history_list_stopped (const LegatoHistory *self, LegatoGuide *guide)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LegatoStoppedPlace));
  GPtrArray *zones = legato_guide_get_zones (guide);
  LegatoPerson person;

  legato_history_make_person (self, guide, &person);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint z = 0; z < zones->len; z++)
      {
        const LegatoZone *zone = g_ptr_array_index (zones, z);
        LegatoZoneSet bit = LEGATO_ZONE_BIT (zone);
        LegatoStoppedPlace place = { .zone = zone, .leg = (LegatoLeg) leg };
        Stop stop;

        if (((person.stopped[leg] | person.tender[leg]) & bit) == 0
            || !find_stop (self, guide, zone, (LegatoLeg) leg, &stop))
          continue;
        place.stop = stop.entry->uuid;
        place.out = (person.stopped[leg] & bit) != 0;
        place.may_be_fine = place.out && may_be_fine (self, stop.entry);
        g_array_append_val (places, place);
      }
  return places;
}
