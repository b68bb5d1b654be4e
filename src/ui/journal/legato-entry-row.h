/* legato-entry-row.h: a row of the journal's list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** LegatoEntryRow: shows its property `item`, a #LegatoEntryItem, below the heading of its day */
#define LEGATO_TYPE_ENTRY_ROW (legato_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (LegatoEntryRow, legato_entry_row, LEGATO, ENTRY_ROW, AdwBin)

G_END_DECLS
