/* legato-place-paintable.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-place-paintable.h"
#include "legato-pen.h"

/* How much fainter the places are that are not meant. */
#define OTHERS_ALPHA 0.25

struct _LegatoPlacePaintable
{
  GObject parent_instance;

  /* Owned references */
  LegatoMapViews *views;

  /* Borrowed references, as long as `views` */
  LegatoMapArt *art;
  const LegatoZone *zone;

  LegatoLeg leg;
};

static void paintable_init (GdkPaintableInterface *iface);
static void symbolic_init (GtkSymbolicPaintableInterface *iface);

/* A symbolic icon: whoever shows it hands it the colour of text in the theme at hand. */
G_DEFINE_FINAL_TYPE_WITH_CODE (LegatoPlacePaintable,
                               legato_place_paintable,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SYMBOLIC_PAINTABLE,
                                                          symbolic_init))

static void
fill_shapes (LegatoPlacePaintable *self, cairo_t *cr, gboolean chosen)
{
  for (guint i = 0; i < legato_map_art_get_n_shapes (self->art); i++)
    {
      const LegatoMapShape *shape = legato_map_art_get_shape (self->art, i);

      if (chosen == (shape->zone == self->zone && shape->leg == self->leg))
        legato_pen_outline (cr, shape->outline);
    }
  cairo_fill (cr);
}

/* All places in the colour of text, faintly; the one that is meant in full. */
static void
snapshot_symbolic (GtkSymbolicPaintable *paintable,
                   GdkSnapshot *snapshot,
                   double width,
                   double height,
                   const GdkRGBA *colors,
                   gsize n_colors)
{
  LegatoPlacePaintable *self = LEGATO_PLACE_PAINTABLE (paintable);
  cairo_t *cr = NULL;

  if (self->art == NULL || n_colors == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  cairo_scale (cr, width / legato_map_art_get_width (self->art),
               height / legato_map_art_get_height (self->art));
  cairo_push_group (cr);
  gdk_cairo_set_source_rgba (cr, &colors[GTK_SYMBOLIC_COLOR_FOREGROUND]);
  fill_shapes (self, cr, FALSE);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, OTHERS_ALPHA);
  gdk_cairo_set_source_rgba (cr, &colors[GTK_SYMBOLIC_COLOR_FOREGROUND]);
  fill_shapes (self, cr, TRUE);
  cairo_destroy (cr);
}

static void
snapshot_plain (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, width, height,
                     &(GdkRGBA){ 0.5f, 0.5f, 0.5f, 1.0f }, 1);
}

static double
get_aspect_ratio (GdkPaintable *paintable)
{
  LegatoPlacePaintable *self = LEGATO_PLACE_PAINTABLE (paintable);

  return self->art != NULL
             ? legato_map_art_get_width (self->art) / legato_map_art_get_height (self->art)
             : 0.0;
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = snapshot_plain;
  iface->get_intrinsic_aspect_ratio = get_aspect_ratio;
}

static void
symbolic_init (GtkSymbolicPaintableInterface *iface)
{
  iface->snapshot_symbolic = snapshot_symbolic;
}

static void
legato_place_paintable_dispose (GObject *object)
{
  LegatoPlacePaintable *self = LEGATO_PLACE_PAINTABLE (object);

  self->art = NULL;
  g_clear_pointer (&self->views, legato_map_views_unref);

  G_OBJECT_CLASS (legato_place_paintable_parent_class)->dispose (object);
}

static void
legato_place_paintable_class_init (LegatoPlacePaintableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_place_paintable_dispose;
}

static void
legato_place_paintable_init (LegatoPlacePaintable *self)
{
}

/** Returns: (transfer full): a small drawing of the legs; choose a place */
LegatoPlacePaintable *
legato_place_paintable_new (LegatoMapViews *views)
{
  LegatoPlacePaintable *self = NULL;

  g_return_val_if_fail (views != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_PLACE_PAINTABLE, NULL);
  self->views = legato_map_views_ref (views);
  return self;
}

/** legato_place_paintable_set_place: shows @zone of @leg, left or right, in the first view it lies
 * in. */
void
legato_place_paintable_set_place (LegatoPlacePaintable *self, LegatoLeg leg, const LegatoZone *zone)
{
  g_return_if_fail (LEGATO_IS_PLACE_PAINTABLE (self));
  g_return_if_fail (zone != NULL && leg != LEGATO_LEG_BOTH);

  if (self->zone == zone && self->leg == leg)
    return;
  self->zone = zone;
  self->leg = leg;
  /* The lowest bit of the views that show it. */
  self->art = legato_map_views_get (self->views, zone->views & (~zone->views + 1));
  gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}
