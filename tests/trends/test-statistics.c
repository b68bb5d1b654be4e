/* test-statistics.c: medians, quartiles and slopes against slow and plain references
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-slope-rank.h"
#include "legato-statistics.h"

#include <math.h>
#include <stdlib.h>

#define N_ROUNDS 300
#define MAX_VALUES 40

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
test_quantile_known (void)
{
  /* As R says: quantile (c (1, 2, 4, 7, 11)), quantile (c (0, 3, 4, 10)). */
  const double five[] = { 1, 2, 4, 7, 11 };
  const double four[] = { 0, 3, 4, 10 };
  const double one[] = { 6 };

  assert_near (legato_quantile (five, 5, 0.5), 4);
  assert_near (legato_quantile (five, 5, 0.25), 2);
  assert_near (legato_quantile (five, 5, 0.75), 7);
  assert_near (legato_quantile (four, 4, 0.5), 3.5);
  assert_near (legato_quantile (four, 4, 0.25), 2.25);
  assert_near (legato_quantile (four, 4, 0.75), 5.5);
  assert_near (legato_quantile (four, 4, 0), 0);
  assert_near (legato_quantile (four, 4, 1), 10);
  assert_near (legato_quantile (one, 1, 0.75), 6);
}

/* At least half lie on either side of a median, a quarter beyond each quartile. */
static void
test_quantile_divides (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      double values[MAX_VALUES];
      gsize n = (gsize) g_test_rand_int_range (1, MAX_VALUES);
      double shares[] = { 0.25, 0.5, 0.75 };

      for (gsize i = 0; i < n; i++)
        values[i] = g_test_rand_int_range (0, 11);
      qsort (values, n, sizeof *values, compare_doubles);
      for (gsize s = 0; s < G_N_ELEMENTS (shares); s++)
        {
          double quantile = legato_quantile (values, n, shares[s]);
          gsize below = 0, above = 0;

          for (gsize i = 0; i < n; i++)
            {
              below += values[i] < quantile;
              above += values[i] > quantile;
            }
          g_assert_cmpfloat ((double) below, <=, shares[s] * (double) (n - 1) + 1);
          g_assert_cmpfloat ((double) above, <=, (1 - shares[s]) * (double) (n - 1) + 1);
        }
    }
}

static void
make_points (double *x, double *y, gsize n, double slope, double noise)
{
  for (gsize i = 0; i < n; i++)
    {
      x[i] = g_test_rand_int_range (0, 60);
      y[i] = round (5 + slope * x[i] + noise * g_test_rand_double_range (-1, 1));
    }
  x[0] = 0;
  x[1] = 61;
}

/* Kendall's score for one order of y. */
static double
score (const double *x, const double *y, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < i; j++)
      sum += ((x[i] > x[j]) - (x[i] < x[j])) * ((y[i] > y[j]) - (y[i] < y[j]));
  return sum;
}

static void
test_slope_is_median_of_pairs (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      double x[MAX_VALUES], y[MAX_VALUES];
      gsize n = (gsize) g_test_rand_int_range (3, MAX_VALUES);
      LegatoSlope slope;
      gsize below = 0, above = 0, n_pairs = 0;

      make_points (x, y, n, -0.05, 3);
      slope = legato_slope (x, y, n);
      for (gsize i = 0; i < n; i++)
        {
          for (gsize j = 0; j < i; j++)
            {
              double run = x[i] - x[j];
              double rise = y[i] - y[j];

              if (fabs (run) < 0.5)
                continue;
              n_pairs++;
              below += rise / run < slope.per_day - 1e-12;
              above += rise / run > slope.per_day + 1e-12;
            }
        }
      g_assert_cmpuint (slope.n, ==, n);
      g_assert_cmpuint (2 * below, <=, n_pairs);
      g_assert_cmpuint (2 * above, <=, n_pairs);
      g_assert_cmpfloat (slope.lower, <=, slope.per_day);
      g_assert_cmpfloat (slope.upper, >=, slope.per_day);
    }
}

