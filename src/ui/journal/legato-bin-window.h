/* legato-bin-window.h: what was deleted, for thirty days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_BIN_WINDOW (legato_bin_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoBinWindow, legato_bin_window, LEGATO, BIN_WINDOW, AdwWindow)

LegatoBinWindow *legato_bin_window_new (GtkWindow *parent, LegatoContext *context);

G_END_DECLS
