/* legato-builder-limits.c: what the person tells about themselves, as limits for hands and tools
 *
 * domain.md §6 in one place: which zones are closed and reason, how firm each zone may be pressed
 * at most and reason, and which tools may be used where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <string.h>

#include "legato-plan-builder.h"

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
has (LegatoPlanBuilder *builder, LegatoCondition condition)
{
  return (builder->person->conditions & condition) != 0;
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

/* In pregnancy only what a clinician agreed to; who was not told more keeps away from all below the
 * knee; with swelling above the knees only the lower leg (domain.md §6). What was agreed to never
 * widens this, it only narrows. */
static LegatoZoneSet
get_closed_by_pregnancy (LegatoPlanBuilder *builder, LegatoLeg leg)
{
  const LegatoZoneSet *agreed = builder->person->agreed;
  gboolean swelling = has (builder, LEGATO_CONDITION_PREGNANCY_SWELLING);
  LegatoZoneSet closed = 0;

  if (!swelling && !has (builder, LEGATO_CONDITION_PREGNANCY))
    return 0;
  if (swelling)
    closed |= builder->all & ~builder->lower_leg;
  if ((agreed[0] | agreed[1]) != 0)
    closed |= builder->all & ~agreed[leg];
  else if (!swelling)
    closed |= builder->lower_leg;
  return closed;
}

/** legato_plan_builder_adapt: reads the limits from the person. */
void
legato_plan_builder_adapt (LegatoPlanBuilder *builder)
{
  const LegatoPerson *person = builder->person;
  gboolean worse = FALSE;

  worse = has (builder, LEGATO_CONDITION_WORSE_AFTER_LAST)
          || (person->worse[0] | person->worse[1]) != 0;

  memset (builder->caps, LEGATO_PRESSURE_MODERATE, sizeof builder->caps);
  memset (builder->cap_reasons, LEGATO_REASON_NONE, sizeof builder->cap_reasons);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      builder->closed[leg] = get_closed_by_pregnancy (builder, leg);
      builder->closed[leg] |= person->blocked[leg] & builder->all;
      if (worse)
        builder->closed[leg] |= person->worse[leg] & builder->all;

      if (has (builder, LEGATO_CONDITION_SWELLING))
        cap (builder, leg, builder->all, LEGATO_PRESSURE_FEATHER, LEGATO_REASON_LIGHT_SWELLING);
      for (guint i = 0; i < G_N_ELEMENTS (lightening); i++)
        if (has (builder, lightening[i].condition))
          cap (builder, leg, builder->all, LEGATO_PRESSURE_LIGHT, lightening[i].reason);
      if (worse)
        cap (builder, leg, builder->all, LEGATO_PRESSURE_LIGHT, LEGATO_REASON_LIGHT_WORSE);
      if (has (builder, LEGATO_CONDITIONS_NEED_CLEARANCE))
        cap (builder, leg, builder->all, LEGATO_PRESSURE_LIGHT, LEGATO_REASON_LIGHT_CLEARED);
      if (has (builder, LEGATO_CONDITION_SPORT_SORENESS))
        cap (builder, leg, find_sorest (builder, leg), LEGATO_PRESSURE_LIGHT,
             LEGATO_REASON_LIGHT_SPORT);
      cap (builder, leg, person->pressed[leg] & builder->all, LEGATO_PRESSURE_LIGHT,
           LEGATO_REASON_LIGHT_PRESSED);
    }
}

/** Returns: whether mild swelling asks for lymph strokes in place of firmer work */
gboolean
legato_plan_builder_is_swelling (LegatoPlanBuilder *builder)
{
  return has (builder, LEGATO_CONDITION_SWELLING);
}

/** Returns: reason the zone of @rank is closed, the person's own mark first */
LegatoReasonCode
legato_plan_builder_get_closed_reason (LegatoPlanBuilder *builder, LegatoLeg leg, guint rank)
{
  const LegatoPerson *person = builder->person;

  if ((person->blocked[leg] >> rank) & 1)
    return LEGATO_REASON_OUT_BLOCKED;
  if ((person->worse[leg] >> rank) & 1)
    return LEGATO_REASON_OUT_WORSE;
  if (has (builder, LEGATO_CONDITION_PREGNANCY_SWELLING) && !((builder->lower_leg >> rank) & 1))
    return LEGATO_REASON_OUT_UPPER_LEG;
  if ((person->agreed[0] | person->agreed[1]) != 0)
    return LEGATO_REASON_OUT_NOT_AGREED;
  return LEGATO_REASON_OUT_BELOW_KNEE;
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
  if (has (builder, LEGATO_CONDITION_NEUROPATHY))
    return LEGATO_REASON_OUT_TOOL_NEUROPATHY;
  /* A sleeve is soft, the other tools are not. */
  if (has (builder, LEGATO_CONDITION_FRAGILE_SKIN) && !g_str_equal (technique->tool, "sleeve"))
    return LEGATO_REASON_OUT_TOOL_SKIN;
  if ((builder->person->pressed[leg] & zones) != 0)
    return LEGATO_REASON_OUT_TOOL_PRESSED;
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
