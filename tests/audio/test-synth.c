/* test-synth.c: every cue at its sample, in any pieces, without clicks, never too loud
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <time.h>

#include "audio-fixtures.h"
#include "legato-synth.h"

static LegatoCueKind all_kinds[LEGATO_N_CUE_KINDS];

static float *
render (LegatoSynth *synth)
{
  gsize n = (gsize) legato_synth_get_n_samples (synth);
  float *samples = g_new (float, 2 * n);

  legato_synth_render_f32 (synth, 0, n, samples);

  return samples;
}

static gboolean
is_silent (const float *samples, gint64 at)
{
  return samples[2 * at] == 0.0f && samples[2 * at + 1] == 0.0f;
}

static void
test_onsets (void)
{
  g_autoptr (LegatoTimeline) timeline =
      audio_fixture_new_spaced (all_kinds, LEGATO_N_CUE_KINDS, 10 * LEGATO_N_CUE_KINDS);
  gsize n_cues;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);

  for (int timbre = 0; timbre < LEGATO_N_TIMBRES; timbre++)
    {
      g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, (LegatoTimbre) timbre, 1.0);
      g_autofree float *samples = render (synth);

      for (gsize i = 0; i < n_cues; i++)
        {
          gint64 onset = audio_fixture_round_to_sample (cues[i].onset);

          g_assert_false (is_silent (samples, onset));
          for (gint64 at = MAX (onset - 4800, 0); at < onset; at++)
            g_assert_true (is_silent (samples, at));
        }
    }
}

/* Strokes end with their cue; what is drawn and what is heard stop together. */
static void
test_strokes_end (void)
{
  g_autoptr (LegatoTimeline) timeline =
      audio_fixture_new_spaced (all_kinds, LEGATO_CUE_LAST_STROKE + 1, 60);
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
  g_autofree float *samples = render (synth);
  gsize n_cues;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);

  for (gsize i = 0; i < n_cues; i++)
    {
      gint64 end = audio_fixture_round_to_sample (cues[i].onset + cues[i].length);
      gint64 from = end - 480;

      for (gint64 at = from; at < end + 4800; at++)
        g_assert_true (is_silent (samples, at));
      if (cues[i].kind == LEGATO_CUE_GLIDE || cues[i].kind == LEGATO_CUE_HOLD)
        g_assert_false (is_silent (samples, from - 1));
    }
}

static void
test_tempo (void)
{
  const double tempos[] = { 0.5, 0.77, 1.5 };
  g_autoptr (LegatoTimeline) timeline =
      audio_fixture_new_spaced (all_kinds, LEGATO_N_CUE_KINDS, 3 * LEGATO_N_CUE_KINDS);
  gsize n_cues;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);

  for (gsize t = 0; t < G_N_ELEMENTS (tempos); t++)
    {
      g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, tempos[t]);
      g_autofree float *samples = render (synth);

      for (gsize i = 0; i < n_cues; i++)
        {
          gint64 onset = llround ((double) cues[i].onset * 48e-6 / tempos[t]);

          g_assert_false (is_silent (samples, onset));
          g_assert_true (onset == 0 || is_silent (samples, onset - 1));
        }
    }
}

static void
test_pieces (void)
{
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_crowd (12);
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, 1.1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree float *whole = render (synth);
  gint64 n = legato_synth_get_n_samples (synth);
  gint64 at = 0;

  while (at < n)
    {
      float piece[2 * 1000];
      gint64 size = g_rand_int_range (rand, 1, 1000);

      size = MIN (size, n - at);
      legato_synth_render_f32 (synth, at, (gsize) size, piece);
      g_assert_cmpmem (piece, 2 * (gsize) size * sizeof (float), whole + 2 * at,
                       2 * (gsize) size * sizeof (float));
      at += size;
    }
}

static void
test_after_the_end (void)
{
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_crowd (2);
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
  gint16 samples[2000];

  audio_fixture_render (synth, legato_synth_get_n_samples (synth), 1000, samples);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_assert_cmpint (samples[i], ==, 0);
}

static void
test_loudness (void)
{
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_crowd (20);
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
  g_autofree float *samples = render (synth);
  gint64 n = 2 * legato_synth_get_n_samples (synth);
  float peak = 0.0f;

  for (gint64 i = 0; i < n; i++)
    peak = MAX (peak, fabsf (samples[i]));

  g_assert_cmpfloat (peak, >, 0.5);
  g_assert_cmpfloat (peak, <=, LEGATO_PEAK);
}

/* Alone, each cue stays well below the ceiling and is well above hearing. */
static void
test_each_kind (void)
{
  for (int kind = 0; kind < LEGATO_N_CUE_KINDS * LEGATO_N_TIMBRES; kind++)
    {
      LegatoCueKind one = (LegatoCueKind) (kind / LEGATO_N_TIMBRES);
      LegatoTimbre timbre = (LegatoTimbre) (kind % LEGATO_N_TIMBRES);
      g_autoptr (LegatoTimeline) timeline = audio_fixture_new_spaced (&one, 1, 6);
      g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, timbre, 1.0);
      g_autofree float *samples = render (synth);
      gint64 n = 2 * legato_synth_get_n_samples (synth);
      float peak = 0.0f;

      for (gint64 i = 0; i < n; i++)
        peak = MAX (peak, fabsf (samples[i]));

      g_test_message ("%s, %s: peak %.3f", legato_timbre_to_id (timbre),
                      legato_cue_kind_to_id (one), (double) peak);
      g_assert_cmpfloat (peak, >, 0.05);
      g_assert_cmpfloat (peak, <, 0.5);
    }
}

