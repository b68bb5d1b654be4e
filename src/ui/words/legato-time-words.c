/* legato-time-words.c
 *
 * The names of months and days are translated with the sentences around them: those of the C
 * library may be in another language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "legato-time-words.h"

#define N_WEEKDAYS 7

static const char *const months[] = {
  NULL,
  NC_ ("month in a date", "January"),
  NC_ ("month in a date", "February"),
  NC_ ("month in a date", "March"),
  NC_ ("month in a date", "April"),
  NC_ ("month in a date", "May"),
  NC_ ("month in a date", "June"),
  NC_ ("month in a date", "July"),
  NC_ ("month in a date", "August"),
  NC_ ("month in a date", "September"),
  NC_ ("month in a date", "October"),
  NC_ ("month in a date", "November"),
  NC_ ("month in a date", "December"),
};

static const char *const weekdays[] = {
  NULL,
  NC_ ("weekday in a date", "Monday"),
  NC_ ("weekday in a date", "Tuesday"),
  NC_ ("weekday in a date", "Wednesday"),
  NC_ ("weekday in a date", "Thursday"),
  NC_ ("weekday in a date", "Friday"),
  NC_ ("weekday in a date", "Saturday"),
  NC_ ("weekday in a date", "Sunday"),
};

static const char *const short_weekdays[] = {
  NULL,
  NC_ ("weekday above a calendar", "Mon"),
  NC_ ("weekday above a calendar", "Tue"),
  NC_ ("weekday above a calendar", "Wed"),
  NC_ ("weekday above a calendar", "Thu"),
  NC_ ("weekday above a calendar", "Fri"),
  NC_ ("weekday above a calendar", "Sat"),
  NC_ ("weekday above a calendar", "Sun"),
};

static const char *
get_month (GDateMonth month)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "month in a date", months[month]);
}

static const char *
get_weekday (GDateWeekday weekday)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday in a date", weekdays[weekday]);
}

/** Returns: (transfer none): "Fri" */
const char *
legato_time_words_get_short_weekday (GDateWeekday weekday)
{
  g_return_val_if_fail (g_date_valid_weekday (weekday), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday above a calendar", short_weekdays[weekday]);
}

/** Returns: the day with which a week begins here */
GDateWeekday
legato_time_words_get_first_weekday (void)
{
#ifdef _NL_TIME_FIRST_WEEKDAY
  /* One byte, 1 being the day of a date that glibc has chosen: a Sunday in all its locales. */
  return (GDateWeekday) ((nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0] + 5) % N_WEEKDAYS + 1);
#else
  return G_DATE_MONDAY;
#endif
}

/** Returns: (transfer full): the Julian day @day as people write it, "21 November 2026" */
char *
legato_time_words_dup_day (guint32 day)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  /* Translators: day, month and year: 21 November 2026 */
  return g_strdup_printf (C_ ("date", "%1$u %2$s %3$u"), g_date_get_day (&date),
                          get_month (g_date_get_month (&date)), g_date_get_year (&date));
}

/** Returns: (transfer full): likewise, with its weekday: "Saturday, 21 November 2026" */
char *
legato_time_words_dup_full_day (guint32 day)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  /* Translators: weekday, day, month and year: Saturday, 21 November 2026 */
  return g_strdup_printf (C_ ("date", "%1$s, %2$u %3$s %4$u"),
                          get_weekday (g_date_get_weekday (&date)), g_date_get_day (&date),
                          get_month (g_date_get_month (&date)), g_date_get_year (&date));
}

/** Returns: (transfer full): "Today", "Yesterday" or "Friday, 20 November 2026" */
char *
legato_time_words_dup_near_day (guint32 day, guint32 today)
{
  if (day == today)
    return g_strdup (_ ("Today"));
  if (day + 1 == today)
    return g_strdup (_ ("Yesterday"));
  return legato_time_words_dup_full_day (day);
}

/** Returns: (transfer full): "November 2026" */
char *
legato_time_words_dup_month (GDateMonth month, GDateYear year)
{
  /* Translators: month and year: November 2026 */
  return g_strdup_printf (C_ ("date", "%1$s %2$u"), get_month (month), year);
}

/* GNOME's setting counts in GNOME, and wherever somebody has set it; its default says nothing
 * elsewhere. */
static gboolean
read_desktop_clock (gboolean *has_12_hours)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, "org.gnome.desktop.interface", TRUE)
                     : NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GVariant) chosen = NULL;
  g_autofree char *format = NULL;
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");

  if (schema == NULL || !g_settings_schema_has_key (schema, "clock-format"))
    return FALSE;
  settings = g_settings_new_full (schema, NULL, NULL);
  chosen = g_settings_get_user_value (settings, "clock-format");
  if (chosen == NULL && (desktop == NULL || strstr (desktop, "GNOME") == NULL))
    return FALSE;
  format = g_settings_get_string (settings, "clock-format");
  *has_12_hours = g_str_equal (format, "12h");
  return TRUE;
}

/** Returns: whether times of day are said with "AM" and "PM" here */
gboolean
legato_time_words_has_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);
  gboolean has_12_hours = FALSE;

  if (read_desktop_clock (&has_12_hours))
    return has_12_hours;
  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL
         || strstr (format, "%l") != NULL || strstr (format, "%p") != NULL;
}

/** Returns: (transfer full): the time of day, "18:05" or "6:05 PM" */
char *
legato_time_words_dup_time (GDateTime *time)
{
  guint hour = 0;
  guint minute = 0;

  g_return_val_if_fail (time != NULL, NULL);

  hour = (guint) g_date_time_get_hour (time);
  minute = (guint) g_date_time_get_minute (time);
  if (!legato_time_words_has_12_hours ())
    /* Translators: hours and minutes of a time of day: 18:05 */
    return g_strdup_printf (C_ ("time of day", "%1$02u:%2$02u"), hour, minute);
  /* Translators: hours, minutes, and AM or PM: 6:05 PM */
  return g_strdup_printf (C_ ("time of day", "%1$u:%2$02u %3$s"), (hour + 11) % 12 + 1, minute,
                          hour < 12 ? C_ ("time of day", "AM") : C_ ("time of day", "PM"));
}
