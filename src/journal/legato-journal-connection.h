/* legato-journal-connection.h: the journal of the program, before and after it is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal.h"

G_BEGIN_DECLS

/**
 * LegatoJournalConnection: one journal file, whether it is open yet or not
 *
 * Property `journal`: the #LegatoJournal; %NULL while it is being opened or could not be.
 *
 * Property `error`: the #GError that kept it from being opened, in words for a person; %NULL
 * otherwise. Of the two at most one is set; both are %NULL while it is being opened.
 */
#define LEGATO_TYPE_JOURNAL_CONNECTION (legato_journal_connection_get_type ())
G_DECLARE_FINAL_TYPE (LegatoJournalConnection,
                      legato_journal_connection,
                      LEGATO,
                      JOURNAL_CONNECTION,
                      GObject)

LegatoJournalConnection *legato_journal_connection_new (const char *path);

LegatoJournal *legato_journal_connection_get_journal (LegatoJournalConnection *self);
const GError *legato_journal_connection_get_error (LegatoJournalConnection *self);

void legato_journal_connection_open (LegatoJournalConnection *self);
void legato_journal_connection_set_aside (LegatoJournalConnection *self);

G_END_DECLS
