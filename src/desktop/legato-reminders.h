/* legato-reminders.h: tells when somebody is to be reminded of something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-enum.h"
#include "legato-journal-connection.h"
#include "legato-schedule.h"

G_BEGIN_DECLS

/**
 * LegatoReminders: what was chosen in the settings, against what the journal holds
 *
 * Each time it looks, it reads the journal anew, as another program may have written into it.
 * Between two reminders it sleeps.
 *
 * Signal `due`: (LegatoReminder reminder, const char *session): it is to be shown now; what is
 * asked about a session is about the one with that UUID (nullable)
 *
 * Signal `answered`: (LegatoReminder reminder): one that may have been shown has been done
 * meanwhile, or asks about a session that is not the latest any more
 *
 * Signal `missed-changed`: legato_reminders_get_missed() has news
 *
 * Signal `failed`: (const char *what, const char *why): for the person, who chose to be reminded or
 * has answered
 *
 * Property `active`: whether anything was chosen, so that the program has to stay
 */
#define LEGATO_TYPE_REMINDERS (legato_reminders_get_type ())
G_DECLARE_FINAL_TYPE (LegatoReminders, legato_reminders, LEGATO, REMINDERS, GObject)

LegatoReminders *legato_reminders_new (GSettings *settings, LegatoJournalConnection *connection);

gboolean legato_reminders_get_active (LegatoReminders *self);
void legato_reminders_check (LegatoReminders *self);
void legato_reminders_answer (LegatoReminders *self,
                              const char *session,
                              LegatoReminder reminder,
                              LegatoCompared compared);
gboolean legato_reminders_get_missed (LegatoReminders *self, LegatoReminder *missed);
void legato_reminders_let_go (LegatoReminders *self);
void legato_reminders_snooze (LegatoReminders *self, LegatoReminder reminder);

#define LEGATO_TYPE_REMINDER (legato_reminder_get_type ())
LEGATO_DECLARE_ENUM (LegatoReminder, reminder)

G_END_DECLS
