/* legato-journal-keeper.h: what is done for the journal without being asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-connection.h"

G_BEGIN_DECLS

/**
 * LegatoJournalKeeper: copies the journal once a day, and keeps it in step with a shared folder
 *
 * Both happen beside everything else, while the journal is open. What does not work is tried again
 * within the hour.
 *
 * Property `daily`: whether a copy is made each day
 *
 * Property `folder`: path of the folder of the copies; empty for the one beside the journal
 *
 * Properties `days`, `weeks`: of how many days and weeks the newest copy stays
 *
 * Property `shared-folder`: path of a folder that something else keeps the same on several
 * computers; empty for none
 *
 * Signal `changed`: what the functions below give may be another
 */
#define LEGATO_TYPE_JOURNAL_KEEPER (legato_journal_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LegatoJournalKeeper, legato_journal_keeper, LEGATO, JOURNAL_KEEPER, GObject)

LegatoJournalKeeper *legato_journal_keeper_new (LegatoJournalConnection *connection);

char *legato_journal_keeper_dup_folder (LegatoJournalKeeper *self);
GDateTime *legato_journal_keeper_dup_last (LegatoJournalKeeper *self);
gboolean legato_journal_keeper_is_copying (LegatoJournalKeeper *self);
const GError *legato_journal_keeper_get_copy_error (LegatoJournalKeeper *self);
const GError *legato_journal_keeper_get_share_error (LegatoJournalKeeper *self);

void legato_journal_keeper_copy (LegatoJournalKeeper *self);
void legato_journal_keeper_end (LegatoJournalKeeper *self);

G_END_DECLS
