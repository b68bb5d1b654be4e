/* legato-step-progress.h: how far a session is: one segment a step, the two legs apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "legato-timeline.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_STEP_PROGRESS (legato_step_progress_get_type ())
G_DECLARE_FINAL_TYPE (LegatoStepProgress, legato_step_progress, LEGATO, STEP_PROGRESS, GtkWidget)

void legato_step_progress_set_timeline (LegatoStepProgress *self, LegatoTimeline *timeline);
void legato_step_progress_set_position (LegatoStepProgress *self, gint64 position);

G_END_DECLS
