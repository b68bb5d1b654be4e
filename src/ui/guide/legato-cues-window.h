/* legato-cues-window.h: the page on which the cues are learned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_CUES_WINDOW (legato_cues_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoCuesWindow, legato_cues_window, LEGATO, CUES_WINDOW, AdwWindow)

LegatoCuesWindow *legato_cues_window_new (GtkWindow *parent, LegatoContext *context);

G_END_DECLS
