/* legato-person.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-plan"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-person.h"

typedef struct
{
  const char *id;
  const char *name;
} Words;

/* The ids of #LegatoSign, in the order of its bits. */
static const char *const signs[LEGATO_N_SIGNS] = {
  "breathless", "cold",          "cauda",          "dvt",        "weight",   "fracture",
  "infection",  "fever",         "bruise",         "swelling",   "shooting", "persist",
  "walking",    "after-redness", "after-swelling", "after-pain",
};

/* The ids and names of #LegatoCondition, in the order of its bits. */
static const Words conditions[LEGATO_N_CONDITIONS] = {
  { "swelling", N_ ("Mild swelling of both legs, seen by a doctor") },
  { "tight", N_ ("Tight muscles") },
  { "veins", N_ ("Sensitive or visible veins") },
  { "fragile-skin", N_ ("Thin or fragile skin") },
  { "pregnancy", N_ ("Pregnancy") },
  { "pregnancy-swelling", N_ ("Pregnancy with swollen legs") },
  { "sport-soreness", N_ ("Sore after sport") },
  { "long-standing", N_ ("Long standing or sitting") },
  { "neuropathy", N_ ("Numb places") },
  { "blood-thinners", N_ ("Blood thinners") },
  { "low-platelets", N_ ("Low blood platelets") },
  { "osteoporosis", N_ ("Osteoporosis") },
  { "clot-history", N_ ("A blood clot in the past") },
  { "surgery", N_ ("An operation, implant or broken bone in the last three months") },
  { "vascular-disease", N_ ("A disease of the blood vessels") },
  { "severe-varicose", N_ ("Severe varicose veins or a leg ulcer") },
  { "heart", N_ ("Heart failure") },
  { "kidney-liver", N_ ("Kidney or liver disease with swelling") },
  { "cancer", N_ ("Cancer, or lymph nodes treated") },
  { "lymphoedema", N_ ("Lymphoedema") },
  { "pacemaker", N_ ("A pacemaker or other implanted device") },
  { "joint-replacement", N_ ("An artificial knee or hip") },
  { "worse-after-last", N_ ("Worse after the last session") },
};

G_DEFINE_ENUM_TYPE (LegatoGoal,
                    legato_goal,
                    LEGATO_ENUM_VALUE (GOAL_NONE, "none"),
                    LEGATO_ENUM_VALUE (GOAL_CIRCULATION, "circulation"),
                    LEGATO_ENUM_VALUE (GOAL_SORENESS, "soreness"),
                    LEGATO_ENUM_VALUE (GOAL_SWELLING, "swelling"),
                    LEGATO_ENUM_VALUE (GOAL_TIGHTNESS, "tightness"),
                    LEGATO_ENUM_VALUE (GOAL_BEFORE_SPORT, "before-sport"),
                    LEGATO_ENUM_VALUE (GOAL_AFTER_SPORT, "after-sport"),
                    LEGATO_ENUM_VALUE (GOAL_EVENING, "evening"),
                    LEGATO_ENUM_VALUE (GOAL_DESK_BREAK, "desk-break"),
                    LEGATO_ENUM_VALUE (GOAL_PARTNER, "partner"))

static const Words *
find_condition (LegatoCondition condition)
{
  int bit = g_bit_nth_lsf (condition, -1);

  return bit >= 0 && bit < LEGATO_N_CONDITIONS ? &conditions[bit] : NULL;
}

gboolean
legato_sign_from_id (const char *id, LegatoSign *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  for (guint i = 0; i < LEGATO_N_SIGNS; i++)
    if (g_strcmp0 (signs[i], id) == 0)
      {
        *value = (LegatoSign) (1u << i);
        return TRUE;
      }
  return FALSE;
}

const char *
legato_condition_to_id (LegatoCondition condition)
{
  const Words *words = find_condition (condition);

  return words != NULL ? words->id : NULL;
}

gboolean
legato_condition_from_id (const char *id, LegatoCondition *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    if (g_strcmp0 (conditions[i].id, id) == 0)
      {
        *value = (LegatoCondition) (1u << i);
        return TRUE;
      }
  return FALSE;
}

