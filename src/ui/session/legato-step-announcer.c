/* legato-step-announcer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-step-announcer.h"

/* No step, neither countdown nor rest. */
#define NOTHING -3

struct _LegatoStepAnnouncer
{
  LegatoAnnouncer *announcer;
  int step; /* index in the plan, -1, LEGATO_STEP_ANNOUNCER_REST or NOTHING */
  LegatoLeg leg;
  char *title; /* (nullable) */
  gboolean paused;
};

/** Returns: (transfer full): speaks by @announcer; nothing was told yet */
LegatoStepAnnouncer *
legato_step_announcer_new (LegatoAnnouncer *announcer)
{
  LegatoStepAnnouncer *self = NULL;

  g_return_val_if_fail (LEGATO_IS_ANNOUNCER (announcer), NULL);

  self = g_new0 (LegatoStepAnnouncer, 1);
  self->announcer = g_object_ref (announcer);
  legato_step_announcer_clear (self);
  return self;
}

void
legato_step_announcer_free (LegatoStepAnnouncer *self)
{
  g_object_unref (self->announcer);
  g_free (self->title);
  g_free (self);
}

/** legato_step_announcer_clear: another session: nothing of it was told yet */
void
legato_step_announcer_clear (LegatoStepAnnouncer *self)
{
  g_return_if_fail (self != NULL);

  self->step = NOTHING;
  self->leg = LEGATO_LEG_BOTH;
  self->paused = FALSE;
  g_clear_pointer (&self->title, g_free);
}

/**
 * legato_step_announcer_say_step:
 * @step: index in the plan, -1 for the countdown, or %LEGATO_STEP_ANNOUNCER_REST
 * @leg: on which it is done
 * @title: its name, with the place
 * @caption: what there is to do
 *
 * Tells of a step that is shown. It is told when it begins, whatever is shown anew while it goes
 * on; its title once, though it stands there in the countdown already.
 */
void
legato_step_announcer_say_step (LegatoStepAnnouncer *self,
                                int step,
                                LegatoLeg leg,
                                const char *title,
                                const char *caption)
{
  gboolean other = FALSE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (title != NULL && caption != NULL);

  other = g_strcmp0 (self->title, title) != 0;
  if (step == self->step && !other)
    return;
  if (leg != LEGATO_LEG_BOTH && self->leg != LEGATO_LEG_BOTH && leg != self->leg)
    legato_announcer_say (self->announcer, _ ("Other leg"));
  if (other)
    legato_announcer_say (self->announcer, title);
  legato_announcer_say (self->announcer, caption);
  self->step = step;
  self->leg = leg;
  g_free (self->title);
  self->title = g_strdup (title);
}

/** legato_step_announcer_say_pause: tells of a pause, and after it again of the step that goes on
 */
void
legato_step_announcer_say_pause (LegatoStepAnnouncer *self, gboolean paused)
{
  g_return_if_fail (self != NULL);

  if (self->paused == paused)
    return;
  self->paused = paused;
  legato_announcer_say (self->announcer, paused ? _ ("Paused") : self->title);
}
