/* legato-entry-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-entry-text.h"
#include "legato-person.h"
#include "legato-words.h"

typedef struct
{
  const char *id;
  const char *text;
} Word;

static const Word feelings[] = {
  { "heaviness", N_ ("Heaviness") }, { "tightness", N_ ("Tightness") },
  { "swelling", N_ ("Swelling") },   { "fatigue", N_ ("Tiredness") },
  { "cramps", N_ ("Cramps") },       { "tingling", N_ ("Tingling") },
  { "cold-feet", N_ ("Cold feet") },
};

/* What a stop asks: "what did you feel?" */
static const Word stop_reasons[] = {
  { "sharp", N_ ("Sharp pain") },  { "burning", N_ ("Burning") },    { "numb", N_ ("Numbness") },
  { "tingling", N_ ("Tingling") }, { "worse", N_ ("It got worse") },
};

static const char *
find_word (const Word *words, gsize n_words, const char *id)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (g_str_equal (words[i].id, id))
        return _ (words[i].text);
    }
  return NULL;
}

/**
 * legato_dup_number_text:
 * @value: 0 to 10
 *
 * Returns: (transfer full): "4", or "4.5" with the decimal point of the person's language
 */
char *
legato_dup_number_text (double value)
{
  double tenths = (double) (int) (value * 10 + 0.5);
  gboolean is_whole = (int) tenths % 10 == 0;

  return g_strdup_printf ("%.*f", is_whole ? 0 : 1, tenths / 10);
}

/**
 * legato_dup_place_text:
 * @guide: (nullable)
 *
 * Returns: (transfer full): "Left calf"; the ids where the guide does not know them
 */
char *
legato_dup_place_text (LegatoGuide *guide, const char *zone, LegatoLeg leg)
{
  const LegatoZone *known = guide != NULL ? legato_guide_find_zone (guide, zone) : NULL;

  if (known == NULL)
    return g_strdup_printf ("%s (%s)", zone, legato_leg_get_name (leg));
  return g_strdup (leg == LEGATO_LEG_BOTH ? known->name : known->side_names[leg]);
}

/**
 * legato_dup_zones_text:
 * @guide: (nullable)
 *
 * Returns: (transfer full): the zones' names, with commas
 */
char *
legato_dup_zones_text (LegatoGuide *guide, const char *const *zones)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (gsize i = 0; zones[i] != NULL; i++)
    {
      const LegatoZone *zone = guide != NULL ? legato_guide_find_zone (guide, zones[i]) : NULL;

      g_strv_builder_add (builder, zone != NULL ? zone->name : zones[i]);
    }
  names = g_strv_builder_end (builder);

  /* Translators: stands between the items of a list, as in "Ankle, Calf" */
  return g_strjoinv (C_ ("list", ", "), names);
}

/**
 * legato_dup_technique_text:
 * @guide: (nullable)
 *
 * Returns: (transfer full): the technique's or exercise's name
 */
char *
legato_dup_technique_text (LegatoGuide *guide, const char *technique)
{
  const LegatoTechnique *known =
      guide != NULL ? legato_guide_find_technique (guide, technique) : NULL;

  return g_strdup (known != NULL ? known->name : technique);
}

/**
 * legato_dup_reason_text:
 * @guide: (nullable)
 * @reason: rule of a refusal, condition, or what was felt at a stop
 *
 * Returns: (transfer full): the reason in words
 */
char *
legato_dup_reason_text (LegatoGuide *guide, const char *reason)
{
  const char *word = find_word (stop_reasons, G_N_ELEMENTS (stop_reasons), reason);
  GPtrArray *advice = guide != NULL ? legato_guide_get_advice (guide) : NULL;

  LegatoCondition condition;

  /* A rule of many conditions, each of which follows it. */
  if (g_str_equal (reason, "R-UNCLEARED"))
    return g_strdup (_ ("A doctor has to agree first"));
  if (word == NULL && legato_condition_from_id (reason, &condition))
    word = legato_condition_get_name (condition);
  for (guint i = 0; word == NULL && advice != NULL && i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      if (g_str_equal (item->rule, reason))
        word = item->question.text;
    }
  return g_strdup (word != NULL ? word : reason);
}

/**
 * legato_get_feeling_text:
 *
 * Returns: (transfer none): the feeling's name, or @feeling itself
 */
const char *
legato_get_feeling_text (const char *feeling)
{
  const char *word = find_word (feelings, G_N_ELEMENTS (feelings), feeling);

  return word != NULL ? word : feeling;
}

