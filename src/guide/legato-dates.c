/* legato-dates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>

#include "legato-dates.h"

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

static const char *const short_months[] = {
  NULL,
  NC_ ("short month in a date", "Jan"),
  NC_ ("short month in a date", "Feb"),
  NC_ ("short month in a date", "Mar"),
  NC_ ("short month in a date", "Apr"),
  NC_ ("short month in a date", "May"),
  NC_ ("short month in a date", "Jun"),
  NC_ ("short month in a date", "Jul"),
  NC_ ("short month in a date", "Aug"),
  NC_ ("short month in a date", "Sep"),
  NC_ ("short month in a date", "Oct"),
  NC_ ("short month in a date", "Nov"),
  NC_ ("short month in a date", "Dec"),
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

/** Returns: (transfer none): "November", as it stands in a date */
const char *
legato_dates_get_month (GDateMonth month)
{
  g_return_val_if_fail (g_date_valid_month (month), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "month in a date", months[month]);
}

/** Returns: (transfer none): "Nov" */
const char *
legato_dates_get_short_month (GDateMonth month)
{
  g_return_val_if_fail (g_date_valid_month (month), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "short month in a date", short_months[month]);
}

/** Returns: (transfer none): "Friday" */
const char *
legato_dates_get_weekday (GDateWeekday weekday)
{
  g_return_val_if_fail (g_date_valid_weekday (weekday), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday in a date", weekdays[weekday]);
}

/** Returns: (transfer none): "Fri" */
const char *
legato_dates_get_short_weekday (GDateWeekday weekday)
{
  g_return_val_if_fail (g_date_valid_weekday (weekday), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday above a calendar", short_weekdays[weekday]);
}

/** Returns: (transfer none): "F", for a button that says the whole name otherwise */
const char *
legato_dates_get_weekday_letter (GDateWeekday weekday)
{
  switch (weekday)
    {
    case G_DATE_MONDAY:
      return C_ ("letter for Monday", "M");
    case G_DATE_TUESDAY:
      return C_ ("letter for Tuesday", "T");
    case G_DATE_WEDNESDAY:
      return C_ ("letter for Wednesday", "W");
    case G_DATE_THURSDAY:
      return C_ ("letter for Thursday", "T");
    case G_DATE_FRIDAY:
      return C_ ("letter for Friday", "F");
    case G_DATE_SATURDAY:
      return C_ ("letter for Saturday", "S");
    case G_DATE_SUNDAY:
      return C_ ("letter for Sunday", "S");
    case G_DATE_BAD_WEEKDAY:
    default:
      g_return_val_if_reached ("");
    }
}

/** Returns: the day with which a week begins here */
GDateWeekday
legato_dates_get_first_weekday (void)
{
#ifdef __GLIBC__
  const char *locale = setlocale (LC_TIME, NULL);

  /* The locale "C" belongs to no country. */
  if (locale != NULL && !g_str_equal (locale, "C") && !g_str_equal (locale, "POSIX")
      && !g_str_has_prefix (locale, "C."))
    {
      /* One byte, 1 being the day of a date: a Sunday, or this Monday. */
      gboolean from_monday = GPOINTER_TO_INT (nl_langinfo (_NL_TIME_WEEK_1STDAY)) == 19971201;
      int first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0] + (from_monday ? 6 : 5);

      return (GDateWeekday) (first % N_WEEKDAYS + 1);
    }
#endif
  return G_DATE_MONDAY;
}

/**
 * legato_dates_get_week_start:
 * @day: a Julian day
 *
 * Returns: the Julian day on or before @day with which its week begins here
 */
guint32
legato_dates_get_week_start (guint32 day)
{
  /* Julian day 1, 1 January of the year 1, is a Monday. */
  guint32 weekday = (day - 1) % N_WEEKDAYS + G_DATE_MONDAY;

  g_return_val_if_fail (g_date_valid_julian (day), day);
  return day - (weekday + N_WEEKDAYS - legato_dates_get_first_weekday ()) % N_WEEKDAYS;
}

/** Returns: Julian day of @time on the calendar of its time zone */
guint32
legato_dates_get_day (GDateTime *time)
{
  GDate date;
  int year, month, day;

  g_return_val_if_fail (time != NULL, 0);

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/** Returns: (transfer full): what the Julian day @day is called where no person reads it,
 * "2026-11-21" */
char *
legato_dates_dup_id (guint32 day)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/** Returns: the Julian day of which @id is the name that legato_dates_dup_id() gives; 0 if there is
 * none */
guint32
legato_dates_read_id (const char *id)
{
  g_autofree char *begin = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (id != NULL, 0);

  begin = g_strconcat (id, "T00:00:00Z", NULL);
  time = g_date_time_new_from_iso8601 (begin, NULL);
  return time != NULL ? legato_dates_get_day (time) : 0;
}

/** Returns: (transfer full): the Julian day @day as people write it, "21 November 2026" */
char *
legato_dates_dup_day (guint32 day)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  /* Translators: day, month and year: 21 November 2026 */
  return g_strdup_printf (C_ ("date", "%1$u %2$s %3$u"), g_date_get_day (&date),
                          legato_dates_get_month (g_date_get_month (&date)),
                          g_date_get_year (&date));
}

/** Returns: (transfer full): likewise, with its weekday: "Saturday, 21 November 2026" */
char *
legato_dates_dup_full_day (guint32 day)
{
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  /* Translators: weekday, day, month and year: Saturday, 21 November 2026 */
  return g_strdup_printf (C_ ("date", "%1$s, %2$u %3$s %4$u"),
                          legato_dates_get_weekday (g_date_get_weekday (&date)),
                          g_date_get_day (&date), legato_dates_get_month (g_date_get_month (&date)),
                          g_date_get_year (&date));
}

/**
 * legato_dates_dup_short_day:
 * @day: Julian day
 *
 * Returns: (transfer full): "24 Aug", or "24 Aug 2026"
 */
char *
legato_dates_dup_short_day (guint32 day, gboolean with_year)
{
  const char *month = NULL;
  GDate date;

  g_return_val_if_fail (g_date_valid_julian (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  month = legato_dates_get_short_month (g_date_get_month (&date));
  if (!with_year)
    /* Translators: day and month, with little room: 24 Aug */
    return g_strdup_printf (C_ ("short date", "%1$u %2$s"), g_date_get_day (&date), month);
  /* Translators: day, month and year, with little room: 24 Aug 2026 */
  return g_strdup_printf (C_ ("short date", "%1$u %2$s %3$u"), g_date_get_day (&date), month,
                          g_date_get_year (&date));
}

/* The year stands once, where the language has it. */
static char *
dup_range_of_a_year (const GDate *from, const GDate *to)
{
  /* Translators: day and month, day and month, and the year of both: 24 Aug – 15 Nov 2026 */
  return g_strdup_printf (C_ ("days", "%1$u %2$s – %3$u %4$s %5$u"), g_date_get_day (from),
                          legato_dates_get_short_month (g_date_get_month (from)),
                          g_date_get_day (to), legato_dates_get_short_month (g_date_get_month (to)),
                          g_date_get_year (to));
}

/** Returns: (transfer full): "24 Aug – 15 Nov 2026" or "24 Aug 2024 – 15 Nov 2026" of two Julian
 * days
 */
char *
legato_dates_dup_short_range (guint32 first_day, guint32 last_day)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  GDate first, last;

  g_return_val_if_fail (g_date_valid_julian (first_day) && g_date_valid_julian (last_day), NULL);

  g_date_clear (&first, 1);
  g_date_set_julian (&first, first_day);
  g_date_clear (&last, 1);
  g_date_set_julian (&last, last_day);
  if (g_date_get_year (&first) == g_date_get_year (&last))
    return dup_range_of_a_year (&first, &last);
  from = legato_dates_dup_short_day (first_day, TRUE);
  to = legato_dates_dup_short_day (last_day, TRUE);
  /* Translators: the first and the last day of some weeks, with little room */
  return g_strdup_printf (C_ ("days", "%s – %s"), from, to);
}

/** Returns: (transfer full): "November 2026" */
char *
legato_dates_dup_month (GDateMonth month, GDateYear year)
{
  /* Translators: month and year: November 2026 */
  return g_strdup_printf (C_ ("date", "%1$s %2$u"), legato_dates_get_month (month), year);
}
