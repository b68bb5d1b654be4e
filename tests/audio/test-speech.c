/* test-speech.c: what is said over the cues, to the sample
 *
 * The cues of these tests are +1 on the left and -1 on the right. What is said is the same on both
 * sides: half the sum is the speech, half the difference is what is left of the cues.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <math.h>

#include "audio-fixtures.h"
#include "legato-sequencer.h"
#include "legato-narrator.h"
#include "legato-script.h"
#include "legato-speech-mixer.h"
#include "legato-synth.h"
#include "legato-voice.h"
#include "legato-player-testing.h"

typedef struct
{
  LegatoTimeline *timeline;
  LegatoSpeech *speech;
  LegatoSpeechMixer *mixer;
} Fixture;

static gboolean
has_voice (void)
{
  g_autoptr (GError) error = NULL;

  if (legato_voice_check ("en", NULL, &error))
    return TRUE;
  g_test_skip (error->message);
  return FALSE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->timeline = audio_fixture_new_routine ("three-minute", LEGATO_LEAD_IN);
  self->mixer = legato_speech_mixer_new ();
  if (!has_voice ())
    return;
  self->speech = legato_speech_new (self->timeline, "en", 1.0, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->speech, legato_speech_unref);
  legato_speech_mixer_free (self->mixer);
  legato_timeline_unref (self->timeline);
}

/* Samples [@first, @last) in pieces of @piece. */
static float *
mix (LegatoSpeechMixer *mixer, gint64 first, gint64 last, gsize piece)
{
  float *out = g_new (float, 2 * (last - first));

  for (gint64 i = 0; i < last - first; i++)
    {
      out[2 * i] = 1.0f;
      out[2 * i + 1] = -1.0f;
    }
  for (gint64 at = first; at < last; at += (gint64) piece)
    legato_speech_mixer_mix (mixer, at, (gsize) MIN ((gint64) piece, last - at),
                             out + 2 * (at - first));
  return out;
}

static float
speech_of (const float *out, gint64 sample)
{
  return (out[2 * sample] + out[2 * sample + 1]) / 2.0f;
}

static float
cues_of (const float *out, gint64 sample)
{
  return (out[2 * sample] - out[2 * sample + 1]) / 2.0f;
}

static gint64
to_sample (gint64 position, double tempo)
{
  return llround ((double) position / tempo * 48000 / 1e9);
}

/* No step that a ramp of the cues, or the speech by itself, would not make. */
static void
check_no_click (const float *out, gint64 n)
{
  for (gint64 i = 1; i < n; i++)
    {
      g_assert_cmpfloat (fabsf (cues_of (out, i) - cues_of (out, i - 1)), <, 2e-4f);
      g_assert_cmpfloat (fabsf (speech_of (out, i) - speech_of (out, i - 1)), <, 0.25f);
    }
}

static void
test_sounds (Fixture *self, gconstpointer data)
{
  if (self->speech == NULL)
    return;

  g_assert_cmpuint (legato_speech_get_n_lines (self->speech), >, 5);
  for (guint i = 0; i < legato_speech_get_n_lines (self->speech); i++)
    {
      const LegatoSpeechLine *line = legato_speech_get_line (self->speech, i);

      g_assert_cmpuint (line->sounds->len, >=, 1);
      for (guint k = 0; k < line->sounds->len; k++)
        {
          const GArray *sound = g_ptr_array_index (line->sounds, k);
          int peak = 0;

          for (guint s = 0; s < sound->len; s++)
            peak = MAX (peak, ABS (g_array_index (sound, gint16, s)));
          g_assert_cmpuint (sound->len, >, 48000 / 4);
          g_assert_cmpint (peak, >, 5000);
          g_assert_cmpfloat (peak / 32767.0, <=, LEGATO_SPEECH_PEAK + 1e-4);
        }
    }
}

/* The voice is there from the line's first sample on, at any tempo with the same samples, and the
 * cues are quiet meanwhile. */
