/* legato-pairs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <stdlib.h>

#include "legato-pairs.h"

/**
 * legato_pairs_of_moments:
 * @entries: (element-type LegatoEntry): in any order
 * @first, @second: two moments of a session
 *
 * Pairs the ratings of the same place of the same leg in the same entry. A place that was rated at
 * only one of the moments is in no pair, so that places are never mixed.
 *
 * Returns: (transfer full) (element-type LegatoPair): in the order of @entries, which have to live
 *   as long
 */
GArray *
legato_pairs_of_moments (const GPtrArray *entries, LegatoMoment first, LegatoMoment second)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (LegatoPair));

  g_return_val_if_fail (entries != NULL, pairs);
  g_return_val_if_fail (first != second, pairs);

  for (guint e = 0; e < entries->len; e++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, e);

      for (guint i = 0; i < entry->ratings->len; i++)
        {
          const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);
          const LegatoRating *later =
              rating->moment == first
                  ? legato_entry_find_rating (entry, rating->zone, rating->leg, second)
                  : NULL;

          if (later != NULL)
            {
              LegatoPair pair = { entry,         legato_entry_get_day (entry),
                                  rating->zone,  rating->leg,
                                  rating->value, later->value };

              g_array_append_val (pairs, pair);
            }
        }
    }
  return pairs;
}

/**
 * legato_pairs_of_legs:
 * @entries: (element-type LegatoEntry): in any order
 * @moment: when both were felt
 *
 * Returns: (transfer full) (element-type LegatoPair): left and right of the same place at the same
 *   moment, in the order of @entries, which have to live as long
 */
GArray *
legato_pairs_of_legs (const GPtrArray *entries, LegatoMoment moment)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (LegatoPair));

  g_return_val_if_fail (entries != NULL, pairs);

  for (guint e = 0; e < entries->len; e++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, e);

      for (guint i = 0; i < entry->ratings->len; i++)
        {
          const LegatoRating *left = g_ptr_array_index (entry->ratings, i);
          const LegatoRating *right =
              left->moment == moment && left->leg == LEGATO_LEG_LEFT
                  ? legato_entry_find_rating (entry, left->zone, LEGATO_LEG_RIGHT, moment)
                  : NULL;

          if (right != NULL)
            {
              LegatoPair pair = { entry,       legato_entry_get_day (entry),
                                  left->zone,  LEGATO_LEG_BOTH,
                                  left->value, right->value };

              g_array_append_val (pairs, pair);
            }
        }
    }
  return pairs;
}

static double
get_median (GArray *values)
{
  g_array_sort (values, legato_compare_doubles);
  return legato_quantile ((const double *) (gpointer) values->data, values->len, 0.5);
}

/* Sums up pairs that come entry after entry. */
typedef struct
{
  GArray *firsts;
  GArray *seconds;
  GArray *differences;
  GArray *of_entries; /* mean differences */
  const LegatoEntry *entry;
  double entry_sum;
  guint entry_n;
} Sum;

