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

/* What librsvg draws at a time: it needs two further surfaces as large for a drawing that fades
 * out. */
#define BAND_PIXELS (384 * 1024)

/* At the very edge of what it draws librsvg smooths what fades out, which would be seen as a seam:
 * so much more is drawn than kept, in logical pixels. */
#define PAD 2

/* The drawing with another viewBox, which shows @part and nothing else. Setting a larger viewport
 * that goes over the edges would do as well, but librsvg's own surfaces are as large as the
 * viewport. */
static GBytes *
cut (GBytes *svg, const LegatoMapBox *part)
{
  static GRegex *root = NULL;
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr (GMatchInfo) match = NULL;
  GByteArray *bytes;
  const char *data;
  gsize size;
  int from, to;
  g_autofree char *box = NULL;

  if (g_once_init_enter (&root))
    g_once_init_leave (
        &root, g_regex_new ("<svg\\b[^>]*\\s(viewBox=[\"'][^\"']*[\"'])", G_REGEX_RAW, 0, NULL));

  data = g_bytes_get_data (svg, &size);
  if (!g_regex_match_full (root, data, (gssize) size, 0, 0, &match, NULL)
      || !g_match_info_fetch_pos (match, 1, &from, &to))
    return NULL;

  box = g_strdup_printf (
      "viewBox=\"%s %s %s %s\" preserveAspectRatio=\"none\"", g_ascii_dtostr (x, sizeof x, part->x),
      g_ascii_dtostr (y, sizeof y, part->y), g_ascii_dtostr (width, sizeof width, part->width),
      g_ascii_dtostr (height, sizeof height, part->height));
  bytes = g_byte_array_sized_new ((guint) (size + strlen (box)));
  g_byte_array_append (bytes, (const guint8 *) data, (guint) from);
  g_byte_array_append (bytes, (const guint8 *) box, (guint) strlen (box));
  g_byte_array_append (bytes, (const guint8 *) data + to, (guint) (size - (gsize) to));
  return g_byte_array_free_to_bytes (bytes);
}

/* Draws the whole of @svg into the rows from @y on of @surface, larger by @pad on each side. */
static gboolean
draw (GBytes *svg,
      const char *stylesheet,
      cairo_surface_t *surface,
      int y,
      int width,
      int height,
      int pad,
      GError **error)
{
  RsvgRectangle viewport = { -pad, -pad, width + 2 * pad, height + 2 * pad };
  g_autoptr (GObject) owner = NULL;
  RsvgHandle *handle;
  gsize size;
  const guint8 *data = g_bytes_get_data (svg, &size);
  gboolean done;
  cairo_t *cr;

  handle = rsvg_handle_new_from_data (data, size, error);
  owner = (GObject *) handle;
  if (handle == NULL
      || (stylesheet != NULL
          && !rsvg_handle_set_stylesheet (handle, (const guint8 *) stylesheet, strlen (stylesheet),
                                          error)))
    return FALSE;

  cr = cairo_create (surface);
  cairo_translate (cr, 0, y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  done = rsvg_handle_render_document (handle, cr, &viewport, error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return done;
}

static gboolean
draw_part (GBytes *svg,
           const LegatoMapBox *part,
           const char *stylesheet,
           cairo_surface_t *surface,
           int width,
           int height,
           int scale,
           GError **error)
{
  int rows = MAX (1, BAND_PIXELS / (width * scale * scale));

  for (int y = 0; y < height; y += rows)
    {
      int n = MIN (rows, height - y);
      double unit_x = part->width / width, unit_y = part->height / height;
      LegatoMapBox band = { part->x - PAD * unit_x, part->y + (y - PAD) * unit_y,
                            (width + 2 * PAD) * unit_x, (n + 2 * PAD) * unit_y };
      g_autoptr (GBytes) cutting = cut (svg, &band);

      if (cutting == NULL)
        {
          g_set_error_literal (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_RENDER,
                               "<svg>: no viewBox to change");
          return FALSE;
        }
      if (!draw (cutting, stylesheet, surface, y, width, n, PAD, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_svg_render:
 * @part: (nullable): what to draw, in units of the viewBox, stretched to the picture; %NULL for the
 *   whole of @svg as large as fits
 * @stylesheet: (nullable): CSS that goes before what the file says itself
 * @width: of the picture in logical pixels
 * @height: likewise
 * @scale: device pixels a logical pixel
 *
 * May be called in any thread. A @part needs little more memory than the picture itself.
 *
 * Returns: (transfer full): an ARGB32 image surface with its device scale set, or %NULL with
 *   #LEGATO_MAP_ERROR_RENDER set
 */
cairo_surface_t *
legato_svg_render (GBytes *svg,
                   const LegatoMapBox *part,
                   const char *stylesheet,
                   int width,
                   int height,
                   int scale,
                   GError **error)
{
  g_autoptr (GError) problem = NULL;
  cairo_surface_t *surface = NULL;
  gboolean done;

  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  if (part != NULL)
    done = draw_part (svg, part, stylesheet, surface, width, height, scale, &problem);
  else
    done = draw (svg, stylesheet, surface, 0, width, height, 0, &problem);
  if (done)
    return surface;

  cairo_surface_destroy (surface);
  g_set_error_literal (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_RENDER,
                       problem != NULL ? problem->message : "librsvg gave no reason");
  return NULL;
}
