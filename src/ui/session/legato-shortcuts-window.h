/* legato-shortcuts-window.h: a list of the keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_SHORTCUTS_WINDOW (legato_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoShortcutsWindow,
                      legato_shortcuts_window,
                      LEGATO,
                      SHORTCUTS_WINDOW,
                      AdwWindow)

void legato_shortcuts_window_present (GtkWindow *parent);

G_END_DECLS
