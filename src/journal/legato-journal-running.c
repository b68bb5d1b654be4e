/* legato-journal-running.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-private.h"
#include "legato-journal-running.h"
#include "legato-store-running.h"

static gpointer
save_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return GINT_TO_POINTER (legato_store_save_running (legato_journal_get_store (self), data, error));
}

static gpointer
forget_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return GINT_TO_POINTER (
      legato_store_forget_running (legato_journal_get_store (self), data, error));
}

static gpointer
list_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return legato_store_list_running (legato_journal_get_store (self), error);
}

static const LegatoJournalCall save_call = { save_work, LEGATO_JOURNAL_WRITES,
                                             (GDestroyNotify) legato_running_free, NULL };
static const LegatoJournalCall forget_call = { forget_work, LEGATO_JOURNAL_WRITES, g_free, NULL };
static const LegatoJournalCall list_call = { list_work, LEGATO_JOURNAL_READS, NULL,
                                             (GDestroyNotify) g_ptr_array_unref };

/**
 * legato_journal_save_running_async:
 * @running: (transfer none): copied
 *
 * Notes how far a session has come. From then on other programs leave it alone, until this one
 * ends or lets go of the journal. The entry with the same UUID takes its place in one step; what is
 * noted after that is ignored.
 */
void
legato_journal_save_running_async (LegatoJournal *self,
                                   const LegatoRunning *running,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (running != NULL);

  legato_journal_start (self, &save_call, legato_running_copy (running), cancellable, callback,
                        user_data);
}

/** Returns: %TRUE if it is on the disk */
gboolean
legato_journal_save_running_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_boolean (self, &save_call, result, error);
}

/**
 * legato_journal_forget_running_async:
 * @uuid: of a session that is not to be remembered
 *
 * Forgets how far it came. There need not be such a session.
 */
void
legato_journal_forget_running_async (LegatoJournal *self,
                                     const char *uuid,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (uuid != NULL);

  legato_journal_start (self, &forget_call, g_strdup (uuid), cancellable, callback, user_data);
}

/** Returns: %TRUE if it is forgotten */
gboolean
legato_journal_forget_running_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_boolean (self, &forget_call, result, error);
}

/**
 * legato_journal_list_running_async:
 *
 * Asks for the sessions that were cut off: noted, not in the journal as entries, and run by no
 * program.
 */
void
legato_journal_list_running_async (LegatoJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));

  legato_journal_start (self, &list_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_list_running_finish:
 *
 * Returns: (transfer full) (element-type LegatoRunning): newest first, or %NULL with @error set
 */
GPtrArray *
legato_journal_list_running_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &list_call, result, error);
}
