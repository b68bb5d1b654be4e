/* legato-entry-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "legato-entry-words.h"
#include "legato-feelings.h"
#include "legato-time-words.h"
#include "legato-words.h"

/* In characters: no word and hardly an address is longer. What is longer may be broken each time
 * after so many. */
#define LONGEST_WORD 256
#define BROKEN_AFTER 32

/* A row names so many places and feelings; the entry has the rest. */
#define MOST_SAID 3

/**
 * legato_entry_words_dup_day:
 * @today: the Julian day of today
 *
 * Returns: (transfer full): "Today", "Yesterday" or "Friday, 20 November 2026"
 */
char *
legato_entry_words_dup_day (const LegatoEntry *entry, guint32 today)
{
  guint32 day = legato_entry_get_day (entry);
  g_autofree char *words = legato_time_words_dup_near_day (day, today);

  if (day <= today)
    return g_steal_pointer (&words);
  /* Translators: a day that has not come yet, since the clock was wrong when something was noted:
   * "Friday, 20 November 2036 (in the future)" */
  return g_strdup_printf (_ ("%s (in the future)"), words);
}

/* The guide does not know a routine that was removed, or that is another computer's own. */
static char *
dup_session_title (const LegatoEntry *entry, LegatoGuide *guide)
{
  const LegatoRoutine *routine = NULL;

  if (entry->routine != NULL)
    {
      routine = guide != NULL ? legato_guide_find_routine (guide, entry->routine) : NULL;
      return g_strdup (routine != NULL ? routine->name : _ ("A routine of your own"));
    }
  if (entry->goal != NULL)
    routine = guide != NULL ? legato_guide_find_goal (guide, entry->goal) : NULL;
  if (routine != NULL)
    return g_strdup (routine->name);
  if (entry->zone != NULL)
    return legato_words_dup_place (guide, entry->zone, entry->leg);
  return g_strdup (_ ("Massage"));
}

/**
 * legato_entry_words_dup_title:
 * @guide: (nullable)
 *
 * Returns: (transfer full): what happened, in a few words
 */
char *
legato_entry_words_dup_title (const LegatoEntry *entry, LegatoGuide *guide)
{
  switch (entry->kind)
    {
    case LEGATO_ENTRY_CHECK_IN:
      return g_strdup (_ ("How your legs felt"));
    case LEGATO_ENTRY_REFUSAL:
      return g_strdup (_ ("No massage that day"));
    case LEGATO_ENTRY_STOP:
      return g_strdup (_ ("Stopped, it hurt"));
    case LEGATO_ENTRY_SESSION:
    default:
      return dup_session_title (entry, guide);
    }
}

/**
 * legato_entry_words_dup_length:
 *
 * Returns: (transfer full): how long the massage really took, "3 minutes" or "40 seconds"
 */
char *
legato_entry_words_dup_length (const LegatoEntry *entry)
{
  guint minutes = (entry->done_s + 30) / 60;

  if (minutes == 0)
    return g_strdup_printf (ngettext ("%u second", "%u seconds", entry->done_s), entry->done_s);
  return legato_words_dup_minutes (minutes);
}

/**
 * legato_entry_words_dup_done:
 * @spoken: in words, for who hears it
 *
 * Returns: (transfer full): how long the massage took of what was planned, "2:50 of 3:00"
 */
char *
legato_entry_words_dup_done (const LegatoEntry *entry, gboolean spoken)
{
  char *(*dup) (guint seconds) = spoken ? legato_words_dup_length : legato_words_dup_clock;
  g_autofree char *done = dup (entry->done_s);
  g_autofree char *planned = dup (entry->planned_s);

  /* Translators: time done and time planned, as in "2:50 of 3:00" or "4 minutes of 10 minutes" */
  return g_strdup_printf (C_ ("time done and planned", "%s of %s"), done, planned);
}

/* One place of one leg, with what was said of it at each moment: -1 for nothing. */
typedef struct
{
  const char *zone;
  LegatoLeg leg;
  int values[LEGATO_N_MOMENTS];
  int highest;
} Felt;

static int
compare_felt (gconstpointer a, gconstpointer b)
{
  return ((const Felt *) b)->highest - ((const Felt *) a)->highest;
}

/* Returns: (element-type Felt): each place once, the sorest first */
static GArray *
list_felt (const LegatoEntry *entry)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Felt));

  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);
      Felt *felt = NULL;

      for (guint j = 0; j < places->len && felt == NULL; j++)
        {
          Felt *other = &g_array_index (places, Felt, j);

          if (other->leg == rating->leg && g_str_equal (other->zone, rating->zone))
            felt = other;
        }
      if (felt == NULL)
        {
          Felt new = { rating->zone, rating->leg, { 0 }, 0 };

          memset (new.values, -1, sizeof new.values);
          g_array_append_val (places, new);
          felt = &g_array_index (places, Felt, places->len - 1);
        }
      felt->values[rating->moment] = (int) rating->value;
      felt->highest = MAX (felt->highest, (int) rating->value);
    }
  g_array_sort (places, compare_felt);
  return places;
}

