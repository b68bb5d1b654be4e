/* legato-journal-table.h: entries from tables of other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-csv-names.h"
#include "legato-journal.h"
#include "legato-merge-result.h"

G_BEGIN_DECLS

GPtrArray *legato_journal_preview_table (const char *path, guint max_rows, GError **error);
void legato_journal_import_table_async (LegatoJournal *self,
                                        const char *path,
                                        const int columns[LEGATO_CSV_N_COLUMNS],
                                        LegatoCsvNames *names,
                                        gboolean try_only,
                                        GFileProgressCallback progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean legato_journal_import_table_finish (LegatoJournal *self,
                                             GAsyncResult *result,
                                             LegatoMergeResult *merged,
                                             GError **error);

G_END_DECLS
