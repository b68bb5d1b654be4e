/* legato-file-state.h: whether a journal's file is as Legato left it (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LegatoFileState: what tells that a file was changed
 * @mtime_ns: nanoseconds since 1970
 * @checked_us: when it was last looked through, in microseconds since 1970; 0 if never
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64 size;
  gint64 mtime_ns;
  gint64 checked_us;
} LegatoFileState;

gboolean legato_file_state_read (LegatoFileState *self, const char *path);
gboolean legato_file_state_read_left (LegatoFileState *self, const char *path);
gboolean legato_file_state_load (LegatoFileState *self, const char *path);
void legato_file_state_save (const LegatoFileState *self, const char *path);
gboolean legato_file_state_equal (const LegatoFileState *self, const LegatoFileState *other);
gboolean legato_file_has_content (const char *path, const char *suffix);
char *legato_file_name_aside (const char *path, const char *why);
gboolean legato_file_move_aside (const char *path, const char *aside, gboolean log_only);
gboolean legato_file_sync (const char *path, GError **error);

G_END_DECLS
