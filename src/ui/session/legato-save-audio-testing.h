/* legato-save-audio-testing.h: lets tests save without a file dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-save-audio.h"

G_BEGIN_DECLS

LegatoSaveAudio *legato_save_audio_new (GtkWindow *parent, LegatoPlan *plan);
void legato_save_audio_start (LegatoSaveAudio *self, GFile *file);
char *legato_save_audio_dup_name (LegatoPlan *plan);

G_END_DECLS