static void
check_tempo (Fixture *self, double tempo)
{
  gint64 n = to_sample (legato_timeline_get_duration (self->timeline), tempo);
  g_autofree float *out = NULL;
  g_autofree gboolean *may_speak = g_new0 (gboolean, n);

  legato_speech_mixer_seek (self->mixer, self->speech, tempo, 0, 0);
  out = mix (self->mixer, 0, n, 480);
  check_no_click (out, n);

  for (guint i = 0; i < legato_speech_get_n_lines (self->speech); i++)
    {
      const LegatoSpeechLine *line = legato_speech_get_line (self->speech, i);
      const GArray *sound = g_ptr_array_index (line->sounds, 0);
      gint64 start = to_sample (line->onset, tempo);
      gint64 until = to_sample (line->until, tempo);
      gint64 whole = MIN (start + sound->len, until) - 1440;

      for (gint64 s = start; s < whole; s++)
        {
          g_assert_cmpfloat_with_epsilon (
              speech_of (out, s), g_array_index (sound, gint16, s - start) / 32767.0f, 1e-6f);
          g_assert_cmpfloat_with_epsilon (cues_of (out, s), LEGATO_SPEECH_DUCK, 1e-6f);
        }
      for (gint64 s = start; s < until; s++)
        may_speak[s] = TRUE;
    }

  for (gint64 s = 0; s < n; s++)
    if (!may_speak[s])
      g_assert_cmpfloat (fabsf (speech_of (out, s)), <, 1e-6f);

  /* After the last line the cues come back altogether, if there is time for it. */
  if (tempo < 2.0)
    g_assert_cmpfloat_with_epsilon (cues_of (out, n - 1), 1.0f, 1e-6f);
}

static void
test_tempo (Fixture *self, gconstpointer data)
{
  const double tempos[] = { 1.0, 0.5, 1.5, 1.37, 20.0 };

  for (gsize i = 0; self->speech != NULL && i < G_N_ELEMENTS (tempos); i++)
    check_tempo (self, tempos[i]);
}

static void
test_pieces (Fixture *self, gconstpointer data)
{
  gint64 n = to_sample (40 * LEGATO_SECOND, 1.0);
  g_autofree float *whole = NULL;
  g_autofree float *pieces = NULL;

  if (self->speech == NULL)
    return;

  legato_speech_mixer_seek (self->mixer, self->speech, 1.0, 0, 0);
  whole = mix (self->mixer, 0, n, (gsize) n);
  legato_speech_mixer_seek (self->mixer, self->speech, 1.0, 0, 0);
  pieces = mix (self->mixer, 0, n, 331);
  g_assert_cmpmem (whole, (gsize) n * 8, pieces, (gsize) n * 8);
}

/* Half a word says nothing: whoever jumps into a line does not hear it. */
static void
test_seek_into_line (Fixture *self, gconstpointer data)
{
  const LegatoSpeechLine *line = NULL;
  g_autofree float *out = NULL;
  gint64 from;
  gint64 n;

  if (self->speech == NULL)
    return;

  line = legato_speech_get_line (self->speech, 1);
  from = to_sample (line->onset + LEGATO_SECOND / 2, 1.0);
  n = to_sample (line->until, 1.0) - from;
  legato_speech_mixer_seek (self->mixer, self->speech, 1.0, line->onset + LEGATO_SECOND / 2, from);
  out = mix (self->mixer, from, from + n, 480);
  for (gint64 s = 0; s < n - LEGATO_SPEECH_DUCK_DOWN; s++)
    {
      g_assert_cmpfloat (fabsf (speech_of (out, s)), <, 1e-6f);
      g_assert_cmpfloat_with_epsilon (cues_of (out, s), 1.0f, 1e-6f);
    }
}

/* Only the timeline gets faster: the sentence goes on where it was. */
static void
test_tempo_within_line (Fixture *self, gconstpointer data)
{
  const LegatoSpeechLine *line = NULL;
  const GArray *sound = NULL;
  double tempo = 1.0;
  gint64 said = 0;

  if (self->speech == NULL)
    return;

  line = legato_speech_get_line (self->speech, 1);
  sound = g_ptr_array_index (line->sounds, 0);
  legato_speech_mixer_seek (self->mixer, self->speech, tempo, line->onset,
                            to_sample (line->onset, tempo));

  for (gint64 position = line->onset; said + 9600 < sound->len;)
    {
      gint64 first = to_sample (position, tempo);
      g_autofree float *out = mix (self->mixer, first, first + 9600, 480);

      for (gint64 s = said > 0 ? 240 : 0; s < 9600; s++)
        g_assert_cmpfloat_with_epsilon (speech_of (out, s),
                                        g_array_index (sound, gint16, said + s) / 32767.0f, 1e-6f);
      said += 9600;
      position += llround (LEGATO_SECOND / 5 * tempo);

      /* Rounding to nanoseconds and back must not move the speech by a sample. */
      tempo = tempo < 1.25 ? 1.5 : 0.75;
      legato_speech_mixer_seek (self->mixer, self->speech, tempo, position,
                                to_sample (position, tempo));
    }
  g_assert_cmpint (said, >, 9600);
}

