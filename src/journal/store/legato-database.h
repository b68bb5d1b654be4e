/* legato-database.h: one connection to a journal file, checked, migrated and safe (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "legato-journal-error.h"
#include "legato-progress.h"

G_BEGIN_DECLS

/** "LGTO": says that an SQLite file is a journal of Legato. */
#define LEGATO_DATABASE_APPLICATION_ID 0x4c47544f

/* A statement that is reset, not finalised, at the end of its scope: it is prepared only once. */
typedef sqlite3_stmt LegatoCursor;
void legato_cursor_release (LegatoCursor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoCursor, legato_cursor_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

/* legato-database-open.c */
gboolean legato_database_check_path (const char *path, gboolean *exists, GError **error);
sqlite3 *legato_database_open (const char *path, GError **error);
sqlite3 *legato_database_open_for_reading (const char *path, char **snapshot, GError **error);
sqlite3 *legato_database_open_to_verify (const char *path, GError **error);
sqlite3 *legato_database_open_alone (const char *path, GError **error);
void legato_database_remove (const char *path);
sqlite3 *legato_database_open_copy (const char *damaged, char **copy, GError **error);
void legato_database_remove_snapshot (const char *snapshot);
gboolean legato_database_move_unless_there (const char *from, const char *to, GError **error);
gboolean legato_database_copy (sqlite3 *db,
                               const char *path,
                               const LegatoProgress *progress,
                               GError **error);

/* legato-database-migrate.c */
int legato_database_get_newest_version (void);
gboolean legato_database_migrate (sqlite3 *db, int to_version, GError **error);

/* legato-database.c */
gboolean legato_database_exec (sqlite3 *db, const char *sql, GError **error);
gboolean legato_database_get_int (sqlite3 *db, const char *sql, gint64 *value, GError **error);
gboolean legato_database_check (sqlite3 *db, const char *pragma, GError **error);
gboolean legato_database_fail (sqlite3 *db, int status, GError **error);

G_END_DECLS
