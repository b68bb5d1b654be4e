/* legato-journal-connection.h: the journal of the program, before and after it is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal-keep.h"

G_BEGIN_DECLS

/**
 * LegatoJournalConnection: one journal file, whether it is open yet or not
 *
 * A journal that could not be opened, or not for writing, is tried again and again, later each
 * time. One that turns out to be damaged while it is open is let go of.
 *
 * Property `journal`: the #LegatoJournal; %NULL while it is being opened or could not be.
 *
 * Property `error`: the #GError that kept it from being opened, in words for a person; %NULL
 * otherwise. Of the two at most one is set; both are %NULL before it is opened for the first time.
 *
 * Property `waiting`: how many entries wait on the disk until the journal can take them
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
guint legato_journal_connection_get_waiting (LegatoJournalConnection *self);
const GError *legato_journal_connection_get_why_waiting (LegatoJournalConnection *self);
const char *legato_journal_connection_get_path (LegatoJournalConnection *self);

void legato_journal_connection_open (LegatoJournalConnection *self);
void legato_journal_connection_give_up (LegatoJournalConnection *self, const GError *error);
void legato_journal_connection_replace_async (LegatoJournalConnection *self,
                                              const char *copy,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
char *legato_journal_connection_replace_finish (LegatoJournalConnection *self,
                                                GAsyncResult *result,
                                                GError **error);

void legato_journal_connection_keep_async (LegatoJournalConnection *self,
                                           const LegatoEntry *entry,
                                           const LegatoEntry *read,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
LegatoKept legato_journal_connection_keep_finish (LegatoJournalConnection *self,
                                                  GAsyncResult *result,
                                                  GError **error);
void legato_journal_connection_count_waiting (LegatoJournalConnection *self);
gboolean legato_journal_connection_forget_waiting (LegatoJournalConnection *self, const char *uuid);

G_END_DECLS
