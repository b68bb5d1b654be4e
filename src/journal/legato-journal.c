/* legato-journal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <string.h>

#include "legato-journal-private.h"
#include "legato-waiting.h"

struct _LegatoJournal
{
  GObject parent_instance;

  char *path;

  /* The context in which our signal is emitted. */
  GMainContext *context;

  /* One thread at most, so that calls keep their order. */
  GThreadPool *worker;

  /* Written by the worker, read by anybody. */
  GMutex mutex;
  GError *read_only;
  GError *why_waiting; /* why the last entry waits in a file beside the journal, or NULL */
  char *notice;
  LegatoCheck *check; /* for damage, begun when the journal was opened, or NULL */

  /* Used only by the worker. Each call holds a reference to the journal, so nothing uses them any
   * more when it is freed. */
  LegatoStore *store;
  gboolean waits; /* the call under way could not save its entry, which waits beside the journal */
};

/* A call on its way to the worker, or back from it with its result. */
typedef struct
{
  const LegatoJournalCall *call;
  gpointer data;
  gpointer result;
  GError *error;
  gboolean state_changed;
  gboolean took_in; /* entries that had waited beside the journal were put into it */
  gboolean waits;   /* its own entry waits there now */
} PendingCall;

enum
{
  CHANGED,
  STATE_CHANGED,
  WAITS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoJournal, legato_journal, G_TYPE_OBJECT)

/* On the worker. Puts the entries that wait beside the journal into it; what cannot be put in goes
 * on waiting. Returns: whether any was put in */
static gboolean
take_in (LegatoJournal *self)
{
  g_autoptr (GError) trouble = NULL;
  guint n_taken = 0;

  if (legato_store_get_read_only (self->store) == NULL
      && !legato_waiting_take_in (self->store, &n_taken, NULL, &trouble))
    g_message ("%s", trouble->message);
  return n_taken > 0;
}

static gpointer
open_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  self->store = legato_store_open (self->path, error);
  if (self->store == NULL)
    return NULL;
  legato_store_has_changed (self->store);
  self->check = legato_store_get_check (self->store);
  take_in (self);
  return self->store;
}

static const LegatoJournalCall open_call = { open_work, LEGATO_JOURNAL_READS, NULL, NULL };

static void
pending_call_free (PendingCall *self)
{
  if (self->call->free_data != NULL)
    self->call->free_data (self->data);
  g_clear_error (&self->error);
  g_free (self);
}

/* A signal that is to be emitted later; the journal may be gone by then. */
typedef struct
{
  GWeakRef journal;
  guint signal_id;
} LaterSignal;

static gboolean
emit_later_cb (gpointer user_data)
{
  LaterSignal *later = user_data;
  g_autoptr (LegatoJournal) self = g_weak_ref_get (&later->journal);

  if (self != NULL)
    g_signal_emit (self, later->signal_id, 0);
  return G_SOURCE_REMOVE;
}

static void
later_signal_free (gpointer user_data)
{
  LaterSignal *later = user_data;

  g_weak_ref_clear (&later->journal);
  g_free (later);
}

/* Emits a signal at once if @context is that of the listeners, and else later there. A synchronous
 * call runs a context of its own: what a listener starts in that could never finish. */
static void
emit (LegatoJournal *self, guint signal_id, GMainContext *context)
{
  g_autoptr (GSource) source = NULL;
  LaterSignal *later = NULL;

  if (context == self->context)
    {
      g_signal_emit (self, signal_id, 0);
      return;
    }
  later = g_new0 (LaterSignal, 1);
  later->signal_id = signal_id;
  g_weak_ref_init (&later->journal, self);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_later_cb, later, later_signal_free);
  g_source_attach (source, self->context);
}

/* Back in the caller's main context. */
static gboolean
return_cb (gpointer user_data)
{
  GTask *task = user_data;
  PendingCall *pending = g_task_get_task_data (task);

  if (pending->state_changed)
    emit (g_task_get_source_object (task), signals[STATE_CHANGED], g_task_get_context (task));
  if (pending->waits)
    emit (g_task_get_source_object (task), signals[WAITS], g_task_get_context (task));
  if (pending->took_in
      && (pending->error != NULL || pending->call->effect != LEGATO_JOURNAL_CHANGES))
    emit (g_task_get_source_object (task), signals[CHANGED], g_task_get_context (task));
  if (pending->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&pending->error));
      return G_SOURCE_REMOVE;
    }
  if (pending->call->effect == LEGATO_JOURNAL_CHANGES)
    emit (g_task_get_source_object (task), signals[CHANGED], g_task_get_context (task));
  if (pending->call->free_result != NULL)
    g_task_return_pointer (task, pending->result, pending->call->free_result);
  else
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/* What is wrong with the file: damage that the call met, or why nothing can be written. */
static const GError *
get_trouble (LegatoJournal *self, const PendingCall *pending)
{
  if (self->store == NULL)
    return NULL;
  if (!pending->call->reads_others
      && g_error_matches (pending->error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED))
    return pending->error;
  return legato_store_get_read_only (self->store);
}

