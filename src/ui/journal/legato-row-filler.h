/* legato-row-filler.h: fills the rows of a list a few at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** LegatoRowFiller: fills the rows of one list, as many in a frame as there is time for. */
#define LEGATO_TYPE_ROW_FILLER (legato_row_filler_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRowFiller, legato_row_filler, LEGATO, ROW_FILLER, GObject)

/** LegatoFillFunc: gives @row its words. */
typedef void (*LegatoFillFunc) (GtkWidget *row);

LegatoRowFiller *legato_row_filler_get_for (GtkWidget *row);
void legato_row_filler_add (LegatoRowFiller *self, GtkWidget *row, LegatoFillFunc fill);
void legato_row_filler_remove (LegatoRowFiller *self, GtkWidget *row);

G_END_DECLS
