/* legato-copy-words.h: copies of the journal, and what comes of bringing things in, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-backup-info.h"
#include "legato-merge-result.h"

G_BEGIN_DECLS

char *legato_copy_words_dup_time (GDateTime *time);
char *legato_copy_words_dup_made (const LegatoBackupInfo *info);
char *legato_copy_words_dup_holds (const LegatoBackupInfo *info);
char *legato_copy_words_dup_recovered (guint n_entries, gboolean all);
char *legato_copy_words_dup_waiting (guint n);
const char *legato_copy_words_get_problem (const GError *error);
char *legato_copy_words_dup_merge (const LegatoMergeResult *result, gboolean done);

G_END_DECLS
