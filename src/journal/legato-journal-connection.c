/* legato-journal-connection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-journal-connection.h"
#include "legato-journal-copies.h"
#include "legato-journal-watch.h"

/* Seconds between two tries: twice as long each time, from the first to the last. */
#define FIRST_RETRY_S 2
#define LAST_RETRY_S 60

struct _LegatoJournalConnection
{
  GObject parent_instance;

  /* Owned references */
  char *path;
  LegatoJournal *journal;
  LegatoJournalWatch *watch;
  GError *error;
  GError *why_waiting;

  gboolean opening;
  gboolean trying;
  guint waiting;
  guint retry_id;
  guint retry_s;
};

enum
{
  PROP_0,
  PROP_JOURNAL,
  PROP_ERROR,
  PROP_WAITING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoJournalConnection, legato_journal_connection, G_TYPE_OBJECT)

static void retry_later (LegatoJournalConnection *self);

/* Takes @error, which may be %NULL. */
static void
set_error (LegatoJournalConnection *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
count_waiting (LegatoJournalConnection *self)
{
  guint waiting = legato_journal_count_waiting (self->path);

  if (waiting == 0)
    g_clear_error (&self->why_waiting);
  if (waiting == self->waiting)
    return;
  self->waiting = waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

/* Takes @why, which may be %NULL: what keeps an open journal from taking what waits. */
static void
count_waiting_for (LegatoJournalConnection *self, GError *why)
{
  g_clear_error (&self->why_waiting);
  self->why_waiting = why;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
  count_waiting (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Whether it may help to try again. */
static gboolean
may_get_better (LegatoJournalConnection *self)
{
  g_autoptr (GError) read_only = NULL;

  if (self->journal == NULL)
    return self->error != NULL && legato_journal_error_may_pass (self->error);
  read_only = legato_journal_dup_read_only (self->journal);
  return read_only != NULL ? legato_journal_error_may_pass (read_only)
                           : self->waiting > 0 || legato_journal_has_answers (self->path);
}

static void
state_cb (LegatoJournalConnection *self)
{
  g_autoptr (GError) error = legato_journal_dup_read_only (self->journal);

  count_waiting (self);
  if (g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED))
    legato_journal_connection_give_up (self, error);
  else
    retry_later (self);
}

static void
waits_cb (LegatoJournalConnection *self)
{
  count_waiting_for (self, legato_journal_dup_why_waiting (self->journal));
  retry_later (self);
}

/* A check that could not be finished is no damage: the next start makes it again. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoJournalConnection) self = data;
  g_autoptr (GError) error = NULL;

  if (!legato_journal_await_check_finish (LEGATO_JOURNAL (source), result, &error)
      && g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED)
      && self->journal == LEGATO_JOURNAL (source))
    legato_journal_connection_give_up (self, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoJournalConnection) self = data;
  GError *error = NULL;

  self->opening = FALSE;
  self->journal = legato_journal_open_finish (result, &error);
  set_error (self, error);
  if (self->journal != NULL)
    {
      self->retry_s = 0;
      self->watch = legato_journal_watch_new (self->journal);
      g_signal_connect_object (self->journal, "state-changed", G_CALLBACK (state_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->journal, "waits", G_CALLBACK (waits_cb), self,
                               G_CONNECT_SWAPPED);
      legato_journal_await_check_async (self->journal, NULL, checked_cb, g_object_ref (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL]);
    }
  count_waiting (self);
  retry_later (self);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoJournalConnection) self = data;
  GError *error = NULL;

  self->trying = FALSE;
  if (!legato_journal_try_to_write_finish (LEGATO_JOURNAL (source), result, &error))
    g_debug ("%s", error->message);
  count_waiting_for (self, error);
  retry_later (self);
}

static gboolean
retry_cb (gpointer data)
{
  LegatoJournalConnection *self = data;

  self->retry_id = 0;
  legato_journal_connection_open (self);
  return G_SOURCE_REMOVE;
}

static void
retry_later (LegatoJournalConnection *self)
{
  if (self->retry_id != 0 || self->opening || self->trying)
    return;
  if (!may_get_better (self))
    {
      self->retry_s = 0;
      return;
    }
  self->retry_s = CLAMP (self->retry_s * 2, FIRST_RETRY_S, LAST_RETRY_S);
  self->retry_id = g_timeout_add_seconds (self->retry_s, retry_cb, self);
}

static void
legato_journal_connection_dispose (GObject *object)
{
  LegatoJournalConnection *self = LEGATO_JOURNAL_CONNECTION (object);

  g_clear_object (&self->watch);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (legato_journal_connection_parent_class)->dispose (object);
}

static void
legato_journal_connection_finalize (GObject *object)
{
  LegatoJournalConnection *self = LEGATO_JOURNAL_CONNECTION (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->error);
  g_clear_error (&self->why_waiting);

  G_OBJECT_CLASS (legato_journal_connection_parent_class)->finalize (object);
}

static void
legato_journal_connection_get_property (GObject *object,
                                        guint prop_id,
                                        GValue *value,
                                        GParamSpec *pspec)
{
  LegatoJournalConnection *self = LEGATO_JOURNAL_CONNECTION (object);

  switch (prop_id)
    {
    case PROP_JOURNAL:
      g_value_set_object (value, self->journal);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_WAITING:
      g_value_set_uint (value, self->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_journal_connection_class_init (LegatoJournalConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = legato_journal_connection_dispose;
  object_class->finalize = legato_journal_connection_finalize;
  object_class->get_property = legato_journal_connection_get_property;

  properties[PROP_JOURNAL] =
      g_param_spec_object ("journal", NULL, NULL, LEGATO_TYPE_JOURNAL, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
legato_journal_connection_init (LegatoJournalConnection *self)
{
}

/**
 * legato_journal_connection_new:
 * @path: the journal's file
 *
 * Returns: (transfer full): a connection that is not open yet
 */
LegatoJournalConnection *
legato_journal_connection_new (const char *path)
{
  LegatoJournalConnection *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_JOURNAL_CONNECTION, NULL);
  self->path = g_strdup (path);
  return self;
}

/** Returns: (transfer none) (nullable): the journal, once it is open */
LegatoJournal *
legato_journal_connection_get_journal (LegatoJournalConnection *self)
{
  g_return_val_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self), NULL);
  return self->journal;
}

