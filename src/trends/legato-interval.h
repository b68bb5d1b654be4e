/* legato-interval.h: between which bounds a median lies, and whether signs are chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** From so many values the lowest and the highest hold the median at 95 %: 1 - 2 / 2^6 = 97 %. */
#define LEGATO_INTERVAL_MIN 6

/** How sure an interval has to be at least. */
#define LEGATO_INTERVAL_CONFIDENCE 0.95

/**
 * LegatoInterval: an estimate and the bounds between which the true figure lies
 * @n: how many values it rests on
 * @lower, @upper: infinite where the values set no bound
 * @confidence: in what share of such samples the bounds hold the true figure, at least
 */
typedef struct
{
  guint n;
  double estimate;
  double lower;
  double upper;
  double confidence;
} LegatoInterval;

gboolean legato_median_interval (const double *sorted, gsize n, LegatoInterval *interval);

G_END_DECLS
