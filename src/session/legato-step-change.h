/* legato-step-change.h: a plan with a step that lasts longer or shorter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

/**
 * LegatoStepLimits:
 * @tempo: per cent, at which the rest is done: holds are as long as the clock says
 * @minutes: the longest time of the session
 * @room_s: seconds of the plan that are free until that is over
 */
typedef struct
{
  guint tempo;
  guint minutes;
  int room_s;
} LegatoStepLimits;

LegatoPlan *legato_step_change (LegatoPlan *plan,
                                guint index,
                                gint64 elapsed_ns,
                                const LegatoStepLimits *limits,
                                int wish,
                                int *change,
                                GError **error);

LegatoLeg legato_step_change_find_legs (LegatoPlan *plan);

G_END_DECLS
