/* legato-route-drawing.h: the way of the hands as it lies on the leg for a whole step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "legato-hand-route.h"

G_BEGIN_DECLS

LegatoMapBox legato_route_drawing_get_box (const LegatoHandRoute *route);
gboolean legato_route_drawing_is_seen (const LegatoTechnique *technique);
void legato_route_drawing_draw (const LegatoHandRoute *route,
                                cairo_t *cr,
                                const GdkRGBA *accent,
                                gboolean to_and_fro);

G_END_DECLS
