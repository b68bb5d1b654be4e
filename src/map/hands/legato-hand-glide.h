/* legato-hand-glide.h: hands that glide along the leg (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-instant.h"

G_BEGIN_DECLS

void legato_hand_glide_add (LegatoHandInstant *now);

G_END_DECLS
