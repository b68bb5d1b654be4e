/* legato-entry-dialog.h: all that an entry of the journal holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-entry-item.h"

G_BEGIN_DECLS

/**
 * LegatoEntryDialog: a modal window
 *
 * Signal `delete`: the person wants the entry deleted; the window is closing.
 */
#define LEGATO_TYPE_ENTRY_DIALOG (legato_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LegatoEntryDialog, legato_entry_dialog, LEGATO, ENTRY_DIALOG, AdwWindow)

LegatoEntryDialog *legato_entry_dialog_new (GtkWindow *parent, LegatoEntryItem *item);

G_END_DECLS
