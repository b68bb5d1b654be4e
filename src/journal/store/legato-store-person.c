/* legato-store-person.c: what a person said about themselves, in an export
 *
 * Every table of it becomes a member of that name: a list of rows, each an object of its columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "legato-store-merge.h"
#include "legato-store-private.h"

const char *const legato_person_tables[] = {
  "profile",
  "profile_condition",
  "profile_tool",
  "profile_blocked",
  "profile_agreed",
  "profile_joint",
  "flag",
  "fine_place",
  "asked",
  "check_in",
  "check_in_answer",
  "check_in_soreness",
  "check_in_feeling",
  NULL,
};

static void
append_row (sqlite3_stmt *row, GString *json)
{
  g_string_append_c (json, '{');
  for (int i = 0; i < sqlite3_column_count (row); i++)
    {
      g_string_append_printf (json, "%s\"%s\":", i > 0 ? "," : "", sqlite3_column_name (row, i));
      switch (sqlite3_column_type (row, i))
        {
        case SQLITE_INTEGER:
          g_string_append_printf (json, "%lld", sqlite3_column_int64 (row, i));
          break;
        case SQLITE_TEXT:
          {
            g_autofree char *text = legato_cursor_dup_text (row, i);

            legato_json_append_string (json, text);
            break;
          }
        default:
          g_string_append (json, "null");
          break;
        }
    }
  g_string_append_c (json, '}');
}

static gboolean
append_table (LegatoStore *self, const char *table, GString *json, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  sqlite3_stmt *select = NULL;
  const char *separator = "";
  int status = sqlite3_prepare_v2 (self->db, sql, -1, &select, NULL);

  if (status == SQLITE_OK)
    {
      while ((status = sqlite3_step (select)) == SQLITE_ROW)
        {
          g_string_append (json, separator);
          append_row (select, json);
          separator = ",";
        }
    }
  sqlite3_finalize (select);
  return status == SQLITE_DONE || legato_store_fail (self, status, error);
}

/** Appends all of it as one object. */
gboolean
legato_store_write_person (LegatoStore *self, GString *json, GError **error)
{
  g_string_append_c (json, '{');
  for (gsize i = 0; legato_person_tables[i] != NULL; i++)
    {
      g_string_append_printf (json, "%s\"%s\":[", i > 0 ? "," : "", legato_person_tables[i]);
      if (!append_table (self, legato_person_tables[i], json, error))
        return FALSE;
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, '}');
  return TRUE;
}

static gboolean
refuse (const char *table, GError **error)
{
  g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID,
               _ ("“%s” is missing or not as it should be."), table);
  return FALSE;
}

/* A row goes in by the names of its columns; SQLite itself takes it apart, and its tables refuse
 * what does not belong there. Columns that a row does not have get their default. */
static gboolean
insert_row (LegatoStore *self, const char *table, JsonObject *row, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (row);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *sql = NULL;
  sqlite3_stmt *insert = NULL;
  int column = 1;
  int status;

  for (GList *name = names; name != NULL; name = name->next)
    {
      for (const char *c = name->data; *c != '\0'; c++)
        {
          if (!g_ascii_islower (*c) && *c != '_')
            return refuse (table, error);
        }
      g_string_append_printf (columns, "%s%s", columns->len > 0 ? ", " : "",
                              (const char *) name->data);
      g_string_append (places, places->len > 0 ? ", ?" : "?");
    }
  if (names == NULL)
    return refuse (table, error);
  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT DO NOTHING", table,
                         columns->str, places->str);
  status = sqlite3_prepare_v2 (self->db, sql, -1, &insert, NULL);
  for (GList *name = names; status == SQLITE_OK && name != NULL; name = name->next, column++)
    {
      JsonNode *node = json_object_get_member (row, name->data);

      if (JSON_NODE_HOLDS_NULL (node))
        continue;
      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        status =
            sqlite3_bind_text (insert, column, json_node_get_string (node), -1, SQLITE_TRANSIENT);
      else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
        status = sqlite3_bind_int64 (insert, column, json_node_get_int (node));
      else
        status = SQLITE_MISMATCH;
    }
  if (status == SQLITE_OK)
    status = sqlite3_step (insert);
  sqlite3_finalize (insert);
  return status == SQLITE_DONE || refuse (table, error);
}

/**
 * legato_store_read_person:
 * @json: what legato_store_write_person() wrote
 *
 * Adds what is not there yet, in the transaction that is open.
 */
gboolean
legato_store_read_person (LegatoStore *self, const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = legato_json_parse (json, strlen (json), error);
  JsonObject *person = NULL;

  /* From here on the tables look at each row again. */
  if (parser == NULL || !legato_store_count_new (self, error))
    return FALSE;
  person = json_node_get_object (json_parser_get_root (parser));
  for (gsize i = 0; legato_person_tables[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (person, legato_person_tables[i]);
      JsonArray *rows =
          node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (node != NULL && rows == NULL)
        return refuse (legato_person_tables[i], error);
      for (guint j = 0; rows != NULL && j < json_array_get_length (rows); j++)
        {
          JsonNode *row = json_array_get_element (rows, j);

          if (!JSON_NODE_HOLDS_OBJECT (row))
            return refuse (legato_person_tables[i], error);
          if (!insert_row (self, legato_person_tables[i], json_node_get_object (row), error))
            return FALSE;
        }
    }
  return TRUE;
}
