/* legato-sequencer.c: one stream of samples out of timelines, and what lies where in it
 *
 * The stream never stops and is never flushed: whatever changes, changes at the very sample that is
 * rendered next. What sounded until there fades out within 5 ms, what sounds from there on is exact
 * at once; cues that it comes into the middle of fade in. So no change clicks, and none shifts a
 * cue. Up to the last jump it is known where on the timeline each sample lies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-sequencer"

#include "config.h"

#include <math.h>

#include "legato-sequencer.h"
#include "legato-speech-mixer.h"
#include "legato-synth.h"

/* A jump over fewer samples, a second, does not break off what is being said. */
#define SAME_SENTENCE ((gint64) LEGATO_SAMPLE_RATE)

/* From sample @first of the stream on, each lies @pace nanoseconds after the one before. */
typedef struct
{
  gint64 first;
  gint64 position;
  double pace;
} Stretch;

/* Cues, and what is said over them. */
typedef struct
{
  LegatoSynth *synth;       /* %NULL if there is none */
  LegatoSpeechMixer *mixer; /* (nullable) */
  gint64 at;                /* the synth's sample that comes next */
} Track;

struct _LegatoSequencer
{
  gatomicrefcount ref_count;
  GMutex lock; /* for all below */

  LegatoTimeline *timeline;
  LegatoSpeech *speech; /* (nullable) */
  LegatoTimbre timbre;
  double tempo;
  gboolean running;

  Track track;
  Track tail;      /* what fades out; without a mixer it is spoken over by the track's */
  gint64 switched; /* the stream's sample at which the track came in */

  gint64 n_rendered;
  GArray *stretches; /* Stretch, by rising first; the first of them began with a jump */
  float gain;        /* of the sample that was rendered last */
  float volume;
};

G_DEFINE_BOXED_TYPE (LegatoSequencer,
                     legato_sequencer,
                     legato_sequencer_ref,
                     legato_sequencer_unref)

static void
track_clear (Track *track)
{
  g_clear_pointer (&track->synth, legato_synth_free);
  g_clear_pointer (&track->mixer, legato_speech_mixer_free);
}

/* The next @n samples of @track. */
static void
track_render (Track *track, gsize n, float *out)
{
  legato_synth_render_f32 (track->synth, track->at, n, out);
  if (track->mixer != NULL)
    legato_speech_mixer_mix (track->mixer, track->at, n, out);
  track->at += (gint64) n;
}

/* From the stream's next sample on, @synth is heard from its sample @at on, with @mixer, or with
 * the one of now if that is %NULL. What sounded until there becomes the tail, unless none of it was
 * ever heard. */
static void
legato_sequencer_switch_track (LegatoSequencer *self,
                               LegatoSynth *synth,
                               gint64 at,
                               LegatoSpeechMixer *mixer)
{
  Track before = self->track;

  legato_synth_set_start (synth, at);
  self->track = (Track){ synth, mixer != NULL ? mixer : before.mixer, at };
  if (mixer == NULL)
    before.mixer = NULL;

  if (self->running && self->n_rendered > self->switched)
    {
      track_clear (&self->tail);
      self->tail = before;
    }
  else
    track_clear (&before);
  self->switched = self->n_rendered;
}

/* Notes that the next sample lies at @at of the synth. */
static void
legato_sequencer_note_stretch (LegatoSequencer *self)
{
  Stretch stretch = { self->n_rendered,
                      legato_synth_sample_to_position (self->track.synth, self->track.at),
                      self->running ? self->tempo * 1e9 / LEGATO_SAMPLE_RATE : 0.0 };
  guint n = self->stretches->len;

  if (n > 0 && g_array_index (self->stretches, Stretch, n - 1).first == self->n_rendered)
    g_array_set_size (self->stretches, n - 1);
  g_array_append_val (self->stretches, stretch);
}

/**
 * legato_sequencer_new:
 * @tempo: see legato_sequencer_set_tempo()
 *
 * Returns: (transfer full): a sequencer that stands at the start of @timeline, silent
 */
