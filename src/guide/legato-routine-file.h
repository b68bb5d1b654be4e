/* legato-routine-file.h: own routines as files, which anybody may have made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-guide.h"

G_BEGIN_DECLS

LegatoRoutine *
legato_routine_new_from_bytes (LegatoGuide *guide, const char *name, GBytes *bytes, GError **error);
GBytes *legato_routine_to_bytes (const LegatoRoutine *self);
gboolean legato_routine_save (const LegatoRoutine *self, const char *path, GError **error);

GBytes *legato_routine_file_read (GFile *file, GCancellable *cancellable, GError **error);
void legato_routine_file_load_async (GFile *file,
                                     LegatoGuide *guide,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
LegatoRoutine *legato_routine_file_load_finish (GAsyncResult *result, GError **error);
char *legato_routine_file_dup_name (GFile *file);

G_END_DECLS
