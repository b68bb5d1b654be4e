/* legato-person-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include <time.h>

#include "legato-history.h"
#include "legato-journal-running.h"
#include "legato-person-model-private.h"
#include "legato-request.h"

enum
{
  CHANGED,
  FAILED,
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LegatoPersonModel, legato_person_model, G_TYPE_OBJECT)

static void
changed (LegatoPersonModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
legato_person_model_fail (LegatoPersonModel *self, const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

void
legato_person_model_notify_busy (LegatoPersonModel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/** legato_person_model_tell_kept: an entry is where @kept says. */
void
legato_person_model_tell_kept (LegatoPersonModel *self, LegatoKept kept)
{
  g_signal_emit (self, signals[KEPT], 0, (guint) kept);
}

void
legato_person_model_save_standing (LegatoPersonModel *self)
{
  legato_person_model_save (self, LEGATO_SAID_STANDING);
  changed (self);
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
  changed (self);
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
  changed (self);
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
    legato_person_model_read_again (self);
  g_date_clear (&from, 1);
  g_date_set_julian (&from, legato_person_model_get_today () - LEGATO_HISTORY_DAYS);
  legato_journal_list_async (self->journal, &from, NULL, 0, 0, NULL, entries_listed_cb,
                             g_object_ref (self));
  legato_journal_list_running_async (self->journal, NULL, running_listed_cb, g_object_ref (self));
}

static void
journal_changed_cb (LegatoPersonModel *self)
{
  if (self->loaded)
    legato_person_model_save_rest (self);
  else
    legato_person_model_load (self);
  self->changed_early |= !self->loaded;
  list_entries (self);
}

static void
end_to_load (LegatoPersonModel *self)
{
  self->loading = FALSE;
  self->loaded = TRUE;
  self->informed = TRUE;
  legato_person_model_save_rest (self);
  changed (self);
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
      legato_profile_unref (self->profile);
      self->profile = g_steal_pointer (&profile);
    }
  legato_journal_get_check_in_async (self->journal, NULL, check_in_loaded_cb, g_object_ref (self));
}

/** legato_person_model_load: reads what the journal knows of the person, if it is open and that is
 * not being done. */
void
legato_person_model_load (LegatoPersonModel *self)
{
  if (self->journal == NULL || self->loading)
    return;
  self->loading = TRUE;
  legato_journal_get_profile_async (self->journal, NULL, profile_loaded_cb, g_object_ref (self));
}

static void
legato_person_model_dispose (GObject *object)
{
  LegatoPersonModel *self = LEGATO_PERSON_MODEL (object);

  /* The program may end before the journal is open. */
  legato_person_model_get_unkept (self);
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_func (self->journal, journal_changed_cb, self);
  g_clear_object (&self->journal);
  g_clear_weak_pointer (&self->application);
  g_clear_pointer (&self->guide, legato_guide_unref);
  g_clear_pointer (&self->profile, legato_profile_unref);
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  g_clear_pointer (&self->answers, legato_check_in_unref);
  g_clear_pointer (&self->standing, legato_standing_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->cut_off, g_ptr_array_unref);
  g_clear_pointer (&self->unsaved_entries, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->unkept);

  G_OBJECT_CLASS (legato_person_model_parent_class)->dispose (object);
}

static void
legato_person_model_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, legato_person_model_is_busy (LEGATO_PERSON_MODEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
legato_person_model_class_init (LegatoPersonModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_person_model_dispose;
  G_OBJECT_CLASS (klass)->get_property = legato_person_model_get_property;

  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", LEGATO_TYPE_PERSON_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", LEGATO_TYPE_PERSON_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[KEPT] = g_signal_new ("kept", LEGATO_TYPE_PERSON_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
legato_person_model_init (LegatoPersonModel *self)
{
  self->profile = legato_profile_new ();
  self->unsaved_entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
  self->standing = legato_standing_new ();
  g_set_weak_pointer (&self->application, g_application_get_default ());
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

/**
 * legato_person_model_new_guest:
 * @host: who massages; their tools are at hand
 *
 * Returns: (transfer full): a model of somebody else, of whom nothing is known and nothing is kept
 */
LegatoPersonModel *
legato_person_model_new_guest (LegatoPersonModel *host)
{
  LegatoPersonModel *self = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (host), NULL);

  self = legato_person_model_new (host->guide);
  self->guest = TRUE;
  g_strfreev (self->profile->tools);
  self->profile->tools = g_strdupv (host->profile->tools);
  self->profile->usual_minutes = host->profile->usual_minutes;
  return self;
}

/** Returns: minutes that a session usually has, as the person chose; 0 for its own length, which is
 *   short after long standing or sitting: then what is usual counts only if it is short too */
guint
legato_person_model_get_usual_minutes (LegatoPersonModel *self)
{
  const LegatoPerson *person = NULL;
  guint usual = 0;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), 0);

  person = legato_person_model_get_person (self);
  usual = self->profile->usual_minutes;
  return (person->conditions & LEGATO_CONDITION_LONG_STANDING) && usual > LEGATO_PLAN_SHORT_MINUTES
             ? 0
             : usual;
}

/** Returns: whether it is of somebody of whom nothing is kept */
gboolean
legato_person_model_is_guest (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);
  return self->guest;
}

