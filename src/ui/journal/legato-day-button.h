/* legato-day-button.h: a day, and the calendar to choose another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Property `day`: a Julian day, or 0 for none (uint). */
#define LEGATO_TYPE_DAY_BUTTON (legato_day_button_get_type ())
G_DECLARE_FINAL_TYPE (LegatoDayButton, legato_day_button, LEGATO, DAY_BUTTON, AdwBin)

LegatoDayButton *legato_day_button_new (const char *name);
guint32 legato_day_button_get_day (LegatoDayButton *self);
void legato_day_button_set_day (LegatoDayButton *self, guint32 day);

G_END_DECLS
