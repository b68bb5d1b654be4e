/* legato-map-views.h: all views of the legs that are drawn, with their styles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "legato-map-art.h"

G_BEGIN_DECLS

/** LegatoMapViews: the drawings of the legs from all sides, to be shared by all who show them. */
typedef struct _LegatoMapViews LegatoMapViews;

#define LEGATO_TYPE_MAP_VIEWS (legato_map_views_get_type ())
GType legato_map_views_get_type (void);

LegatoMapViews *legato_map_views_new (LegatoGuide *guide);
LegatoMapViews *legato_map_views_ref (LegatoMapViews *self);
void legato_map_views_unref (LegatoMapViews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoMapViews, legato_map_views_unref)

LegatoGuide *legato_map_views_get_guide (LegatoMapViews *self);
LegatoMapArt *legato_map_views_get (LegatoMapViews *self, LegatoView view);
LegatoMapArt *legato_map_views_get_own (LegatoMapViews *self, LegatoView view);

gboolean legato_map_views_is_seen (LegatoView view,
                                   const LegatoZone *zone,
                                   const LegatoTechnique *technique);
LegatoView
legato_map_views_choose (LegatoView present, GPtrArray *zones, const LegatoTechnique *technique);
char *legato_map_views_load_style (const char *style, guint tone, gboolean veins);

G_END_DECLS
