/* legato-hand-fist.h: a loose fist from the side of its thumb (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-joints.h"
#include "legato-skin.h"

G_BEGIN_DECLS

void legato_hand_fist_add_back (cairo_t *cr);
void legato_hand_fist_draw (cairo_t *cr, const LegatoHandJoints *hand, const LegatoSkin *skin);

G_END_DECLS
