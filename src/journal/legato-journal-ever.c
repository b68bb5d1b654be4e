/* legato-journal-ever.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-ever.h"
#include "legato-journal-private.h"

static gpointer
felt_ever_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return legato_store_felt_ever (legato_journal_get_store (self), error);
}

static const LegatoJournalCall felt_ever_call = { felt_ever_work, LEGATO_JOURNAL_READS, NULL,
                                                  (GDestroyNotify) g_array_unref };

/**
 * legato_journal_felt_ever_async:
 *
 * Asks how often each value was felt at each place, in all of the journal.
 */
void
legato_journal_felt_ever_async (LegatoJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &felt_ever_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_felt_ever_finish:
 *
 * Returns: (transfer full) (element-type LegatoFelt): by zone, leg and moment, those that were
 *   rated; or %NULL with @error set
 */
GArray *
legato_journal_felt_ever_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &felt_ever_call, result, error);
}
