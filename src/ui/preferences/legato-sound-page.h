/* legato-sound-page.h: preferences: how the cues sound, and the voice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-context.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_SOUND_PAGE (legato_sound_page_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSoundPage, legato_sound_page, LEGATO, SOUND_PAGE, AdwPreferencesPage)

LegatoSoundPage *legato_sound_page_new (LegatoContext *context);

G_END_DECLS
