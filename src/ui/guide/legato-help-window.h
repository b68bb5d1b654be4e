/* legato-help-window.h: short help, which F1 opens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_HELP_WINDOW (legato_help_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoHelpWindow, legato_help_window, LEGATO, HELP_WINDOW, AdwWindow)

void legato_help_window_present (GtkWindow *parent);

G_END_DECLS
