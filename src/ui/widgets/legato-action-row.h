/* legato-action-row.h: rows of a list that are made in code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *legato_action_row_new (const char *title, const char *subtitle);
void legato_action_row_set_spoken (GtkWidget *row, const char *spoken);
void legato_action_row_add_toggle (GtkWidget *row, GtkWidget *toggle);

G_END_DECLS
