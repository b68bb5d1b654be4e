/* legato-player-testing.h: lets tests see what is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-player.h"

G_BEGIN_DECLS

LegatoSpeech *legato_player_get_speech (LegatoPlayer *self);

G_END_DECLS
