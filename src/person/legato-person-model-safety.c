/* legato-person-model-safety.c: what stands in the way of a session, and what is to be asked before
 * it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-follow-ups.h"
#include "legato-person-model-private.h"
#include "legato-plan-tools.h"
#include "legato-refusal.h"
#include "legato-safety.h"

/* What is known now. @entries is to be freed when it was used. */
static LegatoHistory
get_history (LegatoPersonModel *self, GDateTime *now, GPtrArray **entries)
{
  *entries = g_ptr_array_new ();
  legato_history_list_own (self->entries, self->guide, *entries);
  legato_history_list_own (self->cut_off, self->guide, *entries);
  return (LegatoHistory){ self->profile, self->check_in, self->standing, *entries, now };
}

/**
 * legato_person_model_make_person_for:
 * @uuid: of a session that was cut off
 * @person: (out caller-allocates): what it has to mind now: all but what it did itself, and what
 *   only asks for more, of which it may have known nothing when it was made
 */
void
legato_person_model_make_person_for (LegatoPersonModel *self,
                                     const char *uuid,
                                     LegatoPerson *person)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) entries = NULL;
  LegatoHistory history;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (uuid != NULL && person != NULL);

  history = get_history (self, now, &entries);
  for (guint i = entries->len; i-- > 0;)
    if (g_str_equal (((const LegatoEntry *) g_ptr_array_index (entries, i))->uuid, uuid))
      g_ptr_array_remove_index (entries, i);
  legato_history_make_person (&history, self->guide, person);
  person->conditions &= ~(guint) (LEGATO_CONDITION_TIGHT | LEGATO_CONDITION_LONG_STANDING);
  /* After sport the sorest place asks for light work, be it only a little sore. */
  if (person->conditions & LEGATO_CONDITION_SPORT_SORENESS)
    return;
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint rank = 0; rank < LEGATO_MAX_ZONES; rank++)
      if (person->soreness[leg][rank] < LEGATO_SORE_GENTLE)
        person->soreness[leg][rank] = 0;
}

/** Returns: (transfer none): what a plan depends on now; valid until the next call */
const LegatoPerson *
legato_person_model_get_person (LegatoPersonModel *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) entries = NULL;
  LegatoHistory history;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);

  history = get_history (self, now, &entries);
  legato_history_make_person (&history, self->guide, &self->person);
  return &self->person;
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

/**
 * legato_person_model_get_refusals:
 *
 * Returns: (transfer container) (element-type LegatoAdvice): what stands in the way of any session
 *   now, most urgent first: warning signs that stand, and conditions that nobody has cleared
 */
GPtrArray *
legato_person_model_get_refusals (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);

  return legato_planner_get_refusals (self->guide, legato_person_model_get_person (self));
}

/**
 * legato_person_model_may_continue:
 * @plan: of a session that was cut off
 * @uuid: of that session
 *
 * What it was made for may no longer be so: a warning sign has come up since, a place is sore or
 * marked, or a partner answers otherwise than before.
 *
 * Returns: %FALSE with @error set if it may not go on
 */
gboolean
legato_person_model_may_continue (LegatoPersonModel *self,
                                  LegatoPlan *plan,
                                  const char *uuid,
                                  GError **error)
{
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) tools = NULL;
  g_autoptr (GError) broken = NULL;
  LegatoPerson person;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH, .person = &person };

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);
  g_return_val_if_fail (plan != NULL && uuid != NULL, FALSE);

  refusals = legato_person_model_get_refusals (self);
  if (refusals->len > 0)
    {
      g_set_error_literal (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_REFUSED,
                           ((const LegatoAdvice *) refusals->pdata[0])->advice.text);
      return FALSE;
    }
  legato_person_model_make_person_for (self, uuid, &person);
  tools = legato_plan_list_tools (plan);
  request.routine = legato_plan_get_routine (plan);
  request.goal = legato_plan_get_goal (plan);
  request.tools = (const char *const *) tools->pdata;
  if (legato_safety_check_continued (plan, &request, &broken))
    return TRUE;
  g_debug ("%s", broken->message);
  g_set_error_literal (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_RULE,
                       _ ("What you said calls for another session. Begin a new one."));
  return FALSE;
}

/* Of several questions for one sign the most urgent one counts. */
static LegatoUrgency
get_urgency (LegatoPersonModel *self, const char *id)
{
  GPtrArray *advice = legato_guide_get_advice (self->guide);
  LegatoUrgency urgency = LEGATO_URGENCY_SOON;

  for (guint i = 0; i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      if (g_str_equal (item->flag, id))
        urgency = MAX (urgency, item->urgency);
    }
  return urgency;
}

/** Returns: whether "it is gone" ends the warning sign @id: not one that wants help at once or now
 */
