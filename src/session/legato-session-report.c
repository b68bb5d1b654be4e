/* legato-session-report.c: what a session says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-pace.h"
#include "legato-session-private.h"
#include "legato-step-change.h"

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
  return legato_tally_get_timeline (self->tally);
}

/** Returns: (transfer none): the plan as it is now, see LegatoSession:timeline */
LegatoPlan *
legato_session_get_plan (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);
  return legato_tally_get_plan (self->tally);
}

/** Returns: (transfer none) (nullable): %NULL if it is played by something else */
LegatoPlayer *
legato_session_get_player (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);
  return LEGATO_IS_PLAYER (self->player) ? LEGATO_PLAYER (self->player) : NULL;
}

/** Returns: the audible position on the timeline in nanoseconds; cheap enough for every frame */
gint64
legato_session_get_position (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);

  switch (self->state)
    {
    case LEGATO_SESSION_READY:
    case LEGATO_SESSION_RESTING:
    case LEGATO_SESSION_FINISHED:
      return legato_tally_get_position (self->tally);
    case LEGATO_SESSION_HURT:
      if (self->state_before_hurt == LEGATO_SESSION_RESTING)
        return legato_tally_get_position (self->tally);
      break;
    case LEGATO_SESSION_COUNTDOWN:
    case LEGATO_SESSION_PLAYING:
    case LEGATO_SESSION_PAUSED:
      break;
    }
  return legato_transport_get_position (self->player);
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
  position += (gint64) (ahead_ns * self->tempo / 100.0);
  return CLAMP (position, 0, legato_timeline_get_duration (legato_session_get_timeline (self)));
}

/** Returns: index of the step that runs, -1 in the countdown */
int
legato_session_get_step (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), -1);
  return self->step;
}

gboolean
legato_session_is_moving (LegatoSession *self)
{
  return self->state == LEGATO_SESSION_COUNTDOWN || self->state == LEGATO_SESSION_PLAYING;
}

/* Whether there is a place on the timeline to move from. */
gboolean
legato_session_is_under_way (LegatoSession *self)
{
  return legato_session_is_moving (self) || self->state == LEGATO_SESSION_PAUSED;
}

gint64
legato_session_ask_position (LegatoSession *self)
{
  return legato_transport_get_position (self->player);
}

gint64
legato_session_measure_rest (LegatoSession *self)
{
  gint64 passed = self->state == LEGATO_SESSION_RESTING
                      ? legato_transport_get_time (self->player) - self->rest_since
                      : 0;

  return MAX (self->rest_left - passed, 0);
}

/**
 * Returns: whether it was started and is not finished; one that is paused, rests, or waits to be
 *   told what hurt is running
 */
gboolean
legato_session_is_running (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), FALSE);
  return self->state != LEGATO_SESSION_READY && self->state != LEGATO_SESSION_FINISHED;
}

/**
 * legato_session_dup_felt_zones:
 *
 * Returns: (transfer container) (element-type LegatoZone): where it may hurt now, see
 *   legato_step_dup_felt_zones(); in the countdown, where the first step will be
 */
GPtrArray *
legato_session_dup_felt_zones (LegatoSession *self)
{
  LegatoPlan *plan = NULL;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);

  plan = legato_session_get_plan (self);
  return legato_step_dup_felt_zones (legato_plan_get_step (plan, (guint) MAX (self->step, 0)),
                                     legato_plan_get_guide (plan));
}

/** Returns: (transfer none) (nullable): why the session broke off, if it did: it could not be
 * played, or what was left after a stop could not be planned */
const GError *
legato_session_get_error (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);
  return self->error;
}

/** Returns: in per cent; 100 is as the plan says */
guint
legato_session_get_tempo (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), 100);
  return self->tempo;
}

/* Whether no glide that is left becomes faster than a glide may be (docs/domain.md §3). */
static gboolean
glides_fit (LegatoSession *self, guint tempo)
{
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (legato_session_get_timeline (self), &n_cues);
  int step = -1;
  gint64 shortest = 0;

  for (gsize i = 0; i < n_cues; i++)
    {
      const LegatoStep *own = NULL;

      if (cues[i].kind != LEGATO_CUE_GLIDE || cues[i].step < self->step)
        continue;
      if (cues[i].step != step)
        {
          step = cues[i].step;
          own = legato_plan_get_step (legato_session_get_plan (self), (guint) step);
          shortest = (gint64) (legato_pace_get_shortest_glide_seconds (own->technique, own->zones)
                               * LEGATO_SECOND);
        }
      if (cues[i].length * 100 < shortest * tempo)
        return FALSE;
    }
  return TRUE;
}

