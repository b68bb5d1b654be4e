/* plan-checker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "plan-checker.h"

typedef enum
{
  FOOT,
  ANKLE,
  SOLEUS,
  SHIN,
  CALF,
  POPLITEAL,
  KNEE,
  HAMSTRINGS,
  QUADRICEPS,
  ADDUCTORS,
  OUTER_THIGH,
  TFL,
  GLUTEUS,
  PIRIFORMIS,
  N_ZONES,
} Zone;

typedef enum
{
  EFFLEURAGE,
  PETRISSAGE,
  THUMB_CIRCLES,
  PALM_COMPRESSION,
  TRIGGER_POINT,
  TAPOTEMENT,
  LYMPH_STROKES,
  MYOFASCIAL_GLIDE,
  CROSS_FRICTION,
  ROLLER,
  BALL,
  STICK,
  GUN,
  SLEEVE,
  N_TECHNIQUES,
} Technique;

#define BIT(zone) (1u << (zone))
#define ALL (BIT (N_ZONES) - 1)
#define LOWER_LEG (BIT (FOOT) | BIT (ANKLE) | BIT (SOLEUS) | BIT (SHIN) | BIT (CALF))
#define FLESHY                                                                                     \
  (BIT (CALF) | BIT (SOLEUS) | BIT (HAMSTRINGS) | BIT (QUADRICEPS) | BIT (OUTER_THIGH)             \
   | BIT (GLUTEUS))
#define HIP (BIT (TFL) | BIT (GLUTEUS) | BIT (PIRIFORMIS))
#define AT_KNEE                                                                                    \
  (BIT (SHIN) | BIT (CALF) | BIT (POPLITEAL) | BIT (KNEE) | BIT (HAMSTRINGS) | BIT (QUADRICEPS)    \
   | BIT (OUTER_THIGH))
#define AT_HIP (BIT (HAMSTRINGS) | BIT (QUADRICEPS) | BIT (ADDUCTORS) | BIT (OUTER_THIGH) | HIP)
#define BONY (BIT (SHIN) | BIT (KNEE) | BIT (ANKLE))

/* From distal to proximal, as a hand meets them; and the firmest that each allows. */
static const struct
{
  const char *id;
  LegatoPressure most;
} zones[N_ZONES] = {
  [FOOT] = { "foot", LEGATO_PRESSURE_MODERATE },
  [ANKLE] = { "ankle", LEGATO_PRESSURE_LIGHT },
  [SOLEUS] = { "soleus", LEGATO_PRESSURE_MODERATE },
  [SHIN] = { "shin", LEGATO_PRESSURE_LIGHT },
  [CALF] = { "calf", LEGATO_PRESSURE_MODERATE },
  [POPLITEAL] = { "popliteal", LEGATO_PRESSURE_FEATHER },
  [KNEE] = { "knee", LEGATO_PRESSURE_LIGHT },
  [HAMSTRINGS] = { "hamstrings", LEGATO_PRESSURE_MODERATE },
  [QUADRICEPS] = { "quadriceps", LEGATO_PRESSURE_MODERATE },
  [ADDUCTORS] = { "adductors", LEGATO_PRESSURE_LIGHT },
  [OUTER_THIGH] = { "outer-thigh", LEGATO_PRESSURE_MODERATE },
  [TFL] = { "tfl", LEGATO_PRESSURE_MODERATE },
  [GLUTEUS] = { "gluteus", LEGATO_PRESSURE_MODERATE },
  [PIRIFORMIS] = { "piriformis", LEGATO_PRESSURE_MODERATE },
};

/* Four ways up the leg. A stroke goes along them, and on each it passes what lies between. */
static const struct
{
  guint n;
  Zone zones[7];
} ways[] = {
  { 7, { FOOT, ANKLE, SOLEUS, CALF, POPLITEAL, HAMSTRINGS, GLUTEUS } },
  { 5, { FOOT, SHIN, KNEE, QUADRICEPS, TFL } },
  { 4, { ANKLE, SOLEUS, CALF, ADDUCTORS } },
  { 3, { OUTER_THIGH, TFL, GLUTEUS } },
};

