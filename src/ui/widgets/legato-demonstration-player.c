/* legato-demonstration-player.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-demonstration.h"
#include "legato-player.h"
#include "legato-demonstration-player.h"

/* A demonstration ends by itself after so long: whoever started it is not there any more. */
#define LONGEST (15 * 60 * LEGATO_SECOND)

struct _LegatoDemonstrationPlayer
{
  GObject parent_instance;

  /* Owned references */
  LegatoLegMap *map;
  LegatoPlayer *player; /* made when something is tried for the first time */

  /* Borrowed reference, lives as long as the map's guide */
  const LegatoUse *use;

  LegatoLeg leg;
  gboolean running;
  const char *trouble;
};

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_TROUBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoDemonstrationPlayer, legato_demonstration_player, G_TYPE_OBJECT)

/* The map draws for the moment when a frame is seen, a little after it was asked for. */
static gint64
position_cb (LegatoLegMap *map, gint64 time_us, gpointer data)
{
  LegatoDemonstrationPlayer *self = data;
  double ahead_ns = (double) (time_us - g_get_monotonic_time ()) * 1000.0;
  gint64 position = legato_player_get_position (self->player)
                    + (gint64) (ahead_ns * legato_player_get_tempo (self->player));

  return CLAMP (position, 0,
                legato_timeline_get_duration (legato_player_get_timeline (self->player)));
}

static void
set_trouble (LegatoDemonstrationPlayer *self, const char *trouble)
{
  if (self->trouble == trouble)
    return;
  self->trouble = trouble;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
silent_cb (LegatoDemonstrationPlayer *self)
{
  if (self->running && legato_player_get_silent (self->player))
    set_trouble (self, _ ("No sound device was found: watch the picture."));
}

static void
failed_cb (LegatoDemonstrationPlayer *self, const GError *error)
{
  g_warning ("What was to be tried could not be played: %s", error->message);
  legato_demonstration_player_stop (self);
  set_trouble (self, _ ("This could not be played. The picture shows the stroke."));
}

/*
 * The strokes alone: what tells a session's halfway and end has no meaning here. They come again
 * and again in one timeline, so that no gap is heard where it begins anew.
 */
static LegatoTimeline *
make_timeline (LegatoGuide *guide, LegatoLeg leg, const LegatoUse *use)
{
  g_autoptr (LegatoTimeline) once = legato_demonstration_new (guide, leg, use);
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (LegatoCue));
  gint64 duration = legato_timeline_get_duration (once);
  gint64 onset = 0;
  gsize n_cues = 0;
  const LegatoCue *cues = legato_timeline_get_cues (once, &n_cues);

  for (; onset + duration <= LONGEST; onset += duration)
    for (gsize i = 0; i < n_cues; i++)
      if (cues[i].kind <= LEGATO_CUE_LAST_STROKE)
        {
          LegatoCue cue = cues[i];

          cue.onset += onset;
          g_array_append_val (strokes, cue);
        }
  return legato_timeline_new_from_cues (legato_timeline_get_plan (once),
                                        (const LegatoCue *) strokes->data, strokes->len, onset);
}