const char *
legato_condition_get_name (LegatoCondition condition)
{
  const Words *words = find_condition (condition);

  g_return_val_if_fail (words != NULL, "");
  return _ (words->name);
}

const char *
legato_goal_to_id (LegatoGoal goal)
{
  return goal != LEGATO_GOAL_NONE ? legato_enum_to_id (LEGATO_TYPE_GOAL, (int) goal) : NULL;
}

gboolean
legato_goal_from_id (const char *id, LegatoGoal *value)
{
  int found = LEGATO_GOAL_NONE;

  g_return_val_if_fail (value != NULL, FALSE);

  if (!legato_enum_from_id (LEGATO_TYPE_GOAL, id, &found) || found == LEGATO_GOAL_NONE)
    return FALSE;
  *value = (LegatoGoal) found;
  return TRUE;
}

/** Returns: #LegatoCondition bits: what is said to be cleared is there as well, and so is swelling
 * in pregnancy if both are said one by one */
guint
legato_person_get_conditions (const LegatoPerson *self)
{
  guint known = 0;

  g_return_val_if_fail (self != NULL, 0);

  known = self->conditions | (self->cleared & LEGATO_CONDITIONS_CLEARABLE);
  if ((known & LEGATO_CONDITION_PREGNANCY) && (known & LEGATO_CONDITION_SWELLING))
    known |= LEGATO_CONDITION_PREGNANCY_SWELLING;
  return known;
}

/** Returns: #LegatoJoint bits of @leg: any joint, if it was not said which one is artificial */
guint
legato_person_get_joints (const LegatoPerson *self, LegatoLeg leg)
{
  g_return_val_if_fail (self != NULL && leg != LEGATO_LEG_BOTH, 0);

  if (!(legato_person_get_conditions (self) & LEGATO_CONDITION_JOINT_REPLACEMENT))
    return 0;
  return (self->joints[0] | self->joints[1]) != 0 ? self->joints[leg]
                                                  : LEGATO_JOINT_KNEE | LEGATO_JOINT_HIP;
}

/** Returns: the places of @leg that are tight: all, if the person's muscles are and it was not said
 * where */
LegatoZoneSet
legato_person_get_tight (const LegatoPerson *self, LegatoLeg leg)
{
  g_return_val_if_fail (self != NULL && leg != LEGATO_LEG_BOTH, 0);

  if (!(legato_person_get_conditions (self) & LEGATO_CONDITION_TIGHT))
    return 0;
  return (self->tight[0] | self->tight[1]) != 0 ? self->tight[leg] : ~(LegatoZoneSet) 0;
}

/**
 * legato_person_get_needs:
 *
 * In pregnancy nobody lies flat on the back; with a leg that doesn't bend well one rather sits on a
 * chair than on the floor, and bends no joint far unless that was agreed to.
 *
 * Returns: #LegatoNeeds bits
 */
guint
legato_person_get_needs (const LegatoPerson *self)
{
  guint known = 0;
  guint needs = LEGATO_NEED_NONE;

  g_return_val_if_fail (self != NULL, LEGATO_NEED_NONE);

  known = legato_person_get_conditions (self);
  if (known & (LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING))
    needs |= LEGATO_NEED_OFF_THE_BACK;
  if (known & (LEGATO_CONDITION_JOINT_REPLACEMENT | LEGATO_CONDITION_SURGERY))
    needs |= LEGATO_NEED_OFF_THE_FLOOR;
  if ((known & LEGATO_CONDITION_SURGERY)
      || ((known & LEGATO_CONDITION_JOINT_REPLACEMENT)
          && !(self->cleared & LEGATO_CONDITION_JOINT_REPLACEMENT)))
    needs |= LEGATO_NEED_UNBENT;
  return needs;
}

/** Returns: whether only agreed places may be touched, and none is named: then there is no session
 */
gboolean
legato_person_is_without_places (const LegatoPerson *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return (legato_person_get_conditions (self) & LEGATO_CONDITIONS_NEED_PLACES) != 0
         && (self->agreed[0] | self->agreed[1]) == 0;
}
