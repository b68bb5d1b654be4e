/* legato-person-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include <time.h>

#include "legato-person-maker.h"
#include "legato-person-model.h"
#include "legato-planner.h"
#include "legato-safety.h"

/* A session begins so soon after the answers that belong to it. */
#define ANSWERS_COUNT_FOR (30 * G_TIME_SPAN_MINUTE)

struct _LegatoPersonModel
{
  GObject parent_instance;

  /* Owned references */
  LegatoGuide *guide;
  LegatoJournal *journal;
  GSettings *settings;
  LegatoProfile *profile;
  LegatoCheckIn *check_in;
  LegatoCheckIn *answers; /* to be noted with the session that they were given for */
  GPtrArray *entries;
  GPtrArray *unsaved_entries; /* (element-type LegatoEntry): until the journal is open */

  LegatoPerson person;

  gboolean loaded;           /* what the journal knows is here */
  gboolean profile_unsaved;  /* said before the journal was open */
  gboolean check_in_unsaved; /* likewise */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoPersonModel, legato_person_model, G_TYPE_OBJECT)

static void
changed (LegatoPersonModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fail (LegatoPersonModel *self, const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* While the journal writes, the program stays, even if its window is closed meanwhile. */
static void
begin_to_write (void)
{
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
}

static void
end_to_write (LegatoPersonModel *self, const GError *error)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  fail (self, error);
}

static void
profile_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;

  legato_journal_set_profile_finish (LEGATO_JOURNAL (source), result, &error);
  end_to_write (self, error);
}

static void
check_in_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;

  legato_journal_set_check_in_finish (LEGATO_JOURNAL (source), result, &error);
  end_to_write (self, error);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;

  legato_journal_forget_person_finish (LEGATO_JOURNAL (source), result, &error);
  end_to_write (self, error);
}

static void
save_profile (LegatoPersonModel *self)
{
  self->profile_unsaved = !self->loaded;
  if (!self->loaded)
    return;
  begin_to_write ();
  legato_journal_set_profile_async (self->journal, self->profile, NULL, profile_saved_cb,
                                    g_object_ref (self));
}

static void
save_check_in (LegatoPersonModel *self)
{
  self->check_in_unsaved = !self->loaded;
  if (!self->loaded)
    return;
  begin_to_write ();
  legato_journal_set_check_in_async (self->journal, self->check_in, NULL, check_in_saved_cb,
                                     g_object_ref (self));
}

static void
entry_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;

  legato_journal_add_finish (LEGATO_JOURNAL (source), result, &error);
  end_to_write (self, error);
}

static void
save_entry (LegatoPersonModel *self, LegatoEntry *entry)
{
  if (!self->loaded)
    {
      g_ptr_array_add (self->unsaved_entries, legato_entry_ref (entry));
      return;
    }
  begin_to_write ();
  legato_journal_add_async (self->journal, entry, NULL, entry_saved_cb, g_object_ref (self));
}

static void
entries_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  entries = legato_journal_list_finish (LEGATO_JOURNAL (source), result, &error);
  fail (self, error);
  if (entries == NULL || LEGATO_JOURNAL (source) != self->journal)
    return;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_steal_pointer (&entries);
  changed (self);
}

static void
list_entries (LegatoPersonModel *self)
{
  GDate from;

  g_date_clear (&from, 1);
  g_date_set_julian (&from, legato_person_model_get_today () - LEGATO_PERSON_HISTORY_DAYS);
  legato_journal_list_async (self->journal, &from, NULL, 0, 0, NULL, entries_listed_cb,
                             g_object_ref (self));
}

/* The last thing that is loaded. What was said meanwhile counts, but the profile that the journal
 * knows is the better one if the person was asked for it then. */
static void
check_in_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoCheckIn) check_in = NULL;

  check_in = legato_journal_get_check_in_finish (LEGATO_JOURNAL (source), result, &error);
  fail (self, error);
  if (error != NULL || LEGATO_JOURNAL (source) != self->journal)
    return;
  self->loaded = TRUE;
  if (self->profile_unsaved)
    save_profile (self);
  if (self->check_in_unsaved)
    save_check_in (self);
  else
    {
      g_clear_pointer (&self->check_in, legato_check_in_unref);
      self->check_in = g_steal_pointer (&check_in);
    }
  for (guint i = 0; i < self->unsaved_entries->len; i++)
    save_entry (self, g_ptr_array_index (self->unsaved_entries, i));
  g_ptr_array_set_size (self->unsaved_entries, 0);
  changed (self);
}

static void
profile_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LegatoPersonModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoProfile) profile = NULL;

  profile = legato_journal_get_profile_finish (LEGATO_JOURNAL (source), result, &error);
  fail (self, error);
  if (profile == NULL || LEGATO_JOURNAL (source) != self->journal)
    return;
  if (profile->asked || !self->profile_unsaved)
    {
      legato_profile_unref (self->profile);
      self->profile = g_steal_pointer (&profile);
      self->profile_unsaved = FALSE;
    }
  legato_journal_get_check_in_async (self->journal, NULL, check_in_loaded_cb, g_object_ref (self));
}

