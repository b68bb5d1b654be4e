/* legato-id-buffer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-id-buffer.h"
#include "legato-svg.h"

/* One cell a unit: at 4K a unit is two pixels, so an edge is at most one pixel off. */
struct _LegatoIdBuffer
{
  int width;
  int height;
  guint8 *ids; /* 0 for none, else index of the shape + 1 */
};

/* Paints each zone in a colour that is its id and hides everything else, whatever the drawing's own
 * styles say. */
static char *
write_stylesheet (GPtrArray *shapes)
{
  GString *css =
      g_string_new ("#art, #overlay-veins, #strokes { display: none !important; }\n"
                    "#zones { display: inline !important; visibility: visible !important;"
                    " opacity: 1 !important; filter: none !important; mask: none !important;"
                    " clip-path: none !important; }\n"
                    "#zones path { display: inline !important; visibility: visible !important;"
                    " opacity: 1 !important; fill-opacity: 1 !important; stroke: none !important;"
                    " filter: none !important; mask: none !important; clip-path: none !important;"
                    " shape-rendering: crispEdges !important; }\n");

  for (guint i = 0; i < shapes->len; i++)
    {
      const LegatoMapShape *shape = g_ptr_array_index (shapes, i);

      g_string_append_printf (css, "#zone-%s-%s { fill: #0000%02x !important; }\n",
                              legato_leg_to_id (shape->leg), shape->zone->id, i + 1);
    }
  return g_string_free (css, FALSE);
}

/**
 * legato_id_buffer_new:
 * @svg: the drawing
 * @width: of its viewBox, in units
 * @shapes: (element-type LegatoMapShape): fewer than 255
 *
 * Returns: (transfer full): the buffer, or %NULL with #LEGATO_MAP_ERROR set if librsvg cannot draw
 */
LegatoIdBuffer *
legato_id_buffer_new (GBytes *svg, double width, GPtrArray *shapes, GError **error)
{
  g_autofree char *css = write_stylesheet (shapes);
  int columns = (int) ceil (width), rows = (int) LEGATO_MAP_ART_HEIGHT;
  cairo_surface_t *surface;
  LegatoIdBuffer *self;
  const guint8 *pixels;
  int stride;

  g_assert (shapes->len < 255);

  surface = legato_svg_render (svg, NULL, css, columns, rows, 1, error);
  if (surface == NULL)
    return NULL;

  self = g_new0 (LegatoIdBuffer, 1);
  self->width = columns;
  self->height = rows;
  self->ids = g_malloc0 ((gsize) columns * (gsize) rows);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < rows; y++)
    {
      const guint32 *row = (const guint32 *) (const void *) (pixels + (gsize) y * (gsize) stride);

      for (int x = 0; x < columns; x++)
        if ((row[x] & 0xff) <= shapes->len)
          self->ids[y * columns + x] = (guint8) (row[x] & 0xff);
    }
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
  gsize n = (gsize) self->width * (gsize) self->height;
  g_autofree guint16 *depth = g_new0 (guint16, n);
  g_autofree guint16 *best = g_new0 (guint16, shapes->len);
  int w = self->width;

  for (int pass = 0; pass < 2; pass++)
    for (gsize k = 0; k < n; k++)
      {
        gsize at = pass == 0 ? k : n - 1 - k;
        int x = (int) (at % (gsize) w), y = (int) (at / (gsize) w);
        int back = pass == 0 ? -1 : 1;
        guint value = pass == 0 ? G_MAXUINT16 : depth[at];
        const struct
        {
          int dx, dy;
          guint cost;
        } steps[] = { { back, 0, 3 }, { 0, back, 3 }, { -1, back, 4 }, { 1, back, 4 } };

        if (self->ids[at] == 0)
          continue;
        for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
          {
            int i = x + steps[s].dx, j = y + steps[s].dy;
            gboolean same = i >= 0 && j >= 0 && i < w && j < self->height
                            && self->ids[j * w + i] == self->ids[at];

            value = MIN (value, (same ? depth[j * w + i] : 0) + steps[s].cost);
          }
        depth[at] = (guint16) value;
      }

  for (gsize at = 0; at < n; at++)
    {
      guint index = self->ids[at] - 1u;

      if (self->ids[at] != 0 && depth[at] > best[index])
        {
          LegatoMapShape *shape = g_ptr_array_index (shapes, index);

          best[index] = depth[at];
          shape->centre =
              (LegatoMapPoint){ (double) (at % (gsize) w) + 0.5, (double) (at / (gsize) w) + 0.5 };
          shape->room = depth[at] / 3.0;
        }
    }
}
