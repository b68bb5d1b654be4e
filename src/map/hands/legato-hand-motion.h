/* legato-hand-motion.h: what moves on the map at one place of a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-hand-sprites.h"
#include "legato-map-art.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

typedef struct _LegatoHandMotion LegatoHandMotion;

LegatoHandMotion *legato_hand_motion_new (LegatoHandSpritesFunc painted, gpointer user_data);
void legato_hand_motion_free (LegatoHandMotion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoHandMotion, legato_hand_motion_free)

void legato_hand_motion_set_art (LegatoHandMotion *self, LegatoMapArt *art, GPtrArray *zones);
void legato_hand_motion_set_timeline (LegatoHandMotion *self, LegatoTimeline *timeline);
LegatoTimeline *legato_hand_motion_get_timeline (LegatoHandMotion *self);
void legato_hand_motion_set_tone (LegatoHandMotion *self, guint tone);
void legato_hand_motion_set_still (LegatoHandMotion *self, gboolean still);
guint legato_hand_motion_get_pause (LegatoHandMotion *self);
gboolean legato_hand_motion_set_position (LegatoHandMotion *self, gint64 position);
void legato_hand_motion_restyle (LegatoHandMotion *self);

const LegatoStep *legato_hand_motion_get_step (LegatoHandMotion *self);
gboolean legato_hand_motion_get_reach (LegatoHandMotion *self, LegatoMapBox *box);
gboolean legato_hand_motion_get_hand (LegatoHandMotion *self, LegatoMapPoint *point);
void legato_hand_motion_snapshot (LegatoHandMotion *self,
                                  GtkSnapshot *snapshot,
                                  double scale,
                                  int device_scale,
                                  const LegatoMapBox *part,
                                  PangoContext *context,
                                  const GdkRGBA *accent);

G_END_DECLS
