/* legato-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-session-testing.h"

/* How often the session looks where it is. Eye and ear do not wait for it: they follow the player's
 * own clock; this only moves captions from step to step and counts what was done. */
#define LOOK_INTERVAL_MS 100

/* "Back" within the first seconds of a step means the step before it, later the step itself. */
#define BACK_TO_PREVIOUS (3 * LEGATO_SECOND)

/* Whoever skips to later than this after the moment is not told that ten seconds are left. */
#define LAST_TEN_LATE (3 * LEGATO_SECOND)

/* At most 5 seconds of play may be lost; the look that notices is a little late. */
#define KEEP_INTERVAL (4 * LEGATO_SECOND)

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
  LAST_TEN,
  UNSAVED,
  SEEKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (LegatoSessionState,
                    legato_session_state,
                    G_DEFINE_ENUM_VALUE (LEGATO_SESSION_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (LEGATO_SESSION_COUNTDOWN, "countdown"),
                    G_DEFINE_ENUM_VALUE (LEGATO_SESSION_PLAYING, "playing"),
                    G_DEFINE_ENUM_VALUE (LEGATO_SESSION_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (LEGATO_SESSION_FINISHED, "finished"),
                    G_DEFINE_ENUM_VALUE (LEGATO_SESSION_RESTING, "resting"),
                    G_DEFINE_ENUM_VALUE (LEGATO_SESSION_HURT, "hurt"))
G_DEFINE_FINAL_TYPE (LegatoSession, legato_session, G_TYPE_OBJECT)

void
legato_session_set_state (LegatoSession *self, LegatoSessionState state)
{
  if (self->state == state)
    return;
  self->state = state;
  legato_session_keep (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
legato_session_set_step (LegatoSession *self, int step)
{
  if (self->step == step)
    return;
  self->step = step;
  legato_session_keep (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

void
legato_session_count_up_to (LegatoSession *self, gint64 position)
{
  legato_tally_count (self->tally, position, self->tempo);
}

/* Counts what was done since the last time, if anything is being done. */
void
legato_session_count_so_far (LegatoSession *self)
{
  if (legato_session_is_moving (self))
    legato_session_count_up_to (self, legato_session_ask_position (self));
}

static LegatoSessionState
state_at (LegatoSession *self, gint64 position)
{
  return position < legato_timeline_get_lead_in (legato_session_get_timeline (self))
             ? LEGATO_SESSION_COUNTDOWN
             : LEGATO_SESSION_PLAYING;
}

/* Tells with signals what the timeline tells with sounds, for people who do not hear them. */
static void
say_signals (LegatoSession *self, gint64 position)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self);
  gint64 halfway = legato_timeline_get_halfway (timeline);
  gint64 last_ten = legato_timeline_get_last_ten (timeline);

  if (!self->half_said && halfway >= 0 && position >= halfway)
    {
      self->half_said = TRUE;
      g_signal_emit (self, signals[HALFWAY], 0);
    }
  if (position < last_ten)
    self->last_ten_said = FALSE;
  else if (!self->last_ten_said && last_ten >= 0)
    {
      self->last_ten_said = TRUE;
      if (position - last_ten < LAST_TEN_LATE)
        g_signal_emit (self, signals[LAST_TEN], 0);
    }
}

static gboolean
look_cb (gpointer data)
{
  g_autoptr (LegatoSession) self = g_object_ref (data);

  legato_session_update (self);
  return G_SOURCE_CONTINUE;
}

void
legato_session_start_looking (LegatoSession *self)
{
  if (self->look_id == 0)
    self->look_id = g_timeout_add (LOOK_INTERVAL_MS, look_cb, self);
}

void
legato_session_stop_looking (LegatoSession *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
}

/* Counts the time until now for the place that is left, and goes on at @position. */
static void
move_to (LegatoSession *self, gint64 position)
{
  legato_session_count_so_far (self);
  legato_tally_move (self->tally, position);
  legato_transport_seek (self->player, position);
  /* A player that had to open anew may have failed. */
  if (!legato_session_is_under_way (self))
    return;
  legato_session_keep (self);
  legato_session_set_step (
      self, legato_timeline_find_step (legato_session_get_timeline (self), position));
  if (legato_session_is_moving (self))
    legato_session_set_state (self, state_at (self, position));
  if (legato_session_is_moving (self))
    say_signals (self, position);
  g_signal_emit (self, signals[SEEKED], 0);
}

void
legato_session_finish (LegatoSession *self)
{
  legato_session_stop_looking (self);
  legato_transport_stop (self->player);
  legato_session_set_state (self, LEGATO_SESSION_FINISHED);
}

/* All steps are done or skipped. */
static void
rest_or_finish (LegatoSession *self)
{
  if (self->rest_s == 0)
    {
      legato_session_finish (self);
      return;
    }
  legato_transport_stop (self->player);
  self->rest_left = self->rest_s * G_USEC_PER_SEC;
  self->rest_since = legato_transport_get_time (self->player);
  legato_session_start_looking (self);
  legato_session_set_state (self, LEGATO_SESSION_RESTING);
}

static void
player_ended_cb (LegatoSession *self)
{
  if (!legato_session_is_under_way (self))
    return;
  legato_session_count_up_to (self,
                              legato_timeline_get_duration (legato_session_get_timeline (self)));
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
    legato_session_finish (self);
}

/* Plays the plan from its start; the player was stopped before. */
void
legato_session_play_from_start (LegatoSession *self)
{
  legato_transport_load (self->player, legato_session_get_timeline (self));
  legato_transport_set_tempo (self->player, self->tempo / 100.0);
  legato_session_set_step (self, -1);
  /* The state changes before the player starts: one that cannot play fails at once, and that must
   * find the session running. */
  legato_session_set_state (self, LEGATO_SESSION_COUNTDOWN);
  if (self->state != LEGATO_SESSION_COUNTDOWN)
    return;
  legato_session_start_looking (self);
  legato_transport_play (self->player);
}

void
legato_session_notify_tempo (LegatoSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEMPO]);
}

void
legato_session_notify_timeline (LegatoSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

static void
legato_session_dispose (GObject *object)
{
  LegatoSession *self = LEGATO_SESSION (object);

  legato_session_stop_looking (self);
  if (legato_session_is_running (self))
    legato_transport_stop (self->player);

  G_OBJECT_CLASS (legato_session_parent_class)->dispose (object);
}

static void
legato_session_finalize (GObject *object)
{
  LegatoSession *self = LEGATO_SESSION (object);

  g_clear_object (&self->player);
  g_clear_pointer (&self->tally, legato_tally_free);
  g_clear_pointer (&self->facts, legato_running_free);
  g_clear_pointer (&self->stop, legato_entry_unref);
  g_clear_pointer (&self->logged_stop, g_free);
  legato_journal_writer_disown (self->writer);
  g_clear_pointer (&self->writer, legato_journal_writer_unref);
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
      g_value_set_enum (value, (int) self->state);
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

  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, LEGATO_TYPE_SESSION_STATE, LEGATO_SESSION_READY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

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

  /** LegatoSession::last-ten: ten seconds of the plan are left; again after going back */
  signals[LAST_TEN] = g_signal_new ("last-ten", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LegatoSession::unsaved:
   * @error: what is wrong with the journal, for the person
   *
   * How far it has come could not be written down. It goes on; this is said once.
   */
  signals[UNSAVED] = g_signal_new ("unsaved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /** LegatoSession::seeked: the position has leapt, to where legato_session_get_position() says */
  signals[SEEKED] = g_signal_new ("seeked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_session_init (LegatoSession *self)
{
  self->step = -1;
  self->tempo = 100;
  self->writer = legato_session_make_writer (self);
}

/* Returns: (transfer full): a session on @player, without a plan yet */
LegatoSession *
legato_session_alloc (LegatoTransport *player)
{
  LegatoSession *self = g_object_new (LEGATO_TYPE_SESSION, NULL);

  self->player = g_object_ref (player);
  g_signal_connect_object (player, "ended", G_CALLBACK (player_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "failed", G_CALLBACK (player_failed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/*
 * legato_session_update:
 *
 * What the session does ten times a second while it moves: looks where the player is.
 */
void
legato_session_update (LegatoSession *self)
{
  gint64 position = 0;

  if (self->state == LEGATO_SESSION_RESTING && legato_session_measure_rest (self) == 0)
    legato_session_finish (self);
  if (!legato_session_is_moving (self))
    return;

  position = legato_session_ask_position (self);
  legato_session_count_up_to (self, position);
  legato_session_set_step (
      self, legato_timeline_find_step (legato_session_get_timeline (self), position));
  /* A handler of notify::step may have paused or stopped the session. */
  if (legato_session_is_moving (self))
    legato_session_set_state (self, state_at (self, position));
  if (legato_session_is_moving (self))
    say_signals (self, position);
  if (legato_tally_get_spent (self->tally) - self->kept_spent >= KEEP_INTERVAL)
    legato_session_keep (self);
}

/* Goes on shortly before where it was cut off; the tally counts only from there on. */
static void
continue_restored (LegatoSession *self)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self);
  gint64 position = legato_tally_get_position (self->tally);
  gint64 from = MAX (position - LEGATO_LEAD_IN, 0);

  if (position >= legato_timeline_get_duration (timeline))
    {
      rest_or_finish (self);
      return;
    }
  legato_transport_load (self->player, timeline);
  legato_transport_set_tempo (self->player, self->tempo / 100.0);
  legato_transport_seek (self->player, from);
  legato_session_set_step (self, legato_timeline_find_step (timeline, from));
  legato_session_set_state (self, state_at (self, from));
  if (!legato_session_is_moving (self))
    return;
  legato_session_start_looking (self);
  legato_transport_play (self->player);
}

/** legato_session_start: begins the countdown, or goes on where it was cut off. */
void
legato_session_start (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state != LEGATO_SESSION_READY)
    return;
  if (self->restored)
    {
      continue_restored (self);
      return;
    }
  g_date_time_unref (self->facts->started_at);
  self->facts->started_at = g_date_time_new_now_local ();
  legato_session_play_from_start (self);
}

void
legato_session_pause (LegatoSession *self)
{
  gint64 position = 0;

  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_moving (self))
    return;
  legato_session_stop_looking (self);
  legato_transport_pause (self->player);
  position = legato_session_ask_position (self);
  legato_session_count_up_to (self, position);
  legato_session_set_state (self, LEGATO_SESSION_PAUSED);
  /* While it is paused nothing notices that the next step has begun just before. */
  if (self->state == LEGATO_SESSION_PAUSED)
    legato_session_set_step (
        self, legato_timeline_find_step (legato_session_get_timeline (self), position));
}

void
legato_session_resume (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state != LEGATO_SESSION_PAUSED)
    return;
  legato_transport_play (self->player);
  if (self->state != LEGATO_SESSION_PAUSED)
    return; /* it failed */
  legato_session_start_looking (self);
  legato_session_set_state (self, state_at (self, legato_session_ask_position (self)));
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

  if (!legato_session_is_under_way (self))
    return;
  timeline = legato_session_get_timeline (self);
  position = legato_session_ask_position (self);
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
    legato_session_finish (self);
  if (!legato_session_is_under_way (self))
    return;
  timeline = legato_session_get_timeline (self);
  next = (guint) (legato_timeline_find_step (timeline, legato_session_ask_position (self)) + 1);
  if (next < legato_plan_get_n_steps (legato_session_get_plan (self)))
    {
      move_to (self, legato_timeline_get_step_onset (timeline, next));
      return;
    }
  legato_session_count_so_far (self);
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

  if (legato_session_is_under_way (self))
    move_to (self, CLAMP (position, 0,
                          legato_timeline_get_duration (legato_session_get_timeline (self)) - 1));
}

/**
 * legato_session_stop: ends it here; what was done so far counts. That something hurt is noted even
 * if it was not said what.
 */
void
legato_session_stop (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_running (self))
    return;
  if (self->state == LEGATO_SESSION_HURT)
    legato_session_log_stop (self);
  legato_session_count_so_far (self);
  legato_session_finish (self);
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
             ? (guint) ((legato_session_measure_rest (self) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC)
             : 0;
}