static Sum *
sum_new (void)
{
  Sum *self = g_new0 (Sum, 1);

  self->firsts = g_array_new (FALSE, FALSE, sizeof (double));
  self->seconds = g_array_new (FALSE, FALSE, sizeof (double));
  self->differences = g_array_new (FALSE, FALSE, sizeof (double));
  self->of_entries = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

static void
sum_free (Sum *self)
{
  g_array_unref (self->firsts);
  g_array_unref (self->seconds);
  g_array_unref (self->differences);
  g_array_unref (self->of_entries);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sum, sum_free)

static void
sum_close_entry (Sum *self)
{
  if (self->entry_n > 0)
    {
      double mean = self->entry_sum / self->entry_n;

      g_array_append_val (self->of_entries, mean);
    }
  self->entry_sum = 0;
  self->entry_n = 0;
}

static void
sum_add (Sum *self, const LegatoPair *pair)
{
  double first = pair->first;
  double second = pair->second;
  double difference = second - first;

  if (pair->entry != self->entry)
    sum_close_entry (self);
  self->entry = pair->entry;
  self->entry_sum += difference;
  self->entry_n++;
  g_array_append_val (self->firsts, first);
  g_array_append_val (self->seconds, second);
  g_array_append_val (self->differences, difference);
}

static void
sum_finish (Sum *self, LegatoChange *change)
{
  *change = (LegatoChange){ .n = self->differences->len };
  sum_close_entry (self);
  change->n_entries = self->of_entries->len;
  for (guint i = 0; i < change->n; i++)
    {
      double difference = g_array_index (self->differences, double, i);

      change->n_fell += difference < 0;
      change->n_rose += difference > 0;
    }
  change->has_medians = change->n >= LEGATO_CHANGE_MIN;
  if (change->has_medians)
    {
      change->first_median = get_median (self->firsts);
      change->second_median = get_median (self->seconds);
      change->median = get_median (self->differences);
    }
  g_array_sort (self->of_entries, legato_compare_doubles);
  change->has_interval = legato_median_interval ((const double *) (gpointer) self->of_entries->data,
                                                 self->of_entries->len, &change->interval);
}

static gboolean
is_meant (const LegatoPair *pair, const char *zone, LegatoLeg leg)
{
  return (zone == NULL || g_str_equal (pair->zone, zone))
         && (leg == LEGATO_LEG_BOTH || pair->leg == leg);
}

/**
 * legato_change_of_pairs:
 * @pairs: (element-type LegatoPair): the pairs of an entry beside each other
 * @zone: (nullable): only pairs of this zone
 * @leg: only pairs of this leg; %LEGATO_LEG_BOTH for all
 * @change: (out): what they say together
 */
void
legato_change_of_pairs (const GArray *pairs, const char *zone, LegatoLeg leg, LegatoChange *change)
{
  g_autoptr (Sum) sum = sum_new ();

  g_return_if_fail (pairs != NULL);
  g_return_if_fail (change != NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const LegatoPair *pair = &g_array_index (pairs, LegatoPair, i);

      if (is_meant (pair, zone, leg))
        sum_add (sum, pair);
    }
  sum_finish (sum, change);
}

typedef struct
{
  GHashTable *sums;
  const LegatoPair *pair;
} Sorting;

static void
add_to_key (const char *key, gpointer data)
{
  Sorting *sorting = data;
  Sum *sum = g_hash_table_lookup (sorting->sums, key);

  if (sum == NULL)
    {
      sum = sum_new ();
      g_hash_table_insert (sorting->sums, g_strdup (key), sum);
    }
  sum_add (sum, sorting->pair);
}

static void
group_free (LegatoChangeGroup *self)
{
  g_free (self->key);
  g_free (self);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const LegatoChangeGroup *x = *(LegatoChangeGroup *const *) a;
  const LegatoChangeGroup *y = *(LegatoChangeGroup *const *) b;

  if (x->change.n != y->change.n)
    return x->change.n > y->change.n ? -1 : 1;
  return g_strcmp0 (x->key, y->key);
}

/**
 * legato_changes_by_key:
 * @pairs: (element-type LegatoPair): the pairs of an entry beside each other
 * @zone: (nullable): only pairs of this zone
 * @leg: only pairs of this leg; %LEGATO_LEG_BOTH for all
 * @keys: (scope call): what an entry is counted under: its routine, its tags …; it may be several
 *   keys, or none
 *
 * Returns: (transfer full) (element-type LegatoChangeGroup): the change for each key, those with
 * the most pairs first
 */
GPtrArray *
legato_changes_by_key (const GArray *pairs, const char *zone, LegatoLeg leg, LegatoEntryKeys keys)
{
  g_autoptr (GHashTable) sums =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sum_free);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  Sorting sorting = { .sums = sums };
  GHashTableIter iter;
  gpointer key, sum;

  g_return_val_if_fail (pairs != NULL, groups);
  g_return_val_if_fail (keys != NULL, groups);

  for (guint i = 0; i < pairs->len; i++)
    {
      sorting.pair = &g_array_index (pairs, LegatoPair, i);
      if (is_meant (sorting.pair, zone, leg))
        keys (sorting.pair->entry, add_to_key, &sorting);
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &sum))
    {
      LegatoChangeGroup *group = g_new0 (LegatoChangeGroup, 1);

      group->key = g_strdup (key);
      sum_finish (sum, &group->change);
      g_ptr_array_add (groups, group);
    }
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

/**
 * legato_change_get_verdict:
 *
 * Returns: whether the second value is lower or higher, as far as the interval allows to say
 */
LegatoTrendVerdict
legato_change_get_verdict (const LegatoChange *self)
{
  g_return_val_if_fail (self != NULL, LEGATO_TREND_CANT_TELL);

  if (self->has_interval && self->interval.upper < 0)
    return LEGATO_TREND_FALLING;
  if (self->has_interval && self->interval.lower > 0)
    return LEGATO_TREND_RISING;
  return LEGATO_TREND_CANT_TELL;
}
