/* legato-journal-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-session"

#include "config.h"

#include "legato-journal-keep.h"
#include "legato-journal-writer.h"

struct _LegatoJournalWriter
{
  LegatoJournal *journal; /* %NULL until it is open */
  LegatoRunning *next;    /* what is to be saved as soon as the disk is ready for it */
  GQueue entries;         /* LegatoEntry: to be added, oldest first */
  GQueue dropped;         /* UUIDs that a journal took in while it was being opened */
  char *path;             /* of the journal, or %NULL */

  /* Borrowed; %NULL when the owner is gone */
  gpointer owner;
  LegatoJournalWriterFailed failed;

  gboolean waiting; /* the journal does not open */
  gboolean saving;
  gboolean adding;
};

static void go_on (LegatoJournalWriter *self);

static void
fail (LegatoJournalWriter *self, const GError *error)
{
  if (self->owner != NULL)
    self->failed (self->owner, error);
  else
    g_warning ("%s", error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LegatoJournalWriter *self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  legato_journal_save_running_finish (LEGATO_JOURNAL (source), result, &error);
  if (error != NULL)
    fail (self, error);
  if (self->next != NULL)
    go_on (self);
  legato_journal_writer_unref (self);
}

/* An entry on its way into the journal. */
typedef struct
{
  LegatoJournalWriter *writer;
  LegatoEntry *entry;
} Adding;

/* It may have been written beside the journal meanwhile, if that was given up. */
static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Adding *adding = data;
  g_autoptr (LegatoJournalWriter) self = adding->writer;
  g_autoptr (LegatoEntry) entry = adding->entry;
  g_autoptr (GError) error = NULL;

  self->adding = FALSE;
  if (legato_journal_keep_finish (LEGATO_JOURNAL (source), result, &error) == LEGATO_KEPT_NOWHERE)
    fail (self, error);
  else if (g_queue_remove (&self->entries, entry))
    legato_entry_unref (entry);
  /* What failed waits for the next occasion: a disk that is full now may have room then. */
  if (error == NULL)
    go_on (self);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoJournalWriter) self = data;
  g_autoptr (GError) error = NULL;

  if (!legato_journal_forget_running_finish (LEGATO_JOURNAL (source), result, &error))
    fail (self, error);
}

/* What is to be added is written beside a journal that is not open. */
static void
wait (LegatoJournalWriter *self)
{
  g_autoptr (GError) error = NULL;

  while (!g_queue_is_empty (&self->entries))
    {
      if (!legato_journal_keep_waiting (self->path, g_queue_peek_head (&self->entries), NULL,
                                        &error))
        {
          fail (self, error);
          return;
        }
      legato_entry_unref (g_queue_pop_head (&self->entries));
    }
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoJournalWriter) self = data;
  g_autoptr (GError) error = NULL;

  /* It was never written. */
  if (!legato_journal_delete_finish (LEGATO_JOURNAL (source), result, &error)
      && !g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_NOT_FOUND))
    fail (self, error);
}

static void
drop_taken_in (LegatoJournalWriter *self)
{
  while (!g_queue_is_empty (&self->dropped))
    {
      g_autofree char *uuid = g_queue_pop_head (&self->dropped);

      legato_journal_delete_async (self->journal, uuid, NULL, dropped_cb, g_rc_box_acquire (self));
    }
}

/* One save at a time: a slow disk gets the newest state, not a queue of old ones. */
static void
go_on (LegatoJournalWriter *self)
{
  if (self->journal == NULL && self->waiting)
    wait (self);
  if (self->journal == NULL)
    return;
  drop_taken_in (self);
  if (!self->adding && !g_queue_is_empty (&self->entries))
    {
      Adding *adding = g_new0 (Adding, 1);

      self->adding = TRUE;
      adding->writer = g_rc_box_acquire (self);
      adding->entry = legato_entry_ref (g_queue_peek_head (&self->entries));
      legato_journal_keep_async (self->journal, adding->entry, NULL, NULL, added_cb, adding);
    }
  if (!self->saving && self->next != NULL)
    {
      g_autoptr (LegatoRunning) running = g_steal_pointer (&self->next);

      self->saving = TRUE;
      legato_journal_save_running_async (self->journal, running, NULL, saved_cb,
                                         g_rc_box_acquire (self));
    }
}

/**
 * legato_journal_writer_new:
 * @failed: told of each failure
 * @owner: handed to @failed, until legato_journal_writer_disown()
 *
 * Returns: (transfer full): a writer without a journal
 */
