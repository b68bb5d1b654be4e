/* test-mutations.c: plans that break one rule are caught by that rule
 *
 * A finished plan is altered, or made for somebody of whom the planner was not told all. Whoever
 * judges it by the rules has to notice; if not, the judge is blind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-safety.h"
#include "plan-checker.h"
#include "plan-lot.h"
#include "plan-test-utils.h"

/* A plan's steps, to be altered. */
typedef struct
{
  LegatoGuide *guide;
  const LegatoRequest *request;
  GPtrArray *steps;
  gboolean silent; /* it does not say how long it was meant to be */
} Altered;

/* Keeps something from the planner. */
typedef void (*Withhold) (LegatoRequest *told, LegatoPerson *person);

typedef void (*Alter) (Altered *plan);

static LegatoStep *
nth (const Altered *plan, guint i)
{
  return g_ptr_array_index (plan->steps, i);
}

static LegatoStep *
copy_step (const LegatoStep *step)
{
  LegatoStep *copy =
      legato_step_new (step->leg, step->phase, step->technique, step->pressure, step->seconds);

  copy->travel = step->travel;
  copy->origin = step->origin;
  g_ptr_array_extend (copy->zones, step->zones, NULL, NULL);
  g_ptr_array_extend (copy->reasons, step->reasons, NULL, NULL);
  return copy;
}

static void
remove_phase (Altered *plan, LegatoPhase phase)
{
  for (guint i = plan->steps->len; i-- > 0;)
    if (nth (plan, i)->phase == phase)
      g_ptr_array_remove_index (plan->steps, i);
}

static void
drop_warming (Altered *plan)
{
  remove_phase (plan, LEGATO_PHASE_WARM);
}

static void
drop_settling (Altered *plan)
{
  remove_phase (plan, LEGATO_PHASE_SETTLE);
}

/* The last glide goes over less than was worked on. */
static void
settle_less (Altered *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    if (nth (plan, i)->phase == LEGATO_PHASE_SETTLE && nth (plan, i)->zones->len > 0)
      g_ptr_array_set_size (nth (plan, i)->zones, 1);
}

/* The hands of the first step that passes several places go down the leg. */
static void
stroke_down (Altered *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    {
      GPtrArray *zones = nth (plan, i)->zones;

      for (guint low = 0, high = zones->len - 1; zones->len > 1 && low < high; low++, high--)
        {
          gpointer zone = zones->pdata[low];

          zones->pdata[low] = zones->pdata[high];
          zones->pdata[high] = zone;
        }
    }
}

/* Works each leg from the hip down. */
static void
work_down (Altered *plan)
{
  for (guint first = 0; first < plan->steps->len; first++)
    {
      guint end = first;

      while (end < plan->steps->len && nth (plan, end)->phase == LEGATO_PHASE_WORK
             && nth (plan, end)->leg == nth (plan, first)->leg)
        end++;
      for (guint low = first, high = end; low + 1 < high; low++, high--)
        {
          gpointer step = plan->steps->pdata[low];

          plan->steps->pdata[low] = plan->steps->pdata[high - 1];
          plan->steps->pdata[high - 1] = step;
        }
      first = MAX (first, end);
    }
}

/* A sleeve at the end, whoever it is for, and whatever they said of their legs. */
static void
add_sleeve (Altered *plan)
{
  const LegatoRoutineStep *closing = legato_guide_find_goal (plan->guide, "swelling")->closing;
  const LegatoStep *last = nth (plan, plan->steps->len - 1);
  LegatoStep *step = NULL;

  if (last->technique == closing->technique)
    return;
  step = legato_step_new (LEGATO_LEG_BOTH, LEGATO_PHASE_REST, closing->technique, closing->pressure,
                          closing->seconds);
  g_ptr_array_extend (step->zones, closing->zones, NULL, NULL);
  g_ptr_array_add (plan->steps, step);
}

static void
add_brief_sleeve (Altered *plan)
{
  add_sleeve (plan);
  nth (plan, plan->steps->len - 1)->seconds = 300;
}

/* A tool in place of the hands, whatever the person and the places allow. */
static void
use_tools (Altered *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    {
      LegatoStep *step = nth (plan, i);

      if (step->origin != NULL && step->origin->instead->len > 0)
        step->technique = step->origin->instead->pdata[0];
    }
}

/* Stretches the back of each thigh at the end, whatever was said of it. */
static void
add_stretches (Altered *plan)
{
  const LegatoTechnique *stretch = legato_guide_find_technique (plan->guide, "hamstring-stretch");

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    g_ptr_array_add (plan->steps, legato_step_new ((LegatoLeg) leg, LEGATO_PHASE_STRETCH, stretch,
                                                   LEGATO_PRESSURE_LIGHT, 30));
}

