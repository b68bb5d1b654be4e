/* legato-journal-find.c: what is asked of the journal: entries, ratings, days, tags, the bin
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-private.h"

/* 9999-12-31, the last day whose year has four digits */
#define LAST_DAY 3652059

typedef struct
{
  LegatoFilter *filter;
  guint limit;
  guint offset;
} Question;

static Question *
question_new (const LegatoFilter *filter, guint limit, guint offset)
{
  Question *self = g_new0 (Question, 1);

  self->filter = legato_filter_copy (filter);
  self->limit = limit;
  self->offset = offset;
  return self;
}

static void
question_free (gpointer data)
{
  Question *self = data;

  legato_filter_free (self->filter);
  g_free (self);
}

/* Days that are %NULL are no bound. */
static LegatoFilter
get_days (const GDate *from, const GDate *to)
{
  return (LegatoFilter){ .from_day = from != NULL ? g_date_get_julian (from) : 1,
                         .to_day = to != NULL ? g_date_get_julian (to) : LAST_DAY };
}

static gpointer
find_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  const Question *question = data;

  return legato_store_find_entries (legato_journal_get_store (self), question->filter,
                                    question->limit, question->offset, error);
}

static gpointer
ratings_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  const LegatoFilter *filter = ((const Question *) data)->filter;

  return legato_store_ratings (legato_journal_get_store (self), filter->zone, filter->from_day,
                               filter->to_day, error);
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
  const LegatoFilter *filter = ((const Question *) data)->filter;

  return legato_store_list_days (legato_journal_get_store (self), filter->from_day, filter->to_day,
                                 error);
}

static const LegatoJournalCall find_call = { find_work, LEGATO_JOURNAL_READS, question_free,
                                             (GDestroyNotify) g_ptr_array_unref };
static const LegatoJournalCall ratings_call = { ratings_work, LEGATO_JOURNAL_READS, question_free,
                                                (GDestroyNotify) g_array_unref };
static const LegatoJournalCall count_call = { count_work, LEGATO_JOURNAL_READS, question_free,
                                              g_free };
static const LegatoJournalCall list_days_call = { list_days_work, LEGATO_JOURNAL_READS,
                                                  question_free, (GDestroyNotify) g_array_unref };

/**
 * legato_journal_list_async:
 * @from, @to: (nullable): first and last local day; %NULL for no bound
 * @limit: at most so many entries; 0 for all
 * @offset: leave out so many of the newest
 *
 * Asks for entries with all that belongs to them, newest first.
 */
void
legato_journal_list_async (LegatoJournal *self,
                           const GDate *from,
                           const GDate *to,
                           guint limit,
                           guint offset,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const LegatoFilter days = get_days (from, to);

  legato_journal_find_async (self, &days, limit, offset, cancellable, callback, user_data);
}

/** Returns: (transfer full) (element-type LegatoEntry): the entries, or %NULL with @error set */
GPtrArray *
legato_journal_list_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  return legato_journal_find_finish (self, result, error);
}

/**
 * legato_journal_ratings_async:
 * @zone: (nullable): only of this zone
 * @from, @to: (nullable): first and last local day on which it was felt; %NULL for no bound
 *
 * Asks for ratings, as the trends want them.
 */
void
legato_journal_ratings_async (LegatoJournal *self,
                              const char *zone,
                              const GDate *from,
                              const GDate *to,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  const LegatoFilter days = get_days (from, to);
  Question *question;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));

  question = question_new (&days, 0, 0);
  question->filter->zone = g_strdup (zone);
  legato_journal_start (self, &ratings_call, question, cancellable, callback, user_data);
}

/** Returns: (transfer full) (element-type LegatoSoreness): by zone, then by rising day, or %NULL
 * with @error set */
LEGATO_JOURNAL_DEFINE_FINISH (ratings, GArray *, pointer)

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
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (filter != NULL);

  legato_journal_start (self, &find_call, question_new (filter, limit, offset), cancellable,
                        callback, user_data);
}

/** Returns: (transfer full) (element-type LegatoEntry): the entries, or %NULL with @error set */
LEGATO_JOURNAL_DEFINE_FINISH (find, GPtrArray *, pointer)

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
  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (filter != NULL);

  legato_journal_start (self, &count_call, question_new (filter, 0, 0), cancellable, callback,
                        user_data);
}

/**
 * legato_journal_count_finish:
 * @n: (out): how many there are
 *
 * Returns: %FALSE with @error set
 */
gboolean
legato_journal_count_finish (LegatoJournal *self, GAsyncResult *result, guint *n, GError **error)
{
  return legato_journal_finish_value (self, &count_call, result, n, sizeof *n, error);
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
  const LegatoFilter days = { .from_day = from_day, .to_day = to_day };

  g_return_if_fail (LEGATO_IS_JOURNAL (self));

  legato_journal_start (self, &list_days_call, question_new (&days, 0, 0), cancellable, callback,
                        user_data);
}

/** Returns: (transfer full) (element-type LegatoDayCount): the earliest first, or %NULL with @error
 * set */
LEGATO_JOURNAL_DEFINE_FINISH (list_days, GArray *, pointer)

/**
 * legato_journal_list_deleted_async, _finish:
 *
 * Asks for what is in the bin: deleted within the last 30 days.
 *
 * Returns: (transfer full) (element-type LegatoEntry): the last deleted first, or %NULL with @error
 *   set; legato_journal_restore_async() brings one back
 */
LEGATO_JOURNAL_DEFINE_GET (list_deleted, GPtrArray *, g_ptr_array_unref)

/**
 * legato_journal_list_tags_async, _finish:
 *
 * Asks for the tags that entries have.
 *
 * Returns: (transfer full): those that are used most first, or %NULL with @error set
 */
LEGATO_JOURNAL_DEFINE_GET (list_tags, GStrv, g_strfreev)

/**
 * legato_journal_felt_ever_async, _finish:
 *
 * Asks how often each value was felt at each place, in all of the journal.
 *
 * Returns: (transfer full) (element-type LegatoFelt): by zone, leg and moment, those that were
 *   rated; or %NULL with @error set
 */
LEGATO_JOURNAL_DEFINE_GET (felt_ever, GArray *, g_array_unref)

/**
 * legato_journal_empty_bin_async, _finish:
 *
 * Removes all that is in the bin for good, with its earlier versions.
 *
 * Returns: %TRUE if nothing of it is on the disk any more
 */
LEGATO_JOURNAL_DEFINE_DO (empty_bin, LEGATO_JOURNAL_CHANGES)
