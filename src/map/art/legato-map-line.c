/* legato-map-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-error.h"
#include "legato-map-line.h"

typedef struct
{
  LegatoMapPoint point;
  double along; /* length from the start, units */
} Station;

struct _LegatoMapLine
{
  guint n_stations; /* 2 or more, no two at the same place */
  Station *stations;
  LegatoMapBox box;
};

static LegatoMapLine *
new_from_points (const LegatoMapPoint *points, guint n_points, LegatoMapBox box)
{
  LegatoMapLine *self = g_atomic_rc_box_new0 (LegatoMapLine);

  self->stations = g_new (Station, n_points);
  self->box = box;
  for (guint i = 0; i < n_points; i++)
    {
      const Station *last = i > 0 ? &self->stations[self->n_stations - 1] : NULL;
      double step =
          last != NULL ? hypot (points[i].x - last->point.x, points[i].y - last->point.y) : 0;

      if (last != NULL && step < 1e-9)
        continue;
      self->stations[self->n_stations++] =
          (Station){ points[i], last != NULL ? last->along + step : 0 };
    }
  return self;
}

/**
 * legato_map_line_new:
 * @d: SVG path data: one open subpath, from the distal to the proximal end
 *
 * Returns: (transfer full): the path, or %NULL with #LEGATO_MAP_ERROR set if @d cannot be read, is
 *   closed, has more than one subpath or no length
 */
LegatoMapLine *
legato_map_line_new (const char *d, GError **error)
{
  g_autoptr (LegatoMapPath) data = legato_map_path_new (d, error);
  g_autoptr (LegatoMapLine) self = NULL;

  if (data == NULL)
    return NULL;
  if (data->n_closed > 0)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "A stroke must not be closed");
      return NULL;
    }
  if (data->starts->len != 1)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "A stroke must be in one piece, this has %u", data->starts->len);
      return NULL;
    }

  self =
      new_from_points ((const LegatoMapPoint *) data->points->data, data->points->len, data->box);
  if (self->n_stations < 2)
    {
      g_set_error (error, LEGATO_MAP_ERROR, LEGATO_MAP_ERROR_INVALID,
                   "A stroke must have a length");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * legato_map_line_new_line:
 *
 * Returns: (transfer full) (nullable): the straight way between two places, %NULL if they are one
 */
LegatoMapLine *
legato_map_line_new_line (LegatoMapPoint from, LegatoMapPoint to)
{
  const LegatoMapPoint points[] = { from, to };

  if (hypot (to.x - from.x, to.y - from.y) < 1e-6)
    return NULL;
  return new_from_points (points, G_N_ELEMENTS (points),
                          (LegatoMapBox){ MIN (from.x, to.x), MIN (from.y, to.y),
                                          fabs (to.x - from.x), fabs (to.y - from.y) });
}

LegatoMapLine *
legato_map_line_ref (LegatoMapLine *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LegatoMapLine *self = data;

  g_free (self->stations);
}

void
legato_map_line_unref (LegatoMapLine *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/** legato_map_line_get_length: length in units of the drawing, more than 0 */
double
legato_map_line_get_length (const LegatoMapLine *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stations[self->n_stations - 1].along;
}

/** legato_map_line_get_box: the path's extents, without any line width */
LegatoMapBox
legato_map_line_get_box (const LegatoMapLine *self)
{
  g_return_val_if_fail (self != NULL, (LegatoMapBox){ 0 });

  return self->box;
}

/**
 * legato_map_line_get_point:
 * @fraction: of the length, 0 (distal end) to 1 (proximal end); clamped
 * @point: (out): where that is
 * @tangent: (out) (optional): the direction of travel there, of length 1
 */
void
legato_map_line_get_point (const LegatoMapLine *self,
                           double fraction,
                           LegatoMapPoint *point,
                           LegatoMapPoint *tangent)
{
  const Station *a, *b;
  guint low = 0, high;
  double along, part, length;

  g_return_if_fail (self != NULL && point != NULL);

  high = self->n_stations - 1;
  along = CLAMP (fraction, 0, 1) * self->stations[high].along;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->stations[middle].along <= along)
        low = middle;
      else
        high = middle;
    }

  a = &self->stations[low];
  b = &self->stations[high];
  length = b->along - a->along;
  part = (along - a->along) / length;
  *point = (LegatoMapPoint){ a->point.x + part * (b->point.x - a->point.x),
                             a->point.y + part * (b->point.y - a->point.y) };
  if (tangent != NULL)
    *tangent =
        (LegatoMapPoint){ (b->point.x - a->point.x) / length, (b->point.y - a->point.y) / length };
}
