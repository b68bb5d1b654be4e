/* legato-hand-masks.h: soft discs, legs and numbers painted once, then copied (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-art.h"

G_BEGIN_DECLS

/** LegatoHandMasks: what would cost more in a frame than the hands, were it painted in each */
typedef struct _LegatoHandMasks LegatoHandMasks;

LegatoHandMasks *legato_hand_masks_new (void);
void legato_hand_masks_free (LegatoHandMasks *self);
void legato_hand_masks_set_scale (LegatoHandMasks *self, double device_scale);
void legato_hand_masks_draw_soft (LegatoHandMasks *self,
                                  cairo_t *cr,
                                  LegatoMapPoint at,
                                  double radius,
                                  double inner);
cairo_pattern_t *
legato_hand_masks_get_leg (LegatoHandMasks *self, const LegatoMapArt *art, gboolean inside);
void legato_hand_masks_draw_badge (LegatoHandMasks *self,
                                   cairo_t *cr,
                                   PangoContext *context,
                                   const char *text,
                                   LegatoMapPoint at,
                                   double radius);

G_END_DECLS