static const struct
{
  const char *id;
  const char *tool;
  LegatoTravel travel;
  LegatoPressure most;
  guint zones;
  guint hold_least_s;
  guint hold_most_s;
  guint zone_most_s; /* for all its steps on one zone together */
} techniques[N_TECHNIQUES] = {
  [EFFLEURAGE] = { "effleurage", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_MODERATE, ALL },
  [PETRISSAGE] = { "petrissage", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_MODERATE,
                   BIT (CALF) | BIT (SOLEUS) | BIT (HAMSTRINGS) | BIT (QUADRICEPS)
                       | BIT (OUTER_THIGH) },
  [THUMB_CIRCLES] = { "thumb-circles", NULL, LEGATO_TRAVEL_LOCAL, LEGATO_PRESSURE_MODERATE,
                      BIT (CALF) | BIT (SOLEUS) | BIT (FOOT) | BIT (SHIN) },
  [PALM_COMPRESSION] = { "palm-compression", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_MODERATE,
                         BIT (QUADRICEPS) | BIT (HAMSTRINGS) },
  [TRIGGER_POINT] = { "trigger-point", NULL, LEGATO_TRAVEL_HOLD, LEGATO_PRESSURE_MODERATE,
                      BIT (CALF) | BIT (SOLEUS) | BIT (HAMSTRINGS) | BIT (QUADRICEPS) | BIT (TFL)
                          | BIT (GLUTEUS),
                      10, 30 },
  [TAPOTEMENT] = { "tapotement", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_LIGHT,
                   BIT (CALF) | BIT (HAMSTRINGS) | BIT (QUADRICEPS) | BIT (OUTER_THIGH) },
  [LYMPH_STROKES] = { "lymph-strokes", NULL, LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_LIGHT,
                      ALL & ~BIT (PIRIFORMIS) },
  [MYOFASCIAL_GLIDE] = { "myofascial-glide", NULL, LEGATO_TRAVEL_LOCAL, LEGATO_PRESSURE_MODERATE,
                         BIT (OUTER_THIGH) | BIT (QUADRICEPS) | BIT (HAMSTRINGS) | BIT (CALF) },
  [CROSS_FRICTION] = { "cross-friction", NULL, LEGATO_TRAVEL_LOCAL, LEGATO_PRESSURE_MODERATE,
                       BIT (CALF) | BIT (SOLEUS) | BIT (HAMSTRINGS) | BIT (QUADRICEPS) },
  [ROLLER] = { "roller", "roller", LEGATO_TRAVEL_LOCAL, LEGATO_PRESSURE_MODERATE,
               BIT (QUADRICEPS) | BIT (HAMSTRINGS) | BIT (CALF) | BIT (GLUTEUS), 0, 0, 90 },
  [BALL] = { "ball", "ball", LEGATO_TRAVEL_HOLD, LEGATO_PRESSURE_MODERATE,
             BIT (GLUTEUS) | BIT (PIRIFORMIS) | BIT (TFL), 30, 60 },
  [STICK] = { "massage-stick", "stick", LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_MODERATE,
              FLESHY & ~BIT (OUTER_THIGH) },
  [GUN] = { "massage-gun", "gun", LEGATO_TRAVEL_PROXIMAL, LEGATO_PRESSURE_LIGHT,
            FLESHY & ~BIT (OUTER_THIGH), 0, 0, 30 },
  [SLEEVE] = { "compression-sleeve", "sleeve", LEGATO_TRAVEL_HOLD, LEGATO_PRESSURE_LIGHT, ALL, 600,
               1800 },
};

/* Exercises: what they load, which joints they bend, whether one lies on the back. */
static const struct
{
  const char *id;
  guint loads;
  guint bends;
  gboolean on_back;
} exercises[] = {
  { "hip-bend", BIT (HAMSTRINGS) | BIT (GLUTEUS) | BIT (PIRIFORMIS),
    LEGATO_JOINT_KNEE | LEGATO_JOINT_HIP, TRUE },
  { "hamstring-stretch", BIT (CALF) | BIT (POPLITEAL) | BIT (HAMSTRINGS), LEGATO_JOINT_HIP, FALSE },
  { "ankle-circles", BIT (ANKLE) | BIT (SOLEUS) | BIT (SHIN) | BIT (CALF), 0, FALSE },
  { "toe-bends", BIT (FOOT) | BIT (SHIN), 0, FALSE },
  { "legs-raised", 0, 0, TRUE },
};

