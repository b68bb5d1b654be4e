/* legato-chart.h: a drawing of figures that is walked with the arrow keys, said in words, and a
 * table too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LegatoChart: the base of all charts
 *
 * A chart is made of marks: a week, a day, a line. One mark can be selected, by pointing at it or
 * with the arrow keys; each is one row of the chart's table.
 *
 * Property `selected`: index of the selected mark, or -1.
 *
 * Signal `updated`: the chart shows something else now.
 */
#define LEGATO_TYPE_CHART (legato_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (LegatoChart, legato_chart, LEGATO, CHART, GtkWidget)

/**
 * LegatoChartClass:
 * @inks: (array zero-terminated=1): names of what can be filled, which style.css gives a colour
 * @get_n_marks: how many there are
 * @dup_words: (transfer full): a mark in a sentence
 * @dup_summary: (transfer full): the whole chart in a sentence, when no mark is selected
 * @get_titles: (array zero-terminated=1): the columns of the table, in the person's language
 * @dup_row: (transfer full): the cells of a mark, as many as there are titles
 * @plot_minimum, @plot_natural: how large the drawing has to be, without axis and captions: its
 *   width and its height, in px
 * @measure_plot: (nullable): the same for a drawing whose size depends on what it shows
 * @draw: draws on legato_chart_get_plot()
 * @find_mark: (nullable): the mark at a point of the plot, or -1; by columns if %NULL
 * @walk: (nullable): where an arrow key leads from a mark, where time runs from left to right; to
 *   the next column if %NULL
 */
struct _LegatoChartClass
{
  GtkWidgetClass parent_class;

  const char *const *inks;
  guint (*get_n_marks) (LegatoChart *self);
  char *(*dup_words) (LegatoChart *self, guint mark);
  char *(*dup_summary) (LegatoChart *self);
  const char *const *(*get_titles) (LegatoChart *self);
  GStrv (*dup_row) (LegatoChart *self, guint mark);
  int plot_minimum[2];
  int plot_natural[2];
  void (*measure_plot) (LegatoChart *self, GtkOrientation orientation, int *minimum, int *natural);
  void (*draw) (LegatoChart *self, GtkSnapshot *snapshot);
  int (*find_mark) (LegatoChart *self, float x, float y);
  int (*walk) (LegatoChart *self, int mark, GtkDirectionType direction);
};

guint legato_chart_get_n_marks (LegatoChart *self);
int legato_chart_get_selected (LegatoChart *self);
char *legato_chart_dup_words (LegatoChart *self);
const char *const *legato_chart_get_titles (LegatoChart *self);
GStrv legato_chart_dup_row (LegatoChart *self, guint mark);

/* For those that draw one. */
void legato_chart_set_axis (LegatoChart *self, double maximum, guint label_step, guint grid_step);
void legato_chart_add_axis_label (LegatoChart *self, double value, const char *text);
void legato_chart_set_columns (LegatoChart *self,
                               const char *count_title,
                               const char *const *counts,
                               const char *const *names);
void legato_chart_update (LegatoChart *self);
gboolean legato_chart_is_mirrored (LegatoChart *self);
const graphene_rect_t *legato_chart_get_plot (LegatoChart *self);
float legato_chart_get_y (LegatoChart *self, double value);
float legato_chart_get_column_x (LegatoChart *self, guint column);
float legato_chart_get_column_width (LegatoChart *self);
void legato_chart_fill (LegatoChart *self,
                        GtkSnapshot *snapshot,
                        guint ink,
                        const graphene_rect_t *area,
                        float radius);
void legato_chart_frame (LegatoChart *self,
                         GtkSnapshot *snapshot,
                         guint ink,
                         const graphene_rect_t *area,
                         float radius,
                         float line);

G_END_DECLS
