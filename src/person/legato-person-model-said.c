/* legato-person-model-said.c: what the person says of themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include "legato-person-model-private.h"
#include "legato-person-model-testing.h"

/** legato_person_model_save_standing: what stands has changed, and is to be written. */
void
legato_person_model_save_standing (LegatoPersonModel *self)
{
  legato_person_model_save (self, LEGATO_SAID_STANDING);
  legato_person_model_changed (self);
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
  legato_profile_free (self->profile);
  self->profile = copy;
  legato_person_model_save (self, LEGATO_SAID_PROFILE);
  legato_person_model_changed (self);
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
  legato_person_model_changed (self);
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

/** Returns: whether there is, or in a journal that does not open may be, anything to forget that
 * could be brought back; not while that is being read */
gboolean
legato_person_model_can_forget (LegatoPersonModel *self)
{
  g_autoptr (LegatoProfile) nothing = legato_profile_new ();

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);

  if (!self->loaded && self->opens)
    return FALSE;
  if (!self->loaded && !(self->unsaved & LEGATO_SAID_FORGET))
    return TRUE;
  return self->check_in != NULL || !legato_standing_is_empty (self->standing)
         || !legato_profile_equal (self->profile, nothing);
}

/** legato_person_model_forget: profile, check-in and what stands are gone at once, also from the
 * journal's file, or as soon as that can be written.
 */
void
legato_person_model_forget (LegatoPersonModel *self)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));

  legato_answers_clear (&self->forgotten);
  self->forgotten.informed = self->informed;
  self->forgotten.profile = g_steal_pointer (&self->profile);
  self->forgotten.check_in = g_steal_pointer (&self->check_in);
  self->forgotten.standing = g_steal_pointer (&self->standing);
  self->unsaved_forgotten = self->unsaved;
  self->profile = legato_profile_new ();
  self->standing = legato_standing_new ();
  self->unsaved = 0;
  self->forgets = TRUE;
  self->informed = TRUE;
  legato_person_model_save (self, LEGATO_SAID_FORGET);
  legato_person_model_changed (self);
}

/**
 * legato_person_model_bring_back:
 *
 * Undoes the last legato_person_model_forget(): all that was known then is known again, and is
 * written unless the journal still holds it. What was said of a sign since stands beside it.
 */
void
legato_person_model_bring_back (LegatoPersonModel *self)
{
  g_autoptr (LegatoStanding) since = NULL;
  guint unsaved = LEGATO_SAID_PROFILE | LEGATO_SAID_STANDING;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));

  if (self->forgotten.profile == NULL)
    return;
  if (self->forgotten.check_in != NULL)
    unsaved |= LEGATO_SAID_CHECK_IN;
  since = g_steal_pointer (&self->standing);
  /* A journal that was not told to forget still knows what this program may not know. */
  if (!self->loaded && (self->unsaved & LEGATO_SAID_FORGET))
    {
      unsaved = self->unsaved_forgotten;
      self->informed = self->forgotten.informed;
    }
  self->forgets = (unsaved & LEGATO_SAID_FORGET) != 0;
  legato_profile_free (self->profile);
  self->profile = g_steal_pointer (&self->forgotten.profile);
  if (self->forgotten.check_in != NULL)
    {
      g_clear_pointer (&self->check_in, legato_check_in_unref);
      self->check_in = g_steal_pointer (&self->forgotten.check_in);
    }
  self->standing = g_steal_pointer (&self->forgotten.standing);
  legato_standing_add (self->standing, since);
  self->unsaved &= ~(guint) (LEGATO_SAID_FORGET | LEGATO_SAID_PROFILE);
  legato_person_model_save (self, unsaved);
  legato_person_model_changed (self);
}

/**
 * legato_person_model_raise_flag:
 * @id: flag of an advice: "dvt" after a stop for sharp pain in the calf, "after-swelling" …
 *
 * A warning sign was answered yes outside of a check-in. It stands from now on.
 */
void
legato_person_model_raise_flag (LegatoPersonModel *self, const char *id)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (id != NULL);

  if (legato_standing_has_flag (self->standing, id))
    return;
  legato_standing_raise_flag (self->standing, id, legato_person_model_get_today ());
  legato_person_model_save_standing (self);
}
