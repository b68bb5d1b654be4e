/* legato-journal-copies.h: exports, copies, merging, and what can be read of damaged journals
 *
 * What takes long tells how far it has come, with #GFileProgressCallback in the caller's main
 * context (its total is 0 while that is not known), and can be cancelled; then nothing was changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-backup-info.h"
#include "legato-csv-names.h"
#include "legato-export-format.h"
#include "legato-journal.h"
#include "legato-merge-result.h"

G_BEGIN_DECLS

void legato_journal_export_async (LegatoJournal *self,
                                  const char *dest,
                                  LegatoExportFormat format,
                                  LegatoCsvNames *names,
                                  gboolean may_replace,
                                  GFileProgressCallback progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean legato_journal_export_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_merge_async (LegatoJournal *self,
                                 const char *source,
                                 gboolean try_only,
                                 GFileProgressCallback progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean legato_journal_merge_finish (LegatoJournal *self,
                                      GAsyncResult *result,
                                      LegatoMergeResult *merged,
                                      GError **error);

void legato_journal_sync_folder_async (LegatoJournal *self,
                                       const char *folder,
                                       GFileProgressCallback progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean legato_journal_sync_folder_finish (LegatoJournal *self,
                                            GAsyncResult *result,
                                            LegatoMergeResult *merged,
                                            GError **error);

void legato_journal_copy_async (LegatoJournal *self,
                                const char *dest,
                                gboolean may_replace,
                                GFileProgressCallback progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean legato_journal_copy_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

gboolean legato_journal_is_from_others (LegatoJournal *self, const char *name);

char *legato_journal_get_default_backup_folder (void);
GDateTime *legato_journal_get_last_backup (const char *folder, const char *path);
void legato_journal_make_backup_async (LegatoJournal *self,
                                       const char *folder,
                                       guint n_daily,
                                       guint n_weekly,
                                       GFileProgressCallback progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
char *legato_journal_make_backup_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

void legato_journal_list_backups_async (const char *folder,
                                        const char *path,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *legato_journal_list_backups_finish (GAsyncResult *result, GError **error);
LegatoBackupInfo *legato_journal_inspect_backup (const char *path, GError **error);

void legato_journal_restore_backup_async (LegatoJournal *self,
                                          const char *backup,
                                          GFileProgressCallback progress,
                                          gpointer progress_data,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
char *
legato_journal_restore_backup_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

gboolean legato_journal_put_in_place (const char *backup, const char *path, GError **error);
char *legato_journal_exchange (const char *path, const char *backup, GError **error);

/**
 * LegatoRecovered: what came of a look into a damaged journal
 * @n_entries: that could be read
 * @all: nothing was found missing
 */
typedef struct
{
  guint n_entries;
  gboolean all;
} LegatoRecovered;

void legato_journal_recover_async (const char *damaged,
                                   const char *dest,
                                   GFileProgressCallback progress,
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean
legato_journal_recover_finish (GAsyncResult *result, LegatoRecovered *recovered, GError **error);

void legato_journal_check_async (LegatoJournal *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean legato_journal_check_finish (LegatoJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
