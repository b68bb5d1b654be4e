/* test-player-clock.c: smooth, never back, soon where the pipeline is, and not fooled by one that
 * hangs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-player-clock.h"
#include "legato-stall-detector.h"

#define MS ((gint64) 1000000)
#define PERIOD (LEGATO_PLAYER_CLOCK_PERIOD_MS * MS)

static void
test_stands_until_run (void)
{
  LegatoPlayerClock clock = { 0 };

  legato_player_clock_set (&clock, 42 * MS);
  g_assert_cmpint (legato_player_clock_read (&clock, 5000 * MS), ==, 42 * MS);
  legato_player_clock_correct (&clock, 6000 * MS, 500 * MS);
  g_assert_cmpint (legato_player_clock_read (&clock, 7000 * MS), ==, 42 * MS);
}

static void
test_runs_at_tempo (void)
{
  LegatoPlayerClock clock = { 0 };

  legato_player_clock_set (&clock, 1000 * MS);
  legato_player_clock_run (&clock, 77 * MS, 1.5);
  g_assert_cmpint (legato_player_clock_read (&clock, 77 * MS), ==, 1000 * MS);
  g_assert_cmpint (legato_player_clock_read (&clock, 177 * MS), ==, 1150 * MS);
  /* A clock that is read a little early does not go back either. */
  g_assert_cmpint (legato_player_clock_read (&clock, 70 * MS), ==, 1000 * MS);
}

/* Glimpses that are off by chance bend the line; it is never off by more than they are. */
static void
test_noise (void)
{
  const double tempos[] = { 0.5, 1.0, 1.5, 60.0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (gsize t = 0; t < G_N_ELEMENTS (tempos); t++)
    {
      LegatoPlayerClock clock = { 0 };
      double tempo = tempos[t];
      gint64 last = 0;

      legato_player_clock_run (&clock, 0, tempo);
      for (gint64 time = 0; time < 60000 * MS; time += 5 * MS)
        {
          gint64 truth = (gint64) ((double) time * tempo);
          gint64 position = legato_player_clock_read (&clock, time);

          g_assert_cmpint (position, >=, last);
          g_assert_cmpint (ABS (position - truth), <=, (gint64) (21.0 * (double) MS * tempo));
          last = position;
          if (time % PERIOD == 0)
            {
              gint64 off = (gint64) (g_rand_double_range (rand, -20.0, 20.0) * (double) MS * tempo);

              legato_player_clock_correct (&clock, time, MAX (truth + off, 0));
              g_assert_cmpint (legato_player_clock_read (&clock, time), ==, position);
            }
        }
    }
}

/* A device that starts late, freezes and then leaps: there within a second, and never back. */
static void
test_leap (void)
{
  LegatoPlayerClock clock = { 0 };
  gint64 last = 0;

  legato_player_clock_run (&clock, 0, 1.0);
  for (gint64 time = 0; time < 6000 * MS; time += 5 * MS)
    {
      gint64 truth = time < 1000 * MS ? 0 : time < 3000 * MS ? time - 1000 * MS : time;
      gint64 position = legato_player_clock_read (&clock, time);

      g_assert_cmpint (position, >=, last);
      last = position;
      if (time % PERIOD == 0)
        legato_player_clock_correct (&clock, time, truth);
      if (time == 2990 * MS || time == 4000 * MS)
        g_assert_cmpint (ABS (position - truth), <, 20 * MS);
    }
}

/* Patience with one that starts, little with one that played, none lost by what goes on. */
static void
test_watch (void)
{
  LegatoStallDetector watch = { 0 };
  gint64 n_rendered = 1000;

  legato_stall_detector_begin (&watch, n_rendered);
  for (int i = 0; i < LEGATO_STALL_FIRST_LOOKS; i++)
    g_assert_false (legato_stall_detector_check (&watch, n_rendered));
  g_assert_true (legato_stall_detector_check (&watch, n_rendered));

  /* It moves, if slowly. */
  for (int i = 0; i < 200; i++)
    {
      n_rendered += i % 4 == 0 ? 480 : 0;
      g_assert_false (legato_stall_detector_check (&watch, n_rendered));
    }
  g_assert_true (legato_stall_detector_is_warm (&watch));
  n_rendered++;
  for (int i = 0; i <= LEGATO_STALL_LOOKS; i++)
    g_assert_false (legato_stall_detector_check (&watch, n_rendered));
  g_assert_true (legato_stall_detector_check (&watch, n_rendered));

  /* Asked anew, it may take its time again. */
  legato_stall_detector_begin (&watch, n_rendered);
  g_assert_false (legato_stall_detector_is_warm (&watch));
  for (int i = 0; i < LEGATO_STALL_FIRST_LOOKS; i++)
    g_assert_false (legato_stall_detector_check (&watch, n_rendered));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/player-clock/stands-until-run", test_stands_until_run);
  g_test_add_func ("/audio/player-clock/runs-at-tempo", test_runs_at_tempo);
  g_test_add_func ("/audio/player-clock/noise", test_noise);
  g_test_add_func ("/audio/player-clock/leap", test_leap);
  g_test_add_func ("/audio/player-clock/watch", test_watch);

  return g_test_run ();
}