/* Settles once before the work is over. */
static void
settle_early (Altered *plan)
{
  for (guint i = 0; i + 1 < plan->steps->len; i++)
    if (nth (plan, i)->phase == LEGATO_PHASE_WORK && nth (plan, i + 1)->phase == LEGATO_PHASE_WORK)
      {
        nth (plan, i)->phase = LEGATO_PHASE_SETTLE;
        return;
      }
}

static void
press_harder (Altered *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    if (nth (plan, i)->phase == LEGATO_PHASE_WORK)
      nth (plan, i)->pressure = LEGATO_PRESSURE_MODERATE;
}

static void
favour_left (Altered *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    if (nth (plan, i)->leg == LEGATO_LEG_LEFT)
      nth (plan, i)->seconds *= 3;
}

static void
stretch_time (Altered *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    nth (plan, i)->seconds = nth (plan, i)->seconds * 5 / 4 + 1;
}

/* Two thirds of what a routine takes by itself, without a word. */
static void
cut_time (Altered *plan)
{
  plan->silent = TRUE;
  for (guint i = 0; i < plan->steps->len; i++)
    nth (plan, i)->seconds = nth (plan, i)->seconds * 2 / 3;
}

static void
hold_for_an_hour (Altered *plan)
{
  for (guint i = 0; i < plan->steps->len; i++)
    if (nth (plan, i)->technique->hold_max_s > 0)
      nth (plan, i)->seconds = 3600;
}

/* Works @zone by @technique in place of every step of the working phase. */
static void
work_on (Altered *plan, const char *technique, const char *zone)
{
  for (guint i = 0; i < plan->steps->len; i++)
    if (nth (plan, i)->phase == LEGATO_PHASE_WORK && nth (plan, i)->zones->len > 0)
      {
        LegatoStep *step = nth (plan, i);

        step->technique = legato_guide_find_technique (plan->guide, technique);
        step->travel = step->technique->travel;
        g_ptr_array_set_size (step->zones, 0);
        g_ptr_array_add (step->zones, (gpointer) legato_guide_find_zone (plan->guide, zone));
      }
}

static void
roll_the_band (Altered *plan)
{
  work_on (plan, "roller", "outer-thigh");
}

static void
knead_behind_the_knee (Altered *plan)
{
  work_on (plan, "petrissage", "popliteal");
}

static void
tap_the_shin (Altered *plan)
{
  work_on (plan, "tapotement", "shin");
}

static void
withhold_tools (LegatoRequest *told, LegatoPerson *person)
{
  told->tools = plan_test_all_tools;
}

static void
withhold_blocks (LegatoRequest *told, LegatoPerson *person)
{
  person->blocked[0] = person->blocked[1] = 0;
}

static void
withhold_clearance (LegatoRequest *told, LegatoPerson *person)
{
  person->cleared = LEGATO_CONDITIONS_NEED_CLEARANCE;
}

static void
withhold_conditions (LegatoRequest *told, LegatoPerson *person)
{
  person->conditions = person->cleared = 0;
}

static void
withhold_past (LegatoRequest *told, LegatoPerson *person)
{
  for (int leg = 0; leg < 2; leg++)
    person->pressed[leg] = person->worse[leg] = person->stopped[leg] = person->tender[leg] = 0;
  memset (person->soreness, 0, sizeof person->soreness);
}

/* Tells of other places than those that are tight. */
static void
withhold_tight (LegatoRequest *told, LegatoPerson *person)
{
  for (int leg = 0; leg < 2; leg++)
    person->tight[leg] = ~person->tight[leg];
}

static void
withhold_signs (LegatoRequest *told, LegatoPerson *person)
{
  person->signs = 0;
}

/* Presses with both palms where only a partner's come to. */
static void
reach_too_far (Altered *plan)
{
  work_on (plan, "palm-compression", "hamstrings");
}

