/* legato-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-chart-ink.h"
#include "legato-chart.h"

#define GAP 6.0f
#define LABEL_GAP 6
#define COUNT_GAP 4

typedef struct
{
  int selected;
  double maximum;  /* 0 without an axis */
  guint grid_step; /* 0 without lines */

  /* Children */
  GPtrArray *inks;
  GtkWidget *grid;
  GtkWidget *highlight;
  GPtrArray *axis_labels;
  GArray *axis_values; /* double: where each of them stands */
  GtkWidget *count_title;
  GPtrArray *counts;
  GPtrArray *names;

  /* Where the marks are drawn, in px; set by size_allocate. */
  graphene_rect_t plot;
} LegatoChartPrivate;

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  UPDATED,
  MOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LegatoChart, legato_chart, GTK_TYPE_WIDGET)

static LegatoChartPrivate *
get_private (LegatoChart *self)
{
  return legato_chart_get_instance_private (self);
}

static GtkWidget *
add_ink (LegatoChart *self, const char *name)
{
  GtkWidget *ink = legato_chart_ink_new (GTK_WIDGET (self), name);

  g_ptr_array_add (get_private (self)->inks, ink);
  return ink;
}

static GtkWidget *
new_label (LegatoChart *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
legato_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LegatoChart *self = LEGATO_CHART (widget);
  LegatoChartPrivate *priv = get_private (self);
  const graphene_rect_t *plot = &priv->plot;
  const GPtrArray *labels[] = { priv->axis_labels, priv->counts, priv->names };

  for (double value = 0; priv->grid_step > 0 && value <= priv->maximum; value += priv->grid_step)
    legato_chart_ink_fill (priv->grid, snapshot,
                           &GRAPHENE_RECT_INIT (plot->origin.x,
                                                legato_chart_get_y (self, value) - 0.5f,
                                                plot->size.width, 1),
                           0);
  if (priv->selected >= 0 && LEGATO_CHART_GET_CLASS (self)->find_mark == NULL)
    legato_chart_ink_fill (
        priv->highlight, snapshot,
        &GRAPHENE_RECT_INIT (legato_chart_get_column_x (self, (guint) priv->selected)
                                 - legato_chart_get_column_width (self) / 2,
                             0, legato_chart_get_column_width (self),
                             (float) gtk_widget_get_height (widget)),
        6);
  LEGATO_CHART_GET_CLASS (self)->draw (self, snapshot);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    for (guint j = 0; j < labels[i]->len; j++)
      gtk_widget_snapshot_child (widget, g_ptr_array_index (labels[i], j), snapshot);
  if (priv->count_title != NULL)
    gtk_widget_snapshot_child (widget, priv->count_title, snapshot);
}

