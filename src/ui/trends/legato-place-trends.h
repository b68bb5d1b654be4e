/* legato-place-trends.h: how one place does over some weeks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-period.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_PLACE_TRENDS (legato_place_trends_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPlaceTrends, legato_place_trends, LEGATO, PLACE_TRENDS, AdwBin)

LegatoPlaceTrends *legato_place_trends_new (LegatoContext *context);
void legato_place_trends_set_period (LegatoPlaceTrends *self, LegatoPeriod *period);
void legato_place_trends_choose (LegatoPlaceTrends *self, LegatoLeg leg, const LegatoZone *zone);

G_END_DECLS