/* No step at an onset or end above what a 5 ms ramp to full level gives, and none in between above
 * what the steepest of its waves does. */
static void
check_no_click (LegatoCueKind kind, LegatoTimbre timbre)
{
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_spaced (&kind, 1, 5);
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, timbre, 1.0);
  g_autofree float *samples = render (synth);
  gint64 n = legato_synth_get_n_samples (synth);
  int n_edges = 0;

  for (gint64 at = 1; at < n; at++)
    {
      for (int channel = 0; channel < 2; channel++)
        {
          float before = samples[2 * (at - 1) + channel];
          float here = samples[2 * at + channel];

          g_assert_cmpfloat (fabsf (here - before), <=, 0.09);
          if ((before == 0.0f) == (here == 0.0f))
            continue;
          g_assert_cmpfloat (fabsf (here - before), <=, 1.0 / 240);
          n_edges++;
        }
    }
  g_assert_cmpint (n_edges, >=, 2 * 2 * 5);
}

static void
test_no_click (void)
{
  for (int timbre = 0; timbre < LEGATO_N_TIMBRES; timbre++)
    for (int kind = 0; kind < LEGATO_N_CUE_KINDS; kind++)
      check_no_click ((LegatoCueKind) kind, (LegatoTimbre) timbre);
}

/* What a seek cuts through fades in; what begins there or later is as ever. */
static void
test_start (void)
{
  const LegatoCue cues[] = {
    { .kind = LEGATO_CUE_GLIDE, .onset = 0, .length = 4 * LEGATO_SECOND },
    { .kind = LEGATO_CUE_TAP, .onset = 5 * LEGATO_SECOND, .length = LEGATO_SECOND / 4 },
  };
  g_autoptr (LegatoTimeline) timeline =
      audio_fixture_new_timeline (cues, G_N_ELEMENTS (cues), 6 * LEGATO_SECOND);
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
  g_autofree float *plain = render (synth);
  g_autofree float *sought = NULL;
  gint64 start = 48000 + 17;
  gint64 n = legato_synth_get_n_samples (synth);

  legato_synth_set_start (synth, start);
  sought = render (synth);

  for (gint64 at = start; at < start + 240; at++)
    g_assert_cmpfloat (fabsf (sought[2 * at]), <=, 0.3 * (float) (at - start + 1) / 240);
  g_assert_cmpmem (plain + 2 * (start + 300), 2 * (gsize) (n - start - 300) * sizeof (float),
                   sought + 2 * (start + 300), 2 * (gsize) (n - start - 300) * sizeof (float));

  legato_synth_set_start (synth, 5 * 48000);
  g_clear_pointer (&sought, g_free);
  sought = render (synth);
  g_assert_cmpmem (plain + 2 * 5 * 48000, 2 * 48000 * sizeof (float), sought + 2 * 5 * 48000,
                   2 * 48000 * sizeof (float));
}

static void
test_sides (void)
{
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_BOTH; leg++)
    {
      const LegatoCue cue = { .kind = LEGATO_CUE_GLIDE,
                              .leg = (LegatoLeg) leg,
                              .length = LEGATO_SECOND };
      g_autoptr (LegatoTimeline) timeline = audio_fixture_new_timeline (&cue, 1, LEGATO_SECOND);
      g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
      g_autofree float *samples = render (synth);
      double energy[2] = { 0.0, 0.0 };

      for (gint64 i = 0; i < 2 * legato_synth_get_n_samples (synth); i++)
        energy[i % 2] += (double) samples[i] * (double) samples[i];

      if (leg == LEGATO_LEG_LEFT)
        g_assert_cmpfloat (energy[0], >, 2.0 * energy[1]);
      else if (leg == LEGATO_LEG_RIGHT)
        g_assert_cmpfloat (energy[1], >, 2.0 * energy[0]);
      else
        g_assert_cmpfloat_with_epsilon (energy[0], energy[1], 1e-3 * energy[0]);
    }
}

