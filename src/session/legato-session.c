/* legato-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-remainder.h"
#include "legato-session-private.h"
#include "legato-step-change.h"

/* How often the session looks where it is. Eye and ear do not wait for it: they follow the player's
 * own clock; this only moves captions from step to step and counts what was done. */
#define LOOK_INTERVAL_MS 100

/* "Back" within the first seconds of a step means the step before it, later the step itself. */
#define BACK_TO_PREVIOUS (3 * LEGATO_SECOND)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_STEP,
  PROP_TEMPO,
  PROP_TIMELINE,
  N_PROPS
};

enum
{
  HALFWAY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoSession, legato_session, G_TYPE_OBJECT)

static void
set_state (LegatoSession *self, LegatoSessionState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_step (LegatoSession *self, int step)
{
  if (self->step == step)
    return;
  self->step = step;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static gboolean
is_moving (LegatoSession *self)
{
  return self->state == LEGATO_SESSION_COUNTDOWN || self->state == LEGATO_SESSION_PLAYING;
}

/* Whether there is a place on the timeline to move from. */
static gboolean
is_under_way (LegatoSession *self)
{
  return is_moving (self) || self->state == LEGATO_SESSION_PAUSED;
}

static gint64
ask_position (LegatoSession *self)
{
  return self->transport->get_position (self->player);
}

static void
count_up_to (LegatoSession *self, gint64 position)
{
  legato_tally_count (self->tally, position, self->tempo / 100.0);
}

static LegatoSessionState
state_at (LegatoSession *self, gint64 position)
{
  return position < legato_timeline_get_lead_in (legato_session_get_timeline (self))
             ? LEGATO_SESSION_COUNTDOWN
             : LEGATO_SESSION_PLAYING;
}

static void
say_halfway (LegatoSession *self, gint64 position)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self);
  gint64 lead_in = legato_timeline_get_lead_in (timeline);
  gint64 middle = lead_in + (legato_timeline_get_duration (timeline) - lead_in) / 2;

  if (self->half_said || position < middle)
    return;
  self->half_said = TRUE;
  g_signal_emit (self, signals[HALFWAY], 0);
}

static gboolean
look_cb (gpointer data)
{
  g_autoptr (LegatoSession) self = g_object_ref (data);

  legato_session_look (self);
  return G_SOURCE_CONTINUE;
}

static void
start_looking (LegatoSession *self)
{
  if (self->look_id == 0)
    self->look_id = g_timeout_add (LOOK_INTERVAL_MS, look_cb, self);
}

static void
stop_looking (LegatoSession *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
}

/* Time up to here was spent on what was there until now; from @position on it counts anew. */
static void
move_to (LegatoSession *self, gint64 position)
{
  if (is_moving (self))
    count_up_to (self, ask_position (self));
  legato_tally_move (self->tally, position);
  self->transport->seek (self->player, position);
  /* A player that had to open anew may have failed. */
  if (!is_under_way (self))
    return;
  set_step (self, legato_timeline_find_step (legato_session_get_timeline (self), position));
  if (is_moving (self))
    set_state (self, state_at (self, position));
}

static void
finish (LegatoSession *self)
{
  stop_looking (self);
  self->transport->stop (self->player);
  set_state (self, LEGATO_SESSION_FINISHED);
}

/* The steps are behind, done or skipped. */
static void
rest_or_finish (LegatoSession *self)
{
  if (self->rest_s == 0)
    {
      finish (self);
      return;
    }
  self->transport->stop (self->player);
  self->rest_left = self->rest_s * G_USEC_PER_SEC;
  self->rest_since = self->transport->get_time (self->player);
  start_looking (self);
  set_state (self, LEGATO_SESSION_RESTING);
}

static gint64
measure_rest_left (LegatoSession *self)
{
  gint64 passed = self->state == LEGATO_SESSION_RESTING
                      ? self->transport->get_time (self->player) - self->rest_since
                      : 0;

  return MAX (self->rest_left - passed, 0);
}