/* Turning time round, or the scale, turns the slope and its interval; a constant adds nothing. */
static void
test_slope_symmetries (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      double x[MAX_VALUES], y[MAX_VALUES], turned[MAX_VALUES], lifted[MAX_VALUES];
      gsize n = (gsize) g_test_rand_int_range (3, MAX_VALUES);
      LegatoSlope a, b, c;

      make_points (x, y, n, 0.1, 4);
      for (gsize i = 0; i < n; i++)
        {
          turned[i] = -y[i];
          lifted[i] = 2 * y[i] + 7;
        }
      a = legato_slope (x, y, n);
      b = legato_slope (x, turned, n);
      c = legato_slope (x, lifted, n);
      assert_near (a.per_day, -b.per_day);
      assert_near (2 * a.per_day, c.per_day);
      if (isfinite (a.lower))
        {
          assert_near (a.lower, -b.upper);
          assert_near (2 * a.lower, c.lower);
        }
      else
        g_assert_true (isinf (b.upper));
    }
}

/* By Sen, a slope lies outside the interval just when the values less that slope have a Kendall
 * score beyond its reach. So the interval excludes 0 only if the score itself is that far out. */
static void
test_interval_agrees_with_score (void)
{
  int n_outside = 0;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      double x[MAX_VALUES], y[MAX_VALUES];
      gsize n = 12;
      LegatoSlope slope;
      double s, sigma;

      /* Without ties the variance is the textbook's. */
      for (gsize i = 0; i < n; i++)
        {
          x[i] = (double) i;
          y[i] = 0.2 * (double) i + g_test_rand_double_range (-2, 2);
        }
      slope = legato_slope (x, y, n);
      s = fabs (score (x, y, n));
      sigma = sqrt ((double) n * ((double) n - 1) * (2 * (double) n + 5) / 18);
      if (slope.lower > 0 || slope.upper < 0)
        {
          n_outside++;
          g_assert_cmpfloat (s, >, 1.959963 * sigma);
        }
      else
        g_assert_cmpfloat (s, <, 1.959963 * sigma + 4);
    }
  g_assert_cmpint (n_outside, >, 0);
  g_assert_cmpint (n_outside, <, N_ROUNDS);
}

/* What has no trend is hardly ever said to have one. */
static void
test_interval_covers (void)
{
  int n_false = 0;

  /* Many ties, as ratings have. By its making, the interval may miss 0 in 5 %. */
  for (int round = 0; round < 2000; round++)
    {
      double x[20], y[20];
      LegatoSlope slope;

      for (int i = 0; i < 20; i++)
        {
          x[i] = i / 2;
          y[i] = g_test_rand_int_range (2, 6);
        }
      slope = legato_slope (x, y, 20);
      n_false += slope.lower > 0 || slope.upper < 0;
    }
  g_assert_cmpint (n_false, <, 2000 * 7 / 100);
}

static void
test_slope_known (void)
{
  double x[12], y[12];
  LegatoSlope slope;

  for (int i = 0; i < 12; i++)
    {
      x[i] = i;
      y[i] = 10 - 0.5 * i;
    }
  slope = legato_slope (x, y, 12);
  assert_near (slope.per_day, -0.5);
  assert_near (slope.upper, -0.5);

  /* One wild value moves nothing. */
  y[5] = 100;
  slope = legato_slope (x, y, 12);
  assert_near (slope.per_day, -0.5);

  /* No change at all: a slope of 0, and an interval that holds it. */
  for (int i = 0; i < 12; i++)
    y[i] = 3;
  slope = legato_slope (x, y, 12);
  assert_near (slope.per_day, 0);
  g_assert_cmpfloat (slope.lower, <=, 0);
  g_assert_cmpfloat (slope.upper, >=, 0);

  /* Three values bound nothing. */
  for (int i = 0; i < 3; i++)
    y[i] = i;
  slope = legato_slope (x, y, 3);
  g_assert_true (isinf (slope.lower) && isinf (slope.upper));
}

