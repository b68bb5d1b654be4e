/* legato-width-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-width-bin.h"

/* The narrowest window is 340 px wide; some room is left for what is around this. */
#define LEAST_WIDTH 300

/* Below this two columns of text no longer fit beside each other. */
#define NARROW_BELOW 720

/* Below this not even a picture has room beside text. */
#define TIGHT_BELOW 270

/* Above this a third column has room. */
#define WIDE_FROM 1240

/* No text wraps at this width any more. */
#define WIDEST 10000

/* These are for the desktop's usual text, of 11 points in pixels; larger text needs more room. */
#define USUAL_TEXT (11 * 96 / 72.0)

struct _LegatoWidthBin
{
  AdwBin parent_instance;

  int narrow_below;
  guint columns;
  gboolean tight;
  guint notify_id;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_TIGHT,
  PROP_COLUMNS,
  PROP_NARROW_BELOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoWidthBin, legato_width_bin, ADW_TYPE_BIN)

static int
get_width (GtkWidget *child)
{
  int minimum = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static guint
count_columns (LegatoWidthBin *self, double usual)
{
  return usual < self->narrow_below ? 1 : usual < WIDE_FROM ? 2 : 3;
}

static gboolean
notify_narrow_cb (gpointer data)
{
  LegatoWidthBin *self = data;

  self->notify_id = 0;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIGHT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMNS]);
  g_object_thaw_notify (G_OBJECT (self));

  return G_SOURCE_REMOVE;
}

/* The least over all widths. Asked at no width, grids and stacks tell what they need at their least
 * one, where most wraps, and GTK 4.18 warns where a window is less high than that. */
static void
measure_least_height (GtkWidget *child, int *minimum, int *natural)
{
  int width = 0;
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, minimum, natural, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, WIDEST), &height, NULL, NULL,
                      NULL);
  *minimum = MIN (*minimum, height);
}

/* A child that is laid out for much room may want more than there is: that must not keep the
 * window from being made narrow, so the child's own minimum is not handed on. */
static void
legato_width_bin_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0)
    {
      measure_least_height (child, minimum, natural);
      return;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = MAX (for_size, get_width (child));
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (*minimum, LEAST_WIDTH);
      *natural = MAX (*minimum, *natural);
    }
}

static void
legato_width_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoWidthBin *self = LEGATO_WIDTH_BIN (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  double usual = width / legato_width_bin_get_text_scale (widget);
  guint columns = count_columns (self, usual);
  gboolean tight = usual < TIGHT_BELOW;

  if (child != NULL)
    gtk_widget_allocate (child, MAX (width, get_width (child)), height, baseline, NULL);

  if (columns == self->columns && tight == self->tight)
    return;
  self->columns = columns;
  self->tight = tight;

  /* Who listens changes the layout, which is not possible in the middle of an allocation. */
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (GDK_PRIORITY_EVENTS, notify_narrow_cb, self, NULL);
}

static GtkSizeRequestMode
legato_width_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
legato_width_bin_dispose (GObject *object)
{
  LegatoWidthBin *self = LEGATO_WIDTH_BIN (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);

  G_OBJECT_CLASS (legato_width_bin_parent_class)->dispose (object);
}

static void
legato_width_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoWidthBin *self = LEGATO_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->columns == 1);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    case PROP_COLUMNS:
      g_value_set_uint (value, self->columns);
      break;
    case PROP_NARROW_BELOW:
      g_value_set_int (value, self->narrow_below);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_width_bin_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  LegatoWidthBin *self = LEGATO_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_NARROW_BELOW:
      self->narrow_below = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_width_bin_class_init (LegatoWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = legato_width_bin_dispose;
  object_class->get_property = legato_width_bin_get_property;
  object_class->set_property = legato_width_bin_set_property;
  widget_class->measure = legato_width_bin_measure;
  widget_class->size_allocate = legato_width_bin_size_allocate;
  widget_class->get_request_mode = legato_width_bin_get_request_mode;

  /** LegatoWidthBin:narrow: whether there is too little room for things beside each other */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /** LegatoWidthBin:tight: whether there is no room for a picture beside text */
  properties[PROP_TIGHT] =
      g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /** LegatoWidthBin:columns: for how many things beside each other there is room: 1, 2 or 3 */
  properties[PROP_COLUMNS] =
      g_param_spec_uint ("columns", NULL, NULL, 1, 3, 2, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /** LegatoWidthBin:narrow-below: in pixels, with the desktop's usual text: how wide it has to be
   * for two things beside each other */
  properties[PROP_NARROW_BELOW] =
      g_param_spec_int ("narrow-below", NULL, NULL, 0, G_MAXINT, NARROW_BELOW,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_width_bin_init (LegatoWidthBin *self)
{
  self->narrow_below = NARROW_BELOW;
  self->columns = 2;

  /* We lay out the child ourselves. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** Returns: whether the width last given was too little for things beside each other */
gboolean
legato_width_bin_get_narrow (LegatoWidthBin *self)
{
  g_return_val_if_fail (LEGATO_IS_WIDTH_BIN (self), FALSE);
  return self->columns == 1;
}

/** Returns: for how many things beside each other the width last given has room: 1, 2 or 3 */
guint
legato_width_bin_get_columns (LegatoWidthBin *self)
{
  g_return_val_if_fail (LEGATO_IS_WIDTH_BIN (self), 1);
  return self->columns;
}

/** Returns: how many times its usual size the text of @widget has, at least 1: smaller text does
 * not make pictures smaller */
double
legato_width_bin_get_text_scale (GtkWidget *widget)
{
  PangoContext *context = NULL;
  const PangoFontDescription *font = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  context = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (context);
  return MAX (1.0, pango_units_to_double (pango_font_description_get_size (font)) / USUAL_TEXT);
}

static gboolean
stack_cb (GBinding *binding, const GValue *tight, GValue *orientation, gpointer data)
{
  g_value_set_enum (orientation, g_value_get_boolean (tight) ? GTK_ORIENTATION_VERTICAL
                                                             : GTK_ORIENTATION_HORIZONTAL);
  return TRUE;
}

/** legato_width_bin_stack: @box: whose children from now on stand above each other where it is
 * tight
 */
void
legato_width_bin_stack (LegatoWidthBin *self, GtkBox *box)
{
  g_return_if_fail (LEGATO_IS_WIDTH_BIN (self));
  g_return_if_fail (GTK_IS_BOX (box));

  g_object_bind_property_full (self, "tight", box, "orientation", G_BINDING_SYNC_CREATE, stack_cb,
                               NULL, NULL, NULL);
}
