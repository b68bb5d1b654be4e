/* legato-playback.h: the pipeline that a player plays with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gst/gst.h>

#include "legato-speech.h"
#include "legato-timbre.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

/** LegatoPlayback: source, conversion, volume and sink, from its opening to its closing */
typedef struct _LegatoPlayback LegatoPlayback;

LegatoPlayback *legato_playback_new (LegatoTimeline *timeline,
                                     LegatoTimbre timbre,
                                     const char *sink,
                                     GError **error);
void legato_playback_free (LegatoPlayback *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoPlayback, legato_playback_free)

GstElement *legato_playback_get_pipeline (LegatoPlayback *self);
gboolean legato_playback_is_silent (LegatoPlayback *self);
void legato_playback_set_speech (LegatoPlayback *self, LegatoSpeech *speech);
void legato_playback_set_volume (LegatoPlayback *self, double volume);
gboolean legato_playback_seek (LegatoPlayback *self, gint64 position, double speed);


G_END_DECLS
