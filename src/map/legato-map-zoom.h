/* legato-map-zoom.h: how the leg map is brought nearer and moved (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-map-art.h"
#include "legato-map-camera.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_MAP_ZOOM (legato_map_zoom_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMapZoom, legato_map_zoom, LEGATO, MAP_ZOOM, GObject)

LegatoMapZoom *legato_map_zoom_new (GtkWidget *map);
void legato_map_zoom_lend (LegatoMapZoom *self, GtkWidget *widget);
void legato_map_zoom_add_keys (GtkWidgetClass *widget_class);
void legato_map_zoom_add_own_keys (GtkWidgetClass *widget_class);

void legato_map_zoom_set_usable (LegatoMapZoom *self, gboolean usable);
void legato_map_zoom_set_still (LegatoMapZoom *self, gboolean still);
void legato_map_zoom_set_art (LegatoMapZoom *self, LegatoMapArt *art);
gboolean legato_map_zoom_set_room (LegatoMapZoom *self, int width, int height, int breadth);
void legato_map_zoom_set_target (LegatoMapZoom *self, const LegatoMapShape *shape);

void legato_map_zoom_show (LegatoMapZoom *self, const LegatoMapBox *box);
void legato_map_zoom_approach (LegatoMapZoom *self, const LegatoMapBox *box, gboolean calmly);
void legato_map_zoom_jump (LegatoMapZoom *self, const LegatoMapBox *box);
void legato_map_zoom_stop (LegatoMapZoom *self);

gboolean legato_map_zoom_sharpen (LegatoMapZoom *self, double *scale, LegatoMapBox *part);
const LegatoMapCamera *legato_map_zoom_get_camera (LegatoMapZoom *self);
double legato_map_zoom_get_goal (LegatoMapZoom *self);
gboolean legato_map_zoom_is_moving (LegatoMapZoom *self);

G_END_DECLS