/* A roller's way back is not heard as its way out, and no two kinds or timbres sound alike. */
static void
test_told_apart (void)
{
  g_autoptr (GPtrArray) heard = g_ptr_array_new_with_free_func (g_free);
  const gsize n = 2 * 48000;

  for (int i = 0; i <= LEGATO_N_CUE_KINDS * LEGATO_N_TIMBRES; i++)
    {
      gboolean back = i == LEGATO_N_CUE_KINDS * LEGATO_N_TIMBRES;
      const LegatoCue cue = { .kind =
                                  back ? LEGATO_CUE_ROLL : (LegatoCueKind) (i / LEGATO_N_TIMBRES),
                              .length = 2 * LEGATO_SECOND,
                              .from = back ? 1.0 : 0.0,
                              .to = back ? 0.0 : 1.0,
                              .turn = 0.5,
                              .over = 1.0 };
      g_autoptr (LegatoTimeline) timeline = audio_fixture_new_timeline (&cue, 1, 2 * LEGATO_SECOND);
      g_autoptr (LegatoSynth) synth =
          legato_synth_new (timeline, (LegatoTimbre) (i % LEGATO_N_TIMBRES), 1.0);
      float *samples = render (synth);

      for (guint k = 0; k < heard->len; k++)
        {
          const float *other = g_ptr_array_index (heard, k);
          double apart = 0.0;
          double size = 0.0;

          for (gsize at = 0; at < n; at++)
            {
              apart += pow ((double) (samples[at] - other[at]), 2.0);
              size += pow ((double) samples[at], 2.0);
            }
          g_assert_cmpfloat (apart, >, 0.01 * size);
        }
      g_ptr_array_add (heard, samples);
    }
}

/* Marks of the last three seconds are in a hold, the last pip differs from the others. */
static void
test_marks (void)
{
  const LegatoCue hold = { .kind = LEGATO_CUE_HOLD, .length = 20 * LEGATO_SECOND };
  const LegatoCue pips[] = {
    { .kind = LEGATO_CUE_COUNTDOWN, .onset = 0, .length = LEGATO_SECOND / 5 },
    { .kind = LEGATO_CUE_COUNTDOWN, .onset = 2 * LEGATO_SECOND, .length = LEGATO_SECOND / 5 },
    { .kind = LEGATO_CUE_COUNTDOWN, .onset = 4 * LEGATO_SECOND, .length = LEGATO_SECOND / 5 },
  };
  g_autoptr (LegatoTimeline) still = audio_fixture_new_timeline (&hold, 1, 20 * LEGATO_SECOND);
  g_autoptr (LegatoTimeline) lead_in =
      audio_fixture_new_timeline (pips, G_N_ELEMENTS (pips), 6 * LEGATO_SECOND);
  g_autoptr (LegatoSynth) synth = legato_synth_new (still, LEGATO_TIMBRE_SOFT, 1.0);
  g_autoptr (LegatoSynth) other = legato_synth_new (lead_in, LEGATO_TIMBRE_SOFT, 1.0);
  g_autofree float *held = render (synth);
  g_autofree float *counted = render (other);
  float peaks[20] = { 0.0f };

  for (gint64 i = 48000 * 2; i < 19 * 48000 * 2; i++)
    peaks[i / (48000 * 2)] = MAX (peaks[i / (48000 * 2)], fabsf (held[i]));
  for (gint64 i = 19 * 48000 * 2; i < 20 * 48000 * 2 - 960; i++)
    peaks[19] = MAX (peaks[19], fabsf (held[i]));
  for (int second = 2; second < 16; second++)
    g_assert_cmpfloat (peaks[second], <, 1.1 * peaks[1]);
  for (int second = 17; second < 20; second++)
    g_assert_cmpfloat (peaks[second], >, 1.3 * peaks[1]);

  g_assert_cmpmem (counted, 48000 * 2 * sizeof (float), counted + 2 * 48000 * 2,
                   48000 * 2 * sizeof (float));
  g_assert_true (memcmp (counted, counted + 4 * 48000 * 2, 48000 * 2 * sizeof (float)) != 0);
}

static void
test_cost (void)
{
  g_autoptr (LegatoTimeline) timeline =
      audio_fixture_new_spaced (all_kinds, LEGATO_N_CUE_KINDS, 10 * LEGATO_N_CUE_KINDS);
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
  gint64 n = legato_synth_get_n_samples (synth);
  gint16 block[960];
  clock_t before = clock ();

  for (gint64 at = 0; at < n; at += 480)
    audio_fixture_render (synth, at, 480, block);

  g_test_message ("%.3f ms of CPU for a second of sound",
                  1e3 * (double) (clock () - before) / CLOCKS_PER_SEC / ((double) n / 48000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (int kind = 0; kind < LEGATO_N_CUE_KINDS; kind++)
    all_kinds[kind] = (LegatoCueKind) kind;

  g_test_add_func ("/audio/synth/onsets", test_onsets);
  g_test_add_func ("/audio/synth/strokes-end", test_strokes_end);
  g_test_add_func ("/audio/synth/tempo", test_tempo);
  g_test_add_func ("/audio/synth/pieces", test_pieces);
  g_test_add_func ("/audio/synth/after-the-end", test_after_the_end);
  g_test_add_func ("/audio/synth/loudness", test_loudness);
  g_test_add_func ("/audio/synth/each-kind", test_each_kind);
  g_test_add_func ("/audio/synth/no-click", test_no_click);
  g_test_add_func ("/audio/synth/start", test_start);
  g_test_add_func ("/audio/synth/sides", test_sides);
  g_test_add_func ("/audio/synth/told-apart", test_told_apart);
  g_test_add_func ("/audio/synth/marks", test_marks);
  g_test_add_func ("/audio/synth/cost", test_cost);

  return g_test_run ();
}
