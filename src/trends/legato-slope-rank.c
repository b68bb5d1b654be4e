/* legato-slope-rank.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turn the page until a line of slope s lies level: the pairs whose slope is below s are those
 * whose right point now lies lower than the left one. So how many slopes are below s is how many
 * pairs are in the wrong order, which a merge sort counts on its way; and the slope of a rank is
 * found by halving, in time n log n a step instead of n² in all (Cole and others 1989).
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "legato-slope-rank.h"

/* Heights nearer than this are the same: far above what rounding makes of days and ratings, far
 * below what lies between two slopes of them. */
#define SAME_HEIGHT 1e-9

typedef struct
{
  double x; /* from the first point on */
  double y;
} Point;

typedef struct
{
  double height;
  guint index; /* of the point */
} Level;

struct _LegatoSlopeRanks
{
  guint n;
  Point *points; /* by rising x, then y */
  guint64 n_slopes;
  guint64 n_same; /* pairs of points that are one and the same */
  double steepest;
  /* For one slope at a time: */
  Level *levels;
  guint *ranks; /* of the height of each point; equal heights have one rank */
  guint *work;
  guint *order;
};

static int
compare_points (const void *a, const void *b)
{
  const Point *p = a;
  const Point *q = b;

  if (p->x < q->x || p->x > q->x)
    return p->x < q->x ? -1 : 1;
  return (p->y > q->y) - (p->y < q->y);
}

static int
compare_levels (const void *a, const void *b)
{
  double x = ((const Level *) a)->height;
  double y = ((const Level *) b)->height;

  return (x > y) - (x < y);
}

static guint64
count_pairs (guint64 n)
{
  return n * (n - 1) / 2;
}

/**
 * legato_slope_ranks_new:
 * @x, @y: (array length=n): points in any order; differences of what is not equal have to be above
 *   a billionth, as of days and ratings
 * @n: 2 or more
 *
 * Returns: (transfer full): the points, ready to be asked
 */
LegatoSlopeRanks *
legato_slope_ranks_new (const double *x, const double *y, gsize n)
{
  LegatoSlopeRanks *self;
  guint64 n_upright = 0;
  double least_x = INFINITY, lowest, highest;

  g_return_val_if_fail (n >= 2, NULL);

  self = g_new0 (LegatoSlopeRanks, 1);
  self->n = (guint) n;
  self->points = g_new (Point, n);
  self->levels = g_new (Level, n);
  self->ranks = g_new (guint, n);
  self->work = g_new (guint, n);
  self->order = g_new (guint, n);
  for (gsize i = 0; i < n; i++)
    self->points[i] = (Point){ x[i], y[i] };
  qsort (self->points, n, sizeof *self->points, compare_points);

  lowest = highest = self->points[0].y;
  for (gsize i = 0, next; i < n; i = next)
    {
      const Point *point = &self->points[i];

      for (next = i; next < n && !(self->points[next].x > point->x); next++)
        ;
      n_upright += count_pairs (next - i);
      if (next < n)
        least_x = MIN (least_x, self->points[next].x - point->x);
    }
  for (gsize i = 0, next; i < n; i = next)
    {
      for (next = i; next < n && compare_points (&self->points[next], &self->points[i]) == 0;
           next++)
        ;
      self->n_same += count_pairs (next - i);
      lowest = MIN (lowest, self->points[i].y);
      highest = MAX (highest, self->points[i].y);
    }
  self->n_slopes = count_pairs (n) - n_upright;
  self->steepest = (highest - lowest) / least_x;
  for (gsize i = n; i-- > 0;)
    self->points[i].x -= self->points[0].x;
  return self;
}

/**
 * legato_slope_ranks_free:
 * @self: (transfer full)
 */
void
legato_slope_ranks_free (LegatoSlopeRanks *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->points);
  g_free (self->levels);
  g_free (self->ranks);
  g_free (self->work);
  g_free (self->order);
  g_free (self);
}

/**
 * legato_slope_ranks_get_n_slopes:
 *
 * Returns: how many pairs have a slope, which those of one x have not
 */
guint64
legato_slope_ranks_get_n_slopes (LegatoSlopeRanks *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_slopes;
}

/* Sorts @order[from … to - 1] by merging and returns how many pairs stood in the wrong order. */
static guint64
sort_counting (LegatoSlopeRanks *self, guint from, guint to)
{
  guint middle = from + (to - from) / 2;
  guint64 n_wrong = 0;
  guint i = from, j = middle;

  if (to - from < 2)
    return 0;
  n_wrong = sort_counting (self, from, middle) + sort_counting (self, middle, to);
  for (guint k = from; k < to; k++)
    {
      gboolean later = i == middle || (j < to && self->order[j] < self->order[i]);

      if (later)
        n_wrong += middle - i;
      self->work[k] = later ? self->order[j++] : self->order[i++];
    }
  for (guint k = from; k < to; k++)
    self->order[k] = self->work[k];
  return n_wrong;
}

/* How many slopes are below @slope, and how many are @slope. */
static void
count_slopes (LegatoSlopeRanks *self, double slope, guint64 *n_below, guint64 *n_equal)
{
  guint rank = 0;
  guint64 n_level = 0;

  for (guint i = 0; i < self->n; i++)
    self->levels[i] = (Level){ self->points[i].y - slope * self->points[i].x, i };
  qsort (self->levels, self->n, sizeof *self->levels, compare_levels);
  for (guint i = 0, first = 0; i < self->n; i++)
    {
      if (i > 0 && self->levels[i].height - self->levels[i - 1].height > SAME_HEIGHT)
        {
          rank++;
          first = i;
        }
      n_level += i - first;
      self->ranks[self->levels[i].index] = rank;
    }
  for (guint i = 0; i < self->n; i++)
    self->order[i] = self->ranks[i];
  *n_below = sort_counting (self, 0, self->n);
  *n_equal = n_level - self->n_same;
}

/* The slope of two points that lie level when the page is turned by about that slope. */
static double
read_slope (LegatoSlopeRanks *self, double about)
{
  for (guint i = 1; i < self->n; i++)
    {
      const Point *p = &self->points[self->levels[i - 1].index];
      const Point *q = &self->points[self->levels[i].index];

      if (self->levels[i].height - self->levels[i - 1].height <= SAME_HEIGHT
          && (p->x < q->x || p->x > q->x))
        return (q->y - p->y) / (q->x - p->x);
    }
  return about;
}

/**
 * legato_slope_ranks_get_slope:
 * @rank: from 0, below legato_slope_ranks_get_n_slopes()
 *
 * Returns: the slope that stands there among the slopes of all pairs in rising order
 */
double
legato_slope_ranks_get_slope (LegatoSlopeRanks *self, guint64 rank)
{
  double below, above, slope = 0;

  g_return_val_if_fail (self != NULL, NAN);
  g_return_val_if_fail (rank < self->n_slopes, NAN);

  /* No slope is steeper than the whole height in the shortest way. Level comes first, as it is the
   * most frequent slope of ratings. */
  below = -self->steepest - 1;
  above = self->steepest + 1;
  while (below < slope && slope < above)
    {
      guint64 n_below, n_equal;

      count_slopes (self, slope, &n_below, &n_equal);
      if (rank >= n_below && rank < n_below + n_equal)
        return read_slope (self, slope);
      if (rank < n_below)
        above = slope;
      else
        below = slope;
      slope = below + (above - below) / 2;
    }
  return slope;
}
