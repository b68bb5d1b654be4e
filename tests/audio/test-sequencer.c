/* test-sequencer.c: whatever happens in a session, no click, and every cue at its sample
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "audio-fixtures.h"
#include "legato-sequencer.h"
#include "legato-synth.h"

#define BLOCK 480

/* More than this many silent samples and it is not a wave passing through zero. */
#define SILENCE 480

/* A tap is over by then. */
#define TAP_RINGS (LEGATO_SECOND / 4)

/* One who listens to a sequencer of taps, and knows what should be heard. */
typedef struct
{
  LegatoSequencer *sequencer;
  LegatoTimeline *timeline;
  double tempo;
  gint64 n;       /* samples heard */
  gint64 silent;  /* of which the last were silent */
  gsize next_cue; /* which should be heard next */
  gint64 worst;   /* nanoseconds */
  int n_onsets;
} Listener;

/* The tap that was sounding or just ended at @position, or the one before, if any. */
static gboolean
is_in_tap (LegatoTimeline *timeline, gint64 position)
{
  gsize n_cues;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);
  gsize next = legato_timeline_find_cue (timeline, position);

  return next > 0 && position < cues[next - 1].onset + TAP_RINGS;
}

static void
listen (Listener *self, int n_blocks)
{
  float block[2 * BLOCK];
  gsize n_cues;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n_cues);

  for (int b = 0; b < n_blocks; b++)
    {
      legato_sequencer_render (self->sequencer, BLOCK, block);
      for (gsize i = 0; i < BLOCK; i++, self->n++)
        {
          gint64 position;

          if (block[2 * i] == 0.0f && block[2 * i + 1] == 0.0f)
            {
              self->silent++;
              continue;
            }
          if (self->silent >= SILENCE)
            {
              position = legato_sequencer_locate (self->sequencer, self->n);
              g_assert_cmpint (self->next_cue, <, (gint64) n_cues);
              self->worst =
                  MAX (self->worst, (gint64) ((double) ABS (position - cues[self->next_cue].onset)
                                              / self->tempo));
              self->next_cue++;
              self->n_onsets++;
            }
          self->silent = 0;
        }
    }
  /* None was left out. */
  if (self->next_cue < n_cues)
    g_assert_cmpint (cues[self->next_cue].onset, >=,
                     legato_sequencer_locate (self->sequencer, self->n) - LEGATO_SECOND / 24000);
}

/* Out of any tap: one that is come into the middle of has no onset. */
static void
jump (Listener *self, LegatoTimeline *timeline, gint64 position)
{
  while (is_in_tap (timeline, position))
    position += TAP_RINGS;
  legato_sequencer_jump (self->sequencer, timeline == self->timeline ? NULL : timeline, position,
                         TRUE);
  g_assert_cmpint (legato_sequencer_locate (self->sequencer, self->n), ==, position);
  self->timeline = timeline;
  self->next_cue = legato_timeline_find_cue (timeline, position);
  /* What fades out is none of the new. */
  self->silent = -LEGATO_RAMP - 1;
}

/* Half an hour with all that a person may do, and more often: a hundred times each. */
static void
test_onsets (void)
{
  const LegatoCueKind kind = LEGATO_CUE_TAP;
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_spaced (&kind, 1, 470);
  g_autoptr (LegatoTimeline) other = audio_fixture_new_spaced (&kind, 1, 400);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (LegatoSequencer) sequencer = legato_sequencer_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
  Listener listener = {
    .sequencer = sequencer, .timeline = timeline, .tempo = 1.0, .silent = SILENCE
  };

  jump (&listener, timeline, 0);
  listener.silent = SILENCE;
  for (int i = 0; i < 500; i++)
    {
      gint64 here;

      listen (&listener, g_rand_int_range (rand, 1, 720));
      here = MIN (legato_sequencer_locate (sequencer, listener.n),
                  legato_timeline_get_duration (other) - 1);
      switch (i % 5)
        {
        case 0:
          jump (&listener, listener.timeline,
                g_rand_int_range (rand, 0, 1200) * LEGATO_SECOND + g_rand_int (rand) % 1000000);
          break;
        case 1:
        case 3:
          /* What has rung out may still ring in another timbre, or at another tempo. */
          if (is_in_tap (listener.timeline, here))
            break;
          listener.tempo = i % 5 == 1 ? g_rand_double_range (rand, 0.5, 1.5) : listener.tempo;
          legato_sequencer_set_tempo (sequencer, listener.tempo);
          legato_sequencer_set_timbre (sequencer, (LegatoTimbre) (i % LEGATO_N_TIMBRES));
          break;
        case 2:
          legato_sequencer_jump (sequencer, NULL, here, FALSE);
          for (int b = 0; b < 50; b++)
            {
              float block[2 * BLOCK];

              legato_sequencer_render (sequencer, BLOCK, block);
              listener.n += BLOCK;
              g_assert_cmpint (legato_sequencer_locate (sequencer, listener.n), ==, here);
            }
          jump (&listener, listener.timeline, here);
          listener.silent = SILENCE;
          break;
        default:
          jump (&listener, listener.timeline == timeline ? other : timeline, here);
        }
    }

  g_test_message ("%d onsets in %.1f minutes, furthest off: %.2f samples", listener.n_onsets,
                  (double) listener.n / 48000 / 60, (double) listener.worst * 48e-6);
  g_assert_cmpint (listener.n, >, 48000 * 60 * 29);
  g_assert_cmpint (listener.n_onsets, >, 300);
  g_assert_cmpfloat ((double) listener.worst * 48e-6, <=, 1.0);
}