/* Takes one sample after the other from two sequencers that do the same, one of them with the
 * voice. The cues are softer there by the same at each: what remains is what is said. */
static void
check_said (LegatoSequencer *spoken,
            LegatoSequencer *plain,
            const GArray *sound,
            gint64 *said,
            gint64 n)
{
  g_autofree float *both = g_new (float, 2 * n);
  g_autofree float *alone = g_new (float, 2 * n);

  g_assert_cmpuint (legato_sequencer_render (spoken, (gsize) n, both), ==, n);
  g_assert_cmpuint (legato_sequencer_render (plain, (gsize) n, alone), ==, n);
  /* Where it goes on it fades in. */
  for (gint64 s = 480; s < n; s++)
    g_assert_cmpfloat_with_epsilon (both[2 * s] - LEGATO_SPEECH_DUCK * alone[2 * s],
                                    g_array_index (sound, gint16, *said + s) / 32767.0f, 1e-5f);
  *said += n;
}

/* Somebody who pauses, changes the tempo or the timbre hears the sentence to its end. */
static void
test_sequencer (Fixture *self, gconstpointer data)
{
  g_autoptr (LegatoSequencer) spoken =
      legato_sequencer_new (self->timeline, LEGATO_TIMBRE_SOFT, 1.0);
  g_autoptr (LegatoSequencer) plain =
      legato_sequencer_new (self->timeline, LEGATO_TIMBRE_SOFT, 1.0);
  LegatoSequencer *sequencers[] = { spoken, plain };
  float silence[2 * 960];
  const LegatoSpeechLine *line = NULL;
  const GArray *sound = NULL;
  gint64 said = 0;
  gint64 piece;
  gint64 position;

  if (self->speech == NULL)
    return;

  legato_sequencer_set_speech (spoken, self->speech);
  line = legato_speech_get_line (self->speech, 1);
  sound = g_ptr_array_index (line->sounds, 0);
  piece = sound->len / 5;
  for (int i = 0; i < 2; i++)
    legato_sequencer_jump (sequencers[i], NULL, line->onset, TRUE);
  check_said (spoken, plain, sound, &said, piece);

  for (int i = 0; i < 2; i++)
    {
      position =
          legato_sequencer_locate (sequencers[i], legato_sequencer_get_n_rendered (sequencers[i]));
      legato_sequencer_jump (sequencers[i], NULL, position, FALSE);
      legato_sequencer_render (sequencers[i], 960, silence);
      legato_sequencer_jump (sequencers[i], NULL, position, TRUE);
    }
  check_said (spoken, plain, sound, &said, piece);

  for (int i = 0; i < 2; i++)
    legato_sequencer_set_tempo (sequencers[i], 1.2);
  check_said (spoken, plain, sound, &said, piece);

  for (int i = 0; i < 2; i++)
    legato_sequencer_set_timbre (sequencers[i], LEGATO_TIMBRE_WOOD);
  check_said (spoken, plain, sound, &said, piece);
}

/* Voice off and on again in the middle of a sentence. */
static void
test_change_while_speaking (Fixture *self, gconstpointer data)
{
  const LegatoSpeechLine *line = NULL;
  const GArray *sound = NULL;
  gint64 begin;
  gint64 middle;
  gint64 n;
  g_autofree float *out = NULL;

  if (self->speech == NULL)
    return;

  line = legato_speech_get_line (self->speech, 1);
  sound = g_ptr_array_index (line->sounds, 0);
  begin = to_sample (line->onset, 1.0);
  middle = begin + sound->len / 2;
  n = middle - begin + 96000;
  out = g_new (float, 2 * n);
  for (gint64 i = 0; i < n; i++)
    {
      out[2 * i] = 1.0f;
      out[2 * i + 1] = -1.0f;
    }

  legato_speech_mixer_seek (self->mixer, self->speech, 1.0, line->onset, begin);
  for (gint64 at = begin; at < begin + n; at += 480)
    {
      if (at >= middle)
        legato_speech_mixer_set_speech (self->mixer, at < middle + 480 ? NULL : self->speech, at);
      legato_speech_mixer_mix (self->mixer, at, (gsize) MIN (480, begin + n - at),
                               out + 2 * (at - begin));
    }
  check_no_click (out, n);
  g_assert_cmpfloat_with_epsilon (cues_of (out, middle - begin - 480), LEGATO_SPEECH_DUCK, 1e-6f);
  for (gint64 s = middle - begin + 5760; s < n; s++)
    {
      g_assert_cmpfloat (fabsf (speech_of (out, s)), <, 1e-6f);
      g_assert_cmpfloat_with_epsilon (cues_of (out, s), 1.0f, 1e-6f);
    }
}