/* Five breaths of ten seconds. */
#define BREATHS_S 50

/* At most so long on one spot, a step being one [D]. */
#define FRICTION_MOST_S 30

struct _PlanChecker
{
  Zone zone_of_rank[LEGATO_MAX_ZONES];
  const LegatoTechnique *technique[N_TECHNIQUES];
  const LegatoTechnique *breathing;
};

/* One step, in the checker's own words. */
typedef struct
{
  const LegatoStep *step;
  int technique; /* -1: an exercise */
  guint zones;
  Zone lowest;
  Zone highest;
} Act;

typedef struct
{
  PlanChecker *checker;
  LegatoPlan *plan;
  const LegatoRequest *request;
  LegatoPerson person;
  guint conditions; /* with those that are said to be cleared */
  guint blocked[2]; /* marked, or numb */
  guint agreed[2];
  guint stopped[2];
  guint tender[2];
  guint pressed[2];
  guint worse[2];
  guint very_sore[2];
  guint sore[2];
  guint8 soreness[2][N_ZONES];
  gboolean numb_named;
  gboolean drains; /* worked from the thigh down, with lymph strokes */
  guint n_acts;
  Act acts[512];
  PlanBreach *breaches;
  guint room;
  guint found;
} Case;

static void
breach (Case *c, const char *rule, int step, const char *what)
{
  if (c->found < c->room)
    c->breaches[c->found] = (PlanBreach){ rule, step, what };
  c->found++;
}

static gboolean
is_massage (const Act *act)
{
  return act->zones != 0 && act->step->leg != LEGATO_LEG_BOTH;
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
        if (is_massage (&c->acts[i]) && (int) c->acts[i].step->leg == leg)
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
            breach (c, "P-LIGHT-FIRST", first, "a drainage does not begin with lymph strokes");
        }
      else if (c->acts[first].technique != EFFLEURAGE
               || c->acts[first].step->pressure > LEGATO_PRESSURE_LIGHT)
        breach (c, "P-LIGHT-FIRST", first, "does not begin with a light glide");
      if (c->acts[last].technique != EFFLEURAGE
          || c->acts[last].step->pressure > LEGATO_PRESSURE_LIGHT)
        breach (c, "P-LIGHT-LAST", last, "does not end with a light glide");
      /* A glide up the leg ends below the groin: hip and buttock lie beyond it. */
      if (worked & ~settled & ~(HIP | BIT (POPLITEAL)))
        breach (c, "P-LIGHT-LAST", last, "does not glide over all that was worked on");
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

      if (!is_massage (act))
        continue;
      if (act->step->phase > LEGATO_PHASE_SETTLE || (int) act->step->phase < phase[leg])
        breach (c, "P-RISE-FALL", (int) i, "its phase comes too late");
      phase[leg] = (int) act->step->phase;
      if (act->step->phase != LEGATO_PHASE_WORK && pressure > LEGATO_PRESSURE_LIGHT)
        breach (c, "P-RISE-FALL", (int) i, "warming or settling presses too hard");
      for (guint z = 0; z < N_ZONES; z++)
        {
          if (!(act->zones & BIT (z)))
            continue;
          if (last[leg][z] >= 0 && pressure > last[leg][z] && fell[leg][z])
            breach (c, "P-RISE-FALL", (int) i, "presses harder again after it was softer");
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

      if (!is_massage (act))
        continue;
      if (act->step->travel != techniques[act->technique].travel)
        breach (c, "P-UP", (int) i, "does not travel as its technique does");
      for (guint z = 0; z < act->step->zones->len; z++)
        {
          const LegatoZone *zone = g_ptr_array_index (act->step->zones, z);
          int here = (int) c->checker->zone_of_rank[zone->rank];

          if (here <= below)
            breach (c, "P-UP", (int) i, "its zones do not go up the leg");
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

          if ((int) act->step->leg != leg || !is_massage (act))
            continue;
          if (act->step->phase != LEGATO_PHASE_WORK)
            before = NULL;
          else
            {
              if (before != NULL && before->technique == act->technique
                  && (c->drains ? act->lowest > before->lowest : act->lowest < before->lowest))
                breach (c, "P-ORDER", (int) i, "goes the wrong way within a pass");
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
          breach (c, "P-CAP", (int) i, "an exercise touches a zone");
          continue;
        }
      if (act->step->leg == LEGATO_LEG_BOTH)
        breach (c, "P-CAP", (int) i, "two legs under the same hands");
      if (act->zones & ~techniques[act->technique].zones)
        breach (c, "P-CAP", (int) i, "a zone that the technique is not for");
      if (pressure > (int) techniques[act->technique].most)
        breach (c, "P-CAP", (int) i, "harder than the technique is");
      for (guint z = 0; z < N_ZONES; z++)
        if (act->zones & BIT (z))
          {
            if (pressure > (int) zones[z].most)
              breach (c, "P-CAP", (int) i, "harder than the zone allows");
            if ((BIT (z) & BONY)
                && (pressure > LEGATO_PRESSURE_LIGHT || act->technique == TAPOTEMENT))
              breach (c, "P-BONE", (int) i, "too hard on bone");
            if (z == POPLITEAL
                && !(c->drains && pressure == LEGATO_PRESSURE_FEATHER
                     && (act->technique == EFFLEURAGE || act->technique == LYMPH_STROKES)))
              breach (c, "P-POP", (int) i, "hands lie behind the knee");
            if (z == OUTER_THIGH
                && (act->technique == ROLLER || act->technique == BALL || act->technique == GUN
                    || act->technique == STICK))
              breach (c, "P-ITB", (int) i, "a tool on the band");
          }
    }
}

