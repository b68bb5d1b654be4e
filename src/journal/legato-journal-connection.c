/* legato-journal-connection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-journal"

#include "config.h"

#include "legato-journal-connection.h"
#include "legato-journal-watch.h"

struct _LegatoJournalConnection
{
  GObject parent_instance;

  /* Owned references */
  char *path;
  LegatoJournal *journal;
  LegatoJournalWatch *watch;
  GError *error;

  gboolean opening;
};

enum
{
  PROP_0,
  PROP_JOURNAL,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoJournalConnection, legato_journal_connection, G_TYPE_OBJECT)

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
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoJournalConnection) self = data;
  GError *error = NULL;

  self->opening = FALSE;
  self->journal = legato_journal_open_finish (result, &error);
  set_error (self, error);
  if (self->journal == NULL)
    return;
  self->watch = legato_journal_watch_new (self->journal);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL]);
}

static void
legato_journal_connection_dispose (GObject *object)
{
  LegatoJournalConnection *self = LEGATO_JOURNAL_CONNECTION (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (legato_journal_connection_parent_class)->dispose (object);
}

static void
legato_journal_connection_finalize (GObject *object)
{
  LegatoJournalConnection *self = LEGATO_JOURNAL_CONNECTION (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->error);

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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_journal_connection_class_init (LegatoJournalConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = legato_journal_connection_dispose;
  object_class->finalize = legato_journal_connection_finalize;
  object_class->get_property = legato_journal_connection_get_property;

  properties[PROP_JOURNAL] = g_param_spec_object ("journal", NULL, NULL, LEGATO_TYPE_JOURNAL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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

/**
 * legato_journal_connection_open:
 *
 * Opens the journal, or tries again after an error; does nothing while it is open or being opened.
 */
void
legato_journal_connection_open (LegatoJournalConnection *self)
{
  g_return_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self));

  if (self->journal != NULL || self->opening)
    return;
  self->opening = TRUE;
  set_error (self, NULL);
  legato_journal_open_async (self->path, NULL, opened_cb, g_object_ref (self));
}

/**
 * legato_journal_connection_set_aside:
 *
 * Keeps a file that will never open under another name, and opens a new one in its place. A file
 * that is being opened, or is only busy, stays where it is. What goes wrong becomes the error.
 */
void
legato_journal_connection_set_aside (LegatoJournalConnection *self)
{
  g_autofree char *aside = NULL;
  GError *error = NULL;

  g_return_if_fail (LEGATO_IS_JOURNAL_CONNECTION (self));

  if (self->error == NULL || !legato_journal_error_may_set_aside (self->error))
    return;
  aside = legato_journal_set_aside (self->path, &error);
  if (aside == NULL)
    {
      set_error (self, error);
      return;
    }
  g_message ("The old journal was kept as %s", aside);
  legato_journal_connection_open (self);
}
