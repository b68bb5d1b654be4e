/* test-player-server.c: whatever a sound server does, the session goes on at its place
 *
 * With a real server, whose device is taken away, held back, frozen and killed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <unistd.h>

#include "audio-fixtures.h"
#include "legato-player.h"
#include "sound-server.h"

/* No machine is so busy that it waits as long: nothing here needs more than some seconds. */
#define PATIENCE_S 1200

/* Longer than a test may take, however busy the machine is. */
#define LONG (2000 * LEGATO_SECOND)

/* More than what passes unnoticed between a fault and its discovery. */
#define SLACK (5 * LEGATO_SECOND)

static int n_silent;
static int n_failed;
static gint64 looked; /* when the player could last learn how far the sound is */

/* Nanoseconds on the system's clock. */
static gint64
get_now (void)
{
  return g_get_monotonic_time () * 1000;
}

static void
count_cb (int *count)
{
  (*count)++;
}

static gboolean
give_up_cb (gpointer data)
{
  LegatoPlayer *player = data;

  g_error ("waited in vain: at %.3f s, %s", (double) legato_player_get_position (player) / 1e9,
           legato_player_get_silent (player) ? "silent" : "heard");
  return G_SOURCE_REMOVE;
}

static LegatoPlayer *
new_player (const char *sink)
{
  const LegatoCue cue = { .kind = LEGATO_CUE_GLIDE, .length = LONG };
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_timeline (&cue, 1, LONG);
  LegatoPlayer *player = g_object_new (LEGATO_TYPE_PLAYER, "sink", sink, NULL);

  n_silent = n_failed = 0;
  looked = get_now ();
  g_signal_connect_swapped (player, "notify::silent", G_CALLBACK (count_cb), &n_silent);
  g_signal_connect_swapped (player, "failed", G_CALLBACK (count_cb), &n_failed);
  legato_player_set_timeline (player, timeline);

  return player;
}

/* It was at @position at @then, and has not leapt since: it is further by what has passed, at most.
 */
static void
assert_goes_on (LegatoPlayer *player, gint64 position, gint64 then)
{
  gint64 here = legato_player_get_position (player);
  double passed = (double) (get_now () - then) * legato_player_get_tempo (player);

  g_assert_cmpint (here, >, position - SLACK);
  g_assert_cmpint (here, <, position + (gint64) passed + SLACK);
}

/* Runs the main loop until the player is past @position and as silent as it should be; checks that
 * the position never leaps on the way. */
static void
wait_until (LegatoPlayer *player, gint64 position, gboolean silent)
{
  guint id = g_timeout_add_seconds (PATIENCE_S, give_up_cb, player);
  gint64 last = legato_player_get_position (player);

  while (legato_player_get_position (player) <= position
         || legato_player_get_silent (player) != silent)
    {
      gint64 then = looked;

      looked = get_now ();
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
      assert_goes_on (player, last, then);
      last = legato_player_get_position (player);
    }
  g_source_remove (id);
}

static void
play_for (LegatoPlayer *player, gint64 duration, gboolean silent)
{
  wait_until (player, legato_player_get_position (player) + duration, silent);
}

static LegatoPlayer *
start_playing (SoundServer *server)
{
  LegatoPlayer *player = new_player (sound_server_get_sink (server));

  legato_player_seek (player, 40 * LEGATO_SECOND);
  legato_player_play (player);
  play_for (player, LEGATO_SECOND, FALSE);

  return player;
}

/* It goes on in silence, says so once, and is heard again, once there is something to hear it
 * with. */
static void
check_loss_and_return (LegatoPlayer *player, SoundServer *server, void (*heal) (SoundServer *))
{
  wait_until (player, 0, TRUE);
  play_for (player, 2 * LEGATO_SECOND, TRUE);
  g_assert_cmpint (n_silent, ==, 1);

  /* All works as ever. */
  legato_player_pause (player);
  legato_player_set_tempo (player, 1.5);
  legato_player_seek (player, 90 * LEGATO_SECOND);
  legato_player_play (player);
  play_for (player, LEGATO_SECOND / 2, TRUE);

  heal (server);
  wait_until (player, 0, FALSE);
  play_for (player, LEGATO_SECOND / 2, FALSE);
  g_assert_cmpint (n_silent, ==, 2);
  g_assert_cmpint (n_failed, ==, 0);
  g_assert_cmpint (legato_player_get_position (player), >, 90 * LEGATO_SECOND);
  legato_player_stop (player);
  g_assert_cmpint (legato_player_get_position (player), ==, 0);
  g_assert_finalize_object (player);
}

static void
test_plays (void)
{
  g_autoptr (SoundServer) server = sound_server_new ();
  LegatoPlayer *player;
  gint64 position;
  gint64 then;

  if (server == NULL)
    return;
  player = start_playing (server);

  /* A short pause, and one in which the device goes to rest */
  for (int i = 0; i < 2; i++)
    {
      legato_player_pause (player);
      position = legato_player_get_position (player);
      for (int k = 0; k < (i == 0 ? 100 : 2500); k++)
        {
          looked = get_now ();
          g_main_context_iteration (NULL, FALSE);
          g_usleep (1000);
        }
      g_assert_cmpint (legato_player_get_position (player), ==, position);
      then = get_now ();
      legato_player_play (player);
      g_assert_cmpint (legato_player_get_position (player), >=, position);
      assert_goes_on (player, position, then);
      play_for (player, LEGATO_SECOND, FALSE);
    }
  g_assert_cmpint (n_silent, ==, 0);
  g_assert_cmpint (n_failed, ==, 0);
  g_assert_finalize_object (player);
}

