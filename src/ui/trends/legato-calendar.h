/* legato-calendar.h: the days of some weeks: when there was a massage, and how sore the legs were
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-chart.h"
#include "legato-period.h"

G_BEGIN_DECLS

/** LegatoCalendar: a mark is a day; a column is a week, from its first day down. */
#define LEGATO_TYPE_CALENDAR (legato_calendar_get_type ())
G_DECLARE_FINAL_TYPE (LegatoCalendar, legato_calendar, LEGATO, CALENDAR, LegatoChart)

LegatoCalendar *legato_calendar_new (void);
void legato_calendar_set_period (LegatoCalendar *self, LegatoPeriod *period, guint32 today);

G_END_DECLS
