/* legato-rule-steps.c: what the rules ask of steps, places and the person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include "legato-rule-steps.h"

/* The lower leg, and what lies below the knee, by the zones' ids. */
static const char *const lower_leg[] = { "foot", "ankle", "soleus", "shin", "calf", NULL };

gboolean
legato_step_is_technique (const LegatoStep *step, const char *id)
{
  return g_str_equal (step->technique->id, id);
}

gboolean
legato_step_is_massage (const LegatoStep *step)
{
  return step->zones->len > 0;
}

LegatoZoneSet
legato_step_get_zone_set (const LegatoStep *step)
{
  LegatoZoneSet zones = 0;

  for (guint i = 0; i < step->zones->len; i++)
    zones |= LEGATO_ZONE_BIT ((const LegatoZone *) g_ptr_array_index (step->zones, i));
  return zones;
}

/** Returns: whether @plan is the light drainage for swelling, as a routine or as a goal */
gboolean
legato_plan_is_drainage (LegatoPlan *plan)
{
  const LegatoRoutine *routine = legato_plan_get_routine (plan);

  return (routine != NULL && !routine->distal_first)
         || legato_plan_get_goal (plan) == LEGATO_GOAL_SWELLING;
}

gboolean
legato_rule_holds_for_each (LegatoPlan *plan,
                            const LegatoRequest *request,
                            int *bad,
                            LegatoStepHolds holds)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (!holds (plan, request, legato_plan_get_step (plan, i)))
      {
        *bad = (int) i;
        return FALSE;
      }
  return TRUE;
}

/** Returns: whether the person of @request has any of @conditions */
gboolean
legato_request_has (const LegatoRequest *request, guint conditions)
{
  return request->person != NULL && (request->person->conditions & conditions) != 0;
}

static LegatoZoneSet
get_lower_leg (LegatoPlan *plan)
{
  LegatoZoneSet zones = 0;

  for (guint i = 0; lower_leg[i] != NULL; i++)
    {
      const LegatoZone *zone = legato_guide_find_zone (legato_plan_get_guide (plan), lower_leg[i]);

      zones |= zone != NULL ? LEGATO_ZONE_BIT (zone) : 0;
    }
  return zones;
}

/* What pregnancy leaves open: with swelling above the knees the lower leg, otherwise what was
 * agreed to; if nothing was, all but the lower leg. */
LegatoZoneSet
legato_request_get_open_in_pregnancy (LegatoPlan *plan, const LegatoRequest *request, LegatoLeg leg)
{
  const LegatoZoneSet *agreed = request->person->agreed;

  if (legato_request_has (request, LEGATO_CONDITION_PREGNANCY_SWELLING))
    return get_lower_leg (plan) & (agreed[0] | agreed[1] ? agreed[leg] : ~(LegatoZoneSet) 0);
  return agreed[0] | agreed[1] ? agreed[leg] : ~get_lower_leg (plan);
}

/** Returns: whether @request leaves anything of @leg to be massaged */
gboolean
legato_request_is_leg_open (LegatoPlan *plan, const LegatoRequest *request, LegatoLeg leg)
{
  const LegatoPerson *person = request->person;
  GPtrArray *zones = legato_guide_get_zones (legato_plan_get_guide (plan));
  LegatoZoneSet open = ~(LegatoZoneSet) 0;

  if (person == NULL)
    return TRUE;
  open &= ~person->blocked[leg] & ~person->worse[leg];
  if (legato_request_has (request,
                          LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING))
    open &= legato_request_get_open_in_pregnancy (plan, request, leg);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      if (!zone->lift_over && (open & LEGATO_ZONE_BIT (zone))
          && (request->zone == NULL || request->zone == zone))
        return TRUE;
    }
  return FALSE;
}
