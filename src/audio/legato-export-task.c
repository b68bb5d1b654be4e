/* legato-export-task.c: an export that leaves the caller's thread free
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-export.h"

typedef struct
{
  LegatoTimeline *timeline;
  LegatoTimbre timbre;
  char *language;
  double rate;
  char *path;
  LegatoExportProgress progress;
  gpointer progress_data;
} ExportArguments;

/* What is done, on its way to the thread that asked. */
typedef struct
{
  GTask *task;
  double fraction;
} Report;

static void
export_arguments_free (gpointer data)
{
  ExportArguments *arguments = data;

  legato_timeline_unref (arguments->timeline);
  g_free (arguments->language);
  g_free (arguments->path);
  g_free (arguments);
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  ExportArguments *arguments = g_task_get_task_data (report->task);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    arguments->progress (report->fraction, arguments->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, gpointer data)
{
  Report *report = g_new0 (Report, 1);

  report->task = g_object_ref (data);
  report->fraction = fraction;
  g_main_context_invoke_full (g_task_get_context (report->task), G_PRIORITY_DEFAULT, report_cb,
                              report, report_free);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ExportArguments *arguments = task_data;
  g_autoptr (LegatoSpeech) speech = NULL;
  GError *error = NULL;

  if (arguments->language != NULL)
    speech = legato_speech_new (arguments->timeline, arguments->language, arguments->rate, NULL,
                                cancellable, &error);
  if (error == NULL)
    legato_export_timeline (arguments->timeline, arguments->timbre, speech, arguments->path,
                            cancellable, arguments->progress != NULL ? progress_cb : NULL, task,
                            &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * legato_export_async:
 * @language: (nullable): of the voice that says the steps; %NULL for cues alone
 * @rate: of the voice
 * @file: where to, see legato_export_timeline()
 * @progress: (nullable) (scope notified): told on the thread of the caller, never after @callback
 *   or a cancel
 *
 * Does what legato_export_timeline() does, in a thread of its own.
 */
void
legato_export_async (LegatoTimeline *timeline,
                     LegatoTimbre timbre,
                     const char *language,
                     double rate,
                     GFile *file,
                     GCancellable *cancellable,
                     LegatoExportProgress progress,
                     gpointer progress_data,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  ExportArguments *arguments = NULL;

  g_return_if_fail (timeline != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, legato_export_async);
  if (g_file_peek_path (file) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _ ("Sound can be saved only to a folder on this computer."));
      return;
    }

  arguments = g_new0 (ExportArguments, 1);
  arguments->timeline = legato_timeline_ref (timeline);
  arguments->timbre = timbre;
  arguments->language = g_strdup (language);
  arguments->rate = rate;
  arguments->path = g_file_get_path (file);
  arguments->progress = progress;
  arguments->progress_data = progress_data;
  g_task_set_task_data (task, arguments, export_arguments_free);
  g_task_run_in_thread (task, export_in_thread);
}

/** Returns: whether the file was written */
gboolean
legato_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
