/* legato-builder-limits.c: what the person tells about themselves, as limits for hands and tools
 *
 * docs/domain.md §6 in one place: which zones are closed and why, how firm each zone may be pressed
 * at most and why, and which tools may be used where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <string.h>

#include "legato-plan-builder-private.h"

/* Conditions that on their own keep every touch light. */
static const struct
{
  LegatoCondition condition;
  LegatoReasonCode reason;
} lightening[] = {
  { LEGATO_CONDITION_VEINS, LEGATO_REASON_LIGHT_VEINS },
  { LEGATO_CONDITION_NEUROPATHY, LEGATO_REASON_LIGHT_NEUROPATHY },
  { LEGATO_CONDITION_PREGNANCY, LEGATO_REASON_LIGHT_PREGNANCY },
  { LEGATO_CONDITION_PREGNANCY_SWELLING, LEGATO_REASON_LIGHT_PREGNANCY_SWELLING },
};

static gboolean
has (LegatoPlanBuilder *builder, guint conditions)
{
  return (builder->conditions & conditions) != 0;
}

static void
cap (LegatoPlanBuilder *builder,
     LegatoLeg leg,
     LegatoZoneSet zones,
     LegatoPressure pressure,
     LegatoReasonCode reason)
{
  for (guint rank = 0; zones >> rank != 0; rank++)
    if (((zones >> rank) & 1) && builder->caps[leg][rank] > pressure)
      {
        builder->caps[leg][rank] = (guint8) pressure;
        builder->cap_reasons[leg][rank] = (guint8) reason;
      }
}

/* The zones of @leg that are sorest today; none if nothing is sore. */
static LegatoZoneSet
find_sorest (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  const guint8 *soreness = builder->person->soreness[leg];
  LegatoZoneSet sorest = 0;
  guint8 most = 1;

  for (guint rank = 0; builder->all >> rank != 0; rank++)
    {
      if (!((builder->all >> rank) & 1) || soreness[rank] < most)
        continue;
      if (soreness[rank] > most)
        sorest = 0;
      most = soreness[rank];
      sorest |= 1u << rank;
    }
  return sorest;
}

static LegatoZoneSet
find_sore (LegatoPlanBuilder *builder, LegatoLeg leg, guint from, guint to)
{
  LegatoZoneSet found = 0;

  for (guint rank = 0; builder->all >> rank != 0; rank++)
    if (builder->person->soreness[leg][rank] >= from && builder->person->soreness[leg][rank] <= to)
      found |= 1u << rank;
  return found & builder->all;
}

/* With some conditions only what a clinician agreed to; with swelling in pregnancy only the lower
 * leg of that. What was agreed to never widens anything. */
static LegatoZoneSet
get_not_agreed (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  LegatoZoneSet closed = 0;

  if (has (builder, LEGATO_CONDITIONS_NEED_PLACES))
    closed |= builder->all & ~builder->person->agreed[leg];
  if (has (builder, LEGATO_CONDITION_PREGNANCY_SWELLING))
    closed |= builder->all & ~builder->lower_leg;
  return closed;
}

static gboolean
is_numbness_unnamed (LegatoPlanBuilder *builder)
{
  return has (builder, LEGATO_CONDITION_NEUROPATHY)
         && (builder->person->numb[0] | builder->person->numb[1]) == 0;
}

static void
cap_zones (LegatoPlanBuilder *builder, LegatoLeg leg, gboolean worse)
{
  const LegatoPerson *person = builder->person;
  LegatoZoneSet all = builder->all;

  if (legato_plan_builder_is_swelling (builder))
    cap (builder, leg, all, LEGATO_PRESSURE_FEATHER, LEGATO_REASON_LIGHT_SWELLING);
  for (guint i = 0; i < G_N_ELEMENTS (lightening); i++)
    if (has (builder, lightening[i].condition))
      cap (builder, leg, all, LEGATO_PRESSURE_LIGHT, lightening[i].reason);
  if (worse)
    cap (builder, leg, all, LEGATO_PRESSURE_LIGHT, LEGATO_REASON_LIGHT_WORSE);
  if (has (builder, LEGATO_CONDITIONS_NEED_CLEARANCE))
    cap (builder, leg, all, LEGATO_PRESSURE_LIGHT, LEGATO_REASON_LIGHT_CLEARED);
  if (has (builder, LEGATO_CONDITION_SPORT_SORENESS))
    cap (builder, leg, find_sorest (builder, leg), LEGATO_PRESSURE_LIGHT,
         LEGATO_REASON_LIGHT_SPORT);
  cap (builder, leg, builder->gentle[leg], LEGATO_PRESSURE_LIGHT, LEGATO_REASON_GLIDE_SORE);
  cap (builder, leg, person->tender[leg] & all, LEGATO_PRESSURE_LIGHT, LEGATO_REASON_LIGHT_TENDER);
  cap (builder, leg, person->pressed[leg] & all, LEGATO_PRESSURE_LIGHT,
       LEGATO_REASON_LIGHT_PRESSED);
}

