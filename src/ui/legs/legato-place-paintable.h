/* legato-place-paintable.h: a small drawing of the legs that shows where a place lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-map-views.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_PLACE_PAINTABLE (legato_place_paintable_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPlacePaintable,
                      legato_place_paintable,
                      LEGATO,
                      PLACE_PAINTABLE,
                      GObject)

LegatoPlacePaintable *legato_place_paintable_new (LegatoMapViews *views);
void legato_place_paintable_set_place (LegatoPlacePaintable *self,
                                       LegatoLeg leg,
                                       const LegatoZone *zone);

G_END_DECLS
