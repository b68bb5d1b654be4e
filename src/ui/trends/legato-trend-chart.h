/* legato-trend-chart.h: soreness of a zone drawn week by week
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-trend.h"

G_BEGIN_DECLS

/**
 * LegatoTrendChart: every value a dot, from five values on the median and the middle half
 *
 * Round dots are of the left leg, square ones of the right. Nothing joins the weeks. The property
 * `selected` is the week under the pointer or chosen with the arrow keys, or -1.
 */
#define LEGATO_TYPE_TREND_CHART (legato_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTrendChart, legato_trend_chart, LEGATO, TREND_CHART, GtkWidget)

void legato_trend_chart_set_trend (LegatoTrendChart *self, LegatoTrend *trend);
int legato_trend_chart_get_selected (LegatoTrendChart *self);

G_END_DECLS
