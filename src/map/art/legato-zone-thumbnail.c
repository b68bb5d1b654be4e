/* legato-zone-thumbnail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <cairo.h>
#include <gio/gio.h>

#include "legato-pen.h"
#include "legato-zone-thumbnail.h"

/* Large enough for a lock screen, small enough to be drawn between two strokes. */
#define SIZE 256

/* Some of the leg around the place, so that it is seen where it lies; in units of the drawing. */
#define MARGIN 60.0

/* The places, tinted like a mark on the map. */
static void
tint (cairo_surface_t *surface,
      LegatoMapArt *art,
      LegatoLeg leg,
      GPtrArray *zones,
      const LegatoMapBox *part)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, SIZE / part->width, SIZE / part->height);
  cairo_translate (cr, -part->x, -part->y);
  for (guint i = 0; i < zones->len; i++)
    {
      int shape = legato_map_art_find_shape (art, leg, g_ptr_array_index (zones, i));

      if (shape >= 0)
        legato_pen_outline (cr, legato_map_art_get_shape (art, (guint) shape)->outline);
    }
  cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, 0.45);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.11, 0.35, 0.68, 0.9);
  cairo_set_line_width (cr, 4.0 * part->width / SIZE);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A square around the places of that leg. */
static gboolean
find_part (LegatoMapArt *art, LegatoLeg leg, GPtrArray *zones, LegatoMapBox *part)
{
  LegatoMapBox box = { 0 };
  double side = 0.0;

  for (guint i = 0; i < zones->len; i++)
    {
      int shape = legato_map_art_find_shape (art, leg, g_ptr_array_index (zones, i));

      if (shape >= 0)
        box =
            legato_map_box_union (box, legato_map_art_get_shape (art, (guint) shape)->outline->box);
    }
  if (box.width <= 0.0)
    return FALSE;
  side = MAX (box.width, box.height) + 2.0 * MARGIN;
  part->x = box.x + box.width / 2.0 - side / 2.0;
  part->y = box.y + box.height / 2.0 - side / 2.0;
  part->width = side;
  part->height = side;
  return TRUE;
}

static cairo_status_t
append_cb (void *png, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (png, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * legato_zone_thumbnail_write:
 * @art: a view that shows @zones
 * @zones: (element-type LegatoZone): places of @leg
 * @stylesheet: (nullable): as for legato_map_art_render()
 * @path: where the PNG goes, 256 px wide; it appears there whole or not at all
 *
 * Takes tens of milliseconds; may be called in any thread, also in several for one @path.
 *
 * Returns: %FALSE with @error set if the view shows none of @zones, or if it cannot be written
 */
gboolean
legato_zone_thumbnail_write (LegatoMapArt *art,
                             LegatoLeg leg,
                             GPtrArray *zones,
                             const char *stylesheet,
                             const char *path,
                             GError **error)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface = NULL;
  LegatoMapBox part;

  g_return_val_if_fail (art != NULL && zones != NULL && path != NULL, FALSE);

  if (!find_part (art, leg, zones, &part))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "not in this view");
      return FALSE;
    }
  surface = legato_map_art_render (art, &part, SIZE, SIZE, 1, stylesheet, error);
  if (surface == NULL)
    return FALSE;
  tint (surface, art, leg, zones, &part);
  /* Memory is all that it can want, and that ends the program. */
  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return g_file_set_contents (path, (const char *) png->data, png->len, error);
}
