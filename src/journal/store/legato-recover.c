/* legato-recover.c
 *
 * Every table is walked from its beginning until something cannot be read, then from its end, and
 * what lies between is asked for entry by entry. What is found goes into a new journal, whose
 * tables refuse what does not belong there. Indexes, counts and words are made anew, so that damage
 * to them costs nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "legato-database-open.h"
#include "legato-database-check.h"
#include "legato-file-state.h"
#include "legato-recover.h"
#include "legato-store-merge.h"
#include "legato-text-index.h"

/* Tables in the order in which their rows may refer to each other, and what their rows are asked
 * for by. Those of the person follow, in which no row refers to another. The others are made anew.
 */
typedef struct
{
  const char *name;
  const char *key;
} Table;

static const Table tables[] = {
  { "entry", "id" },     { "reason", "entry" },  { "step", "entry" },  { "step_zone", "entry" },
  { "rating", "entry" }, { "feeling", "entry" }, { "girth", "entry" }, { "follow_up", "entry" },
  { "tag", "entry" },    { "history", "id" },    { "purged", NULL },
};

typedef struct
{
  sqlite3 *from;
  sqlite3 *to;
  const LegatoProgress *progress;
  const Table *table;
  GString *columns; /* that both know */
  sqlite3_stmt *insert;
  gint64 max_id;       /* the greatest of an entry that was found, or may have been there */
  gboolean first_time; /* a table is walked for the first time */
  gboolean lossless;
} Recovery;

static gboolean
has_column (sqlite3 *db, const char *table, const char *column)
{
  return sqlite3_table_column_metadata (db, "main", table, column, NULL, NULL, NULL, NULL, NULL)
         == SQLITE_OK;
}

/* Prepares to take over the columns that both files have. */
static gboolean
begin_table (Recovery *self, const Table *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table->name);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *insert = NULL;
  sqlite3_stmt *names = NULL;

  self->table = table;
  g_string_truncate (self->columns, 0);
  if (sqlite3_prepare_v2 (self->to, sql, -1, &names, NULL) != SQLITE_OK)
    return FALSE;
  while (sqlite3_step (names) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (names, 0);

      if (!has_column (self->from, table->name, name))
        continue;
      g_string_append_printf (self->columns, "%s%s", self->columns->len > 0 ? ", " : "", name);
      g_string_append (places, places->len > 0 ? ", ?" : "?");
    }
  sqlite3_finalize (names);
  if (places->len == 0)
    return FALSE;
  insert = g_strdup_printf ("INSERT OR IGNORE INTO %s (%s) VALUES (%s)", table->name,
                            self->columns->str, places->str);
  return sqlite3_prepare_v2 (self->to, insert, -1, &self->insert, NULL) == SQLITE_OK;
}

static gboolean
take_row (Recovery *self, sqlite3_stmt *row, GError **error)
{
  int status;

  for (int i = 0; i < sqlite3_column_count (row); i++)
    sqlite3_bind_value (self->insert, i + 1, sqlite3_column_value (row, i));
  status = sqlite3_step (self->insert);
  sqlite3_reset (self->insert);
  sqlite3_clear_bindings (self->insert);
  if (g_str_equal (self->table->name, "entry"))
    self->max_id = MAX (self->max_id, sqlite3_column_int64 (row, 0));
  /* What the tables refuse is not worth keeping; what the disk refuses is told. */
  switch (status & 0xff)
    {
    case SQLITE_DONE:
      /* In the first pass no row is there already: one that is not inserted is lost. */
      if (sqlite3_changes (self->to) == 0 && self->first_time)
        self->lossless = FALSE;
      return TRUE;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      self->lossless = FALSE;
      return TRUE;
    default:
      return legato_database_fail (self->to, status, error);
    }
}

/* Takes what @tail chooses, up to what cannot be read. *@readable: whether it came to the end */
static gboolean
take_rows (Recovery *self, const char *tail, gboolean *readable, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s NOT INDEXED %s", self->columns->str,
                                          self->table->name, tail);
  sqlite3_stmt *select = NULL;
  int status = sqlite3_prepare_v2 (self->from, sql, -1, &select, NULL);
  gboolean ok = TRUE;

  while (status == SQLITE_OK && ok && (status = sqlite3_step (select)) == SQLITE_ROW)
    {
      ok = take_row (self, select, error) && legato_progress_step (self->progress, 0, 0, error);
      status = SQLITE_OK;
    }
  sqlite3_finalize (select);
  *readable = status == SQLITE_DONE;
  return ok;
}