/** Returns: (transfer none) (nullable): what kept the journal from being opened */
const GError *
legato_journal_connection_get_error (LegatoJournalConnection *self)
{
  g_return_val_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self), NULL);
  return self->error;
}

/** Returns: how many entries wait on the disk until the journal can take them */
guint
legato_journal_connection_get_waiting (LegatoJournalConnection *self)
{
  g_return_val_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self), 0);
  return self->waiting;
}

/** Returns: (transfer none) (nullable): why the open journal could not save what waits, when that
 * was tried last */
const GError *
legato_journal_connection_get_why_waiting (LegatoJournalConnection *self)
{
  g_return_val_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self), NULL);
  return self->why_waiting;
}

/** Returns: (transfer none): where the journal lies, or would */
const char *
legato_journal_connection_get_path (LegatoJournalConnection *self)
{
  g_return_val_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self), NULL);
  return self->path;
}

/**
 * legato_journal_connection_open:
 *
 * Opens the journal, or tries again at once what did not work: to open it, or to write to it.
 */
void
legato_journal_connection_open (LegatoJournalConnection *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self));

  if (self->opening || self->trying)
    return;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  if (self->journal == NULL)
    {
      self->opening = TRUE;
      legato_journal_open_async (self->path, NULL, opened_cb, g_object_ref (self));
    }
  else if (may_get_better (self))
    {
      self->trying = TRUE;
      legato_journal_try_to_write_async (self->journal, NULL, tried_cb, g_object_ref (self));
    }
}

/**
 * legato_journal_connection_give_up:
 * @error: what is wrong with the journal
 *
 * Lets go of a journal that is damaged, as if it had not opened.
 */
