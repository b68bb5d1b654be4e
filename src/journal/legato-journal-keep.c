/* legato-journal-keep.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-database-open.h"
#include "legato-journal-keep.h"
#include "legato-journal-private.h"
#include "legato-waiting-answers.h"
#include "legato-waiting.h"

/* What is wrong with the entry itself does not pass by waiting. */
static gboolean
is_refused (const GError *error)
{
  return g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID)
         || g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NOT_FOUND);
}

static gpointer
say_where (LegatoKept where)
{
  return g_memdup2 (&where, sizeof where);
}

/* What is to be kept. */
typedef struct
{
  LegatoEntry *entry;
  LegatoEntry *read; /* (nullable): the entry before it was changed */
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  legato_entry_unref (self->entry);
  g_clear_pointer (&self->read, legato_entry_unref);
  g_free (self);
}

static gpointer
keep_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  const Change *change = data;
  LegatoStore *store = legato_journal_get_store (self);
  const char *path = legato_journal_get_path (self);
  guint n_taken = 0;
  g_autoptr (GError) trouble = NULL;

  /* What was said before comes first. */
  if ((change->read == NULL || legato_waiting_take_in (store, &n_taken, NULL, &trouble))
      && legato_store_put (store, change->entry, change->read, &trouble))
    {
      legato_waiting_forget (path, change->entry->uuid);
      return say_where (LEGATO_KEPT_IN_JOURNAL);
    }
  /* Where it cannot even wait, what is wrong with the journal is what matters. */
  if (!is_refused (trouble) && legato_waiting_keep (path, change->entry, change->read, NULL))
    {
      legato_journal_note_waiting (self, trouble);
      return say_where (LEGATO_KEPT_WAITING);
    }
  g_propagate_error (error, g_steal_pointer (&trouble));
  return NULL;
}

static const LegatoJournalCall keep_call = { keep_work, LEGATO_JOURNAL_CHANGES, change_free,
                                             g_free };

/**
 * legato_journal_keep_async:
 * @entry: (transfer none): copied, so it may be changed afterwards
 * @read: (transfer none) (nullable): the entry before it was changed
 *
 * Adds an entry, or replaces what was said before of one with the same UUID. With @read, what was
 * said of it elsewhere since stays. If the journal cannot take it just now, it is written beside
 * the journal, which takes it in later, and emits `waits`.
 */
void
legato_journal_keep_async (LegatoJournal *self,
                           const LegatoEntry *entry,
                           const LegatoEntry *read,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Change *change = NULL;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));
  g_return_if_fail (entry != NULL);

  change = g_new0 (Change, 1);
  change->entry = legato_entry_copy (entry);
  change->read = read != NULL ? legato_entry_copy (read) : NULL;
  legato_journal_start (self, &keep_call, change, cancellable, callback, user_data);
}

/** Returns: where the entry is; %LEGATO_KEPT_NOWHERE with @error set */
LegatoKept
legato_journal_keep_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  LegatoKept where = LEGATO_KEPT_NOWHERE;

  legato_journal_finish_value (self, &keep_call, result, &where, sizeof where, error);
  return where;
}

/**
 * legato_journal_keep_waiting:
 * @path: of the journal that cannot take the entry now
 * @read: (nullable)
 *
 * Writes an entry down beside the journal. As soon as the journal can be opened for writing, it
 * takes the entry in. One with the same UUID that waits already is replaced; with @read, the entry
 * before it was changed, only what was changed is.
 *
 * Returns: whether it is on the disk
 */
gboolean
legato_journal_keep_waiting (const char *path,
                             const LegatoEntry *entry,
                             const LegatoEntry *read,
                             GError **error)
{
  g_return_val_if_fail (path != NULL && entry != NULL, FALSE);
  return legato_waiting_keep (path, entry, read, error);
}

/**
 * legato_journal_forget_waiting: what waits of the entry with @uuid, if anything, is not wanted.
 *
 * Returns: whether anything did
 */
gboolean
legato_journal_forget_waiting (const char *path, const char *uuid)
{
  g_return_val_if_fail (path != NULL && uuid != NULL, FALSE);
  return legato_waiting_forget (path, uuid);
}

