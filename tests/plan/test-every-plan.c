/* test-every-plan.c: over a million plans for people of every kind, each judged by plan-checker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "plan-checker.h"
#include "plan-lot.h"
#include "plan-test-utils.h"
#include "../load-guide.h"

/* Under a sanitizer a plan takes many times as long, and the first run has already made all. */
#ifdef __SANITIZE_ADDRESS__
#define SHARE 40
#else
#define SHARE 1
#endif

#define MAX_SHOWN 8

/* Every pair of conditions with every goal comes up 186 times; the rest is drawn by lot. */
#define N_DRAWS (186 * LEGATO_N_CONDITIONS * LEGATO_N_CONDITIONS * (LEGATO_N_GOALS - 1))
#define LEAST_PLANS 1000000

typedef struct
{
  LegatoGuide *guide;
  PlanChecker *checker;
} Fixture;

/* Plans that the checker has seen, in all tests together. */
static guint n_judged;

static guint
check (Fixture *f, LegatoPlan *plan, const LegatoRequest *request, PlanBreach *breaches)
{
  n_judged++;
  return plan_checker_check (f->checker, plan, request, breaches, MAX_SHOWN);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->guide = load_guide ();
  f->checker = plan_checker_new (f->guide);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  plan_checker_free (f->checker);
  legato_guide_unref (f->guide);
}

static void
assert_clean (Fixture *f, LegatoPlan *plan, const LegatoRequest *request)
{
  PlanBreach breaches[MAX_SHOWN];
  guint n = check (f, plan, request, breaches);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = plan_lot_describe (f->guide, plan, request);
  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (breaches)); i++)
    g_test_message ("%s, step %d: %s", breaches[i].rule, breaches[i].step, breaches[i].what);
  g_test_message ("%s", text);
  g_test_fail ();
}

/* What became of many requests. */
typedef struct
{
  guint made;
  guint refused;   /* not cleared */
  guint too_short; /* for what there is to do */
  guint no_place;  /* nothing is left that hands may touch */
} Count;

static void
judge (Fixture *f, const LegatoRequest *request, Count *count)
{
  const LegatoPerson *person = request->person;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = legato_planner_make (f->guide, request, &error);

  if (plan != NULL)
    {
      count->made++;
      assert_clean (f, plan, request);
      return;
    }
  if ((person->conditions & LEGATO_CONDITIONS_NEED_CLEARANCE & ~person->cleared)
      || ((person->conditions & LEGATO_CONDITIONS_NEED_PLACES)
          && (person->agreed[0] | person->agreed[1]) == 0))
    {
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED);
      count->refused++;
    }
  else if (g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE))
    count->no_place++;
  else if (g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH))
    count->too_short++;
  else
    {
      g_autofree char *text = plan_lot_describe (f->guide, NULL, request);

      g_test_message ("%s\n%s", error->message, text);
      g_test_fail ();
    }
}

static void
report (const Count *count)
{
  g_test_message ("%u plans; no plan: %u not cleared, %u no place left, %u too short", count->made,
                  count->refused, count->no_place, count->too_short);
}

static void
test_goals (Fixture *f, gconstpointer data)
{
  guint n_zones = legato_guide_get_zones (f->guide)->len;
  guint32 state = 20261121;
  Count count = { 0 };

  for (guint n = 0; n < N_DRAWS / SHARE && !g_test_failed (); n++)
    {
      LegatoPerson person;
      LegatoRequest request = { .goal = (LegatoGoal) (1 + n % (LEGATO_N_GOALS - 1)),
                                .legs = (LegatoLeg) plan_lot_draw (&state, 3),
                                .minutes = plan_lot_draw_length (&state),
                                .tools = plan_lot_draw_tools (&state),
                                .person = &person };
      guint pair = n / (LEGATO_N_GOALS - 1);
      guint conditions =
          1u << pair % LEGATO_N_CONDITIONS | 1u << pair / LEGATO_N_CONDITIONS % LEGATO_N_CONDITIONS;

      plan_lot_draw_person (&state, n_zones, conditions | plan_lot_draw_conditions (&state),
                            &person);
      judge (f, &request, &count);
    }
  report (&count);
  g_assert_cmpuint (count.made, >=, N_DRAWS / SHARE * 9 / 10);
}

