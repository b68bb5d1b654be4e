/* legato-map-palette.h: the desktop's accent and text colours for what is drawn by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_MAP_PALETTE (legato_map_palette_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMapPalette, legato_map_palette, LEGATO, MAP_PALETTE, GObject)

LegatoMapPalette *legato_map_palette_new (void);
GtkWidget *legato_map_palette_create_probe (LegatoMapPalette *self);
const GdkRGBA *legato_map_palette_get_accent (LegatoMapPalette *self);
GdkRGBA legato_map_palette_get_soreness_color (double soreness);

G_END_DECLS