/* What a clinician's agreement leaves of a leg. */
static guint
get_agreed (Case *c, int leg)
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
  gboolean touched[2] = { FALSE, FALSE };

  for (guint i = 0; i < c->n_acts; i++)
    {
      const Act *act = &c->acts[i];
      guint seconds = act->step->seconds;

      total += seconds;
      leg_seconds[act->step->leg] += seconds;
      if (act->step->leg != LEGATO_LEG_BOTH)
        longest = MAX (longest, seconds);
      if (!is_massage (act) || act->technique < 0)
        continue;
      touched[act->step->leg] = TRUE;
      if (techniques[act->technique].hold_most_s > 0
          && (seconds < techniques[act->technique].hold_least_s
              || seconds > techniques[act->technique].hold_most_s))
        breach (c, "P-HOLD", (int) i, "held too short or too long");
      if (act->technique == CROSS_FRICTION && seconds > FRICTION_MOST_S * act->step->zones->len)
        breach (c, "P-HOLD", (int) i, "too long across the fibres of one spot");
      for (guint z = 0; z < N_ZONES; z++)
        if (act->zones & BIT (z))
          {
            guint *sum = &spent[act->technique][act->step->leg][z];

            *sum += seconds / act->step->zones->len;
            if (techniques[act->technique].zone_most_s > 0
                && *sum > techniques[act->technique].zone_most_s)
              breach (c, "P-HOLD", (int) i, "a tool stays too long on one muscle");
          }
    }

  if (total != legato_plan_get_seconds (c->plan))
    breach (c, "P-LEN", -1, "its seconds do not add up");
  if (total > 30 * 60)
    breach (c, "P-LEN", -1, "longer than half an hour");
  if (touched[0] != touched[1] && total > 15 * 60)
    breach (c, "P-LEN", -1, "one leg alone for longer than a quarter of an hour");
  if (request->minutes != 0 && total > request->minutes * 63)
    breach (c, "P-LEN", -1, "longer than asked for");
  if (request->minutes != 0 && total < request->minutes * 57
      && legato_plan_get_requested_seconds (c->plan) != request->minutes * 60)
    breach (c, "P-LEN", -1, "shorter than asked for, and says nothing");
  if (request->minutes == 0 && request->routine != NULL && request->person == NULL
      && request->legs == LEGATO_LEG_BOTH
      && ABS ((int) total - (int) request->routine->own_minutes * 60)
             > (int) request->routine->own_minutes * 3)
    breach (c, "P-LEN", -1, "not as long as the routine");

  for (int leg = 0; leg < 2; leg++)
    if (request->legs != LEGATO_LEG_BOTH && (int) request->legs != leg && leg_seconds[leg] != 0)
      breach (c, "P-EVEN", -1, "works on the leg that was not asked for");
  if (touched[0] && touched[1] && ABS ((int) leg_seconds[0] - (int) leg_seconds[1]) > (int) longest)
    breach (c, "P-EVEN", -1, "one leg gets more time");
  /* A leg may only be left out if there is nothing on it that hands may touch. */
  if (request->legs == LEGATO_LEG_BOTH && touched[0] != touched[1])
    {
      int out = touched[0] ? 1 : 0;
      guint gone =
          c->blocked[out] | c->worse[out] | c->stopped[out] | c->very_sore[out] | BIT (POPLITEAL);
      guint could = request->zone != NULL
                        ? BIT (c->checker->zone_of_rank[request->zone->rank])
                        : BIT (FOOT) | BIT (CALF) | BIT (HAMSTRINGS) | BIT (QUADRICEPS);

      could &= get_agreed (c, out);
      if (request->routine == NULL && (could & ~gone))
        breach (c, "P-EVEN", -1, "a leg that could be worked on is left out");
    }
}

