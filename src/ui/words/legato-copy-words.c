/* legato-copy-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "legato-copy-words.h"
#include "legato-dates.h"
#include "legato-locale.h"
#include "legato-time-words.h"

static char *
dup_entries (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n), n);
}

/** Returns: (transfer full): a day and a time of day, as in "28 November 2026, 18:05" */
char *
legato_copy_words_dup_time (GDateTime *time)
{
  g_autofree char *day = legato_dates_dup_day (legato_dates_get_day (time));
  g_autofree char *clock = legato_time_words_dup_time (time);

  /* Translators: a day and a time of day */
  return g_strdup_printf (C_ ("day and time", "%s, %s"), day, clock);
}

/** Returns: (transfer full): when a copy was made */
char *
legato_copy_words_dup_made (const LegatoBackupInfo *info)
{
  g_autofree char *time = legato_copy_words_dup_time (info->made_at);

  /* Translators: a day and a time of day */
  return g_strdup_printf (_ ("Made on %s"), time);
}

/** Returns: (transfer full): how many entries are in a copy, and of which days */
char *
legato_copy_words_dup_holds (const LegatoBackupInfo *info)
{
  g_autofree char *n = dup_entries (info->n_entries);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (info->n_entries == 0)
    return g_strdup (_ ("No entries"));
  from = legato_dates_dup_day (info->from_day);
  to = legato_dates_dup_day (info->to_day);
  /* Translators: "3 entries, of 1 May 2026" */
  if (info->from_day == info->to_day)
    return g_strdup_printf (_ ("%s, of %s"), n, from);
  /* Translators: "63 entries, from 1 May 2026 to 28 November 2026" */
  return g_strdup_printf (_ ("%s, from %s to %s"), n, from, to);
}

/** Returns: (transfer full): what could be read of a damaged journal */
char *
legato_copy_words_dup_recovered (guint n_entries, gboolean all)
{
  g_autofree char *n = dup_entries (n_entries);

  if (n_entries == 0)
    return g_strdup (_ ("No entries"));
  /* Translators: "63 entries" */
  return all ? g_strdup_printf (_ ("%s. Nothing seems to be missing."), n)
             : g_strdup_printf (_ ("%s. Some may be missing, or parts of them."), n);
}

/** Returns: (transfer full): that @n entries wait for the journal; @n is at least 1 */
char *
legato_copy_words_dup_waiting (guint n)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u entry waits on this computer until your journal takes it.",
                   "%u entries wait on this computer until your journal takes them.", n),
      n);
}

/** Returns: why something was not done, or that somebody broke it off */
const char *
legato_copy_words_get_problem (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
             ? _ ("You stopped it, and nothing was changed.")
             : error->message;
}

/* One more sentence. */
static void G_GNUC_PRINTF (2, 3) append (GString *text, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  legato_locale_append_sentence (text, sentence);
}

/**
 * legato_copy_words_dup_merge:
 * @done: it was done; otherwise it would come of it
 *
 * Returns: (transfer full): what comes of bringing in a file
 */
char *
legato_copy_words_dup_merge (const LegatoMergeResult *result, gboolean done)
{
  const guint n_added = result->n_added, n_changed = result->n_changed;
  const guint n_removed = result->n_removed;
  g_autoptr (GString) text = g_string_new (NULL);

  append (
      text,
      g_dngettext (GETTEXT_PACKAGE, "%u entry was read.", "%u entries were read.", result->n_seen),
      result->n_seen);
  if (n_added + n_changed + n_removed == 0)
    legato_locale_append_sentence (text, _ ("Your journal knows all of it."));
  if (n_added > 0)
    append (text,
            done ? g_dngettext (GETTEXT_PACKAGE, "%u is new.", "%u are new.", n_added)
                 : g_dngettext (GETTEXT_PACKAGE, "%u would be new.", "%u would be new.", n_added),
            n_added);
  if (n_changed > 0)
    append (text,
            done ? g_dngettext (GETTEXT_PACKAGE, "%u changed; what it said before is kept with it.",
                                "%u changed; what they said before is kept with them.", n_changed)
                 : g_dngettext (GETTEXT_PACKAGE,
                                "%u would change; what it says now is kept with it.",
                                "%u would change; what they say now is kept with them.", n_changed),
            n_changed);
  if (n_removed > 0)
    append (text,
            done ? g_dngettext (GETTEXT_PACKAGE, "%u was removed, as it was elsewhere.",
                                "%u were removed, as they were elsewhere.", n_removed)
                 : g_dngettext (GETTEXT_PACKAGE, "%u would be removed, as it was elsewhere.",
                                "%u would be removed, as they were elsewhere.", n_removed),
            n_removed);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
