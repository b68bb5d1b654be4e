/* legato-journal-look-up.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-look-up.h"
#include "legato-store.h"

typedef struct
{
  char *path;
  GPtrArray *filters;
  guint limit;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->path);
  g_ptr_array_unref (self->filters);
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

static void
look_up_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  GPtrArray *entries = NULL;
  gboolean again = TRUE;

  while (again)
    {
      g_autoptr (LegatoStore) store = NULL;

      g_clear_error (&error);
      g_clear_pointer (&entries, g_ptr_array_unref);
      store = legato_store_open_to_look_up (question->path, &error);
      entries = store != NULL ? find (store, question, &error) : NULL;
      again = store != NULL && !legato_store_was_left (store);
    }
  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * legato_journal_look_up_async:
 * @path: of a journal
 * @filters: (element-type LegatoFilter): not changed any more
 * @limit: at most so many entries of each
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
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->path = g_strdup (path);
  question->filters = g_ptr_array_ref (filters);
  question->limit = limit;
  g_task_set_source_tag (task, legato_journal_look_up_async);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, look_up_thread);
}

/** Returns: (transfer full) (element-type LegatoEntry): what each filter lets through, newest
 * first, one after the other; %NULL with @error set */
GPtrArray *
legato_journal_look_up_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, legato_journal_look_up_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
