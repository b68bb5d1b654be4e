/* look-at-uses.h: what tests of hands look at, one technique on one place after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-demonstration.h"
#include "legato-hand-scene.h"
#include "legato-map-views.h"
#include "../load-guide.h"

/* @scene: at the beginning of its demonstration; without a route where no hand moves along one */
typedef void (*LookAtUse) (LegatoHandScene *scene, const LegatoZone *zone, const LegatoUse *use);

/* Every technique on every zone of the left leg that it is used on. */
static inline void
look_at_uses (LookAtUse look)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);
      g_autoptr (GPtrArray) place = g_ptr_array_new ();

      g_ptr_array_add (place, (gpointer) zone);
      for (guint j = 0; j < zone->uses->len; j++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, j);
          g_autoptr (LegatoTimeline) timeline =
              legato_demonstration_new (guide, LEGATO_LEG_LEFT, use);
          LegatoMapArt *art = legato_map_views_get (
              views, legato_map_views_choose (LEGATO_VIEW_FRONT, place, use->technique));
          g_autoptr (LegatoHandRoute) route =
              legato_hand_route_new (art, zones, LEGATO_LEG_LEFT, place, use->technique);
          LegatoHandScene scene = { .route = route, .art = art, .timeline = timeline };

          g_test_message ("%s, %s", use->technique->id, zone->id);
          look (&scene, zone, use);
        }
    }
}
