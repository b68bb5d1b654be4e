/* legato-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-database-open.h"
#include "legato-store-private.h"

/* Where n0 stands in LEGATO_SQL_SELECT_FELT. */
#define FELT_COUNTS_AT 3

/* No day has so many ratings of one value; more are damage. */
#define MOST_A_DAY 1000000

/* Opens the file again if the last try to do so failed. */
static gboolean
is_connected (LegatoStore *self, GError **error)
{
  return self->db != NULL || legato_store_connect (self, error);
}

/* What kept us from writing may be over: the disk has room again, the lock is gone. */
static gboolean
become_writable (LegatoStore *self, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (self->read_only == NULL)
    return TRUE;
  db = legato_database_open (self->path, error);
  if (db == NULL)
    return FALSE;
  g_clear_pointer (&db, sqlite3_close);
  legato_store_disconnect (self, TRUE);
  g_clear_error (&self->read_only);
  return legato_store_connect (self, error);
}

/** Begins a transaction that writes, if the file still is the journal and may be written. */
gboolean
legato_store_begin (LegatoStore *self, GError **error)
{
  return is_connected (self, error) && become_writable (self, error)
         && legato_store_look_at_file (self, error) && legato_store_look_at_clock (self, error)
         && legato_database_exec (self->db, "BEGIN IMMEDIATE", error);
}

/**
 * legato_store_add:
 *
 * Adds an entry; it is on the disk when this returns %TRUE, and not at all otherwise.
 */
gboolean
legato_store_add (LegatoStore *self, const LegatoEntry *entry, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, legato_store_add_entry (self, entry, error), error);
}

/**
 * legato_store_put:
 * @read: (nullable): the entry before it was changed; what was said of it since stays
 *
 * Adds the entry, or changes all of the one with the same UUID, or nothing. Only of a session that
 * was done without the program, what was done may be changed.
 */
gboolean
legato_store_put (LegatoStore *self,
                  const LegatoEntry *entry,
                  const LegatoEntry *read,
                  GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, legato_store_put_entry (self, entry, read, error), error);
}

/**
 * legato_store_delete:
 *
 * Puts an entry into the bin.
 */
gboolean
legato_store_delete (LegatoStore *self, const char *uuid, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, legato_store_set_deleted (self, uuid, TRUE, error), error);
}

/**
 * legato_store_restore:
 *
 * Brings a deleted entry back.
 */
gboolean
legato_store_restore (LegatoStore *self, const char *uuid, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, legato_store_set_deleted (self, uuid, FALSE, error), error);
}

/**
 * legato_store_empty_bin:
 *
 * Removes for good all that is deleted.
 */
gboolean
legato_store_empty_bin (LegatoStore *self, GError **error)
{
  return legato_store_begin (self, error)
         && legato_store_finish (self, legato_store_purge (self, G_MAXINT64, error), error)
         && legato_database_exec (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/* How often @value was felt, in a row of LEGATO_SQL_SELECT_FELT. */
static guint
get_count (LegatoCursor *cursor, guint value)
{
  gint64 n = sqlite3_column_int64 (cursor, FELT_COUNTS_AT + (int) value);

  return n > 0 && n <= MOST_A_DAY ? (guint) n : 0;
}

/* Appends @soreness once for each time that each value was felt. */
static void
append_values (LegatoCursor *cursor, LegatoSoreness *soreness, GArray *ratings)
{
  for (guint value = 0; value <= LEGATO_RATING_MAX; value++)
    {
      soreness->value = value;
      for (guint n = get_count (cursor, value); n > 0; n--)
        g_array_append_val (ratings, *soreness);
    }
}

/* Appends what was felt of one zone. */
static gboolean
append_felt (LegatoStore *self,
             const char *zone,
             const char *from,
             const char *to,
             GArray *ratings,
             GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_FELT, error, "ttt", from, to, zone);
  LegatoSoreness soreness = { .zone = g_intern_string (zone) };
  char last_day[LEGATO_DAY_SIZE] = "";
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      const char *day = legato_cursor_get_text (cursor, 0);

      /* Many rows are of the same day as the row before. */
      if (g_strcmp0 (last_day, day) != 0)
        {
          soreness.day = legato_store_parse_day (day);
          g_strlcpy (last_day, day, sizeof last_day);
        }
      if (!legato_leg_from_id (legato_cursor_get_text (cursor, 1), &soreness.leg)
          || !legato_moment_from_id (legato_cursor_get_text (cursor, 2), &soreness.moment))
        return legato_store_fail_at_row (self, NULL, error);
      append_values (cursor, &soreness, ratings);
    }
  return !failed;
}

