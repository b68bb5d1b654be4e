/* test-mpris.c: a session driven over the session bus, as media keys do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "../session/fake-player.h"
#include "legato-mpris.h"
#include "legato-planner.h"
#include "legato-session-testing.h"
#include "../load-guide.h"

#define NAME "org.mpris.MediaPlayer2." LEGATO_APP_ID
#define PATH "/org/mpris/MediaPlayer2"
#define ROOT "org.mpris.MediaPlayer2"
#define PLAYER "org.mpris.MediaPlayer2.Player"

typedef struct
{
  GDBusConnection *server;
  GDBusConnection *client;
  LegatoGuide *guide;
  FakePlayer *player;
  LegatoSession *session;
  LegatoMpris *mpris;
  GHashTable *changed; /* what the client was told of */
  GArray *seeked;
  guint n_told;
  guint told_id;
} Fixture;

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* What the other side answers; both sides live in this main context. */
static GVariant *
call (Fixture *fixture, const char *interface, const char *method, GVariant *args, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_dbus_connection_call (fixture->client, NAME, PATH, interface, method, args, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_dbus_connection_call_finish (fixture->client, result, error);
}

static void
wish (Fixture *fixture, const char *method, GVariant *args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = call (fixture, PLAYER, method, args, &error);

  g_assert_no_error (error);
}

static GVariant *
get (Fixture *fixture, const char *interface, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = call (fixture, "org.freedesktop.DBus.Properties", "Get",
                                      g_variant_new ("(ss)", interface, name), &error);
  GVariant *value = NULL;

  g_assert_no_error (error);
  g_variant_get (answer, "(v)", &value);
  return value;
}

static void
set (Fixture *fixture, const char *name, double value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      call (fixture, "org.freedesktop.DBus.Properties", "Set",
            g_variant_new ("(ssv)", PLAYER, name, g_variant_new_double (value)), &error);

  g_assert_no_error (error);
}

static void
assert_says (Fixture *fixture, const char *interface, const char *name, const char *expected)
{
  g_autoptr (GVariant) value = get (fixture, interface, name);
  g_autofree char *text = g_variant_print (value, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
signal_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *name,
           GVariant *args,
           gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GVariantIter) properties = NULL;
  const char *key = NULL;
  GVariant *value = NULL;

  if (g_str_equal (name, "Seeked"))
    {
      gint64 position = 0;

      g_variant_get (args, "(x)", &position);
      g_array_append_val (fixture->seeked, position);
      return;
    }
  fixture->n_told++;
  g_variant_get (args, "(&sa{sv}@as)", NULL, &properties, NULL);
  while (g_variant_iter_loop (properties, "{&sv}", &key, &value))
    g_hash_table_replace (fixture->changed, g_strdup (key), g_variant_ref (value));
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Signals come before the answer to a call that is made after them; then they wait for their turn
 * in the main context. */
static void
settle (Fixture *fixture)
{
  iterate ();
  g_variant_unref (get (fixture, ROOT, "Identity"));
  iterate ();
}

static gboolean
name_is_there (Fixture *fixture)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      fixture->client, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "NameHasOwner", g_variant_new ("(s)", NAME), NULL, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL,
      NULL);
  gboolean there = FALSE;

  g_variant_get (answer, "(b)", &there);
  return there;
}

static void
wait_for_name (Fixture *fixture, gboolean there)
{
  while (name_is_there (fixture) != there)
    g_main_context_iteration (NULL, FALSE);
}

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection =
      g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };

  fixture->server = connect_to_bus ();
  fixture->client = connect_to_bus ();
  fixture->changed =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  fixture->seeked = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->told_id =
      g_dbus_connection_signal_subscribe (fixture->client, NAME, NULL, NULL, PATH, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, fixture, NULL);

  fixture->guide = load_guide ();
  request.routine = legato_guide_find_routine (fixture->guide, "three-minute");
  plan = legato_planner_make (fixture->guide, &request, &error);
  g_assert_no_error (error);
  fixture->player = fake_player_new ();
  fixture->session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (fixture->player));
  fixture->mpris = legato_mpris_new (fixture->server);
  legato_mpris_set_session (fixture->mpris, fixture->session);
  g_assert_false (name_is_there (fixture));
  legato_session_start (fixture->session);
  wait_for_name (fixture, TRUE);
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->mpris);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->player);
  /* Signals that still wait for their turn would come to a fixture that is gone. */
  g_dbus_connection_signal_unsubscribe (fixture->client, fixture->told_id);
  iterate ();
  g_dbus_connection_close_sync (fixture->client, NULL, NULL);
  g_dbus_connection_close_sync (fixture->server, NULL, NULL);
  g_object_unref (fixture->client);
  g_object_unref (fixture->server);
  g_hash_table_unref (fixture->changed);
  g_array_unref (fixture->seeked);
  legato_guide_unref (fixture->guide);
}

static void
pass (Fixture *fixture, gint64 seconds)
{
  fake_player_pass (fixture->player, seconds * LEGATO_SECOND);
  legato_session_update (fixture->session);
}

