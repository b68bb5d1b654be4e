/* legato-player.c: plays a timeline, with or without a sound device
 *
 * All functions are for the thread that made the player; its main context must run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-player"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-audio.h"
#include "legato-playback.h"
#include "legato-player-clock.h"
#include "legato-player.h"

/* LEGATO_TEST_TEMPO lets tests run a whole session in seconds; no faster than this. */
#define MAX_TEST_TEMPO 60.0

#define NO_SEEK ((gint64) -1)

struct _LegatoPlayer
{
  GObject parent_instance;

  /* Owned references */
  char *sink_description;
  LegatoTimeline *timeline;
  LegatoSpeech *speech;     /* of the timeline, if it is spoken */
  LegatoPlayback *playback; /* %NULL while stopped */
  GstClock *clock;          /* the pipeline's, while it runs */

  LegatoPlayerState state;
  double tempo;
  double time_scale;
  double volume;
  LegatoTimbre timbre;
  gboolean silent;
  gboolean device_lost; /* play on without a device until stopped */

  LegatoPlayerClock line;
  gboolean settled; /* no preroll or seek is under way */
  gint64 next_seek; /* to do once it is settled, or NO_SEEK */
  guint glimpse_id;
};

enum
{
  PROP_0,
  PROP_SINK,
  PROP_TIMELINE,
  PROP_STATE,
  PROP_TEMPO,
  PROP_VOLUME,
  PROP_TIMBRE,
  PROP_SILENT,
  N_PROPS
};

