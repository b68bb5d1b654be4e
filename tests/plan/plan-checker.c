/* plan-checker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "plan-checker-private.h"

/* At most so long on one spot, a step being one [D]. */
#define FRICTION_MOST_S 30

void
plan_case_breach (Case *c, const char *rule, int step, const char *what)
{
  if (c->found < c->room)
    c->breaches[c->found] = (PlanBreach){ rule, step, what };
  c->found++;
}

gboolean
plan_act_is_massage (const Act *act)
{
  return act->zones != 0 && act->step->leg != LEGATO_LEG_BOTH;
}

/* Whether the act is a sleeve on both legs, with which a drainage ends. */
gboolean
plan_act_closes (Case *c, guint index)
{
  const Act *act = &c->acts[index];

  return index + 1 == c->n_acts && act->technique == SLEEVE && act->step->leg == LEGATO_LEG_BOTH
         && act->step->phase == LEGATO_PHASE_REST;
}

static guint
translate (const PlanChecker *self, LegatoZoneSet set)
{
  guint found = 0;

  for (guint rank = 0; rank < N_ZONES; rank++)
    if (set & (1u << rank))
      found |= BIT (self->zone_of_rank[rank]);
  return found;
}

static void
check_edges (Case *c)
{
  for (int leg = 0; leg < 2; leg++)
    {
      int first = -1;
      int last = -1;
      guint worked = 0;
      guint settled = 0;
      gboolean drained = FALSE;

      for (guint i = 0; i < c->n_acts; i++)
        if (plan_act_is_massage (&c->acts[i]) && (int) c->acts[i].step->leg == leg)
          {
            first = first < 0 ? (int) i : first;
            last = (int) i;
            drained = drained || c->acts[i].technique == LYMPH_STROKES;
            if (c->acts[i].step->phase == LEGATO_PHASE_SETTLE)
              settled |= c->acts[i].zones;
            else
              worked |= c->acts[i].zones;
          }
      if (first < 0)
        continue;
      if (c->drains && drained)
        {
          if (c->acts[first].technique != LYMPH_STROKES
              || c->acts[first].step->pressure != LEGATO_PRESSURE_FEATHER)
            plan_case_breach (c, "P-LIGHT-FIRST", first,
                              "a drainage does not begin with lymph strokes");
        }
      else if (c->acts[first].technique != EFFLEURAGE
               || c->acts[first].step->pressure > LEGATO_PRESSURE_LIGHT)
        plan_case_breach (c, "P-LIGHT-FIRST", first, "does not begin with a light glide");
      if (c->acts[last].technique != EFFLEURAGE
          || c->acts[last].step->pressure > LEGATO_PRESSURE_LIGHT)
        plan_case_breach (c, "P-LIGHT-LAST", last, "does not end with a light glide");
      /* A glide up the leg ends below the groin: hip and buttock lie beyond it. */
      if (worked & ~settled & ~(HIP | BIT (POPLITEAL)))
        plan_case_breach (c, "P-LIGHT-LAST", last, "does not glide over all that was worked on");
    }
}

static void
check_rise_and_fall (Case *c)
{
  int phase[2] = { LEGATO_PHASE_WARM, LEGATO_PHASE_WARM };
  int last[2][N_ZONES];
  gboolean fell[2][N_ZONES] = { 0 };

  memset (last, -1, sizeof last);
  for (guint i = 0; i < c->n_acts; i++)
    {
      const Act *act = &c->acts[i];
      int leg = (int) act->step->leg;
      int pressure = (int) act->step->pressure;

      if (!plan_act_is_massage (act))
        continue;
      if (act->step->phase > LEGATO_PHASE_SETTLE || (int) act->step->phase < phase[leg])
        plan_case_breach (c, "P-RISE-FALL", (int) i, "its phase comes too late");
      phase[leg] = (int) act->step->phase;
      if (act->step->phase != LEGATO_PHASE_WORK && pressure > LEGATO_PRESSURE_LIGHT)
        plan_case_breach (c, "P-RISE-FALL", (int) i, "warming or settling presses too hard");
      for (guint z = 0; z < N_ZONES; z++)
        {
          if (!(act->zones & BIT (z)))
            continue;
          if (last[leg][z] >= 0 && pressure > last[leg][z] && fell[leg][z])
            plan_case_breach (c, "P-RISE-FALL", (int) i,
                              "presses harder again after it was softer");
          if (last[leg][z] >= 0 && pressure < last[leg][z])
            fell[leg][z] = TRUE;
          last[leg][z] = pressure;
        }
    }
}

