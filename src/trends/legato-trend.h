/* legato-trend.h: soreness of a zone or of all, week by week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-interval.h"
#include "legato-statistics.h"

G_BEGIN_DECLS

/** From so many values a week has a median and quartiles; below, only its values (docs/domain.md
 * §8). */
#define LEGATO_TREND_MIN_WEEK 5

/** A slope needs so many days with values, in so many different weeks (docs/domain.md §8). */
#define LEGATO_TREND_MIN_DAYS 12
#define LEGATO_TREND_MIN_WEEKS 4

/**
 * LegatoTrendValue:
 * @day: Julian day by the local calendar
 */
typedef struct
{
  guint32 day;
  LegatoLeg leg;
  guint value;
} LegatoTrendValue;

/**
 * LegatoTrendWeek: seven days
 * @first_day: Julian day with which it begins
 * @values: (array length=n): by rising day; %NULL if @n is 0
 * @has_median: whether there are enough values for the three fields after it
 */
typedef struct
{
  guint32 first_day;
  const LegatoTrendValue *values;
  guint n;
  gboolean has_median;
  double lower_quartile;
  double median;
  double upper_quartile;
} LegatoTrendWeek;

/**
 * LegatoTrendVerdict: what may be said of the whole time
 * @LEGATO_TREND_CANT_TELL: too little, or the interval of the slope holds 0
 */
typedef enum
{
  LEGATO_TREND_CANT_TELL,
  LEGATO_TREND_FALLING,
  LEGATO_TREND_RISING,
} LegatoTrendVerdict;

/** LegatoTrend: immutable and reference counted */
typedef struct _LegatoTrend LegatoTrend;

LegatoTrend *legato_trend_new (const LegatoSoreness *ratings,
                               gsize n_ratings,
                               const char *zone,
                               LegatoLeg leg,
                               LegatoMoment moment,
                               guint32 first_day,
                               guint n_weeks);
LegatoTrend *legato_trend_ref (LegatoTrend *self);
void legato_trend_unref (LegatoTrend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoTrend, legato_trend_unref)

guint legato_trend_get_n_values (LegatoTrend *self);
guint legato_trend_get_n_weeks (LegatoTrend *self);
const LegatoTrendWeek *legato_trend_get_week (LegatoTrend *self, guint index);
gboolean
legato_trend_get_quartiles (LegatoTrend *self, double *lower, double *middle, double *upper);
const LegatoInterval *legato_trend_get_median (LegatoTrend *self);
LegatoTrendVerdict legato_trend_get_verdict (LegatoTrend *self);
const LegatoSlope *legato_trend_get_slope (LegatoTrend *self);
gboolean legato_trend_get_fit (LegatoTrend *self, double *first, double *last);

G_END_DECLS
