/* legato-view-buttons.h: from which side the legs are seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-guide-types.h"

G_BEGIN_DECLS

/**
 * LegatoViewButtons: a button for each view of a leg, of which one is chosen
 *
 * Property `view`: a single bit of #LegatoView, to be bound to that of a map
 */
#define LEGATO_TYPE_VIEW_BUTTONS (legato_view_buttons_get_type ())
G_DECLARE_FINAL_TYPE (LegatoViewButtons, legato_view_buttons, LEGATO, VIEW_BUTTONS, GtkWidget)

G_END_DECLS
