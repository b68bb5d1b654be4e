/* test-timeline.c: strokes keep to their steps, their speed and each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-pace.h"
#include "legato-planner.h"
#include "legato-timeline.h"
#include "../load-guide.h"

static const char *const all_tools[] = { "roller", "ball", "stick", "gun", "sleeve", "oil", NULL };

typedef void (*CheckFunc) (LegatoTimeline *timeline);

static void
for_every_routine (CheckFunc check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *routines = NULL;

  routines = legato_guide_get_routines (guide);
  for (guint r = 0; r < routines->len; r++)
    {
      const LegatoRoutine *routine = g_ptr_array_index (routines, r);

      for (guint m = 0; routine->minutes[m] != 0; m++)
        {
          LegatoRequest request = { routine, routine->minutes[m], LEGATO_LEG_BOTH, all_tools };
          g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
          g_autoptr (LegatoTimeline) bare = NULL;
          g_autoptr (LegatoTimeline) led = NULL;

          g_assert_no_error (error);
          bare = legato_timeline_new (plan, 0);
          led = legato_timeline_new (plan, LEGATO_LEAD_IN);
          check (bare);
          check (led);
        }
    }
}

static void
check_bounds (LegatoTimeline *timeline)
{
  LegatoPlan *plan = legato_timeline_get_plan (timeline);
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);
  gint64 stroke_end = 0;
  guint n_ends = 0;

  g_assert_cmpint (legato_timeline_get_duration (timeline), ==,
                   legato_timeline_get_lead_in (timeline)
                       + legato_plan_get_seconds (plan) * LEGATO_SECOND);

  for (gsize i = 0; i < n_cues; i++)
    {
      g_assert_cmpint (cues[i].length, >, 0);
      g_assert_cmpint (cues[i].onset, >=, 0);
      g_assert_cmpint (cues[i].onset + cues[i].length, <=, legato_timeline_get_duration (timeline));
      g_assert_cmpfloat (cues[i].from, >=, 0.0);
      g_assert_cmpfloat (cues[i].from, <=, 1.0);
      g_assert_cmpfloat (cues[i].to, >=, 0.0);
      g_assert_cmpfloat (cues[i].to, <=, 1.0);
      if (i > 0)
        g_assert_cmpint (cues[i].onset, >=, cues[i - 1].onset);
      if (cues[i].kind == LEGATO_CUE_END)
        n_ends++;

      if (cues[i].kind <= LEGATO_CUE_LAST_STROKE)
        {
          guint step = (guint) cues[i].step;
          gint64 onset = legato_timeline_get_step_onset (timeline, step);

          g_assert_cmpint (cues[i].onset, >=, stroke_end);
          stroke_end = cues[i].onset + cues[i].length;
          g_assert_cmpint (cues[i].onset, >=, onset + LEGATO_SECOND);
          g_assert_cmpint (stroke_end, <=,
                           onset + legato_timeline_get_step_length (timeline, step));
          g_assert_nonnull (cues[i].zone);
          g_assert_true (
              g_ptr_array_find (legato_plan_get_step (plan, step)->zones, cues[i].zone, NULL));
          g_assert_cmpint (cues[i].leg, ==, legato_plan_get_step (plan, step)->leg);
        }
    }
  g_assert_cmpuint (n_ends, ==, 1);
}

/* From the lowest edge of the places to the highest. */
static double
get_way_mm (GPtrArray *zones)
{
  int from = G_MAXINT;
  int to = G_MININT;

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      from = MIN (from, zone->from);
      to = MAX (to, zone->to);
    }
  return (to - from) / 1000.0 * LEGATO_LEG_CM * 10.0;
}

static void
check_pace (LegatoTimeline *timeline)
{
  LegatoPlan *plan = legato_timeline_get_plan (timeline);
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);
  g_autofree guint *tapped = g_new0 (guint, legato_plan_get_n_steps (plan));

  for (gsize i = 0; i < n_cues; i++)
    {
      const LegatoTechnique *technique = NULL;
      double seconds = (double) cues[i].length / LEGATO_SECOND;

      if (cues[i].kind > LEGATO_CUE_LAST_STROKE)
        continue;
      technique = legato_plan_get_step (plan, (guint) cues[i].step)->technique;
      if (cues[i].kind == LEGATO_CUE_TAP && cues[i].from <= 0.0)
        g_assert_cmpuint (++tapped[cues[i].step], <=, 8); /* passes [S3] */
      if (cues[i].kind == LEGATO_CUE_GLIDE)
        {
          double way = get_way_mm (legato_plan_get_step (plan, (guint) cues[i].step)->zones);

          g_assert_cmpfloat (way / seconds, <=, technique->max_pace_mm_s + 1e-6);
          g_assert_cmpfloat (seconds, >=, technique->min_stroke_ms / 1000.0 - 1e-6);
        }
      if (technique->hold_min_s > 0)
        {
          /* A sleeve that ends the session gives some seconds to the hands and to the chime. */
          g_assert_cmpfloat (seconds, >=,
                             technique->hold_min_s
                                 - (cues[i].leg == LEGATO_LEG_BOTH
                                        ? LEGATO_PACE_APPROACH_S + LEGATO_PACE_CHIME_S
                                        : 0.0));
          g_assert_cmpfloat (seconds, <=, technique->hold_max_s);
        }
      else if (technique->beat_ms > 0 && technique->travel != LEGATO_TRAVEL_HOLD)
        {
          /* Beats stretch a little so that they fill the step, by no more than a third. */
          g_assert_cmpfloat (seconds, >, technique->beat_ms / 1000.0 * 0.66);
          g_assert_cmpfloat (seconds, <, technique->beat_ms / 1000.0 * 1.34);
        }
    }
}

