/* legato-standing-group.h: what stands from earlier days, and what the journal asks about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-person-model.h"

G_BEGIN_DECLS

/** LegatoStandingGroup: warning signs that stand, places that were stopped and questions of the
 * journal, each with its answers; invisible while there are none */
#define LEGATO_TYPE_STANDING_GROUP (legato_standing_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoStandingGroup, legato_standing_group, LEGATO, STANDING_GROUP, AdwBin)

LegatoStandingGroup *legato_standing_group_new (LegatoPersonModel *person);
LegatoStandingGroup *legato_standing_group_new_question (LegatoPersonModel *person);
void legato_standing_group_refresh (LegatoStandingGroup *self);

G_END_DECLS
