/* legato-trend-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-trend-words.h"
#include "legato-words.h"

#define DAYS_A_WEEK 7

/**
 * legato_trend_words_dup_day:
 * @day: Julian day
 *
 * Returns: (transfer full): "24 Aug", or "24 Aug 2026"
 */
char *
legato_trend_words_dup_day (guint32 day, gboolean with_year)
{
  g_autoptr (GDate) date = g_date_new_julian (day);
  g_autoptr (GDateTime) time = g_date_time_new_utc (
      g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);

  /* Translators: short days, as g_date_time_format() takes them: 24 Aug; 24 Aug 2026 */
  return g_date_time_format (time, with_year ? _ ("%-d %b %Y") : _ ("%-d %b"));
}

/**
 * legato_trend_words_dup_values:
 *
 * Returns: (transfer full): all values of the week by rising day, "6, 4, 5"
 */
char *
legato_trend_words_dup_values (const LegatoTrendWeek *week)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < week->n; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? C_ ("list", ", ") : "", week->values[i].value);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * legato_trend_words_dup_week:
 *
 * Returns: (transfer full): the week in a sentence or two
 */
char *
legato_trend_words_dup_week (const LegatoTrendWeek *week)
{
  g_autofree char *day = legato_trend_words_dup_day (week->monday, FALSE);
  g_autofree char *values = NULL;

  if (week->n == 0)
    return g_strdup_printf (_ ("Week of %s: no values."), day);
  if (week->has_median)
    {
      g_autofree char *median = legato_words_dup_number (week->median);
      g_autofree char *lower = legato_words_dup_number (week->lower_quartile);
      g_autofree char *upper = legato_words_dup_number (week->upper_quartile);

      /* Translators: day, number of values, median, lower and upper quartile */
      return g_strdup_printf (
          ngettext ("Week of %s: %u value, median %s, the middle half from %s to %s.",
                    "Week of %s: %u values, median %s, the middle half from %s to %s.", week->n),
          day, week->n, median, lower, upper);
    }
  values = legato_trend_words_dup_values (week);
  /* Translators: day, number of values, the values */
  return g_strdup_printf (
      ngettext ("Week of %s: %u value, %s.", "Week of %s: %u values: %s.", week->n), day, week->n,
      values);
}

/**
 * legato_trend_words_dup_verdict:
 *
 * Returns: (transfer full): what may be said of the whole time, in a few words
 */
char *
legato_trend_words_dup_verdict (LegatoTrend *trend)
{
  switch (legato_trend_get_verdict (trend))
    {
    case LEGATO_TREND_FALLING:
      return g_strdup (_ ("Soreness is going down"));
    case LEGATO_TREND_RISING:
      return g_strdup (_ ("Soreness is going up"));
    case LEGATO_TREND_CANT_TELL:
      break;
    }
  return g_strdup (_ ("Can’t tell yet"));
}

/**
 * legato_trend_words_dup_reason:
 *
 * Returns: (transfer full): what the verdict rests on, or what is missing
 */
char *
legato_trend_words_dup_reason (LegatoTrend *trend)
{
  const LegatoSlope *slope = legato_trend_get_slope (trend);
  g_autofree char *a_week = NULL;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *line = NULL;
  g_autofree char *change = NULL;
  double first = 0, last = 0;

  if (slope == NULL)
    return g_strdup_printf (_ ("A direction needs values on at least %u days, spread over at least "
                               "%u weeks."),
                            LEGATO_TREND_MIN_DAYS, LEGATO_TREND_MIN_WEEKS);
  if (legato_trend_get_verdict (trend) == LEGATO_TREND_CANT_TELL)
    return g_strdup (_ ("Your values go up and down; no direction stands out."));

  a_week = g_strdup_printf ("%.2f", fabs (slope->per_day) * DAYS_A_WEEK);
  least = g_strdup_printf ("%.2f", MIN (fabs (slope->lower), fabs (slope->upper)) * DAYS_A_WEEK);
  most = g_strdup_printf ("%.2f", MAX (fabs (slope->lower), fabs (slope->upper)) * DAYS_A_WEEK);
  /* Translators: points a week, and the bounds of the 95 % interval */
  line = g_strdup_printf (_ ("By about %s points a week (95 %% interval: %s to %s)."), a_week,
                          least, most);

  legato_trend_get_fit (trend, &first, &last);
  change = g_strdup (legato_change_is_noticeable (first, last)
                         ? _ ("Over this time it adds up to a change that people usually notice.")
                         : _ ("So far it is less than people usually notice."));
  return g_strjoin (" ", line, change, NULL);
}
