/* legato-mpris.h: media keys, headset buttons and the desktop's own controls for a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-session.h"

G_BEGIN_DECLS

/**
 * LegatoMpris: the session as a media player on the session bus
 *
 * It has the name `org.mpris.MediaPlayer2.` and the program's id for as long as a session is under
 * way, so that nobody is offered to play nothing. Signal `raise`: somebody wants to see the window.
 * Signal `quit`: somebody wants the program to end.
 */
#define LEGATO_TYPE_MPRIS (legato_mpris_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMpris, legato_mpris, LEGATO, MPRIS, GObject)

LegatoMpris *legato_mpris_new (GDBusConnection *connection);

void legato_mpris_set_session (LegatoMpris *self, LegatoSession *session);
void legato_mpris_set_art (LegatoMpris *self, const char *uri);

G_END_DECLS
