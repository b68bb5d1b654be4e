/* legato-sequencer.h: one stream of samples out of timelines, and what lies where in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-speech.h"
#include "legato-timbre.h"

G_BEGIN_DECLS

/**
 * LegatoSequencer: renders the samples of what is played, one after the other
 *
 * Atomically reference counted (a boxed type). All but one thread may only take samples.
 */
typedef struct _LegatoSequencer LegatoSequencer;

#define LEGATO_TYPE_SEQUENCER (legato_sequencer_get_type ())
GType legato_sequencer_get_type (void);

LegatoSequencer *legato_sequencer_new (LegatoTimeline *timeline, LegatoTimbre timbre, double tempo);
LegatoSequencer *legato_sequencer_ref (LegatoSequencer *self);
void legato_sequencer_unref (LegatoSequencer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoSequencer, legato_sequencer_unref)

void legato_sequencer_jump (LegatoSequencer *self,
                            LegatoTimeline *timeline,
                            gint64 position,
                            gboolean running);
void legato_sequencer_rewind (LegatoSequencer *self, gint64 sample);
void legato_sequencer_set_speech (LegatoSequencer *self, LegatoSpeech *speech);
void legato_sequencer_set_tempo (LegatoSequencer *self, double tempo);
void legato_sequencer_set_timbre (LegatoSequencer *self, LegatoTimbre timbre);
void legato_sequencer_set_volume (LegatoSequencer *self, double volume);

LegatoTimeline *legato_sequencer_get_timeline (LegatoSequencer *self);
gsize legato_sequencer_render (LegatoSequencer *self, gsize n, float *out);
gboolean legato_sequencer_is_over (LegatoSequencer *self);

gint64 legato_sequencer_get_n_rendered (LegatoSequencer *self);
gint64 legato_sequencer_locate (LegatoSequencer *self, gint64 sample);

G_END_DECLS
