/* legato-journal-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-find.h"
#include "legato-journal-private.h"

typedef struct
{
  LegatoFilter *filter;
  guint limit;
  guint offset;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  legato_filter_free (self->filter);
  g_free (self);
}

static gpointer
find_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  const Question *question = data;

  return legato_store_find_entries (legato_journal_get_store (self), question->filter,
                                    question->limit, question->offset, error);
}

static gpointer
count_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  const Question *question = data;
  guint n = 0;

  if (!legato_store_count_entries (legato_journal_get_store (self), question->filter, &n, error))
    return NULL;
  return g_memdup2 (&n, sizeof n);
}

static gpointer
list_days_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  const Question *question = data;

  return legato_store_list_days (legato_journal_get_store (self), question->filter->from_day,
                                 question->filter->to_day, error);
}

static gpointer
list_deleted_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return legato_store_list_deleted (legato_journal_get_store (self), error);
}

static gpointer
list_tags_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return legato_store_list_tags (legato_journal_get_store (self), error);
}

static gpointer
empty_bin_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  return GINT_TO_POINTER (legato_store_empty_bin (legato_journal_get_store (self), error));
}

static const LegatoJournalCall find_call = { find_work, LEGATO_JOURNAL_READS, question_free,
                                             (GDestroyNotify) g_ptr_array_unref };
static const LegatoJournalCall count_call = { count_work, LEGATO_JOURNAL_READS, question_free,
                                              g_free };
static const LegatoJournalCall list_days_call = { list_days_work, LEGATO_JOURNAL_READS,
                                                  question_free, (GDestroyNotify) g_array_unref };
static const LegatoJournalCall list_deleted_call = { list_deleted_work, LEGATO_JOURNAL_READS, NULL,
                                                     (GDestroyNotify) g_ptr_array_unref };
static const LegatoJournalCall list_tags_call = { list_tags_work, LEGATO_JOURNAL_READS, NULL,
                                                  (GDestroyNotify) g_strfreev };
static const LegatoJournalCall empty_bin_call = { empty_bin_work, LEGATO_JOURNAL_CHANGES, NULL,
                                                  NULL };

/**
 * legato_journal_find_async:
 * @filter: (transfer none): copied
 * @limit: at most so many entries; 0 for all
 * @offset: leave out so many of the newest
 *
 * Asks for the entries that @filter lets through, with all that belongs to them, newest first.
 */
void
legato_journal_find_async (LegatoJournal *self,
                           const LegatoFilter *filter,
                           guint limit,
                           guint offset,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Question *question;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (filter != NULL);

  question = g_new0 (Question, 1);
  question->filter = legato_filter_copy (filter);
  question->limit = limit;
  question->offset = offset;
  legato_journal_start (self, &find_call, question, cancellable, callback, user_data);
}

/**
 * legato_journal_find_finish:
 *
 * Returns: (transfer full) (element-type LegatoEntry): the entries, or %NULL with @error set
 */
GPtrArray *
legato_journal_find_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &find_call, result, error);
}

/**
 * legato_journal_count_async:
 * @filter: (transfer none): copied
 *
 * Asks how many entries @filter lets through.
 */
void
legato_journal_count_async (LegatoJournal *self,
                            const LegatoFilter *filter,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Question *question;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (filter != NULL);

  question = g_new0 (Question, 1);
  question->filter = legato_filter_copy (filter);
  legato_journal_start (self, &count_call, question, cancellable, callback, user_data);
}

/**
 * legato_journal_count_finish:
 * @n: (out)
 *
 * Returns: %FALSE with @error set
 */
gboolean
legato_journal_count_finish (LegatoJournal *self, GAsyncResult *result, guint *n, GError **error)
{
  g_autofree guint *found = legato_journal_finish_pointer (self, &count_call, result, error);

  if (found == NULL)
    return FALSE;
  *n = *found;
  return TRUE;
}

/**
 * legato_journal_list_days_async:
 * @from_day, @to_day: Julian days, both included
 *
 * Asks which of these days have an entry.
 */
void
legato_journal_list_days_async (LegatoJournal *self,
                                guint32 from_day,
                                guint32 to_day,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Question *question;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));

  question = g_new0 (Question, 1);
  question->filter = legato_filter_new ();
  question->filter->from_day = from_day;
  question->filter->to_day = to_day;
  legato_journal_start (self, &list_days_call, question, cancellable, callback, user_data);
}

/** Returns: (transfer full) (element-type LegatoDayCount): the earliest first, or %NULL with @error
 * set */
GArray *
legato_journal_list_days_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &list_days_call, result, error);
}

/**
 * legato_journal_list_deleted_async:
 *
 * Asks for what is in the bin: deleted within the last 30 days.
 */
void
legato_journal_list_deleted_async (LegatoJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &list_deleted_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_list_deleted_finish:
 *
 * Returns: (transfer full) (element-type LegatoEntry): the last deleted first, or %NULL with @error
 *   set; legato_journal_restore_async() brings one back
 */
GPtrArray *
legato_journal_list_deleted_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &list_deleted_call, result, error);
}

/**
 * legato_journal_list_tags_async:
 *
 * Asks for the tags that entries have.
 */
void
legato_journal_list_tags_async (LegatoJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &list_tags_call, NULL, cancellable, callback, user_data);
}

/** Returns: (transfer full): those that are used most first, or %NULL with @error set */
GStrv
legato_journal_list_tags_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_pointer (self, &list_tags_call, result, error);
}

/**
 * legato_journal_empty_bin_async:
 *
 * Removes all that is in the bin for good, with its earlier versions.
 */
void
legato_journal_empty_bin_async (LegatoJournal *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  legato_journal_start (self, &empty_bin_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_empty_bin_finish:
 *
 * Returns: %TRUE if nothing of it is on the disk any more
 */
gboolean
legato_journal_empty_bin_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_finish_boolean (self, &empty_bin_call, result, error);
}
