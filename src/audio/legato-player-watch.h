/* legato-player-watch.h: notices a device that has stopped to take sound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Looks, one every %LEGATO_PLAYER_CLOCK_PERIOD_MS, without any progress until a device that plays
 * counts as stuck: half a second. */
#define LEGATO_PLAYER_WATCH_STALL 5

/** The same for one that was just opened or started: some stand still for seconds at first. */
#define LEGATO_PLAYER_WATCH_START 30

/** A device that took as many samples as this is no longer just started. */
#define LEGATO_PLAYER_WATCH_WARM 24000

/** LegatoPlayerWatch: how many samples were taken at the begin and lately, and looks since then */
typedef struct
{
  gint64 n_first;
  gint64 n_taken;
  guint n_looks;
} LegatoPlayerWatch;

void legato_player_watch_begin (LegatoPlayerWatch *self, gint64 n_taken);
gboolean legato_player_watch_is_warm (const LegatoPlayerWatch *self);
gboolean legato_player_watch_check (LegatoPlayerWatch *self, gint64 n_taken);

G_END_DECLS
