/* legato-audio.h: what all of this folder shares: start-up and errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LEGATO_AUDIO_ERROR (legato_audio_error_quark ())

/**
 * LegatoAudioError:
 * @LEGATO_AUDIO_ERROR_UNAVAILABLE: GStreamer or one of its basic parts is not installed or broken
 * @LEGATO_AUDIO_ERROR_FORMAT: the file's ending is not that of a format we can write
 * @LEGATO_AUDIO_ERROR_MISSING: the plug-in for the format is not installed; the message names it
 * @LEGATO_AUDIO_ERROR_FAILED: sound could not be made; the message says what GStreamer reports
 */
typedef enum
{
  LEGATO_AUDIO_ERROR_UNAVAILABLE,
  LEGATO_AUDIO_ERROR_FORMAT,
  LEGATO_AUDIO_ERROR_MISSING,
  LEGATO_AUDIO_ERROR_FAILED,
} LegatoAudioError;

GQuark legato_audio_error_quark (void);

gboolean legato_audio_init (GError **error);

G_END_DECLS
