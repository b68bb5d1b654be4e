/* legato-cue-src.c: a GStreamer source that sounds a timeline
 *
 * Time in the stream is time in the timeline. A seek lands on a whole sample. A seek's rate is the
 * tempo: it goes into the segment's applied_rate, and the samples come already rescaled, so that
 * strokes get slower or faster and pitches stay. Read back from the stream, 470 onsets in half an
 * hour are off by 0 samples, and 600 after 200 seeks at any tempo by half a sample, which is
 * rounding (test-cue-src).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cue-src"

#include "config.h"

#include <gst/audio/audio-format.h>

#include "legato-cue-src.h"
#include "legato-speech-mixer.h"
#include "legato-synth.h"

/* 10 ms: short enough to stop at once, long enough to cost next to nothing. */
#define BUFFER_SAMPLES 480

struct _LegatoCueSrc
{
  GstPushSrc parent_instance;

  /* Under the object lock */
  LegatoTimeline *timeline;
  LegatoTimbre timbre;
  LegatoSpeech *speech;

  /* Streaming thread, or no streaming thread runs */
  LegatoSynth *synth;
  LegatoSpeechMixer *mixer;
  double tempo;
  gint64 first;    /* sample that the segment starts with */
  gint64 next;     /* sample that the next buffer starts with */
  gboolean jumped; /* the next buffer does not follow the last one */
  gsize frame_size;
};

enum
{
  PROP_0,
  PROP_TIMELINE,
  PROP_TIMBRE,
  PROP_SPEECH,
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

static void
legato_cue_src_set_tempo (LegatoCueSrc *self, double tempo)
{
  g_autoptr (LegatoTimeline) timeline = NULL;

  if (self->synth != NULL && self->tempo == tempo)
    return;

  GST_OBJECT_LOCK (self);
  timeline = legato_timeline_ref (self->timeline);
  GST_OBJECT_UNLOCK (self);

  g_clear_pointer (&self->synth, legato_synth_free);
  self->synth = legato_synth_new (timeline, self->timbre, tempo);
  self->tempo = tempo;
}

/* Returns: (transfer full) (nullable) */
static LegatoSpeech *
legato_cue_src_dup_speech (LegatoCueSrc *self)
{
  LegatoSpeech *speech = NULL;

  GST_OBJECT_LOCK (self);
  if (self->speech != NULL)
    speech = legato_speech_ref (self->speech);
  GST_OBJECT_UNLOCK (self);

  return speech;
}

/* Goes to self->first, which is @position, at the tempo of now. */
static void
legato_cue_src_go (LegatoCueSrc *self, gint64 position)
{
  g_autoptr (LegatoSpeech) speech = legato_cue_src_dup_speech (self);

  self->next = self->first;
  self->jumped = TRUE;
  legato_synth_set_start (self->synth, self->first);
  legato_speech_mixer_seek (self->mixer, speech, self->tempo, position, self->first);
}

static gboolean
legato_cue_src_start (GstBaseSrc *src)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);

  if (self->timeline == NULL)
    {
      GST_ELEMENT_ERROR (self, RESOURCE, NOT_FOUND, (NULL), ("no timeline is set"));
      return FALSE;
    }

  self->mixer = legato_speech_mixer_new ();
  legato_cue_src_set_tempo (self, 1.0);
  self->first = 0;
  legato_cue_src_go (self, 0);

  return TRUE;
}

static gboolean
legato_cue_src_stop (GstBaseSrc *src)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);

  g_clear_pointer (&self->synth, legato_synth_free);
  g_clear_pointer (&self->mixer, legato_speech_mixer_free);

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

static gboolean
legato_cue_src_is_seekable (GstBaseSrc *src)
{
  return TRUE;
}

/* Runs with the stream lock held, on the thread that seeks. */
static gboolean
legato_cue_src_do_seek (GstBaseSrc *src, GstSegment *segment)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);
  gint64 position;

  if (segment->format != GST_FORMAT_TIME || segment->rate <= 0.0)
    return FALSE;

  legato_cue_src_set_tempo (self, segment->rate);
  self->first = MIN (legato_synth_position_to_sample (self->synth, (gint64) segment->position),
                     legato_synth_get_n_samples (self->synth));
  legato_cue_src_go (self, (gint64) segment->position);

  position = legato_synth_sample_to_position (self->synth, self->first);
  segment->applied_rate = segment->rate;
  segment->rate = 1.0;
  segment->start = (guint64) position;
  segment->position = (guint64) position;
  segment->time = (guint64) position;
  /* The end is the timeline's, which create() knows to the sample. */
  segment->stop = GST_CLOCK_TIME_NONE;

  return TRUE;
}

/* The next @n samples: cues, and what is said over them. */
static void
legato_cue_src_render (LegatoCueSrc *self, gsize n, gpointer out)
{
  g_autoptr (LegatoSpeech) speech = legato_cue_src_dup_speech (self);
  float block[BUFFER_SAMPLES * LEGATO_CHANNELS];
  gboolean is_float = self->frame_size == LEGATO_CHANNELS * sizeof (float);
  float *samples = is_float ? out : block;

  legato_synth_render_f32 (self->synth, self->next, n, samples);
  legato_speech_mixer_set_speech (self->mixer, speech, self->next);
  legato_speech_mixer_mix (self->mixer, self->next, n, samples);
  if (!is_float)
    legato_synth_convert_s16 (samples, n, out);
}

