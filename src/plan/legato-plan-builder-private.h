/* legato-plan-builder-private.h: a plan in the making (private to src/plan)
 *
 * It goes through the files in this order: legato-builder-limits.c reads from the person what is
 * closed and how firm anything may be; legato-builder-steps.c turns the steps of a routine or goal
 * into planned steps for each leg, with legato-builder-tools.c where the person has tools, and
 * legato-builder-parts.c splits them where zones are closed or borne less;
 * legato-builder-complete.c adds what is missing and lets pressure rise only once;
 * legato-builder-time.c gives every step its seconds; legato-planner.c makes the plan of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-plan.h"
#include "legato-reason.h"
#include "legato-request.h"
#include "legato-zone-set.h"

G_BEGIN_DECLS

/** A step without limit: half an hour is shorter. */
#define LEGATO_UNLIMITED 3600

/**
 * LegatoPlannedStep: a step on its way into the plan
 * @brisk: whether it is so without its @origin, as in a plan that is continued
 * @wanted: the pressure that the routine asks for
 * @weight: seconds at the routine's own length
 * @least, @most: bounds of @seconds
 * @fixed: while the time is shared: whether it stays at one of its bounds
 * @rest: what rounding took away
 */
typedef struct
{
  const LegatoRoutineStep *origin;
  gboolean brisk;
  const LegatoTechnique *technique;
  LegatoPhase phase;
  LegatoPressure wanted;
  LegatoPressure pressure;
  LegatoZoneSet zones;
  LegatoReasonSet reasons;
  double weight;
  double rest;
  gboolean fixed;
  guint least;
  guint most;
  guint seconds;
} LegatoPlannedStep;

/** LegatoPlannedList: steps in their order; it grows as steps are added. */
typedef struct
{
  guint n;
  guint room;
  LegatoPlannedStep *items;
} LegatoPlannedList;

typedef struct
{
  LegatoLeg leg;
  const LegatoZone *zone;
  const LegatoTechnique *technique;
  LegatoReasonCode reason;
} LegatoOmission;

/** The techniques and exercises that rules name; %NULL if the guide has them not. */
typedef struct
{
  const LegatoTechnique *effleurage;
  const LegatoTechnique *lymph;
  const LegatoTechnique *kneading;
  const LegatoTechnique *tapping;
  const LegatoTechnique *friction;
  const LegatoTechnique *circles;
  const LegatoTechnique *breathing;
  const LegatoTechnique *legs_raised;
} LegatoKnown;

/**
 * LegatoPlanBuilder:
 * @conditions: the person's, with those that are cleared
 * @minutes: how much room there is for steps that wait for longer sessions
 * @zones: by rank; %NULL where there is none
 * @lower_leg, @foot: below the knee; the foot
 * @buttock: of that, what one cannot glide over together with the leg on one's own
 * @hip: front of the hip and buttock, beyond where a glide up the leg ends
 * @at_knee, @at_hip: at or beside the joint
 * @help: #LegatoHelp: whose hands they are
 * @spared: what a stretch may not load
 * @closed: what may not be touched, for whatever reason
 * @gentle: so sore that it gets glides, circles and lymph strokes only
 * @caps, @cap_reasons: how firm each zone may be pressed at most, and reason it is not firmer
 * @routine: the routine or goal; its own steps if a zone is asked for
 * @asked_seconds: how long the plan shall be
 * @seconds: how long it can be
 * @reasons: reasons that go with the first step
 * @active: the legs that are massaged; if @same_legs, only the left one is worked out
 * @once: what is done for both legs; up to @n_before before them
 * @left_out: (element-type LegatoOmission)
 * @named: what the routine touches on a leg
 * @altered: whether the person's leg is not done as the routine says
 * @leg_weight, @once_weight: of the routine's steps for one leg, and for both together: before
 * anything is left out
 */
typedef struct
{
  LegatoGuide *guide;
  const LegatoRequest *request;
  const LegatoPerson *person;
  guint conditions;
  LegatoKnown known;

  const LegatoZone *zones[LEGATO_MAX_ZONES];
  LegatoZoneSet all;
  LegatoZoneSet behind_knee;
  LegatoZoneSet lower_leg;
  LegatoZoneSet foot;
  LegatoZoneSet hip;
  LegatoZoneSet buttock;
  LegatoZoneSet at_knee;
  LegatoZoneSet at_hip;
  LegatoZoneSet in_view[4];

  LegatoHelp help;
  LegatoZoneSet spared[2];
  LegatoZoneSet closed[2];
  LegatoZoneSet gentle[2];
  guint8 caps[2][LEGATO_MAX_ZONES];
  guint8 cap_reasons[2][LEGATO_MAX_ZONES];

  const LegatoRoutine *routine;
  guint minutes;
  guint asked_seconds;
  guint seconds;
  LegatoReasonSet reasons;
  double leg_weight;
  double once_weight;

  gboolean active[2];
  gboolean same_legs;
  LegatoZoneSet named[2];
  gboolean altered[2];
  LegatoPlannedList once;
  guint n_before;
  LegatoPlannedList legs[2];

  GArray *left_out;
} LegatoPlanBuilder;

/* legato-plan-builder.c */
void legato_plan_builder_init (LegatoPlanBuilder *builder,
                               LegatoGuide *guide,
                               const LegatoRequest *request);
void legato_plan_builder_clear (LegatoPlanBuilder *builder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LegatoPlanBuilder, legato_plan_builder_clear)

