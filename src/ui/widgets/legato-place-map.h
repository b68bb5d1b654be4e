/* legato-place-map.h: the leg map with the buttons that turn it, to choose places on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_PLACE_MAP (legato_place_map_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPlaceMap, legato_place_map, LEGATO, PLACE_MAP, GtkWidget)

void legato_place_map_set_guide (LegatoPlaceMap *self, LegatoGuide *guide);
LegatoLegMap *legato_place_map_get_map (LegatoPlaceMap *self);
void legato_place_map_choose (LegatoPlaceMap *self, LegatoLeg leg, const LegatoZone *zone);

G_END_DECLS
