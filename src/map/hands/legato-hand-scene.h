/* legato-hand-scene.h: the hands at one instant of a stroke
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "legato-hand-sprites.h"
#include "legato-timeline.h"
#include "legato-hand-route.h"

G_BEGIN_DECLS

/**
 * LegatoHandScene:
 * @route: of the step
 * @timeline: that @cue belongs to
 * @cue: the stroke that runs, or the next one of the same step
 * @position: nanoseconds on the timeline
 * @min_size: least length of a hand in units, so that it is seen on a small map
 */
typedef struct
{
  const LegatoHandRoute *route;
  LegatoTimeline *timeline;
  const LegatoCue *cue;
  gint64 position;
  double min_size;
} LegatoHandScene;

gboolean legato_hand_scene_get_hand (const LegatoHandScene *self, LegatoMapPoint *point);
gint64 legato_hand_scene_get_phase (const LegatoHandScene *self, double scale);
LegatoMapBox legato_hand_scene_get_box (const LegatoHandScene *self);
void legato_hand_scene_draw (const LegatoHandScene *self,
                             cairo_t *cr,
                             PangoContext *context,
                             LegatoHandSprites *sprites,
                             const GdkRGBA *accent);

G_END_DECLS
