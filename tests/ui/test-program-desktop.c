/* test-program-desktop.c: media keys, a notification for who looks away, and the desktop's search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "legato-journal.h"
#include "legato-window-private.h"
#include "cut-off-fixture.h"
#include "program.h"

#include "xdotool.h"

#define NAME "org.mpris.MediaPlayer2." LEGATO_APP_ID
#define PATH "/org/mpris/MediaPlayer2"
#define PLAYER "org.mpris.MediaPlayer2.Player"
#define BUS "org.freedesktop.DBus"
#define SEARCH "org.gnome.Shell.SearchProvider2"
#define SEARCH_PATH "/io/github/legato_app/Legato/SearchProvider"

/* The media keys' end of the line. */
static GDBusConnection *bus;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The program answers from the main loop of this very process. */
static GVariant *
call_over (GDBusConnection *connection,
           const char *name,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *args)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GVariant *answer = NULL;

  g_dbus_connection_call (connection, name, path, interface, method, args, NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, NULL, answered_cb, &result);
  program_wait (result != NULL);
  answer = g_dbus_connection_call_finish (connection, result, &error);
  g_assert_no_error (error);
  return answer;
}

static GVariant *
call_name (const char *name,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *args)
{
  return call_over (bus, name, path, interface, method, args);
}

static void
call (const char *interface, const char *method)
{
  g_autoptr (GVariant) answer = call_name (NAME, PATH, interface, method, NULL);
}

static GVariant *
ask (const char *property)
{
  g_autoptr (GVariant) answer = call_name (NAME, PATH, "org.freedesktop.DBus.Properties", "Get",
                                           g_variant_new ("(ss)", PLAYER, property));
  g_autoptr (GVariant) boxed = g_variant_get_child_value (answer, 0);

  return g_variant_get_variant (boxed);
}

static gboolean
is_there (void)
{
  g_autoptr (GVariant) answer =
      call_name (BUS, "/org/freedesktop/DBus", BUS, "NameHasOwner", g_variant_new ("(s)", NAME));
  gboolean there;

  g_variant_get (answer, "(b)", &there);
  return there;
}

static gboolean
has_begun (void)
{
  g_autoptr (GVariant) position = ask ("Position");

  return g_variant_get_int64 (position) > 0;
}

/* Something of what is played, or %NULL. */
static char *
dup_metadata (const char *key)
{
  g_autoptr (GVariant) metadata = ask ("Metadata");
  char *text = NULL;

  g_variant_lookup (metadata, key, "s", &text);
  return text;
}

static gboolean
has_picture_of_calf (void)
{
  g_autofree char *uri = dup_metadata ("mpris:artUrl");

  return uri != NULL && g_str_has_suffix (uri, "/left-calf.png");
}

static void
start_session (void)
{
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
}

static void
press_media_keys (void)
{
  g_autoptr (GVariant) status = NULL;
  g_autofree char *title = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *path = NULL;
  g_autofree char *picture = NULL;
  gsize size = 0;

  g_assert_false (is_there ());
  start_session ();
  program_wait (is_there ());
  program_wait (has_begun ());
  call (PLAYER, "PlayPause");
  program_see ("Go on");
  status = ask ("PlaybackStatus");
  g_assert_cmpstr (g_variant_get_string (status, NULL), ==, "Paused");
  call (PLAYER, "Next");
  call (PLAYER, "Next");
  program_see ("Step 3 of 10");
  title = dup_metadata ("xesam:title");
  g_assert_true (g_str_has_prefix (title, "Left calf: "));

  program_wait (has_picture_of_calf ());
  uri = dup_metadata ("mpris:artUrl");
  path = g_filename_from_uri (uri, NULL, NULL);
  g_assert_true (g_file_get_contents (path, &picture, &size, NULL));
  g_assert_cmpuint (size, >, 8);
  g_assert_cmpmem (picture, 8, "\x89PNG\r\n\x1a\n", 8);

  call (PLAYER, "Previous");
  program_see ("Step 2 of 10");
  call (PLAYER, "Play");
  program_see ("Pause");
  call ("org.mpris.MediaPlayer2", "Raise");
  call (PLAYER, "Stop");
  program_wait (!is_there ());
  program_quit ();
}

static void
test_media_keys (void)
{
  program_run (press_media_keys, "--start", "three-minute", NULL);
}

static const char notifications[] =
    "<node><interface name='org.freedesktop.Notifications'>"
    "<method name='Notify'><arg type='s'/><arg type='u'/><arg type='s'/><arg type='s'/><arg "
    "type='s'/>"
    "<arg type='as'/><arg type='a{sv}'/><arg type='i'/><arg type='u' direction='out'/></method>"
    "<method name='CloseNotification'><arg type='u'/></method>"
    "</interface></node>";

