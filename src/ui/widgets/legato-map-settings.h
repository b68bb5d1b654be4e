/* legato-map-settings.h: lets a map follow the desktop and the person's settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"

G_BEGIN_DECLS

void legato_map_settings_follow (LegatoLegMap *map);

G_END_DECLS
