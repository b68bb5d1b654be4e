/* legato-journal-long.c
 *
 * What only reads has a connection and a thread of its own, so that entries can be shown and saved
 * meanwhile. What writes is one call among the others of the journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-long.h"

/* How often it is told how far something has come, in microseconds. */
#define REPORT_EVERY (G_USEC_PER_SEC / 10)

/**
 * legato_long_call_new:
 * @journal: (nullable): the journal that it is about
 * @path: (nullable): of the file or folder that is read or written
 * @report: (nullable): called in the main context that is the thread's default now
 *
 * Returns: (transfer full): a call whose other fields are for the caller to fill
 */
LegatoLongCall *
legato_long_call_new (LegatoJournal *journal,
                      const char *path,
                      GFileProgressCallback report,
                      gpointer report_data,
                      GCancellable *cancellable)
{
  LegatoLongCall *self = g_new0 (LegatoLongCall, 1);

  self->journal = journal != NULL ? g_strdup (legato_journal_get_path (journal)) : NULL;
  self->path = g_strdup (path);
  self->report = report;
  self->report_data = report_data;
  self->context = g_main_context_ref_thread_default ();
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return self;
}

void
legato_long_call_free (gpointer data)
{
  LegatoLongCall *self = data;

  g_free (self->journal);
  g_free (self->path);
  g_free (self->other_path);
  g_clear_pointer (&self->names, legato_csv_names_unref);
  g_main_context_unref (self->context);
  g_clear_object (&self->cancellable);
  g_free (self);
}

typedef struct
{
  GFileProgressCallback report;
  gpointer data;
  guint64 done;
  guint64 total;
} Report;

static gboolean
report_cb (gpointer user_data)
{
  const Report *report = user_data;

  report->report ((goffset) report->done, (goffset) report->total, report->data);
  return G_SOURCE_REMOVE;
}

/* On the thread that works. */
static void
report (guint64 done, guint64 total, gpointer data)
{
  LegatoLongCall *self = data;
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Report *news;

  if (self->report == NULL || now < self->reported_us + REPORT_EVERY)
    return;
  self->reported_us = now;
  news = g_new0 (Report, 1);
  news->report = self->report;
  news->data = self->report_data;
  news->done = done;
  news->total = total;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_cb, news, g_free);
  g_source_attach (source, self->context);
}

/** Returns: what @self's work is to tell its progress to; valid as long as @self */
LegatoProgress
legato_long_call_get_progress (LegatoLongCall *self)
{
  return (LegatoProgress){ self->cancellable, report, self };
}

/* Does @func on a thread of its own. */
typedef struct
{
  LegatoLongCall *call;
  LegatoLongFunc func;
  GDestroyNotify free_result;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  legato_long_call_free (self->call);
  g_free (self);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  LegatoProgress progress = legato_long_call_get_progress (work->call);
  GError *error = NULL;
  gpointer result = work->func (work->call, &progress, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, work->free_result);
}

/**
 * legato_long_call_start:
 * @source: (nullable): the source object of the result
 * @call: (transfer full)
 * @free_result: (nullable): frees what @func gives if nobody takes it
 *
 * Has @func do its work on a thread of its own.
 */
void
legato_long_call_start (gpointer source,
                        LegatoLongCall *call,
                        LegatoLongFunc func,
                        GDestroyNotify free_result,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, call->cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->call = call;
  work->func = func;
  work->free_result = free_result;
  g_task_set_source_tag (task, (gpointer) func);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_thread);
}

/** Returns: (transfer full): what @func gave; %NULL with @error set */
gpointer
legato_long_call_finish (gpointer source, LegatoLongFunc func, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) func), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
