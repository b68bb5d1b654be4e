/* legato-trend-words.h: a trend in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-trend.h"

G_BEGIN_DECLS

char *legato_trend_words_dup_day (guint32 day, gboolean with_year);
char *legato_trend_words_dup_values (const LegatoTrendWeek *week);
char *legato_trend_words_dup_week (const LegatoTrendWeek *week);
char *legato_trend_words_dup_verdict (LegatoTrend *trend);
char *legato_trend_words_dup_reason (LegatoTrend *trend);

G_END_DECLS
