/* legato-journal-private.h: what the calls that wait need of the others (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-journal.h"

G_BEGIN_DECLS

void legato_journal_open_for_context (const char *path,
                                      GMainContext *context,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

G_END_DECLS
