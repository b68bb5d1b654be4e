/* legato-session-new.c: sessions of a plan, and sessions that were cut off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-session-private.h"

/* Later than this, the legs have cooled down and the day has changed them: what was done can be
 * kept, but going on in the middle of it would not be what the plan was made for. */
#define CONTINUE_WITHIN (6 * G_TIME_SPAN_HOUR)

/**
 * legato_session_new:
 * @plan: what to do
 * @person: (nullable): whom it was made for; copied. What is planned anew under way keeps their
 * rules
 * @player: plays it; used by one session at a time
 *
 * Returns: (transfer full): a session that is ready to start
 */
LegatoSession *
legato_session_new (LegatoPlan *plan, const LegatoPerson *person, LegatoTransport *player)
{
  g_autoptr (LegatoTimeline) timeline = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *uuid = g_uuid_string_random ();
  const LegatoRoutine *routine = NULL;
  const LegatoZone *zone = NULL;
  LegatoSession *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (LEGATO_IS_TRANSPORT (player), NULL);

  self = legato_session_alloc (player);
  if (person != NULL)
    self->person = *person;
  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  self->tally = legato_tally_new (timeline);

  self->facts = legato_running_new (uuid, now);
  self->facts->planned_s = legato_plan_get_seconds (plan);
  routine = legato_plan_get_routine (plan);
  if (legato_plan_get_goal (plan) != LEGATO_GOAL_NONE)
    self->facts->goal = g_strdup (legato_goal_to_id (legato_plan_get_goal (plan)));
  if (routine != NULL)
    self->facts->routine = g_strdup (routine->id);
  else if (self->facts->goal == NULL)
    zone = legato_plan_get_only_zone (plan, &self->facts->leg);
  if (zone != NULL)
    self->facts->zone = g_strdup (zone->id);

  return self;
}

/**
 * legato_session_new_from_running:
 * @running: a session that was cut off
 * @person: whom it is for; copied
 * @player: as in legato_session_new()
 *
 * The session as it was; started, it goes on a countdown's length before where it stood, so that
 * the hands find their place. That time is not counted twice.
 *
 * Returns: (transfer full): a session that is ready to go on, or %NULL with
 *   %LEGATO_JOURNAL_ERROR_INVALID if this version of the program does not know its steps
 */
LegatoSession *
legato_session_new_from_running (LegatoGuide *guide,
                                 const LegatoRunning *running,
                                 const LegatoPerson *person,
                                 LegatoTransport *player,
                                 GError **error)
{
  LegatoTally *tally = NULL;
  LegatoSession *self = NULL;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (running != NULL && person != NULL, NULL);
  g_return_val_if_fail (LEGATO_IS_TRANSPORT (player), NULL);

  tally = legato_tally_new_from_running (guide, running, legato_person_get_needs (person), error);
  if (tally == NULL)
    return NULL;

  self = legato_session_alloc (player);
  self->tally = tally;
  self->person = *person;
  self->restored = TRUE;
  self->completed = running->completed;
  self->kept_spent = legato_tally_get_spent (tally);
  self->facts = legato_running_copy (running);
  g_ptr_array_set_size (self->facts->steps, 0);
  legato_session_set_rest (self, running->rest_s);
  legato_session_set_tempo (self, running->tempo);

  return self;
}

/** Returns: whether @running, which was cut off, was of somebody else than whose journal it is in
 */
gboolean
legato_session_was_for_partner (LegatoGuide *guide, const LegatoRunning *running)
{
  LegatoRequest request = { NULL };

  g_return_val_if_fail (guide != NULL && running != NULL, FALSE);

  if (running->routine != NULL)
    request.routine = legato_guide_find_routine (guide, running->routine);
  if (running->goal != NULL && !legato_goal_from_id (running->goal, &request.goal))
    return FALSE;
  return legato_request_is_for_partner (&request);
}

/**
 * legato_session_may_continue:
 * @running: one that was cut off, not before #LEGATO_SESSION_LEAST_DONE
 *
 * Returns: whether it is not done, and not too late to go on with it
 */
gboolean
legato_session_may_continue (const LegatoRunning *running)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_return_val_if_fail (running != NULL, FALSE);

  /* A clock that was put back counts as now. */
  return !running->completed && g_date_time_difference (now, running->saved_at) < CONTINUE_WITHIN;
}

/**
 * legato_session_set_uuid:
 * @uuid: of the entry that it will be in the journal
 *
 * Call it before the start, where the entry has to be known beforehand.
 */
void
legato_session_set_uuid (LegatoSession *self, const char *uuid)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));
  g_return_if_fail (g_uuid_string_is_valid (uuid));
  g_return_if_fail (self->state == LEGATO_SESSION_READY);

  g_free (self->facts->uuid);
  self->facts->uuid = g_strdup (uuid);
}
