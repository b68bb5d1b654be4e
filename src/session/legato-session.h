/* legato-session.h: the guided session as a state machine, without any widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-entry.h"
#include "legato-journal.h"
#include "legato-person.h"
#include "legato-player.h"
#include "legato-running.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

/**
 * LegatoSessionState:
 * @LEGATO_SESSION_COUNTDOWN: hands find their place; nothing counts yet
 * @LEGATO_SESSION_FINISHED: over, completed or not; nothing changes any more
 * @LEGATO_SESSION_RESTING: all steps are behind, the legs are raised; without sound
 * @LEGATO_SESSION_HURT: something hurt: silent and still, until it is said what and where
 *
 * ready → countdown → playing → resting → finished. Countdown and playing can be paused. "Stop, it
 * hurts" leads from each state between ready and finished to hurt, and from there on with another
 * plan, or to the end. A wish that means nothing in a state is ignored there: skipping a session
 * that is not running does nothing.
 */
typedef enum
{
  LEGATO_SESSION_READY,
  LEGATO_SESSION_COUNTDOWN,
  LEGATO_SESSION_PLAYING,
  LEGATO_SESSION_PAUSED,
  LEGATO_SESSION_FINISHED,
  LEGATO_SESSION_RESTING,
  LEGATO_SESSION_HURT,
} LegatoSessionState;

#define LEGATO_TYPE_SESSION_STATE (legato_session_state_get_type ())
GType legato_session_state_get_type (void);

/** A place that was worked on: what can be rated afterwards. */
typedef struct
{
  LegatoLeg leg;
  const LegatoZone *zone;
} LegatoPlace;

/** Slowest and fastest tempo, and what lies between two, in per cent. */
#define LEGATO_SESSION_MIN_TEMPO 50
#define LEGATO_SESSION_MAX_TEMPO 150
#define LEGATO_SESSION_TEMPO_STEP 10

/** By how many seconds a step is usually made longer or shorter. */
#define LEGATO_SESSION_CHANGE_S 15

/** How long the legs rest afterwards (docs/domain.md §4) [S1 S3]. */
#define LEGATO_SESSION_MIN_REST_S 300
#define LEGATO_SESSION_MAX_REST_S 600

/** Who stops sooner than this after the countdown has not massaged: nothing is to be remembered. */
#define LEGATO_SESSION_LEAST_DONE (5 * LEGATO_SECOND)

#define LEGATO_TYPE_SESSION (legato_session_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSession, legato_session, LEGATO, SESSION, GObject)

LegatoSession *
legato_session_new (LegatoPlan *plan, const LegatoPerson *person, LegatoTransport *player);
LegatoSession *legato_session_new_from_running (LegatoGuide *guide,
                                                const LegatoRunning *running,
                                                const LegatoPerson *person,
                                                LegatoTransport *player,
                                                GError **error);
gboolean legato_session_was_for_partner (LegatoGuide *guide, const LegatoRunning *running);
gboolean legato_session_may_continue (const LegatoRunning *running);
void legato_session_set_uuid (LegatoSession *self, const char *uuid);
void legato_session_wait_for (LegatoSession *self, const char *path, gboolean opens);
void legato_session_forget (LegatoSession *self);
void legato_session_set_journal (LegatoSession *self, LegatoJournal *journal);

void legato_session_start (LegatoSession *self);
void legato_session_pause (LegatoSession *self);
void legato_session_resume (LegatoSession *self);
void legato_session_toggle (LegatoSession *self);
void legato_session_back (LegatoSession *self);
void legato_session_skip (LegatoSession *self);
void legato_session_seek (LegatoSession *self, gint64 position);
void legato_session_stop (LegatoSession *self);

void legato_session_set_tempo (LegatoSession *self, guint tempo);
guint legato_session_get_tempo (LegatoSession *self);
void legato_session_get_tempo_range (LegatoSession *self, guint *slowest, guint *fastest);
int legato_session_lengthen (LegatoSession *self, int seconds, GError **error);

void legato_session_hurt (LegatoSession *self);
void legato_session_note_hurt (LegatoSession *self,
                               const LegatoZone *zone,
                               LegatoLeg leg,
                               const char *felt);
gboolean legato_session_resolve_hurt (LegatoSession *self,
                                      const LegatoZone *zone,
                                      LegatoLeg leg,
                                      const char *felt,
                                      gboolean go_on);
void legato_session_take_back_hurt (LegatoSession *self);
const char *legato_session_get_last_stop (LegatoSession *self);
const char *
legato_session_get_stop_flag (LegatoSession *self, const LegatoZone *zone, const char *felt);

void legato_session_set_rest (LegatoSession *self, guint seconds);
guint legato_session_get_rest (LegatoSession *self);
guint legato_session_get_rest_left (LegatoSession *self);

LegatoSessionState legato_session_get_state (LegatoSession *self);
LegatoTimeline *legato_session_get_timeline (LegatoSession *self);
LegatoPlan *legato_session_get_plan (LegatoSession *self);
LegatoPlayer *legato_session_get_player (LegatoSession *self);
gint64 legato_session_get_position (LegatoSession *self);
gint64 legato_session_get_position_at (LegatoSession *self, gint64 time_us);
int legato_session_get_step (LegatoSession *self);
gboolean legato_session_is_running (LegatoSession *self);
gboolean legato_session_was_hurt (LegatoSession *self);
GPtrArray *legato_session_dup_felt_zones (LegatoSession *self);
GArray *legato_session_dup_hurt_places (LegatoSession *self);
const GError *legato_session_get_error (LegatoSession *self);

gint64 legato_session_get_done (LegatoSession *self);
gint64 legato_session_get_step_done (LegatoSession *self, guint step);
GArray *legato_session_dup_places (LegatoSession *self);
LegatoEntry *legato_session_make_entry (LegatoSession *self);

G_END_DECLS
