/* legato-trend-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-dates.h"
#include "legato-locale.h"
#include "legato-trend-words.h"
#include "legato-words.h"

#define DAYS_A_WEEK 7

/* More values of a week are counted, not listed. */
#define MOST_LISTED 12

/* A number with its sign: a minus, not a hyphen. */
static char *
dup_signed (double value, int digits)
{
  return g_strdup_printf ("%s%.*f", value < 0 ? "−" : value > 0 ? "+" : "", digits, fabs (value));
}

/**
 * legato_trend_words_dup_values:
 *
 * Returns: (transfer full): all values of the week by rising day, "6, 4, 5"; many are counted,
 *   "4 (10×), 5 (23×)"
 */
char *
legato_trend_words_dup_values (const LegatoTrendWeek *week)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint counts[LEGATO_RATING_MAX + 1] = { 0 };

  for (guint i = 0; i < week->n; i++)
    {
      counts[MIN (week->values[i].value, LEGATO_RATING_MAX)]++;
      if (week->n <= MOST_LISTED)
        g_string_append_printf (text, "%s%u", i > 0 ? C_ ("list", ", ") : "",
                                week->values[i].value);
    }
  for (guint value = 0; week->n > MOST_LISTED && value <= LEGATO_RATING_MAX; value++)
    if (counts[value] > 0)
      g_string_append_printf (text, "%s%u (%u×)", text->len > 0 ? C_ ("list", ", ") : "", value,
                              counts[value]);
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
  g_autofree char *day = legato_dates_dup_short_day (week->first_day, FALSE);
  g_autofree char *values = NULL;

  if (week->n == 0)
    return g_strdup_printf (_ ("Week of %s: no values."), day);
  if (week->has_median)
    {
      g_autofree char *median = legato_words_dup_number (week->median);
      g_autofree char *lower = legato_words_dup_number (week->lower_quartile);
      g_autofree char *upper = legato_words_dup_number (week->upper_quartile);

      /* If both quartiles are the same, so are all values between them. */
      if (week->lower_quartile == week->upper_quartile)
        return g_strdup_printf (
            ngettext ("Week of %s: %u value, usually %s, at least half of them exactly that.",
                      "Week of %s: %u values, usually %s, at least half of them exactly that.",
                      week->n),
            day, week->n, median);
      /* Translators: day, number of values, the middle one, and two that half lie between */
      return g_strdup_printf (
          ngettext ("Week of %s: %u value, usually %s, half of them between %s and %s.",
                    "Week of %s: %u values, usually %s, half of them between %s and %s.", week->n),
          day, week->n, median, lower, upper);
    }
  values = legato_trend_words_dup_values (week);
  /* Translators: day, number of values, the values */
  return g_strdup_printf (
      ngettext ("Week of %s: %u value, %s.", "Week of %s: %u values: %s.", week->n), day, week->n,
      values);
}

/**
 * legato_trend_words_dup_usual:
 *
 * Returns: (transfer full): how sore it usually was, in a sentence
 */
