/* legato-journal-look-up.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-look-up.h"
#include "legato-store-running.h"
#include "legato-store.h"

typedef struct
{
  char *path;
  GPtrArray *filters;
  guint limit;
  gboolean running;
} Question;

/* running: (nullable): where it was not asked for */
typedef struct
{
  GPtrArray *entries;
  GPtrArray *running;
} Answer;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->path);
  g_ptr_array_unref (self->filters);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->running, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
find (LegatoStore *store, const Question *question, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);

  for (guint i = 0; i < question->filters->len; i++)
    {
      GPtrArray *found = legato_store_find_entries (store, g_ptr_array_index (question->filters, i),
                                                    question->limit, 0, error);

      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, found);
    }
  return g_steal_pointer (&all);
}

static gboolean
fill (Answer *answer, LegatoStore *store, const Question *question, GError **error)
{
  answer->entries = find (store, question, error);
  if (answer->entries != NULL && question->running)
    answer->running = legato_store_list_running (store, error);
  return answer->entries != NULL && (answer->running != NULL || !question->running);
}

static void
look_up_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  Answer *answer = NULL;
  gboolean filled = FALSE;
  gboolean again = TRUE;

  while (again)
    {
      g_autoptr (LegatoStore) store = NULL;

      g_clear_error (&error);
      g_clear_pointer (&answer, answer_free);
      answer = g_new0 (Answer, 1);
      store = legato_store_open_to_look_up (question->path, &error);
      filled = store != NULL && fill (answer, store, question, &error);
      again = store != NULL && !legato_store_was_left (store);
    }
  if (filled)
    {
      g_task_return_pointer (task, answer, answer_free);
      return;
    }
  answer_free (answer);
  g_task_return_error (task, error);
}

/**
 * legato_journal_look_up_async:
 * @path: of a journal
 * @filters: (element-type LegatoFilter): not changed any more
 * @limit: at most so many entries of each
 * @running: whether to look for sessions that were cut off as well
 *
 * Opens the journal in a thread, asks it, and closes it again. The journal is neither made, mended
 * nor written to. Nothing is left beside it that was not there, unless a program that was cut off
 * left a log: see legato_database_open_to_look_up(). A journal of an older version is an error, as
 * it would have to be migrated first.
 */
void
legato_journal_look_up_async (const char *path,
                              GPtrArray *filters,
                              guint limit,
                              gboolean running,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->path = g_strdup (path);
  question->filters = g_ptr_array_ref (filters);
  question->limit = limit;
  question->running = running;
  g_task_set_source_tag (task, legato_journal_look_up_async);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, look_up_thread);
}

/**
 * legato_journal_look_up_finish:
 * @running: (out) (nullable) (transfer full) (element-type LegatoRunning): the sessions that were
 *   cut off, newest first; %NULL where they were not asked for
 *
 * Returns: (transfer full) (element-type LegatoEntry): what each filter lets through, newest first,
 * one after the other; %NULL with @error set
 */
GPtrArray *
legato_journal_look_up_finish (GAsyncResult *result, GPtrArray **running, GError **error)
{
  Answer *answer = NULL;
  GPtrArray *entries = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, legato_journal_look_up_async), NULL);

  *running = NULL;
  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (answer == NULL)
    return NULL;
  entries = g_steal_pointer (&answer->entries);
  *running = g_steal_pointer (&answer->running);
  answer_free (answer);
  return entries;
}
