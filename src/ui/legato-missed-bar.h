/* legato-missed-bar.h: a reminder that came while the computer was off, said once in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "legato-reminders.h"

G_BEGIN_DECLS

#define LEGATO_TYPE_MISSED_BAR (legato_missed_bar_get_type ())
G_DECLARE_FINAL_TYPE (LegatoMissedBar, legato_missed_bar, LEGATO, MISSED_BAR, GtkWidget)

LegatoMissedBar *legato_missed_bar_new (LegatoReminders *reminders);

G_END_DECLS