gboolean
legato_person_model_may_be_gone (LegatoPersonModel *self, const char *id)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return get_urgency (self, id) < LEGATO_URGENCY_NOW;
}

/* Legs that a doctor has looked at are still swollen (docs/domain.md §6). */
static void
keep_swelling (LegatoPersonModel *self)
{
  const char *id = legato_condition_to_id (LEGATO_CONDITION_SWELLING);
  g_autoptr (LegatoProfile) profile = legato_profile_copy (self->profile);

  if (legato_profile_find_condition (profile, id) != NULL)
    return;
  legato_profile_set_condition (profile, id, legato_person_model_get_today (), 0);
  legato_person_model_set_profile (self, profile);
}

/**
 * legato_person_model_answer_flag:
 * @id: a warning sign that stands
 * @answer: %LEGATO_FLAG_LOOKED_AT, or %LEGATO_FLAG_GONE if legato_person_model_may_be_gone()
 *
 * The only way in which a warning sign stops to stand. The day is noted. Swelling that was looked
 * at becomes a condition, until the person takes it back.
 *
 * Returns: whether it does no longer stand
 */
gboolean
legato_person_model_answer_flag (LegatoPersonModel *self, const char *id, LegatoFlagAnswer answer)
{
  const LegatoFlag *flag = NULL;
  LegatoSign sign;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);
  g_return_val_if_fail (id != NULL && answer != LEGATO_FLAG_STANDS, FALSE);

  flag = legato_standing_find_flag (self->standing, id);
  if (flag == NULL || flag->answer != LEGATO_FLAG_STANDS)
    return TRUE;
  if (answer == LEGATO_FLAG_GONE && !legato_person_model_may_be_gone (self, id))
    return FALSE;
  if (answer == LEGATO_FLAG_LOOKED_AT && legato_sign_from_id (id, &sign)
      && sign == LEGATO_SIGN_SWELLING)
    keep_swelling (self);
  legato_standing_set_flag (self->standing, id, flag->since, answer,
                            legato_person_model_get_today ());
  legato_person_model_save_standing (self);
  return TRUE;
}

/** Returns: (transfer full) (element-type LegatoStoppedPlace): see legato_history_list_stopped();
 *   valid until the model's `changed` */
GArray *
legato_person_model_list_stopped (LegatoPersonModel *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) entries = NULL;
  LegatoHistory history;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);

  history = get_history (self, now, &entries);
  return legato_history_list_stopped (&history, self->guide);
}

/**
 * legato_person_model_set_fine:
 * @place: one of legato_person_model_list_stopped() with @may_be_fine
 *
 * The place is fine again, as the person says: it is touched lightly in the next session.
 */
void
legato_person_model_set_fine (LegatoPersonModel *self, const LegatoStoppedPlace *place)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (place != NULL && place->may_be_fine);

  legato_standing_set_fine (self->standing, place->stop, place->zone->id, place->leg,
                            legato_person_model_get_today ());
  legato_person_model_save_standing (self);
}

/**
 * legato_person_model_list_findings:
 *
 * Returns: (transfer full) (element-type LegatoFinding): what to ask or say before the next session
 *   and in the journal because of what that holds, most urgent first; see legato_findings_list()
 */
GPtrArray *
legato_person_model_list_findings (LegatoPersonModel *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) entries = NULL;
  LegatoHistory history;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), NULL);

  history = get_history (self, now, &entries);
  return legato_findings_list (&history, self->guide);
}

/** Returns: whether the journal asks for a warning sign (legato_findings_list()), and nobody
 * answered: it is asked before any session begins or goes on */
gboolean
legato_person_model_has_question (LegatoPersonModel *self)
{
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);

  findings = legato_person_model_list_findings (self);
  for (guint i = 0; i < findings->len; i++)
    if (((const LegatoFinding *) g_ptr_array_index (findings, i))->flag != NULL)
      return TRUE;
  return FALSE;
}

/**
 * legato_person_model_answer_finding:
 * @yes: the answer to its question; "I don't know" is yes; means nothing if there is no question
 *
 * It was asked, or said, and is not any more. Answered yes, its warning sign stands, and is noted.
 */
void
legato_person_model_answer_finding (LegatoPersonModel *self,
                                    const LegatoFinding *finding,
                                    gboolean yes)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (finding != NULL);

  legato_finding_set_asked (finding, self->standing);
  if (yes && finding->flag != NULL && !legato_standing_has_flag (self->standing, finding->flag))
    legato_person_model_note_sign (self, finding->flag);
  else
    legato_person_model_save_standing (self);
}

