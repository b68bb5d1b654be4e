/* cli-log.c: the command log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"
#include "legato-journal.h"

/* The hour of an entry that only names its day: no end of a day is nearer than the other. */
#define NOON "12:00:00"

const char *const cli_known_feelings[] = { "heaviness", "tightness", "swelling",  "fatigue",
                                           "cramps",    "tingling",  "cold-feet", NULL };

/* What was typed. */
typedef struct
{
  char **zones;
  char **feelings;
  char *note;
  char *at;
} LogArguments;

static void
log_arguments_clear (LogArguments *self)
{
  g_strfreev (self->zones);
  g_strfreev (self->feelings);
  g_free (self->note);
  g_free (self->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LogArguments, log_arguments_clear)

/* One "calf/left=4". */
typedef struct
{
  char *id;
  LegatoLeg leg;
  guint value;
} Mark;

static void
mark_free (gpointer data)
{
  g_free (((Mark *) data)->id);
  g_free (data);
}

static gboolean
read_mark (const char *option, const char *text, Mark *mark)
{
  const char *equals = strrchr (text, '=');
  const char *slash = strchr (text, '/');
  g_autofree char *leg = NULL;

  if (equals == NULL || slash == NULL || slash > equals)
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not of the form %s"), option, text,
                g_str_equal (option, "--zone") ? "calf/left=4" : "heaviness/left=4");
      return FALSE;
    }
  mark->id = g_strndup (text, (gsize) (slash - text));
  leg = g_strndup (slash + 1, (gsize) (equals - slash - 1));
  if (!legato_leg_from_id (leg, &mark->leg) || mark->leg == LEGATO_LEG_BOTH)
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), option, leg, "left, right");
      return FALSE;
    }
  if (!cli_read_number (equals + 1, 0, LEGATO_RATING_MAX, &mark->value))
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not a whole number from %d to %d"), option, equals + 1,
                0, LEGATO_RATING_MAX);
      return FALSE;
    }
  return TRUE;
}

/* Returns: (nullable) (element-type Mark): %NULL if one is wrong, which has then been said */
static GPtrArray *
read_marks (const char *option, char **texts)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (mark_free);

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      Mark *mark = g_new0 (Mark, 1);

      g_ptr_array_add (marks, mark);
      if (!read_mark (option, texts[i], mark))
        return NULL;
      for (guint other = 0; other < i; other++)
        {
          const Mark *before = g_ptr_array_index (marks, other);

          if (before->leg == mark->leg && g_str_equal (before->id, mark->id))
            {
              cli_fail (CLI_USAGE, _ ("%s: “%s/%s” is given twice"), option, mark->id,
                        legato_leg_to_id (mark->leg));
              return NULL;
            }
        }
    }
  return g_steal_pointer (&marks);
}

/*
 * Reads a day, or a day and a time to the minute or second, with or without an offset. Without one
 * it is local time; "Z" tells an instant but no place, so it becomes local time too.
 */
static GDateTime *
read_time (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("^(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d)(:\\d\\d(?:[.,]\\d+)?)?"
                   "(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?$",
                   0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *day = NULL;
  g_autofree char *minute = NULL;
  g_autofree char *second = NULL;
  g_autofree char *offset = NULL;
  g_autofree char *whole = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  day = g_match_info_fetch (match, 1);
  minute = g_match_info_fetch (match, 2);
  second = g_match_info_fetch (match, 3);
  offset = g_match_info_fetch (match, 4);

  if (minute == NULL || *minute == '\0')
    whole = g_strconcat (day, "T" NOON, NULL);
  else
    whole = g_strconcat (day, "T", minute, second != NULL && *second != '\0' ? second : ":00",
                         offset, NULL);
  time = g_date_time_new_from_iso8601 (whole, local);
  if (time != NULL && g_strcmp0 (offset, "Z") == 0)
    return g_date_time_to_local (time);
  return g_steal_pointer (&time);
}

static GDateTime *
read_at (const char *text)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = NULL;

  if (text == NULL)
    return g_steal_pointer (&now);

  at = read_time (text);
  if (at == NULL)
    {
      cli_fail (CLI_USAGE, _ ("--at: “%s” is not a time of the form %s"), text,
                "2026-03-28T21:30:00");
      return NULL;
    }
  if (g_date_time_compare (at, now) > 0)
    {
      cli_fail (CLI_USAGE, _ ("--at: “%s” has not come yet"), text);
      return NULL;
    }
  if (g_date_time_to_unix (at) < 0)
    {
      cli_fail (CLI_USAGE, _ ("--at: “%s” is too long ago, the journal begins in 1970"), text);
      return NULL;
    }
  return g_steal_pointer (&at);
}

