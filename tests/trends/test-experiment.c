/* test-experiment.c: the draw is fair and hidden, the result comes at the end and claims no more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-experiment-testing.h"

#include <math.h>

#define FIRST_DAY 737000
#define ZONE "calf"

static LegatoExperiment *
make_experiment (guint weeks, guint every)
{
  g_autoptr (GError) error = NULL;
  LegatoExperiment *experiment = legato_experiment_new (ZONE, FIRST_DAY, weeks, every, &error);

  g_assert_no_error (error);
  return experiment;
}

static GRand *
make_rand (void)
{
  return g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

/* Draws the next session on @day, at or after the day it is due. Returns: (nullable) its entry. */
static LegatoEntry *
draw (LegatoExperiment *experiment, guint32 *day, GRand *rand, LegatoLeg *leg)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 3, 2, 20, 0, 0);
  LegatoEntry *entry = NULL;

  while (*day <= legato_experiment_get_last_day (experiment))
    {
      if (legato_experiment_is_due (experiment, *day))
        {
          entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);
          *leg = legato_experiment_draw (experiment, *day, entry->uuid, rand);
          return entry;
        }
      (*day)++;
    }
  return NULL;
}

static void
rate (LegatoEntry *entry, LegatoLeg leg, LegatoMoment moment, int value)
{
  legato_entry_add_rating (entry, ZONE, leg, moment, (guint) CLAMP (value, 0, LEGATO_RATING_MAX));
}

/* Runs @experiment to its end; the massage takes @effect from soreness. Returns the entries. */
static GPtrArray *
run (LegatoExperiment *experiment, int effect, int noise, GRand *rand)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  guint32 day = FIRST_DAY;
  LegatoEntry *entry = NULL;
  LegatoLeg leg;

  while ((entry = draw (experiment, &day, rand, &leg)) != NULL)
    {
      for (int l = LEGATO_LEG_LEFT; l <= LEGATO_LEG_RIGHT; l++)
        {
          int next = 5 + g_rand_int_range (rand, -noise, noise + 1);

          rate (entry, (LegatoLeg) l, LEGATO_MOMENT_BEFORE, 5);
          rate (entry, (LegatoLeg) l, LEGATO_MOMENT_NEXT_DAY, next + ((int) leg == l ? effect : 0));
          rate (entry, (LegatoLeg) l, LEGATO_MOMENT_SECOND_DAY, next);
        }
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static void
test_schedules (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (legato_experiment_new (ZONE, FIRST_DAY, 1, 2, &error));
  g_assert_error (error, LEGATO_EXPERIMENT_ERROR, LEGATO_EXPERIMENT_ERROR_SCHEDULE);
  g_clear_error (&error);
  g_assert_null (legato_experiment_new (ZONE, FIRST_DAY, 4, 1, &error));
  g_assert_error (error, LEGATO_EXPERIMENT_ERROR, LEGATO_EXPERIMENT_ERROR_SCHEDULE);
  g_clear_error (&error);
  /* Five sessions: even if all said the same, that could be chance. */
  g_assert_null (legato_experiment_new (ZONE, FIRST_DAY, 2, 3, &error));
  g_assert_error (error, LEGATO_EXPERIMENT_ERROR, LEGATO_EXPERIMENT_ERROR_TOO_FEW);

  for (guint weeks = LEGATO_EXPERIMENT_MIN_WEEKS; weeks <= LEGATO_EXPERIMENT_MAX_WEEKS; weeks++)
    {
      g_autoptr (LegatoExperiment) experiment = make_experiment (weeks, 2);

      g_assert_cmpuint (legato_experiment_get_n_planned (experiment), ==, (weeks * 7 + 1) / 2);
    }
  g_assert_true (legato_experiment_legs_are_alike (5, 6));
  g_assert_false (legato_experiment_legs_are_alike (3, 5));
}

static void
test_when_a_session_is_due (void)
{
  g_autoptr (LegatoExperiment) experiment = make_experiment (2, 2);
  g_autoptr (GRand) rand = make_rand ();

  g_assert_false (legato_experiment_is_due (experiment, FIRST_DAY - 1));
  g_assert_true (legato_experiment_is_due (experiment, FIRST_DAY));
  legato_experiment_draw (experiment, FIRST_DAY, "a", rand);
  g_assert_false (legato_experiment_is_due (experiment, FIRST_DAY));
  g_assert_false (legato_experiment_is_due (experiment, FIRST_DAY + 1));
  g_assert_true (legato_experiment_is_due (experiment, FIRST_DAY + 2));
  g_assert_true (legato_experiment_is_due (experiment, FIRST_DAY + 13));
  g_assert_false (legato_experiment_is_due (experiment, FIRST_DAY + 14));

  legato_experiment_stop (experiment, FIRST_DAY + 3, "R-DVT");
  g_assert_false (legato_experiment_is_due (experiment, FIRST_DAY + 4));
  g_assert_cmpint (legato_experiment_get_state (experiment, FIRST_DAY + 4), ==,
                   LEGATO_EXPERIMENT_STOPPED);
  g_assert_cmpstr (legato_experiment_get_stop_reason (experiment), ==, "R-DVT");
}

/* Over the whole each leg gets its half; in each place of the row either leg is as likely. */
static void
test_draw_is_fair (void)
{
  const guint n_rounds = 400;
  guint n_left_at[24] = { 0 };
  guint n_planned = 0;
  g_autoptr (GRand) rand = make_rand ();

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (LegatoExperiment) experiment = make_experiment (6, 2);
      guint32 day = FIRST_DAY;
      guint n_left = 0;

      n_planned = legato_experiment_get_n_planned (experiment);
      for (guint i = 0; i < n_planned; i++)
        {
          LegatoLeg leg = LEGATO_LEG_BOTH;
          g_autoptr (LegatoEntry) entry = draw (experiment, &day, rand, &leg);

          g_assert_nonnull (entry);
          n_left += leg == LEGATO_LEG_LEFT;
          n_left_at[i] += leg == LEGATO_LEG_LEFT;
        }
      g_assert_false (legato_experiment_is_due (experiment, day + 2));
      /* 21 sessions: only the block of odd length can be uneven. */
      g_assert_cmpuint (n_left, >=, n_planned / 2);
      g_assert_cmpuint (n_left, <=, n_planned / 2 + 1);
    }
  for (guint i = 0; i < n_planned; i++)
    g_assert_cmpfloat (fabs (n_left_at[i] - n_rounds / 2.0), <, 5.5 * sqrt (n_rounds / 4.0));
}

