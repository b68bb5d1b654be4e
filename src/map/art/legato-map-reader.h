/* legato-map-reader.h: the zones and strokes that a drawing holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-shape.h"

G_BEGIN_DECLS

/**
 * LegatoMapStroke: the way of one technique on one zone
 */
typedef struct
{
  LegatoLeg leg;
  const LegatoZone *zone;
  const LegatoTechnique *technique;
  LegatoMapLine *path;
} LegatoMapStroke;

/**
 * LegatoMapContent: what legato_map_reader_read() found
 * @width: of the viewBox, in units
 * @height: likewise
 * @silhouettes: (nullable): the whole left leg as it is seen, and the right one
 * @shapes: (element-type LegatoMapShape): in the order of the file; @centre and @room are not set
 * @strokes: (element-type LegatoMapStroke)
 */
typedef struct
{
  double width;
  double height;
  LegatoMapPath *silhouettes[2];
  GPtrArray *shapes;
  GPtrArray *strokes;
} LegatoMapContent;

LegatoMapContent *legato_map_reader_read (const char *name,
                                          GBytes *svg,
                                          LegatoView view,
                                          GPtrArray *zones,
                                          GError **error);
void legato_map_content_free (LegatoMapContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoMapContent, legato_map_content_free)

G_END_DECLS