enum
{
  ENDED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (LegatoPlayerState,
                    legato_player_state,
                    G_DEFINE_ENUM_VALUE (LEGATO_PLAYER_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (LEGATO_PLAYER_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (LEGATO_PLAYER_PLAYING, "playing"),
                    G_DEFINE_ENUM_VALUE (LEGATO_PLAYER_ENDED, "ended"))
G_DEFINE_FINAL_TYPE (LegatoPlayer, legato_player, G_TYPE_OBJECT)

static void legato_player_open (LegatoPlayer *self);

/* What was said during the timeline before has no meaning in the next. */
static void
legato_player_take_timeline (LegatoPlayer *self, LegatoTimeline *timeline)
{
  if (timeline != NULL)
    legato_timeline_ref (timeline);
  g_clear_pointer (&self->timeline, legato_timeline_unref);
  g_clear_pointer (&self->speech, legato_speech_unref);
  self->timeline = timeline;
}

static double
legato_player_get_speed (LegatoPlayer *self)
{
  return MIN (self->tempo * self->time_scale, MAX_TEST_TEMPO);
}

static void
legato_player_set_state (LegatoPlayer *self, LegatoPlayerState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
legato_player_set_silent (LegatoPlayer *self, gboolean silent)
{
  if (self->silent == silent)
    return;

  self->silent = silent;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SILENT]);
}

/* Stops the line at where it is now. */
static void
legato_player_hold (LegatoPlayer *self)
{
  legato_player_clock_set (&self->line, legato_player_get_position (self));
  g_clear_handle_id (&self->glimpse_id, g_source_remove);
}

static void
legato_player_close (LegatoPlayer *self)
{
  g_autoptr (GstBus) bus = NULL;

  legato_player_hold (self);
  gst_clear_object (&self->clock);
  if (self->playback == NULL)
    return;

  bus = gst_pipeline_get_bus (GST_PIPELINE (legato_playback_get_pipeline (self->playback)));
  gst_bus_remove_watch (bus);
  g_clear_pointer (&self->playback, legato_playback_free);
}

static void
legato_player_set_pipeline_state (LegatoPlayer *self, GstState state)
{
  gst_element_set_state (legato_playback_get_pipeline (self->playback), state);
}

/* Goes on at the same place without a device. */
static void
legato_player_fall_silent (LegatoPlayer *self)
{
  g_debug ("Going on without sound");

  legato_player_close (self);
  self->device_lost = TRUE;
  legato_player_open (self);
}

static void
legato_player_fail (LegatoPlayer *self, const GError *error)
{
  legato_player_close (self);
  legato_player_set_state (self, LEGATO_PLAYER_PAUSED);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static gboolean
glimpse_cb (gpointer data)
{
  LegatoPlayer *self = data;
  GstElement *pipeline = legato_playback_get_pipeline (self->playback);
  gint64 position;

  if (gst_element_query_position (pipeline, GST_FORMAT_TIME, &position))
    legato_player_clock_correct (&self->line, (gint64) gst_clock_get_time (self->clock), position);

  return G_SOURCE_CONTINUE;
}

/* The pipeline runs: so does the line from now on. */
static void
legato_player_run_line (LegatoPlayer *self)
{
  GstElement *pipeline = legato_playback_get_pipeline (self->playback);

  gst_clear_object (&self->clock);
  self->clock = gst_pipeline_get_clock (GST_PIPELINE (pipeline));
  if (self->clock == NULL)
    return;

  legato_player_clock_run (&self->line, (gint64) gst_clock_get_time (self->clock),
                           legato_player_get_speed (self));
  glimpse_cb (self);
  g_clear_handle_id (&self->glimpse_id, g_source_remove);
  self->glimpse_id = g_timeout_add (LEGATO_PLAYER_CLOCK_PERIOD_MS, glimpse_cb, self);
}

/* Moves the pipeline to where the line stands; at once, or as soon as the seek before is through.
 */
static void
legato_player_apply_seek (LegatoPlayer *self)
{
  gint64 position = legato_player_get_position (self);

  if (self->playback == NULL)
    return;

  if (!self->settled)
    {
      self->next_seek = position;
      return;
    }

  self->next_seek = NO_SEEK;
  self->settled = FALSE;
  if (!legato_playback_seek (self->playback, position, legato_player_get_speed (self)))
    {
      legato_player_close (self);
      legato_player_open (self);
    }
}

static void
legato_player_end (LegatoPlayer *self)
{
  legato_player_clock_set (&self->line, legato_timeline_get_duration (self->timeline));
  legato_player_close (self);
  self->device_lost = FALSE;
  legato_player_set_state (self, LEGATO_PLAYER_ENDED);
  g_signal_emit (self, signals[ENDED], 0);
}

static void
legato_player_handle_error (LegatoPlayer *self, GstMessage *message)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *debug = NULL;

  gst_message_parse_error (message, &cause, &debug);
  g_debug ("%s: %s (%s)", GST_MESSAGE_SRC_NAME (message), cause->message, debug);

  /* A device that breaks does not always say so itself: the source may be the one to notice that
   * nobody takes its sound. What still fails without a device is a fault of our own. */
  if (!self->device_lost)
    {
      legato_player_fall_silent (self);
      return;
    }

  error = g_error_new (LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_FAILED,
                       _ ("The cues could not be played: %s"), cause->message);
  legato_player_fail (self, error);
}

static gboolean
bus_cb (GstBus *bus, GstMessage *message, gpointer data)
{
  LegatoPlayer *self = data;
  g_autoptr (LegatoPlayer) alive = g_object_ref (self);
  GstElement *pipeline = legato_playback_get_pipeline (self->playback);
  GstState state;
  GstState pending;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ASYNC_DONE:
      self->settled = TRUE;
      if (self->next_seek != NO_SEEK)
        legato_player_apply_seek (self);
      break;

    case GST_MESSAGE_STATE_CHANGED:
      gst_message_parse_state_changed (message, NULL, &state, &pending);
      if (GST_MESSAGE_SRC (message) == GST_OBJECT (pipeline) && state == GST_STATE_PLAYING
          && pending == GST_STATE_VOID_PENDING && self->settled
          && self->state == LEGATO_PLAYER_PLAYING)
        legato_player_run_line (self);
      break;

    case GST_MESSAGE_EOS:
      /* One that a seek overtook is none. */
      if (self->settled && self->state == LEGATO_PLAYER_PLAYING)
        legato_player_end (self);
      break;

    case GST_MESSAGE_ERROR:
      legato_player_handle_error (self, message);
      break;

    case GST_MESSAGE_CLOCK_LOST:
      if (self->state == LEGATO_PLAYER_PLAYING)
        {
          legato_player_hold (self);
          legato_player_set_pipeline_state (self, GST_STATE_PAUSED);
          legato_player_set_pipeline_state (self, GST_STATE_PLAYING);
        }
      break;

    case GST_MESSAGE_LATENCY:
      gst_bin_recalculate_latency (GST_BIN (pipeline));
      break;

    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

/* Builds the pipeline and lets it go to where the line stands, and on if playing. */
static void
legato_player_open (LegatoPlayer *self)
{
  const char *sink = self->device_lost ? NULL : self->sink_description;
  g_autoptr (GError) error = NULL;
  g_autoptr (GstBus) bus = NULL;

  self->playback = legato_playback_new (self->timeline, self->timbre, sink, &error);
  if (self->playback == NULL)
    {
      legato_player_fail (self, error);
      return;
    }

  bus = gst_pipeline_get_bus (GST_PIPELINE (legato_playback_get_pipeline (self->playback)));
  gst_bus_add_watch (bus, bus_cb, self);
  legato_playback_set_volume (self->playback, self->volume);
  legato_playback_set_speech (self->playback, self->speech);
  legato_playback_seek (self->playback, legato_player_get_position (self),
                        legato_player_get_speed (self));

  self->settled = FALSE;
  self->next_seek = NO_SEEK;
  legato_player_set_pipeline_state (self, self->state == LEGATO_PLAYER_PLAYING ? GST_STATE_PLAYING
                                                                               : GST_STATE_PAUSED);
  legato_player_set_silent (self, legato_playback_is_silent (self->playback));
}

static void
legato_player_constructed (GObject *object)
{
  LegatoPlayer *self = LEGATO_PLAYER (object);
  const char *scale = g_getenv ("LEGATO_TEST_TEMPO");

  if (self->sink_description == NULL)
    self->sink_description = g_strdup (g_getenv ("LEGATO_AUDIO_SINK"));
  if (self->sink_description == NULL)
    self->sink_description = g_strdup ("autoaudiosink");

  self->time_scale =
      scale != NULL ? CLAMP (g_ascii_strtod (scale, NULL), 1.0, MAX_TEST_TEMPO) : 1.0;

  G_OBJECT_CLASS (legato_player_parent_class)->constructed (object);
}

static void
legato_player_dispose (GObject *object)
{
  LegatoPlayer *self = LEGATO_PLAYER (object);

  legato_player_close (self);
  g_clear_pointer (&self->timeline, legato_timeline_unref);
  g_clear_pointer (&self->speech, legato_speech_unref);

  G_OBJECT_CLASS (legato_player_parent_class)->dispose (object);
}

static void
legato_player_finalize (GObject *object)
{
  LegatoPlayer *self = LEGATO_PLAYER (object);

  g_free (self->sink_description);

  G_OBJECT_CLASS (legato_player_parent_class)->finalize (object);
}

static void
legato_player_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoPlayer *self = LEGATO_PLAYER (object);

  switch (prop_id)
    {
    case PROP_SINK:
      g_value_set_string (value, self->sink_description);
      break;
    case PROP_TIMELINE:
      g_value_set_boxed (value, self->timeline);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_TEMPO:
      g_value_set_double (value, self->tempo);
      break;
    case PROP_VOLUME:
      g_value_set_double (value, self->volume);
      break;
    case PROP_TIMBRE:
      g_value_set_enum (value, self->timbre);
      break;
    case PROP_SILENT:
      g_value_set_boolean (value, self->silent);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_player_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LegatoPlayer *self = LEGATO_PLAYER (object);

  switch (prop_id)
    {
    case PROP_SINK:
      self->sink_description = g_value_dup_string (value);
      break;
    case PROP_TEMPO:
      legato_player_set_tempo (self, g_value_get_double (value));
      break;
    case PROP_VOLUME:
      legato_player_set_volume (self, g_value_get_double (value));
      break;
    case PROP_TIMBRE:
      legato_player_set_timbre (self, (LegatoTimbre) g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_player_class_init (LegatoPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = legato_player_constructed;
  object_class->dispose = legato_player_dispose;
  object_class->finalize = legato_player_finalize;
  object_class->get_property = legato_player_get_property;
  object_class->set_property = legato_player_set_property;

  /**
   * LegatoPlayer:sink:
   *
   * Where the sound goes, as GStreamer describes it ("autoaudiosink"). If not given, the
   * environment's LEGATO_AUDIO_SINK, or the desktop's sound device.
   */
  properties[PROP_SINK] =
      g_param_spec_string ("sink", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIMELINE] = g_param_spec_boxed ("timeline", NULL, NULL, LEGATO_TYPE_TIMELINE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, LEGATO_TYPE_PLAYER_STATE, LEGATO_PLAYER_STOPPED,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEMPO] =
      g_param_spec_double ("tempo", NULL, NULL, LEGATO_MIN_TEMPO, LEGATO_MAX_TEMPO, 1.0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VOLUME] =
      g_param_spec_double ("volume", NULL, NULL, 0.0, 1.0, 1.0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIMBRE] =
      g_param_spec_enum ("timbre", NULL, NULL, LEGATO_TYPE_TIMBRE, LEGATO_TIMBRE_SOFT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * LegatoPlayer:silent:
   *
   * Whether there is no sound device: the cues run on the system clock, unheard. Known once
   * legato_player_play() has returned; changes if the device goes away. The next play after a stop
   * tries the device again.
   */
  properties[PROP_SILENT] =
      g_param_spec_boolean ("silent", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /** LegatoPlayer::ended: the timeline was played to its end; once each time it is */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  /**
   * LegatoPlayer::failed:
   * @error: a #GError for the person
   *
   * Playing broke off and cannot go on, not even silently. The player is paused where it was.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
legato_player_init (LegatoPlayer *self)
{
  self->tempo = 1.0;
  self->volume = 1.0;
  self->next_seek = NO_SEEK;
}

/**
 * legato_player_new:
 *
 * Returns: (transfer full): a player without a timeline
 */
LegatoPlayer *
legato_player_new (void)
{
  return g_object_new (LEGATO_TYPE_PLAYER, NULL);
}

/**
 * legato_player_set_timeline:
 * @timeline: (nullable): what to play
 *
 * Stops, and stands at the start of @timeline.
 */
void
legato_player_set_timeline (LegatoPlayer *self, LegatoTimeline *timeline)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));

  legato_player_stop (self);
  legato_player_take_timeline (self, timeline);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

/**
 * legato_player_replace_timeline:
 * @timeline: what to play from now on instead
 * @position: nanoseconds of @timeline; taken into it if outside of it
 *
 * Goes to @position in @timeline without stopping: what plays plays on there, what is paused stays
 * so. One that is stopped or has ended is paused there, as by legato_player_seek().
 */
void
legato_player_replace_timeline (LegatoPlayer *self, LegatoTimeline *timeline, gint64 position)
{
  gboolean is_open;

  g_return_if_fail (LEGATO_IS_PLAYER (self));
  g_return_if_fail (timeline != NULL);

  is_open = self->playback != NULL;
  legato_player_close (self);
  legato_player_take_timeline (self, timeline);
  legato_player_seek (self, position);
  if (is_open && self->playback == NULL)
    legato_player_open (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

/** Returns: (transfer none) (nullable): what is played */
LegatoTimeline *
legato_player_get_timeline (LegatoPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (self), NULL);

  return self->timeline;
}

/**
 * legato_player_play:
 *
 * Plays on from where it is; from the start if it has ended. Opens the sound device if it is not
 * open yet. Needs a timeline.
 */
void
legato_player_play (LegatoPlayer *self)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));
  g_return_if_fail (self->timeline != NULL);

  if (self->state == LEGATO_PLAYER_PLAYING)
    return;

  if (self->state == LEGATO_PLAYER_ENDED)
    legato_player_clock_set (&self->line, 0);

  legato_player_set_state (self, LEGATO_PLAYER_PLAYING);
  /* Who heard of it may have stopped it. */
  if (self->state != LEGATO_PLAYER_PLAYING)
    return;

  if (self->playback == NULL)
    legato_player_open (self);
  else
    legato_player_set_pipeline_state (self, GST_STATE_PLAYING);
}

/**
 * legato_player_pause:
 *
 * Stands still at the position of now. Does nothing unless it plays.
 */
void
legato_player_pause (LegatoPlayer *self)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));

  if (self->state != LEGATO_PLAYER_PLAYING)
    return;

  legato_player_hold (self);
  legato_player_set_pipeline_state (self, GST_STATE_PAUSED);
  legato_player_set_state (self, LEGATO_PLAYER_PAUSED);
}

/**
 * legato_player_stop:
 *
 * Is silent at once, lets go of the device and goes back to the start.
 */
void
legato_player_stop (LegatoPlayer *self)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));

  legato_player_close (self);
  legato_player_clock_set (&self->line, 0);
  self->device_lost = FALSE;
  legato_player_set_state (self, LEGATO_PLAYER_STOPPED);
}