char *
legato_trend_words_dup_usual (LegatoTrend *trend)
{
  guint n = legato_trend_get_n_values (trend);
  double lower = 0, middle = 0, upper = 0;
  g_autofree char *lower_text = NULL;
  g_autofree char *middle_text = NULL;
  g_autofree char *upper_text = NULL;

  if (n == 0)
    return g_strdup (_ ("Not rated in these weeks."));
  if (!legato_trend_get_quartiles (trend, &lower, &middle, &upper))
    return g_strdup_printf (ngettext ("%u rating so far; from %u on there is a middle to tell.",
                                      "%u ratings so far; from %u on there is a middle to tell.",
                                      n),
                            n, LEGATO_TREND_MIN_WEEK);
  lower_text = legato_words_dup_number (lower);
  middle_text = legato_words_dup_number (middle);
  upper_text = legato_words_dup_number (upper);
  if (lower == upper)
    return g_strdup_printf (
        ngettext ("From %u rating: usually %s, at least half of them exactly that.",
                  "From %u ratings: usually %s, at least half of them exactly that.", n),
        n, middle_text);
  /* Translators: number of ratings, the middle one, and two that half of them lie between */
  return g_strdup_printf (ngettext ("From %u rating: usually %s, half of them between %s and %s.",
                                    "From %u ratings: usually %s, half of them between %s and %s.",
                                    n),
                          n, middle_text, lower_text, upper_text);
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
 * legato_trend_words_dup_verdict_of:
 * @place: whose trend it is
 *
 * Returns: (transfer full): the place, and the verdict on it
 */
char *
legato_trend_words_dup_verdict_of (LegatoTrend *trend, const char *place)
{
  switch (legato_trend_get_verdict (trend))
    {
    case LEGATO_TREND_FALLING:
      /* Translators: a place on the leg */
      return g_strdup_printf (_ ("%s: soreness is going down"), place);
    case LEGATO_TREND_RISING:
      /* Translators: a place on the leg */
      return g_strdup_printf (_ ("%s: soreness is going up"), place);
    case LEGATO_TREND_CANT_TELL:
      break;
    }
  /* Translators: a place on the leg */
  return g_strdup_printf (_ ("%s: can’t tell yet"), place);
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
  g_autofree char *line = NULL;
  double first = 0, last = 0;

  if (slope == NULL)
    return g_strdup_printf (_ ("A direction needs values on at least %u days, spread over at least "
                               "%u weeks."),
                            LEGATO_TREND_MIN_DAYS, LEGATO_TREND_MIN_WEEKS);
  if (legato_trend_get_verdict (trend) == LEGATO_TREND_CANT_TELL)
    return g_strdup (_ ("Your values go up and down; no direction stands out."));

  a_week = g_strdup_printf ("%.1f", fabs (slope->per_day) * DAYS_A_WEEK);
  /* Translators: points a week */
  line = g_strdup_printf (_ ("By about %s points a week."), a_week);
  legato_trend_get_fit (trend, &first, &last);
  return legato_locale_join_sentences (
      line,
      legato_change_is_noticeable (first, last)
          ? _ ("Over this time it adds up to a change that people usually notice.")
          : _ ("So far it is less than people usually notice."),
      NULL);
}

static void
add_figure (GString *text, char *figure)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", figure);
  g_free (figure);
}

/**
 * legato_trend_words_dup_figures:
 *
 * Returns: (transfer full) (nullable): median and slope with their intervals; %NULL where there are
 *   none
 */
