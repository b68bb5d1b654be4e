/* legato-csv.h: entries as a table, a row a rating (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-csv-names.h"
#include "legato-merge-result.h"
#include "legato-progress.h"
#include "legato-store.h"

G_BEGIN_DECLS

gboolean legato_store_export_csv (LegatoStore *self,
                                  GOutputStream *stream,
                                  const LegatoCsvNames *names,
                                  const LegatoProgress *progress,
                                  GError **error);
GPtrArray *legato_csv_read (const char *path, guint max_rows, GError **error);
gboolean legato_store_import_csv (LegatoStore *self,
                                  const char *path,
                                  const int *columns,
                                  const LegatoCsvNames *names,
                                  gboolean try_only,
                                  const LegatoProgress *progress,
                                  LegatoMergeResult *result,
                                  GError **error);

G_END_DECLS
