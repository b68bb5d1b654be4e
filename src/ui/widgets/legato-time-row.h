/* legato-time-row.h: a row with a time of the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Property `minute`: minutes since midnight, 0 to 1439 (uint). */
#define LEGATO_TYPE_TIME_ROW (legato_time_row_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTimeRow, legato_time_row, LEGATO, TIME_ROW, AdwActionRow)

G_END_DECLS
