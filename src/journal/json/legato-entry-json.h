/* legato-entry-json.h: an entry as one JSON object, without loss (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "legato-entry.h"

G_BEGIN_DECLS

/** "2026-11-21T18:05:00.123456Z" and the zero */
#define LEGATO_TIME_SIZE 28

/** Microseconds of 9999-12-31T23:59:59.999999Z since 1970 */
#define LEGATO_TIME_MAX_US G_GINT64_CONSTANT (253402300799999999)

/** Furthest from Greenwich that a local time may be, in seconds. */
#define LEGATO_OFFSET_MAX_S 86400

/** Bytes that a note or a word from elsewhere may have: more than may be written now, since older
 * versions had no limit, and what a journal holds has to be readable. */
#define LEGATO_NOTE_MAX_BYTES (1024 * 1024)

void legato_time_format_us (gint64 us, char text[LEGATO_TIME_SIZE]);
gboolean legato_time_parse_us (const char *text, gint64 *us);
gint64 legato_time_to_us (GDateTime *time);
GDateTime *legato_time_from_us (gint64 us, int utc_offset_s);

void legato_json_append_string (GString *json, const char *text);
void legato_entry_append_json (const LegatoEntry *self, GString *json);
char *legato_entry_to_json (const LegatoEntry *self);
JsonParser *legato_json_parse (const char *json, gsize length, GError **error);
LegatoEntry *legato_entry_from_object (JsonObject *object, GError **error);

G_END_DECLS
