/* test-notices.c: what the desktop shows of the program, maybe on a locked screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../session/fake-player.h"
#include "legato-end-notice.h"
#include "legato-guide.h"
#include "legato-planner.h"
#include "legato-reminder-notices.h"
#include "../load-guide.h"

#define SESSION "3f1c2f0e-7c0c-4d5e-9a52-6a3a3a0c1b11"
#define NOTIFICATIONS "org.freedesktop.Notifications"

static const char interface_xml[] =
    "<node><interface name='" NOTIFICATIONS "'>"
    "<method name='Notify'><arg type='s'/><arg type='u'/><arg type='s'/><arg type='s'/>"
    "<arg type='s'/><arg type='as'/><arg type='a{sv}'/><arg type='i'/>"
    "<arg type='u' direction='out'/></method>"
    "<method name='CloseNotification'><arg type='u'/></method>"
    "</interface></node>";

typedef struct
{
  char *folder;
  GSettings *settings;
  LegatoJournalConnection *connection;
  LegatoReminders *reminders;
  LegatoBackground *background;
  GApplication *application;
  GDBusConnection *desktop; /* a line of its own, so that it is another program to the bus */
  guint registered;
  guint shown;
  GString *actions; /* what the buttons do, one a line */
  GString *texts;   /* all that was shown: title, text and buttons */
  GString *closed;  /* numbers of what was taken back */
  guint n_closed;
  guchar most_urgent;
} Fixture;

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Fixture *fixture = data;

  if (g_str_equal (method, "Notify"))
    {
      g_autofree const char **actions = NULL;
      const char *title = NULL;
      const char *body = NULL;
      g_autoptr (GVariant) hints = NULL;
      guint32 replaced = 0;
      guchar urgency = 0;

      g_variant_get (arguments, "(&su&s&s&s^a&s@a{sv}i)", NULL, &replaced, NULL, &title, &body,
                     &actions, &hints, NULL);
      g_assert_true (g_variant_lookup (hints, "urgency", "y", &urgency));
      fixture->most_urgent = MAX (fixture->most_urgent, urgency);
      g_string_append_printf (fixture->texts, "%s\n%s\n", title, body);
      for (guint i = 0; actions[i] != NULL && actions[i + 1] != NULL; i += 2)
        {
          g_string_append_printf (fixture->actions, "%s\n", actions[i]);
          g_string_append_printf (fixture->texts, "%s\n", actions[i + 1]);
        }
      fixture->shown++;
      /* What takes the place of another has its number. */
      g_dbus_method_invocation_return_value (
          invocation, g_variant_new ("(u)", replaced != 0 ? replaced : fixture->shown));
    }
  else
    {
      guint32 number = 0;

      g_variant_get (arguments, "(u)", &number);
      g_string_append_printf (fixture->closed, "%u ", number);
      fixture->n_closed++;
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* The desktop calls somebody over the bus. Whatever it answered before has arrived there when this
 * comes back. */
static void
call (Fixture *fixture,
      const char *name,
      const char *path,
      const char *interface,
      const char *method,
      GVariant *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  g_dbus_connection_call (fixture->desktop, name, path, interface, method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  answer = g_dbus_connection_call_finish (fixture->desktop, result, &error);
  g_assert_no_error (error);
}

static void
let_answers_arrive (Fixture *fixture)
{
  GDBusConnection *connection = g_application_get_dbus_connection (fixture->application);

  call (fixture, g_dbus_connection_get_unique_name (connection), "/", "org.freedesktop.DBus.Peer",
        "Ping", NULL);
}

/* @background: (nullable): what had come of asking to be started with the session */
static void
set_up (Fixture *fixture, gconstpointer background)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);
  fixture->actions = g_string_new (NULL);
  fixture->texts = g_string_new (NULL);
  fixture->closed = g_string_new (NULL);
  fixture->desktop =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->registered =
      g_dbus_connection_register_object (fixture->desktop, "/org/freedesktop/Notifications",
                                         node->interfaces[0], &vtable, fixture, NULL, &error);
  g_assert_no_error (error);
  call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
        "RequestName", g_variant_new ("(su)", NOTIFICATIONS, 0));

  fixture->folder = g_dir_make_tmp ("legato-notices-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  fixture->settings = g_settings_new (LEGATO_APP_ID);
  if (background != NULL)
    g_settings_set_string (fixture->settings, "background", background);
  fixture->connection = legato_journal_connection_new (path);
  fixture->reminders = legato_reminders_new (fixture->settings, fixture->connection);
  fixture->application = g_application_new (LEGATO_APP_ID, G_APPLICATION_DEFAULT_FLAGS);
  g_application_register (fixture->application, NULL, &error);
  g_assert_no_error (error);
  fixture->background = legato_background_new (
      fixture->settings, g_application_get_dbus_connection (fixture->application));
  legato_reminder_notices_attach (fixture->application, fixture->reminders, fixture->background);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  g_object_unref (fixture->background);
  g_object_unref (fixture->reminders);
  g_object_unref (fixture->connection);
  g_object_unref (fixture->settings);
  g_object_unref (fixture->application);
  g_dbus_connection_unregister_object (fixture->desktop, fixture->registered);
  g_object_unref (fixture->desktop);
  g_string_free (fixture->actions, TRUE);
  g_string_free (fixture->texts, TRUE);
  g_string_free (fixture->closed, TRUE);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
show (Fixture *fixture, LegatoReminder reminder)
{
  guint before = fixture->shown;

  g_signal_emit_by_name (fixture->reminders, "due", reminder, SESSION);
  while (fixture->shown == before)
    g_main_context_iteration (NULL, TRUE);
  let_answers_arrive (fixture);
}

static void
take_back (Fixture *fixture, LegatoReminder reminder)
{
  guint before = fixture->n_closed;

  g_signal_emit_by_name (fixture->reminders, "answered", reminder);
  while (fixture->n_closed == before)
    g_main_context_iteration (NULL, TRUE);
  let_answers_arrive (fixture);
}

static gboolean
says (const Fixture *fixture, const char *word)
{
  g_autofree char *texts = g_utf8_casefold (fixture->texts->str, -1);
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return strstr (texts, folded) != NULL;
}

static void
assert_tells_nothing (const Fixture *fixture, LegatoGuide *guide)
{
  static const char *const words[] = { "thromb", "varic",  "diabet",  "pregnan", "lymph", "oedema",
                                       "edema",  "cancer", "wound",   "cramp",   "heavy", "sore",
                                       "medic",  "doctor", "disease", "blood",   "vein",  "injur" };
  GPtrArray *zones = legato_guide_get_zones (guide);

  g_assert_cmpuint (zones->len, >, 0);
  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      if (says (fixture, zone->name))
        g_error ("A notice names a place: %s", zone->name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (says (fixture, words[i]))
      g_error ("A notice tells of somebody's health: %s", words[i]);
  for (const char *c = fixture->texts->str; *c != '\0'; c++)
    g_assert_false (g_ascii_isdigit (*c));
}

/* Whoever passes a locked screen reads that there are legs, and nothing of how they are: no place,
 * no condition, no figure. */
static void
test_tells_nothing_of_anybody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoGuide) guide = NULL;

  guide = load_guide ();
  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    show (fixture, (LegatoReminder) i);

  g_assert_true (says (fixture, "Time for your legs"));
  assert_tells_nothing (fixture, guide);
  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    take_back (fixture, (LegatoReminder) i);
}