static int
get_natural (GtkWidget *label, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (label, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The widest or the highest of @labels. */
static int
get_largest (const GPtrArray *labels, GtkOrientation orientation)
{
  int largest = 0;

  for (guint i = 0; i < labels->len; i++)
    largest = MAX (largest, get_natural (g_ptr_array_index (labels, i), orientation));
  return largest;
}

static int
get_axis_width (LegatoChart *self)
{
  LegatoChartPrivate *priv = get_private (self);
  int width = get_largest (priv->axis_labels, GTK_ORIENTATION_HORIZONTAL);

  if (priv->count_title != NULL)
    width = MAX (width, get_natural (priv->count_title, GTK_ORIENTATION_HORIZONTAL));
  return width > 0 ? width + LABEL_GAP : 0;
}

static int
get_line (LegatoChart *self)
{
  LegatoChartPrivate *priv = get_private (self);

  return MAX (get_largest (priv->axis_labels, GTK_ORIENTATION_VERTICAL),
              get_largest (priv->counts, GTK_ORIENTATION_VERTICAL));
}

static void
legato_chart_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  LegatoChart *self = LEGATO_CHART (widget);
  LegatoChartPrivate *priv = get_private (self);
  LegatoChartClass *class = LEGATO_CHART_GET_CLASS (self);

  /* Every child has to be measured, although the inks have no size. */
  get_largest (priv->inks, orientation);
  get_largest (priv->names, orientation);
  if (class->measure_plot != NULL)
    class->measure_plot (self, orientation, minimum, natural);
  else
    {
      *minimum = class->plot_minimum[orientation];
      *natural = class->plot_natural[orientation];
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* The counts are never left out, so they set the least width. */
      int columns = (int) priv->counts->len * (get_largest (priv->counts, orientation) + COUNT_GAP);

      *minimum = get_axis_width (self) + MAX (*minimum, columns);
      *natural = MAX (*minimum, get_axis_width (self) + *natural);
    }
  else
    {
      int below = priv->counts->len > 0 ? 2 * get_line (self) + (int) GAP : 0;
      int above = priv->maximum > 0 ? get_line (self) / 2 + (int) GAP : 0;

      *minimum += above + below + (int) GAP;
      *natural += above + below + (int) GAP;
    }
}

/* Puts the middle of @label at @x, its top at @y. */
static void
place (GtkWidget *label, float x, float y, int max_right)
{
  GtkAllocation allocation;

  allocation.width = get_natural (label, GTK_ORIENTATION_HORIZONTAL);
  allocation.height = get_natural (label, GTK_ORIENTATION_VERTICAL);
  allocation.x =
      CLAMP ((int) (x - (float) allocation.width / 2), 0, MAX (max_right - allocation.width, 0));
  allocation.y = (int) y;
  gtk_widget_size_allocate (label, &allocation, -1);
}

static void
place_columns (LegatoChart *self, float axis_x, int width)
{
  LegatoChartPrivate *priv = get_private (self);
  float line = (float) get_line (self);
  float below = priv->plot.origin.y + priv->plot.size.height + GAP;
  float room = (float) (get_largest (priv->names, GTK_ORIENTATION_HORIZONTAL) + LABEL_GAP);
  guint every = 1 + (guint) (room / legato_chart_get_column_width (self));

  place (priv->count_title, axis_x, below, width);
  for (guint i = 0; i < priv->counts->len; i++)
    {
      GtkWidget *name = g_ptr_array_index (priv->names, i);
      float x = legato_chart_get_column_x (self, i);

      place (g_ptr_array_index (priv->counts, i), x, below, width);
      place (name, x, below + line, width);
      /* As many names as fit side by side. */
      gtk_widget_set_child_visible (name, i % every == 0);
    }
}

static void
legato_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoChart *self = LEGATO_CHART (widget);
  LegatoChartPrivate *priv = get_private (self);
  int axis = get_axis_width (self);
  float line = (float) get_line (self);
  gboolean mirrored = legato_chart_is_mirrored (self);
  float axis_x = mirrored ? (float) (width - axis / 2) : (float) (axis - LABEL_GAP) / 2;
  float above = priv->maximum > 0 ? line / 2 + GAP : 0;
  float below = (priv->counts->len > 0 ? 2 * line + GAP : 0) + GAP;

  graphene_rect_init (&priv->plot, mirrored ? 0 : (float) axis, above,
                      MAX ((float) (width - axis), 1), MAX ((float) height - above - below, 1));
  /* So large that a shape may be turned any way and still lies within. */
  for (guint i = 0; i < priv->inks->len; i++)
    gtk_widget_size_allocate (g_ptr_array_index (priv->inks, i),
                              &(GtkAllocation){ -(width + height), -(width + height),
                                                3 * (width + height), 3 * (width + height) },
                              -1);
  for (guint i = 0; i < priv->axis_labels->len; i++)
    place (g_ptr_array_index (priv->axis_labels, i), axis_x,
           legato_chart_get_y (self, g_array_index (priv->axis_values, double, i)) - line / 2,
           width);
  if (priv->counts->len > 0)
    place_columns (self, axis_x, width);
}

