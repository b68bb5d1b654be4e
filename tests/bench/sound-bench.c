/* sound-bench.c: what the sound costs, how soon it obeys, and how far the picture is from it
 *
 * A PulseAudio of its own plays into a device that nobody hears; what that device got is recorded
 * with the time at which it got it. Prints tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <sys/resource.h>

#include <gst/gst.h>

#include "audio-fixtures.h"
#include "legato-sequencer.h"
#include "legato-player.h"
#include "legato-synth.h"
#include "sound-server.h"

#define N_TRIES 20

/* Taps are 0.5 s apart, and each is silent again long before the next. */
#define TAP_SPACING (LEGATO_SECOND / 2)
#define N_TAPS 1200

/* Quieter than this is silence. */
#define HUSH 1e-4f

/* What the device got. */
typedef struct
{
  GstElement *pipeline;
  GMutex lock;
  GArray *onsets;   /* of gint64: monotonic time in ns of each sound after a silence */
  gint64 last_loud; /* monotonic time in ns */
  gint64 silent;    /* samples since then */
} Recorder;

static gint64
get_time (void)
{
  return g_get_monotonic_time () * 1000;
}

static void
handoff_cb (GstElement *sink, GstBuffer *buffer, GstPad *pad, Recorder *self)
{
  gint64 start = (gint64) (GST_BUFFER_PTS (buffer) + gst_element_get_base_time (self->pipeline));
  GstMapInfo map;
  const float *samples;

  if (!gst_buffer_map (buffer, &map, GST_MAP_READ))
    return;
  samples = (const float *) (gpointer) map.data;

  g_mutex_lock (&self->lock);
  for (gsize i = 0; i < map.size / 8; i++)
    {
      gint64 time = start + (gint64) i * LEGATO_SECOND / LEGATO_SAMPLE_RATE;

      if (fabsf (samples[2 * i]) < HUSH)
        {
          self->silent++;
          continue;
        }
      if (self->silent > LEGATO_SAMPLE_RATE / 20)
        g_array_append_val (self->onsets, time);
      self->silent = 0;
      self->last_loud = time;
    }
  g_mutex_unlock (&self->lock);
  gst_buffer_unmap (buffer, &map);
}

static void
recorder_start (Recorder *self, SoundServer *server)
{
  g_autoptr (GstClock) clock = gst_system_clock_obtain ();
  g_autoptr (GstElement) sink = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *description = g_strdup_printf (
      "pulsesrc %s device=ear.monitor buffer-time=40000 latency-time=5000 provide-clock=false "
      "! audio/x-raw, format=F32LE, rate=48000, channels=2 "
      "! fakesink name=sink sync=false signal-handoffs=true",
      strchr (sound_server_get_sink (server), ' '));

  g_mutex_init (&self->lock);
  self->onsets = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->silent = LEGATO_SAMPLE_RATE;
  self->pipeline = gst_object_ref_sink (gst_parse_launch (description, &error));
  g_assert_no_error (error);
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);
  sink = gst_bin_get_by_name (GST_BIN (self->pipeline), "sink");
  g_signal_connect (sink, "handoff", G_CALLBACK (handoff_cb), self);
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
}