/**
 * legato_player_seek:
 * @position: nanoseconds; taken into the timeline if outside of it
 *
 * Goes to @position, and plays on from there if it plays. One that is stopped or has ended is
 * paused there. Needs a timeline.
 */
void
legato_player_seek (LegatoPlayer *self, gint64 position)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));
  g_return_if_fail (self->timeline != NULL);

  position = CLAMP (position, 0, legato_timeline_get_duration (self->timeline));
  legato_player_hold (self);
  legato_player_clock_set (&self->line, position);
  if (self->state == LEGATO_PLAYER_STOPPED || self->state == LEGATO_PLAYER_ENDED)
    legato_player_set_state (self, LEGATO_PLAYER_PAUSED);
  legato_player_apply_seek (self);
}

/**
 * legato_player_get_position:
 *
 * What is heard now. While playing it never goes back; after a seek it is the seek's target at
 * once. Cheap enough to be asked for each frame: 0.04 µs on a machine where the pipeline's own
 * answer takes 50.
 *
 * Returns: nanoseconds from the start of the timeline
 */
gint64
legato_player_get_position (LegatoPlayer *self)
{
  gint64 position;

  g_return_val_if_fail (LEGATO_IS_PLAYER (self), 0);

  position = self->line.position;
  if (self->line.speed > 0.0)
    position = legato_player_clock_read (&self->line, (gint64) gst_clock_get_time (self->clock));

  return self->timeline != NULL ? MIN (position, legato_timeline_get_duration (self->timeline)) : 0;
}

