/* legato-volume.h: how loud a player is, remembered in the settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-player.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_VOLUME (legato_volume_get_type ())
G_DECLARE_FINAL_TYPE (LegatoVolume, legato_volume, LEGATO, VOLUME, GObject)

LegatoVolume *legato_volume_new (LegatoPlayer *player);
guint legato_volume_get_percent (LegatoVolume *self);
void legato_volume_change (LegatoVolume *self, int steps);
gboolean legato_volume_get_muted (LegatoVolume *self);
char *legato_volume_dup_words (LegatoVolume *self);
void legato_volume_toggle_muted (LegatoVolume *self);
void legato_volume_unmute (LegatoVolume *self);

G_END_DECLS
