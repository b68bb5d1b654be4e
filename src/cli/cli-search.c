/* cli-search.c: the command search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli.h"
#include "legato-locale.h"
#include "legato-search.h"

/* More words than anybody types. */
#define MAX_WORDS 50

/* In a plan an exercise is found among the techniques, and so it is called one here. */
static const char *
get_kind (const LegatoHit *hit)
{
  return legato_hit_kind_to_id (hit->kind == LEGATO_HIT_EXERCISE ? LEGATO_HIT_TECHNIQUE
                                                                 : hit->kind);
}

/* What was found by words of the person's language has the names that all languages read. */
static CliStatus
print_json (const GArray *hits)
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
  for (guint i = 0; i < hits->len; i++)
    {
      const LegatoHit *hit = &g_array_index (hits, LegatoHit, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, "kind", get_kind (hit));
      cli_add_string (builder, "id", hit->id);
      cli_add_string (builder, "name", legato_search_get_title (names, hit->kind, hit->id));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
  return CLI_DONE;
}

static void
print_table (const GArray *hits)
{
  g_autoptr (CliTable) table = cli_table_new (3);

  for (guint i = 0; i < hits->len; i++)
    {
      const LegatoHit *hit = &g_array_index (hits, LegatoHit, i);

      cli_table_add (table, get_kind (hit), hit->id, hit->title);
    }
  cli_table_print (table);
}

CliStatus
cli_run_search (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (LegatoGuide) guide = NULL;
  g_autoptr (LegatoSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
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
  if (json)
    return print_json (hits);
  else if (hits->len > 0)
    print_table (hits);
  else
    {
      g_autofree char *shown = g_filename_display_name (words->str);

      return cli_fail (CLI_FAILED, _ ("Nothing found for “%s”"), shown);
    }
  return CLI_DONE;
}
