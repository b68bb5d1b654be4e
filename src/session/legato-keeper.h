/* legato-keeper.h: writes into the journal what a session must not lose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-running.h"

G_BEGIN_DECLS

/** LegatoKeeper: reference counted, because the journal may answer after the session is gone. */
typedef struct _LegatoKeeper LegatoKeeper;

/** Called when something could not be written; the keeper tries again with what comes next. */
typedef void (*LegatoKeeperFailed) (gpointer owner, const GError *error);

LegatoKeeper *legato_keeper_new (LegatoKeeperFailed failed, gpointer owner);
LegatoKeeper *legato_keeper_ref (LegatoKeeper *self);
void legato_keeper_unref (LegatoKeeper *self);
void legato_keeper_disown (LegatoKeeper *self);

void legato_keeper_set_journal (LegatoKeeper *self, LegatoJournal *journal);
void legato_keeper_save (LegatoKeeper *self, LegatoRunning *running);
void legato_keeper_add (LegatoKeeper *self, LegatoEntry *entry);
void legato_keeper_forget (LegatoKeeper *self, const char *uuid);

G_END_DECLS