static gboolean
fill_ratings (LegatoEntry *entry, LegatoGuide *guide, GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = g_ptr_array_index (marks, i);

      if (legato_guide_find_zone (guide, mark->id) == NULL)
        {
          cli_fail (CLI_USAGE, _ ("--zone: there is no “%s”; “legato-cli zones” lists the zones"),
                    mark->id);
          return FALSE;
        }
      legato_entry_add_rating (entry, mark->id, mark->leg, LEGATO_MOMENT_CHECK_IN, mark->value);
    }
  return TRUE;
}

static gboolean
fill_feelings (LegatoEntry *entry, GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = g_ptr_array_index (marks, i);

      if (!g_strv_contains (cli_known_feelings, mark->id))
        {
          g_autofree char *list = g_strjoinv (", ", (char **) cli_known_feelings);

          cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), "--feeling", mark->id, list);
          return FALSE;
        }
      legato_entry_add_feeling (entry, mark->id, mark->leg, mark->value);
    }
  return TRUE;
}

/* A note is UTF-8 in a plain C locale too, as it is in a script that cron runs. */
static gboolean
fill_note (LegatoEntry *entry, const char *note)
{
  char *text = NULL;

  if (note == NULL)
    return TRUE;
  text = g_utf8_validate (note, -1, NULL) ? g_strdup (note)
                                          : g_locale_to_utf8 (note, -1, NULL, NULL, NULL);
  if (text == NULL)
    {
      cli_fail (CLI_USAGE, _ ("--note: this is no text in UTF-8"));
      return FALSE;
    }
  g_free (entry->note);
  entry->note = text;
  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL if something is wrong, which has then been said */
static LegatoEntry *
make_entry (const LogArguments *arguments, LegatoGuide *guide)
{
  g_autoptr (GPtrArray) zones = read_marks ("--zone", arguments->zones);
  g_autoptr (GPtrArray) feelings =
      zones != NULL ? read_marks ("--feeling", arguments->feelings) : NULL;
  g_autoptr (GDateTime) at = feelings != NULL ? read_at (arguments->at) : NULL;
  g_autoptr (LegatoEntry) entry = NULL;

  if (at == NULL)
    return NULL;

  entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  if (!fill_ratings (entry, guide, zones) || !fill_feelings (entry, feelings)
      || !fill_note (entry, arguments->note))
    return NULL;
  if (zones->len == 0 && feelings->len == 0 && *entry->note == '\0')
    {
      cli_fail (CLI_USAGE, _ ("There is nothing to note: give --zone, --feeling or --note"));
      return NULL;
    }
  return g_steal_pointer (&entry);
}

CliStatus
cli_run_log (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_auto (LogArguments) arguments = { NULL };
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *when = NULL;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "zone", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.zones,
      N_ ("Soreness, from 0 (none) to 10 (as bad as you can imagine); may be repeated"),
      N_ ("ZONE/LEG=N") },
    { "feeling", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.feelings,
      N_ ("heaviness, tightness, swelling, fatigue, cramps, tingling or cold-feet, from 0 to 10; "
          "may be repeated"),
      N_ ("ID/LEG=N") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &arguments.note, N_ ("Words of your own"), N_ ("TEXT") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &arguments.at,
      N_ ("When it was, if not now: a day, or a day and a time"), N_ ("ISO-8601") },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 0, &status))
    return status;

  guide = cli_load_guide (&error);
  if (guide == NULL)
    return cli_fail_with (CLI_FAILED, error);
  entry = make_entry (&arguments, guide);
  if (entry == NULL)
    return CLI_USAGE;

  path = legato_journal_get_default_path ();
  journal = legato_journal_open (path, &error);
  if (journal == NULL || !legato_journal_add (journal, entry, &error))
    return cli_fail_with (CLI_FAILED, error);

  when = g_date_time_format (entry->at, "%Y-%m-%d %H:%M");
  g_print (_ ("Saved in your journal for %s.\n"), when);
  return CLI_DONE;
}
