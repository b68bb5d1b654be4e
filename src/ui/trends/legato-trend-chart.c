/* legato-trend-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-dates.h"
#include "legato-trend-chart.h"
#include "legato-trend-words.h"
#include "legato-words.h"

#define MIN_PLOT_WIDTH 200
#define MIN_PLOT_HEIGHT 160
#define NATURAL_PLOT_HEIGHT 220

/* Lines across every second value, words at every fifth. */
#define GRID_STEP 2
#define AXIS_STEP 5

/* Sizes in px, in narrow columns and in wide ones. */
#define NARROW_COLUMN 30.0f
#define SMALL_DOT 2.5f
#define LARGE_DOT 3.5f
#define MEDIAN_HEIGHT 3.0f
#define MIN_BAR_HEIGHT 5.0f
#define BAR_RADIUS 2.0f
#define BAR_EDGE 1.0f

enum
{
  INK_BAR,
  INK_BAR_EDGE,
  INK_MEDIAN,
  INK_DOT,
};

static const char *const inks[] = { "bar", "bar-edge", "median", "dot", NULL };

struct _LegatoTrendChart
{
  LegatoChart parent_instance;

  /* Owned references */
  LegatoTrend *trend;
};

G_DEFINE_FINAL_TYPE (LegatoTrendChart, legato_trend_chart, LEGATO_TYPE_CHART)

static void
fill (LegatoTrendChart *self,
      GtkSnapshot *snapshot,
      guint ink,
      float x,
      float y,
      float width,
      float height,
      float radius)
{
  legato_chart_fill (LEGATO_CHART (self), snapshot, ink, &GRAPHENE_RECT_INIT (x, y, width, height),
                     radius);
}

static guint
get_n_weeks (LegatoTrendChart *self)
{
  return self->trend != NULL ? legato_trend_get_n_weeks (self->trend) : 0;
}

static gboolean
has_both_legs (LegatoTrendChart *self)
{
  gboolean legs[2] = { FALSE, FALSE };

  for (guint i = 0; i < get_n_weeks (self); i++)
    {
      const LegatoTrendWeek *week = legato_trend_get_week (self->trend, i);

      for (guint j = 0; j < week->n; j++)
        legs[week->values[j].leg == LEGATO_LEG_RIGHT] = TRUE;
    }
  return legs[0] && legs[1];
}

/* How many dots beside the middle the next one of its leg and value goes: left legs to the left,
 * right legs to the right; of one leg alone, to both sides in turn. */
static float
get_place (guint n_before, LegatoLeg leg, gboolean both_legs)
{
  if (both_legs)
    return (leg == LEGATO_LEG_LEFT ? -1.0f : 1.0f) * ((float) n_before + 0.5f);
  return (n_before % 2 == 0 ? -1.0f : 1.0f) * (float) ((n_before + 1) / 2);
}

/* From dot to dot of the same value: side by side if they find room in the column, else closer. */
static float
get_pitch (const LegatoTrendWeek *week, gboolean both_legs, float radius, float reach)
{
  guint n[2][LEGATO_RATING_MAX + 1] = { 0 };
  float farthest = 0;

  for (guint i = 0; i < week->n; i++)
    {
      const LegatoTrendValue *value = &week->values[i];
      guint side = both_legs && value->leg == LEGATO_LEG_RIGHT;
      guint n_before = n[side][MIN (value->value, LEGATO_RATING_MAX)]++;

      farthest = MAX (farthest, ABS (get_place (n_before, value->leg, both_legs)));
    }
  return farthest > 0 ? MIN (2 * radius + 1, reach / farthest) : 0;
}

static void
snapshot_dots (LegatoTrendChart *self, GtkSnapshot *snapshot, guint index, gboolean both_legs)
{
  const LegatoTrendWeek *week = legato_trend_get_week (self->trend, index);
  float column = legato_chart_get_column_width (LEGATO_CHART (self));
  float radius = column < NARROW_COLUMN ? SMALL_DOT : LARGE_DOT;
  float pitch = get_pitch (week, both_legs, radius, MAX (column / 2 - radius, 0));
  guint n[2][LEGATO_RATING_MAX + 1] = { 0 };

  for (guint i = 0; i < week->n; i++)
    {
      const LegatoTrendValue *value = &week->values[i];
      gboolean is_right = value->leg == LEGATO_LEG_RIGHT;
      guint n_before = n[both_legs && is_right][MIN (value->value, LEGATO_RATING_MAX)]++;
      float x = legato_chart_get_column_x (LEGATO_CHART (self), index)
                + get_place (n_before, value->leg, both_legs) * pitch;

      fill (self, snapshot, INK_DOT, x - radius,
            legato_chart_get_y (LEGATO_CHART (self), value->value) - radius, 2 * radius, 2 * radius,
            is_right ? 0 : radius);
    }
}

static void
snapshot_summary (LegatoTrendChart *self, GtkSnapshot *snapshot, guint index)
{
  const LegatoTrendWeek *week = legato_trend_get_week (self->trend, index);
  float width = legato_chart_get_column_width (LEGATO_CHART (self)) * 0.8f;
  float x = legato_chart_get_column_x (LEGATO_CHART (self), index) - width / 2;
  float top, height;

  if (!week->has_median)
    return;
  top = legato_chart_get_y (LEGATO_CHART (self), week->upper_quartile);
  height = legato_chart_get_y (LEGATO_CHART (self), week->lower_quartile) - top;
  if (height < MIN_BAR_HEIGHT)
    {
      top -= (MIN_BAR_HEIGHT - height) / 2;
      height = MIN_BAR_HEIGHT;
    }
  fill (self, snapshot, INK_BAR, x, top, width, height, BAR_RADIUS);
  legato_chart_frame (LEGATO_CHART (self), snapshot, INK_BAR_EDGE,
                      &GRAPHENE_RECT_INIT (x, top, width, height), BAR_RADIUS, BAR_EDGE);
  fill (self, snapshot, INK_MEDIAN, x,
        legato_chart_get_y (LEGATO_CHART (self), week->median) - MEDIAN_HEIGHT / 2, width,
        MEDIAN_HEIGHT, MEDIAN_HEIGHT / 2);
}

