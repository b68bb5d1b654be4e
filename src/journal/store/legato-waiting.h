/* legato-waiting.h: entries that wait on the disk until the journal can take them (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-store.h"

G_BEGIN_DECLS

gboolean legato_waiting_keep (const char *journal,
                              const LegatoEntry *entry,
                              const LegatoEntry *read,
                              GError **error);
gboolean legato_waiting_forget (const char *journal, const char *uuid);
guint legato_waiting_count (const char *journal);
gboolean legato_waiting_take_in (LegatoStore *store, guint *n_taken, GError **error);

G_END_DECLS
