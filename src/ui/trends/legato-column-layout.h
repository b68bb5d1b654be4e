/* legato-column-layout.h: as many columns of cards as find room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_COLUMN_LAYOUT (legato_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (LegatoColumnLayout,
                      legato_column_layout,
                      LEGATO,
                      COLUMN_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
