/* legato-voice-espeak.c: sentences to speech, by eSpeak NG
 *
 * eSpeak NG keeps all of its state in global variables: whoever comes waits until the one before is
 * done, which is a few milliseconds. It speaks a thousand times faster than it sounds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-voice"

#include "config.h"

#include <espeak-ng/speak_lib.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-voice.h"

G_DEFINE_QUARK (legato_voice_error, legato_voice_error)

static GMutex lock;

/* Under the lock */
static int sample_rate; /* 0 until eSpeak NG runs */
static GArray *said;    /* gint16, while a sentence is spoken */

void
legato_voice_sound_clear (LegatoVoiceSound *self)
{
  g_clear_pointer (&self->samples, g_free);
}

static int
said_cb (short *samples, int n_samples, espeak_EVENT *events)
{
  if (samples != NULL && n_samples > 0)
    g_array_append_vals (said, samples, (guint) n_samples);
  return 0;
}

static gboolean
start (GError **error)
{
  int rate = 0;

  if (sample_rate > 0)
    return TRUE;

  rate = espeak_Initialize (AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL, espeakINITIALIZE_DONT_EXIT);
  if (rate <= 0)
    {
      g_set_error_literal (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_NO_DATA,
                           _ ("The voices of eSpeak NG are not installed (espeak-ng-data)."));
      return FALSE;
    }
  espeak_SetSynthCallback (said_cb);
  sample_rate = rate;
  return TRUE;
}

/* How well @voice speaks @language, 1 being best; 0 if it does not. */
static int
get_rank (const espeak_VOICE *voice, const char *language)
{
  /* Each language follows a byte that is its rank; a zero ends them. */
  for (const char *at = voice->languages; *at != '\0'; at += 1 + strlen (at + 1) + 1)
    if (g_ascii_strcasecmp (at + 1, language) == 0)
      return (guchar) *at;
  return 0;
}

/* Returns: (nullable): eSpeak NG's name for the voice that speaks @language best */
static const char *
find_voice (const char *language)
{
  const espeak_VOICE **voices = espeak_ListVoices (NULL);
  g_autofree char *wanted = g_strdelimit (g_strdup (language), "_", '-');
  const espeak_VOICE *best = NULL;

  /* "de-at" is spoken by "de" if it has no voice of its own. */
  while (best == NULL && *wanted != '\0')
    {
      char *dash = strrchr (wanted, '-');

      for (gsize i = 0; voices[i] != NULL; i++)
        {
          int rank = get_rank (voices[i], wanted);

          if (rank > 0 && (best == NULL || rank < get_rank (best, wanted)))
            best = voices[i];
        }
      *(dash != NULL ? dash : wanted) = '\0';
    }
  return best != NULL ? best->identifier : NULL;
}

static gboolean
choose_voice (const char *language, GError **error)
{
  const char *voice = NULL;

  if (!start (error))
    return FALSE;

  voice = find_voice (language);
  if (voice == NULL || espeak_SetVoiceByName (voice) != EE_OK)
    {
      g_set_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_LANGUAGE,
                   _ ("eSpeak NG has no voice for the language “%s”."), language);
      return FALSE;
    }
  return TRUE;
}

/**
 * legato_voice_check:
 * @language: a language's code, "de" or "pt-br"
 * @error: %LEGATO_VOICE_ERROR, says what is missing
 *
 * Returns: whether there is a voice for @language
 */
gboolean
legato_voice_check (const char *language, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_return_val_if_fail (language != NULL, FALSE);

  return choose_voice (language, error);
}

/**
 * legato_voice_say:
 * @sentence: in UTF-8
 * @language: its language's code, "de" or "pt-br"
 * @rate: how many times faster than %LEGATO_VOICE_WORDS_A_MINUTE, %LEGATO_VOICE_MIN_RATE to
 *   %LEGATO_VOICE_MAX_RATE
 * @sound: (out caller-allocates): the speech, free with legato_voice_sound_clear()
 * @error: %LEGATO_VOICE_ERROR
 *
 * May be called from any thread.
 *
 * Returns: whether it could be said
 */
gboolean
legato_voice_say (const char *sentence,
                  const char *language,
                  double rate,
                  LegatoVoiceSound *sound,
                  GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (gint16));
  espeak_ERROR status = EE_OK;

  g_return_val_if_fail (sentence != NULL && language != NULL && sound != NULL, FALSE);
  g_return_val_if_fail (rate >= LEGATO_VOICE_MIN_RATE && rate <= LEGATO_VOICE_MAX_RATE, FALSE);

  if (!choose_voice (language, error))
    return FALSE;

  espeak_SetParameter (espeakRATE, (int) (rate * LEGATO_VOICE_WORDS_A_MINUTE), 0);
  said = samples;
  status = espeak_Synth (sentence, strlen (sentence) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8,
                         NULL, NULL);
  said = NULL;
  if (status != EE_OK)
    {
      g_set_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_FAILED,
                   _ ("eSpeak NG could not say “%s”."), sentence);
      return FALSE;
    }

  sound->rate = sample_rate;
  sound->n_samples = samples->len;
  sound->samples = (gint16 *) (gpointer) g_array_free (g_steal_pointer (&samples), FALSE);
  return TRUE;
}
