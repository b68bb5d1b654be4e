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

/**
 * legato_zone_set_cover:
 * @all: (element-type LegatoZone): the zones of a leg
 * @zones: what a sleeve is for
 *
 * Returns: what it lies on: of @all, each that reaches no higher than the highest of @zones
 */
LegatoZoneSet
legato_zone_set_cover (const GPtrArray *all, LegatoZoneSet zones)
{
  LegatoZoneSet covered = 0;
  guint top = 0;

  g_return_val_if_fail (all != NULL, zones);

  for (guint i = 0; i < all->len; i++)
    if (zones & LEGATO_ZONE_BIT ((const LegatoZone *) g_ptr_array_index (all, i)))
      top = MAX (top, (guint) ((const LegatoZone *) g_ptr_array_index (all, i))->to);
  for (guint i = 0; i < all->len; i++)
    if ((guint) ((const LegatoZone *) g_ptr_array_index (all, i))->to <= top)
      covered |= LEGATO_ZONE_BIT ((const LegatoZone *) g_ptr_array_index (all, i));
  return covered;
}