static void
player_ended_cb (LegatoSession *self)
{
  if (!is_under_way (self))
    return;
  count_up_to (self, legato_timeline_get_duration (legato_session_get_timeline (self)));
  self->completed = TRUE;
  rest_or_finish (self);
}

static void
player_failed_cb (LegatoSession *self, GError *error)
{
  if (!legato_session_is_running (self))
    return;
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  /* What hurt is still to be told. */
  if (self->state != LEGATO_SESSION_HURT)
    finish (self);
}

/* Does what a plan has from its start; the player was stopped before. */
static void
play_from_start (LegatoSession *self)
{
  self->transport->load (self->player, legato_session_get_timeline (self));
  self->transport->set_tempo (self->player, self->tempo / 100.0);
  set_step (self, -1);
  /* It runs before the player does: one that cannot play at all says so at once. */
  set_state (self, LEGATO_SESSION_COUNTDOWN);
  if (self->state != LEGATO_SESSION_COUNTDOWN)
    return;
  start_looking (self);
  self->transport->play (self->player);
}

static void
legato_session_dispose (GObject *object)
{
  LegatoSession *self = LEGATO_SESSION (object);

  stop_looking (self);
  if (legato_session_is_running (self))
    self->transport->stop (self->player);

  G_OBJECT_CLASS (legato_session_parent_class)->dispose (object);
}

static void
legato_session_finalize (GObject *object)
{
  LegatoSession *self = LEGATO_SESSION (object);

  g_clear_object (&self->player);
  g_clear_pointer (&self->tally, legato_tally_free);
  g_clear_pointer (&self->facts, legato_running_free);
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (legato_session_parent_class)->finalize (object);
}

