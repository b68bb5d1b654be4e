/* legato-leg-edges.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-leg-edges.h"

/* Widens what lies between @left and @right by all that @leg has from @top to @bottom. */
static void
widen (const LegatoMapArt *art,
       LegatoLeg leg,
       double top,
       double bottom,
       double *left,
       double *right)
{
  const LegatoMapPath *path = legato_map_art_get_silhouette (art, leg);
  const GArray *points = path != NULL ? path->points : NULL;

  for (guint p = 0; points != NULL && p < points->len; p++)
    {
      LegatoMapPoint a = g_array_index (points, LegatoMapPoint, p);
      LegatoMapPoint b = g_array_index (points, LegatoMapPoint, (p + 1) % points->len);

      double highest = MIN (a.y, b.y), lowest = MAX (a.y, b.y);

      /* The piece of the outline that lies between the two heights, if any does. */
      if (lowest < top || highest > bottom)
        continue;
      for (int end = 0; end < 2; end++)
        {
          double y = CLAMP (end == 0 ? top : bottom, highest, lowest);
          double x = a.y == b.y ? a.x : a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);

          *left = MIN (*left, x);
          *right = MAX (*right, x);
        }
    }
}

/** legato_leg_edges_get_box: all of a leg or of both between two heights, in units from the top of
 * the drawing. */
LegatoMapBox
legato_leg_edges_get_box (const LegatoMapArt *art, LegatoLeg leg, double top, double bottom)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (LegatoLeg each = LEGATO_LEG_LEFT; each <= LEGATO_LEG_RIGHT; each++)
    if (leg == LEGATO_LEG_BOTH || leg == each)
      widen (art, each, top, bottom, &left, &right);
  return (LegatoMapBox){ left, top, MAX (0, right - left), bottom - top };
}

/** legato_leg_edges_find: where the leg begins and ends at the height @y, in units; as if it were a
 * line where there is none. */
void
legato_leg_edges_find (const LegatoMapArt *art,
                       LegatoLeg leg,
                       double y,
                       double *left,
                       double *right)
{
  *left = G_MAXDOUBLE;
  *right = -G_MAXDOUBLE;
  widen (art, leg, y, y, left, right);
  if (*left > *right)
    *left = *right = legato_map_art_get_width (art) / 2;
}

/** legato_leg_edges_find_side: -1 or 1: the side of the leg to which @at is nearer */
int
legato_leg_edges_find_side (const LegatoMapArt *art, LegatoLeg leg, LegatoMapPoint at)
{
  double left, right;

  legato_leg_edges_find (art, leg, at.y, &left, &right);
  return at.x < (left + right) / 2 ? -1 : 1;
}

/** legato_leg_edges_find_at: @out: (out): -1 or 1, to which side that is
 *
 * The edge of the leg at the height @y on that side of it to which @at is nearer. */
double
legato_leg_edges_find_at (const LegatoMapArt *art,
                          LegatoLeg leg,
                          LegatoMapPoint at,
                          double y,
                          double *out)
{
  double left, right;

  *out = legato_leg_edges_find_side (art, leg, at);
  legato_leg_edges_find (art, leg, y, &left, &right);
  return *out < 0 ? left : right;
}
