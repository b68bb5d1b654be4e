/* legato-routine-file.h: reads an own routine from a file that anybody may have made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-routine.h"

G_BEGIN_DECLS

GBytes *legato_routine_file_read (GFile *file, GCancellable *cancellable, GError **error);
void legato_routine_file_load_async (GFile *file,
                                     LegatoGuide *guide,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
LegatoRoutine *legato_routine_file_load_finish (GAsyncResult *result, GError **error);
char *legato_routine_file_dup_name (GFile *file);

G_END_DECLS
