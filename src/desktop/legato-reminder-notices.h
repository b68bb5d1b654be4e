/* legato-reminder-notices.h: reminders as notifications of the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-background.h"
#include "legato-reminders.h"

G_BEGIN_DECLS

const char *legato_reminder_notices_get_title (LegatoReminder reminder);
const char *legato_reminder_notices_get_body (LegatoReminder reminder);
void legato_reminder_notices_attach (GApplication *application,
                                     LegatoReminders *reminders,
                                     LegatoBackground *background);

G_END_DECLS
