/* legato-map-picture.h: the drawing of a view, rendered off the main thread and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-map-art.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_MAP_PICTURE (legato_map_picture_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMapPicture, legato_map_picture, LEGATO, MAP_PICTURE, GObject)

LegatoMapPicture *legato_map_picture_new (LegatoMapArt *art);
void legato_map_picture_request (LegatoMapPicture *self,
                                 double scale,
                                 int device_scale,
                                 gboolean as_texture,
                                 const char *stylesheet,
                                 guint64 lit,
                                 const LegatoMapBox *part,
                                 double part_scale);
void legato_map_picture_rest (LegatoMapPicture *self);
gboolean legato_map_picture_is_ready (LegatoMapPicture *self);
gboolean legato_map_picture_is_fading (LegatoMapPicture *self);
gboolean legato_map_picture_fade (LegatoMapPicture *self, gint64 time);
void legato_map_picture_end_fade (LegatoMapPicture *self);
void legato_map_picture_snapshot (LegatoMapPicture *self,
                                  GtkSnapshot *snapshot,
                                  int left,
                                  int top,
                                  double scale,
                                  const graphene_rect_t *room);

G_END_DECLS
