/* legato-reminders-testing.h: lets tests set the clock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-reminders.h"

G_BEGIN_DECLS

void legato_reminders_set_now (LegatoReminders *self, gint64 now);
gint64 legato_reminders_get_alarm (LegatoReminders *self);

G_END_DECLS
