/* legato-guide-content.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include "legato-guide-content.h"

/** legato_zone_find_use: (nullable): %NULL if @technique is not for this zone. */
const LegatoUse *
legato_zone_find_use (const LegatoZone *self, const LegatoTechnique *technique)
{
  g_return_val_if_fail (self != NULL && technique != NULL, NULL);

  for (guint i = 0; i < self->uses->len; i++)
    {
      const LegatoUse *use = self->uses->pdata[i];

      if (use->technique == technique)
        return use;
    }
  return NULL;
}

static gboolean
serves (const LegatoPosition *position, guint needs)
{
  return !((needs & LEGATO_NEED_OFF_THE_BACK) && position->on_back)
         && !((needs & LEGATO_NEED_UNBENT) && position->bends != 0);
}

/* The first of @reaches that serves; with %LEGATO_NEED_OFF_THE_FLOOR rather one off the floor. */
static const LegatoReach *
choose_reach (GPtrArray *reaches, LegatoHelp help, guint needs)
{
  const LegatoReach *found = NULL;

  for (guint i = 0; i < reaches->len; i++)
    {
      const LegatoReach *reach = g_ptr_array_index (reaches, i);

      if (!(reach->help & help) || !serves (reach->position, needs))
        continue;
      if (!(needs & LEGATO_NEED_OFF_THE_FLOOR) || reach->position->off_floor)
        return reach;
      if (found == NULL)
        found = reach;
    }
  return found;
}

/**
 * legato_technique_find_reach:
 * @zones: (element-type LegatoZone): what it goes over, distal to proximal
 * @help: whose hands do it
 * @needs: #LegatoNeeds bits: what the position has to be
 *
 * Returns: (transfer none) (nullable): how to sit and get at @zones; %NULL for an exercise, which
 * has a position of its own, and where there is no such way
 */
const LegatoReach *
legato_technique_find_reach (const LegatoTechnique *self,
                             GPtrArray *zones,
                             LegatoHelp help,
                             guint needs)
{
  const LegatoReach *reach = NULL;

  g_return_val_if_fail (self != NULL && zones != NULL, NULL);

  if (zones->len > 1)
    reach = choose_reach (self->reaches, help, needs);
  for (guint i = 0; reach == NULL && i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      const LegatoUse *use = legato_zone_find_use (zone, self);

      if (use != NULL && !(use->help & help))
        return NULL;
      if (use != NULL)
        reach = choose_reach (use->reaches, help, needs);
      if (reach == NULL)
        reach = choose_reach (zone->reaches, help, needs);
    }
  return reach;
}
