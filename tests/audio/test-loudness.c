/* test-loudness.c: no cue drowns another, no timbre is louder, nothing clips
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "audio-fixtures.h"
#include "legato-planner.h"
#include "legato-synth.h"
#include "loudness.h"
#include "../load-guide.h"

/* Strokes are as loud as EBU R 128 wants a programme, signals a little louder; a unit off is hardly
 * noticed. */
#define STROKE_LEVEL (-23.0)
#define SIGNAL_LEVEL (-22.0)
#define TOLERANCE 1.0

/* The spread that timbres may have, from the quietest to the loudest. */
#define SPREAD 1.0

/* Strokes are heard one after the other, as long as they usually are. */
static const double lengths[LEGATO_N_CUE_KINDS] = {
  [LEGATO_CUE_GLIDE] = 5.0,    [LEGATO_CUE_SQUEEZE] = 2.0,  [LEGATO_CUE_CIRCLE] = 2.0,
  [LEGATO_CUE_PRESS] = 4.0,    [LEGATO_CUE_HOLD] = 20.0,    [LEGATO_CUE_TAP] = 0.25,
  [LEGATO_CUE_LYMPH] = 1.5,    [LEGATO_CUE_FASCIA] = 15.0,  [LEGATO_CUE_FRICTION] = 1.0,
  [LEGATO_CUE_ROLL] = 4.0,     [LEGATO_CUE_COUNTDOWN] = 1,  [LEGATO_CUE_STEP] = 0.5,
  [LEGATO_CUE_LEG] = 0.8,      [LEGATO_CUE_HALFWAY] = 0.8,  [LEGATO_CUE_LAST_TEN] = 0.5,
  [LEGATO_CUE_END] = 2.0,      [LEGATO_CUE_BREATHE] = 10.0, [LEGATO_CUE_MARCH] = 1.0,
  [LEGATO_CUE_STRETCH] = 30.0,
};

static float *
render (LegatoTimeline *timeline, LegatoTimbre timbre, gint64 *n)
{
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, timbre, 1.0);
  float *samples;

  *n = legato_synth_get_n_samples (synth);
  samples = g_new (float, 2 * *n);
  legato_synth_render_f32 (synth, 0, (gsize) *n, samples);

  return samples;
}

/* How much of its beat the first technique or exercise of @stroke says that it goes in, and when it
 * is over. */
static void
find_halves (LegatoStroke stroke, double *turn, double *over)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *movements[] = { legato_guide_get_techniques (guide),
                             legato_guide_get_exercises (guide) };

  for (gsize m = 0; m < G_N_ELEMENTS (movements); m++)
    for (guint i = 0; i < movements[m]->len; i++)
      {
        const LegatoTechnique *technique = movements[m]->pdata[i];

        if (technique->stroke != stroke)
          continue;
        *turn = (double) technique->in_ms / technique->beat_ms;
        *over = (double) (technique->in_ms + technique->out_ms) / technique->beat_ms;
        return;
      }
}

static gboolean
is_stroke (LegatoCueKind kind)
{
  return kind <= LEGATO_CUE_LAST_STROKE || kind >= LEGATO_CUE_FIRST_EXERCISE;
}

/* Strokes as they follow each other in a session, signals alone. */
static double
measure_kind (LegatoCueKind kind, LegatoTimbre timbre)
{
  gsize n_cues = is_stroke (kind) ? 4 : 1;
  LegatoCue cues[4];
  gint64 length = (gint64) (lengths[kind] * 1e9);
  g_autoptr (LegatoTimeline) timeline = NULL;
  g_autofree float *samples = NULL;
  double turn = 0, over = 0;
  gint64 n;

  if (kind == LEGATO_CUE_PRESS)
    find_halves (LEGATO_STROKE_PRESS, &turn, &over);
  else if (kind == LEGATO_CUE_BREATHE)
    find_halves (LEGATO_STROKE_BREATH, &turn, &over);
  for (gsize i = 0; i < n_cues; i++)
    cues[i] = (LegatoCue){ .kind = kind,
                           .leg = LEGATO_LEG_BOTH,
                           .onset = (gint64) i * length,
                           .length = length,
                           .turn = turn,
                           .over = over };
  timeline =
      audio_fixture_new_timeline (cues, n_cues, (gint64) n_cues * length + 2 * LEGATO_SECOND);
  samples = render (timeline, timbre, &n);

  return is_stroke (kind) ? loudness_integrated (samples, n) : loudness_momentary (samples, n);
}

