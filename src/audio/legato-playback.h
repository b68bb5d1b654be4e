/* legato-playback.h: the pipeline that a player plays with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gst/gst.h>

#include "legato-sequencer.h"

G_BEGIN_DECLS

/** LegatoPlayback: a sequencer's samples on their way to a device, from its opening to its closing
 */
typedef struct _LegatoPlayback LegatoPlayback;

LegatoPlayback *legato_playback_new (LegatoSequencer *sequencer, const char *sink, GError **error);
void legato_playback_close (LegatoPlayback *self, gboolean fade);

GstElement *legato_playback_get_pipeline (LegatoPlayback *self);
gboolean legato_playback_is_silent (LegatoPlayback *self);
gboolean legato_playback_notice (LegatoPlayback *self, GstMessage *message);

gint64 legato_playback_switch (LegatoPlayback *self, LegatoSequencer *sequencer);
void legato_playback_set_state (LegatoPlayback *self, GstState state);
void legato_playback_restart (LegatoPlayback *self);
gboolean legato_playback_is_busy (LegatoPlayback *self);

G_END_DECLS
