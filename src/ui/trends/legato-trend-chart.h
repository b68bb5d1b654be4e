/* legato-trend-chart.h: the soreness of some weeks as dots, medians and quartiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-chart.h"
#include "legato-trend.h"

G_BEGIN_DECLS

/** LegatoTrendChart: a mark is a week. */
#define LEGATO_TYPE_TREND_CHART (legato_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTrendChart, legato_trend_chart, LEGATO, TREND_CHART, LegatoChart)

LegatoTrendChart *legato_trend_chart_new (void);
void legato_trend_chart_set_trend (LegatoTrendChart *self, LegatoTrend *trend);

G_END_DECLS
