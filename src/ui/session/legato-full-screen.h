/* legato-full-screen.h: a session that plays on the whole screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-play-view.h"

G_BEGIN_DECLS

/**
 * LegatoFullScreen: lets the legs have all of a full screen
 *
 * The header floats above them, and header and controls are seen only while somebody moves the
 * pointer, touches or types; unless the session is paused.
 */
#define LEGATO_TYPE_FULL_SCREEN (legato_full_screen_get_type ())
G_DECLARE_FINAL_TYPE (LegatoFullScreen, legato_full_screen, LEGATO, FULL_SCREEN, GObject)

LegatoFullScreen *legato_full_screen_new (GtkWidget *page,
                                          GtkWidget *header,
                                          GtkButton *button,
                                          LegatoPlayView *play);
void legato_full_screen_set_playing (LegatoFullScreen *self, gboolean playing, gboolean paused);

G_END_DECLS