/* The largest step between two samples that @timeline makes of itself, at any tempo; and its peak.
 */
static void
measure_steps (LegatoTimeline *timeline, LegatoTimbre timbre, float *step, float *peak)
{
  const double tempos[] = { 0.5, 1.0, 1.5 };

  *step = *peak = 0.0f;
  for (gsize t = 0; t < G_N_ELEMENTS (tempos); t++)
    {
      g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, timbre, tempos[t]);
      gint64 n = legato_synth_get_n_samples (synth);
      float block[2 * BLOCK];
      float last[2] = { 0.0f };

      for (gint64 at = 0; at < n; at += BLOCK)
        {
          legato_synth_render_f32 (synth, at, BLOCK, block);
          for (int i = 0; i < 2 * BLOCK; i++)
            {
              *step = MAX (*step, fabsf (block[i] - last[i % 2]));
              *peak = MAX (*peak, fabsf (block[i]));
              last[i % 2] = block[i];
            }
        }
    }
}

/* While everything sounds that can, and all is changed all the time: no step but what the sounds
 * are made of and what two ramps of 5 ms add to it, one out and one in. */
static void
check_no_click (LegatoTimbre timbre)
{
  const LegatoCueKind kinds[] = { LEGATO_CUE_GLIDE, LEGATO_CUE_HOLD, LEGATO_CUE_ROLL };
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_spaced (kinds, G_N_ELEMENTS (kinds), 12);
  g_autoptr (LegatoTimeline) other = audio_fixture_new_spaced (kinds + 1, 2, 12);
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (LegatoSequencer) sequencer = legato_sequencer_new (timeline, timbre, 1.0);
  float last[2] = { 0.0f };
  float worst = 0.0f;
  float step;
  float peak;
  float limit;

  measure_steps (timeline, timbre, &step, &peak);
  /* A change of tempo or place plays the old and the new for 5 ms. */
  limit = 2.0f * step + 2.0f * peak / LEGATO_RAMP;

  for (int i = 0; i < 4000; i++)
    {
      float block[2 * BLOCK];

      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          legato_sequencer_jump (sequencer, g_rand_boolean (rand) ? other : timeline,
                                 g_rand_int_range (rand, 0, 30000) * (LEGATO_SECOND / 1000), TRUE);
          break;
        case 1:
          legato_sequencer_set_tempo (sequencer, g_rand_double_range (rand, 0.5, 1.5));
          break;
        case 2:
          legato_sequencer_jump (sequencer, NULL,
                                 legato_sequencer_locate (sequencer, G_MAXINT64)
                                     % (30 * LEGATO_SECOND),
                                 g_rand_boolean (rand));
          break;
        case 3:
          legato_sequencer_set_volume (sequencer, g_rand_double (rand));
          break;
        default:
          break;
        }

      legato_sequencer_render (sequencer, BLOCK, block);
      for (int k = 0; k < 2 * BLOCK; k++)
        {
          worst = MAX (worst, fabsf (block[k] - last[k % 2]));
          last[k % 2] = block[k];
        }
    }

  g_test_message ("%s: largest step %.4f, %.4f undisturbed", legato_timbre_to_id (timbre),
                  (double) worst, (double) step);
  g_assert_cmpfloat (worst, >, 0.2 * step);
  g_assert_cmpfloat (worst, <=, limit);
}

static void
test_no_click (void)
{
  for (int timbre = 0; timbre < LEGATO_N_TIMBRES; timbre++)
    check_no_click ((LegatoTimbre) timbre);
}

