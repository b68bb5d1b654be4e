/* test-cue-src.c: every cue at its sample after a pipeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include <gst/gst.h>

#include "audio-fixtures.h"
#include "legato-audio.h"
#include "legato-cue-src.h"
#include "legato-sequencer.h"

/* More than this many silent samples and it is not a wave passing through zero. */
#define SILENCE 480

/* What comes out of the pipeline. Under the lock but for the caps that ask for it. */
typedef struct
{
  GMutex lock;
  GCond cond;
  gboolean s16;
  GArray *onsets; /* of gint64: stream time in ns of each sound after a silence */
  gint64 n_samples;
  gint64 silent; /* samples since the last that was heard */
  gboolean is_over;
} Ear;

static void
ear_listen (Ear *self, GstBuffer *buffer, GstPad *pad)
{
  g_autoptr (GstEvent) event = gst_pad_get_sticky_event (pad, GST_EVENT_SEGMENT, 0);
  const GstSegment *segment = NULL;
  GstMapInfo map;
  gsize n;

  gst_event_parse_segment (event, &segment);
  g_assert_true (gst_buffer_map (buffer, &map, GST_MAP_READ));
  n = map.size / (self->s16 ? 4 : 8);

  for (gsize i = 0; i < n; i++)
    {
      gboolean heard = self->s16 ? ((gint16 *) (gpointer) map.data)[2 * i] != 0
                                 : ((float *) (gpointer) map.data)[2 * i] != 0.0f;

      if (heard && self->silent >= SILENCE)
        {
          GstClockTime at = GST_BUFFER_PTS (buffer) + gst_util_uint64_scale (i, GST_SECOND, 48000);
          gint64 time = (gint64) gst_segment_to_stream_time (segment, GST_FORMAT_TIME, at);

          g_array_append_val (self->onsets, time);
        }
      self->silent = heard ? 0 : self->silent + 1;
    }
  self->n_samples += (gint64) n;
  gst_buffer_unmap (buffer, &map);
}

static void
handoff_cb (GstElement *sink, GstBuffer *buffer, GstPad *pad, Ear *self)
{
  g_mutex_lock (&self->lock);
  ear_listen (self, buffer, pad);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
}

static GstElement *
open_pipeline (LegatoTimeline *timeline, const char *format, Ear *ear)
{
  g_autofree char *description =
      g_strdup_printf (LEGATO_CUE_SRC_NAME " name=source ! audio/x-raw, format=%s "
                                           "! fakesink name=sink signal-handoffs=true",
                       format);
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) source = NULL;
  g_autoptr (GstElement) sink = NULL;
  GstElement *pipeline;

  g_assert_true (legato_cue_src_register (&error));
  g_assert_no_error (error);
  pipeline = gst_object_ref_sink (gst_parse_launch (description, &error));
  g_assert_no_error (error);

  source = gst_bin_get_by_name (GST_BIN (pipeline), "source");
  sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  g_object_set (source, "timeline", timeline, NULL);
  g_signal_connect (sink, "handoff", G_CALLBACK (handoff_cb), ear);

  g_mutex_init (&ear->lock);
  g_cond_init (&ear->cond);
  ear->s16 = g_str_equal (format, "S16LE");
  ear->onsets = g_array_new (FALSE, FALSE, sizeof (gint64));
  ear->silent = SILENCE;

  return pipeline;
}

static void
close_pipeline (GstElement *pipeline, Ear *ear)
{
  gst_element_set_state (pipeline, GST_STATE_NULL);
  gst_object_unref (pipeline);
  g_array_unref (ear->onsets);
  g_mutex_clear (&ear->lock);
  g_cond_clear (&ear->cond);
}

static void
wait_for_end (GstElement *pipeline)
{
  g_autoptr (GstBus) bus = gst_pipeline_get_bus (GST_PIPELINE (pipeline));
  g_autoptr (GstMessage) message =
      gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);

  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
}

/* A cue of each kind in turn, for as long as the longest session, read back from the pipeline. */
static void
check_onsets (const char *format)
{
  const LegatoCueKind kinds[] = { LEGATO_CUE_GLIDE,    LEGATO_CUE_TAP,      LEGATO_CUE_LYMPH,
                                  LEGATO_CUE_FASCIA,   LEGATO_CUE_FRICTION, LEGATO_CUE_ROLL,
                                  LEGATO_CUE_COUNTDOWN };
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_spaced (kinds, G_N_ELEMENTS (kinds), 470);
  Ear ear = { 0 };
  GstElement *pipeline = open_pipeline (timeline, format, &ear);
  gint64 worst = 0;
  gsize n_cues;
  const LegatoCue *cues = legato_timeline_get_cues (timeline, &n_cues);

  g_assert_cmpint (legato_timeline_get_duration (timeline), >, 1750 * LEGATO_SECOND);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  wait_for_end (pipeline);

  g_assert_cmpint (ear.n_samples, ==,
                   audio_fixture_round_to_sample (legato_timeline_get_duration (timeline)));
  g_assert_cmpuint (ear.onsets->len, ==, n_cues);
  for (gsize i = 0; i < n_cues; i++)
    {
      gint64 heard = audio_fixture_round_to_sample (g_array_index (ear.onsets, gint64, i));

      worst = MAX (worst, ABS (heard - audio_fixture_round_to_sample (cues[i].onset)));
    }
  g_test_message ("%" G_GSIZE_FORMAT " onsets, furthest off: %" G_GINT64_FORMAT " samples", n_cues,
                  worst);
  g_assert_cmpint (worst, <=, 1);

  close_pipeline (pipeline, &ear);
}

static void
test_onsets_f32 (void)
{
  check_onsets ("F32LE");
}

static void
test_onsets_s16 (void)
{
  check_onsets ("S16LE");
}

/* A sequencer goes on in silence after its timeline's end, and can be told to go back. */
static void
test_sequencer (void)
{
  const LegatoCueKind kind = LEGATO_CUE_TAP;
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_spaced (&kind, 1, 3);
  g_autoptr (LegatoSequencer) sequencer = legato_sequencer_new (timeline, LEGATO_TIMBRE_WOOD, 1.5);
  gint64 duration = legato_timeline_get_duration (timeline);
  Ear ear = { 0 };
  GstElement *pipeline = open_pipeline (timeline, "F32LE", &ear);
  g_autoptr (GstElement) source = gst_bin_get_by_name (GST_BIN (pipeline), "source");

  legato_sequencer_jump (sequencer, NULL, 0, TRUE);
  g_object_set (source, "sequencer", sequencer, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  for (guint expected = 3; expected <= 6; expected += 3)
    {
      g_mutex_lock (&ear.lock);
      while (ear.onsets->len < expected || ear.silent < 2 * duration / 1000000 * 48)
        g_cond_wait (&ear.cond, &ear.lock);
      g_assert_cmpuint (ear.onsets->len, ==, expected);
      g_mutex_unlock (&ear.lock);
      legato_sequencer_jump (sequencer, NULL, 0, expected < 6);
    }
  close_pipeline (pipeline, &ear);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/cue-src/onsets-f32", test_onsets_f32);
  g_test_add_func ("/audio/cue-src/onsets-s16", test_onsets_s16);
  g_test_add_func ("/audio/cue-src/sequencer", test_sequencer);

  return g_test_run ();
}
