/* legato-transport.h: what a session needs of a player
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-player.h"

G_BEGIN_DECLS

/**
 * LegatoTransport: how a session drives a player; one that tests bring keeps its own time
 *
 * The player is a GObject with the signals `ended` and `failed` of #LegatoPlayer. Positions are in
 * nanoseconds of the timeline.
 *
 * @load: stops, and stands at the start of a timeline
 * @replace: goes on with another timeline at a position, playing or paused as before
 * @get_time: microseconds of a clock that never goes back, for the rest after the last step
 */
typedef struct
{
  void (*load) (GObject *player, LegatoTimeline *timeline);
  void (*replace) (GObject *player, LegatoTimeline *timeline, gint64 position);
  void (*play) (GObject *player);
  void (*pause) (GObject *player);
  void (*stop) (GObject *player);
  void (*seek) (GObject *player, gint64 position);
  gint64 (*get_position) (GObject *player);
  void (*set_tempo) (GObject *player, double tempo);
  gint64 (*get_time) (GObject *player);
} LegatoTransport;

/** Drives a #LegatoPlayer. */
extern const LegatoTransport legato_player_transport;

G_END_DECLS
