/* reminders-fixture.h: reminders with a journal and settings of their own, and a clock that is set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-reminders-testing.h"

typedef struct
{
  char *folder;
  char *path;
  GSettings *settings;
  LegatoJournalConnection *connection;
  LegatoReminders *reminders;
  guint due[LEGATO_N_REMINDERS];
  guint answered[LEGATO_N_REMINDERS];
  guint n_missed_changed;
  char *asked; /* UUID of the session that was asked about last */
} RemindersFixture;

gint64 reminders_local_time (const char *text);
void reminders_start (RemindersFixture *fixture);
void reminders_end (RemindersFixture *fixture);
void reminders_set_up (RemindersFixture *fixture, gconstpointer data);
void reminders_tear_down (RemindersFixture *fixture, gconstpointer data);
void reminders_look_at_time (RemindersFixture *fixture, gint64 time);
void reminders_look_at (RemindersFixture *fixture, const char *now);
void reminders_add_entry (const RemindersFixture *fixture, LegatoEntryKind kind, const char *at);
