/* legato-unguided-group.h: a massage that was done without the program: what, where, how long
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-entry.h"
#include "legato-guide.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_UNGUIDED_GROUP (legato_unguided_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoUnguidedGroup, legato_unguided_group, LEGATO, UNGUIDED_GROUP, AdwBin)

LegatoUnguidedGroup *legato_unguided_group_new (LegatoGuide *guide);
void legato_unguided_group_show (LegatoUnguidedGroup *self, const LegatoEntry *entry);
guint legato_unguided_group_get_seconds (LegatoUnguidedGroup *self);
gboolean legato_unguided_group_is_for_partner (LegatoUnguidedGroup *self);
gboolean legato_unguided_group_read (LegatoUnguidedGroup *self, LegatoEntry *entry, GError **error);

G_END_DECLS
