/* legato-zone-area.h: one zone of one leg on the map, as a widget of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-map-art.h"
#include "legato-map-palette.h"

G_BEGIN_DECLS

/** How far beside a zone a finger may land and still mean it, in logical pixels. */
#define LEGATO_ZONE_AREA_REACH 8.0

#define LEGATO_TYPE_ZONE_AREA (legato_zone_area_get_type ())
G_DECLARE_FINAL_TYPE (LegatoZoneArea, legato_zone_area, LEGATO, ZONE_AREA, GtkWidget)

GtkWidget *legato_zone_area_new (LegatoMapArt *art, guint index, LegatoMapPalette *palette);
const LegatoMapShape *legato_zone_area_get_shape (LegatoZoneArea *self);
void legato_zone_area_sharpen (LegatoZoneArea *self, double scale, const LegatoMapBox *part);
void
legato_zone_area_place (LegatoZoneArea *self, int x, int y, double scale, const LegatoMapBox *seen);
void legato_zone_area_set_selected (LegatoZoneArea *self, gboolean selected);
void legato_zone_area_set_active (LegatoZoneArea *self, gboolean active);
gboolean legato_zone_area_is_marked (LegatoZoneArea *self);
void legato_zone_area_set_done (LegatoZoneArea *self, gboolean done);
void legato_zone_area_set_blocked (LegatoZoneArea *self, gboolean blocked);
void legato_zone_area_set_value (LegatoZoneArea *self, double soreness);
LegatoZoneArea *legato_zone_area_find_neighbour (LegatoZoneArea *self,
                                                 GPtrArray *areas,
                                                 GtkDirectionType direction);

G_END_DECLS