/* What is kept says nothing of the legs to come: from the same state chance draws either. */
static void
test_draw_is_hidden (void)
{
  g_autoptr (LegatoExperiment) experiment = make_experiment (4, 2);
  g_autoptr (GVariant) kept = legato_experiment_to_variant (experiment);
  g_autoptr (GRand) rand = make_rand ();
  gboolean seen[3] = { FALSE };

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (LegatoExperiment) again = legato_experiment_new_from_variant (kept, NULL);

      seen[legato_experiment_draw (again, FIRST_DAY, "a", rand)] = TRUE;
    }
  g_assert_true (seen[LEGATO_LEG_LEFT]);
  g_assert_true (seen[LEGATO_LEG_RIGHT]);
}

static void
test_kept_and_read_again (void)
{
  g_autoptr (GRand) rand = make_rand ();

  for (guint stop = 0; stop < 14; stop++)
    {
      g_autoptr (LegatoExperiment) experiment = make_experiment (4, 2);
      g_autoptr (LegatoExperiment) again = NULL;
      g_autoptr (GVariant) kept = NULL;
      g_autoptr (GVariant) kept_again = NULL;
      g_autoptr (GError) error = NULL;
      guint32 day = FIRST_DAY;

      for (guint i = 0; i < stop; i++)
        {
          LegatoLeg leg;

          legato_entry_unref (draw (experiment, &day, rand, &leg));
        }
      if (stop % 2 == 1)
        legato_experiment_stop (experiment, day, "person");
      kept = legato_experiment_to_variant (experiment);
      again = legato_experiment_new_from_variant (kept, &error);
      g_assert_no_error (error);
      kept_again = legato_experiment_to_variant (again);
      g_assert_true (g_variant_equal (kept, kept_again));
      g_assert_cmpuint (legato_experiment_get_n_drawn (again), ==, stop);
    }
}

static void
test_broken_is_refused (void)
{
  const char *const broken[] = {
    /* another version; no weeks; a block of nothing; of too many */
    "(uint32 2, 'calf', uint32 737000, uint32 4, uint32 2, uint32 0, '', @au [], @a(suub) [])",
    "(uint32 1, 'calf', uint32 737000, uint32 0, uint32 2, uint32 0, '', @au [], @a(suub) [])",
    "(uint32 1, 'calf', uint32 737000, uint32 4, uint32 2, uint32 0, '', @au [0], @a(suub) [])",
    "(uint32 1, 'calf', uint32 737000, uint32 4, uint32 2, uint32 0, '', @au [99], @a(suub) [])",
    /* a session of no block; on no day of it; too many of one leg */
    "(uint32 1, 'calf', uint32 737000, uint32 4, uint32 2, uint32 0, '', @au [],"
    " [('a', uint32 737000, uint32 0, true)])",
    "(uint32 1, 'calf', uint32 737000, uint32 4, uint32 2, uint32 0, '', @au [6],"
    " [('a', uint32 736999, uint32 0, true)])",
    "(uint32 1, 'calf', uint32 737000, uint32 4, uint32 2, uint32 0, '', @au [6],"
    " [('a', uint32 737000, uint32 0, true), ('b', 737002, 0, true), ('c', 737004, 0, true),"
    "  ('d', 737006, 0, true)])",
    "'nothing of the kind'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) variant = g_variant_parse (NULL, broken[i], NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_null (legato_experiment_new_from_variant (variant, &error));
      g_assert_error (error, LEGATO_EXPERIMENT_ERROR, LEGATO_EXPERIMENT_ERROR_BROKEN);
    }
}

