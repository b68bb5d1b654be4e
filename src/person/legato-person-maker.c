/* legato-person-maker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include <string.h>

#include "legato-person-maker.h"

/* What people notice as a change (domain.md §8), and what calls for a gentler session (§6). */
#define WORSE_BY 2

static LegatoZoneSet
get_bit (LegatoGuide *guide, const char *zone_id)
{
  const LegatoZone *zone = legato_guide_find_zone (guide, zone_id);

  return zone != NULL ? LEGATO_ZONE_BIT (zone) : 0;
}

static guint
get_condition_bit (const char *id)
{
  LegatoCondition condition;

  return legato_condition_from_id (id, &condition) ? condition : 0;
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

      if (place->cause == LEGATO_CAUSE_NUMB)
        person->numb[place->leg] |= get_bit (guide, place->zone);
      person->blocked[place->leg] |= get_bit (guide, place->zone);
    }
  for (guint i = 0; i < profile->agreed->len; i++)
    {
      const LegatoProfilePlace *place = g_ptr_array_index (profile->agreed, i);

      person->agreed[place->leg] |= get_bit (guide, place->zone);
    }
}

static void
add_check_in (LegatoPerson *person, LegatoGuide *guide, const LegatoCheckIn *check_in)
{
  for (gsize i = 0; check_in->flags[i] != NULL; i++)
    {
      LegatoSign sign;

      person->signs |= legato_sign_from_id (check_in->flags[i], &sign) ? sign : 0;
    }
  for (gsize i = 0; check_in->did[i] != NULL; i++)
    person->conditions |= get_condition_bit (check_in->did[i]);
  for (guint i = 0; i < check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (check_in->soreness, i);
      const LegatoZone *zone = legato_guide_find_zone (guide, place->zone);

      if (zone != NULL)
        person->soreness[place->leg][zone->rank] = (guint8) place->value;
    }
}

static guint32
get_day (const LegatoEntry *entry)
{
  GDate day;

  legato_entry_get_day (entry, &day);
  return g_date_get_julian (&day);
}

/* What yesterday was pressed moderately or worked with a tool. */
static void
add_pressed (LegatoPerson *person, LegatoGuide *guide, const LegatoEntry *entry)
{
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);
      const LegatoTechnique *technique = legato_guide_find_technique (guide, step->technique);
      gboolean with_tool = technique != NULL && technique->kind == LEGATO_TECHNIQUE_TOOL;

      if (step->done_ms == 0 || (step->pressure < LEGATO_PRESSURE_MODERATE && !with_tool))
        continue;
      for (gsize z = 0; step->zones[z] != NULL; z++)
        for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
          if (step->leg == LEGATO_LEG_BOTH || (int) step->leg == leg)
            person->pressed[leg] |= get_bit (guide, step->zones[z]);
    }
}

static const LegatoRating *
find_rating (const LegatoEntry *entry, const char *zone, LegatoLeg leg, LegatoMoment moment)
{
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      if (rating->moment == moment && rating->leg == leg && g_str_equal (rating->zone, zone))
        return rating;
    }
  return NULL;
}

/* How sore the place was when the session had ended; before it, if that was not asked. */
static const LegatoRating *
find_first_rating (const LegatoEntry *entry, const char *zone, LegatoLeg leg)
{
  const LegatoRating *after = find_rating (entry, zone, leg, LEGATO_MOMENT_AFTER);

  return after != NULL ? after : find_rating (entry, zone, leg, LEGATO_MOMENT_BEFORE);
}

static void
compare (LegatoPerson *person,
         LegatoGuide *guide,
         const LegatoEntry *session,
         const char *zone,
         LegatoLeg leg,
         guint next_day)
{
  const LegatoRating *first = find_first_rating (session, zone, leg);

  if (first != NULL && next_day >= first->value + WORSE_BY)
    {
      person->worse[leg] |= get_bit (guide, zone);
      person->conditions |= LEGATO_CONDITION_WORSE_AFTER_LAST;
    }
}

/* Of the last session of an earlier day: what was rated on the day after it, and if that day is
 * today, what the check-in says. */
static void
add_worse (LegatoPerson *person,
           LegatoGuide *guide,
           const LegatoEntry *session,
           const LegatoCheckIn *check_in,
           guint32 today)
{
  for (guint i = 0; i < session->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (session->ratings, i);

      if (rating->moment == LEGATO_MOMENT_NEXT_DAY)
        compare (person, guide, session, rating->zone, rating->leg, rating->value);
    }
  if (check_in == NULL || get_day (session) + 1 != today)
    return;
  for (guint i = 0; i < check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (check_in->soreness, i);

      compare (person, guide, session, place->zone, place->leg, place->value);
    }
}

static void
add_history (LegatoPerson *person,
             LegatoGuide *guide,
             GPtrArray *entries,
             const LegatoCheckIn *check_in,
             guint32 today)
{
  const LegatoEntry *last = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);
      guint32 day = get_day (entry);

      if (entry->kind != LEGATO_ENTRY_SESSION || day >= today)
        continue;
      if (day + 1 == today)
        add_pressed (person, guide, entry);
      if (last == NULL || g_date_time_compare (entry->at, last->at) > 0)
        last = entry;
    }
  if (last != NULL && today - get_day (last) <= LEGATO_PERSON_HISTORY_DAYS)
    add_worse (person, guide, last, check_in, today);
}

/**
 * legato_person_make:
 * @person: (out caller-allocates): all of what the planner wants to know
 * @check_in: (nullable): the last one; it counts only if it is of @today
 * @entries: (nullable) (element-type LegatoEntry): the last days' entries, in any order; those of
 *   more than %LEGATO_PERSON_HISTORY_DAYS days ago mean nothing
 * @today: Julian day
 */
void
legato_person_make (LegatoPerson *person,
                    LegatoGuide *guide,
                    const LegatoProfile *profile,
                    const LegatoCheckIn *check_in,
                    GPtrArray *entries,
                    guint32 today)
{
  g_return_if_fail (person != NULL && guide != NULL && profile != NULL);

  memset (person, 0, sizeof *person);
  if (check_in != NULL && legato_check_in_get_day (check_in) != today)
    check_in = NULL;

  add_profile (person, guide, profile);
  if (check_in != NULL)
    add_check_in (person, guide, check_in);
  if (entries != NULL)
    add_history (person, guide, entries, check_in, today);
}
