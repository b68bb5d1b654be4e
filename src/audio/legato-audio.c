/* legato-audio.c: what all of this folder shares: start-up and errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-audio"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gst/gst.h>

#include "legato-audio.h"

G_DEFINE_QUARK (legato_audio_error, legato_audio_error)

/**
 * legato_audio_init:
 * @error: %LEGATO_AUDIO_ERROR_UNAVAILABLE if there is no working GStreamer
 *
 * Starts GStreamer. May be called any number of times and from any thread; all of this folder that
 * needs it does so itself.
 *
 * Returns: whether sound can be made
 */
gboolean
legato_audio_init (GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!gst_init_check (NULL, NULL, &cause))
    {
      g_set_error (error, LEGATO_AUDIO_ERROR, LEGATO_AUDIO_ERROR_UNAVAILABLE,
                   _ ("Sound is not available: %s"), cause != NULL ? cause->message : "GStreamer");
      return FALSE;
    }
  return TRUE;
}
