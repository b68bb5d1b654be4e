/* legato-planner.h: makes a plan of what was asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person.h"
#include "legato-plan.h"

G_BEGIN_DECLS

/** Nobody is guided for less or longer, whatever the routine (domain.md §4). */
#define LEGATO_PLAN_MIN_MINUTES 3
#define LEGATO_PLAN_MAX_MINUTES 30

/**
 * LegatoRequest: what to plan: a routine, a session for a goal, or one zone alone
 * @routine: (nullable): %NULL for a session for @goal or of @zone
 * @goal: what it is for, if it is neither a routine nor of one zone
 * @minutes: 3-30, or 0 for the routine's own length, or for what suits the zone
 * @legs: one leg, or %LEGATO_LEG_BOTH
 * @tools: (nullable): %NULL-terminated ids of the tools at hand
 * @zone: (nullable): what to massage if there is no routine
 * @technique: (nullable): how, between the glides that open and close it; %NULL for what the zone
 *   is first worked with, see legato_planner_choose_technique()
 * @person: (nullable): whom it is for; %NULL for somebody of whom nothing special is known
 */
typedef struct
{
  const LegatoRoutine *routine;
  guint minutes;
  LegatoLeg legs;
  const char *const *tools;
  const LegatoZone *zone;
  const LegatoTechnique *technique;
  LegatoGoal goal;
  const LegatoPerson *person;
} LegatoRequest;

LegatoPlan *legato_planner_make (LegatoGuide *guide, const LegatoRequest *request, GError **error);
GPtrArray *legato_planner_get_refusals (LegatoGuide *guide, const char *const *flags);
const LegatoTechnique *legato_planner_choose_technique (const LegatoZone *zone);
char **legato_routine_dup_tools (const LegatoRoutine *routine);
char **legato_request_dup_tools (const LegatoRequest *request);

G_END_DECLS