void
legato_journal_connection_give_up (LegatoJournalConnection *self, const GError *error)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self));
  g_return_if_fail (error != NULL);

  if (self->journal == NULL)
    return;
  g_clear_object (&self->watch);
  g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);
  set_error (self, g_error_copy (error));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL]);
}

static void
replace_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  LegatoJournalConnection *self = source;
  GError *error = NULL;
  char *aside = legato_journal_exchange (self->path, data, &error);

  if (aside != NULL)
    g_task_return_pointer (task, aside, g_free);
  else
    g_task_return_error (task, error);
}

static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  LegatoJournalConnection *self = LEGATO_JOURNAL_CONNECTION (source);
  GError *error = NULL;
  char *aside = g_task_propagate_pointer (G_TASK (result), &error);

  self->opening = FALSE;
  if (aside == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  legato_journal_connection_open (self);
  g_task_return_pointer (task, aside, g_free);
}

/**
 * legato_journal_connection_replace_async:
 * @copy: (nullable): another journal; %NULL to begin a new one
 *
 * Keeps a file that will never open under another name, puts @copy in its place, and opens that. A
 * file that is being opened, or is only busy, stays where it is.
 */
void
legato_journal_connection_replace_async (LegatoJournalConnection *self,
                                         const char *copy,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;

  g_return_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, legato_journal_connection_replace_async);
  if (self->opening || !legato_journal_error_may_set_aside (self->error))
    {
      g_task_return_new_error (task, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_LOCKED, "%s",
                               _ ("The journal is in use just now. Try again in a moment."));
      return;
    }
  self->opening = TRUE;
  work = g_task_new (self, NULL, replaced_cb, g_steal_pointer (&task));
  g_task_set_task_data (work, g_strdup (copy), g_free);
  g_task_run_in_thread (work, replace_thread);
}

/** Returns: (transfer full): the name that the file has now; %NULL with @error set */
char *
legato_journal_connection_replace_finish (LegatoJournalConnection *self,
                                          GAsyncResult *result,
                                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  LegatoKept kept = legato_journal_keep_finish (LEGATO_JOURNAL (source), result, &error);

  if (kept == LEGATO_KEPT_NOWHERE)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, kept);
}

/**
 * legato_journal_connection_keep_async:
 *
 * Like legato_journal_keep_async(), also while the journal is not open.
 */
void
legato_journal_connection_keep_async (LegatoJournalConnection *self,
                                      const LegatoEntry *entry,
                                      const LegatoEntry *read,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self));
  g_return_if_fail (entry != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, legato_journal_connection_keep_async);
  if (self->journal != NULL)
    {
      legato_journal_keep_async (self->journal, entry, read, NULL, kept_cb,
                                 g_steal_pointer (&task));
      return;
    }
  if (!legato_journal_keep_waiting (self->path, entry, read, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  count_waiting (self);
  g_task_return_int (task, LEGATO_KEPT_WAITING);
}

/** Returns: where the entry is; %LEGATO_KEPT_NOWHERE with @error set */
LegatoKept
legato_journal_connection_keep_finish (LegatoJournalConnection *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  gssize kept;

  g_return_val_if_fail (g_task_is_valid (result, self), LEGATO_KEPT_NOWHERE);

  kept = g_task_propagate_int (G_TASK (result), error);
  return kept > 0 ? (LegatoKept) kept : LEGATO_KEPT_NOWHERE;
}

/** legato_journal_connection_count_waiting: something was written beside the journal by others than
 * the connection, which looks how much waits now. */
void
legato_journal_connection_count_waiting (LegatoJournalConnection *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self));

  count_waiting (self);
  retry_later (self);
}

/** Like legato_journal_forget_waiting(). Returns: whether anything waited of the entry with @uuid
 */
gboolean
legato_journal_connection_forget_waiting (LegatoJournalConnection *self, const char *uuid)
{
  gboolean waited = FALSE;

  g_return_val_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  waited = legato_journal_forget_waiting (self->path, uuid);
  count_waiting (self);
  return waited;
}