char *
legato_trend_words_dup_figures (LegatoTrend *trend)
{
  const LegatoInterval *median = legato_trend_get_median (trend);
  const LegatoSlope *slope = legato_trend_get_slope (trend);
  g_autoptr (GString) text = g_string_new (NULL);

  if (median != NULL)
    /* Translators: number of days, median, and the bounds of its interval */
    add_figure (text, g_strdup_printf (ngettext ("n = %u day, median %.3g (95 %% interval %.3g to "
                                                 "%.3g)",
                                                 "n = %u days, median %.3g (95 %% interval %.3g to "
                                                 "%.3g)",
                                                 median->n),
                                       median->n, median->estimate, median->lower, median->upper));
  if (slope != NULL)
    {
      g_autofree char *a_week = dup_signed (slope->per_day * DAYS_A_WEEK, 2);
      g_autofree char *lower = dup_signed (slope->lower * DAYS_A_WEEK, 2);
      g_autofree char *upper = dup_signed (slope->upper * DAYS_A_WEEK, 2);

      /* Translators: points a week, and the bounds of their interval */
      add_figure (text, g_strdup_printf (_ ("slope %s points a week (95 %% interval %s to %s)"),
                                         a_week, lower, upper));
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* What there is to say as long as no difference may be told; %NULL from then on. */
static char *
dup_too_little (const LegatoChange *change)
{
  if (change->n == 0)
    return g_strdup (_ ("Nothing to compare yet."));
  if (!change->has_medians)
    return g_strdup_printf (ngettext ("Only %u pair so far; a middle needs %u.",
                                      "Only %u pairs so far; a middle needs %u.", change->n),
                            change->n, LEGATO_CHANGE_MIN);
  if (legato_change_get_verdict (change) == LEGATO_TREND_CANT_TELL)
    /* Translators: number of entries, and of pairs of ratings: fell, rose, stayed */
    return g_strdup_printf (ngettext ("From %u entry: can’t tell yet. %u lower, %u higher, %u the "
                                      "same.",
                                      "From %u entries: can’t tell yet. %u lower, %u higher, %u "
                                      "the same.",
                                      change->n_entries),
                            change->n_entries, change->n_fell, change->n_rose,
                            change->n - change->n_fell - change->n_rose);
  return NULL;
}

/**
 * legato_trend_words_dup_change:
 *
 * Returns: (transfer full): what may be said of the second ratings beside the first, of the same
 *   place
 */
char *
legato_trend_words_dup_change (const LegatoChange *change)
{
  char *too_little = dup_too_little (change);
  g_autofree char *points = NULL;
  g_autofree char *line = NULL;
  gboolean less;

  if (too_little != NULL)
    return too_little;
  less = legato_change_get_verdict (change) == LEGATO_TREND_FALLING;
  points = legato_words_dup_points (fabs (change->interval.estimate));
  line = g_strdup_printf (
      less
          /* Translators: number of entries, "2 points" */
          ? ngettext ("From %u entry: usually less sore, by about %s.",
                      "From %u entries: usually less sore, by about %s.", change->n_entries)
          : ngettext ("From %u entry: usually sorer, by about %s.",
                      "From %u entries: usually sorer, by about %s.", change->n_entries),
      change->n_entries, points);
  return legato_locale_join_sentences (
      line,
      legato_change_is_noticeable (change->first_median,
                                   change->first_median + change->interval.estimate)
          ? _ ("People usually notice so much.")
          : _ ("People seldom notice so little."),
      NULL);
}

/**
 * legato_trend_words_dup_sides:
 *
 * Returns: (transfer full): which leg is sorer, as far as it may be said
 */
char *
legato_trend_words_dup_sides (const LegatoChange *right_less_left)
{
  char *too_little = dup_too_little (right_less_left);
  g_autofree char *points = NULL;

  if (too_little != NULL)
    return too_little;
  points = legato_words_dup_points (fabs (right_less_left->interval.estimate));
  return g_strdup_printf (
      legato_change_get_verdict (right_less_left) == LEGATO_TREND_FALLING
          /* Translators: number of entries, "2 points" */
          ? ngettext ("From %u entry: the left is usually sorer, by about %s.",
                      "From %u entries: the left is usually sorer, by about %s.",
                      right_less_left->n_entries)
          : ngettext ("From %u entry: the right is usually sorer, by about %s.",
                      "From %u entries: the right is usually sorer, by about %s.",
                      right_less_left->n_entries),
      right_less_left->n_entries, points);
}

/**
 * legato_trend_words_dup_change_figures:
 *
 * Returns: (transfer full) (nullable): the median difference with its interval; %NULL where there
 *   is none
 */
char *
legato_trend_words_dup_change_figures (const LegatoChange *change)
{
  g_autofree char *median = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;

  if (!change->has_interval)
    return NULL;
  median = dup_signed (change->interval.estimate, 1);
  lower = dup_signed (change->interval.lower, 1);
  upper = dup_signed (change->interval.upper, 1);
  /* Translators: number of entries, median difference in points, bounds of its interval */
  return g_strdup_printf (_ ("n = %u, median difference %s (95 %% interval %s to %s)"),
                          change->n_entries, median, lower, upper);
}

/**
 * legato_trend_words_dup_regularity:
 *
 * Returns: (transfer full): how many massages there were, without praise or blame
 */
char *
legato_trend_words_dup_regularity (const LegatoRegularity *weeks)
{
  g_autofree char *massages = NULL;
  g_autofree char *reached = NULL;

  if (weeks->n_sessions == 0)
    return g_strdup (_ ("No massage in these weeks."));
  massages = g_strdup_printf (
      ngettext ("%u massage in these weeks.", "%u massages in these weeks.", weeks->n_sessions),
      weeks->n_sessions);
  /* The chart shows the goal; of somebody's first weeks there is no more to be said. */
  if (weeks->n_met == 0)
    return g_steal_pointer (&massages);
  /* Translators: of so many weeks so many had as many massages as were aimed at */
  reached =
      g_strdup_printf (ngettext ("Of %u week, %u had as many as you aim at.",
                                 "Of %u weeks, %u had as many as you aim at.", weeks->n_weeks),
                       weeks->n_weeks, weeks->n_met);
  return legato_locale_join_sentences (massages, reached, NULL);
}

/**
 * legato_trend_words_add_pooled:
 * @words: what is said of both legs
 * @both, @left, @right: the verdicts that the values of both legs, and of each, allow
 * @by_day: whether what hangs together is a day; else it is an entry
 *
 * Returns: (transfer full): @words; where both legs show what neither does by itself, also why
 */
char *
legato_trend_words_add_pooled (const char *words,
                               LegatoTrendVerdict both,
                               LegatoTrendVerdict left,
                               LegatoTrendVerdict right,
                               gboolean by_day)
{
  g_return_val_if_fail (words != NULL, NULL);

  if (both == LEGATO_TREND_CANT_TELL || left != LEGATO_TREND_CANT_TELL
      || right != LEGATO_TREND_CANT_TELL)
    return g_strdup (words);
  return legato_locale_join_sentences (
      words, _ ("Neither leg shows this by itself yet: both together have more values."),
      by_day ? _ ("Each day counts once, with its average.")
             : _ ("Each entry counts once, with its average."),
      NULL);
}
