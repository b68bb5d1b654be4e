/* legato-plan-routine.h: a plan as a routine that can be kept and changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"
#include "legato-routine.h"

G_BEGIN_DECLS

LegatoRoutine *legato_plan_make_routine (LegatoPlan *plan);

G_END_DECLS
