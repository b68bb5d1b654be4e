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

/** Returns: the set of the zone with @id; empty if there is none */
LegatoZoneSet
legato_zone_set_of_id (LegatoGuide *guide, const char *id)
{
  const LegatoZone *zone = NULL;

  g_return_val_if_fail (guide != NULL && id != NULL, 0);

  zone = legato_guide_find_zone (guide, id);
  return zone != NULL ? LEGATO_ZONE_BIT (zone) : 0;
}

/** Returns: the set of those of the %NULL-terminated @ids that are zones */
LegatoZoneSet
legato_zone_set_of_ids (LegatoGuide *guide, const char *const *ids)
{
  LegatoZoneSet set = 0;

  g_return_val_if_fail (guide != NULL && ids != NULL, 0);

  for (gsize i = 0; ids[i] != NULL; i++)
    set |= legato_zone_set_of_id (guide, ids[i]);
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
