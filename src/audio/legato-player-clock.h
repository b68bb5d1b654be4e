/* legato-player-clock.h: where the ear is, from a clock that runs and glimpses that are coarse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How often the position is asked of the pipeline, in milliseconds; in between it is reckoned. */
#define LEGATO_PLAYER_CLOCK_PERIOD_MS 100

/**
 * LegatoPlayerClock: a straight line through (clock time, position), bent a little at each glimpse
 *
 * All times in nanoseconds. Positions never go back, except by legato_player_clock_set().
 */
typedef struct
{
  gint64 time;     /* the line's begin on the clock */
  gint64 position; /* and in the timeline */
  double speed;    /* nanoseconds of the timeline for one of the clock; 0 while it stands */
  double tempo;    /* what speed should be */
} LegatoPlayerClock;

void legato_player_clock_set (LegatoPlayerClock *self, gint64 position);
void legato_player_clock_run (LegatoPlayerClock *self, gint64 time, double tempo);
void legato_player_clock_correct (LegatoPlayerClock *self, gint64 time, gint64 position);
gint64 legato_player_clock_read (const LegatoPlayerClock *self, gint64 time);

G_END_DECLS
