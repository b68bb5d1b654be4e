/* legato-text-row.h: a row to type into, whose field has the row's title for a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_TEXT_ROW (legato_text_row_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTextRow, legato_text_row, LEGATO, TEXT_ROW, AdwEntryRow)

G_END_DECLS
