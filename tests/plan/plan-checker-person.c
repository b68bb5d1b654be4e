/* plan-checker-person.c: whether a plan minds what its person told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-checker-private.h"

/* Five breaths of ten seconds. */
#define BREATHS_S 50

static void
check_exercise (Case *c, int n, guint e)
{
  const LegatoStep *step = c->acts[n].step;

  if (plan_exercises[e].on_back && (c->conditions & LEGATO_CONDITION_PREGNANCY))
    plan_case_breach (c, "P-ADAPT:pregnancy", n, "lies on the back");
  if (plan_exercises[e].on_back && (c->conditions & LEGATO_CONDITION_PREGNANCY_SWELLING))
    plan_case_breach (c, "P-ADAPT:pregnancy-swelling", n, "lies on the back");
  for (int leg = 0; leg < 2; leg++)
    {
      guint joints = c->person.joints[0] | c->person.joints[1] ? c->person.joints[leg]
                                                               : plan_exercises[e].bends;

      if (step->leg != LEGATO_LEG_BOTH && (int) step->leg != leg)
        continue;
      if (plan_exercises[e].loads & c->blocked[leg])
        plan_case_breach (c, "P-BLOCK", n, "stretches a place that is marked or numb");
      if (plan_exercises[e].loads & c->stopped[leg])
        plan_case_breach (c, "P-ADAPT:stopped", n, "stretches a place where it hurt");
      if (plan_exercises[e].loads & c->very_sore[leg])
        plan_case_breach (c, "P-ADAPT:soreness", n, "stretches a place that is very sore");
      if (plan_exercises[e].loads & c->worse[leg])
        plan_case_breach (c, "P-ADAPT:worse-after-last", n, "stretches a place that rests");
      if ((c->conditions & LEGATO_CONDITION_SURGERY)
          && (plan_exercises[e].loads & ~plan_case_get_agreed (c, leg)))
        plan_case_breach (c, "P-ADAPT:surgery", n, "stretches what was not agreed to");
      if ((c->conditions & LEGATO_CONDITION_JOINT_REPLACEMENT)
          && !(c->person.cleared & LEGATO_CONDITION_JOINT_REPLACEMENT)
          && (plan_exercises[e].bends & joints))
        plan_case_breach (c, "P-ADAPT:joint-replacement", n, "bends an artificial joint");
    }
}

void
plan_case_check_exercises (Case *c)
{
  for (guint i = 0; i < c->n_acts; i++)
    for (guint e = 0; c->acts[i].technique < 0 && e < N_EXERCISES; e++)
      if (g_str_equal (c->acts[i].step->technique->id, plan_exercises[e].id))
        check_exercise (c, (int) i, e);
}

static void
check_adaptation (Case *c, const char *rule, int step, gboolean kept)
{
  if (!kept)
    plan_case_breach (c, rule, step, "an adaptation to the person is missing");
}

/* Gliding and lymph strokes that are soft, the latter in place of all work. */
static gboolean
is_drained (const Act *act)
{
  return act->step->pressure <= LEGATO_PRESSURE_LIGHT
         && (act->technique == LYMPH_STROKES
             || (act->technique == EFFLEURAGE && act->step->phase == LEGATO_PHASE_SETTLE));
}

/* Where no tool may lie; with none named, any knee or hip may be artificial. */
static guint
get_at_joints (Case *c, int leg)
{
  guint joints = c->person.joints[0] | c->person.joints[1] ? c->person.joints[leg]
                                                           : LEGATO_JOINT_KNEE | LEGATO_JOINT_HIP;

  return (joints & LEGATO_JOINT_KNEE ? AT_KNEE : 0) | (joints & LEGATO_JOINT_HIP ? AT_HIP : 0);
}

static const struct
{
  guint sign;
  const char *rule;
} signs[] = {
  { LEGATO_SIGN_BREATHLESS, "R-BREATH" },    { LEGATO_SIGN_COLD, "R-COLD" },
  { LEGATO_SIGN_CAUDA, "R-CAUDA" },          { LEGATO_SIGN_DVT, "R-DVT" },
  { LEGATO_SIGN_WEIGHT, "R-WEIGHT" },        { LEGATO_SIGN_FRACTURE, "R-FRACTURE" },
  { LEGATO_SIGN_INFECTION, "R-INFECTION" },  { LEGATO_SIGN_FEVER, "R-FEVER" },
  { LEGATO_SIGN_BRUISE, "R-BRUISE" },        { LEGATO_SIGN_SWELLING, "R-SWELLING" },
  { LEGATO_SIGN_SHOOTING, "R-SHOOTING" },    { LEGATO_SIGN_PERSIST, "R-PERSIST" },
  { LEGATO_SIGN_WALKING, "R-WALKING" },      { LEGATO_SIGN_AFTER_REDNESS, "R-AFTER" },
  { LEGATO_SIGN_AFTER_SWELLING, "R-AFTER" }, { LEGATO_SIGN_AFTER_PAIN, "R-AFTER" },
};

