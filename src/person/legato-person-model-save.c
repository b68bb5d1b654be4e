/* legato-person-model-save.c: what the person said and the journal does not hold yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include "legato-journal-keep.h"
#include "legato-person-model-private.h"

/* While the journal writes, the program stays, even if its window is closed meanwhile. */
static void
begin_to_write (LegatoPersonModel *self)
{
  if (self->application != NULL)
    g_application_hold (self->application);
  self->n_writing++;
  legato_person_model_notify_busy (self);
}

static void
end_to_write (LegatoPersonModel *self)
{
  self->n_writing--;
  if (self->n_writing == 0)
    legato_person_model_keep_beside (self);
  legato_person_model_notify_busy (self);
  if (self->application != NULL)
    g_application_release (self->application);
}

/* What could not be written is unsaved again, and is tried again when the journal changes: that is
 * when it could be written. Of what fails again and again that is told once. */
static void
end_to_save (LegatoPersonModel *self, guint what, const GError *error)
{
  if (error != NULL)
    {
      self->unsaved |= what;
      if ((self->told & what) != what)
        legato_person_model_fail (self, error);
      self->told |= what;
    }
  else
    self->told &= ~what;
  end_to_write (self);
}

static void
profile_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;

  legato_journal_set_profile_finish (LEGATO_JOURNAL (source), result, &error);
  end_to_save (self, LEGATO_SAID_PROFILE, error);
}

/* Its warning signs are written with it. Those of one that could not be are not in the next. */
static void
check_in_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;

  if (!legato_journal_set_check_in_finish (LEGATO_JOURNAL (source), result, &error))
    self->unsaved |= LEGATO_SAID_STANDING;
  end_to_save (self, LEGATO_SAID_CHECK_IN, error);
}

static void
standing_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;

  legato_journal_set_standing_finish (LEGATO_JOURNAL (source), result, &error);
  end_to_save (self, LEGATO_SAID_STANDING, error);
}

/* All that was said since is to be written after it. */
static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;

  legato_journal_forget_person_finish (LEGATO_JOURNAL (source), result, &error);
  if (error != NULL && self->forgets)
    self->unsaved |= LEGATO_SAID_FORGET | LEGATO_SAID_PROFILE | LEGATO_SAID_STANDING
                     | (self->check_in != NULL ? LEGATO_SAID_CHECK_IN : 0);
  self->forgets = self->forgets && error != NULL;
  legato_person_model_fail (self, error);
  end_to_write (self);
}

/* In this order: the journal raises the signs of a check-in, though they may have been answered
 * since. */
static void
save_person (LegatoPersonModel *self)
{
  guint what = self->unsaved;

  self->unsaved = 0;
  if (what == 0)
    return;
  /* What is being read of the person is older. */
  self->n_said++;
  if (what & LEGATO_SAID_FORGET)
    {
      begin_to_write (self);
      legato_journal_forget_person_async (self->journal, NULL, forgotten_cb, g_object_ref (self));
    }
  if (what & LEGATO_SAID_PROFILE)
    {
      begin_to_write (self);
      legato_journal_set_profile_async (self->journal, self->profile, NULL, profile_saved_cb,
                                        g_object_ref (self));
    }
  if (what & LEGATO_SAID_CHECK_IN)
    {
      begin_to_write (self);
      legato_journal_set_check_in_async (self->journal, self->check_in, NULL, check_in_saved_cb,
                                         g_object_ref (self));
    }
  if (what & LEGATO_SAID_STANDING)
    {
      begin_to_write (self);
      legato_journal_set_standing_async (self->journal, self->standing, NULL, standing_saved_cb,
                                         g_object_ref (self));
    }
}

/* An entry on its way into the journal. */
typedef struct
{
  LegatoPersonModel *model;
  LegatoEntry *entry;
} Saving;

/* What is wrong with the entry itself does not pass; all else is tried again. */
static void
entry_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (LegatoPersonModel) self = saving->model;
  g_autoptr (LegatoEntry) entry = saving->entry;
  g_autoptr (GError) error = NULL;
  LegatoKept kept = legato_journal_keep_finish (LEGATO_JOURNAL (source), result, &error);

  if (kept == LEGATO_KEPT_NOWHERE
      && !g_error_matches (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID))
    g_ptr_array_add (self->unsaved_entries, g_steal_pointer (&entry));
  legato_person_model_tell_kept (self, kept);
  legato_person_model_fail (self, error);
  end_to_write (self);
}

/** legato_person_model_save_entry: what would be an entry goes into the journal, or beside one that
 * does not open. */
void
legato_person_model_save_entry (LegatoPersonModel *self, LegatoEntry *entry)
{
  g_autoptr (GError) error = NULL;

  if (self->loaded)
    {
      Saving *saving = g_new0 (Saving, 1);

      saving->model = g_object_ref (self);
      saving->entry = legato_entry_ref (entry);
      begin_to_write (self);
      legato_journal_keep_async (self->journal, entry, NULL, NULL, entry_saved_cb, saving);
    }
  else if (self->path != NULL && !self->opens
           && legato_journal_keep_waiting (self->path, entry, NULL, &error))
    legato_person_model_tell_kept (self, LEGATO_KEPT_WAITING);
  else
    g_ptr_array_add (self->unsaved_entries, legato_entry_ref (entry));
  legato_person_model_fail (self, error);
}

/** legato_person_model_write: what was said goes into the journal, or beside one that is not read
 * yet. */
void
legato_person_model_write (LegatoPersonModel *self)
{
  if (self->loaded)
    save_person (self);
  else
    legato_person_model_keep_beside (self);
}

/** legato_person_model_save_rest: tries again to write all that the journal does not hold yet. */
void
legato_person_model_save_rest (LegatoPersonModel *self)
{
  g_autoptr (GPtrArray) entries = g_steal_pointer (&self->unsaved_entries);

  self->unsaved_entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  for (guint i = 0; i < entries->len; i++)
    legato_person_model_save_entry (self, g_ptr_array_index (entries, i));
  legato_person_model_write (self);
}
