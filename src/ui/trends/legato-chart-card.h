/* legato-chart-card.h: a chart with what may be said of it, and the same as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-chart.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_CHART_CARD (legato_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (LegatoChartCard, legato_chart_card, LEGATO, CHART_CARD, AdwBin)

LegatoChartCard *legato_chart_card_new (const char *title, LegatoChart *chart);
void legato_chart_card_set_words (LegatoChartCard *self, const char *words, const char *figures);

G_END_DECLS
