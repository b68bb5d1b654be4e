/* legato-cue-src.h: a GStreamer source that sounds a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gst/base/gstpushsrc.h>

#include "legato-sequencer.h"

G_BEGIN_DECLS

/** Name of the element's factory, once legato_cue_src_register() was called. */
#define LEGATO_CUE_SRC_NAME "legatocuesrc"

/** Name of the element message by which a source that sounds a sequencer says that it takes no more
 * of its samples, since they would come far too late: the machine slept, or the like. */
#define LEGATO_CUE_SRC_LATE "legato-cue-src-late"

#define LEGATO_TYPE_CUE_SRC (legato_cue_src_get_type ())
G_DECLARE_FINAL_TYPE (LegatoCueSrc, legato_cue_src, LEGATO, CUE_SRC, GstPushSrc)

gboolean legato_cue_src_register (GError **error);
gint64 legato_cue_src_switch (LegatoCueSrc *self, LegatoSequencer *sequencer);
void legato_cue_src_detach (LegatoCueSrc *self);

G_END_DECLS
