/* legato-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-calendar.h"
#include "legato-dates.h"
#include "legato-map-palette.h"
#include "legato-trend-words.h"
#include "legato-words.h"

#define DAYS_A_WEEK 7
#define MIN_CELL 6
#define NATURAL_CELL 24
#define CELL_GAP 3.0f
#define CELL_RADIUS 2.0f
#define DOT_SHARE 0.36f

/* The line round the day that is chosen, and round each other; in px. Without it neither the palest
 * day would be seen on white, nor the darkest on black. */
#define CHOSEN_LINE 2.0f
#define LINE 1.0f

enum
{
  INK_EDGE,
  INK_CHOSEN,
  INK_LIGHT,
  INK_DARK,
};

static const char *const inks[] = { "edge", "chosen", "light", "dark", NULL };

/* From this soreness on the dot of a massage is light, below it dark, to stand out from its day. */
#define DARK_SORENESS 6.0

struct _LegatoCalendar
{
  LegatoChart parent_instance;

  guint n_days;

  /* Owned references */
  LegatoPeriod *period;
};

G_DEFINE_FINAL_TYPE (LegatoCalendar, legato_calendar, LEGATO_TYPE_CHART)

static guint32
get_day (LegatoCalendar *self, guint index)
{
  return legato_period_get_first_day (self->period) + index;
}

static guint
legato_calendar_get_n_marks (LegatoChart *chart)
{
  return LEGATO_CALENDAR (chart)->n_days;
}

static char *
legato_calendar_dup_words (LegatoChart *chart, guint index)
{
  LegatoCalendar *self = LEGATO_CALENDAR (chart);
  const LegatoPeriodDay *day = legato_period_get_day (self->period, get_day (self, index));
  g_autofree char *date = legato_dates_dup_full_day (get_day (self, index));
  g_autofree char *sessions = NULL;
  g_autofree char *value = legato_words_dup_number (isnan (day->soreness) ? 0 : day->soreness);

  sessions = day->n_sessions == 0
                 ? g_strdup (_ ("no massage"))
                 : g_strdup_printf (ngettext ("%u massage", "%u massages", day->n_sessions),
                                    day->n_sessions);
  if (day->n_ratings == 0)
    /* Translators: a day; "2 massages" */
    return g_strdup_printf (_ ("%s: %s, soreness not rated."), date, sessions);
  /* Translators: a day; "2 massages"; a number from 0 to 10 */
  return g_strdup_printf (_ ("%s: %s, the sorest place was %s."), date, sessions, value);
}

static char *
legato_calendar_dup_summary (LegatoChart *chart)
{
  return g_strdup (_ ("A dot is a day with a massage. The darker a day, the sorer its sorest "
                      "place; an outline alone means not rated."));
}

static const char *const *
legato_calendar_get_titles (LegatoChart *chart)
{
  static const char *titles[4];

  titles[0] = _ ("Day");
  titles[1] = _ ("Massages");
  titles[2] = _ ("Sorest place");
  return titles;
}

static GStrv
legato_calendar_dup_row (LegatoChart *chart, guint index)
{
  LegatoCalendar *self = LEGATO_CALENDAR (chart);
  const LegatoPeriodDay *day = legato_period_get_day (self->period, get_day (self, index));
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *date = legato_dates_dup_short_day (get_day (self, index), TRUE);
  g_autofree char *sessions = g_strdup_printf ("%u", day->n_sessions);
  g_autofree char *value =
      day->n_ratings > 0 ? legato_words_dup_number (day->soreness) : g_strdup ("–");

  g_strv_builder_add_many (cells, date, sessions, value, NULL);
  return g_strv_builder_end (cells);
}

static void
legato_calendar_measure_plot (LegatoChart *chart,
                              GtkOrientation orientation,
                              int *minimum,
                              int *natural)
{
  LegatoCalendar *self = LEGATO_CALENDAR (chart);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  int n =
      across && self->period != NULL ? (int) legato_period_get_n_weeks (self->period) : DAYS_A_WEEK;

  *minimum = n * (across ? MIN_CELL : NATURAL_CELL);
  *natural = n * NATURAL_CELL;
}

static graphene_rect_t
get_cell (LegatoCalendar *self, guint index)
{
  LegatoChart *chart = LEGATO_CHART (self);
  const graphene_rect_t *plot = legato_chart_get_plot (chart);
  float height = plot->size.height / DAYS_A_WEEK - CELL_GAP;
  float column = legato_chart_get_column_width (chart);
  float width = MIN (column > 2 * CELL_GAP ? column - CELL_GAP : column, 2 * height);
  float x = legato_chart_get_column_x (chart, index / DAYS_A_WEEK);
  float y = plot->origin.y + (float) (index % DAYS_A_WEEK) * plot->size.height / DAYS_A_WEEK;

  return GRAPHENE_RECT_INIT (x - width / 2, y + CELL_GAP / 2, width, height);
}

