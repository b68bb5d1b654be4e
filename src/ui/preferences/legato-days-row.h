/* legato-days-row.h: a row of the weekdays, each to be switched on or off, or all at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Property `days`: weekdays as bits, Monday being the lowest (uint). */
#define LEGATO_TYPE_DAYS_ROW (legato_days_row_get_type ())
G_DECLARE_FINAL_TYPE (LegatoDaysRow, legato_days_row, LEGATO, DAYS_ROW, AdwPreferencesRow)

G_END_DECLS
