/* legato-output.c: what is heard of a sequencer, with or without a sound device
 *
 * A device may be missing, break, hang or come back; the sequencer plays on in any case, on the
 * system clock if need be, and none of its samples is left out. What is heard now is reckoned from
 * the clock of whatever plays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-output"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-audio.h"
#include "legato-cue-src.h"
#include "legato-output.h"
#include "legato-playback.h"
#include "legato-player-clock.h"
#include "legato-stall-detector.h"
#include "legato-synth.h"

/* For so many looks a device that is not needed plays silence, so that it could begin at once;
 * then it is closed. */
#define IDLE_LOOKS 10

/* A lost device is tried again after so many looks: first two seconds, then twice as long each
 * time, up to a minute. */
#define FIRST_TRY 20
#define LAST_TRY 600

/* No clock runs as long, in nanoseconds: 73 years. PulseAudio's has leapt further after a pause,
 * and it never comes back from there. */
#define LAST_TIME ((GstClockTime) 1 << 61)

/* No device holds as many samples that are not heard yet, not even one across a network. */
#define MAX_BEHIND (5 * (gint64) LEGATO_SAMPLE_RATE)

/* How often a device that is late may be started anew before it has played for a while. */
#define MAX_RENEWALS 2

struct _LegatoOutput
{
  GObject parent_instance;

  /* Owned references */
  char *sink;
  LegatoSequencer *sequencer; /* %NULL while closed */
  LegatoPlayback *playback;   /* %NULL while closed, and if it was lost while not needed */
  LegatoPlayback *candidate;  /* (nullable): a device that has to show that it plays */
  LegatoSequencer *candidate_sequencer; /* what it plays meanwhile: silence */
  GstClock *clock;                      /* the playback's, while it runs */

  gboolean needed; /* the sequencer has something to play */
  gboolean silent;
  gboolean lost;          /* it plays without a device, for want of one */
  gint64 base;            /* the sequencer's sample that the playback's stream began with */
  LegatoPlayerClock line; /* which nanosecond of that stream is heard */
  LegatoStallDetector watch;
  LegatoStallDetector candidate_watch;
  guint renewals; /* since it last played for a while */
  guint look_id;
  guint n_idle; /* looks since it was needed */
  guint waited; /* looks since a device was last tried */
  guint wait;   /* looks until it is tried again */
};

enum
{
  PROP_0,
  PROP_SILENT,
  N_PROPS
};

enum
{
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoOutput, legato_output, G_TYPE_OBJECT)

static void legato_output_start (LegatoOutput *self, const char *sink);

static void
legato_output_set_silent (LegatoOutput *self, gboolean silent)
{
  if (self->silent == silent)
    return;

  self->silent = silent;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SILENT]);
}

static GstBus *
get_bus (LegatoPlayback *playback)
{
  return gst_pipeline_get_bus (GST_PIPELINE (legato_playback_get_pipeline (playback)));
}

static gint64
get_time (GstClock *clock)
{
  return (gint64) MIN (gst_clock_get_time (clock), LAST_TIME);
}

/* The playback stands: so does the line. */
static void
legato_output_hold_line (LegatoOutput *self)
{
  if (self->clock != NULL)
    legato_player_clock_set (&self->line,
                             legato_player_clock_read (&self->line, get_time (self->clock)));
  gst_clear_object (&self->clock);
}

/* Where the line is by the playback's own answer. */
static void
legato_output_correct_line (LegatoOutput *self)
{
  GstElement *pipeline = legato_playback_get_pipeline (self->playback);
  gint64 position;

  if (self->clock != NULL && gst_element_query_position (pipeline, GST_FORMAT_TIME, &position))
    legato_player_clock_correct (&self->line, get_time (self->clock),
                                 CLAMP (position, 0, (gint64) LAST_TIME));
}

/* The playback runs: so does the line from now on. */
static void
legato_output_run_line (LegatoOutput *self)
{
  GstElement *pipeline = legato_playback_get_pipeline (self->playback);

  gst_clear_object (&self->clock);
  self->clock = gst_pipeline_get_clock (GST_PIPELINE (pipeline));
  if (self->clock == NULL)
    return;

  legato_player_clock_run (&self->line, get_time (self->clock), 1.0);
  legato_output_correct_line (self);
}

/* The sequencer's sample that is heard, by the line alone. */
static gint64
legato_output_read_line (LegatoOutput *self)
{
  gint64 heard = self->line.position;

  if (self->clock != NULL)
    heard = legato_player_clock_read (&self->line, get_time (self->clock));

  return self->base
         + (gint64) gst_util_uint64_scale ((guint64) heard, LEGATO_SAMPLE_RATE, GST_SECOND);
}

