/* legato-store-export.c: the whole journal as one JSON document, and from one
 *
 * The document is described by data/legato-journal.schema.json. Both ways it goes through piece by
 * piece, so that memory does not grow with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "legato-json-scan.h"
#include "legato-store-merge.h"
#include "legato-store-private.h"

#define FORMAT "legato-journal"
#define FORMAT_VERSION 1

/* Bytes that an entry may take with its earlier versions, and what was said of the person. */
#define PIECE_MAX ((gsize) 16 * 1024 * 1024)

/* Bytes between two looks whether to go on, while writing. */
#define WRITE_AT_ONCE 65536

static gboolean
flush (GString *text, GOutputStream *stream, gsize above, GCancellable *cancellable, GError **error)
{
  gboolean ok =
      text->len <= above
      || g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);

  if (text->len > above)
    g_string_truncate (text, 0);
  return ok;
}

static gboolean
append_history (LegatoStore *self, const char *uuid, GString *text, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_HISTORY, error, "t", uuid);
  gboolean failed = FALSE;
  const char *separator = ",\"history\":[";

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      g_string_append (text, separator);
      g_string_append (text, legato_cursor_get_text (cursor, 1));
      separator = ",";
    }
  if (*separator == ',' && separator[1] == '\0')
    g_string_append_c (text, ']');
  return !failed;
}

static gboolean
write_entries (LegatoStore *self,
               GString *text,
               GOutputStream *stream,
               const LegatoProgress *progress,
               GError **error)
{
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
  g_autoptr (LegatoCursor) cursor = legato_store_prepare (self, LEGATO_SQL_SELECT_ALL, error, "");
  gboolean failed = FALSE;
  guint64 n_done = 0;
  gint64 n_entries = 0;

  if (cursor == NULL
      || !legato_database_get_int (self->db, "SELECT count (*) FROM entry", &n_entries, error))
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      g_autoptr (LegatoEntry) entry = legato_store_read_entry (self, cursor, error);

      if (entry == NULL)
        return FALSE;
      g_string_append (text, n_done > 0 ? ",\n" : "\n");
      legato_entry_append_json (entry, text);
      g_string_truncate (text, text->len - 1);
      if (!append_history (self, entry->uuid, text, error))
        return FALSE;
      g_string_append_c (text, '}');
      n_done++;
      if (text->len > WRITE_AT_ONCE
          && (!flush (text, stream, 0, cancellable, error)
              || !legato_progress_step (progress, n_done, (guint64) n_entries, error)))
        return FALSE;
    }
  return !failed;
}

static gboolean
write_purged (LegatoStore *self, GString *text, GOutputStream *stream, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_ALL_PURGED, error, "");
  gboolean failed = FALSE;
  const char *separator = "\n";

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      char edited[LEGATO_TIME_SIZE];

      legato_time_format_us (CLAMP (sqlite3_column_int64 (cursor, 1), 0, LEGATO_TIME_MAX_US),
                             edited);
      g_string_append_printf (text, "%s{\"uuid\":\"%s\",\"edited\":\"%s\"}", separator,
                              legato_cursor_get_text (cursor, 0), edited);
      separator = ",\n";
      if (!flush (text, stream, WRITE_AT_ONCE, NULL, error))
        return FALSE;
    }
  return !failed;
}

static gboolean
write_document (LegatoStore *self,
                GOutputStream *stream,
                const LegatoProgress *progress,
                GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;

  g_string_append_printf (text, "{\"format\":\"%s\",\"version\":%d,\"program\":\"legato %s\",\n",
                          FORMAT, FORMAT_VERSION, LEGATO_VERSION);
  g_string_append (text, "\"person\":");
  if (!legato_store_write_person (self, text, error))
    return FALSE;
  g_string_append (text, ",\n\"entries\":[");
  if (!write_entries (self, text, stream, progress, error))
    return FALSE;
  g_string_append (text, "],\n\"purged\":[");
  if (!write_purged (self, text, stream, error))
    return FALSE;
  g_string_append (text, "]}\n");
  return flush (text, stream, 0, cancellable, error);
}

/**
 * legato_store_export:
 * @progress: (nullable): entries
 *
 * Writes all that the journal holds, as it is at one moment; sessions that are under way are left
 * out.
 */
gboolean
legato_store_export (LegatoStore *self,
                     GOutputStream *stream,
                     const LegatoProgress *progress,
                     GError **error)
{
  gboolean ok = legato_database_exec (self->db, "BEGIN", error)
                && write_document (self, stream, progress, error);

  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

static void
fail_with (LegatoJsonScan *scan, const char *message)
{
  legato_json_scan_fail (
      scan, g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID, message));
}

/* The earlier versions come out of @object, which is what makes it the latest. */
static GPtrArray *
read_versions (JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) versions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  JsonNode *history = json_object_get_member (object, "history");
  JsonArray *array =
      history != NULL && JSON_NODE_HOLDS_ARRAY (history) ? json_node_get_array (history) : NULL;
  guint n_earlier = array != NULL ? json_array_get_length (array) : 0;
  LegatoEntry *entry = legato_entry_from_object (object, error);

  if (entry == NULL)
    return NULL;
  g_ptr_array_add (versions, entry);
  for (guint i = 0; i < n_earlier; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      LegatoEntry *version = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        version = legato_entry_from_object (json_node_get_object (node), error);
      else
        g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                             _ ("An entry has to be a JSON object."));
      if (version == NULL)
        return NULL;
      g_ptr_array_add (versions, version);
      if (!g_str_equal (version->uuid, entry->uuid))
        {
          g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                       _ ("“%s” is missing or not as it should be."), "history");
          return NULL;
        }
    }
  return g_steal_pointer (&versions);
}

