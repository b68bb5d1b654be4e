/* legato-chart-table.h: figures as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_CHART_TABLE (legato_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (LegatoChartTable, legato_chart_table, LEGATO, CHART_TABLE, AdwBin)

LegatoChartTable *legato_chart_table_new (const char *label);
void
legato_chart_table_set (LegatoChartTable *self, const char *const *titles, const GPtrArray *rows);

G_END_DECLS
