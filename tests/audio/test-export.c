/* test-export.c: whole files, or none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <gst/gst.h>

#include "audio-fixtures.h"
#include "legato-audio.h"
#include "legato-export.h"
#include "legato-synth.h"

/* What gst's wavenc writes before the samples. */
#define WAV_HEADER 44

typedef struct
{
  char *dir;
  LegatoTimeline *timeline;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  const LegatoCueKind kinds[] = { LEGATO_CUE_GLIDE, LEGATO_CUE_TAP, LEGATO_CUE_STEP };
  g_autoptr (GError) error = NULL;

  self->dir = g_dir_make_tmp ("legato-export-XXXXXX", &error);
  g_assert_no_error (error);
  self->timeline = audio_fixture_new_spaced (kinds, G_N_ELEMENTS (kinds), 8);
}

/* Every test takes its own files away: nothing else may be left. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->dir);
  legato_timeline_unref (self->timeline);
}

static char *
path_of (Fixture *self, const char *name)
{
  return g_build_filename (self->dir, name, NULL);
}

static gboolean
has_element (const char *name)
{
  g_autoptr (GstElementFactory) factory = NULL;

  g_assert_true (legato_audio_init (NULL));
  factory = gst_element_factory_find (name);

  return factory != NULL;
}

static void
check_wav (const char *path, LegatoTimeline *timeline)
{
  g_autoptr (LegatoSynth) synth = legato_synth_new (timeline, LEGATO_TIMBRE_SOFT, 1.0);
  gsize n = (gsize) legato_synth_get_n_samples (synth);
  g_autofree gint16 *samples = g_new (gint16, 2 * n);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (content, 4, "RIFF", 4);

  audio_fixture_render (synth, 0, n, samples);
  g_assert_cmpuint (size, >=, WAV_HEADER + 4 * n);
  g_assert_cmpmem (content + WAV_HEADER, 4 * n, samples, 4 * n);
  g_assert_cmpuint (GUINT32_FROM_LE (*(guint32 *) (gpointer) (content + 40)), ==, 4 * n);
}

static void
test_wav (Fixture *self, gconstpointer data)
{
  g_autofree char *path = path_of (self, "cues.wav");
  g_autoptr (GError) error = NULL;

  /* What is there is replaced. */
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_true (legato_export_timeline (self->timeline, LEGATO_TIMBRE_SOFT, NULL, path, NULL, NULL,
                                         NULL, &error));
  g_assert_no_error (error);
  check_wav (path, self->timeline);
  g_unlink (path);
}

/* Decodes a file and looks whether each cue begins where it should. */
static void
check_decoded (const char *path, LegatoTimeline *timeline, gint64 slack)
{
  g_autofree char *raw = g_strconcat (path, ".raw", NULL);
  g_autofree char *description = g_strdup_printf (
      "filesrc location=\"%s\" ! decodebin ! audioconvert ! audioresample "
      "! audio/x-raw,format=S16LE,rate=48000,channels=2 ! filesink location=\"%s\"",
      path, raw);
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_parse_launch (description, &error));
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;
  g_autofree char *content = NULL;
  const gint16 *samples;
  const LegatoCue *cues;
  gsize n_cues;
  gsize size;
  gint64 n;

  g_assert_no_error (error);
  bus = gst_pipeline_get_bus (GST_PIPELINE (pipeline));
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  message =
      gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);

  g_assert_true (g_file_get_contents (raw, &content, &size, NULL));
  g_unlink (raw);
  samples = (gint16 *) (gpointer) content;
  n = (gint64) size / 4;
  g_assert_cmpint (
      ABS (n - audio_fixture_round_to_sample (legato_timeline_get_duration (timeline))), <=, slack);

  cues = legato_timeline_get_cues (timeline, &n_cues);
  for (gsize i = 0; i < n_cues; i++)
    {
      gint64 onset = audio_fixture_round_to_sample (cues[i].onset);
      int before = 0;
      int after = 0;

      for (gint64 at = MAX (onset - slack - 4800, 0); at < onset - slack; at++)
        before = MAX (before, ABS (samples[2 * at]));
      for (gint64 at = onset; at < onset + slack + 960; at++)
        after = MAX (after, ABS (samples[2 * at]));
      g_assert_cmpint (before, <, 60);
      g_assert_cmpint (after, >, 1000);
    }
}

static void
check_format (Fixture *self, const char *name, const char *encoder, gint64 slack)
{
  g_autofree char *path = path_of (self, name);
  g_autoptr (GError) error = NULL;
  gboolean done = legato_export_timeline (self->timeline, LEGATO_TIMBRE_SOFT, NULL, path, NULL,
                                          NULL, NULL, &error);

  if (!has_element (encoder))
    {
      g_assert_error (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, encoder));
      g_assert_false (done);
      return;
    }

  g_assert_no_error (error);
  g_assert_true (done);
  if (has_element ("decodebin"))
    check_decoded (path, self->timeline, slack);
  g_unlink (path);
}