static guint
legato_trend_chart_get_n_marks (LegatoChart *chart)
{
  return get_n_weeks (LEGATO_TREND_CHART (chart));
}

static char *
legato_trend_chart_dup_words (LegatoChart *chart, guint week)
{
  return legato_trend_words_dup_week (
      legato_trend_get_week (LEGATO_TREND_CHART (chart)->trend, week));
}

static char *
legato_trend_chart_dup_summary (LegatoChart *chart)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (chart);

  return self->trend != NULL ? legato_trend_words_dup_usual (self->trend) : NULL;
}

static const char *const *
legato_trend_chart_get_titles (LegatoChart *chart)
{
  static const char *titles[6];

  titles[0] = _ ("Week of");
  titles[1] = _ ("Values");
  titles[2] = _ ("Usually");
  titles[3] = _ ("Middle half");
  titles[4] = _ ("All values");
  return titles;
}

static GStrv
legato_trend_chart_dup_row (LegatoChart *chart, guint index)
{
  const LegatoTrendWeek *week = legato_trend_get_week (LEGATO_TREND_CHART (chart)->trend, index);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *day = legato_dates_dup_short_day (week->first_day, FALSE);
  g_autofree char *n = g_strdup_printf ("%u", week->n);
  g_autofree char *median = legato_words_dup_number (week->median);
  g_autofree char *lower = legato_words_dup_number (week->lower_quartile);
  g_autofree char *upper = legato_words_dup_number (week->upper_quartile);
  g_autofree char *half = g_strdup_printf ("%s–%s", lower, upper);
  g_autofree char *values = legato_trend_words_dup_values (week);

  g_strv_builder_add_many (cells, day, n, week->has_median ? median : "–",
                           week->has_median ? half : "–", values, NULL);
  return g_strv_builder_end (cells);
}

static void
legato_trend_chart_draw (LegatoChart *chart, GtkSnapshot *snapshot)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (chart);
  gboolean both_legs = has_both_legs (self);

  for (guint i = 0; i < get_n_weeks (self); i++)
    snapshot_summary (self, snapshot, i);
  for (guint i = 0; i < get_n_weeks (self); i++)
    snapshot_dots (self, snapshot, i, both_legs);
}

static void
legato_trend_chart_dispose (GObject *object)
{
  g_clear_pointer (&LEGATO_TREND_CHART (object)->trend, legato_trend_unref);

  G_OBJECT_CLASS (legato_trend_chart_parent_class)->dispose (object);
}

static void
legato_trend_chart_class_init (LegatoTrendChartClass *klass)
{
  LegatoChartClass *chart_class = LEGATO_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_trend_chart_dispose;
  chart_class->inks = inks;
  chart_class->get_n_marks = legato_trend_chart_get_n_marks;
  chart_class->dup_words = legato_trend_chart_dup_words;
  chart_class->dup_summary = legato_trend_chart_dup_summary;
  chart_class->get_titles = legato_trend_chart_get_titles;
  chart_class->dup_row = legato_trend_chart_dup_row;
  chart_class->plot_minimum[GTK_ORIENTATION_HORIZONTAL] = MIN_PLOT_WIDTH;
  chart_class->plot_minimum[GTK_ORIENTATION_VERTICAL] = MIN_PLOT_HEIGHT;
  chart_class->plot_natural[GTK_ORIENTATION_HORIZONTAL] = 2 * MIN_PLOT_WIDTH;
  chart_class->plot_natural[GTK_ORIENTATION_VERTICAL] = NATURAL_PLOT_HEIGHT;
  chart_class->draw = legato_trend_chart_draw;
}

static void
legato_trend_chart_init (LegatoTrendChart *self)
{
  legato_chart_set_axis (LEGATO_CHART (self), LEGATO_RATING_MAX, AXIS_STEP, GRID_STEP);
}

/** Returns: (transfer floating): a chart of nothing yet */
LegatoTrendChart *
legato_trend_chart_new (void)
{
  return g_object_new (LEGATO_TYPE_TREND_CHART, NULL);
}

/** legato_trend_chart_set_trend: shows @trend */
void
legato_trend_chart_set_trend (LegatoTrendChart *self, LegatoTrend *trend)
{
  g_autoptr (GStrvBuilder) counts = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) days = g_strv_builder_new ();
  g_auto (GStrv) all_counts = NULL;
  g_auto (GStrv) all_days = NULL;

  g_return_if_fail (LEGATO_IS_TREND_CHART (self));
  g_return_if_fail (trend != NULL);

  g_clear_pointer (&self->trend, legato_trend_unref);
  self->trend = legato_trend_ref (trend);
  for (guint i = 0; i < get_n_weeks (self); i++)
    {
      const LegatoTrendWeek *week = legato_trend_get_week (trend, i);
      g_autofree char *count = g_strdup_printf ("%u", week->n);
      g_autofree char *day = legato_dates_dup_short_day (week->first_day, FALSE);

      g_strv_builder_add (counts, count);
      g_strv_builder_add (days, day);
    }
  all_counts = g_strv_builder_end (counts);
  all_days = g_strv_builder_end (days);
  legato_chart_set_columns (LEGATO_CHART (self), _ ("Values"), (const char *const *) all_counts,
                            (const char *const *) all_days);
  legato_chart_update (LEGATO_CHART (self));
}