LegatoSequencer *
legato_sequencer_new (LegatoTimeline *timeline, LegatoTimbre timbre, double tempo)
{
  LegatoSequencer *self;

  g_return_val_if_fail (timeline != NULL, NULL);

  self = g_new0 (LegatoSequencer, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->timeline = legato_timeline_ref (timeline);
  self->timbre = timbre;
  self->tempo = tempo;
  self->track.synth = legato_synth_new (timeline, timbre, tempo);
  self->track.mixer = legato_speech_mixer_new ();
  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  self->gain = 1.0f;
  self->volume = 1.0f;
  legato_sequencer_note_stretch (self);

  return self;
}

LegatoSequencer *
legato_sequencer_ref (LegatoSequencer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
legato_sequencer_unref (LegatoSequencer *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->timeline, legato_timeline_unref);
  g_clear_pointer (&self->speech, legato_speech_unref);
  track_clear (&self->track);
  track_clear (&self->tail);
  g_array_unref (self->stretches);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * legato_sequencer_jump:
 * @timeline: (nullable): where @position lies; %NULL for the timeline of now
 * @position: nanoseconds, in the timeline
 * @running: whether it plays from there, or stands there silently
 *
 * Jumps. What is said is that of the timeline of now; in another nothing is, until it is set. From
 * now on legato_sequencer_locate() answers @position, until the sound from there is heard.
 */
void
legato_sequencer_jump (LegatoSequencer *self,
                       LegatoTimeline *timeline,
                       gint64 position,
                       gboolean running)
{
  LegatoSpeechMixer *mixer;
  LegatoSynth *synth;
  gint64 at;

  g_return_if_fail (self != NULL);

  synth =
      legato_synth_new (timeline != NULL ? timeline : self->timeline, self->timbre, self->tempo);
  at = MIN (legato_synth_position_to_sample (synth, position), legato_synth_get_n_samples (synth));

  g_mutex_lock (&self->lock);
  if (timeline != NULL)
    {
      legato_timeline_ref (timeline);
      legato_timeline_unref (self->timeline);
      self->timeline = timeline;
      g_clear_pointer (&self->speech, legato_speech_unref);
    }
  if (timeline == NULL && self->n_rendered > 0 && ABS (at - self->track.at) < SAME_SENTENCE)
    {
      mixer = legato_speech_mixer_copy (self->track.mixer);
      legato_speech_mixer_resume (mixer, at);
    }
  else
    {
      mixer = legato_speech_mixer_new ();
      legato_speech_mixer_seek (mixer, self->speech, self->tempo, position, at);
    }
  legato_sequencer_switch_track (self, synth, at, mixer);
  self->running = running;
  g_array_set_size (self->stretches, 0);
  legato_sequencer_note_stretch (self);
  /* Exactly what was asked for, not the sample that the synth rounds it to. */
  g_array_index (self->stretches, Stretch, 0).position = position;
  g_mutex_unlock (&self->lock);
}

/**
 * legato_sequencer_rewind:
 * @sample: of the stream
 *
 * Jumps to where that lies, as after it nothing was heard.
 */
void
legato_sequencer_rewind (LegatoSequencer *self, gint64 sample)
{
  g_return_if_fail (self != NULL);

  legato_sequencer_jump (self, NULL, legato_sequencer_locate (self, sample), self->running);
}

/* Changes what is played, and goes on where it is. */
static void
legato_sequencer_change (LegatoSequencer *self, LegatoTimbre timbre, double tempo)
{
  LegatoSynth *synth = legato_synth_new (self->timeline, timbre, tempo);
  LegatoSpeechMixer *mixer = NULL;
  gint64 position;
  gint64 at;

  g_mutex_lock (&self->lock);
  position = legato_synth_sample_to_position (self->track.synth, self->track.at);
  at = legato_synth_position_to_sample (synth, position);
  if (self->tempo != tempo)
    {
      mixer = legato_speech_mixer_copy (self->track.mixer);
      legato_speech_mixer_seek (mixer, self->speech, tempo, position, at);
    }
  legato_sequencer_switch_track (self, synth, at, mixer);
  self->timbre = timbre;
  if (self->tempo != tempo)
    {
      self->tempo = tempo;
      if (self->running)
        legato_sequencer_note_stretch (self);
    }
  g_mutex_unlock (&self->lock);
}

/**
 * legato_sequencer_set_speech:
 * @speech: (nullable): what is said during the timeline; while it plays, from the next line on
 */
void
legato_sequencer_set_speech (LegatoSequencer *self, LegatoSpeech *speech)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  if (speech != NULL)
    legato_speech_ref (speech);
  g_clear_pointer (&self->speech, legato_speech_unref);
  self->speech = speech;
  legato_speech_mixer_set_speech (self->track.mixer, speech, self->track.at);
  g_mutex_unlock (&self->lock);
}

/**
 * legato_sequencer_set_tempo:
 * @tempo: nanoseconds of the timeline in one of the sound, above 0
 */
void
legato_sequencer_set_tempo (LegatoSequencer *self, double tempo)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tempo > 0.0);

  if (self->tempo != tempo)
    legato_sequencer_change (self, self->timbre, tempo);
}

void
legato_sequencer_set_timbre (LegatoSequencer *self, LegatoTimbre timbre)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (timbre < LEGATO_N_TIMBRES);

  if (self->timbre != timbre)
    legato_sequencer_change (self, timbre, self->tempo);
}

/**
 * legato_sequencer_set_volume:
 * @volume: 0 to 1, as on a slider: loudness goes with its cube, which feels even to the ear
 */
void
legato_sequencer_set_volume (LegatoSequencer *self, double volume)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (volume >= 0.0 && volume <= 1.0);

  g_mutex_lock (&self->lock);
  self->volume = (float) (volume * volume * volume);
  /* Nothing was heard yet, so there is nothing to fade from. */
  if (self->n_rendered == 0)
    self->gain = self->volume;
  g_mutex_unlock (&self->lock);
}

