/* legato-hand-grips.h: tools and the hands that hold them (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-instant.h"

G_BEGIN_DECLS

void legato_hand_grips_add (LegatoHandInstant *now);

G_END_DECLS
