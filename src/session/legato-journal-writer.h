/* legato-journal-writer.h: writes into the journal what a session must not lose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-running.h"

G_BEGIN_DECLS

/** LegatoJournalWriter: reference counted, because the journal may answer after the session is
 * gone. */
typedef struct _LegatoJournalWriter LegatoJournalWriter;

/** Called when something could not be written; the writer tries again with what comes next. */
typedef void (*LegatoJournalWriterFailed) (gpointer owner, const GError *error);

LegatoJournalWriter *legato_journal_writer_new (LegatoJournalWriterFailed failed, gpointer owner);
void legato_journal_writer_unref (LegatoJournalWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoJournalWriter, legato_journal_writer_unref)
void legato_journal_writer_disown (LegatoJournalWriter *self);

void legato_journal_writer_wait_for (LegatoJournalWriter *self, const char *path, gboolean opens);
void legato_journal_writer_set_journal (LegatoJournalWriter *self, LegatoJournal *journal);
void legato_journal_writer_save (LegatoJournalWriter *self, LegatoRunning *running);
void legato_journal_writer_add (LegatoJournalWriter *self, LegatoEntry *entry);
void legato_journal_writer_hold (LegatoJournalWriter *self,
                                 const LegatoEntry *entry,
                                 const LegatoEntry *before);
void legato_journal_writer_drop (LegatoJournalWriter *self, const char *uuid);
void legato_journal_writer_forget (LegatoJournalWriter *self, const char *uuid);

G_END_DECLS
