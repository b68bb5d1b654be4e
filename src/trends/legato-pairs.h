/* legato-pairs.h: two ratings of the same place, and what lies between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-interval.h"
#include "legato-trend.h"

G_BEGIN_DECLS

/** From so many pairs there are medians; below, only the pairs themselves (docs/domain.md §8). */
#define LEGATO_CHANGE_MIN 5

/**
 * LegatoPair: two ratings of one zone that belong together
 * @entry: (transfer none): the entry that holds both
 * @day: Julian day of @entry by the local calendar
 * @zone: (transfer none): of @entry
 * @leg: of both ratings; %LEGATO_LEG_BOTH where the left leg is compared with the right
 * @first, @second: soreness, 0 to 10: earlier and later, or left and right
 */
typedef struct
{
  const LegatoEntry *entry;
  guint32 day;
  const char *zone;
  LegatoLeg leg;
  guint first;
  guint second;
} LegatoPair;

/**
 * LegatoChange: what several pairs say together
 * @n: how many pairs
 * @n_entries: from how many entries
 * @n_fell, @n_rose: pairs whose second value is lower, higher
 * @has_medians: whether there are enough pairs for the three fields after it
 * @first_median, @second_median: of the values
 * @median: of the differences, second less first
 * @has_interval: whether there are enough entries for @interval
 * @interval: of the median difference of an entry; an entry counts once, with the mean of its
 * pairs, as they hang together
 */
typedef struct
{
  guint n;
  guint n_entries;
  guint n_fell;
  guint n_rose;
  gboolean has_medians;
  double first_median;
  double second_median;
  double median;
  gboolean has_interval;
  LegatoInterval interval;
} LegatoChange;

/** LegatoChangeGroup: a change of the entries that share a @key */
typedef struct
{
  char *key;
  LegatoChange change;
} LegatoChangeGroup;

/**
 * LegatoEntryKeys:
 * @add: to be called with each key that @entry is to be counted under
 */
typedef void (*LegatoEntryKeys) (const LegatoEntry *entry,
                                 void (*add) (const char *key, gpointer data),
                                 gpointer data);

GArray *legato_pairs_of_moments (const GPtrArray *entries, LegatoMoment first, LegatoMoment second);
GArray *legato_pairs_of_legs (const GPtrArray *entries, LegatoMoment moment);
void
legato_change_of_pairs (const GArray *pairs, const char *zone, LegatoLeg leg, LegatoChange *change);
GPtrArray *
legato_changes_by_key (const GArray *pairs, const char *zone, LegatoLeg leg, LegatoEntryKeys keys);
LegatoTrendVerdict legato_change_get_verdict (const LegatoChange *self);

G_END_DECLS
