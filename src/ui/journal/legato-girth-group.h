/* legato-girth-group.h: how thick ankles and calves are, in centimetres or inches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-entry.h"

G_BEGIN_DECLS

/** LegatoGirthGroup: four fields, which may stay empty, and the choice of the unit */
#define LEGATO_TYPE_GIRTH_GROUP (legato_girth_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoGirthGroup, legato_girth_group, LEGATO, GIRTH_GROUP, AdwBin)

LegatoGirthGroup *legato_girth_group_new (void);
void legato_girth_group_show (LegatoGirthGroup *self, const LegatoEntry *entry);
gboolean legato_girth_group_read (LegatoGirthGroup *self, LegatoEntry *entry, GError **error);

G_END_DECLS