LegatoJournalWriter *
legato_journal_writer_new (LegatoJournalWriterFailed failed, gpointer owner)
{
  LegatoJournalWriter *self = g_rc_box_new0 (LegatoJournalWriter);

  self->failed = failed;
  self->owner = owner;
  g_queue_init (&self->entries);
  g_queue_init (&self->dropped);
  return self;
}

static void
writer_clear (gpointer data)
{
  LegatoJournalWriter *self = data;

  /* The program may end before the journal is open. */
  if (self->journal == NULL && self->path != NULL)
    wait (self);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->next, legato_running_free);
  g_queue_clear_full (&self->entries, (GDestroyNotify) legato_entry_unref);
  g_queue_clear_full (&self->dropped, g_free);
  g_clear_pointer (&self->path, g_free);
}

void
legato_journal_writer_unref (LegatoJournalWriter *self)
{
  g_rc_box_release_full (self, writer_clear);
}

/** legato_journal_writer_disown: the owner is gone; what is to be written is still written. */
void
legato_journal_writer_disown (LegatoJournalWriter *self)
{
  self->owner = NULL;
}

/**
 * legato_journal_writer_wait_for:
 * @path: of the journal
 * @opens: it is being opened; if not, what is to be added is written down beside it now
 */
void
legato_journal_writer_wait_for (LegatoJournalWriter *self, const char *path, gboolean opens)
{
  g_free (self->path);
  self->path = g_strdup (path);
  self->waiting = !opens;
  go_on (self);
}

/** legato_journal_writer_set_journal: where to write; what has waited for it is written now. */
void
legato_journal_writer_set_journal (LegatoJournalWriter *self, LegatoJournal *journal)
{
  g_set_object (&self->journal, journal);
  go_on (self);
}

/**
 * legato_journal_writer_save:
 * @running: (transfer full): takes the place of what was not written yet
 */
void
legato_journal_writer_save (LegatoJournalWriter *self, LegatoRunning *running)
{
  g_clear_pointer (&self->next, legato_running_free);
  self->next = running;
  go_on (self);
}

/**
 * legato_journal_writer_add:
 * @entry: (transfer full): kept until it is in the journal
 */
void
legato_journal_writer_add (LegatoJournalWriter *self, LegatoEntry *entry)
{
  g_queue_push_tail (&self->entries, entry);
  go_on (self);
}

static const char *
get_path (LegatoJournalWriter *self)
{
  return self->journal != NULL ? legato_journal_get_path (self->journal) : self->path;
}

/**
 * legato_journal_writer_hold:
 * @entry: not final yet
 * @before: (nullable): what was held until now, and is not so any more
 *
 * Writes @entry down beside the journal, which takes it in when it is opened the next time: what is
 * known of it outlives this program. To be followed by legato_journal_writer_add() or
 * legato_journal_writer_drop().
 *
 * What another program took in meanwhile stays in the journal: @entry is to have a UUID of its own.
 * What this one took in as it opened the journal does not.
 */
void
legato_journal_writer_hold (LegatoJournalWriter *self,
                            const LegatoEntry *entry,
                            const LegatoEntry *before)
{
  g_autoptr (GError) error = NULL;

  if (get_path (self) == NULL)
    return;
  if (!legato_journal_keep_waiting (get_path (self), entry, NULL, &error))
    fail (self, error);
  else if (before != NULL && !legato_journal_forget_waiting (get_path (self), before->uuid)
           && self->journal == NULL)
    g_queue_push_tail (&self->dropped, g_strdup (before->uuid));
}

/** legato_journal_writer_drop: what is held as @uuid is not so; gone wherever it is by now. */
void
legato_journal_writer_drop (LegatoJournalWriter *self, const char *uuid)
{
  if (get_path (self) == NULL || legato_journal_forget_waiting (get_path (self), uuid))
    return;
  g_queue_push_tail (&self->dropped, g_strdup (uuid));
  go_on (self);
}

/** legato_journal_writer_forget: there is nothing to remember of the session with @uuid. */
void
legato_journal_writer_forget (LegatoJournalWriter *self, const char *uuid)
{
  g_clear_pointer (&self->next, legato_running_free);
  if (self->journal != NULL)
    legato_journal_forget_running_async (self->journal, uuid, NULL, forgotten_cb,
                                         g_rc_box_acquire (self));
}
