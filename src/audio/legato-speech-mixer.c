/* legato-speech-mixer.c: puts speech over cues
 *
 * Lines begin at their place on the timeline, at any tempo; speech itself keeps its own speed. What
 * would run over a line's end is left out by whole sentences. The cues get quieter before a line
 * and louder again after it, in ramps that are not heard as such.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-speech"

#include "config.h"

#include <math.h>

#include "legato-speech-mixer.h"
#include "legato-synth.h"

/* 0.25 s between two sentences. */
#define SENTENCE_GAP 12000

/* Speech that is cut off fades within 30 ms; what goes on after a change of tempo comes in 5. */
#define CUT_FADE 1440
#define CARRY_FADE 240

/* A speech that is taken away goes within 100 ms. */
#define LEAVE_FADE 4800

/* One line at the tempo of now, in samples of the sound. */
typedef struct
{
  gint64 start;
  gint64 end;
  const LegatoSpeechLine *line;
  guint n_sounds; /* how many of the line's sentences are said */
} Spoken;

/* A speech laid out at a tempo. */
typedef struct
{
  LegatoSpeech *speech;
  GArray *spoken; /* Spoken, by rising start */
  gint64 start;   /* nothing of it is heard before */
  gint64 leave;   /* from here on it fades away */
} Track;

struct _LegatoSpeechMixer
{
  double tempo;
  GPtrArray *tracks; /* of Track: one that stays, if there is any, after those that fade away */
};

static gint64
to_sample (gint64 position, double tempo)
{
  return llround ((double) position / tempo * (LEGATO_SAMPLE_RATE / 1e9));
}

static void
track_free (gpointer data)
{
  Track *track = data;

  g_array_unref (track->spoken);
  legato_speech_unref (track->speech);
  g_free (track);
}

/* Lays out @line from @start on; sentences that would run over its end are left out. The first one
 * is said in any case, and so is one that is being said: they are cut off at the end. */
static Spoken
lay_out (const LegatoSpeechLine *line, gint64 start, gint64 until, gint64 now)
{
  Spoken spoken = { .start = start, .end = start, .line = line };
  gint64 at = start;

  for (guint i = 0; i < line->sounds->len && at < until; i++)
    {
      const GArray *sound = g_ptr_array_index (line->sounds, i);
      gint64 end = at + sound->len;

      if (end > until && i > 0 && at >= now)
        break;
      spoken.end = MIN (end, until);
      spoken.n_sounds = i + 1;
      at = end + SENTENCE_GAP;
    }
  return spoken;
}

/* Lines that begin before @from are not said at all, but for @carried, which began at
 * @carried_start. */
static Track *
track_new (LegatoSpeech *speech,
           double tempo,
           gint64 from,
           const LegatoSpeechLine *carried,
           gint64 carried_start)
{
  Track *track = g_new0 (Track, 1);

  track->speech = legato_speech_ref (speech);
  track->spoken = g_array_new (FALSE, FALSE, sizeof (Spoken));
  track->start = from;
  track->leave = G_MAXINT64;

  for (guint i = 0; i < legato_speech_get_n_lines (speech); i++)
    {
      const LegatoSpeechLine *line = legato_speech_get_line (speech, i);
      gint64 start = line == carried ? carried_start : to_sample (line->onset, tempo);
      Spoken spoken = lay_out (line, start, to_sample (line->until, tempo), from);

      if ((start >= from || line == carried) && spoken.end > MAX (from, start))
        g_array_append_val (track->spoken, spoken);
    }
  return track;
}

/* Index of the first line whose end, with @after samples more, lies behind @sample. */
static guint
track_find (const Track *track, gint64 sample, gint64 after)
{
  guint low = 0;
  guint high = track->spoken->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (track->spoken, Spoken, middle).end + after > sample)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* How much of @track is there at @sample. */
static float
get_presence (const Track *track, gint64 sample)
{
  if (sample < track->leave)
    return 1.0f;
  return MAX (0.0f, 1.0f - (float) (sample - track->leave) / LEAVE_FADE);
}

