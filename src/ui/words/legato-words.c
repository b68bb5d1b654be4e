/* legato-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-words.h"

static const struct
{
  const char *tag;
  const char *name;
} sources[] = {
  { "S0", "How to Massage Leg Pain for Effective Relief" },
  { "S1", "Let’s Roll" },
  { "S2", N_ ("a guide to circulatory leg massage") },
  { "S3", "Leg Massage Benefits: Fix Sore Legs & Boost Circulation (Spa Theory)" },
  { "S4", "Leg Massage: Upwards vs. Downwards Strokes (Hart)" },
  { "R", N_ ("research and textbooks") },
  { "D", N_ ("a choice of Legato’s makers") },
};

/** Returns: (transfer full): "3 minutes" */
char *
legato_words_dup_minutes (guint minutes)
{
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
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
 * @tags: %NULL-terminated lists of source tags ("S1 S3"); a tag may occur more than once
 *
 * Returns: (transfer full): the sources' names, each once, in the order of the table above
 */
char *
legato_words_dup_sources (const char *const *tags)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (tags != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      gboolean named = FALSE;

      for (gsize t = 0; tags[t] != NULL && !named; t++)
        {
          g_auto (GStrv) words = g_strsplit (tags[t], " ", -1);

          named = g_strv_contains ((const char *const *) words, sources[i].tag);
        }
      if (named)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", _ (sources[i].name));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/** Returns: (transfer full): the Julian day @day as people write it, "21 November 2026" */
char *
legato_words_dup_day (guint32 day)
{
  g_autoptr (GDateTime) noon = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  noon = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date),
                                g_date_get_day (&date), 12, 0, 0);
  /* Translators: a day, as g_date_time_format() takes it: 21 November 2026 */
  return g_date_time_format (noon, _ ("%-d %B %Y"));
}
