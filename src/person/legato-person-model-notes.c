/* legato-person-model-notes.c: what was answered, as entries of the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-person"

#include "config.h"

#include "legato-person-model-private.h"
#include "legato-safety.h"

/* Answers belong to a session that begins within this time after them. */
#define ANSWERS_COUNT_FOR (30 * G_TIME_SPAN_MINUTE)

static void
add_check_in (LegatoEntry *entry, const LegatoCheckIn *check_in, LegatoMoment moment)
{
  for (guint i = 0; i < check_in->soreness->len; i++)
    {
      const LegatoSorePlace *place = g_ptr_array_index (check_in->soreness, i);

      legato_entry_add_rating (entry, place->zone, place->leg, moment, place->value);
    }
  for (guint i = 0; i < check_in->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (check_in->feelings, i);

      legato_entry_add_feeling (entry, feeling->id, feeling->leg, feeling->value);
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
 * Adds what was answered before the session, once; nothing of a guest.
 */
void
legato_person_model_add_answers (LegatoPersonModel *self, LegatoEntry *entry)
{
  g_autoptr (LegatoCheckIn) answers = NULL;
  g_auto (GStrv) conditions = NULL;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (entry != NULL);

  answers = g_steal_pointer (&self->answers);
  if (answers == NULL)
    answers = find_orphan (self, entry->at);
  if (answers == NULL || self->guest)
    return;
  conditions = legato_check_in_dup_conditions (answers);
  for (gsize i = 0; conditions[i] != NULL; i++)
    legato_entry_add_reason (entry, conditions[i]);
  add_check_in (entry, answers, LEGATO_MOMENT_BEFORE);
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

  if (answers == NULL || self->guest || legato_check_in_is_empty (answers))
    return FALSE;
  entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, answers->at);
  g_strfreev (entry->reasons);
  entry->reasons = legato_check_in_dup_conditions (answers);
  add_check_in (entry, answers, LEGATO_MOMENT_CHECK_IN);
  legato_person_model_save_entry (self, entry);
  return TRUE;
}

/* Returns: (transfer full): an entry that says what stood in the way: each rule's id, then what
 * tells apart those that share one: the conditions that nobody has cleared, and what followed a
 * session */
static LegatoEntry *
make_refusal (GPtrArray *refusals)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_REFUSAL, now);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();

  for (guint i = 0; i < refusals->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (refusals, i);

      if (!g_ptr_array_find_with_equal_func (reasons, advice->rule, g_str_equal, NULL))
        g_ptr_array_add (reasons, advice->rule);
    }
  for (guint i = 0; i < refusals->len; i++)
    {
      const LegatoAdvice *advice = g_ptr_array_index (refusals, i);

      if (legato_safety_needs_clearance (advice) || legato_safety_is_after_effect (advice))
        g_ptr_array_add (reasons, advice->flag);
    }
  g_ptr_array_add (reasons, NULL);
  g_strfreev (entry->reasons);
  entry->reasons = g_strdupv ((char **) reasons->pdata);
  return entry;
}

/**
 * legato_person_model_note_refusal:
 * @refusals: (element-type LegatoAdvice): what stood in the way
 *
 * Notes that there was no session, and what was answered. Nothing of a guest is noted.
 */
void
legato_person_model_note_refusal (LegatoPersonModel *self, GPtrArray *refusals)
{
  g_autoptr (LegatoCheckIn) answers = g_steal_pointer (&self->answers);
  g_autoptr (LegatoEntry) entry = NULL;

  g_return_if_fail (refusals != NULL);

  if (self->guest)
    return;
  entry = make_refusal (refusals);
  if (answers != NULL)
    add_check_in (entry, answers, LEGATO_MOMENT_CHECK_IN);
  legato_person_model_save_entry (self, entry);
}

/**
 * legato_person_model_note_sign:
 * @id: flag of an advice: "dvt" after a stop for sharp pain in the calf, "after-swelling" …
 *
 * As legato_person_model_raise_flag(), and where it did not stand yet it is an entry of its own.
 * Nothing of a guest is noted.
 */
void
legato_person_model_note_sign (LegatoPersonModel *self, const char *id)
{
  const LegatoAdvice *advice = NULL;

  g_return_if_fail (LEGATO_IS_PERSON_MODEL (self));
  g_return_if_fail (id != NULL);

  advice = legato_guide_find_advice (self->guide, id);
  if (advice != NULL && !self->guest && !legato_standing_has_flag (self->standing, id))
    {
      g_autoptr (GPtrArray) refusals = g_ptr_array_new ();
      g_autoptr (LegatoEntry) entry = NULL;

      g_ptr_array_add (refusals, (gpointer) advice);
      entry = make_refusal (refusals);
      legato_person_model_save_entry (self, entry);
    }
  legato_person_model_raise_flag (self, id);
}
