/* legato-speech.c: what a voice says during a timeline, as samples
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-speech"

#include "config.h"

#include <gst/audio/audio-resampler.h>
#include <math.h>

#include "legato-audio.h"
#include "legato-script.h"
#include "legato-speech.h"
#include "legato-synth.h"
#include "legato-voice.h"

/* Makes speech about as loud as the cues, so that it stands 13 dB above what is left of them
 * meanwhile (test-speech measures it). */
#define GAIN 0.6f

struct _LegatoSpeech
{
  LegatoTimeline *timeline;
  char *language;
  double rate;
  GPtrArray *lines;    /* LegatoSpeechLine */
  GHashTable *by_text; /* sentence: GArray of gint16, which is empty if it cannot be said */
};

G_DEFINE_BOXED_TYPE (LegatoSpeech, legato_speech, legato_speech_ref, legato_speech_unref)

static void
line_free (gpointer data)
{
  LegatoSpeechLine *line = data;

  g_ptr_array_unref (line->sounds);
  g_free (line);
}

/* Returns: (transfer full): @sound at our rate */
static GArray *
convert (const LegatoVoiceSound *sound)
{
  GstAudioResampler *resampler =
      gst_audio_resampler_new (GST_AUDIO_RESAMPLER_METHOD_KAISER, GST_AUDIO_RESAMPLER_FLAG_NONE,
                               GST_AUDIO_FORMAT_F32, 1, sound->rate, LEGATO_SAMPLE_RATE, NULL);
  /* Silence pushes out what the filter still holds at the end. */
  gsize n_in = sound->n_samples + gst_audio_resampler_get_max_latency (resampler);
  gsize n_out = gst_audio_resampler_get_out_frames (resampler, n_in);
  g_autofree float *in = g_new0 (float, n_in);
  g_autofree float *out = g_new0 (float, n_out);
  GArray *samples = g_array_sized_new (FALSE, FALSE, sizeof (gint16), (guint) n_out);
  float peak = 0.0f;
  float gain = GAIN;

  for (gsize i = 0; i < sound->n_samples; i++)
    in[i] = (float) sound->samples[i] / 32768.0f;
  gst_audio_resampler_resample (resampler, (gpointer[]){ in }, n_in, (gpointer[]){ out }, n_out);
  gst_audio_resampler_free (resampler);

  for (gsize i = 0; i < n_out; i++)
    peak = MAX (peak, fabsf (out[i]));
  if (peak * gain > LEGATO_SPEECH_PEAK)
    gain = LEGATO_SPEECH_PEAK / peak;

  for (gsize i = 0; i < n_out; i++)
    {
      gint16 sample = (gint16) lrintf (out[i] * gain * 32767.0f);

      g_array_append_val (samples, sample);
    }
  return samples;
}

/* Takes from @known what is said there already.
 *
 * Returns: (transfer container) (element-type utf8): the other sentences of @script, each once, and
 * a %NULL */
static GPtrArray *
take_known (LegatoSpeech *self, const GPtrArray *script, LegatoSpeech *known)
{
  GPtrArray *unknown = g_ptr_array_new ();

  for (guint i = 0; i < script->len; i++)
    {
      const LegatoScriptLine *line = g_ptr_array_index (script, i);

      for (gsize k = 0; line->sentences[k] != NULL; k++)
        {
          char *sentence = line->sentences[k];
          GArray *samples = known != NULL ? g_hash_table_lookup (known->by_text, sentence) : NULL;

          if (samples != NULL)
            g_hash_table_insert (self->by_text, g_strdup (sentence), g_array_ref (samples));
          else if (!g_ptr_array_find_with_equal_func (unknown, sentence, g_str_equal, NULL))
            g_ptr_array_add (unknown, sentence);
        }
    }
  g_ptr_array_add (unknown, NULL);
  return unknown;
}

/* What is said, and where its sounds go. */
typedef struct
{
  const GPtrArray *sentences;
  GHashTable *by_text;
} Saying;

