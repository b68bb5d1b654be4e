/* test-chapters.c: what an exported file tells of itself, and a voice in it, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <math.h>
#include <sys/mount.h>
#include <unistd.h>

#include "audio-fixtures.h"
#include "legato-audio.h"
#include "legato-export.h"
#include "legato-speech-mixer.h"
#include "legato-voice.h"

typedef struct
{
  char *dir;
  LegatoTimeline *timeline;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (legato_audio_init (NULL));
  self->dir = g_dir_make_tmp ("legato-chapters-XXXXXX", &error);
  g_assert_no_error (error);
  self->timeline = audio_fixture_new_routine ("three-minute", LEGATO_LEAD_IN);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->dir);
  legato_timeline_unref (self->timeline);
}

static gboolean
has_element (const char *name)
{
  g_autoptr (GstElementFactory) factory = gst_element_factory_find (name);

  return factory != NULL;
}

/* Returns: (nullable): the file's path, %NULL if the plug-in for it is not here */
static char *export(Fixture *self, LegatoSpeech *speech, const char *name)
{
  g_autofree char *path = g_build_filename (self->dir, name, NULL);
  g_autoptr (GError) error = NULL;

  legato_export_timeline (self->timeline, LEGATO_TIMBRE_SOFT, speech, path, NULL, NULL, NULL,
                          &error);
  if (g_error_matches (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_MISSING))
    {
      g_test_skip (error->message);
      return NULL;
    }
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static char *
dup_step_name (LegatoTimeline *timeline, guint index)
{
  const LegatoStep *step = legato_plan_get_step (legato_timeline_get_plan (timeline), index);
  g_autofree char *title = legato_step_dup_title (step);
  g_autofree char *reach = legato_step_dup_reach (step);

  return reach != NULL ? g_strdup_printf ("%s, %s", title, reach) : g_steal_pointer (&title);
}

/* What a player that knows nothing of Legato finds in the file. It reads all of it: GStreamer 1.22
 * loses two buffers of a file that is left in the middle. */
static GstTagList *
read_tags (const char *path)
{
  g_autofree char *description =
      g_strdup_printf ("filesrc location=\"%s\" ! decodebin ! fakesink", path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_parse_launch (description, &error));
  g_autoptr (GstBus) bus = NULL;
  GstTagList *all = gst_tag_list_new_empty ();

  g_assert_no_error (error);
  bus = gst_pipeline_get_bus (GST_PIPELINE (pipeline));
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  for (;;)
    {
      g_autoptr (GstMessage) message = gst_bus_timed_pop_filtered (
          bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_TAG | GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
      g_autoptr (GstTagList) tags = NULL;

      g_assert_cmpint (GST_MESSAGE_TYPE (message), !=, GST_MESSAGE_ERROR);
      if (GST_MESSAGE_TYPE (message) != GST_MESSAGE_TAG)
        break;
      gst_message_parse_tag (message, &tags);
      gst_tag_list_insert (all, tags, GST_TAG_MERGE_KEEP);
    }
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return all;
}

static void
assert_tag (GstTagList *tags, const char *tag, const char *expected)
{
  g_autofree char *value = NULL;

  g_assert_true (gst_tag_list_get_string (tags, tag, &value));
  g_assert_cmpstr (value, ==, expected);
}

static gboolean
has_comment (GstTagList *tags, const char *comment)
{
  for (guint i = 0; i < gst_tag_list_get_tag_size (tags, GST_TAG_EXTENDED_COMMENT); i++)
    {
      const char *value = NULL;

      if (gst_tag_list_peek_string_index (tags, GST_TAG_EXTENDED_COMMENT, i, &value)
          && g_str_equal (value, comment))
        return TRUE;
    }
  return FALSE;
}

static void
check_comments (Fixture *self, const char *name)
{
  g_autofree char *path = export(self, NULL, name);
  g_autoptr (GstTagList) tags = NULL;
  guint n_steps = legato_plan_get_n_steps (legato_timeline_get_plan (self->timeline));

  if (path == NULL)
    return;

  tags = read_tags (path);
  assert_tag (tags, GST_TAG_TITLE,
              legato_plan_get_routine (legato_timeline_get_plan (self->timeline))->name);
  assert_tag (tags, GST_TAG_ARTIST, "Legato");
  assert_tag (tags, GST_TAG_LANGUAGE_CODE, "en");
  for (guint i = 0; i < n_steps; i++)
    {
      gint64 ms = legato_timeline_get_step_onset (self->timeline, i) / 1000000;
      g_autofree char *title = dup_step_name (self->timeline, i);
      g_autofree char *at =
          g_strdup_printf ("CHAPTER%03u=00:%02d:%02d.%03d", i + 1, (int) (ms / 60000),
                           (int) (ms / 1000 % 60), (int) (ms % 1000));
      g_autofree char *named = g_strdup_printf ("CHAPTER%03uNAME=%s", i + 1, title);

      g_assert_true (has_comment (tags, at));
      g_assert_true (has_comment (tags, named));
    }
  g_unlink (path);
}

static void
test_opus (Fixture *self, gconstpointer data)
{
  check_comments (self, "x.opus");
}

static void
test_flac (Fixture *self, gconstpointer data)
{
  check_comments (self, "x.flac");
}

static guint32
read_u32 (const char *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

/* Returns: (nullable): the chunk @id, with @kind in its content if that is not %NULL, among those
 * between @at and @end */
static const char *
find_chunk (const char *at, const char *end, const char *id, const char *kind)
{
  while (at + 8 <= end)
    {
      if (memcmp (at, id, 4) == 0 && (kind == NULL || memcmp (at + 8, kind, 4) == 0))
        return at;
      at += 8 + (read_u32 (at + 4) + 1) / 2 * 2;
    }
  return NULL;
}

static void
test_wav (Fixture *self, gconstpointer data)
{
  g_autofree char *path = export(self, NULL, "x.wav");
  g_autofree char *content = NULL;
  guint n_steps = legato_plan_get_n_steps (legato_timeline_get_plan (self->timeline));
  const char *cue = NULL;
  const char *list = NULL;
  const char *label = NULL;
  const char *end = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  end = content + size;
  cue = find_chunk (content + 12, end, "cue ", NULL);
  list = find_chunk (content + 12, end, "LIST", "adtl");
  g_assert_nonnull (cue);
  g_assert_nonnull (list);
  g_assert_nonnull (find_chunk (content + 12, end, "LIST", "INFO"));
  g_assert_cmpuint (read_u32 (content + 4), ==, size - 8);
  g_assert_cmpuint (read_u32 (cue + 8), ==, n_steps);

  label = list + 12;
  for (guint i = 0; i < n_steps; i++)
    {
      const char *point = cue + 12 + 24 * i;
      g_autofree char *name = dup_step_name (self->timeline, i);

      g_assert_cmpuint (read_u32 (point), ==, i + 1);
      g_assert_cmpint (
          read_u32 (point + 20), ==,
          audio_fixture_round_to_sample (legato_timeline_get_step_onset (self->timeline, i)));
      g_assert_cmpmem (label, 4, "labl", 4);
      g_assert_cmpuint (read_u32 (label + 8), ==, i + 1);
      g_assert_cmpstr (label + 12, ==, name);
      label += 8 + (read_u32 (label + 4) + 1) / 2 * 2;
    }
  g_unlink (path);
}

/* The samples of a WAV file stand in it as they are. GStreamer 1.22, which reads the other formats,
 * would lose the memory of its labels. */
static gint16 *
read_wav (const char *path, gsize *n)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize at = 12; at + 8 <= length;)
    {
      guint32 size = GUINT32_FROM_LE (*(guint32 *) (gpointer) (content + at + 4));

      if (memcmp (content + at, "data", 4) == 0)
        {
          g_assert_cmpuint (at + 8 + size, <=, length);
          *n = size / 4;
          return g_memdup2 (content + at + 8, size);
        }
      at += 8 + size + size % 2;
    }
  g_assert_not_reached ();
}

static gint16 *
decode (const char *path, gsize *n)
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
  char *content = NULL;

  g_assert_no_error (error);
  bus = gst_pipeline_get_bus (GST_PIPELINE (pipeline));
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  message =
      gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);

  g_assert_true (g_file_get_contents (raw, &content, n, NULL));
  g_unlink (raw);
  *n /= 4;
  return (gint16 *) (gpointer) content;
}

