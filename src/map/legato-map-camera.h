/* legato-map-camera.h: which part of the drawing is seen, and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <graphene.h>

#include "legato-map-path.h"

G_BEGIN_DECLS

/** At 6 a zone as small as the heel fills a phone, and a unit is still drawn by few pixels. */
#define LEGATO_MAP_CAMERA_MAX_ZOOM 6.0

/**
 * LegatoMapCamera: a value; begin with an empty one and legato_map_camera_set_room()
 * @room_width: logical pixels that the drawing may fill
 * @room_height: likewise
 * @side: of the width, at either edge, what stays free at zoom 1
 * @art_width: of the drawing, in units
 * @art_height: likewise
 * @zoom: 1, the whole drawing, to %LEGATO_MAP_CAMERA_MAX_ZOOM
 * @centre: what lies in the middle of the room, in units
 *
 * However it is moved, the drawing always covers the place that it fills at zoom 1: so the legs
 * never leave the room, and zooming in keeps any place on them where it is.
 */
typedef struct
{
  double room_width;
  double room_height;
  double side;
  double art_width;
  double art_height;
  double zoom;
  LegatoMapPoint centre;
} LegatoMapCamera;

void legato_map_camera_set_room (LegatoMapCamera *self,
                                 double room_width,
                                 double room_height,
                                 double side,
                                 double art_width,
                                 double art_height);
void legato_map_camera_reset (LegatoMapCamera *self);
void legato_map_camera_zoom_at (LegatoMapCamera *self, double zoom, double x, double y);
void legato_map_camera_pan (LegatoMapCamera *self, double x, double y);
void legato_map_camera_make_room (LegatoMapBox *box, const LegatoMapBox *tool);
void legato_map_camera_approach (LegatoMapCamera *self, const LegatoMapBox *box);
void legato_map_camera_show (LegatoMapCamera *self, const LegatoMapBox *box);
void
legato_map_camera_reveal (LegatoMapCamera *self, const LegatoMapBox *box, LegatoMapPoint centre);
void legato_map_camera_mix (LegatoMapCamera *self,
                            const LegatoMapCamera *from,
                            const LegatoMapCamera *to,
                            double part);

gboolean legato_map_camera_equal (const LegatoMapCamera *a, const LegatoMapCamera *b);
gboolean legato_map_camera_has_same_room (const LegatoMapCamera *a, const LegatoMapCamera *b);
gboolean legato_map_camera_is_zoomed (const LegatoMapCamera *self);
double legato_map_camera_get_fit (const LegatoMapCamera *self);
double legato_map_camera_get_scale (const LegatoMapCamera *self);
graphene_rect_t legato_map_camera_get_room (const LegatoMapCamera *self);
void legato_map_camera_get_origin (const LegatoMapCamera *self, int *left, int *top);
LegatoMapBox legato_map_camera_get_part (const LegatoMapCamera *self, double margin);

G_END_DECLS