/* What a click on it does has to be offered: some desktops do nothing otherwise. */
#define NOTIFIED "Notify Your session is over (default,); "
#define BROKEN "Notify Your Journal Did Not Open (default,); "

/* What the desktop was told to show or to take away, in order. */
static GString *told;

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *args,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  if (g_str_equal (method, "Notify"))
    {
      g_autofree const char **actions = NULL;
      g_autofree char *offered = NULL;
      const char *title = NULL;

      g_variant_get_child (args, 3, "&s", &title);
      g_variant_get_child (args, 5, "^a&s", &actions);
      offered = g_strjoinv (",", (char **) actions);
      g_string_append_printf (told, "Notify %s (%s); ", title, offered);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 7));
    }
  else
    {
      guint32 id;

      g_variant_get_child (args, 0, "u", &id);
      g_string_append_printf (told, "CloseNotification %u; ", id);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static guint
begin_to_show_notices (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (notifications, NULL);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  guint id = g_dbus_connection_register_object (bus, "/org/freedesktop/Notifications",
                                                node->interfaces[0], &vtable, NULL, NULL, &error);

  g_assert_no_error (error);
  answer = call_name (BUS, "/org/freedesktop/DBus", BUS, "RequestName",
                      g_variant_new ("(su)", "org.freedesktop.Notifications", 0));
  told = g_string_new (NULL);
  return id;
}

/* Once this is answered, so is all that was asked over it before. */
static void
reach_bus (GDBusConnection *connection)
{
  g_autoptr (GVariant) answer =
      call_over (connection, BUS, "/org/freedesktop/DBus", BUS, "GetId", NULL);
}

/* The desktop has been told, and its answer has come back: without the number in it a notice could
 * not be taken away. */
static void
wait_until_shown (const char *notice)
{
  GApplication *application = g_application_get_default ();

  program_wait (g_str_equal (told->str, notice));
  reach_bus (bus);
  reach_bus (g_application_get_dbus_connection (application));
}

static void
end_showing_notices (guint id)
{
  g_dbus_connection_unregister_object (bus, id);
  g_string_free (told, TRUE);
}

static void
look_away (void)
{
  start_session ();
  /* As when it is minimised: it goes on, and tells when it is over. */
  xdotool_run ("search --all --onlyvisible --pid %d --name ^Legato$ windowunmap --sync",
               (int) getpid ());
  wait_until_shown (NOTIFIED);
  xdotool_run ("search --all --pid %d --name ^Legato$ windowmap --sync windowfocus",
               (int) getpid ());
  program_enter ("Legato");
  program_see ("Well done: 3 minutes of massage.");
  program_wait (g_str_equal (told->str, NOTIFIED "CloseNotification 7; "));
  program_quit ();
}

static void
test_ends_unseen (void)
{
  guint id = begin_to_show_notices ();

  program_set_tempo (30);
  program_run (look_away, "--start", "three-minute", NULL);
  end_showing_notices (id);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* The reminders go on without a window, where nobody sees why the journal does not open. */
static void
look_at_a_broken_journal (void)
{
  LegatoWindow *window = LEGATO_WINDOW (program_get_window ());
  g_autoptr (LegatoJournalConnection) connection =
      g_object_ref (legato_context_get_connection (window->context));
  GApplication *application = g_application_get_default ();
  guint n_failed = 0;

  program_see ("See What Can Be Saved");
  g_application_hold (application);
  gtk_window_close (GTK_WINDOW (window));
  g_signal_connect_swapped (connection, "notify::error", G_CALLBACK (count_cb), &n_failed);
  /* Each look fails, and is said once. */
  for (guint i = 1; i <= 2; i++)
    {
      legato_journal_connection_open (connection);
      program_wait (n_failed == i);
    }
  g_signal_handlers_disconnect_by_data (connection, &n_failed);
  wait_until_shown (BROKEN);
  g_action_group_activate_action (G_ACTION_GROUP (application), "show", NULL);
  program_enter ("Legato");
  program_see ("See What Can Be Saved");
  program_wait (g_str_equal (told->str, BROKEN "CloseNotification 7; "));
  g_application_release (application);
  program_quit ();
}

static void
test_broken_journal (void)
{
  guint id = begin_to_show_notices ();

  program_make_journal ();
  program_break_journal ();
  program_run (look_at_a_broken_journal, NULL);
  end_showing_notices (id);
}

/* Another program may ask for what the guide does not know: that leaves all as it is. */
static void
choose_nonsense (void)
{
  static const char *const words[] = { "calf", NULL };
  static const char *const ids[] = { "technique:levitation", "technique:",      "zone:wing",
                                     "goal:riches",          "exercise:flying", "tip:none",
                                     "day:tomorrow",         "routine:flight" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GVariant) done = call_name (LEGATO_APP_ID, SEARCH_PATH, SEARCH, "ActivateResult",
                                             g_variant_new ("(s^asu)", ids[i], words, 0));
    }
  program_see ("Legs");
  /* It may have been deleted since. */
  program_see ("This routine is no longer there.");
  program_quit ();
}

static void
test_nonsense_chosen (void)
{
  program_run (choose_nonsense, NULL);
}

/* A day that the desktop's search has found is opened in the journal, whatever was looked for there
 * before; a day that there is not leaves all as it is. */
static void
choose_a_day (void)
{
  static const char *const words[] = { "journal", NULL };
  static const char *const month[] = { "May", "2020", NULL };
  static const char *const noted_words[] = { "stairs", "journal", NULL };
  g_autoptr (GVariant) done = NULL;
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariant) noted = NULL;
  g_autoptr (GVariant) nonsense = NULL;

  done = call_name (LEGATO_APP_ID, SEARCH_PATH, SEARCH, "ActivateResult",
                    g_variant_new ("(s^asu)", "day:2020-05-04", words, 0));
  program_see ("Monday, 4 May 2020");
  program_see ("How your legs felt");
  program_see_no ("Tuesday, 5 May 2020");
  nonsense = call_name (LEGATO_APP_ID, SEARCH_PATH, SEARCH, "ActivateResult",
                        g_variant_new ("(s^asu)", "day:2020-05-40", words, 0));
  program_see ("Monday, 4 May 2020");

  /* All that a month has, and of a word in its notes. */
  all = call_name (LEGATO_APP_ID, SEARCH_PATH, SEARCH, "LaunchSearch",
                   g_variant_new ("(^asu)", month, 0));
  program_see ("Monday, 4 May 2020");
  program_see ("Tuesday, 5 May 2020");
  noted = call_name (LEGATO_APP_ID, SEARCH_PATH, SEARCH, "LaunchSearch",
                     g_variant_new ("(^asu)", noted_words, 0));
  program_see_no ("Monday, 4 May 2020");
  program_see ("Tuesday, 5 May 2020");
  program_quit ();
}

