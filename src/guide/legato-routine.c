/* legato-routine.c: routines as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-guide"

#include "config.h"

#include <string.h>

#include "legato-routine.h"

/**
 * legato_routine_make_id:
 *
 * Returns: (transfer full): an id that no other routine has, on this computer or another; an id
 *   begins with a letter, which a UUID need not
 */
char *
legato_routine_make_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat ("own-", uuid, NULL);
}

/**
 * legato_routine_new:
 * @id: see legato_routine_make_id()
 *
 * Returns: (transfer full): an own routine without steps
 */
LegatoRoutine *
legato_routine_new (const char *id, const char *name)
{
  LegatoRoutine *self = NULL;

  g_return_val_if_fail (id != NULL && name != NULL, NULL);

  self = g_new0 (LegatoRoutine, 1);
  self->own = TRUE;
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->summary = g_strdup ("");
  self->source = g_strdup ("");
  self->minutes = g_new0 (guint, 1);
  self->distal_first = TRUE;
  self->preparation = g_ptr_array_new ();
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_step_free);
  self->leg_steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_step_free);
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_routine_step_free);
  return self;
}

/**
 * legato_routine_copy:
 *
 * Returns: (transfer full): an own routine that is like @self, be that shipped or own, and has its
 *   id; the sources of a shipped one vouch for that one only
 */
LegatoRoutine *
legato_routine_copy (const LegatoRoutine *self)
{
  LegatoRoutine *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = legato_routine_new (self->id, self->name);
  g_free (copy->summary);
  copy->summary = g_strdup (self->summary);
  copy->words = g_strdup (self->words);
  copy->distal_first = self->distal_first;
  copy->partner = self->partner;
  copy->dressed = self->dressed;
  copy->no_rest = self->no_rest;
  copy->given_by = g_strdup (self->given_by);
  copy->times_a_week = self->times_a_week;
  copy->prepare = g_strdup (self->prepare);
  g_ptr_array_extend (copy->preparation, self->preparation, NULL, NULL);
  copy->own_minutes = self->own_minutes;
  for (int part = 0; part < LEGATO_N_PARTS; part++)
    {
      GPtrArray *steps = legato_routine_get_part (self, (LegatoRoutinePart) part);
      GPtrArray *copies = legato_routine_get_part (copy, (LegatoRoutinePart) part);

      for (guint i = 0; i < steps->len; i++)
        g_ptr_array_add (copies, legato_routine_step_copy (g_ptr_array_index (steps, i)));
    }
  return copy;
}

void
legato_routine_free (LegatoRoutine *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->words);
  g_free (self->summary);
  g_free (self->source);
  g_free (self->minutes);
  g_free (self->given_by);
  g_free (self->prepare);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->leg_steps);
  g_ptr_array_unref (self->after);
  g_ptr_array_unref (self->preparation);
  g_clear_pointer (&self->closing, legato_routine_step_free);
  g_free (self);
}

/** Returns: whether both say the same, also in a file of their own */
gboolean
legato_routine_equal (const LegatoRoutine *self, const LegatoRoutine *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (!g_str_equal (self->id, other->id) || !g_str_equal (self->name, other->name)
      || !g_str_equal (self->summary, other->summary) || g_strcmp0 (self->words, other->words) != 0
      || self->distal_first != other->distal_first || self->partner != other->partner
      || self->dressed != other->dressed || self->no_rest != other->no_rest
      || g_strcmp0 (self->prepare, other->prepare) != 0
      || g_strcmp0 (self->given_by, other->given_by) != 0
      || self->times_a_week != other->times_a_week)
    return FALSE;
  for (int part = 0; part < LEGATO_N_PARTS; part++)
    {
      GPtrArray *steps = legato_routine_get_part (self, (LegatoRoutinePart) part);
      GPtrArray *others = legato_routine_get_part (other, (LegatoRoutinePart) part);

      if (steps->len != others->len)
        return FALSE;
      for (guint i = 0; i < steps->len; i++)
        if (!legato_routine_step_equal (g_ptr_array_index (steps, i),
                                        g_ptr_array_index (others, i)))
          return FALSE;
    }
  return TRUE;
}

/**
 * legato_routine_step_new:
 * @technique: what is done; lives as long as its guide
 * @seconds: 1 or more
 *
 * Returns: (transfer full): a step without zones
 */
