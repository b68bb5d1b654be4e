/* cli-journal.c: the commands journal list and journal search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-journal.h"
#include "legato-dates.h"
#include "legato-person.h"

/* Entries that are shown unless more are asked for, and the most that can be. */
#define DEFAULT_LIMIT 50
#define LIMIT_MAX 1000000

/* What was typed. */
typedef struct
{
  char *from;
  char *to;
  char *kind;
  char *zone;
  char *leg;
  char *routine;
  char *goal;
  char *tag;
  char *limit;
  gboolean deleted;
  gboolean json;
} ListArguments;

static void
list_arguments_clear (ListArguments *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->kind);
  g_free (self->zone);
  g_free (self->leg);
  g_free (self->routine);
  g_free (self->goal);
  g_free (self->tag);
  g_free (self->limit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListArguments, list_arguments_clear)

/** For a call that is waited for by cli_journal_wait(): @data is where its result goes. */
void
cli_journal_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

/** Returns: (transfer none): *@result, once cli_journal_result_cb() has filled it */
GAsyncResult *
cli_journal_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/**
 * cli_journal_open:
 * @must_exist: none is made where there is none yet
 *
 * Returns: (transfer full) (nullable): the person's journal; %NULL if that went wrong, which has
 *   been said
 */
LegatoJournal *
cli_journal_open (gboolean must_exist)
{
  g_autofree char *path = legato_journal_get_default_path ();
  g_autoptr (GError) error = NULL;
  LegatoJournal *journal = NULL;

  if (must_exist)
    cli_journal_open_if_there (&journal, &error);
  else
    journal = legato_journal_open (path, &error);
  if (error != NULL)
    cli_fail_with (CLI_FAILED, error);
  else if (journal == NULL)
    cli_fail (CLI_FAILED, _ ("There is no journal yet"));
  return journal;
}

/**
 * cli_journal_open_if_there:
 * @journal: (out) (transfer full) (nullable): the person's journal; %NULL where there is none yet,
 *   and none is made
 *
 * Returns: %FALSE with @error set if it cannot be opened, or nobody can tell whether it is there
 */
gboolean
cli_journal_open_if_there (LegatoJournal **journal, GError **error)
{
  g_autofree char *path = legato_journal_get_default_path ();
  gboolean exists;

  *journal = NULL;
  if (!legato_journal_exists (path, &exists, error))
    return FALSE;
  if (exists)
    *journal = legato_journal_open (path, error);
  return !exists || *journal != NULL;
}

static gboolean
read_day (const char *option, const char *text, guint32 *day)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = text != NULL ? g_strconcat (text, "T00:00:00", NULL) : NULL;
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL)
    return TRUE;
  time = g_date_time_new_from_iso8601 (whole, utc);
  if (time == NULL)
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not a day of the form %s"), option, text, "2026-03-28");
      return FALSE;
    }
  *day = legato_dates_get_day (time);
  return TRUE;
}

static gboolean
fill_filter (LegatoFilter *filter, const ListArguments *arguments, LegatoGuide *guide)
{
  LegatoEntryKind kind = LEGATO_ENTRY_SESSION;
  LegatoLeg leg = LEGATO_LEG_LEFT;

  if (!read_day ("--from", arguments->from, &filter->from_day)
      || !read_day ("--to", arguments->to, &filter->to_day))
    return FALSE;
  if (arguments->kind != NULL && !legato_entry_kind_from_id (arguments->kind, &kind))
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), "--kind", arguments->kind,
                "session, check-in, refusal, stop");
      return FALSE;
    }
  if (arguments->leg != NULL
      && (!legato_leg_from_id (arguments->leg, &leg) || leg == LEGATO_LEG_BOTH))
    {
      cli_fail (CLI_USAGE, _ ("%s: “%s” is not one of %s"), "--leg", arguments->leg, "left, right");
      return FALSE;
    }
  if (arguments->zone != NULL && legato_guide_find_zone (guide, arguments->zone) == NULL)
    {
      cli_fail (CLI_USAGE, _ ("--zone: there is no “%s”; “legato-cli zones” lists the zones"),
                arguments->zone);
      return FALSE;
    }
  filter->kinds = arguments->kind != NULL ? 1u << kind : 0;
  filter->legs = arguments->leg != NULL ? 1u << leg : 0;
  filter->zone = g_strdup (arguments->zone);
  filter->routine = g_strdup (arguments->routine);
  filter->goal = g_strdup (arguments->goal);
  filter->tag = g_strdup (arguments->tag);
  return TRUE;
}

