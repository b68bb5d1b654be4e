/* legato-transport.h: what a session needs of a player
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-timeline.h"

G_BEGIN_DECLS

/**
 * LegatoTransport: what plays a timeline
 *
 * #LegatoPlayer is one; a test brings one that keeps its own time. Positions are in nanoseconds of
 * the timeline.
 *
 * Signal `ended`: the timeline was played to its end; once each time it is.
 * Signal `failed` (GError *error, for the person): playing broke off and cannot go on, not even
 * silently; it is paused where it was.
 */
#define LEGATO_TYPE_TRANSPORT (legato_transport_get_type ())
G_DECLARE_INTERFACE (LegatoTransport, legato_transport, LEGATO, TRANSPORT, GObject)

struct _LegatoTransportInterface
{
  GTypeInterface parent_interface;

  void (*load) (LegatoTransport *self, LegatoTimeline *timeline);
  void (*replace) (LegatoTransport *self, LegatoTimeline *timeline, gint64 position);
  void (*play) (LegatoTransport *self);
  void (*pause) (LegatoTransport *self);
  void (*stop) (LegatoTransport *self);
  void (*seek) (LegatoTransport *self, gint64 position);
  gint64 (*get_position) (LegatoTransport *self);
  void (*set_tempo) (LegatoTransport *self, double tempo);
  gint64 (*get_time) (LegatoTransport *self);
};

void legato_transport_load (LegatoTransport *self, LegatoTimeline *timeline);
void legato_transport_replace (LegatoTransport *self, LegatoTimeline *timeline, gint64 position);
void legato_transport_play (LegatoTransport *self);
void legato_transport_pause (LegatoTransport *self);
void legato_transport_stop (LegatoTransport *self);
void legato_transport_seek (LegatoTransport *self, gint64 position);
gint64 legato_transport_get_position (LegatoTransport *self);
void legato_transport_set_tempo (LegatoTransport *self, double tempo);
gint64 legato_transport_get_time (LegatoTransport *self);

void legato_transport_emit_ended (LegatoTransport *self);
void legato_transport_emit_failed (LegatoTransport *self, const GError *error);

G_END_DECLS