static void
test_day_chosen (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  program_make_journal ();
  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);
  for (int day = 4; day <= 5; day++)
    {
      g_autoptr (GDateTime) at = g_date_time_new (zone, 2020, 5, day, 12, 0, 0);
      g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);

      legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 3);
      g_free (entry->note);
      entry->note = g_strdup (day == 5 ? "stairs" : "");
      g_assert_true (legato_journal_add (journal, entry, &error));
    }
  g_clear_object (&journal);
  program_run (choose_a_day, NULL);
}

/* As a click on the reminder to move does. */
static void
show_the_move (void)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "tip",
                                  g_variant_new_string ("walk-on-the-spot"));
  program_enter ("Good to know");
  program_see ("Stand up and march in place*");
  program_key ("Escape");
  program_enter ("Legato");
  program_quit ();
}

static void
test_move_shown (void)
{
  program_run (show_the_move, NULL);
}

/* What the desktop's search asks and is answered while the window is open. */
static gboolean
finds (const char *word, const char *id)
{
  const char *const words[] = { word, NULL };
  g_autoptr (GVariant) found = call_name (LEGATO_APP_ID, SEARCH_PATH, SEARCH, "GetInitialResultSet",
                                          g_variant_new ("(^as)", words));
  g_autofree const char **ids = NULL;

  g_variant_get (found, "(^a&s)", &ids);
  return g_strv_contains (ids, id);
}

/* It is offered until it goes on. */
static void
choose_to_continue (void)
{
  static const char *const words[] = { "continue", NULL };
  g_autoptr (GVariant) done = NULL;

  program_see ("Continue Where You Were");
  g_assert_true (finds ("continue", "room:continue"));
  done = call_name (LEGATO_APP_ID, SEARCH_PATH, SEARCH, "ActivateResult",
                    g_variant_new ("(s^asu)", "room:continue", words, 0));
  program_click ("All Fine, Go On");
  program_see ("Pause");
  program_wait (!finds ("continue", "room:continue"));
  program_quit ();
}

static void
test_chosen_to_continue (void)
{
  cut_off_session ("three-minute");
  program_run (choose_to_continue, NULL);
}