static void
ensure_player (LegatoDemonstrationPlayer *self)
{
  g_autoptr (GSettings) settings = NULL;

  if (self->player != NULL)
    return;
  settings = g_settings_new (LEGATO_APP_ID);
  self->player = legato_player_new ();
  g_settings_bind (settings, "volume", self->player, "volume", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "timbre", self->player, "timbre", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->player, "ended", G_CALLBACK (legato_demonstration_player_stop),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::silent", G_CALLBACK (silent_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

static void
legato_demonstration_player_dispose (GObject *object)
{
  LegatoDemonstrationPlayer *self = LEGATO_DEMONSTRATION_PLAYER (object);

  legato_demonstration_player_stop (self);
  g_clear_object (&self->player);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (legato_demonstration_player_parent_class)->dispose (object);
}

static void
legato_demonstration_player_get_property (GObject *object,
                                          guint prop_id,
                                          GValue *value,
                                          GParamSpec *pspec)
{
  LegatoDemonstrationPlayer *self = LEGATO_DEMONSTRATION_PLAYER (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_demonstration_player_class_init (LegatoDemonstrationPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_demonstration_player_dispose;
  object_class->get_property = legato_demonstration_player_get_property;

  /** LegatoDemonstrationPlayer:running: something is tried: it sounds and moves */
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /** LegatoDemonstrationPlayer:trouble: (nullable): what a person has to know: it is not heard, or
   * not played */
  properties[PROP_TROUBLE] =
      g_param_spec_string ("trouble", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_demonstration_player_init (LegatoDemonstrationPlayer *self)
{
}

/** Returns: (transfer full): what plays demonstrations on @map */
LegatoDemonstrationPlayer *
legato_demonstration_player_new (LegatoLegMap *map)
{
  LegatoDemonstrationPlayer *self = NULL;

  g_return_val_if_fail (LEGATO_IS_LEG_MAP (map), NULL);

  self = g_object_new (LEGATO_TYPE_DEMONSTRATION_PLAYER, NULL);
  self->map = g_object_ref (map);
  return self;
}

static void
play (LegatoDemonstrationPlayer *self, LegatoTimeline *timeline)
{
  ensure_player (self);
  legato_player_set_timeline (self->player, timeline);
  legato_leg_map_set_timeline (self->map, timeline);
  legato_leg_map_set_position_func (self->map, position_cb, self, NULL);
  legato_leg_map_set_playing (self->map, TRUE);
  set_trouble (self, NULL);
  self->running = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  legato_player_play (self->player);
  silent_cb (self);
}

/**
 * legato_demonstration_player_start:
 * @leg: left or right
 * @use: of the map's guide
 *
 * Plays @use from its beginning, again and again until it is stopped. What was tried before ends.
 */
void
legato_demonstration_player_start (LegatoDemonstrationPlayer *self,
                                   LegatoLeg leg,
                                   const LegatoUse *use)
{
  g_autoptr (LegatoTimeline) timeline = NULL;

  g_return_if_fail (LEGATO_IS_DEMONSTRATION_PLAYER (self));
  g_return_if_fail (use != NULL && leg != LEGATO_LEG_BOTH);

  legato_demonstration_player_stop (self);
  self->leg = leg;
  self->use = use;
  timeline = make_timeline (legato_leg_map_get_guide (self->map), leg, use);
  play (self, timeline);
}

/**
 * legato_demonstration_player_start_timeline:
 * @timeline: of the map's guide
 *
 * Plays @timeline once, signals and all. What was tried before ends.
 */
void
legato_demonstration_player_start_timeline (LegatoDemonstrationPlayer *self,
                                            LegatoTimeline *timeline)
{
  g_return_if_fail (LEGATO_IS_DEMONSTRATION_PLAYER (self));
  g_return_if_fail (timeline != NULL);

  legato_demonstration_player_stop (self);
  self->use = NULL;
  play (self, timeline);
}

/** legato_demonstration_player_stop: ends it, and takes the hands off the map. */
void
legato_demonstration_player_stop (LegatoDemonstrationPlayer *self)
{
  g_return_if_fail (LEGATO_IS_DEMONSTRATION_PLAYER (self));

  if (!self->running)
    return;
  self->running = FALSE;
  legato_player_stop (self->player);
  legato_leg_map_set_position_func (self->map, NULL, NULL, NULL);
  legato_leg_map_set_timeline (self->map, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

gboolean
legato_demonstration_player_is_running (LegatoDemonstrationPlayer *self)
{
  g_return_val_if_fail (LEGATO_IS_DEMONSTRATION_PLAYER (self), FALSE);
  return self->running;
}

/** Returns: whether it is @use on @leg that is tried now */
gboolean
legato_demonstration_player_is_of (LegatoDemonstrationPlayer *self,
                                   LegatoLeg leg,
                                   const LegatoUse *use)
{
  g_return_val_if_fail (LEGATO_IS_DEMONSTRATION_PLAYER (self), FALSE);
  return self->running && self->leg == leg && self->use == use;
}
