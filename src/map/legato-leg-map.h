/* legato-leg-map.h: the leg map: shows, selects, moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-map-views.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_LEG_MAP (legato_leg_map_get_type ())
G_DECLARE_FINAL_TYPE (LegatoLegMap, legato_leg_map, LEGATO, LEG_MAP, GtkWidget)

/**
 * LegatoLegMapPositionFunc:
 * @time_us: when the frame is expected to be seen, in microseconds of g_get_monotonic_time()
 *
 * Returns: the position on the timeline then, in nanoseconds
 */
typedef gint64 (*LegatoLegMapPositionFunc) (LegatoLegMap *map, gint64 time_us, gpointer user_data);

GtkWidget *legato_leg_map_new (LegatoMapViews *views);

LegatoGuide *legato_leg_map_get_guide (LegatoLegMap *self);
void legato_leg_map_set_views (LegatoLegMap *self, LegatoMapViews *views);
LegatoView legato_leg_map_get_view (LegatoLegMap *self);
void legato_leg_map_set_view (LegatoLegMap *self, LegatoView view);

const LegatoZone *legato_leg_map_get_selected (LegatoLegMap *self, LegatoLeg *leg);
void legato_leg_map_set_selected (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone);
void
legato_leg_map_set_done (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone, gboolean done);
void legato_leg_map_set_blocked (LegatoLegMap *self,
                                 LegatoLeg leg,
                                 const LegatoZone *zone,
                                 gboolean blocked);
void legato_leg_map_set_value (LegatoLegMap *self,
                               LegatoLeg leg,
                               const LegatoZone *zone,
                               double soreness);
void legato_leg_map_clear_marks (LegatoLegMap *self);

void legato_leg_map_lend_zoom (LegatoLegMap *self, GtkWidget *around);
void legato_leg_map_class_add_zoom_keys (GtkWidgetClass *widget_class);

void legato_leg_map_set_timeline (LegatoLegMap *self, LegatoTimeline *timeline);
void legato_leg_map_set_position_func (LegatoLegMap *self,
                                       LegatoLegMapPositionFunc func,
                                       gpointer user_data,
                                       GDestroyNotify destroy);
void legato_leg_map_set_playing (LegatoLegMap *self, gboolean playing);
void legato_leg_map_update_position (LegatoLegMap *self);
void legato_leg_map_demonstrate (LegatoLegMap *self,
                                 LegatoLeg leg,
                                 const LegatoZone *zone,
                                 const LegatoTechnique *technique);
LegatoView legato_leg_map_view_for_zone (LegatoLegMap *self,
                                         const LegatoZone *zone,
                                         const LegatoTechnique *technique);
LegatoView legato_leg_map_view_for_step (LegatoLegMap *self, const LegatoStep *step);

gboolean legato_leg_map_is_ready (LegatoLegMap *self);

G_END_DECLS
