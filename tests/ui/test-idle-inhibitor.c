/* test-idle-inhibitor.c: what the desktop is asked for while a session runs
 *
 * The desktop is one whose portal can keep the screen on, but not the machine from suspending.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"

#include "legato-play-view.h"
#include "legato-session-page.h"
#include "legato-idle-inhibitor.h"
#include "legato-person-model-testing.h"

#define REQUEST_PATH "/org/freedesktop/portal/desktop/request"
#define PORTAL_IDLE 8
#define HALF_AN_HOUR_S 1800

static int idle_wanted;    /* requests for the screen that stand */
static int suspend_wanted; /* requests that the portal has refused */

static GDBusMessage *
answer_inhibit (GDBusMessage *call)
{
  GDBusMessage *reply = g_dbus_message_new_method_reply (call);
  guint flags = 0;
  g_autofree char *handle = NULL;

  g_variant_get_child (g_dbus_message_get_body (call), 1, "u", &flags);
  if (flags == PORTAL_IDLE)
    g_atomic_int_inc (&idle_wanted);
  else
    g_atomic_int_inc (&suspend_wanted);
  handle = g_strdup_printf (REQUEST_PATH "/%s", flags == PORTAL_IDLE ? "idle" : "refused");
  g_dbus_message_set_body (reply, g_variant_new ("(o)", handle));
  return reply;
}

static GDBusMessage *
answer_close (GDBusMessage *call)
{
  if (g_str_has_suffix (g_dbus_message_get_path (call), "/idle"))
    g_atomic_int_add (&idle_wanted, -1);
  return g_dbus_message_new_method_reply (call);
}

/* Newer GTK wants to be told of the screen as well. */
static GDBusMessage *
answer_monitor (GDBusMessage *call)
{
  GDBusMessage *reply = g_dbus_message_new_method_reply (call);

  g_dbus_message_set_body (reply, g_variant_new ("(o)", REQUEST_PATH "/monitor"));
  return reply;
}

static GDBusMessage *
answer_properties (GDBusMessage *call)
{
  GDBusMessage *reply = g_dbus_message_new_method_reply (call);

  g_dbus_message_set_body (reply, g_variant_new ("(a{sv})", NULL));
  return reply;
}

/* Answers in the bus's own thread, since GTK waits for some answers. */
static GDBusMessage *
portal_cb (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer data)
{
  const char *member = g_dbus_message_get_member (message);
  g_autoptr (GDBusMessage) reply = NULL;

  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;
  if (g_strcmp0 (member, "Inhibit") == 0)
    reply = answer_inhibit (message);
  else if (g_strcmp0 (member, "Close") == 0)
    reply = answer_close (message);
  else if (g_strcmp0 (member, "CreateMonitor") == 0)
    reply = answer_monitor (message);
  else if (g_strcmp0 (member, "GetAll") == 0)
    reply = answer_properties (message);
  else
    return message;
  g_dbus_connection_send_message (bus, reply, G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
  g_object_unref (message);
  g_main_context_wakeup (NULL);
  return NULL;
}

static GDBusConnection *
start_portal (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  GDBusConnection *bus =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_autoptr (GVariant) taken = NULL;

  g_assert_no_error (error);
  g_dbus_connection_add_filter (bus, portal_cb, NULL, NULL);
  /* 4: at once, or not at all. */
  taken = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

static gboolean
screen_stays_on (void)
{
  return g_atomic_int_get (&idle_wanted) > 0;
}

static void
wait_for (gboolean on)
{
  while (screen_stays_on () != on)
    g_main_context_iteration (NULL, TRUE);
}

static void
run (GtkWidget *page, const char *action)
{
  GtkWidget *play = NULL;

  while ((play = ui_test_find (page, LEGATO_TYPE_PLAY_VIEW, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (play, action, NULL));
}

/* Shows a session of an application that the desktop knows. Returns: what keeps it awake */
static LegatoIdleInhibitor *
start_session (PageFixture *fixture, LegatoSessionPage **page, guint long_pause_s)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, "three-minute") };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);
  LegatoIdleInhibitor *inhibitor = NULL;

  legato_person_model_set_check_in (legato_context_get_person (fixture->context), check_in);
  *page = legato_session_page_new (fixture->context);
  legato_session_page_prepare (*page, &request);
  ui_test_show (fixture, GTK_WIDGET (*page), 700, 700);
  gtk_application_add_window (application, fixture->window);
  inhibitor = legato_idle_inhibitor_new (fixture->window, *page, long_pause_s);
  g_assert_false (screen_stays_on ());
  ui_test_click (GTK_WIDGET (*page), "Start");
  wait_for (TRUE);
  return inhibitor;
}

static void
test_from_start_to_end (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = NULL;
  g_autoptr (LegatoIdleInhibitor) inhibitor = start_session (fixture, &page, HALF_AN_HOUR_S);

  /* Suspending is asked for too, by itself. */
  g_assert_cmpint (g_atomic_int_get (&suspend_wanted), >, 0);
  run (GTK_WIDGET (page), "play.toggle");
  g_assert_true (screen_stays_on ());
  legato_session_page_stop (page);
  wait_for (FALSE);
}

static void
test_a_long_pause (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = NULL;
  g_autoptr (LegatoIdleInhibitor) inhibitor = start_session (fixture, &page, 0);

  run (GTK_WIDGET (page), "play.toggle");
  wait_for (FALSE);
  g_assert_true (legato_session_page_is_running (page));
  run (GTK_WIDGET (page), "play.toggle");
  wait_for (TRUE);
  legato_session_page_stop (page);
  wait_for (FALSE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDBusConnection) portal = NULL;
  int status = 0;

  /* As inside a Flatpak: GTK asks the portal. Older and newer ones read another word. */
  g_setenv ("GTK_USE_PORTAL", "1", TRUE);
  g_setenv ("GDK_DEBUG", "portals", TRUE);
  portal = start_portal ();
  ui_test_init_application (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/idle-inhibitor/" name, PageFixture, NULL, page_fixture_set_up, func,               \
              page_fixture_tear_down)
  ADD ("from-start-to-end", test_from_start_to_end);
  ADD ("a-long-pause", test_a_long_pause);

  status = g_test_run ();
  return status;
}
