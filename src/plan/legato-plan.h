/* legato-plan.h: which steps, for this person, or why there are none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-person.h"

G_BEGIN_DECLS

#define LEGATO_PLAN_ERROR (legato_plan_error_quark ())

/**
 * LegatoPlanError:
 * @LEGATO_PLAN_ERROR_LENGTH: the routine cannot be done in the minutes asked for
 * @LEGATO_PLAN_ERROR_RULE: the plan would break a safety rule; the message names it
 * @LEGATO_PLAN_ERROR_REFUSED: no session at all for now; see legato_planner_get_refusals()
 * @LEGATO_PLAN_ERROR_NO_PLACE: every place that was asked for is left out
 */
typedef enum
{
  LEGATO_PLAN_ERROR_LENGTH,
  LEGATO_PLAN_ERROR_RULE,
  LEGATO_PLAN_ERROR_REFUSED,
  LEGATO_PLAN_ERROR_NO_PLACE,
} LegatoPlanError;

GQuark legato_plan_error_quark (void);

/**
 * LegatoReason: why a step is as it is, in words for a person
 * @id: of a rule ("P-POP") or of what the person has said ("fragile-skin", "soreness")
 */
typedef struct
{
  const char *id;
  const char *text;
} LegatoReason;

/**
 * LegatoStep:
 * @leg: %LEGATO_LEG_BOTH for rests and exercises done once
 * @zones: (element-type LegatoZone): those the hands touch, distal to proximal
 * @seconds: 1 or more
 * @brisk: glides go at the fastest pace, not at the comfortable one
 * @reasons: (element-type LegatoReason): borrowed, they are never freed
 * @origin: (nullable): the step of the routine that it comes from; several steps may share one
 */
typedef struct
{
  LegatoLeg leg;
  LegatoPhase phase;
  GPtrArray *zones;
  const LegatoTechnique *technique;
  LegatoPressure pressure;
  LegatoTravel travel;
  guint seconds;
  gboolean brisk;
  GPtrArray *reasons;
  const LegatoRoutineStep *origin;
} LegatoStep;

/**
 * LegatoLeftOut: something that the routine or the goal has, and this person's plan has not
 * @technique: (nullable): %NULL if the zone is left out altogether
 */
typedef struct
{
  LegatoLeg leg;
  const LegatoZone *zone;
  const LegatoTechnique *technique;
  LegatoReason reason;
} LegatoLeftOut;

/** LegatoPlan: immutable and reference counted (a boxed type). Holds its guide alive. */
typedef struct _LegatoPlan LegatoPlan;

#define LEGATO_TYPE_PLAN (legato_plan_get_type ())
GType legato_plan_get_type (void);

/** What a zone's speed limits and a plan's lengths are reckoned with: 1000 units of a leg, in cm.
 */
#define LEGATO_LEG_CM 85.0

const char *legato_reason_get_key (const LegatoReason *self);
const LegatoReason *legato_reason_from_key (const char *key);

LegatoStep *legato_step_new (LegatoLeg leg,
                             LegatoPhase phase,
                             const LegatoTechnique *technique,
                             LegatoPressure pressure,
                             guint seconds);
void legato_step_free (LegatoStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoStep, legato_step_free)

LegatoPlan *legato_plan_new (LegatoGuide *guide, const LegatoRoutine *routine, GPtrArray *steps);
LegatoPlan *legato_plan_new_full (LegatoGuide *guide,
                                  const LegatoRoutine *routine,
                                  LegatoGoal goal,
                                  guint requested_seconds,
                                  guint needs,
                                  GPtrArray *steps,
                                  GPtrArray *left_out);
LegatoPlan *legato_plan_ref (LegatoPlan *self);
void legato_plan_unref (LegatoPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoPlan, legato_plan_unref)

LegatoGuide *legato_plan_get_guide (LegatoPlan *self);
const LegatoRoutine *legato_plan_get_routine (LegatoPlan *self);
LegatoGoal legato_plan_get_goal (LegatoPlan *self);
const char *legato_plan_get_title (LegatoPlan *self);
GPtrArray *legato_plan_get_left_out (LegatoPlan *self);
const LegatoZone *legato_plan_get_only_zone (LegatoPlan *self, LegatoLeg *leg);
guint legato_plan_get_seconds (LegatoPlan *self);
guint legato_plan_get_massage_seconds (LegatoPlan *self);
guint legato_plan_get_requested_seconds (LegatoPlan *self);
guint legato_plan_get_needs (LegatoPlan *self);
guint legato_plan_get_n_steps (LegatoPlan *self);
const LegatoStep *legato_plan_get_step (LegatoPlan *self, guint index);

const char *legato_step_get_place (const LegatoStep *self);
char *legato_step_dup_title (const LegatoStep *self);
char *legato_step_dup_reach (const LegatoStep *self);
GPtrArray *legato_step_get_shown_zones (const LegatoStep *self);
GPtrArray *legato_step_dup_felt_zones (const LegatoStep *self, LegatoGuide *guide);

gboolean legato_plan_is_for_partner (LegatoPlan *plan);

G_END_DECLS