static void
legato_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoSession *self = LEGATO_SESSION (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_STEP:
      g_value_set_int (value, self->step);
      break;
    case PROP_TEMPO:
      g_value_set_uint (value, self->tempo);
      break;
    case PROP_TIMELINE:
      g_value_set_pointer (value, legato_session_get_timeline (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_session_class_init (LegatoSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_session_dispose;
  object_class->finalize = legato_session_finalize;
  object_class->get_property = legato_session_get_property;

  /** LegatoSession:state: a #LegatoSessionState */
  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, LEGATO_SESSION_READY, LEGATO_SESSION_N_STATES - 1,
                        LEGATO_SESSION_READY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /** LegatoSession:step: index of the step that runs; -1 before the first */
  properties[PROP_STEP] = g_param_spec_int ("step", NULL, NULL, -1, G_MAXINT, -1,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /** LegatoSession:tempo: in per cent, see legato_session_set_tempo() */
  properties[PROP_TEMPO] =
      g_param_spec_uint ("tempo", NULL, NULL, LEGATO_SESSION_MIN_TEMPO, LEGATO_SESSION_MAX_TEMPO,
                         100, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * LegatoSession:timeline: see legato_session_get_timeline()
   *
   * Another one, of another plan, when a step was made longer or shorter or something hurt.
   */
  properties[PROP_TIMELINE] =
      g_param_spec_pointer ("timeline", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /** LegatoSession::halfway: half of the plan is behind; once in a session */
  signals[HALFWAY] = g_signal_new ("halfway", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_session_init (LegatoSession *self)
{
  self->step = -1;
  self->tempo = 100;
  self->dropped = g_ptr_array_new_with_free_func (g_free);
}

/**
 * legato_session_new_with_transport:
 * @player: what @transport drives, with the signals of #LegatoPlayer; used by one session at a time
 * @transport: lives as long as the program
 *
 * Returns: (transfer full): a session that is ready to start
 */
LegatoSession *
legato_session_new_with_transport (LegatoPlan *plan,
                                   GObject *player,
                                   const LegatoTransport *transport)
{
  g_autoptr (LegatoTimeline) timeline = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *uuid = g_uuid_string_random ();
  const LegatoRoutine *routine = NULL;
  LegatoSession *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (player), NULL);
  g_return_val_if_fail (transport != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_SESSION, NULL);
  self->player = g_object_ref (player);
  self->transport = transport;
  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  self->tally = legato_tally_new (timeline);

  self->facts = legato_running_new (uuid, now);
  self->facts->planned_s = legato_plan_get_seconds (plan);
  routine = legato_plan_get_routine (plan);
  if (routine != NULL)
    self->facts->routine = g_strdup (routine->id);
  else
    {
      const LegatoZone *zone = legato_plan_get_only_zone (plan, &self->facts->leg);

      self->facts->zone = zone != NULL ? g_strdup (zone->id) : NULL;
    }

  g_signal_connect_object (player, "ended", G_CALLBACK (player_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "failed", G_CALLBACK (player_failed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * legato_session_new:
 * @plan: what to do
 * @player: plays it; used by one session at a time
 *
 * Returns: (transfer full): a session that is ready to start
 */
LegatoSession *
legato_session_new (LegatoPlan *plan, LegatoPlayer *player)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (player), NULL);
  return legato_session_new_with_transport (plan, G_OBJECT (player), &legato_player_transport);
}

/*
 * legato_session_look:
 *
 * What the session does ten times a second while it moves: looks where the player is.
 */
void
legato_session_look (LegatoSession *self)
{
  gint64 position = 0;

  if (self->state == LEGATO_SESSION_RESTING && measure_rest_left (self) == 0)
    finish (self);
  if (!is_moving (self))
    return;

  position = ask_position (self);
  count_up_to (self, position);
  set_step (self, legato_timeline_find_step (legato_session_get_timeline (self), position));
  /* Who heard of the step may have paused or stopped it. */
  if (is_moving (self))
    set_state (self, state_at (self, position));
  if (is_moving (self))
    say_halfway (self, position);
}

/** legato_session_start: begins the countdown. */
void
legato_session_start (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state != LEGATO_SESSION_READY)
    return;
  g_date_time_unref (self->facts->started_at);
  self->facts->started_at = g_date_time_new_now_local ();
  play_from_start (self);
}

void
legato_session_pause (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!is_moving (self))
    return;
  stop_looking (self);
  self->transport->pause (self->player);
  count_up_to (self, ask_position (self));
  set_state (self, LEGATO_SESSION_PAUSED);
}

void
legato_session_resume (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state != LEGATO_SESSION_PAUSED)
    return;
  self->transport->play (self->player);
  if (self->state != LEGATO_SESSION_PAUSED)
    return; /* it failed */
  start_looking (self);
  set_state (self, state_at (self, ask_position (self)));
}

/** legato_session_toggle: pauses what runs, resumes what is paused. */
void
legato_session_toggle (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state == LEGATO_SESSION_PAUSED)
    legato_session_resume (self);
  else
    legato_session_pause (self);
}

/** legato_session_back: to the start of this step or, in its first seconds, of the one before. */
void
legato_session_back (LegatoSession *self)
{
  LegatoTimeline *timeline = NULL;
  gint64 position = 0;
  int step = 0;

  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!is_under_way (self))
    return;
  timeline = legato_session_get_timeline (self);
  position = ask_position (self);
  step = legato_timeline_find_step (timeline, position);
  if (step > 0
      && position - legato_timeline_get_step_onset (timeline, (guint) step) < BACK_TO_PREVIOUS)
    step--;
  move_to (self, step < 0 ? 0 : legato_timeline_get_step_onset (timeline, (guint) step));
}

/**
 * legato_session_skip: to the next step; after the last one to the rest, if there is one, or the
 * end: the session is finished, partly. A rest is skipped likewise.
 */
void
legato_session_skip (LegatoSession *self)
{
  LegatoTimeline *timeline = NULL;
  guint next = 0;

  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state == LEGATO_SESSION_RESTING)
    finish (self);
  if (!is_under_way (self))
    return;
  timeline = legato_session_get_timeline (self);
  next = (guint) (legato_timeline_find_step (timeline, ask_position (self)) + 1);
  if (next < legato_plan_get_n_steps (legato_session_get_plan (self)))
    {
      move_to (self, legato_timeline_get_step_onset (timeline, next));
      return;
    }
  if (is_moving (self))
    count_up_to (self, ask_position (self));
  rest_or_finish (self);
}

/**
 * legato_session_seek:
 * @position: nanoseconds on the timeline; taken into it if outside
 *
 * Goes to another place; what is passed over was not done.
 */
void
legato_session_seek (LegatoSession *self, gint64 position)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (is_under_way (self))
    move_to (self, CLAMP (position, 0,
                          legato_timeline_get_duration (legato_session_get_timeline (self)) - 1));
}

/** legato_session_stop: ends it here; what was done so far counts. */
void
legato_session_stop (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_running (self))
    return;
  if (is_moving (self))
    count_up_to (self, ask_position (self));
  finish (self);
}

/**
 * legato_session_set_tempo:
 * @tempo: per cent, a multiple of %LEGATO_SESSION_TEMPO_STEP; taken into
 *   legato_session_get_tempo_range()
 *
 * Goes on faster or slower at once; before the start, begins so.
 */
void
legato_session_set_tempo (LegatoSession *self, guint tempo)
{
  guint slowest = 0;
  guint fastest = 0;

  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state == LEGATO_SESSION_FINISHED)
    return;
  legato_session_get_tempo_range (self, &slowest, &fastest);
  tempo = CLAMP (tempo - tempo % LEGATO_SESSION_TEMPO_STEP, slowest, fastest);
  if (tempo == self->tempo)
    return;
  if (is_moving (self))
    count_up_to (self, ask_position (self));
  self->tempo = tempo;
  if (is_under_way (self))
    self->transport->set_tempo (self->player, tempo / 100.0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEMPO]);
}

