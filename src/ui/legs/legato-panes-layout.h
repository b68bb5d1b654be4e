/* legato-panes-layout.h: the list, the map and the card, beside or below each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_PANES_LAYOUT (legato_panes_layout_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPanesLayout,
                      legato_panes_layout,
                      LEGATO,
                      PANES_LAYOUT,
                      GtkLayoutManager)

void legato_panes_layout_set_narrow (LegatoPanesLayout *self, gboolean narrow);

G_END_DECLS
