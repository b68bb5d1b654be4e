/* legato-zone-set.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-zone-set.h"

/** Returns: the set of @zones (element-type LegatoZone) */
LegatoZoneSet
legato_zone_set_of (const GPtrArray *zones)
{
  LegatoZoneSet set = 0;

  g_return_val_if_fail (zones != NULL, 0);

  for (guint i = 0; i < zones->len; i++)
    set |= LEGATO_ZONE_BIT ((const LegatoZone *) g_ptr_array_index (zones, i));
  return set;
}
