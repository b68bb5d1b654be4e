/* legato-fit-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-fit-bin.h"
#include "legato-width-bin.h"

/* Text that is read from the sofa should be as large as its place allows, whatever the window's
 * size. The child is laid out as usual and then scaled: it stays an ordinary widget with its style
 * and its accessible text, and glyphs are drawn sharp at any scale. */

/* A long sentence may become this much smaller than text of the usual size before it is cut off. */
#define LEAST_SCALE 0.5

/* Halvings of the range of scales: what is left is far less than a pixel of a line's height. */
#define N_HALVINGS 8

struct _LegatoFitBin
{
  AdwBin parent_instance;

  double max_scale;
};

enum
{
  PROP_0,
  PROP_MAX_SCALE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoFitBin, legato_fit_bin, ADW_TYPE_BIN)

/* The room a child has at @scale, and whether it is enough for it. */
static gboolean
fits (LegatoFitBin *self, int width, int height, double scale, GtkAllocation *room)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));
  int least_width = 0;
  int least_height = 0;

  room->width = MAX (1, (int) (width / scale));
  room->height = MAX (1, (int) (height / scale));
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (least_width, room->width),
                      &least_height, NULL, NULL, NULL);
  if (least_width <= room->width && least_height <= room->height)
    return TRUE;

  room->width = MAX (room->width, least_width);
  room->height = MAX (room->height, least_height);
  return FALSE;
}

/* Asks for no room, so that another text never changes the page around it. */
static void
legato_fit_bin_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
legato_fit_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LegatoFitBin *self = LEGATO_FIT_BIN (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));
  GtkAllocation room = { 0 };
  double low = LEAST_SCALE / legato_width_bin_get_text_scale (widget);
  double high = self->max_scale;
  graphene_point_t corner;
  GskTransform *transform = NULL;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;

  if (fits (self, width, height, high, &room))
    low = high;
  for (guint i = 0; i < N_HALVINGS && low < high; i++)
    {
      double middle = (low + high) / 2;

      if (fits (self, width, height, middle, &room))
        low = middle;
      else
        high = middle;
    }
  fits (self, width, height, low, &room);

  graphene_point_init (&corner, (float) ((width - room.width * low) / 2),
                       (float) ((height - room.height * low) / 2));
  transform = gsk_transform_translate (NULL, &corner);
  transform = gsk_transform_scale (transform, (float) low, (float) low);
  gtk_widget_allocate (child, room.width, room.height, -1, transform);
}

static void
legato_fit_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoFitBin *self = LEGATO_FIT_BIN (object);

  switch (prop_id)
    {
    case PROP_MAX_SCALE:
      g_value_set_double (value, self->max_scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_fit_bin_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LegatoFitBin *self = LEGATO_FIT_BIN (object);

  switch (prop_id)
    {
    case PROP_MAX_SCALE:
      self->max_scale = g_value_get_double (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_fit_bin_class_init (LegatoFitBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = legato_fit_bin_get_property;
  object_class->set_property = legato_fit_bin_set_property;
  widget_class->measure = legato_fit_bin_measure;
  widget_class->size_allocate = legato_fit_bin_size_allocate;

  /** LegatoFitBin:max-scale: how many times its usual size the child may have */
  properties[PROP_MAX_SCALE] = g_param_spec_double ("max-scale", NULL, NULL, 1.0, 16.0, 4.0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_fit_bin_init (LegatoFitBin *self)
{
  self->max_scale = 4.0;
  /* We lay out the child ourselves. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