static void
recorder_stop (Recorder *self)
{
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_object_unref (self->pipeline);
  g_array_unref (self->onsets);
  g_mutex_clear (&self->lock);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print_spread (const char *what, GArray *values)
{
  g_array_sort (values, compare);
  g_print ("| %s | %.1f | %.1f | %.1f | %u |\n", what, g_array_index (values, double, 0),
           g_array_index (values, double, values->len / 2),
           g_array_index (values, double, values->len - 1), values->len);
}

static void
run_for (guint ms)
{
  gint64 until = get_time () + (gint64) ms * 1000000;

  while (get_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

static LegatoTimeline *
new_taps (void)
{
  g_autofree LegatoCue *cues = g_new0 (LegatoCue, N_TAPS);

  for (int i = 0; i < N_TAPS; i++)
    cues[i] = (LegatoCue){ .kind = LEGATO_CUE_TAP,
                           .leg = LEGATO_LEG_BOTH,
                           .onset = (i + 1) * TAP_SPACING,
                           .length = LEGATO_SECOND / 4 };

  return audio_fixture_new_timeline (cues, N_TAPS, (N_TAPS + 2) * TAP_SPACING);
}

/* At the moment at which the device got each tap: where the picture was, less the tap's place. */
static void
measure_picture (SoundServer *server, double tempo)
{
  Recorder recorder = { NULL };
  g_autoptr (LegatoTimeline) timeline = new_taps ();
  LegatoPlayer *player =
      g_object_new (LEGATO_TYPE_PLAYER, "sink", sound_server_get_sink (server), NULL);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) off = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *what = g_strdup_printf ("picture ahead of the sound, tempo %.1f (ms)", tempo);
  gint64 until;
  guint k = 0;

  recorder_start (&recorder, server);
  legato_player_set_timeline (player, timeline);
  legato_player_set_tempo (player, tempo);
  legato_player_play (player);
  /* Warm, as after a countdown. */
  run_for (4000);
  g_mutex_lock (&recorder.lock);
  g_array_set_size (recorder.onsets, 0);
  g_mutex_unlock (&recorder.lock);

  until = get_time () + 15 * LEGATO_SECOND;
  while (get_time () < until)
    {
      gint64 pair[2] = { get_time (), legato_player_get_position (player) };

      g_array_append_vals (seen, pair, 2);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }

  g_mutex_lock (&recorder.lock);
  for (guint i = 0; i < recorder.onsets->len; i++)
    {
      gint64 time = g_array_index (recorder.onsets, gint64, i);
      gint64 position;
      double ms;

      while (k + 2 < seen->len && g_array_index (seen, gint64, k) < time)
        k += 2;
      if (k == 0)
        continue;
      position = g_array_index (seen, gint64, k + 1);
      position += (gint64) ((double) (time - g_array_index (seen, gint64, k)) * tempo);
      ms = remainder ((double) position, (double) TAP_SPACING) / 1e6 / tempo;
      g_array_append_val (off, ms);
    }
  g_mutex_unlock (&recorder.lock);

  print_spread (what, off);
  legato_player_stop (player);
  g_object_unref (player);
  recorder_stop (&recorder);
}

typedef enum
{
  DEED_PAUSE,
  DEED_STOP,
  DEED_SEEK,
  DEED_TEMPO,
  N_DEEDS,
} Deed;

static const char *const deed_names[N_DEEDS] = {
  [DEED_PAUSE] = "pause until silence (ms)",
  [DEED_STOP] = "stop until silence (ms)",
  [DEED_SEEK] = "jump to a tap until that is heard (ms)",
  [DEED_TEMPO] = "tempo until the picture follows it (ms)",
};

/* From something that sounds all the time to silence. */
static double
measure_silence (Recorder *recorder, LegatoPlayer *player, Deed deed)
{
  gint64 began;
  double ms;

  legato_player_seek (player, 10 * LEGATO_SECOND);
  legato_player_play (player);
  run_for (deed == DEED_STOP ? 2500 : 1500);
  began = get_time ();
  if (deed == DEED_PAUSE)
    legato_player_pause (player);
  else
    legato_player_stop (player);
  run_for (700);
  g_mutex_lock (&recorder->lock);
  ms = (double) (recorder->last_loud - began) / 1e6;
  g_mutex_unlock (&recorder->lock);

  return MAX (ms, 0.0);
}

static void
measure_deed (SoundServer *server, Deed deed)
{
  Recorder recorder = { NULL };
  const LegatoCue cue = { .kind = LEGATO_CUE_GLIDE,
                          .leg = LEGATO_LEG_BOTH,
                          .length = 300 * LEGATO_SECOND };
  const LegatoCue tap = { .kind = LEGATO_CUE_TAP,
                          .leg = LEGATO_LEG_BOTH,
                          .onset = 100 * LEGATO_SECOND,
                          .length = LEGATO_SECOND / 4 };
  g_autoptr (LegatoTimeline) timeline =
      audio_fixture_new_timeline (deed == DEED_SEEK ? &tap : &cue, 1, 300 * LEGATO_SECOND);
  LegatoPlayer *player =
      g_object_new (LEGATO_TYPE_PLAYER, "sink", sound_server_get_sink (server), NULL);
  g_autoptr (GArray) took = g_array_new (FALSE, FALSE, sizeof (double));

  recorder_start (&recorder, server);
  legato_player_set_timeline (player, timeline);
  legato_player_play (player);
  run_for (3000);
  for (int i = 0; i < N_TRIES; i++)
    {
      double ms = 0.0;
      gint64 began;

      if (deed == DEED_PAUSE || deed == DEED_STOP)
        ms = measure_silence (&recorder, player, deed);
      else if (deed == DEED_SEEK)
        {
          legato_player_play (player);
          run_for (1000 + (guint) i * 7);
          g_mutex_lock (&recorder.lock);
          g_array_set_size (recorder.onsets, 0);
          g_mutex_unlock (&recorder.lock);
          began = get_time ();
          legato_player_seek (player, 100 * LEGATO_SECOND);
          run_for (500);
          g_mutex_lock (&recorder.lock);
          if (recorder.onsets->len > 0)
            ms = (double) (g_array_index (recorder.onsets, gint64, 0) - began) / 1e6;
          g_mutex_unlock (&recorder.lock);
        }
      else
        {
          gint64 position;

          legato_player_set_tempo (player, 0.5);
          legato_player_play (player);
          run_for (1000 + (guint) i * 7);
          position = legato_player_get_position (player);
          began = get_time ();
          legato_player_set_tempo (player, 1.5);
          /* What it is beyond the slow line, at one millisecond gained for each. */
          run_for (400);
          ms = 400.0
               - ((double) (legato_player_get_position (player) - position)
                  - 0.5 * (double) (get_time () - began))
                     / 1e6;
        }
      g_array_append_val (took, ms);
    }
  print_spread (deed_names[deed], took);
  legato_player_stop (player);
  g_object_unref (player);
  recorder_stop (&recorder);
}

static double
get_cpu_ms (struct rusage *usage)
{
  getrusage (RUSAGE_SELF, usage);

  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1e3
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e3;
}

/* A player with nothing but a main loop, and only the loop's own sleep. */
static void
measure_playing (const char *what, const char *sink)
{
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_routine ("circulation", LEGATO_LEAD_IN);
  LegatoPlayer *player = g_object_new (LEGATO_TYPE_PLAYER, "sink", sink, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  struct rusage before;
  struct rusage after;
  double cpu;

  legato_player_set_timeline (player, timeline);
  legato_player_play (player);
  run_for (3000);
  cpu = get_cpu_ms (&before);
  g_timeout_add_seconds (20, G_SOURCE_FUNC (g_main_loop_quit), loop);
  g_main_loop_run (loop);
  cpu = get_cpu_ms (&after) - cpu;
  g_print ("| %s | %.2f | %.0f |\n", what, cpu / 20.0,
           (double) (after.ru_nvcsw - before.ru_nvcsw) / 20.0);
  legato_player_stop (player);
  g_object_unref (player);
}

static void
measure_synthesis (LegatoTimbre timbre)
{
  g_autoptr (LegatoTimeline) timeline = audio_fixture_new_routine ("circulation", LEGATO_LEAD_IN);
  g_autoptr (LegatoSequencer) sequencer = legato_sequencer_new (timeline, timbre, 1.0);
  struct rusage usage;
  float block[480 * LEGATO_CHANNELS];
  double cpu = get_cpu_ms (&usage);
  double going;
  gint64 n = 0;

  for (int i = 0; i < 100; i++)
    legato_sequencer_jump (sequencer, NULL, i * LEGATO_SECOND, FALSE);
  going = (get_cpu_ms (&usage) - cpu) / 100.0;

  cpu = get_cpu_ms (&usage);
  legato_sequencer_jump (sequencer, NULL, 0, TRUE);
  for (; !legato_sequencer_is_over (sequencer); n += 480)
    legato_sequencer_render (sequencer, 480, block);
  cpu = get_cpu_ms (&usage) - cpu;
  g_print ("| %s | %.2f | %.2f |\n", legato_timbre_to_id (timbre),
           cpu / ((double) n / LEGATO_SAMPLE_RATE), going);
}

int
main (int argc, char **argv)
{
  g_autoptr (SoundServer) server = NULL;

  gst_init (&argc, &argv);
  server = sound_server_new ();
  if (server == NULL)
    {
      g_printerr ("This needs pulseaudio and pactl.\n");
      return 1;
    }

  g_print ("| timbre | a second of sound (ms of CPU) | a jump (ms of CPU) |\n|---|---|---|\n");
  for (int timbre = 0; timbre < LEGATO_N_TIMBRES; timbre++)
    measure_synthesis ((LegatoTimbre) timbre);

  g_print ("\n| a player | a second (ms of CPU) | wake-ups a second |\n|---|---|---|\n");
  measure_playing ("on the system clock", "fakesink sync=true");
  measure_playing ("with PulseAudio", sound_server_get_sink (server));

  g_print ("\n| | least | median | most | n |\n|---|---|---|---|---|\n");
  measure_picture (server, 1.0);
  measure_picture (server, 1.5);
  for (int deed = 0; deed < N_DEEDS; deed++)
    measure_deed (server, (Deed) deed);

  return 0;
}