static void
draw_day (LegatoCalendar *self, GtkSnapshot *snapshot, guint index)
{
  LegatoChart *chart = LEGATO_CHART (self);
  const LegatoPeriodDay *day = legato_period_get_day (self->period, get_day (self, index));
  graphene_rect_t cell = get_cell (self, index);
  gboolean chosen = legato_chart_get_selected (chart) == (int) index;

  if (day->n_ratings > 0)
    {
      GdkRGBA color = legato_map_palette_get_soreness_color (day->soreness);
      GskRoundedRect shape;

      gsk_rounded_rect_init_from_rect (&shape, &cell, CELL_RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &color, &cell);
      gtk_snapshot_pop (snapshot);
    }
  legato_chart_frame (chart, snapshot, chosen ? INK_CHOSEN : INK_EDGE, &cell, CELL_RADIUS,
                      chosen ? CHOSEN_LINE : LINE);
  if (day->n_sessions > 0)
    {
      float size = MIN (cell.size.width, cell.size.height) * DOT_SHARE;

      legato_chart_fill (
          chart, snapshot,
          day->n_ratings > 0 ? (day->soreness >= DARK_SORENESS ? INK_LIGHT : INK_DARK) : INK_CHOSEN,
          &GRAPHENE_RECT_INIT (cell.origin.x + (cell.size.width - size) / 2,
                               cell.origin.y + (cell.size.height - size) / 2, size, size),
          size / 2);
    }
}

static void
legato_calendar_draw (LegatoChart *chart, GtkSnapshot *snapshot)
{
  LegatoCalendar *self = LEGATO_CALENDAR (chart);

  for (guint i = 0; i < self->n_days; i++)
    draw_day (self, snapshot, i);
}

static int
legato_calendar_find_mark (LegatoChart *chart, float x, float y)
{
  LegatoCalendar *self = LEGATO_CALENDAR (chart);

  for (guint i = 0; i < self->n_days; i++)
    {
      graphene_rect_t cell = get_cell (self, i);

      graphene_rect_inset (&cell, -CELL_GAP / 2, -CELL_GAP / 2);
      if (graphene_rect_contains_point (&cell, &GRAPHENE_POINT_INIT (x, y)))
        return (int) i;
    }
  return -1;
}

/* Up and down go from day to day, the others from week to week. */
static int
legato_calendar_walk (LegatoChart *chart, int mark, GtkDirectionType direction)
{
  LegatoCalendar *self = LEGATO_CALENDAR (chart);
  int next;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return mark + (direction == GTK_DIR_UP ? -1 : 1);
  next = mark + (direction == GTK_DIR_LEFT ? -DAYS_A_WEEK : DAYS_A_WEEK);
  return next < 0 || next >= (int) self->n_days ? mark : next;
}

static void
legato_calendar_dispose (GObject *object)
{
  g_clear_pointer (&LEGATO_CALENDAR (object)->period, legato_period_unref);

  G_OBJECT_CLASS (legato_calendar_parent_class)->dispose (object);
}

static void
legato_calendar_class_init (LegatoCalendarClass *klass)
{
  LegatoChartClass *chart_class = LEGATO_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_calendar_dispose;
  chart_class->inks = inks;
  chart_class->get_n_marks = legato_calendar_get_n_marks;
  chart_class->dup_words = legato_calendar_dup_words;
  chart_class->dup_summary = legato_calendar_dup_summary;
  chart_class->get_titles = legato_calendar_get_titles;
  chart_class->dup_row = legato_calendar_dup_row;
  chart_class->measure_plot = legato_calendar_measure_plot;
  chart_class->draw = legato_calendar_draw;
  chart_class->find_mark = legato_calendar_find_mark;
  chart_class->walk = legato_calendar_walk;
}

static void
legato_calendar_init (LegatoCalendar *self)
{
}

/** Returns: (transfer floating): a calendar of nothing yet */
LegatoCalendar *
legato_calendar_new (void)
{
  return g_object_new (LEGATO_TYPE_CALENDAR, NULL);
}

/* "Mon" beside the first row, where weeks begin so, and so on. */
static void
name_weekdays (LegatoCalendar *self)
{
  GDate day;

  g_date_clear (&day, 1);
  legato_chart_set_axis (LEGATO_CHART (self), DAYS_A_WEEK, 0, 0);
  for (guint i = 0; i < DAYS_A_WEEK; i += 2)
    {
      g_date_set_julian (&day, get_day (self, i));
      legato_chart_add_axis_label (LEGATO_CHART (self), DAYS_A_WEEK - i - 0.5,
                                   legato_dates_get_short_weekday (g_date_get_weekday (&day)));
    }
}

/**
 * legato_calendar_set_period:
 * @today: Julian day; what comes after it is not shown
 */
void
legato_calendar_set_period (LegatoCalendar *self, LegatoPeriod *period, guint32 today)
{
  g_autoptr (GStrvBuilder) counts = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all_counts = NULL;
  g_auto (GStrv) all_names = NULL;
  guint n_weeks;

  g_return_if_fail (LEGATO_IS_CALENDAR (self));
  g_return_if_fail (period != NULL);

  g_clear_pointer (&self->period, legato_period_unref);
  self->period = legato_period_ref (period);
  n_weeks = legato_period_get_n_weeks (period);
  self->n_days =
      today < get_day (self, 0) ? 0 : MIN (today - get_day (self, 0) + 1, n_weeks * DAYS_A_WEEK);
  for (guint week = 0; week < n_weeks; week++)
    {
      g_autofree char *day = legato_dates_dup_short_day (get_day (self, week * DAYS_A_WEEK), FALSE);

      g_strv_builder_add (counts, "");
      g_strv_builder_add (names, day);
    }
  all_counts = g_strv_builder_end (counts);
  all_names = g_strv_builder_end (names);
  name_weekdays (self);
  legato_chart_set_columns (LEGATO_CHART (self), "", (const char *const *) all_counts,
                            (const char *const *) all_names);
  legato_chart_update (LEGATO_CHART (self));
}
