/* legato-mpris-track.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-desktop"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-mpris-track.h"

#define TRACK_ROOT "/io/github/legato_app/Legato/step/"
#define NO_TRACK "/org/mpris/MediaPlayer2/TrackList/NoTrack"

static gboolean
is_resting (LegatoSession *session)
{
  return legato_session_get_state (session) == LEGATO_SESSION_RESTING;
}

/**
 * legato_mpris_track_get_index:
 * @session: (nullable)
 *
 * Returns: the step that is shown: in the countdown, that which follows; after the last one, their
 *   number, for the rest; -1 if no session is under way
 */
int
legato_mpris_track_get_index (LegatoSession *session)
{
  if (session == NULL || !legato_session_is_running (session))
    return -1;
  if (is_resting (session))
    return (int) legato_plan_get_n_steps (legato_session_get_plan (session));
  return MAX (legato_session_get_step (session), 0);
}

/** Returns: (transfer full): the object path that names a track */
char *
legato_mpris_track_dup_id (int index)
{
  return index < 0 ? g_strdup (NO_TRACK) : g_strdup_printf (TRACK_ROOT "%d", index);
}

/** Returns: where the track begins on the session's timeline, in nanoseconds */
gint64
legato_mpris_track_get_onset (LegatoSession *session)
{
  int index = legato_mpris_track_get_index (session);

  if (index < 0 || is_resting (session))
    return 0;
  return legato_timeline_get_step_onset (legato_session_get_timeline (session), (guint) index);
}

/** Returns: nanoseconds */
gint64
legato_mpris_track_get_length (LegatoSession *session)
{
  int index = legato_mpris_track_get_index (session);

  if (index < 0)
    return 0;
  if (is_resting (session))
    return legato_session_get_rest (session) * LEGATO_SECOND;
  return legato_timeline_get_step_length (legato_session_get_timeline (session), (guint) index);
}

/** Returns: nanoseconds from the start of the track; 0 in the countdown */
gint64
legato_mpris_track_get_position (LegatoSession *session)
{
  gint64 length = legato_mpris_track_get_length (session);

  if (legato_mpris_track_get_index (session) < 0)
    return 0;
  if (is_resting (session))
    return length - legato_session_get_rest_left (session) * LEGATO_SECOND;
  return CLAMP (legato_session_get_position (session) - legato_mpris_track_get_onset (session), 0,
                length);
}

/** Returns: (transfer none): "Playing", "Paused" or "Stopped" */
const char *
legato_mpris_track_get_status (LegatoSession *session)
{
  if (session == NULL)
    return "Stopped";
  switch (legato_session_get_state (session))
    {
    case LEGATO_SESSION_COUNTDOWN:
    case LEGATO_SESSION_PLAYING:
    case LEGATO_SESSION_RESTING:
      return "Playing";
    case LEGATO_SESSION_PAUSED:
    case LEGATO_SESSION_HURT:
      return "Paused";
    case LEGATO_SESSION_READY:
    case LEGATO_SESSION_FINISHED:
      break;
    }
  return "Stopped";
}

static char *
dup_title (LegatoSession *session, int index)
{
  if (is_resting (session))
    return g_strdup (_ ("Rest with your legs raised"));
  return legato_step_dup_title (
      legato_plan_get_step (legato_session_get_plan (session), (guint) index));
}

/**
 * legato_mpris_track_make_metadata:
 * @session: (nullable)
 * @art_uri: (nullable): of a picture of the place
 *
 * Returns: (transfer floating): the track as `a{sv}`
 */
GVariant *
legato_mpris_track_make_metadata (LegatoSession *session, const char *art_uri)
{
  int index = legato_mpris_track_get_index (session);
  g_autofree char *id = legato_mpris_track_dup_id (index);
  const LegatoRoutine *routine = NULL;
  g_autofree char *title = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "mpris:trackid", "o", id);
  if (index < 0)
    return g_variant_dict_end (&dict);

  title = dup_title (session, index);
  routine = legato_plan_get_routine (legato_session_get_plan (session));
  g_variant_dict_insert (&dict, "xesam:title", "s", title);
  g_variant_dict_insert (&dict, "xesam:trackNumber", "i", index + 1);
  g_variant_dict_insert (&dict, "mpris:length", "x",
                         legato_mpris_track_get_length (session) / 1000);
  if (routine != NULL)
    g_variant_dict_insert (&dict, "xesam:album", "s", routine->name);
  if (art_uri != NULL && !is_resting (session))
    g_variant_dict_insert (&dict, "mpris:artUrl", "s", art_uri);
  return g_variant_dict_end (&dict);
}
