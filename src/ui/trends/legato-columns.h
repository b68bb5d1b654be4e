/* legato-columns.h: as many columns of cards as find room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_COLUMNS (legato_columns_get_type ())
G_DECLARE_FINAL_TYPE (LegatoColumns, legato_columns, LEGATO, COLUMNS, GtkBox)

GtkWidget *legato_columns_new (void);
void legato_columns_let_grow (GtkWidget *child);

G_END_DECLS
