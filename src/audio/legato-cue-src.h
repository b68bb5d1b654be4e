/* legato-cue-src.h: a GStreamer source that sounds a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gst/base/gstpushsrc.h>

G_BEGIN_DECLS

/** Name of the element's factory, once legato_audio_init() was called. */
#define LEGATO_CUE_SRC_NAME "legatocuesrc"

#define LEGATO_TYPE_CUE_SRC (legato_cue_src_get_type ())
G_DECLARE_FINAL_TYPE (LegatoCueSrc, legato_cue_src, LEGATO, CUE_SRC, GstPushSrc)

G_END_DECLS