static void
said_cb (gsize index, const LegatoVoiceSound *sound, gpointer data)
{
  const Saying *saying = data;

  g_hash_table_insert (saying->by_text, g_strdup (saying->sentences->pdata[index]),
                       sound->n_samples > 0 ? convert (sound)
                                            : g_array_new (FALSE, FALSE, sizeof (gint16)));
}

/* Adds what could be said of @said, if any could. */
static void
add_line (LegatoSpeech *self, const LegatoScriptLine *said)
{
  g_autoptr (GPtrArray) sounds = g_ptr_array_new ();
  LegatoSpeechLine *line = NULL;

  for (gsize k = 0; said->sentences[k] != NULL; k++)
    {
      GArray *samples = g_hash_table_lookup (self->by_text, said->sentences[k]);

      if (samples != NULL && samples->len > 0)
        g_ptr_array_add (sounds, samples);
    }
  if (sounds->len == 0)
    return;

  line = g_new0 (LegatoSpeechLine, 1);
  line->onset = said->onset;
  line->until = said->until;
  line->sounds = g_steal_pointer (&sounds);
  g_ptr_array_add (self->lines, line);
}

/**
 * legato_speech_new:
 * @timeline: during which it is said
 * @language: of the voice, see legato_script_dup_language()
 * @rate: 1 for a calm voice, %LEGATO_VOICE_MIN_RATE to %LEGATO_VOICE_MAX_RATE
 * @known: (nullable): another speech; what was said there alike need not be spoken again
 * @cancellable: (nullable): ends it at once
 * @error: %LEGATO_VOICE_ERROR, says what is missing, or %LEGATO_AUDIO_ERROR
 *
 * Speaks all that there is to say: about 0.2 s of work for half an hour. A sentence that the voice
 * cannot say is left out. Blocks; may be called from any thread.
 *
 * Returns: (transfer full) (nullable): the speech
 */
LegatoSpeech *
legato_speech_new (LegatoTimeline *timeline,
                   const char *language,
                   double rate,
                   LegatoSpeech *known,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (LegatoSpeech) self = NULL;
  g_autoptr (GPtrArray) script = NULL;
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GError) local = NULL;
  Saying saying = { 0 };

  g_return_val_if_fail (timeline != NULL && language != NULL, NULL);

  /* On a thread of its own it may be here before the playback has started GStreamer, without which
   * there is no resampler. */
  if (!legato_audio_init (error))
    return NULL;
  if (known != NULL && (known->rate != rate || !g_str_equal (known->language, language)))
    known = NULL;

  self = g_atomic_rc_box_new0 (LegatoSpeech);
  self->timeline = legato_timeline_ref (timeline);
  self->language = g_strdup (language);
  self->rate = rate;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->by_text =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  script = legato_script_new (timeline);
  unknown = take_known (self, script, known);
  saying = (Saying){ .sentences = unknown, .by_text = self->by_text };
  if (unknown->pdata[0] != NULL
      && !legato_voice_say ((const char *const *) unknown->pdata, language, rate, cancellable,
                            said_cb, &saying, &local)
      && !g_error_matches (local, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_FAILED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  for (guint i = 0; i < script->len; i++)
    add_line (self, g_ptr_array_index (script, i));
  /* What is known is said also where nothing new can be. */
  if (local != NULL && self->lines->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&self);
}

LegatoSpeech *
legato_speech_ref (LegatoSpeech *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
legato_speech_clear (gpointer data)
{
  LegatoSpeech *self = data;

  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->by_text);
  legato_timeline_unref (self->timeline);
  g_free (self->language);
}

void
legato_speech_unref (LegatoSpeech *self)
{
  g_atomic_rc_box_release_full (self, legato_speech_clear);
}

/** Returns: (transfer none): the timeline during which it is said */
LegatoTimeline *
legato_speech_get_timeline (LegatoSpeech *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->timeline;
}

guint
legato_speech_get_n_lines (LegatoSpeech *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->lines->len;
}

/** Returns: (transfer none): lines come by rising onset and do not overlap */
const LegatoSpeechLine *
legato_speech_get_line (LegatoSpeech *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->lines->len, NULL);
  return g_ptr_array_index (self->lines, index);
}
