/* legato-hand-thumbs.h: thumbs that press or circle while their hands hold the leg (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-instant.h"

G_BEGIN_DECLS

void legato_hand_thumbs_add (LegatoHandInstant *now, LegatoMapPoint at, int side);
void legato_hand_thumbs_add_circle (LegatoHandInstant *now);

G_END_DECLS