static const struct
{
  const char *rule;
  Alter alter;
  Withhold withhold;
} mutations[] = {
  { "P-LIGHT-FIRST", drop_warming, NULL },
  { "P-LIGHT-LAST", drop_settling, NULL },
  { "P-RISE-FALL", settle_early, NULL },
  { "P-UP", stroke_down, NULL },
  { "P-ORDER", work_down, NULL },
  { "P-CAP", press_harder, NULL },
  { "P-EVEN", favour_left, NULL },
  { "P-HOLD", hold_for_an_hour, NULL },
  { "P-ITB", roll_the_band, NULL },
  { "P-POP", knead_behind_the_knee, NULL },
  { "P-BONE", tap_the_shin, NULL },
  { "P-LEN", stretch_time, NULL },
  { "P-TOOLS", NULL, withhold_tools },
  { "P-BLOCK", NULL, withhold_blocks },
  { "R-UNCLEARED", NULL, withhold_clearance },
  { "P-ADAPT:swelling", NULL, withhold_conditions },
  { "P-ADAPT:tight", NULL, withhold_conditions },
  { "P-ADAPT:tight", NULL, withhold_tight },
  { "P-ADAPT:veins", NULL, withhold_conditions },
  { "P-ADAPT:fragile-skin", NULL, withhold_conditions },
  { "P-ADAPT:pregnancy", NULL, withhold_conditions },
  { "P-ADAPT:pregnancy-swelling", NULL, withhold_conditions },
  { "P-ADAPT:sport-soreness", NULL, withhold_conditions },
  { "P-ADAPT:long-standing", NULL, withhold_conditions },
  { "P-ADAPT:neuropathy", NULL, withhold_conditions },
  { "P-ADAPT:worse-after-last", NULL, withhold_past },
  { "P-ADAPT:cleared", NULL, withhold_conditions },
  { "P-REST", NULL, withhold_past },
  { "P-REACH", reach_too_far, NULL },
  { "P-ADAPT:soreness", NULL, withhold_past },
  { "P-ADAPT:stopped", NULL, withhold_past },
  { "P-ADAPT:surgery", NULL, withhold_conditions },
  { "P-ADAPT:pacemaker", NULL, withhold_conditions },
  { "P-ADAPT:joint-replacement", NULL, withhold_conditions },
  { "R-BREATH", NULL, withhold_signs },
  { "R-COLD", NULL, withhold_signs },
  { "R-CAUDA", NULL, withhold_signs },
  { "R-DVT", NULL, withhold_signs },
  { "R-WEIGHT", NULL, withhold_signs },
  { "R-FRACTURE", NULL, withhold_signs },
  { "R-INFECTION", NULL, withhold_signs },
  { "R-FEVER", NULL, withhold_signs },
  { "R-BRUISE", NULL, withhold_signs },
  { "R-SWELLING", NULL, withhold_signs },
  { "P-BLOCK", add_sleeve, NULL },
  { "P-TOOLS", add_sleeve, NULL },
  { "P-HOLD", add_brief_sleeve, NULL },
  { "P-REST", add_sleeve, NULL },
  { "P-ADAPT:stopped", add_sleeve, NULL },
  { "P-ADAPT:soreness", add_sleeve, NULL },
  { "P-ADAPT:cleared", add_sleeve, NULL },
  { "P-ADAPT:neuropathy", add_sleeve, NULL },
  { "P-ADAPT:pacemaker", add_sleeve, NULL },
  { "P-ADAPT:joint-replacement", add_sleeve, NULL },
  { "P-ADAPT:worse-after-last", add_sleeve, NULL },
  { "P-BLOCK", add_stretches, NULL },
  { "P-ADAPT:stopped", add_stretches, NULL },
  { "P-ADAPT:soreness", add_stretches, NULL },
  { "P-ADAPT:worse-after-last", add_stretches, NULL },
  { "P-ADAPT:surgery", add_stretches, NULL },
  { "P-ADAPT:joint-replacement", add_stretches, NULL },
  { "P-TOOLS", use_tools, NULL },
  { "P-REST", use_tools, NULL },
  { "P-ADAPT:stopped", use_tools, NULL },
  { "P-ADAPT:soreness", use_tools, NULL },
  { "P-ADAPT:cleared", use_tools, NULL },
  { "P-ADAPT:fragile-skin", roll_the_band, NULL },
  { "P-ADAPT:neuropathy", use_tools, NULL },
  { "P-ADAPT:joint-replacement", use_tools, NULL },
  { "R-SHOOTING", NULL, withhold_signs },
  { "R-PERSIST", NULL, withhold_signs },
  { "R-WALKING", NULL, withhold_signs },
  { "R-AFTER", NULL, withhold_signs },
  { "P-LIGHT-LAST", settle_less, NULL },
  { "P-LEN", cut_time, NULL },
};

