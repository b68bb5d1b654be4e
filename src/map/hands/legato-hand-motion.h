/* legato-hand-motion.h: what moves on the map at one place of a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-map-art.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

typedef struct _LegatoMapMotion LegatoMapMotion;

LegatoMapMotion *legato_map_motion_new (void);
void legato_map_motion_free (LegatoMapMotion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoMapMotion, legato_map_motion_free)

void legato_map_motion_set_art (LegatoMapMotion *self, LegatoMapArt *art, GPtrArray *zones);
void legato_map_motion_set_timeline (LegatoMapMotion *self, LegatoTimeline *timeline);
LegatoTimeline *legato_map_motion_get_timeline (LegatoMapMotion *self);
void legato_map_motion_set_still (LegatoMapMotion *self, gboolean still);
gboolean legato_map_motion_set_position (LegatoMapMotion *self, gint64 position);
void legato_map_motion_restyle (LegatoMapMotion *self);

const LegatoStep *legato_map_motion_get_step (LegatoMapMotion *self);
gboolean legato_map_motion_get_hand (LegatoMapMotion *self, LegatoMapPoint *point);
void legato_map_motion_snapshot (LegatoMapMotion *self,
                                 GtkSnapshot *snapshot,
                                 double scale,
                                 int device_scale,
                                 const LegatoMapBox *part,
                                 PangoContext *context,
                                 const GdkRGBA *accent);

G_END_DECLS
