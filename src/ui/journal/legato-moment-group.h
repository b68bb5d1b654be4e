/* legato-moment-group.h: how sore it was, at each moment of an entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"
#include "legato-entry.h"

G_BEGIN_DECLS

/** LegatoMomentGroup: the moments of a massage to choose from, and the places that were rated then
 */
#define LEGATO_TYPE_MOMENT_GROUP (legato_moment_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMomentGroup, legato_moment_group, LEGATO, MOMENT_GROUP, AdwBin)

LegatoMomentGroup *legato_moment_group_new (LegatoContext *context);
void legato_moment_group_show (LegatoMomentGroup *self, LegatoEntry *entry);
void legato_moment_group_set_kind (LegatoMomentGroup *self, LegatoEntryKind kind);
void legato_moment_group_read (LegatoMomentGroup *self);

G_END_DECLS
