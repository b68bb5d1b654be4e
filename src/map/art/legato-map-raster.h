/* legato-map-raster.h: a drawing kept as pixels in a render node
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*LegatoMapRasterFunc) (cairo_t *cr, gpointer user_data);

GskRenderNode *legato_map_raster_new (const graphene_rect_t *bounds,
                                      int device_scale,
                                      LegatoMapRasterFunc draw,
                                      gpointer user_data);

G_END_DECLS
