/* legato-overview.h: some weeks at a glance: the legs, what may be said, the massages, the days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-period.h"

G_BEGIN_DECLS

/**
 * LegatoOverview: what a period shows at a glance, with the places that were rated most
 *
 * Signal `place-chosen` (LegatoLeg leg, const LegatoZone *zone): the person wants to know more of a
 * place.
 */
#define LEGATO_TYPE_OVERVIEW (legato_overview_get_type ())
G_DECLARE_FINAL_TYPE (LegatoOverview, legato_overview, LEGATO, OVERVIEW, AdwBin)

LegatoOverview *legato_overview_new (LegatoContext *context);
void legato_overview_set_period (LegatoOverview *self, LegatoPeriod *period, guint32 today);

G_END_DECLS