/* The sequencer's sample that is heard: none that was not rendered. */
static gint64
legato_output_get_heard (LegatoOutput *self)
{
  return MIN (legato_output_read_line (self), legato_sequencer_get_n_rendered (self->sequencer));
}

/* Whether the line is where the sound cannot be: its clock is broken. */
static gboolean
legato_output_is_astray (LegatoOutput *self)
{
  gint64 behind =
      legato_sequencer_get_n_rendered (self->sequencer) - legato_output_read_line (self);

  return self->clock != NULL && ABS (behind) > MAX_BEHIND;
}

/* Lets go of the playback, slowly if it is to fade out. */
static void
legato_output_drop (LegatoOutput *self, gboolean fade)
{
  g_autoptr (GstBus) bus = NULL;

  if (self->playback == NULL)
    return;

  legato_output_hold_line (self);
  bus = get_bus (self->playback);
  gst_bus_remove_watch (bus);
  legato_playback_close (g_steal_pointer (&self->playback), fade);
}

/* Goes on where it is without the device. */
static void
legato_output_lose (LegatoOutput *self)
{
  g_debug ("Going on without sound");

  legato_sequencer_rewind (self->sequencer, legato_output_get_heard (self));
  legato_output_drop (self, FALSE);
  self->lost = TRUE;
  if (self->needed)
    legato_output_start (self, NULL);
  /* Who is told may close it. */
  legato_output_set_silent (self, TRUE);
}

/* Goes on where it is with the device as if it were new: after a sleep it may be anywhere. One that
 * is late or astray again and again is of no use. */
static void
legato_output_renew (LegatoOutput *self)
{
  if (!self->lost && ++self->renewals > MAX_RENEWALS)
    {
      legato_output_lose (self);
      return;
    }

  g_debug ("Starting anew");

  legato_sequencer_rewind (self->sequencer, legato_output_get_heard (self));
  legato_output_drop (self, FALSE);
  legato_output_start (self, self->lost ? NULL : self->sink);
}

static void
legato_output_fail (LegatoOutput *self, const GError *error)
{
  legato_output_close (self);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
legato_output_handle_error (LegatoOutput *self, GstMessage *message)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *debug = NULL;

  gst_message_parse_error (message, &cause, &debug);
  g_debug ("%s: %s (%s)", GST_MESSAGE_SRC_NAME (message), cause->message, debug);

  /* A device that breaks does not always say so itself: the source may be the one to notice that
   * nobody takes its sound. What still fails without a device is a fault of our own. */
  if (!legato_playback_is_silent (self->playback))
    {
      legato_output_lose (self);
      return;
    }

  error = g_error_new (LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_FAILED,
                       _ ("The cues could not be played: %s"), cause->message);
  legato_output_fail (self, error);
}

static void
legato_output_handle_state (LegatoOutput *self, GstMessage *message)
{
  GstState state;
  GstState pending;

  gst_message_parse_state_changed (message, NULL, &state, &pending);
  if (GST_MESSAGE_SRC (message) != GST_OBJECT (legato_playback_get_pipeline (self->playback))
      || pending != GST_STATE_VOID_PENDING)
    return;

  if (state == GST_STATE_PLAYING)
    legato_output_run_line (self);
  else
    legato_output_hold_line (self);
}

