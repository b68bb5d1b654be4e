/* legato-session-hurt.c: "Stop, it hurts"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-remainder.h"
#include "legato-session-private.h"

/** legato_session_hurt: stops sound and motion at once, and waits to be told what hurt. */
void
legato_session_hurt (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_running (self) || self->state == LEGATO_SESSION_HURT)
    return;
  legato_session_stop_looking (self);
  if (legato_session_is_under_way (self))
    self->transport->pause (self->player);
  if (legato_session_is_moving (self))
    legato_session_count_up_to (self, legato_session_ask_position (self));
  self->rest_left = legato_session_measure_rest (self);
  self->state_before_hurt = self->state;
  legato_session_set_state (self, LEGATO_SESSION_HURT);
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

/* A stop is an entry of its own (domain.md §8), whether the session goes on or not. */
void
legato_session_log_stop (LegatoSession *self,
                         const LegatoZone *zone,
                         LegatoLeg leg,
                         const char *felt)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_STOP, now);

  entry->routine = g_strdup (self->facts->routine);
  if (zone != NULL)
    {
      entry->zone = g_strdup (zone->id);
      entry->leg = leg;
    }
  if (felt != NULL)
    {
      const char *const reasons[] = { felt, NULL };

      g_strfreev (entry->reasons);
      entry->reasons = g_strdupv ((GStrv) reasons);
    }
  legato_keeper_add (self->keeper, entry);
}

static void
rest_on (LegatoSession *self)
{
  self->rest_since = self->transport->get_time (self->player);
  legato_session_start_looking (self);
  legato_session_set_state (self, LEGATO_SESSION_RESTING);
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
  legato_session_log_stop (self, zone, leg, felt);
  if (go_on && self->error == NULL && self->state_before_hurt == LEGATO_SESSION_RESTING)
    {
      rest_on (self);
      return TRUE;
    }
  if (go_on && self->error == NULL)
    plan = legato_remainder_make (legato_session_get_timeline (self),
                                  legato_session_ask_position (self), self->dropped);
  if (plan == NULL)
    {
      legato_session_finish (self);
      return FALSE;
    }

  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  legato_tally_begin (self->tally, timeline);
  legato_session_notify_timeline (self);
  legato_session_play_from_start (self);
  return legato_session_is_running (self);
}

/**
 * legato_session_take_back_hurt:
 *
 * Answers legato_session_hurt() when nothing hurts: an elbow hit the key. All goes on from where it
 * stood, playing if it played.
 */
void
legato_session_take_back_hurt (LegatoSession *self)
{
  LegatoSessionState before = LEGATO_SESSION_READY;

  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state != LEGATO_SESSION_HURT)
    return;
  before = self->state_before_hurt;
  if (self->error != NULL)
    legato_session_finish (self);
  else if (before == LEGATO_SESSION_RESTING)
    rest_on (self);
  else
    {
      legato_session_set_state (self, LEGATO_SESSION_PAUSED);
      if (before != LEGATO_SESSION_PAUSED)
        legato_session_resume (self);
    }
}