static void
test_routines (Fixture *f, gconstpointer data)
{
  GPtrArray *routines = legato_guide_get_routines (f->guide);

  for (guint r = 0; r < routines->len; r++)
    for (guint minutes = 0; minutes <= LEGATO_PLAN_MAX_MINUTES; minutes++)
      for (int legs = LEGATO_LEG_LEFT; legs <= LEGATO_LEG_BOTH; legs++)
        {
          LegatoRequest request = { .routine = g_ptr_array_index (routines, r),
                                    .minutes = minutes,
                                    .legs = (LegatoLeg) legs,
                                    .tools = plan_test_all_tools };
          g_autoptr (GError) error = NULL;
          g_autoptr (LegatoPlan) plan = NULL;

          if (minutes == 1 || minutes == 2)
            continue;
          plan = legato_planner_make (f->guide, &request, &error);
          g_assert_no_error (error);
          assert_clean (f, plan, &request);
        }
}

static void
test_routines_for_anybody (Fixture *f, gconstpointer data)
{
  GPtrArray *routines = legato_guide_get_routines (f->guide);
  guint n_zones = legato_guide_get_zones (f->guide)->len;
  guint32 state = 1847;
  Count count = { 0 };

  for (guint n = 0; n < 120000 / SHARE && !g_test_failed (); n++)
    {
      LegatoPerson person;
      LegatoRequest request = { .routine = g_ptr_array_index (routines, n % routines->len),
                                .person = &person };

      request.legs = (LegatoLeg) plan_lot_draw (&state, 3);
      request.minutes = plan_lot_draw_length (&state);
      request.tools = plan_lot_draw_tools (&state);
      plan_lot_draw_person (&state, n_zones, plan_lot_draw_conditions (&state), &person);
      judge (f, &request, &count);
    }
  report (&count);
  g_assert_cmpuint (count.made, >, 50000 / SHARE);
}

static void
test_zones_for_anybody (Fixture *f, gconstpointer data)
{
  GPtrArray *zones = legato_guide_get_zones (f->guide);
  guint32 state = 411;
  Count count = { 0 };

  for (guint n = 0; n < 40000 / SHARE && !g_test_failed (); n++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, n % zones->len);
      LegatoPerson person;
      LegatoRequest request = { .zone = zone, .person = &person };
      const LegatoUse *use = NULL;

      if (zone->lift_over)
        continue;
      request.legs = (LegatoLeg) plan_lot_draw (&state, 3);
      request.minutes = plan_lot_draw_length (&state);
      request.tools = plan_lot_draw_tools (&state);
      use = g_ptr_array_index (zone->uses, plan_lot_draw (&state, zone->uses->len));
      if (plan_lot_draw (&state, 2) == 0 && (use->help & LEGATO_HELP_ALONE)
          && (use->technique->tool == NULL
              || g_strv_contains (request.tools, use->technique->tool)))
        request.technique = use->technique;
      plan_lot_draw_person (&state, zones->len, plan_lot_draw_conditions (&state), &person);
      judge (f, &request, &count);
    }
  report (&count);
  g_assert_cmpuint (count.made, >, 5000 / SHARE);
}

/* So short a rest of a leg has no time for a second glide over a place that is cut off. */
#define TOO_SHORT_FOR_TWO_GLIDES_S 45

