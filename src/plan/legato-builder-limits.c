/* legato-builder-limits.c: what the person tells about themselves, as limits for hands and tools
 *
 * domain.md §6 in one place: which zones are closed and why, how firm each zone may be pressed at
 * most and why, and which tools may be used where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <string.h>

#include "legato-plan-builder.h"

#define ADAPT "P-ADAPT:"

/* Conditions that on their own keep every touch light. */
static const struct
{
  LegatoCondition condition;
  LegatoWhy why;
} lightening[] = {
  { LEGATO_CONDITION_VEINS, LEGATO_WHY_LIGHT_VEINS },
  { LEGATO_CONDITION_NEUROPATHY, LEGATO_WHY_LIGHT_NEUROPATHY },
  { LEGATO_CONDITION_PREGNANCY, LEGATO_WHY_LIGHT_PREGNANCY },
  { LEGATO_CONDITION_PREGNANCY_SWELLING, LEGATO_WHY_LIGHT_PREGNANCY_SWELLING },
};

static gboolean
has (LegatoJob *job, LegatoCondition condition)
{
  return (job->conditions & condition) != 0;
}

static void
cap (LegatoJob *job, LegatoLeg leg, LegatoZoneSet zones, LegatoPressure pressure, LegatoWhy why)
{
  for (guint rank = 0; zones >> rank != 0; rank++)
    if (((zones >> rank) & 1) && job->caps[leg][rank] > pressure)
      {
        job->caps[leg][rank] = (guint8) pressure;
        job->cap_whys[leg][rank] = (guint8) why;
      }
}

/* The zones of @leg that are sorest today; none if nothing is sore. */
static LegatoZoneSet
find_sorest (LegatoJob *job, LegatoLeg leg)
{
  const guint8 *soreness = job->person->soreness[leg];
  LegatoZoneSet sorest = 0;
  guint8 most = 1;

  for (guint rank = 0; job->all >> rank != 0; rank++)
    {
      if (!((job->all >> rank) & 1) || soreness[rank] < most)
        continue;
      if (soreness[rank] > most)
        sorest = 0;
      most = soreness[rank];
      sorest |= 1u << rank;
    }
  return sorest;
}

static void
switch_off (LegatoJob *job)
{
  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    {
      g_autofree char *rule = g_strconcat (ADAPT, legato_condition_to_id (1u << i), NULL);

      if (((1u << i) & LEGATO_CONDITIONS_NEED_CLEARANCE)
          && !((1u << i) & (LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING)))
        continue; /* they share P-ADAPT:cleared */
      if (legato_job_is_off (job, rule))
        job->conditions &= ~(1u << i);
    }
}

/* In pregnancy only what a clinician agreed to; who was not told more keeps away from all below the
 * knee; with swelling above the knees only the lower leg (domain.md §6). What was agreed to never
 * widens this, it only narrows. */
static LegatoZoneSet
get_closed_by_pregnancy (LegatoJob *job, LegatoLeg leg)
{
  const LegatoZoneSet *agreed = job->person->agreed;
  gboolean swelling = has (job, LEGATO_CONDITION_PREGNANCY_SWELLING);
  LegatoZoneSet closed = 0;

  if (!swelling && !has (job, LEGATO_CONDITION_PREGNANCY))
    return 0;
  if (swelling)
    closed |= job->all & ~job->lower_leg;
  if ((agreed[0] | agreed[1]) != 0)
    closed |= job->all & ~agreed[leg];
  else if (!swelling)
    closed |= job->lower_leg;
  return closed;
}

/** legato_job_adapt: reads the limits from the person. */
void
legato_job_adapt (LegatoJob *job)
{
  const LegatoPerson *person = job->person;
  gboolean worse = FALSE;

  job->conditions = person->conditions;
  if (job->off != 0)
    switch_off (job);
  worse = !legato_job_is_off (job, "P-ADAPT:worse-after-last")
          && (has (job, LEGATO_CONDITION_WORSE_AFTER_LAST)
              || (person->worse[0] | person->worse[1]) != 0);

  memset (job->caps, LEGATO_PRESSURE_MODERATE, sizeof job->caps);
  memset (job->cap_whys, LEGATO_WHY_NONE, sizeof job->cap_whys);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      job->closed[leg] = get_closed_by_pregnancy (job, leg);
      if (!legato_job_is_off (job, "P-BLOCK"))
        job->closed[leg] |= person->blocked[leg] & job->all;
      if (worse)
        job->closed[leg] |= person->worse[leg] & job->all;

      if (has (job, LEGATO_CONDITION_SWELLING))
        cap (job, leg, job->all, LEGATO_PRESSURE_FEATHER, LEGATO_WHY_LIGHT_SWELLING);
      for (guint i = 0; i < G_N_ELEMENTS (lightening); i++)
        if (has (job, lightening[i].condition))
          cap (job, leg, job->all, LEGATO_PRESSURE_LIGHT, lightening[i].why);
      if (worse)
        cap (job, leg, job->all, LEGATO_PRESSURE_LIGHT, LEGATO_WHY_LIGHT_WORSE);
      if (has (job, LEGATO_CONDITIONS_NEED_CLEARANCE)
          && !legato_job_is_off (job, "P-ADAPT:cleared"))
        cap (job, leg, job->all, LEGATO_PRESSURE_LIGHT, LEGATO_WHY_LIGHT_CLEARED);
      if (has (job, LEGATO_CONDITION_SPORT_SORENESS))
        cap (job, leg, find_sorest (job, leg), LEGATO_PRESSURE_LIGHT, LEGATO_WHY_LIGHT_SPORT);
      if (!legato_job_is_off (job, "P-ADAPT:pressed"))
        cap (job, leg, person->pressed[leg] & job->all, LEGATO_PRESSURE_LIGHT,
             LEGATO_WHY_LIGHT_PRESSED);
    }
}

