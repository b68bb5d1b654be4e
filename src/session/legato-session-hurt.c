/* legato-session-hurt.c: "Stop, it hurts"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-findings.h"
#include "legato-plan-tools.h"
#include "legato-session-private.h"
#include "legato-step-change.h"
#include "legato-zone-set.h"

/** legato_session_hurt: stops sound and motion at once, and waits to be told what hurt. That
 * something did is on the disk from here on. */
void
legato_session_hurt (LegatoSession *self)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (!legato_session_is_running (self) || self->state == LEGATO_SESSION_HURT)
    return;
  legato_session_stop_looking (self);
  if (legato_session_is_under_way (self))
    legato_transport_pause (self->player);
  legato_session_count_so_far (self);
  self->rest_left = legato_session_measure_rest (self);
  self->state_before_hurt = self->state;
  legato_session_hold_stop (self, NULL, LEGATO_LEG_BOTH, NULL);
  legato_session_set_state (self, LEGATO_SESSION_HURT);
}

/**
 * legato_session_note_hurt:
 * @zone: (nullable): where it hurts; %NULL if that was not said
 * @leg: of @zone
 * @felt: (nullable): flag of an R-STOP advice, "stop-sharp"
 *
 * What was answered so far to legato_session_hurt(). It counts if the session ends before the rest
 * is said.
 */
void
legato_session_note_hurt (LegatoSession *self,
                          const LegatoZone *zone,
                          LegatoLeg leg,
                          const char *felt)
{
  g_return_if_fail (LEGATO_IS_SESSION (self));

  if (self->state == LEGATO_SESSION_HURT)
    legato_session_hold_stop (self, zone, leg, felt);
}

/* The place that hurt stays blocked until the session is over; if it cannot be said where, so do
 * all places of the step. */
static void
block (LegatoSession *self, const LegatoZone *zone, LegatoLeg leg)
{
  const LegatoStep *step =
      legato_plan_get_step (legato_session_get_plan (self), (guint) MAX (self->step, 0));
  g_autoptr (GPtrArray) felt = legato_session_dup_felt_zones (self);
  LegatoLeg on = zone != NULL ? leg : step->leg;
  LegatoZoneSet zones = zone != NULL ? LEGATO_ZONE_BIT (zone) : legato_zone_set_of (felt);

  for (int side = LEGATO_LEG_LEFT; side <= LEGATO_LEG_RIGHT; side++)
    if (on == LEGATO_LEG_BOTH || (int) on == side)
      {
        self->hurt[side] |= zones;
        self->person.blocked[side] |= zones;
      }
}

/* Returns: (transfer full) (nullable): what remains without the place, or %NULL: with @error set if
 * it cannot be planned, without if nothing is left to be done or no time for it */
static LegatoPlan *
plan_anew (LegatoSession *self, const LegatoZone *zone, LegatoLeg leg, GError **error)
{
  LegatoPlan *plan = legato_session_get_plan (self);
  LegatoTimeline *timeline = legato_session_get_timeline (self);
  gint64 from = MAX (legato_session_ask_position (self), legato_timeline_get_lead_in (timeline));
  gint64 left = legato_timeline_get_duration (timeline) - from;
  g_autoptr (GPtrArray) tools = legato_plan_list_tools (plan);
  g_autoptr (GError) failure = NULL;
  LegatoPlan *remainder = NULL;
  LegatoLeg of_zone = LEGATO_LEG_BOTH;
  LegatoRequest request = {
    .routine = legato_plan_get_routine (plan),
    .goal = legato_plan_get_goal (plan),
    .legs = legato_step_change_find_legs (plan),
    .tools = (const char *const *) tools->pdata,
    .person = &self->person,
  };

  if (request.routine == NULL && request.goal == LEGATO_GOAL_NONE)
    request.zone = legato_plan_get_only_zone (plan, &of_zone);
  remainder = legato_planner_replan (plan, &request, (guint) MAX (self->step, 0),
                                     (guint) (left / LEGATO_SECOND), zone,
                                     leg == LEGATO_LEG_BOTH ? LEGATO_LEG_LEFT : leg, &failure);
  if (g_error_matches (failure, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE)
      || g_error_matches (failure, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH))
    g_debug ("%s", failure->message);
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return remainder;
}

static void
rest_on (LegatoSession *self)
{
  self->rest_since = legato_transport_get_time (self->player);
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
 * Returns: whether it goes on; %FALSE if it is finished, also because nothing is left, or because
 * the rest could not be planned, which legato_session_get_error() tells then
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

  self->was_hurt = TRUE;
  block (self, zone, leg);
  legato_session_hold_stop (self, zone, leg, felt);
  legato_session_log_stop (self);
  if (go_on && self->error == NULL && self->state_before_hurt == LEGATO_SESSION_RESTING)
    {
      rest_on (self);
      return TRUE;
    }
  if (go_on && self->error == NULL)
    plan = plan_anew (self, zone, leg, &self->error);
  if (plan == NULL)
    {
      legato_session_finish (self);
      return FALSE;
    }

  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  legato_tally_begin (self->tally, timeline);
  /* The steps are others now, and maybe fewer: who hears of the timeline asks for the step. */
  legato_session_set_step (self, -1);
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
  legato_session_forget_stop (self);
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

/** Returns: whether it was stopped because something hurt, be it that it went on afterwards */
gboolean
legato_session_was_hurt (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), FALSE);
  return self->was_hurt;
}

/** Returns: (nullable): UUID of the entry that legato_session_resolve_hurt() made last; %NULL for a
 *   partner's session, of which none is kept */
const char *
legato_session_get_last_stop (LegatoSession *self)
{
  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);
  return self->logged_stop;
}

/**
 * legato_session_dup_hurt_places:
 *
 * Returns: (transfer full) (element-type LegatoPlace): what was left out since it was stopped
 *   there; left leg first, distal to proximal
 */
GArray *
legato_session_dup_hurt_places (LegatoSession *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LegatoPlace));
  GPtrArray *zones = NULL;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), places);

  zones = legato_guide_get_zones (legato_plan_get_guide (legato_session_get_plan (self)));
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint z = 0; z < zones->len; z++)
      {
        LegatoPlace place = { (LegatoLeg) leg, g_ptr_array_index (zones, z) };

        if (self->hurt[leg] & LEGATO_ZONE_BIT (place.zone))
          g_array_append_val (places, place);
      }
  return places;
}

/**
 * legato_session_get_stop_flag:
 * @zone: (nullable): where it hurt; %NULL if that cannot be said
 * @felt: (nullable): flag of an R-STOP advice
 *
 * Sharp pain in the calf or behind the knee asks for R-DVT there and then (docs/domain.md §7). Who
 * cannot say where it hurts is asked too, if it may be there: the hands went past, a stretch is
 * felt there, or they were on no place at all. To be asked before legato_session_resolve_hurt();
 * answered yes, or "I don't know", the session does not go on.
 *
 * Returns: (nullable): flag of the advice whose question is to be asked now ("dvt"); %NULL for none
 */
const char *
legato_session_get_stop_flag (LegatoSession *self, const LegatoZone *zone, const char *felt)
{
  g_autoptr (GPtrArray) felt_zones = NULL;

  g_return_val_if_fail (LEGATO_IS_SESSION (self), NULL);

  if (zone != NULL)
    return legato_findings_get_stop_flag (zone->id, felt);
  felt_zones = legato_session_dup_felt_zones (self);
  return legato_findings_get_any_stop_flag (felt_zones, felt);
}
