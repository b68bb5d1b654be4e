/* find-winding.h: whether a place lies in a path, by its outline alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-path.h"

/* How often the path, every subpath taken as closed, goes round (@x, @y); 0 is outside. */
static inline int
find_winding (const LegatoMapPath *self, double x, double y)
{
  int winding = 0;

  for (guint s = 0; s < self->starts->len; s++)
    {
      guint first = g_array_index (self->starts, guint, s);
      guint end = s + 1 < self->starts->len ? g_array_index (self->starts, guint, s + 1)
                                            : self->points->len;

      for (guint i = first; i < end; i++)
        {
          LegatoMapPoint a = g_array_index (self->points, LegatoMapPoint, i);
          LegatoMapPoint b =
              g_array_index (self->points, LegatoMapPoint, i + 1 < end ? i + 1 : first);
          double side = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);

          if (a.y <= y && b.y > y && side > 0)
            winding++;
          else if (a.y > y && b.y <= y && side < 0)
            winding--;
        }
    }
  return winding;
}