/* Nor does the end of a session tell of it, be it that something hurt or that the sound failed. */
static void
test_end_tells_nothing_of_anybody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };

  guide = load_guide ();
  request.routine = legato_guide_find_routine (guide, "three-minute");
  for (int fails = 0; fails < 2; fails++)
    {
      g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
      g_autoptr (FakePlayer) player = fake_player_new ();
      g_autoptr (LegatoSession) session = NULL;
      guint before = fixture->shown;

      g_assert_no_error (error);
      session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (player));
      legato_session_start (session);
      fake_player_pass (player, 60 * LEGATO_SECOND);
      if (fails)
        {
          fake_player_fail (player);
        }
      else
        {
          legato_session_hurt (session);
          legato_session_resolve_hurt (session, legato_guide_find_zone (guide, "calf"),
                                       LEGATO_LEG_LEFT, "stop-sharp", FALSE);
        }
      g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_FINISHED);
      legato_end_notice_send (fixture->application, session);
      while (fixture->shown == before)
        g_main_context_iteration (NULL, TRUE);
      let_answers_arrive (fixture);
    }

  g_assert_true (says (fixture, "Your session is over"));
  g_assert_true (says (fixture, "Your session broke off"));
  assert_tells_nothing (fixture, guide);
  legato_end_notice_withdraw (fixture->application);
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
  let_answers_arrive (fixture);
}

