/* legato-time-words.h: days and times of day, as the person's desktop writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *legato_time_words_get_short_weekday (GDateWeekday weekday);
GDateWeekday legato_time_words_get_first_weekday (void);
char *legato_time_words_dup_day (guint32 day);
char *legato_time_words_dup_full_day (guint32 day);
char *legato_time_words_dup_near_day (guint32 day, guint32 today);
char *legato_time_words_dup_month (GDateMonth month, GDateYear year);
gboolean legato_time_words_has_12_hours (void);
char *legato_time_words_dup_time (GDateTime *time);

G_END_DECLS
