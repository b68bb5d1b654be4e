/* legato-zone-layer.h: the zones of the view that is shown, and what is marked on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"
#include "legato-zone-area.h"

G_BEGIN_DECLS

typedef struct _LegatoZoneLayer LegatoZoneLayer;

LegatoZoneLayer *legato_zone_layer_new (GtkWidget *parent,
                                        LegatoMapPalette *palette,
                                        GCallback activated,
                                        GCallback focus_changed);
void legato_zone_layer_free (LegatoZoneLayer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoZoneLayer, legato_zone_layer_free)

void legato_zone_layer_set_art (LegatoZoneLayer *self, LegatoMapArt *art);
void legato_zone_layer_forget (LegatoZoneLayer *self);
void legato_zone_layer_set_interactive (LegatoZoneLayer *self, gboolean interactive);
gboolean legato_zone_layer_get_interactive (LegatoZoneLayer *self);

gboolean legato_zone_layer_is_meant (LegatoZoneLayer *self, LegatoLeg leg, const LegatoZone *zone);
const LegatoZone *legato_zone_layer_get_selected (LegatoZoneLayer *self, LegatoLeg *leg);
void legato_zone_layer_set_selected (LegatoZoneLayer *self, LegatoLeg leg, const LegatoZone *zone);
void legato_zone_layer_set_step (LegatoZoneLayer *self, const LegatoStep *step);
void legato_zone_layer_set_done (LegatoZoneLayer *self,
                                 LegatoLeg leg,
                                 const LegatoZone *zone,
                                 gboolean done);
void legato_zone_layer_set_blocked (LegatoZoneLayer *self,
                                    LegatoLeg leg,
                                    const LegatoZone *zone,
                                    gboolean blocked);
void legato_zone_layer_set_value (LegatoZoneLayer *self,
                                  LegatoLeg leg,
                                  const LegatoZone *zone,
                                  double soreness);
void legato_zone_layer_clear_marks (LegatoZoneLayer *self);

double
legato_zone_layer_get_leg_middle (LegatoZoneLayer *self, LegatoLeg leg, const LegatoMapBox *seen);
void legato_zone_layer_sharpen (LegatoZoneLayer *self, double scale, const LegatoMapBox *part);
void legato_zone_layer_place (LegatoZoneLayer *self,
                              int x,
                              int y,
                              double scale,
                              const LegatoMapBox *seen);
void legato_zone_layer_snapshot (LegatoZoneLayer *self, GtkSnapshot *snapshot);
void legato_zone_layer_queue_draw (LegatoZoneLayer *self);
gboolean legato_zone_layer_focus (LegatoZoneLayer *self, GtkDirectionType direction);

G_END_DECLS
