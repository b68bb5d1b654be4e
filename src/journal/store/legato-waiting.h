/* legato-waiting.h: what waits on the disk until the journal can take it (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-store.h"

G_BEGIN_DECLS

/* What waits, as files. */
GStrv legato_waiting_get_folders (const char *journal);
gboolean
legato_waiting_write (const char *journal, const char *name, const char *text, GError **error);
gboolean legato_waiting_remove (const char *journal, const char *name);

/* Entries that wait. */
gboolean legato_waiting_keep (const char *journal,
                              const LegatoEntry *entry,
                              const LegatoEntry *read,
                              GError **error);
gboolean legato_waiting_forget (const char *journal, const char *uuid);
guint legato_waiting_count (const char *journal);
gboolean legato_waiting_take_in (LegatoStore *store, guint *n_taken, GError **left, GError **error);

G_END_DECLS
