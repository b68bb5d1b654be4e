/* legato-background.h: being started with the desktop's session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LegatoBackground: asks the desktop to start the program with each session, and to let it go on
 * without a window
 *
 * What came of it stands in the setting `background`, so that the preferences can tell it:
 * "allowed", "refused" by the person or the desktop, "taken-away" where somebody removed or hid
 * what starts it, "missing" where nothing can start it, and "" while it is not wanted or not
 * answered.
 */
#define LEGATO_TYPE_BACKGROUND (legato_background_get_type ())
G_DECLARE_FINAL_TYPE (LegatoBackground, legato_background, LEGATO, BACKGROUND, GObject)

LegatoBackground *legato_background_new (GSettings *settings, GDBusConnection *connection);
gboolean legato_background_has_answer (LegatoBackground *self);
void legato_background_request (LegatoBackground *self, gboolean wanted, const char *reason);

G_END_DECLS