static void
check_way_up (Case *c)
{
  for (guint i = 0; i < c->n_acts; i++)
    {
      const Act *act = &c->acts[i];
      int below = -1;

      if (!plan_act_is_massage (act))
        continue;
      if (act->step->travel != plan_techniques[act->technique].travel)
        plan_case_breach (c, "P-UP", (int) i, "does not travel as its technique does");
      for (guint z = 0; z < act->step->zones->len; z++)
        {
          const LegatoZone *zone = g_ptr_array_index (act->step->zones, z);
          int here = (int) c->checker->zone_of_rank[zone->rank];

          if (here <= below)
            plan_case_breach (c, "P-UP", (int) i, "its zones do not go up the leg");
          below = here;
        }
    }
}

static void
check_order (Case *c)
{
  for (int leg = 0; leg < 2; leg++)
    {
      const Act *before = NULL;

      for (guint i = 0; i < c->n_acts; i++)
        {
          const Act *act = &c->acts[i];

          if ((int) act->step->leg != leg || !plan_act_is_massage (act))
            continue;
          if (act->step->phase != LEGATO_PHASE_WORK)
            before = NULL;
          else
            {
              if (before != NULL && before->technique == act->technique
                  && (c->drains ? act->lowest > before->lowest : act->lowest < before->lowest))
                plan_case_breach (c, "P-ORDER", (int) i, "goes the wrong way within a pass");
              before = act;
            }
        }
    }
}

static void
check_caps (Case *c)
{
  for (guint i = 0; i < c->n_acts; i++)
    {
      const Act *act = &c->acts[i];
      int pressure = (int) act->step->pressure;

      if (act->zones == 0)
        continue;
      if (act->technique < 0)
        {
          plan_case_breach (c, "P-CAP", (int) i, "an exercise touches a zone");
          continue;
        }
      if (act->step->leg == LEGATO_LEG_BOTH && !plan_act_closes (c, i))
        plan_case_breach (c, "P-CAP", (int) i, "two legs under the same hands");
      if (act->zones & ~plan_techniques[act->technique].zones)
        plan_case_breach (c, "P-CAP", (int) i, "a zone that the technique is not for");
      if (pressure > (int) plan_techniques[act->technique].most)
        plan_case_breach (c, "P-CAP", (int) i, "harder than the technique is");
      for (guint z = 0; z < N_ZONES; z++)
        if (act->zones & BIT (z))
          {
            if (pressure > (int) plan_zones[z].most)
              plan_case_breach (c, "P-CAP", (int) i, "harder than the zone allows");
            if ((BIT (z) & BONY)
                && (pressure > LEGATO_PRESSURE_LIGHT || act->technique == TAPOTEMENT))
              plan_case_breach (c, "P-BONE", (int) i, "too hard on bone");
            if (z == POPLITEAL
                && !(c->drains && pressure == LEGATO_PRESSURE_FEATHER
                     && (act->technique == EFFLEURAGE || act->technique == LYMPH_STROKES)))
              plan_case_breach (c, "P-POP", (int) i, "hands lie behind the knee");
            if (z == OUTER_THIGH
                && (act->technique == ROLLER || act->technique == BALL || act->technique == GUN
                    || act->technique == STICK))
              plan_case_breach (c, "P-ITB", (int) i, "a tool on the band");
          }
    }
}

/* What a clinician's agreement leaves of a leg. */
guint
plan_case_get_agreed (Case *c, int leg)
{
  guint agreed = ALL;

  if (c->conditions
      & (LEGATO_CONDITION_PREGNANCY | LEGATO_CONDITION_PREGNANCY_SWELLING
         | LEGATO_CONDITION_SURGERY))
    agreed &= c->agreed[leg];
  if (c->conditions & LEGATO_CONDITION_PREGNANCY_SWELLING)
    agreed &= LOWER_LEG;
  return agreed;
}

