/* legato-leg-map-testing.h: lets tests see where the hands are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-leg-map.h"

G_BEGIN_DECLS

gboolean legato_leg_map_get_hand (LegatoLegMap *self, graphene_point_t *point);

G_END_DECLS
