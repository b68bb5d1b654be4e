/* legato-mpris.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <math.h>

#include "legato-mpris-interface.h"
#include "legato-mpris-track.h"
#include "legato-mpris.h"

/* No session is so long: a day. */
#define FARTHEST_US (24 * 60 * 60 * G_GINT64_CONSTANT (1000000))

struct _LegatoMpris
{
  GObject parent_instance;

  /* Owned references */
  GDBusConnection *connection;
  LegatoSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *player_signals;
  char *art_uri;
  GHashTable *told; /* property name to GVariant: the values that listeners were sent last */

  LegatoSessionState state; /* of the session when it was looked at last */
  guint registered[2];
  guint name_id;
  guint tell_id;
};

enum
{
  RAISE,
  QUIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoMpris, legato_mpris, G_TYPE_OBJECT)

static LegatoPlayer *
get_player (LegatoMpris *self)
{
  return self->session != NULL ? legato_session_get_player (self->session) : NULL;
}

static gboolean
is_in_state (LegatoMpris *self, LegatoSessionState state)
{
  return self->session != NULL && legato_session_get_state (self->session) == state;
}

/* Between the countdown and the rest: there is a place to go to. */
static gboolean
is_movable (LegatoMpris *self)
{
  return is_in_state (self, LEGATO_SESSION_COUNTDOWN) || is_in_state (self, LEGATO_SESSION_PLAYING)
         || is_in_state (self, LEGATO_SESSION_PAUSED);
}

static GVariant *
get_root_property (const char *name)
{
  static const char *const none[] = { NULL };

  if (g_str_equal (name, "CanQuit") || g_str_equal (name, "CanRaise"))
    return g_variant_new_boolean (TRUE);
  if (g_str_equal (name, "HasTrackList"))
    return g_variant_new_boolean (FALSE);
  if (g_str_equal (name, "Identity"))
    return g_variant_new_string ("Legato");
  if (g_str_equal (name, "DesktopEntry"))
    return g_variant_new_string (LEGATO_APP_ID);
  return g_variant_new_strv (none, 0);
}

static GVariant *
get_rate (LegatoMpris *self, const char *name)
{
  guint slowest = 100;
  guint fastest = 100;

  if (self->session == NULL)
    return g_variant_new_double (1.0);
  if (g_str_equal (name, "Rate"))
    return g_variant_new_double (legato_session_get_tempo (self->session) / 100.0);
  legato_session_get_tempo_range (self->session, &slowest, &fastest);
  return g_variant_new_double ((g_str_equal (name, "MinimumRate") ? slowest : fastest) / 100.0);
}

static GVariant *
get_player_property (LegatoMpris *self, const char *name)
{
  if (g_str_equal (name, "PlaybackStatus"))
    return g_variant_new_string (legato_mpris_track_get_status (self->session));
  if (g_str_has_suffix (name, "Rate"))
    return get_rate (self, name);
  if (g_str_equal (name, "Metadata"))
    return legato_mpris_track_make_metadata (self->session, self->art_uri);
  if (g_str_equal (name, "Volume"))
    return g_variant_new_double (
        get_player (self) != NULL ? legato_player_get_volume (get_player (self)) : 1.0);
  if (g_str_equal (name, "Position"))
    return g_variant_new_int64 (
        self->session != NULL ? legato_mpris_track_get_position (self->session) / 1000 : 0);
  if (g_str_equal (name, "CanGoNext"))
    return g_variant_new_boolean (is_movable (self) || is_in_state (self, LEGATO_SESSION_RESTING));
  if (g_str_equal (name, "CanControl"))
    return g_variant_new_boolean (TRUE);
  /* To go back, play, pause and seek. */
  return g_variant_new_boolean (is_movable (self));
}

/* Listeners are told what has changed since they were told last, once for all that happens now. */
static gboolean
tell_cb (gpointer data)
{
  LegatoMpris *self = data;
  GDBusInterfaceInfo *player =
      g_dbus_node_info_lookup_interface (legato_mpris_get_node (), LEGATO_MPRIS_PLAYER);
  GVariantBuilder changed;
  guint n_changed = 0;

  self->tell_id = 0;
  g_variant_builder_init (&changed, G_VARIANT_TYPE ("a{sv}"));
  for (GDBusPropertyInfo **property = player->properties; *property != NULL; property++)
    {
      const char *name = (*property)->name;
      g_autoptr (GVariant) value = NULL;
      GVariant *told = g_hash_table_lookup (self->told, name);

      if (g_str_equal (name, "Position"))
        continue;
      value = g_variant_ref_sink (get_player_property (self, name));
      if (told != NULL && g_variant_equal (told, value))
        continue;
      g_variant_builder_add (&changed, "{sv}", name, value);
      g_hash_table_replace (self->told, g_strdup (name), g_variant_ref (value));
      n_changed++;
    }
  if (n_changed == 0)
    {
      g_variant_builder_clear (&changed);
      return G_SOURCE_REMOVE;
    }
  g_dbus_connection_emit_signal (
      self->connection, NULL, LEGATO_MPRIS_PATH, "org.freedesktop.DBus.Properties",
      "PropertiesChanged",
      g_variant_new ("(sa{sv}@as)", LEGATO_MPRIS_PLAYER, &changed, g_variant_new_strv (NULL, 0)),
      NULL);
  return G_SOURCE_REMOVE;
}

