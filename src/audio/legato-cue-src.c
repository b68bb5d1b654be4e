/* legato-cue-src.c: a GStreamer source that sounds a timeline
 *
 * Either a timeline from its start to its end, or whatever a sequencer plays, without an end. All
 * that moves about in the timeline is the sequencer's: this element only packs its samples, in one
 * stream that is never interrupted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cue-src"

#include "config.h"

#include <gst/audio/audio-format.h>

#include "legato-audio.h"
#include "legato-cue-src.h"
#include "legato-synth.h"

/* 30 ms: short enough to change at once, long enough to cost next to nothing. */
#define BUFFER_SAMPLES 1440

/* A buffer that is later than this, in nanoseconds, comes after a sleep of the machine, of this
 * program or of the sound server. */
#define TOO_LATE ((GstClockTimeDiff) 300 * GST_MSECOND)

struct _LegatoCueSrc
{
  GstPushSrc parent_instance;

  /* Under the object lock */
  LegatoTimeline *timeline;
  LegatoTimbre timbre;
  LegatoSpeech *speech;
  LegatoSequencer *sequencer;
  LegatoSequencer *playing;
  gint64 next; /* sample that the next buffer starts with */
  gboolean detached;

  /* Streaming thread, or no streaming thread runs */
  gboolean endless;
  gsize frame_size;
};

enum
{
  PROP_0,
  PROP_TIMELINE,
  PROP_TIMBRE,
  PROP_SPEECH,
  PROP_SEQUENCER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GstStaticPadTemplate src_template = GST_STATIC_PAD_TEMPLATE (
    "src",
    GST_PAD_SRC,
    GST_PAD_ALWAYS,
    GST_STATIC_CAPS ("audio/x-raw, "
                     "format = (string) { " GST_AUDIO_NE (F32) ", " GST_AUDIO_NE (
                         S16) " }, "
                              "rate = (int) 48000, channels = (int) 2, "
                              "channel-mask = (bitmask) 0x3, "
                              "layout = (string) interleaved"));

G_DEFINE_FINAL_TYPE (LegatoCueSrc, legato_cue_src, GST_TYPE_PUSH_SRC)

static GstClockTime
samples_to_time (gint64 samples)
{
  return gst_util_uint64_scale_round ((guint64) samples, GST_SECOND, LEGATO_SAMPLE_RATE);
}

static gboolean
legato_cue_src_start (GstBaseSrc *src)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);

  GST_OBJECT_LOCK (self);
  self->endless = self->sequencer != NULL;
  if (self->sequencer != NULL)
    self->playing = legato_sequencer_ref (self->sequencer);
  else if (self->timeline != NULL)
    {
      self->playing = legato_sequencer_new (self->timeline, self->timbre, 1.0);
      legato_sequencer_set_speech (self->playing, self->speech);
      legato_sequencer_jump (self->playing, NULL, 0, TRUE);
    }
  GST_OBJECT_UNLOCK (self);

  if (self->playing == NULL)
    {
      GST_ELEMENT_ERROR (self, RESOURCE, NOT_FOUND, (NULL), ("nothing to play is set"));
      return FALSE;
    }
  self->next = 0;

  return TRUE;
}

static gboolean
legato_cue_src_stop (GstBaseSrc *src)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);

  GST_OBJECT_LOCK (self);
  g_clear_pointer (&self->playing, legato_sequencer_unref);
  GST_OBJECT_UNLOCK (self);

  return TRUE;
}

static gboolean
legato_cue_src_set_caps (GstBaseSrc *src, GstCaps *caps)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);
  const char *format = gst_structure_get_string (gst_caps_get_structure (caps, 0), "format");

  self->frame_size =
      LEGATO_CHANNELS
      * (g_str_equal (format, GST_AUDIO_NE (F32)) ? sizeof (float) : sizeof (gint16));

  return TRUE;
}

/* Returns: how many of the @n samples at @out there are to play */
static gsize
legato_cue_src_render (LegatoCueSrc *self, gsize n, gpointer out)
{
  float block[BUFFER_SAMPLES * LEGATO_CHANNELS];
  gsize left;

  if (self->frame_size == LEGATO_CHANNELS * sizeof (float))
    return legato_sequencer_render (self->playing, n, out);

  left = legato_sequencer_render (self->playing, n, block);
  legato_synth_convert_s16 (block, n, out);

  return left;
}