static void
check_times (Case *c)
{
  const LegatoRequest *request = c->request;
  guint leg_seconds[3] = { 0 };
  guint spent[N_TECHNIQUES][2][N_ZONES] = { 0 };
  guint longest = 0;
  guint total = 0;
  guint beside = 0;
  gboolean touched[2] = { FALSE, FALSE };

  for (guint i = 0; i < c->n_acts; i++)
    {
      const Act *act = &c->acts[i];
      guint seconds = act->step->seconds;

      /* A sleeve at the end is beside the massage: 10 to 30 minutes. */
      if (plan_act_closes (c, i))
        {
          beside = seconds;
          if (seconds < 600 || seconds > 1800)
            plan_case_breach (c, "P-HOLD", (int) i, "a sleeve is on too short or too long");
        }
      total += seconds;
      leg_seconds[act->step->leg] += seconds;
      if (act->step->leg != LEGATO_LEG_BOTH)
        longest = MAX (longest, seconds);
      if (!plan_act_is_massage (act) || act->technique < 0)
        continue;
      touched[act->step->leg] = TRUE;
      if (plan_techniques[act->technique].hold_most_s > 0
          && (seconds < plan_techniques[act->technique].hold_least_s
              || seconds > plan_techniques[act->technique].hold_most_s))
        plan_case_breach (c, "P-HOLD", (int) i, "held too short or too long");
      if (act->technique == CROSS_FRICTION && seconds > FRICTION_MOST_S * act->step->zones->len)
        plan_case_breach (c, "P-HOLD", (int) i, "too long across the fibres of one spot");
      for (guint z = 0; z < N_ZONES; z++)
        if (act->zones & BIT (z))
          {
            guint *sum = &spent[act->technique][act->step->leg][z];

            *sum += seconds / act->step->zones->len;
            if (plan_techniques[act->technique].zone_most_s > 0
                && *sum > plan_techniques[act->technique].zone_most_s)
              plan_case_breach (c, "P-HOLD", (int) i, "a tool stays too long on one muscle");
          }
    }

  if (total != legato_plan_get_seconds (c->plan))
    plan_case_breach (c, "P-LEN", -1, "its seconds do not add up");
  total -= beside;
  if (total > 30 * 60)
    plan_case_breach (c, "P-LEN", -1, "longer than half an hour");
  if (touched[0] != touched[1] && total > 15 * 60)
    plan_case_breach (c, "P-LEN", -1, "one leg alone for longer than a quarter of an hour");
  if (request->minutes != 0 && total > request->minutes * 63)
    plan_case_breach (c, "P-LEN", -1, "longer than asked for");
  if (request->minutes != 0 && total < request->minutes * 57
      && legato_plan_get_requested_seconds (c->plan) != request->minutes * 60)
    plan_case_breach (c, "P-LEN", -1, "shorter than asked for, and says nothing");
  if (request->minutes == 0 && request->routine != NULL && request->person == NULL
      && request->legs == LEGATO_LEG_BOTH
      && ABS ((int) total - (int) request->routine->own_minutes * 60)
             > (int) request->routine->own_minutes * 3)
    plan_case_breach (c, "P-LEN", -1, "not as long as the routine");
  if (request->minutes == 0 && request->routine != NULL && !request->routine->own
      && request->legs == LEGATO_LEG_BOTH)
    {
      guint meant = request->routine->own_minutes;

      if (c->person.conditions & LEGATO_CONDITION_LONG_STANDING)
        meant = MIN (meant, 10);
      if (total > meant * 63)
        plan_case_breach (c, "P-LEN", -1, "longer than the routine");
      if (total < meant * 57 && legato_plan_get_requested_seconds (c->plan) != meant * 60)
        plan_case_breach (c, "P-LEN", -1, "shorter than the routine, and says nothing");
    }

  for (int leg = 0; leg < 2; leg++)
    if (request->legs != LEGATO_LEG_BOTH && (int) request->legs != leg && leg_seconds[leg] != 0)
      plan_case_breach (c, "P-EVEN", -1, "works on the leg that was not asked for");
  if (touched[0] && touched[1] && ABS ((int) leg_seconds[0] - (int) leg_seconds[1]) > (int) longest)
    plan_case_breach (c, "P-EVEN", -1, "one leg gets more time");
  /* A leg may only be left out if there is nothing on it that hands may touch. */
  if (request->legs == LEGATO_LEG_BOTH && touched[0] != touched[1])
    {
      int out = touched[0] ? 1 : 0;
      guint gone =
          c->blocked[out] | c->worse[out] | c->stopped[out] | c->very_sore[out] | BIT (POPLITEAL);
      guint could = request->zone != NULL
                        ? BIT (c->checker->zone_of_rank[request->zone->rank])
                        : BIT (FOOT) | BIT (CALF) | BIT (HAMSTRINGS) | BIT (QUADRICEPS);

      could &= plan_case_get_agreed (c, out);
      if (request->routine == NULL && (could & ~gone))
        plan_case_breach (c, "P-EVEN", -1, "a leg that could be worked on is left out");
    }
}

