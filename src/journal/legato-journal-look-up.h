/* legato-journal-look-up.h: one quick question to a journal that need not be open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "legato-entry.h"
#include "legato-filter.h"
#include "legato-running.h"

G_BEGIN_DECLS

void legato_journal_look_up_async (const char *path,
                                   GPtrArray *filters,
                                   guint limit,
                                   gboolean running,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *
legato_journal_look_up_finish (GAsyncResult *result, GPtrArray **running, GError **error);

G_END_DECLS
