/* test-every-plan.c: over a million plans for people of every kind, each judged by plan-checker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "legato-planner-testing.h"
#include "plan-checker.h"

/* Under a sanitizer a plan takes many times as long, and the first run has already made all. */
#ifdef __SANITIZE_ADDRESS__
#define SHARE 40
#else
#define SHARE 1
#endif

#define MAX_SHOWN 8

/* Of sets of conditions × goals there are 1,179,648; the rest of a person is drawn by lot. */
#define LEAST_PLANS 1000000

static const guint lengths[] = { 3, 5, 8, 10, 15, 20, 30 };

static const char *const tool_ids[] = { "roller", "ball", "stick", "gun", "sleeve", "oil" };

/* Every set of tools there is, made once. */
static const char *tool_sets[1 << G_N_ELEMENTS (tool_ids)][G_N_ELEMENTS (tool_ids) + 1];

typedef struct
{
  LegatoGuide *guide;
  PlanChecker *checker;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);
  g_assert_no_error (error);
  f->checker = plan_checker_new (f->guide);

  for (guint set = 0; set < G_N_ELEMENTS (tool_sets); set++)
    for (guint i = 0, n = 0; i < G_N_ELEMENTS (tool_ids); i++)
      if (set & (1u << i))
        tool_sets[set][n++] = tool_ids[i];
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  plan_checker_free (f->checker);
  legato_guide_unref (f->guide);
}

static void
append_set (GString *text, LegatoGuide *guide, const char *name, const LegatoZoneSet set[2])
{
  GPtrArray *all = legato_guide_get_zones (guide);

  for (int leg = 0; leg < 2; leg++)
    for (guint i = 0; i < all->len; i++)
      {
        const LegatoZone *zone = g_ptr_array_index (all, i);

        if (set[leg] & LEGATO_ZONE_BIT (zone))
          g_string_append_printf (text, " %s %s/%s", name, zone->id,
                                  legato_leg_to_id ((LegatoLeg) leg));
      }
}

/* Request and plan, a step a line, to find out what went wrong. */
static char *
describe (LegatoPlan *plan, const LegatoRequest *request)
{
  LegatoGuide *guide = legato_plan_get_guide (plan);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "routine %s, goal %s, zone %s, %u minutes, legs %s, tools",
                          request->routine != NULL ? request->routine->id : "-",
                          request->goal != LEGATO_GOAL_NONE ? legato_goal_to_id (request->goal)
                                                            : "-",
                          request->zone != NULL ? request->zone->id : "-", request->minutes,
                          legato_leg_to_id (request->legs));
  for (guint i = 0; request->tools != NULL && request->tools[i] != NULL; i++)
    g_string_append_printf (text, " %s", request->tools[i]);
  if (request->person != NULL)
    {
      g_string_append (text, "\nperson:");
      for (guint i = 0; i < LEGATO_N_CONDITIONS; i++)
        if (request->person->conditions & (1u << i))
          g_string_append_printf (text, " %s%s",
                                  legato_condition_to_id ((LegatoCondition) (1u << i)),
                                  request->person->cleared & (1u << i) ? " (cleared)" : "");
      append_set (text, guide, "blocked", request->person->blocked);
      append_set (text, guide, "agreed", request->person->agreed);
      append_set (text, guide, "pressed", request->person->pressed);
      append_set (text, guide, "worse", request->person->worse);
    }
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      g_string_append_printf (text, "\n%3u %-5s %-6s %-16s %-8s %4u s ", i,
                              legato_leg_to_id (step->leg) ? legato_leg_to_id (step->leg) : "both",
                              legato_phase_to_id (step->phase), step->technique->id,
                              legato_pressure_to_id (step->pressure), step->seconds);
      for (guint z = 0; z < step->zones->len; z++)
        g_string_append_printf (text, " %s",
                                ((const LegatoZone *) g_ptr_array_index (step->zones, z))->id);
      for (guint r = 0; r < step->reasons->len; r++)
        g_string_append_printf (text, " [%s]",
                                ((const LegatoReason *) g_ptr_array_index (step->reasons, r))->id);
    }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static void