/* The loudest difference that speech makes within the next @n_blocks blocks. */
static float
listen (LegatoSequencer *spoken, LegatoSequencer *mute, int n_blocks)
{
  float with[2 * 480];
  float without[2 * 480];
  float most = 0.0f;

  for (int b = 0; b < n_blocks; b++)
    {
      legato_sequencer_render (spoken, 480, with);
      legato_sequencer_render (mute, 480, without);
      for (int i = 0; i < 2 * 480; i++)
        most = MAX (most, fabsf (with[i] - without[i]));
    }
  return most;
}

/* Whoever pauses in the middle of a sentence hears the rest of it afterwards. */
static void
test_pause_within_line (Fixture *self, gconstpointer data)
{
  const LegatoSpeechLine *line = NULL;
  g_autoptr (LegatoSequencer) spoken = NULL;
  g_autoptr (LegatoSequencer) mute = NULL;
  gint64 here;

  if (self->speech == NULL)
    return;

  line = legato_speech_get_line (self->speech, 1);
  spoken = legato_sequencer_new (self->timeline, LEGATO_TIMBRE_SOFT, 1.0);
  mute = legato_sequencer_new (self->timeline, LEGATO_TIMBRE_SOFT, 1.0);
  legato_sequencer_set_speech (spoken, self->speech);
  legato_sequencer_jump (spoken, NULL, line->onset, TRUE);
  legato_sequencer_jump (mute, NULL, line->onset, TRUE);
  g_assert_cmpfloat (listen (spoken, mute, 30), >, 0.1);

  here = legato_sequencer_locate (spoken, 25 * 480);
  legato_sequencer_jump (spoken, NULL, here, FALSE);
  legato_sequencer_jump (mute, NULL, here, FALSE);
  listen (spoken, mute, 1);
  g_assert_cmpfloat (listen (spoken, mute, 100), <=, 0.0);
  legato_sequencer_jump (spoken, NULL, here, TRUE);
  legato_sequencer_jump (mute, NULL, here, TRUE);
  g_assert_cmpfloat (listen (spoken, mute, 30), >, 0.1);

  /* A jump to elsewhere is another matter. */
  legato_sequencer_jump (spoken, NULL, line->onset + 2 * LEGATO_SECOND, TRUE);
  legato_sequencer_jump (mute, NULL, line->onset + 2 * LEGATO_SECOND, TRUE);
  listen (spoken, mute, 1);
  g_assert_cmpfloat (listen (spoken, mute, 20), <, 1e-3);
}

/* What was spoken once is not spoken again, also for another timeline. */
static void
test_known (Fixture *self, gconstpointer data)
{
  g_autoptr (LegatoTimeline) other = audio_fixture_new_routine ("three-minute", 0);
  g_autoptr (LegatoSpeech) speech = NULL;
  g_autoptr (GError) error = NULL;

  if (self->speech == NULL)
    return;

  speech = legato_speech_new (other, "en", 1.0, self->speech, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_ptr_array_index (legato_speech_get_line (speech, 0)->sounds, 0)
                 == g_ptr_array_index (legato_speech_get_line (self->speech, 1)->sounds, 0));
}

