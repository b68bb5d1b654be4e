/* legato-choice-row.h: a row that opens a list to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_CHOICE_ROW (legato_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (LegatoChoiceRow, legato_choice_row, LEGATO, CHOICE_ROW, AdwComboRow)

GtkWidget *legato_choice_row_new (void);

G_END_DECLS
