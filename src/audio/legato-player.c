/* legato-player.c: plays a timeline, with or without a sound device
 *
 * All functions are for the thread that made the player; its main context must run. None of them
 * waits for the device.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-player"

#include "config.h"

#include "legato-sequencer.h"
#include "legato-output.h"
#include "legato-player-testing.h"

/* LEGATO_TEST_TEMPO lets tests run a whole session in seconds; no faster than this. */
#define MAX_TEST_TEMPO 60.0

/* In how many milliseconds a timeline's end is looked for at the latest: it may come later than
 * reckoned, and does not come sooner unless it is told to. */
#define END_LOOK_MS 1000

struct _LegatoPlayer
{
  GObject parent_instance;

  /* Owned references */
  char *sink_description;
  LegatoOutput *output;
  LegatoTimeline *timeline;
  LegatoSpeech *speech;       /* of the timeline, if it is spoken */
  LegatoSequencer *sequencer; /* %NULL while stopped */

  LegatoPlayerState state;
  double tempo;
  double time_scale;
  double volume;
  LegatoTimbre timbre;
  gint64 place; /* the position while there is no sequencer */
  guint end_id;
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

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (LegatoPlayerState,
                    legato_player_state,
                    G_DEFINE_ENUM_VALUE (LEGATO_PLAYER_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (LEGATO_PLAYER_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (LEGATO_PLAYER_PLAYING, "playing"),
                    G_DEFINE_ENUM_VALUE (LEGATO_PLAYER_ENDED, "ended"))

static void legato_player_transport_init (LegatoTransportInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LegatoPlayer,
                               legato_player,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LEGATO_TYPE_TRANSPORT,
                                                      legato_player_transport_init))

static void legato_player_await_end (LegatoPlayer *self);
static void legato_player_close (LegatoPlayer *self);

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

static gboolean
end_cb (gpointer data)
{
  LegatoPlayer *self = data;
  g_autoptr (LegatoPlayer) alive = g_object_ref (self);

  self->end_id = 0;
  if (legato_player_get_position (self) < legato_timeline_get_duration (self->timeline))
    {
      legato_player_await_end (self);
      return G_SOURCE_REMOVE;
    }

  legato_player_close (self);
  legato_player_set_state (self, LEGATO_PLAYER_ENDED);
  legato_transport_emit_ended (LEGATO_TRANSPORT (self));

  return G_SOURCE_REMOVE;
}

/* Is there when what plays comes to the end. */
static void
legato_player_await_end (LegatoPlayer *self)
{
  gint64 left;

  g_clear_handle_id (&self->end_id, g_source_remove);
  if (self->state != LEGATO_PLAYER_PLAYING || self->sequencer == NULL)
    return;

  left = legato_timeline_get_duration (self->timeline) - legato_player_get_position (self);
  left = (gint64) ((double) MAX (left, 0) / 1e6 / legato_player_get_speed (self)) + 1;
  self->end_id = g_timeout_add ((guint) MIN (left, END_LOOK_MS), end_cb, self);
}

/* Stands at where it is now, without a device. */
static void
legato_player_close (LegatoPlayer *self)
{
  self->place = legato_player_get_position (self);
  g_clear_handle_id (&self->end_id, g_source_remove);
  if (self->sequencer == NULL)
    return;

  /* What sounds fades out. */
  legato_sequencer_jump (self->sequencer, NULL, self->place, FALSE);
  legato_output_close (self->output);
  g_clear_pointer (&self->sequencer, legato_sequencer_unref);
}

/* Plays from where the player stands. */
static void
legato_player_open (LegatoPlayer *self)
{
  self->sequencer =
      legato_sequencer_new (self->timeline, self->timbre, legato_player_get_speed (self));
  legato_sequencer_set_volume (self->sequencer, self->volume);
  legato_sequencer_set_speech (self->sequencer, self->speech);
  legato_sequencer_jump (self->sequencer, NULL, self->place, TRUE);
  legato_output_open (self->output, self->sequencer);
  legato_player_await_end (self);
}

/* Goes to @position in @timeline, which is the player's already, or in that of now. */
static void
legato_player_move (LegatoPlayer *self, LegatoTimeline *timeline, gint64 position)
{
  self->place = CLAMP (position, 0, legato_timeline_get_duration (self->timeline));
  if (self->state == LEGATO_PLAYER_STOPPED || self->state == LEGATO_PLAYER_ENDED)
    legato_player_set_state (self, LEGATO_PLAYER_PAUSED);
  if (self->sequencer != NULL)
    legato_sequencer_jump (self->sequencer, timeline, self->place,
                           self->state == LEGATO_PLAYER_PLAYING);
  legato_player_await_end (self);
}

static void
output_failed_cb (LegatoOutput *output, GError *error, LegatoPlayer *self)
{
  g_clear_handle_id (&self->end_id, g_source_remove);
  self->place =
      legato_sequencer_locate (self->sequencer, legato_sequencer_get_n_rendered (self->sequencer));
  self->place = MIN (self->place, legato_timeline_get_duration (self->timeline));
  g_clear_pointer (&self->sequencer, legato_sequencer_unref);
  legato_player_set_state (self, LEGATO_PLAYER_PAUSED);
  legato_transport_emit_failed (LEGATO_TRANSPORT (self), error);
}

static void
output_silent_cb (LegatoPlayer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SILENT]);
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

