/* legato-tool-group.h: the tools that a session can be done with, to be ticked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-guide.h"
#include "legato-profile.h"

G_BEGIN_DECLS

/**
 * LegatoToolGroup: a row a tool; without one of them the hands do its work
 *
 * Signal `changed`: a person has ticked or unticked one.
 */
#define LEGATO_TYPE_TOOL_GROUP (legato_tool_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoToolGroup, legato_tool_group, LEGATO, TOOL_GROUP, AdwPreferencesGroup)

void legato_tool_group_show (LegatoToolGroup *self,
                             LegatoGuide *guide,
                             const char *const *tools,
                             const LegatoProfile *profile,
                             const LegatoRoutine *content);
char **legato_tool_group_dup_ticked (LegatoToolGroup *self);

G_END_DECLS
