/* legato-map-art.h: one view of the legs as drawn: its zones, strokes and pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "legato-map-error.h"
#include "legato-map-shape.h"

G_BEGIN_DECLS

/** LegatoMapArt: immutable, reference counted; may be rendered in any thread. */
typedef struct _LegatoMapArt LegatoMapArt;

LegatoMapArt *legato_map_art_new (const char *name,
                                  GBytes *svg,
                                  LegatoView view,
                                  GPtrArray *zones,
                                  GError **error);
LegatoMapArt *legato_map_art_ref (LegatoMapArt *self);
void legato_map_art_unref (LegatoMapArt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoMapArt, legato_map_art_unref)

void legato_map_art_exchange_legs (LegatoMapArt *self);

LegatoView legato_map_art_get_view (const LegatoMapArt *self);
gboolean legato_map_art_is_from_side (const LegatoMapArt *self);
double legato_map_art_get_width (const LegatoMapArt *self);
double legato_map_art_get_height (const LegatoMapArt *self);

/* (transfer none) (nullable): %NULL if the drawing has none. */
const LegatoMapPath *legato_map_art_get_silhouette (const LegatoMapArt *self, LegatoLeg leg);

guint legato_map_art_get_n_shapes (const LegatoMapArt *self);
const LegatoMapShape *legato_map_art_get_shape (const LegatoMapArt *self, guint index);
int legato_map_art_find_shape (const LegatoMapArt *self, LegatoLeg leg, const LegatoZone *zone);
int legato_map_art_pick (const LegatoMapArt *self, double x, double y, double reach);

/* (transfer none) (nullable): %NULL if the view has no such stroke. */
LegatoMapLine *legato_map_art_find_stroke (const LegatoMapArt *self,
                                           LegatoLeg leg,
                                           const LegatoZone *zone,
                                           const char *technique);

cairo_surface_t *legato_map_art_render (const LegatoMapArt *self,
                                        const LegatoMapBox *part,
                                        int width,
                                        int height,
                                        int scale,
                                        const char *stylesheet,
                                        GError **error);
void legato_map_art_step_back (const LegatoMapArt *self,
                               cairo_surface_t *surface,
                               const LegatoMapBox *part,
                               guint64 lit);

G_END_DECLS
