/* fake-player.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gio/gio.h>

#include "fake-player.h"

struct _FakePlayer
{
  GObject parent_instance;

  LegatoTimeline *timeline;
  LegatoPlayerState state;
  double tempo;
  gint64 position;
  gint64 played; /* nanoseconds of timelines, in all */
  gint64 time;   /* nanoseconds of the clock */
};

static void fake_player_transport_init (LegatoTransportInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakePlayer,
                               fake_player,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LEGATO_TYPE_TRANSPORT,
                                                      fake_player_transport_init))

static void
set_timeline (FakePlayer *self, LegatoTimeline *timeline)
{
  legato_timeline_ref (timeline);
  g_clear_pointer (&self->timeline, legato_timeline_unref);
  self->timeline = timeline;
}

static void
load (LegatoTransport *player, LegatoTimeline *timeline)
{
  FakePlayer *self = FAKE_PLAYER (player);

  set_timeline (self, timeline);
  self->state = LEGATO_PLAYER_STOPPED;
  self->position = 0;
}

static void
seek (LegatoTransport *player, gint64 position)
{
  FakePlayer *self = FAKE_PLAYER (player);

  g_assert_nonnull (self->timeline);
  g_assert_cmpint (position, >=, 0);
  g_assert_cmpint (position, <=, legato_timeline_get_duration (self->timeline));
  self->position = position;
  if (self->state != LEGATO_PLAYER_PLAYING)
    self->state = LEGATO_PLAYER_PAUSED;
}

static void
replace (LegatoTransport *player, LegatoTimeline *timeline, gint64 position)
{
  set_timeline (FAKE_PLAYER (player), timeline);
  seek (player, position);
}

static void
play (LegatoTransport *player)
{
  FakePlayer *self = FAKE_PLAYER (player);

  g_assert_nonnull (self->timeline);
  self->state = LEGATO_PLAYER_PLAYING;
}

static void
pause_player (LegatoTransport *player)
{
  FakePlayer *self = FAKE_PLAYER (player);

  if (self->state == LEGATO_PLAYER_PLAYING)
    self->state = LEGATO_PLAYER_PAUSED;
}

static void
stop (LegatoTransport *player)
{
  FakePlayer *self = FAKE_PLAYER (player);

  self->state = LEGATO_PLAYER_STOPPED;
  self->position = 0;
}

static gint64
get_position (LegatoTransport *player)
{
  return FAKE_PLAYER (player)->position;
}

static void
set_tempo (LegatoTransport *player, double tempo)
{
  g_assert_cmpfloat (tempo, >=, LEGATO_MIN_TEMPO);
  g_assert_cmpfloat (tempo, <=, LEGATO_MAX_TEMPO);
  FAKE_PLAYER (player)->tempo = tempo;
}

static gint64
get_time (LegatoTransport *player)
{
  return FAKE_PLAYER (player)->time / 1000;
}

static void
fake_player_transport_init (LegatoTransportInterface *iface)
{
  iface->load = load;
  iface->replace = replace;
  iface->play = play;
  iface->pause = pause_player;
  iface->stop = stop;
  iface->seek = seek;
  iface->get_position = get_position;
  iface->set_tempo = set_tempo;
  iface->get_time = get_time;
}

static void
fake_player_finalize (GObject *object)
{
  g_clear_pointer (&FAKE_PLAYER (object)->timeline, legato_timeline_unref);
  G_OBJECT_CLASS (fake_player_parent_class)->finalize (object);
}

static void
fake_player_class_init (FakePlayerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_player_finalize;
}

static void
fake_player_init (FakePlayer *self)
{
  self->tempo = 1.0;
}

FakePlayer *
fake_player_new (void)
{
  return g_object_new (FAKE_TYPE_PLAYER, NULL);
}

/* Lets @ns of the clock pass. */
void
fake_player_pass (FakePlayer *self, gint64 ns)
{
  gint64 left = 0;
  gint64 part = 0;

  self->time += ns;
  if (self->state != LEGATO_PLAYER_PLAYING)
    return;
  left = legato_timeline_get_duration (self->timeline) - self->position;
  part = MIN ((gint64) ((double) ns * self->tempo), left);
  self->position += part;
  self->played += part;
  if (part < left)
    return;
  self->state = LEGATO_PLAYER_ENDED;
  legato_transport_emit_ended (LEGATO_TRANSPORT (self));
}

void
fake_player_fail (FakePlayer *self)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "broken");

  if (self->state == LEGATO_PLAYER_PLAYING)
    self->state = LEGATO_PLAYER_PAUSED;
  legato_transport_emit_failed (LEGATO_TRANSPORT (self), error);
}

gint64
fake_player_get_played (FakePlayer *self)
{
  return self->played;
}

LegatoPlayerState
fake_player_get_state (FakePlayer *self)
{
  return self->state;
}
