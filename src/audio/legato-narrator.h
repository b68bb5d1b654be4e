/* legato-narrator.h: gives a player its voice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-player.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_NARRATOR (legato_narrator_get_type ())
G_DECLARE_FINAL_TYPE (LegatoNarrator, legato_narrator, LEGATO, NARRATOR, GObject)

LegatoNarrator *legato_narrator_new (LegatoPlayer *player);

gboolean legato_narrator_is_busy (LegatoNarrator *self);

G_END_DECLS
