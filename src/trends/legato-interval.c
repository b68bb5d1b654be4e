/* legato-interval.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <math.h>

#include "legato-interval.h"
#include "legato-statistics.h"

/* How likely @n throws of a fair coin show heads exactly @k times. Through logarithms, as 2^-5000
 * is too small for a double. */
static double
coin_share (gsize n, gsize k)
{
  double ways = lgamma ((double) n + 1) - lgamma ((double) k + 1) - lgamma ((double) (n - k) + 1);

  return exp (ways - (double) n * G_LN2);
}

/**
 * legato_median_interval:
 * @sorted: (array length=n): rising values
 * @n: how many
 * @interval: (out): the median and the values between which the true one lies
 *
 * A value lies below the true median as a coin falls, whatever the values are like, so the bounds
 * are two of the values, at ranks that the binomial distribution gives: as near to the middle as
 * 95 % allow (Conover 1999, 3.2). Where values are equal the bounds hold at least as often. Takes
 * time in proportion to @n.
 *
 * Returns: %FALSE, and leaves @interval alone, if there are fewer than %LEGATO_INTERVAL_MIN
 */
gboolean
legato_median_interval (const double *sorted, gsize n, LegatoInterval *interval)
{
  const double tail = (1 - LEGATO_INTERVAL_CONFIDENCE) / 2;
  double below = 0;
  gsize rank = 0;

  g_return_val_if_fail (interval != NULL, FALSE);

  if (n < LEGATO_INTERVAL_MIN)
    return FALSE;

  /* The highest rank, from 1, below which the true median lies in at most one sample of 40. */
  for (;;)
    {
      double more = coin_share (n, rank);

      if (below + more > tail)
        break;
      below += more;
      rank++;
    }

  *interval = (LegatoInterval){
    .n = (guint) n,
    .estimate = legato_quantile (sorted, n, 0.5),
    .lower = sorted[rank - 1],
    .upper = sorted[n - rank],
    .confidence = 1 - 2 * below,
  };
  return TRUE;
}
