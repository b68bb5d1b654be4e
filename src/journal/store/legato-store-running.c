/* legato-store-running.c: sessions that are under way to rows and back
 *
 * A program that runs a session holds a lock on one byte of a file beside the journal, numbered by
 * the session's row. The system lets go of it when the program ends, however it does: what is not
 * locked was cut off. That holds across sandboxes, which do not know each other's process numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <fcntl.h>

#include "legato-running-json.h"
#include "legato-store-private.h"
#include "legato-store-running.h"

/* Where no lock can be had, as on some network homes, nobody else is taken to run the session. */
static void
lock (LegatoStore *self, gint64 id)
{
  struct flock byte = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = id, .l_len = 1 };

  if (legato_store_get_lock_fd (self) >= 0)
    fcntl (self->lock_fd, F_OFD_SETLK, &byte);
}

/* A journal that is only read gets no file beside it: where there is none, nobody holds a lock. */
static gboolean
is_locked_elsewhere (LegatoStore *self, gint64 id)
{
  struct flock byte = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = id, .l_len = 1 };
  g_autofree char *path = g_strconcat (self->path, LEGATO_STORE_LOCK_SUFFIX, NULL);

  if (self->lock_fd < 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  return legato_store_get_lock_fd (self) >= 0 && fcntl (self->lock_fd, F_OFD_GETLK, &byte) == 0
         && byte.l_type != F_UNLCK;
}

/* The lock is there before anybody else can see the row. */
static gboolean
claim (LegatoStore *self, const char *uuid, GError **error)
{
  gint64 id = 0;

  if (g_hash_table_contains (self->own_running, uuid))
    return TRUE;
  if (!legato_store_get_int (self, LEGATO_SQL_SELECT_RUNNING_ID, uuid, &id, error))
    return FALSE;
  if (id != 0)
    {
      lock (self, id);
      g_hash_table_add (self->own_running, g_strdup (uuid));
    }
  return TRUE;
}

/**
 * legato_store_save_running:
 *
 * Notes how far a session has come, and that this program runs it. Does nothing once its entry is
 * in the journal.
 */
gboolean
legato_store_save_running (LegatoStore *self, const LegatoRunning *running, GError **error)
{
  g_autofree char *json = legato_running_to_json (running);
  gint64 offset_s = g_date_time_get_utc_offset (running->started_at) / G_USEC_PER_SEC;

  return legato_store_begin (self, error)
         && legato_store_finish (
             self,
             legato_store_run (self, LEGATO_SQL_SAVE_RUNNING, error, "tiiit", running->uuid,
                               legato_time_to_us (running->started_at), offset_s,
                               legato_time_to_us (running->saved_at), json)
                 && claim (self, running->uuid, error),
             error);
}

/**
 * legato_store_forget_running:
 *
 * Forgets how far a session came, if that was noted.
 */
gboolean
legato_store_forget_running (LegatoStore *self, const char *uuid, GError **error)
{
  g_hash_table_remove (self->own_running, uuid);
  return legato_store_begin (self, error)
         && legato_store_finish (
             self, legato_store_run (self, LEGATO_SQL_FORGET_RUNNING, error, "t", uuid), error);
}

static LegatoRunning *
read_running (LegatoCursor *cursor, GError **error)
{
  int offset_s = sqlite3_column_int (cursor, 3);
  g_autoptr (GDateTime) started = legato_time_from_us (sqlite3_column_int64 (cursor, 2), offset_s);
  g_autoptr (LegatoRunning) running = NULL;

  running = legato_running_new (legato_cursor_get_text (cursor, 1), started);
  g_date_time_unref (running->saved_at);
  running->saved_at = legato_time_from_us (sqlite3_column_int64 (cursor, 4), offset_s);
  if (!legato_running_fill_from_json (running, legato_cursor_get_text (cursor, 5), error))
    return NULL;
  return g_steal_pointer (&running);
}

/**
 * legato_store_list_running:
 *
 * Returns: (transfer full) (element-type LegatoRunning): the sessions that were cut off, newest
 *   first: those that no program runs; one that cannot be read any more is left out
 */
GPtrArray *
legato_store_list_running (LegatoStore *self, GError **error)
{
  g_autoptr (LegatoCursor) cursor =
      legato_store_prepare (self, LEGATO_SQL_SELECT_RUNNING, error, "");
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_running_free);
  gboolean failed = FALSE;

  if (cursor == NULL)
    return NULL;
  while (legato_store_next_row (self, cursor, &failed, error))
    {
      g_autoptr (GError) damage = NULL;
      LegatoRunning *running = NULL;

      if (g_hash_table_contains (self->own_running, legato_cursor_get_text (cursor, 1))
          || is_locked_elsewhere (self, sqlite3_column_int64 (cursor, 0)))
        continue;
      running = read_running (cursor, &damage);
      if (running != NULL)
        g_ptr_array_add (all, running);
      else
        g_message ("%s: %s", legato_cursor_get_text (cursor, 1), damage->message);
    }
  return failed ? NULL : g_steal_pointer (&all);
}
