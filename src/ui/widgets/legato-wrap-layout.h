/* legato-wrap-layout.h: lays children in lines, like words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_WRAP_LAYOUT (legato_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (LegatoWrapLayout, legato_wrap_layout, LEGATO, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
