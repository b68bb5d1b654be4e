/* legato-trend.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "legato-trend.h"

#define DAYS_A_WEEK 7

/* Days that differ by less are the same: it is but what was lost in sums of fractions. */
#define FINEST 1e-6

/* A value beside what is usual at its place. */
typedef struct
{
  guint32 day;
  const char *zone;
  LegatoLeg leg;
  double value;
} Level;

/* All values of a zone, by leg. */
typedef struct
{
  double sum[2];
  guint n[2];
} Place;

struct _LegatoTrend
{
  GArray *values;
  LegatoTrendWeek *weeks;
  guint n_weeks;
  gboolean has_median;
  LegatoInterval median;
  gboolean has_slope;
  LegatoSlope slope;
  double fit_first;
  double fit_last;
};

static void
trend_clear (LegatoTrend *self)
{
  g_array_unref (self->values);
  g_free (self->weeks);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const LegatoTrendValue *x = a;
  const LegatoTrendValue *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->leg != y->leg)
    return x->leg < y->leg ? -1 : 1;
  return (x->value > y->value) - (x->value < y->value);
}

static void
summarize_week (LegatoTrendWeek *week)
{
  g_autofree double *sorted = g_new (double, week->n);

  for (guint i = 0; i < week->n; i++)
    sorted[i] = week->values[i].value;
  qsort (sorted, week->n, sizeof *sorted, legato_compare_doubles);

  week->has_median = TRUE;
  week->lower_quartile = legato_quantile (sorted, week->n, 0.25);
  week->median = legato_quantile (sorted, week->n, 0.5);
  week->upper_quartile = legato_quantile (sorted, week->n, 0.75);
}

static void
fill_weeks (LegatoTrend *self, guint32 first_day)
{
  const LegatoTrendValue *values = (const LegatoTrendValue *) (gpointer) self->values->data;
  guint next = 0;

  for (guint i = 0; i < self->n_weeks; i++)
    {
      LegatoTrendWeek *week = &self->weeks[i];

      week->first_day = first_day + i * DAYS_A_WEEK;
      while (next + week->n < self->values->len
             && values[next + week->n].day < week->first_day + DAYS_A_WEEK)
        week->n++;
      if (week->n > 0)
        week->values = &values[next];
      if (week->n >= LEGATO_TREND_MIN_WEEK)
        summarize_week (week);
      next += week->n;
    }
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  const Level *x = a;
  const Level *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

/* Some places are always sorer than others. If one of them is rated on some days only, those days
 * are not sorer for it; so each value is set off by what its own place has more than all. */
static void
level_places (GArray *levels)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  double sum = 0;

  for (guint i = 0; i < levels->len; i++)
    {
      const Level *level = &g_array_index (levels, Level, i);
      gboolean is_right = level->leg == LEGATO_LEG_RIGHT;
      Place *place = g_hash_table_lookup (places, level->zone);

      if (place == NULL)
        {
          place = g_new0 (Place, 1);
          g_hash_table_insert (places, (gpointer) level->zone, place);
        }
      place->sum[is_right] += level->value;
      place->n[is_right]++;
      sum += level->value;
    }
  for (guint i = 0; i < levels->len; i++)
    {
      Level *level = &g_array_index (levels, Level, i);
      gboolean is_right = level->leg == LEGATO_LEG_RIGHT;
      const Place *place = g_hash_table_lookup (places, level->zone);

      level->value += sum / levels->len - place->sum[is_right] / place->n[is_right];
    }
  g_array_sort (levels, compare_levels);
}

/* Fills @y with the mean of each day. */
static void
average_levels (const GArray *levels, double *y)
{
  guint n_days = 0;

  for (guint i = 0, next; i < levels->len; i = next)
    {
      guint32 day = g_array_index (levels, Level, i).day;
      double sum = 0;

      for (next = i; next < levels->len && g_array_index (levels, Level, next).day == day; next++)
        sum += g_array_index (levels, Level, next).value;
      y[n_days++] = round (sum / (next - i) / FINEST) * FINEST;
    }
}

