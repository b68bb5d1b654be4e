/* legato-session.h: the guided session as a state machine, without any widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-player.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

/**
 * LegatoSessionState:
 *
 * ready → countdown → playing → finished; countdown and playing can be paused. Every other wish is
 * ignored: skipping a session that is not running does nothing.
 */
typedef enum
{
  LEGATO_SESSION_READY,
  LEGATO_SESSION_COUNTDOWN,
  LEGATO_SESSION_PLAYING,
  LEGATO_SESSION_PAUSED,
  LEGATO_SESSION_FINISHED,
} LegatoSessionState;

/** A place that was worked on: what can be rated afterwards. */
typedef struct
{
  LegatoLeg leg;
  const LegatoZone *zone;
} LegatoPlace;

#define LEGATO_TYPE_SESSION (legato_session_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSession, legato_session, LEGATO, SESSION, GObject)

LegatoSession *legato_session_new (LegatoPlan *plan, LegatoPlayer *player);

void legato_session_start (LegatoSession *self);
void legato_session_pause (LegatoSession *self);
void legato_session_resume (LegatoSession *self);
void legato_session_toggle (LegatoSession *self);
void legato_session_back (LegatoSession *self);
void legato_session_skip (LegatoSession *self);
void legato_session_stop (LegatoSession *self);

LegatoSessionState legato_session_get_state (LegatoSession *self);
LegatoTimeline *legato_session_get_timeline (LegatoSession *self);
LegatoPlan *legato_session_get_plan (LegatoSession *self);
LegatoPlayer *legato_session_get_player (LegatoSession *self);
gint64 legato_session_get_position (LegatoSession *self);
gint64 legato_session_get_position_at (LegatoSession *self, gint64 time_us);
int legato_session_get_step (LegatoSession *self);
gboolean legato_session_is_running (LegatoSession *self);
gboolean legato_session_is_completed (LegatoSession *self);
const GError *legato_session_get_error (LegatoSession *self);

gint64 legato_session_get_done (LegatoSession *self);
gint64 legato_session_get_step_done (LegatoSession *self, guint step);
GArray *legato_session_dup_places (LegatoSession *self);
LegatoEntry *legato_session_make_entry (LegatoSession *self);

G_END_DECLS
