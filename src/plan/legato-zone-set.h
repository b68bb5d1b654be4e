/* legato-zone-set.h: sets of zones of one leg
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person.h"

G_BEGIN_DECLS

LegatoZoneSet legato_zone_set_of (const GPtrArray *zones);
LegatoZoneSet legato_zone_set_of_id (LegatoGuide *guide, const char *id);
LegatoZoneSet legato_zone_set_of_ids (LegatoGuide *guide, const char *const *ids);
LegatoZoneSet legato_zone_set_cover (const GPtrArray *all, LegatoZoneSet zones);

G_END_DECLS