static void
check_tools (Case *c)
{
  for (guint i = 0; i < c->n_acts; i++)
    {
      const char *tool = c->acts[i].technique < 0 ? NULL : techniques[c->acts[i].technique].tool;

      if (tool != NULL && (c->request->tools == NULL || !g_strv_contains (c->request->tools, tool)))
        breach (c, "P-TOOLS", (int) i, "a tool that the person does not have");
    }
}

/* A stroke that touches two zones of a way passes over every zone between them. */
static gboolean
crosses (guint touched, guint blocked)
{
  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    {
      gboolean below = FALSE;
      gboolean across = FALSE;

      for (guint i = 0; i < ways[w].n; i++)
        {
          guint bit = BIT (ways[w].zones[i]);

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

      if (!is_massage (act))
        continue;
      blocked = c->blocked[act->step->leg];
      if (act->zones & blocked)
        breach (c, "P-BLOCK", (int) i, "touches a blocked zone");
      else if (act->step->travel == LEGATO_TRAVEL_PROXIMAL && crosses (act->zones, blocked))
        breach (c, "P-BLOCK", (int) i, "passes over a blocked zone");
      else if (act->technique == SLEEVE && blocked != 0)
        breach (c, "P-BLOCK", (int) i, "a sleeve lies on the blocked zone too");
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
        breach (c, "P-REACH", (int) i, "two palms on one's own back of the thigh");
      if ((act->zones & (BIT (GLUTEUS) | BIT (PIRIFORMIS))) && (act->zones & ~HIP))
        breach (c, "P-REACH", (int) i, "a stroke goes on over one's own buttock");
    }
}

static void
check_exercise (Case *c, int n, guint e)
{
  const LegatoStep *step = c->acts[n].step;

  if (exercises[e].on_back && (c->conditions & LEGATO_CONDITION_PREGNANCY))
    breach (c, "P-ADAPT:pregnancy", n, "lies on the back");
  if (exercises[e].on_back && (c->conditions & LEGATO_CONDITION_PREGNANCY_SWELLING))
    breach (c, "P-ADAPT:pregnancy-swelling", n, "lies on the back");
  for (int leg = 0; leg < 2; leg++)
    {
      guint joints =
          c->person.joints[0] | c->person.joints[1] ? c->person.joints[leg] : exercises[e].bends;

      if (step->leg != LEGATO_LEG_BOTH && (int) step->leg != leg)
        continue;
      if (exercises[e].loads & c->blocked[leg])
        breach (c, "P-BLOCK", n, "stretches a place that is marked or numb");
      if (exercises[e].loads & c->stopped[leg])
        breach (c, "P-ADAPT:stopped", n, "stretches a place where it hurt");
      if (exercises[e].loads & c->very_sore[leg])
        breach (c, "P-ADAPT:soreness", n, "stretches a place that is very sore");
      if ((c->conditions & LEGATO_CONDITION_SURGERY) && (exercises[e].loads & ~get_agreed (c, leg)))
        breach (c, "P-ADAPT:surgery", n, "stretches what was not agreed to");
      if ((c->conditions & LEGATO_CONDITION_JOINT_REPLACEMENT)
          && !(c->person.cleared & LEGATO_CONDITION_JOINT_REPLACEMENT)
          && (exercises[e].bends & joints))
        breach (c, "P-ADAPT:joint-replacement", n, "bends an artificial joint");
    }
}

static void
check_exercises (Case *c)
{
  for (guint i = 0; i < c->n_acts; i++)
    for (guint e = 0; c->acts[i].technique < 0 && e < G_N_ELEMENTS (exercises); e++)
      if (g_str_equal (c->acts[i].step->technique->id, exercises[e].id))
        check_exercise (c, (int) i, e);
}

static void
check_adaptation (Case *c, const char *rule, int step, gboolean kept)
{
  if (!kept)
    breach (c, rule, step, "an adaptation to the person is missing");
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

/* docs/domain.md §6, and what §4 and §7 say of yesterday and of clearance, one row at a time. */
static void
check_adaptations (Case *c)
{
  guint conditions = c->conditions;
  guint sorest[2] = { 0, 0 };
  guint most_sore = 1;
  guint total = 0;

  if (conditions & LEGATO_CONDITIONS_NEED_CLEARANCE & ~c->person.cleared)
    breach (c, "R-UNCLEARED", -1, "a plan for somebody who is not cleared");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (c->person.signs & signs[i].sign)
      breach (c, signs[i].rule, -1, "a plan in spite of a warning sign");
  if (c->drains
      && (c->acts[0].step->technique != c->checker->breathing
          || c->acts[0].step->seconds < BREATHS_S))
    breach (c, "P-ADAPT:swelling", 0, "does not begin with five slow breaths");

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

      total += act->step->seconds;
      if (!is_massage (act) || act->technique < 0)
        continue;
      tool = techniques[act->technique].tool != NULL;

      if (conditions & LEGATO_CONDITION_SWELLING)
        check_adaptation (c, "P-ADAPT:swelling", n, is_drained (act));
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
              step_lower = MIN (step_lower, MAX ((int) zones[z].most - 1, LEGATO_PRESSURE_FEATHER));
          check_adaptation (c, "P-ADAPT:fragile-skin", n,
                            (int) act->step->pressure <= step_lower && act->technique != TAPOTEMENT
                                && act->technique != CROSS_FRICTION
                                && (!tool || act->technique == SLEEVE));
        }
      if (conditions & LEGATO_CONDITION_PREGNANCY)
        check_adaptation (c, "P-ADAPT:pregnancy", n, light && !(act->zones & ~get_agreed (c, leg)));
      if (conditions & LEGATO_CONDITION_PREGNANCY_SWELLING)
        check_adaptation (c, "P-ADAPT:pregnancy-swelling", n,
                          is_drained (act) && !(act->zones & ~get_agreed (c, leg)));
      if (conditions & LEGATO_CONDITION_SURGERY)
        check_adaptation (c, "P-ADAPT:surgery", n, light && !(act->zones & ~get_agreed (c, leg)));
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
                      c->request->minutes != 0 || c->request->routine != NULL || total <= 10 * 60);
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
      breach (c, "P-LEN", -1, "no steps, or more than anybody can follow");
      return c->found;
    }
  for (guint i = 0; i < c->n_acts; i++)
    {
      Act *act = &c->acts[i];

      *act = (Act){ .step = legato_plan_get_step (plan, i), .technique = -1, .lowest = N_ZONES };
      for (int t = 0; t < N_TECHNIQUES; t++)
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
        breach (c, "P-CAP", (int) i, "a massage of nothing");
      if (act->step->seconds == 0)
        breach (c, "P-LEN", (int) i, "a step without time");
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
  check_exercises (c);
  check_adaptations (c);
  return c->found;
}

PlanChecker *
plan_checker_new (LegatoGuide *guide)
{
  PlanChecker *self = g_new0 (PlanChecker, 1);

  g_assert_cmpuint (legato_guide_get_zones (guide)->len, ==, N_ZONES);
  for (guint z = 0; z < N_ZONES; z++)
    {
      const LegatoZone *zone = legato_guide_find_zone (guide, zones[z].id);

      g_assert_nonnull (zone);
      self->zone_of_rank[zone->rank] = (Zone) z;
    }
  self->breathing = legato_guide_find_technique (guide, "breathe");
  g_assert_nonnull (self->breathing);
  for (guint t = 0; t < N_TECHNIQUES; t++)
    {
      self->technique[t] = legato_guide_find_technique (guide, techniques[t].id);
      g_assert_nonnull (self->technique[t]);
    }
  return self;
}

void
plan_checker_free (PlanChecker *self)
{
  g_free (self);
}