static void
assert_title (Fixture *fixture, const char *expected)
{
  g_autoptr (GVariant) metadata = get (fixture, PLAYER, "Metadata");
  const char *title = NULL;

  g_assert_true (g_variant_lookup (metadata, "xesam:title", "&s", &title));
  g_assert_cmpstr (title, ==, expected);
}

static void
test_describes_itself (Fixture *fixture, gconstpointer data)
{
  assert_says (fixture, ROOT, "Identity", "'Legato'");
  assert_says (fixture, ROOT, "DesktopEntry", "'" LEGATO_APP_ID "'");
  assert_says (fixture, ROOT, "CanQuit", "true");
  assert_says (fixture, ROOT, "CanRaise", "true");
  assert_says (fixture, ROOT, "HasTrackList", "false");
  assert_says (fixture, ROOT, "SupportedUriSchemes", "[]");
  assert_says (fixture, ROOT, "SupportedMimeTypes", "[]");
  assert_says (fixture, PLAYER, "CanControl", "true");
  assert_says (fixture, PLAYER, "CanSeek", "true");
  assert_says (fixture, PLAYER, "MinimumRate", "0.5");
  /* Its glides are as fast as they may be. */
  assert_says (fixture, PLAYER, "MaximumRate", "1.0");
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  assert_says (fixture, PLAYER, "PlaybackStatus", "'Playing'");
  pass (fixture, 10);
  wish (fixture, "Pause", NULL);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_PAUSED);
  assert_says (fixture, PLAYER, "PlaybackStatus", "'Paused'");
  wish (fixture, "PlayPause", NULL);
  wish (fixture, "Play", NULL);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_PLAYING);
  wish (fixture, "Next", NULL);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
  wish (fixture, "Previous", NULL);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 0);
  wish (fixture, "Stop", NULL);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  wait_for_name (fixture, FALSE);
}

static void
test_metadata (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) metadata = NULL;
  const char *text = NULL;
  gint64 length = 0;
  int number = 0;

  legato_mpris_set_art (fixture->mpris, "file:///tmp/calf.png");
  pass (fixture, 6);
  assert_title (fixture, "Left leg: Gliding");
  wish (fixture, "Next", NULL);
  wish (fixture, "Next", NULL);
  metadata = get (fixture, PLAYER, "Metadata");
  g_assert_true (g_variant_lookup (metadata, "mpris:trackid", "&o", &text));
  g_assert_cmpstr (text, ==, "/io/github/legato_app/Legato/step/2");
  g_assert_true (g_variant_lookup (metadata, "xesam:trackNumber", "i", &number));
  g_assert_cmpint (number, ==, 3);
  g_assert_true (g_variant_lookup (metadata, "xesam:title", "&s", &text));
  g_assert_nonnull (strstr (text, "Left calf: "));
  g_assert_true (g_variant_lookup (metadata, "xesam:album", "&s", &text));
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_variant_lookup (metadata, "mpris:artUrl", "&s", &text));
  g_assert_cmpstr (text, ==, "file:///tmp/calf.png");
  g_assert_true (g_variant_lookup (metadata, "mpris:length", "x", &length));
  /* A locked screen shows it: what is done, and nothing of what somebody said or rated. */
  g_assert_cmpuint (g_variant_n_children (metadata), ==, 6);
  g_assert_cmpint (
      length, ==,
      legato_timeline_get_step_length (legato_session_get_timeline (fixture->session), 2) / 1000);
}

static void
test_seeking (Fixture *fixture, gconstpointer data)
{
  gint64 onset = legato_timeline_get_lead_in (legato_session_get_timeline (fixture->session));

  assert_says (fixture, PLAYER, "Position", "0");
  pass (fixture, 5 + 4);
  assert_says (fixture, PLAYER, "Position", "4000000");
  wish (fixture, "Seek", g_variant_new ("(x)", G_GINT64_CONSTANT (3000000)));
  assert_says (fixture, PLAYER, "Position", "7000000");
  wish (fixture, "Seek", g_variant_new ("(x)", -G_GINT64_CONSTANT (90000000)));
  assert_says (fixture, PLAYER, "Position", "0");
  wish (fixture, "SetPosition",
        g_variant_new ("(ox)", "/io/github/legato_app/Legato/step/0", G_GINT64_CONSTANT (2500000)));
  g_assert_cmpint (legato_session_get_position (fixture->session), ==,
                   onset + 5 * LEGATO_SECOND / 2);

  /* For another track, or out of bounds. */
  wish (fixture, "SetPosition",
        g_variant_new ("(ox)", "/io/github/legato_app/Legato/step/3", G_GINT64_CONSTANT (0)));
  wish (
      fixture, "SetPosition",
      g_variant_new ("(ox)", "/io/github/legato_app/Legato/step/0", G_GINT64_CONSTANT (999000000)));
  wish (fixture, "SetPosition",
        g_variant_new ("(ox)", "/io/github/legato_app/Legato/step/0", -G_GINT64_CONSTANT (1)));
  assert_says (fixture, PLAYER, "Position", "2500000");

  /* Past the end is the next one, and before the beginning that, however far. */
  wish (fixture, "Seek", g_variant_new ("(x)", G_MININT64));
  assert_says (fixture, PLAYER, "Position", "0");
  wish (fixture, "Seek", g_variant_new ("(x)", G_GINT64_CONSTANT (100000000)));
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
  wish (fixture, "Seek", g_variant_new ("(x)", G_MAXINT64));
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 2);
  settle (fixture);
  /* The first is the end of the countdown, in which a listener has counted on for nothing. */
  g_assert_cmpuint (fixture->seeked->len, ==, 7);
  g_assert_cmpint (g_array_index (fixture->seeked, gint64, 0), ==, 4000000);
  g_assert_cmpint (g_array_index (fixture->seeked, gint64, 1), ==, 7000000);
  g_assert_cmpint (g_array_index (fixture->seeked, gint64, 2), ==, 0);
  g_assert_cmpint (g_array_index (fixture->seeked, gint64, 3), ==, 2500000);
}