/* Silent within 5 ms, until it goes on. */
static void
test_stands (void)
{
  const LegatoCue cue = { .kind = LEGATO_CUE_HOLD, .length = 20 * LEGATO_SECOND };
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_timeline (&cue, 1, 20 * LEGATO_SECOND);
  g_autoptr (LegatoSequencer) sequencer = legato_sequencer_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
  float block[2 * BLOCK];
  float peak = 0.0f;

  /* Nothing before it was told to go */
  legato_sequencer_render (sequencer, BLOCK, block);
  for (int i = 0; i < 2 * BLOCK; i++)
    g_assert_true (block[i] == 0.0f);

  legato_sequencer_jump (sequencer, NULL, 5 * LEGATO_SECOND, TRUE);
  for (int b = 0; b < 10; b++)
    legato_sequencer_render (sequencer, BLOCK, block);
  g_assert_cmpint (legato_sequencer_locate (sequencer, 11 * BLOCK), ==,
                   5 * LEGATO_SECOND + 10 * LEGATO_SECOND / 100);

  legato_sequencer_jump (sequencer, NULL, 5 * LEGATO_SECOND, FALSE);
  legato_sequencer_render (sequencer, BLOCK, block);
  for (int i = 0; i < 2 * BLOCK; i++)
    {
      if (i < 2 * LEGATO_RAMP)
        peak = MAX (peak, fabsf (block[i]));
      else
        g_assert_true (block[i] == 0.0f);
    }
  g_assert_cmpfloat (peak, >, 0.0);
  legato_sequencer_set_tempo (sequencer, 0.5);
  legato_sequencer_set_timbre (sequencer, LEGATO_TIMBRE_BELL);
  legato_sequencer_render (sequencer, BLOCK, block);
  for (int i = 0; i < 2 * BLOCK; i++)
    g_assert_true (block[i] == 0.0f);
  g_assert_cmpint (legato_sequencer_locate (sequencer, G_MAXINT64), ==, 5 * LEGATO_SECOND);
  g_assert_false (legato_sequencer_is_over (sequencer));
}

/* Places run on in both tempos, and meet where one follows the other. */
static void
test_places (void)
{
  const LegatoCue cue = { .kind = LEGATO_CUE_GLIDE, .length = 20 * LEGATO_SECOND };
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_timeline (&cue, 1, 20 * LEGATO_SECOND);
  g_autoptr (LegatoSequencer) sequencer = legato_sequencer_new (timeline, LEGATO_TIMBRE_SOFT, 0.5);
  float block[2 * BLOCK];
  gint64 last = -1;

  legato_sequencer_jump (sequencer, NULL, 0, TRUE);
  for (int b = 0; b < 100; b++)
    {
      if (b % 10 == 5)
        legato_sequencer_set_tempo (sequencer, 0.5 + 0.11 * (b / 10));
      legato_sequencer_render (sequencer, BLOCK, block);
    }
  for (gint64 sample = 0; sample < 100 * BLOCK; sample++)
    {
      gint64 position = legato_sequencer_locate (sequencer, sample);

      g_assert_cmpint (position, >=, last);
      g_assert_cmpint (position - last, <, 2 * LEGATO_SECOND / 48000);
      last = position;
    }
  /* Not beyond what was taken */
  g_assert_cmpint (legato_sequencer_locate (sequencer, 1000 * BLOCK), <,
                   last + LEGATO_SECOND / 24000);
}

static void
test_end (void)
{
  const LegatoCue cue = { .kind = LEGATO_CUE_GLIDE, .length = LEGATO_SECOND };
  g_autoptr (LegatoTimeline) timeline =
      audio_fixture_new_timeline (&cue, 1, LEGATO_SECOND + LEGATO_SECOND / 1000);
  g_autoptr (LegatoSequencer) sequencer = legato_sequencer_new (timeline, LEGATO_TIMBRE_WOOD, 1.0);
  float block[2 * BLOCK];

  legato_sequencer_jump (sequencer, NULL, 0, TRUE);
  for (int b = 0; b < 100; b++)
    g_assert_cmpint (legato_sequencer_render (sequencer, BLOCK, block), ==, BLOCK);
  g_assert_false (legato_sequencer_is_over (sequencer));
  g_assert_cmpint (legato_sequencer_render (sequencer, BLOCK, block), ==, 48);
  g_assert_true (legato_sequencer_is_over (sequencer));
  g_assert_cmpint (legato_sequencer_render (sequencer, BLOCK, block), ==, 0);
  for (int i = 0; i < 2 * BLOCK; i++)
    g_assert_true (block[i] == 0.0f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/sequencer/onsets", test_onsets);
  g_test_add_func ("/audio/sequencer/no-click", test_no_click);
  g_test_add_func ("/audio/sequencer/stands", test_stands);
  g_test_add_func ("/audio/sequencer/places", test_places);
  g_test_add_func ("/audio/sequencer/end", test_end);

  return g_test_run ();
}
