/* legato-roving-focus.h: a list that the Tab key passes in one step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_ROVING_FOCUS (legato_roving_focus_get_type ())
G_DECLARE_FINAL_TYPE (LegatoRovingFocus, legato_roving_focus, LEGATO, ROVING_FOCUS, GtkWidget)

G_END_DECLS