/** Returns: whether mild swelling asks for lymph strokes in place of firmer work */
gboolean
legato_job_is_swelling (LegatoJob *job)
{
  return has (job, LEGATO_CONDITION_SWELLING);
}

/** Returns: why the zone of @rank is closed, the person's own mark first */
LegatoWhy
legato_job_get_closed_why (LegatoJob *job, LegatoLeg leg, guint rank)
{
  const LegatoPerson *person = job->person;

  if ((person->blocked[leg] >> rank) & 1)
    return LEGATO_WHY_OUT_BLOCKED;
  if ((person->worse[leg] >> rank) & 1)
    return LEGATO_WHY_OUT_WORSE;
  if (has (job, LEGATO_CONDITION_PREGNANCY_SWELLING) && !((job->lower_leg >> rank) & 1))
    return LEGATO_WHY_OUT_UPPER_LEG;
  if ((person->agreed[0] | person->agreed[1]) != 0)
    return LEGATO_WHY_OUT_NOT_AGREED;
  return LEGATO_WHY_OUT_BELOW_KNEE;
}

/**
 * legato_job_get_tool_why:
 *
 * Returns: why @technique with its tool cannot be used on @zones today, as a reason to leave it
 *   out; %LEGATO_WHY_NONE if it can, or if it needs no tool
 */
LegatoWhy
legato_job_get_tool_why (LegatoJob *job,
                         LegatoLeg leg,
                         LegatoZoneSet zones,
                         const LegatoTechnique *technique)
{
  const char *const *tools = job->request->tools;

  if (technique->tool == NULL)
    return LEGATO_WHY_NONE;
  if ((tools == NULL || !g_strv_contains (tools, technique->tool))
      && !legato_job_is_off (job, "P-TOOLS"))
    return LEGATO_WHY_OUT_NO_TOOL;
  if (has (job, LEGATO_CONDITION_NEUROPATHY))
    return LEGATO_WHY_OUT_TOOL_NEUROPATHY;
  /* A sleeve is soft, the other tools are not. */
  if (has (job, LEGATO_CONDITION_FRAGILE_SKIN) && !g_str_equal (technique->tool, "sleeve"))
    return LEGATO_WHY_OUT_TOOL_SKIN;
  if ((job->person->pressed[leg] & zones) != 0 && !legato_job_is_off (job, "P-ADAPT:pressed"))
    return LEGATO_WHY_OUT_TOOL_PRESSED;
  return LEGATO_WHY_NONE;
}

/**
 * legato_job_press:
 *
 * Gives @draft its pressure: what is wanted, but no more than the technique may use on any of its
 * zones and the person allows there; thin skin takes one step less than all that.
 */
void
legato_job_press (LegatoJob *job, LegatoLeg leg, LegatoDraft *draft)
{
  gboolean capped = !legato_job_is_off (job, "P-CAP");
  LegatoPressure pressure =
      capped || draft->phase != LEGATO_PHASE_WORK ? draft->wanted : LEGATO_PRESSURE_MODERATE;
  LegatoWhy why = LEGATO_WHY_NONE;

  if (capped)
    for (guint i = 0; i < draft->technique->uses->len; i++)
      {
        const LegatoUse *use = g_ptr_array_index (draft->technique->uses, i);

        if ((draft->zones & LEGATO_ZONE_BIT (use->zone)) && !use->lifted)
          pressure = MIN (pressure, use->pressure);
      }
  for (guint rank = 0; draft->zones >> rank != 0; rank++)
    if (((draft->zones >> rank) & 1) && job->caps[leg][rank] < pressure)
      {
        pressure = job->caps[leg][rank];
        why = job->cap_whys[leg][rank];
      }
  if (has (job, LEGATO_CONDITION_FRAGILE_SKIN) && pressure > LEGATO_PRESSURE_FEATHER)
    {
      pressure--;
      draft->whys |= LEGATO_WHY_BIT (LEGATO_WHY_LIGHT_SKIN);
    }
  if (why != LEGATO_WHY_NONE)
    draft->whys |= LEGATO_WHY_BIT (why);
  draft->pressure = pressure;
}