/* Kneading that is done for longer says why. */
static gboolean
says_tight (const LegatoStep *step)
{
  for (guint i = 0; i < step->reasons->len; i++)
    if (g_str_equal (((const LegatoReason *) g_ptr_array_index (step->reasons, i))->id, "tight"))
      return TRUE;
  return FALSE;
}

/* A sleeve on both legs covers everything from the foot to the thigh, and asks of each place what
 * any tool does. */
static void
check_closing (Case *c, guint index)
{
  guint covered = c->acts[index].zones | UNDER_SLEEVE;
  int n = (int) index;

  if (!c->drains || c->request->legs != LEGATO_LEG_BOTH)
    plan_case_breach (c, "P-CAP", n, "a sleeve where none belongs");
  check_adaptation (c, "P-ADAPT:pacemaker", n, !(c->conditions & LEGATO_CONDITION_PACEMAKER));
  check_adaptation (c, "P-ADAPT:neuropathy", n, !(c->conditions & LEGATO_CONDITION_NEUROPATHY));
  check_adaptation (c, "P-ADAPT:cleared", n, !(c->conditions & LEGATO_CONDITIONS_NEED_CLEARANCE));
  check_adaptation (c, "P-ADAPT:joint-replacement", n,
                    !(c->conditions & LEGATO_CONDITION_JOINT_REPLACEMENT));
  for (int leg = 0; leg < 2; leg++)
    {
      check_adaptation (c, "P-ADAPT:stopped", n, !(covered & (c->stopped[leg] | c->tender[leg])));
      check_adaptation (c, "P-ADAPT:soreness", n, !(covered & (c->very_sore[leg] | c->sore[leg])));
      check_adaptation (c, "P-ADAPT:worse-after-last", n, !(covered & c->worse[leg]));
      check_adaptation (c, "P-REST", n, !(covered & c->pressed[leg]));
    }
}

