/* legato-period.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <math.h>

#include "legato-period.h"

#define DAYS_A_WEEK 7

struct _LegatoPeriod
{
  guint32 first_day;
  guint n_weeks;
  GArray *ratings;    /* of LegatoSoreness */
  GPtrArray *entries; /* of LegatoEntry */
  LegatoHeatmap *heatmap;
  LegatoPeriodDay *days;
  guint n_days_written;
  GArray *places; /* of LegatoPeriodPlace */
  LegatoMoment usual_moment;
  GArray *pairs[LEGATO_PERIOD_N_PAIRS];
};

static void
period_clear (LegatoPeriod *self)
{
  for (guint i = 0; i < LEGATO_PERIOD_N_PAIRS; i++)
    g_array_unref (self->pairs[i]);
  g_array_unref (self->places);
  g_free (self->days);
  legato_heatmap_free (self->heatmap);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->ratings);
}

static guint
count_days (LegatoPeriod *self)
{
  return self->n_weeks * DAYS_A_WEEK;
}

static LegatoPeriodDay *
find_day (LegatoPeriod *self, guint32 day)
{
  return day >= self->first_day && day < self->first_day + count_days (self)
             ? &self->days[day - self->first_day]
             : NULL;
}

static gboolean
counts_by_itself (const LegatoSoreness *rating)
{
  return (LEGATO_HEATMAP_MOMENTS & 1u << rating->moment) != 0;
}

static void
gather_days (LegatoPeriod *self)
{
  self->days = g_new0 (LegatoPeriodDay, count_days (self));
  for (guint i = 0; i < count_days (self); i++)
    self->days[i].soreness = NAN;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (self->entries, i);
      LegatoPeriodDay *day = find_day (self, legato_entry_get_day (entry));

      if (day == NULL)
        continue;
      self->n_days_written += day->n_entries == 0;
      day->n_entries++;
      day->n_sessions += entry->kind == LEGATO_ENTRY_SESSION && !legato_entry_is_of_partner (entry);
    }
  for (guint i = 0; i < self->ratings->len; i++)
    {
      const LegatoSoreness *rating = &g_array_index (self->ratings, LegatoSoreness, i);
      LegatoPeriodDay *day = counts_by_itself (rating) ? find_day (self, rating->day) : NULL;

      if (day == NULL)
        continue;
      day->soreness = day->n_ratings == 0 ? rating->value : MAX (day->soreness, rating->value);
      day->n_ratings++;
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint x = ((const LegatoPeriodPlace *) a)->n;
  guint y = ((const LegatoPeriodPlace *) b)->n;

  return (x < y) - (x > y);
}

/* Zones are interned: they are the same if their pointers are. */
static LegatoPeriodPlace *
find_place (LegatoPeriod *self, const char *zone, LegatoLeg leg)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      LegatoPeriodPlace *place = &g_array_index (self->places, LegatoPeriodPlace, i);

      if (place->zone == zone && place->leg == leg)
        return place;
    }
  return NULL;
}

static void
gather_places (LegatoPeriod *self)
{
  guint n_at[LEGATO_MOMENT_CHECK_IN + 1] = { 0 };

  self->places = g_array_new (FALSE, FALSE, sizeof (LegatoPeriodPlace));
  for (guint i = 0; i < self->ratings->len; i++)
    {
      const LegatoSoreness *rating = &g_array_index (self->ratings, LegatoSoreness, i);
      LegatoPeriodPlace *place = find_place (self, rating->zone, rating->leg);

      n_at[rating->moment]++;
      if (place == NULL)
        {
          LegatoPeriodPlace fresh = { rating->zone, rating->leg, 0 };

          g_array_append_val (self->places, fresh);
          place = &g_array_index (self->places, LegatoPeriodPlace, self->places->len - 1);
        }
      place->n += counts_by_itself (rating);
    }
  g_array_sort (self->places, compare_places);
  for (guint i = 0; i < G_N_ELEMENTS (n_at); i++)
    {
      if (n_at[i] > n_at[self->usual_moment])
        self->usual_moment = (LegatoMoment) i;
    }
}

/**
 * legato_period_new:
 * @ratings: (element-type LegatoSoreness): in any order; their zones are interned
 * @entries: (element-type LegatoEntry): in any order
 * @first_day: Julian day with which the first week begins
 * @n_weeks: 1 or more
 *
 * Takes some time with thousands of entries: to be called in a thread. What is of other days counts
 * nowhere but in the pairs, which are those of @entries.
 *
 * Returns: (transfer full): all that is asked of these weeks
 */
