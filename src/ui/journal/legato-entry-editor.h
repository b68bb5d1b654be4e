/* legato-entry-editor.h: an entry is written, or corrected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

/**
 * LegatoEntryEditor: a window that asks before what was typed is lost
 *
 * Signal `saved` (LegatoEntry *entry, LegatoEntry *before, gboolean in_journal): it is on the disk,
 * in the journal or beside it until that opens; @before is what it said until then, or %NULL for a
 * new one.
 */
#define LEGATO_TYPE_ENTRY_EDITOR (legato_entry_editor_get_type ())
G_DECLARE_FINAL_TYPE (LegatoEntryEditor, legato_entry_editor, LEGATO, ENTRY_EDITOR, AdwWindow)

LegatoEntryEditor *
legato_entry_editor_new (GtkWindow *parent, LegatoContext *context, LegatoEntry *entry);
LegatoEntryEditor *
legato_entry_editor_new_for_day (GtkWindow *parent, LegatoContext *context, guint32 day);

G_END_DECLS
