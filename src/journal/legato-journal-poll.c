/* legato-journal-poll.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-poll.h"
#include "legato-journal-private.h"

static gpointer
poll_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  gboolean changed = legato_store_has_changed (legato_journal_get_store (self));

  return g_memdup2 (&changed, sizeof changed);
}

static const LegatoJournalCall poll_call = { poll_work, LEGATO_JOURNAL_READS, NULL, g_free };

/**
 * legato_journal_poll_async:
 *
 * Looks whether another program has written to the journal since the last look, or since it was
 * opened. It takes some microseconds, so a window can look every second.
 */
void
legato_journal_poll_async (LegatoJournal *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &poll_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_poll_finish:
 * @changed: (out): whether what is shown may have to be read anew; `changed` is not emitted
 *
 * Returns: %TRUE if it could be looked at
 */
gboolean
legato_journal_poll_finish (LegatoJournal *self,
                            GAsyncResult *result,
                            gboolean *changed,
                            GError **error)
{
  g_autofree gboolean *found = legato_journal_finish_pointer (self, &poll_call, result, error);

  if (found == NULL)
    return FALSE;
  *changed = *found;
  return TRUE;
}
