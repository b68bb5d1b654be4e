/* legato-position-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <adwaita.h>

#include "legato-position-picture.h"
#include "legato-svg.h"

/* Every drawing is as wide and as high as this, in its own units. */
#define DRAWING_WIDTH 480
#define DRAWING_HEIGHT 320

/* Where nothing else decides, a drawing is seen well at half its size. */
#define NATURAL_PART 2

/* Smaller than this nobody knows what it shows. */
#define LEAST_HEIGHT 48

struct _LegatoPositionPicture
{
  GtkWidget parent_instance;

  /* Borrowed reference, lives as long as the guide */
  const LegatoPosition *position;

  /* Owned reference: the drawing at `width` and `scale`; %NULL to be made anew */
  GskRenderNode *drawing;
  int width;
  int scale;
};

G_DEFINE_FINAL_TYPE (LegatoPositionPicture, legato_position_picture, GTK_TYPE_WIDGET)

static GBytes *
load (const char *name, const char *suffix)
{
  g_autofree char *path = g_strdup_printf (LEGATO_RESOURCE_ROOT "/positions/%s.%s", name, suffix);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

/* (nullable): a drawing is as it is on a light window. */
static char *
load_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GBytes) bytes = NULL;

  if (adw_style_manager_get_high_contrast (manager))
    bytes = load ("style-contrast", "css");
  else if (adw_style_manager_get_dark (manager))
    bytes = load ("style-dark", "css");
  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

static void
render (LegatoPositionPicture *self, int width, int height, int scale)
{
  g_autoptr (GBytes) svg = load (self->position->id, "svg");
  g_autofree char *style = load_style ();
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = legato_svg_render (svg, NULL, style, width, height, scale, &error);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height);
  cairo_t *cr = NULL;

  self->width = width;
  self->scale = scale;
  if (surface == NULL)
    {
      g_warning ("%s: %s", self->position->id, error->message);
      return;
    }
  self->drawing = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (self->drawing);
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
legato_position_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LegatoPositionPicture *self = LEGATO_POSITION_PICTURE (widget);
  int room_width = gtk_widget_get_width (widget);
  int room_height = gtk_widget_get_height (widget);
  int width = MIN (room_width, room_height * DRAWING_WIDTH / DRAWING_HEIGHT);
  int height = width * DRAWING_HEIGHT / DRAWING_WIDTH;
  int scale = gtk_widget_get_scale_factor (widget);

  if (self->position == NULL || width <= 0 || height <= 0)
    return;
  if (width != self->width || scale != self->scale)
    g_clear_pointer (&self->drawing, gsk_render_node_unref);
  if (self->drawing == NULL)
    render (self, width, height, scale);
  if (self->drawing == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((room_width - width) / 2),
                                                          (float) ((room_height - height) / 2)));
  gtk_snapshot_append_node (snapshot, self->drawing);
  gtk_snapshot_restore (snapshot);
}

static GtkSizeRequestMode
legato_position_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
legato_position_picture_measure (GtkWidget *widget,
                                 GtkOrientation orientation,
                                 int for_size,
                                 int *minimum,
                                 int *natural,
                                 int *minimum_baseline,
                                 int *natural_baseline)
{
  int most = orientation == GTK_ORIENTATION_HORIZONTAL ? DRAWING_WIDTH : DRAWING_HEIGHT;

  *natural = most / NATURAL_PART;
  *minimum = LEAST_HEIGHT * most / DRAWING_HEIGHT;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    *natural = CLAMP (for_size * DRAWING_HEIGHT / DRAWING_WIDTH, *minimum, *natural);
}

static void
restyle (LegatoPositionPicture *self)
{
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
legato_position_picture_dispose (GObject *object)
{
  LegatoPositionPicture *self = LEGATO_POSITION_PICTURE (object);

  g_clear_pointer (&self->drawing, gsk_render_node_unref);

  G_OBJECT_CLASS (legato_position_picture_parent_class)->dispose (object);
}

static void
legato_position_picture_class_init (LegatoPositionPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = legato_position_picture_dispose;
  widget_class->snapshot = legato_position_picture_snapshot;
  widget_class->get_request_mode = legato_position_picture_get_request_mode;
  widget_class->measure = legato_position_picture_measure;

  gtk_widget_class_set_css_name (widget_class, "positionpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
legato_position_picture_init (LegatoPositionPicture *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (restyle), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** Returns: (transfer floating): a picture that shows nothing yet */
GtkWidget *
legato_position_picture_new (void)
{
  return g_object_new (LEGATO_TYPE_POSITION_PICTURE, NULL);
}

/**
 * legato_position_picture_set_position:
 * @position: (nullable): lives as long as the guide, which must outlive the picture; %NULL to show
 *   nothing
 */
void
legato_position_picture_set_position (LegatoPositionPicture *self, const LegatoPosition *position)
{
  g_return_if_fail (LEGATO_IS_POSITION_PICTURE (self));

  if (self->position == position)
    return;
  self->position = position;
  gtk_widget_set_visible (GTK_WIDGET (self), position != NULL);
  if (position == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  position->picture, -1);
  restyle (self);
}