/* "6 → 3" stays in one line, whichever way the arrow points in the person's language. */
static char *
dup_in_one_line (const char *text)
{
  static const char *const arrows[] = { "→", "←" };
  g_autoptr (GString) line = g_string_new (text);

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      g_autofree char *apart = g_strdup_printf (" %s ", arrows[i]);
      g_autofree char *held = g_strdup_printf ("\u00a0%s\u00a0", arrows[i]);

      g_string_replace (line, apart, held, 0);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* "Left calf 6 → 3", or what there is of it. */
static char *
dup_felt (const Felt *felt, LegatoGuide *guide, gboolean spoken)
{
  g_autofree char *place = legato_words_dup_place (guide, felt->zone, felt->leg);
  int before = felt->values[LEGATO_MOMENT_BEFORE];
  int after = felt->values[LEGATO_MOMENT_AFTER];

  if (before >= 0 && after >= 0)
    {
      g_autofree char *both =
          spoken
              /* Translators: a place, and how sore it was: "Left calf 6 before, 3 after" */
              ? g_strdup_printf (_ ("%1$s %2$d before, %3$d after"), place, before, after)
              /* Translators: a place, and how sore it was before and after: "Left calf 6 → 3" */
              : g_strdup_printf (_ ("%1$s %2$d → %3$d"), place, before, after);

      return dup_in_one_line (both);
    }
  if (before >= 0)
    return g_strdup_printf (_ ("%1$s %2$d before"), place, before);
  if (after >= 0)
    return g_strdup_printf (_ ("%1$s %2$d after"), place, after);
  for (int moment = 0; moment < LEGATO_N_MOMENTS; moment++)
    {
      if (felt->values[moment] < 0)
        continue;
      if (moment == LEGATO_MOMENT_CHECK_IN)
        return g_strdup_printf (C_ ("place and its soreness", "%1$s %2$d"), place,
                                felt->values[moment]);
      /* Translators: a place, how sore it was, and when: "Left calf 3 (next day)" */
      return g_strdup_printf (_ ("%1$s %2$d (%3$s)"), place, felt->values[moment],
                              legato_moment_get_name ((LegatoMoment) moment));
    }
  return g_steal_pointer (&place);
}

static void
add_felt (GPtrArray *parts, const LegatoEntry *entry, LegatoGuide *guide, gboolean spoken)
{
  g_autoptr (GArray) places = list_felt (entry);
  guint n_feelings = entry->feelings->len;
  guint n_said = 0;

  for (guint i = 0; i < places->len && n_said < MOST_SAID; i++, n_said++)
    g_ptr_array_add (parts, dup_felt (&g_array_index (places, Felt, i), guide, spoken));
  for (guint i = 0; i < n_feelings && n_said < MOST_SAID; i++, n_said++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);
      g_autofree char *felt = legato_words_dup_felt (feeling->leg, feeling->id);

      /* Translators: what a leg feels, and how much: "Left leg: Heaviness 6" */
      g_ptr_array_add (parts, g_strdup_printf (C_ ("feeling", "%1$s %2$u"), felt, feeling->value));
    }
  if (places->len + n_feelings > n_said)
    /* Translators: so many more places or feelings were rated */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u more rating", "%u more ratings",
                                                       places->len + n_feelings - n_said),
                                             places->len + n_feelings - n_said));
}

/**
 * legato_entry_words_dup_summary:
 * @guide: (nullable)
 * @spoken: for a screen reader, which reads no arrows
 *
 * Returns: (transfer full): how long it took, what stood in the way, and how sore the sorest places
 *   were: before and after are of the same place; empty if there is nothing to say
 */
char *
legato_entry_words_dup_summary (const LegatoEntry *entry, LegatoGuide *guide, gboolean spoken)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (entry->done_s > 0)
    g_ptr_array_add (parts, legato_entry_words_dup_length (entry));
  if (entry->kind == LEGATO_ENTRY_STOP && entry->zone != NULL)
    g_ptr_array_add (parts, legato_words_dup_place (guide, entry->zone, entry->leg));
  if (entry->kind == LEGATO_ENTRY_STOP || entry->kind == LEGATO_ENTRY_REFUSAL)
    for (gsize i = 0; entry->reasons[i] != NULL; i++)
      if (!legato_after_effects_are_told ((const char *const *) entry->reasons, i))
        g_ptr_array_add (parts, legato_words_dup_reason (guide, entry->reasons[i]));
  add_felt (parts, entry, guide, spoken);
  for (guint i = 0; i < entry->follow_ups->len; i++)
    {
      const LegatoFollowUp *follow_up = g_ptr_array_index (entry->follow_ups, i);

      /* Translators: "The next day: Better" */
      g_ptr_array_add (parts, g_strdup_printf (C_ ("follow-up", "%1$s: %2$s"),
                                               legato_moment_get_name (follow_up->moment),
                                               legato_words_get_compared (follow_up->compared)));
    }
  for (gsize i = 0; entry->tags[i] != NULL; i++)
    g_ptr_array_add (parts, g_strdup (legato_words_get_tag (entry->tags[i])));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (spoken ? C_ ("list", ", ") : " · ", (char **) parts->pdata);
}

/** Returns: (transfer full): title and summary in one line */
char *
legato_entry_words_dup_line (const LegatoEntry *entry, LegatoGuide *guide)
{
  g_autofree char *title = legato_entry_words_dup_title (entry, guide);
  g_autofree char *summary = legato_entry_words_dup_summary (entry, guide, FALSE);

  return g_strjoin (" · ", title, *summary != '\0' ? summary : NULL, NULL);
}

/**
 * legato_entry_words_dup_note:
 *
 * Returns: (transfer full): the note, to be shown in lines. What goes on for longer than any word
 *   or address may be broken now and then: to find the ends of lines in it takes Pango a time that
 *   grows with the square of its length.
 */
char *
legato_entry_words_dup_note (const LegatoEntry *entry)
{
  GString *note = g_string_new (NULL);
  guint run = 0;

  for (const char *c = entry->note; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean breaks = g_unichar_isspace (character) || g_unichar_iswide (character);

      if (run >= LONGEST_WORD && !breaks && !g_unichar_iszerowidth (character))
        {
          g_string_append (note, "\u200b");
          run = LONGEST_WORD - BROKEN_AFTER;
        }
      run = breaks ? 0 : run + 1;
      g_string_append_unichar (note, character);
    }
  return g_string_free (note, FALSE);
}