static LegatoPlan *
try_change (LegatoSession *self, int seconds, int *change, GError **error)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self);
  LegatoPlan *plan = legato_session_get_plan (self);
  gint64 position = 0;
  gint64 before = 0;

  *change = 0;
  if (!is_under_way (self) || self->step < 0)
    return NULL;
  position = ask_position (self);
  before = legato_tally_get_done (self->tally);
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    before -= legato_tally_get_step_done (self->tally, i);
  return legato_step_change (plan, (guint) self->step,
                             position
                                 - legato_timeline_get_step_onset (timeline, (guint) self->step),
                             (guint) (before / LEGATO_SECOND), seconds, change, error);
}

/**
 * legato_session_can_lengthen:
 * @seconds: less than 0 to make it shorter
 * @error: says why not, if there is a step to change
 *
 * Returns: by how many seconds legato_session_lengthen() would change the step now; 0 for not
 */
int
legato_session_can_lengthen (LegatoSession *self, int seconds, GError **error)
{
  g_autoptr (LegatoPlan) plan = NULL;
  int change = 0;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);

  plan = try_change (self, seconds, &change, error);
  return change;
}

/**
 * legato_session_lengthen:
 * @seconds: usually %LEGATO_SESSION_CHANGE_S; less than 0 to make it shorter
 * @error: %LEGATO_PLAN_ERROR: says why not, if there is a step to change
 *
 * Makes the step that runs longer, as far as technique and rules allow, and with it the other leg's
 * step that does the same, if it is still to come. The place in the step is kept.
 *
 * Returns: by how many seconds it lasts longer now; 0 if it stays as it is
 */
int
legato_session_lengthen (LegatoSession *self, int seconds, GError **error)
{
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (LegatoTimeline) timeline = NULL;
  gint64 position = 0;
  int change = 0;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);

  plan = try_change (self, seconds, &change, error);
  if (plan == NULL)
    return 0;

  position = ask_position (self);
  if (is_moving (self))
    count_up_to (self, position);
  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  legato_tally_relay (self->tally, timeline);
  self->transport->replace (self->player, timeline, position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
  return change;
}

