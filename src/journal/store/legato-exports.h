/* legato-exports.h: a journal and other files that hold entries (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-csv-names.h"
#include "legato-merge-result.h"
#include "legato-progress.h"
#include "legato-store.h"

G_BEGIN_DECLS

gboolean legato_export_file (const char *journal,
                             const char *dest,
                             gboolean csv,
                             const LegatoCsvNames *names,
                             gboolean may_replace,
                             const LegatoProgress *progress,
                             GError **error);
gboolean legato_store_merge_file (LegatoStore *self,
                                  const char *path,
                                  gboolean try_only,
                                  const LegatoProgress *progress,
                                  LegatoMergeResult *result,
                                  GError **error);
char *legato_exports_dup_mark (const char *journal);
gboolean legato_exports_is_from_others (const char *journal, const char *name);
gboolean legato_store_sync_folder (LegatoStore *self,
                                   const char *folder,
                                   const LegatoProgress *progress,
                                   LegatoMergeResult *result,
                                   GError **error);

G_END_DECLS