static void
search_for (const char *word)
{
  const char *const words[] = { word, NULL };
  g_autoptr (GVariant) done = call_name (LEGATO_APP_ID, SEARCH_PATH, SEARCH, "LaunchSearch",
                                         g_variant_new ("(^asu)", words, 0));
}

/* Whatever is shown gives way to what was found, but a warning sign is read about first, and a
 * session goes on. */
static void
search_from_questions (void)
{
  program_see ("Leg pain with a fever");
  search_for ("xyzzy");
  program_see ("Nothing found");
  program_quit ();
}

static void
search_with_a_sign (void)
{
  program_click ("Leg pain with a fever");
  search_for ("xyzzy");
  program_see ("See a doctor today");
  program_quit ();
}

static void
search_from_session (void)
{
  start_session ();
  search_for ("xyzzy");
  program_see ("Finish this session first.");
  program_see ("Pause");
  program_quit ();
}

static void
search_from_welcome (void)
{
  program_see ("Welcome to Legato");
  search_for ("xyzzy");
  program_see ("Nothing found");
  program_quit ();
}

static void
test_search_from_elsewhere (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  program_run (search_from_questions, "--check-in", NULL);
  program_run (search_with_a_sign, "--check-in", NULL);
  g_settings_set_boolean (settings, "welcomed", FALSE);
  program_run (search_from_welcome, NULL);
}

static void
test_search_from_session (void)
{
  program_run (search_from_session, "--start", "three-minute", NULL);
}

/* As if the computer had been off for three days. */
static GSettings *
sleep_for_days (void)
{
  GSettings *settings = g_settings_new (LEGATO_APP_ID);

  g_settings_set_uint (settings, "quiet-from", 0);
  g_settings_set_uint (settings, "quiet-until", 0);
  g_settings_set_int64 (settings, "reminders-shown",
                        g_get_real_time () / G_USEC_PER_SEC - 3 * 24 * 60 * 60);
  return settings;
}

/* With something to remind of, the program would stay. */
static void
quit_for_good (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_settings_reset (settings, "reminder-follow-ups");
  g_settings_reset (settings, "reminder-session-days");
  program_quit ();
}

static void
answer_what_was_missed (void)
{
  program_see ("How are your legs today?");
  program_click ("Open the Journal");
  program_see ("How were your legs two days after “Massage”?");
  program_see_no ("How are your legs today?");
  quit_for_good ();
}

static void
leave_what_was_missed (void)
{
  program_see ("Time for your legs");
  program_click ("Not Now");
  program_see_no ("Time for your legs");
  quit_for_good ();
}

/* What fell due meanwhile is said once, in the window: the question, or else the session. */
static void
test_missed (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) earlier = g_date_time_add_hours (now, -2);
  g_autoptr (GDateTime) at = g_date_time_add_days (now, -3);
  g_autoptr (LegatoEntry) session = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  program_make_journal ();
  settings = sleep_for_days ();
  g_settings_set_uint (settings, "reminder-session-days", 127);
  g_settings_set_uint (
      settings, "reminder-session-minute",
      (guint) (g_date_time_get_hour (earlier) * 60 + g_date_time_get_minute (earlier)));
  program_run (leave_what_was_missed, NULL);

  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (legato_journal_add (journal, session, &error));
  g_clear_object (&journal);
  g_clear_object (&settings);
  settings = sleep_for_days ();
  g_settings_set_boolean (settings, "reminder-follow-ups", TRUE);
  program_run (answer_what_was_missed, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  int status;

  program_test_init (&argc, &argv);
  g_setenv ("GNOTIFICATION_BACKEND", "freedesktop", TRUE);
  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  /* A line of its own, so that it is another program to the bus. */
  bus =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
  program_test_add ("/program/desktop/media-keys", test_media_keys);
  program_test_add ("/program/desktop/ends-unseen", test_ends_unseen);
  program_test_add ("/program/desktop/broken-journal", test_broken_journal);
  program_test_add ("/program/desktop/nonsense-chosen", test_nonsense_chosen);
  program_test_add ("/program/desktop/day-chosen", test_day_chosen);
  program_test_add ("/program/desktop/chosen-to-continue", test_chosen_to_continue);
  program_test_add ("/program/desktop/move-shown", test_move_shown);
  program_test_add ("/program/desktop/missed", test_missed);
  program_test_add ("/program/desktop/search-from-elsewhere", test_search_from_elsewhere);
  program_test_add ("/program/desktop/search-from-session", test_search_from_session);
  status = g_test_run ();
  g_object_unref (bus);
  return status;
}
