/* legato-entry-window.h: all that an entry of the journal holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-entry-item.h"

G_BEGIN_DECLS

/**
 * LegatoEntryWindow: a modal window
 *
 * Signal `delete`: the person wants the entry deleted; the window is closing.
 */
#define LEGATO_TYPE_ENTRY_WINDOW (legato_entry_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoEntryWindow, legato_entry_window, LEGATO, ENTRY_WINDOW, AdwWindow)

LegatoEntryWindow *legato_entry_window_new (GtkWindow *parent, LegatoEntryItem *item);

G_END_DECLS