static void
legato_person_model_dispose (GObject *object)
{
  LegatoPersonModel *self = LEGATO_PERSON_MODEL (object);

  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_func (self->journal, list_entries, self);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->guide, legato_guide_unref);
  g_clear_pointer (&self->profile, legato_profile_unref);
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  g_clear_pointer (&self->answers, legato_check_in_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->unsaved_entries, g_ptr_array_unref);

  G_OBJECT_CLASS (legato_person_model_parent_class)->dispose (object);
}

static void
legato_person_model_class_init (LegatoPersonModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_person_model_dispose;

  signals[CHANGED] = g_signal_new ("changed", LEGATO_TYPE_PERSON_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", LEGATO_TYPE_PERSON_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
legato_person_model_init (LegatoPersonModel *self)
{
  self->profile = legato_profile_new ();
  self->unsaved_entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  self->settings = g_settings_new (LEGATO_APP_ID);
}

/** Returns: (transfer full): a model of somebody of whom nothing is known yet */
LegatoPersonModel *
legato_person_model_new (LegatoGuide *guide)
{
  LegatoPersonModel *self = NULL;

  g_return_val_if_fail (guide != NULL, NULL);

  self = g_object_new (LEGATO_TYPE_PERSON_MODEL, NULL);
  self->guide = legato_guide_ref (guide);
  return self;
}

/** Returns: (transfer none) */
LegatoGuide *
legato_person_model_get_guide (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);
  return self->guide;
}

/** legato_person_model_set_journal: reads what @journal knows, and writes to it from now on. */
void
legato_person_model_set_journal (LegatoPersonModel *self, LegatoJournal *journal)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (LEGATO_IS_JOURNAL (journal));

  if (self->journal == journal)
    return;
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_func (self->journal, list_entries, self);
  g_set_object (&self->journal, journal);
  self->loaded = FALSE;
  g_signal_connect_object (journal, "changed", G_CALLBACK (list_entries), self, G_CONNECT_SWAPPED);
  legato_journal_get_profile_async (journal, NULL, profile_loaded_cb, g_object_ref (self));
  list_entries (self);
}

/** Returns: (transfer none): what the person said about themselves */
const LegatoProfile *
legato_person_model_get_profile (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);
  return self->profile;
}

/** legato_person_model_set_profile: @profile is copied and replaces what was said before. */
void
legato_person_model_set_profile (LegatoPersonModel *self, const LegatoProfile *profile)
{
  LegatoProfile *copy = NULL;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (profile != NULL);

  if (legato_profile_equal (profile, self->profile))
    return;
  copy = legato_profile_copy (profile);
  legato_profile_unref (self->profile);
  self->profile = copy;
  save_profile (self);
  changed (self);
}

/** Returns: (transfer none) (nullable): the last check-in, of whatever day */
const LegatoCheckIn *
legato_person_model_get_check_in (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);
  return self->check_in;
}

/** Returns: (transfer none) (nullable): the last check-in if it is of today */
const LegatoCheckIn *
legato_person_model_get_todays_check_in (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);

  if (self->check_in == NULL
      || legato_check_in_get_day (self->check_in) != legato_person_model_get_today ())
    return NULL;
  return self->check_in;
}

/** legato_person_model_set_check_in: @check_in is copied and replaces the last one. */
void
legato_person_model_set_check_in (LegatoPersonModel *self, const LegatoCheckIn *check_in)
{
  LegatoCheckIn *copy = NULL;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (check_in != NULL);

  copy = legato_check_in_copy (check_in);
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  self->check_in = copy;
  save_check_in (self);
  changed (self);
}

/** legato_person_model_answer: sets the check-in, and holds it ready for what it was answered for.
 */
void
legato_person_model_answer (LegatoPersonModel *self, const LegatoCheckIn *check_in)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (check_in != NULL);

  g_clear_pointer (&self->answers, legato_check_in_unref);
  self->answers = legato_check_in_copy (check_in);
  legato_person_model_set_check_in (self, check_in);
}

static void
add_ratings (LegatoEntry *entry, const LegatoCheckIn *check_in, LegatoMoment moment)
{
  for (guint i = 0; i < check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (check_in->soreness, i);

      legato_entry_add_rating (entry, place->zone, place->leg, moment, place->value);
    }
}

/* Whether what was answered last is in the journal, with a session or without. */
static gboolean
is_noted (LegatoPersonModel *self)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_date_time_compare (entry->recorded_at, self->check_in->at) >= 0)
        return TRUE;
    }
  return FALSE;
}

/* The last check-in, if the program that took it ended before it could be noted. */
static LegatoCheckIn *
find_orphan (LegatoPersonModel *self, GDateTime *began)
{
  GTimeSpan before;

  if (self->check_in == NULL || is_noted (self))
    return NULL;
  before = g_date_time_difference (began, self->check_in->at);
  return before >= 0 && before <= ANSWERS_COUNT_FOR ? legato_check_in_ref (self->check_in) : NULL;
}

