/* legato-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-session.h"

/* How often the session looks where it is. Eye and ear do not wait for it: they follow the player's
 * own clock; this only moves captions from step to step and counts what was done. */
#define LOOK_INTERVAL_MS 100

/* "Back" within the first seconds of a step means the step before it, later the step itself. */
#define BACK_TO_PREVIOUS (3 * LEGATO_SECOND)

struct _LegatoSession
{
  GObject parent_instance;

  /* Owned references */
  LegatoPlan *plan;
  LegatoPlayer *player;
  LegatoTimeline *timeline;
  GDateTime *started_at;
  GError *error;
  gint64 *done; /* nanoseconds, one a step */

  LegatoSessionState state;
  int step;
  gint64 counted_to; /* position up to which time was counted */
  guint look_id;
  gboolean completed;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_STEP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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

/* Credits the time from where counting stopped to @position to the steps it lies in. */
static void
count_up_to (LegatoSession *self, gint64 position)
{
  for (guint i = 0; i < legato_plan_get_n_steps (self->plan); i++)
    {
      gint64 onset = legato_timeline_get_step_onset (self->timeline, i);
      gint64 end = onset + legato_timeline_get_step_length (self->timeline, i);
      gint64 part = MIN (end, position) - MAX (onset, self->counted_to);

      if (part > 0)
        self->done[i] += part;
    }
  self->counted_to = MAX (self->counted_to, position);
}

static LegatoSessionState
state_at (LegatoSession *self, gint64 position)
{
  return position < legato_timeline_get_lead_in (self->timeline) ? LEGATO_SESSION_COUNTDOWN
                                                                 : LEGATO_SESSION_PLAYING;
}

static gboolean
look_cb (gpointer data)
{
  LegatoSession *self = data;
  gint64 position = legato_player_get_position (self->player);

  count_up_to (self, position);
  set_step (self, legato_timeline_find_step (self->timeline, position));
  /* Who heard of the step may have paused or stopped it, and with it this source. */
  if (self->look_id != 0)
    set_state (self, state_at (self, position));

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
  if (self->state != LEGATO_SESSION_PAUSED)
    count_up_to (self, legato_player_get_position (self->player));
  self->counted_to = position;
  legato_player_seek (self->player, position);
  /* A player that had to open anew may have failed. */
  if (!legato_session_is_running (self))
    return;
  set_step (self, legato_timeline_find_step (self->timeline, position));
  if (self->state != LEGATO_SESSION_PAUSED)
    set_state (self, state_at (self, position));
}

static void
finish (LegatoSession *self, gboolean completed)
{
  stop_looking (self);
  self->completed = completed;
  legato_player_stop (self->player);
  set_state (self, LEGATO_SESSION_FINISHED);
}

static void
player_ended_cb (LegatoPlayer *player, LegatoSession *self)
{
  if (!legato_session_is_running (self))
    return;
  count_up_to (self, legato_timeline_get_duration (self->timeline));
  finish (self, TRUE);
}

static void
player_failed_cb (LegatoPlayer *player, GError *error, LegatoSession *self)
{
  if (!legato_session_is_running (self))
    return;
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  finish (self, FALSE);
}

static void
legato_session_dispose (GObject *object)
{
  LegatoSession *self = LEGATO_SESSION (object);

  stop_looking (self);
  if (legato_session_is_running (self))
    legato_player_stop (self->player);

  G_OBJECT_CLASS (legato_session_parent_class)->dispose (object);
}

static void
legato_session_finalize (GObject *object)
{
  LegatoSession *self = LEGATO_SESSION (object);

  g_clear_object (&self->player);
  g_clear_pointer (&self->timeline, legato_timeline_unref);
  g_clear_pointer (&self->plan, legato_plan_unref);
  g_clear_pointer (&self->started_at, g_date_time_unref);
  g_clear_pointer (&self->done, g_free);
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
      g_param_spec_int ("state", NULL, NULL, LEGATO_SESSION_READY, LEGATO_SESSION_FINISHED,
                        LEGATO_SESSION_READY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /** LegatoSession:step: index of the step that runs; -1 before the first */
  properties[PROP_STEP] = g_param_spec_int ("step", NULL, NULL, -1, G_MAXINT, -1,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_session_init (LegatoSession *self)
{
  self->step = -1;
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
  LegatoSession *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (LEGATO_IS_PLAYER (player), NULL);

  self = g_object_new (LEGATO_TYPE_SESSION, NULL);
  self->plan = legato_plan_ref (plan);
  self->player = g_object_ref (player);
  self->timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  self->done = g_new0 (gint64, legato_plan_get_n_steps (plan) + 1);
  g_signal_connect_object (player, "ended", G_CALLBACK (player_ended_cb), self, 0);
  g_signal_connect_object (player, "failed", G_CALLBACK (player_failed_cb), self, 0);

  return self;
}

/** legato_session_start: begins the countdown. */
void
legato_session_start (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state != LEGATO_SESSION_READY)
    return;
  self->started_at = g_date_time_new_now_local ();
  legato_player_set_timeline (self->player, self->timeline);
  /* It runs before the player does: one that cannot play at all says so at once. */
  set_state (self, LEGATO_SESSION_COUNTDOWN);
  if (self->state != LEGATO_SESSION_COUNTDOWN)
    return;
  start_looking (self);
  legato_player_play (self->player);
}

void
legato_session_pause (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state != LEGATO_SESSION_COUNTDOWN && self->state != LEGATO_SESSION_PLAYING)
    return;
  stop_looking (self);
  legato_player_pause (self->player);
  count_up_to (self, legato_player_get_position (self->player));
  set_state (self, LEGATO_SESSION_PAUSED);
}

void
legato_session_resume (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state != LEGATO_SESSION_PAUSED)
    return;
  legato_player_play (self->player);
  if (self->state != LEGATO_SESSION_PAUSED)
    return; /* it failed */
  start_looking (self);
  set_state (self, state_at (self, legato_player_get_position (self->player)));
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
  gint64 position = 0;
  int step = 0;

  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_running (self))
    return;
  position = legato_player_get_position (self->player);
  step = legato_timeline_find_step (self->timeline, position);
  if (step > 0
      && position - legato_timeline_get_step_onset (self->timeline, (guint) step)
             < BACK_TO_PREVIOUS)
    step--;
  move_to (self, step < 0 ? 0 : legato_timeline_get_step_onset (self->timeline, (guint) step));
}

