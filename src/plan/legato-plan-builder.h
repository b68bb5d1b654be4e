/* legato-plan-builder.h: a plan in the making (private to src/plan)
 *
 * A job goes through the files in this order: legato-adapt.c reads from the person what is closed
 * and how firm anything may be; legato-draft.c turns the steps of a routine or goal into drafts for
 * each leg; legato-compose.c adds what is missing and lets pressure rise only once;
 * legato-spread.c gives every draft its seconds; legato-planner.c makes the plan of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-planner.h"
#include "legato-reason.h"

G_BEGIN_DECLS

/** More steps than fit into half an hour on a leg. */
#define LEGATO_MAX_DRAFTS 160

#define LEGATO_MAX_LEFT_OUT 160

/** A draft without limit: half an hour is shorter. */
#define LEGATO_UNLIMITED 3600

/**
 * LegatoDraft: a step on its way into the plan
 * @wanted: the pressure that the routine asks for
 * @weight: seconds at the routine's own length
 * @least, @most: bounds of @seconds
 * @rest: what rounding took away
 */
typedef struct
{
  const LegatoRoutineStep *origin;
  const LegatoTechnique *technique;
  LegatoPhase phase;
  LegatoPressure wanted;
  LegatoPressure pressure;
  LegatoZoneSet zones;
  LegatoWhySet whys;
  double weight;
  double rest;
  guint least;
  guint most;
  guint seconds;
} LegatoDraft;

typedef struct
{
  guint n;
  LegatoDraft items[LEGATO_MAX_DRAFTS];
} LegatoDrafts;

typedef struct
{
  LegatoLeg leg;
  const LegatoZone *zone;
  const LegatoTechnique *technique;
  LegatoWhy why;
} LegatoOmission;

/** The techniques and exercises that rules name; %NULL if the guide has them not. */
typedef struct
{
  const LegatoTechnique *effleurage;
  const LegatoTechnique *lymph;
  const LegatoTechnique *kneading;
  const LegatoTechnique *tapping;
  const LegatoTechnique *friction;
  const LegatoTechnique *legs_raised;
} LegatoKnown;

/**
 * LegatoJob:
 * @off: the rules that are switched off for a test, as bits of their place in the list of rules
 * @conditions: the person's, without those whose adaptation is switched off
 * @minutes: how much room there is for steps that wait for longer sessions
 * @zones: by rank; %NULL where there is none
 * @closed: what may not be touched, for whatever reason
 * @caps, @cap_whys: how firm each zone may be pressed at most, and why it is not firmer
 * @recipe: the routine or goal; its own steps if a zone is asked for
 * @seconds: how long the plan shall be
 * @whys: reasons that go with the first step
 * @active: the legs that are massaged; if @same_legs, only the left one is worked out
 * @once: what is done for both legs; up to @n_before before them
 * @named: what the recipe touches on a leg
 * @altered: whether the person's leg is not done as the recipe says
 * @leg_weight, @once_weight: of the recipe's steps for one leg, and for both together: before
 * anything is left out
 */
typedef struct
{
  LegatoGuide *guide;
  const LegatoRequest *request;
  const LegatoPerson *person;
  guint64 off;
  guint conditions;
  LegatoKnown known;

  const LegatoZone *zones[LEGATO_MAX_ZONES];
  LegatoZoneSet all;
  LegatoZoneSet hollow;
  LegatoZoneSet lower_leg;
  LegatoZoneSet in_view[4];

  LegatoZoneSet closed[2];
  guint8 caps[2][LEGATO_MAX_ZONES];
  guint8 cap_whys[2][LEGATO_MAX_ZONES];

  const LegatoRoutine *recipe;
  guint minutes;
  guint seconds;
  LegatoWhySet whys;
  double leg_weight;
  double once_weight;

  gboolean active[2];
  gboolean same_legs;
  LegatoZoneSet named[2];
  gboolean altered[2];
  LegatoDrafts once;
  guint n_before;
  LegatoDrafts legs[2];
  gboolean overflow;

  LegatoOmission left_out[LEGATO_MAX_LEFT_OUT];
  guint n_left_out;
} LegatoJob;

