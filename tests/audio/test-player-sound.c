/* test-player-sound.c: what comes out of a player while it is played about with, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include <glib/gstdio.h>

#include "audio-fixtures.h"
#include "legato-player.h"
#include "legato-synth.h"

#define N_DEEDS 60

/* Steep sounds would hide a click: what marks their ends is never reached. */
static LegatoTimeline *
new_timeline (LegatoCueKind kind)
{
  const LegatoCue cues[] = {
    { .kind = kind, .leg = LEGATO_LEG_LEFT, .onset = 0, .length = 60 * LEGATO_SECOND },
    { .kind = kind, .onset = 60 * LEGATO_SECOND, .length = 60 * LEGATO_SECOND },
  };

  return audio_fixture_new_timeline (cues, G_N_ELEMENTS (cues), 120 * LEGATO_SECOND);
}

/* The largest step between two samples and the peak of what is heard, undisturbed. */
static void
measure (LegatoTimeline *timeline, LegatoTimbre timbre, float *step, float *peak)
{
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, timbre, 1.5);
  gsize n = 35 * LEGATO_SAMPLE_RATE;
  g_autofree float *samples = g_new (float, 2 * n);

  legato_synth_render_f32 (synth, 0, n, samples);
  for (gsize i = 0; i < 2 * n; i++)
    {
      *peak = MAX (*peak, fabsf (samples[i]));
      if (i >= 2)
        *step = MAX (*step, fabsf (samples[i] - samples[i - 2]));
    }
}

static void
run_for (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/* All that a person can do while it plays. */
static void
do_something (LegatoPlayer *player, LegatoTimeline *other, GRand *rand)
{
  gint64 position = g_rand_int_range (rand, 0, 20000) * (LEGATO_SECOND / 1000);

  if (g_rand_boolean (rand))
    position += 60 * LEGATO_SECOND;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      legato_player_seek (player, position);
      break;
    case 1:
      legato_player_set_tempo (player,
                               g_rand_double_range (rand, LEGATO_MIN_TEMPO, LEGATO_MAX_TEMPO));
      break;
    case 2:
      legato_player_pause (player);
      break;
    case 3:
      legato_player_set_volume (player, g_rand_double_range (rand, 0.8, 1.0));
      break;
    case 4:
      legato_player_replace_timeline (player, other, position);
      break;
    default:
      legato_player_set_timbre (player,
                                (LegatoTimbre) g_rand_int_range (rand, 0, LEGATO_N_TIMBRES));
    }
}

static void
test_no_click (void)
{
  g_autoptr (LegatoTimeline) held = new_timeline (LEGATO_CUE_HOLD);
  g_autoptr (LegatoTimeline) gliding = new_timeline (LEGATO_CUE_GLIDE);
  LegatoTimeline *const timelines[] = { held, gliding };
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autofree char *dir = g_dir_make_tmp ("legato-sound-XXXXXX", &error);
  g_autofree char *path = g_build_filename (dir, "heard", NULL);
  g_autofree char *sink = g_strdup_printf ("audioconvert ! audio/x-raw, format=F32LE, channels=2 "
                                           "! filesink sync=true buffer-mode=unbuffered "
                                           "location=%s",
                                           path);
  g_autoptr (LegatoPlayer) player = g_object_new (LEGATO_TYPE_PLAYER, "sink", sink, NULL);
  g_autofree char *contents = NULL;
  const float *samples;
  float step = 0.0f;
  float peak = 0.0f;
  float worst = 0.0f;
  float loudest = 0.0f;
  gsize size;
  gsize n;

  for (gsize i = 0; i < G_N_ELEMENTS (timelines); i++)
    for (int timbre = 0; timbre < LEGATO_N_TIMBRES; timbre++)
      measure (timelines[i], (LegatoTimbre) timbre, &step, &peak);

  legato_player_set_timeline (player, timelines[0]);
  legato_player_play (player);
  for (int i = 0; i < N_DEEDS; i++)
    {
      run_for ((guint) g_rand_int_range (rand, 20, 250));
      do_something (player, timelines[i % 2], rand);
      if (g_rand_boolean (rand))
        legato_player_play (player);
    }
  legato_player_set_volume (player, 1.0);
  legato_player_play (player);
  run_for (500);
  legato_player_stop (player);
  run_for (500);

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  samples = (const float *) (gpointer) contents;
  n = size / sizeof (float);
  g_assert_cmpuint (n, >, 2 * 48000);
  for (gsize i = 2; i < n; i++)
    {
      worst = MAX (worst, fabsf (samples[i] - samples[i - 2]));
      loudest = MAX (loudest, fabsf (samples[i]));
    }

  g_test_message ("%.1f s, largest step %.4f, %.4f undisturbed", (double) n / 96000, (double) worst,
                  (double) step);
  g_assert_cmpfloat (loudest, >, 0.3f * peak);
  /* The old and the new may be heard together for 5 ms, the one going and the other coming. */
  g_assert_cmpfloat (worst, <=, 2.0f * step + 2.0f * peak / LEGATO_RAMP);
  /* It began and went by ramps, too. */
  g_assert_cmpfloat (fabsf (samples[0]), <=, peak / LEGATO_RAMP);
  g_assert_true (samples[n - 1] == 0.0f && samples[n - 2] == 0.0f);

  g_unlink (path);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/player-sound/no-click", test_no_click);

  return g_test_run ();
}