static void
check_search (LegatoTimeline *timeline)
{
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);
  gint64 duration = legato_timeline_get_duration (timeline);

  for (guint n = 0; n < 200; n++)
    {
      gint64 position = (gint64) (g_test_rand_double () * (double) duration);
      const LegatoCue *expected = NULL;
      int step = -1;
      gsize first = 0;

      while (first < n_cues && cues[first].onset < position)
        first++;
      g_assert_cmpuint (legato_timeline_find_cue (timeline, position), ==, first);

      for (guint s = 0; s < legato_plan_get_n_steps (legato_timeline_get_plan (timeline)); s++)
        if (legato_timeline_get_step_onset (timeline, s) <= position)
          step = (int) s;
      g_assert_cmpint (legato_timeline_find_step (timeline, position), ==, step);

      for (gsize i = 0; i < n_cues && expected == NULL; i++)
        if (cues[i].kind <= LEGATO_CUE_LAST_STROKE && cues[i].step == step
            && position < cues[i].onset + cues[i].length)
          expected = &cues[i];
      g_assert_true (legato_timeline_find_stroke (timeline, position) == expected);
    }
}

static void
test_bounds (void)
{
  for_every_routine (check_bounds);
}

static void
test_pace (void)
{
  for_every_routine (check_pace);
}

static void
test_search (void)
{
  for_every_routine (check_search);
}

static guint
count_cues (LegatoTimeline *timeline, LegatoCueKind kind, LegatoLeg leg)
{
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);
  guint count = 0;

  for (gsize i = 0; i < n_cues; i++)
    if (cues[i].kind == kind && cues[i].leg == leg)
      count++;
  return count;
}

static guint
count_step_cues (LegatoTimeline *timeline, LegatoCueKind kind, int step)
{
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);
  guint count = 0;

  for (gsize i = 0; i < n_cues; i++)
    if (cues[i].kind == kind && cues[i].step == step)
      count++;
  return count;
}

/* A walk has a step a second, a minute of stretches two of half a minute. */
static void
test_exercises (void)
{
  static const struct
  {
    const char *exercise;
    LegatoCueKind kind;
    guint count;
  } cases[] = {
    { "walk-on-the-spot", LEGATO_CUE_MARCH, 57 },
    { "hip-bend", LEGATO_CUE_STRETCH, 2 },
    { "toe-bends", LEGATO_CUE_STRETCH, 2 },
    { "legs-raised", LEGATO_CUE_BREATHE, 6 },
  };
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) steps =
          g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
      g_autoptr (LegatoPlan) plan = NULL;
      g_autoptr (LegatoTimeline) timeline = NULL;

      g_ptr_array_add (steps,
                       legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_STRETCH,
                                        legato_guide_find_technique (guide, cases[i].exercise),
                                        LEGATO_PRESSURE_LIGHT, 60));
      plan = legato_plan_new (guide, NULL, g_steal_pointer (&steps));
      timeline = legato_timeline_new (plan, 0);
      g_assert_cmpuint (count_step_cues (timeline, cases[i].kind, 0), ==, cases[i].count);
      g_assert_null (legato_timeline_find_stroke (timeline, 30 * LEGATO_SECOND));
    }
}

