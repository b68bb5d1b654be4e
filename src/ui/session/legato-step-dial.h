/* legato-step-dial.h: the seconds that are left, in large digits, with a ring that fills around
 * them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_STEP_DIAL (legato_step_dial_get_type ())
G_DECLARE_FINAL_TYPE (LegatoStepDial, legato_step_dial, LEGATO, STEP_DIAL, GtkWidget)

void
legato_step_dial_set_time (LegatoStepDial *self, gint64 left, gint64 length, gboolean countdown);
void legato_step_dial_set_breath (LegatoStepDial *self, double breath);
void legato_step_dial_set_dimmed (LegatoStepDial *self, gboolean dimmed);

G_END_DECLS
