/* legato-told-group.h: a massage that was done without the program: what, where, how long
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-entry.h"
#include "legato-guide.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_TOLD_GROUP (legato_told_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoToldGroup, legato_told_group, LEGATO, TOLD_GROUP, AdwBin)

LegatoToldGroup *legato_told_group_new (LegatoGuide *guide);
void legato_told_group_show (LegatoToldGroup *self, const LegatoEntry *entry);
guint legato_told_group_get_seconds (LegatoToldGroup *self);
gboolean legato_told_group_is_for_partner (LegatoToldGroup *self);
gboolean legato_told_group_read (LegatoToldGroup *self, LegatoEntry *entry, GError **error);

G_END_DECLS
