/* plan-checker.h: judges plans by the rules of the domain, knowing nothing of how they are made
 *
 * Written from the rules alone; it shares with the planner only the types of the data. What each
 * zone and technique allows stands here once more, so that a slip in the guide is found too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-planner.h"

G_BEGIN_DECLS

/** What a plan broke: a rule's id, the step (-1: no single one), and what is wrong with it. */
typedef struct
{
  const char *rule;
  int step;
  const char *what;
} PlanBreach;

/** PlanChecker: the facts, looked up once for a guide. */
typedef struct _PlanChecker PlanChecker;

PlanChecker *plan_checker_new (LegatoGuide *guide);
void plan_checker_free (PlanChecker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanChecker, plan_checker_free)

guint plan_checker_check (PlanChecker *self,
                          LegatoPlan *plan,
                          const LegatoRequest *request,
                          PlanBreach *breaches,
                          guint n_breaches);

G_END_DECLS
