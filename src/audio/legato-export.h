/* legato-export.h: writes a timeline's sound to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-speech.h"
#include "legato-timbre.h"

G_BEGIN_DECLS

/**
 * LegatoExportProgress:
 * @fraction: how much is done, 0 to 1; never falls
 *
 * Called on the thread that exports.
 */
typedef void (*LegatoExportProgress) (double fraction, gpointer user_data);

const char *const *legato_export_get_endings (void);

gboolean legato_export_timeline (LegatoTimeline *timeline,
                                 LegatoTimbre timbre,
                                 LegatoSpeech *speech,
                                 const char *path,
                                 GCancellable *cancellable,
                                 LegatoExportProgress progress,
                                 gpointer user_data,
                                 GError **error);

/* legato-export-task.c */
void legato_export_async (LegatoTimeline *timeline,
                          LegatoTimbre timbre,
                          const char *language,
                          double rate,
                          GFile *file,
                          GCancellable *cancellable,
                          LegatoExportProgress progress,
                          gpointer progress_data,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
gboolean legato_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
