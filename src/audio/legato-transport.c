/* legato-transport.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-player"

#include "config.h"

#include "legato-transport.h"

enum
{
  ENDED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (LegatoTransport, legato_transport, G_TYPE_OBJECT)

static gint64
get_monotonic_time (LegatoTransport *self)
{
  return g_get_monotonic_time ();
}

static void
legato_transport_default_init (LegatoTransportInterface *iface)
{
  iface->get_time = get_monotonic_time;

  signals[ENDED] = g_signal_new ("ended", LEGATO_TYPE_TRANSPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", LEGATO_TYPE_TRANSPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

/** legato_transport_load: stops, and stands at the start of @timeline. */
void
legato_transport_load (LegatoTransport *self, LegatoTimeline *timeline)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  LEGATO_TRANSPORT_GET_IFACE (self)->load (self, timeline);
}

/** legato_transport_replace: goes on with another timeline at @position, playing or paused as
 * before. */
void
legato_transport_replace (LegatoTransport *self, LegatoTimeline *timeline, gint64 position)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  LEGATO_TRANSPORT_GET_IFACE (self)->replace (self, timeline, position);
}

void
legato_transport_play (LegatoTransport *self)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  LEGATO_TRANSPORT_GET_IFACE (self)->play (self);
}

/** legato_transport_pause: stands still; nothing happens unless it plays. */
void
legato_transport_pause (LegatoTransport *self)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  LEGATO_TRANSPORT_GET_IFACE (self)->pause (self);
}

/** legato_transport_stop: is silent at once, and goes back to the start. */
void
legato_transport_stop (LegatoTransport *self)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  LEGATO_TRANSPORT_GET_IFACE (self)->stop (self);
}

/** legato_transport_seek: goes to @position; one that was stopped is paused there. */
void
legato_transport_seek (LegatoTransport *self, gint64 position)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  LEGATO_TRANSPORT_GET_IFACE (self)->seek (self, position);
}

/** Returns: what is heard now; cheap enough for every frame */
gint64
legato_transport_get_position (LegatoTransport *self)
{
  g_return_val_if_fail (LEGATO_IS_TRANSPORT (self), 0);
  return LEGATO_TRANSPORT_GET_IFACE (self)->get_position (self);
}

/** legato_transport_set_tempo: 1 is as written, 1.5 half as fast again. */
void
legato_transport_set_tempo (LegatoTransport *self, double tempo)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  LEGATO_TRANSPORT_GET_IFACE (self)->set_tempo (self, tempo);
}

/** Returns: microseconds of a clock that never goes back, for what passes while nothing plays */
gint64
legato_transport_get_time (LegatoTransport *self)
{
  g_return_val_if_fail (LEGATO_IS_TRANSPORT (self), 0);
  return LEGATO_TRANSPORT_GET_IFACE (self)->get_time (self);
}

/** legato_transport_emit_ended: for who implements it. */
void
legato_transport_emit_ended (LegatoTransport *self)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  g_signal_emit (self, signals[ENDED], 0);
}

/** legato_transport_emit_failed: likewise; @error is for the person. */
void
legato_transport_emit_failed (LegatoTransport *self, const GError *error)
{
  g_return_if_fail (LEGATO_IS_TRANSPORT (self));
  g_signal_emit (self, signals[FAILED], 0, error);
}