static void
tell_soon (LegatoMpris *self)
{
  if (self->tell_id == 0)
    self->tell_id = g_idle_add (tell_cb, self);
}

static void
own_name (LegatoMpris *self)
{
  gboolean wanted = self->session != NULL && legato_session_is_running (self->session);

  /* Without the name the desktop shows no controls; those of the window work all the same. */
  if (wanted && self->name_id == 0)
    self->name_id =
        g_bus_own_name_on_connection (self->connection, LEGATO_MPRIS_ROOT "." LEGATO_APP_ID,
                                      G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  else if (!wanted)
    g_clear_handle_id (&self->name_id, g_bus_unown_name);
}

static void
changed_cb (LegatoMpris *self)
{
  own_name (self);
  tell_soon (self);
}

static void
seeked_cb (LegatoMpris *self)
{
  g_dbus_connection_emit_signal (
      self->connection, NULL, LEGATO_MPRIS_PATH, LEGATO_MPRIS_PLAYER, "Seeked",
      g_variant_new ("(x)", legato_mpris_track_get_position (self->session) / 1000), NULL);
}

/* Listeners count on from where they were told, and in the countdown the track stands still. */
static void
state_cb (LegatoMpris *self)
{
  LegatoSessionState before = self->state;

  self->state = legato_session_get_state (self->session);
  if (before == LEGATO_SESSION_COUNTDOWN && self->state == LEGATO_SESSION_PLAYING)
    seeked_cb (self);
}

/* To @position of the track, in nanoseconds; past its end is the next one. */
static void
seek_in_track (LegatoMpris *self, gint64 position)
{
  if (!is_movable (self))
    return;
  if (position > legato_mpris_track_get_length (self->session))
    legato_session_skip (self->session);
  else
    legato_session_seek (self->session,
                         legato_mpris_track_get_onset (self->session) + MAX (position, 0));
}

static gboolean
is_track (LegatoMpris *self, const char *id)
{
  g_autofree char *now = legato_mpris_track_dup_id (legato_mpris_track_get_index (self->session));

  return g_str_equal (id, now);
}

/* Returns: whether the player knows the method */
static gboolean
call_player (LegatoMpris *self, const char *method, GVariant *args)
{
  static const struct
  {
    const char *method;
    void (*wish) (LegatoSession *session);
  } wishes[] = {
    { "Next", legato_session_skip },   { "Previous", legato_session_back },
    { "Pause", legato_session_pause }, { "Play", legato_session_resume },
    { "Stop", legato_session_stop },   { "PlayPause", legato_session_toggle },
  };
  const char *id = NULL;
  gint64 offset = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      if (!g_str_equal (method, wishes[i].method))
        continue;
      if (self->session != NULL)
        wishes[i].wish (self->session);
      return TRUE;
    }
  if (g_str_equal (method, "Seek"))
    {
      g_variant_get (args, "(x)", &offset);
      if (self->session != NULL)
        seek_in_track (self, legato_mpris_track_get_position (self->session)
                                 + CLAMP (offset, -FARTHEST_US, FARTHEST_US) * 1000);
      return TRUE;
    }
  if (g_str_equal (method, "SetPosition"))
    {
      g_variant_get (args, "(&ox)", &id, &offset);
      /* Meant for a track that is over, or out of its bounds: to be ignored, says MPRIS. */
      if (self->session != NULL && is_track (self, id) && offset >= 0
          && offset <= legato_mpris_track_get_length (self->session) / 1000)
        seek_in_track (self, offset * 1000);
      return TRUE;
    }
  return FALSE;
}