/** legato_plan_builder_adapt: reads the limits from the person. */
void
legato_plan_builder_adapt (LegatoPlanBuilder *builder)
{
  const LegatoPerson *person = builder->person;
  gboolean worse = FALSE;

  builder->conditions = legato_person_get_conditions (person);
  worse = has (builder, LEGATO_CONDITION_WORSE_AFTER_LAST)
          || (person->worse[0] | person->worse[1]) != 0;

  memset (builder->caps, LEGATO_PRESSURE_MODERATE, sizeof builder->caps);
  memset (builder->cap_reasons, LEGATO_REASON_NONE, sizeof builder->cap_reasons);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      LegatoZoneSet closed = get_not_agreed (builder, leg) | person->blocked[leg]
                             | person->numb[leg] | person->stopped[leg] | person->worse[leg]
                             | find_sore (builder, leg, LEGATO_SORE_OUT, G_MAXUINT8);

      if (is_numbness_unnamed (builder))
        closed |= builder->foot;
      builder->spared[leg] = closed & builder->all;
      if (legato_plan_builder_is_swelling (builder))
        closed |= ~legato_plan_builder_get_uses (builder->known.lymph);
      builder->closed[leg] = closed & builder->all;
      builder->gentle[leg] = find_sore (builder, leg, LEGATO_SORE_GENTLE, LEGATO_SORE_OUT - 1);
      cap_zones (builder, leg, worse);
    }
}

/** Returns: whether swelling asks for lymph strokes in place of firmer work */
gboolean
legato_plan_builder_is_swelling (LegatoPlanBuilder *builder)
{
  return has (builder, LEGATO_CONDITION_SWELLING | LEGATO_CONDITION_PREGNANCY_SWELLING);
}

/** Returns: why the zone of @rank is closed, the person's own mark first */
LegatoReasonCode
legato_plan_builder_get_closed_reason (LegatoPlanBuilder *builder, LegatoLeg leg, guint rank)
{
  const LegatoPerson *person = builder->person;
  LegatoZoneSet zone = 1u << rank;

  if (person->numb[leg] & zone)
    return LEGATO_REASON_OUT_NUMB;
  if (person->blocked[leg] & zone)
    return LEGATO_REASON_OUT_BLOCKED;
  if (person->stopped[leg] & zone)
    return LEGATO_REASON_OUT_STOPPED;
  if (person->soreness[leg][rank] >= LEGATO_SORE_OUT)
    return LEGATO_REASON_OUT_SORE;
  if (person->worse[leg] & zone)
    return LEGATO_REASON_OUT_WORSE;
  if (is_numbness_unnamed (builder) && (builder->foot & zone))
    return LEGATO_REASON_OUT_NUMB_FEET;
  if (has (builder, LEGATO_CONDITION_PREGNANCY_SWELLING) && !(builder->lower_leg & zone))
    return LEGATO_REASON_OUT_UPPER_LEG;
  if (has (builder, LEGATO_CONDITIONS_NEED_PLACES) && !(person->agreed[leg] & zone))
    return has (builder, LEGATO_CONDITION_SURGERY) ? LEGATO_REASON_OUT_NOT_AGREED_SURGERY
                                                   : LEGATO_REASON_OUT_NOT_AGREED;
  return LEGATO_REASON_OUT_SWELLING;
}

/**
 * legato_plan_builder_get_glide_reason:
 *
 * Returns: why hands glide over the zone of @rank in place of @technique; %LEGATO_REASON_NONE if
 *   the technique is gentle enough for the person
 */
LegatoReasonCode
legato_plan_builder_get_glide_reason (LegatoPlanBuilder *builder,
                                      LegatoLeg leg,
                                      guint rank,
                                      const LegatoTechnique *technique)
{
  if (technique == builder->known.effleurage || technique == builder->known.lymph)
    return LEGATO_REASON_NONE;
  if (has (builder, LEGATO_CONDITIONS_NEED_CLEARANCE))
    return LEGATO_REASON_GLIDE_CLEARED;
  if (((builder->gentle[leg] >> rank) & 1) && technique != builder->known.circles)
    return LEGATO_REASON_GLIDE_SORE;
  return LEGATO_REASON_NONE;
}

/* Whether @zones lie at or beside an artificial joint; a sleeve lies on all of the leg. */
static gboolean
is_at_joint (LegatoPlanBuilder *builder,
             LegatoLeg leg,
             LegatoZoneSet zones,
             const LegatoTechnique *technique)
{
  guint joints = legato_person_get_joints (builder->person, leg);
  LegatoZoneSet beside = ((joints & LEGATO_JOINT_KNEE) ? builder->at_knee : 0)
                         | ((joints & LEGATO_JOINT_HIP) ? builder->at_hip : 0);

  return joints != 0 && (legato_technique_is_sleeve (technique) || (zones & beside) != 0);
}

/**
 * legato_plan_builder_get_tool_reason:
 *
 * Returns: reason @technique with its tool cannot be used on @zones today, as a reason to leave it
 *   out; %LEGATO_REASON_NONE if it can, or if it needs no tool
 */
