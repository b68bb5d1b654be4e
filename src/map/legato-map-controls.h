/* legato-map-controls.h: the buttons that zoom the leg map (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_MAP_CONTROLS (legato_map_controls_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMapControls, legato_map_controls, LEGATO, MAP_CONTROLS, GtkBox)

GtkWidget *legato_map_controls_new (void);
void legato_map_controls_set_shown (LegatoMapControls *self, gboolean shown, gboolean zoomed);
int legato_map_controls_get_breadth (LegatoMapControls *self);
void legato_map_controls_place (LegatoMapControls *self, gboolean beneath, int width, int height);

G_END_DECLS