/* In a file as well, the voice is where its line is, the cues are quieter under it, and everywhere
 * else nothing has changed. */
static void
check_voice (Fixture *self, const char *name, int slack)
{
  g_autoptr (LegatoSpeech) speech = NULL;
  g_autofree char *path = NULL;
  g_autofree gint16 *alone = NULL;
  g_autofree gint16 *both = NULL;
  g_autofree gboolean *near = NULL;
  gsize n = 0;
  gsize n_both = 0;
  gint16 *(*read) (const char *path, gsize *n) =
      g_str_has_suffix (name, ".wav") ? read_wav : decode;
  g_autoptr (GError) error = NULL;

  if (!has_element ("decodebin"))
    {
      g_test_skip ("nothing here decodes a file");
      return;
    }
  speech = legato_speech_new (self->timeline, "en", 1.0, NULL, NULL, &error);
  if (g_error_matches (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_NOT_BUILT))
    {
      g_test_skip (error->message);
      return;
    }
  g_assert_no_error (error);

  path = export(self, NULL, name);
  if (path == NULL)
    return;
  alone = read (path, &n);
  g_free (path);
  path = export(self, speech, name);
  both = read (path, &n_both);
  g_assert_cmpuint (n, ==, n_both);
  near = g_new0 (gboolean, n);

  for (guint i = 0; i < legato_speech_get_n_lines (speech); i++)
    {
      const LegatoSpeechLine *line = legato_speech_get_line (speech, i);
      const GArray *sound = g_ptr_array_index (line->sounds, 0);
      gint64 start = audio_fixture_round_to_sample (line->onset);
      gint64 until = audio_fixture_round_to_sample (line->until);
      double said = 0.0;
      double wanted = 0.0;
      double rest = 0.0;

      for (guint s = 0; s < sound->len; s++)
        {
          double voice = g_array_index (sound, gint16, s);
          double middle = (both[2 * (start + s)] + both[2 * (start + s) + 1]) / 2.0;
          double left = (alone[2 * (start + s)] + alone[2 * (start + s) + 1]) / 2.0;
          double off = middle - voice - LEGATO_SPEECH_DUCK * left;

          said += middle * middle;
          wanted += voice * voice;
          rest += off * off;
        }
      /* What is not the voice over quieter cues is what the codec adds. */
      g_assert_cmpfloat (said, >, wanted / 2.0);
      g_assert_cmpfloat (rest, <, wanted / 20.0);

      for (gint64 s = start - LEGATO_SPEECH_DUCK_DOWN - 4800;
           s < until + LEGATO_SPEECH_DUCK_UP + 4800; s++)
        if (s >= 0 && s < (gint64) n)
          near[s] = TRUE;
    }

  for (gsize s = 0; s < n; s++)
    if (!near[s])
      g_assert_cmpint (ABS (both[2 * s] - alone[2 * s]), <=, slack);
  g_unlink (path);
}

