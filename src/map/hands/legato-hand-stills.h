/* legato-hand-stills.h: a stroke as two to four numbered pictures instead of a movement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-scene.h"

G_BEGIN_DECLS

LegatoMapBox legato_hand_stills_get_box (const LegatoHandScene *self);
LegatoMapBox legato_hand_stills_get_reach (const LegatoHandScene *self);
guint legato_hand_stills_draw (const LegatoHandScene *self,
                               cairo_t *cr,
                               PangoContext *context,
                               LegatoHandSprites *sprites,
                               const GdkRGBA *accent);

G_END_DECLS
