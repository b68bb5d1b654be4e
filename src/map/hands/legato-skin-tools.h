/* legato-skin-tools.h: tools that the leg lies on or in, a roller and a sleeve (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-skin-mark.h"

G_BEGIN_DECLS

LegatoMapBox legato_skin_roller_get_box (const LegatoSkinMark *self);
void legato_skin_swelling_draw (const LegatoSkinPaint *paint,
                                LegatoMapPoint at,
                                double from,
                                double to,
                                double amount);
void legato_skin_roller_draw (const LegatoSkinMark *self, const LegatoSkinPaint *paint);

LegatoMapBox legato_skin_sleeve_get_box (const LegatoMapArt *art, LegatoLeg leg);
gboolean legato_skin_sleeve_find_chamber (const LegatoMapArt *art,
                                          LegatoLeg leg,
                                          guint n,
                                          LegatoMapPoint *at);
void legato_skin_sleeve_draw (const LegatoSkinMark *self, const LegatoSkinPaint *paint);

G_END_DECLS
