/* test-player.c: plays, pauses, seeks, and goes on when the device is gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audio-fixtures.h"
#include "legato-player.h"
#include "odd-clock.h"

/* No machine is so busy that it waits as long: nothing here needs more than some seconds. */
#define PATIENCE_S 1200

/* Longer than a test may take, so that none of it ends unless it is to. */
#define LONG (2000 * LEGATO_SECOND)

/* So much sound may lie ready or be made up for at once. */
#define CATCH_UP (LEGATO_SECOND / 2)

#define SYNCED "fakesink sync=true"

typedef gboolean (*Condition) (LegatoPlayer *player);

static int n_ended;
static int n_failed;
static int n_silent;
static gint64 silent_at;
static gint64 target;

static gboolean
give_up_cb (gpointer data)
{
  LegatoPlayer *player = data;

  g_error ("waited in vain: at %.3f s, %s", (double) legato_player_get_position (player) / 1e9,
           legato_player_get_silent (player) ? "silent" : "heard");
  return G_SOURCE_REMOVE;
}

static void
wait_for (LegatoPlayer *player, Condition condition)
{
  guint id = g_timeout_add_seconds (PATIENCE_S, give_up_cb, player);

  while (!condition (player))
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
  g_source_remove (id);
}

static gboolean
has_ended (LegatoPlayer *player)
{
  return n_ended > 0;
}

static gboolean
is_past_target (LegatoPlayer *player)
{
  return legato_player_get_position (player) > target;
}

static gboolean
is_silent (LegatoPlayer *player)
{
  return legato_player_get_silent (player);
}

static void
count_cb (int *count)
{
  (*count)++;
}

/* From here on it plays by the system's clock, which no busy machine stops. */
static void
note_silent_cb (LegatoPlayer *player)
{
  n_silent++;
  silent_at = legato_player_get_position (player);
}

static LegatoPlayer *
new_player (const char *sink, gint64 duration)
{
  const LegatoCue cue = { .kind = LEGATO_CUE_GLIDE, .length = duration };
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_timeline (&cue, 1, duration);
  LegatoPlayer *player = g_object_new (LEGATO_TYPE_PLAYER, "sink", sink, NULL);

  n_ended = n_failed = n_silent = 0;
  g_signal_connect_swapped (player, "ended", G_CALLBACK (count_cb), &n_ended);
  g_signal_connect_swapped (player, "failed", G_CALLBACK (count_cb), &n_failed);
  g_signal_connect (player, "notify::silent", G_CALLBACK (note_silent_cb), NULL);
  legato_player_set_timeline (player, timeline);

  return player;
}

static void
settle (void)
{
  for (int i = 0; i < 100; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
play_past (LegatoPlayer *player, gint64 position)
{
  target = position;
  wait_for (player, is_past_target);
}

/* It went to @position at @began by the system's clock, and plays on from there: it is there or
 * further, but by no more than what has passed, however long a busy machine has slept. */
static void
assert_plays_from (LegatoPlayer *player, gint64 position, gint64 began)
{
  gint64 here = legato_player_get_position (player);
  double passed = (double) (g_get_monotonic_time () - began) * legato_player_get_tempo (player);

  g_assert_cmpint (here, >=, position);
  g_assert_cmpint (here, <, position + 1000 * (gint64) passed + CATCH_UP);
}

/* Goes to @position while it plays, and on a little. */
static void
seek_and_play (LegatoPlayer *player, gint64 position)
{
  gint64 began = g_get_monotonic_time ();

  legato_player_seek (player, position);
  assert_plays_from (player, position, began);
  play_past (player, position + LEGATO_SECOND / 5);
  assert_plays_from (player, position, began);
}

static void
test_to_the_end (void)
{
  LegatoPlayer *player = new_player (SYNCED, LEGATO_SECOND);
  gint64 began = g_get_monotonic_time ();
  gint64 last = 0;

  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_STOPPED);
  legato_player_play (player);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PLAYING);
  g_assert_false (legato_player_get_silent (player));

  while (n_ended == 0)
    {
      gint64 position = legato_player_get_position (player);

      g_assert_cmpint (position, >=, last);
      g_assert_cmpint (position, <=, LEGATO_SECOND);
      last = position;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }

  g_assert_cmpint (g_get_monotonic_time () - began, >=, 990000);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_ENDED);
  g_assert_cmpint (legato_player_get_position (player), ==, LEGATO_SECOND);
  settle ();
  g_assert_cmpint (n_ended, ==, 1);

  /* Again from the start. */
  legato_player_play (player);
  g_assert_cmpint (legato_player_get_position (player), ==, 0);
  n_ended = 0;
  wait_for (player, has_ended);
  g_assert_cmpint (n_failed, ==, 0);
  g_assert_finalize_object (player);
}

