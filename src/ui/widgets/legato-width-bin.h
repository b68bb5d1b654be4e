/* legato-width-bin.h: holds one child and tells whether there is little room beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_WIDTH_BIN (legato_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWidthBin, legato_width_bin, LEGATO, WIDTH_BIN, AdwBin)

gboolean legato_width_bin_get_narrow (LegatoWidthBin *self);
guint legato_width_bin_get_columns (LegatoWidthBin *self);
void legato_width_bin_stack (LegatoWidthBin *self, GtkBox *box);
double legato_width_bin_get_text_scale (GtkWidget *widget);

G_END_DECLS
