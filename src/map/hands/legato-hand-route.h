/* legato-hand-route.h: where the hands go in one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-art.h"

G_BEGIN_DECLS

/** LegatoHandRoute: strokes of one or more zones chained from distal to proximal; immutable. */
typedef struct _LegatoHandRoute LegatoHandRoute;

LegatoHandRoute *legato_hand_route_new (const LegatoMapArt *art,
                                        GPtrArray *all_zones,
                                        LegatoLeg leg,
                                        GPtrArray *zones,
                                        const LegatoTechnique *technique);
void legato_hand_route_free (LegatoHandRoute *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoHandRoute, legato_hand_route_free)

double legato_hand_route_get_length (const LegatoHandRoute *self);
LegatoMapBox legato_hand_route_get_box (const LegatoHandRoute *self);
gboolean legato_hand_route_get_point (const LegatoHandRoute *self,
                                      double fraction,
                                      LegatoMapPoint *point,
                                      LegatoMapPoint *tangent);
double legato_hand_route_get_lift (const LegatoHandRoute *self, double fraction);

G_END_DECLS
