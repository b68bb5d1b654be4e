/* legato-person-model-load.c: what the journal says of the person, when it is opened and when
 * others have written to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include "legato-history.h"
#include "legato-journal-running.h"
#include "legato-person-model-private.h"

/* Whether what was read of the person is what the journal knows now: not if they said something
 * since it was asked, which is in the journal by the next time. */
static gboolean
is_news (LegatoPersonModel *self, gpointer journal)
{
  if (journal != self->journal)
    return FALSE;
  self->list_again |= self->n_said != self->n_said_when_listing;
  return self->n_said == self->n_said_when_listing;
}

static void
profile_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoProfile) profile = NULL;

  profile = legato_journal_get_profile_finish (LEGATO_JOURNAL (source), result, &error);
  legato_person_model_fail (self, error);
  if (profile == NULL || !is_news (self, source)
      || (self->unsaved & (LEGATO_SAID_FORGET | LEGATO_SAID_PROFILE)))
    return;
  legato_profile_free (self->profile);
  self->profile = g_steal_pointer (&profile);
}

static void
check_in_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoCheckIn) check_in = NULL;

  check_in = legato_journal_get_check_in_finish (LEGATO_JOURNAL (source), result, &error);
  legato_person_model_fail (self, error);
  if (error != NULL || !is_news (self, source)
      || (self->unsaved & (LEGATO_SAID_FORGET | LEGATO_SAID_CHECK_IN)))
    return;
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  self->check_in = g_steal_pointer (&check_in);
}

static void
standing_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStanding) standing = NULL;

  standing = legato_journal_get_standing_finish (LEGATO_JOURNAL (source), result, &error);
  legato_person_model_fail (self, error);
  if (standing == NULL || !is_news (self, source)
      || (self->unsaved & (LEGATO_SAID_FORGET | LEGATO_SAID_STANDING)))
    return;
  legato_standing_free (self->standing);
  self->standing = g_steal_pointer (&standing);
}

/* A copy that was put back, another program or another computer may know the person otherwise. The
 * calls keep their order: `changed` follows with the entries. */
static void
read_again (LegatoPersonModel *self)
{
  self->n_said_when_listing = self->n_said;
  legato_journal_get_profile_async (self->journal, NULL, profile_read_cb, g_object_ref (self));
  legato_journal_get_check_in_async (self->journal, NULL, check_in_read_cb, g_object_ref (self));
  legato_journal_get_standing_async (self->journal, NULL, standing_read_cb, g_object_ref (self));
}

static void list_entries (LegatoPersonModel *self);

static void
entries_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  entries = legato_journal_list_finish (LEGATO_JOURNAL (source), result, &error);
  legato_person_model_fail (self, error);
  if (LEGATO_JOURNAL (source) != self->journal)
    return;
  self->listing = FALSE;
  if (self->list_again)
    list_entries (self);
  if (entries == NULL)
    return;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_steal_pointer (&entries);
  legato_person_model_changed (self);
}

/* What was done of a session that was cut off counts, whether it is taken up again or not. */
static void
running_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) running = NULL;

  running = legato_journal_list_running_finish (LEGATO_JOURNAL (source), result, &error);
  legato_person_model_fail (self, error);
  if (running == NULL || LEGATO_JOURNAL (source) != self->journal)
    return;
  g_clear_pointer (&self->cut_off, g_ptr_array_unref);
  self->cut_off = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  for (guint i = 0; i < running->len; i++)
    g_ptr_array_add (self->cut_off, legato_running_make_entry (g_ptr_array_index (running, i)));
  legato_person_model_changed (self);
}

/* Of a thousand changes in a row, as an import makes them, not each is read again: those that come
 * while it is read are read together. */
static void
list_entries (LegatoPersonModel *self)
{
  GDate from;

  self->list_again = self->listing;
  if (self->listing)
    return;
  self->listing = TRUE;
  if (self->loaded)
    read_again (self);
  g_date_clear (&from, 1);
  g_date_set_julian (&from, legato_person_model_get_today () - LEGATO_HISTORY_DAYS);
  legato_journal_list_async (self->journal, &from, NULL, 0, 0, NULL, entries_listed_cb,
                             g_object_ref (self));
  legato_journal_list_running_async (self->journal, NULL, running_listed_cb, g_object_ref (self));
}

static void
end_to_load (LegatoPersonModel *self)
{
  self->loading = FALSE;
  self->loaded = TRUE;
  self->informed = TRUE;
  legato_person_model_save_rest (self);
  legato_person_model_changed (self);
  if (self->changed_early)
    list_entries (self);
  self->changed_early = FALSE;
}

/* Returns: whether @source is still the journal that is being loaded; if it failed, it is loaded
 * anew with the next change. What it knows of somebody who wants it forgotten does not count. */
