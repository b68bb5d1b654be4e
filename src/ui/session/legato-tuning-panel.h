/* legato-tuning-panel.h: speed, length of the step and loudness, in large buttons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LEGATO_TYPE_TUNING_PANEL (legato_tuning_panel_get_type ())
G_DECLARE_FINAL_TYPE (LegatoTuningPanel, legato_tuning_panel, LEGATO, TUNING_PANEL, AdwBin)

void legato_tuning_panel_set_tempo (LegatoTuningPanel *self, guint percent);
void legato_tuning_panel_set_step_length (LegatoTuningPanel *self, guint seconds);
void legato_tuning_panel_set_volume (LegatoTuningPanel *self, guint percent, gboolean muted);

G_END_DECLS
