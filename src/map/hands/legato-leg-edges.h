/* legato-leg-edges.h: where a drawn leg begins and ends, by its places (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-art.h"

G_BEGIN_DECLS

LegatoMapBox
legato_leg_edges_get_box (const LegatoMapArt *art, LegatoLeg leg, double top, double bottom);
void legato_leg_edges_find (const LegatoMapArt *art,
                            LegatoLeg leg,
                            double y,
                            double *left,
                            double *right);
int legato_leg_edges_find_side (const LegatoMapArt *art, LegatoLeg leg, LegatoMapPoint at);
double legato_leg_edges_find_at (const LegatoMapArt *art,
                                 LegatoLeg leg,
                                 LegatoMapPoint at,
                                 double y,
                                 double *out);

G_END_DECLS