const LegatoUse *legato_plan_builder_find_use (LegatoPlanBuilder *builder,
                                               guint rank,
                                               const LegatoTechnique *technique);
gboolean legato_technique_is_sleeve (const LegatoTechnique *technique);
LegatoZoneSet legato_plan_builder_get_uses (const LegatoTechnique *technique);
guint legato_plan_builder_get_least_seconds (LegatoPlanBuilder *builder,
                                             const LegatoPlannedStep *planned);
LegatoPlannedStep *legato_planned_list_add (LegatoPlannedList *list,
                                            const LegatoPlannedStep *planned);
void legato_planned_list_remove (LegatoPlannedList *list, guint index);
void legato_plan_builder_leave_out (LegatoPlanBuilder *builder,
                                    LegatoLeg leg,
                                    const LegatoZone *zone,
                                    const LegatoTechnique *technique,
                                    LegatoReasonCode reason);
void legato_plan_builder_set_bounds (LegatoPlanBuilder *builder, LegatoPlannedStep *planned);

/* legato-builder-limits.c */
void legato_plan_builder_adapt (LegatoPlanBuilder *builder);
LegatoReasonCode
legato_plan_builder_get_closed_reason (LegatoPlanBuilder *builder, LegatoLeg leg, guint rank);
gboolean legato_plan_builder_is_swelling (LegatoPlanBuilder *builder);
gboolean legato_plan_builder_is_reachable (LegatoPlanBuilder *builder,
                                           guint rank,
                                           const LegatoTechnique *technique);
LegatoReasonCode legato_plan_builder_get_exercise_reason (LegatoPlanBuilder *builder,
                                                          LegatoLeg leg,
                                                          const LegatoTechnique *exercise);
gboolean legato_plan_builder_may_rest (LegatoPlanBuilder *builder);
gboolean legato_plan_builder_drains (LegatoPlanBuilder *builder);
LegatoReasonCode legato_plan_builder_get_glide_reason (LegatoPlanBuilder *builder,
                                                       LegatoLeg leg,
                                                       guint rank,
                                                       const LegatoTechnique *technique);
LegatoReasonCode legato_plan_builder_get_tool_reason (LegatoPlanBuilder *builder,
                                                      LegatoLeg leg,
                                                      LegatoZoneSet zones,
                                                      const LegatoTechnique *technique);
void
legato_plan_builder_press (LegatoPlanBuilder *builder, LegatoLeg leg, LegatoPlannedStep *planned);

/* legato-builder-steps.c */
void legato_plan_builder_leave_out_exercise (LegatoPlanBuilder *builder,
                                             LegatoLeg leg,
                                             const LegatoTechnique *exercise,
                                             LegatoReasonCode reason);
void legato_plan_builder_add_leg (LegatoPlanBuilder *builder, LegatoLeg leg, GPtrArray *steps);
void legato_plan_builder_breathe_first (LegatoPlanBuilder *builder);
void legato_plan_builder_add_once (LegatoPlanBuilder *builder, GPtrArray *steps);

/* legato-builder-parts.c */
guint legato_technique_count_holds (const LegatoTechnique *technique, double seconds);
guint legato_plan_builder_split (LegatoPlanBuilder *builder,
                                 LegatoLeg leg,
                                 LegatoZoneSet zones,
                                 LegatoZoneSet *parts,
                                 guint max_parts);
void legato_plan_builder_add_parts (LegatoPlanBuilder *builder,
                                    LegatoLeg leg,
                                    const LegatoPlannedStep *planned);
LegatoZoneSet legato_plan_builder_get_marked_tight (LegatoPlanBuilder *builder, LegatoLeg leg);

/* legato-builder-tools.c */
LegatoReasonCode legato_plan_builder_find_obstacle (LegatoPlanBuilder *builder,
                                                    LegatoLeg leg,
                                                    guint rank,
                                                    const LegatoTechnique *technique);
void legato_plan_builder_replace_by_tools (LegatoPlanBuilder *builder,
                                           LegatoLeg leg,
                                           LegatoPlannedStep *planned);
void legato_plan_builder_add_closing (LegatoPlanBuilder *builder);

/* legato-builder-complete.c */
void legato_plan_builder_complete_leg (LegatoPlanBuilder *builder, LegatoLeg leg);
void legato_plan_builder_add_glides (LegatoPlanBuilder *builder,
                                     LegatoLeg leg,
                                     LegatoPhase phase,
                                     LegatoZoneSet open,
                                     LegatoReasonCode reason,
                                     guint seconds);
void legato_plan_builder_limit_repeats (LegatoPlanBuilder *builder, LegatoLeg leg);
void legato_plan_builder_order_runs (LegatoPlanBuilder *builder, LegatoLeg leg);
void legato_plan_builder_let_pressure_fall (LegatoPlanBuilder *builder,
                                            LegatoLeg leg,
                                            const guint8 *last,
                                            LegatoZoneSet touched,
                                            LegatoZoneSet fallen);

/* legato-builder-time.c */
gboolean legato_plan_builder_share_time (LegatoPlanBuilder *builder, GError **error);
gboolean legato_planned_list_share (LegatoPlannedList *list, guint seconds);
guint legato_planned_list_get_most (const LegatoPlannedList *list);
gboolean legato_plan_builder_fit_leg (LegatoPlanBuilder *builder, LegatoLeg leg, guint seconds);

/* legato-planner.c */
LegatoPlan *legato_plan_builder_make_plan (LegatoPlanBuilder *builder);

G_END_DECLS
