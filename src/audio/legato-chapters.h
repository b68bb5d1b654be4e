/* legato-chapters.h: what a sound file says about itself and its steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gst/gst.h>

#include "legato-timeline.h"

G_BEGIN_DECLS

void legato_chapters_write (LegatoTimeline *timeline, GstElement *encoder);
GByteArray *legato_chapters_make_riff (LegatoTimeline *timeline);

G_END_DECLS