static gboolean
error_equal (const GError *a, const GError *b)
{
  return a == b || (a != NULL && b != NULL && g_error_matches (a, b->domain, b->code));
}

/* On the worker, after a call. Notes in @pending whether there is something to tell of the file. */
static void
look_at_state (LegatoJournal *self, PendingCall *pending)
{
  const GError *trouble = get_trouble (self, pending);
  char *notice = self->store != NULL ? legato_store_take_notice (self->store) : NULL;
  gboolean changed;

  g_mutex_lock (&self->mutex);
  changed = !error_equal (trouble, self->read_only);
  if (changed)
    {
      g_clear_error (&self->read_only);
      self->read_only = trouble != NULL ? g_error_copy (trouble) : NULL;
    }
  if (notice != NULL)
    {
      g_free (self->notice);
      self->notice = notice;
    }
  g_mutex_unlock (&self->mutex);
  pending->state_changed = changed || notice != NULL;
  pending->waits = self->waits;
  self->waits = FALSE;
  pending->took_in = changed && trouble == NULL && self->store != NULL && take_in (self);
}

/* On the worker. Hands the task back to the caller's context, which drops its last reference and
 * with it perhaps that of the journal: so a caller knows when the file is closed. */
static void
work_cb (gpointer data, gpointer user_data)
{
  GTask *task = data;
  PendingCall *pending = g_task_get_task_data (task);

  /* Once the source is attached the task may be freed at any time, and its context with it. */
  g_autoptr (GMainContext) context = g_main_context_ref (g_task_get_context (task));
  g_autoptr (GSource) source = g_idle_source_new ();

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &pending->error))
    pending->result =
        pending->call->work (g_task_get_source_object (task), pending->data, &pending->error);
  look_at_state (g_task_get_source_object (task), pending);

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, return_cb, task, g_object_unref);
  g_source_attach (source, context);
}

/**
 * legato_journal_start:
 * @call: (transfer none): static, and the tag of the result
 * @data: (transfer full): its argument
 *
 * Hands a call to the worker. Once it is done, a change cannot be cancelled any more.
 */
void
legato_journal_start (LegatoJournal *self,
                      const LegatoJournalCall *call,
                      gpointer data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  PendingCall *pending = g_new0 (PendingCall, 1);

  pending->call = call;
  pending->data = data;
  g_task_set_source_tag (task, (gpointer) call);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, pending, (GDestroyNotify) pending_call_free);
  g_thread_pool_push (self->worker, task, NULL);
}

/** Returns: %TRUE if a call without a result went well; %FALSE with @error set */
gboolean
legato_journal_finish_boolean (LegatoJournal *self,
                               const LegatoJournalCall *call,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) call), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** Returns: (transfer full): what the call gave; %NULL with @error set */
gpointer
legato_journal_finish_pointer (LegatoJournal *self,
                               const LegatoJournalCall *call,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) call), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/** Copies the @size bytes that the call gave to @value. Returns: %FALSE with @error set */
gboolean
legato_journal_finish_value (LegatoJournal *self,
                             const LegatoJournalCall *call,
                             GAsyncResult *result,
                             gpointer value,
                             gsize size,
                             GError **error)
{
  g_autofree gpointer found = legato_journal_finish_pointer (self, call, result, error);

  if (found == NULL)
    return FALSE;
  memcpy (value, found, size);
  return TRUE;
}

static void
legato_journal_finalize (GObject *object)
{
  LegatoJournal *self = LEGATO_JOURNAL (object);

  /* The worker has nothing left to do, so it is not waited for. */
  g_thread_pool_free (self->worker, FALSE, FALSE);
  g_clear_pointer (&self->store, legato_store_close);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->read_only);
  g_clear_error (&self->why_waiting);
  g_clear_pointer (&self->notice, g_free);
  g_clear_pointer (&self->check, legato_check_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (legato_journal_parent_class)->finalize (object);
}