LegatoPeriod *
legato_period_new (GArray *ratings, GPtrArray *entries, guint32 first_day, guint n_weeks)
{
  LegatoPeriod *self = NULL;

  g_return_val_if_fail (ratings != NULL && entries != NULL, NULL);
  g_return_val_if_fail (g_date_valid_julian (first_day), NULL);
  g_return_val_if_fail (n_weeks > 0, NULL);

  self = g_atomic_rc_box_new0 (LegatoPeriod);
  self->first_day = first_day;
  self->n_weeks = n_weeks;
  self->ratings = g_array_ref (ratings);
  self->entries = g_ptr_array_ref (entries);
  self->heatmap = legato_heatmap_new ((const LegatoSoreness *) (gpointer) ratings->data,
                                      ratings->len, LEGATO_HEATMAP_MOMENTS);
  gather_days (self);
  gather_places (self);
  self->pairs[LEGATO_PERIOD_AFTER] =
      legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_AFTER);
  self->pairs[LEGATO_PERIOD_NEXT_DAY] =
      legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_NEXT_DAY);
  self->pairs[LEGATO_PERIOD_SECOND_DAY] =
      legato_pairs_of_moments (entries, LEGATO_MOMENT_BEFORE, LEGATO_MOMENT_SECOND_DAY);
  self->pairs[LEGATO_PERIOD_LEGS] = legato_pairs_of_legs (entries, self->usual_moment);
  return self;
}

/**
 * legato_period_ref:
 *
 * Returns: (transfer full): @self
 */
LegatoPeriod *
legato_period_ref (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

/**
 * legato_period_unref:
 * @self: (transfer full)
 */
void
legato_period_unref (LegatoPeriod *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, (GDestroyNotify) period_clear);
}

/** Returns: the Julian day with which its first week begins */
guint32
legato_period_get_first_day (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->first_day;
}

/** Returns: the Julian day with which its last week ends */
guint32
legato_period_get_last_day (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->first_day + count_days (self) - 1;
}

guint
legato_period_get_n_weeks (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_weeks;
}

/** Returns: (transfer none) (element-type LegatoEntry): as they were given */
GPtrArray *
legato_period_get_entries (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->entries;
}

/** Returns: on how many days of it something was written down */
guint
legato_period_get_n_days_written (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_days_written;
}

/** Returns: (transfer none): how sore each place was */
LegatoHeatmap *
legato_period_get_heatmap (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->heatmap;
}

/** Returns: (transfer none) (nullable): what is known of a Julian day; %NULL outside the period */
const LegatoPeriodDay *
legato_period_get_day (LegatoPeriod *self, guint32 day)
{
  g_return_val_if_fail (self != NULL, NULL);
  return find_day (self, day);
}

/** Returns: (transfer none) (element-type LegatoPeriodPlace): all that were rated, most rated first
 */
GArray *
legato_period_get_places (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->places;
}

/** Returns: the moment that was rated most often */
LegatoMoment
legato_period_get_usual_moment (LegatoPeriod *self)
{
  g_return_val_if_fail (self != NULL, LEGATO_MOMENT_BEFORE);
  return self->usual_moment;
}

/** Returns: (transfer none) (element-type LegatoPair): of all places */
const GArray *
legato_period_get_pairs (LegatoPeriod *self, LegatoPeriodPairs pairs)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (pairs < LEGATO_PERIOD_N_PAIRS, NULL);
  return self->pairs[pairs];
}

/** Returns: (transfer full): as of legato_trend_new(), for the weeks of the period */
LegatoTrend *
legato_period_make_trend (LegatoPeriod *self, const char *zone, LegatoLeg leg, LegatoMoment moment)
{
  g_return_val_if_fail (self != NULL, NULL);
  return legato_trend_new ((const LegatoSoreness *) (gpointer) self->ratings->data,
                           self->ratings->len, zone, leg, moment, self->first_day, self->n_weeks);
}

/** Returns: (transfer full): the massages of each week, of which @goal are aimed at */
LegatoRegularity *
legato_period_make_regularity (LegatoPeriod *self, guint goal)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < count_days (self); i++)
    {
      guint32 day = self->first_day + i;

      for (guint n = 0; n < self->days[i].n_sessions; n++)
        g_array_append_val (days, day);
    }
  return legato_regularity_new ((const guint32 *) (gpointer) days->data, days->len, self->first_day,
                                self->n_weeks, goal);
}