static void
test_pause (void)
{
  LegatoPlayer *player = new_player (SYNCED, LONG);
  gint64 position;

  legato_player_play (player);
  play_past (player, LEGATO_SECOND / 5);
  legato_player_pause (player);
  position = legato_player_get_position (player);
  settle ();
  g_assert_cmpint (legato_player_get_position (player), ==, position);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PAUSED);

  legato_player_play (player);
  g_assert_cmpint (legato_player_get_position (player), >=, position);
  play_past (player, position + LEGATO_SECOND / 5);

  legato_player_stop (player);
  g_assert_cmpint (legato_player_get_position (player), ==, 0);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_STOPPED);
  settle ();
  g_assert_cmpint (legato_player_get_position (player), ==, 0);
  g_assert_finalize_object (player);
}

static void
test_seek (void)
{
  LegatoPlayer *player = new_player (SYNCED, LONG);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  gint64 began;

  /* Before anything plays */
  legato_player_seek (player, 30 * LEGATO_SECOND);
  g_assert_cmpint (legato_player_get_position (player), ==, 30 * LEGATO_SECOND);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PAUSED);
  began = g_get_monotonic_time ();
  legato_player_play (player);
  play_past (player, 30 * LEGATO_SECOND + LEGATO_SECOND / 5);
  assert_plays_from (player, 30 * LEGATO_SECOND, began);

  /* While it plays: back, too */
  seek_and_play (player, 10 * LEGATO_SECOND);

  /* One after the other, faster than the pipeline can follow */
  for (int i = 0; i < 200; i++)
    {
      gint64 position = g_rand_int_range (rand, 0, 90) * LEGATO_SECOND;

      began = g_get_monotonic_time ();
      legato_player_seek (player, position);
      assert_plays_from (player, position, began);
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  seek_and_play (player, 50 * LEGATO_SECOND);

  /* While paused */
  legato_player_pause (player);
  legato_player_seek (player, 70 * LEGATO_SECOND);
  settle ();
  g_assert_cmpint (legato_player_get_position (player), ==, 70 * LEGATO_SECOND);
  legato_player_play (player);
  play_past (player, 70 * LEGATO_SECOND + LEGATO_SECOND / 5);

  /* To the end and beyond */
  legato_player_seek (player, 2 * LONG);
  wait_for (player, has_ended);
  legato_player_seek (player, -LEGATO_SECOND);
  g_assert_cmpint (legato_player_get_position (player), ==, 0);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PAUSED);
  g_assert_cmpint (n_ended, ==, 1);
  g_assert_cmpint (n_failed, ==, 0);
  g_assert_finalize_object (player);
}

/* A step made longer or left out: another timeline, without a stop. */
static void
test_replace (void)
{
  const LegatoCue cue = { .kind = LEGATO_CUE_GLIDE, .length = LEGATO_SECOND };
  g_autoptr (LegatoTimeline) longer = audio_fixture_new_timeline (&cue, 1, LONG);
  g_autoptr (LegatoTimeline) shorter = audio_fixture_new_timeline (&cue, 1, 2 * LEGATO_SECOND);
  LegatoPlayer *player = new_player (SYNCED, LONG);
  gint64 began;

  legato_player_play (player);
  play_past (player, LEGATO_SECOND / 5);
  began = g_get_monotonic_time ();
  legato_player_replace_timeline (player, longer, 40 * LEGATO_SECOND);
  g_assert_true (legato_player_get_timeline (player) == longer);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PLAYING);
  assert_plays_from (player, 40 * LEGATO_SECOND, began);
  play_past (player, 40 * LEGATO_SECOND + LEGATO_SECOND / 5);
  assert_plays_from (player, 40 * LEGATO_SECOND, began);

  legato_player_pause (player);
  legato_player_replace_timeline (player, shorter, 40 * LEGATO_SECOND);
  g_assert_cmpint (legato_player_get_position (player), ==, 2 * LEGATO_SECOND);
  legato_player_replace_timeline (player, shorter, LEGATO_SECOND);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PAUSED);
  settle ();
  g_assert_cmpint (legato_player_get_position (player), ==, LEGATO_SECOND);
  g_assert_cmpint (n_ended, ==, 0);
  legato_player_play (player);
  wait_for (player, has_ended);
  g_assert_cmpint (legato_player_get_position (player), ==, 2 * LEGATO_SECOND);
  g_assert_cmpint (n_failed, ==, 0);
  g_assert_finalize_object (player);
}

