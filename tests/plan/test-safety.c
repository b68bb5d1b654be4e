/* test-safety.c: what refuses a massage, and that every rule catches its breach
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-safety.h"

#include "plan-test-utils.h"

static void
test_advice_falls_into_kinds (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *advice = legato_guide_get_advice (guide);
  guint n_red_flags = 0;
  guint n_conditions = 0;

  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      n_red_flags += legato_safety_is_red_flag (item) ? 1 : 0;
      n_conditions += legato_safety_needs_clearance (item) ? 1 : 0;
      g_assert_false (legato_safety_is_red_flag (item) && legato_safety_needs_clearance (item));
    }
  g_assert_cmpuint (n_red_flags, ==, 13);
  g_assert_cmpuint (n_conditions, ==, 13);
}

/* Every sign that a person may have refuses, the most urgent first. */
static void
test_red_flags_refuse (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoPerson nobody = { 0 };
  LegatoPerson everything = { .signs = (1u << LEGATO_N_SIGNS) - 1 };
  g_autoptr (GPtrArray) nothing = legato_planner_get_refusals (guide, &nobody);
  g_autoptr (GPtrArray) all = legato_planner_get_refusals (guide, &everything);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (all->len, ==, LEGATO_N_SIGNS);
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (((LegatoAdvice *) all->pdata[i - 1])->urgency, >=,
                     ((LegatoAdvice *) all->pdata[i])->urgency);
  for (guint i = 0; i < LEGATO_N_SIGNS; i++)
    {
      LegatoPerson person = { .signs = 1u << i };
      LegatoRequest request = { .goal = LEGATO_GOAL_EVENING,
                                .legs = LEGATO_LEG_BOTH,
                                .person = &person };
      g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (guide, &person);
      g_autoptr (GError) error = NULL;
      LegatoSign sign;

      g_assert_cmpuint (refusals->len, ==, 1);
      g_assert_true (legato_sign_from_id (((LegatoAdvice *) refusals->pdata[0])->flag, &sign));
      g_assert_cmpuint (sign, ==, 1u << i);
      g_assert_null (legato_planner_make (guide, &request, &error));
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED);
    }
}

/* Urgency, title and text say the same. */
static void
test_urgencies_agree (void)
{
  static const struct
  {
    guint signs;
    LegatoUrgency urgency;
    const char *title;
    const char *advice;
  } expected[] = {
    { LEGATO_SIGN_BREATHLESS | LEGATO_SIGN_DVT, LEGATO_URGENCY_EMERGENCY, "Call for help now",
      "emergency help at once" },
    { LEGATO_SIGN_COLD, LEGATO_URGENCY_EMERGENCY, "Call for help now", "emergency help at once" },
    { LEGATO_SIGN_CAUDA, LEGATO_URGENCY_EMERGENCY, "Call for help now", "emergency help at once" },
    { LEGATO_SIGN_DVT | LEGATO_SIGN_FEVER, LEGATO_URGENCY_NOW, "Get medical care now",
      "medical care now" },
    { LEGATO_SIGN_WEIGHT, LEGATO_URGENCY_NOW, "Get medical care now", "medical care now" },
    { LEGATO_SIGN_FRACTURE, LEGATO_URGENCY_NOW, "Get medical care now", "medical care now" },
    { LEGATO_SIGN_INFECTION, LEGATO_URGENCY_TODAY, "See a doctor today", "today" },
    { LEGATO_SIGN_SWELLING, LEGATO_URGENCY_TODAY, "See a doctor today", "today" },
    { LEGATO_SIGN_WALKING, LEGATO_URGENCY_SOON, "No massage for now", "doctor" },
  };
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      LegatoPerson person = { .signs = expected[i].signs };
      g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (guide, &person);
      const LegatoAdvice *first = g_ptr_array_index (refusals, 0);

      g_assert_cmpint (first->urgency, ==, expected[i].urgency);
      g_assert_cmpstr (legato_refusals_get_title (refusals), ==, expected[i].title);
      g_assert_nonnull (strstr (first->advice.text, expected[i].advice));
    }
}