/* legato-job.c */
void
legato_job_init (LegatoJob *job, LegatoGuide *guide, const LegatoRequest *request, guint64 off);
const LegatoUse *legato_job_find_use (LegatoJob *job, guint rank, const LegatoTechnique *technique);
LegatoZoneSet legato_job_get_uses (const LegatoTechnique *technique);
double legato_job_get_way_cm (LegatoJob *job, LegatoZoneSet zones);
LegatoDraft *legato_job_add (LegatoJob *job, LegatoDrafts *drafts, const LegatoDraft *draft);
void legato_job_remove (LegatoDrafts *drafts, guint index);
void legato_job_leave_out (LegatoJob *job,
                           LegatoLeg leg,
                           const LegatoZone *zone,
                           const LegatoTechnique *technique,
                           LegatoWhy why);
void legato_job_set_bounds (LegatoJob *job, LegatoDraft *draft);
gboolean legato_job_is_off (LegatoJob *job, const char *rule_id);

/* legato-adapt.c */
void legato_job_adapt (LegatoJob *job);
LegatoWhy legato_job_get_closed_why (LegatoJob *job, LegatoLeg leg, guint rank);
gboolean legato_job_is_swelling (LegatoJob *job);
LegatoWhy legato_job_get_tool_why (LegatoJob *job,
                                   LegatoLeg leg,
                                   LegatoZoneSet zones,
                                   const LegatoTechnique *technique);
void legato_job_press (LegatoJob *job, LegatoLeg leg, LegatoDraft *draft);

/* legato-draft.c */
gboolean legato_technique_is_sleeve (const LegatoTechnique *technique);
guint legato_technique_count_holds (const LegatoTechnique *technique, double seconds);
guint legato_job_split (LegatoJob *job,
                        LegatoLeg leg,
                        LegatoZoneSet zones,
                        LegatoZoneSet *parts,
                        guint max_parts);
void legato_job_add_parts (LegatoJob *job, LegatoLeg leg, const LegatoDraft *draft);
void legato_job_add_leg (LegatoJob *job, LegatoLeg leg, GPtrArray *steps);
void legato_job_add_once (LegatoJob *job, GPtrArray *steps);

/* legato-compose.c */
void legato_job_complete_leg (LegatoJob *job, LegatoLeg leg);
void legato_job_add_glides (LegatoJob *job,
                            LegatoLeg leg,
                            LegatoPhase phase,
                            LegatoZoneSet open,
                            LegatoWhy why,
                            guint seconds);
void legato_job_limit_repeats (LegatoJob *job, LegatoLeg leg);
void legato_job_order_runs (LegatoJob *job, LegatoLeg leg);
void legato_job_let_pressure_fall (LegatoJob *job,
                                   LegatoLeg leg,
                                   const guint8 *last,
                                   LegatoZoneSet touched,
                                   LegatoZoneSet fallen);

/* legato-spread.c */
gboolean legato_job_spread (LegatoJob *job, GError **error);
gboolean legato_drafts_spread (LegatoDrafts *drafts, guint seconds);
guint legato_drafts_get_least (const LegatoDrafts *drafts);
guint legato_drafts_get_most (const LegatoDrafts *drafts);
gboolean legato_job_fit_leg (LegatoJob *job, LegatoLeg leg, guint seconds);

/* legato-planner.c */
LegatoPlan *legato_job_make_plan (LegatoJob *job);
LegatoPlan *legato_planner_make_off (LegatoGuide *guide,
                                     const LegatoRequest *request,
                                     guint64 off,
                                     GError **error);

/* legato-faults.c */
void legato_job_spoil_leg (LegatoJob *job, LegatoLeg leg);

G_END_DECLS
