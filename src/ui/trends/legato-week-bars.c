/* legato-week-bars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-trend-words.h"
#include "legato-week-bars.h"

#define DAYS_A_WEEK 7
#define MIN_PLOT_WIDTH 200
#define MIN_PLOT_HEIGHT 90
#define NATURAL_PLOT_HEIGHT 140
#define BAR_SHARE 0.7f
#define BAR_RADIUS 3.0f

/* The goal is a dashed line: dashes and gaps in px. */
#define DASH 6.0f
#define DASH_HEIGHT 2.0f

/* Up to so many massages each number stands at the axis, then every second, fifth … one. */
#define MOST_LABELS 6

enum
{
  INK_SESSIONS,
  INK_GOAL,
};

static const char *const inks[] = { "sessions", "goal", NULL };

struct _LegatoWeekBars
{
  LegatoChart parent_instance;

  guint32 first_day;
  guint n_weeks;
  guint goal;

  /* Owned references */
  guint *counts;
};

G_DEFINE_FINAL_TYPE (LegatoWeekBars, legato_week_bars, LEGATO_TYPE_CHART)

static guint
legato_week_bars_get_n_marks (LegatoChart *chart)
{
  return LEGATO_WEEK_BARS (chart)->n_weeks;
}

static char *
legato_week_bars_dup_words (LegatoChart *chart, guint week)
{
  LegatoWeekBars *self = LEGATO_WEEK_BARS (chart);
  g_autofree char *day = legato_dates_dup_short_day (self->first_day + week * DAYS_A_WEEK, FALSE);

  if (self->counts[week] == 0)
    return g_strdup_printf (_ ("Week of %s: no massage."), day);
  /* Translators: a day, and how many massages */
  return g_strdup_printf (
      ngettext ("Week of %s: %u massage.", "Week of %s: %u massages.", self->counts[week]), day,
      self->counts[week]);
}

static char *
legato_week_bars_dup_summary (LegatoChart *chart)
{
  /* Translators: massages a week */
  return g_strdup_printf (_ ("The dashed line is your goal, %u a week."),
                          LEGATO_WEEK_BARS (chart)->goal);
}

static const char *const *
legato_week_bars_get_titles (LegatoChart *chart)
{
  static const char *titles[3];

  titles[0] = _ ("Week of");
  titles[1] = _ ("Massages");
  return titles;
}

static GStrv
legato_week_bars_dup_row (LegatoChart *chart, guint week)
{
  LegatoWeekBars *self = LEGATO_WEEK_BARS (chart);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *day = legato_dates_dup_short_day (self->first_day + week * DAYS_A_WEEK, FALSE);
  g_autofree char *count = g_strdup_printf ("%u", self->counts[week]);

  g_strv_builder_add_many (cells, day, count, NULL);
  return g_strv_builder_end (cells);
}

static void
legato_week_bars_draw (LegatoChart *chart, GtkSnapshot *snapshot)
{
  LegatoWeekBars *self = LEGATO_WEEK_BARS (chart);
  const graphene_rect_t *plot = legato_chart_get_plot (chart);
  float width = legato_chart_get_column_width (chart) * BAR_SHARE;
  float base = legato_chart_get_y (chart, 0);
  float goal = legato_chart_get_y (chart, self->goal) - DASH_HEIGHT / 2;

  for (guint i = 0; i < self->n_weeks; i++)
    {
      float top = legato_chart_get_y (chart, self->counts[i]);

      if (self->counts[i] > 0)
        legato_chart_fill (chart, snapshot, INK_SESSIONS,
                           &GRAPHENE_RECT_INIT (legato_chart_get_column_x (chart, i) - width / 2,
                                                top, width, base - top),
                           BAR_RADIUS);
    }
  for (float x = 0; self->n_weeks > 0 && x < plot->size.width; x += 2 * DASH)
    legato_chart_fill (chart, snapshot, INK_GOAL,
                       &GRAPHENE_RECT_INIT (plot->origin.x + x, goal,
                                            MIN (DASH, plot->size.width - x), DASH_HEIGHT),
                       0);
}

static void
legato_week_bars_finalize (GObject *object)
{
  g_free (LEGATO_WEEK_BARS (object)->counts);

  G_OBJECT_CLASS (legato_week_bars_parent_class)->finalize (object);
}

static void
legato_week_bars_class_init (LegatoWeekBarsClass *klass)
{
  LegatoChartClass *chart_class = LEGATO_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = legato_week_bars_finalize;
  chart_class->inks = inks;
  chart_class->get_n_marks = legato_week_bars_get_n_marks;
  chart_class->dup_words = legato_week_bars_dup_words;
  chart_class->dup_summary = legato_week_bars_dup_summary;
  chart_class->get_titles = legato_week_bars_get_titles;
  chart_class->dup_row = legato_week_bars_dup_row;
  chart_class->plot_minimum[GTK_ORIENTATION_HORIZONTAL] = MIN_PLOT_WIDTH;
  chart_class->plot_minimum[GTK_ORIENTATION_VERTICAL] = MIN_PLOT_HEIGHT;
  chart_class->plot_natural[GTK_ORIENTATION_HORIZONTAL] = 2 * MIN_PLOT_WIDTH;
  chart_class->plot_natural[GTK_ORIENTATION_VERTICAL] = NATURAL_PLOT_HEIGHT;
  chart_class->draw = legato_week_bars_draw;
}

static void
legato_week_bars_init (LegatoWeekBars *self)
{
}

/** Returns: (transfer floating): a chart of nothing yet */
LegatoWeekBars *
legato_week_bars_new (void)
{
  return g_object_new (LEGATO_TYPE_WEEK_BARS, NULL);
}

/**
 * legato_week_bars_set_weeks:
 * @first_day: Julian day on which the first of @weeks begins
 */
void
legato_week_bars_set_weeks (LegatoWeekBars *self, const LegatoRegularity *weeks, guint32 first_day)
{
  g_autoptr (GStrvBuilder) counts = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) days = g_strv_builder_new ();
  g_auto (GStrv) all_counts = NULL;
  g_auto (GStrv) all_days = NULL;
  guint highest = 0, step = 1;

  g_return_if_fail (LEGATO_IS_WEEK_BARS (self));
  g_return_if_fail (weeks != NULL);

  g_free (self->counts);
  self->counts = g_memdup2 (weeks->counts, weeks->n_weeks * sizeof *weeks->counts);
  self->n_weeks = weeks->n_weeks;
  self->goal = weeks->goal;
  self->first_day = first_day;
  highest = self->goal + 1;
  for (guint i = 0; i < self->n_weeks; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", self->counts[i]);
      g_autofree char *day = legato_dates_dup_short_day (first_day + i * DAYS_A_WEEK, FALSE);

      g_strv_builder_add (counts, count);
      g_strv_builder_add (days, day);
      highest = MAX (highest, self->counts[i]);
    }
  step = (highest + MOST_LABELS - 1) / MOST_LABELS;
  legato_chart_set_axis (LEGATO_CHART (self), highest, step, step);
  all_counts = g_strv_builder_end (counts);
  all_days = g_strv_builder_end (days);
  legato_chart_set_columns (LEGATO_CHART (self), _ ("Massages"), (const char *const *) all_counts,
                            (const char *const *) all_days);
  legato_chart_update (LEGATO_CHART (self));
}
