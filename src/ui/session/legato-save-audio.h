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

LegatoSaveAudio *legato_save_audio_new (GtkWindow *parent, LegatoPlan *plan);
void legato_save_audio_start (LegatoSaveAudio *self, GFile *file);

void legato_save_audio_ask (GtkWidget *origin, LegatoPlan *plan);
char *legato_save_audio_dup_name (LegatoPlan *plan);

G_END_DECLS
