/* legato-place-chooser.h: the leg map with the buttons that turn it, to choose places on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-context.h"
#include "legato-leg-map.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_PLACE_CHOOSER (legato_place_chooser_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPlaceChooser, legato_place_chooser, LEGATO, PLACE_CHOOSER, GtkWidget)

LegatoPlaceChooser *legato_place_chooser_new (LegatoContext *context);

LegatoLegMap *legato_place_chooser_get_map (LegatoPlaceChooser *self);
void legato_place_chooser_choose (LegatoPlaceChooser *self, LegatoLeg leg, const LegatoZone *zone);

G_END_DECLS
