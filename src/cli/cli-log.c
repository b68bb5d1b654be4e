/* cli-log.c: the command log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli-journal.h"
#include "legato-feelings.h"
#include "legato-planner.h"
#include "legato-unguided-session.h"

/* The time of an entry of which only the day is given. */
#define NOON "12:00:00"

/* What was typed. */
typedef struct
{
  char *session;
  char *minutes;
  char *leg;
  char **zones;
  char **feelings;
  char **tags;
  char *note;
  char *at;
} LogArguments;

static void
log_arguments_clear (LogArguments *self)
{
  g_free (self->session);
  g_free (self->minutes);
  g_free (self->leg);
  g_strfreev (self->zones);
  g_strfreev (self->feelings);
  g_strfreev (self->tags);
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

static gboolean
is_day (const char *text, GDateTime *time)
{
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");

  return g_str_equal (text, day);
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

/* @is_now: (out): whether it is the time at which this is asked */
static GDateTime *
read_at (const char *text, gboolean *is_now)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = NULL;

  /* A day alone means its noon, and today means now. */
  *is_now = text == NULL || is_day (text, now);
  if (*is_now)
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

/* (nullable): %NULL if something is wrong, which has then been said */
static LegatoPlan *
plan_session (const LogArguments *arguments, LegatoGuide *guide)
{
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  g_auto (GStrv) tools = NULL;
  g_autoptr (GError) error = NULL;
  LegatoPlan *plan = NULL;

  request.routine = legato_guide_find_routine (guide, arguments->session);
  if (request.routine == NULL)
    {
      cli_fail (CLI_USAGE,
                _ ("--session: there is no “%s”; “legato-cli routines” lists the sessions"),
                arguments->session);
      return NULL;
    }
  if (arguments->minutes != NULL
      && !cli_read_number (arguments->minutes, LEGATO_PLAN_MIN_MINUTES, LEGATO_PLAN_MAX_MINUTES,
                           &request.minutes))
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not a whole number from %d to %d"), "--minutes",
                arguments->minutes, LEGATO_PLAN_MIN_MINUTES, LEGATO_PLAN_MAX_MINUTES);
      return NULL;
    }
  if (arguments->leg != NULL && !legato_leg_from_id (arguments->leg, &request.legs))
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), "--leg", arguments->leg,
                "left, right, both");
      return NULL;
    }
  tools = legato_routine_dup_tools (request.routine);
  request.tools = (const char *const *) tools;
  plan = legato_planner_make (guide, &request, &error);
  if (plan == NULL)
    cli_fail_with (CLI_USAGE, error);
  return plan;
}

static gboolean
fill_ratings (LegatoEntry *entry, LegatoGuide *guide, GPtrArray *marks)
{
  LegatoMoment moment =
      entry->kind == LEGATO_ENTRY_SESSION ? LEGATO_MOMENT_AFTER : LEGATO_MOMENT_CHECK_IN;

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = g_ptr_array_index (marks, i);

      if (legato_guide_find_zone (guide, mark->id) == NULL)
        {
          cli_fail (CLI_USAGE, _ ("--zone: there is no “%s”; “legato-cli zones” lists the zones"),
                    mark->id);
          return FALSE;
        }
      legato_entry_add_rating (entry, mark->id, mark->leg, moment, mark->value);
    }
  return TRUE;
}