static void
legato_journal_class_init (LegatoJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_journal_finalize;

  signals[CHANGED] = g_signal_new ("changed", LEGATO_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", LEGATO_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WAITS] = g_signal_new ("waits", LEGATO_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
legato_journal_init (LegatoJournal *self)
{
  g_mutex_init (&self->mutex);
  self->worker = g_thread_pool_new (work_cb, NULL, 1, FALSE, NULL);
}

/**
 * legato_journal_dup_read_only:
 *
 * Returns: (transfer full) (nullable): why nothing can be written at present, or %NULL. Each write
 *   tries again.
 */
GError *
legato_journal_dup_read_only (LegatoJournal *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (LEGATO_IS_JOURNAL (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return self->read_only != NULL ? g_error_copy (self->read_only) : NULL;
}

/**
 * legato_journal_dup_why_waiting:
 *
 * Returns: (transfer full) (nullable): why an entry could not be saved when `waits` was emitted the
 *   last time
 */
GError *
legato_journal_dup_why_waiting (LegatoJournal *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (LEGATO_IS_JOURNAL (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return self->why_waiting != NULL ? g_error_copy (self->why_waiting) : NULL;
}

/** legato_journal_note_waiting: the call under way could not save its entry because of @why; the
 * entry waits in a file beside the journal. */
void
legato_journal_note_waiting (LegatoJournal *self, const GError *why)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_clear_error (&self->why_waiting);
  self->why_waiting = g_error_copy (why);
  self->waits = TRUE;
}

/**
 * legato_journal_take_notice:
 *
 * Returns: (transfer full) (nullable): what somebody else did to the journal's file and what Legato
 *   made of it, to be shown to the person; each is given only once
 */
char *
legato_journal_take_notice (LegatoJournal *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (LEGATO_IS_JOURNAL (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return g_steal_pointer (&self->notice);
}

/** Like legato_journal_open_async(); @context is where the signals will be emitted. */
void
legato_journal_open_for_context (const char *path,
                                 GMainContext *context,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (LegatoJournal) self = g_object_new (LEGATO_TYPE_JOURNAL, NULL);

  self->path = g_strdup (path);
  self->context = g_main_context_ref (context);
  legato_journal_start (self, &open_call, NULL, cancellable, callback, user_data);
}

/**
 * legato_journal_open_async:
 * @path: of the journal; made, with its folder, if it does not exist
 *
 * Opens a journal. If it was cut off, changed by others or not looked through for a week, it is
 * looked through first, or, if it is large, beside. A file that is not a journal
 * (%LEGATO_JOURNAL_ERROR_FOREIGN) or is damaged (%LEGATO_JOURNAL_ERROR_DAMAGED, see
 * legato_journal_set_aside()) is left exactly as it was. One that cannot be written, or was made by
 * a newer Legato, can be read: see legato_journal_dup_read_only().
 */
void
legato_journal_open_async (const char *path,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_if_fail (path != NULL);

  legato_journal_open_for_context (path, context, cancellable, callback, user_data);
}

/**
 * legato_journal_open_finish:
 *
 * Returns: (transfer full): the open journal, or %NULL with @error set
 */
LegatoJournal *
legato_journal_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) &open_call), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return LEGATO_JOURNAL (g_async_result_get_source_object (result));
}

/** Returns: (transfer none): where the journal lies */
const char *
legato_journal_get_path (LegatoJournal *self)
{
  g_return_val_if_fail (LEGATO_IS_JOURNAL (self), NULL);
  return self->path;
}

/** Returns: (transfer none): where calls do their work, on the worker only */
LegatoStore *
legato_journal_get_store (LegatoJournal *self)
{
  return self->store;
}

/** Returns: (transfer full) (nullable): the look for damage that began when the journal was opened
 */
LegatoCheck *
legato_journal_dup_check (LegatoJournal *self)
{
  return self->check != NULL ? legato_check_ref (self->check) : NULL;
}

/**
 * legato_journal_add_async, _finish:
 * @entry: (transfer none): copied, so it may be changed afterwards
 *
 * Adds an entry. When this finishes well, the entry is on the disk.
 *
 * Returns: %TRUE if the entry is saved
 */
LEGATO_JOURNAL_DEFINE_SET (add,
                           LEGATO_JOURNAL_CHANGES,
                           LegatoEntry,
                           legato_entry_copy,
                           legato_entry_unref)

/**
 * legato_journal_delete_async, _finish:
 * @uuid: of the entry
 *
 * Hides the entry. legato_journal_restore_async() brings it back; after 30 days, opening the
 * journal removes it for good.
 *
 * Returns: %TRUE if the entry is deleted
 */
LEGATO_JOURNAL_DEFINE_SET (delete, LEGATO_JOURNAL_CHANGES, char, g_strdup, g_free)

/**
 * legato_journal_restore_async, _finish:
 * @uuid: of the entry
 *
 * Undoes legato_journal_delete_async().
 *
 * Returns: %TRUE if the entry is back
 */
LEGATO_JOURNAL_DEFINE_SET (restore, LEGATO_JOURNAL_CHANGES, char, g_strdup, g_free)

static gpointer
poll_work (LegatoJournal *self, gconstpointer data, GError **error)
{
  gboolean changed = legato_store_has_changed (self->store);

  return g_memdup2 (&changed, sizeof changed);
}

static const LegatoJournalCall poll_call = { poll_work, LEGATO_JOURNAL_READS, NULL, g_free };

/**
 * legato_journal_poll_async:
 *
 * Looks whether another program has written to the journal since the last look, or since it was
 * opened. It takes some microseconds, so a window can look every second.
 */
LEGATO_JOURNAL_DEFINE_START (poll)

/**
 * legato_journal_poll_finish:
 * @changed: (out): whether what is shown may have to be read anew; `changed` is not emitted
 *
 * Returns: %TRUE if it could be looked at
 */
gboolean
legato_journal_poll_finish (LegatoJournal *self,
                            GAsyncResult *result,
                            gboolean *changed,
                            GError **error)
{
  return legato_journal_finish_value (self, &poll_call, result, changed, sizeof *changed, error);
}
