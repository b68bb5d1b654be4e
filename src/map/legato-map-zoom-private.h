/* legato-map-zoom-private.h: what the files of the LegatoMapZoom class share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-zoom.h"

G_BEGIN_DECLS

struct _LegatoMapZoom
{
  GObject parent;

  /* Borrowed: the map owns this */
  GtkWidget *map;
  GtkGesture *pinch;

  /* Owned references */
  LegatoMapArt *art;
  GSimpleActionGroup *actions;

  LegatoMapCamera camera;
  gboolean usable;
  gboolean still;
  const LegatoMapShape *target; /* of `art`: what was last chosen, focused or worked on, or NULL */

  /* What pictures and marks are drawn for: while the camera moves they are only stretched. */
  double sharp_scale;
  LegatoMapBox sharp_part;
  guint settle_source;
  guint jump_source; /* tells that the camera stands elsewhere */

  /* On the way from one place to another. */
  LegatoMapCamera glide_from;
  LegatoMapCamera glide_to;
  double glide_length; /* microseconds */
  gint64 glide_start;  /* frame time in microseconds; 0 before the first frame */
  guint glide_tick;

  /* How a finger or the pointer moves it. */
  graphene_point_t pointer;
  graphene_point_t held;
  LegatoMapCamera pinched; /* as it was when the fingers came */

  /* What it was last brought near to, if anything: there it stays if only the room changes. */
  gboolean is_near;
  LegatoMapBox near_box;
  LegatoMapCamera near_goal;

  /* Where the first of two clicks was, and what the camera then went to. */
  const LegatoMapShape *clicked; /* of `art`, or NULL */
  LegatoMapCamera clicked_from;
};

gboolean legato_map_zoom_is_placed (const LegatoMapZoom *self);
LegatoMapCamera legato_map_zoom_find_goal (LegatoMapZoom *self);
void legato_map_zoom_stop_glide (LegatoMapZoom *self);
void legato_map_zoom_tell_moved (LegatoMapZoom *self);
void legato_map_zoom_go_to (LegatoMapZoom *self, const LegatoMapCamera *goal);

G_END_DECLS
