/* legato-rule-steps.c: what the rules ask of steps, places and the person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-rule-steps.h"
#include "legato-zone-set.h"

/* Places by their ids: what is numb first, and what lies below the knee. */
static const char *const foot[] = { "foot", NULL };
static const char *const lower_leg[] = { "foot", "ankle", "soleus", "shin", "calf", NULL };

gboolean
legato_step_has_stroke (const LegatoStep *step, LegatoStroke stroke)
{
  return step->technique->kind == LEGATO_TECHNIQUE_HANDS && step->technique->stroke == stroke;
}

gboolean
legato_step_is_massage (const LegatoStep *step)
{
  return step->zones->len > 0;
}

LegatoZoneSet
legato_step_get_zone_set (const LegatoStep *step)
{
  return legato_zone_set_of (step->zones);
}

/** Returns: whether @plan is the light drainage for swelling, as a routine or as a goal */
gboolean
legato_plan_is_drainage (LegatoPlan *plan)
{
  const LegatoRoutine *routine = legato_plan_get_routine (plan);

  return (routine != NULL && !routine->distal_first)
         || legato_plan_get_goal (plan) == LEGATO_GOAL_SWELLING;
}

/* What lies on both legs at once has to be right for either. */
static gboolean
holds_on_its_legs (LegatoPlan *plan,
                   const LegatoRequest *request,
                   const LegatoStep *step,
                   LegatoStepHolds holds)
{
  LegatoStep on_one = *step;

  if (step->leg != LEGATO_LEG_BOTH || !legato_step_is_massage (step))
    return holds (plan, request, step);
  on_one.leg = LEGATO_LEG_LEFT;
  if (!holds (plan, request, &on_one))
    return FALSE;
  on_one.leg = LEGATO_LEG_RIGHT;
  return holds (plan, request, &on_one);
}

gboolean
legato_rule_holds_for_each (LegatoPlan *plan,
                            const LegatoRequest *request,
                            int *bad,
                            LegatoStepHolds holds)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (!holds_on_its_legs (plan, request, legato_plan_get_step (plan, i), holds))
      {
        *bad = (int) i;
        return FALSE;
      }
  return TRUE;
}

/** Returns: whether @plan, made for @request, begins at the thigh */
gboolean
legato_request_drains (LegatoPlan *plan, const LegatoRequest *request)
{
  return legato_plan_is_drainage (plan)
         || legato_request_has (request,
                                LEGATO_CONDITION_SWELLING | LEGATO_CONDITION_PREGNANCY_SWELLING);
}

/** Returns: whether the person of @request has any of @conditions */
gboolean
legato_request_has (const LegatoRequest *request, guint conditions)
{
  return request->person != NULL
         && (legato_person_get_conditions (request->person) & conditions) != 0;
}

/** Returns: the places named by the %NULL-terminated @ids */
LegatoZoneSet
legato_plan_get_zone_set (LegatoPlan *plan, const char *const *ids)
{
  return legato_zone_set_of_ids (legato_plan_get_guide (plan), ids);
}

/** Returns: what a clinician's agreement leaves open on @leg: all, with conditions that ask for
 * none */
LegatoZoneSet
legato_request_get_agreed (LegatoPlan *plan, const LegatoRequest *request, LegatoLeg leg)
{
  LegatoZoneSet open = ~(LegatoZoneSet) 0;

  if (legato_request_has (request, LEGATO_CONDITIONS_NEED_PLACES))
    open &= request->person->agreed[leg];
  if (legato_request_has (request, LEGATO_CONDITION_PREGNANCY_SWELLING))
    open &= legato_plan_get_zone_set (plan, lower_leg);
  return open;
}

/** Returns: the places of @leg without feeling: the foot, if it was not said where */
LegatoZoneSet
legato_request_get_numb (LegatoPlan *plan, const LegatoRequest *request, LegatoLeg leg)
{
  const LegatoPerson *person = request->person;

  if (person == NULL)
    return 0;
  if (legato_request_has (request, LEGATO_CONDITION_NEUROPATHY)
      && (person->numb[0] | person->numb[1]) == 0)
    return legato_plan_get_zone_set (plan, foot);
  return person->numb[leg];
}

/** Returns: whether @request leaves anything of @leg to be massaged */
gboolean
legato_request_is_leg_open (LegatoPlan *plan, const LegatoRequest *request, LegatoLeg leg)
{
  const LegatoPerson *person = request->person;
  GPtrArray *zones = legato_guide_get_zones (legato_plan_get_guide (plan));
  LegatoZoneSet open = 0;

  if (person == NULL)
    return TRUE;
  open = legato_request_get_agreed (plan, request, leg)
         & ~(person->blocked[leg] | person->worse[leg] | person->stopped[leg]
             | legato_request_get_numb (plan, request, leg));
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      if (legato_request_has (request,
                              LEGATO_CONDITION_SWELLING | LEGATO_CONDITION_PREGNANCY_SWELLING)
          && legato_zone_find_use (
                 zone, legato_guide_find_hands (legato_plan_get_guide (plan), LEGATO_STROKE_LYMPH))
                 == NULL)
        continue;
      if (!zone->lift_over && (open & LEGATO_ZONE_BIT (zone))
          && person->soreness[leg][zone->rank] < LEGATO_SORE_OUT
          && (request->zone == NULL || request->zone == zone))
        return TRUE;
    }
  return FALSE;
}