/* Puts the zone that comes after @zone in its place; %NULL after the last. */
static gboolean
go_to_next_zone (LegatoStore *self, char **zone, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_NEXT_ZONE, error, "t", *zone);
  gboolean failed = FALSE;
  char *next = NULL;

  if (cursor == NULL)
    return FALSE;
  if (legato_store_next_row (self, cursor, &failed, error))
    next = legato_cursor_dup_text (cursor, 0);
  g_free (*zone);
  *zone = next;
  return !failed;
}

/**
 * legato_store_ratings:
 * @zone: (nullable): only of this zone
 * @from_day, @to_day: Julian days, both included
 *
 * Returns: (transfer full) (element-type LegatoSoreness): by rising day (within each zone)
 */
GArray *
legato_store_ratings (LegatoStore *self,
                      const char *zone,
                      guint32 from_day,
                      guint32 to_day,
                      GError **error)
{
  char from[LEGATO_DAY_SIZE], to[LEGATO_DAY_SIZE];
  g_autoptr (GArray) ratings = g_array_new (FALSE, TRUE, sizeof (LegatoSoreness));
  g_autofree char *each = g_strdup ("");
  gboolean ok = TRUE;

  legato_store_format_day (from_day, from);
  legato_store_format_day (to_day, to);
  if (zone != NULL)
    ok = append_felt (self, zone, from, to, ratings, error);
  else
    while ((ok = ok && go_to_next_zone (self, &each, error)) && each != NULL)
      ok = append_felt (self, each, from, to, ratings, error);
  return ok ? g_steal_pointer (&ratings) : NULL;
}

/* Appends what was ever felt of one zone, each leg and moment added up. */
static gboolean
add_up_felt (LegatoStore *self, const char *zone, GArray *all, GError **error)
{
  g_autoptr (LegatoCursor) cursor = legato_store_prepare (self, LEGATO_SQL_SELECT_FELT, error,
                                                          "ttt", "0001-01-01", "9999-12-31", zone);
  LegatoFelt sums[LEGATO_LEG_BOTH + 1][LEGATO_MOMENT_CHECK_IN + 1] = { 0 };
  char last_day[LEGATO_DAY_SIZE] = "";
  guint32 julian = 0;
  gboolean failed = FALSE;

  if (cursor == NULL)
    return FALSE;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      const char *day = legato_cursor_get_text (cursor, 0);
      LegatoLeg leg = LEGATO_LEG_LEFT;
      LegatoMoment moment = LEGATO_MOMENT_BEFORE;
      LegatoFelt *sum = NULL;

      if (g_strcmp0 (last_day, day) != 0)
        {
          julian = legato_store_parse_day (day);
          g_strlcpy (last_day, day, sizeof last_day);
        }
      if (!legato_leg_from_id (legato_cursor_get_text (cursor, 1), &leg)
          || !legato_moment_from_id (legato_cursor_get_text (cursor, 2), &moment))
        return legato_store_fail_at_row (self, NULL, error);
      sum = &sums[leg][moment];
      if (sum->zone == NULL)
        *sum = (LegatoFelt){ g_intern_string (zone), leg, moment, julian, julian, { 0 } };
      sum->last_day = julian;
      for (guint value = 0; value <= LEGATO_RATING_MAX; value++)
        sum->n[value] += get_count (cursor, value);
    }
  for (guint i = 0; !failed && i < G_N_ELEMENTS (sums); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sums[i]); j++)
      if (sums[i][j].zone != NULL)
        g_array_append_val (all, sums[i][j]);
  return !failed;
}

/**
 * legato_store_felt_ever:
 *
 * Returns: (transfer full) (element-type LegatoFelt): by zone, leg and moment, those that were
 *   rated; %NULL with @error set
 */
GArray *
legato_store_felt_ever (LegatoStore *self, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LegatoFelt));
  g_autofree char *zone = g_strdup ("");
  gboolean ok = TRUE;

  while ((ok = ok && go_to_next_zone (self, &zone, error)) && zone != NULL)
    ok = add_up_felt (self, zone, all, error);
  return ok ? g_steal_pointer (&all) : NULL;
}

/**
 * legato_store_has_changed:
 *
 * Returns: whether somebody else has committed anything since the last time this was asked
 */
