/* legato-header-layout.h: a header above the content, or floating over it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** LegatoHeaderLayout: a header that may float, so that what is below has all the room */
#define LEGATO_TYPE_HEADER_LAYOUT (legato_header_layout_get_type ())
G_DECLARE_FINAL_TYPE (LegatoHeaderLayout,
                      legato_header_layout,
                      LEGATO,
                      HEADER_LAYOUT,
                      GtkLayoutManager)

void
legato_header_layout_set_parts (LegatoHeaderLayout *self, GtkWidget *header, GtkWidget *content);
gboolean legato_header_layout_set_floating (LegatoHeaderLayout *self, gboolean floating);

G_END_DECLS
