/* legato-session-private.h: what the parts of LegatoSession share (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-writer.h"
#include "legato-planner.h"
#include "legato-session.h"
#include "legato-tally.h"

G_BEGIN_DECLS

struct _LegatoSession
{
  GObject parent_instance;

  /* Owned references */
  LegatoTransport *player;
  LegatoTally *tally;
  LegatoRunning *facts; /* what does not change under way: who, when, for what; without steps */
  LegatoJournalWriter *writer;
  GError *error;
  LegatoEntry *stop; /* what is written down of what hurts while that is asked, or %NULL */
  char *logged_stop; /* UUID of the last one that is in the journal, or %NULL */

  LegatoPerson person; /* whom it is for, with what hurt */
  LegatoSessionState state;
  LegatoSessionState state_before_hurt;
  int step;
  guint look_id;
  guint tempo;      /* per cent */
  guint rest_s;     /* 0 for none */
  gint64 rest_left; /* microseconds, as of rest_since */
  gint64 rest_since;
  gint64 kept_spent; /* as of the last time that it was noted in the journal */
  gboolean half_said;
  gboolean last_ten_said;
  gboolean failure_said;
  gboolean restored;
  gboolean completed;
  gboolean was_hurt;     /* it was stopped because something hurt, whether it went on or not */
  LegatoZoneSet hurt[2]; /* where, of each leg */
};

LegatoSession *legato_session_alloc (LegatoTransport *player);

/* What it says of itself. */
gboolean legato_session_is_moving (LegatoSession *self);
gboolean legato_session_is_under_way (LegatoSession *self);
gint64 legato_session_ask_position (LegatoSession *self);
guint legato_session_get_longest (LegatoSession *self);
gint64 legato_session_get_room (LegatoSession *self, guint tempo);
gint64 legato_session_measure_rest (LegatoSession *self);

/* What it writes into the journal. */
LegatoJournalWriter *legato_session_make_writer (LegatoSession *self);
void legato_session_keep (LegatoSession *self);
void legato_session_hold_stop (LegatoSession *self,
                               const LegatoZone *zone,
                               LegatoLeg leg,
                               const char *felt);
void legato_session_log_stop (LegatoSession *self);
void legato_session_forget_stop (LegatoSession *self);

/* What happens to it. */
void legato_session_start_looking (LegatoSession *self);
void legato_session_stop_looking (LegatoSession *self);
void legato_session_count_up_to (LegatoSession *self, gint64 position);
void legato_session_count_so_far (LegatoSession *self);
void legato_session_set_state (LegatoSession *self, LegatoSessionState state);
void legato_session_set_step (LegatoSession *self, int step);
void legato_session_play_from_start (LegatoSession *self);
void legato_session_finish (LegatoSession *self);
void legato_session_notify_tempo (LegatoSession *self);
void legato_session_notify_timeline (LegatoSession *self);

G_END_DECLS
