/* legato-leg-map-private.h: what the files of the LegatoLegMap class share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"
#include "legato-map-captions.h"
#include "legato-map-controls.h"
#include "legato-hand-motion.h"
#include "legato-map-palette.h"
#include "legato-map-turn.h"
#include "legato-map-views.h"
#include "legato-map-zoom.h"
#include "legato-zone-layer.h"

G_BEGIN_DECLS

struct _LegatoLegMap
{
  GtkWidget parent;

  /* children */
  GtkWidget *probe;
  LegatoMapCaptions *captions;
  LegatoMapControls *controls;

  /* owned */
  LegatoMapViews *views; /* the drawings; NULL without a guide */
  LegatoMapArt *art;     /* the one that is shown; NULL until the map can be seen */
  LegatoMapPicture *pictures[LEGATO_N_VIEWS]; /* by view, of those that have been shown */
  LegatoMapPalette *palette;
  LegatoHandMotion *motion;
  LegatoZoneLayer *zones;
  LegatoMapTurn *turn;
  LegatoMapZoom *zoom;

  LegatoView view;
  guint tone;
  gboolean dark;
  gboolean high_contrast;
  gboolean veins;
  gboolean near;
  gboolean follows; /* `near` has been on: it can be switched */
  gboolean own;
  gboolean reduced_motion;

  /* motion */
  LegatoLegMapPositionFunc position_func;
  gpointer position_data;
  GDestroyNotify position_destroy;
  gboolean playing;
  const LegatoTechnique *technique; /* of the present step; its hands have to be seen too */
  const LegatoZone *place;          /* likewise, if it is but one */
  LegatoLeg worked;                 /* likewise */
  guint tick;
  guint pause; /* until the next tick */
  guint fade_tick;
  gint64 demo_start_us;

  /* where the drawing lies, in logical pixels; 0 before the first allocation */
  int left;
  int top;
  double scale;
  double sharp_scale; /* that pictures and marks are drawn for */
  LegatoMapBox sharp_part;
  gboolean comes_near; /* as soon as it has been allocated for the drawing */
};

void legato_leg_map_update_controls (LegatoLegMap *self);
void legato_leg_map_come_near (LegatoLegMap *self);
void legato_leg_map_stay_near (LegatoLegMap *self, gboolean was_near);
void legato_leg_map_place_camera (LegatoLegMap *self);
gboolean legato_leg_map_wears_sleeve (LegatoLegMap *self);
void legato_leg_map_update_tick (LegatoLegMap *self);
void legato_leg_map_set_target (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone);
gboolean legato_leg_map_is_drawn_by_cairo (LegatoLegMap *self);
void legato_leg_map_request_picture (LegatoLegMap *self);
LegatoMapPicture *legato_leg_map_get_picture (LegatoLegMap *self);
void legato_leg_map_class_init_layout (GtkWidgetClass *widget_class);

G_END_DECLS
