/* legato-least-layout.h: gives children all the room, and asks for the least height
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_LEAST_LAYOUT (legato_least_layout_get_type ())
G_DECLARE_FINAL_TYPE (LegatoLeastLayout,
                      legato_least_layout,
                      LEGATO,
                      LEAST_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
