/* legato-trend-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "legato-trend-chart.h"
#include "legato-trend-words.h"

#define MIN_PLOT_WIDTH 220
#define MIN_PLOT_HEIGHT 160
#define NATURAL_PLOT_HEIGHT 240
#define GAP 6.0f
#define LABEL_GAP 6
#define COUNT_GAP 4

/* Lines across every second value, words at every fifth. */
#define GRID_STEP 2
#define AXIS_STEP 5
#define N_AXIS_LABELS (LEGATO_RATING_MAX / AXIS_STEP + 1)

/* Sizes in px, in narrow columns and in wide ones. */
#define NARROW_COLUMN 30.0f
#define SMALL_DOT 2.5f
#define LARGE_DOT 3.5f
#define MEDIAN_HEIGHT 3.0f
#define MIN_BAR_HEIGHT 4.0f

/* Each is a child without content, filled by its background in style.css. What is drawn is that
 * child seen through a clip, so every colour comes from the style, also when it changes. */
typedef enum
{
  INK_GRID,
  INK_SELECTED,
  INK_BAR,
  INK_MEDIAN,
  INK_DOT,
  N_INKS,
} Ink;

static const char *const ink_classes[N_INKS] = { "grid", "selected", "bar", "median", "dot" };

struct _LegatoTrendChart
{
  GtkWidget parent_instance;

  LegatoTrend *trend;
  int selected;

  /* Children */
  GtkWidget *inks[N_INKS];
  GtkWidget *axis_labels[N_AXIS_LABELS];
  GtkWidget *n_label;
  GPtrArray *counts;
  GPtrArray *days;

  /* Where the weeks are drawn, in px; set by size_allocate. */
  graphene_rect_t plot;
};

enum
{
  PROP_0,
  PROP_TREND,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  MOVE_WEEK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoTrendChart, legato_trend_chart, GTK_TYPE_WIDGET)

static guint
get_n_weeks (LegatoTrendChart *self)
{
  return self->trend != NULL ? legato_trend_get_n_weeks (self->trend) : 0;
}

static gboolean
is_mirrored (LegatoTrendChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static float
get_column_width (LegatoTrendChart *self)
{
  return self->plot.size.width / (float) MAX (get_n_weeks (self), 1);
}

/* The middle of a week's column. */
static float
get_x (LegatoTrendChart *self, guint week)
{
  float from_start = get_column_width (self) * ((float) week + 0.5f);

  return is_mirrored (self) ? self->plot.origin.x + self->plot.size.width - from_start
                            : self->plot.origin.x + from_start;
}

static float
get_y (LegatoTrendChart *self, double value)
{
  return self->plot.origin.y + self->plot.size.height * (float) (1 - value / LEGATO_RATING_MAX);
}

static void
fill (LegatoTrendChart *self,
      GtkSnapshot *snapshot,
      Ink ink,
      float x,
      float y,
      float width,
      float height,
      float radius)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (x, y, width, height), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->inks[ink], snapshot);
  gtk_snapshot_pop (snapshot);
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
  float column = get_column_width (self);
  float radius = column < NARROW_COLUMN ? SMALL_DOT : LARGE_DOT;
  float pitch = get_pitch (week, both_legs, radius, MAX (column / 2 - radius, 0));
  guint n[2][LEGATO_RATING_MAX + 1] = { 0 };

  for (guint i = 0; i < week->n; i++)
    {
      const LegatoTrendValue *value = &week->values[i];
      gboolean is_right = value->leg == LEGATO_LEG_RIGHT;
      guint n_before = n[both_legs && is_right][MIN (value->value, LEGATO_RATING_MAX)]++;
      float x = get_x (self, index) + get_place (n_before, value->leg, both_legs) * pitch;

      fill (self, snapshot, INK_DOT, x - radius, get_y (self, value->value) - radius, 2 * radius,
            2 * radius, is_right ? 0 : radius);
    }
}

