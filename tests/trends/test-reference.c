/* test-reference.c: the statistics against figures of R and SciPy, and against their meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-interval.h"
#include "legato-shuffle.h"
#include "legato-statistics.h"

#include <math.h>
#include <stdlib.h>

#define N_ROUNDS 200
#define TAIL ((1 - LEGATO_INTERVAL_CONFIDENCE) / 2)

typedef void (*GroupFunc) (GKeyFile *file, const char *group);

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

/* Calls @func for every group of the reference whose name begins with @prefix. */
static void
for_each_group (const char *prefix, GroupFunc func)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "trends", "data", "reference.ini", NULL);
  g_auto (GStrv) groups = NULL;
  guint n_seen = 0;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (!g_str_has_prefix (groups[i], prefix))
        continue;
      g_test_message ("%s", groups[i]);
      func (file, groups[i]);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, >=, 4);
}

static double *
read_list (GKeyFile *file, const char *group, const char *key, gsize *n)
{
  g_autoptr (GError) error = NULL;
  double *list = g_key_file_get_double_list (file, group, key, n, &error);

  g_assert_no_error (error);
  return list;
}

static double
read_number (GKeyFile *file, const char *group, const char *key)
{
  g_autoptr (GError) error = NULL;
  double number = g_key_file_get_double (file, group, key, &error);

  g_assert_no_error (error);
  return number;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double *
read_sorted (GKeyFile *file, const char *group, gsize *n)
{
  double *list = read_list (file, group, "values", n);

  qsort (list, *n, sizeof *list, compare_doubles);
  return list;
}

static void
check_median (GKeyFile *file, const char *group)
{
  gsize n;
  g_autofree double *values = read_sorted (file, group, &n);
  LegatoInterval interval;

  g_assert_true (legato_median_interval (values, n, &interval));
  g_assert_cmpuint (interval.n, ==, n);
  assert_near (interval.estimate, read_number (file, group, "median"));
  assert_near (interval.lower, read_number (file, group, "lower"));
  assert_near (interval.upper, read_number (file, group, "upper"));
  assert_near (interval.confidence, read_number (file, group, "confidence"));
}

static void
check_quartiles (GKeyFile *file, const char *group)
{
  gsize n, n_quartiles;
  g_autofree double *values = read_sorted (file, group, &n);
  g_autofree double *quartiles = read_list (file, group, "quartiles", &n_quartiles);

  for (gsize i = 0; i < n_quartiles; i++)
    assert_near (legato_quantile (values, n, 0.25 * (double) (i + 1)), quartiles[i]);
}

static void
check_slope (GKeyFile *file, const char *group)
{
  gsize n, n_y;
  g_autofree double *x = read_list (file, group, "x", &n);
  g_autofree double *y = read_list (file, group, "y", &n_y);

  g_assert_cmpuint (n, ==, n_y);
  assert_near (legato_slope (x, y, n).per_day, read_number (file, group, "slope"));
}

/* The interval holds just those of the supposed effects that neither tail rules out. */
static void
check_tails (GKeyFile *file, const char *group, LegatoShuffle *shuffle)
{
  gsize n, n_tails;
  g_autofree double *effects = read_list (file, group, "effects", &n);
  g_autofree double *less = read_list (file, group, "less", &n_tails);
  g_autofree double *greater = read_list (file, group, "greater", &n_tails);
  LegatoInterval interval;

  legato_shuffle_get_interval (shuffle, &interval);
  for (gsize i = 0; i < n; i++)
    {
      gboolean possible = less[i] > TAIL && greater[i] > TAIL;

      g_assert_cmpint (effects[i] >= interval.lower && effects[i] <= interval.upper, ==, possible);
    }
}

static void
check_block (GKeyFile *file, const char *group)
{
  gsize n, n_sides;
  g_autofree double *changes = read_list (file, group, "changes", &n);
  g_autofree double *sides = read_list (file, group, "sides", &n_sides);
  g_autofree LegatoTrial *trials = g_new0 (LegatoTrial, n);
  g_autoptr (LegatoShuffle) shuffle = NULL;
  LegatoBlock block = { .size = (guint) n };

  for (gsize i = 0; i < n; i++)
    {
      trials[i].left = sides[i] > 0;
      trials[i].difference = (int) lround (sides[i] * changes[i]);
      block.least_left += trials[i].left;
    }
  block.most_left = block.least_left;
  shuffle = legato_shuffle_new (&block, 1, trials, n);
  check_tails (file, group, shuffle);
}

static void
check_signs (GKeyFile *file, const char *group)
{
  gsize n;
  g_autofree double *differences = read_list (file, group, "differences", &n);
  g_autofree LegatoTrial *trials = g_new0 (LegatoTrial, n);
  g_autofree LegatoBlock *blocks = g_new0 (LegatoBlock, n);
  g_autoptr (LegatoShuffle) shuffle = NULL;

  for (gsize i = 0; i < n; i++)
    {
      blocks[i] = (LegatoBlock){ 1, 0, 1 };
      trials[i] = (LegatoTrial){ (guint) i, i % 2 == 0, (int) lround (differences[i]) };
    }
  shuffle = legato_shuffle_new (blocks, n, trials, n);
  check_tails (file, group, shuffle);
}

static void
test_median (void)
{
  for_each_group ("median-", check_median);
}

static void
test_quartiles (void)
{
  for_each_group ("quartile-", check_quartiles);
}

static void
test_sign (void)
{
}

static void
test_slope (void)
{
  for_each_group ("slope-", check_slope);
}

static void
test_block (void)
{
  for_each_group ("shuffle-block-", check_block);
}

static void
test_signs (void)
{
  for_each_group ("shuffle-sign-", check_signs);
}

static void
test_too_few_for_an_interval (void)
{
  const double five[] = { 1, 2, 3, 4, 5 };
  LegatoInterval interval = { .n = 42 };

  for (gsize n = 0; n <= G_N_ELEMENTS (five); n++)
    g_assert_false (legato_median_interval (five, n, &interval));
  g_assert_cmpuint (interval.n, ==, 42);
}

/* Of samples of anything at least 95 % hold the true median between the bounds. The count may lie
 * below what 95 % give only by what chance does once in ten thousand runs. */
static void
test_median_is_held (void)
{
  const guint n_samples = 4000;
  const double true_median = 5;
  guint n_held = 0;

  for (guint s = 0; s < n_samples; s++)
    {
      double values[23];
      gsize n = (gsize) g_test_rand_int_range (LEGATO_INTERVAL_MIN, G_N_ELEMENTS (values));
      LegatoInterval interval;

      for (gsize i = 0; i < n; i++)
        {
          double u = g_test_rand_double_range (-1, 1);

          /* Skewed, with median 5. */
          values[i] = u < 0 ? true_median + u : true_median + 20 * u * u;
        }
      qsort (values, n, sizeof *values, compare_doubles);
      g_assert_true (legato_median_interval (values, n, &interval));
      g_assert_cmpfloat (interval.lower, <=, interval.estimate);
      g_assert_cmpfloat (interval.upper, >=, interval.estimate);
      n_held += interval.lower <= true_median && interval.upper >= true_median;
    }
  g_assert_cmpuint (n_held, >, (guint) (0.95 * n_samples - 4 * sqrt (0.95 * 0.05 * n_samples)));
}

static void
test_nothing_tried (void)
{
  const LegatoBlock block = { 6, 3, 3 };
  g_autoptr (LegatoShuffle) shuffle = legato_shuffle_new (&block, 1, NULL, 0);
  LegatoInterval interval;

  legato_shuffle_get_interval (shuffle, &interval);
  g_assert_cmpuint (interval.n, ==, 0);
  g_assert_true (isinf (interval.lower) && isinf (interval.upper));
}

static void
test_ways_to_draw (void)
{
  const LegatoBlock six[] = { { 6, 3, 3 }, { 6, 3, 3 } };
  const LegatoBlock seven = { 7, 3, 4 };

  /* 20 ways are too few, 400 and 70 are enough. */
  g_assert_false (legato_shuffle_can_bound (six, 1));
  g_assert_true (legato_shuffle_can_bound (six, 2));
  g_assert_true (legato_shuffle_can_bound (&seven, 1));
}

/* Draws as an experiment does, with an effect that is known, and trials that were left out. */
static guint
make_trials (LegatoBlock *blocks, guint n_blocks, int effect, LegatoTrial *trials)
{
  guint n = 0;

  for (guint b = 0; b < n_blocks; b++)
    {
      guint n_left = 0;

      blocks[b].size = (guint) g_test_rand_int_range (6, 8);
      blocks[b].least_left = blocks[b].size / 2;
      blocks[b].most_left = (blocks[b].size + 1) / 2;
      n_left = blocks[b].least_left;
      if (blocks[b].most_left > n_left && g_test_rand_bit ())
        n_left++;
      for (guint i = 0; i < blocks[b].size; i++)
        {
          gboolean left = (guint) g_test_rand_int_range (0, (int) (blocks[b].size - i)) < n_left;
          int noise = g_test_rand_int_range (-3, 4);

          n_left -= left;
          if (g_test_rand_int_range (0, 5) > 0)
            trials[n++] = (LegatoTrial){ b, left, (left ? noise : -noise) + effect };
        }
    }
  return n;
}

/* The interval holds the true effect at least as often as it says, with blocks and gaps. */
static void
test_effect_is_held (void)
{
  const guint n_rounds = 1500;
  guint n_held = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      LegatoBlock blocks[2];
      LegatoTrial trials[16];
      int effect = g_test_rand_int_range (-2, 3);
      guint n = make_trials (blocks, G_N_ELEMENTS (blocks), effect, trials);
      g_autoptr (LegatoShuffle) shuffle =
          legato_shuffle_new (blocks, G_N_ELEMENTS (blocks), trials, n);
      LegatoInterval interval;

      legato_shuffle_get_interval (shuffle, &interval);
      n_held += interval.lower <= effect && interval.upper >= effect;
      g_assert_cmpfloat (interval.lower, <=, interval.estimate + 1e-9);
      g_assert_cmpfloat (interval.upper, >=, interval.estimate - 1e-9);
    }
  g_assert_cmpuint (n_held, >, (guint) (0.95 * n_rounds - 4 * sqrt (0.95 * 0.05 * n_rounds)));
}

