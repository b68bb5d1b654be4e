/* legato-entry-item.h: an entry of the journal as an item of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-guide.h"

G_BEGIN_DECLS

/** Property `entry`: a #LegatoEntry, or %NULL until it has been read. */
#define LEGATO_TYPE_ENTRY_ITEM (legato_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (LegatoEntryItem, legato_entry_item, LEGATO, ENTRY_ITEM, GObject)

LegatoEntryItem *legato_entry_item_new (LegatoGuide *guide);
void legato_entry_item_set_entry (LegatoEntryItem *self, LegatoEntry *entry, gboolean first_of_day);
LegatoEntry *legato_entry_item_get_entry (LegatoEntryItem *self);
LegatoGuide *legato_entry_item_get_guide (LegatoEntryItem *self);
gboolean legato_entry_item_get_first_of_day (LegatoEntryItem *self);

G_END_DECLS