static GstFlowReturn
legato_cue_src_create (GstPushSrc *src, GstBuffer **out)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);
  gint64 left = legato_synth_get_n_samples (self->synth) - self->next;
  gsize n = (gsize) MIN (left, BUFFER_SAMPLES);
  GstClockTime start = GST_BASE_SRC (src)->segment.start;
  GstBuffer *buffer;
  GstMapInfo map;

  if (left <= 0)
    return GST_FLOW_EOS;

  buffer = gst_buffer_new_allocate (NULL, n * self->frame_size, NULL);
  if (buffer == NULL || !gst_buffer_map (buffer, &map, GST_MAP_WRITE))
    {
      gst_clear_buffer (&buffer);
      GST_ELEMENT_ERROR (self, RESOURCE, NO_SPACE_LEFT, (NULL), ("no memory for a buffer"));
      return GST_FLOW_ERROR;
    }

  legato_cue_src_render (self, n, map.data);
  gst_buffer_unmap (buffer, &map);

  GST_BUFFER_PTS (buffer) = start + samples_to_time (self->next - self->first);
  GST_BUFFER_OFFSET (buffer) = (guint64) self->next;
  self->next += (gint64) n;
  GST_BUFFER_DURATION (buffer) =
      start + samples_to_time (self->next - self->first) - GST_BUFFER_PTS (buffer);
  GST_BUFFER_OFFSET_END (buffer) = (guint64) self->next;
  if (self->jumped)
    GST_BUFFER_FLAG_SET (buffer, GST_BUFFER_FLAG_DISCONT);
  self->jumped = FALSE;

  *out = buffer;
  return GST_FLOW_OK;
}

static gboolean
legato_cue_src_query (GstBaseSrc *src, GstQuery *query)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (src);
  gint64 duration = -1;
  GstFormat format;

  GST_OBJECT_LOCK (self);
  if (self->timeline != NULL)
    duration = legato_timeline_get_duration (self->timeline);
  GST_OBJECT_UNLOCK (self);

  switch (GST_QUERY_TYPE (query))
    {
    case GST_QUERY_DURATION:
      gst_query_parse_duration (query, &format, NULL);
      if (format != GST_FORMAT_TIME || duration < 0)
        return FALSE;
      gst_query_set_duration (query, format, duration);
      return TRUE;

    case GST_QUERY_SEEKING:
      gst_query_parse_seeking (query, &format, NULL, NULL, NULL);
      gst_query_set_seeking (query, format, format == GST_FORMAT_TIME, 0, duration);
      return TRUE;

    default:
      return GST_BASE_SRC_CLASS (legato_cue_src_parent_class)->query (src, query);
    }
}

static void
legato_cue_src_finalize (GObject *object)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (object);

  g_clear_pointer (&self->timeline, legato_timeline_unref);
  g_clear_pointer (&self->speech, legato_speech_unref);
  g_clear_pointer (&self->synth, legato_synth_free);
  g_clear_pointer (&self->mixer, legato_speech_mixer_free);

  G_OBJECT_CLASS (legato_cue_src_parent_class)->finalize (object);
}

static void
legato_cue_src_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      GST_OBJECT_LOCK (self);
      g_value_set_boxed (value, self->timeline);
      GST_OBJECT_UNLOCK (self);
      break;
    case PROP_TIMBRE:
      g_value_set_enum (value, self->timbre);
      break;
    case PROP_SPEECH:
      g_value_take_boxed (value, legato_cue_src_dup_speech (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_cue_src_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LegatoCueSrc *self = LEGATO_CUE_SRC (object);

  switch (prop_id)
    {
    case PROP_TIMELINE:
      GST_OBJECT_LOCK (self);
      g_clear_pointer (&self->timeline, legato_timeline_unref);
      self->timeline = g_value_dup_boxed (value);
      GST_OBJECT_UNLOCK (self);
      break;
    case PROP_TIMBRE:
      self->timbre = (LegatoTimbre) g_value_get_enum (value);
      break;
    case PROP_SPEECH:
      GST_OBJECT_LOCK (self);
      g_clear_pointer (&self->speech, legato_speech_unref);
      self->speech = g_value_dup_boxed (value);
      GST_OBJECT_UNLOCK (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_cue_src_class_init (LegatoCueSrcClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GstElementClass *element_class = GST_ELEMENT_CLASS (klass);
  GstBaseSrcClass *base_class = GST_BASE_SRC_CLASS (klass);
  GstPushSrcClass *push_class = GST_PUSH_SRC_CLASS (klass);

  object_class->finalize = legato_cue_src_finalize;
  object_class->get_property = legato_cue_src_get_property;
  object_class->set_property = legato_cue_src_set_property;

  base_class->start = legato_cue_src_start;
  base_class->stop = legato_cue_src_stop;
  base_class->set_caps = legato_cue_src_set_caps;
  base_class->is_seekable = legato_cue_src_is_seekable;
  base_class->do_seek = legato_cue_src_do_seek;
  base_class->query = legato_cue_src_query;
  push_class->create = legato_cue_src_create;

  /**
   * LegatoCueSrc:timeline:
   *
   * What to sound; a change takes effect when the element next starts.
   */
  properties[PROP_TIMELINE] =
      g_param_spec_boxed ("timeline", NULL, NULL, LEGATO_TYPE_TIMELINE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_READY);
  properties[PROP_TIMBRE] =
      g_param_spec_enum ("timbre", NULL, NULL, LEGATO_TYPE_TIMBRE, LEGATO_TIMBRE_SOFT,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_READY);
  /**
   * LegatoCueSrc:speech:
   *
   * What is said during the timeline, or %NULL; may change at any time, and then begins with its
   * next line.
   */
  properties[PROP_SPEECH] =
      g_param_spec_boxed ("speech", NULL, NULL, LEGATO_TYPE_SPEECH,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_PLAYING);
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
