/* legato-tag-group.h: tags of an entry: what sort of day it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-entry.h"

G_BEGIN_DECLS

/** LegatoTagGroup: a chip for each tag, and a field to type a new one */
#define LEGATO_TYPE_TAG_GROUP (legato_tag_group_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTagGroup, legato_tag_group, LEGATO, TAG_GROUP, AdwBin)

LegatoTagGroup *legato_tag_group_new (void);
void legato_tag_group_offer (LegatoTagGroup *self, const char *const *tags);
void legato_tag_group_show (LegatoTagGroup *self, const LegatoEntry *entry);
void legato_tag_group_read (LegatoTagGroup *self, LegatoEntry *entry);

G_END_DECLS
