/* legato-entry-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-entry-words.h"
#include "legato-words.h"

/**
 * legato_entry_words_dup_day:
 * @now: what is today
 *
 * Returns: (transfer full): "Today", "Yesterday" or "Friday, 20 November 2026"
 */
char *
legato_entry_words_dup_day (const LegatoEntry *entry, GDateTime *now)
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
 * legato_entry_words_dup_time:
 *
 * Returns: (transfer full): the time of day
 */
char *
legato_entry_words_dup_time (const LegatoEntry *entry)
{
  /* Translators: a time of day, as g_date_time_format() takes it: 18:05 */
  return g_date_time_format (entry->at, _ ("%H:%M"));
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
    return entry->zone != NULL ? legato_words_dup_place (guide, entry->zone, entry->leg)
                               : g_strdup (_ ("Massage"));
  routine = guide != NULL ? legato_guide_find_routine (guide, entry->routine) : NULL;
  return g_strdup (routine != NULL ? routine->name : entry->routine);
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
  return legato_words_dup_number (values->len % 2 == 1 ? g_array_index (values, guint, middle)
                                                       : (g_array_index (values, guint, middle - 1)
                                                          + g_array_index (values, guint, middle))
                                                             / 2.0);
}

/**
 * legato_entry_words_dup_summary:
 *
 * Returns: (transfer full): how long it took and how sore the legs were (the median of the zones
 *   rated), in one line; empty if there is nothing to say
 */
char *
legato_entry_words_dup_summary (const LegatoEntry *entry)
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
      length = legato_entry_words_dup_length (entry);
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