/**
 * legato_person_model_answer_stop:
 * @stop: (nullable): UUID of the stop; %NULL for a guest, of whom none is kept
 * @yes: the answer to the question of legato_findings_get_stop_flag()
 *
 * It was asked there and then, and is not asked again.
 */
void
legato_person_model_answer_stop (LegatoPersonModel *self, const char *stop, gboolean yes)
{
  LegatoFinding finding =
      legato_finding_for_stop (stop != NULL ? stop : "", legato_person_model_get_today ());

  legato_person_model_answer_finding (self, &finding, yes);
}

/* R-AFTER is asked for on the day of a session and so many after it (docs/domain.md §7). */
#define AFTER_EFFECT_DAYS 2

#define AFTER_RULE "R-AFTER"

/* Returns: how many days ago the latest session on their own legs was; more than any if unknown */
static guint32
get_days_since_session (LegatoPersonModel *self)
{
  guint32 today = legato_person_model_get_today ();
  const LegatoEntry *session =
      self->entries != NULL ? legato_follow_ups_get_session (self->entries) : NULL;

  if (session == NULL)
    return G_MAXUINT32;
  return today - MIN (today, legato_entry_get_day (session));
}

/** Returns: whether what may follow a session is to be among what a check-in asks */
gboolean
legato_person_model_asks_after_effects (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);
  return get_days_since_session (self) <= AFTER_EFFECT_DAYS;
}

/** Returns: whether that is to be asked by itself today: on the day of the session its rating did,
 *   and once a day is enough */
gboolean
legato_person_model_wants_after_effects (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), FALSE);
  return legato_person_model_asks_after_effects (self) && get_days_since_session (self) > 0
         && legato_standing_get_asked (self->standing, AFTER_RULE, NULL, LEGATO_LEG_BOTH)
                != legato_person_model_get_today ();
}

/** legato_person_model_set_after_effects_asked: they were asked for it today, whatever they said.
 */
void
legato_person_model_set_after_effects_asked (LegatoPersonModel *self)
{
  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));

  if (!legato_person_model_wants_after_effects (self))
    return;
  legato_standing_set_asked (self->standing, AFTER_RULE, NULL, LEGATO_LEG_BOTH,
                             legato_person_model_get_today ());
  legato_person_model_save_standing (self);
}

/* Conditions of a day, or of the last session: they ask for nothing on the next day. */
#define PASSING                                                                                    \
  (LEGATO_CONDITION_TIGHT | LEGATO_CONDITION_SPORT_SORENESS | LEGATO_CONDITION_LONG_STANDING       \
   | LEGATO_CONDITION_WORSE_AFTER_LAST)

/** Returns: whether there is something for whose sake the check-in is never left out: a condition,
 *   a numb place or one where veins show, a warning sign that stands, or a place that was stopped
 */
gboolean
legato_person_model_has_needs (LegatoPersonModel *self)
{
  const LegatoPerson *person = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), TRUE);

  person = legato_person_model_get_person (self);
  return (person->conditions & ~(guint) PASSING) != 0 || person->signs != 0
         || (person->stopped[LEGATO_LEG_LEFT] | person->stopped[LEGATO_LEG_RIGHT]
             | person->tender[LEGATO_LEG_LEFT] | person->tender[LEGATO_LEG_RIGHT])
                != 0;
}

/**
 * legato_person_model_wants_check_in:
 *
 * Returns: whether the next session begins with the check-in: always until the conditions were
 *   asked for, while something stands in the way, and while the journal calls for a question; else
 *   as the person chose, but at least once a day as legato_person_model_has_needs() says
 */
gboolean
legato_person_model_wants_check_in (LegatoPersonModel *self)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *often = NULL;

  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), TRUE);

  refusals = legato_person_model_get_refusals (self);
  findings = legato_person_model_list_findings (self);
  if (!self->profile->asked || refusals->len > 0 || findings->len > 0)
    return TRUE;
  settings = g_settings_new (LEGATO_APP_ID);
  often = g_settings_get_string (settings, "check-in");
  if (g_str_equal (often, "never"))
    return legato_person_model_has_needs (self)
           && legato_person_model_get_todays_check_in (self) == NULL;
  if (g_str_equal (often, "daily"))
    return legato_person_model_get_todays_check_in (self) == NULL;
  return TRUE;
}

/** Returns: whether the person is to be asked how they are before a session begins or goes on, even
 *   if they were when it was prepared: the journal calls for a question, or they have a check-in to
 *   do of which today knows nothing */
gboolean
legato_person_model_must_ask (LegatoPersonModel *self)
{
  g_return_val_if_fail (LEGATO_IS_PERSON_MODEL (self), TRUE);
  return legato_person_model_has_question (self)
         || (legato_person_model_get_todays_check_in (self) == NULL
             && legato_person_model_wants_check_in (self));
}
