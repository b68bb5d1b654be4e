/* legato-preferences-window.h: profile, places, sound, reminders, copies and look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_PREFERENCES_WINDOW (legato_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPreferencesWindow,
                      legato_preferences_window,
                      LEGATO,
                      PREFERENCES_WINDOW,
                      AdwWindow)

LegatoPreferencesWindow *legato_preferences_window_new (GtkWindow *parent, LegatoContext *context);
void legato_preferences_window_show_page (LegatoPreferencesWindow *self, const char *name);
void legato_preferences_window_show_clearance (LegatoPreferencesWindow *self, const char *flag);

G_END_DECLS
