/* legato-player.h: plays a timeline, with or without a sound device
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-speech.h"
#include "legato-timbre.h"
#include "legato-transport.h"

G_BEGIN_DECLS

/**
 * LegatoPlayerState:
 * @LEGATO_PLAYER_STOPPED: at the start, and no device is held
 * @LEGATO_PLAYER_PAUSED: at some position, ready to go on at once
 * @LEGATO_PLAYER_PLAYING: the position runs
 * @LEGATO_PLAYER_ENDED: played to the end, and no device is held
 */
typedef enum
{
  LEGATO_PLAYER_STOPPED,
  LEGATO_PLAYER_PAUSED,
  LEGATO_PLAYER_PLAYING,
  LEGATO_PLAYER_ENDED,
} LegatoPlayerState;

#define LEGATO_TYPE_PLAYER_STATE (legato_player_state_get_type ())
GType legato_player_state_get_type (void);

#define LEGATO_MIN_TEMPO 0.5
#define LEGATO_MAX_TEMPO 1.5

/** LegatoPlayer: a #LegatoTransport whose sound a person hears */
#define LEGATO_TYPE_PLAYER (legato_player_get_type ())
G_DECLARE_FINAL_TYPE (LegatoPlayer, legato_player, LEGATO, PLAYER, GObject)

LegatoPlayer *legato_player_new (void);

void legato_player_set_timeline (LegatoPlayer *self, LegatoTimeline *timeline);
void legato_player_replace_timeline (LegatoPlayer *self, LegatoTimeline *timeline, gint64 position);
LegatoTimeline *legato_player_get_timeline (LegatoPlayer *self);
void legato_player_set_speech (LegatoPlayer *self, LegatoSpeech *speech);

void legato_player_play (LegatoPlayer *self);
void legato_player_pause (LegatoPlayer *self);
void legato_player_stop (LegatoPlayer *self);
void legato_player_seek (LegatoPlayer *self, gint64 position);

gint64 legato_player_get_position (LegatoPlayer *self);
LegatoPlayerState legato_player_get_state (LegatoPlayer *self);

void legato_player_set_tempo (LegatoPlayer *self, double tempo);
double legato_player_get_tempo (LegatoPlayer *self);
void legato_player_set_volume (LegatoPlayer *self, double volume);
double legato_player_get_volume (LegatoPlayer *self);
void legato_player_set_timbre (LegatoPlayer *self, LegatoTimbre timbre);
gboolean legato_player_get_silent (LegatoPlayer *self);

G_END_DECLS
