/* legato-zone-thumbnail.h: a small square picture of a place, as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-map-art.h"

G_BEGIN_DECLS

gboolean legato_zone_thumbnail_write (LegatoMapArt *art,
                                      LegatoLeg leg,
                                      GPtrArray *zones,
                                      const char *stylesheet,
                                      const char *path,
                                      GError **error);

G_END_DECLS
