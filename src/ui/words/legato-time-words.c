/* legato-time-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "legato-dates.h"
#include "legato-time-words.h"

/** Returns: (transfer full): "Today", "Yesterday" or "Friday, 20 November 2026" */
char *
legato_time_words_dup_near_day (guint32 day, guint32 today)
{
  if (day == today)
    return g_strdup (_ ("Today"));
  if (day + 1 == today)
    return g_strdup (_ ("Yesterday"));
  return legato_dates_dup_full_day (day);
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
