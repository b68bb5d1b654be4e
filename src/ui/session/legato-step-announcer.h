/* legato-step-announcer.h: tells a screen reader of a session's steps, each of them once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-announcer.h"
#include "legato-guide-types.h"

G_BEGIN_DECLS

/** The rest after the last step, in place of a step's number; -1 is the countdown. */
#define LEGATO_STEP_ANNOUNCER_REST -2

/** LegatoStepAnnouncer: remembers what was told last, as much of it is shown more than once */
typedef struct _LegatoStepAnnouncer LegatoStepAnnouncer;

LegatoStepAnnouncer *legato_step_announcer_new (LegatoAnnouncer *announcer);
void legato_step_announcer_free (LegatoStepAnnouncer *self);
void legato_step_announcer_clear (LegatoStepAnnouncer *self);
void legato_step_announcer_say_step (LegatoStepAnnouncer *self,
                                     int step,
                                     LegatoLeg leg,
                                     const char *title,
                                     const char *caption);
void legato_step_announcer_say_pause (LegatoStepAnnouncer *self, gboolean paused);

G_END_DECLS
