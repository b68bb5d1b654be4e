/* legato-synth.h: renders a timeline to samples
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-timbre.h"
#include "legato-timeline.h"

G_BEGIN_DECLS

#define LEGATO_SAMPLE_RATE 48000
#define LEGATO_CHANNELS 2

/** Samples, 5 ms: the shortest ramp that is not heard as a click. */
#define LEGATO_RAMP 240

/** Louder than this no sample ever gets: -3 dB of full scale. */
#define LEGATO_PEAK 0.7

typedef struct _LegatoSynth LegatoSynth;

LegatoSynth *legato_synth_new (LegatoTimeline *timeline, LegatoTimbre timbre, double tempo);
void legato_synth_free (LegatoSynth *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoSynth, legato_synth_free)

gint64 legato_synth_get_n_samples (const LegatoSynth *self);
gint64 legato_synth_position_to_sample (const LegatoSynth *self, gint64 position);
gint64 legato_synth_sample_to_position (const LegatoSynth *self, gint64 sample);

void legato_synth_set_start (LegatoSynth *self, gint64 sample);
void legato_synth_render_f32 (const LegatoSynth *self, gint64 first, gsize n, float *out);
void legato_synth_convert_s16 (const float *in, gsize n, gint16 *out);

G_END_DECLS
