/* legato-pair-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-pair-chart.h"
#include "legato-words.h"

#define N_VALUES (LEGATO_RATING_MAX + 1)
#define MIN_PLOT_WIDTH 130
#define NATURAL_PLOT_WIDTH 240
#define MIN_PLOT_HEIGHT 150
#define NATURAL_PLOT_HEIGHT 190
#define GRID_STEP 2
#define AXIS_STEP 5

/* Breadths and the dots at both ends, in px. */
#define THINNEST 1.5f
#define BROADEST 9.0f
#define DOT 3.5f

enum
{
  INK_FELL,
  INK_ROSE,
  INK_SAME,
  INK_CHOSEN,
};

static const char *const inks[] = { "fell", "rose", "same", "chosen", NULL };

typedef struct
{
  guint first;
  guint second;
  guint n;
} Line;

struct _LegatoPairChart
{
  LegatoChart parent_instance;

  char *first_name;
  char *second_name;

  /* Owned references */
  GArray *lines; /* of Line: from the highest first value to the lowest */
  guint n_pairs;
  guint most;
};

G_DEFINE_FINAL_TYPE (LegatoPairChart, legato_pair_chart, LEGATO_TYPE_CHART)

static const Line *
get_line (LegatoPairChart *self, guint index)
{
  return &g_array_index (self->lines, Line, index);
}

static guint
legato_pair_chart_get_n_marks (LegatoChart *chart)
{
  return LEGATO_PAIR_CHART (chart)->lines->len;
}

static char *
legato_pair_chart_dup_words (LegatoChart *chart, guint index)
{
  LegatoPairChart *self = LEGATO_PAIR_CHART (chart);
  const Line *line = get_line (self, index);

  /* Translators: "Before 6, right after 3: 4 times." */
  return g_strdup_printf (ngettext ("%s %u, %s %u: once.", "%s %u, %s %u: %u times.", line->n),
                          self->first_name, line->first, self->second_name, line->second, line->n);
}

static char *
legato_pair_chart_dup_summary (LegatoChart *chart)
{
  LegatoPairChart *self = LEGATO_PAIR_CHART (chart);

  if (self->n_pairs == 0)
    return g_strdup (_ ("No entry has both ratings yet."));
  /* Translators: how many lines stand for how many pairs of ratings */
  return g_strdup_printf (ngettext ("A line joins the two ratings of one entry; here is %u pair.",
                                    "Each line joins the two ratings of an entry; the broader, the "
                                    "more often. Here are %u pairs.",
                                    self->n_pairs),
                          self->n_pairs);
}

static const char *const *
legato_pair_chart_get_titles (LegatoChart *chart)
{
  static const char *titles[4];

  titles[0] = LEGATO_PAIR_CHART (chart)->first_name;
  titles[1] = LEGATO_PAIR_CHART (chart)->second_name;
  titles[2] = _ ("How often");
  return titles;
}

static GStrv
legato_pair_chart_dup_row (LegatoChart *chart, guint index)
{
  const Line *line = get_line (LEGATO_PAIR_CHART (chart), index);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *first = g_strdup_printf ("%u", line->first);
  g_autofree char *second = g_strdup_printf ("%u", line->second);
  g_autofree char *n = g_strdup_printf ("%u", line->n);

  g_strv_builder_add_many (cells, first, second, n, NULL);
  return g_strv_builder_end (cells);
}

static void
draw_line (LegatoPairChart *self, GtkSnapshot *snapshot, const Line *line, guint ink)
{
  LegatoChart *chart = LEGATO_CHART (self);
  float breadth =
      THINNEST
      + (BROADEST - THINNEST) * sqrtf ((float) (line->n - 1) / (float) MAX (self->most - 1, 1));
  float first = legato_chart_get_column_x (chart, 0);
  float second = legato_chart_get_column_x (chart, 1);
  float from_y = legato_chart_get_y (chart, line->first);
  float to_y = legato_chart_get_y (chart, line->second);
  float length, radius = MAX (DOT, breadth / 2 + 1);

  length = hypotf (second - first, to_y - from_y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (first, from_y));
  gtk_snapshot_rotate (snapshot, (float) (atan2 (to_y - from_y, second - first) * 180 / G_PI));
  legato_chart_fill (chart, snapshot, ink, &GRAPHENE_RECT_INIT (0, -breadth / 2, length, breadth),
                     0);
  gtk_snapshot_restore (snapshot);
  legato_chart_fill (chart, snapshot, ink,
                     &GRAPHENE_RECT_INIT (first - radius, from_y - radius, 2 * radius, 2 * radius),
                     radius);
  legato_chart_fill (chart, snapshot, ink,
                     &GRAPHENE_RECT_INIT (second - radius, to_y - radius, 2 * radius, 2 * radius),
                     radius);
}

static void
legato_pair_chart_draw (LegatoChart *chart, GtkSnapshot *snapshot)
{
  LegatoPairChart *self = LEGATO_PAIR_CHART (chart);
  int selected = legato_chart_get_selected (chart);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);

      draw_line (self, snapshot, line,
                 line->second < line->first   ? INK_FELL
                 : line->second > line->first ? INK_ROSE
                                              : INK_SAME);
    }
  if (selected >= 0)
    draw_line (self, snapshot, get_line (self, (guint) selected), INK_CHOSEN);
}

