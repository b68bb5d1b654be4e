/* legato-narrator.c: gives a player its voice
 *
 * Whatever timeline the player gets, the narrator speaks its sentences in a thread, and hands them
 * over when all are there. All functions are for the thread that made it; its main context must
 * run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-narrator"

#include "config.h"

#include "legato-narrator.h"
#include "legato-script.h"
#include "legato-voice.h"

struct _LegatoNarrator
{
  GObject parent_instance;

  /* Owned references */
  LegatoPlayer *player;
  LegatoSpeech *speech;      /* the last one: what it says need not be spoken again */
  GCancellable *cancellable; /* of what is being spoken, if anything is */

  gboolean enabled;
  double rate;
};

enum
{
  PROP_0,
  PROP_PLAYER,
  PROP_ENABLED,
  PROP_RATE,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoNarrator, legato_narrator, G_TYPE_OBJECT)

/* What a thread needs to speak. */
typedef struct
{
  LegatoTimeline *timeline;
  LegatoSpeech *known;
  char *language;
  double rate;
} SpeakArguments;

static void
speak_arguments_free (gpointer data)
{
  SpeakArguments *arguments = data;

  legato_timeline_unref (arguments->timeline);
  g_clear_pointer (&arguments->known, legato_speech_unref);
  g_free (arguments->language);
  g_free (arguments);
}

static void
speak_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SpeakArguments *arguments = task_data;
  GError *error = NULL;
  LegatoSpeech *speech = legato_speech_new (arguments->timeline, arguments->language,
                                            arguments->rate, arguments->known, cancellable, &error);

  if (speech != NULL)
    g_task_return_pointer (task, speech, (GDestroyNotify) legato_speech_unref);
  else
    g_task_return_error (task, error);
}

static void
spoken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoNarrator) self = data;
  g_autoptr (GError) error = NULL;
  LegatoSpeech *speech = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another timeline, language or rate was set meanwhile: that is spoken instead. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&speech, legato_speech_unref);
      return;
    }

  g_clear_object (&self->cancellable);
  if (speech != NULL)
    {
      g_clear_pointer (&self->speech, legato_speech_unref);
      self->speech = speech;
      legato_player_set_speech (self->player, speech);
    }
  else
    {
      /* The preferences say to the person what is missing. */
      g_debug ("No voice: %s", error->message);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
legato_narrator_update (LegatoNarrator *self)
{
  g_autoptr (GTask) task = NULL;
  LegatoTimeline *timeline = legato_player_get_timeline (self->player);
  SpeakArguments *arguments = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (timeline == NULL || !self->enabled)
    {
      legato_player_set_speech (self->player, NULL);
    }
  else
    {
      arguments = g_new0 (SpeakArguments, 1);
      arguments->timeline = legato_timeline_ref (timeline);
      arguments->known = self->speech != NULL ? legato_speech_ref (self->speech) : NULL;
      arguments->language = legato_script_dup_language ();
      arguments->rate = self->rate;

      self->cancellable = g_cancellable_new ();
      /* Not as its source: the thread may be the last to let go of the task. */
      task = g_task_new (NULL, self->cancellable, spoken_cb, g_object_ref (self));
      g_task_set_source_tag (task, legato_narrator_update);
      g_task_set_check_cancellable (task, FALSE);
      g_task_set_task_data (task, arguments, speak_arguments_free);
      g_task_run_in_thread (task, speak_in_thread);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
legato_narrator_constructed (GObject *object)
{
  LegatoNarrator *self = LEGATO_NARRATOR (object);

  g_signal_connect_object (self->player, "notify::timeline", G_CALLBACK (legato_narrator_update),
                           self, G_CONNECT_SWAPPED);
  legato_narrator_update (self);

  G_OBJECT_CLASS (legato_narrator_parent_class)->constructed (object);
}

static void
legato_narrator_dispose (GObject *object)
{
  LegatoNarrator *self = LEGATO_NARRATOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (legato_narrator_parent_class)->dispose (object);
}

static void
legato_narrator_finalize (GObject *object)
{
  LegatoNarrator *self = LEGATO_NARRATOR (object);

  g_clear_pointer (&self->speech, legato_speech_unref);

  G_OBJECT_CLASS (legato_narrator_parent_class)->finalize (object);
}

static void
legato_narrator_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LegatoNarrator *self = LEGATO_NARRATOR (object);

  switch (prop_id)
    {
    case PROP_PLAYER:
      g_value_set_object (value, self->player);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    case PROP_RATE:
      g_value_set_double (value, self->rate);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, legato_narrator_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_narrator_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  LegatoNarrator *self = LEGATO_NARRATOR (object);

  switch (prop_id)
    {
    case PROP_PLAYER:
      self->player = g_value_dup_object (value);
      break;
    case PROP_ENABLED:
      if (self->enabled == g_value_get_boolean (value))
        break;
      self->enabled = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      legato_narrator_update (self);
      break;
    case PROP_RATE:
      if (self->rate == g_value_get_double (value))
        break;
      self->rate = g_value_get_double (value);
      g_object_notify_by_pspec (object, pspec);
      legato_narrator_update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_narrator_class_init (LegatoNarratorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = legato_narrator_constructed;
  object_class->dispose = legato_narrator_dispose;
  object_class->finalize = legato_narrator_finalize;
  object_class->get_property = legato_narrator_get_property;
  object_class->set_property = legato_narrator_set_property;

  properties[PROP_PLAYER] =
      g_param_spec_object ("player", NULL, NULL, LEGATO_TYPE_PLAYER,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ENABLED] =
      g_param_spec_boolean ("enabled", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /** LegatoNarrator:rate: how fast the voice speaks, see legato_voice_say() */
  properties[PROP_RATE] =
      g_param_spec_double ("rate", NULL, NULL, LEGATO_VOICE_MIN_RATE, LEGATO_VOICE_MAX_RATE, 1.0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /** LegatoNarrator:busy: what is to be said is not all spoken yet */
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_narrator_init (LegatoNarrator *self)
{
  self->rate = 1.0;
}

/** Returns: (transfer full): a narrator for @player, which is silent until it is enabled */
LegatoNarrator *
legato_narrator_new (LegatoPlayer *player)
{
  g_return_val_if_fail (LEGATO_IS_PLAYER (player), NULL);

  return g_object_new (LEGATO_TYPE_NARRATOR, "player", player, NULL);
}

/** Returns: whether what is to be said is not all spoken yet */
gboolean
legato_narrator_is_busy (LegatoNarrator *self)
{
  g_return_val_if_fail (LEGATO_IS_NARRATOR (self), FALSE);

  return self->cancellable != NULL;
}
