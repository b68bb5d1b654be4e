/* legato-shuffle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The leg of each trial was drawn, so if the massage did nothing, the same changes would have come
 * with any other draw. How far the mean difference of the real draw lies out among those of all
 * draws is therefore known exactly, whatever the ratings are like (Fisher 1935; Edgington 1995).
 * Another draw turns the sign of some differences. All that matters of it is how many it turns and
 * what they add up to: with an effect of E points supposed, their sum less E for each tells whether
 * the draw lies above or below the real one. So one table of (how many, sum) answers for every
 * supposed effect, and the effects that cannot be ruled out are the interval.
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "legato-shuffle.h"

struct _LegatoShuffle
{
  guint n;
  int reach; /* no sum is further from 0 */
  double
      *draws; /* how many draws turn n signs of the sum s, at [n * (2 * reach + 1) + s + reach] */
  double n_draws;
  double mean;
};

/* One way in which a block could have been drawn, as far as it was done. */
typedef struct
{
  guint turned;
  int sum;
  double ways;
} Arrangement;

static double
choose (guint n, guint k)
{
  double ways = 1;

  if (k > n)
    return 0;
  for (guint i = 0; i < k; i++)
    ways = ways * (n - i) / (i + 1);
  return round (ways);
}

/**
 * legato_block_count_ways:
 * @n_done: how many of its trials were drawn
 * @n_left: how many of those fell on the left leg
 *
 * Returns: in how many ways the rest of the block can be drawn
 */
double
legato_block_count_ways (const LegatoBlock *self, guint n_done, guint n_left)
{
  double ways = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (n_done <= self->size, 0);

  for (guint left = MAX (self->least_left, n_left); left <= self->most_left; left++)
    ways += choose (self->size - n_done, left - n_left);
  return ways;
}

/* Returns: (transfer full) (element-type Arrangement): of the trials of the block @index */
static GArray *
arrange (const LegatoBlock *block, guint index, const LegatoTrial *trials, gsize n_trials)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Arrangement));
  const LegatoTrial *done[LEGATO_SHUFFLE_MAX_BLOCK];
  guint n_done = 0;

  for (gsize i = 0; i < n_trials; i++)
    {
      if (trials[i].block == index && n_done < LEGATO_SHUFFLE_MAX_BLOCK)
        done[n_done++] = &trials[i];
    }
  for (guint turns = 0; turns < 1u << n_done; turns++)
    {
      Arrangement one = { 0 };
      guint n_left = 0;

      for (guint i = 0; i < n_done; i++)
        {
          gboolean turned = (turns >> i & 1) != 0;

          n_left += done[i]->left != turned;
          one.turned += turned;
          one.sum += turned ? done[i]->difference : 0;
        }
      one.ways = legato_block_count_ways (block, n_done, n_left);
      if (one.ways > 0)
        g_array_append_val (all, one);
    }
  return all;
}

static gsize
find_cell (const LegatoShuffle *self, guint turned, int sum)
{
  return turned * (2 * (gsize) self->reach + 1) + (gsize) (sum + self->reach);
}

static gsize
count_cells (const LegatoShuffle *self)
{
  return (self->n + 1) * (2 * (gsize) self->reach + 1);
}

/* Takes one more block into the table: its draw has nothing to do with those before. */
static void
add_block (LegatoShuffle *self, GArray *arrangements)
{
  double *more = g_new0 (double, count_cells (self));

  for (guint turned = 0; turned <= self->n; turned++)
    {
      for (int sum = -self->reach; sum <= self->reach; sum++)
        {
          double ways = self->draws[find_cell (self, turned, sum)];

          for (guint i = 0; ways > 0 && i < arrangements->len; i++)
            {
              const Arrangement *one = &g_array_index (arrangements, Arrangement, i);

              more[find_cell (self, turned + one->turned, sum + one->sum)] += ways * one->ways;
            }
        }
    }
  g_free (self->draws);
  self->draws = more;
}

/**
 * legato_shuffle_new:
 * @blocks: (array length=n_blocks): how the draw was made
 * @trials: (array length=n_trials): what was done of it, each of one of @blocks
 *
 * Returns: (transfer full): all draws that could have been
 */
