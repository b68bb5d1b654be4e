/* legato-database-file.h: journals as files, before they are opened (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean legato_database_fail_to_open (const char *path, int number, GError **error);
gboolean legato_database_fail_for_errno (const char *path, int number, GError **error);
gboolean legato_database_fail_to_write (const char *path, const char *reason, GError **error);
gboolean legato_database_fail_as_foreign (const char *path, GError **error);
gboolean legato_database_check_path (const char *path, gboolean *exists, GError **error);
gboolean legato_database_check_dest (const char *path,
                                     gboolean may_replace,
                                     gboolean *exists,
                                     GError **error);
void legato_database_remove (const char *path);
gboolean legato_database_create_file (const char *path, GError **error);
gboolean legato_database_move_unless_there (const char *from, const char *to, GError **error);
void legato_database_keep_private (const char *path);

G_END_DECLS
