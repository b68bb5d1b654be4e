/* legato-save-audio.h: saves the sound of a plan, to be listened to elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-plan.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_SAVE_AUDIO (legato_save_audio_get_type ())
G_DECLARE_FINAL_TYPE (LegatoSaveAudio, legato_save_audio, LEGATO, SAVE_AUDIO, AdwWindow)

void legato_save_audio_ask (GtkWidget *origin, LegatoPlan *plan);

G_END_DECLS