static void
test_voice_wav (Fixture *self, gconstpointer data)
{
  check_voice (self, "x.wav", 0);
}

static void
test_voice_flac (Fixture *self, gconstpointer data)
{
  check_voice (self, "x.flac", 0);
}

/* A lossy codec spends its bits otherwise when somebody has just spoken. */
static void
test_voice_opus (Fixture *self, gconstpointer data)
{
  check_voice (self, "x.opus", 2000);
}

static void
test_read_only (void)
{
  g_autofree char *dir = NULL;

  if (g_test_subprocess ())
    {
      Fixture fixture = { 0 };
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;

      fixture.dir = g_dir_make_tmp ("legato-chapters-XXXXXX", NULL);
      fixture.timeline = audio_fixture_new_routine ("three-minute", 0);
      path = g_build_filename (fixture.dir, "x.wav", NULL);
      g_assert_true (audio_fixture_mount (fixture.dir, TRUE, NULL));
      g_assert_false (legato_export_timeline (fixture.timeline, LEGATO_TIMBRE_SOFT, NULL, path,
                                              NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, (int) g_io_error_from_errno (EROFS));
      g_assert_nonnull (strstr (error->message, g_strerror (EROFS)));
      g_assert_cmpint (umount (fixture.dir), ==, 0);
      tear_down (&fixture, NULL);
      return;
    }

  dir = g_dir_make_tmp ("legato-chapters-XXXXXX", NULL);
  if (audio_fixture_may_mount (dir))
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
    }
  else
    g_test_skip ("no folder of our own here");
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  double told;
  gboolean done;
  GError *error;
} Waiting;