/** legato_session_skip: to the next step; after the last one the session is finished, partly. */
void
legato_session_skip (LegatoSession *self)
{
  gint64 position = 0;
  guint next = 0;

  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_running (self))
    return;
  position = legato_player_get_position (self->player);
  next = (guint) (legato_timeline_find_step (self->timeline, position) + 1);
  if (next < legato_plan_get_n_steps (self->plan))
    move_to (self, legato_timeline_get_step_onset (self->timeline, next));
  else
    legato_session_stop (self);
}

/** legato_session_stop: ends it here; what was done so far counts. */
void
legato_session_stop (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_running (self))
    return;
  if (self->state != LEGATO_SESSION_PAUSED)
    count_up_to (self, legato_player_get_position (self->player));
  finish (self, FALSE);
}

LegatoSessionState
legato_session_get_state (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), LEGATO_SESSION_READY);
  return self->state;
}

/** Returns: (transfer none): the plan's timeline with a countdown of %LEGATO_LEAD_IN before it */
LegatoTimeline *
legato_session_get_timeline (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);
  return self->timeline;
}

/** Returns: (transfer none) */
LegatoPlan *
legato_session_get_plan (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);
  return self->plan;
}

/** Returns: (transfer none) */
LegatoPlayer *
legato_session_get_player (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);
  return self->player;
}

/** Returns: the audible position on the timeline in nanoseconds; cheap enough for every frame */
gint64
legato_session_get_position (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);

  if (self->state == LEGATO_SESSION_READY)
    return 0;
  if (self->state == LEGATO_SESSION_FINISHED)
    return self->counted_to;
  return legato_player_get_position (self->player);
}

/**
 * legato_session_get_position_at:
 * @time_us: a moment in the near future, in microseconds of g_get_monotonic_time()
 *
 * Returns: the audible position then, in nanoseconds, if the session goes on as it does now; for a
 *   picture that is drawn now and seen in a few milliseconds
 */
gint64
legato_session_get_position_at (LegatoSession *self, gint64 time_us)
{
  gint64 position = legato_session_get_position (self);
  double ahead_ns = (double) (time_us - g_get_monotonic_time ()) * 1000.0;

  if (self->state != LEGATO_SESSION_COUNTDOWN && self->state != LEGATO_SESSION_PLAYING)
    return position;
  position += (gint64) (ahead_ns * legato_player_get_tempo (self->player));
  return CLAMP (position, 0, legato_timeline_get_duration (self->timeline));
}