static gboolean
bus_cb (GstBus *bus, GstMessage *message, gpointer data)
{
  LegatoOutput *self = data;
  g_autoptr (LegatoOutput) alive = g_object_ref (self);

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_STATE_CHANGED:
      legato_output_handle_state (self, message);
      break;

    case GST_MESSAGE_WARNING:
      if (legato_playback_notice (self->playback, message))
        {
          self->lost = TRUE;
          legato_output_set_silent (self, TRUE);
        }
      break;

    case GST_MESSAGE_ERROR:
      legato_output_handle_error (self, message);
      break;

    case GST_MESSAGE_ELEMENT:
      if (gst_message_has_name (message, LEGATO_CUE_SRC_LATE))
        legato_output_renew (self);
      break;

    case GST_MESSAGE_CLOCK_LOST:
      legato_playback_restart (self->playback);
      break;

    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

/* @playback plays from now on. */
static void
legato_output_take (LegatoOutput *self, LegatoPlayback *playback)
{
  g_autoptr (GstBus) bus = get_bus (playback);

  self->playback = playback;
  self->base = legato_sequencer_get_n_rendered (self->sequencer);
  legato_player_clock_set (&self->line, 0);
  legato_stall_detector_begin (&self->watch, self->base);
  gst_bus_add_watch (bus, bus_cb, self);
  legato_playback_set_state (playback, GST_STATE_PLAYING);
}

/* @sink: (nullable): %NULL for the system clock */
static void
legato_output_start (LegatoOutput *self, const char *sink)
{
  g_autoptr (GError) error = NULL;
  LegatoPlayback *playback = legato_playback_new (self->sequencer, sink, &error);

  if (playback == NULL)
    {
      legato_output_fail (self, error);
      return;
    }

  legato_output_take (self, playback);
  self->lost = legato_playback_is_silent (playback);
}

static void
legato_output_drop_candidate (LegatoOutput *self)
{
  g_clear_pointer (&self->candidate_sequencer, legato_sequencer_unref);
  if (self->candidate != NULL)
    legato_playback_close (g_steal_pointer (&self->candidate), FALSE);
}

/* The candidate plays the sequencer from now on. */
static void
legato_output_promote (LegatoOutput *self)
{
  LegatoPlayback *candidate = g_steal_pointer (&self->candidate);

  g_debug ("There is a device again");
  legato_sequencer_rewind (self->sequencer, legato_output_get_heard (self));
  legato_output_drop (self, FALSE);
  legato_output_take (self, candidate);
  self->base -= legato_playback_switch (candidate, self->sequencer);
  self->lost = FALSE;
  legato_output_run_line (self);
  legato_output_drop_candidate (self);
}

/* Whether the candidate says that it is no device at all. */
static gboolean
legato_output_is_refused (LegatoOutput *self)
{
  g_autoptr (GstBus) bus = get_bus (self->candidate);
  gboolean refused = FALSE;

  for (;;)
    {
      g_autoptr (GstMessage) message =
          gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR | GST_MESSAGE_WARNING);

      if (message == NULL)
        return refused;
      refused = refused || GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR
                || legato_playback_notice (self->candidate, message);
    }
}

/* Tries now and then whether there is a device. It has to play for a while before the session is
 * entrusted to it. */
static void
legato_output_look_for_device (LegatoOutput *self)
{
  if (self->candidate != NULL)
    {
      if (legato_output_is_refused (self)
          || legato_stall_detector_check (
              &self->candidate_watch, legato_sequencer_get_n_rendered (self->candidate_sequencer)))
        legato_output_drop_candidate (self);
      else if (legato_stall_detector_is_warm (&self->candidate_watch))
        legato_output_promote (self);
      return;
    }

  if (++self->waited < self->wait)
    return;

  self->waited = 0;
  self->wait = MIN (2 * self->wait, LAST_TRY);
  self->candidate_sequencer = legato_sequencer_new (legato_sequencer_get_timeline (self->sequencer),
                                                    LEGATO_TIMBRE_SOFT, 1.0);
  /* It fails as long as the device is away, which was told; it is tried again later. */
  self->candidate = legato_playback_new (self->candidate_sequencer, self->sink, NULL);
  legato_stall_detector_begin (&self->candidate_watch, 0);
  if (self->candidate == NULL || legato_playback_is_silent (self->candidate))
    legato_output_drop_candidate (self);
  else
    legato_playback_set_state (self->candidate, GST_STATE_PLAYING);
}

