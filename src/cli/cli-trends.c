/* cli-trends.c: the command trends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli-journal.h"
#include "legato-dates.h"
#include "legato-trend.h"

#define DAYS_A_WEEK 7
#define DEFAULT_WEEKS 12
#define MAX_WEEKS 520 /* ten years */

/* The soreness of one zone at one moment; moments are never mixed. */
typedef struct
{
  const char *zone;
  LegatoMoment moment;
  LegatoTrend *trend;
} Series;

static void
series_free (gpointer data)
{
  legato_trend_unref (((Series *) data)->trend);
  g_free (data);
}

/* People's weeks begin as their country has it; those for other programs are the same everywhere,
 * from Monday (ISO 8601). */
static guint32
get_first_day (guint n_weeks, gboolean json)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint32 today = legato_dates_get_day (now);
  guint32 start = json ? today + 1 - (guint32) g_date_time_get_day_of_week (now)
                       : legato_dates_get_week_start (today);

  return start - (n_weeks - 1) * DAYS_A_WEEK;
}

/* Returns: (transfer full) (element-type LegatoSoreness): of the weeks; empty without a journal,
 *   which looking never makes */
static GArray *
load_ratings (guint32 first_day, guint n_weeks, GError **error)
{
  g_autoptr (LegatoJournal) journal = NULL;
  GDate from;
  GDate to;

  if (!cli_journal_open_if_there (&journal, error))
    return NULL;
  if (journal == NULL)
    return g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, first_day);
  g_date_set_julian (&to, first_day + n_weeks * DAYS_A_WEEK - 1);
  return legato_journal_ratings (journal, NULL, &from, &to, error);
}

/* Returns: (transfer full) (element-type Series): those that hold a value, zone by zone */
static GPtrArray *
make_series (const GArray *ratings, guint32 first_day, guint n_weeks)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (series_free);
  const LegatoSoreness *values = (const LegatoSoreness *) (gpointer) ratings->data;
  guint end = 0;

  for (guint start = 0; start < ratings->len; start = end)
    {
      const char *zone = values[start].zone;

      for (end = start; end < ratings->len && g_str_equal (values[end].zone, zone);)
        end++;
      for (int moment = LEGATO_MOMENT_BEFORE; moment <= LEGATO_MOMENT_CHECK_IN; moment++)
        {
          g_autoptr (LegatoTrend) trend =
              legato_trend_new (values + start, end - start, zone, LEGATO_LEG_BOTH,
                                (LegatoMoment) moment, first_day, n_weeks);
          Series *series = NULL;

          if (legato_trend_get_n_values (trend) == 0)
            continue;
          series = g_new0 (Series, 1);
          series->zone = zone;
          series->moment = (LegatoMoment) moment;
          series->trend = g_steal_pointer (&trend);
          g_ptr_array_add (all, series);
        }
    }
  return all;
}

static const char *
verdict_to_id (LegatoTrendVerdict verdict)
{
  switch (verdict)
    {
    case LEGATO_TREND_CANT_TELL:
      return "cant-tell";
    case LEGATO_TREND_FALLING:
      return "falling";
    case LEGATO_TREND_RISING:
      return "rising";
    }
  g_return_val_if_reached ("");
}

