/* legato-map-line.h: the way of a hand, with a measure of length along it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-path.h"

G_BEGIN_DECLS

/** LegatoStrokePath: an open path from its distal to its proximal end; immutable, counted. */
typedef struct _LegatoStrokePath LegatoStrokePath;

LegatoStrokePath *legato_stroke_path_new (const char *d, GError **error);
LegatoStrokePath *legato_stroke_path_new_line (LegatoMapPoint from, LegatoMapPoint to);
LegatoStrokePath *legato_stroke_path_ref (LegatoStrokePath *self);
void legato_stroke_path_unref (LegatoStrokePath *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoStrokePath, legato_stroke_path_unref)

double legato_stroke_path_get_length (const LegatoStrokePath *self);
LegatoMapBox legato_stroke_path_get_box (const LegatoStrokePath *self);
void legato_stroke_path_get_point (const LegatoStrokePath *self,
                                   double fraction,
                                   LegatoMapPoint *point,
                                   LegatoMapPoint *tangent);

G_END_DECLS