static gboolean
goes_on_loading (LegatoPersonModel *self, gpointer source, const GError *error)
{
  legato_person_model_fail (self, error);
  if (source != self->journal)
    return FALSE;
  if (self->unsaved & LEGATO_SAID_FORGET)
    {
      end_to_load (self);
      return FALSE;
    }
  self->loading = error == NULL;
  return self->loading;
}

/* The last thing that is loaded. What was said meanwhile counts. */
static void
standing_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoStanding) standing = NULL;
  g_autoptr (LegatoStanding) early = NULL;

  standing = legato_journal_get_standing_finish (LEGATO_JOURNAL (source), result, &error);
  if (!goes_on_loading (self, source, error))
    return;
  early = g_steal_pointer (&self->standing);
  self->standing = g_steal_pointer (&standing);
  legato_standing_add (self->standing, early);
  if (!legato_standing_is_empty (early))
    self->unsaved |= LEGATO_SAID_STANDING;
  end_to_load (self);
}

static void
check_in_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoCheckIn) check_in = NULL;

  check_in = legato_journal_get_check_in_finish (LEGATO_JOURNAL (source), result, &error);
  if (!goes_on_loading (self, source, error))
    return;
  if (!(self->unsaved & LEGATO_SAID_CHECK_IN))
    {
      g_clear_pointer (&self->check_in, legato_check_in_unref);
      self->check_in = g_steal_pointer (&check_in);
    }
  legato_journal_get_standing_async (self->journal, NULL, standing_loaded_cb, g_object_ref (self));
}

/* What was said without knowing what the journal knows is added to that, if the person was asked
 * for it then: their joints, tools and habits. */
static void
profile_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoProfile) profile = NULL;

  profile = legato_journal_get_profile_finish (LEGATO_JOURNAL (source), result, &error);
  if (!goes_on_loading (self, source, error))
    return;
  if (!(self->unsaved & LEGATO_SAID_PROFILE) || (profile->asked && !self->informed))
    {
      if ((self->unsaved & LEGATO_SAID_PROFILE) && !legato_profile_add (profile, self->profile))
        self->unsaved &= ~(guint) LEGATO_SAID_PROFILE;
      legato_profile_free (self->profile);
      self->profile = g_steal_pointer (&profile);
    }
  legato_journal_get_check_in_async (self->journal, NULL, check_in_loaded_cb, g_object_ref (self));
}

/* Reads what the journal knows of the person, if it is open and that is
 * not being done. */
static void
load (LegatoPersonModel *self)
{
  if (self->journal == NULL || self->loading)
    return;
  self->loading = TRUE;
  legato_journal_get_profile_async (self->journal, NULL, profile_loaded_cb, g_object_ref (self));
}

static void
journal_changed_cb (LegatoPersonModel *self)
{
  if (self->loaded)
    legato_person_model_save_rest (self);
  else
    load (self);
  self->changed_early |= !self->loaded;
  list_entries (self);
}

/** legato_person_model_save: @what was said (#LegatoSaid) and is written, as soon as that can be.
 */
void
legato_person_model_save (LegatoPersonModel *self, guint what)
{
  self->n_said++;
  self->unsaved |= what;
  self->told &= ~what;
  legato_person_model_write (self);
  if (!self->loaded)
    load (self);
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
      legato_profile_free (self->profile);
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

/* Takes up what waits beside the journal at @path, once. */
static void
set_path (LegatoPersonModel *self, const char *path)
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

/**
 * legato_person_model_wait_for:
 * @path: of a journal that is not open
 * @opens: it is being opened; if not, what would be an entry is written down beside it now
 *
 * What is said is written down beside the journal, until legato_person_model_set_journal() says
 * that it is open. What an earlier program wrote there counts from now on.
 */
void
legato_person_model_wait_for (LegatoPersonModel *self, const char *path, gboolean opens)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (path != NULL);

  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);
  self->loading = FALSE;
  self->loaded = FALSE;
  self->opens = opens;
  set_path (self, path);
  legato_person_model_save_rest (self);
  legato_person_model_changed (self);
}

/** legato_person_model_set_journal: reads what @journal knows, and writes to it from now on; to be
 * called whenever the journal has been opened, which may be long after the model was made. */
void
legato_person_model_set_journal (LegatoPersonModel *self, LegatoJournal *journal)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self) && !self->guest);
  g_return_if_fail (LEGATO_IS_JOURNAL (journal));

  if (self->journal == journal)
    return;
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_set_object (&self->journal, journal);
  self->opens = TRUE;
  set_path (self, legato_journal_get_path (journal));
  self->loading = FALSE;
  self->loaded = FALSE;
  self->changed_early = FALSE;
  self->listing = FALSE;
  g_signal_connect_object (journal, "changed", G_CALLBACK (journal_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
  list_entries (self);
}
