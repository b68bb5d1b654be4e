/* legato-trend-words.h: what may be said of figures, in sentences, and the figures themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-pairs.h"
#include "legato-regularity.h"
#include "legato-trend.h"

G_BEGIN_DECLS

char *legato_trend_words_dup_values (const LegatoTrendWeek *week);
char *legato_trend_words_dup_week (const LegatoTrendWeek *week);
char *legato_trend_words_dup_usual (LegatoTrend *trend);
char *legato_trend_words_dup_verdict (LegatoTrend *trend);
char *legato_trend_words_dup_verdict_of (LegatoTrend *trend, const char *place);
char *legato_trend_words_dup_reason (LegatoTrend *trend);
char *legato_trend_words_dup_figures (LegatoTrend *trend);
char *legato_trend_words_dup_change (const LegatoChange *change);
char *legato_trend_words_dup_sides (const LegatoChange *right_less_left);
char *legato_trend_words_dup_change_figures (const LegatoChange *change);
char *legato_trend_words_dup_regularity (const LegatoRegularity *weeks);

char *legato_trend_words_add_pooled (const char *words,
                                     LegatoTrendVerdict both,
                                     LegatoTrendVerdict left,
                                     LegatoTrendVerdict right,
                                     gboolean by_day);

G_END_DECLS
