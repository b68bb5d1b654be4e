/* legato-json-scan.h: a JSON document piece by piece, however long it is (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LegatoJsonScan: reads a stream; the first failure ends it, and is told by legato_json_scan_end()
 */
typedef struct _LegatoJsonScan LegatoJsonScan;

LegatoJsonScan *legato_json_scan_new (GInputStream *stream, GCancellable *cancellable);
void legato_json_scan_free (LegatoJsonScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LegatoJsonScan, legato_json_scan_free)

gboolean legato_json_scan_enter (LegatoJsonScan *self, char bracket);
gboolean legato_json_scan_next (LegatoJsonScan *self, char bracket, gboolean *is_first);
gboolean legato_json_scan_name (LegatoJsonScan *self, GString *name);
gboolean legato_json_scan_value (LegatoJsonScan *self, GString *value, gsize max);
void legato_json_scan_fail (LegatoJsonScan *self, GError *error);
guint64 legato_json_scan_get_offset (LegatoJsonScan *self);
gboolean legato_json_scan_has_failed (LegatoJsonScan *self);
gboolean legato_json_scan_end (LegatoJsonScan *self, GError **error);

G_END_DECLS
