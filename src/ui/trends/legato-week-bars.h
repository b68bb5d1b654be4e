/* legato-week-bars.h: massages a week beside what the person set out to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-chart.h"
#include "legato-regularity.h"

G_BEGIN_DECLS

/** LegatoWeekBars: a mark is a week. */
#define LEGATO_TYPE_WEEK_BARS (legato_week_bars_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWeekBars, legato_week_bars, LEGATO, WEEK_BARS, LegatoChart)

LegatoWeekBars *legato_week_bars_new (void);
void
legato_week_bars_set_weeks (LegatoWeekBars *self, const LegatoRegularity *weeks, guint32 first_day);

G_END_DECLS