/* What to sort by, so that the table is read by its primary key from the end. */
static char *
get_backwards (Recovery *self)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT group_concat (name || ' DESC', ', ') FROM (SELECT name FROM pragma_table_info ('%s') "
      "WHERE pk > 0 ORDER BY pk)",
      self->table->name);
  sqlite3_stmt *select = NULL;
  char *order = NULL;

  if (sqlite3_prepare_v2 (self->to, sql, -1, &select, NULL) == SQLITE_OK
      && sqlite3_step (select) == SQLITE_ROW && sqlite3_column_type (select, 0) == SQLITE_TEXT)
    order = g_strconcat ("ORDER BY ", (const char *) sqlite3_column_text (select, 0), NULL);
  sqlite3_finalize (select);
  return order;
}

/* Takes the rows of each entry by themselves, around parts of the table that cannot be read. */
static gboolean
take_one_by_one (Recovery *self, GError **error)
{
  for (gint64 id = 1; id <= self->max_id; id++)
    {
      g_autofree char *tail =
          g_strdup_printf ("WHERE %s = %" G_GINT64_FORMAT, self->table->key, id);
      gboolean readable;

      if (!take_rows (self, tail, &readable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_table (Recovery *self, const Table *table, GError **error)
{
  g_autofree char *backwards = NULL;
  gboolean readable = FALSE;
  gboolean ok = TRUE;

  if (!begin_table (self, table))
    {
      /* An older journal has no such table, and a damaged one may have lost it. */
      g_clear_pointer (&self->insert, sqlite3_finalize);
      return TRUE;
    }
  self->first_time = TRUE;
  ok = take_rows (self, "", &readable, error);
  self->first_time = FALSE;
  if (ok && !readable)
    {
      self->lossless = FALSE;
      backwards = get_backwards (self);
      ok = backwards == NULL || take_rows (self, backwards, &readable, error);
      if (ok && table->key != NULL)
        ok = take_one_by_one (self, error);
    }
  g_clear_pointer (&self->insert, sqlite3_finalize);
  return ok;
}

/* An entry of the newest schema knows when it was changed; in an older one it was recorded then. */
static gboolean
make_the_rest (Recovery *self, GError **error)
{
  return legato_database_exec (self->to,
                               "UPDATE entry SET edited_us = max (recorded_us, ifnull (deleted_us, "
                               "0)) WHERE edited_us = 0;"
                               "DELETE FROM step_zone WHERE NOT EXISTS (SELECT 1 FROM step WHERE "
                               "step.entry = step_zone.entry AND step.position = step_zone.step)",
                               error)
         && legato_database_mend_counts (self->to, error)
         && legato_text_index_build (self->to, error);
}

static gboolean
remove_orphans (Recovery *self, GError **error)
{
  for (gsize i = 1; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "DELETE FROM %s WHERE entry NOT IN (SELECT id FROM entry)", tables[i].name);

      if (g_strcmp0 (tables[i].key, "entry") == 0 && !legato_database_exec (self->to, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
recover (Recovery *self, GError **error)
{
  if (!legato_database_exec (self->to, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (!take_table (self, &tables[i], error))
        return FALSE;
    }
  for (gsize i = 0; legato_person_tables[i] != NULL; i++)
    {
      const Table table = { legato_person_tables[i], NULL };

      if (!take_table (self, &table, error))
        return FALSE;
    }
  return remove_orphans (self, error) && make_the_rest (self, error)
         && legato_database_exec (self->to, "COMMIT", error);
}

/**
 * legato_recover:
 * @damaged: path of a journal that nobody has open; it is left as it is
 * @dest: path at which nothing is: of a new journal with what could be read
 * @progress: (nullable)
 * @n_entries: (out): how many entries could be read
 * @all: (out): whether nothing at all was found missing
 *
 * Returns: %FALSE with @error set if nothing could be read
 */
gboolean
legato_recover (const char *damaged,
                const char *dest,
                const LegatoProgress *progress,
                guint *n_entries,
                gboolean *all,
                GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autofree char *copy = NULL;
  Recovery self = { .progress = progress, .columns = columns, .lossless = TRUE };
  gint64 n_found = 0;
  gboolean ok;

  self.from = legato_database_open_copy (damaged, &copy, error);
  if (self.from == NULL)
    return FALSE;
  self.to = legato_database_open (dest, error);
  ok = self.to != NULL && recover (&self, error)
       && legato_database_check_all (self.to, TRUE, NULL, error)
       && legato_database_get_int (self.to, "SELECT count (*) FROM entry", &n_found, error);
  sqlite3_close (self.to);
  sqlite3_close (self.from);
  legato_database_remove_snapshot (copy);
  if (ok && n_found == 0 && !self.lossless)
    {
      g_set_error_literal (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED,
                           _ ("Nothing in the damaged file can be read."));
      ok = FALSE;
    }
  if (!ok)
    legato_database_remove (dest);
  *n_entries = (guint) n_found;
  *all = self.lossless;
  return ok;
}
