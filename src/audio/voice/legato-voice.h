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
 * @LEGATO_VOICE_ERROR_FAILED: the program of the voice does not start, or says nothing
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

/** Samples of one channel; @n_samples is 0 if the sentence could not be said. */
typedef struct
{
  int rate; /* samples a second */
  gsize n_samples;
  const gint16 *samples;
} LegatoVoiceSound;

/** A sentence is said: @index is its place among those asked for, @sound is valid for the call. */
typedef void (*LegatoVoiceFunc) (gsize index, const LegatoVoiceSound *sound, gpointer data);

gboolean legato_voice_check (const char *language, GCancellable *cancellable, GError **error);
gboolean legato_voice_say (const char *const *sentences,
                           const char *language,
                           double rate,
                           GCancellable *cancellable,
                           LegatoVoiceFunc func,
                           gpointer data,
                           GError **error);

G_END_DECLS
