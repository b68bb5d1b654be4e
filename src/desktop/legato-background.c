/* legato-background.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include "legato-background.h"

static void
requested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  /* Where no portal is, the program runs as long as its session does, and is started by hand. */
  if (answer == NULL)
    g_message ("Reminders will not start with the session: %s", error->message);
}

/**
 * legato_background_request:
 * @connection: (nullable): the session bus; without it nothing is asked
 * @wanted: to be started with the session, and to go on without a window; or not any more
 * @reason: why, in words for the person, whom the desktop may ask
 *
 * By the portal, in the sandbox as well as outside of it.
 */
void
legato_background_request (GDBusConnection *connection, gboolean wanted, const char *reason)
{
  GVariantBuilder options;

  g_return_if_fail (reason != NULL);

  if (connection == NULL)
    return;
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (reason));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wanted));
  g_variant_builder_add (
      &options, "{sv}", "commandline",
      g_variant_new_strv ((const char *const[]){ "legato", "--gapplication-service", NULL }, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (connection, "org.freedesktop.portal.Desktop",
                          "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Background",
                          "RequestBackground", g_variant_new ("(sa{sv})", "", &options),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, requested_cb,
                          NULL);
}
