/* legato-width-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-width-bin.h"

/* The narrowest screen we draw for is 360 px wide; some room is left for a window's own frame. */
#define LEAST_WIDTH 300

/* Below this a list, the map and a card no longer fit beside each other. */
#define NARROW_BELOW 720

struct _LegatoWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child; /* owned through the widget tree */
  gboolean narrow;
  guint notify_id;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable_iface;

static void
legato_width_bin_add_child (GtkBuildable *buildable,
                            GtkBuilder *builder,
                            GObject *child,
                            const char *type)
{
  if (GTK_IS_WIDGET (child))
    g_object_set (buildable, "child", child, NULL);
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = legato_width_bin_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LegatoWidthBin,
                               legato_width_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static int
get_child_width (LegatoWidthBin *self)
{
  int minimum = 0;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static gboolean
notify_narrow_cb (gpointer data)
{
  LegatoWidthBin *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);

  return G_SOURCE_REMOVE;
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
  LegatoWidthBin *self = LEGATO_WIDTH_BIN (widget);

  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, get_child_width (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
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
  gboolean narrow = width < NARROW_BELOW;

  if (self->child != NULL)
    gtk_widget_allocate (self->child, MAX (width, get_child_width (self)), height, baseline, NULL);

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;

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
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (legato_width_bin_parent_class)->dispose (object);
}

static void
legato_width_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoWidthBin *self = LEGATO_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
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
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
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

  /** LegatoWidthBin:child: (nullable): what is shown */
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /** LegatoWidthBin:narrow: whether there is too little room for things beside each other */
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_width_bin_init (LegatoWidthBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** Returns: whether the width last given was too little for things beside each other */
gboolean
legato_width_bin_get_narrow (LegatoWidthBin *self)
{
  g_return_val_if_fail (LEGATO_IS_WIDTH_BIN (self), FALSE);
  return self->narrow;
}
