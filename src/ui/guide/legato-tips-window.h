/* legato-tips-window.h: what is good to know, the exercises, and where all of it comes from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_TIPS_WINDOW (legato_tips_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTipsWindow, legato_tips_window, LEGATO, TIPS_WINDOW, AdwWindow)

LegatoTipsWindow *legato_tips_window_new (GtkWindow *parent, LegatoContext *context);

void legato_tips_window_show (LegatoTipsWindow *self, const char *id);

G_END_DECLS