LegatoShuffle *
legato_shuffle_new (const LegatoBlock *blocks,
                    gsize n_blocks,
                    const LegatoTrial *trials,
                    gsize n_trials)
{
  LegatoShuffle *self;

  for (gsize i = 0; i < n_blocks; i++)
    g_return_val_if_fail (blocks[i].size <= LEGATO_SHUFFLE_MAX_BLOCK, NULL);
  for (gsize i = 0; i < n_trials; i++)
    g_return_val_if_fail (trials[i].block < n_blocks, NULL);

  self = g_new0 (LegatoShuffle, 1);
  self->n = (guint) n_trials;
  for (gsize i = 0; i < n_trials; i++)
    {
      self->reach += abs (trials[i].difference);
      self->mean += (double) trials[i].difference / (double) n_trials;
    }
  self->draws = g_new0 (double, count_cells (self));
  self->draws[find_cell (self, 0, 0)] = 1;
  for (gsize i = 0; i < n_blocks; i++)
    {
      g_autoptr (GArray) arrangements = arrange (&blocks[i], (guint) i, trials, n_trials);

      add_block (self, arrangements);
    }
  for (gsize i = 0; i < count_cells (self); i++)
    self->n_draws += self->draws[i];
  return self;
}

/**
 * legato_shuffle_free:
 * @self: (transfer full)
 */
void
legato_shuffle_free (LegatoShuffle *self)
{
  g_free (self->draws);
  g_free (self);
}

/* What a draw would need the effect to be, to show the very difference of the real one. */
typedef struct
{
  double effect;
  double ways;
} Turning;

static int
compare_turnings (gconstpointer a, gconstpointer b)
{
  double x = ((const Turning *) a)->effect;
  double y = ((const Turning *) b)->effect;

  return (x > y) - (x < y);
}

static GArray *
list_turnings (LegatoShuffle *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Turning));

  for (guint turned = 1; turned <= self->n; turned++)
    {
      for (int sum = -self->reach; sum <= self->reach; sum++)
        {
          Turning one = { (double) sum / turned, self->draws[find_cell (self, turned, sum)] };

          if (one.ways > 0)
            g_array_append_val (all, one);
        }
    }
  g_array_sort (all, compare_turnings);
  return all;
}

/**
 * legato_shuffle_get_interval:
 * @interval: (out): the mean difference and the effects that the draw cannot rule out at 95 %;
 *   infinite where even the plainest outcome could be chance
 */
void
legato_shuffle_get_interval (LegatoShuffle *self, LegatoInterval *interval)
{
  const double tail = (1 - LEGATO_INTERVAL_CONFIDENCE) / 2;
  g_autoptr (GArray) turnings = NULL;
  double alike, ways;

  g_return_if_fail (self != NULL);
  g_return_if_fail (interval != NULL);

  *interval =
      (LegatoInterval){ self->n, self->mean, -INFINITY, INFINITY, LEGATO_INTERVAL_CONFIDENCE };
  /* The real draw itself, and those that differ from it only in what was not done. */
  alike = self->draws[find_cell (self, 0, 0)];
  if (self->n == 0 || alike / self->n_draws > tail)
    return;

  turnings = list_turnings (self);
  ways = alike;
  for (guint i = 0; i < turnings->len && isinf (interval->lower); i++)
    {
      const Turning *one = &g_array_index (turnings, Turning, i);

      ways += one->ways;
      if (ways / self->n_draws > tail)
        interval->lower = one->effect;
    }
  ways = alike;
  for (guint i = turnings->len; i-- > 0 && isinf (interval->upper);)
    {
      const Turning *one = &g_array_index (turnings, Turning, i);

      ways += one->ways;
      if (ways / self->n_draws > tail)
        interval->upper = one->effect;
    }
}

/**
 * legato_shuffle_can_bound:
 * @blocks: (array length=n_blocks): a draw
 *
 * Returns: whether there are so many ways to draw that, all trials done, an interval has bounds
 */
gboolean
legato_shuffle_can_bound (const LegatoBlock *blocks, gsize n_blocks)
{
  double n_draws = 1;

  for (gsize i = 0; i < n_blocks; i++)
    n_draws *= legato_block_count_ways (&blocks[i], 0, 0);
  return 1 / n_draws <= (1 - LEGATO_INTERVAL_CONFIDENCE) / 2;
}