static void
check_tools (Case *c)
{
  for (guint i = 0; i < c->n_acts; i++)
    {
      const char *tool =
          c->acts[i].technique < 0 ? NULL : plan_techniques[c->acts[i].technique].tool;

      if (tool != NULL && (c->request->tools == NULL || !g_strv_contains (c->request->tools, tool)))
        plan_case_breach (c, "P-TOOLS", (int) i, "a tool that the person does not have");
    }
}

/* A stroke that touches two zones of a way passes over every zone between them. */
static gboolean
crosses (guint touched, guint blocked)
{
  for (guint w = 0; w < N_WAYS; w++)
    {
      gboolean below = FALSE;
      gboolean across = FALSE;

      for (guint i = 0; i < plan_ways[w].n; i++)
        {
          guint bit = BIT (plan_ways[w].zones[i]);

          if (touched & bit)
            {
              if (across)
                return TRUE;
              below = TRUE;
            }
          else if (below && (blocked & bit))
            across = TRUE;
        }
    }
  return FALSE;
}

static void
check_blocks (Case *c)
{
  for (guint i = 0; i < c->n_acts; i++)
    {
      const Act *act = &c->acts[i];
      guint blocked = 0;

      if (plan_act_closes (c, i) && ((act->zones | UNDER_SLEEVE) & (c->blocked[0] | c->blocked[1])))
        plan_case_breach (c, "P-BLOCK", (int) i, "a sleeve lies on the blocked zone");
      if (!plan_act_is_massage (act))
        continue;
      blocked = c->blocked[act->step->leg];
      if (act->zones & blocked)
        plan_case_breach (c, "P-BLOCK", (int) i, "touches a blocked zone");
      else if (act->step->travel == LEGATO_TRAVEL_PROXIMAL && crosses (act->zones, blocked))
        plan_case_breach (c, "P-BLOCK", (int) i, "passes over a blocked zone");
      else if (act->technique == SLEEVE && blocked != 0)
        plan_case_breach (c, "P-BLOCK", (int) i, "a sleeve lies on the blocked zone too");
    }
}

/* What one's own hands do not reach. */
static void
check_reach (Case *c)
{
  gboolean partner =
      c->request->goal == LEGATO_GOAL_PARTNER
      || (c->request->routine != NULL && g_str_equal (c->request->routine->id, "partner"));

  for (guint i = 0; i < c->n_acts && !partner; i++)
    {
      const Act *act = &c->acts[i];

      if (act->technique == PALM_COMPRESSION && (act->zones & BIT (HAMSTRINGS)))
        plan_case_breach (c, "P-REACH", (int) i, "two palms on one's own back of the thigh");
      if ((act->zones & (BIT (GLUTEUS) | BIT (PIRIFORMIS))) && (act->zones & ~HIP))
        plan_case_breach (c, "P-REACH", (int) i, "a stroke goes on over one's own buttock");
    }
}

/**
 * plan_checker_check:
 * @breaches: (out caller-allocates) (array length=n_breaches): the first of them
 *
 * Returns: how many breaches there are
 */
