/* legato-column-layout.h: as many columns of cards as find room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkLayoutManager *legato_column_layout_new (void);
void legato_column_layout_let_grow (GtkWidget *child);

G_END_DECLS