LegatoReasonCode
legato_plan_builder_get_tool_reason (LegatoPlanBuilder *builder,
                                     LegatoLeg leg,
                                     LegatoZoneSet zones,
                                     const LegatoTechnique *technique)
{
  const char *const *tools = builder->request->tools;

  if (technique->tool == NULL)
    return LEGATO_REASON_NONE;
  if (tools == NULL || !g_strv_contains (tools, technique->tool))
    return LEGATO_REASON_OUT_NO_TOOL;
  if (has (builder, LEGATO_CONDITION_PACEMAKER)
      && (legato_technique_is_sleeve (technique) || g_str_equal (technique->tool, "gun")))
    return LEGATO_REASON_OUT_TOOL_DEVICE;
  if (is_at_joint (builder, leg, zones, technique))
    return LEGATO_REASON_OUT_TOOL_JOINT;
  if (has (builder, LEGATO_CONDITION_NEUROPATHY))
    return LEGATO_REASON_OUT_TOOL_NEUROPATHY;
  /* A sleeve is soft, the other tools are not. */
  if (has (builder, LEGATO_CONDITION_FRAGILE_SKIN) && !g_str_equal (technique->tool, "sleeve"))
    return LEGATO_REASON_OUT_TOOL_SKIN;
  if ((builder->person->pressed[leg] & zones) != 0)
    return LEGATO_REASON_OUT_TOOL_PRESSED;
  if ((builder->person->tender[leg] & zones) != 0)
    return LEGATO_REASON_OUT_TOOL_TENDER;
  return LEGATO_REASON_NONE;
}

/**
 * legato_plan_builder_press:
 *
 * Gives @planned its pressure: what is wanted, but no more than the technique may use on any of its
 * zones and the person allows there; thin skin takes one step less than all that.
 */
void
legato_plan_builder_press (LegatoPlanBuilder *builder, LegatoLeg leg, LegatoPlannedStep *planned)
{
  LegatoPressure pressure = planned->wanted;
  LegatoReasonCode reason = LEGATO_REASON_NONE;

  for (guint i = 0; i < planned->technique->uses->len; i++)
    {
      const LegatoUse *use = g_ptr_array_index (planned->technique->uses, i);

      if ((planned->zones & LEGATO_ZONE_BIT (use->zone)) && !use->lifted)
        pressure = MIN (pressure, use->pressure);
    }
  for (guint rank = 0; planned->zones >> rank != 0; rank++)
    if (((planned->zones >> rank) & 1) && builder->caps[leg][rank] < pressure)
      {
        pressure = builder->caps[leg][rank];
        reason = builder->cap_reasons[leg][rank];
      }
  if (has (builder, LEGATO_CONDITION_FRAGILE_SKIN) && pressure > LEGATO_PRESSURE_FEATHER)
    {
      pressure--;
      planned->reasons |= LEGATO_REASON_BIT (LEGATO_REASON_LIGHT_SKIN);
    }
  if (reason != LEGATO_REASON_NONE)
    planned->reasons |= LEGATO_REASON_BIT (reason);
  planned->pressure = pressure;
}

/** Returns: whether the person may lie back with legs raised: in pregnancy nobody lies on the back
 */
gboolean
legato_plan_builder_may_rest (LegatoPlanBuilder *builder)
{
  return builder->known.legs_raised != NULL
         && !has (builder, LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING);
}

/** Returns: whether the hands, one's own or a partner's, come to the zone of @rank by @technique,
 * if it is for that zone at all */
gboolean
legato_plan_builder_is_reachable (LegatoPlanBuilder *builder,
                                  guint rank,
                                  const LegatoTechnique *technique)
{
  const LegatoUse *use = legato_plan_builder_find_use (builder, rank, technique);

  return use == NULL || (use->help & builder->help) != 0;
}

/**
 * legato_plan_builder_get_exercise_reason:
 * @leg: on which it is done, or %LEGATO_LEG_BOTH
 *
 * Returns: why @exercise is not for the person; %LEGATO_REASON_NONE if it is
 */
LegatoReasonCode
legato_plan_builder_get_exercise_reason (LegatoPlanBuilder *builder,
                                         LegatoLeg leg,
                                         const LegatoTechnique *exercise)
{
  gboolean pregnant =
      has (builder, LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING);

  if (pregnant && exercise->position != NULL && exercise->position->on_back)
    return LEGATO_REASON_OUT_ON_BACK;
  for (int side = LEGATO_LEG_LEFT; side <= LEGATO_LEG_RIGHT; side++)
    {
      if (leg != LEGATO_LEG_BOTH && (int) leg != side)
        continue;
      if (builder->spared[side] & legato_zone_set_of (exercise->loads))
        return LEGATO_REASON_OUT_STRETCH_PLACE;
      if ((exercise->bends & legato_person_get_joints (builder->person, side))
          && !(builder->person->cleared & LEGATO_CONDITION_JOINT_REPLACEMENT))
        return LEGATO_REASON_OUT_STRETCH_JOINT;
    }
  return LEGATO_REASON_NONE;
}
