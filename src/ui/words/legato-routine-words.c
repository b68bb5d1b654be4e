/* legato-routine-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-locale.h"
#include "legato-planner.h"
#include "legato-routine-words.h"
#include "legato-words.h"

/** Returns: (transfer full): how long it lasts: "10–15 minutes", or "4 minutes 20 seconds" for an
 * own one */
char *
legato_routine_words_dup_length (const LegatoRoutine *routine)
{
  guint n = 0;

  g_return_val_if_fail (routine != NULL, NULL);

  if (routine->own && legato_routine_get_seconds (routine) % 60 != 0)
    return legato_words_dup_length (legato_routine_get_seconds (routine));

  while (routine->minutes[n] != 0)
    n++;
  if (n < 2)
    return legato_words_dup_minutes (legato_routine_get_seconds (routine) / 60);

  /* Translators: shortest and longest length of a routine in minutes */
  return g_strdup_printf (ngettext ("%u–%u minute", "%u–%u minutes", routine->minutes[n - 1]),
                          routine->minutes[0], routine->minutes[n - 1]);
}

/** Returns: (transfer full) (nullable): who gave it, and how often it is to be done; %NULL of one
 * that nobody gave */
char *
legato_routine_words_dup_given (const LegatoRoutine *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);

  if (routine->given_by == NULL)
    return NULL;
  if (routine->times_a_week == 0)
    /* Translators: the name of a therapist */
    return g_strdup_printf (_ ("Given by %s"), routine->given_by);
  /* Translators: the name of a therapist, times a week */
  return g_strdup_printf (ngettext ("Given by %s, %u time a week", "Given by %s, %u times a week",
                                    routine->times_a_week),
                          routine->given_by, routine->times_a_week);
}

/**
 * legato_routine_words_dup_balance:
 * @spoken: in words, for who hears it
 *
 * Returns: (transfer full): where its time goes: "Left leg 2:00 · Right leg 2:00 · After 0:20"
 */
char *
legato_routine_words_dup_balance (const LegatoRoutine *routine, gboolean spoken)
{
  char *(*dup) (guint seconds) = spoken ? legato_words_dup_length : legato_words_dup_clock;
  const char *between = spoken ? C_ ("list", ", ") : " · ";
  g_autofree char *before = NULL;
  g_autofree char *leg = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (routine != NULL, NULL);

  before = dup (legato_routine_get_part_seconds (routine, LEGATO_PART_BEFORE));
  leg = dup (legato_routine_get_part_seconds (routine, LEGATO_PART_LEG));
  after = dup (legato_routine_get_part_seconds (routine, LEGATO_PART_AFTER));

  if (routine->before->len > 0)
    {
      /* Translators: the time of what is done before the legs' turns */
      g_string_append_printf (text, _ ("Before %s"), before);
      g_string_append (text, between);
    }
  /* Translators: the name of a leg, and how long it is massaged */
  g_string_append_printf (text, C_ ("leg and time", "%s %s"), legato_leg_get_name (LEGATO_LEG_LEFT),
                          leg);
  g_string_append (text, between);
  g_string_append_printf (text, C_ ("leg and time", "%s %s"),
                          legato_leg_get_name (LEGATO_LEG_RIGHT), leg);
  if (routine->after->len > 0)
    {
      g_string_append (text, between);
      /* Translators: the time of what is done after the legs' turns */
      g_string_append_printf (text, _ ("After %s"), after);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/** Returns: (transfer full) (nullable): names of the tools it needs; %NULL if it needs none */
char *
legato_routine_words_dup_tools (LegatoGuide *guide, const LegatoRoutine *routine)
{
  g_auto (GStrv) tools = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  GPtrArray *techniques = NULL;

  g_return_val_if_fail (guide != NULL && routine != NULL, NULL);

  tools = legato_routine_dup_tools (routine);
  techniques = legato_guide_get_techniques (guide);
  for (guint i = 0; i < techniques->len; i++)
    {
      const LegatoTechnique *technique = g_ptr_array_index (techniques, i);

      if (technique->tool != NULL && g_strv_contains ((const char *const *) tools, technique->tool))
        g_string_append_printf (names, "%s%s", names->len > 0 ? C_ ("list", ", ") : "",
                                technique->name);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* Returns: (transfer full) (nullable): "Calf", or "Foot to Calf"; %NULL for an exercise */
static char *
dup_place (const LegatoRoutineStep *step)
{
  const LegatoZone *first = NULL;
  const LegatoZone *last = NULL;

  if (step->zones->len == 0)
    return NULL;
  first = g_ptr_array_index (step->zones, 0);
  last = g_ptr_array_index (step->zones, step->zones->len - 1);
  if (first == last)
    return g_strdup (first->name);
  /* Translators: two places on the leg, the hands go from the first to the second */
  return g_strdup_printf (C_ ("places", "%s to %s"), first->name, last->name);
}

/** Returns: (transfer full): "Foot to Calf · Light · Warm up" */
char *
legato_routine_words_dup_detail (const LegatoRoutineStep *step)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (step != NULL, NULL);

  place = dup_place (step);
  if (place == NULL)
    return g_strdup (legato_phase_get_name (step->phase));
  return g_strdup_printf ("%s · %s · %s", place, legato_pressure_get_name (step->pressure),
                          legato_phase_get_name (step->phase));
}

/** Returns: (transfer full): the rule, and what would mend it */
char *
legato_routine_words_dup_fault (const LegatoFault *fault)
{
  g_return_val_if_fail (fault != NULL, NULL);

  return legato_locale_join_sentences (fault->words, fault->mend, NULL);
}

/** Returns: (transfer full): what a copy of the routine @name is called first */
char *
legato_routine_words_dup_copy_name (const char *name)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  /* Leaves room for what a translation adds to the name. */
  start = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), LEGATO_ROUTINE_MAX_NAME - 20));
  /* Translators: what a copy of the routine that is named is called, "My Calm evening"; the name
   * may be of any gender, so perhaps "Calm evening (mine)". */
  return g_strdup_printf (_ ("My %s"), start);
}
