/* legato-trend-text.h: a trend in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-trend.h"

G_BEGIN_DECLS

char *legato_trend_dup_day_text (guint32 day, gboolean with_year);
char *legato_trend_dup_values_text (const LegatoTrendWeek *week);
char *legato_trend_dup_week_text (const LegatoTrendWeek *week);
char *legato_trend_dup_verdict_text (LegatoTrend *trend);
char *legato_trend_dup_reason_text (LegatoTrend *trend);

G_END_DECLS
