/* legato-chip.h: a word that can be tapped to say that it is so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *legato_chip_new (const char *name, const char *description);
GtkWidget *legato_chip_box_new (void);
const char *legato_chip_get_id (GtkWidget *chip);
void legato_chip_set_id (GtkWidget *chip, const char *id);

G_END_DECLS