/* The line that passes nearest, above or below. */
static int
legato_pair_chart_find_mark (LegatoChart *chart, float x, float y)
{
  LegatoPairChart *self = LEGATO_PAIR_CHART (chart);
  float first = legato_chart_get_column_x (chart, 0);
  float second = legato_chart_get_column_x (chart, 1);
  float share = CLAMP ((x - first) / (second - first), 0, 1);
  float nearest = G_MAXFLOAT;
  int found = -1;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = get_line (self, i);
      float from_y = legato_chart_get_y (chart, line->first);
      float at = from_y + share * (legato_chart_get_y (chart, line->second) - from_y);

      if (fabsf (at - y) < nearest)
        {
          nearest = fabsf (at - y);
          found = (int) i;
        }
    }
  return found;
}

/* The lines lie one below the other, so all arrows walk through them. */
static int
legato_pair_chart_walk (LegatoChart *chart, int mark, GtkDirectionType direction)
{
  return mark + (direction == GTK_DIR_UP || direction == GTK_DIR_LEFT ? -1 : 1);
}

static void
legato_pair_chart_finalize (GObject *object)
{
  LegatoPairChart *self = LEGATO_PAIR_CHART (object);

  g_array_unref (self->lines);
  g_free (self->first_name);
  g_free (self->second_name);

  G_OBJECT_CLASS (legato_pair_chart_parent_class)->finalize (object);
}

static void
legato_pair_chart_class_init (LegatoPairChartClass *klass)
{
  LegatoChartClass *chart_class = LEGATO_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = legato_pair_chart_finalize;
  chart_class->inks = inks;
  chart_class->get_n_marks = legato_pair_chart_get_n_marks;
  chart_class->dup_words = legato_pair_chart_dup_words;
  chart_class->dup_summary = legato_pair_chart_dup_summary;
  chart_class->get_titles = legato_pair_chart_get_titles;
  chart_class->dup_row = legato_pair_chart_dup_row;
  chart_class->plot_minimum[GTK_ORIENTATION_HORIZONTAL] = MIN_PLOT_WIDTH;
  chart_class->plot_minimum[GTK_ORIENTATION_VERTICAL] = MIN_PLOT_HEIGHT;
  chart_class->plot_natural[GTK_ORIENTATION_HORIZONTAL] = NATURAL_PLOT_WIDTH;
  chart_class->plot_natural[GTK_ORIENTATION_VERTICAL] = NATURAL_PLOT_HEIGHT;
  chart_class->draw = legato_pair_chart_draw;
  chart_class->find_mark = legato_pair_chart_find_mark;
  chart_class->walk = legato_pair_chart_walk;
}

static void
legato_pair_chart_init (LegatoPairChart *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  legato_chart_set_axis (LEGATO_CHART (self), LEGATO_RATING_MAX, AXIS_STEP, GRID_STEP);
}

/* The median of the values, or a dash where they are too few. */
static char *
dup_median (gboolean known, double median)
{
  return known ? legato_words_dup_number (median) : g_strdup ("–");
}

/**
 * legato_pair_chart_new:
 * @first, @second: what the two values are: "Before", "Right after"
 *
 * Returns: (transfer floating): a chart of nothing yet
 */
LegatoPairChart *
legato_pair_chart_new (const char *first, const char *second)
{
  LegatoPairChart *self = g_object_new (LEGATO_TYPE_PAIR_CHART, NULL);

  self->first_name = g_strdup (first);
  self->second_name = g_strdup (second);
  return self;
}

/**
 * legato_pair_chart_set_pairs:
 * @pairs: (element-type LegatoPair): copied
 * @zone: (nullable): only pairs of this zone; %NULL for those of every zone
 * @leg: only pairs of this leg; %LEGATO_LEG_BOTH for all
 */
void
legato_pair_chart_set_pairs (LegatoPairChart *self,
                             const GArray *pairs,
                             const char *zone,
                             LegatoLeg leg)
{
  guint counts[N_VALUES][N_VALUES] = { 0 };
  g_autofree char *first_median = NULL;
  g_autofree char *second_median = NULL;
  LegatoChange change;

  g_return_if_fail (LEGATO_IS_PAIR_CHART (self));
  g_return_if_fail (pairs != NULL);

  self->n_pairs = 0;
  self->most = 0;
  for (guint i = 0; i < pairs->len; i++)
    {
      const LegatoPair *pair = &g_array_index (pairs, LegatoPair, i);

      if ((zone != NULL && !g_str_equal (pair->zone, zone))
          || (leg != LEGATO_LEG_BOTH && pair->leg != leg))
        continue;
      self->n_pairs++;
      counts[MIN (pair->first, LEGATO_RATING_MAX)][MIN (pair->second, LEGATO_RATING_MAX)]++;
    }
  g_array_set_size (self->lines, 0);
  for (guint first = N_VALUES; first-- > 0;)
    for (guint second = N_VALUES; second-- > 0;)
      {
        Line line = { first, second, counts[first][second] };

        if (line.n == 0)
          continue;
        self->most = MAX (self->most, line.n);
        g_array_append_val (self->lines, line);
      }
  legato_change_of_pairs (pairs, zone, leg, &change);
  first_median = dup_median (change.has_medians, change.first_median);
  second_median = dup_median (change.has_medians, change.second_median);
  legato_chart_set_columns (LEGATO_CHART (self), _ ("Usually"),
                            (const char *[]){ first_median, second_median, NULL },
                            (const char *[]){ self->first_name, self->second_name, NULL });
  legato_chart_update (LEGATO_CHART (self));
}
