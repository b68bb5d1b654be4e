/* legato-step-change.h: a plan with a step that lasts longer or shorter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

LegatoPlan *legato_step_change (LegatoPlan *plan,
                                guint index,
                                gint64 elapsed_ns,
                                guint tempo,
                                int room_s,
                                int wish,
                                int *change,
                                GError **error);

LegatoLeg legato_step_change_find_legs (LegatoPlan *plan);
guint legato_step_change_get_longest (LegatoPlan *plan);

G_END_DECLS