static void
test_noticeable (void)
{
  g_assert_true (legato_change_is_noticeable (8, 6));
  g_assert_true (legato_change_is_noticeable (6, 8));
  g_assert_false (legato_change_is_noticeable (8, 6.25));
  g_assert_true (legato_change_is_noticeable (5, 3.5));
  g_assert_false (legato_change_is_noticeable (5, 3.75));
  g_assert_true (legato_change_is_noticeable (1, 0));
  g_assert_false (legato_change_is_noticeable (0, 1));
  g_assert_true (legato_change_is_noticeable (0, 2));
  g_assert_false (legato_change_is_noticeable (4, 4));
}

/* The slope of each rank is the one that sorting all slopes puts there: with ties in x and in y,
 * with points that are there twice, and with means of a day's ratings. */
static void
test_slope_of_a_rank (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      double x[MAX_VALUES], y[MAX_VALUES];
      gsize n = (gsize) g_test_rand_int_range (2, MAX_VALUES);
      double parts = g_test_rand_int_range (1, 7);
      g_autofree double *slopes = g_new (double, n *n);
      gsize n_slopes = 0;
      g_autoptr (LegatoSlopeRanks) ranks = NULL;

      make_points (x, y, n, 0.02 * g_test_rand_int_range (-5, 6), 2);
      for (gsize i = 0; i < n; i++)
        y[i] += g_test_rand_int_range (0, 3) / parts;
      for (gsize i = 0; i < n; i++)
        {
          for (gsize j = 0; j < i; j++)
            {
              if (x[i] > x[j] || x[i] < x[j])
                slopes[n_slopes++] = (y[i] - y[j]) / (x[i] - x[j]);
            }
        }
      qsort (slopes, n_slopes, sizeof *slopes, compare_doubles);

      ranks = legato_slope_ranks_new (x, y, n);
      g_assert_cmpuint (legato_slope_ranks_get_n_slopes (ranks), ==, n_slopes);
      for (gsize r = 0; r < n_slopes; r += 1 + n_slopes / 16)
        assert_near (legato_slope_ranks_get_slope (ranks, r), slopes[r]);
    }
}

/* Ten and more years of days, of which making all pairs would take ten million slopes. */
static void
test_slope_of_many (void)
{
  enum
  {
    N = 5000
  };
  g_autofree double *x = g_new (double, N);
  g_autofree double *y = g_new (double, N);
  LegatoSlope slope;

  for (gsize i = 0; i < N; i++)
    {
      x[i] = 737000 + (double) i;
      y[i] = 4;
    }
  slope = legato_slope (x, y, N);
  g_assert_cmpfloat (slope.per_day, ==, 0);
  g_assert_cmpfloat (slope.lower, ==, 0);
  g_assert_cmpfloat (slope.upper, ==, 0);

  for (gsize i = 0; i < N; i++)
    y[i] = (double) i / 1000 + g_test_rand_int_range (-2, 3);
  slope = legato_slope (x, y, N);
  g_assert_cmpfloat (fabs (slope.per_day - 0.001), <, 0.0005);
  g_assert_cmpfloat (slope.lower, <=, slope.per_day);
  g_assert_cmpfloat (slope.upper, >=, slope.per_day);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trends/statistics/quantile-known", test_quantile_known);
  g_test_add_func ("/trends/statistics/quantile-divides", test_quantile_divides);
  g_test_add_func ("/trends/statistics/slope-known", test_slope_known);
  g_test_add_func ("/trends/statistics/slope-is-median-of-pairs", test_slope_is_median_of_pairs);
  g_test_add_func ("/trends/statistics/slope-symmetries", test_slope_symmetries);
  g_test_add_func ("/trends/statistics/interval-agrees-with-score",
                   test_interval_agrees_with_score);
  g_test_add_func ("/trends/statistics/interval-covers", test_interval_covers);
  g_test_add_func ("/trends/statistics/noticeable", test_noticeable);
  g_test_add_func ("/trends/statistics/slope-of-a-rank", test_slope_of_a_rank);
  g_test_add_func ("/trends/statistics/slope-of-many", test_slope_of_many);

  return g_test_run ();
}
