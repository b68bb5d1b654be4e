/* legato-planner.h: makes a plan of what was asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"

G_BEGIN_DECLS

/** Nobody is guided for less or longer, whatever the routine (domain.md §4). */
#define LEGATO_PLAN_MIN_MINUTES 3
#define LEGATO_PLAN_MAX_MINUTES 30

/**
 * LegatoRequest: what to plan
 * @minutes: 3-30, or 0 for the routine's own length
 * @legs: one leg, or %LEGATO_LEG_BOTH
 * @tools: (nullable): %NULL-terminated ids of the tools at hand
 */
typedef struct
{
  const LegatoRoutine *routine;
  guint minutes;
  LegatoLeg legs;
  const char *const *tools;
} LegatoRequest;

LegatoPlan *legato_planner_make (LegatoGuide *guide, const LegatoRequest *request, GError **error);
GPtrArray *legato_planner_get_refusals (LegatoGuide *guide, const char *const *flags);
char **legato_routine_dup_tools (const LegatoRoutine *routine);

G_END_DECLS
