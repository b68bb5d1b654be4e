/* test-explanations.c: what plans say about themselves, as a text to be read
 *
 * tests/plan/explanations.txt is what a person would read; a change of the planner shows in it. To
 * write it anew: LEGATO_EXPLANATIONS=FILE test-explanations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-planner.h"
#include "../load-guide.h"

#define RANK_CALF 4
#define RANK_QUADRICEPS 8
#define RANK_GLUTEUS 12

#define BOTH(zones)                                                                                \
  {                                                                                                \
    zones, zones                                                                                   \
  }

#define CALF (1u << RANK_CALF)
#define QUADRICEPS (1u << RANK_QUADRICEPS)
#define LOWER_LEG 0x1fu

static const char *const no_tools[] = { NULL };
static const char *const rollers[] = { "roller", "ball", NULL };

static const struct
{
  const char *title;
  const char *routine;
  LegatoGoal goal;
  guint minutes;
  LegatoLeg legs;
  const char *const *tools;
  LegatoPerson person;
} cases[] = {
  { "Nothing special", "three-minute", LEGATO_GOAL_NONE, 0, LEGATO_LEG_BOTH, no_tools },
  { "Thin skin, with a roller and a ball",
    NULL,
    LEGATO_GOAL_SORENESS,
    12,
    LEGATO_LEG_LEFT,
    rollers,
    { .conditions = LEGATO_CONDITION_FRAGILE_SKIN } },
  { "Thin skin, and a disease of the blood vessels that the doctor knows of",
    "partner",
    LEGATO_GOAL_NONE,
    10,
    LEGATO_LEG_LEFT,
    no_tools,
    { .conditions = LEGATO_CONDITION_FRAGILE_SKIN | LEGATO_CONDITION_VASCULAR_DISEASE,
      .cleared = LEGATO_CONDITION_VASCULAR_DISEASE } },
  { "Mild swelling of both legs, seen by a doctor",
    "zone-map",
    LEGATO_GOAL_NONE,
    10,
    LEGATO_LEG_LEFT,
    no_tools,
    { .conditions = LEGATO_CONDITION_SWELLING } },
  { "A vein shows on the left calf, the right front thigh and buttock are sore",
    NULL,
    LEGATO_GOAL_SORENESS,
    10,
    LEGATO_LEG_BOTH,
    no_tools,
    { .conditions = LEGATO_CONDITION_VEINS,
      .blocked = { CALF, 0 },
      .soreness = { { 0 }, { [RANK_QUADRICEPS] = 6, [RANK_GLUTEUS] = 4 } } } },
  { "Sore after sport",
    "sore-legs",
    LEGATO_GOAL_NONE,
    10,
    LEGATO_LEG_RIGHT,
    no_tools,
    { .conditions = LEGATO_CONDITION_SPORT_SORENESS,
      .soreness = { { 0 }, { [RANK_CALF] = 7, [RANK_QUADRICEPS] = 3 } } } },
  { "Pregnant, and the midwife agreed to calf and front thigh",
    "partner",
    LEGATO_GOAL_NONE,
    10,
    LEGATO_LEG_LEFT,
    no_tools,
    { .conditions = LEGATO_CONDITION_PREGNANCY,
      .cleared = LEGATO_CONDITION_PREGNANCY,
      .agreed = BOTH (CALF | QUADRICEPS) } },
  { "Pregnant, with swollen legs",
    NULL,
    LEGATO_GOAL_CIRCULATION,
    8,
    LEGATO_LEG_LEFT,
    no_tools,
    { .conditions = LEGATO_CONDITION_PREGNANCY_SWELLING,
      .cleared = LEGATO_CONDITION_PREGNANCY_SWELLING,
      .agreed = BOTH (LOWER_LEG) } },
  { "Stretches with an artificial left knee, and a sore place at the right",
    "stretches",
    LEGATO_GOAL_NONE,
    8,
    LEGATO_LEG_BOTH,
    no_tools,
    { .conditions = LEGATO_CONDITION_JOINT_REPLACEMENT,
      .joints = { LEGATO_JOINT_KNEE },
      .soreness = { { 0 }, { [RANK_CALF] = 9 } } } },
  { "A calf that hurt yesterday, a front thigh that hurt last week",
    NULL,
    LEGATO_GOAL_CIRCULATION,
    30,
    LEGATO_LEG_LEFT,
    rollers,
    { .stopped = BOTH (CALF), .tender = BOTH (QUADRICEPS) } },
  { "Less feeling, with a roller and a ball",
    "roller-and-ball",
    LEGATO_GOAL_NONE,
    10,
    LEGATO_LEG_LEFT,
    rollers,
    { .conditions = LEGATO_CONDITION_NEUROPATHY } },
  { "Rolled yesterday",
    "roller-and-ball",
    LEGATO_GOAL_NONE,
    10,
    LEGATO_LEG_LEFT,
    rollers,
    { .pressed = BOTH (QUADRICEPS) } },
  { "Tight, and the calf felt worse after the last session",
    NULL,
    LEGATO_GOAL_TIGHTNESS,
    12,
    LEGATO_LEG_LEFT,
    no_tools,
    { .conditions = LEGATO_CONDITION_TIGHT | LEGATO_CONDITION_WORSE_AFTER_LAST,
      .worse = BOTH (CALF) } },
  { "After a long day on the feet",
    NULL,
    LEGATO_GOAL_CIRCULATION,
    0,
    LEGATO_LEG_BOTH,
    no_tools,
    { .conditions = LEGATO_CONDITION_LONG_STANDING } },
  { "Only the lower leg is left, for a long time",
    "circulation",
    LEGATO_GOAL_NONE,
    30,
    LEGATO_LEG_BOTH,
    no_tools,
    { .blocked = BOTH (~LOWER_LEG) } },
  { "One leg is left out altogether",
    NULL,
    LEGATO_GOAL_DESK_BREAK,
    6,
    LEGATO_LEG_BOTH,
    no_tools,
    { .blocked = { 0, ~0u } } },
};

static void
append_step (GString *text, const LegatoStep *step)
{
  const char *leg = step->leg == LEGATO_LEG_BOTH ? "both" : legato_leg_to_id (step->leg);

  g_string_append_printf (text, "  %-5s %-7s %2u:%02u  %s", leg, legato_phase_to_id (step->phase),
                          step->seconds / 60, step->seconds % 60, step->technique->name);
  for (guint i = 0; i < step->zones->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : ", ",
                            ((const LegatoZone *) g_ptr_array_index (step->zones, i))->id);
  if (step->zones->len > 0)
    g_string_append_printf (text, " (%s)", legato_pressure_to_id (step->pressure));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < step->reasons->len; i++)
    g_string_append_printf (text, "                      - %s\n",
                            ((const LegatoReason *) g_ptr_array_index (step->reasons, i))->text);
}

static void
append_case (GString *text, LegatoGuide *guide, guint nth)
{
  LegatoRequest request = { .goal = cases[nth].goal,
                            .minutes = cases[nth].minutes,
                            .legs = cases[nth].legs,
                            .tools = cases[nth].tools,
                            .person = &cases[nth].person };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  GPtrArray *left_out = NULL;

  if (cases[nth].routine != NULL)
    request.routine = legato_guide_find_routine (guide, cases[nth].routine);
  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);

  g_string_append_printf (text, "%s%s\n%s, %u:%02u\n", nth > 0 ? "\n" : "", cases[nth].title,
                          legato_request_get_name (&request, guide),
                          legato_plan_get_seconds (plan) / 60, legato_plan_get_seconds (plan) % 60);
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    append_step (text, legato_plan_get_step (plan, i));

  left_out = legato_plan_get_left_out (plan);
  for (guint i = 0; i < left_out->len; i++)
    {
      const LegatoLeftOut *item = g_ptr_array_index (left_out, i);

      g_string_append_printf (text, "  %s%s%s: %s\n", item->zone->side_names[item->leg],
                              item->technique != NULL ? ", " : "",
                              item->technique != NULL ? item->technique->name : "",
                              item->reason.text);
    }
}

static void
test_explanations (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autofree char *path =
      g_build_filename (g_getenv ("LEGATO_SOURCE_DIR"), "tests", "plan", "explanations.txt", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) expected_lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    append_case (text, guide, i);
  if (g_getenv ("LEGATO_EXPLANATIONS") != NULL)
    {
      g_file_set_contents (g_getenv ("LEGATO_EXPLANATIONS"), text->str, -1, &error);
      g_assert_no_error (error);
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text->str, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (gsize i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/explanations", test_explanations);
  return g_test_run ();
}
