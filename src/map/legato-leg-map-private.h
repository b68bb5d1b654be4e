/* legato-leg-map-private.h: what the files of the LegatoLegMap class share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"
#include "legato-map-camera.h"
#include "legato-map-captions.h"
#include "legato-map-controls.h"
#include "legato-hand-motion.h"
#include "legato-map-palette.h"
#include "legato-map-turn.h"
#include "legato-map-views.h"
#include "legato-zone-layer.h"

G_BEGIN_DECLS

struct _LegatoLegMap
{
  GtkWidget parent;

  /* children */
  GtkWidget *probe;
  LegatoMapCaptions *captions;

  /* owned */
  char *resource_path;
  LegatoGuide *guide;
  LegatoMapPalette *palette;
  LegatoMapViews *views; /* of `guide`; NULL without one */
  LegatoHandMotion *motion;
  LegatoZoneLayer *zones;
  LegatoMapTurn *turn;
  LegatoMapControls *controls;

  LegatoView view;
  guint tone;
  gboolean dark;
  gboolean high_contrast;
  gboolean veins;
  gboolean reduced_motion;

  /* where the drawing lies, in logical pixels; 0 before the first allocation */
  LegatoMapCamera camera;
  int left;
  int top;
  double scale;

  /* what pictures and marks are drawn for: while the camera moves they are only stretched */
  double sharp_scale;
  LegatoMapBox sharp_part;
  guint settle_source;

  /* on the way from one place to another, and how a finger or the pointer moves it */
  LegatoMapCamera glide_from;
  LegatoMapCamera glide_to;
  gint64 glide_start; /* frame time in microseconds; 0 before the first frame */
  guint glide_tick;
  GtkGesture *pinch;
  GtkGesture *drag;
  graphene_point_t pointer;
  graphene_point_t held;
  LegatoMapCamera pinched; /* as it was when the fingers came */

  /* motion */
  LegatoLegMapPositionFunc position_func;
  gpointer position_data;
  GDestroyNotify position_destroy;
  gboolean playing;
  guint tick;
  gint64 demo_start_us;
};

void legato_leg_map_update_tick (LegatoLegMap *self);
gboolean legato_leg_map_is_still (LegatoLegMap *self);
gboolean legato_leg_map_is_drawn_by_cairo (LegatoLegMap *self);
void legato_leg_map_request_picture (LegatoLegMap *self);
LegatoMapArt *legato_leg_map_get_art (LegatoLegMap *self);
LegatoMapPicture *legato_leg_map_get_picture (LegatoLegMap *self);

void legato_leg_map_class_init_layout (GtkWidgetClass *widget_class);

void legato_leg_map_class_init_zooming (GtkWidgetClass *widget_class);
void legato_leg_map_init_zooming (LegatoLegMap *self);
void legato_leg_map_stop_zooming (LegatoLegMap *self);
void legato_leg_map_update_zooming (LegatoLegMap *self);
void legato_leg_map_reset_camera (LegatoLegMap *self);
void legato_leg_map_sharpen (LegatoLegMap *self);
void legato_leg_map_reveal (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone);

G_END_DECLS
