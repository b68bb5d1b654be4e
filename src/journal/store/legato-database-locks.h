/* legato-database-locks.h: how a journal is locked where the file system has no locks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

const char *legato_database_choose_vfs (const char *path);
gboolean legato_database_has_shared_memory (sqlite3 *db);

G_END_DECLS