static gboolean
may_be (LegatoPlan *rest, const PlanBreach *breach)
{
  guint seconds = 0;

  /* These look at the whole session. */
  if (g_str_equal (breach->rule, "P-EVEN") || g_str_equal (breach->rule, "P-LEN"))
    return TRUE;
  if (g_str_equal (breach->rule, "P-ADAPT:swelling") && breach->step == 0
      && legato_plan_get_step (rest, 0)->zones->len > 0)
    return legato_plan_get_step (rest, 0)->technique->travel == LEGATO_TRAVEL_PROXIMAL
           && legato_plan_get_step (rest, 0)->pressure == LEGATO_PRESSURE_FEATHER;
  if (!g_str_equal (breach->rule, "P-LIGHT-LAST")
      || legato_plan_get_step (rest, (guint) breach->step)->technique->travel
             != LEGATO_TRAVEL_PROXIMAL
      || legato_plan_get_step (rest, (guint) breach->step)->pressure > LEGATO_PRESSURE_LIGHT)
    return FALSE;
  for (guint i = 0; i < legato_plan_get_n_steps (rest); i++)
    if (legato_plan_get_step (rest, i)->leg
        == legato_plan_get_step (rest, (guint) breach->step)->leg)
      seconds += legato_plan_get_step (rest, i)->seconds;
  return seconds <= TOO_SHORT_FOR_TWO_GLIDES_S;
}

/* "Stop, it hurts", anywhere in anybody's session: what remains keeps every rule but one. The legs
 * need not be even, since one of them may be half done. */
static void
test_replans (Fixture *f, gconstpointer data)
{
  guint n_zones = legato_guide_get_zones (f->guide)->len;
  guint32 state = 98;
  guint made = 0;

  for (guint n = 0; n < 60000 / SHARE && !g_test_failed (); n++)
    {
      LegatoPerson person;
      LegatoRequest request = { .goal = (LegatoGoal) (1 + n % (LEGATO_N_GOALS - 1)),
                                .legs = (LegatoLeg) plan_lot_draw (&state, 3),
                                .minutes = plan_lot_draw_length (&state),
                                .tools = plan_lot_draw_tools (&state),
                                .person = &person };
      g_autoptr (LegatoPlan) plan = NULL;
      g_autoptr (LegatoPlan) rest = NULL;
      const LegatoStep *step = NULL;
      const LegatoZone *zone = NULL;
      PlanBreach breaches[MAX_SHOWN];
      guint at = 0;
      guint left = 0;
      guint found = 0;

      plan_lot_draw_person (&state, n_zones, plan_lot_draw_conditions (&state), &person);
      plan = legato_planner_make (f->guide, &request, NULL);
      if (plan == NULL)
        continue;
      at = plan_lot_draw (&state, legato_plan_get_n_steps (plan));
      step = legato_plan_get_step (plan, at);
      if (step->leg == LEGATO_LEG_BOTH || step->zones->len == 0)
        continue;
      zone = g_ptr_array_index (step->zones, plan_lot_draw (&state, step->zones->len));
      for (guint i = at + 1; i < legato_plan_get_n_steps (plan); i++)
        left += legato_plan_get_step (plan, i)->seconds;
      left += plan_lot_draw (&state, step->seconds);

      rest = legato_planner_replan (plan, &request, at, left, zone, step->leg, NULL);
      if (rest == NULL)
        continue;
      made++;
      g_assert_cmpuint (legato_plan_get_seconds (rest), <=, left);
      person.blocked[step->leg] |= LEGATO_ZONE_BIT (zone);
      request.minutes = 0;
      person.conditions &= ~LEGATO_CONDITION_LONG_STANDING;
      found = check (f, rest, &request, breaches);
      for (guint b = 0; b < MIN (found, G_N_ELEMENTS (breaches)); b++)
        if (!may_be (rest, &breaches[b]))
          {
            g_autofree char *text = plan_lot_describe (f->guide, rest, &request);

            g_test_message ("%s, step %d: %s\n%s", breaches[b].rule, breaches[b].step,
                            breaches[b].what, text);
            g_test_fail ();
          }
    }
  g_test_message ("%u plans of what remained", made);
  g_assert_cmpuint (made, >, 10000 / SHARE);
}

