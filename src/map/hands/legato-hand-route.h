/* legato-hand-route.h: where the hands go in one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-art.h"

G_BEGIN_DECLS

/** LegatoWay: strokes of one or more zones chained from distal to proximal; immutable. */
typedef struct _LegatoWay LegatoWay;

LegatoWay *legato_way_new (const LegatoMapArt *art,
                           GPtrArray *all_zones,
                           LegatoLeg leg,
                           GPtrArray *zones,
                           const LegatoTechnique *technique);
void legato_way_free (LegatoWay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoWay, legato_way_free)

double legato_way_get_length (const LegatoWay *self);
LegatoMapBox legato_way_get_box (const LegatoWay *self);
gboolean legato_way_get_point (const LegatoWay *self,
                               double fraction,
                               LegatoMapPoint *point,
                               LegatoMapPoint *tangent);

G_END_DECLS
