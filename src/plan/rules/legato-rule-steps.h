/* legato-rule-steps.h: what the rules ask of steps, places and the person (private to src/plan)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"
#include "legato-request.h"

G_BEGIN_DECLS

typedef gboolean (*LegatoStepHolds) (LegatoPlan *plan,
                                     const LegatoRequest *request,
                                     const LegatoStep *step);

gboolean legato_rule_holds_for_each (LegatoPlan *plan,
                                     const LegatoRequest *request,
                                     int *bad,
                                     LegatoStepHolds holds);
gboolean legato_step_is_massage (const LegatoStep *step);
gboolean legato_step_has_stroke (const LegatoStep *step, LegatoStroke stroke);
LegatoZoneSet legato_step_get_zone_set (const LegatoStep *step);
gboolean legato_plan_is_drainage (LegatoPlan *plan);

LegatoZoneSet legato_plan_get_zone_set (LegatoPlan *plan, const char *const *ids);

gboolean legato_request_has (const LegatoRequest *request, guint conditions);
gboolean legato_request_drains (LegatoPlan *plan, const LegatoRequest *request);
LegatoZoneSet
legato_request_get_agreed (LegatoPlan *plan, const LegatoRequest *request, LegatoLeg leg);
LegatoZoneSet
legato_request_get_numb (LegatoPlan *plan, const LegatoRequest *request, LegatoLeg leg);
gboolean legato_request_is_leg_open (LegatoPlan *plan, const LegatoRequest *request, LegatoLeg leg);

G_END_DECLS
