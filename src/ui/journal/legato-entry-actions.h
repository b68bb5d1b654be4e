/* legato-entry-actions.h: write, correct and delete entries, and undo that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_ENTRY_ACTIONS (legato_entry_actions_get_type ())
G_DECLARE_FINAL_TYPE (LegatoEntryActions, legato_entry_actions, LEGATO, ENTRY_ACTIONS, GObject)

LegatoEntryActions *legato_entry_actions_new (LegatoContext *context, AdwToastOverlay *toasts);
void legato_entry_actions_add (LegatoEntryActions *self, guint32 day);
void legato_entry_actions_edit (LegatoEntryActions *self, LegatoEntry *entry);
void legato_entry_actions_delete (LegatoEntryActions *self, LegatoEntry *entry);
void
legato_entry_actions_update (LegatoEntryActions *self, LegatoEntry *before, LegatoEntry *after);
void legato_entry_actions_show_bin (LegatoEntryActions *self);

G_END_DECLS