/* Whether what comes next comes too late. A sink would throw it away and all that follows until it
 * has caught up, and the session would be elsewhere. Under the object lock. */
static gboolean
legato_cue_src_is_late (LegatoCueSrc *self)
{
  GstClock *clock = GST_ELEMENT_CLOCK (self);
  GstClockTime due = GST_ELEMENT (self)->base_time + samples_to_time (self->next);

  return self->endless && clock != NULL && GST_STATE (self) == GST_STATE_PLAYING
         && GST_CLOCK_DIFF (due, gst_clock_get_time (clock)) > TOO_LATE;
}

static GstFlowReturn
legato_cue_src_create (GstPushSrc *src, GstBuffer **out)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);
  gsize n = BUFFER_SAMPLES;
  gboolean detached;
  gboolean late;
  gint64 first;
  GstBuffer *buffer;
  GstMapInfo map;

  if (!self->endless && legato_sequencer_is_over (self->playing))
    return GST_FLOW_EOS;

  buffer = gst_buffer_new_allocate (NULL, n * self->frame_size, NULL);
  if (buffer == NULL || !gst_buffer_map (buffer, &map, GST_MAP_WRITE))
    {
      gst_clear_buffer (&buffer);
      GST_ELEMENT_ERROR (self, RESOURCE, NO_SPACE_LEFT, (NULL), ("no memory for a buffer"));
      return GST_FLOW_ERROR;
    }

  GST_OBJECT_LOCK (self);
  late = !self->detached && legato_cue_src_is_late (self);
  self->detached = self->detached || late;
  detached = self->detached;
  if (detached)
    n = 0;
  else if (self->endless)
    legato_cue_src_render (self, n, map.data);
  else
    n = legato_cue_src_render (self, n, map.data);
  first = self->next;
  self->next += (gint64) n;
  GST_OBJECT_UNLOCK (self);
  gst_buffer_unmap (buffer, &map);
  if (late)
    gst_element_post_message (
        GST_ELEMENT (self),
        gst_message_new_element (GST_OBJECT (self), gst_structure_new_empty (LEGATO_CUE_SRC_LATE)));
  if (detached)
    {
      gst_buffer_unref (buffer);
      return GST_FLOW_EOS;
    }
  gst_buffer_set_size (buffer, (gssize) (n * self->frame_size));

  GST_BUFFER_PTS (buffer) = samples_to_time (first);
  GST_BUFFER_OFFSET (buffer) = (guint64) first;
  GST_BUFFER_DURATION (buffer) = samples_to_time (first + (gint64) n) - GST_BUFFER_PTS (buffer);
  GST_BUFFER_OFFSET_END (buffer) = (guint64) first + n;

  *out = buffer;
  return GST_FLOW_OK;
}

/* How long it is, for encoders that want to know. */
static gboolean
legato_cue_src_query (GstBaseSrc *src, GstQuery *query)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);
  gint64 duration = -1;
  GstFormat format;

  if (GST_QUERY_TYPE (query) != GST_QUERY_DURATION)
    return GST_BASE_SRC_CLASS (legato_cue_src_parent_class)->query (src, query);

  GST_OBJECT_LOCK (self);
  if (self->sequencer == NULL && self->timeline != NULL)
    duration = legato_timeline_get_duration (self->timeline);
  GST_OBJECT_UNLOCK (self);

  gst_query_parse_duration (query, &format, NULL);
  if (format != GST_FORMAT_TIME || duration < 0)
    return FALSE;
  gst_query_set_duration (query, format, duration);

  return TRUE;
}

static void
legato_cue_src_finalize (GObject *object)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (object);

  g_clear_pointer (&self->timeline, legato_timeline_unref);
  g_clear_pointer (&self->speech, legato_speech_unref);
  g_clear_pointer (&self->sequencer, legato_sequencer_unref);
  g_clear_pointer (&self->playing, legato_sequencer_unref);

  G_OBJECT_CLASS (legato_cue_src_parent_class)->finalize (object);
}

static void
legato_cue_src_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (object);

  GST_OBJECT_LOCK (self);
  switch (prop_id)
    {
    case PROP_TIMELINE:
      g_clear_pointer (&self->timeline, legato_timeline_unref);
      self->timeline = g_value_dup_boxed (value);
      break;
    case PROP_TIMBRE:
      self->timbre = (LegatoTimbre) g_value_get_enum (value);
      break;
    case PROP_SPEECH:
      g_clear_pointer (&self->speech, legato_speech_unref);
      self->speech = g_value_dup_boxed (value);
      break;
    case PROP_SEQUENCER:
      g_clear_pointer (&self->sequencer, legato_sequencer_unref);
      self->sequencer = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  GST_OBJECT_UNLOCK (self);
}

