/* cli-output.c: errors, JSON and tables on the terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "cli.h"

/* Between two columns of a table. */
#define GAP 2

struct _CliTable
{
  guint n_columns;
  GPtrArray *rows; /* GStrv; a note is a row of one string */
};

/**
 * cli_fail:
 * @format: what went wrong, for a person
 *
 * Says it on the standard error output, always in exactly one line.
 *
 * Returns: @status
 */
CliStatus
cli_fail (CliStatus status, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("legato-cli: %s\n", g_strdelimit (message, "\r\n", ' '));
  return status;
}

/** Like cli_fail(), with the message of @error. Returns: @status */
CliStatus
cli_fail_with (CliStatus status, const GError *error)
{
  return cli_fail (status, "%s", error->message);
}

/**
 * cli_finish_output:
 * @status: of the command
 *
 * Returns: @status, or %CLI_FAILED if what the command printed could not be written
 */
CliStatus
cli_finish_output (CliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  return cli_fail (CLI_FAILED, _ ("The output could not be written: %s"), g_strerror (errno));
}

/** Prints what was built as the one document of the command, in UTF-8 whatever the locale. */
void
cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  fputs (text, stdout);
  fputc ('\n', stdout);
}

/** @value: (nullable): %NULL becomes null */
void
cli_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
cli_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
cli_add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/** @value: JSON knows no infinity: it becomes null */
void
cli_add_double (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
cli_begin_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/** Returns: (transfer full): minutes and seconds, as "12:05" */
char *
cli_format_seconds (guint seconds)
{
  return g_strdup_printf ("%u:%02u", seconds / 60, seconds % 60);
}

/** Returns: (transfer full): a Julian day, as "2026-03-28" */
char *
cli_format_day (guint32 julian)
{
  GDate date;
  char text[sizeof "0000-00-00"] = "";

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

/** Returns: (transfer full): an empty table whose columns become as wide as they need to be */
CliTable *
cli_table_new (guint n_columns)
{
  CliTable *self = g_new0 (CliTable, 1);

  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
cli_table_free (CliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/** Adds a row: as many strings (copied) as the table has columns. */
void
cli_table_add (CliTable *self, ...)
{
  char **row = g_new0 (char *, self->n_columns + 1);
  va_list cells;

  va_start (cells, self);
  for (guint i = 0; i < self->n_columns; i++)
    row[i] = g_strdup (va_arg (cells, const char *));
  va_end (cells);
  g_ptr_array_add (self->rows, row);
}

/** Adds a line that belongs to the row above it. */
void
cli_table_add_note (CliTable *self, const char *note)
{
  char **row = g_new0 (char *, 2);

  row[0] = g_strdup (note);
  g_ptr_array_add (self->rows, row);
}

/* Places that @text takes in a terminal. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_iszerowidth (g_utf8_get_char (c)))
      width += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
  return width;
}

static gboolean
is_note (char **row)
{
  return row[1] == NULL;
}

void
cli_table_print (const CliTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = g_ptr_array_index (self->rows, r);

      for (guint i = 0; i < self->n_columns && !is_note (row); i++)
        widths[i] = MAX (widths[i], measure (row[i]));
    }

  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = g_ptr_array_index (self->rows, r);
      guint padding = 0;

      if (is_note (row))
        {
          g_print ("%*s%s\n", (int) widths[0] + GAP, "", row[0]);
          continue;
        }
      for (guint i = 0; i < self->n_columns; i++)
        {
          if (*row[i] != '\0')
            {
              g_print ("%*s%s", (int) padding, "", row[i]);
              padding = 0;
            }
          padding += widths[i] - measure (row[i]) + GAP;
        }
      g_print ("\n");
    }
}
