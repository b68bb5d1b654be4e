/* legato-voice.h: sentences to speech
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LEGATO_VOICE_ERROR (legato_voice_error_quark ())

/**
 * LegatoVoiceError:
 * @LEGATO_VOICE_ERROR_NOT_BUILT: this Legato was built without eSpeak NG
 * @LEGATO_VOICE_ERROR_NO_DATA: eSpeak NG's voices are not installed, or damaged
 * @LEGATO_VOICE_ERROR_LANGUAGE: there is no voice for the language
 * @LEGATO_VOICE_ERROR_FAILED: a sentence could not be spoken
 */
typedef enum
{
  LEGATO_VOICE_ERROR_NOT_BUILT,
  LEGATO_VOICE_ERROR_NO_DATA,
  LEGATO_VOICE_ERROR_LANGUAGE,
  LEGATO_VOICE_ERROR_FAILED,
} LegatoVoiceError;

GQuark legato_voice_error_quark (void);

/** A rate of 1, in words a minute: a little slower than eSpeak NG's own, for a calm voice. */
#define LEGATO_VOICE_WORDS_A_MINUTE 150

#define LEGATO_VOICE_MIN_RATE 0.6
#define LEGATO_VOICE_MAX_RATE 1.8

/** Samples of one channel. */
typedef struct
{
  int rate; /* samples a second */
  gsize n_samples;
  gint16 *samples;
} LegatoVoiceSound;

void legato_voice_sound_clear (LegatoVoiceSound *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LegatoVoiceSound, legato_voice_sound_clear)

gboolean legato_voice_check (const char *language, GError **error);
gboolean legato_voice_say (const char *sentence,
                           const char *language,
                           double rate,
                           LegatoVoiceSound *sound,
                           GError **error);

G_END_DECLS