static void
progress_cb (double fraction, gpointer data)
{
  Waiting *waiting = data;

  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_false (waiting->done);
  g_assert_false (g_cancellable_is_cancelled (waiting->cancellable));
  g_assert_cmpfloat (fraction, >=, waiting->told);
  waiting->told = fraction;
  if (waiting->cancellable != NULL)
    g_cancellable_cancel (waiting->cancellable);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->done = legato_export_finish (result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
run_async (LegatoTimeline *timeline, const char *language, GFile *file, Waiting *waiting)
{
  waiting->loop = g_main_loop_new (NULL, FALSE);
  legato_export_async (timeline, LEGATO_TIMBRE_SOFT, language, 1.0, file, waiting->cancellable,
                       progress_cb, waiting, done_cb, waiting);
  g_main_loop_run (waiting->loop);
  g_main_loop_unref (waiting->loop);
}

static void
test_async (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "x.wav", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_crowd (1800);
  Waiting done = { 0 };
  Waiting cancelled = { .cancellable = g_cancellable_new () };

  run_async (self->timeline, NULL, file, &done);
  g_assert_no_error (done.error);
  g_assert_true (done.done);
  g_assert_cmpfloat (done.told, ==, 1.0);
  g_assert_cmpint (g_unlink (path), ==, 0);

  run_async (timeline, NULL, file, &cancelled);
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (cancelled.told, <, 1.0);
  g_clear_error (&cancelled.error);
  g_object_unref (cancelled.cancellable);
}

static void
test_async_errors (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->dir, "x.wav", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://nowhere.invalid/x.wav");
  Waiting unspoken = { 0 };
  Waiting remote = { 0 };

  run_async (self->timeline, "xx", file, &unspoken);
  g_assert_nonnull (unspoken.error);
  g_assert_cmpuint (unspoken.error->domain, ==, LEGATO_VOICE_ERROR);
  g_clear_error (&unspoken.error);

  run_async (self->timeline, NULL, far, &remote);
  g_assert_error (remote.error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&remote.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name_, function_)                                                                      \
  g_test_add ("/audio/chapters/" name_, Fixture, NULL, set_up, function_, tear_down)

  /* First, while there is one thread. */
  g_test_add_func ("/audio/chapters/read-only", test_read_only);
  ADD ("wav", test_wav);
  ADD ("flac", test_flac);
  ADD ("opus", test_opus);
  ADD ("voice-wav", test_voice_wav);
  ADD ("voice-flac", test_voice_flac);
  ADD ("voice-opus", test_voice_opus);
  ADD ("async", test_async);
  ADD ("async-errors", test_async_errors);

  return g_test_run ();
}
