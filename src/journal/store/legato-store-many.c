/* legato-store-many.c: many new entries in one transaction
 *
 * The triggers that keep felt_day look at each rating by itself, and for each of them SQLite makes
 * anew the list of moments that a table's CHECK names: together that takes most of the time in
 * which an entry is written. Where many new entries follow each other both are turned off, and all
 * of their ratings are counted at once. What the tables would refuse has to be refused by those who
 * read entries from files then; integrity_check finds what they missed.
 *
 * They are off only within a transaction that legato_store_finish() ends, and until an entry is
 * replaced or removed, or what a person said of themselves is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-store-private.h"

/* New entries in a row before they are no longer looked at one by one: to change that makes SQLite
 * read its statements anew, which costs as much as some entries. */
#define MANY 64

/* New entries that are counted at once: enough for what they have in common, and soon enough for
 * progress to go on evenly. */
#define AT_ONCE 4096

/* Neither can fail on an open connection. */
static void
set_triggers (LegatoStore *self, gboolean on)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, (int) on, NULL);
  sqlite3_exec (self->db,
                on ? "PRAGMA ignore_check_constraints = OFF"
                   : "PRAGMA ignore_check_constraints = ON",
                NULL, NULL, NULL);
}

/* Does for the entries after @last_counted what the triggers would have done. */
static gboolean
count_since (LegatoStore *self, GError **error)
{
  return legato_store_run (self, LEGATO_SQL_COUNT_SINCE, error, "i", self->last_counted)
         && legato_store_run (self, LEGATO_SQL_FORGET_RUNNING_SINCE, error, "i", self->last_counted)
         && legato_database_get_int (self->db, "SELECT ifnull (max (id), 0) FROM entry",
                                     &self->last_counted, error);
}

/* Counts what was not counted yet, in the transaction that is open; from here on the triggers do.
 */
gboolean
legato_store_count_new (LegatoStore *self, GError **error)
{
  gboolean ok = TRUE;

  if (self->counts_later)
    {
      ok = count_since (self, error);
      set_triggers (self, TRUE);
    }
  self->counts_later = FALSE;
  self->n_new = 0;
  return ok;
}

/* After a transaction that was undone there is nothing to count. */
void
legato_store_forget_new (LegatoStore *self)
{
  if (self->counts_later && self->db != NULL)
    set_triggers (self, TRUE);
  self->counts_later = FALSE;
  self->n_new = 0;
}

/** Begins to count later after many new entries in a row; to be called after each of them. */
gboolean
legato_store_note_new (LegatoStore *self, GError **error)
{
  self->n_new++;
  if (self->counts_later)
    return self->n_new % AT_ONCE != 0 || count_since (self, error);
  if (self->n_new < MANY)
    return TRUE;
  self->counts_later = TRUE;
  set_triggers (self, FALSE);
  return legato_database_get_int (self->db, "SELECT max (id) FROM entry", &self->last_counted,
                                  error);
}
