/* legato-text-index.h: notes and tags as words that can be searched for (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** SQL for what the index calls an entry: its second and its id, so that a walk down the index goes
 * back in time. 24 bits tell apart more entries than a journal gets. */
#define LEGATO_TEXT_INDEX_KEY "((at_us / 1000000 << 24) | (id & 16777215))"

char *legato_text_index_split (const char *text);
char *legato_text_index_make_query (sqlite3 *db, const char *text);
gboolean legato_text_index_mend (sqlite3 *db, GError **error);
gboolean legato_text_index_build (sqlite3 *db, GError **error);

G_END_DECLS