static void
test_rate (Fixture *fixture, gconstpointer data)
{
  set (fixture, "Rate", 0.5);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 50);
  assert_says (fixture, PLAYER, "Rate", "0.5");
  /* The glides of these three minutes are as fast as they may be. */
  set (fixture, "Rate", 77.0);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 100);
  set (fixture, "Rate", -1.0);
  set (fixture, "Rate", NAN);
  set (fixture, "Volume", NAN);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 100);
  set (fixture, "Rate", 0.0);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_PAUSED);
}

static void
test_changes_are_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *status = NULL;
  guint n_told = 0;

  pass (fixture, 8);
  settle (fixture);
  g_hash_table_remove_all (fixture->changed);
  n_told = fixture->n_told;
  legato_session_skip (fixture->session);
  legato_session_pause (fixture->session);
  settle (fixture);
  g_assert_true (g_hash_table_contains (fixture->changed, "PlaybackStatus"));
  status = g_variant_print (g_hash_table_lookup (fixture->changed, "PlaybackStatus"), FALSE);
  g_assert_cmpstr (status, ==, "'Paused'");
  g_assert_true (g_hash_table_contains (fixture->changed, "Metadata"));
  g_assert_false (g_hash_table_contains (fixture->changed, "Position"));
  g_assert_false (g_hash_table_contains (fixture->changed, "CanControl"));
  g_assert_cmpuint (fixture->n_told, ==, n_told + 1);
}

/* What hurts is not played on by a headset's button. */
static void
test_hurt_is_not_played_on (Fixture *fixture, gconstpointer data)
{
  pass (fixture, 10);
  legato_session_hurt (fixture->session);
  assert_says (fixture, PLAYER, "PlaybackStatus", "'Paused'");
  assert_says (fixture, PLAYER, "CanPlay", "false");
  wish (fixture, "Play", NULL);
  wish (fixture, "PlayPause", NULL);
  wish (fixture, "Next", NULL);
  wish (fixture, "Seek", g_variant_new ("(x)", G_GINT64_CONSTANT (1000000)));
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_HURT);
  legato_session_stop (fixture->session);
}

static void
test_rest (Fixture *fixture, gconstpointer data)
{
  legato_session_set_rest (fixture->session, 300);
  pass (fixture, 200);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_RESTING);
  assert_title (fixture, "Rest with your legs raised");
  fake_player_pass (fixture->player, 100 * LEGATO_SECOND);
  assert_says (fixture, PLAYER, "Position", "100000000");
  assert_says (fixture, PLAYER, "CanGoNext", "true");
  assert_says (fixture, PLAYER, "CanSeek", "false");
  wish (fixture, "Next", NULL);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
}

static void
count_cb (LegatoMpris *mpris, guint *count)
{
  (*count)++;
}

static void
test_raise_and_quit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint raised = 0;
  guint quit = 0;

  g_signal_connect (fixture->mpris, "raise", G_CALLBACK (count_cb), &raised);
  g_signal_connect (fixture->mpris, "quit", G_CALLBACK (count_cb), &quit);
  g_variant_unref (call (fixture, ROOT, "Raise", NULL, &error));
  g_assert_no_error (error);
  g_variant_unref (call (fixture, ROOT, "Quit", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (raised, ==, 1);
  g_assert_cmpuint (quit, ==, 1);
  g_assert_null (call (fixture, PLAYER, "OpenUri", g_variant_new ("(s)", "file:///x"), &error));
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/mpris/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("describes-itself", test_describes_itself);
  ADD ("buttons", test_buttons);
  ADD ("metadata", test_metadata);
  ADD ("seeking", test_seeking);
  ADD ("rate", test_rate);
  ADD ("changes-are-told", test_changes_are_told);
  ADD ("hurt-is-not-played-on", test_hurt_is_not_played_on);
  ADD ("rest", test_rest);
  ADD ("raise-and-quit", test_raise_and_quit);

  return g_test_run ();
}
