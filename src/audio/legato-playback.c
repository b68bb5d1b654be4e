/* legato-playback.c: the pipeline that a player plays with
 *
 * A sound server that hangs holds up whoever asks it for something, for as long as it hangs. So all
 * that may ask it (opening, starting, halting, closing the device) is done by a thread of the
 * playback's own, and nobody waits for that: a playback which is given up closes by itself, be it
 * hours later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-playback"

#include "config.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "legato-audio.h"
#include "legato-cue-src.h"
#include "legato-playback.h"

/* How much sound lies ready in the device, in microseconds: what is changed is heard that much
 * later. A tenth of a second would be too long, and a scheduler rarely takes half of one. */
#define DEVICE_BUFFER_US ((gint64) 60000)
#define DEVICE_PERIOD_US ((gint64) 30000)

/* Until a fade has gone through the device. */
#define FADE_US 100000

/* How long the program's end waits for playbacks that are closing. */
#define FAREWELL_US ((gint64) 1000000)

struct _LegatoPlayback
{
  GstElement *pipeline;
  GstElement *source; /* borrowed from the pipeline */
  LegatoSequencer *sequencer;
  gboolean silent; /* for the owner alone */

  gatomicrefcount ref_count; /* the owner's and the thread's */
  GMutex lock;
  GCond cond;
  GstState wanted;
  GstState reached;
  gboolean restart;
};

/* Threads that may be in the midst of GStreamer. */
static GMutex farewell_lock;
static GCond farewell_cond;
static int n_threads;

static void
legato_playback_unref (LegatoPlayback *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  gst_clear_object (&self->pipeline);
  legato_sequencer_unref (self->sequencer);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self);
}

/* Libraries must not be torn down under a thread that uses them. */
static void
farewell (void)
{
  gint64 until = g_get_monotonic_time () + FAREWELL_US;

  g_mutex_lock (&farewell_lock);
  while (n_threads > 0 && g_cond_wait_until (&farewell_cond, &farewell_lock, until))
    ;
  g_mutex_unlock (&farewell_lock);
}

static void
count_thread (int change)
{
  static gboolean registered = FALSE;

  g_mutex_lock (&farewell_lock);
  if (!registered)
    atexit (farewell);
  registered = TRUE;
  n_threads += change;
  g_cond_broadcast (&farewell_cond);
  g_mutex_unlock (&farewell_lock);
}

static void
legato_playback_reach (LegatoPlayback *self, GstState state, gboolean restart)
{
  if (restart)
    gst_element_set_state (self->pipeline, GST_STATE_PAUSED);
  if (gst_element_set_state (self->pipeline, state) == GST_STATE_CHANGE_FAILURE)
    GST_ELEMENT_ERROR (self->pipeline, RESOURCE, FAILED, (NULL), ("the device did not follow"));
}

static gpointer
thread_main (gpointer data)
{
  LegatoPlayback *self = data;

  g_mutex_lock (&self->lock);
  while (self->wanted != GST_STATE_NULL)
    {
      GstState wanted = self->wanted;
      gboolean restart = self->restart;

      if (wanted == self->reached && !restart)
        {
          g_cond_wait (&self->cond, &self->lock);
          continue;
        }

      self->restart = FALSE;
      g_mutex_unlock (&self->lock);
      legato_playback_reach (self, wanted, restart);
      g_mutex_lock (&self->lock);
      self->reached = wanted;
    }
  g_mutex_unlock (&self->lock);

  if (self->reached == GST_STATE_PLAYING)
    g_usleep (FADE_US);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  legato_playback_unref (self);
  count_thread (-1);

  return NULL;
}

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

/* Whatever sink comes in, at once or when autoaudiosink has chosen one. */
static void
element_added_cb (GstBin *pipeline, GstBin *bin, GstElement *element)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (element);

  if (g_object_class_find_property (klass, "buffer-time") != NULL
      && g_object_class_find_property (klass, "latency-time") != NULL)
    g_object_set (element, "buffer-time", DEVICE_BUFFER_US, "latency-time", DEVICE_PERIOD_US, NULL);
}

static gboolean
legato_playback_build (LegatoPlayback *self, GstElement *sink, GError **error)
{
  static const char *const names[] = { LEGATO_CUE_SRC_NAME, "audioconvert", "audioresample" };
  GstElement *elements[G_N_ELEMENTS (names)];

  self->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  g_signal_connect (self->pipeline, "deep-element-added", G_CALLBACK (element_added_cb), NULL);
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
  gst_element_link_many (elements[0], elements[1], elements[2], sink, NULL);
  self->source = elements[0];
  g_object_set (self->source, "sequencer", self->sequencer, NULL);

  return TRUE;
}