/* How loud speech is beside cues, with their own levels. */
static void
test_level (Fixture *self, gconstpointer data)
{
  g_autoptr (LegatoSynth) synth = legato_synth_new (self->timeline, LEGATO_TIMBRE_SOFT, 1.0);
  gsize n = (gsize) legato_synth_get_n_samples (synth);
  g_autofree float *cues = g_new (float, 2 * n);
  g_autofree float *both = g_new (float, 2 * n);
  double cue_power = 0.0;
  double speech_power = 0.0;
  double ducked_power = 0.0;
  guint64 n_speech = 0;
  float peak = 0.0f;

  if (self->speech == NULL)
    return;

  legato_synth_render_f32 (synth, 0, n, cues);
  memcpy (both, cues, 2 * n * sizeof (float));
  legato_speech_mixer_seek (self->mixer, self->speech, 1.0, 0, 0);
  legato_speech_mixer_mix (self->mixer, 0, n, both);

  for (guint i = 0; i < legato_speech_get_n_lines (self->speech); i++)
    {
      const LegatoSpeechLine *line = legato_speech_get_line (self->speech, i);
      const GArray *sound = g_ptr_array_index (line->sounds, 0);
      gint64 start = to_sample (line->onset, 1.0);

      for (guint s = 0; s < sound->len; s++, n_speech++)
        {
          double said = g_array_index (sound, gint16, s) / 32767.0;
          double cue = cues[2 * (start + s)];
          double ducked = both[2 * (start + s)] - said;

          speech_power += said * said;
          cue_power += cue * cue;
          ducked_power += ducked * ducked;
        }
    }
  for (gsize i = 0; i < 2 * n; i++)
    peak = MAX (peak, fabsf (both[i]));

  g_test_message ("speech is %.1f dB above the cues, which are %.1f dB quieter meanwhile",
                  10.0 * log10 (speech_power / cue_power), 10.0 * log10 (cue_power / ducked_power));
  g_assert_cmpuint (n_speech, >, 48000);
  g_assert_cmpfloat (speech_power, >, cue_power);
  g_assert_cmpfloat_with_epsilon (sqrt (ducked_power / cue_power), LEGATO_SPEECH_DUCK, 1e-3);
  g_assert_cmpfloat (peak, <=, LEGATO_PEAK);
}

