/* legato-session-change.c: another tempo, a longer or shorter step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-session-private.h"
#include "legato-step-change.h"

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
  legato_session_count_so_far (self);
  self->tempo = tempo;
  if (legato_session_is_under_way (self))
    legato_transport_set_tempo (self->player, tempo / 100.0);
  legato_session_keep (self);
  legato_session_notify_tempo (self);
}

/* @position: up to which all is counted */
static LegatoPlan *
try_change (LegatoSession *self, gint64 position, int seconds, int *change, GError **error)
{
  LegatoTimeline *timeline = legato_session_get_timeline (self);
  LegatoPlan *plan = legato_session_get_plan (self);
  LegatoStepLimits limits = { .tempo = self->tempo };

  limits.minutes = legato_session_get_longest (self);
  limits.room_s =
      (int) (legato_session_get_room (self, self->tempo) * self->tempo / 100 / LEGATO_SECOND);
  return legato_step_change (plan, (guint) self->step,
                             position
                                 - legato_timeline_get_step_onset (timeline, (guint) self->step),
                             &limits, seconds, change, error);
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

  if (!legato_session_is_under_way (self) || self->step < 0)
    return 0;
  position = legato_session_ask_position (self);
  if (legato_session_is_moving (self))
    legato_session_count_up_to (self, position);
  plan = try_change (self, position, seconds, &change, error);
  if (plan == NULL)
    return 0;

  timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  legato_tally_relay (self->tally, timeline);
  legato_transport_replace (self->player, timeline, position);
  legato_session_keep (self);
  legato_session_notify_timeline (self);
  return change;
}
