/* legato-export.c: writes a timeline's sound to a file
 *
 * WAV is written about 900 times faster than it sounds, flushed to the disk (test-export measures).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-export"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/gst.h>

#include "legato-audio.h"
#include "legato-chapters.h"
#include "legato-cue-src.h"
#include "legato-export.h"

/* How long a cancel may go unnoticed, and how often progress is told. */
#define TURN (50 * GST_MSECOND)

#define MAX_ELEMENTS 2

/* The elements between the source and the file. Opus at 96 kb/s cannot be told from the original
 * (listening tests of Opus stereo). */
static const char *const endings[] = { "wav", "flac", "opus", NULL };
static const char *const encoders[][MAX_ELEMENTS] = {
  { "wavenc" },
  { "flacenc" },
  { "opusenc", "oggmux" },
};

#define OPUS_BITRATE 96000

/* Of 10: half the work of the highest, and at this bitrate no difference to the ear. */
#define OPUS_COMPLEXITY 5

/* A file that has a name of its own until it is whole. */
typedef struct
{
  char *path;
  char *temporary;
  int fd;
} PartialFile;

static void
partial_file_free (PartialFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PartialFile, partial_file_free)

static void
set_write_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” could not be written: %s"),
               name, g_strerror (code));
}

static PartialFile *
partial_file_new (const char *path, GError **error)
{
  g_autoptr (PartialFile) self = g_new0 (PartialFile, 1);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  self->path = g_strdup (path);
  do
    {
      g_autofree char *hidden = g_strdup_printf (".%s.%08x", name, g_random_int ());

      g_free (self->temporary);
      self->temporary = g_build_filename (dir, hidden, NULL);
      self->fd = g_open (self->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
  while (self->fd < 0 && errno == EEXIST);

  if (self->fd < 0)
    {
      set_write_error (error, path, errno);
      g_clear_pointer (&self->temporary, g_free);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* Adds @chunks to a RIFF file, whose size stands in bytes 4 to 7. */
static gboolean
partial_file_append_riff (PartialFile *self, const GByteArray *chunks, GError **error)
{
  off_t end = lseek (self->fd, 0, SEEK_END);
  const guint8 *at = chunks->data;
  gsize left = chunks->len;
  guint32 size = 0;

  while (end >= 0 && left > 0)
    {
      gssize written = write (self->fd, at, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        break;
      at += written;
      left -= (gsize) written;
    }

  size = GUINT32_TO_LE ((guint32) (end + (off_t) chunks->len - 8));
  if (end < 0 || left > 0 || pwrite (self->fd, &size, sizeof size, 4) != sizeof size)
    {
      set_write_error (error, self->path, errno);
      return FALSE;
    }
  return TRUE;
}

/* Gives the file its name once all of it is on the disk. */
static gboolean
partial_file_finish (PartialFile *self, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (self->path);
  int dir_fd;

  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->path) != 0)
    {
      set_write_error (error, self->path, errno);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);

  /* So that the name, too, outlives a power cut; some file systems cannot and need not. */
  dir_fd = g_open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (dir_fd >= 0)
    {
      fsync (dir_fd);
      close (dir_fd);
    }

  return TRUE;
}

static const char *const *
find_elements (const char *path, GError **error)
{
  const char *dot = strrchr (path, '.');

  for (gsize i = 0; dot != NULL && endings[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (dot + 1, endings[i]) == 0)
        return encoders[i];
    }

  g_set_error_literal (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_FORMAT,
                       _ ("The file’s name has to end in .wav, .flac or .opus."));
  return NULL;
}

static GstElement *
add_element (GstElement *pipeline, const char *factory, GError **error)
{
  GstElement *element = gst_element_factory_make (factory, NULL);

  if (element == NULL)
    {
      g_set_error (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_MISSING,
                   _ ("Writing this kind of file needs the GStreamer plug-in “%s”, "
                      "which is not installed."),
                   factory);
      return NULL;
    }

  gst_bin_add (GST_BIN (pipeline), element);
  return element;
}

/* Returns: (transfer full) (nullable): source ! samples as they are heard ! encoder… ! file */
static GstElement *
create_pipeline (LegatoTimeline *timeline,
                 LegatoTimbre timbre,
                 LegatoSpeech *speech,
                 const char *const *elements,
                 const char *location,
                 GError **error)
{
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  g_autoptr (GstCaps) caps = gst_caps_from_string ("audio/x-raw, format = S16LE");
  GstElement *last = add_element (pipeline, LEGATO_CUE_SRC_NAME, error);
  GstElement *next;

  if (last == NULL)
    return NULL;
  g_object_set (last, "timeline", timeline, "timbre", timbre, "speech", speech, NULL);

  /* Changes the byte order where that is needed, else nothing: no dither on exact samples. */
  next = add_element (pipeline, "audioconvert", error);
  if (next == NULL)
    return NULL;
  gst_util_set_object_arg (G_OBJECT (next), "dithering", "none");
  gst_element_link (last, next);
  last = next;

  for (gsize i = 0; i < MAX_ELEMENTS && elements[i] != NULL; i++)
    {
      next = add_element (pipeline, elements[i], error);
      if (next == NULL)
        return NULL;
      if (g_str_equal (elements[i], "opusenc"))
        g_object_set (next, "bitrate", OPUS_BITRATE, "complexity", OPUS_COMPLEXITY, NULL);
      if (i == 0)
        {
          legato_chapters_write (timeline, next);
          gst_element_link_filtered (last, next, caps);
        }
      else
        gst_element_link (last, next);
      last = next;
    }

  next = add_element (pipeline, "filesink", error);
  if (next == NULL)
    return NULL;
  g_object_set (next, "location", location, NULL);
  gst_element_link (last, next);

  return g_steal_pointer (&pipeline);
}

/* GStreamer does not say what is wrong with a file that cannot be written on; the file does. */
static int
find_write_error (const PartialFile *file)
{
  if (lseek (file->fd, 0, SEEK_END) >= 0 && write (file->fd, "", 1) == 1)
    return 0;
  return errno;
}

static void
set_stream_error (GError **error, const PartialFile *file, GstMessage *message)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *debug = NULL;
  g_autofree char *name = g_filename_display_name (file->path);
  int code = 0;

  gst_message_parse_error (message, &cause, &debug);
  g_debug ("%s (%s)", cause->message, debug);

  if (g_error_matches (cause, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NO_SPACE_LEFT))
    code = ENOSPC;
  else if (cause->domain == GST_RESOURCE_ERROR)
    code = find_write_error (file);

  if (code != 0)
    set_write_error (error, file->path, code);
  else
    g_set_error (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_FAILED,
                 _ ("“%s” could not be written: %s"), name, cause->message);
}

/* Lets @pipeline run to its end. */
static gboolean
run_pipeline (GstElement *pipeline,
              gint64 duration,
              const PartialFile *file,
              GCancellable *cancellable,
              LegatoExportProgress progress,
              gpointer user_data,
              GError **error)
{
  g_autoptr (GstBus) bus = gst_pipeline_get_bus (GST_PIPELINE (pipeline));
  double told = 0.0;

  gst_element_set_state (pipeline, GST_STATE_PLAYING);

  for (;;)
    {
      g_autoptr (GstMessage) message =
          gst_bus_timed_pop_filtered (bus, TURN, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
      gint64 position;

      if (message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
        break;
      if (message != NULL)
        {
          set_stream_error (error, file, message);
          return FALSE;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (progress != NULL && gst_element_query_position (pipeline, GST_FORMAT_TIME, &position))
        {
          told = CLAMP ((double) position / (double) duration, told, 1.0);
          progress (told, user_data);
        }
    }

  return TRUE;
}

/**
 * legato_export_get_endings:
 *
 * Returns: (transfer none) (array zero-terminated=1): the file name endings that can be written,
 *   without the dot
 */
const char *const *
legato_export_get_endings (void)
{
  return endings;
}

/**
 * legato_export_timeline:
 * @timeline: what to write, at tempo 1
 * @timbre: what its cues are made of
 * @speech: (nullable): what is said over its cues
 * @path: (type filename): where to; its ending (.wav, .flac, .opus) says in which format. A file of
 *   that name is replaced
 * @cancellable: (nullable): stops it within 50 ms
 * @progress: (nullable) (scope call): told about 20 times a second
 * @error: %LEGATO_AUDIO_ERROR, or %G_IO_ERROR if the file cannot be written or on cancel
 *
 * Writes all of the sound, as fast as the machine can, and returns when the file is on the disk.
 * The file gets its name only then: whatever goes wrong, there is the file as it was before or
 * none, and nothing besides. Blocks; run it in a thread where that matters.
 *
 * Returns: whether the file was written
 */
gboolean
legato_export_timeline (LegatoTimeline *timeline,
                        LegatoTimbre timbre,
                        LegatoSpeech *speech,
                        const char *path,
                        GCancellable *cancellable,
                        LegatoExportProgress progress,
                        gpointer user_data,
                        GError **error)
{
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (PartialFile) file = NULL;
  const char *const *elements;
  gboolean done;

  g_return_val_if_fail (timeline != NULL, FALSE);
  g_return_val_if_fail (speech == NULL || legato_speech_get_timeline (speech) == timeline, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  elements = find_elements (path, error);
  if (elements == NULL || !legato_cue_src_register (error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  file = partial_file_new (path, error);
  if (file == NULL)
    return FALSE;

  pipeline = create_pipeline (timeline, timbre, speech, elements, file->temporary, error);
  if (pipeline == NULL)
    return FALSE;

  done = run_pipeline (pipeline, legato_timeline_get_duration (timeline), file, cancellable,
                       progress, user_data, error);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  if (done && g_str_equal (elements[0], "wavenc"))
    {
      g_autoptr (GByteArray) chunks = legato_chapters_make_riff (timeline);

      done = partial_file_append_riff (file, chunks, error);
    }
  if (!done || !partial_file_finish (file, error))
    return FALSE;

  if (progress != NULL)
    progress (1.0, user_data);

  return TRUE;
}
