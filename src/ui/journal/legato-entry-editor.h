/* legato-entry-editor.h: a window to write or correct an entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoEntryEditor: asks before it throws away what was entered
 *
 * Signal `saved` (LegatoEntry *entry, LegatoEntry *before, gboolean in_journal): @entry is on the
 * disk, in the journal or in a file beside it until that opens; @before is the earlier version, or
 * %NULL for a new entry.
 */
#define LEGATO_TYPE_ENTRY_EDITOR (legato_entry_editor_get_type ())
G_DECLARE_FINAL_TYPE (LegatoEntryEditor, legato_entry_editor, LEGATO, ENTRY_EDITOR, AdwWindow)

LegatoEntryEditor *
legato_entry_editor_new (GtkWindow *parent, LegatoContext *context, LegatoEntry *entry);
LegatoEntryEditor *
legato_entry_editor_new_for_day (GtkWindow *parent, LegatoContext *context, guint32 day);

G_END_DECLS