/* What a document is read with. */
typedef struct
{
  LegatoStore *store;
  LegatoJsonScan *scan;
  const LegatoProgress *progress;
  guint64 size;
  LegatoMergeResult *result;
  gboolean with_person;
  gboolean is_ours; /* the format was named */
} Import;

typedef gboolean (*ReadObject) (Import *self, JsonObject *object, GError **error);

static gboolean
read_entry (Import *self, JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) versions = read_versions (object, error);

  return versions != NULL
         && legato_store_merge_versions (self->store, versions, self->result, error);
}

static gboolean
read_purged (Import *self, JsonObject *object, GError **error)
{
  const char *uuid = json_object_get_string_member_with_default (object, "uuid", "");
  const char *edited = json_object_get_string_member_with_default (object, "edited", "");
  gint64 edited_us;

  if (uuid == NULL || !g_uuid_string_is_valid (uuid) || edited == NULL
      || !legato_time_parse_us (edited, &edited_us))
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
                   _ ("“%s” is missing or not as it should be."), "purged");
      return FALSE;
    }
  return legato_store_merge_purged (self->store, uuid, edited_us, self->result, error);
}

static void
read_objects (Import *self, ReadObject read)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_first = TRUE;
  guint n_read = 0;

  if (!legato_json_scan_enter (self->scan, '['))
    return;
  while (!legato_json_scan_has_failed (self->scan)
         && legato_json_scan_next (self->scan, ']', &is_first)
         && legato_json_scan_value (self->scan, text, PIECE_MAX))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonParser) parser = legato_json_parse (text->str, text->len, &error);

      n_read++;
      if (parser == NULL
          || !read (self, json_node_get_object (json_parser_get_root (parser)), &error)
          || !legato_progress_step (self->progress, legato_json_scan_get_offset (self->scan),
                                    self->size, &error))
        {
          if (g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID))
            /* Translators: which item of a list in a file, and what is wrong with it */
            g_prefix_error (&error, _ ("Number %u: "), n_read);
          legato_json_scan_fail (self->scan, g_steal_pointer (&error));
        }
    }
}

static void
read_member (Import *self, const char *name)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (self->is_ours && g_str_equal (name, "entries"))
    read_objects (self, read_entry);
  else if (self->is_ours && g_str_equal (name, "purged"))
    read_objects (self, read_purged);
  else if (!legato_json_scan_value (self->scan, value, PIECE_MAX))
    return;
  else if (g_str_equal (name, "format") && !g_str_equal (value->str, "\"" FORMAT "\""))
    fail_with (self->scan, _ ("The file was not written by Legato."));
  else if (g_str_equal (name, "version")
           && g_ascii_strtoll (value->str, NULL, 10) != FORMAT_VERSION)
    fail_with (self->scan, _ ("A newer Legato wrote this file. Update Legato to read it."));
  else if (g_str_equal (name, "person") && self->with_person
           && !legato_store_read_person (self->store, value->str, &error))
    legato_json_scan_fail (self->scan, g_steal_pointer (&error));
  else if (g_str_equal (name, "format"))
    self->is_ours = TRUE;
}

static gboolean
read_document (Import *self, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean is_first = TRUE;

  if (legato_json_scan_enter (self->scan, '{'))
    {
      while (!legato_json_scan_has_failed (self->scan)
             && legato_json_scan_next (self->scan, '}', &is_first)
             && legato_json_scan_name (self->scan, name))
        read_member (self, name->str);
    }
  if (!self->is_ours)
    fail_with (self->scan, _ ("The file was not written by Legato."));
  return legato_json_scan_end (self->scan, error);
}

/* 0 if it is not known: then only the progress lacks its end. */
static guint64
get_size (GInputStream *stream)
{
  g_autoptr (GFileInfo) info =
      G_IS_FILE_INPUT_STREAM (stream) ? g_file_input_stream_query_info (
          G_FILE_INPUT_STREAM (stream), G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL)
                                      : NULL;

  return info != NULL ? (guint64) g_file_info_get_size (info) : 0;
}

/**
 * legato_store_import:
 * @try_only: find out what would come of it, and change nothing
 * @progress: (nullable): bytes
 * @result: (out): what came of it
 *
 * Brings in what legato_store_export() wrote: all of it, or nothing if anything is wrong with it.
 */
gboolean
legato_store_import (LegatoStore *self,
                     GInputStream *stream,
                     gboolean try_only,
                     const LegatoProgress *progress,
                     LegatoMergeResult *result,
                     GError **error)
{
  g_autoptr (LegatoJsonScan) scan =
      legato_json_scan_new (stream, progress != NULL ? progress->cancellable : NULL);
  Import import = { self, scan, progress, get_size (stream), result, FALSE, FALSE };
  gint64 n_profiles = 0;
  gboolean ok;

  memset (result, 0, sizeof *result);
  if (!legato_store_begin (self, error))
    return FALSE;
  ok = legato_database_get_int (self->db, "SELECT count (*) FROM profile", &n_profiles, error);
  /* What a person said about themselves is taken over only by somebody who has not said anything.
   */
  import.with_person = n_profiles == 0;
  ok = ok && read_document (&import, error)
       && (result->n_removed == 0
           || legato_database_exec (self->db, "INSERT INTO words (words) VALUES ('optimize')",
                                    error));
  if (ok && try_only)
    {
      legato_store_finish (self, FALSE, NULL);
      return TRUE;
    }
  return legato_store_finish (self, ok, error);
}
