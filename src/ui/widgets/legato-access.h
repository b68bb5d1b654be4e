/* legato-access.h: what GTK 4.8 does not tell a screen reader by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void legato_access_init (void);
void legato_access_set_icon (GtkButton *button, const char *icon);
void legato_access_set_name (GtkWidget *widget, const char *name, const char *tooltip);
GtkWidget *legato_access_set_role (GtkWidget *button, GtkAccessibleRole role);

G_END_DECLS