static void
test_tempo (void)
{
  LegatoPlayer *player = new_player (SYNCED, LONG);
  gint64 began = g_get_monotonic_time ();
  gint64 position;

  legato_player_set_tempo (player, LEGATO_MIN_TEMPO);
  legato_player_play (player);
  play_past (player, LEGATO_SECOND / 10);
  assert_plays_from (player, 0, began);

  /* A change keeps the place. */
  began = g_get_monotonic_time ();
  position = legato_player_get_position (player);
  legato_player_set_tempo (player, LEGATO_MAX_TEMPO);
  assert_plays_from (player, position, began);

  legato_player_set_tempo (player, LEGATO_MIN_TEMPO);
  began = g_get_monotonic_time ();
  legato_player_seek (player, LONG - LEGATO_SECOND);
  wait_for (player, has_ended);
  g_assert_cmpint (1000 * (g_get_monotonic_time () - began), >=, 2 * LEGATO_SECOND - CATCH_UP);
  g_assert_finalize_object (player);
}

static void
test_volume (void)
{
  LegatoPlayer *player = new_player (SYNCED, LEGATO_SECOND / 5);

  legato_player_set_volume (player, 0.25);
  legato_player_play (player);
  legato_player_set_volume (player, 0.75);
  g_assert_cmpfloat (legato_player_get_volume (player), ==, 0.75);
  wait_for (player, has_ended);
  g_assert_finalize_object (player);
}

/* Another timbre goes on at the same place. */
static void
test_timbre (void)
{
  LegatoPlayer *player = new_player (SYNCED, LONG);

  legato_player_set_timbre (player, LEGATO_TIMBRE_WOOD);
  legato_player_play (player);
  play_past (player, LEGATO_SECOND / 2);
  legato_player_set_timbre (player, LEGATO_TIMBRE_BELL);
  g_assert_cmpint (legato_player_get_position (player), >, LEGATO_SECOND / 2);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PLAYING);
  legato_player_seek (player, LONG - LEGATO_SECOND / 2);
  wait_for (player, has_ended);
  g_assert_finalize_object (player);
}

/* Whatever autoaudiosink finds here, it plays; and without a server, silently. */
static void
test_no_device (void)
{
  const char *const sinks[] = { "autoaudiosink", "pulsesink server=unix:/nowhere/at/all",
                                "nosuchelement" };

  for (gsize i = 0; i < G_N_ELEMENTS (sinks); i++)
    {
      LegatoPlayer *player = new_player (sinks[i], LEGATO_SECOND / 2);

      legato_player_play (player);
      wait_for (player, has_ended);
      g_test_message ("%s: %s", sinks[i], legato_player_get_silent (player) ? "silent" : "heard");
      if (i > 0)
        {
          g_assert_true (legato_player_get_silent (player));
          g_assert_cmpint (n_silent, ==, 1);
        }
      g_assert_cmpint (n_failed, ==, 0);
      g_assert_finalize_object (player);
    }
}

static void
test_sink_error (void)
{
  LegatoPlayer *player = new_player ("identity error-after=40 ! " SYNCED, LONG);
  gint64 began = g_get_monotonic_time ();

  legato_player_seek (player, 20 * LEGATO_SECOND);
  legato_player_play (player);
  g_assert_false (legato_player_get_silent (player));
  wait_for (player, is_silent);
  g_assert_cmpint (silent_at, >=, 20 * LEGATO_SECOND);
  g_assert_cmpint (silent_at, <, 22 * LEGATO_SECOND);
  play_past (player, silent_at + LEGATO_SECOND / 2);
  assert_plays_from (player, 20 * LEGATO_SECOND, began);
  g_assert_cmpint (n_silent, ==, 1);
  g_assert_cmpint (n_failed, ==, 0);
  g_assert_finalize_object (player);
}

/* Nothing takes the sound and no sink says why: the source alone notices. */
static void
test_sound_goes_nowhere (void)
{
  LegatoPlayer *player = new_player ("tee", LEGATO_SECOND);

  legato_player_play (player);
  wait_for (player, has_ended);
  g_assert_true (legato_player_get_silent (player));
  g_assert_cmpint (n_silent, ==, 1);
  g_assert_cmpint (n_failed, ==, 0);
  g_assert_finalize_object (player);
}