/* What @spoken leaves of the cues at @sample. */
static float
get_cue_gain (const Spoken *spoken, gint64 sample)
{
  float away = 0.0f;

  if (sample < spoken->start)
    away = (float) (spoken->start - sample) / LEGATO_SPEECH_DUCK_DOWN;
  else if (sample >= spoken->end)
    away = (float) (sample - spoken->end) / LEGATO_SPEECH_DUCK_UP;
  return LEGATO_SPEECH_DUCK + (1.0f - LEGATO_SPEECH_DUCK) * MIN (away, 1.0f);
}

static void
duck (const Track *track, gint64 first, gint64 last, float *out)
{
  guint begin = track_find (track, first, LEGATO_SPEECH_DUCK_UP);
  guint end = begin;

  while (end < track->spoken->len
         && g_array_index (track->spoken, Spoken, end).start - LEGATO_SPEECH_DUCK_DOWN < last)
    end++;
  if (begin == end)
    return;

  for (gint64 sample = first; sample < last; sample++, out += LEGATO_CHANNELS)
    {
      float gain = 1.0f;

      for (guint i = begin; i < end; i++)
        gain = MIN (gain, get_cue_gain (&g_array_index (track->spoken, Spoken, i), sample));
      gain = 1.0f - (1.0f - gain) * get_presence (track, sample);
      out[0] *= gain;
      out[1] *= gain;
    }
}

/* Adds @sound, which begins at @at and is cut off at @end. */
static void
add_sound (const Track *track,
           const GArray *sound,
           gint64 at,
           gint64 end,
           gint64 first,
           gint64 last,
           float *out)
{
  gboolean cut = at + sound->len > end;
  gint64 from = MAX (MAX (first, at), track->start);
  gint64 to = MIN (last, MIN (end, at + sound->len));

  for (gint64 sample = from; sample < to; sample++)
    {
      float value = (float) g_array_index (sound, gint16, sample - at) / 32767.0f
                    * get_presence (track, sample);
      float *pair = out + (sample - first) * LEGATO_CHANNELS;

      if (at < track->start)
        value *= MIN (1.0f, (float) (sample + 1 - track->start) / CARRY_FADE);
      if (cut)
        value *= MIN (1.0f, (float) (end - sample) / CUT_FADE);
      pair[0] += value;
      pair[1] += value;
    }
}

static void
speak (const Track *track, gint64 first, gint64 last, float *out)
{
  for (guint i = track_find (track, first, 0); i < track->spoken->len; i++)
    {
      const Spoken *spoken = &g_array_index (track->spoken, Spoken, i);
      gint64 at = spoken->start;

      if (spoken->start >= last)
        break;
      for (guint k = 0; k < spoken->n_sounds; k++)
        {
          const GArray *sound = g_ptr_array_index (spoken->line->sounds, k);

          add_sound (track, sound, at, spoken->end, first, last, out);
          at += sound->len + SENTENCE_GAP;
        }
    }
}

/* Returns: (nullable): what is said from now on */
static Track *
get_current (LegatoSpeechMixer *self)
{
  Track *last = NULL;

  if (self->tracks->len > 0)
    last = g_ptr_array_index (self->tracks, self->tracks->len - 1);
  return last != NULL && last->leave == G_MAXINT64 ? last : NULL;
}

/** Returns: (transfer full): a mixer without speech, at tempo 1 */
LegatoSpeechMixer *
legato_speech_mixer_new (void)
{
  LegatoSpeechMixer *self = g_new0 (LegatoSpeechMixer, 1);

  self->tempo = 1.0;
  self->tracks = g_ptr_array_new_with_free_func (track_free);
  return self;
}

void
legato_speech_mixer_free (LegatoSpeechMixer *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->tracks);
  g_free (self);
}

/** Returns: (transfer full): one that says the same at the same samples */
LegatoSpeechMixer *
legato_speech_mixer_copy (const LegatoSpeechMixer *self)
{
  LegatoSpeechMixer *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = legato_speech_mixer_new ();
  copy->tempo = self->tempo;
  for (guint i = 0; i < self->tracks->len; i++)
    {
      const Track *track = g_ptr_array_index (self->tracks, i);
      Track *twin = g_memdup2 (track, sizeof *track);

      legato_speech_ref (twin->speech);
      twin->spoken = g_array_copy (track->spoken);
      g_ptr_array_add (copy->tracks, twin);
    }
  return copy;
}

