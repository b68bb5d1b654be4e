/* legato-transport.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-transport.h"

static void
load (GObject *player, LegatoTimeline *timeline)
{
  legato_player_set_timeline (LEGATO_PLAYER (player), timeline);
}

static void
replace (GObject *player, LegatoTimeline *timeline, gint64 position)
{
  legato_player_replace_timeline (LEGATO_PLAYER (player), timeline, position);
}

static void
play (GObject *player)
{
  legato_player_play (LEGATO_PLAYER (player));
}

static void
pause_player (GObject *player)
{
  legato_player_pause (LEGATO_PLAYER (player));
}

static void
stop (GObject *player)
{
  legato_player_stop (LEGATO_PLAYER (player));
}

static void
seek (GObject *player, gint64 position)
{
  legato_player_seek (LEGATO_PLAYER (player), position);
}

static gint64
get_position (GObject *player)
{
  return legato_player_get_position (LEGATO_PLAYER (player));
}

static void
set_tempo (GObject *player, double tempo)
{
  legato_player_set_tempo (LEGATO_PLAYER (player), tempo);
}

static gint64
get_time (GObject *player)
{
  return g_get_monotonic_time ();
}

const LegatoTransport legato_player_transport = {
  load, replace, play, pause_player, stop, seek, get_position, set_tempo, get_time,
};
