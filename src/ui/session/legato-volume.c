/* legato-volume.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-volume.h"

/* Per cent a press: a change that is heard, and ten presses from silence to full. */
#define STEP 10

struct _LegatoVolume
{
  GObject parent_instance;

  /* Owned references */
  GSettings *settings;
  LegatoPlayer *player;

  gboolean muted; /* for this session; the volume itself stays as it is */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoVolume, legato_volume, G_TYPE_OBJECT)

static void
apply (LegatoVolume *self)
{
  legato_player_set_volume (self->player,
                            self->muted ? 0.0 : g_settings_get_double (self->settings, "volume"));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A headset or the desktop's controls set the player itself. What they say is as good as what is
 * said here, and stays. */
static void
player_changed_cb (LegatoVolume *self)
{
  double volume = legato_player_get_volume (self->player);

  if (volume == (self->muted ? 0.0 : g_settings_get_double (self->settings, "volume")))
    return;
  self->muted = FALSE;
  g_settings_set_double (self->settings, "volume", volume);
  apply (self);
}

static void
legato_volume_dispose (GObject *object)
{
  LegatoVolume *self = LEGATO_VOLUME (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (legato_volume_parent_class)->dispose (object);
}

static void
legato_volume_class_init (LegatoVolumeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_volume_dispose;

  /** LegatoVolume::changed: it is louder, quieter, muted or no longer so */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_volume_init (LegatoVolume *self)
{
  self->settings = g_settings_new (LEGATO_APP_ID);
  g_signal_connect_object (self->settings, "changed::volume", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
}

/** Returns: (transfer full): keeps @player as loud as the settings say, also when they change */
LegatoVolume *
legato_volume_new (LegatoPlayer *player)
{
  LegatoVolume *self = NULL;

  g_return_val_if_fail (LEGATO_IS_PLAYER (player), NULL);

  self = g_object_new (LEGATO_TYPE_VOLUME, NULL);
  self->player = g_object_ref (player);
  apply (self);
  g_signal_connect_object (player, "notify::volume", G_CALLBACK (player_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** Returns: 0 to 100, also while muted */
guint
legato_volume_get_percent (LegatoVolume *self)
{
  g_return_val_if_fail (LEGATO_IS_VOLUME (self), 0);
  return (guint) lround (100.0 * g_settings_get_double (self->settings, "volume"));
}

/** legato_volume_change: @steps: louder, or quieter if negative; who turns it up wants to hear */
void
legato_volume_change (LegatoVolume *self, int steps)
{
  int percent = 0;

  g_return_if_fail (LEGATO_IS_VOLUME (self));

  percent = CLAMP ((int) legato_volume_get_percent (self) + steps * STEP, 0, 100);
  if (steps > 0)
    self->muted = FALSE;
  g_settings_set_double (self->settings, "volume", percent / 100.0);
  /* The settings tell only of what is different. */
  apply (self);
}

gboolean
legato_volume_get_muted (LegatoVolume *self)
{
  g_return_val_if_fail (LEGATO_IS_VOLUME (self), FALSE);
  return self->muted;
}

/** Returns: (transfer full): how loud it is, in words */
char *
legato_volume_dup_words (LegatoVolume *self)
{
  g_return_val_if_fail (LEGATO_IS_VOLUME (self), NULL);

  if (self->muted)
    return g_strdup (_ ("Sound off"));
  /* Translators: how loud the sound is, in per cent */
  return g_strdup_printf (_ ("Loudness %u %%"), legato_volume_get_percent (self));
}

/** legato_volume_toggle_muted: sound off, or on again as loud as it was */
void
legato_volume_toggle_muted (LegatoVolume *self)
{
  g_return_if_fail (LEGATO_IS_VOLUME (self));

  self->muted = !self->muted;
  apply (self);
}

/** legato_volume_unmute: as loud as the settings say */
void
legato_volume_unmute (LegatoVolume *self)
{
  g_return_if_fail (LEGATO_IS_VOLUME (self));

  if (self->muted)
    legato_volume_toggle_muted (self);
}
