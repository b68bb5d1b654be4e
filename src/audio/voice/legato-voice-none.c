/* legato-voice-none.c: a Legato that was built without a voice says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-voice"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-voice.h"

G_DEFINE_QUARK (legato_voice_error, legato_voice_error)

void
legato_voice_sound_clear (LegatoVoiceSound *self)
{
  g_clear_pointer (&self->samples, g_free);
}

gboolean
legato_voice_check (const char *language, GError **error)
{
  g_set_error_literal (error, LEGATO_VOICE_ERROR, LEGATO_VOICE_ERROR_NOT_BUILT,
                       _ ("This Legato was built without eSpeak NG, which speaks the steps."));
  return FALSE;
}

gboolean
legato_voice_say (const char *sentence,
                  const char *language,
                  double rate,
                  LegatoVoiceSound *sound,
                  GError **error)
{
  return legato_voice_check (language, error);
}