/* What the entry is, in words. */
static char *
describe (const LegatoEntry *entry, LegatoGuide *guide)
{
  const LegatoRoutine *routine =
      entry->routine != NULL ? legato_guide_find_routine (guide, entry->routine) : NULL;
  const LegatoZone *zone = entry->zone != NULL ? legato_guide_find_zone (guide, entry->zone) : NULL;
  const LegatoRoutine *goal =
      entry->goal != NULL ? legato_guide_find_goal (guide, entry->goal) : NULL;

  switch (entry->kind)
    {
    case LEGATO_ENTRY_CHECK_IN:
      return g_strdup (_ ("Check-in"));
    case LEGATO_ENTRY_REFUSAL:
      return g_strdup (_ ("No session, for your safety"));
    case LEGATO_ENTRY_STOP:
      return g_strdup (_ ("Stopped, it hurt"));
    case LEGATO_ENTRY_SESSION:
      break;
    }
  if (routine != NULL)
    return g_strdup (routine->name);
  if (entry->routine != NULL)
    return g_strdup (entry->routine);
  if (goal != NULL)
    return g_strdup (goal->name);
  return g_strdup (zone != NULL ? zone->name : _ ("Massage"));
}

/* The value of the same place right after, or -1. */
static int
find_after (const LegatoEntry *entry, const LegatoRating *before)
{
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      if (rating->moment == LEGATO_MOMENT_AFTER && rating->leg == before->leg
          && g_str_equal (rating->zone, before->zone))
        return (int) rating->value;
    }
  return -1;
}

/* Returns: (transfer full): a place that another version knows has no name here */
static char *
dup_place (const LegatoRating *rating, LegatoGuide *guide)
{
  const LegatoZone *zone = legato_guide_find_zone (guide, rating->zone);

  return zone != NULL
             ? g_strdup (zone->side_names[rating->leg])
             : g_strdup_printf ("%s (%s)", rating->zone, legato_leg_get_name (rating->leg));
}

/* One place after the other: before and after are never of two different ones. */
static char *
describe_ratings (const LegatoEntry *entry, LegatoGuide *guide)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);
      g_autofree char *place = dup_place (rating, guide);
      int after = rating->moment == LEGATO_MOMENT_BEFORE ? find_after (entry, rating) : -1;

      if (rating->moment != LEGATO_MOMENT_BEFORE && rating->moment != LEGATO_MOMENT_CHECK_IN)
        continue;
      g_string_append_printf (text, "%s%s ", text->len > 0 ? C_ ("list", ", ") : "", place);
      if (after >= 0)
        /* Translators: how sore a place was before and after: "6 → 3" */
        g_string_append_printf (text, C_ ("soreness", "%u → %u"), rating->value, (guint) after);
      else
        g_string_append_printf (text, "%u", rating->value);
    }
  return g_string_free (text, FALSE);
}

/** Returns: (transfer full): what was done, and how sore it was */
char *
cli_journal_dup_line (const LegatoEntry *entry, LegatoGuide *guide)
{
  g_autofree char *what = describe (entry, guide);
  g_autofree char *ratings = describe_ratings (entry, guide);

  return *ratings == '\0' ? g_steal_pointer (&what)
                          : g_strconcat (what, C_ ("list", ", "), ratings, NULL);
}

static void
print_entries (const GPtrArray *entries, LegatoGuide *guide)
{
  g_autoptr (CliTable) table = cli_table_new (3);

  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *when = g_date_time_format (entry->at, "%Y-%m-%d %H:%M");
      g_autofree char *what = describe (entry, guide);
      g_autofree char *ratings = describe_ratings (entry, guide);

      cli_table_add (table, when, what, ratings);
      if (*entry->note != '\0')
        cli_table_add_note (table, entry->note);
    }
  cli_table_print (table);
}

static void
add_words (JsonBuilder *builder, const char *name, GStrv words)
{
  cli_begin_array (builder, name);
  for (gsize i = 0; words[i] != NULL; i++)
    json_builder_add_string_value (builder, words[i]);
  json_builder_end_array (builder);
}

