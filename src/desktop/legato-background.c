/* legato-background.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "legato-background.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* Is there in Flatpak's sandbox alone, out of which only the portal leads. */
#define SANDBOX "/.flatpak-info"

struct _LegatoBackground
{
  GObject parent_instance;

  /* Owned references */
  GSettings *settings;
  GDBusConnection *connection;
  GCancellable *cancellable; /* of the latest request */

  guint response; /* the subscription to its answer, or 0 */
  guint requests;
  gboolean wanted;
};

G_DEFINE_FINAL_TYPE (LegatoBackground, legato_background, G_TYPE_OBJECT)

/* Where sessions of any desktop look for what to start, and portals write it too. */
static char *
dup_autostart_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", LEGATO_APP_ID ".desktop", NULL);
}

/* Outside of the sandbox a portal does not always know which program asks, and not every desktop
 * has one. Returns whether the session will start the program. */
static gboolean
write_autostart (void)
{
  g_autofree char *path = dup_autostart_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) entry = g_key_file_new ();

  if (g_mkdir_with_parents (folder, 0700) < 0)
    return FALSE;
#define SET(key, value)                                                                            \
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_##key, value)
  SET (TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  SET (NAME, "Legato");
  SET (EXEC, "legato --gapplication-service");
  SET (TRY_EXEC, "legato");
  SET (ICON, LEGATO_APP_ID);
#undef SET
  return g_key_file_save_to_file (entry, path, NULL);
}

/* Returns: whether the session will not start the program. */
static gboolean
remove_autostart (void)
{
  g_autofree char *path = dup_autostart_path ();

  return g_unlink (path) == 0 || errno == ENOENT || errno == ENOTDIR;
}

/* Whether it was written before, and somebody took it away since, or told the session to pass it
 * over. That stays so until they put it back, or no reminder is wanted any more. */
static gboolean
was_taken_away (LegatoBackground *self)
{
  g_autofree char *path = dup_autostart_path ();
  g_autofree char *before = g_settings_get_string (self->settings, "background");
  g_autoptr (GKeyFile) entry = g_key_file_new ();

  return (g_str_equal (before, "allowed") || g_str_equal (before, "taken-away"))
         && (!g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, NULL)
             || g_key_file_get_boolean (entry, G_KEY_FILE_DESKTOP_GROUP,
                                        G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL));
}

/* @answer: what the portal allows, or "missing" where there is none. The preferences say what came
 * of it. */
static void
settle (LegatoBackground *self, const char *answer)
{
  gboolean sandboxed = g_file_test (SANDBOX, G_FILE_TEST_EXISTS);

  if (!self->wanted || g_str_equal (answer, "refused"))
    {
      if (!sandboxed && !remove_autostart ())
        answer = "stays";
      else if (!self->wanted)
        answer = "";
    }
  else if (!sandboxed && was_taken_away (self))
    answer = "taken-away";
  else if (!sandboxed && write_autostart ())
    answer = "allowed";
  else if (!sandboxed && g_str_equal (answer, "missing"))
    answer = "failed";
  g_settings_set_string (self->settings, "background", answer);
}

static void
forget_request (LegatoBackground *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->response != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->response);
  self->response = 0;
}

static void
responded_cb (GDBusConnection *connection,
              const char *sender,
              const char *path,
              const char *interface,
              const char *name,
              GVariant *arguments,
              gpointer data)
{
  LegatoBackground *self = data;
  guint32 response = 2;
  gboolean background = FALSE;
  gboolean autostart = FALSE;
  g_autoptr (GVariant) results = NULL;

  if (!g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (arguments, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &background);
  g_variant_lookup (results, "autostart", "b", &autostart);
  forget_request (self);
  /* 2 is no answer of the person's or the desktop's, but an end for another reason. */
  settle (self, response == 2                              ? "missing"
                : response == 0 && background && autostart ? "allowed"
                                                           : "refused");
}

static void
requested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoBackground) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (handle != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  forget_request (self);
  settle (self, "missing");
}

/** Returns: whether something came of the last request, and that was not taken back since */
gboolean
legato_background_has_answer (LegatoBackground *self)
{
  g_autofree char *answer = NULL;

  g_return_val_if_fail (LEGATO_IS_BACKGROUND (self), FALSE);

  answer = g_settings_get_string (self->settings, "background");
  return *answer != '\0';
}

/**
 * legato_background_request:
 * @wanted: to be started with the session, and to go on without a window; or not any more
 * @reason: why, in words for the person, whom the desktop may ask
 *
 * By the portal, in the sandbox as well as outside of it; outside of it, by the folder of what a
 * session starts as well. Takes the place of a request that is not answered yet.
 */
void
legato_background_request (LegatoBackground *self, gboolean wanted, const char *reason)
{
  g_autofree char *token = NULL;
  g_autofree char *caller = NULL;
  g_autofree char *path = NULL;
  GVariantBuilder options;

  g_return_if_fail (LEGATO_IS_BACKGROUND (self) && reason != NULL);

  self->wanted = wanted;
  if (self->connection == NULL)
    {
      settle (self, "missing");
      return;
    }

  forget_request (self);
  self->cancellable = g_cancellable_new ();
  /* The answer may be there before the call returns. */
  token = g_strdup_printf ("legato%u", ++self->requests);
  caller = g_strdup (g_dbus_connection_get_unique_name (self->connection) + 1);
  path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", g_strdelimit (caller, ".", '_'), token);
  self->response = g_dbus_connection_signal_subscribe (
      self->connection, PORTAL, "org.freedesktop.portal.Request", "Response", path, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, responded_cb, self, NULL);

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (reason));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wanted));
  g_variant_builder_add (
      &options, "{sv}", "commandline",
      g_variant_new_strv ((const char *const[]){ "legato", "--gapplication-service", NULL }, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (
      self->connection, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background",
      "RequestBackground", g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"),
      G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, requested_cb, g_object_ref (self));
}

static void
legato_background_dispose (GObject *object)
{
  LegatoBackground *self = LEGATO_BACKGROUND (object);

  if (self->connection != NULL)
    forget_request (self);
  g_clear_object (&self->connection);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (legato_background_parent_class)->dispose (object);
}

static void
legato_background_class_init (LegatoBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_background_dispose;
}

static void
legato_background_init (LegatoBackground *self)
{
}

/**
 * legato_background_new:
 * @settings: those of the program
 * @connection: (nullable): the session bus; without it no portal is asked
 */
LegatoBackground *
legato_background_new (GSettings *settings, GDBusConnection *connection)
{
  LegatoBackground *self = g_object_new (LEGATO_TYPE_BACKGROUND, NULL);

  self->settings = g_object_ref (settings);
  g_set_object (&self->connection, connection);
  return self;
}