static void
snapshot_summary (LegatoTrendChart *self, GtkSnapshot *snapshot, guint index)
{
  const LegatoTrendWeek *week = legato_trend_get_week (self->trend, index);
  float width = get_column_width (self) * 0.8f;
  float x = get_x (self, index) - width / 2;
  float top, height;

  if (!week->has_median)
    return;
  top = get_y (self, week->upper_quartile);
  height = get_y (self, week->lower_quartile) - top;
  if (height < MIN_BAR_HEIGHT)
    {
      top -= (MIN_BAR_HEIGHT - height) / 2;
      height = MIN_BAR_HEIGHT;
    }
  fill (self, snapshot, INK_BAR, x, top, width, height, 4);
  fill (self, snapshot, INK_MEDIAN, x, get_y (self, week->median) - MEDIAN_HEIGHT / 2, width,
        MEDIAN_HEIGHT, MEDIAN_HEIGHT / 2);
}

static void
legato_trend_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (widget);
  gboolean both_legs = has_both_legs (self);

  for (guint value = 0; value <= LEGATO_RATING_MAX; value += GRID_STEP)
    fill (self, snapshot, INK_GRID, self->plot.origin.x, get_y (self, value) - 0.5f,
          self->plot.size.width, 1, 0);
  if (self->selected >= 0)
    fill (self, snapshot, INK_SELECTED,
          get_x (self, (guint) self->selected) - get_column_width (self) / 2, 0,
          get_column_width (self), (float) gtk_widget_get_height (widget), 6);
  for (guint i = 0; i < get_n_weeks (self); i++)
    snapshot_summary (self, snapshot, i);
  for (guint i = 0; i < get_n_weeks (self); i++)
    snapshot_dots (self, snapshot, i, both_legs);

  for (guint i = 0; i < N_AXIS_LABELS; i++)
    gtk_widget_snapshot_child (widget, self->axis_labels[i], snapshot);
  gtk_widget_snapshot_child (widget, self->n_label, snapshot);
  for (guint i = 0; i < self->counts->len; i++)
    {
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->counts, i), snapshot);
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->days, i), snapshot);
    }
}

