/* legato-journal-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <string.h>

#include "legato-csv.h"
#include "legato-journal-long.h"
#include "legato-journal-private.h"
#include "legato-journal-table.h"

/**
 * legato_journal_preview_table:
 * @path: of a file of comma-separated values
 * @max_rows: at most so many, the first with the names of the columns included
 *
 * Reads the beginning of a table, on the calling thread, so that a person can say what its columns
 * mean; legato_csv_guess_columns() guesses.
 *
 * Returns: (transfer full) (element-type GStrv): rows; %NULL with @error set
 */
GPtrArray *
legato_journal_preview_table (const char *path, guint max_rows, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return legato_csv_read (path, max_rows, error);
}

static gpointer
import_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  LegatoLongCall *call = (LegatoLongCall *) data;
  LegatoProgress progress = legato_long_call_get_progress (call);
  LegatoMergeResult merged;

  if (!legato_store_import_csv (legato_journal_get_store (self), call->path, call->columns,
                                call->names, call->flag, &progress, &merged, error))
    return NULL;
  return g_memdup2 (&merged, sizeof merged);
}

static const LegatoJournalCall import_call = { import_work, LEGATO_JOURNAL_CHANGES,
                                               legato_long_call_free, g_free, TRUE };

/**
 * legato_journal_import_table_async:
 * @columns: for each #LegatoCsvColumn the place of its column from 0, or -1
 * @names: (nullable): what may be said by its name
 * @try_only: find out what would come of it, and change nothing
 * @progress: (nullable): bytes
 *
 * Brings in a table: all of it, or nothing if anything is wrong with it. An entry that the journal
 * knows is left alone, so that doing it twice changes nothing.
 */
void
legato_journal_import_table_async (LegatoJournal *self,
                                   const char *path,
                                   const int columns[LEGATO_CSV_N_COLUMNS],
                                   LegatoCsvNames *names,
                                   gboolean try_only,
                                   GFileProgressCallback progress,
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  LegatoLongCall *call;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (path != NULL && columns != NULL);

  call = legato_long_call_new (self, path, progress, progress_data, cancellable);
  call->names = names != NULL ? legato_csv_names_ref (names) : NULL;
  memcpy (call->columns, columns, sizeof call->columns);
  call->flag = try_only;
  legato_journal_start (self, &import_call, call, cancellable, callback, user_data);
}

/**
 * legato_journal_import_table_finish:
 * @merged: (out): what came of it, or would come
 *
 * Returns: %FALSE with @error set; then nothing was brought in
 */
gboolean
legato_journal_import_table_finish (LegatoJournal *self,
                                    GAsyncResult *result,
                                    LegatoMergeResult *merged,
                                    GError **error)
{
  return legato_journal_finish_value (self, &import_call, result, merged, sizeof *merged, error);
}