  self->output = legato_output_new (self->sink_description);
  g_signal_connect_object (self->output, "failed", G_CALLBACK (output_failed_cb), self, 0);
  g_signal_connect_object (self->output, "notify::silent", G_CALLBACK (output_silent_cb), self,
                           G_CONNECT_SWAPPED);

  self->time_scale =
      scale != NULL ? CLAMP (g_ascii_strtod (scale, NULL), 1.0, MAX_TEST_TEMPO) : 1.0;

  G_OBJECT_CLASS (legato_player_parent_class)->constructed (object);
}

static void
legato_player_dispose (GObject *object)
{
  LegatoPlayer *self = LEGATO_PLAYER (object);

  legato_player_close (self);
  g_clear_object (&self->output);
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
      g_value_set_boolean (value, legato_output_get_silent (self->output));
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
   * Whether there is no sound device, or it does not answer: the cues run on the system clock,
   * unheard. Known a moment after legato_player_play(); changes if the device goes away, and if one
   * comes back.
   */
  properties[PROP_SILENT] =
      g_param_spec_boolean ("silent", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
transport_load (LegatoTransport *transport, LegatoTimeline *timeline)
{
  legato_player_set_timeline (LEGATO_PLAYER (transport), timeline);
}

static void
transport_replace (LegatoTransport *transport, LegatoTimeline *timeline, gint64 position)
{
  legato_player_replace_timeline (LEGATO_PLAYER (transport), timeline, position);
}

static void
transport_play (LegatoTransport *transport)
{
  legato_player_play (LEGATO_PLAYER (transport));
}

static void
transport_pause (LegatoTransport *transport)
{
  legato_player_pause (LEGATO_PLAYER (transport));
}

static void
transport_stop (LegatoTransport *transport)
{
  legato_player_stop (LEGATO_PLAYER (transport));
}

static void
transport_seek (LegatoTransport *transport, gint64 position)
{
  legato_player_seek (LEGATO_PLAYER (transport), position);
}

static gint64
transport_get_position (LegatoTransport *transport)
{
  return legato_player_get_position (LEGATO_PLAYER (transport));
}

static void
transport_set_tempo (LegatoTransport *transport, double tempo)
{
  legato_player_set_tempo (LEGATO_PLAYER (transport), tempo);
}

static void
legato_player_transport_init (LegatoTransportInterface *iface)
{
  iface->load = transport_load;
  iface->replace = transport_replace;
  iface->play = transport_play;
  iface->pause = transport_pause;
  iface->stop = transport_stop;
  iface->seek = transport_seek;
  iface->get_position = transport_get_position;
  iface->set_tempo = transport_set_tempo;
}

static void
legato_player_init (LegatoPlayer *self)
{
  self->tempo = 1.0;
  self->volume = 1.0;
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
  g_return_if_fail (LEGATO_IS_PLAYER (self));
  g_return_if_fail (timeline != NULL);

  legato_player_take_timeline (self, timeline);
  legato_player_move (self, timeline, position);
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
    self->place = 0;

  legato_player_set_state (self, LEGATO_PLAYER_PLAYING);
  /* Who heard of it may have stopped it. */
  if (self->state != LEGATO_PLAYER_PLAYING)
    return;

  if (self->sequencer == NULL)
    {
      legato_player_open (self);
      return;
    }

  legato_sequencer_jump (self->sequencer, NULL, self->place, TRUE);
  legato_output_resume (self->output);
  legato_player_await_end (self);
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

  self->place = legato_player_get_position (self);
  g_clear_handle_id (&self->end_id, g_source_remove);
  if (self->sequencer != NULL)
    {
      legato_sequencer_jump (self->sequencer, NULL, self->place, FALSE);
      legato_output_suspend (self->output);
    }
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
  self->place = 0;
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

  legato_player_move (self, NULL, position);
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

  if (self->timeline == NULL)
    return 0;

  position = self->sequencer != NULL ? legato_output_get_position (self->output) : self->place;

  return MIN (position, legato_timeline_get_duration (self->timeline));
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
  if (self->sequencer != NULL)
    legato_sequencer_set_speech (self->sequencer, speech);
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

  self->tempo = tempo;
  if (self->sequencer != NULL)
    legato_sequencer_set_tempo (self->sequencer, legato_player_get_speed (self));
  legato_player_await_end (self);
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
  if (self->sequencer != NULL)
    legato_sequencer_set_volume (self->sequencer, volume);
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
  if (self->sequencer != NULL)
    legato_sequencer_set_timbre (self->sequencer, timbre);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMBRE]);
}

/** Returns: whether it plays without a sound device, see LegatoPlayer:silent */
gboolean
legato_player_get_silent (LegatoPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (self), FALSE);

  return legato_output_get_silent (self->output);
}
