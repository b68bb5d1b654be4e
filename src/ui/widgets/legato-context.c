/* legato-context.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include "legato-context.h"

struct _LegatoContext
{
  GObject parent_instance;

  /* Owned references */
  LegatoGuide *guide;
  LegatoMapViews *views;
  LegatoRoutineShelf *shelf;
  LegatoJournalConnection *connection;
  LegatoAutomaticCopies *copies;
  LegatoPersonModel *person;
  LegatoThumbnails *thumbnails; /* %NULL until it is first wanted */
};

G_DEFINE_FINAL_TYPE (LegatoContext, legato_context, G_TYPE_OBJECT)

static void
journal_cb (LegatoContext *self)
{
  LegatoJournal *journal = legato_journal_connection_get_journal (self->connection);

  if (journal != NULL)
    legato_person_model_set_journal (self->person, journal);
  else
    legato_person_model_wait_for (self->person,
                                  legato_journal_connection_get_path (self->connection),
                                  legato_journal_connection_get_error (self->connection) == NULL);
}

static void
kept_cb (LegatoContext *self)
{
  legato_journal_connection_count_waiting (self->connection);
}

static void
legato_context_finalize (GObject *object)
{
  LegatoContext *self = LEGATO_CONTEXT (object);

  g_clear_object (&self->thumbnails);
  g_clear_object (&self->person);
  g_clear_object (&self->copies);
  g_clear_object (&self->connection);
  g_clear_object (&self->shelf);
  g_clear_pointer (&self->views, legato_map_views_unref);
  g_clear_pointer (&self->guide, legato_guide_unref);

  G_OBJECT_CLASS (legato_context_parent_class)->finalize (object);
}

static void
legato_context_class_init (LegatoContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_context_finalize;
}

static void
legato_context_init (LegatoContext *self)
{
}

/**
 * legato_context_new:
 * @connection: need not be open yet
 *
 * Returns: (transfer full): what the pages of a window are made with
 */
LegatoContext *
legato_context_new (LegatoGuide *guide,
                    LegatoRoutineShelf *shelf,
                    LegatoJournalConnection *connection)
{
  LegatoContext *self = NULL;

  g_return_val_if_fail (guide != NULL, NULL);
  g_return_val_if_fail (LEGATO_IS_ROUTINE_SHELF (shelf), NULL);
  g_return_val_if_fail (LEGATO_IS_JOURNAL_CONNECTION (connection), NULL);

  self = g_object_new (LEGATO_TYPE_CONTEXT, NULL);
  self->guide = legato_guide_ref (guide);
  self->views = legato_map_views_new (guide);
  self->shelf = g_object_ref (shelf);
  self->connection = g_object_ref (connection);
  self->copies = legato_automatic_copies_new (connection);
  self->person = legato_person_model_new (guide);
  g_signal_connect_object (connection, "notify::journal", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::error", G_CALLBACK (journal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  journal_cb (self);
  return self;
}

/** Returns: (transfer none): zones, techniques, routines and advice */
LegatoGuide *
legato_context_get_guide (LegatoContext *self)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (self), NULL);
  return self->guide;
}

/** Returns: (transfer none): the drawings of the legs, which all maps of the window share */
LegatoMapViews *
legato_context_get_views (LegatoContext *self)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (self), NULL);
  return self->views;
}

/** Returns: (transfer none): the legs drawn small, which all thumbnails of the window share */
LegatoThumbnails *
legato_context_get_thumbnails (LegatoContext *self)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (self), NULL);
  if (self->thumbnails == NULL)
    self->thumbnails = legato_thumbnails_new (self->views);
  return self->thumbnails;
}

/** Returns: (transfer none): the person's own routines */
LegatoRoutineShelf *
legato_context_get_shelf (LegatoContext *self)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (self), NULL);
  return self->shelf;
}

/** Returns: (transfer none): tells when the journal is open, or why it is not */
LegatoJournalConnection *
legato_context_get_connection (LegatoContext *self)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (self), NULL);
  return self->connection;
}

/** Returns: (transfer none) (nullable): the journal, once it is open */
LegatoJournal *
legato_context_get_journal (LegatoContext *self)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (self), NULL);
  return legato_journal_connection_get_journal (self->connection);
}

/** Returns: (transfer none): copies the journal, and keeps it in step with other computers */
LegatoAutomaticCopies *
legato_context_get_automatic_copies (LegatoContext *self)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (self), NULL);
  return self->copies;
}

/** Returns: (transfer none): who is massaged */
LegatoPersonModel *
legato_context_get_person (LegatoContext *self)
{
  g_return_val_if_fail (LEGATO_IS_CONTEXT (self), NULL);
  return self->person;
}