/** Returns: (transfer none) */
LegatoGuide *
legato_person_model_get_guide (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);
  return self->guide;
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
    g_signal_handlers_disconnect_by_func (self->journal, journal_changed_cb, self);
  g_clear_object (&self->journal);
  self->loading = FALSE;
  self->loaded = FALSE;
  self->opens = opens;
  legato_person_model_set_path (self, path);
  legato_person_model_save_rest (self);
  changed (self);
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
    g_signal_handlers_disconnect_by_func (self->journal, journal_changed_cb, self);
  g_set_object (&self->journal, journal);
  self->opens = TRUE;
  legato_person_model_set_path (self, legato_journal_get_path (journal));
  self->loading = FALSE;
  self->loaded = FALSE;
  self->changed_early = FALSE;
  self->listing = FALSE;
  g_signal_connect_object (journal, "changed", G_CALLBACK (journal_changed_cb), self,
                           G_CONNECT_SWAPPED);
  legato_person_model_load (self);
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
  legato_person_model_save (self, LEGATO_SAID_PROFILE);
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

/** legato_person_model_set_check_in: @check_in is copied and replaces the last one; its warning
 * signs stand from then on, see legato_person_model_answer_flag(). */
void
legato_person_model_set_check_in (LegatoPersonModel *self, const LegatoCheckIn *check_in)
{
  LegatoCheckIn *copy = NULL;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (check_in != NULL);

  copy = legato_check_in_copy (check_in);
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  self->check_in = copy;
  /* The journal raises them with the check-in that it writes. */
  for (gsize i = 0; copy->flags[i] != NULL; i++)
    legato_standing_raise_flag (self->standing, copy->flags[i], legato_check_in_get_day (copy));
  legato_person_model_save (self, LEGATO_SAID_CHECK_IN);
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

/**
 * legato_person_model_answer_soreness:
 * @soreness: of the left leg and the right, 0 to %LEGATO_RATING_MAX
 *
 * Adds that to today's check-in and to what is held ready. What was answered before, and has gone
 * into an entry since, does not go into the next one too.
 */
void
legato_person_model_answer_soreness (LegatoPersonModel *self,
                                     const LegatoZone *zone,
                                     const guint soreness[2])
{
  const LegatoCheckIn *today = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoCheckIn) check_in = NULL;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (zone != NULL);

  today = legato_person_model_get_todays_check_in (self);
  check_in = today != NULL ? legato_check_in_copy (today) : legato_check_in_new (now);
  if (self->answers == NULL)
    self->answers = legato_check_in_new (now);
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    {
      legato_check_in_set_soreness (check_in, zone->id, (LegatoLeg) leg, (int) soreness[leg]);
      legato_check_in_set_soreness (self->answers, zone->id, (LegatoLeg) leg, (int) soreness[leg]);
    }
  legato_person_model_set_check_in (self, check_in);
}

/** legato_person_model_forget: profile, check-in and what stands are gone at once, also from the
 * journal's file, or as soon as that can be written.
 */
void
legato_person_model_forget (LegatoPersonModel *self)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));

  legato_profile_unref (self->profile);
  self->profile = legato_profile_new ();
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  legato_standing_unref (self->standing);
  self->standing = legato_standing_new ();
  self->unsaved = 0;
  self->forgets = TRUE;
  self->informed = TRUE;
  legato_person_model_save (self, LEGATO_SAID_FORGET);
  changed (self);
}

/**
 * legato_person_model_bring_back:
 * @profile, @check_in: (nullable for @check_in), @standing: what was known before
 *   legato_person_model_forget()
 *
 * Undoes that: all of it is known again, and written. What was said of a sign since stands beside
 * it.
 */
void
legato_person_model_bring_back (LegatoPersonModel *self,
                                const LegatoProfile *profile,
                                const LegatoCheckIn *check_in,
                                const LegatoStanding *standing)
{
  g_autoptr (LegatoStanding) since = NULL;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (profile != NULL && standing != NULL);

  self->unsaved &= ~(guint) LEGATO_SAID_FORGET;
  self->forgets = FALSE;
  since = g_steal_pointer (&self->standing);
  self->standing = legato_standing_copy (standing);
  legato_standing_add (self->standing, since);
  legato_profile_unref (self->profile);
  self->profile = legato_profile_copy (profile);
  legato_person_model_save (self, LEGATO_SAID_PROFILE);
  if (check_in != NULL)
    {
      g_clear_pointer (&self->check_in, legato_check_in_unref);
      self->check_in = legato_check_in_copy (check_in);
      legato_person_model_save (self, LEGATO_SAID_CHECK_IN);
    }
  /* After the check-in, whose signs the journal raises, though they may have been answered. */
  legato_person_model_save_standing (self);
}

/** Returns: whether all that the journal holds of the person is here */
gboolean
legato_person_model_is_loaded (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);
  return self->guest || (self->loaded && self->entries != NULL && self->cut_off != NULL);
}

/** Returns: (transfer none): what stands until it is answered again */
const LegatoStanding *
legato_person_model_get_standing (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);
  return self->standing;
}

/** Returns: the Julian day that the calendar shows here and now */
guint32
legato_person_model_get_today (void)
{
  GDate today;

  /* Somebody who travels changes the zone while the program runs, and g_date_set_time_t() alone
   * would not look. */
  tzset ();
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return g_date_get_julian (&today);
}