static void
test_three_minutes (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest request = { legato_guide_find_routine (guide, "three-minute"), 3, LEGATO_LEG_BOTH,
                            NULL };
  g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, NULL);
  g_autoptr (LegatoTimeline) timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
  const LegatoCue *cues = NULL;
  gsize n_cues = 0;
  guint passes = 0;

  g_assert_cmpint (legato_timeline_get_duration (timeline), ==, 185 * LEGATO_SECOND);
  g_assert_cmpuint (count_cues (timeline, LEGATO_CUE_COUNTDOWN, LEGATO_LEG_BOTH), ==, 5);
  g_assert_cmpuint (count_cues (timeline, LEGATO_CUE_LEG, LEGATO_LEG_RIGHT), ==, 1);
  g_assert_cmpint (legato_timeline_find_step (timeline, 0), ==, -1);
  g_assert_cmpint (legato_timeline_find_step (timeline, LEGATO_LEAD_IN), ==, 0);
  g_assert_null (legato_timeline_find_stroke (timeline, 0));

  /* The same strokes on each leg, but for the time that the chime takes from the last glide. */
  for (int kind = 0; kind <= LEGATO_CUE_LAST_STROKE; kind++)
    g_assert_cmpuint (count_cues (timeline, (LegatoCueKind) kind, LEGATO_LEG_LEFT), ==,
                      count_cues (timeline, (LegatoCueKind) kind, LEGATO_LEG_RIGHT));

  /* Five glides all the way from the ankle to the inner thigh [S3]. */
  g_assert_cmpuint (count_step_cues (timeline, LEGATO_CUE_GLIDE, 0), ==, 5);

  /* Five to eight times up the thigh, tapping [S3]. */
  cues = legato_timeline_get_cues (timeline, &n_cues);
  for (gsize i = 0; i < n_cues; i++)
    if (cues[i].kind == LEGATO_CUE_TAP && cues[i].leg == LEGATO_LEG_LEFT && cues[i].from <= 0.0)
      passes++;
  g_assert_cmpuint (passes, >=, 5);
  g_assert_cmpuint (passes, <=, 8);
}

/* Where the hands rest, the breath is led: from a second in, one breath of about ten seconds after
 * the other, and nothing for the map to draw. */
static void
test_breathing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = load_guide ();
  static const struct
  {
    const char *routine;
    int breaths;
  } cases[] = { { "evening", 12 }, { "partner", 30 }, { "desk-break", 0 }, { "three-minute", 0 } };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      const LegatoRoutine *routine = legato_guide_find_routine (guide, cases[c].routine);
      LegatoRequest request = { routine, routine->minutes[0], LEGATO_LEG_BOTH, all_tools };
      g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
      g_autoptr (LegatoTimeline) timeline = NULL;
      const LegatoCue *cues = NULL;
      gsize n_cues = 0;
      int breaths = 0;
      gint64 last_end = 0;

      g_assert_no_error (error);
      timeline = legato_timeline_new (plan, 0);
      cues = legato_timeline_get_cues (timeline, &n_cues);
      for (gsize i = 0; i < n_cues; i++)
        {
          if (cues[i].kind != LEGATO_CUE_BREATHE)
            continue;
          breaths++;
          g_assert_cmpint (cues[i].length, >=, 9 * LEGATO_SECOND);
          g_assert_cmpint (cues[i].length, <=, 11 * LEGATO_SECOND);
          if (last_end > 0)
            g_assert_cmpint (cues[i].onset, ==, last_end);
          last_end = cues[i].onset + cues[i].length;
          g_assert_null (legato_timeline_find_stroke (timeline, cues[i].onset));
        }
      g_assert_cmpint (breaths, >=, cases[c].breaths - cases[c].breaths / 4);
      g_assert_cmpint (breaths, <=, cases[c].breaths + cases[c].breaths / 4);
    }
}

/* The eye is led as the ear is: by what fills with a breath in, and with each step. */
static void
check_breath (LegatoTimeline *timeline)
{
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);

  for (gsize i = 0; i < n_cues; i++)
    {
      gint64 turn = cues[i].onset + cues[i].length * 42 / 100;

      if (cues[i].kind <= LEGATO_CUE_LAST_STROKE || cues[i].kind == LEGATO_CUE_STRETCH
          || cues[i].kind == LEGATO_CUE_COUNTDOWN)
        g_assert_cmpfloat (legato_timeline_get_breath (timeline, cues[i].onset), <, 0.0);
      if (cues[i].kind == LEGATO_CUE_MARCH)
        g_assert_cmpfloat (legato_timeline_get_breath (timeline, cues[i].onset), ==, 1.0);
      if (cues[i].kind != LEGATO_CUE_BREATHE)
        continue;
      g_assert_cmpfloat (legato_timeline_get_breath (timeline, cues[i].onset), ==, 0.0);
      g_assert_cmpfloat_with_epsilon (legato_timeline_get_breath (timeline, turn), 1.0, 0.001);
    }
}

static void
test_breath (void)
{
  for_every_routine (check_breath);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/bounds", test_bounds);
  g_test_add_func ("/timeline/pace", test_pace);
  g_test_add_func ("/timeline/search", test_search);
  g_test_add_func ("/timeline/three-minutes", test_three_minutes);
  g_test_add_func ("/timeline/exercises", test_exercises);
  g_test_add_func ("/timeline/breathing", test_breathing);
  g_test_add_func ("/timeline/breath", test_breath);
  return g_test_run ();
}
