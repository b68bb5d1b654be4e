/* legato-map-line.h: the way of a hand, with a measure of length along it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-path.h"

G_BEGIN_DECLS

/** LegatoMapLine: an open path from its distal to its proximal end; immutable, counted. */
typedef struct _LegatoMapLine LegatoMapLine;

LegatoMapLine *legato_map_line_new (const char *d, GError **error);
LegatoMapLine *legato_map_line_new_line (LegatoMapPoint from, LegatoMapPoint to);
LegatoMapLine *legato_map_line_ref (LegatoMapLine *self);
void legato_map_line_unref (LegatoMapLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoMapLine, legato_map_line_unref)

double legato_map_line_get_length (const LegatoMapLine *self);
LegatoMapBox legato_map_line_get_box (const LegatoMapLine *self);
void legato_map_line_get_point (const LegatoMapLine *self,
                                double fraction,
                                LegatoMapPoint *point,
                                LegatoMapPoint *tangent);

G_END_DECLS
