/* legato-toasts-testing.h: lets tests know where a message finds room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-toasts.h"

G_BEGIN_DECLS

int legato_toasts_find_room (AdwToastOverlay *overlay, int width, int height, int least);

G_END_DECLS
