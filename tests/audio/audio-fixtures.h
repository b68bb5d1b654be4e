/* audio-fixtures.h: timelines to listen to, and a place to write their sound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-synth.h"

LegatoTimeline *audio_fixture_new_timeline (const LegatoCue *cues, gsize n_cues, gint64 duration);
LegatoTimeline *audio_fixture_new_spaced (const LegatoCueKind *kinds, gsize n_kinds, gsize n_cues);
LegatoTimeline *audio_fixture_new_crowd (guint seconds);
LegatoTimeline *audio_fixture_new_routine (const char *id, gint64 lead_in);

gint64 audio_fixture_round_to_sample (gint64 position);

void audio_fixture_render (const LegatoSynth *synth, gint64 first, gsize n, gint16 *out);

gboolean audio_fixture_mount (const char *dir, gboolean read_only, const char *options);
gboolean audio_fixture_may_mount (const char *dir);
