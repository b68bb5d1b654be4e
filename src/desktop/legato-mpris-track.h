/* legato-mpris-track.h: a session as a media player would describe it (internal)
 *
 * Each step is a track: next and previous lead from step to step, and a seek stays within one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-session.h"

G_BEGIN_DECLS

int legato_mpris_track_get_index (LegatoSession *session);
char *legato_mpris_track_dup_id (int index);
gint64 legato_mpris_track_get_onset (LegatoSession *session);
gint64 legato_mpris_track_get_length (LegatoSession *session);
gint64 legato_mpris_track_get_position (LegatoSession *session);
const char *legato_mpris_track_get_status (LegatoSession *session);
GVariant *legato_mpris_track_make_metadata (LegatoSession *session, const char *art_uri);

G_END_DECLS
