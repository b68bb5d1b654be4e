/* legato-hand-sprites.h: hands painted once a size, then moved and turned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-pen.h"

G_BEGIN_DECLS

typedef struct _LegatoHandSprites LegatoHandSprites;

LegatoHandSprites *legato_hand_sprites_new (void);
void legato_hand_sprites_free (LegatoHandSprites *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoHandSprites, legato_hand_sprites_free)

void
legato_hand_sprites_set_style (LegatoHandSprites *self, double device_scale, const GdkRGBA *accent);
void legato_hand_sprites_draw (LegatoHandSprites *self,
                               cairo_t *cr,
                               LegatoHand hand,
                               LegatoMapPoint at,
                               LegatoMapPoint direction,
                               double size,
                               gboolean mirrored,
                               double alpha);
void legato_hand_sprites_draw_badge (LegatoHandSprites *self,
                                     cairo_t *cr,
                                     PangoContext *context,
                                     const char *text,
                                     LegatoMapPoint at,
                                     double radius);

G_END_DECLS
