/* legato-voice-program.c: sentences to speech, by eSpeak NG, in a process of its own
 *
 * eSpeak NG reads past the end of a word until it meets a blank, for which it needs luck (1.51 and
 * 1.52: RULE_SYLLABLE in its dictionary.c), changes the locale of its process and keeps its state
 * in global variables. Here it harms nobody: Legato goes on without this program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-voice"

#include "config.h"

#include <espeak-ng/speak_lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "legato-voice-program.h"

static GArray *said; /* gint16, of the sentence that is spoken */

static int
said_cb (short *samples, int n_samples, espeak_EVENT *events)
{
  if (samples != NULL && n_samples > 0)
    g_array_append_vals (said, samples, (guint) n_samples);
  return 0;
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

/* Returns: whether it could be written; whoever asked may have gone */
static gboolean
answer (char *sentence, int rate)
{
  LegatoVoiceAnswer head = { .rate = rate };

  g_array_set_size (said, 0);
  if (espeak_Synth (sentence, strlen (sentence) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL,
                    NULL)
      == EE_OK)
    head.n_samples = said->len;
  return fwrite (&head, sizeof head, 1, stdout) == 1
         && fwrite (said->data, sizeof (gint16), head.n_samples, stdout) == head.n_samples
         && fflush (stdout) == 0;
}

int
main (int argc, char *argv[])
{
  const char *voice = NULL;
  char *sentence = NULL;
  gsize size = 0;
  gssize length = 0;
  int rate = 0;

  if (argc != 3)
    {
      fputs ("Usage: legato-voice LANGUAGE WORDS-A-MINUTE\n", stderr);
      return LEGATO_VOICE_EXIT_USAGE;
    }

  rate = espeak_Initialize (AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL, espeakINITIALIZE_DONT_EXIT);
  if (rate <= 0)
    return LEGATO_VOICE_EXIT_NO_DATA;
  voice = find_voice (argv[1]);
  if (voice == NULL || espeak_SetVoiceByName (voice) != EE_OK)
    return LEGATO_VOICE_EXIT_LANGUAGE;

  espeak_SetSynthCallback (said_cb);
  espeak_SetParameter (espeakRATE, atoi (argv[2]), 0);
  said = g_array_new (FALSE, FALSE, sizeof (gint16));
  while ((length = getline (&sentence, &size, stdin)) > 0)
    {
      if (sentence[length - 1] == '\n')
        sentence[length - 1] = '\0';
      if (!answer (sentence, rate))
        break;
    }
  free (sentence);
  g_array_unref (said);
  espeak_Terminate ();
  return LEGATO_VOICE_EXIT_DONE;
}