static void
test_flac (Fixture *self, gconstpointer data)
{
  check_format (self, "cues.flac", "flacenc", 1);
}

/* A lossy codec smears an onset over some milliseconds, and that is all it may do. */
static void
test_opus (Fixture *self, gconstpointer data)
{
  check_format (self, "cues.OPUS", "opusenc", 480);
}

static void
progress_cb (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

/* Half an hour, as the longest session is. */
static void
test_long (Fixture *self, gconstpointer data)
{
  const LegatoCueKind kinds[] = { LEGATO_CUE_GLIDE, LEGATO_CUE_SQUEEZE, LEGATO_CUE_HOLD };
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_spaced (kinds, G_N_ELEMENTS (kinds), 470);
  g_autofree char *path = path_of (self, "long.wav");
  g_autoptr (GError) error = NULL;
  double told = 0.0;
  gint64 began = g_get_monotonic_time ();

  g_assert_true (legato_export_timeline (timeline, LEGATO_TIMBRE_SOFT, NULL, path, NULL,
                                         progress_cb, &told, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (told, ==, 1.0);
  g_test_message ("%.0f times faster than it sounds",
                  (double) legato_timeline_get_duration (timeline) / 1e3
                      / (double) (g_get_monotonic_time () - began));
  g_unlink (path);
}

static void
test_unknown_ending (Fixture *self, gconstpointer data)
{
  const char *const names[] = { "cues.mp3", "cues", "wav", ".hidden" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_of (self, names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (legato_export_timeline (self->timeline, LEGATO_TIMBRE_SOFT, NULL, path, NULL,
                                              NULL, NULL, &error));
      g_assert_error (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_FORMAT);
    }
}

static void
test_no_such_dir (Fixture *self, gconstpointer data)
{
  g_autofree char *path = path_of (self, "nowhere/cues.wav");
  g_autoptr (GError) error = NULL;

  g_assert_false (legato_export_timeline (self->timeline, LEGATO_TIMBRE_SOFT, NULL, path, NULL,
                                          NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Root may write anywhere but here. */
static void
test_forbidden_dir (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (legato_export_timeline (self->timeline, LEGATO_TIMBRE_SOFT, NULL,
                                          "/proc/self/cues.wav", NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint ((int) error->domain, ==, (int) G_IO_ERROR);
}

static void
test_name_is_taken_by_a_dir (Fixture *self, gconstpointer data)
{
  g_autofree char *path = path_of (self, "cues.wav");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (legato_export_timeline (self->timeline, LEGATO_TIMBRE_SOFT, NULL, path, NULL,
                                          NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
cancel_cb (double fraction, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  const LegatoCueKind kind = LEGATO_CUE_GLIDE;
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_spaced (&kind, 1, 2000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = path_of (self, "cues.flac");
  g_autoptr (GError) error = NULL;

  g_assert_false (legato_export_timeline (timeline, LEGATO_TIMBRE_SOFT, NULL, path, cancellable,
                                          cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The old file stays if the new one does not fit. */
static void
check_too_large (Fixture *self, int code, const char *reason)
{
  g_autofree char *path = path_of (self, "cues.wav");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (legato_export_timeline (self->timeline, LEGATO_TIMBRE_SOFT, NULL, path, NULL,
                                          NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_unlink (path);
}

static void
test_file_limit (Fixture *self, gconstpointer data)
{
  const struct rlimit small = { 100000, RLIM_INFINITY };
  struct rlimit before;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  check_too_large (self, g_io_error_from_errno (EFBIG), g_strerror (EFBIG));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
}

static void
test_full_disk (Fixture *self, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      if (!audio_fixture_may_mount (self->dir))
        {
          g_test_skip ("no disk of our own here");
          return;
        }
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  g_assert_true (audio_fixture_mount (self->dir, FALSE, "size=256k"));
  check_too_large (self, G_IO_ERROR_NO_SPACE, g_strerror (ENOSPC));
  g_assert_cmpint (umount (self->dir), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name_, function_)                                                                      \
  g_test_add ("/audio/export/" name_, Fixture, NULL, set_up, function_, tear_down)

  /* First, while there is one thread. */
  ADD ("full-disk", test_full_disk);
  ADD ("file-limit", test_file_limit);
  ADD ("wav", test_wav);
  ADD ("flac", test_flac);
  ADD ("opus", test_opus);
  ADD ("long", test_long);
  ADD ("unknown-ending", test_unknown_ending);
  ADD ("no-such-dir", test_no_such_dir);
  ADD ("forbidden-dir", test_forbidden_dir);
  ADD ("name-is-taken-by-a-dir", test_name_is_taken_by_a_dir);
  ADD ("cancel", test_cancel);

  return g_test_run ();
}
