/* legato-leg-map-private.h: what the files of the LegatoLegMap class share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"
#include "legato-map-captions.h"
#include "legato-map-motion.h"
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
  LegatoMapMotion *motion;
  LegatoZoneLayer *zones;
  LegatoMapTurn *turn;

  LegatoView view;
  guint tone;
  gboolean dark;
  gboolean high_contrast;
  gboolean veins;
  gboolean reduced_motion;

  /* where the drawing lies, in logical pixels */
  int left;
  int top;
  double scale;

  /* motion */
  LegatoLegMapPositionFunc position_func;
  gpointer position_data;
  GDestroyNotify position_destroy;
  gboolean playing;
  guint tick;
  gint64 demo_start_us;
};

void legato_leg_map_update_tick (LegatoLegMap *self);

G_END_DECLS