gboolean
legato_store_has_changed (LegatoStore *self)
{
  gint64 version = self->data_version;
  gboolean changed;

  /* What keeps it from being asked is told to whoever reads the journal next. */
  if (self->db == NULL
      || !legato_database_get_int (self->db, "PRAGMA data_version", &version, NULL))
    return FALSE;
  changed = version != self->data_version;
  self->data_version = version;
  return changed;
}

/**
 * legato_store_get_read_only:
 *
 * Returns: (transfer none) (nullable): why the journal can be read but not written, or %NULL
 */
const GError *
legato_store_get_read_only (LegatoStore *self)
{
  return self->read_only;
}

/** Returns: whether something could be written now; %FALSE with @error set */
gboolean
legato_store_try_to_write (LegatoStore *self, GError **error)
{
  return legato_store_begin (self, error) && legato_store_finish (self, TRUE, error);
}

static LegatoStore *
store_new (const char *path)
{
  LegatoStore *self = g_new0 (LegatoStore, 1);

  self->path = g_strdup (path);
  self->own_running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lock_fd = -1;
  return self;
}

/**
 * legato_store_open_to_read:
 * @path: of a journal of this version or an older one
 *
 * Opens a journal that stays exactly as it is.
 */
LegatoStore *
legato_store_open_to_read (const char *path, GError **error)
{
  g_autoptr (LegatoStore) self = store_new (path);

  self->read_only = g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_READ_ONLY, "");
  self->db = legato_database_open_for_reading (path, &self->snapshot, error);
  return self->db != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * legato_store_open_to_look_up:
 * @path: of a journal of this version
 *
 * Opens a journal that stays exactly as it is, for one question to which the answer must come soon:
 * it is neither looked through nor mended nor copied. Nothing is left beside it, but for what was
 * there: a journal that nobody has open is read without a lock, and so the answer counts only if
 * legato_store_was_left() says so.
 *
 * Returns: (transfer full): the store, or %NULL with @error set, also for a journal of another
 *   version
 */
LegatoStore *
legato_store_open_to_look_up (const char *path, GError **error)
{
  g_autoptr (LegatoStore) self = store_new (path);
  gint64 version = 0;

  self->read_only = g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_READ_ONLY, "");
  self->db = legato_database_open_to_look_up (path, &self->left, &self->is_left, error);
  if (self->db == NULL
      || !legato_database_get_int (self->db, "PRAGMA user_version", &version, error))
    return NULL;
  if (version != legato_database_get_newest_version ())
    {
      g_set_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_READ_ONLY,
                   "%s: version %" G_GINT64_FORMAT, path, version);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/** Returns: (transfer full): an empty journal without a file, for what needs no transaction of its
 *   own; %NULL with @error set */
LegatoStore *
legato_store_open_in_memory (GError **error)
{
  g_autoptr (LegatoStore) self = store_new ("");
  int status = sqlite3_open (":memory:", &self->db);

  if (status != SQLITE_OK)
    {
      legato_store_fail (self, status, error);
      return NULL;
    }
  return legato_database_migrate (self->db, legato_database_get_newest_version (), error)
             ? g_steal_pointer (&self)
             : NULL;
}

/** Returns: whether the answers of a store that was opened to be looked up hold: nobody has written
 * to the journal since */
gboolean
legato_store_was_left (LegatoStore *self)
{
  LegatoFileState now;

  return !self->is_left
         || (legato_file_state_read_left (&now, self->path)
             && legato_file_state_equal (&now, &self->left));
}

/**
 * legato_store_open:
 *
 * Opens, and if need be makes or migrates, the journal at @path, and empties the bin of what is
 * there for too long. A journal that cannot be written is opened for reading, see
 * legato_store_get_read_only().
 */
LegatoStore *
legato_store_open (const char *path, GError **error)
{
  g_autoptr (LegatoStore) self = store_new (path);
  g_autoptr (GError) trouble = NULL;

  if (!legato_store_connect (self, error))
    return NULL;
  /* A bin that cannot be emptied now is emptied another time. */
  if (self->read_only == NULL && !legato_store_look_at_clock (self, &trouble)
      && !legato_journal_error_may_pass (trouble))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * legato_store_close:
 * @self: (transfer full)
 */
void
legato_store_close (LegatoStore *self)
{
  legato_store_leave (self);
  g_clear_error (&self->read_only);
  g_hash_table_unref (self->own_running);
  g_free (self->notice);
  g_free (self->path);
  g_free (self);
}