/* What was done elsewhere is taken back here, and only that. */
static void
test_takes_itself_back (Fixture *fixture, gconstpointer data)
{
  show (fixture, LEGATO_REMINDER_SESSION);  /* 1 */
  show (fixture, LEGATO_REMINDER_NEXT_DAY); /* 2 */
  show (fixture, LEGATO_REMINDER_LEGS_UP);  /* 3 */
  take_back (fixture, LEGATO_REMINDER_NEXT_DAY);
  take_back (fixture, LEGATO_REMINDER_SESSION);
  g_assert_cmpstr (fixture->closed->str, ==, "2 1 ");
  take_back (fixture, LEGATO_REMINDER_LEGS_UP);
}

/* "Show Me" opens a move that the guide knows, and no massage. */
static void
test_shows_the_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_auto (GStrv) lines = NULL;
  gboolean shows = FALSE;

  show (fixture, LEGATO_REMINDER_MOVE);
  lines = g_strsplit (fixture->actions->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "app.tip::"))
      {
        g_assert_nonnull (legato_guide_find_technique (guide, lines[i] + strlen ("app.tip::")));
        shows = TRUE;
      }
  g_assert_true (shows);
  take_back (fixture, LEGATO_REMINDER_MOVE);
}

/* An answer says which session it is about, there and back: another may be the latest by then. */
static void
test_answer_names_its_session (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) answers = NULL;
  const char *session = NULL;
  const char *moment = NULL;
  const char *compared = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  show (fixture, LEGATO_REMINDER_NEXT_DAY);
  lines = g_strsplit (fixture->actions->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && target == NULL; i++)
    if (strstr (lines[i], "worse") != NULL)
      g_assert_true (g_action_parse_detailed_name (lines[i], &action, &target, &error));
  g_assert_nonnull (target);
  g_assert_cmpstr (action, ==, "app.follow-up");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "follow-up", target);
  answers = g_settings_get_value (fixture->settings, "reminders-answers");
  g_assert_cmpuint (g_variant_n_children (answers), ==, 1);
  g_variant_get_child (answers, 0, "(&s&s&su)", &session, &moment, &compared, NULL);
  g_assert_cmpstr (session, ==, SESSION);
  g_assert_cmpstr (moment, ==, "next-day");
  g_assert_cmpstr (compared, ==, "worse");
  take_back (fixture, LEGATO_REMINDER_NEXT_DAY);
  /* No such session is in the journal: the answer is let go of. */
  while (g_variant_n_children (answers) > 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_variant_unref (answers);
      answers = g_settings_get_value (fixture->settings, "reminders-answers");
    }
}

/* Who answered, or chose to be reminded, is told if nothing comes of it. */
static void
test_tells_of_failure (Fixture *fixture, gconstpointer data)
{
  guint before = fixture->shown;

  g_signal_emit_by_name (fixture->reminders, "failed", "Your answer is not in your journal yet",
                         "No room");
  while (fixture->shown == before)
    g_main_context_iteration (NULL, TRUE);
  let_answers_arrive (fixture);
  g_assert_true (says (fixture, "not in your journal yet"));
  g_assert_true (says (fixture, "No room"));
  g_application_withdraw_notification (fixture->application, "reminders-failed");
  while (fixture->n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
  let_answers_arrive (fixture);
}

/* While a desktop is asked not to disturb, it holds back what is not urgent. */
static void
test_lets_be (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    show (fixture, (LegatoReminder) i);
  g_assert_cmpuint (fixture->most_urgent, ==, 0);
  for (int i = 0; i < LEGATO_N_REMINDERS; i++)
    take_back (fixture, (LegatoReminder) i);
}

/* Switched off and quit before the desktop answered: the next start takes it back. */
static void
test_background_is_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *answer = g_settings_get_string (fixture->settings, "background");

  while (*answer != '\0')
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (answer);
      answer = g_settings_get_string (fixture->settings, "background");
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("GNOTIFICATION_BACKEND", "freedesktop", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/notices/tells-nothing-of-anybody", test_tells_nothing_of_anybody);
  ADD ("/notices/end-tells-nothing-of-anybody", test_end_tells_nothing_of_anybody);
  ADD ("/notices/takes-itself-back", test_takes_itself_back);
  ADD ("/notices/shows-the-move", test_shows_the_move);
  ADD ("/notices/answer-names-its-session", test_answer_names_its_session);
  ADD ("/notices/tells-of-failure", test_tells_of_failure);
  ADD ("/notices/lets-be", test_lets_be);
#undef ADD
  g_test_add ("/notices/background-is-taken-back", Fixture, "allowed", set_up,
              test_background_is_taken_back, tear_down);

  return g_test_run ();
}