/**
 * legato_playback_new:
 * @sequencer: whose samples are played; by one playback at a time
 * @sink: (nullable): where the sound goes, as GStreamer describes it; %NULL for nowhere
 * @error: %LEGATO_AUDIO_ERROR
 *
 * A pipeline that nothing was done with yet. If there is no such thing as @sink, it is silent.
 *
 * Returns: (transfer full) (nullable): to be ended with legato_playback_close()
 */
LegatoPlayback *
legato_playback_new (LegatoSequencer *sequencer, const char *sink, GError **error)
{
  LegatoPlayback *self;
  GstElement *element;

  g_return_val_if_fail (sequencer != NULL, NULL);

  if (!legato_cue_src_register (error))
    return NULL;

  self = g_new0 (LegatoPlayback, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  self->sequencer = legato_sequencer_ref (sequencer);
  self->wanted = GST_STATE_VOID_PENDING;
  self->reached = GST_STATE_VOID_PENDING;

  element = sink != NULL ? create_sink (sink) : NULL;
  self->silent = element == NULL;
  if (element == NULL)
    element = create_silent_sink ();
  if (!legato_playback_build (self, element, error))
    {
      legato_playback_unref (self);
      return NULL;
    }

  g_atomic_ref_count_inc (&self->ref_count);
  count_thread (1);
  g_thread_unref (g_thread_new ("legato-playback", thread_main, self));

  return self;
}

/**
 * legato_playback_close:
 * @self: (transfer full): is not to be used any more
 * @fade: whether it still plays what its sequencer has to play, for a tenth of a second, or takes
 * no more samples from it at once
 *
 * Lets go of the device, in the background.
 */
void
legato_playback_close (LegatoPlayback *self, gboolean fade)
{
  g_return_if_fail (self != NULL);

  if (!fade)
    legato_cue_src_detach (LEGATO_CUE_SRC (self->source));
  legato_playback_set_state (self, GST_STATE_NULL);
  legato_playback_unref (self);
}

/** Returns: (transfer none): to listen to its bus and its clock */
GstElement *
legato_playback_get_pipeline (LegatoPlayback *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pipeline;
}

/** Returns: whether it is known to run on the system clock, unheard */
gboolean
legato_playback_is_silent (LegatoPlayback *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->silent;
}

/**
 * legato_playback_notice:
 * @message: a message of the pipeline's bus
 *
 * Whether it is autoaudiosink's way to say that it found no device and put a silent sink in its
 * place. From then on legato_playback_is_silent().
 */
gboolean
legato_playback_notice (LegatoPlayback *self, GstMessage *message)
{
  GstObject *src = GST_MESSAGE_SRC (message);
  GstElementFactory *factory =
      GST_IS_ELEMENT (src) ? gst_element_get_factory (GST_ELEMENT (src)) : NULL;
  gboolean no_device = GST_MESSAGE_TYPE (message) == GST_MESSAGE_WARNING && factory != NULL
                       && g_str_equal (GST_OBJECT_NAME (factory), "autoaudiosink");

  g_return_val_if_fail (self != NULL, FALSE);

  self->silent = self->silent || no_device;

  return no_device;
}

/**
 * legato_playback_switch:
 * @sequencer: whose samples are played from now on
 *
 * For a playback that plays already.
 *
 * Returns: how many samples it took from the sequencer before
 */
gint64
legato_playback_switch (LegatoPlayback *self, LegatoSequencer *sequencer)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (sequencer != NULL, 0);

  return legato_cue_src_switch (LEGATO_CUE_SRC (self->source), sequencer);
}

/**
 * legato_playback_set_state:
 * @state: %GST_STATE_PAUSED or %GST_STATE_PLAYING
 *
 * Has the pipeline go there as soon as it can. Does not wait for it.
 */
void
legato_playback_set_state (LegatoPlayback *self, GstState state)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->wanted = state;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
}

/** legato_playback_restart: has it halt and go on, with the clock that there is then. */
void
legato_playback_restart (LegatoPlayback *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->restart = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
}

/** Returns: whether it has not done yet what it was last told */
gboolean
legato_playback_is_busy (LegatoPlayback *self)
{
  gboolean busy;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->lock);
  busy = self->wanted != self->reached;
  g_mutex_unlock (&self->lock);

  return busy;
}
