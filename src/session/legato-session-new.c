/* legato-session-new.c: sessions of a plan, and sessions that were cut off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-session-private.h"

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
  const LegatoZone *zone = NULL;
  LegatoSession *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (player), NULL);
  g_return_val_if_fail (transport != NULL, NULL);

  self = legato_session_alloc (player, transport);
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
 * @player, @transport: as in legato_session_new_with_transport()
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
                                 GObject *player,
                                 const LegatoTransport *transport,
                                 GError **error)
{
  LegatoTally *tally = NULL;
  LegatoSession *self = NULL;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (running != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (player), NULL);
  g_return_val_if_fail (transport != NULL, NULL);

  tally = legato_tally_new_from_running (guide, running, error);
  if (tally == NULL)
    return NULL;

  self = legato_session_alloc (player, transport);
  self->tally = tally;
  self->restored = TRUE;
  self->completed = running->completed;
  self->kept_spent = legato_tally_get_spent (tally);
  self->facts = legato_running_copy (running);
  g_ptr_array_set_size (self->facts->steps, 0);
  legato_session_set_rest (self, running->rest_s);
  legato_session_set_tempo (self, running->tempo);

  return self;
}

/**
 * legato_session_set_journal:
 * @journal: (nullable): where to note how far it has come, and stops that hurt
 *
 * May be said as soon as the journal is open, also under way. Every step, every change and every
 * few seconds it is noted there, so that a crash takes nothing; the entry of
 * legato_session_make_entry(), once added, takes the place of that.
 */
void
legato_session_set_journal (LegatoSession *self, LegatoJournal *journal)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));
  legato_keeper_set_journal (self->keeper, journal);
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