/* One that takes its sound too slowly, and one that takes none for half a minute. */
static void
test_slow_sinks (void)
{
  const char *const sinks[] = { "identity sleep-time=500000 ! " SYNCED,
                                "identity sleep-time=30000000 ! " SYNCED };

  for (gsize i = 0; i < G_N_ELEMENTS (sinks); i++)
    {
      LegatoPlayer *player = new_player (sinks[i], LONG);

      legato_player_seek (player, 20 * LEGATO_SECOND);
      legato_player_play (player);
      wait_for (player, is_silent);
      g_assert_cmpint (silent_at, <, 22 * LEGATO_SECOND);
      play_past (player, 20 * LEGATO_SECOND + LEGATO_SECOND / 2);
      g_assert_cmpint (n_silent, ==, 1);
      legato_player_stop (player);
      g_assert_cmpint (legato_player_get_position (player), ==, 0);
      g_assert_cmpint (n_failed, ==, 0);
      g_assert_finalize_object (player);
    }
}

/* A device that plays on while its clock has gone wrong: the position neither leaps nor stays where
 * it was. */
static void
test_odd_clocks (void)
{
  const GstClockTime times[] = {
    GST_CLOCK_TIME_NONE,                 /* it stands still */
    G_GUINT64_CONSTANT (1) << 62,        /* it is centuries ahead */
    G_MAXUINT64 - 4 * GST_SECOND,        /* before its begin; PulseAudio's has been seen here */
    G_GUINT64_CONSTANT (14386686887065), /* hours ahead */
  };

  odd_clock_register ();
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      LegatoPlayer *player = new_player (ODD_CLOCK_SINK, LONG);
      gint64 began = g_get_monotonic_time ();

      legato_player_play (player);
      play_past (player, LEGATO_SECOND);
      odd_clock_halt (times[i]);
      play_past (player, 3 * LEGATO_SECOND);
      assert_plays_from (player, 0, began);
      g_assert_cmpint (n_silent, ==, 0);
      g_assert_cmpint (n_ended, ==, 0);
      g_assert_cmpint (n_failed, ==, 0);
      g_assert_finalize_object (player);
    }
}

static void
test_sink_error_in_pause (void)
{
  LegatoPlayer *player = new_player ("identity error-after=1 ! " SYNCED, LEGATO_SECOND);

  legato_player_seek (player, LEGATO_SECOND / 2);
  legato_player_play (player);
  legato_player_pause (player);
  wait_for (player, is_silent);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PAUSED);
  g_assert_cmpint (legato_player_get_position (player), ==, LEGATO_SECOND / 2);
  legato_player_play (player);
  wait_for (player, has_ended);
  g_assert_finalize_object (player);
}

static void
test_time_scale (void)
{
  LegatoPlayer *player;

  g_setenv ("LEGATO_TEST_TEMPO", "60", TRUE);
  player = new_player (SYNCED, 60 * LEGATO_SECOND);
  g_unsetenv ("LEGATO_TEST_TEMPO");

  legato_player_play (player);
  play_past (player, 10 * LEGATO_SECOND);
  wait_for (player, has_ended);
  g_assert_cmpfloat (legato_player_get_tempo (player), ==, 1.0);
  g_assert_cmpint (legato_player_get_position (player), ==, 60 * LEGATO_SECOND);
  g_assert_finalize_object (player);
}

static void
test_position_cost (void)
{
  LegatoPlayer *player = new_player (SYNCED, 10 * LEGATO_SECOND);
  gint64 began;

  legato_player_play (player);
  play_past (player, LEGATO_SECOND / 5);
  began = g_get_monotonic_time ();
  for (int i = 0; i < 100000; i++)
    legato_player_get_position (player);
  g_test_message ("%.3f µs for a position", (double) (g_get_monotonic_time () - began) / 1e5);
  g_assert_finalize_object (player);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/player/to-the-end", test_to_the_end);
  g_test_add_func ("/audio/player/pause", test_pause);
  g_test_add_func ("/audio/player/seek", test_seek);
  g_test_add_func ("/audio/player/replace", test_replace);
  g_test_add_func ("/audio/player/tempo", test_tempo);
  g_test_add_func ("/audio/player/volume", test_volume);
  g_test_add_func ("/audio/player/timbre", test_timbre);
  g_test_add_func ("/audio/player/no-device", test_no_device);
  g_test_add_func ("/audio/player/sink-error", test_sink_error);
  g_test_add_func ("/audio/player/sound-goes-nowhere", test_sound_goes_nowhere);
  g_test_add_func ("/audio/player/slow-sinks", test_slow_sinks);
  g_test_add_func ("/audio/player/odd-clocks", test_odd_clocks);
  g_test_add_func ("/audio/player/sink-error-in-pause", test_sink_error_in_pause);
  g_test_add_func ("/audio/player/time-scale", test_time_scale);
  g_test_add_func ("/audio/player/position-cost", test_position_cost);

  return g_test_run ();
}