static gboolean
fill_feelings (LegatoEntry *entry, GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = g_ptr_array_index (marks, i);

      if (!g_strv_contains (legato_feelings_list (), mark->id))
        {
          g_autofree char *list = g_strjoinv (", ", (char **) legato_feelings_list ());

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

static gboolean
fill_tags (LegatoEntry *entry, char **tags)
{
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autofree char *tag = g_utf8_validate (tags[i], -1, NULL)
                                 ? g_strdup (tags[i])
                                 : g_locale_to_utf8 (tags[i], -1, NULL, NULL, NULL);

      if (tag == NULL || *g_strstrip (tag) == '\0')
        {
          cli_fail (CLI_USAGE, _ ("--tag: this is no word in UTF-8"));
          return FALSE;
        }
      legato_entry_add_tag (entry, tag);
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL if something is wrong, which has then been said */
static LegatoEntry *
make_entry (const LogArguments *arguments, LegatoGuide *guide)
{
  g_autoptr (GPtrArray) zones = read_marks ("--zone", arguments->zones);
  g_autoptr (GPtrArray) feelings =
      zones != NULL ? read_marks ("--feeling", arguments->feelings) : NULL;
  gboolean is_now = FALSE;
  g_autoptr (GDateTime) at = feelings != NULL ? read_at (arguments->at, &is_now) : NULL;
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (LegatoEntry) entry = NULL;

  if (at == NULL)
    return NULL;
  if (arguments->session == NULL && (arguments->minutes != NULL || arguments->leg != NULL))
    {
      cli_fail (CLI_USAGE, _ ("--minutes and --leg belong to --session"));
      return NULL;
    }
  if (arguments->session != NULL)
    {
      plan = plan_session (arguments, guide);
      if (plan == NULL)
        return NULL;
      if (legato_plan_is_for_partner (plan) && zones->len + feelings->len > 0)
        {
          cli_fail (CLI_USAGE, _ ("--zone and --feeling are of your legs, not of a partner’s"));
          return NULL;
        }
      /* Without an hour the massage has ended just now. */
      if (is_now)
        start = g_date_time_add_seconds (at, -(double) legato_plan_get_seconds (plan));
    }

  entry = legato_entry_new (plan != NULL ? LEGATO_ENTRY_SESSION : LEGATO_ENTRY_CHECK_IN,
                            start != NULL ? start : at);
  if (plan != NULL)
    legato_unguided_session_fill (entry, plan, legato_plan_get_seconds (plan));
  if (!fill_ratings (entry, guide, zones) || !fill_feelings (entry, feelings)
      || !fill_tags (entry, arguments->tags) || !fill_note (entry, arguments->note))
    return NULL;
  if (plan == NULL && zones->len == 0 && feelings->len == 0 && entry->tags[0] == NULL
      && *entry->note == '\0')
    {
      cli_fail (CLI_USAGE,
                _ ("There is nothing to note: give --session, --zone, --feeling, --tag or --note"));
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
  g_autofree char *when = NULL;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "session", 0, 0, G_OPTION_ARG_STRING, &arguments.session,
      N_ ("A massage done without the program, as “routines” names it"), N_ ("ID") },
    { "minutes", 0, 0, G_OPTION_ARG_STRING, &arguments.minutes,
      N_ ("How long it took, 3 to 30 minutes; its own length if not given"), N_ ("N") },
    { "leg", 0, 0, G_OPTION_ARG_STRING, &arguments.leg, N_ ("Which leg; both if not given"),
      "left|right|both" },
    { "zone", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.zones,
      N_ ("Soreness, from 0 (none) to 10 (as bad as you can imagine); may be repeated"),
      N_ ("ZONE/LEG=N") },
    { "feeling", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.feelings,
      N_ ("heaviness, tightness, swelling, fatigue, cramps, tingling or cold-feet, from 0 to 10; "
          "may be repeated"),
      N_ ("ID/LEG=N") },
    { "tag", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments.tags,
      N_ ("What sort of day it was: run, flight or a word of your own; may be repeated"),
      N_ ("TAG") },
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

  journal = cli_journal_open (FALSE);
  if (journal == NULL)
    return CLI_FAILED;
  if (!legato_journal_add (journal, entry, &error))
    return cli_fail_with (CLI_FAILED, error);

  when = g_date_time_format (entry->at, "%Y-%m-%d %H:%M");
  g_print (_ ("Saved in your journal for %s.\n"), when);
  return CLI_DONE;
}