static gboolean
look_cb (gpointer data)
{
  LegatoOutput *self = data;
  g_autoptr (LegatoOutput) alive = g_object_ref (self);
  gint64 n_rendered = legato_sequencer_get_n_rendered (self->sequencer);

  /* The device was lost while nothing played: there is nothing to look at until it is needed. */
  if (self->playback == NULL)
    {
      self->look_id = 0;
      return G_SOURCE_REMOVE;
    }

  legato_output_correct_line (self);
  if (!self->needed && ++self->n_idle == IDLE_LOOKS)
    {
      legato_stall_detector_begin (&self->watch, n_rendered);
      legato_playback_set_state (self->playback, GST_STATE_PAUSED);
    }

  if (legato_stall_detector_check (&self->watch, n_rendered))
    legato_output_lose (self);
  else if (self->needed && legato_output_is_astray (self))
    legato_output_renew (self);
  else if (self->needed && self->lost)
    legato_output_look_for_device (self);
  else if (self->needed && legato_stall_detector_is_warm (&self->watch))
    {
      if (legato_output_read_line (self) - self->base >= LEGATO_STALL_WARM_SAMPLES)
        self->renewals = 0;
      legato_output_set_silent (self, FALSE);
    }

  if (self->playback != NULL && self->n_idle > IDLE_LOOKS
      && !legato_playback_is_busy (self->playback))
    {
      self->look_id = 0;
      return G_SOURCE_REMOVE;
    }

  /* A handler of a signal may have closed the output, which removes this source. */
  return self->look_id != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
legato_output_look (LegatoOutput *self)
{
  if (self->look_id == 0)
    self->look_id = g_timeout_add (LEGATO_PLAYER_CLOCK_PERIOD_MS, look_cb, self);
}

static void
legato_output_dispose (GObject *object)
{
  legato_output_close (LEGATO_OUTPUT (object));

  G_OBJECT_CLASS (legato_output_parent_class)->dispose (object);
}

static void
legato_output_finalize (GObject *object)
{
  LegatoOutput *self = LEGATO_OUTPUT (object);

  g_free (self->sink);

  G_OBJECT_CLASS (legato_output_parent_class)->finalize (object);
}

static void
legato_output_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoOutput *self = LEGATO_OUTPUT (object);

  switch (prop_id)
    {
    case PROP_SILENT:
      g_value_set_boolean (value, self->silent);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_output_class_init (LegatoOutputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_output_dispose;
  object_class->finalize = legato_output_finalize;
  object_class->get_property = legato_output_get_property;

  /** LegatoOutput:silent: whether it is known that nothing is heard, for want of a device */
  properties[PROP_SILENT] =
      g_param_spec_boolean ("silent", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * LegatoOutput::failed:
   * @error: a #GError for the person
   *
   * It cannot go on, not even silently, and is closed.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
legato_output_init (LegatoOutput *self)
{
}

/**
 * legato_output_new:
 * @sink: where the sound goes, as GStreamer describes it
 *
 * Returns: (transfer full): one that is closed
 */
LegatoOutput *
legato_output_new (const char *sink)
{
  LegatoOutput *self;

  g_return_val_if_fail (sink != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_OUTPUT, NULL);
  self->sink = g_strdup (sink);

  return self;
}

/**
 * legato_output_open:
 * @sequencer: what is to be heard until legato_output_close()
 *
 * Begins to play at once.
 */
void
legato_output_open (LegatoOutput *self, LegatoSequencer *sequencer)
{
  g_return_if_fail (LEGATO_IS_OUTPUT (self));
  g_return_if_fail (sequencer != NULL);
  g_return_if_fail (self->sequencer == NULL);

  self->sequencer = legato_sequencer_ref (sequencer);
  self->needed = TRUE;
  self->n_idle = 0;
  self->renewals = 0;
  self->waited = 0;
  self->wait = FIRST_TRY;
  legato_output_look (self);
  legato_output_start (self, self->sink);
  if (self->lost)
    legato_output_set_silent (self, TRUE);
}

/**
 * legato_output_close:
 *
 * Lets go of sequencer and device. What the sequencer has to play until it fades out is still
 * heard.
 */
void
legato_output_close (LegatoOutput *self)
{
  g_return_if_fail (LEGATO_IS_OUTPUT (self));

  g_clear_handle_id (&self->look_id, g_source_remove);
  legato_output_drop (self, TRUE);
  legato_output_drop_candidate (self);
  g_clear_pointer (&self->sequencer, legato_sequencer_unref);
  self->lost = FALSE;
}

/** legato_output_resume: the sequencer has something to play again. */
void
legato_output_resume (LegatoOutput *self)
{
  g_return_if_fail (LEGATO_IS_OUTPUT (self));
  g_return_if_fail (self->sequencer != NULL);

  self->needed = TRUE;
  self->n_idle = 0;
  legato_output_look (self);
  if (self->playback == NULL)
    legato_output_start (self, NULL);
  else
    {
      legato_stall_detector_begin (&self->watch, legato_sequencer_get_n_rendered (self->sequencer));
      legato_playback_set_state (self->playback, GST_STATE_PLAYING);
    }
}

/** legato_output_suspend: the sequencer plays silence for a while, so the device may be paused. */
void
legato_output_suspend (LegatoOutput *self)
{
  g_return_if_fail (LEGATO_IS_OUTPUT (self));

  self->needed = FALSE;
  legato_output_drop_candidate (self);
}

/**
 * legato_output_get_position:
 *
 * Cheap enough to be asked for each frame. Not to be asked while closed.
 *
 * Returns: what is heard now: nanoseconds on the sequencer's timeline, see
 * legato_sequencer_locate()
 */
gint64
legato_output_get_position (LegatoOutput *self)
{
  g_return_val_if_fail (LEGATO_IS_OUTPUT (self), 0);
  g_return_val_if_fail (self->sequencer != NULL, 0);

  return legato_sequencer_locate (self->sequencer, legato_output_get_heard (self));
}

/** Returns: see LegatoOutput:silent */
gboolean
legato_output_get_silent (LegatoOutput *self)
{
  g_return_val_if_fail (LEGATO_IS_OUTPUT (self), FALSE);

  return self->silent;
}
