/* legato-zone-layer-testing.h: lets tests see which zone has the focus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-zone-layer.h"

G_BEGIN_DECLS

LegatoZoneArea *legato_zone_layer_get_focused (LegatoZoneLayer *self);

G_END_DECLS
