/* legato-mpris-interface.h: the words of MPRIS, version 2.2 (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LEGATO_MPRIS_PATH "/org/mpris/MediaPlayer2"
#define LEGATO_MPRIS_ROOT "org.mpris.MediaPlayer2"
#define LEGATO_MPRIS_PLAYER "org.mpris.MediaPlayer2.Player"

GDBusNodeInfo *legato_mpris_get_node (void);

G_END_DECLS
