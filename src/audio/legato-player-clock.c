/* legato-player-clock.c: where the ear is, from a clock that runs and glimpses that are coarse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-player-clock"

#include "config.h"

#include "legato-player-clock.h"

/* In what time the line is to meet the pipeline's: five glimpses, so that one which is off by
 * chance or comes late does not throw it to the other side. */
#define BEND (5 * LEGATO_PLAYER_CLOCK_PERIOD_MS * (gint64) 1000000)

/* Further off than this, the line is not bent but leaps (forward) or waits (backward). */
#define LEAP ((gint64) 150000000)

/**
 * legato_player_clock_set:
 *
 * Stands still at @position from now on.
 */
void
legato_player_clock_set (LegatoPlayerClock *self, gint64 position)
{
  self->position = position;
  self->speed = 0.0;
}

/**
 * legato_player_clock_run:
 * @time: the clock now
 * @tempo: nanoseconds of the timeline for one of the clock, above 0
 *
 * Runs on from where it stands.
 */
void
legato_player_clock_run (LegatoPlayerClock *self, gint64 time, double tempo)
{
  self->time = time;
  self->speed = tempo;
  self->tempo = tempo;
}

/**
 * legato_player_clock_correct:
 * @time: the clock now
 * @position: where the pipeline says it is
 *
 * Bends the line toward the pipeline's. Does nothing if it stands.
 */
void
legato_player_clock_correct (LegatoPlayerClock *self, gint64 time, gint64 position)
{
  gint64 here = legato_player_clock_read (self, time);
  gint64 off = position - here;

  if (self->speed <= 0.0)
    return;

  self->time = time;
  self->position = off > (gint64) (LEAP * self->tempo) ? position : here;
  off = position - self->position;
  /* The position never stops, or a pipeline that stutters would be taken for one that ended. */
  self->speed = CLAMP (self->tempo + (double) off / BEND, 0.05 * self->tempo, 2.0 * self->tempo);
}

/**
 * legato_player_clock_read:
 * @time: the clock now
 *
 * Returns: the position in nanoseconds
 */
gint64
legato_player_clock_read (const LegatoPlayerClock *self, gint64 time)
{
  gint64 passed = MAX (time - self->time, 0);

  return self->position + (gint64) (self->speed * (double) passed);
}