static void
test_kinds (void)
{
  for (int timbre = 0; timbre < LEGATO_N_TIMBRES; timbre++)
    {
      for (int kind = 0; kind < LEGATO_N_CUE_KINDS; kind++)
        {
          double level = is_stroke ((LegatoCueKind) kind) ? STROKE_LEVEL : SIGNAL_LEVEL;
          double loudness = measure_kind ((LegatoCueKind) kind, (LegatoTimbre) timbre);

          g_test_message ("%s, %s: %.2f LUFS", legato_timbre_to_id ((LegatoTimbre) timbre),
                          legato_cue_kind_to_id ((LegatoCueKind) kind), loudness);
          g_assert_cmpfloat_with_epsilon (loudness, level, TOLERANCE);
        }
    }
}

/* Whole sessions, of every kind of stroke. */
static void
test_sessions (void)
{
  static const char *const ids[] = { "three-minute", "before-sport", "evening" };
  static const char *const tools[] = { "roller", "ball", "oil", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = load_guide ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const LegatoRoutine *routine = legato_guide_find_routine (guide, ids[i]);
      LegatoRequest request = { routine, routine->minutes[0], LEGATO_LEG_BOTH, tools };
      g_autoptr (LegatoPlan) plan = legato_planner_make (guide, &request, &error);
      g_autoptr (LegatoTimeline) timeline = NULL;
      double quietest = HUGE_VAL;
      double loudest = -HUGE_VAL;

      g_assert_no_error (error);
      timeline = legato_timeline_new (plan, LEGATO_LEAD_IN);
      for (int timbre = 0; timbre < LEGATO_N_TIMBRES; timbre++)
        {
          gint64 n;
          g_autofree float *samples = render (timeline, (LegatoTimbre) timbre, &n);
          double loudness = loudness_integrated (samples, n);

          g_test_message ("%s, %s: %.2f LUFS", routine->id,
                          legato_timbre_to_id ((LegatoTimbre) timbre), loudness);
          quietest = MIN (quietest, loudness);
          loudest = MAX (loudest, loudness);
        }
      g_assert_cmpfloat (loudest - quietest, <=, SPREAD);
    }
}

/* All that could ever sound at once, and more. */
static void
test_no_clipping (void)
{
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_crowd (6);

  for (int timbre = 0; timbre < LEGATO_N_TIMBRES; timbre++)
    {
      gint64 n;
      g_autofree float *samples = render (timeline, (LegatoTimbre) timbre, &n);
      double peak = loudness_true_peak (samples, n);

      g_test_message ("%s: true peak %.1f dB", legato_timbre_to_id ((LegatoTimbre) timbre),
                      20.0 * log10 (peak));
      g_assert_cmpfloat (peak, >, 0.5);
      g_assert_cmpfloat (peak, <, 0.89); /* -1 dBTP, EBU R 128 */
    }
}

/* The instrument itself: a sine of 997 Hz and full scale on one channel is -3.01 LUFS, ITU-R
 * BS.1770-4; -20 dB, with as long a silence, -23.01, as the silence is left out. */
static void
test_instrument (void)
{
  const gint64 n = 20 * 48000;
  g_autofree float *samples = g_new0 (float, 2 * n);

  for (gint64 i = 0; i < n / 2; i++)
    samples[2 * i] = (float) (0.1 * sin (2.0 * G_PI * 997.0 * (double) i / 48000.0));
  g_assert_cmpfloat_with_epsilon (loudness_momentary (samples, n), -23.01, 0.05);
  g_assert_cmpfloat_with_epsilon (loudness_integrated (samples, n), -23.01, 0.1);
  g_assert_cmpfloat_with_epsilon (loudness_true_peak (samples, n), 0.1, 0.002);

  /* A quarter of the rate, 45° off: samples at 0.71 of a wave whose peak is 1. */
  for (gint64 i = 0; i < n; i++)
    samples[2 * i] = (float) sin (G_PI_2 * (double) i + G_PI_4);
  g_assert_cmpfloat_with_epsilon (loudness_true_peak (samples, n), 1.0, 0.05);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/loudness/instrument", test_instrument);
  g_test_add_func ("/audio/loudness/kinds", test_kinds);
  g_test_add_func ("/audio/loudness/sessions", test_sessions);
  g_test_add_func ("/audio/loudness/no-clipping", test_no_clipping);

  return g_test_run ();
}
