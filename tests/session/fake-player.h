/* fake-player.h: a player whose time passes only when a test says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-player.h"

G_BEGIN_DECLS

#define FAKE_TYPE_PLAYER (fake_player_get_type ())
G_DECLARE_FINAL_TYPE (FakePlayer, fake_player, FAKE, PLAYER, GObject)

FakePlayer *fake_player_new (void);
void fake_player_pass (FakePlayer *self, gint64 ns);
void fake_player_fail (FakePlayer *self);
gint64 fake_player_get_played (FakePlayer *self);
LegatoPlayerState fake_player_get_state (FakePlayer *self);

G_END_DECLS