static void
legato_cue_src_class_init (LegatoCueSrcClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GstElementClass *element_class = GST_ELEMENT_CLASS (klass);
  GstBaseSrcClass *base_class = GST_BASE_SRC_CLASS (klass);
  GstPushSrcClass *push_class = GST_PUSH_SRC_CLASS (klass);

  object_class->finalize = legato_cue_src_finalize;
  object_class->set_property = legato_cue_src_set_property;

  base_class->start = legato_cue_src_start;
  base_class->stop = legato_cue_src_stop;
  base_class->set_caps = legato_cue_src_set_caps;
  base_class->query = legato_cue_src_query;
  push_class->create = legato_cue_src_create;

  /**
   * LegatoCueSrc:timeline:
   *
   * What to sound, once and at tempo 1. As the others, it takes effect when the element starts.
   */
  properties[PROP_TIMELINE] =
      g_param_spec_boxed ("timeline", NULL, NULL, LEGATO_TYPE_TIMELINE,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_READY);
  properties[PROP_TIMBRE] =
      g_param_spec_enum ("timbre", NULL, NULL, LEGATO_TYPE_TIMBRE, LEGATO_TIMBRE_SOFT,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_READY);
  /**
   * LegatoCueSrc:speech:
   *
   * What is said during the timeline, or %NULL.
   */
  properties[PROP_SPEECH] =
      g_param_spec_boxed ("speech", NULL, NULL, LEGATO_TYPE_SPEECH,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_READY);
  /**
   * LegatoCueSrc:sequencer:
   *
   * What to sound instead, for as long as it is let.
   */
  properties[PROP_SEQUENCER] =
      g_param_spec_boxed ("sequencer", NULL, NULL, LEGATO_TYPE_SEQUENCER,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_READY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gst_element_class_add_static_pad_template (element_class, &src_template);
  gst_element_class_set_static_metadata (element_class, "Legato cue source", "Source/Audio",
                                         "Sounds the cues of a massage timeline",
                                         "The Legato authors");
}

static void
legato_cue_src_init (LegatoCueSrc *self)
{
  gst_base_src_set_format (GST_BASE_SRC (self), GST_FORMAT_TIME);
  gst_base_src_set_live (GST_BASE_SRC (self), FALSE);
}

/**
 * legato_cue_src_switch:
 * @sequencer: what to sound from the next sample on
 *
 * For a source that sounds another sequencer already.
 *
 * Returns: the number of that sample in the source's stream
 */
gint64
legato_cue_src_switch (LegatoCueSrc *self, LegatoSequencer *sequencer)
{
  gint64 next;

  g_return_val_if_fail (LEGATO_IS_CUE_SRC (self), 0);
  g_return_val_if_fail (sequencer != NULL, 0);

  GST_OBJECT_LOCK (self);
  legato_sequencer_ref (sequencer);
  g_clear_pointer (&self->playing, legato_sequencer_unref);
  self->playing = sequencer;
  next = self->next;
  GST_OBJECT_UNLOCK (self);

  return next;
}

/**
 * legato_cue_src_detach:
 *
 * Takes no more samples from its sequencer, wherever its streaming thread is.
 */
void
legato_cue_src_detach (LegatoCueSrc *self)
{
  g_return_if_fail (LEGATO_IS_CUE_SRC (self));

  GST_OBJECT_LOCK (self);
  self->detached = TRUE;
  GST_OBJECT_UNLOCK (self);
}

/**
 * legato_cue_src_register:
 * @error: see legato_audio_init(), which this does as well
 *
 * Makes the source known to GStreamer by its name. May be called any number of times.
 */
gboolean
legato_cue_src_register (GError **error)
{
  static gsize known = 0;

  if (!legato_audio_init (error))
    return FALSE;
  if (g_once_init_enter (&known))
    {
      gst_element_register (NULL, LEGATO_CUE_SRC_NAME, GST_RANK_NONE, LEGATO_TYPE_CUE_SRC);
      g_once_init_leave (&known, 1);
    }
  return TRUE;
}
