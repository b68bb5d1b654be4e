/* legato-month-view.h: a month, with what each day holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoMonthView: dots for massages, a shade for soreness
 *
 * The days are one stop for the Tab key; arrow keys go from day to day, Page Up and Page Down from
 * month to month.
 *
 * Signal `day-chosen` (guint day): a Julian day was chosen.
 */
#define LEGATO_TYPE_MONTH_VIEW (legato_month_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMonthView, legato_month_view, LEGATO, MONTH_VIEW, AdwBin)

LegatoMonthView *legato_month_view_new (LegatoContext *context);
void legato_month_view_set_chosen (LegatoMonthView *self, guint32 day);
void legato_month_view_begin (LegatoMonthView *self, guint32 day);
void legato_month_view_turn_day (LegatoMonthView *self);

G_END_DECLS
