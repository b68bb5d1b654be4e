/* audio-fixtures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <sched.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audio-fixtures.h"
#include "legato-planner.h"
#include "../load-guide.h"

/* Longer than any cue or the ring of any signal, also at the fastest tempo, so that each cue begins
 * in silence. */
#define SPACING (LEGATO_SECOND * 36 / 10)

LegatoTimeline *
audio_fixture_new_timeline (const LegatoCue *cues, gsize n_cues, gint64 duration)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoPlan) plan = NULL;

  plan = legato_plan_new (guide, NULL,
                          g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free));

  return legato_timeline_new_from_cues (plan, cues, n_cues, duration);
}

/* @n_cues cues of 0.3 to 2 s, of @kinds in turn, on both legs, at odd nanoseconds; silence between.
 */
LegatoTimeline *
audio_fixture_new_spaced (const LegatoCueKind *kinds, gsize n_kinds, gsize n_cues)
{
  g_autofree LegatoCue *cues = g_new0 (LegatoCue, n_cues);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gint64 onset = 123456789;

  for (gsize i = 0; i < n_cues; i++)
    {
      cues[i].kind = kinds[i % n_kinds];
      cues[i].leg = (LegatoLeg) (i % 3);
      cues[i].onset = onset;
      cues[i].length = g_rand_int_range (rand, 300000001, 2000000000);
      cues[i].turn = 0.5;
      cues[i].over = 1.0;
      onset += SPACING + g_rand_int_range (rand, 0, 400000000);
    }

  return audio_fixture_new_timeline (cues, n_cues, onset);
}

/* As many cues at once as the worst session could have, and more. */
LegatoTimeline *
audio_fixture_new_crowd (guint seconds)
{
  g_autoptr (GArray) cues = g_array_new (FALSE, TRUE, sizeof (LegatoCue));
  gint64 duration = seconds * LEGATO_SECOND;

  for (gint64 onset = 0; onset < duration; onset += LEGATO_SECOND / 3)
    {
      for (int kind = 0; kind < LEGATO_N_CUE_KINDS; kind++)
        {
          LegatoCue cue = { .kind = (LegatoCueKind) kind,
                            .onset = onset + kind * 1000003,
                            .length = LEGATO_SECOND * (kind % 4 + 1) / 2,
                            .turn = 0.5,
                            .over = 1.0 };

          g_array_append_val (cues, cue);
        }
    }

  return audio_fixture_new_timeline ((LegatoCue *) (gpointer) cues->data, cues->len, duration);
}

/* What a person would hear: the routine @id on both legs. */
LegatoTimeline *
audio_fixture_new_routine (const char *id, gint64 lead_in)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  g_autoptr (LegatoPlan) plan = NULL;

  request.routine = legato_guide_find_routine (guide, id);
  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);

  return legato_timeline_new (plan, lead_in);
}

/* An onset's sample, worked out in another way than the program does. */
gint64
audio_fixture_round_to_sample (gint64 position)
{
  gint64 seconds = position / LEGATO_SECOND;
  gint64 rest = position % LEGATO_SECOND;

  return seconds * 48000 + (rest * 48000 + LEGATO_SECOND / 2) / LEGATO_SECOND;
}

/* Renders @n samples (pairs of left and right) from @first on as they are in a file; those after
 * the end are silent. */
void
audio_fixture_render (const LegatoSynth *synth, gint64 first, gsize n, gint16 *out)
{
  g_autofree float *samples = g_new (float, n *LEGATO_CHANNELS);

  legato_synth_render_f32 (synth, first, n, samples);
  legato_synth_convert_s16 (samples, n, out);
}

/* Puts a disk of our own over @dir, with what tmpfs is told in @options, where the kernel lets us;
 * it goes with the process, which may have one thread only. */
gboolean
audio_fixture_mount (const char *dir, gboolean read_only, const char *options)
{
  return (unshare (CLONE_NEWNS) == 0 || unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0)
         && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("tmpfs", dir, "tmpfs", read_only ? MS_RDONLY : 0, options) == 0;
}

/* Whether the kernel would let us. */
gboolean
audio_fixture_may_mount (const char *dir)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    _exit (audio_fixture_mount (dir, TRUE, NULL) ? EXIT_SUCCESS : EXIT_FAILURE);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status == 0;
}