/* Places that a doctor has still to name make no other title of a condition that one has to clear.
 */
static void
test_clearance_and_places (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoPerson person = { .conditions = LEGATO_CONDITION_SURGERY | LEGATO_CONDITION_HEART,
                          .cleared = LEGATO_CONDITION_SURGERY };
  g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (guide, &person);

  g_assert_cmpuint (refusals->len, ==, 2);
  g_assert_cmpstr (legato_refusals_get_title (refusals), ==, "Not before your doctor agrees");
}

/* Each advice says itself how soon it wants to be followed. */
static void
test_advice_says_when (void)
{
  static const char *const words[] = {
    [LEGATO_URGENCY_SOON] = "",
    [LEGATO_URGENCY_TODAY] = "today",
    [LEGATO_URGENCY_NOW] = "now",
    [LEGATO_URGENCY_EMERGENCY] = "emergency help at once",
  };
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (guint i = 0; i < LEGATO_N_SIGNS; i++)
    {
      LegatoPerson person = { .signs = 1u << i };
      g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (guide, &person);
      const LegatoAdvice *advice = refusals->pdata[0];

      g_assert_nonnull (strstr (advice->advice.text, words[advice->urgency]));
    }
}

/* What no clinician has agreed to is refused by the planner too, and named; once cleared, it is
 * not. */
static void
test_uncleared_is_refused (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
    {
      LegatoPerson person = { .conditions = 1u << i,
                              .signs = LEGATO_SIGN_FEVER,
                              .agreed = { 0x3fff, 0x3fff } };
      LegatoRequest request = { .goal = LEGATO_GOAL_EVENING,
                                .legs = LEGATO_LEG_BOTH,
                                .person = &person };
      g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (guide, &person);
      g_autoptr (LegatoPlan) cleared = NULL;
      g_autoptr (GError) error = NULL;

      /* A red flag is more urgent than a condition. */
      g_assert_cmpstr (((LegatoAdvice *) g_ptr_array_index (refusals, 0))->rule, ==, "R-FEVER");
      person.signs = 0;
      if ((1u << i) & LEGATO_CONDITIONS_NEED_CLEARANCE)
        {
          const LegatoAdvice *advice = g_ptr_array_index (refusals, 1);

          g_assert_cmpstr (advice->rule, ==, "R-UNCLEARED");
          g_assert_cmpstr (advice->flag, ==, legato_condition_to_id (1u << i));
          g_assert_null (legato_planner_make (guide, &request, &error));
          g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED);
          g_assert_nonnull (strstr (error->message, advice->question.text));
          g_clear_error (&error);
        }
      else
        g_assert_cmpuint (refusals->len, ==, 1);

      person.cleared = person.conditions & LEGATO_CONDITIONS_CLEARABLE;
      cleared = legato_planner_make (guide, &request, &error);
      g_assert_no_error (error);
    }
}

/* With some conditions only what was agreed to is massaged; none named is asked for. */
static void
test_places_are_asked_for (void)
{
  static const guint conditions[] = { LEGATO_CONDITION_PREGNANCY,
                                      LEGATO_CONDITION_PREGNANCY_SWELLING,
                                      LEGATO_CONDITION_SURGERY };
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      LegatoPerson person = { .conditions = conditions[i], .cleared = conditions[i] };
      LegatoRequest request = { .goal = LEGATO_GOAL_EVENING,
                                .legs = LEGATO_LEG_BOTH,
                                .person = &person };
      g_autoptr (GPtrArray) refusals = legato_planner_get_refusals (guide, &person);
      g_autoptr (LegatoPlan) plan = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (refusals->len, ==, 1);
      g_assert_cmpstr (((LegatoAdvice *) refusals->pdata[0])->flag, ==, "agreed-places");
      g_assert_null (legato_planner_make (guide, &request, &error));
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED);

      person.agreed[LEGATO_LEG_RIGHT] = 1u << 4;
      plan = legato_planner_make (guide, &request, NULL);
      g_assert_nonnull (plan);
      g_assert_cmpuint (plan_test_count_seconds (plan, LEGATO_LEG_LEFT), ==, 0);
    }
}

