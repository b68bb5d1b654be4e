/* legato-output.h: what is heard of a sequencer, with or without a sound device
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "legato-sequencer.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_OUTPUT (legato_output_get_type ())
G_DECLARE_FINAL_TYPE (LegatoOutput, legato_output, LEGATO, OUTPUT, GObject)

LegatoOutput *legato_output_new (const char *sink);

void legato_output_open (LegatoOutput *self, LegatoSequencer *sequencer);
void legato_output_close (LegatoOutput *self);
void legato_output_resume (LegatoOutput *self);
void legato_output_suspend (LegatoOutput *self);

gint64 legato_output_get_position (LegatoOutput *self);
gboolean legato_output_get_silent (LegatoOutput *self);

G_END_DECLS
