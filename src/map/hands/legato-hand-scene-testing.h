/* legato-hand-scene-testing.h: lets tests, and the sheet of all techniques, paint one instant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-scene.h"

G_BEGIN_DECLS

void legato_hand_scene_draw (const LegatoHandScene *self,
                             cairo_t *cr,
                             PangoContext *context,
                             LegatoHandSprites *sprites,
                             const GdkRGBA *accent);

G_END_DECLS
