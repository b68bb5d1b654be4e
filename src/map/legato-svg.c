/* legato-svg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <string.h>
#include <librsvg/rsvg.h>

#include "legato-map-error.h"
#include "legato-svg.h"

static gboolean
render (RsvgHandle *handle, cairo_surface_t *surface, const RsvgRectangle *viewport, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean done = rsvg_handle_render_document (handle, cr, viewport, error);

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return done;
}

/**
 * legato_svg_render:
 * @stylesheet: (nullable): CSS that goes before what the file says itself
 * @width: of the picture in logical pixels
 * @height: likewise
 * @scale: device pixels a logical pixel
 *
 * Draws the whole of @svg as large as fits. May be called in any thread.
 *
 * Returns: (transfer full): an ARGB32 image surface with its device scale set, or %NULL with
 *   #LEGATO_MAP_ERROR_RENDER set
 */
cairo_surface_t *
legato_svg_render (GBytes *svg,
                   const char *stylesheet,
                   int width,
                   int height,
                   int scale,
                   GError **error)
{
  RsvgRectangle viewport = { 0, 0, width, height };
  g_autoptr (GObject) owner = NULL;
  g_autoptr (GError) problem = NULL;
  RsvgHandle *handle;
  cairo_surface_t *surface = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (svg, &size);

  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, NULL);

  handle = rsvg_handle_new_from_data (data, size, &problem);
  owner = (GObject *) handle;
  if (handle != NULL
      && (stylesheet == NULL
          || rsvg_handle_set_stylesheet (handle, (const guint8 *) stylesheet, strlen (stylesheet),
                                         &problem)))
    {
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
      cairo_surface_set_device_scale (surface, scale, scale);
      if (!render (handle, surface, &viewport, &problem))
        g_clear_pointer (&surface, cairo_surface_destroy);
    }
  if (surface == NULL)
    g_set_error_literal (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_RENDER,
                         problem != NULL ? problem->message : "librsvg gave no reason");
  return surface;
}
