/* legato-media-bridge.h: what the desktop is told of a session, and tells it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-session-page.h"

G_BEGIN_DECLS

/**
 * LegatoMediaBridge: media keys, their picture, and a notification when a session ends unseen
 */
#define LEGATO_TYPE_MEDIA_BRIDGE (legato_media_bridge_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMediaBridge, legato_media_bridge, LEGATO, MEDIA_BRIDGE, GObject)

LegatoMediaBridge *
legato_media_bridge_new (GtkWindow *window, LegatoSessionPage *page, LegatoContext *context);

G_END_DECLS
