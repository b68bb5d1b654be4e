/* legato-map-controls.h: the buttons that zoom the leg map (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What can be done with a map: by hand when it is seen whole, or is zoomed; or, where it follows
 * the hands by itself, to see all, and to follow them again. */
typedef enum
{
  LEGATO_MAP_OFFER_NONE = 0,
  LEGATO_MAP_OFFER_NEARER = 1 << 0,
  LEGATO_MAP_OFFER_BACK = 1 << 1,
  LEGATO_MAP_OFFER_WHOLE = 1 << 2,
  LEGATO_MAP_OFFER_HANDS = 1 << 3,
} LegatoMapOffer;

#define LEGATO_TYPE_MAP_CONTROLS (legato_map_controls_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMapControls, legato_map_controls, LEGATO, MAP_CONTROLS, GtkBox)

GtkWidget *legato_map_controls_new (void);
void legato_map_controls_set_offer (LegatoMapControls *self, LegatoMapOffer offer);
int legato_map_controls_get_breadth (LegatoMapControls *self);
void legato_map_controls_place (LegatoMapControls *self, gboolean beneath, int width, int height);

G_END_DECLS