static void
method_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *args,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  g_autoptr (LegatoMpris) self = g_object_ref (data);

  if (g_str_equal (method, "Raise"))
    g_signal_emit (self, signals[RAISE], 0);
  else if (g_str_equal (method, "Quit"))
    g_signal_emit (self, signals[QUIT], 0);
  else if (!call_player (self, method, args))
    {
      g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED,
                                             "Legato plays no files");
      return;
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
get_property_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *name,
                 GError **error,
                 gpointer data)
{
  if (g_str_equal (interface, LEGATO_MPRIS_ROOT))
    return get_root_property (name);
  return get_player_property (data, name);
}

static gboolean
set_property_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *name,
                 GVariant *value,
                 GError **error,
                 gpointer data)
{
  LegatoMpris *self = data;
  double wanted = g_variant_get_double (value);

  if (self->session == NULL || !isfinite (wanted))
    return TRUE;
  if (g_str_equal (name, "Volume") && get_player (self) != NULL)
    legato_player_set_volume (get_player (self), CLAMP (wanted, 0.0, 1.0));
  else if (g_str_equal (name, "Rate") && wanted == 0.0)
    legato_session_pause (self->session);
  else if (g_str_equal (name, "Rate") && wanted > 0.0)
    legato_session_set_tempo (self->session, (guint) (MIN (wanted, 10.0) * 100.0 + 0.5));
  return TRUE;
}

static const GDBusInterfaceVTable vtable = { method_cb, get_property_cb, set_property_cb, { 0 } };

static void
legato_mpris_dispose (GObject *object)
{
  LegatoMpris *self = LEGATO_MPRIS (object);

  g_clear_handle_id (&self->name_id, g_bus_unown_name);
  g_clear_handle_id (&self->tell_id, g_source_remove);
  for (gsize i = 0; self->connection != NULL && i < G_N_ELEMENTS (self->registered); i++)
    if (self->registered[i] != 0)
      g_dbus_connection_unregister_object (self->connection, self->registered[i]);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->player_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (legato_mpris_parent_class)->dispose (object);
}

static void
legato_mpris_finalize (GObject *object)
{
  LegatoMpris *self = LEGATO_MPRIS (object);

  g_clear_pointer (&self->told, g_hash_table_unref);
  g_clear_pointer (&self->art_uri, g_free);

  G_OBJECT_CLASS (legato_mpris_parent_class)->finalize (object);
}

static void
legato_mpris_class_init (LegatoMprisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_mpris_dispose;
  object_class->finalize = legato_mpris_finalize;

  /** LegatoMpris::raise: the window is to be shown */
  signals[RAISE] = g_signal_new ("raise", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  /** LegatoMpris::quit: the program is to end */
  signals[QUIT] = g_signal_new ("quit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
legato_mpris_init (LegatoMpris *self)
{
  self->told =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  self->session_signals = g_signal_group_new (LEGATO_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::state", G_CALLBACK (state_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "seeked", G_CALLBACK (seeked_cb), self);
  self->player_signals = g_signal_group_new (LEGATO_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::volume", G_CALLBACK (tell_soon),
                                  self);
}

/**
 * legato_mpris_new:
 * @connection: the session bus
 *
 * Returns: (transfer full): a player on @connection, without a session
 */
LegatoMpris *
legato_mpris_new (GDBusConnection *connection)
{
  static const char *const names[] = { LEGATO_MPRIS_ROOT, LEGATO_MPRIS_PLAYER };
  LegatoMpris *self = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), NULL);

  self = g_object_new (LEGATO_TYPE_MPRIS, NULL);
  self->connection = g_object_ref (connection);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      self->registered[i] = g_dbus_connection_register_object (
          connection, LEGATO_MPRIS_PATH,
          g_dbus_node_info_lookup_interface (legato_mpris_get_node (), names[i]), &vtable, self,
          NULL, &error);
      if (error != NULL)
        g_warning ("%s", error->message);
    }
  return self;
}

/** legato_mpris_set_session: what is played and controlled; (nullable) */
void
legato_mpris_set_session (LegatoMpris *self, LegatoSession *session)
{
  g_return_if_fail (LEGATO_IS_MPRIS (self));
  g_return_if_fail (session == NULL || LEGATO_IS_SESSION (session));

  g_set_object (&self->session, session);
  self->state = session != NULL ? legato_session_get_state (session) : LEGATO_SESSION_READY;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->player_signals, get_player (self));
  changed_cb (self);
}

/** legato_mpris_set_art: the URI of a picture of the place that is massaged; (nullable) */
void
legato_mpris_set_art (LegatoMpris *self, const char *uri)
{
  g_return_if_fail (LEGATO_IS_MPRIS (self));

  g_free (self->art_uri);
  self->art_uri = g_strdup (uri);
  tell_soon (self);
}
