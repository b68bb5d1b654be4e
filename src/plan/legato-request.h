/* legato-request.h: what is asked of the planner
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person.h"

G_BEGIN_DECLS

/** Nobody is guided for less or longer, whatever the routine (docs/domain.md §4). */
#define LEGATO_PLAN_MIN_MINUTES 3
#define LEGATO_PLAN_MAX_MINUTES LEGATO_GUIDE_MAX_MINUTES

/** After long standing or sitting a session of its own length is a short one (docs/domain.md §6).
 */
#define LEGATO_PLAN_SHORT_MINUTES 10

/** No leg is massaged longer, and a session of one leg alone is no longer [S2: 7-15 minutes a leg].
 */
#define LEGATO_PLAN_MAX_LEG_MINUTES 15

/**
 * LegatoRequest: what to plan: a routine, a session for a goal, or one zone alone
 * @routine: (nullable): %NULL for a session for @goal or of @zone
 * @goal: what it is for, if it is neither a routine nor of one zone
 * @minutes: 3-30, or 0 for the routine's or the goal's own length, or for what suits the zone;
 *   after long standing no more than %LEGATO_PLAN_SHORT_MINUTES then
 * @legs: one leg, or %LEGATO_LEG_BOTH
 * @tools: (nullable): %NULL-terminated ids of the tools at hand; hands do what others would
 * @closing_minutes: how long the tool runs that a routine closes with, of a person who has it; 0
 *   for as long as the routine says
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
  guint closing_minutes;
  const LegatoZone *zone;
  const LegatoTechnique *technique;
  LegatoGoal goal;
  const LegatoPerson *person;
} LegatoRequest;

const char *legato_request_get_name (const LegatoRequest *request, LegatoGuide *guide);
gboolean legato_request_is_for_partner (const LegatoRequest *request);
char **legato_routine_dup_tools (const LegatoRoutine *routine);
char **legato_routine_dup_optional_tools (const LegatoRoutine *routine);
char **legato_request_dup_tools (const LegatoRequest *request);
const LegatoTechnique *legato_planner_choose_technique (const LegatoZone *zone);

G_END_DECLS