static void
add_slope (JsonBuilder *builder, LegatoTrend *trend)
{
  LegatoTrendVerdict verdict = legato_trend_get_verdict (trend);
  const LegatoSlope *slope = legato_trend_get_slope (trend);

  cli_add_string (builder, "verdict", verdict_to_id (verdict));
  json_builder_set_member_name (builder, "slope");
  if (verdict == LEGATO_TREND_CANT_TELL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cli_add_int (builder, "n", slope->n);
  cli_add_double (builder, "per_week", slope->per_day * DAYS_A_WEEK);
  cli_add_double (builder, "lower", slope->lower * DAYS_A_WEEK);
  cli_add_double (builder, "upper", slope->upper * DAYS_A_WEEK);
  json_builder_end_object (builder);
}

static void
add_median (JsonBuilder *builder, LegatoTrend *trend)
{
  const LegatoInterval *median = legato_trend_get_median (trend);

  json_builder_set_member_name (builder, "median");
  if (median == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cli_add_int (builder, "n", median->n);
  cli_add_double (builder, "value", median->estimate);
  cli_add_double (builder, "lower", median->lower);
  cli_add_double (builder, "upper", median->upper);
  cli_add_double (builder, "confidence", median->confidence);
  json_builder_end_object (builder);
}

static void
add_values (JsonBuilder *builder, LegatoTrend *trend)
{
  cli_begin_array (builder, "values");
  for (guint w = 0; w < legato_trend_get_n_weeks (trend); w++)
    {
      const LegatoTrendWeek *week = legato_trend_get_week (trend, w);

      for (guint i = 0; i < week->n; i++)
        {
          g_autofree char *day = cli_format_day (week->values[i].day);

          json_builder_begin_object (builder);
          cli_add_string (builder, "day", day);
          cli_add_string (builder, "leg", legato_leg_to_id (week->values[i].leg));
          cli_add_int (builder, "value", week->values[i].value);
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static void
add_weeks (JsonBuilder *builder, LegatoTrend *trend)
{
  cli_begin_array (builder, "weeks");
  for (guint w = 0; w < legato_trend_get_n_weeks (trend); w++)
    {
      const LegatoTrendWeek *week = legato_trend_get_week (trend, w);
      g_autofree char *monday = cli_format_day (week->first_day);

      json_builder_begin_object (builder);
      cli_add_string (builder, "monday", monday);
      cli_add_int (builder, "n", week->n);
      cli_add_double (builder, "median", week->has_median ? week->median : NAN);
      cli_add_double (builder, "lower_quartile", week->has_median ? week->lower_quartile : NAN);
      cli_add_double (builder, "upper_quartile", week->has_median ? week->upper_quartile : NAN);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_trends_json (GPtrArray *all, guint32 first_day, guint n_weeks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *from = cli_format_day (first_day);
  g_autofree char *to = cli_format_day (first_day + n_weeks * DAYS_A_WEEK - 1);

  json_builder_begin_object (builder);
  cli_add_string (builder, "from", from);
  cli_add_string (builder, "to", to);
  cli_begin_array (builder, "trends");
  for (guint i = 0; i < all->len; i++)
    {
      const Series *series = g_ptr_array_index (all, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, "zone", series->zone);
      cli_add_string (builder, "moment", legato_moment_to_id (series->moment));
      cli_add_int (builder, "n", legato_trend_get_n_values (series->trend));
      add_median (builder, series->trend);
      add_slope (builder, series->trend);
      add_weeks (builder, series->trend);
      add_values (builder, series->trend);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

static char *
join_values (const LegatoTrendWeek *week)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < week->n; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? " " : "", week->values[i].value);
  return g_strdup (list->str);
}

static void
print_weeks (LegatoTrend *trend)
{
  g_autoptr (CliTable) table = cli_table_new (5);

  cli_table_add (table, _ ("Week of"), _ ("Values"), _ ("Median"), _ ("Quartiles"), _ ("n"));
  for (guint w = 0; w < legato_trend_get_n_weeks (trend); w++)
    {
      const LegatoTrendWeek *week = legato_trend_get_week (trend, w);
      g_autofree char *first_day = cli_format_day (week->first_day);
      g_autofree char *values = join_values (week);
      g_autofree char *n = g_strdup_printf ("%u", week->n);
      g_autofree char *median = NULL;
      g_autofree char *quartiles = NULL;

      if (week->n == 0)
        continue;
      if (week->has_median)
        {
          median = g_strdup_printf ("%g", week->median);
          quartiles = g_strdup_printf ("%g–%g", week->lower_quartile, week->upper_quartile);
        }
      cli_table_add (table, first_day, values, median != NULL ? median : "",
                     quartiles != NULL ? quartiles : "", n);
    }
  cli_table_print (table);
}

static void
print_median (LegatoTrend *trend)
{
  const LegatoInterval *median = legato_trend_get_median (trend);

  /* Translators: points of 10, between which numbers the true median probably lies, and days */
  if (median != NULL)
    g_print (ngettext ("Median %.3g (%.3g to %.3g) of %u day.\n",
                       "Median %.3g (%.3g to %.3g) of %u days.\n", median->n),
             median->estimate, median->lower, median->upper, median->n);
}

static void
print_verdict (LegatoTrend *trend)
{
  const LegatoSlope *slope = legato_trend_get_slope (trend);

  switch (legato_trend_get_verdict (trend))
    {
    case LEGATO_TREND_CANT_TELL:
      g_print ("%s\n", _ ("Whether it rises or falls: can’t tell yet."));
      return;
    case LEGATO_TREND_FALLING:
      /* Translators: points of 10, and between which numbers the true one probably lies */
      g_print (_ ("It falls by about %.2f a week (%.2f to %.2f).\n"), -slope->per_day * DAYS_A_WEEK,
               -slope->upper * DAYS_A_WEEK, -slope->lower * DAYS_A_WEEK);
      return;
    case LEGATO_TREND_RISING:
      /* Translators: points of 10, and between which numbers the true one probably lies */
      g_print (_ ("It rises by about %.2f a week (%.2f to %.2f).\n"), slope->per_day * DAYS_A_WEEK,
               slope->lower * DAYS_A_WEEK, slope->upper * DAYS_A_WEEK);
      return;
    }
}

static void
print_trends (GPtrArray *all, LegatoGuide *guide)
{
  if (all->len == 0)
    {
      g_print ("%s\n", _ ("Your journal holds no soreness for these weeks."));
      return;
    }
  for (guint i = 0; i < all->len; i++)
    {
      const Series *series = g_ptr_array_index (all, i);
      const LegatoZone *zone = legato_guide_find_zone (guide, series->zone);

      g_print ("%s (%s)\n", zone != NULL ? zone->name : series->zone,
               legato_moment_get_name (series->moment));
      print_weeks (series->trend);
      print_median (series->trend);
      print_verdict (series->trend);
      g_print ("\n");
    }
  g_print ("%s\n", _ ("Soreness fades by itself too, and people massage on bad days."));
}

CliStatus
cli_run_trends (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (GArray) ratings = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *weeks = NULL;
  g_autofree char *report = NULL;
  g_auto (GStrv) left_out = NULL;
  gboolean json = FALSE;
  guint n_weeks = DEFAULT_WEEKS;
  guint32 first_day = 0;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "weeks", 0, 0, G_OPTION_ARG_STRING, &weeks,
      N_ ("How many weeks to look back, 1 to 520; 12 if not given"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &report,
      N_ ("Write one page for a doctor or physiotherapist instead"), N_ ("FILE.pdf") },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &left_out,
      N_ ("Leave map, places, sessions, feelings or flags out of the report"), N_ ("PART") },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 0, &status))
    return status;
  if (weeks != NULL && !cli_read_number (weeks, 1, MAX_WEEKS, &n_weeks))
    return cli_fail (CLI_USAGE, _ ("%s: “%s” is not a whole number from %d to %d"), "--weeks",
                     weeks, 1, MAX_WEEKS);

  if (report != NULL && json)
    return cli_fail (CLI_USAGE, _ ("--report and --json cannot be joined"));
  if (report == NULL && left_out != NULL)
    return cli_fail (CLI_USAGE, _ ("--without belongs to --report"));

  first_day = get_first_day (n_weeks, json);
  guide = cli_load_guide (&error);
  if (guide != NULL && report != NULL)
    return cli_write_report (report, (const char *const *) left_out, guide, first_day, n_weeks);
  ratings = guide != NULL ? load_ratings (first_day, n_weeks, &error) : NULL;
  if (ratings == NULL)
    return cli_fail_with (CLI_FAILED, error);

  all = make_series (ratings, first_day, n_weeks);
  if (json)
    print_trends_json (all, first_day, n_weeks);
  else
    print_trends (all, guide);
  return CLI_DONE;
}
