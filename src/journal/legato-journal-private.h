/* legato-journal-private.h: how a call is handed to the worker (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal.h"
#include "legato-store.h"

G_BEGIN_DECLS

/** What a call leaves behind. */
typedef enum
{
  LEGATO_JOURNAL_READS,   /* nothing, or a copy elsewhere */
  LEGATO_JOURNAL_WRITES,  /* what only whoever calls shows: how far a session is, the profile */
  LEGATO_JOURNAL_CHANGES, /* entries, which the signal `changed` tells of */
} LegatoJournalEffect;

/**
 * LegatoJournalCall: a kind of call
 * @work: done by the worker: gives its result, or %NULL with @error set; @data is the argument
 * @free_result: %NULL where the result is only that it went well
 * @reads_others: it reads another file as well, so that damage need not be the journal's
 */
typedef struct
{
  gpointer (*work) (LegatoJournal *self, gconstpointer data, GError **error);
  LegatoJournalEffect effect;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gboolean reads_others;
} LegatoJournalCall;

LegatoStore *legato_journal_get_store (LegatoJournal *self);
LegatoCheck *legato_journal_dup_check (LegatoJournal *self);
void legato_journal_start (LegatoJournal *self,
                           const LegatoJournalCall *call,
                           gpointer data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean legato_journal_finish_boolean (LegatoJournal *self,
                                        const LegatoJournalCall *call,
                                        GAsyncResult *result,
                                        GError **error);
gpointer legato_journal_finish_pointer (LegatoJournal *self,
                                        const LegatoJournalCall *call,
                                        GAsyncResult *result,
                                        GError **error);

void legato_journal_open_for_context (const char *path,
                                      GMainContext *context,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

G_END_DECLS
