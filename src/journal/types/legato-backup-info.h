/* legato-backup-info.h: what a copy of a journal holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LegatoBackupInfo:
 * @path: of the copy
 * @made_at: when it was made, in local time
 * @n_entries: that are not deleted
 * @from_day, @to_day: Julian days of the first and the last of them; 0 if there are none
 */
typedef struct
{
  char *path;
  GDateTime *made_at;
  guint n_entries;
  guint32 from_day;
  guint32 to_day;
} LegatoBackupInfo;

void legato_backup_info_free (LegatoBackupInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoBackupInfo, legato_backup_info_free)

G_END_DECLS