static void
add_measures (JsonBuilder *builder, const LegatoEntry *entry)
{
  cli_begin_array (builder, "ratings");
  for (guint i = 0; i < entry->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (entry->ratings, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, "zone", rating->zone);
      cli_add_string (builder, "leg", legato_leg_to_id (rating->leg));
      cli_add_string (builder, "moment", legato_moment_to_id (rating->moment));
      cli_add_int (builder, "value", rating->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  cli_begin_array (builder, "feelings");
  for (guint i = 0; i < entry->feelings->len; i++)
    {
      const LegatoFeeling *feeling = g_ptr_array_index (entry->feelings, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, "id", feeling->id);
      cli_add_string (builder, "leg", legato_leg_to_id (feeling->leg));
      cli_add_int (builder, "value", feeling->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_begin_array (builder, "entries");
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *at = g_date_time_format_iso8601 (entry->at);

      json_builder_begin_object (builder);
      cli_add_string (builder, "uuid", entry->uuid);
      cli_add_string (builder, "kind", legato_entry_kind_to_id (entry->kind));
      cli_add_string (builder, "at", at);
      cli_add_boolean (builder, "late", entry->late);
      cli_add_string (builder, "routine", entry->routine);
      cli_add_string (builder, "goal", entry->goal);
      cli_add_string (builder, "zone", entry->zone);
      cli_add_string (builder, "leg", legato_leg_to_id (entry->leg));
      cli_add_int (builder, "seconds", entry->done_s);
      cli_add_boolean (builder, "completed", entry->completed);
      cli_add_string (builder, "note", entry->note);
      add_words (builder, "tags", entry->tags);
      add_words (builder, "reasons", entry->reasons);
      add_measures (builder, entry);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

/* The first of the choices that the bin, which is short, is shown without. */
static const char *
find_choice (const ListArguments *arguments)
{
  const struct
  {
    const char *option;
    const char *value;
  } choices[] = {
    { "--from", arguments->from }, { "--to", arguments->to },   { "--kind", arguments->kind },
    { "--zone", arguments->zone }, { "--leg", arguments->leg }, { "--routine", arguments->routine },
    { "--goal", arguments->goal }, { "--tag", arguments->tag }, { "--limit", arguments->limit },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].value != NULL)
      return choices[i].option;
  return NULL;
}

/* Returns: (transfer full) (nullable): %NULL with @error set */
static GPtrArray *
load (LegatoJournal *journal,
      const ListArguments *arguments,
      const LegatoFilter *filter,
      guint limit,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (arguments->deleted)
    {
      legato_journal_list_deleted_async (journal, NULL, cli_journal_result_cb, &result);
      return legato_journal_list_deleted_finish (journal, cli_journal_wait (&result), error);
    }
  legato_journal_find_async (journal, filter, limit, 0, NULL, cli_journal_result_cb, &result);
  return legato_journal_find_finish (journal, cli_journal_wait (&result), error);
}

/* @words: (nullable): to be searched for */
static CliStatus
list (const ListArguments *arguments, const char *words)
{
  g_autoptr (LegatoFilter) filter = legato_filter_new ();
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint limit = DEFAULT_LIMIT;

  if (arguments->deleted && find_choice (arguments) != NULL)
    return cli_fail (CLI_USAGE, _ ("%s and %s do not go together"), "--deleted",
                     find_choice (arguments));
  if (arguments->limit != NULL && !cli_read_number (arguments->limit, 1, LIMIT_MAX, &limit))
    return cli_fail (CLI_USAGE, _ ("%s: “%s” is not a whole number from %d to %d"), "--limit",
                     arguments->limit, 1, LIMIT_MAX);
  guide = cli_load_guide (&error);
  if (guide == NULL)
    return cli_fail_with (CLI_FAILED, error);
  if (!fill_filter (filter, arguments, guide))
    return CLI_USAGE;
  filter->words = g_strdup (words);
  journal = cli_journal_open (TRUE);
  if (journal == NULL)
    return CLI_FAILED;
  entries = load (journal, arguments, filter, limit, &error);
  if (entries == NULL)
    return cli_fail_with (CLI_FAILED, error);
  if (arguments->json)
    print_json (entries);
  else
    print_entries (entries, guide);
  return CLI_DONE;
}

CliStatus
cli_run_journal_list (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_auto (ListArguments) arguments = { NULL };
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &arguments.from, N_ ("First day"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &arguments.to, N_ ("Last day"), N_ ("DAY") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &arguments.kind, N_ ("session, check-in, refusal or stop"),
      N_ ("KIND") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &arguments.zone, N_ ("Rated or treated there"),
      N_ ("ZONE") },
    { "leg", 0, 0, G_OPTION_ARG_STRING, &arguments.leg, N_ ("left or right"), N_ ("LEG") },
    { "routine", 0, 0, G_OPTION_ARG_STRING, &arguments.routine, N_ ("Sessions of a routine"),
      N_ ("ROUTINE") },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &arguments.goal, N_ ("Sessions for a goal"), N_ ("GOAL") },
    { "tag", 0, 0, G_OPTION_ARG_STRING, &arguments.tag, N_ ("With a tag"), N_ ("TAG") },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &arguments.limit, N_ ("At most so many (50)"), N_ ("N") },
    { "deleted", 0, 0, G_OPTION_ARG_NONE, &arguments.deleted, N_ ("What is in the bin"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &arguments.json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 0, &status))
    return status;
  return list (&arguments, NULL);
}

CliStatus
cli_run_journal_search (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_auto (ListArguments) arguments = { NULL };
  g_autofree char *words = NULL;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_STRING, &arguments.limit, N_ ("At most so many (50)"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &arguments.json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, G_MAXINT, &status))
    return status;
  if (cli_options_get_rest (options, 0) == NULL)
    return cli_fail (CLI_USAGE, _ ("Say which words to search for"));
  for (guint i = 0; cli_options_get_rest (options, i) != NULL; i++)
    {
      const char *word = cli_options_get_rest (options, i);
      char *longer = g_strconcat (words != NULL ? words : "", words != NULL ? " " : "", word, NULL);

      g_free (words);
      words = longer;
    }
  if (!g_utf8_validate (words, -1, NULL))
    return cli_fail (CLI_USAGE, _ ("The words are no text in UTF-8"));
  return list (&arguments, words);
}
