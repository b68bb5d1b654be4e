/* legato-play-layout-testing.h: lets tests lay out any size
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-play-layout.h"

G_BEGIN_DECLS

void legato_play_layout_arrange (int width,
                                 int height,
                                 const LegatoPlayNeeds *needs,
                                 GdkRectangle places[LEGATO_PLAY_N_PARTS]);

G_END_DECLS
