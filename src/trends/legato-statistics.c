/* legato-statistics.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "legato-slope-rank.h"
#include "legato-statistics.h"

/* 97.5 % quantile of the normal distribution: two sides make 95 %. */
#define Z_95 1.959963984540054

/* Up to so many points it takes less to make the slopes of all pairs and sort them. */
#define FEW_POINTS 256

/** legato_compare_doubles: for sorting doubles, the least first */
int
legato_compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * legato_quantile:
 * @sorted: (array length=n): rising values
 * @n: how many; 1 or more
 * @share: 0 to 1: 0.5 gives the median, 0.25 and 0.75 the quartiles
 *
 * Returns: the quantile, straight between the two values that lie around it (method 7 of Hyndman
 *   and Fan 1996, which R and spreadsheets use)
 */
double
legato_quantile (const double *sorted, gsize n, double share)
{
  double place;
  gsize below;

  g_return_val_if_fail (n > 0, NAN);
  g_return_val_if_fail (share >= 0 && share <= 1, NAN);

  place = share * (double) (n - 1);
  below = (gsize) place;
  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below] + (place - (double) below) * (sorted[below + 1] - sorted[below]);
}

/* Sums over groups of equal values that the variance of Kendall's score needs. */
typedef struct
{
  double pairs;   /* of t (t - 1) */
  double triples; /* of t (t - 1) (t - 2) */
  double terms;   /* of t (t - 1) (2 t + 5) */
} Ties;

static Ties
count_ties (const double *values, gsize n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);
  Ties ties = { 0 };

  qsort (sorted, n, sizeof *sorted, legato_compare_doubles);
  for (gsize i = 0, next; i < n; i = next)
    {
      double t;

      for (next = i + 1; next < n && !(sorted[next] > sorted[i]); next++)
        ;
      t = (double) (next - i);
      ties.pairs += t * (t - 1);
      ties.triples += t * (t - 1) * (t - 2);
      ties.terms += t * (t - 1) * (2 * t + 5);
    }
  return ties;
}

/* Variance of Kendall's score if y does not depend on x, ties counted (Kendall 1970, ch. 4). */
static double
kendall_variance (const double *x, const double *y, gsize n_values)
{
  double n = (double) n_values;
  Ties of_x = count_ties (x, n_values);
  Ties of_y = count_ties (y, n_values);

  return (n * (n - 1) * (2 * n + 5) - of_x.terms - of_y.terms) / 18
         + of_x.triples * of_y.triples / (9 * n * (n - 1) * (n - 2))
         + of_x.pairs * of_y.pairs / (2 * n * (n - 1));
}

/* The slopes of all pairs in rising order: made, or found one by one. */
typedef struct
{
  double *sorted; /* NULL if there are too many */
  LegatoSlopeRanks *ranks;
  guint64 n;
} Slopes;

static void
slopes_init (Slopes *self, const double *x, const double *y, gsize n)
{
  *self = (Slopes){ 0 };
  if (n > FEW_POINTS)
    {
      self->ranks = legato_slope_ranks_new (x, y, n);
      self->n = legato_slope_ranks_get_n_slopes (self->ranks);
      return;
    }
  self->sorted = g_new (double, n *(n - 1) / 2);
  for (gsize i = 0; i < n; i++)
    {
      for (gsize j = i + 1; j < n; j++)
        {
          if (x[i] > x[j] || x[i] < x[j])
            self->sorted[self->n++] = (y[j] - y[i]) / (x[j] - x[i]);
        }
    }
  qsort (self->sorted, self->n, sizeof *self->sorted, legato_compare_doubles);
}

static void
slopes_clear (Slopes *self)
{
  g_free (self->sorted);
  g_clear_pointer (&self->ranks, legato_slope_ranks_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Slopes, slopes_clear)

static double
slopes_get (Slopes *self, guint64 rank)
{
  return self->sorted != NULL ? self->sorted[rank]
                              : legato_slope_ranks_get_slope (self->ranks, rank);
}

/**
 * legato_slope:
 * @x, @y: (array length=n): observations, in any order
 * @n: how many; 3 or more, with at least two different @x
 *
 * Fits a line by the median of the slopes of all pairs (Theil 1950, Sen 1968): up to 29 % of the
 * values can be anything without moving it at will. The interval is Sen's, from Kendall's score;
 * its ranks are rounded outward, so it is rather too wide than too narrow. Takes little more than
 * n log n where there are many.
 *
 * Returns: the slope and its 95 % interval
 */
LegatoSlope
legato_slope (const double *x, const double *y, gsize n)
{
  LegatoSlope result = { .n = (guint) n, .per_day = NAN, .lower = -INFINITY, .upper = INFINITY };
  g_auto (Slopes) slopes = { 0 };
  double n_slopes, reach, below, above;

  g_return_val_if_fail (n >= 3, result);

  slopes_init (&slopes, x, y, n);
  g_return_val_if_fail (slopes.n > 0, result);

  n_slopes = (double) slopes.n;
  result.per_day = slopes_get (&slopes, (slopes.n - 1) / 2);
  if (slopes.n % 2 == 0)
    result.per_day += (slopes_get (&slopes, slopes.n / 2) - result.per_day) / 2;

  /* Ranks counted from 1; outside 1 … n_slopes the values set no bound. */
  reach = Z_95 * sqrt (kendall_variance (x, y, n));
  below = floor ((n_slopes - reach) / 2);
  above = ceil ((n_slopes + reach) / 2 + 1);
  if (below >= 1)
    result.lower = slopes_get (&slopes, (guint64) below - 1);
  if (above <= n_slopes)
    result.upper = slopes_get (&slopes, (guint64) above - 1);
  return result;
}

/**
 * legato_change_is_noticeable:
 * @from, @to: soreness, 0 to 10
 *
 * Returns: whether people usually notice such a change: about 2 points or 30 % (Farrar 2001,
 *   Dworkin 2008; found for chronic pain, not for legs)
 */
gboolean
legato_change_is_noticeable (double from, double to)
{
  /* Medians are quarters at the finest; this only forgives the last bit of a division. */
  const double grain = 1e-9;
  double change = fabs (to - from);

  return change >= LEGATO_NOTICEABLE_POINTS - grain
         || (from > 0 && change / from >= LEGATO_NOTICEABLE_SHARE - grain);
}
