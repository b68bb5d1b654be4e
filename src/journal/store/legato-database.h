/* legato-database.h: statements and errors of one connection to a journal file (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "legato-journal-error.h"

G_BEGIN_DECLS

/** "LGTO": says that an SQLite file is a journal of Legato. */
#define LEGATO_DATABASE_APPLICATION_ID 0x4c47544f

/* A statement that is reset, not finalised, at the end of its scope: it is prepared only once. */
typedef sqlite3_stmt LegatoCursor;
void legato_cursor_release (LegatoCursor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoCursor, legato_cursor_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

gboolean legato_database_exec (sqlite3 *db, const char *sql, GError **error);
gboolean legato_database_get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error);
gboolean legato_database_check (sqlite3 *db, const char *pragma, GError **error);
gboolean legato_database_fail (sqlite3 *db, int status, GError **error);
gboolean legato_database_fail_as_damaged (const char *reason, GError **error);

G_END_DECLS
