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

/* What was said and the journal does not hold is written beside it, so that it outlives this
 * program; once all of it is held, it is removed there. */
static void
keep_beside (LegatoPersonModel *self)
{
  LegatoAnswers answers = { .forget = (self->unsaved & LEGATO_SAID_FORGET) != 0,
                            .informed = self->informed };

  if (self->path == NULL)
    return;
  if (self->unsaved == 0)
    {
      if (self->beside)
        legato_journal_forget_answers (self->path);
      self->beside = FALSE;
      g_clear_error (&self->unkept);
      return;
    }
  if (self->unsaved & LEGATO_SAID_PROFILE)
    answers.profile = self->profile;
  if (self->unsaved & LEGATO_SAID_CHECK_IN)
    answers.check_in = self->check_in;
  if (self->unsaved & LEGATO_SAID_STANDING)
    answers.standing = self->standing;
  self->beside = TRUE;
  g_clear_error (&self->unkept);
  if (!legato_journal_keep_answers (self->path, &answers, &self->unkept))
    legato_person_model_fail (self, self->unkept);
  /* Whoever holds the journal tries again. */
  else if (self->journal != NULL)
    g_signal_emit_by_name (self->journal, "waits");
}

static void
end_to_write (LegatoPersonModel *self)
{
  self->n_writing--;
  if (self->n_writing == 0)
    keep_beside (self);
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

/** legato_person_model_save_rest: tries again to write all that the journal does not hold yet. */
void
legato_person_model_save_rest (LegatoPersonModel *self)
{
  g_autoptr (GPtrArray) entries = g_steal_pointer (&self->unsaved_entries);

  self->unsaved_entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  for (guint i = 0; i < entries->len; i++)
    legato_person_model_save_entry (self, g_ptr_array_index (entries, i));
  if (self->loaded)
    save_person (self);
  else
    keep_beside (self);
}

/** legato_person_model_save: @what was said (#LegatoSaid) and is written, as soon as that can be.
 */
void
legato_person_model_save (LegatoPersonModel *self, guint what)
{
  self->n_said++;
  self->unsaved |= what;
  self->told &= ~what;
  if (self->loaded)
    {
      save_person (self);
      return;
    }
  keep_beside (self);
  legato_person_model_load (self);
}

/* What an earlier program could not write is older than what this one was told. */
static void
take_up (LegatoPersonModel *self, LegatoAnswers *answers)
{
  g_autoptr (LegatoStanding) said = NULL;

  if (answers->forget)
    self->unsaved |= LEGATO_SAID_FORGET;
  self->forgets |= answers->forget;
  if (answers->profile != NULL && !(self->unsaved & LEGATO_SAID_PROFILE))
    {
      legato_profile_unref (self->profile);
      self->profile = g_steal_pointer (&answers->profile);
      self->informed = answers->informed;
      self->unsaved |= LEGATO_SAID_PROFILE;
    }
  if (answers->check_in != NULL && !(self->unsaved & LEGATO_SAID_CHECK_IN))
    {
      g_clear_pointer (&self->check_in, legato_check_in_unref);
      self->check_in = g_steal_pointer (&answers->check_in);
      self->unsaved |= LEGATO_SAID_CHECK_IN;
    }
  if (answers->standing != NULL)
    {
      said = g_steal_pointer (&self->standing);
      self->standing = g_steal_pointer (&answers->standing);
      legato_standing_add (self->standing, said);
      self->unsaved |= LEGATO_SAID_STANDING;
    }
}

/** legato_person_model_set_path: takes up what waits beside the journal at @path, once. */
void
legato_person_model_set_path (LegatoPersonModel *self, const char *path)
{
  g_auto (LegatoAnswers) answers = { 0 };
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (path, self->path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  if (legato_journal_read_answers (path, &answers, &error))
    take_up (self, &answers);
  legato_person_model_fail (self, error);
  self->beside = legato_journal_has_answers (path);
}

/** Returns: whether something is on its way into the journal */
gboolean
legato_person_model_is_busy (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);
  return self->n_writing > 0;
}

/**
 * legato_person_model_get_unkept:
 *
 * To be asked before the program ends, and before the model is gone: what waits for a journal that
 * is being opened is written beside it.
 *
 * Returns: (transfer none) (nullable): why something that was said is neither in the journal nor
 *   beside it
 */
const GError *
legato_person_model_get_unkept (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);

  if (self->path == NULL)
    return NULL;
  if (self->unkept != NULL)
    keep_beside (self);
  for (guint i = self->unsaved_entries->len; self->unkept == NULL && i-- > 0;)
    {
      if (legato_journal_keep_waiting (self->path, g_ptr_array_index (self->unsaved_entries, i),
                                       NULL, &self->unkept))
        g_ptr_array_remove_index (self->unsaved_entries, i);
    }
  return self->unkept;
}