guint
plan_checker_check (PlanChecker *self,
                    LegatoPlan *plan,
                    const LegatoRequest *request,
                    PlanBreach *breaches,
                    guint n_breaches)
{
  static Case the_case;
  Case *c = &the_case;

  memset (c, 0, G_STRUCT_OFFSET (Case, acts));
  c->checker = self;
  c->plan = plan;
  c->request = request;
  c->breaches = breaches;
  c->room = n_breaches;
  c->found = 0;
  if (request->person != NULL)
    c->person = *request->person;
  c->conditions = c->person.conditions | c->person.cleared;
  if ((c->conditions & LEGATO_CONDITION_PREGNANCY) && (c->conditions & LEGATO_CONDITION_SWELLING))
    c->conditions |= LEGATO_CONDITION_PREGNANCY_SWELLING;
  c->numb_named = (c->person.numb[0] | c->person.numb[1]) != 0;
  for (int leg = 0; leg < 2; leg++)
    {
      c->blocked[leg] = translate (self, c->person.blocked[leg] | c->person.numb[leg]);
      if ((c->conditions & LEGATO_CONDITION_NEUROPATHY) && !c->numb_named)
        c->blocked[leg] |= BIT (FOOT);
      c->agreed[leg] = translate (self, c->person.agreed[leg]);
      c->stopped[leg] = translate (self, c->person.stopped[leg]);
      c->tender[leg] = translate (self, c->person.tender[leg]);
      c->pressed[leg] = translate (self, c->person.pressed[leg]);
      c->worse[leg] = translate (self, c->person.worse[leg]);
      c->tight[leg] = translate (self, c->person.tight[leg]);
      for (guint rank = 0; rank < N_ZONES; rank++)
        {
          guint8 soreness = c->person.soreness[leg][rank];
          Zone zone = self->zone_of_rank[rank];

          c->soreness[leg][zone] = soreness;
          if (soreness >= 8)
            c->very_sore[leg] |= BIT (zone);
          else if (soreness >= 5)
            c->sore[leg] |= BIT (zone);
        }
    }
  c->drains = (c->conditions & (LEGATO_CONDITION_SWELLING | LEGATO_CONDITION_PREGNANCY_SWELLING))
              || request->goal == LEGATO_GOAL_SWELLING
              || (request->routine != NULL && g_str_equal (request->routine->id, "swelling"));

  c->n_acts = legato_plan_get_n_steps (plan);
  if (c->n_acts == 0 || c->n_acts > G_N_ELEMENTS (c->acts))
    {
      plan_case_breach (c, "P-LEN", -1, "no steps, or more than anybody can follow");
      return c->found;
    }
  for (guint i = 0; i < c->n_acts; i++)
    {
      Act *act = &c->acts[i];

      *act = (Act){ .step = legato_plan_get_step (plan, i), .technique = -1, .lowest = N_ZONES };
      for (int t = 0; t < N_TECHNIQUES && act->technique < 0; t++)
        if (self->technique[t] == act->step->technique)
          act->technique = t;
      for (guint z = 0; z < act->step->zones->len; z++)
        {
          const LegatoZone *zone = g_ptr_array_index (act->step->zones, z);
          Zone here = self->zone_of_rank[zone->rank];

          act->zones |= BIT (here);
          act->lowest = MIN (act->lowest, here);
          act->highest = MAX (act->highest, here);
        }
      if (act->technique >= 0 && act->zones == 0)
        plan_case_breach (c, "P-CAP", (int) i, "a massage of nothing");
      if (act->step->seconds == 0)
        plan_case_breach (c, "P-LEN", (int) i, "a step without time");
    }
  if (c->found > 0)
    return c->found;

  check_edges (c);
  check_rise_and_fall (c);
  check_way_up (c);
  check_order (c);
  check_caps (c);
  check_times (c);
  check_tools (c);
  check_blocks (c);
  check_reach (c);
  plan_case_check_exercises (c);
  plan_case_check_person (c);
  return c->found;
}

PlanChecker *
plan_checker_new (LegatoGuide *guide)
{
  PlanChecker *self = g_new0 (PlanChecker, 1);

  g_assert_cmpuint (legato_guide_get_zones (guide)->len, ==, N_ZONES);
  for (guint z = 0; z < N_ZONES; z++)
    {
      const LegatoZone *zone = legato_guide_find_zone (guide, plan_zones[z].id);

      g_assert_nonnull (zone);
      self->zone_of_rank[zone->rank] = (Zone) z;
    }
  self->breathing = legato_guide_find_technique (guide, "breathe");
  g_assert_nonnull (self->breathing);
  for (guint t = 0; t < N_TECHNIQUES; t++)
    {
      self->technique[t] = legato_guide_find_technique (guide, plan_techniques[t].id);
      g_assert_nonnull (self->technique[t]);
    }
  return self;
}

void
plan_checker_free (PlanChecker *self)
{
  g_free (self);
}