/* Values of one day hang together (two legs, morning and evening), so a day counts once, with
 * their mean; else the intervals of median and slope would be too narrow.
 * @levels: (nullable): what the slope is of, in place of the values themselves */
static void
fit_days (LegatoTrend *self, const GArray *levels)
{
  g_autofree double *x = g_new (double, self->values->len);
  g_autofree double *y = g_new (double, self->values->len);
  guint n_days = 0;
  guint n_weeks = 0;

  for (guint i = 0; i < self->n_weeks; i++)
    n_weeks += self->weeks[i].n > 0;

  for (guint i = 0, next; i < self->values->len; i = next)
    {
      guint32 day = g_array_index (self->values, LegatoTrendValue, i).day;
      double sum = 0;

      for (next = i; next < self->values->len; next++)
        {
          const LegatoTrendValue *value = &g_array_index (self->values, LegatoTrendValue, next);

          if (value->day != day)
            break;
          sum += value->value;
        }
      x[n_days] = day;
      y[n_days++] = sum / (next - i);
    }

  if (n_days == 0)
    return;
  self->has_slope = n_days >= LEGATO_TREND_MIN_DAYS && n_weeks >= LEGATO_TREND_MIN_WEEKS;
  if (self->has_slope)
    {
      g_autofree double *leveled = g_new (double, n_days);

      if (levels != NULL)
        average_levels (levels, leveled);
      self->slope = legato_slope (x, levels != NULL ? leveled : y, n_days);
    }
  qsort (y, n_days, sizeof *y, legato_compare_doubles);
  self->has_median = legato_median_interval (y, n_days, &self->median);
  if (self->has_slope)
    {
      /* The line goes through the medians (Conover 1980). */
      double middle = legato_quantile (x, n_days, 0.5);

      self->fit_first = self->median.estimate + self->slope.per_day * (x[0] - middle);
      self->fit_last = self->median.estimate + self->slope.per_day * (x[n_days - 1] - middle);
    }
}

/**
 * legato_trend_new:
 * @ratings: (array length=n_ratings): in any order
 * @zone: (nullable): only ratings of this zone; %NULL for those of all, each of which is a value:
 *   then the slope is that of the values beside what is usual at their place and leg, so that it
 *   tells nothing of which places were rated when
 * @leg: only of this leg; %LEGATO_LEG_BOTH for either
 * @moment: only of this moment
 * @first_day: Julian day with which the first week begins
 * @n_weeks: 1 or more
 *
 * Returns: (transfer full): what the ratings say, week by week; weeks without any are there, empty
 */
LegatoTrend *
legato_trend_new (const LegatoSoreness *ratings,
                  gsize n_ratings,
                  const char *zone,
                  LegatoLeg leg,
                  LegatoMoment moment,
                  guint32 first_day,
                  guint n_weeks)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  LegatoTrend *self;
  guint32 end;

  g_return_val_if_fail (g_date_valid_julian (first_day), NULL);
  g_return_val_if_fail (n_weeks > 0, NULL);

  self = g_rc_box_new0 (LegatoTrend);
  self->n_weeks = n_weeks;
  self->weeks = g_new0 (LegatoTrendWeek, n_weeks);
  self->values = g_array_new (FALSE, FALSE, sizeof (LegatoTrendValue));

  end = first_day + n_weeks * DAYS_A_WEEK;
  for (gsize i = 0; i < n_ratings; i++)
    {
      const LegatoSoreness *rating = &ratings[i];
      LegatoTrendValue value = { rating->day, rating->leg, rating->value };
      Level level = { rating->day, rating->zone, rating->leg, rating->value };

      if (rating->day >= first_day && rating->day < end && rating->moment == moment
          && (leg == LEGATO_LEG_BOTH || rating->leg == leg)
          && (zone == NULL || g_str_equal (rating->zone, zone)))
        {
          g_array_append_val (self->values, value);
          g_array_append_val (levels, level);
        }
    }
  g_array_sort (self->values, compare_values);

  fill_weeks (self, first_day);
  if (zone == NULL)
    level_places (levels);
  fit_days (self, zone == NULL ? levels : NULL);
  return self;
}