static void
freeze (SoundServer *server)
{
  sound_server_signal (server, SIGSTOP);
}

static void
thaw (SoundServer *server)
{
  sound_server_signal (server, SIGCONT);
}

static void
pull_out (SoundServer *server)
{
  sound_server_order (server, "unload-module module-null-sink");
}

static void
plug_in (SoundServer *server)
{
  sound_server_order (server, "load-module module-null-sink sink_name=ear norewinds=1");
}

/* As when another program has the device to itself. */
static void
hold_back (SoundServer *server)
{
  sound_server_order (server, "suspend-sink ear 1");
}

static void
give_back (SoundServer *server)
{
  sound_server_order (server, "suspend-sink ear 0");
}

typedef struct
{
  void (*harm) (SoundServer *server);
  void (*heal) (SoundServer *server);
} Loss;

static const Loss killed = { sound_server_kill, sound_server_start };
static const Loss unplugged = { pull_out, plug_in };
static const Loss held_back = { hold_back, give_back };
static const Loss frozen = { freeze, thaw };

static void
test_loss (gconstpointer data)
{
  const Loss *loss = data;
  g_autoptr (SoundServer) server = sound_server_new ();
  LegatoPlayer *player;

  if (server == NULL)
    return;
  player = start_playing (server);
  loss->harm (server);
  check_loss_and_return (player, server, loss->heal);
}

/* Whoever stops, pauses or leaves is not kept waiting by a server that hangs. */
static void
test_frozen_from_the_start (void)
{
  g_autoptr (SoundServer) server = sound_server_new ();
  LegatoPlayer *player;
  gint64 longest = 0;

  if (server == NULL)
    return;
  sound_server_signal (server, SIGSTOP);
  player = new_player (sound_server_get_sink (server));

  for (int i = 0; i < 20; i++)
    {
      gint64 began = g_get_monotonic_time ();

      legato_player_play (player);
      g_assert_cmpint (legato_player_get_position (player), ==, 0);
      legato_player_pause (player);
      legato_player_seek (player, LEGATO_SECOND);
      legato_player_stop (player);
      g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_STOPPED);
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - began);
    }
  g_test_message ("play, pause, seek and stop together: %.1f ms at most", (double) longest / 1e3);

  legato_player_play (player);
  wait_until (player, LEGATO_SECOND, TRUE);
  g_assert_cmpint (n_silent, ==, 1);
  g_assert_finalize_object (player);
}

static void
test_frozen_while_paused (void)
{
  g_autoptr (SoundServer) server = sound_server_new ();
  LegatoPlayer *player;
  gint64 position;
  gint64 then;

  if (server == NULL)
    return;
  player = start_playing (server);
  sound_server_signal (server, SIGSTOP);
  legato_player_pause (player);
  position = legato_player_get_position (player);
  wait_until (player, 0, TRUE);
  g_assert_cmpint (legato_player_get_position (player), ==, position);
  g_assert_cmpint (legato_player_get_state (player), ==, LEGATO_PLAYER_PAUSED);
  then = get_now ();
  legato_player_play (player);
  play_for (player, LEGATO_SECOND, TRUE);
  assert_goes_on (player, position, then);
  sound_server_signal (server, SIGCONT);
  wait_until (player, 0, FALSE);
  g_assert_finalize_object (player);
}

static void
nap_over_cb (GObject *nap, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean *over = data;

  g_subprocess_wait_check_finish (G_SUBPROCESS (nap), result, &error);
  g_assert_no_error (error);
  *over = TRUE;
}

/* The machine sleeps, or so it seems: neither this program nor its clock's time goes on as usual.
 */
static void
check_sleep (const char *sink)
{
  LegatoPlayer *player = new_player (sink);
  g_autofree char *order =
      g_strdup_printf ("kill -STOP %d && sleep 4; kill -CONT %d", getpid (), getpid ());
  g_autoptr (GSubprocess) nap = NULL;
  g_autoptr (GError) error = NULL;
  gboolean over = FALSE;
  gint64 began;
  gint64 position;

  legato_player_play (player);
  play_for (player, LEGATO_SECOND, FALSE);

  began = looked;
  position = legato_player_get_position (player);
  nap = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "sh", "-c", order, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (nap, NULL, nap_over_cb, &over);
  while (!over)
    {
      looked = get_now ();
      g_main_context_iteration (NULL, TRUE);
    }

  play_for (player, LEGATO_SECOND, FALSE);
  /* All the time that has passed, but for the sleep. */
  position = legato_player_get_position (player) - position;
  g_assert_cmpint (position, <, get_now () - began - 3 * LEGATO_SECOND);
  g_assert_cmpint (n_silent, ==, 0);
  g_assert_finalize_object (player);
}

static void
test_sleep (void)
{
  g_autoptr (SoundServer) server = sound_server_new ();

  check_sleep ("fakesink sync=true");
  if (server != NULL)
    check_sleep (sound_server_get_sink (server));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/player-server/plays", test_plays);
  g_test_add_data_func ("/audio/player-server/killed", &killed, test_loss);
  g_test_add_data_func ("/audio/player-server/unplugged", &unplugged, test_loss);
  g_test_add_data_func ("/audio/player-server/held-back", &held_back, test_loss);
  g_test_add_data_func ("/audio/player-server/frozen", &frozen, test_loss);
  g_test_add_func ("/audio/player-server/frozen-from-the-start", test_frozen_from_the_start);
  g_test_add_func ("/audio/player-server/frozen-while-paused", test_frozen_while_paused);
  g_test_add_func ("/audio/player-server/sleep", test_sleep);

  return g_test_run ();
}