/** Returns: index of the step that runs, -1 in the countdown */
int
legato_session_get_step (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), -1);
  return self->step;
}

/** Returns: whether it was started and is not finished; a paused session is running */
gboolean
legato_session_is_running (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), FALSE);
  return self->state != LEGATO_SESSION_READY && self->state != LEGATO_SESSION_FINISHED;
}

/** Returns: whether it ran to its end by itself */
gboolean
legato_session_is_completed (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), FALSE);
  return self->completed;
}

/** Returns: (transfer none) (nullable): why playing broke off, if it did */
const GError *
legato_session_get_error (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);
  return self->error;
}

/** Returns: nanoseconds of the plan that were really done, repeated parts counted again */
gint64
legato_session_get_done (LegatoSession *self)
{
  gint64 done = 0;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);

  for (guint i = 0; i < legato_plan_get_n_steps (self->plan); i++)
    done += self->done[i];
  return done;
}

/** Returns: nanoseconds that step @step was really done */
gint64
legato_session_get_step_done (LegatoSession *self, guint step)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);
  g_return_val_if_fail (step < legato_plan_get_n_steps (self->plan), 0);
  return self->done[step];
}

/* Nanoseconds that were spent on a place; only in the working phase if @work. */
static gint64
get_done_on (LegatoSession *self, const LegatoPlace *place, gboolean work)
{
  gint64 done = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (self->plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (self->plan, i);

      if (step->leg == place->leg && g_ptr_array_find (step->zones, place->zone, NULL)
          && (!work || step->phase == LEGATO_PHASE_WORK))
        done += self->done[i];
    }
  return done;
}

static void
collect_places (LegatoSession *self, gboolean work, GArray *places)
{
  GPtrArray *zones = legato_guide_get_zones (legato_plan_get_guide (self->plan));

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      for (guint z = 0; z < zones->len; z++)
        {
          LegatoPlace place = { (LegatoLeg) leg, g_ptr_array_index (zones, z) };

          if (get_done_on (self, &place, work) >= LEGATO_SECOND)
            g_array_append_val (places, place);
        }
    }
}

/**
 * legato_session_dup_places:
 *
 * The places that were worked on for at least a second. Glides that warm and settle pass over the
 * whole leg and do not count, unless there was nothing else.
 *
 * Returns: (transfer full) (element-type LegatoPlace): left leg first, distal to proximal
 */
GArray *
legato_session_dup_places (LegatoSession *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LegatoPlace));

  g_return_val_if_fail (LEGATO_IS_SESSION (self), places);

  collect_places (self, TRUE, places);
  if (places->len == 0)
    collect_places (self, FALSE, places);
  return places;
}

/**
 * legato_session_make_entry:
 *
 * Returns: (transfer full): a journal entry that says what was really done, step by step, without
 *   ratings yet
 */
LegatoEntry *
legato_session_make_entry (LegatoSession *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const LegatoRoutine *routine = NULL;
  const LegatoZone *zone = NULL;
  LegatoEntry *entry = NULL;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);

  entry =
      legato_entry_new (LEGATO_ENTRY_SESSION, self->started_at != NULL ? self->started_at : now);
  routine = legato_plan_get_routine (self->plan);
  if (routine != NULL)
    entry->routine = g_strdup (routine->id);
  else
    zone = legato_plan_get_only_zone (self->plan, &entry->leg);
  if (zone != NULL)
    entry->zone = g_strdup (zone->id);
  entry->planned_s = legato_plan_get_seconds (self->plan);
  entry->done_s = (guint) (legato_session_get_done (self) / LEGATO_SECOND);
  entry->completed = self->completed;

  for (guint i = 0; i < legato_plan_get_n_steps (self->plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (self->plan, i);
      g_autoptr (GPtrArray) zones = g_ptr_array_new ();

      for (guint z = 0; z < step->zones->len; z++)
        g_ptr_array_add (zones, ((const LegatoZone *) g_ptr_array_index (step->zones, z))->id);
      g_ptr_array_add (zones, NULL);
      legato_entry_add_step (entry, i, step->leg, step->technique->id,
                             (const char *const *) zones->pdata, step->pressure,
                             step->seconds * 1000, (guint) (self->done[i] / 1000000));
    }
  return entry;
}
