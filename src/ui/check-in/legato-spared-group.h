/* legato-spared-group.h: places to leave alone, asked before a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-person-model.h"

G_BEGIN_DECLS

/**
 * LegatoSparedGroup: a row for each place that is marked, and for the place that was tapped last
 *
 * Wounds, rashes, visible veins and numb places are said here as well as in the preferences, and
 * count at once.
 */
#define LEGATO_TYPE_SPARED_GROUP (legato_spared_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSparedGroup, legato_spared_group, LEGATO, SPARED_GROUP, AdwBin)

LegatoSparedGroup *legato_spared_group_new (LegatoPersonModel *person);
void legato_spared_group_choose (LegatoSparedGroup *self, LegatoLeg leg, const LegatoZone *zone);

G_END_DECLS
