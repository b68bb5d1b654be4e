/* legato-hand-scene.h: hands, tools and the skin under them at one instant of a stroke
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-strokes.h"

G_BEGIN_DECLS

/**
 * LegatoHandScene:
 * @route: of the step
 * @art: the drawing that is shown
 * @timeline: that the step belongs to
 * @step: index of the step
 * @position: nanoseconds on the timeline
 * @grain: what is drawn moves in steps of so many units, which an eye takes for one movement; 0 for
 *   any
 * @min_size: least length of a hand in units, so that it is seen on a small map
 * @aside: hands are drawn so many units beside their place, where they are before they press it
 * @still: the session does not run, so that no time is shown
 */
typedef struct
{
  const LegatoHandRoute *route;
  const LegatoMapArt *art;
  LegatoTimeline *timeline;
  int step;
  gint64 position;
  double grain;
  double min_size;
  double aside;
  gboolean still;
} LegatoHandScene;

/**
 * LegatoHandView: what a scene is seen in
 * @scale: logical pixels a unit
 * @device_scale: device pixels a logical pixel
 * @seen: what may be seen, in logical pixels from the drawing's origin
 */
typedef struct
{
  double scale;
  int device_scale;
  graphene_rect_t seen;
} LegatoHandView;

LegatoLeg legato_hand_scene_get_leg (const LegatoHandScene *self);
const LegatoCue *legato_hand_scene_find_first (const LegatoHandScene *self);
gboolean legato_hand_scene_compose (const LegatoHandScene *self, LegatoHandPicture *picture);
gboolean legato_hand_scene_get_hand (const LegatoHandScene *self, LegatoMapPoint *point);
guint legato_hand_scene_get_phase (const LegatoHandScene *self);
LegatoMapBox legato_hand_scene_get_box (const LegatoHandScene *self);
void legato_hand_scene_snapshot (const LegatoHandScene *self,
                                 GtkSnapshot *snapshot,
                                 PangoContext *context,
                                 LegatoHandSprites *sprites,
                                 const GdkRGBA *accent,
                                 const LegatoHandView *view);
void legato_hand_scene_draw_skin (const LegatoHandScene *self, const LegatoSkinPaint *paint);
void legato_hand_scene_draw_figures (const LegatoHandScene *self, const LegatoSkinPaint *paint);

G_END_DECLS
