/* legato-speech-mixer.h: puts speech over cues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-speech.h"

G_BEGIN_DECLS

/** What is left of the cues while somebody speaks: 12 dB less. */
#define LEGATO_SPEECH_DUCK 0.25f

/** Samples in which the cues get quieter before speech begins, and back after it has ended. */
#define LEGATO_SPEECH_DUCK_DOWN 7200
#define LEGATO_SPEECH_DUCK_UP 19200

typedef struct _LegatoSpeechMixer LegatoSpeechMixer;

LegatoSpeechMixer *legato_speech_mixer_new (void);
LegatoSpeechMixer *legato_speech_mixer_copy (const LegatoSpeechMixer *self);
void legato_speech_mixer_free (LegatoSpeechMixer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoSpeechMixer, legato_speech_mixer_free)

void legato_speech_mixer_seek (LegatoSpeechMixer *self,
                               LegatoSpeech *speech,
                               double tempo,
                               gint64 position,
                               gint64 sample);
void legato_speech_mixer_resume (LegatoSpeechMixer *self, gint64 sample);
void legato_speech_mixer_set_speech (LegatoSpeechMixer *self, LegatoSpeech *speech, gint64 sample);
void legato_speech_mixer_mix (LegatoSpeechMixer *self, gint64 first, gsize n, float *out);

G_END_DECLS
