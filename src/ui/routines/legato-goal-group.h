/* legato-goal-group.h: asks what a session shall be for, to have one composed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_GOAL_GROUP (legato_goal_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoGoalGroup, legato_goal_group, LEGATO, GOAL_GROUP, GtkBox)

LegatoGoalGroup *legato_goal_group_new (LegatoContext *context);

G_END_DECLS
