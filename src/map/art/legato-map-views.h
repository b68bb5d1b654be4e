/* legato-map-views.h: all views of the legs that are drawn, with their styles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-picture.h"
#include "legato-guide.h"

G_BEGIN_DECLS

typedef struct _LegatoMapViews LegatoMapViews;

LegatoMapViews *legato_map_views_new (LegatoGuide *guide, const char *resource_path);
void legato_map_views_free (LegatoMapViews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoMapViews, legato_map_views_free)

LegatoMapPicture *legato_map_views_get (LegatoMapViews *self, LegatoView view);
void legato_map_views_rest (LegatoMapViews *self, LegatoView shown);
LegatoView legato_map_views_choose (LegatoMapViews *self, LegatoView present, GPtrArray *zones);

char *legato_map_views_load_style (const char *resource_path,
                                   const char *style,
                                   guint tone,
                                   gboolean veins);

G_END_DECLS
