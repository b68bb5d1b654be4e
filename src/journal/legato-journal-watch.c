/* legato-journal-watch.c
 *
 * The folder is watched, not the file: what is written goes into the log beside it first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-watch.h"

/* Milliseconds between two looks while others write: so a write shows within a second. */
#define RATE_LIMIT_MS 300

struct _LegatoJournalWatch
{
  GObject parent_instance;

  /* Owned references */
  LegatoJournal *journal;
  GFileMonitor *monitor;
  GCancellable *cancellable;
  char *name; /* of the journal's file */

  gboolean looking;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (LegatoJournalWatch, legato_journal_watch, G_TYPE_OBJECT)

static void look (LegatoJournalWatch *self);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoJournalWatch) self = data;
  gboolean changed = FALSE;

  self->looking = FALSE;
  /* What keeps it from being looked at is told to whoever reads the journal next. */
  if (legato_journal_poll_finish (LEGATO_JOURNAL (source), result, &changed, NULL) && changed)
    g_signal_emit_by_name (source, "changed");
  if (self->again)
    look (self);
}

static void
look (LegatoJournalWatch *self)
{
  self->again = self->looking;
  if (self->looking || self->journal == NULL)
    return;
  self->looking = TRUE;
  legato_journal_poll_async (self->journal, self->cancellable, looked_cb, g_object_ref (self));
}

/* Only changes of the file and its log count. Where the file system has no locks, each reader makes
 * a folder beside them: to look again because of that folder would never end. */
static void
file_cb (LegatoJournalWatch *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *log = g_strconcat (self->name, "-wal", NULL);

  if (g_strcmp0 (name, self->name) == 0 || g_strcmp0 (name, log) == 0)
    look (self);
}

static void
legato_journal_watch_dispose (GObject *object)
{
  LegatoJournalWatch *self = LEGATO_JOURNAL_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (legato_journal_watch_parent_class)->dispose (object);
}

static void
legato_journal_watch_finalize (GObject *object)
{
  LegatoJournalWatch *self = LEGATO_JOURNAL_WATCH (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (legato_journal_watch_parent_class)->finalize (object);
}

static void
legato_journal_watch_class_init (LegatoJournalWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_journal_watch_dispose;
  object_class->finalize = legato_journal_watch_finalize;
}

static void
legato_journal_watch_init (LegatoJournalWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/** Returns: (transfer full): a watch over @journal, until it is dropped */
LegatoJournalWatch *
legato_journal_watch_new (LegatoJournal *journal)
{
  LegatoJournalWatch *self = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LEGATO_IS_JOURNAL (journal), NULL);

  self = g_object_new (LEGATO_TYPE_JOURNAL_WATCH, NULL);
  self->journal = g_object_ref (journal);
  file = g_file_new_for_path (legato_journal_get_path (journal));
  folder = g_file_get_parent (file);
  self->name = g_file_get_basename (file);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor == NULL)
    {
      g_message ("What others write into the journal shows at the next start: %s", error->message);
      return self;
    }
  g_file_monitor_set_rate_limit (self->monitor, RATE_LIMIT_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_cb), self, G_CONNECT_SWAPPED);
  return self;
}
