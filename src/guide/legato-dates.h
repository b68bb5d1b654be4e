/* legato-dates.h: days, and how the person's language writes them
 *
 * The names of months and days are translated with the sentences around them: those of the C
 * library may be in another language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *legato_dates_get_weekday (GDateWeekday weekday);
const char *legato_dates_get_short_weekday (GDateWeekday weekday);
const char *legato_dates_get_weekday_letter (GDateWeekday weekday);
const char *legato_dates_get_month (GDateMonth month);
const char *legato_dates_get_short_month (GDateMonth month);
GDateWeekday legato_dates_get_first_weekday (void);
guint32 legato_dates_get_week_start (guint32 day);
guint32 legato_dates_get_day (GDateTime *time);
char *legato_dates_dup_id (guint32 day);
guint32 legato_dates_read_id (const char *id);
char *legato_dates_dup_day (guint32 day);
char *legato_dates_dup_full_day (guint32 day);
char *legato_dates_dup_short_day (guint32 day, gboolean with_year);
char *legato_dates_dup_short_range (guint32 first_day, guint32 last_day);
char *legato_dates_dup_month (GDateMonth month, GDateYear year);

G_END_DECLS
