/* legato-map-camera-testing.h: lets tests see how far one may look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-camera.h"

G_BEGIN_DECLS

double legato_map_camera_get_margin (const LegatoMapCamera *self);

G_END_DECLS
