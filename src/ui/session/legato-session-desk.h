/* legato-session-desk.h: what the desktop is told of a session, and tells it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-session-page.h"

G_BEGIN_DECLS

/**
 * LegatoSessionDesk: media keys, their picture, and a notification when a session ends unseen
 */
#define LEGATO_TYPE_SESSION_DESK (legato_session_desk_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSessionDesk, legato_session_desk, LEGATO, SESSION_DESK, GObject)

LegatoSessionDesk *
legato_session_desk_new (GtkWindow *window, LegatoSessionPage *page, LegatoGuide *guide);

G_END_DECLS