/* A step of a hand-made plan that breaks one rule. */
typedef struct
{
  LegatoLeg leg;
  LegatoPhase phase;
  const char *technique;
  const char *zones;
  LegatoPressure pressure;
  guint seconds;
} Sketch;

static LegatoPlan *
make_plan (LegatoGuide *guide, const Sketch *sketches, gsize n_sketches)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);

  for (gsize i = 0; i < n_sketches && sketches[i].technique != NULL; i++)
    {
      g_auto (GStrv) zones = g_strsplit (sketches[i].zones, " ", -1);
      LegatoStep *step =
          legato_step_new (sketches[i].leg, sketches[i].phase,
                           legato_guide_find_technique (guide, sketches[i].technique),
                           sketches[i].pressure, sketches[i].seconds);

      for (gsize z = 0; zones[z] != NULL && *zones[z] != '\0'; z++)
        g_ptr_array_add (step->zones, (gpointer) legato_guide_find_zone (guide, zones[z]));
      g_ptr_array_add (steps, step);
    }
  return legato_plan_new (guide, NULL, steps);
}

#define L LEGATO_LEG_LEFT
#define R LEGATO_LEG_RIGHT
#define WARM LEGATO_PHASE_WARM
#define WORK LEGATO_PHASE_WORK
#define SETTLE LEGATO_PHASE_SETTLE
#define LIGHT LEGATO_PRESSURE_LIGHT
#define MODERATE LEGATO_PRESSURE_MODERATE
#define FIRST                                                                                      \
  {                                                                                                \
    L, WARM, "effleurage", "calf", LIGHT, 20                                                       \
  }
#define LAST                                                                                       \
  {                                                                                                \
    L, SETTLE, "effleurage", "calf", LIGHT, 20                                                     \
  }

/* Ranks of zones, for sets of them. */
#define CALF (1u << 4)
#define HAMSTRINGS (1u << 7)
#define BLOCK_CALF                                                                                 \
  {                                                                                                \
    .blocked = { CALF }                                                                            \
  }
#define WITH(condition)                                                                            \
  {                                                                                                \
    .conditions = LEGATO_CONDITION_##condition, .cleared = LEGATO_CONDITION_##condition            \
  }
#define KNEAD                                                                                      \
  {                                                                                                \
    L, WORK, "petrissage", "calf", MODERATE, 30                                                    \
  }