/* docs/domain.md §6, and what §4 and §7 say of yesterday and of clearance, one row at a time. */
void
plan_case_check_person (Case *c)
{
  guint conditions = c->conditions;
  guint sorest[2] = { 0, 0 };
  guint most_sore = 1;
  guint total = 0;

  if (c->person.conditions & LEGATO_CONDITIONS_NEED_CLEARANCE & ~c->person.cleared)
    plan_case_breach (c, "R-UNCLEARED", -1, "a plan for somebody who is not cleared");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (c->person.signs & signs[i].sign)
      plan_case_breach (c, signs[i].rule, -1, "a plan in spite of a warning sign");
  if (c->drains
      && (c->acts[0].step->technique != c->checker->breathing
          || c->acts[0].step->seconds < BREATHS_S))
    plan_case_breach (c, "P-ADAPT:swelling", 0, "does not begin with five slow breaths");

  for (int leg = 0; leg < 2; leg++)
    for (guint z = 0; z < N_ZONES; z++)
      {
        if (c->soreness[leg][z] > most_sore)
          {
            most_sore = c->soreness[leg][z];
            sorest[0] = sorest[1] = 0;
          }
        if (c->soreness[leg][z] == most_sore)
          sorest[leg] |= BIT (z);
      }

  for (guint i = 0; i < c->n_acts; i++)
    {
      const Act *act = &c->acts[i];
      int leg = (int) act->step->leg;
      gboolean light = act->step->pressure <= LEGATO_PRESSURE_LIGHT;
      gboolean tool = FALSE;
      int n = (int) i;

      if (plan_act_closes (c, i))
        {
          check_closing (c, i);
          continue;
        }
      total += act->step->seconds;
      if (!plan_act_is_massage (act) || act->technique < 0)
        continue;
      tool = plan_techniques[act->technique].tool != NULL;

      if (conditions & LEGATO_CONDITION_SWELLING)
        check_adaptation (c, "P-ADAPT:swelling", n, is_drained (act));
      if ((conditions & LEGATO_CONDITION_TIGHT) && act->technique == PETRISSAGE
          && act->step->phase == LEGATO_PHASE_WORK
          && ((c->tight[0] | c->tight[1]) == 0 || (act->zones & c->tight[leg]) != 0))
        check_adaptation (c, "P-ADAPT:tight", n, says_tight (act->step));
      if (conditions & LEGATO_CONDITION_VEINS)
        check_adaptation (c, "P-ADAPT:veins", n, light);
      if (conditions & LEGATO_CONDITION_NEUROPATHY)
        check_adaptation (c, "P-ADAPT:neuropathy", n,
                          light && !tool && (c->numb_named || !(act->zones & BIT (FOOT))));
      if (conditions & LEGATO_CONDITION_FRAGILE_SKIN)
        {
          int step_lower = LEGATO_PRESSURE_LIGHT;

          for (guint z = 0; z < N_ZONES; z++)
            if (act->zones & BIT (z))
              step_lower =
                  MIN (step_lower, MAX ((int) plan_zones[z].most - 1, LEGATO_PRESSURE_FEATHER));
          check_adaptation (c, "P-ADAPT:fragile-skin", n,
                            (int) act->step->pressure <= step_lower && act->technique != TAPOTEMENT
                                && act->technique != CROSS_FRICTION
                                && (!tool || act->technique == SLEEVE));
        }
      if (conditions & LEGATO_CONDITION_PREGNANCY)
        check_adaptation (c, "P-ADAPT:pregnancy", n,
                          light && !(act->zones & ~plan_case_get_agreed (c, leg)));
      if (conditions & LEGATO_CONDITION_PREGNANCY_SWELLING)
        check_adaptation (c, "P-ADAPT:pregnancy-swelling", n,
                          is_drained (act) && !(act->zones & ~plan_case_get_agreed (c, leg)));
      if (conditions & LEGATO_CONDITION_SURGERY)
        check_adaptation (c, "P-ADAPT:surgery", n,
                          light && !(act->zones & ~plan_case_get_agreed (c, leg)));
      if (conditions & LEGATO_CONDITIONS_NEED_CLEARANCE)
        check_adaptation (c, "P-ADAPT:cleared", n,
                          light
                              && (act->technique == EFFLEURAGE || act->technique == LYMPH_STROKES));
      if (conditions & LEGATO_CONDITION_PACEMAKER)
        check_adaptation (c, "P-ADAPT:pacemaker", n,
                          act->technique != GUN && act->technique != SLEEVE);
      if (conditions & LEGATO_CONDITION_JOINT_REPLACEMENT)
        check_adaptation (c, "P-ADAPT:joint-replacement", n,
                          !tool || !(act->zones & get_at_joints (c, leg)));
      check_adaptation (c, "P-ADAPT:stopped", n, !(act->zones & c->stopped[leg]));
      check_adaptation (c, "P-ADAPT:stopped", n,
                        (light && !tool) || !(act->zones & c->tender[leg]));
      check_adaptation (c, "P-ADAPT:soreness", n, !(act->zones & c->very_sore[leg]));
      check_adaptation (c, "P-ADAPT:soreness", n,
                        !(act->zones & c->sore[leg])
                            || (light
                                && (act->technique == EFFLEURAGE || act->technique == LYMPH_STROKES
                                    || act->technique == THUMB_CIRCLES)));
      if (conditions & LEGATO_CONDITION_SPORT_SORENESS)
        check_adaptation (c, "P-ADAPT:sport-soreness", n, light || !(act->zones & sorest[leg]));
      if (conditions & LEGATO_CONDITION_WORSE_AFTER_LAST)
        check_adaptation (c, "P-ADAPT:worse-after-last", n, light);
      check_adaptation (c, "P-ADAPT:worse-after-last", n, !(act->zones & c->worse[leg]));
      check_adaptation (c, "P-REST", n, (light && !tool) || !(act->zones & c->pressed[leg]));
    }

  if (conditions & LEGATO_CONDITION_LONG_STANDING)
    check_adaptation (c, "P-ADAPT:long-standing", -1,
                      c->request->minutes != 0
                          || (c->request->routine != NULL && c->request->routine->own)
                          || total <= 10 * 60);
}
