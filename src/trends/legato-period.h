/* legato-period.h: what the journal holds of some weeks, ready to be asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-heatmap.h"
#include "legato-pairs.h"
#include "legato-regularity.h"
#include "legato-trend.h"

G_BEGIN_DECLS

/**
 * LegatoPeriodDay: one day of a period
 * @n_sessions: massages
 * @n_entries: of any kind
 * @n_ratings: of the moments of %LEGATO_HEATMAP_MOMENTS
 * @soreness: the highest of them; %NAN without any
 */
typedef struct
{
  guint n_sessions;
  guint n_entries;
  guint n_ratings;
  double soreness;
} LegatoPeriodDay;

/**
 * LegatoPeriodPlace: a place that was rated
 * @zone: (transfer none): interned
 * @n: how many ratings of the moments of %LEGATO_HEATMAP_MOMENTS
 */
typedef struct
{
  const char *zone;
  LegatoLeg leg;
  guint n;
} LegatoPeriodPlace;

/** LegatoPeriodPairs: what is set beside what */
typedef enum
{
  LEGATO_PERIOD_AFTER,      /* before a session, and right after it */
  LEGATO_PERIOD_NEXT_DAY,   /* before a session, and on the day after */
  LEGATO_PERIOD_SECOND_DAY, /* before a session, and two days after */
  LEGATO_PERIOD_LEGS,       /* the left leg, and the right one at the same moment */
} LegatoPeriodPairs;
#define LEGATO_PERIOD_N_PAIRS (LEGATO_PERIOD_LEGS + 1)

/** LegatoPeriod: whole weeks of seven days (immutable, reference counted) */
typedef struct _LegatoPeriod LegatoPeriod;

LegatoPeriod *
legato_period_new (GArray *ratings, GPtrArray *entries, guint32 first_day, guint n_weeks);
LegatoPeriod *legato_period_ref (LegatoPeriod *self);
void legato_period_unref (LegatoPeriod *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoPeriod, legato_period_unref)

guint32 legato_period_get_first_day (LegatoPeriod *self);
guint32 legato_period_get_last_day (LegatoPeriod *self);
guint legato_period_get_n_weeks (LegatoPeriod *self);
GPtrArray *legato_period_get_entries (LegatoPeriod *self);
guint legato_period_get_n_days_written (LegatoPeriod *self);
LegatoHeatmap *legato_period_get_heatmap (LegatoPeriod *self);
const LegatoPeriodDay *legato_period_get_day (LegatoPeriod *self, guint32 day);
GArray *legato_period_get_places (LegatoPeriod *self);
LegatoMoment legato_period_get_usual_moment (LegatoPeriod *self);
const GArray *legato_period_get_pairs (LegatoPeriod *self, LegatoPeriodPairs pairs);
LegatoTrend *
legato_period_make_trend (LegatoPeriod *self, const char *zone, LegatoLeg leg, LegatoMoment moment);
LegatoRegularity *legato_period_make_regularity (LegatoPeriod *self, guint goal);

G_END_DECLS