/**
 * legato_person_model_add_answers:
 * @entry: a session that ended, or was cut off
 *
 * Adds what was answered before the session, once.
 */
void
legato_person_model_add_answers (LegatoPersonModel *self, LegatoEntry *entry)
{
  g_autoptr (LegatoCheckIn) answers = NULL;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (entry != NULL);

  answers = g_steal_pointer (&self->answers);
  if (answers == NULL)
    answers = find_orphan (self, entry->at);
  if (answers == NULL)
    return;
  g_strfreev (entry->reasons);
  entry->reasons = g_strdupv (answers->did);
  add_ratings (entry, answers, LEGATO_MOMENT_BEFORE);
}

/**
 * legato_person_model_note_check_in:
 *
 * Notes answers that no session followed as an entry of their own, unless they say nothing.
 *
 * Returns: whether there is an entry now
 */
gboolean
legato_person_model_note_check_in (LegatoPersonModel *self)
{
  g_autoptr (LegatoCheckIn) answers = g_steal_pointer (&self->answers);
  g_autoptr (LegatoEntry) entry = NULL;

  if (answers == NULL || legato_check_in_is_empty (answers))
    return FALSE;
  entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, answers->at);
  g_strfreev (entry->reasons);
  entry->reasons = g_strdupv (answers->did);
  add_ratings (entry, answers, LEGATO_MOMENT_CHECK_IN);
  save_entry (self, entry);
  return TRUE;
}

/**
 * legato_person_model_note_refusal:
 * @refusals: (element-type LegatoAdvice): what stood in the way
 *
 * Notes that there was no session: each rule's id, then the ids of the conditions that nobody has
 * cleared, and what was answered.
 */
void
legato_person_model_note_refusal (LegatoPersonModel *self, GPtrArray *refusals)
{
  g_autoptr (LegatoCheckIn) answers = g_steal_pointer (&self->answers);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_REFUSAL, now);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();

  g_return_if_fail (refusals != NULL);

  for (guint i = 0; i < refusals->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (refusals, i);

      if (!g_ptr_array_find_with_equal_func (reasons, advice->rule, g_str_equal, NULL))
        g_ptr_array_add (reasons, advice->rule);
    }
  for (guint i = 0; i < refusals->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (refusals, i);

      if (legato_safety_needs_clearance (advice))
        g_ptr_array_add (reasons, advice->flag);
    }
  g_ptr_array_add (reasons, NULL);
  g_strfreev (entry->reasons);
  entry->reasons = g_strdupv ((char **) reasons->pdata);
  if (answers != NULL)
    add_ratings (entry, answers, LEGATO_MOMENT_CHECK_IN);
  save_entry (self, entry);
}

/** legato_person_model_forget: profile and check-in are gone at once, also from the journal's file.
 */
void
legato_person_model_forget (LegatoPersonModel *self)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));

  legato_profile_unref (self->profile);
  self->profile = legato_profile_new ();
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  self->profile_unsaved = FALSE;
  self->check_in_unsaved = FALSE;
  if (self->journal != NULL)
    {
      begin_to_write ();
      legato_journal_forget_person_async (self->journal, NULL, forgotten_cb, g_object_ref (self));
    }
  changed (self);
}

/** Returns: (transfer none): what a plan depends on today; valid until the next call */
const LegatoPerson *
legato_person_model_get_person (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);

  legato_person_make (&self->person, self->guide, self->profile, self->check_in, self->entries,
                      legato_person_model_get_today ());
  return &self->person;
}

/**
 * legato_person_model_get_refusals:
 *
 * Returns: (transfer container) (element-type LegatoAdvice): what stands in the way of any session
 *   today, most urgent first: warning signs, and conditions that nobody has cleared
 */
GPtrArray *
legato_person_model_get_refusals (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);

  return legato_planner_get_refusals (self->guide, legato_person_model_get_person (self));
}

/** Returns: whether there is a condition for whose sake the check-in is never left out */
gboolean
legato_person_model_has_needs (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), TRUE);
  return self->profile->conditions->len > 0;
}

/**
 * legato_person_model_wants_check_in:
 *
 * Returns: whether the next session begins with the check-in: always until the conditions were
 *   asked for and while something stands in the way; else as the person chose, but at least once a
 *   day where there is a condition
 */
gboolean
legato_person_model_wants_check_in (LegatoPersonModel *self)
{
  g_autoptr (GPtrArray) refusals = NULL;
  g_autofree char *often = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), TRUE);

  refusals = legato_person_model_get_refusals (self);
  if (!self->profile->asked || refusals->len > 0)
    return TRUE;
  often = g_settings_get_string (self->settings, "check-in");
  if (g_str_equal (often, "never"))
    return legato_person_model_has_needs (self)
           && legato_person_model_get_todays_check_in (self) == NULL;
  if (g_str_equal (often, "daily"))
    return legato_person_model_get_todays_check_in (self) == NULL;
  return TRUE;
}

/** Returns: the Julian day that the calendar shows here and now */
guint32
legato_person_model_get_today (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return g_date_get_julian (&today);
}