LegatoRoutineStep *
legato_routine_step_new (LegatoPhase phase,
                         const LegatoTechnique *technique,
                         LegatoPressure pressure,
                         guint seconds)
{
  LegatoRoutineStep *self = NULL;

  g_return_val_if_fail (technique != NULL, NULL);

  self = g_new0 (LegatoRoutineStep, 1);
  self->phase = phase;
  self->technique = technique;
  self->pressure = pressure;
  self->seconds = seconds;
  self->zones = g_ptr_array_new ();
  self->instead = g_ptr_array_new ();
  return self;
}

/** Returns: (transfer full): a step of an own routine like @self; tools take no technique's place
 */
LegatoRoutineStep *
legato_routine_step_copy (const LegatoRoutineStep *self)
{
  LegatoRoutineStep *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = legato_routine_step_new (self->phase, self->technique, self->pressure, self->seconds);
  copy->brisk = self->brisk;
  g_ptr_array_extend (copy->zones, self->zones, NULL, NULL);
  return copy;
}

void
legato_routine_step_free (LegatoRoutineStep *self)
{
  g_ptr_array_unref (self->zones);
  g_ptr_array_unref (self->instead);
  g_free (self);
}

gboolean
legato_routine_step_equal (const LegatoRoutineStep *self, const LegatoRoutineStep *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->phase != other->phase || self->technique != other->technique
      || self->pressure != other->pressure || self->seconds != other->seconds
      || self->brisk != other->brisk || self->zones->len != other->zones->len)
    return FALSE;
  for (guint i = 0; i < self->zones->len; i++)
    if (self->zones->pdata[i] != other->zones->pdata[i])
      return FALSE;
  return TRUE;
}

/** Returns: (transfer none) (element-type LegatoRoutineStep): the steps of @part */
GPtrArray *
legato_routine_get_part (const LegatoRoutine *self, LegatoRoutinePart part)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (part)
    {
    case LEGATO_PART_BEFORE:
      return self->before;
    case LEGATO_PART_LEG:
      return self->leg_steps;
    case LEGATO_PART_AFTER:
      return self->after;
    }
  g_return_val_if_reached (NULL);
}

/** Returns: how many steps it names, those of a leg counted once */
guint
legato_routine_get_n_steps (const LegatoRoutine *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->before->len + self->leg_steps->len + self->after->len;
}

/**
 * legato_routine_get_step:
 * @index: counted from 0 over all parts in order, below legato_routine_get_n_steps()
 * @part: (out) (optional): the part it belongs to
 *
 * Returns: (transfer none): that step
 */
const LegatoRoutineStep *
legato_routine_get_step (const LegatoRoutine *self, guint index, LegatoRoutinePart *part)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (int p = 0; p < LEGATO_N_PARTS; p++)
    {
      GPtrArray *steps = legato_routine_get_part (self, (LegatoRoutinePart) p);

      if (index < steps->len)
        {
          if (part != NULL)
            *part = (LegatoRoutinePart) p;
          return g_ptr_array_index (steps, index);
        }
      index -= steps->len;
    }
  g_return_val_if_reached (NULL);
}

/** Returns: how long the steps of @part last once, in seconds */
guint
legato_routine_get_part_seconds (const LegatoRoutine *self, LegatoRoutinePart part)
{
  GPtrArray *steps = NULL;
  guint seconds = 0;

  g_return_val_if_fail (self != NULL, 0);

  steps = legato_routine_get_part (self, part);
  for (guint i = 0; i < steps->len; i++)
    seconds += ((const LegatoRoutineStep *) g_ptr_array_index (steps, i))->seconds;
  return seconds;
}

/** Returns: how long it lasts on both legs, in seconds */
guint
legato_routine_get_seconds (const LegatoRoutine *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return legato_routine_get_part_seconds (self, LEGATO_PART_BEFORE)
         + 2 * legato_routine_get_part_seconds (self, LEGATO_PART_LEG)
         + legato_routine_get_part_seconds (self, LEGATO_PART_AFTER);
}

/** Returns: whether there is anything to be seen in @text, of a file or from the keyboard */
gboolean
legato_routine_text_shows (const char *text)
{
  /* Letters, as Unicode has it, of which nothing is painted: fillers, and a cell without dots. */
  static const gunichar empty[] = { 0x115F, 0x2800, 0x3164, 0xFFA0 };

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean shows = g_unichar_isgraph (character) && !g_unichar_iszerowidth (character);

      for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
        shows = shows && character != empty[i];
      if (shows)
        return TRUE;
    }
  return FALSE;
}
