/* legato-backups.h: copies of the journal that are made by themselves (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-backup-info.h"
#include "legato-progress.h"
#include "legato-store.h"

G_BEGIN_DECLS

gboolean legato_store_copy_to (const char *journal,
                               const char *dest,
                               gboolean may_replace,
                               const LegatoProgress *progress,
                               GError **error);
char *legato_backups_make (const char *journal,
                           const char *folder,
                           gboolean unmarked,
                           guint n_daily,
                           guint n_weekly,
                           const LegatoProgress *progress,
                           GError **error);
GDateTime *legato_backup_get_made (const char *path);
GPtrArray *
legato_backups_list (const char *folder, const char *journal, gboolean unmarked, GError **error);
LegatoBackupInfo *legato_backup_inspect (const char *path, GError **error);
char *legato_store_restore_from (LegatoStore *self,
                                 const char *backup,
                                 const LegatoProgress *progress,
                                 GError **error);
gboolean legato_backup_put_in_place (const char *backup, const char *journal, GError **error);

G_END_DECLS