/** Returns: (transfer none): what is played */
LegatoTimeline *
legato_sequencer_get_timeline (LegatoSequencer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->timeline;
}

/* Adds what is left of the tail. */
static void
legato_sequencer_fade (LegatoSequencer *self, gsize n, float *out)
{
  float block[LEGATO_RAMP * LEGATO_CHANNELS];
  gint64 faded = self->n_rendered - self->switched;
  gsize left = (gsize) CLAMP (LEGATO_RAMP - faded, 0, (gint64) n);

  track_render (&self->tail, left, block);
  for (gsize i = 0; i < left * LEGATO_CHANNELS; i++)
    {
      gint64 step = faded + (gint64) (i / LEGATO_CHANNELS);

      out[i] += block[i] * (1.0f - (float) (step + 1) / (LEGATO_RAMP + 1));
    }
  if (faded + (gint64) n >= LEGATO_RAMP)
    track_clear (&self->tail);
}

/* The next @n samples of the track, and under them what is left of the tail. */
static void
legato_sequencer_render_track (LegatoSequencer *self, gsize n, float *out)
{
  legato_synth_render_f32 (self->track.synth, self->track.at, n, out);
  if (self->tail.synth != NULL && self->tail.mixer == NULL)
    legato_sequencer_fade (self, n, out);
  legato_speech_mixer_mix (self->track.mixer, self->track.at, n, out);
  self->track.at += (gint64) n;
}

/* A change of volume takes all of a block, so that it is not heard as steps. */
static void
legato_sequencer_amplify (LegatoSequencer *self, gsize n, float *out)
{
  float rise = (self->volume - self->gain) / (float) n;

  if (self->gain == 1.0f && self->volume == 1.0f)
    return;

  for (gsize i = 0; i < n * LEGATO_CHANNELS; i++)
    out[i] *= self->gain + rise * (float) (i / LEGATO_CHANNELS + 1);
  self->gain = self->volume;
}

/**
 * legato_sequencer_render:
 * @n: how many samples (pairs of left and right), 1 or more
 * @out: (array): room for twice @n values
 *
 * The next samples of the stream. After the timeline's end, and while it stands, they are silent.
 *
 * Returns: how many of them lie before the timeline's end; @n while it stands
 */
gsize
legato_sequencer_render (LegatoSequencer *self, gsize n, float *out)
{
  gsize left = n;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (n > 0 && out != NULL, 0);

  g_mutex_lock (&self->lock);
  if (self->running)
    {
      left = (gsize) CLAMP (legato_synth_get_n_samples (self->track.synth) - self->track.at, 0,
                            (gint64) n);
      legato_sequencer_render_track (self, n, out);
    }
  else
    memset (out, 0, n * LEGATO_CHANNELS * sizeof *out);

  if (self->tail.synth != NULL && (self->tail.mixer != NULL || !self->running))
    legato_sequencer_fade (self, n, out);
  legato_sequencer_amplify (self, n, out);
  self->n_rendered += (gint64) n;
  g_mutex_unlock (&self->lock);

  return left;
}

/** Returns: whether nothing of the timeline is left to be rendered */
gboolean
legato_sequencer_is_over (LegatoSequencer *self)
{
  gboolean over;

  g_return_val_if_fail (self != NULL, TRUE);

  g_mutex_lock (&self->lock);
  over = self->running && self->track.at >= legato_synth_get_n_samples (self->track.synth);
  g_mutex_unlock (&self->lock);

  return over;
}

/** Returns: how many samples were rendered so far */
gint64
legato_sequencer_get_n_rendered (LegatoSequencer *self)
{
  gint64 n_rendered;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  n_rendered = self->n_rendered;
  g_mutex_unlock (&self->lock);

  return n_rendered;
}

/**
 * legato_sequencer_locate:
 * @sample: a sample of the stream that is heard; none after those that were rendered
 *
 * Returns: where it lies on the timeline in nanoseconds, perhaps beyond its end. If the sequencer
 * has jumped since, where it jumped to
 */
gint64
legato_sequencer_locate (LegatoSequencer *self, gint64 sample)
{
  const Stretch *stretch;
  gint64 position;
  guint i;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  sample = MIN (sample, self->n_rendered);
  i = self->stretches->len - 1;
  while (i > 0 && g_array_index (self->stretches, Stretch, i).first > sample)
    i--;
  stretch = &g_array_index (self->stretches, Stretch, i);
  position =
      stretch->position + llround ((double) MAX (sample - stretch->first, 0) * stretch->pace);
  /* Where one tempo ends and the next begins, rounding must not make the position go back. */
  if (i + 1 < self->stretches->len)
    position = MIN (position, g_array_index (self->stretches, Stretch, i + 1).position);
  g_mutex_unlock (&self->lock);

  return position;
}