assert_clean (Fixture *f, LegatoPlan *plan, const LegatoRequest *request)
{
  PlanBreach breaches[MAX_SHOWN];
  guint n = plan_checker_check (f->checker, plan, request, breaches, G_N_ELEMENTS (breaches));
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = describe (plan, request);
  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (breaches)); i++)
    g_test_message ("%s, step %d: %s", breaches[i].rule, breaches[i].step, breaches[i].what);
  g_test_message ("%s", text);
  g_test_fail ();
}

/* Plain and the same everywhere: a failure has to come again (xorshift, Marsaglia 2003). */
static guint32
draw (guint32 *state, guint32 below)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state % below;
}

/* In minutes; now and then what suits the routine, the goal or the place. */
static guint
draw_length (guint32 *state)
{
  guint lot = draw (state, 2 * G_N_ELEMENTS (lengths) + 1);

  return lot == 0 ? 0 : lengths[lot % G_N_ELEMENTS (lengths)];
}

/* Mostly nothing or a place or two; sometimes half of the leg, seldom all of it. */
static LegatoZoneSet
draw_places (guint32 *state, guint n_zones)
{
  guint32 lot = draw (state, 100);
  LegatoZoneSet all = (1u << n_zones) - 1;

  if (lot < 55)
    return 0;
  if (lot < 75)
    return 1u << draw (state, n_zones);
  if (lot < 90)
    return (1u << draw (state, n_zones)) | (1u << draw (state, n_zones));
  return lot < 99 ? draw (state, 1u << n_zones) & draw (state, 1u << n_zones) : all;
}

static void
draw_person (guint32 *state, guint n_zones, guint conditions, LegatoPerson *person)
{
  guint needed = conditions & LEGATO_CONDITIONS_NEED_CLEARANCE;

  *person = (LegatoPerson){ .conditions = conditions, .cleared = needed };
  if (draw (state, 64) == 0)
    person->cleared &= draw (state, 1u << LEGATO_N_CONDITIONS);
  for (int leg = 0; leg < 2; leg++)
    {
      person->blocked[leg] = draw_places (state, n_zones);
      if (draw (state, 2) == 0)
        person->agreed[leg] = draw (state, 1u << n_zones) | draw (state, 1u << n_zones);
      if (draw (state, 4) == 0)
        person->pressed[leg] = draw_places (state, n_zones);
      if (draw (state, 4) == 0)
        person->worse[leg] = draw_places (state, n_zones);
      for (guint z = 0; z < n_zones; z++)
        if (draw (state, 3) == 0)
          person->soreness[leg][z] = (guint8) draw (state, 11);
    }
}

/* What became of many requests. */
typedef struct
{
  guint made;
  guint refused;  /* not cleared */
  guint too_long; /* or too short for what there is to do */
  guint no_place; /* nothing is left that hands may touch */
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
  if (person->conditions & LEGATO_CONDITIONS_NEED_CLEARANCE & ~person->cleared)
    {
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED);
      count->refused++;
    }
  else if (g_error_matches (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_NO_PLACE))
    count->no_place++;
  else
    {
      g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
      count->too_long++;
    }
}

static void
report (const Count *count)
{
  g_test_message ("%u plans; no plan: %u not cleared, %u no place left, %u length", count->made,
                  count->refused, count->no_place, count->too_long);
}

