/* legato-statistics.h: medians, quartiles and slopes that claim no more than they know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Change that people usually notice: points of 10, or a share of what it was (docs/domain.md §8).
 */
#define LEGATO_NOTICEABLE_POINTS 2.0
#define LEGATO_NOTICEABLE_SHARE 0.3

/**
 * LegatoSlope: a robust straight line through values in time
 * @n: observations it rests on
 * @per_day: Theil-Sen slope, in units of y a unit of x
 * @lower, @upper: 95 % interval of the slope; infinite where the values bound it on no side
 */
typedef struct
{
  guint n;
  double per_day;
  double lower;
  double upper;
} LegatoSlope;

int legato_compare_doubles (gconstpointer a, gconstpointer b);
double legato_quantile (const double *sorted, gsize n, double share);
LegatoSlope legato_slope (const double *x, const double *y, gsize n);
gboolean legato_change_is_noticeable (double from, double to);

G_END_DECLS