/** Returns: how many entries wait for the journal at that path */
guint
legato_journal_count_waiting (const char *path)
{
  g_return_val_if_fail (path != NULL, 0);
  return legato_waiting_count (path);
}

/**
 * legato_journal_keep_answers:
 * @path: of the journal that cannot take them now
 *
 * Writes down beside the journal what a person said of themselves, in the place of what was written
 * so before.
 *
 * Returns: whether it is on the disk
 */
gboolean
legato_journal_keep_answers (const char *path, const LegatoAnswers *answers, GError **error)
{
  g_return_val_if_fail (path != NULL && answers != NULL, FALSE);
  return legato_waiting_keep_answers (path, answers, error);
}

/**
 * legato_journal_read_answers:
 * @answers: (out caller-allocates): to be cleared; nothing is said if nothing waits
 *
 * Whoever writes them into the journal calls legato_journal_forget_answers() then.
 *
 * Returns: %FALSE with @error set if what waits cannot be read; it is kept under another name
 */
gboolean
legato_journal_read_answers (const char *path, LegatoAnswers *answers, GError **error)
{
  g_return_val_if_fail (path != NULL && answers != NULL, FALSE);
  return legato_waiting_read_answers (path, answers, error);
}

/** Returns: whether anything that a person said of themselves waits for the journal at that path */
gboolean
legato_journal_has_answers (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);
  return legato_waiting_has_answers (path);
}

/** legato_journal_forget_answers: the journal holds what waited, or nobody wants it. */
void
legato_journal_forget_answers (const char *path)
{
  g_return_if_fail (path != NULL);
  legato_waiting_forget_answers (path);
}

static gpointer
try_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  LegatoStore *store = legato_journal_get_store (self);
  g_autoptr (GError) left = NULL;
  guint n_taken = 0;

  if (!legato_store_try_to_write (store, error)
      || !legato_waiting_take_in (store, &n_taken, &left, error))
    return NULL;
  /* What went in is news first; whoever waits for the rest asks again. */
  if (left == NULL || n_taken > 0)
    return GINT_TO_POINTER (TRUE);
  g_propagate_error (error, g_steal_pointer (&left));
  return NULL;
}

static const LegatoJournalCall try_call = { try_work, LEGATO_JOURNAL_CHANGES, NULL, NULL };

/* Whether anybody may write is asked on a thread of its own: who waits for a lock must not keep
 * others from reading. */
static void
ask_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (sqlite3) db = legato_database_open (legato_journal_get_path (source), &error);

  if (db == NULL || !legato_database_exec (db, "BEGIN IMMEDIATE; ROLLBACK", &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (legato_journal_finish_boolean (LEGATO_JOURNAL (source), &try_call, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    legato_journal_start (LEGATO_JOURNAL (source), &try_call, NULL, g_task_get_cancellable (task),
                          tried_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/**
 * legato_journal_try_to_write_async:
 *
 * Finds out whether what kept the journal from being written is over; then takes in what waits.
 */
void
legato_journal_try_to_write_async (LegatoJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) ask = NULL;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, legato_journal_try_to_write_async);
  ask = g_task_new (self, cancellable, asked_cb, task);
  g_task_run_in_thread (ask, ask_thread);
}

/** Returns: %TRUE if the journal can be written, and all of what waits that could be taken in was
 */
gboolean
legato_journal_try_to_write_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
await_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (data == NULL || legato_check_wait (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * legato_journal_await_check_async:
 *
 * Waits for the look for damage that began when the journal was opened, if it is large.
 */
void
legato_journal_await_check_async (LegatoJournal *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  LegatoCheck *check = NULL;

  g_return_if_fail (LEGATO_IS_JOURNAL (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, legato_journal_await_check_async);
  check = legato_journal_dup_check (self);
  if (check != NULL)
    g_task_set_task_data (task, check, (GDestroyNotify) legato_check_unref);
  g_task_run_in_thread (task, await_thread);
}

/** Returns: %FALSE with %LEGATO_JOURNAL_ERROR_DAMAGED if damage was found */
gboolean
legato_journal_await_check_finish (LegatoJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
