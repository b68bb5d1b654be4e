/* legato-scroll-layout.h: gives a scrolled window the height that its text needs in its lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_SCROLL_LAYOUT (legato_scroll_layout_get_type ())
G_DECLARE_FINAL_TYPE (LegatoScrollLayout,
                      legato_scroll_layout,
                      LEGATO,
                      SCROLL_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