static void
test_result_only_at_the_end (void)
{
  g_autoptr (LegatoExperiment) experiment = make_experiment (4, 2);
  g_autoptr (GRand) rand = make_rand ();
  g_autoptr (GPtrArray) entries = run (experiment, -3, 0, rand);
  guint32 last = legato_experiment_get_last_day (experiment);
  LegatoExperimentResult result = { .n_planned = 42 };

  /* The 14th session is on the last day but one; its second day has to pass. */
  g_assert_cmpint (legato_experiment_get_state (experiment, last), ==, LEGATO_EXPERIMENT_RUNNING);
  g_assert_false (legato_experiment_analyse (experiment, entries, last + 1, &result));
  g_assert_cmpuint (result.n_planned, ==, 42);
  g_assert_true (legato_experiment_analyse (experiment, entries, last + 2, &result));
  g_assert_cmpuint (result.n_planned, ==, 14);
  g_assert_cmpuint (result.next_day.n, ==, 14);
  g_assert_cmpint (result.verdict, ==, LEGATO_EXPERIMENT_LESS_SORE);
  g_assert_cmpfloat_with_epsilon (result.next_day.estimate, -3, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.second_day.estimate, 0, 1e-9);
}

static void
test_nothing_rated (void)
{
  g_autoptr (LegatoExperiment) experiment = make_experiment (4, 2);
  g_autoptr (GRand) rand = make_rand ();
  g_autoptr (GPtrArray) entries = run (experiment, 0, 2, rand);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  LegatoExperimentResult result;

  g_assert_true (legato_experiment_analyse (experiment, none, FIRST_DAY + 100, &result));
  g_assert_cmpuint (result.n_drawn, ==, 14);
  g_assert_cmpuint (result.next_day.n, ==, 0);
  g_assert_cmpint (result.verdict, ==, LEGATO_EXPERIMENT_CANT_TELL);
  g_assert_true (isinf (result.could_find));
}

static void
test_stopped_before_its_time (void)
{
  g_autoptr (LegatoExperiment) experiment = make_experiment (4, 2);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  LegatoExperimentResult result;

  legato_experiment_stop (experiment, FIRST_DAY, "R-DVT");
  g_assert_true (legato_experiment_analyse (experiment, none, FIRST_DAY, &result));
  g_assert_cmpint (result.verdict, ==, LEGATO_EXPERIMENT_CANT_TELL);
}

/* Legs that are alike all along: no difference, and none of more than half a point. */
static void
test_all_equal (void)
{
  g_autoptr (LegatoExperiment) experiment = make_experiment (4, 2);
  g_autoptr (GRand) rand = make_rand ();
  g_autoptr (GPtrArray) entries = run (experiment, 0, 0, rand);
  LegatoExperimentResult result;

  g_assert_true (legato_experiment_analyse (experiment, entries, FIRST_DAY + 100, &result));
  g_assert_cmpint (result.verdict, ==, LEGATO_EXPERIMENT_NO_DIFFERENCE);
  g_assert_cmpfloat (result.could_find, ==, 0.5);
}

/* Where there is nothing to find, at most one experiment of twenty finds something. */
static void
test_seldom_finds_what_is_not_there (void)
{
  const guint n_rounds = 400;
  guint n_found = 0;
  g_autoptr (GRand) rand = make_rand ();

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (LegatoExperiment) experiment = make_experiment (2 + round % 5, 2);
      g_autoptr (GPtrArray) entries = run (experiment, 0, 3, rand);
      LegatoExperimentResult result;

      g_assert_true (legato_experiment_analyse (experiment, entries, FIRST_DAY + 100, &result));
      g_assert_cmpint (result.verdict, !=, LEGATO_EXPERIMENT_CANT_TELL);
      g_assert_cmpuint (result.next_day.n, ==, result.n_planned);
      n_found += result.verdict != LEGATO_EXPERIMENT_NO_DIFFERENCE;
    }
  g_assert_cmpfloat (n_found, <, 0.05 * n_rounds + 4 * sqrt (0.05 * 0.95 * n_rounds));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/experiment/schedules", test_schedules);
  g_test_add_func ("/experiment/due", test_when_a_session_is_due);
  g_test_add_func ("/experiment/fair", test_draw_is_fair);
  g_test_add_func ("/experiment/hidden", test_draw_is_hidden);
  g_test_add_func ("/experiment/kept", test_kept_and_read_again);
  g_test_add_func ("/experiment/broken", test_broken_is_refused);
  g_test_add_func ("/experiment/end", test_result_only_at_the_end);
  g_test_add_func ("/experiment/nothing", test_nothing_rated);
  g_test_add_func ("/experiment/stopped", test_stopped_before_its_time);
  g_test_add_func ("/experiment/equal", test_all_equal);
  g_test_add_func ("/experiment/chance", test_seldom_finds_what_is_not_there);

  return g_test_run ();
}
