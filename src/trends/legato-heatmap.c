/* legato-heatmap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <math.h>

#include "legato-heatmap.h"

/* @n: how often */
typedef struct
{
  guint32 day;
  guint value;
  guint n;
} Reading;

/* The readings of one zone of both legs, by rising day. */
typedef struct
{
  GArray *left;
  GArray *right;
} Place;

struct _LegatoHeatmap
{
  GHashTable *places; /* id of a zone → Place */
};

static void
place_free (Place *self)
{
  g_array_unref (self->left);
  g_array_unref (self->right);
  g_free (self);
}

static Place *
get_place (LegatoHeatmap *self, const char *zone)
{
  Place *place = g_hash_table_lookup (self->places, zone);

  if (place == NULL)
    {
      place = g_new0 (Place, 1);
      place->left = g_array_new (FALSE, FALSE, sizeof (Reading));
      place->right = g_array_new (FALSE, FALSE, sizeof (Reading));
      g_hash_table_insert (self->places, g_strdup (zone), place);
    }
  return place;
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const Reading *) a)->day;
  guint32 y = ((const Reading *) b)->day;

  return (x > y) - (x < y);
}

static LegatoHeatmap *
make_empty (void)
{
  LegatoHeatmap *self = g_new0 (LegatoHeatmap, 1);

  self->places =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) place_free);
  return self;
}

static void
add (LegatoHeatmap *self, const char *zone, LegatoLeg leg, Reading reading)
{
  Place *place = get_place (self, zone);

  g_array_append_val (leg == LEGATO_LEG_LEFT ? place->left : place->right, reading);
}

/**
 * legato_heatmap_new:
 * @ratings: (array length=n_ratings): in any order
 * @moments: bits 1 << #LegatoMoment of those that count; %LEGATO_HEATMAP_MOMENTS usually
 *
 * Returns: (transfer full): the ratings, ready to be asked for any days
 */
LegatoHeatmap *
legato_heatmap_new (const LegatoSoreness *ratings, gsize n_ratings, guint moments)
{
  LegatoHeatmap *self = make_empty ();
  GHashTableIter iter;
  gpointer place;

  for (gsize i = 0; i < n_ratings; i++)
    {
      const LegatoSoreness *rating = &ratings[i];
      Reading reading = { rating->day, MIN (rating->value, LEGATO_RATING_MAX), 1 };

      if ((moments & 1u << rating->moment) != 0)
        add (self, rating->zone, rating->leg, reading);
    }
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    {
      g_array_sort (((Place *) place)->left, compare_readings);
      g_array_sort (((Place *) place)->right, compare_readings);
    }
  return self;
}

/**
 * legato_heatmap_new_of_all:
 * @felt: (array length=n_felt): how often each value was felt, in any order
 * @moments: as of legato_heatmap_new()
 *
 * Returns: (transfer full): what was felt in all, to be asked for no part of the days: from 0 to
 *   %G_MAXUINT32
 */
LegatoHeatmap *
legato_heatmap_new_of_all (const LegatoFelt *felt, gsize n_felt, guint moments)
{
  LegatoHeatmap *self = make_empty ();

  for (gsize i = 0; i < n_felt; i++)
    for (guint value = 0; value <= LEGATO_RATING_MAX; value++)
      {
        Reading reading = { 0, value, felt[i].n[value] };

        if (reading.n > 0 && (moments & 1u << felt[i].moment) != 0)
          add (self, felt[i].zone, felt[i].leg, reading);
      }
  return self;
}

/**
 * legato_heatmap_free:
 * @self: (transfer full)
 */
void
legato_heatmap_free (LegatoHeatmap *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->places);
  g_free (self);
}

/* How many readings lie before @day. */
static guint
count_before (const GArray *readings, guint32 day)
{
  guint low = 0, high = readings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (readings, Reading, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The value at @rank, from 0, of all values in rising order; @counts says how often each is there.
 */
static guint
find_rank (const guint counts[LEGATO_RATING_MAX + 1], guint rank)
{
  guint value = 0;

  for (guint seen = counts[0]; seen <= rank; seen += counts[value])
    value++;
  return value;
}

/**
 * legato_heatmap_get_value:
 * @zone: id
 * @leg: left or right
 * @first_day, @last_day: Julian days, both counted
 * @value: (out) (optional): the median of the ratings, 0 to 10; %NAN without any
 *
 * Takes time in proportion to the ratings of that place in these days.
 *
 * Returns: how many ratings there are; 0 means that nothing is known, not that nothing hurt
 */
guint
legato_heatmap_get_value (LegatoHeatmap *self,
                          const char *zone,
                          LegatoLeg leg,
                          guint32 first_day,
                          guint32 last_day,
                          double *value)
{
  guint counts[LEGATO_RATING_MAX + 1] = { 0 };
  const GArray *readings = NULL;
  const Place *place = NULL;
  double median = NAN;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (zone != NULL, 0);
  g_return_val_if_fail (leg != LEGATO_LEG_BOTH, 0);

  place = g_hash_table_lookup (self->places, zone);
  if (place != NULL && first_day <= last_day)
    {
      readings = leg == LEGATO_LEG_LEFT ? place->left : place->right;
      for (guint i = count_before (readings, first_day); i < readings->len; i++)
        {
          const Reading *reading = &g_array_index (readings, Reading, i);

          if (reading->day > last_day)
            break;
          counts[reading->value] += reading->n;
          n += reading->n;
        }
    }
  if (n > 0)
    median = (find_rank (counts, (n - 1) / 2) + find_rank (counts, n / 2)) / 2.0;
  if (value != NULL)
    *value = median;
  return n;
}
