/* legato-map-controls.h: the buttons that zoom the leg map (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _LegatoMapControls LegatoMapControls;

LegatoMapControls *legato_map_controls_new (GtkWidget *parent);
void legato_map_controls_free (LegatoMapControls *self);
void legato_map_controls_set_shown (LegatoMapControls *self, gboolean shown, gboolean zoomed);
int legato_map_controls_get_breadth (LegatoMapControls *self);
void legato_map_controls_place (LegatoMapControls *self, gboolean beneath, int width, int height);
void legato_map_controls_snapshot (LegatoMapControls *self, GtkSnapshot *snapshot);

G_END_DECLS