static void
test_goals (Fixture *f, gconstpointer data)
{
  guint n_zones = legato_guide_get_zones (f->guide)->len;
  guint32 state = 20261121;
  Count count = { 0 };
  guint n = 0;

  /* Every set of conditions with every goal; each combination of legs, length and tools comes up
   * about a thousand times. A ninth of all draws leaves nothing to do: so every eighth is drawn
   * twice. */
  for (guint conditions = 0; conditions < 1u << LEGATO_N_CONDITIONS; conditions++)
    for (int goal = LEGATO_GOAL_NONE + 1; goal < LEGATO_N_GOALS; goal++, n++)
      for (guint round = n % SHARE != 0 ? 2 : 0; round < (n % 8 == 0 ? 2 : 1); round++)
        {
          LegatoPerson person;
          LegatoRequest request = { .goal = (LegatoGoal) goal,
                                    .legs = (LegatoLeg) draw (&state, 3),
                                    .minutes = draw_length (&state),
                                    .tools = tool_sets[draw (&state, G_N_ELEMENTS (tool_sets))],
                                    .person = &person };

          draw_person (&state, n_zones, conditions, &person);
          judge (f, &request, &count);
          if (g_test_failed ())
            return;
        }
  report (&count);
  g_assert_cmpuint (count.made, >=, LEAST_PLANS / SHARE);
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
                                    .tools = tool_sets[G_N_ELEMENTS (tool_sets) - 1] };
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

      request.legs = (LegatoLeg) draw (&state, 3);
      request.minutes = draw_length (&state);
      request.tools = tool_sets[draw (&state, G_N_ELEMENTS (tool_sets))];
      draw_person (&state, n_zones,
                   draw (&state, 1u << LEGATO_N_CONDITIONS)
                       & draw (&state, 1u << LEGATO_N_CONDITIONS),
                   &person);
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
      request.legs = (LegatoLeg) draw (&state, 3);
      request.minutes = draw_length (&state);
      request.tools = tool_sets[draw (&state, G_N_ELEMENTS (tool_sets))];
      use = g_ptr_array_index (zone->uses, draw (&state, zone->uses->len));
      if (draw (&state, 2) == 0
          && (use->technique->tool == NULL
              || g_strv_contains (request.tools, use->technique->tool)))
        request.technique = use->technique;
      draw_person (&state, zones->len,
                   draw (&state, 1u << LEGATO_N_CONDITIONS)
                       & draw (&state, 1u << LEGATO_N_CONDITIONS),
                   &person);
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

  if (g_str_equal (breach->rule, "P-EVEN"))
    return TRUE;
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
                                .legs = (LegatoLeg) draw (&state, 3),
                                .minutes = draw_length (&state),
                                .tools = tool_sets[draw (&state, G_N_ELEMENTS (tool_sets))],
                                .person = &person };
      g_autoptr (LegatoPlan) plan = NULL;
      g_autoptr (LegatoPlan) rest = NULL;
      const LegatoStep *step = NULL;
      const LegatoZone *zone = NULL;
      PlanBreach breaches[MAX_SHOWN];
      guint at = 0;
      guint left = 0;
      guint found = 0;

      draw_person (&state, n_zones,
                   draw (&state, 1u << LEGATO_N_CONDITIONS)
                       & draw (&state, 1u << LEGATO_N_CONDITIONS),
                   &person);
      plan = legato_planner_make (f->guide, &request, NULL);
      if (plan == NULL)
        continue;
      at = draw (&state, legato_plan_get_n_steps (plan));
      step = legato_plan_get_step (plan, at);
      if (step->leg == LEGATO_LEG_BOTH || step->zones->len == 0)
        continue;
      zone = g_ptr_array_index (step->zones, draw (&state, step->zones->len));
      for (guint i = at + 1; i < legato_plan_get_n_steps (plan); i++)
        left += legato_plan_get_step (plan, i)->seconds;
      left += draw (&state, step->seconds);

      rest = legato_planner_replan (plan, &request, at, left, zone, step->leg, NULL);
      if (rest == NULL)
        continue;
      made++;
      g_assert_cmpuint (legato_plan_get_seconds (rest), <=, left);
      person.blocked[step->leg] |= LEGATO_ZONE_BIT (zone);
      request.minutes = 0;
      person.conditions &= ~LEGATO_CONDITION_LONG_STANDING;
      found = plan_checker_check (f->checker, rest, &request, breaches, G_N_ELEMENTS (breaches));
      for (guint b = 0; b < MIN (found, G_N_ELEMENTS (breaches)); b++)
        if (!may_be (rest, &breaches[b]))
          {
            g_autofree char *text = describe (rest, &request);

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

  for (guint m = 0; m < G_N_ELEMENTS (lengths); m++)
    {
      LegatoPerson person = { 0 };
      LegatoRequest request = { .goal = LEGATO_GOAL_SORENESS,
                                .minutes = lengths[m],
                                .legs = LEGATO_LEG_BOTH,
                                .person = &person };
      g_autoptr (LegatoPlan) plain = legato_planner_make (f->guide, &request, NULL);
      g_autoptr (LegatoPlan) again = legato_planner_make (f->guide, &request, NULL);
      g_autoptr (LegatoPlan) sore = NULL;
      g_autoptr (LegatoPlan) tight = NULL;
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      g_assert_nonnull (plain);
      one = describe (plain, &request);
      two = describe (again, &request);
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
  g_assert_cmpuint (more_on_calf, >=, G_N_ELEMENTS (lengths) - 1);
}

/* All but the two that test_wishes() looks at, since they can't be seen in one plan alone. */
static const char *const mutations[] = {
  "P-LIGHT-FIRST",
  "P-LIGHT-LAST",
  "P-RISE-FALL",
  "P-UP",
  "P-ORDER",
  "P-CAP",
  "P-EVEN",
  "P-HOLD",
  "P-ITB",
  "P-POP",
  "P-BONE",
  "P-LEN",
  "P-TOOLS",
  "P-BLOCK",
  "P-ADAPT:swelling",
  "P-ADAPT:veins",
  "P-ADAPT:fragile-skin",
  "P-ADAPT:pregnancy",
  "P-ADAPT:pregnancy-swelling",
  "P-ADAPT:sport-soreness",
  "P-ADAPT:long-standing",
  "P-ADAPT:neuropathy",
  "P-ADAPT:worse-after-last",
  "P-ADAPT:cleared",
  "P-ADAPT:pressed",
  "R-UNCLEARED",
};

/* A planner that ignores one rule has to be caught by that rule, or the checker is blind. */
static void
test_mutations (Fixture *f, gconstpointer data)
{
  guint n_zones = legato_guide_get_zones (f->guide)->len;
  GPtrArray *routines = legato_guide_get_routines (f->guide);

  for (guint r = 0; r < G_N_ELEMENTS (mutations); r++)
    {
      const char *rule = mutations[r];
      guint32 state = 77 + r;
      gboolean caught = FALSE;

      for (guint n = 0; n < 20000 && !caught; n++)
        {
          PlanBreach breaches[64];
          LegatoPerson person;
          LegatoRequest request = { .person = &person };
          g_autoptr (LegatoPlan) plan = NULL;
          guint found = 0;

          if (n % 2 == 0)
            request.goal = (LegatoGoal) (1 + draw (&state, LEGATO_N_GOALS - 1));
          else
            request.routine = g_ptr_array_index (routines, draw (&state, routines->len));
          request.legs = (LegatoLeg) draw (&state, 3);
          request.minutes = draw_length (&state);
          request.tools = tool_sets[draw (&state, G_N_ELEMENTS (tool_sets))];
          draw_person (&state, n_zones, 1u << draw (&state, LEGATO_N_CONDITIONS + 4), &person);
          person.conditions &= (1u << LEGATO_N_CONDITIONS) - 1;
          plan = legato_planner_make_without (f->guide, &request, rule, NULL);
          if (plan == NULL)
            continue;
          found =
              plan_checker_check (f->checker, plan, &request, breaches, G_N_ELEMENTS (breaches));
          for (guint b = 0; b < MIN (found, G_N_ELEMENTS (breaches)); b++)
            caught = caught || g_str_equal (breaches[b].rule, rule);
        }
      if (!caught)
        {
          g_test_message ("a planner without %s is not caught", rule);
          g_test_fail ();
        }
    }
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
  g_test_add ("/every-plan/mutations", Fixture, NULL, set_up, test_mutations, tear_down);

  return g_test_run ();
}
