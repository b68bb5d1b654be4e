/* legato-map-path.h: the `d` of an SVG path as straight pieces
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A place on the drawing, in its units (thousandths of the leg), y down. */
typedef struct
{
  double x;
  double y;
} LegatoMapPoint;

/** A rectangle on the drawing, in its units. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} LegatoMapBox;

LegatoMapBox legato_map_box_union (LegatoMapBox a, LegatoMapBox b);

/**
 * LegatoMapPath:
 * @points: (element-type LegatoMapPoint): corners of all subpaths, one after the other
 * @starts: (element-type guint): index in @points where each subpath begins
 * @n_closed: how many subpaths end with Z
 * @box: the extents of @points
 */
typedef struct
{
  GArray *points;
  GArray *starts;
  guint n_closed;
  LegatoMapBox box;
} LegatoMapPath;

LegatoMapPath *legato_map_path_new (const char *d, GError **error);
void legato_map_path_free (LegatoMapPath *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoMapPath, legato_map_path_free)

G_END_DECLS