/**
 * legato_entry_dup_day_text:
 * @now: what is today
 *
 * Returns: (transfer full): "Today", "Yesterday" or "Friday, 20 November 2026"
 */
char *
legato_entry_dup_day_text (const LegatoEntry *entry, GDateTime *now)
{
  GDate day, today;
  int year, month, of_month, days_ago;

  legato_entry_get_day (entry, &day);
  g_date_time_get_ymd (now, &year, &month, &of_month);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);

  days_ago = g_date_days_between (&day, &today);
  if (days_ago == 0)
    return g_strdup (_ ("Today"));
  if (days_ago == 1)
    return g_strdup (_ ("Yesterday"));

  /* Translators: a day of the journal, as g_date_time_format() takes it: Friday, 20 November 2026
   */
  return g_date_time_format (entry->at, _ ("%A, %-d %B %Y"));
}

/**
 * legato_entry_dup_time_text:
 *
 * Returns: (transfer full): the time of day
 */
char *
legato_entry_dup_time_text (const LegatoEntry *entry)
{
  /* Translators: a time of day, as g_date_time_format() takes it: 18:05 */
  return g_date_time_format (entry->at, _ ("%H:%M"));
}

/**
 * legato_entry_dup_title:
 * @guide: (nullable)
 *
 * Returns: (transfer full): what happened, in a few words
 */
char *
legato_entry_dup_title (const LegatoEntry *entry, LegatoGuide *guide)
{
  const LegatoRoutine *routine = NULL;

  switch (entry->kind)
    {
    case LEGATO_ENTRY_CHECK_IN:
      return g_strdup (_ ("How your legs felt"));
    case LEGATO_ENTRY_REFUSAL:
      return g_strdup (_ ("No massage that day"));
    case LEGATO_ENTRY_STOP:
      return g_strdup (_ ("Stopped, it hurt"));
    case LEGATO_ENTRY_SESSION:
      break;
    }
  if (entry->routine == NULL)
    return entry->zone != NULL ? legato_dup_place_text (guide, entry->zone, entry->leg)
                               : g_strdup (_ ("Massage"));
  routine = guide != NULL ? legato_guide_find_routine (guide, entry->routine) : NULL;
  return g_strdup (routine != NULL ? routine->name : entry->routine);
}

/**
 * legato_entry_dup_length_text:
 *
 * Returns: (transfer full): how long the massage really took, "3 minutes" or "40 seconds"
 */
char *
legato_entry_dup_length_text (const LegatoEntry *entry)
{
  guint minutes = (entry->done_s + 30) / 60;

  if (minutes == 0)
    return g_strdup_printf (ngettext ("%u second", "%u seconds", entry->done_s), entry->done_s);
  return legato_words_dup_minutes (minutes);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The median over the zones rated at @moment: %NULL if none was. */
static char *
dup_soreness (const LegatoEntry *entry, LegatoMoment moment)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint));
  guint middle;

  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      if (rating->moment == moment)
        g_array_append_val (values, rating->value);
    }
  if (values->len == 0)
    return NULL;

  g_array_sort (values, compare_values);
  middle = values->len / 2;
  return legato_dup_number_text (values->len % 2 == 1 ? g_array_index (values, guint, middle)
                                                      : (g_array_index (values, guint, middle - 1)
                                                         + g_array_index (values, guint, middle))
                                                            / 2.0);
}

/**
 * legato_entry_dup_summary:
 *
 * Returns: (transfer full): how long it took and how sore the legs were (the median of the zones
 *   rated), in one line; empty if there is nothing to say
 */
char *
legato_entry_dup_summary (const LegatoEntry *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *before = dup_soreness (entry, LEGATO_MOMENT_BEFORE);
  g_autofree char *after = dup_soreness (entry, LEGATO_MOMENT_AFTER);
  g_autofree char *now = dup_soreness (entry, LEGATO_MOMENT_CHECK_IN);
  g_autofree char *length = NULL;
  g_autofree char *soreness = NULL;
  g_auto (GStrv) parts = NULL;

  if (entry->done_s > 0)
    {
      length = legato_entry_dup_length_text (entry);
      g_strv_builder_add (builder, length);
    }
  if (before != NULL && after != NULL)
    soreness = g_strdup_printf (_ ("soreness %s before, %s after"), before, after);
  else if (before != NULL)
    soreness = g_strdup_printf (_ ("soreness %s before"), before);
  else if (after != NULL)
    soreness = g_strdup_printf (_ ("soreness %s after"), after);
  else if (now != NULL)
    soreness = g_strdup_printf (_ ("soreness %s"), now);
  if (soreness != NULL)
    g_strv_builder_add (builder, soreness);

  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}
