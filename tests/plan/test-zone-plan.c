/* test-zone-plan.c: a session of one zone alone keeps every rule, or is plainly refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-safety.h"

#include "plan-test-utils.h"

/* The longest rest with legs raised after a massage (docs/domain.md §4). */
#define MAX_REST_MINUTES 10

/* Every zone by every technique it bears, on every choice of legs, at every length: a plan that
 * keeps every rule, or a plain refusal. */
static void
check_zone_plan (LegatoGuide *guide, const LegatoRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, request, &error);
  LegatoLeg leg = LEGATO_LEG_LEFT;
  guint worked = 0;
  guint n_steps = 0;

  if (plan == NULL)
    {
      /* A sleeve takes ten minutes a leg, so that short ones are refused. */
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
      g_assert_cmpuint (request->minutes, !=, 0);
      g_assert_cmpstr (request->technique->id, ==, "compression-sleeve");
      return;
    }

  legato_safety_check (plan, request, &error);
  g_assert_no_error (error);
  g_assert_true (legato_plan_get_only_zone (plan, &leg) == request->zone);
  g_assert_cmpint (leg, ==, request->legs);
  g_assert_null (legato_plan_get_routine (plan));
  g_assert_cmpuint (legato_plan_get_seconds (plan), >=, LEGATO_PLAN_MIN_MINUTES * 60);
  if (request->minutes != 0 && legato_plan_get_seconds (plan) != request->minutes * 60)
    {
      /* Hands on one place do it good for a few minutes, and no rest after it is longer than ten.
       */
      g_assert_cmpuint (legato_plan_get_seconds (plan), <, request->minutes * 60);
      g_assert_cmpuint (legato_plan_get_requested_seconds (plan), ==, request->minutes * 60);
      g_assert_cmpuint (request->minutes, >, MAX_REST_MINUTES);
    }
  g_assert_cmpuint (plan_test_count_seconds (plan, LEGATO_LEG_BOTH), <=, MAX_REST_MINUTES * 60);

  n_steps = legato_plan_get_n_steps (plan);
  if (plan_test_count_seconds (plan, LEGATO_LEG_BOTH) > 0)
    n_steps--; /* the rest with legs raised */
  g_assert_cmpstr (legato_plan_get_step (plan, 0)->technique->id, ==, "effleurage");
  g_assert_cmpstr (legato_plan_get_step (plan, n_steps - 1)->technique->id, ==, "effleurage");
  for (guint i = 0; i < n_steps; i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->phase == LEGATO_PHASE_WORK)
        {
          g_assert_true (request->technique == NULL || step->technique == request->technique);
          worked++;
        }
    }
  g_assert_cmpuint (worked, >, 0);
}

static void
test_every_zone_alone (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint z = 0; z < zones->len; z++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, z);

      if (zone->lift_over)
        continue;
      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_BOTH; leg++)
        {
          LegatoRequest request = { .legs = (LegatoLeg) leg,
                                    .tools = plan_test_all_tools,
                                    .zone = zone };

          check_zone_plan (guide, &request);
          for (guint u = 0; u < zone->uses->len; u++)
            {
              const LegatoUse *use = g_ptr_array_index (zone->uses, u);

              if (!(use->help & LEGATO_HELP_ALONE))
                continue;
              request.technique = use->technique;
              request.minutes = 0;
              check_zone_plan (guide, &request);
              for (guint minutes = 3; minutes <= 30; minutes++)
                {
                  request.minutes = minutes;
                  check_zone_plan (guide, &request);
                }
            }
        }
    }
}

static void
test_zone_is_worked_by_what_suits_it (void)
{
  static const struct
  {
    const char *zone;
    const char *technique;
  } expected[] = {
    { "foot", "thumb-circles" },     { "ankle", "effleurage" },      { "soleus", "petrissage" },
    { "shin", "effleurage" },        { "calf", "petrissage" },       { "knee", "effleurage" },
    { "hamstrings", "petrissage" },  { "quadriceps", "petrissage" }, { "adductors", "effleurage" },
    { "outer-thigh", "petrissage" }, { "tfl", "trigger-point" },     { "gluteus", "trigger-point" },
    { "piriformis", "ball" },
  };
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const LegatoZone *zone = legato_guide_find_zone (guide, expected[i].zone);

      g_assert_cmpstr (legato_planner_choose_technique (zone)->id, ==, expected[i].technique);
    }
}

static void
assert_refused (LegatoGuide *guide, const LegatoRequest *request, const char *rule)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (legato_planner_make (guide, request, &error));
  g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE);
  g_assert_true (g_str_has_prefix (error->message, rule));
}

static void
test_zone_refusals (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest popliteal = { .legs = LEGATO_LEG_LEFT,
                              .zone = legato_guide_find_zone (guide, "popliteal") };
  LegatoRequest no_ball = { .legs = LEGATO_LEG_LEFT,
                            .zone = legato_guide_find_zone (guide, "piriformis"),
                            .technique = legato_guide_find_technique (guide, "ball") };
  LegatoRequest tapped_shin = { .legs = LEGATO_LEG_LEFT,
                                .zone = legato_guide_find_zone (guide, "shin"),
                                .technique = legato_guide_find_technique (guide, "tapotement") };
  LegatoRequest both_palms = { .legs = LEGATO_LEG_LEFT,
                               .zone = legato_guide_find_zone (guide, "hamstrings"),
                               .technique =
                                   legato_guide_find_technique (guide, "palm-compression") };
  g_auto (GStrv) needed = legato_request_dup_tools (&no_ball);
  g_auto (GStrv) nothing = legato_request_dup_tools (&tapped_shin);

  assert_refused (guide, &popliteal, "P-POP:");
  popliteal.technique = legato_guide_find_technique (guide, "lymph-strokes");
  assert_refused (guide, &popliteal, "P-POP:");
  assert_refused (guide, &no_ball, "P-TOOLS:");
  assert_refused (guide, &tapped_shin, "P-CAP:");
  assert_refused (guide, &both_palms, "P-REACH:");
  g_assert_cmpuint (g_strv_length (needed), ==, 1);
  g_assert_cmpstr (needed[0], ==, "ball");
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/every-zone-alone", test_every_zone_alone);
  g_test_add_func ("/plan/zone-is-worked-by-what-suits-it", test_zone_is_worked_by_what_suits_it);
  g_test_add_func ("/plan/zone-refusals", test_zone_refusals);
  return g_test_run ();
}
