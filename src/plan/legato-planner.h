/* legato-planner.h: makes a plan of what was asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"
#include "legato-refusal.h"
#include "legato-request.h"

G_BEGIN_DECLS

LegatoPlan *legato_planner_make (LegatoGuide *guide, const LegatoRequest *request, GError **error);
LegatoPlan *legato_planner_make_as_written (LegatoGuide *guide, const LegatoRequest *request);
LegatoPlan *legato_planner_replan (LegatoPlan *plan,
                                   const LegatoRequest *request,
                                   guint step,
                                   guint seconds_left,
                                   const LegatoZone *zone,
                                   LegatoLeg leg,
                                   GError **error);

G_END_DECLS