static int
get_natural (GtkWidget *label, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (label, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_axis_width (LegatoTrendChart *self)
{
  return MAX (get_natural (self->axis_labels[N_AXIS_LABELS - 1], GTK_ORIENTATION_HORIZONTAL),
              get_natural (self->n_label, GTK_ORIENTATION_HORIZONTAL))
         + LABEL_GAP;
}

static void
legato_trend_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (widget);
  int line = get_natural (self->n_label, GTK_ORIENTATION_VERTICAL);

  /* Every child has to be measured, although the inks have no size. */
  for (guint i = 0; i < N_INKS; i++)
    get_natural (self->inks[i], orientation);

  /* The numbers of values are never left out, so they set the least width. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int widest = 0;

      for (guint i = 0; i < self->counts->len; i++)
        widest = MAX (widest, get_natural (g_ptr_array_index (self->counts, i), orientation));
      *minimum = get_axis_width (self)
                 + MAX (MIN_PLOT_WIDTH, (int) self->counts->len * (widest + COUNT_GAP));
      *natural = 2 * *minimum;
    }
  else
    {
      *minimum = MIN_PLOT_HEIGHT + 3 * line + 2 * (int) GAP;
      *natural = NATURAL_PLOT_HEIGHT + 3 * line + 2 * (int) GAP;
    }
}

/* Puts the middle of @label at @x, its top at @y. */
static void
place (GtkWidget *label, float x, float y, int max_right)
{
  int width, height;
  GtkAllocation allocation;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  allocation.x = CLAMP ((int) (x - (float) width / 2), 0, MAX (max_right - width, 0));
  allocation.y = (int) y;
  allocation.width = width;
  allocation.height = height;
  gtk_widget_size_allocate (label, &allocation, -1);
}

static void
legato_trend_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (widget);
  int axis = get_axis_width (self);
  int line = get_natural (self->n_label, GTK_ORIENTATION_VERTICAL);
  int widest_day = 0, every;
  float axis_x = is_mirrored (self) ? (float) (width - axis / 2) : (float) (axis - LABEL_GAP) / 2;
  float below;

  graphene_rect_init (&self->plot, is_mirrored (self) ? 0 : (float) axis, (float) line / 2 + GAP,
                      (float) (width - axis), (float) height - 2.5f * (float) line - 2.5f * GAP);
  below = self->plot.origin.y + self->plot.size.height + GAP;

  for (guint i = 0; i < N_INKS; i++)
    gtk_widget_size_allocate (self->inks[i], &(GtkAllocation){ 0, 0, width, height }, -1);
  for (guint i = 0; i < N_AXIS_LABELS; i++)
    place (self->axis_labels[i], axis_x, get_y (self, i * AXIS_STEP) - (float) line / 2, width);
  place (self->n_label, axis_x, below, width);

  /* As many days as fit side by side. */
  for (guint i = 0; i < self->days->len; i++)
    widest_day = MAX (widest_day,
                      get_natural (g_ptr_array_index (self->days, i), GTK_ORIENTATION_HORIZONTAL));
  every = 1 + (int) ((float) (widest_day + LABEL_GAP) / get_column_width (self));
  for (guint i = 0; i < self->counts->len; i++)
    {
      GtkWidget *day = g_ptr_array_index (self->days, i);

      place (g_ptr_array_index (self->counts, i), get_x (self, i), below, width);
      place (day, get_x (self, i), below + (float) line, width);
      gtk_widget_set_child_visible (day, i % (guint) every == 0);
    }
}

static GtkWidget *
add_label (LegatoTrendChart *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
describe (LegatoTrendChart *self)
{
  g_autofree char *verdict = NULL;
  g_autofree char *week = NULL;
  g_autofree char *text = NULL;

  if (self->trend == NULL)
    return;
  verdict = legato_trend_words_dup_verdict (self->trend);
  if (self->selected >= 0)
    week =
        legato_trend_words_dup_week (legato_trend_get_week (self->trend, (guint) self->selected));
  text = g_strdup_printf (
      ngettext ("%u value. %s.", "%u values. %s.", legato_trend_get_n_values (self->trend)),
      legato_trend_get_n_values (self->trend), verdict);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  week != NULL ? week : text, -1);
}

static void
select_week (LegatoTrendChart *self, int selected)
{
  selected = CLAMP (selected, -1, (int) get_n_weeks (self) - 1);
  if (self->selected == selected)
    return;
  self->selected = selected;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* The arrow keys go as the eye does. */
static void
legato_trend_chart_move_week (LegatoTrendChart *self, int step)
{
  int last = (int) get_n_weeks (self) - 1;

  if (is_mirrored (self) && ABS (step) == 1)
    step = -step;
  if (self->selected < 0)
    select_week (self, last);
  else
    select_week (self, CLAMP (self->selected + step, 0, last));
}

static void
select_at (LegatoTrendChart *self, double x)
{
  float from_start = is_mirrored (self) ? self->plot.origin.x + self->plot.size.width - (float) x
                                        : (float) x - self->plot.origin.x;

  select_week (self, from_start < 0 ? -1 : (int) (from_start / get_column_width (self)));
}

static void
motion_cb (LegatoTrendChart *self, double x, double y)
{
  select_at (self, x);
}

static void
leave_cb (LegatoTrendChart *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    select_week (self, -1);
}

static void
pressed_cb (LegatoTrendChart *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  select_at (self, x);
}

static void
legato_trend_chart_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (object);

  switch (prop_id)
    {
    case PROP_TREND:
      g_value_set_boxed (value, self->trend);
      break;
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_trend_chart_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (object);

  switch (prop_id)
    {
    case PROP_TREND:
      legato_trend_chart_set_trend (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_trend_chart_dispose (GObject *object)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (object);

  g_ptr_array_set_size (self->counts, 0);
  g_ptr_array_set_size (self->days, 0);
  for (guint i = 0; i < N_INKS; i++)
    g_clear_pointer (&self->inks[i], gtk_widget_unparent);
  for (guint i = 0; i < N_AXIS_LABELS; i++)
    g_clear_pointer (&self->axis_labels[i], gtk_widget_unparent);
  g_clear_pointer (&self->n_label, gtk_widget_unparent);
  g_clear_pointer (&self->trend, legato_trend_unref);

  G_OBJECT_CLASS (legato_trend_chart_parent_class)->dispose (object);
}

static void
legato_trend_chart_finalize (GObject *object)
{
  LegatoTrendChart *self = LEGATO_TREND_CHART (object);

  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);

  G_OBJECT_CLASS (legato_trend_chart_parent_class)->finalize (object);
}

static void
legato_trend_chart_class_init (LegatoTrendChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_trend_chart_dispose;
  object_class->finalize = legato_trend_chart_finalize;
  object_class->get_property = legato_trend_chart_get_property;
  object_class->set_property = legato_trend_chart_set_property;
  widget_class->measure = legato_trend_chart_measure;
  widget_class->size_allocate = legato_trend_chart_size_allocate;
  widget_class->snapshot = legato_trend_chart_snapshot;

  /**
   * LegatoTrendChart:trend:
   *
   * What is drawn.
   */
  properties[PROP_TREND] =
      g_param_spec_boxed ("trend", NULL, NULL, LEGATO_TYPE_TREND,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LegatoTrendChart:selected:
   *
   * Index of the week under the pointer or chosen with the keyboard, or -1.
   */
  properties[PROP_SELECTED] =
      g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LegatoTrendChart::move-week:
   * @step: weeks to the right
   *
   * The keybinding signal of the arrow keys, Home and End.
   */
  signals[MOVE_WEEK] = g_signal_new_class_handler (
      "move-week", LEGATO_TYPE_TREND_CHART, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
      G_CALLBACK (legato_trend_chart_move_week), NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Left, 0, "move-week", "i", -1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Right, 0, "move-week", "i", 1);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Home, 0, "move-week", "i",
                                       -G_MAXINT16);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_End, 0, "move-week", "i", G_MAXINT16);

  gtk_widget_class_set_css_name (widget_class, "trendchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
legato_trend_chart_init (LegatoTrendChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  self->selected = -1;
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  for (guint i = 0; i < N_INKS; i++)
    {
      self->inks[i] = adw_bin_new ();
      gtk_widget_add_css_class (self->inks[i], ink_classes[i]);
      gtk_widget_set_can_target (self->inks[i], FALSE);
      gtk_widget_set_parent (self->inks[i], GTK_WIDGET (self));
    }
  for (guint i = 0; i < N_AXIS_LABELS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i * AXIS_STEP);

      self->axis_labels[i] = add_label (self, text);
    }
  /* Translators: number of values, as in statistics */
  self->n_label = add_label (self, C_ ("statistics", "n"));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * legato_trend_chart_set_trend:
 * @trend: (nullable)
 */
void
legato_trend_chart_set_trend (LegatoTrendChart *self, LegatoTrend *trend)
{
  g_return_if_fail (LEGATO_IS_TREND_CHART (self));

  if (self->trend == trend)
    return;
  select_week (self, -1);
  g_clear_pointer (&self->trend, legato_trend_unref);
  self->trend = trend != NULL ? legato_trend_ref (trend) : NULL;

  g_ptr_array_set_size (self->counts, 0);
  g_ptr_array_set_size (self->days, 0);
  for (guint i = 0; i < get_n_weeks (self); i++)
    {
      const LegatoTrendWeek *week = legato_trend_get_week (trend, i);
      g_autofree char *count = g_strdup_printf ("%u", week->n);
      g_autofree char *day = legato_trend_words_dup_day (week->monday, FALSE);

      g_ptr_array_add (self->counts, add_label (self, count));
      g_ptr_array_add (self->days, add_label (self, day));
    }
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TREND]);
}

/**
 * legato_trend_chart_get_selected:
 *
 * Returns: index of the selected week, or -1
 */
int
legato_trend_chart_get_selected (LegatoTrendChart *self)
{
  g_return_val_if_fail (LEGATO_IS_TREND_CHART (self), -1);
  return self->selected;
}
