/* legato-database-open.h: opens journal files, checked, migrated and safe (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-database-file.h"
#include "legato-database.h"
#include "legato-file-state.h"
#include "legato-progress.h"

G_BEGIN_DECLS

/* legato-database-open.c */
sqlite3 *legato_database_open (const char *path, GError **error);
sqlite3 *legato_database_open_for_reading (const char *path, char **snapshot, GError **error);
sqlite3 *legato_database_open_to_verify (const char *path, GError **error);
sqlite3 *legato_database_open_to_look_up (const char *path,
                                          LegatoFileState *left,
                                          gboolean *is_left,
                                          GError **error);
sqlite3 *legato_database_open_alone (const char *path, GError **error);
sqlite3 *legato_database_open_copy (const char *damaged, char **copy, GError **error);
void legato_database_remove_snapshot (const char *snapshot);
gboolean legato_database_copy (sqlite3 *db,
                               const char *path,
                               const LegatoProgress *progress,
                               GError **error);

/* legato-database-migrate.c */
int legato_database_get_newest_version (void);
gboolean legato_database_migrate (sqlite3 *db, int to_version, GError **error);

G_END_DECLS
