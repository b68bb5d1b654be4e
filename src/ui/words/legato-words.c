/* legato-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "legato-feelings.h"
#include "legato-person.h"
#include "legato-words.h"

/* The comma, the Arabic mark and comma, and the wide ones of Chinese and Japanese. */
#define DECIMAL_MARKS ",٫،．，"

typedef struct
{
  const char *id;
  const char *text;
} Word;

/* What sort of day it was. */
static const Word day_tags[] = {
  { "run", N_ ("Run") },
  { "walk", N_ ("Long walk") },
  { "cycling", N_ ("Cycling") },
  { "gym", N_ ("Gym") },
  { "long-standing", N_ ("Long day standing") },
  { "long-sitting", N_ ("Long day sitting") },
  { "flight", N_ ("Flight") },
  { "bad-night", N_ ("Bad night") },
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

/** Returns: (transfer full): "3 minutes" */
char *
legato_words_dup_minutes (guint minutes)
{
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

/** Returns: (transfer full): "3 minutes", "40 seconds", "2 minutes 29 seconds"; a clock's "3:00" is
 * read out as a time of day */
char *
legato_words_dup_length (guint seconds)
{
  guint rest = seconds % 60;
  g_autofree char *minutes = legato_words_dup_minutes (seconds / 60);
  g_autofree char *left = g_strdup_printf (ngettext ("%u second", "%u seconds", rest), rest);

  if (rest == 0)
    return g_steal_pointer (&minutes);
  if (seconds < 60)
    return g_steal_pointer (&left);
  /* Translators: minutes and seconds: "2 minutes 29 seconds" */
  return g_strdup_printf (C_ ("length of time", "%s %s"), minutes, left);
}

/** Returns: (transfer full): minutes and seconds as on a clock, "2:05" */
char *
legato_words_dup_clock (guint seconds)
{
  /* Translators: minutes and seconds */
  return g_strdup_printf (_ ("%u:%02u"), seconds / 60, seconds % 60);
}

/**
 * legato_words_dup_sources:
 * @guide: whose sources they are
 * @tags: %NULL-terminated lists of ids of sources ("S1 S3"); an id may occur more than once
 *
 * Returns: (transfer full): the sources' names, each once, in the order of the guide
 */
char *
legato_words_dup_sources (LegatoGuide *guide, const char *const *tags)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GPtrArray *sources = NULL;

  g_return_val_if_fail (guide != NULL && tags != NULL, NULL);

  sources = legato_guide_get_sources (guide);
  for (guint i = 0; i < sources->len; i++)
    {
      const LegatoSource *source = g_ptr_array_index (sources, i);
      gboolean named = FALSE;

      for (gsize t = 0; tags[t] != NULL && !named; t++)
        {
          g_auto (GStrv) words = g_strsplit (tags[t], " ", -1);

          named = g_strv_contains ((const char *const *) words, source->id);
        }
      if (named)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", source->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * legato_words_dup_number:
 * @value: 0 to 10
 *
 * Returns: (transfer full): "4", or "4.5" with the decimal point of the person's language
 */
char *
legato_words_dup_number (double value)
{
  double tenths = (double) (int) (value * 10 + 0.5);
  gboolean is_whole = (int) tenths % 10 == 0;

  return g_strdup_printf ("%.*f", is_whole ? 0 : 1, tenths / 10);
}

/**
 * legato_words_dup_typed_number:
 * @text: a number as it was typed
 *
 * Keyboards of some languages have digits of their own, a decimal mark too, and put a sign of
 * direction, which nobody sees, beside them.
 *
 * Returns: (transfer full): it in the digits and with the point of C, which g_ascii_strtod() reads
 */
char *
legato_words_dup_typed_number (const char *text)
{
  GString *plain = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_utf8_strchr (DECIMAL_MARKS, -1, c) != NULL)
        g_string_append_c (plain, '.');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, c);
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

/**
 * legato_words_dup_points:
 * @value: 0 to 10
 *
 * Returns: (transfer full): "1 point", or "1.5 points"
 */
char *
legato_words_dup_points (double value)
{
  g_autofree char *number = legato_words_dup_number (value);
  /* Less than one counts as none: some languages say one point of it, and some several. */
  gulong n = value < 1 ? 0 : (gulong) ceil (value);

  /* Translators: of soreness, which is 0 to 10: "1 point", "1.5 points" */
  return g_strdup_printf (ngettext ("%s point", "%s points", n), number);
}

/**
 * legato_words_dup_place:
 * @guide: (nullable)
 *
 * Returns: (transfer full): "Left calf"; the ids where the guide does not know them
 */
char *
legato_words_dup_place (LegatoGuide *guide, const char *zone, LegatoLeg leg)
{
  const LegatoZone *known = guide != NULL ? legato_guide_find_zone (guide, zone) : NULL;

  if (known == NULL)
    return g_strdup_printf ("%s (%s)", zone, legato_leg_get_name (leg));
  return g_strdup (leg == LEGATO_LEG_BOTH ? known->name : known->side_names[leg]);
}

/**
 * legato_words_dup_zones:
 * @guide: (nullable)
 *
 * Returns: (transfer full): the zones' names, with commas
 */
char *
legato_words_dup_zones (LegatoGuide *guide, const char *const *zones)
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
 * legato_words_dup_technique:
 * @guide: (nullable)
 *
 * Returns: (transfer full): the technique's or exercise's name
 */
char *
legato_words_dup_technique (LegatoGuide *guide, const char *technique)
{
  const LegatoTechnique *known =
      guide != NULL ? legato_guide_find_technique (guide, technique) : NULL;

  return g_strdup (known != NULL ? known->name : technique);
}

/**
 * legato_words_dup_reason:
 * @guide: (nullable)
 * @reason: rule of a refusal, condition, what was felt at a stop or after a session, or that it was
 *   a partner's
 *
 * Returns: (transfer full): the reason in words
 */
char *
legato_words_dup_reason (LegatoGuide *guide, const char *reason)
{
  const char *word = legato_stop_get_name (reason);
  GPtrArray *advice = guide != NULL ? legato_guide_get_advice (guide) : NULL;
  LegatoCondition condition;

  /* A rule of many conditions, each of which follows it. */
  if (g_str_equal (reason, "R-UNCLEARED"))
    return g_strdup (_ ("A doctor has to agree first"));
  if (guide != NULL && g_str_equal (reason, LEGATO_REASON_ID_PARTNER))
    return g_strdup (legato_guide_find_goal (guide, reason)->name);
  if (word == NULL)
    word = legato_after_effects_get_name (reason);
  if (word == NULL && legato_condition_from_id (reason, &condition))
    word = legato_condition_get_name (condition);
  for (guint i = 0; word == NULL && advice != NULL && i < advice->len; i++)
    {
      const LegatoAdvice *item = g_ptr_array_index (advice, i);

      if (g_str_equal (item->rule, reason))
        word = item->question.text;
      else if (g_str_equal (item->flag, reason))
        word = item->name;
    }
  return g_strdup (word != NULL ? word : reason);
}

/** Returns: (transfer none): the tags that everybody is offered, %NULL-terminated */
const char *const *
legato_words_list_tags (void)
{
  static const char *ids[G_N_ELEMENTS (day_tags) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (day_tags); i++)
    ids[i] = day_tags[i].id;
  return ids;
}

/**
 * legato_words_get_tag:
 *
 * Returns: (transfer none): the tag in words, or @tag itself, which is somebody's own
 */
const char *
legato_words_get_tag (const char *tag)
{
  const char *word = find_word (day_tags, G_N_ELEMENTS (day_tags), tag);

  return word != NULL ? word : tag;
}

/** Returns: (transfer none): how the legs were, compared with before */
const char *
legato_words_get_compared (LegatoCompared compared)
{
  switch (compared)
    {
    case LEGATO_COMPARED_BETTER:
      return _ ("Better");
    case LEGATO_COMPARED_WORSE:
      return _ ("Worse");
    case LEGATO_COMPARED_SAME:
    default:
      return _ ("The same");
    }
}

/** Returns: (transfer full): what a leg feels: "Left leg: heaviness" */
char *
legato_words_dup_felt (LegatoLeg leg, const char *feeling)
{
  /* Translators: a leg and what is felt there: "Left leg: Heaviness" */
  return g_strdup_printf (C_ ("leg and feeling", "%s: %s"),
                          leg == LEGATO_LEG_LEFT ? _ ("Left leg") : _ ("Right leg"),
                          legato_feeling_get_name (feeling));
}