/* What is treated now and what is not change places: everything changes its sign. */
static void
test_mirror (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      LegatoBlock blocks[2];
      LegatoTrial trials[16];
      guint n = make_trials (blocks, G_N_ELEMENTS (blocks), 1, trials);
      g_autoptr (LegatoShuffle) one = legato_shuffle_new (blocks, 2, trials, n);
      g_autoptr (LegatoShuffle) other = NULL;
      LegatoInterval a, b;

      for (guint i = 0; i < n; i++)
        trials[i].difference = -trials[i].difference;
      other = legato_shuffle_new (blocks, 2, trials, n);
      legato_shuffle_get_interval (one, &a);
      legato_shuffle_get_interval (other, &b);
      assert_near (a.estimate, -b.estimate);
      g_assert_true ((isinf (a.lower) && isinf (b.upper)) || fabs (a.lower + b.upper) < 1e-9);
      g_assert_true ((isinf (a.upper) && isinf (b.lower)) || fabs (a.upper + b.lower) < 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/median", test_median);
  g_test_add_func ("/reference/quartiles", test_quartiles);
  g_test_add_func ("/reference/sign", test_sign);
  g_test_add_func ("/reference/slope", test_slope);
  g_test_add_func ("/reference/shuffle-block", test_block);
  g_test_add_func ("/reference/shuffle-signs", test_signs);
  g_test_add_func ("/interval/too-few", test_too_few_for_an_interval);
  g_test_add_func ("/interval/holds-the-median", test_median_is_held);
  g_test_add_func ("/shuffle/nothing", test_nothing_tried);
  g_test_add_func ("/shuffle/ways", test_ways_to_draw);
  g_test_add_func ("/shuffle/holds-the-effect", test_effect_is_held);
  g_test_add_func ("/shuffle/mirror", test_mirror);

  return g_test_run ();
}
