/* legato-regularity.h: how many massages a week there were
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Sessions a week to aim at, unless the person chose otherwise (docs/domain.md §4). */
#define LEGATO_REGULARITY_GOAL 3

/**
 * LegatoRegularity: sessions a week against what the person set out to do
 * @n_weeks: how many weeks
 * @counts: (array length=n_weeks): sessions of each week, the oldest first
 * @n_sessions: of all weeks
 * @n_met: weeks with at least @goal sessions
 * @goal: sessions a week
 */
typedef struct
{
  guint n_weeks;
  guint *counts;
  guint n_sessions;
  guint n_met;
  guint goal;
} LegatoRegularity;

LegatoRegularity *legato_regularity_new (const guint32 *days,
                                         gsize n_days,
                                         guint32 first_day,
                                         guint n_weeks,
                                         guint goal);
void legato_regularity_free (LegatoRegularity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoRegularity, legato_regularity_free)

G_END_DECLS
