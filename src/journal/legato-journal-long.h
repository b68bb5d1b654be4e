/* legato-journal-long.h: calls that take long, and tell how far they have come (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-csv-names.h"
#include "legato-export-format.h"
#include "legato-journal.h"
#include "legato-progress.h"

G_BEGIN_DECLS

/** LegatoLongCall: what a call that takes long is about; each uses what it needs */
typedef struct
{
  char *journal;    /* path of the journal, or NULL */
  char *path;       /* of the file or folder that is read or written */
  char *other_path; /* of the file that is written, if @path is read */
  gboolean flag;    /* may replace a file, or only tries */
  LegatoExportFormat format;
  guint n_daily;
  guint n_weekly;
  int columns[LEGATO_CSV_N_COLUMNS];
  LegatoCsvNames *names;

  GFileProgressCallback report;
  gpointer report_data;
  GMainContext *context;
  GCancellable *cancellable;
  gint64 reported_us; /* by the monotonic clock */
} LegatoLongCall;

/** Does the work, on another thread: gives its result, or %NULL with @error set. */
typedef gpointer (*LegatoLongFunc) (LegatoLongCall *call,
                                    const LegatoProgress *progress,
                                    GError **error);

LegatoLongCall *legato_long_call_new (LegatoJournal *journal,
                                      const char *path,
                                      GFileProgressCallback report,
                                      gpointer report_data,
                                      GCancellable *cancellable);
void legato_long_call_free (gpointer data);
LegatoProgress legato_long_call_get_progress (LegatoLongCall *self);
void legato_long_call_start (gpointer source,
                             LegatoLongCall *call,
                             LegatoLongFunc func,
                             GDestroyNotify free_result,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gpointer legato_long_call_finish (gpointer source,
                                  LegatoLongFunc func,
                                  GAsyncResult *result,
                                  GError **error);

G_END_DECLS