static const struct
{
  const char *rule;
  Sketch steps[6];
  LegatoPerson person;
} breaches[] = {
  { "P-LIGHT-FIRST", { { L, WORK, "petrissage", "calf", MODERATE, 30 }, LAST } },
  { "P-LIGHT-LAST", { FIRST, { L, WORK, "petrissage", "calf", MODERATE, 30 } } },
  { "P-RISE-FALL", { FIRST, LAST, { L, WORK, "effleurage", "calf", LIGHT, 30 } } },
  { "P-RISE-FALL",
    { FIRST,
      { L, WORK, "petrissage", "calf", MODERATE, 30 },
      { L, WORK, "thumb-circles", "calf", LIGHT, 30 },
      { L, WORK, "petrissage", "calf", MODERATE, 30 },
      LAST } },
  { "P-RISE-FALL", { FIRST, { L, WARM, "petrissage", "calf", MODERATE, 30 }, LAST } },
  { "P-UP", { FIRST, { L, WORK, "effleurage", "calf soleus", LIGHT, 30 }, LAST } },
  { "P-ORDER",
    { FIRST,
      { L, WORK, "petrissage", "hamstrings", MODERATE, 30 },
      { L, WORK, "petrissage", "calf", MODERATE, 30 },
      LAST } },
  { "P-CAP", { FIRST, { L, WORK, "effleurage", "ankle", MODERATE, 30 }, LAST } },
  { "P-CAP", { FIRST, { L, WORK, "petrissage", "adductors", LIGHT, 30 }, LAST } },
  { "P-EVEN",
    { FIRST,
      { L, WORK, "petrissage", "calf", MODERATE, 30 },
      LAST,
      { R, WARM, "effleurage", "calf", LIGHT, 20 } } },
  { "P-HOLD", { FIRST, { L, WORK, "trigger-point", "calf", MODERATE, 31 }, LAST } },
  { "P-HOLD", { FIRST, { L, WORK, "trigger-point", "calf", MODERATE, 9 }, LAST } },
  { "P-HOLD", { FIRST, { L, WORK, "massage-gun", "calf", LIGHT, 31 }, LAST } },
  { "P-ITB", { FIRST, { L, WORK, "roller", "outer-thigh", LIGHT, 30 }, LAST } },
  { "P-POP", { FIRST, { L, WORK, "effleurage", "popliteal", LEGATO_PRESSURE_FEATHER, 30 }, LAST } },
  { "P-BONE", { FIRST, { L, WORK, "tapotement", "shin", LIGHT, 30 }, LAST } },
  { "P-LEN", { { L, WARM, "effleurage", "calf", LIGHT, 1801 } } },
  { "P-TOOLS", { FIRST, { L, WORK, "roller", "calf", LIGHT, 30 }, LAST } },
  { "P-BLOCK", { FIRST, KNEAD, LAST }, BLOCK_CALF },
  { "P-BLOCK", { { L, WARM, "effleurage", "soleus hamstrings", LIGHT, 20 } }, BLOCK_CALF },
  { "P-ADAPT:swelling", { FIRST, KNEAD, LAST }, WITH (SWELLING) },
  { "P-ADAPT:swelling",
    { FIRST, { L, WORK, "petrissage", "calf", LIGHT, 30 }, LAST },
    WITH (SWELLING) },
  { "P-ADAPT:tight", { FIRST, KNEAD, LAST }, WITH (TIGHT) },
  { "P-ADAPT:veins", { FIRST, KNEAD, LAST }, WITH (VEINS) },
  { "P-ADAPT:fragile-skin", { FIRST, KNEAD, LAST }, WITH (FRAGILE_SKIN) },
  { "P-ADAPT:fragile-skin",
    { FIRST, { L, WORK, "tapotement", "calf", LEGATO_PRESSURE_FEATHER, 10 }, LAST },
    WITH (FRAGILE_SKIN) },
  { "P-ADAPT:pregnancy", { FIRST, LAST }, WITH (PREGNANCY) },
  { "P-ADAPT:pregnancy",
    { { L, LEGATO_PHASE_REST, "legs-raised", "", LIGHT, 60 } },
    WITH (PREGNANCY) },
  { "P-ADAPT:surgery", { FIRST, LAST }, WITH (SURGERY) },
  { "P-ADAPT:surgery", { { L, LEGATO_PHASE_STRETCH, "hip-bend", "", LIGHT, 60 } }, WITH (SURGERY) },
  { "P-ADAPT:pacemaker",
    { FIRST, { L, WORK, "massage-gun", "calf", LIGHT, 30 }, LAST },
    WITH (PACEMAKER) },
  { "P-ADAPT:joint-replacement",
    { FIRST, { L, WORK, "roller", "calf", LIGHT, 30 }, LAST },
    { .conditions = LEGATO_CONDITION_JOINT_REPLACEMENT } },
  { "P-ADAPT:joint-replacement",
    { { L, LEGATO_PHASE_STRETCH, "hip-bend", "", LIGHT, 60 } },
    { .conditions = LEGATO_CONDITION_JOINT_REPLACEMENT, .joints = { LEGATO_JOINT_HIP } } },
  { "P-ADAPT:stopped", { FIRST, LAST }, { .stopped = { CALF } } },
  { "P-ADAPT:stopped", { FIRST, KNEAD, LAST }, { .tender = { CALF } } },
  { "P-BLOCK", { { L, LEGATO_PHASE_STRETCH, "hamstring-stretch", "", LIGHT, 60 } }, BLOCK_CALF },
  { "P-REACH", { FIRST, { L, WORK, "palm-compression", "hamstrings", LIGHT, 30 }, LAST } },
  { "P-REACH", { { L, WARM, "effleurage", "hamstrings gluteus", LIGHT, 20 } } },
  { "P-ADAPT:pregnancy",
    { FIRST, LAST },
    { .conditions = LEGATO_CONDITION_PREGNANCY,
      .cleared = LEGATO_CONDITION_PREGNANCY,
      .agreed = { HAMSTRINGS } } },
  { "P-ADAPT:pregnancy-swelling",
    { { L, WARM, "effleurage", "hamstrings", LIGHT, 20 } },
    WITH (PREGNANCY_SWELLING) },
  { "P-ADAPT:sport-soreness",
    { FIRST, KNEAD, LAST },
    { .conditions = LEGATO_CONDITION_SPORT_SORENESS, .soreness = { { [4] = 5, [7] = 4 } } } },
  { "P-ADAPT:long-standing",
    { { L, WARM, "effleurage", "calf", LIGHT, 601 } },
    WITH (LONG_STANDING) },
  { "P-ADAPT:neuropathy", { FIRST, KNEAD, LAST }, WITH (NEUROPATHY) },
  { "P-ADAPT:neuropathy",
    { FIRST, { L, WORK, "roller", "calf", LIGHT, 30 }, LAST },
    WITH (NEUROPATHY) },
  { "P-ADAPT:worse-after-last", { FIRST, KNEAD, LAST }, WITH (WORSE_AFTER_LAST) },
  { "P-ADAPT:worse-after-last", { FIRST, LAST }, { .worse = { CALF } } },
  { "P-ADAPT:cleared", { FIRST, KNEAD, LAST }, WITH (BLOOD_THINNERS) },
  { "P-REST", { FIRST, KNEAD, LAST }, { .pressed = { CALF } } },
  { "P-ADAPT:soreness", { FIRST, KNEAD, LAST }, { .soreness = { { [4] = 4 } } } },
  { "P-ADAPT:soreness",
    { FIRST, { L, WORK, "petrissage", "calf", LIGHT, 30 }, LAST },
    { .soreness = { { [4] = 5 } } } },
  { "P-ADAPT:soreness", { FIRST, LAST }, { .soreness = { { [4] = 8 } } } },
  { "P-ADAPT:cleared",
    { FIRST, { L, WORK, "petrissage", "calf", LIGHT, 30 }, LAST },
    WITH (BLOOD_THINNERS) },
  { "P-ADAPT:neuropathy", { { L, WARM, "effleurage", "foot", LIGHT, 20 } }, WITH (NEUROPATHY) },
  { "R-UNCLEARED", { FIRST, LAST }, { .conditions = LEGATO_CONDITION_SURGERY } },
  { "R-BREATH", { FIRST, LAST }, { .signs = LEGATO_SIGN_BREATHLESS } },
  { "R-COLD", { FIRST, LAST }, { .signs = LEGATO_SIGN_COLD } },
  { "R-CAUDA", { FIRST, LAST }, { .signs = LEGATO_SIGN_CAUDA } },
  { "R-DVT", { FIRST, LAST }, { .signs = LEGATO_SIGN_DVT } },
  { "R-WEIGHT", { FIRST, LAST }, { .signs = LEGATO_SIGN_WEIGHT } },
  { "R-FRACTURE", { FIRST, LAST }, { .signs = LEGATO_SIGN_FRACTURE } },
  { "R-INFECTION", { FIRST, LAST }, { .signs = LEGATO_SIGN_INFECTION } },
  { "R-FEVER", { FIRST, LAST }, { .signs = LEGATO_SIGN_FEVER } },
  { "R-BRUISE", { FIRST, LAST }, { .signs = LEGATO_SIGN_BRUISE } },
  { "R-SWELLING", { FIRST, LAST }, { .signs = LEGATO_SIGN_SWELLING } },
  { "R-SHOOTING", { FIRST, LAST }, { .signs = LEGATO_SIGN_SHOOTING } },
  { "R-PERSIST", { FIRST, LAST }, { .signs = LEGATO_SIGN_PERSIST } },
  { "R-WALKING", { FIRST, LAST }, { .signs = LEGATO_SIGN_WALKING } },
  { "R-AFTER", { FIRST, LAST }, { .signs = LEGATO_SIGN_AFTER_PAIN } },
};

