/* legato-map-raster.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-raster.h"

/* Above so many device pixels (16 MB) lines and fills are kept instead. */
#define MOST_PIXELS (4.0 * 1024 * 1024)

/**
 * legato_map_raster_new:
 * @bounds: logical pixels; widened to whole ones
 * @device_scale: device pixels a logical pixel
 * @draw: paints with the origin and unit of @bounds
 *
 * A cairo node replays what was drawn into it at each repaint, and tessellates all of its outlines
 * again. This one only copies pixels. To be kept and appended as long as the picture is the same.
 *
 * Returns: (transfer full)
 */
GskRenderNode *
legato_map_raster_new (const graphene_rect_t *bounds,
                       int device_scale,
                       LegatoMapRasterFunc draw,
                       gpointer user_data)
{
  graphene_rect_t whole;
  GskRenderNode *node;
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  g_return_val_if_fail (bounds != NULL && draw != NULL && device_scale > 0, NULL);

  graphene_rect_round_extents (bounds, &whole);
  width = (double) whole.size.width * device_scale;
  height = (double) whole.size.height * device_scale;
  node = gsk_cairo_node_new (&whole);
  if (width * height > MOST_PIXELS)
    {
      cr = gsk_cairo_node_get_draw_context (node);
      draw (cr, user_data);
      cairo_destroy (cr);
      return node;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_surface_set_device_scale (surface, device_scale, device_scale);
  cr = cairo_create (surface);
  cairo_translate (cr, (double) -whole.origin.x, (double) -whole.origin.y);
  draw (cr, user_data);
  cairo_destroy (cr);

  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, surface, (double) whole.origin.x, (double) whole.origin.y);
  /* The better filter costs half a frame when the camera moves away. */
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}