/**
 * legato_player_set_speech:
 * @speech: (nullable): what is said during the player's timeline, which it must be made for; while
 *   it plays, from the next line on. Another timeline has none until it is set again
 */
void
legato_player_set_speech (LegatoPlayer *self, LegatoSpeech *speech)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));
  g_return_if_fail (speech == NULL || legato_speech_get_timeline (speech) == self->timeline);

  if (speech != NULL)
    legato_speech_ref (speech);
  g_clear_pointer (&self->speech, legato_speech_unref);
  self->speech = speech;
  if (self->playback != NULL)
    legato_playback_set_speech (self->playback, speech);
}

/** Returns: (transfer none) (nullable): what is said during the timeline */
LegatoSpeech *
legato_player_get_speech (LegatoPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (self), NULL);

  return self->speech;
}

LegatoPlayerState
legato_player_get_state (LegatoPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (self), LEGATO_PLAYER_STOPPED);

  return self->state;
}

/**
 * legato_player_set_tempo:
 * @tempo: %LEGATO_MIN_TEMPO to %LEGATO_MAX_TEMPO; 1 is as written, 1.5 half as fast again
 */
void
legato_player_set_tempo (LegatoPlayer *self, double tempo)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));
  g_return_if_fail (tempo >= LEGATO_MIN_TEMPO && tempo <= LEGATO_MAX_TEMPO);

  if (self->tempo == tempo)
    return;

  legato_player_hold (self);
  self->tempo = tempo;
  legato_player_apply_seek (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEMPO]);
}

