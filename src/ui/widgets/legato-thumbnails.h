/* legato-thumbnails.h: the legs drawn small, once for all thumbnails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-map-views.h"

G_BEGIN_DECLS

/**
 * LegatoThumbnails: small drawings of all views, each made in a thread when it is first wanted
 *
 * Signal `changed`: there is another drawing than before.
 */
#define LEGATO_TYPE_THUMBNAILS (legato_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (LegatoThumbnails, legato_thumbnails, LEGATO, THUMBNAILS, GObject)

/** Logical pixels a unit of the drawings: a step's place fills its thumbnail with it. */
#define LEGATO_THUMBNAILS_SCALE 0.3

LegatoThumbnails *legato_thumbnails_new (LegatoMapViews *views);
LegatoMapViews *legato_thumbnails_get_views (LegatoThumbnails *self);
cairo_surface_t *legato_thumbnails_get (LegatoThumbnails *self, LegatoView view, int device_scale);

G_END_DECLS