/** legato_session_hurt: stops sound and motion at once, and waits to be told what hurt. */
void
legato_session_hurt (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_running (self) || self->state == LEGATO_SESSION_HURT)
    return;
  stop_looking (self);
  if (is_under_way (self))
    self->transport->pause (self->player);
  if (is_moving (self))
    count_up_to (self, ask_position (self));
  self->rest_left = measure_rest_left (self);
  self->state_before_hurt = self->state;
  set_state (self, LEGATO_SESSION_HURT);
}

static void
drop_place (LegatoSession *self, LegatoLeg leg, const LegatoZone *zone)
{
  LegatoPlace *place = g_new0 (LegatoPlace, 1);

  *place = (LegatoPlace){ leg, zone };
  g_ptr_array_add (self->dropped, place);
}

/* Who cannot say where it hurts is touched no more where the hands were. */
static void
drop_places (LegatoSession *self, const LegatoZone *zone, LegatoLeg leg)
{
  const LegatoStep *step =
      self->step >= 0 ? legato_plan_get_step (legato_session_get_plan (self), (guint) self->step)
                      : NULL;

  if (zone == NULL && step == NULL)
    return;
  for (guint i = 0; i < (zone != NULL ? 1 : step->zones->len); i++)
    {
      const LegatoZone *dropped = zone != NULL ? zone : g_ptr_array_index (step->zones, i);
      LegatoLeg on = zone != NULL ? leg : step->leg;

      for (int side = LEGATO_LEG_LEFT; side <= LEGATO_LEG_RIGHT; side++)
        if (on == LEGATO_LEG_BOTH || (int) on == side)
          drop_place (self, (LegatoLeg) side, dropped);
    }
}

/**
 * legato_session_resolve_hurt:
 * @zone: (nullable): where it hurt; %NULL if that cannot be said
 * @leg: of @zone
 * @felt: (nullable): flag of an R-STOP advice, "stop-sharp"
 * @go_on: whether to go on without that place
 *
 * Answers legato_session_hurt(). The place is spared from here on: nothing touches or crosses it;
 * if it cannot be said where, all that the hands were on. What is left begins with a countdown of
 * its own.
 *
 * Returns: whether it goes on; %FALSE if it is finished, also because nothing is left
 */
gboolean
legato_session_resolve_hurt (LegatoSession *self,
                             const LegatoZone *zone,
                             LegatoLeg leg,
                             const char *felt,
                             gboolean go_on)
{
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (LegatoTimeline) timeline = NULL;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), FALSE);

  if (self->state != LEGATO_SESSION_HURT)
    return FALSE;

  drop_places (self, zone, leg);
  if (go_on && self->error == NULL && self->state_before_hurt == LEGATO_SESSION_RESTING)
    {
      self->rest_since = self->transport->get_time (self->player);
      start_looking (self);
      set_state (self, LEGATO_SESSION_RESTING);
      return TRUE;
    }
  if (go_on && self->error == NULL)
    plan = legato_remainder_make (legato_session_get_timeline (self), ask_position (self),
                                  self->dropped);
  if (plan == NULL)
    {
      finish (self);
      return FALSE;
    }

  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  legato_tally_begin (self->tally, timeline);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
  play_from_start (self);
  return legato_session_is_running (self);
}

/**
 * legato_session_set_rest:
 * @seconds: %LEGATO_SESSION_MIN_REST_S to %LEGATO_SESSION_MAX_REST_S, or 0 for none
 *
 * How long the legs rest raised after the last step; to be said before that.
 */
void
legato_session_set_rest (LegatoSession *self, guint seconds)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  self->rest_s =
      seconds == 0 ? 0 : CLAMP (seconds, LEGATO_SESSION_MIN_REST_S, LEGATO_SESSION_MAX_REST_S);
}

/** Returns: seconds of rest that are left, the last one being 1; 0 unless it rests */
guint
legato_session_get_rest_left (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);

  return self->state == LEGATO_SESSION_RESTING
             ? (guint) ((measure_rest_left (self) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC)
             : 0;
}
