/* legato-regularity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-trends"

#include "config.h"

#include "legato-regularity.h"

#define DAYS_A_WEEK 7

/**
 * legato_regularity_new:
 * @days: (array length=n_days): Julian day of each session, in any order; two of a day count twice
 * @first_day: Julian day on which the first week begins, whatever day of the week it is
 * @n_weeks: 1 or more
 * @goal: sessions a week, 1 or more
 *
 * Returns: (transfer full): the sessions of each week; those outside are left out
 */
LegatoRegularity *
legato_regularity_new (const guint32 *days,
                       gsize n_days,
                       guint32 first_day,
                       guint n_weeks,
                       guint goal)
{
  LegatoRegularity *self;

  g_return_val_if_fail (n_weeks > 0, NULL);
  g_return_val_if_fail (goal > 0, NULL);

  self = g_new0 (LegatoRegularity, 1);
  self->n_weeks = n_weeks;
  self->counts = g_new0 (guint, n_weeks);
  self->goal = goal;
  for (gsize i = 0; i < n_days; i++)
    {
      guint week = days[i] >= first_day ? (days[i] - first_day) / DAYS_A_WEEK : n_weeks;

      if (week >= n_weeks)
        continue;
      self->counts[week]++;
      self->n_sessions++;
      self->n_met += self->counts[week] == goal;
    }
  return self;
}

/**
 * legato_regularity_free:
 * @self: (transfer full)
 */
void
legato_regularity_free (LegatoRegularity *self)
{
  g_return_if_fail (self != NULL);
  g_free (self->counts);
  g_free (self);
}