static const LegatoRule *
find_rule (const char *id)
{
  gsize n_rules = 0;
  const LegatoRule *rules = legato_safety_get_rules (&n_rules);

  for (gsize i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].id, id))
      return &rules[i];
  g_assert_not_reached ();
}

static void
test_every_rule_catches_its_breach (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (GHashTable) caught = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_rules = 0;
  const LegatoRule *rules = legato_safety_get_rules (&n_rules);

  for (gsize i = 0; i < G_N_ELEMENTS (breaches); i++)
    {
      g_autoptr (LegatoPlan) plan =
          make_plan (guide, breaches[i].steps, G_N_ELEMENTS (breaches[i].steps));
      gboolean even = g_str_equal (breaches[i].rule, "P-EVEN");
      LegatoRequest request = { .legs = even ? LEGATO_LEG_BOTH : L, .person = &breaches[i].person };
      g_autoptr (GPtrArray) found = legato_safety_find_breaches (plan, &request);
      g_autoptr (GError) error = NULL;
      gboolean is_found = FALSE;
      int step = -1;

      for (guint b = 0; b < found->len; b++)
        {
          const LegatoBreach *breach = g_ptr_array_index (found, b);

          g_assert_cmpstr (breach->words, !=, "");
          g_assert_cmpstr (breach->mend, !=, "");
          is_found = is_found || g_str_equal (breach->rule, breaches[i].rule);
        }
      g_assert_true (is_found);

      g_assert_false (find_rule (breaches[i].rule)->holds (plan, &request, &step));
      g_assert_false (legato_safety_check (plan, &request, &error));
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE);
      g_hash_table_add (caught, (gpointer) breaches[i].rule);
    }

  for (gsize i = 0; i < n_rules; i++)
    g_assert_true (g_hash_table_contains (caught, rules[i].id));
}

static void
test_a_good_plan_passes (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  const Sketch steps[] = { FIRST, { L, WORK, "petrissage", "calf", MODERATE, 30 }, LAST };
  g_autoptr (LegatoPlan) plan = make_plan (guide, steps, G_N_ELEMENTS (steps));
  LegatoRequest request = { NULL, 0, L, NULL };
  g_autoptr (GError) error = NULL;

  legato_safety_check (plan, &request, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/advice-falls-into-kinds", test_advice_falls_into_kinds);
  g_test_add_func ("/plan/red-flags-refuse", test_red_flags_refuse);
  g_test_add_func ("/plan/urgencies-agree", test_urgencies_agree);
  g_test_add_func ("/plan/clearance-and-places", test_clearance_and_places);
  g_test_add_func ("/plan/advice-says-when", test_advice_says_when);
  g_test_add_func ("/plan/uncleared-is-refused", test_uncleared_is_refused);
  g_test_add_func ("/plan/places-are-asked-for", test_places_are_asked_for);
  g_test_add_func ("/plan/every-rule-catches-its-breach", test_every_rule_catches_its_breach);
  g_test_add_func ("/plan/a-good-plan-passes", test_a_good_plan_passes);
  return g_test_run ();
}
