/* cli-search.c: the command search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-journal.h"
#include "legato-dates.h"
#include "legato-day-search.h"
#include "legato-locale.h"
#include "legato-person-model.h"
#include "legato-search.h"

/* More words than anybody types. */
#define MAX_WORDS 50

/* Days of the journal that are listed. */
#define MOST_DAYS 10

/* In a plan an exercise is found among the techniques, and so it is called one here. */
static const char *
get_kind (const LegatoHit *hit)
{
  return legato_hit_kind_to_id (hit->kind == LEGATO_HIT_EXERCISE ? LEGATO_HIT_TECHNIQUE
                                                                 : hit->kind);
}

static void
add_result (JsonBuilder *builder, const char *kind, const char *id, const char *name)
{
  json_builder_begin_object (builder);
  cli_add_string (builder, "kind", kind);
  cli_add_string (builder, "id", id);
  cli_add_string (builder, "name", name);
  json_builder_end_object (builder);
}

/* Days stand before the rest where somebody has asked for them, and after it where not. @found:
 * (nullable) */
static void
add_days (JsonBuilder *builder, const LegatoFoundDays *found, gboolean asked)
{
  for (guint i = 0; found != NULL && found->asked == asked && i < found->days->len; i++)
    {
      const LegatoFoundDay *day = g_ptr_array_index (found->days, i);
      g_autofree char *name = legato_dates_dup_full_day (legato_dates_read_id (day->id));

      add_result (builder, legato_hit_kind_to_id (LEGATO_HIT_DAY), day->id, name);
    }
}

/* What was found by words of the person's language has the names that all languages read. */
static CliStatus
print_json (const GArray *hits, const LegatoFoundDays *found)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (LegatoSearch) names = NULL;
  g_autoptr (GError) error = NULL;

  legato_locale_speak_english ();
  guide = cli_load_guide (&error);
  if (guide == NULL)
    return cli_fail_with (CLI_FAILED, error);
  names = legato_search_new (guide);

  json_builder_begin_object (builder);
  cli_begin_array (builder, "results");
  add_days (builder, found, TRUE);
  for (guint i = 0; i < hits->len; i++)
    {
      const LegatoHit *hit = &g_array_index (hits, LegatoHit, i);

      add_result (builder, get_kind (hit), hit->id,
                  legato_search_get_title (names, hit->kind, hit->id));
    }
  add_days (builder, found, FALSE);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
  return CLI_DONE;
}

static void
list_days (CliTable *table, const LegatoFoundDays *found, gboolean asked)
{
  for (guint i = 0; found != NULL && found->asked == asked && i < found->days->len; i++)
    {
      const LegatoFoundDay *day = g_ptr_array_index (found->days, i);

      cli_table_add (table, legato_hit_kind_to_id (LEGATO_HIT_DAY), day->id, day->title);
      cli_table_add_note (table, day->subtitle);
    }
}

static void
print_table (const GArray *hits, const LegatoFoundDays *found)
{
  g_autoptr (CliTable) table = cli_table_new (3);

  list_days (table, found, TRUE);
  for (guint i = 0; i < hits->len; i++)
    {
      const LegatoHit *hit = &g_array_index (hits, LegatoHit, i);

      cli_table_add (table, get_kind (hit), hit->id, hit->title);
    }
  list_days (table, found, FALSE);
  cli_table_print (table);
}

/* Returns: (transfer full): the days that @words find in the journal, none where there is no
 * journal; %NULL with @error set */
static LegatoFoundDays *
find_days (const char *words, LegatoGuide *guide, const LegatoSearch *search, GError **error)
{
  g_autofree char *path = legato_journal_get_default_path ();
  g_autoptr (LegatoDaySearch) days =
      legato_day_search_new (guide, path, cli_journal_dup_line, MOST_DAYS);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  /* What keeps it from being looked into, and one of an older version, is seen to here. */
  if (!cli_journal_open_if_there (&journal, error))
    return NULL;
  legato_day_search_find_async (days, search, words, legato_person_model_get_today (),
                                cli_journal_result_cb, &result);
  return legato_day_search_find_finish (cli_journal_wait (&result));
}

CliStatus
cli_run_search (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (LegatoSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (LegatoFoundDays) found = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print the results as JSON"), NULL },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, MAX_WORDS, &status))
    return status;
  for (guint i = 0; i < MAX_WORDS && cli_options_get_rest (options, i) != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", cli_options_get_rest (options, i));
  if (*g_strstrip (words->str) == '\0')
    return cli_fail (CLI_USAGE, _ ("What shall I look for?"));

  /* The words are those of the person's language, whatever is printed. */
  legato_locale_init ();
  guide = cli_load_guide (&error);
  if (guide == NULL)
    return cli_fail_with (CLI_FAILED, error);
  search = legato_search_new (guide);
  hits = legato_search_find (search, words->str);
  found = find_days (words->str, guide, search, &error);
  if (json)
    status = print_json (hits, found);
  else
    print_table (hits, found);
  if (status == CLI_DONE && found == NULL)
    return cli_fail_with (CLI_FAILED, error);
  if (!json && hits->len + found->days->len == 0)
    {
      g_autofree char *shown = g_filename_display_name (words->str);

      return cli_fail (CLI_FAILED, _ ("Nothing found for “%s”"), shown);
    }
  return status;
}
