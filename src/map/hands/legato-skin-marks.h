/* legato-skin-marks.h: how the skin answers, and what is written beside it (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-skin-mark.h"

G_BEGIN_DECLS

LegatoMapBox
legato_skin_mark_get_box (const LegatoSkinMark *self, const LegatoMapArt *art, LegatoLeg leg);
void legato_skin_mark_draw (const LegatoSkinMark *self, const LegatoSkinPaint *paint);

G_END_DECLS