/**
 * legato_trend_ref:
 *
 * Returns: (transfer full): @self
 */
LegatoTrend *
legato_trend_ref (LegatoTrend *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_rc_box_acquire (self);
}

/**
 * legato_trend_unref:
 * @self: (transfer full)
 */
void
legato_trend_unref (LegatoTrend *self)
{
  g_return_if_fail (self != NULL);
  g_rc_box_release_full (self, (GDestroyNotify) trend_clear);
}

/**
 * legato_trend_get_n_values:
 *
 * Returns: how many values all weeks hold
 */
guint
legato_trend_get_n_values (LegatoTrend *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->values->len;
}

/**
 * legato_trend_get_n_weeks:
 *
 * Returns: how many weeks there are, the empty ones included
 */
guint
legato_trend_get_n_weeks (LegatoTrend *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_weeks;
}

/**
 * legato_trend_get_week:
 * @index: from 0, the oldest
 *
 * Returns: (transfer none): the week
 */
const LegatoTrendWeek *
legato_trend_get_week (LegatoTrend *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_weeks, NULL);
  return &self->weeks[index];
}

/**
 * legato_trend_get_quartiles:
 * @lower, @middle, @upper: (out): quartiles and median of all values of all weeks
 *
 * Returns: %FALSE, and leaves all alone, from fewer than %LEGATO_TREND_MIN_WEEK values
 */
gboolean
legato_trend_get_quartiles (LegatoTrend *self, double *lower, double *middle, double *upper)
{
  g_autofree double *sorted = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->values->len < LEGATO_TREND_MIN_WEEK)
    return FALSE;
  sorted = g_new (double, self->values->len);
  for (guint i = 0; i < self->values->len; i++)
    sorted[i] = g_array_index (self->values, LegatoTrendValue, i).value;
  qsort (sorted, self->values->len, sizeof *sorted, legato_compare_doubles);
  *lower = legato_quantile (sorted, self->values->len, 0.25);
  *middle = legato_quantile (sorted, self->values->len, 0.5);
  *upper = legato_quantile (sorted, self->values->len, 0.75);
  return TRUE;
}

/**
 * legato_trend_get_median:
 *
 * Returns: (transfer none) (nullable): the median of all weeks and its exact interval, a day
 * counted once with the mean of its values; %NULL from fewer than %LEGATO_INTERVAL_MIN days
 */
const LegatoInterval *
legato_trend_get_median (LegatoTrend *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->has_median ? &self->median : NULL;
}

/**
 * legato_trend_get_verdict:
 *
 * Returns: whether soreness falls or rises, as far as the 95 % interval allows to say
 */
LegatoTrendVerdict
legato_trend_get_verdict (LegatoTrend *self)
{
  g_return_val_if_fail (self != NULL, LEGATO_TREND_CANT_TELL);

  if (self->has_slope && self->slope.upper < 0)
    return LEGATO_TREND_FALLING;
  if (self->has_slope && self->slope.lower > 0)
    return LEGATO_TREND_RISING;
  return LEGATO_TREND_CANT_TELL;
}

/**
 * legato_trend_get_slope:
 *
 * Returns: (transfer none) (nullable): points a day, with its interval; %NULL if there are fewer
 *   than %LEGATO_TREND_MIN_DAYS days with values, or they lie in fewer than
 *   %LEGATO_TREND_MIN_WEEKS weeks
 */
const LegatoSlope *
legato_trend_get_slope (LegatoTrend *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->has_slope ? &self->slope : NULL;
}

/**
 * legato_trend_get_fit:
 * @first, @last: (out): soreness on the line through the values, on the first and the last day
 *   with values
 *
 * Returns: %FALSE, and leaves both alone, if there is no slope
 */
gboolean
legato_trend_get_fit (LegatoTrend *self, double *first, double *last)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->has_slope)
    return FALSE;
  *first = self->fit_first;
  *last = self->fit_last;
  return TRUE;
}