static guint
count_on_zone (LegatoPlan *plan, const LegatoZone *zone, LegatoLeg leg)
{
  guint seconds = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      if (step->leg == leg && step->zones->len == 1
          && g_ptr_array_index (step->zones, 0) == (gpointer) zone)
        seconds += step->seconds;
    }
  return seconds;
}

static guint
count_technique (LegatoPlan *plan, const char *technique)
{
  guint seconds = 0;

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    if (g_str_equal (legato_plan_get_step (plan, i)->technique->id, technique))
      seconds += legato_plan_get_step (plan, i)->seconds;
  return seconds;
}

/* More of what helps where it is wanted: these look at two plans side by side. */
static void
test_wishes (Fixture *f, gconstpointer data)
{
  const LegatoZone *calf = legato_guide_find_zone (f->guide, "calf");
  guint more_on_calf = 0;

  for (guint m = 0; m < plan_lot_n_lengths; m++)
    {
      LegatoPerson person = { 0 };
      LegatoRequest request = { .goal = LEGATO_GOAL_SORENESS,
                                .minutes = plan_lot_lengths[m],
                                .legs = LEGATO_LEG_BOTH,
                                .person = &person };
      g_autoptr (LegatoPlan) plain = legato_planner_make (f->guide, &request, NULL);
      g_autoptr (LegatoPlan) again = legato_planner_make (f->guide, &request, NULL);
      g_autoptr (LegatoPlan) sore = NULL;
      g_autoptr (LegatoPlan) tight = NULL;
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      g_assert_nonnull (plain);
      one = plan_lot_describe (f->guide, plain, &request);
      two = plan_lot_describe (f->guide, again, &request);
      g_assert_cmpstr (one, ==, two);

      person.soreness[LEGATO_LEG_LEFT][calf->rank] = 7;
      person.soreness[LEGATO_LEG_RIGHT][calf->rank] = 7;
      sore = legato_planner_make (f->guide, &request, NULL);
      g_assert_nonnull (sore);
      g_assert_cmpuint (count_on_zone (sore, calf, LEGATO_LEG_LEFT), >=,
                        count_on_zone (plain, calf, LEGATO_LEG_LEFT));
      more_on_calf += count_on_zone (sore, calf, LEGATO_LEG_LEFT)
                      > count_on_zone (plain, calf, LEGATO_LEG_LEFT);

      person = (LegatoPerson){ .conditions = LEGATO_CONDITION_TIGHT };
      tight = legato_planner_make (f->guide, &request, NULL);
      g_assert_nonnull (tight);
      g_assert_cmpuint (count_technique (tight, "petrissage"), >,
                        count_technique (plain, "petrissage"));
    }
  g_assert_cmpuint (more_on_calf, >=, plan_lot_n_lengths - 1);
}

static void
test_over_a_million (void)
{
  g_test_message ("%u plans judged", n_judged);
  g_assert_cmpuint (n_judged, >=, LEAST_PLANS / SHARE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/every-plan/goals", Fixture, NULL, set_up, test_goals, tear_down);
  g_test_add ("/every-plan/routines", Fixture, NULL, set_up, test_routines, tear_down);
  g_test_add ("/every-plan/routines-for-anybody", Fixture, NULL, set_up, test_routines_for_anybody,
              tear_down);
  g_test_add ("/every-plan/zones-for-anybody", Fixture, NULL, set_up, test_zones_for_anybody,
              tear_down);
  g_test_add ("/every-plan/replans", Fixture, NULL, set_up, test_replans, tear_down);
  g_test_add ("/every-plan/wishes", Fixture, NULL, set_up, test_wishes, tear_down);

  g_test_add_func ("/every-plan/over-a-million", test_over_a_million);

  return g_test_run ();
}