/**
 * legato_speech_mixer_seek:
 * @speech: (nullable): what is said
 * @tempo: how many times faster than written the timeline runs from here on
 * @position: nanoseconds on the timeline, where it goes on
 * @sample: the same in samples at @tempo
 *
 * A line is said from its begin or not at all: one that began before @position is left out. If
 * only the tempo changes, what is being said goes on as if nothing had happened.
 */
void
legato_speech_mixer_seek (LegatoSpeechMixer *self,
                          LegatoSpeech *speech,
                          double tempo,
                          gint64 position,
                          gint64 sample)
{
  const LegatoSpeechLine *carried = NULL;
  gint64 carried_start = 0;
  Track *track = NULL;
  Track *current = NULL;

  g_return_if_fail (self != NULL);

  current = get_current (self);
  if (current != NULL && current->speech == speech && self->tempo != tempo)
    {
      gint64 before = to_sample (position, self->tempo);
      guint index = track_find (current, before, 0);

      if (index < current->spoken->len)
        {
          const Spoken *spoken = &g_array_index (current->spoken, Spoken, index);

          if (spoken->start < before)
            {
              carried = spoken->line;
              carried_start = sample - (before - spoken->start);
            }
        }
    }

  if (speech != NULL)
    track = track_new (speech, tempo, sample, carried, carried_start);
  g_ptr_array_set_size (self->tracks, 0);
  if (track != NULL)
    g_ptr_array_add (self->tracks, track);
  self->tempo = tempo;
}

/**
 * legato_speech_mixer_resume:
 * @sample: the next one to be mixed
 *
 * After a pause, or a jump within a sentence: what was being said goes on there, faded in.
 */
void
legato_speech_mixer_resume (LegatoSpeechMixer *self, gint64 sample)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->tracks->len; i++)
    {
      Track *track = g_ptr_array_index (self->tracks, i);

      track->start = MAX (track->start, sample);
    }
}

/**
 * legato_speech_mixer_set_speech:
 * @speech: (nullable): what is said from now on
 * @sample: the next one to be mixed
 *
 * Changes it in the middle of the sound: what is being said fades out, and @speech begins with its
 * next whole line. Does nothing if it is the same.
 */
void
legato_speech_mixer_set_speech (LegatoSpeechMixer *self, LegatoSpeech *speech, gint64 sample)
{
  Track *current = NULL;

  g_return_if_fail (self != NULL);

  current = get_current (self);
  if ((current != NULL ? current->speech : NULL) == speech)
    return;

  if (current != NULL)
    current->leave = sample;
  if (speech != NULL)
    g_ptr_array_add (self->tracks,
                     track_new (speech, self->tempo, sample + LEGATO_SPEECH_DUCK_DOWN, NULL, 0));
}

/**
 * legato_speech_mixer_mix:
 * @first: number of the first sample
 * @n: how many samples (pairs of left and right)
 * @out: (array) (inout): twice @n values that hold the cues
 *
 * Makes the cues quieter where somebody speaks, and adds the speech in the middle of the stereo
 * image.
 */
void
legato_speech_mixer_mix (LegatoSpeechMixer *self, gint64 first, gsize n, float *out)
{
  gint64 last = first + (gint64) n;

  g_return_if_fail (self != NULL && out != NULL);

  for (guint i = self->tracks->len; i-- > 0;)
    {
      const Track *track = g_ptr_array_index (self->tracks, i);

      if (track->leave != G_MAXINT64 && first >= track->leave + LEAVE_FADE)
        g_ptr_array_remove_index (self->tracks, i);
    }

  for (guint i = 0; i < self->tracks->len; i++)
    duck (g_ptr_array_index (self->tracks, i), first, last, out);
  for (guint i = 0; i < self->tracks->len; i++)
    speak (g_ptr_array_index (self->tracks, i), first, last, out);
}
