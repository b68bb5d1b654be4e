/* legato-id-buffer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <string.h>

#include "legato-id-buffer.h"
#include "legato-pen.h"

/* One cell a unit: at 4K a unit is two pixels, so an edge is at most one pixel off. */
struct _LegatoIdBuffer
{
  int width;
  int height;
  guint8 *ids; /* 0 for none, else index of the shape + 1 */
};

/**
 * legato_id_buffer_new:
 * @width: of the drawing, in units
 * @height: likewise
 * @shapes: (element-type LegatoMapShape): fewer than 255
 *
 * Returns: (transfer full): the buffer; where shapes overlap the later one lies on top
 */
LegatoIdBuffer *
legato_id_buffer_new (double width, double height, GPtrArray *shapes)
{
  LegatoIdBuffer *self = g_new0 (LegatoIdBuffer, 1);
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert (shapes->len < 255);

  self->width = (int) ceil (width);
  self->height = (int) ceil (height);
  self->ids = g_malloc0 ((gsize) self->width * (gsize) self->height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, self->width, self->height);
  cr = cairo_create (surface);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  for (guint i = 0; i < shapes->len; i++)
    {
      legato_pen_outline (cr, ((const LegatoMapShape *) g_ptr_array_index (shapes, i))->outline);
      cairo_set_source_rgba (cr, 0, 0, 0, (i + 1) / 255.0);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < self->height; y++)
    memcpy (self->ids + (gsize) y * (gsize) self->width,
            cairo_image_surface_get_data (surface)
                + (gsize) y * (gsize) cairo_image_surface_get_stride (surface),
            (gsize) self->width);
  cairo_surface_destroy (surface);
  return self;
}

void
legato_id_buffer_free (LegatoIdBuffer *self)
{
  g_free (self->ids);
  g_free (self);
}

/**
 * legato_id_buffer_pick:
 * @x: in units
 * @y: in units, down
 * @reach: how far away a zone may lie and still be meant, in units; 0 for exactly there
 *
 * Returns: the index of the shape that lies there or nearest within @reach; -1 if there is none
 */
int
legato_id_buffer_pick (const LegatoIdBuffer *self, double x, double y, double reach)
{
  double best = reach * reach;
  int nearest = -1;
  int cell_x, cell_y, span;

  if (!(x >= -reach && y >= -reach && x < self->width + reach && y < self->height + reach))
    return -1;

  cell_x = (int) floor (x);
  cell_y = (int) floor (y);
  if (cell_x >= 0 && cell_y >= 0 && cell_x < self->width && cell_y < self->height
      && self->ids[cell_y * self->width + cell_x] != 0)
    return self->ids[cell_y * self->width + cell_x] - 1;

  span = (int) ceil (reach);
  for (int j = MAX (0, cell_y - span); j <= MIN (self->height - 1, cell_y + span); j++)
    for (int i = MAX (0, cell_x - span); i <= MIN (self->width - 1, cell_x + span); i++)
      {
        double dx = i + 0.5 - x, dy = j + 0.5 - y;
        guint8 id = self->ids[j * self->width + i];

        if (id != 0 && dx * dx + dy * dy <= best)
          {
            best = dx * dx + dy * dy;
            nearest = id - 1;
          }
      }
  return nearest;
}

/**
 * legato_id_buffer_find_centres:
 * @shapes: (element-type LegatoMapShape): those the buffer was made of
 *
 * Finds for each shape the place deepest inside by a two-pass (3-4 chamfer) distance transform.
 */
void
legato_id_buffer_find_centres (const LegatoIdBuffer *self, GPtrArray *shapes)
{
  gssize w = self->width, n = w * self->height;
  g_autofree guint16 *depth = g_new0 (guint16, (gsize) n);
  g_autofree guint16 *best = g_new0 (guint16, shapes->len);

  /* Down and to the right, then back: each cell from the four that came before. What lies beyond
   * the sheet is the other end of a row above or below, where no zone is. */
  for (int pass = 0; pass < 2; pass++)
    for (gssize k = w + 1; k < n - w - 1; k++)
      {
        gssize at = pass == 0 ? k : n - 1 - k;
        gssize back = pass == 0 ? -1 : 1;
        const gssize steps[] = { at + back, at + back * w, at + back * (w - 1),
                                 at + back * (w + 1) };
        guint8 id = self->ids[at];
        guint value = pass == 0 ? G_MAXUINT16 : depth[at];

        if (id == 0)
          continue;
        for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
          value =
              MIN (value, (self->ids[steps[s]] == id ? depth[steps[s]] : 0) + (s < 2 ? 3u : 4u));
        depth[at] = (guint16) value;
      }

  for (gssize at = 0; at < n; at++)
    {
      guint index = self->ids[at] - 1u;

      if (self->ids[at] != 0 && depth[at] > best[index])
        {
          LegatoMapShape *shape = g_ptr_array_index (shapes, index);

          best[index] = depth[at];
          shape->centre = (LegatoMapPoint){ (double) (at % w) + 0.5, (double) (at / w) + 0.5 };
          shape->room = depth[at] / 3.0;
        }
    }
}
