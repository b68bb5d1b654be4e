/* legato-playback.c: the pipeline that a player plays with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-playback"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-audio.h"
#include "legato-cue-src.h"
#include "legato-playback.h"

struct _LegatoPlayback
{
  GstElement *pipeline;
  gboolean silent;

  /* Borrowed from the pipeline */
  GstElement *source;
  GstElement *volume;
  GstElement *sink;
};

/* (nullable): %NULL if @description does not fit this machine. */
static GstElement *
create_sink (const char *description)
{
  g_autoptr (GError) error = NULL;
  GstElement *sink = gst_parse_bin_from_description (description, TRUE, &error);

  if (error != NULL)
    {
      g_debug ("%s: %s", description, error->message);
      gst_clear_object (&sink);
    }

  return sink;
}

/* Runs on the system clock as if it sounded. */
static GstElement *
create_silent_sink (void)
{
  GstElement *sink = gst_element_factory_make ("fakesink", NULL);

  g_object_set (sink, "sync", TRUE, NULL);

  return sink;
}

/* Whether autoaudiosink says that it found no device and put a silent sink in its place. */
static gboolean
is_no_device (GstMessage *message)
{
  GstObject *src = GST_MESSAGE_SRC (message);
  GstElementFactory *factory =
      GST_IS_ELEMENT (src) ? gst_element_get_factory (GST_ELEMENT (src)) : NULL;

  return factory != NULL && g_str_equal (GST_OBJECT_NAME (factory), "autoaudiosink");
}

/* Opens the device, so that it is known at once whether there is one. */
static gboolean
legato_playback_open_device (LegatoPlayback *self)
{
  g_autoptr (GstBus) bus = gst_pipeline_get_bus (GST_PIPELINE (self->pipeline));

  if (gst_element_set_state (self->pipeline, GST_STATE_READY) == GST_STATE_CHANGE_FAILURE)
    return FALSE;

  /* Until here nothing but state changes can have been said besides. */
  for (;;)
    {
      g_autoptr (GstMessage) message = gst_bus_pop_filtered (bus, GST_MESSAGE_WARNING);

      if (message == NULL)
        return TRUE;
      self->silent = self->silent || is_no_device (message);
    }
}

static gboolean
legato_playback_build (LegatoPlayback *self, GstElement *sink, GError **error)
{
  static const char *const names[] = { LEGATO_CUE_SRC_NAME, "audioconvert", "audioresample",
                                       "volume" };
  GstElement *elements[G_N_ELEMENTS (names)];

  self->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  gst_bin_add (GST_BIN (self->pipeline), sink);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      elements[i] = gst_element_factory_make (names[i], NULL);
      if (elements[i] == NULL)
        {
          g_set_error (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_UNAVAILABLE,
                       _ ("A part of GStreamer is not installed: %s"), names[i]);
          return FALSE;
        }
      gst_bin_add (GST_BIN (self->pipeline), elements[i]);
    }
  gst_element_link_many (elements[0], elements[1], elements[2], elements[3], sink, NULL);

  self->source = elements[0];
  self->volume = elements[3];
  self->sink = sink;

  return TRUE;
}

static LegatoPlayback *
legato_playback_try (LegatoTimeline *timeline,
                     LegatoTimbre timbre,
                     GstElement *sink,
                     GError **error)
{
  g_autoptr (LegatoPlayback) self = g_new0 (LegatoPlayback, 1);

  if (!legato_playback_build (self, sink, error))
    return NULL;

  g_object_set (self->source, "timeline", timeline, "timbre", timbre, NULL);
  if (!legato_playback_open_device (self))
    {
      g_set_error_literal (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_FAILED,
                           _ ("The sound device could not be opened."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * legato_playback_new:
 * @sink: (nullable): where the sound goes, as GStreamer describes it; %NULL for nowhere
 * @error: %LEGATO_AUDIO_ERROR
 *
 * A pipeline in the state READY, with the device open. If there is none it is silent.
 *
 * Returns: (transfer full) (nullable): free with legato_playback_free()
 */
LegatoPlayback *
legato_playback_new (LegatoTimeline *timeline,
                     LegatoTimbre timbre,
                     const char *sink,
                     GError **error)
{
  g_autoptr (GError) cause = NULL;
  GstElement *element;
  LegatoPlayback *self = NULL;

  g_return_val_if_fail (timeline != NULL, NULL);

  if (!legato_audio_init (error))
    return NULL;

  element = sink != NULL ? create_sink (sink) : NULL;
  if (element != NULL)
    self = legato_playback_try (timeline, timbre, element, &cause);
  if (self == NULL)
    {
      if (cause != NULL)
        g_debug ("%s", cause->message);
      self = legato_playback_try (timeline, timbre, create_silent_sink (), error);
      if (self != NULL)
        self->silent = TRUE;
    }

  return self;
}

void
legato_playback_free (LegatoPlayback *self)
{
  g_return_if_fail (self != NULL);

  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->pipeline);
  g_free (self);
}

/** Returns: (transfer none): to set its state and listen to its bus */
GstElement *
legato_playback_get_pipeline (LegatoPlayback *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pipeline;
}

/** Returns: whether it runs on the system clock, unheard */
gboolean
legato_playback_is_silent (LegatoPlayback *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->silent;
}

/**
 * legato_playback_set_speech:
 * @speech: (nullable): what is said over the cues; if it plays, from the next line on
 */
void
legato_playback_set_speech (LegatoPlayback *self, LegatoSpeech *speech)
{
  g_return_if_fail (self != NULL);

  g_object_set (self->source, "speech", speech, NULL);
}

/**
 * legato_playback_set_volume:
 * @volume: 0 to 1, as on a slider: loudness goes with its cube, which feels even to the ear
 */
void
legato_playback_set_volume (LegatoPlayback *self, double volume)
{
  g_return_if_fail (self != NULL);

  g_object_set (self->volume, "volume", volume * volume * volume, NULL);
}

/**
 * legato_playback_seek:
 * @position: nanoseconds of the timeline
 * @speed: tempo from there on, above 0
 *
 * Before the pipeline is started, this is where it will start.
 *
 * Returns: whether it goes there
 */
gboolean
legato_playback_seek (LegatoPlayback *self, gint64 position, double speed)
{
  GstEvent *event;
  GstState state = GST_STATE_NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  event = gst_event_new_seek (speed, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE,
                              GST_SEEK_TYPE_SET, position, GST_SEEK_TYPE_NONE, -1);
  gst_element_get_state (self->source, &state, NULL, 0);

  /* A source that is not started yet keeps it until it is. */
  return gst_element_send_event (state < GST_STATE_PAUSED ? self->source : self->pipeline, event);
}