/* Returns: (transfer full) (nullable): a plan that may break the rule of @nth, if there is one */
static LegatoPlan *
make_altered (LegatoGuide *guide, const LegatoRequest *request, guint nth_mutation)
{
  LegatoPerson person = *request->person;
  LegatoRequest told = *request;
  g_autoptr (LegatoPlan) plan = NULL;
  Altered altered = { guide, request, NULL, FALSE };

  told.person = &person;
  if (mutations[nth_mutation].withhold != NULL)
    mutations[nth_mutation].withhold (&told, &person);
  plan = legato_planner_make (guide, &told, NULL);
  if (plan == NULL || mutations[nth_mutation].alter == NULL)
    return g_steal_pointer (&plan);

  altered.steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    g_ptr_array_add (altered.steps, copy_step (legato_plan_get_step (plan, i)));
  mutations[nth_mutation].alter (&altered);
  return legato_plan_new_full (guide, legato_plan_get_routine (plan), legato_plan_get_goal (plan),
                               altered.silent ? 0 : legato_plan_get_requested_seconds (plan),
                               legato_plan_get_needs (plan), altered.steps, NULL);
}

static gboolean
is_seen_by_checker (PlanChecker *checker,
                    LegatoPlan *plan,
                    const LegatoRequest *request,
                    const char *rule)
{
  PlanBreach breaches[64];
  guint found = plan_checker_check (checker, plan, request, breaches, G_N_ELEMENTS (breaches));

  for (guint i = 0; i < MIN (found, G_N_ELEMENTS (breaches)); i++)
    if (g_str_equal (breaches[i].rule, rule))
      return TRUE;
  return FALSE;
}

static gboolean
is_seen_by_planner (LegatoPlan *plan, const LegatoRequest *request, const char *rule)
{
  g_autoptr (GPtrArray) breaches = legato_safety_find_breaches (plan, request);

  for (guint i = 0; i < breaches->len; i++)
    if (g_str_equal (((const LegatoBreach *) g_ptr_array_index (breaches, i))->rule, rule))
      return TRUE;
  return FALSE;
}

/* Begins the lots of the mutation of @nth, by what it is: those of others do not change when the
 * table grows. */
static guint32
begin_lots (guint nth_mutation)
{
  const char *rule = mutations[nth_mutation].rule;
  guint32 state = g_str_hash (rule);

  for (guint i = 0; i < nth_mutation; i++)
    state += g_str_equal (mutations[i].rule, rule);
  return state;
}

/* Returns: the condition for which @rule adapts a plan; 0 for a rule of another kind */
static guint
get_condition (const char *rule)
{
  LegatoCondition condition;

  return g_str_has_prefix (rule, "P-ADAPT:")
                 && legato_condition_from_id (rule + strlen ("P-ADAPT:"), &condition)
             ? condition
             : 0;
}

/* Each mutation, until both judges have seen it. */
static void
test_mutations (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (PlanChecker) checker = plan_checker_new (guide);
  guint n_zones = legato_guide_get_zones (guide)->len;
  GPtrArray *routines = legato_guide_get_routines (guide);

  for (guint m = 0; m < G_N_ELEMENTS (mutations); m++)
    {
      guint32 state = begin_lots (m);
      guint condition = get_condition (mutations[m].rule);
      gboolean by_checker = FALSE;
      gboolean by_planner = FALSE;

      for (guint n = 0; n < 20000 && !(by_checker && by_planner); n++)
        {
          LegatoPerson person;
          LegatoRequest request = { .person = &person };
          g_autoptr (LegatoPlan) plan = NULL;

          if (n % 2 == 0)
            request.goal = (LegatoGoal) (1 + plan_lot_draw (&state, LEGATO_N_GOALS - 1));
          else
            request.routine = g_ptr_array_index (routines, plan_lot_draw (&state, routines->len));
          request.legs = (LegatoLeg) plan_lot_draw (&state, 3);
          /* At its own length, where that is what is altered. */
          request.minutes = mutations[m].alter != cut_time ? plan_lot_draw_length (&state) : 0;
          request.tools = plan_lot_draw_tools (&state);
          plan_lot_draw_person (
              &state, n_zones,
              condition != 0 ? condition : 1u << plan_lot_draw (&state, LEGATO_N_CONDITIONS + 4),
              &person);
          person.conditions &= (1u << LEGATO_N_CONDITIONS) - 1;
          if (mutations[m].withhold == withhold_signs)
            person.signs = 1u << plan_lot_draw (&state, LEGATO_N_SIGNS);
          plan = make_altered (guide, &request, m);
          if (plan == NULL)
            continue;
          by_checker =
              by_checker || is_seen_by_checker (checker, plan, &request, mutations[m].rule);
          by_planner = by_planner || is_seen_by_planner (plan, &request, mutations[m].rule);
        }
      if (!by_checker || !by_planner)
        {
          g_test_message ("a plan that breaks %s is not seen by the %s", mutations[m].rule,
                          by_checker ? "planner's rules" : "checker");
          g_test_fail ();
        }
    }
  g_test_message ("%u mutations, each caught twice", (guint) G_N_ELEMENTS (mutations));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutations/caught", test_mutations);
  return g_test_run ();
}
