/* legato-trend-table.h: what the trend chart draws, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-trend.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_TREND_TABLE (legato_trend_table_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTrendTable, legato_trend_table, LEGATO, TREND_TABLE, AdwBin)

void legato_trend_table_set_trend (LegatoTrendTable *self, LegatoTrend *trend);

G_END_DECLS
