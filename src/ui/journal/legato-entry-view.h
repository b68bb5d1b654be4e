/* legato-entry-view.h: all that one entry of the journal holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-entry.h"
#include "legato-guide.h"

G_BEGIN_DECLS

/**
 * LegatoEntryView: shows one entry
 *
 * Signals `edit` and `delete`: the person wants to do that with it.
 */
#define LEGATO_TYPE_ENTRY_VIEW (legato_entry_view_get_type ())
G_DECLARE_FINAL_TYPE (LegatoEntryView, legato_entry_view, LEGATO, ENTRY_VIEW, AdwBin)

LegatoEntryView *legato_entry_view_new (LegatoEntry *entry, LegatoGuide *guide);
LegatoEntry *legato_entry_view_get_entry (LegatoEntryView *self);

G_END_DECLS
