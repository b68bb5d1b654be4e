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

/** legato_person_model_changed: a plan may come out differently now. */
void
legato_person_model_changed (LegatoPersonModel *self)
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

/** legato_person_model_keep_beside: what was said and the journal does not hold is written beside
 * it, so that it outlives this program; once all of it is held, it is removed there. */
void
legato_person_model_keep_beside (LegatoPersonModel *self)
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
legato_person_model_dispose (GObject *object)
{
  LegatoPersonModel *self = LEGATO_PERSON_MODEL (object);

  /* The program may end before the journal is open. */
  legato_person_model_get_unkept (self);
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);
  g_clear_weak_pointer (&self->application);
  g_clear_pointer (&self->guide, legato_guide_unref);
  g_clear_pointer (&self->profile, legato_profile_free);
  g_clear_pointer (&self->check_in, legato_check_in_unref);
  g_clear_pointer (&self->answers, legato_check_in_unref);
  g_clear_pointer (&self->standing, legato_standing_free);
  legato_answers_clear (&self->forgotten);
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
    legato_person_model_keep_beside (self);
  for (guint i = self->unsaved_entries->len; self->unkept == NULL && i-- > 0;)
    {
      if (legato_journal_keep_waiting (self->path, g_ptr_array_index (self->unsaved_entries, i),
                                       NULL, &self->unkept))
        g_ptr_array_remove_index (self->unsaved_entries, i);
    }
  return self->unkept;
}

/** Returns: (transfer none): what the person said about themselves */
const LegatoProfile *
legato_person_model_get_profile (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);
  return self->profile;
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