/** Returns: the minutes that are enough for the session, with what of it was planned anew: 15 if it
 * is for one leg (P-LEN) */
guint
legato_session_get_longest (LegatoSession *self)
{
  LegatoLeg legs = legato_step_change_find_legs (legato_session_get_plan (self));

  if (legs != LEGATO_LEG_BOTH
      && !legato_tally_was_on (self->tally,
                               legs == LEGATO_LEG_LEFT ? LEGATO_LEG_RIGHT : LEGATO_LEG_LEFT))
    return LEGATO_PLAN_MAX_LEG_MINUTES;
  return LEGATO_PLAN_MAX_MINUTES;
}

/**
 * legato_session_get_room:
 * @tempo: per cent
 *
 * Returns: nanoseconds of the clock that are free beside what was done and what is left of the plan
 *   at @tempo; less than 0 if it takes longer than legato_session_get_longest()
 */
gint64
legato_session_get_room (LegatoSession *self, guint tempo)
{
  gint64 left = legato_timeline_get_duration (legato_session_get_timeline (self))
                - MAX (legato_tally_get_position (self->tally), LEGATO_LEAD_IN);
  gint64 longest = legato_session_get_longest (self);

  return longest * 60 * LEGATO_SECOND - legato_tally_get_spent (self->tally) - left * 100 / tempo;
}

/* Whether what is left of the plan may be done at @tempo: no hold becomes longer or shorter than a
 * hold may be, no glide too fast, no place is worked longer than it may, and the longest time of a
 * session is enough. */
static gboolean
tempo_fits (LegatoSession *self, guint tempo)
{
  LegatoPlan *plan = legato_session_get_plan (self);

  if (legato_session_get_room (self, tempo) < 0 || (tempo > 100 && !glides_fit (self, tempo)))
    return FALSE;
  for (guint i = (guint) MAX (self->step, 0); i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);
      const LegatoTechnique *technique = step->technique;
      guint most = technique->max_s > 0 ? technique->max_s * step->zones->len : 0;

      if ((technique->hold_min_s > 0 && step->seconds * 100 < technique->hold_min_s * tempo)
          || (technique->hold_max_s > 0 && step->seconds * 100 > technique->hold_max_s * tempo)
          || (most > 0 && step->seconds * 100 > most * tempo))
        return FALSE;
    }
  return TRUE;
}

/**
 * legato_session_get_tempo_range:
 * @slowest: (out): per cent, %LEGATO_SESSION_MIN_TEMPO or more, 100 at most
 * @fastest: (out): per cent, %LEGATO_SESSION_MAX_TEMPO or less, 100 at least
 *
 * How slow and how fast what is left may be done: a hold stays within its bounds (P-HOLD), a glide
 * within the fastest pace, and all within the longest time (P-LEN). The tempo that is in force is
 * always one of them.
 */
void
legato_session_get_tempo_range (LegatoSession *self, guint *slowest, guint *fastest)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));
  g_return_if_fail (slowest != NULL && fastest != NULL);

  *slowest = 100;
  *fastest = 100;
  while (*slowest > LEGATO_SESSION_MIN_TEMPO
         && tempo_fits (self, *slowest - LEGATO_SESSION_TEMPO_STEP))
    *slowest -= LEGATO_SESSION_TEMPO_STEP;
  while (*fastest < LEGATO_SESSION_MAX_TEMPO
         && tempo_fits (self, *fastest + LEGATO_SESSION_TEMPO_STEP))
    *fastest += LEGATO_SESSION_TEMPO_STEP;
  *slowest = MIN (*slowest, self->tempo);
  *fastest = MAX (*fastest, self->tempo);
}

/** Returns: seconds to rest after the last step; 0 for none */
guint
legato_session_get_rest (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);
  return self->rest_s;
}

/** Returns: nanoseconds of the plan that were really done, repeated parts counted again */
gint64
legato_session_get_done (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);
  return legato_tally_get_done (self->tally);
}

/** Returns: nanoseconds that step @step of the plan as it is now was really done */
gint64
legato_session_get_step_done (LegatoSession *self, guint step)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), 0);
  return legato_tally_get_step_done (self->tally, step);
}

static void
collect_places (LegatoSession *self, gboolean only_work, GArray *places)
{
  GPtrArray *zones =
      legato_guide_get_zones (legato_plan_get_guide (legato_session_get_plan (self)));

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      for (guint z = 0; z < zones->len; z++)
        {
          LegatoPlace place = { (LegatoLeg) leg, g_ptr_array_index (zones, z) };

          if (legato_tally_get_work_on (self->tally, place.leg, place.zone, only_work)
              >= LEGATO_SECOND)
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