double
legato_player_get_tempo (LegatoPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (self), 1.0);

  return self->tempo;
}

/**
 * legato_player_set_volume:
 * @volume: 0 (unheard) to 1, as on a slider
 */
void
legato_player_set_volume (LegatoPlayer *self, double volume)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));
  g_return_if_fail (volume >= 0.0 && volume <= 1.0);

  if (self->volume == volume)
    return;

  self->volume = volume;
  if (self->playback != NULL)
    legato_playback_set_volume (self->playback, volume);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOLUME]);
}

double
legato_player_get_volume (LegatoPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (self), 1.0);

  return self->volume;
}

/**
 * legato_player_set_timbre:
 * @timbre: what the cues are made of from now on
 */
void
legato_player_set_timbre (LegatoPlayer *self, LegatoTimbre timbre)
{
  g_return_if_fail (LEGATO_IS_PLAYER (self));
  g_return_if_fail (timbre < LEGATO_N_TIMBRES);

  if (self->timbre == timbre)
    return;

  self->timbre = timbre;
  if (self->playback != NULL)
    {
      legato_player_close (self);
      legato_player_open (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMBRE]);
}

LegatoTimbre
legato_player_get_timbre (LegatoPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (self), LEGATO_TIMBRE_SOFT);

  return self->timbre;
}

/** Returns: whether it plays without a sound device, see LegatoPlayer:silent */
gboolean
legato_player_get_silent (LegatoPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (self), FALSE);

  return self->silent;
}