/* A sentence that the voice cannot say leaves the others where they were. */
static void
test_unsaid (Fixture *self, gconstpointer data)
{
  g_autofree char *program = g_strdup (g_getenv ("LEGATO_VOICE_PROGRAM"));
  g_autofree char *dir = NULL;
  g_autofree char *file = NULL;
  g_autofree char *script = NULL;
  g_autoptr (LegatoTimeline) circulation = NULL;
  g_autoptr (LegatoSpeech) speech = NULL;
  g_autoptr (LegatoSpeech) again = NULL;
  g_autoptr (LegatoSpeech) longer = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lines = 0;
  guint n_unsaid = 0;

  if (self->speech == NULL)
    return;

  circulation = audio_fixture_new_routine ("circulation", 0);
  dir = g_dir_make_tmp ("legato-voice-XXXXXX", &error);
  g_assert_no_error (error);
  file = g_build_filename (dir, "voice", NULL);
  script = g_strdup_printf ("#!/bin/sh\n"
                            "lines=$(cat)\n"
                            "before=$(printf '%%s\\n' \"$lines\" | sed '/knee/,$d')\n"
                            "[ -z \"$before\" ] || printf '%%s\\n' \"$before\" | '%s' \"$@\"\n"
                            "case $lines in *knee*) exit 1;; esac\n",
                            program);
  g_file_set_contents_full (file, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
  g_setenv ("LEGATO_VOICE_PROGRAM", file, TRUE);
  speech = legato_speech_new (self->timeline, "en", 1.0, NULL, NULL, &error);
  g_setenv ("LEGATO_VOICE_PROGRAM", program, TRUE);
  g_assert_no_error (error);

  lines = legato_script_new (self->timeline);
  for (guint i = 0; i < lines->len; i++)
    {
      const LegatoScriptLine *line = g_ptr_array_index (lines, i);
      const LegatoSpeechLine *said = NULL;
      guint n = 0;

      for (gsize k = 0; line->sentences[k] != NULL; k++)
        if (strstr (line->sentences[k], "knee") == NULL)
          n++;
        else
          n_unsaid++;
      if (n == 0)
        continue;
      said = legato_speech_get_line (speech, n_lines++);
      g_assert_cmpint (said->onset, ==, line->onset);
      g_assert_cmpuint (said->sounds->len, ==, n);
    }
  g_assert_cmpuint (n_lines, ==, legato_speech_get_n_lines (speech));
  g_assert_cmpuint (n_unsaid, >, 0);

  /* What could not be said is not tried again, and leaves what is known: no voice is needed. */
  g_setenv ("LEGATO_VOICE_PROGRAM", "/nonexistent/legato-voice", TRUE);
  again = legato_speech_new (self->timeline, "en", 1.0, speech, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (legato_speech_get_n_lines (again), ==, n_lines);
  longer = legato_speech_new (circulation, "en", 1.0, speech, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (legato_speech_get_n_lines (longer), >, 0);
  g_assert_null (legato_speech_new (circulation, "en", 1.0, NULL, NULL, &error));
  g_assert_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_FAILED);
  g_setenv ("LEGATO_VOICE_PROGRAM", program, TRUE);
  g_unlink (file);
  g_rmdir (dir);
}

static void
test_no_such_language (Fixture *self, gconstpointer data)
{
  g_autoptr (LegatoSpeech) speech = NULL;
  g_autoptr (GError) error = NULL;

  if (self->speech == NULL)
    return;

  speech = legato_speech_new (self->timeline, "xx", 1.0, NULL, NULL, &error);
  g_assert_null (speech);
  g_assert_error (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_LANGUAGE);
}

/* Whoever speaks, on a thread of its own, may be the first who needs GStreamer. */
static void
test_starts_sound (Fixture *self, gconstpointer data)
{
  if (self->speech != NULL)
    g_assert_true (gst_is_initialized ());
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LegatoSpeech) speech = NULL;
  g_autoptr (GError) error = NULL;

  if (self->speech == NULL)
    return;

  g_cancellable_cancel (cancellable);
  speech = legato_speech_new (self->timeline, "en", 1.0, NULL, cancellable, &error);
  g_assert_null (speech);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
wait_for (LegatoNarrator *narrator)
{
  while (legato_narrator_is_busy (narrator))
    g_main_context_iteration (NULL, TRUE);
}

/* Rates and timelines that follow each other fast: the last one counts. */
static void
test_narrator (Fixture *self, gconstpointer data)
{
  g_autoptr (LegatoPlayer) player = g_object_new (LEGATO_TYPE_PLAYER, "sink", "fakesink", NULL);
  g_autoptr (LegatoNarrator) narrator = legato_narrator_new (player);
  g_autoptr (LegatoTimeline) other = audio_fixture_new_routine ("three-minute", 0);
  g_autoptr (LegatoSpeech) speech = NULL;

  if (self->speech == NULL)
    return;

  legato_player_set_timeline (player, self->timeline);
  g_assert_false (legato_narrator_is_busy (narrator));
  g_assert_null (legato_player_get_speech (player));

  g_object_set (narrator, "enabled", TRUE, NULL);
  g_assert_true (legato_narrator_is_busy (narrator));
  for (int i = 0; i < 20; i++)
    g_object_set (narrator, "rate", 0.8 + 0.02 * i, NULL);
  legato_player_set_timeline (player, other);
  g_object_set (narrator, "rate", 1.0, NULL);
  wait_for (narrator);
  g_assert_nonnull (legato_player_get_speech (player));
  g_assert_true (legato_speech_get_timeline (legato_player_get_speech (player)) == other);

  legato_player_set_timeline (player, self->timeline);
  g_assert_null (legato_player_get_speech (player));
  wait_for (narrator);
  g_assert_nonnull (legato_player_get_speech (player));

  g_object_set (narrator, "enabled", FALSE, NULL);
  g_assert_null (legato_player_get_speech (player));

  /* It may go while a thread still speaks. */
  g_object_set (narrator, "enabled", TRUE, "rate", 1.1, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name_, function_)                                                                      \
  g_test_add ("/audio/speech/" name_, Fixture, NULL, set_up, function_, tear_down)

  ADD ("starts-sound", test_starts_sound);
  ADD ("sounds", test_sounds);
  ADD ("tempo", test_tempo);
  ADD ("pieces", test_pieces);
  ADD ("seek-into-line", test_seek_into_line);
  ADD ("tempo-within-line", test_tempo_within_line);
  ADD ("sequencer", test_sequencer);
  ADD ("change-while-speaking", test_change_while_speaking);
  ADD ("known", test_known);
  ADD ("pause-within-line", test_pause_within_line);
  ADD ("level", test_level);
  ADD ("unsaid", test_unsaid);
  ADD ("no-such-language", test_no_such_language);
  ADD ("cancel", test_cancel);
  ADD ("narrator", test_narrator);

  return g_test_run ();
}
