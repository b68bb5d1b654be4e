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

/**
 * LegatoPathData:
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
} LegatoPathData;

LegatoPathData *legato_path_data_new (const char *d, GError **error);
void legato_path_data_free (LegatoPathData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoPathData, legato_path_data_free)

int legato_path_data_get_winding (const LegatoPathData *self, double x, double y);

G_END_DECLS