static void
describe (LegatoChart *self)
{
  g_autofree char *words = legato_chart_dup_words (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
select_mark (LegatoChart *self, int selected)
{
  LegatoChartPrivate *priv = get_private (self);

  selected = CLAMP (selected, -1, (int) legato_chart_get_n_marks (self) - 1);
  if (priv->selected == selected)
    return;
  priv->selected = selected;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static int
walk_columns (int mark, GtkDirectionType direction)
{
  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    return mark;
  return mark + (direction == GTK_DIR_LEFT ? -1 : 1);
}

/* Where time runs from right to left, the arrow that points back is the other. */
static GtkDirectionType
unmirror (LegatoChart *self, GtkDirectionType direction)
{
  if (!legato_chart_is_mirrored (self))
    return direction;
  return direction == GTK_DIR_LEFT    ? GTK_DIR_RIGHT
         : direction == GTK_DIR_RIGHT ? GTK_DIR_LEFT
                                      : direction;
}

/* Home and End lead to the first and the last mark; an arrow stops at either end. */
static void
legato_chart_move (LegatoChart *self, GtkDirectionType direction)
{
  LegatoChartClass *class = LEGATO_CHART_GET_CLASS (self);
  int last = (int) legato_chart_get_n_marks (self) - 1;
  int mark = get_private (self)->selected;

  direction = unmirror (self, direction);
  if (direction == GTK_DIR_TAB_BACKWARD)
    mark = 0;
  else if (direction == GTK_DIR_TAB_FORWARD || mark < 0)
    mark = last;
  else
    mark =
        class->walk != NULL ? class->walk (self, mark, direction) : walk_columns (mark, direction);
  if (last >= 0)
    select_mark (self, CLAMP (mark, 0, last));
}

static int
find_column (LegatoChart *self, float x)
{
  LegatoChartPrivate *priv = get_private (self);
  float from_start = legato_chart_is_mirrored (self)
                         ? priv->plot.origin.x + priv->plot.size.width - x
                         : x - priv->plot.origin.x;

  return from_start < 0 ? -1 : (int) (from_start / legato_chart_get_column_width (self));
}

static void
select_at (LegatoChart *self, double x, double y)
{
  LegatoChartClass *class = LEGATO_CHART_GET_CLASS (self);

  select_mark (self, class->find_mark != NULL ? class->find_mark (self, (float) x, (float) y)
                                              : find_column (self, (float) x));
}

/* GTK tells of a motion, with no time of its own, also where the chart was laid out anew below a
 * pointer that rests: that would take from the keys what they lead to. */
static void
motion_cb (LegatoChart *self, double x, double y, GtkEventController *motion)
{
  if (gtk_event_controller_get_current_event_time (motion) != GDK_CURRENT_TIME)
    select_at (self, x, y);
}

static void
leave_cb (LegatoChart *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    select_mark (self, -1);
}

static void
pressed_cb (LegatoChart *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  select_at (self, x, y);
}

static void
legato_chart_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, get_private (LEGATO_CHART (object))->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_chart_constructed (GObject *object)
{
  LegatoChart *self = LEGATO_CHART (object);
  LegatoChartPrivate *priv = get_private (self);
  const char *const *names = LEGATO_CHART_GET_CLASS (self)->inks;

  G_OBJECT_CLASS (legato_chart_parent_class)->constructed (object);
  for (guint i = 0; names[i] != NULL; i++)
    add_ink (self, names[i]);
  priv->grid = add_ink (self, "grid");
  priv->highlight = add_ink (self, "selected");
}

static void
legato_chart_dispose (GObject *object)
{
  LegatoChartPrivate *priv = get_private (LEGATO_CHART (object));

  g_clear_pointer (&priv->counts, g_ptr_array_unref);
  g_clear_pointer (&priv->names, g_ptr_array_unref);
  g_clear_pointer (&priv->axis_labels, g_ptr_array_unref);
  g_clear_pointer (&priv->axis_values, g_array_unref);
  g_clear_pointer (&priv->inks, g_ptr_array_unref);
  g_clear_pointer (&priv->count_title, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_chart_parent_class)->dispose (object);
}

static void
add_key (GtkWidgetClass *widget_class, guint key, GtkDirectionType direction)
{
  gtk_widget_class_add_binding_signal (widget_class, key, 0, "move", "(i)", (int) direction);
}

static void
legato_chart_class_init (LegatoChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = legato_chart_constructed;
  object_class->dispose = legato_chart_dispose;
  object_class->get_property = legato_chart_get_property;
  widget_class->measure = legato_chart_measure;
  widget_class->size_allocate = legato_chart_size_allocate;
  widget_class->snapshot = legato_chart_snapshot;

  properties[PROP_SELECTED] =
      g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[UPDATED] = g_signal_new ("updated", LEGATO_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * LegatoChart::move:
   * @direction: a #GtkDirectionType; the first and the last mark are reached by tab-backward and
   *   tab-forward
   *
   * The keybinding signal of the arrow keys, Home and End.
   */
  signals[MOVE] = g_signal_new_class_handler (
      "move", LEGATO_TYPE_CHART, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
      G_CALLBACK (legato_chart_move), NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  add_key (widget_class, GDK_KEY_Left, GTK_DIR_LEFT);
  add_key (widget_class, GDK_KEY_Right, GTK_DIR_RIGHT);
  add_key (widget_class, GDK_KEY_Up, GTK_DIR_UP);
  add_key (widget_class, GDK_KEY_Down, GTK_DIR_DOWN);
  add_key (widget_class, GDK_KEY_Home, GTK_DIR_TAB_BACKWARD);
  add_key (widget_class, GDK_KEY_End, GTK_DIR_TAB_FORWARD);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
legato_chart_init (LegatoChart *self)
{
  LegatoChartPrivate *priv = get_private (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  priv->selected = -1;
  priv->inks = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  priv->axis_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  priv->axis_values = g_array_new (FALSE, FALSE, sizeof (double));
  priv->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  priv->names = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/** Returns: how many marks there are */
guint
legato_chart_get_n_marks (LegatoChart *self)
{
  g_return_val_if_fail (LEGATO_IS_CHART (self), 0);
  return LEGATO_CHART_GET_CLASS (self)->get_n_marks (self);
}

/** Returns: index of the selected mark, or -1 */
int
legato_chart_get_selected (LegatoChart *self)
{
  g_return_val_if_fail (LEGATO_IS_CHART (self), -1);
  return get_private (self)->selected;
}

/** Returns: (transfer full): the selected mark in words, or the whole chart */
char *
legato_chart_dup_words (LegatoChart *self)
{
  LegatoChartClass *class = NULL;
  int selected = -1;

  g_return_val_if_fail (LEGATO_IS_CHART (self), NULL);

  class = LEGATO_CHART_GET_CLASS (self);
  selected = get_private (self)->selected;
  return selected >= 0 ? class->dup_words (self, (guint) selected) : class->dup_summary (self);
}

/** Returns: (transfer none) (array zero-terminated=1): the columns of its table */
const char *const *
legato_chart_get_titles (LegatoChart *self)
{
  g_return_val_if_fail (LEGATO_IS_CHART (self), NULL);
  return LEGATO_CHART_GET_CLASS (self)->get_titles (self);
}

/** Returns: (transfer full): the cells of @mark */
GStrv
legato_chart_dup_row (LegatoChart *self, guint mark)
{
  g_return_val_if_fail (LEGATO_IS_CHART (self), NULL);
  return LEGATO_CHART_GET_CLASS (self)->dup_row (self, mark);
}

/**
 * legato_chart_set_axis:
 * @maximum: the highest value; the lowest is 0
 * @label_step: from one value that is written to the next; 0 to write none
 * @grid_step: from one line to the next; 0 for none
 */
void
legato_chart_set_axis (LegatoChart *self, double maximum, guint label_step, guint grid_step)
{
  LegatoChartPrivate *priv = NULL;

  g_return_if_fail (LEGATO_IS_CHART (self));
  g_return_if_fail (maximum > 0);

  priv = get_private (self);
  priv->maximum = maximum;
  priv->grid_step = grid_step;
  g_ptr_array_set_size (priv->axis_labels, 0);
  g_array_set_size (priv->axis_values, 0);
  for (guint value = 0; label_step > 0 && value <= maximum; value += label_step)
    {
      g_autofree char *text = g_strdup_printf ("%u", value);

      legato_chart_add_axis_label (self, value, text);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** legato_chart_add_axis_label: writes @text beside the axis at @value */
void
legato_chart_add_axis_label (LegatoChart *self, double value, const char *text)
{
  g_return_if_fail (LEGATO_IS_CHART (self));

  g_ptr_array_add (get_private (self)->axis_labels, new_label (self, text));
  g_array_append_val (get_private (self)->axis_values, value);
}

/**
 * legato_chart_set_columns:
 * @count_title: what is counted
 * @counts: (array zero-terminated=1): stands below each column
 * @names: (array zero-terminated=1): of the columns, as many
 */
void
legato_chart_set_columns (LegatoChart *self,
                          const char *count_title,
                          const char *const *counts,
                          const char *const *names)
{
  LegatoChartPrivate *priv = NULL;

  g_return_if_fail (LEGATO_IS_CHART (self));

  priv = get_private (self);
  g_clear_pointer (&priv->count_title, gtk_widget_unparent);
  priv->count_title = new_label (self, count_title);
  g_ptr_array_set_size (priv->counts, 0);
  g_ptr_array_set_size (priv->names, 0);
  for (guint i = 0; counts[i] != NULL; i++)
    {
      g_ptr_array_add (priv->counts, new_label (self, counts[i]));
      g_ptr_array_add (priv->names, new_label (self, names[i]));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** legato_chart_update: shows other figures now, of which none is selected yet */
void
legato_chart_update (LegatoChart *self)
{
  g_return_if_fail (LEGATO_IS_CHART (self));

  get_private (self)->selected = -1;
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[UPDATED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/** Returns: whether time runs from right to left */
gboolean
legato_chart_is_mirrored (LegatoChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/** Returns: (transfer none): where the marks are drawn, in px */
const graphene_rect_t *
legato_chart_get_plot (LegatoChart *self)
{
  return &get_private (self)->plot;
}

/** Returns: where @value lies on the axis, in px */
float
legato_chart_get_y (LegatoChart *self, double value)
{
  LegatoChartPrivate *priv = get_private (self);

  return priv->plot.origin.y + priv->plot.size.height * (float) (1 - value / priv->maximum);
}

/** Returns: the middle of a column, in px */
float
legato_chart_get_column_x (LegatoChart *self, guint column)
{
  LegatoChartPrivate *priv = get_private (self);
  float from_start = legato_chart_get_column_width (self) * ((float) column + 0.5f);

  return legato_chart_is_mirrored (self) ? priv->plot.origin.x + priv->plot.size.width - from_start
                                         : priv->plot.origin.x + from_start;
}

/** Returns: in px */
float
legato_chart_get_column_width (LegatoChart *self)
{
  LegatoChartPrivate *priv = get_private (self);

  return priv->plot.size.width / (float) MAX (priv->counts->len, 1);
}

/**
 * legato_chart_fill:
 * @ink: index of one of the class's inks
 * @area: in px
 * @radius: of its corners, in px
 */
void
legato_chart_fill (LegatoChart *self,
                   GtkSnapshot *snapshot,
                   guint ink,
                   const graphene_rect_t *area,
                   float radius)
{
  legato_chart_ink_fill (g_ptr_array_index (get_private (self)->inks, ink), snapshot, area, radius);
}

/**
 * legato_chart_frame:
 * @ink: index of one of the class's inks
 * @area: in px
 * @radius: of its corners, in px; larger than the line they would be cut off
 * @line: how broad the edge is, in px
 *
 * Draws the edge of @area, and leaves what is within as it is.
 */
void
legato_chart_frame (LegatoChart *self,
                    GtkSnapshot *snapshot,
                    guint ink,
                    const graphene_rect_t *area,
                    float radius,
                    float line)
{
  legato_chart_ink_frame (g_ptr_array_index (get_private (self)->inks, ink), snapshot, area, radius,
                          line);
}
