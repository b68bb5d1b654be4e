/* cli-complete.c: the command complete, which the completions of the shells ask
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"
#include "legato-feelings.h"
#include "legato-person.h"
#include "legato-planner.h"

/* The word that is being typed and the one before it, while a command tells its options. */
static const char *word = NULL;
static const char *before = NULL;

/* Prints @candidate if it begins as the word does, and after a tab what it means. */
static void
offer (const char *candidate, const char *meaning)
{
  if (g_str_has_prefix (candidate, word))
    g_print ("%s%s%s\n", candidate, meaning != NULL ? "\t" : "", meaning != NULL ? meaning : "");
}

static void
offer_all (const char *prefix, const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *candidate = g_strconcat (prefix, values[i], NULL);

      offer (candidate, NULL);
    }
}

/* "calf/left", and with @ending for what is still to be typed "calf/left=". */
static void
offer_places (LegatoGuide *guide, const char *prefix, const char *ending)
{
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        {
          g_autofree char *candidate =
              g_strconcat (prefix, zone->id, "/", legato_leg_to_id ((LegatoLeg) leg), ending, NULL);

          offer (candidate, zone->side_names[leg]);
        }
    }
}

static void
offer_feelings (const char *prefix)
{
  for (const char *const *feeling = legato_feelings_list (); *feeling != NULL; feeling++)
    for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      {
        g_autofree char *candidate =
            g_strconcat (prefix, *feeling, "/", legato_leg_to_id ((LegatoLeg) leg), "=", NULL);

        offer (candidate, NULL);
      }
}

static void
offer_ids (const char *prefix, int first, int n, const char *(*to_id) (int value))
{
  for (int i = first; i < n; i++)
    {
      g_autofree char *candidate = g_strconcat (prefix, to_id (i), NULL);

      offer (candidate, NULL);
    }
}

static const char *
goal_to_id (int goal)
{
  return legato_goal_to_id ((LegatoGoal) goal);
}

static const char *
condition_to_id (int index)
{
  return legato_condition_to_id ((LegatoCondition) (1u << index));
}

/* What may follow @option; @prefix stands before it in the same word, as in "--goal=soreness". */
static void
offer_values (const GOptionEntry *option, const char *prefix)
{
  const char *name = option->long_name;
  g_autoptr (LegatoGuide) guide = cli_load_guide (NULL);

  if (guide == NULL)
    return;
  if (g_str_equal (name, "joint"))
    offer_all (prefix, cli_known_joints);
  else if (option->arg_description != NULL && strchr (option->arg_description, '|') != NULL)
    {
      g_auto (GStrv) choices = g_strsplit (option->arg_description, "|", -1);

      offer_all (prefix, (const char *const *) choices);
    }
  else if (g_str_equal (name, "routine") || g_str_equal (name, "session"))
    {
      g_autoptr (GPtrArray) routines = cli_dup_routines (guide);

      for (guint i = 0; i < routines->len; i++)
        {
          const LegatoRoutine *routine = g_ptr_array_index (routines, i);
          g_autofree char *candidate = g_strconcat (prefix, routine->id, NULL);

          offer (candidate, routine->name);
        }
    }
  else if (g_str_equal (name, "goal"))
    offer_ids (prefix, LEGATO_GOAL_NONE + 1, LEGATO_N_GOALS, goal_to_id);
  else if (g_str_equal (name, "condition") || g_str_equal (name, "cleared"))
    offer_ids (prefix, 0, LEGATO_N_CONDITIONS, condition_to_id);
  else if (g_str_equal (name, "tool"))
    offer_all (prefix, cli_known_tools);
  else if (g_str_equal (name, "flag") || g_str_equal (name, "no-flag"))
    offer_all (prefix, cli_known_flags);
  else if (g_str_equal (name, "block") || g_str_equal (name, "agreed") || g_str_equal (name, "numb")
           || g_str_equal (name, "tight"))
    offer_places (guide, prefix, "");
  else if (g_str_equal (name, "sore") || g_str_equal (name, "zone"))
    offer_places (guide, prefix, "=");
  else if (g_str_equal (name, "feeling"))
    offer_feelings (prefix);
}

/** Returns: whether a command has only to tell cli_complete_options() its options */
gboolean
cli_is_completing (void)
{
  return word != NULL;
}

/**
 * cli_complete_options:
 * @entries: all options of the command
 *
 * Offers the options that the word may become, or the values of the one that stands before it.
 */
void
cli_complete_options (const GOptionEntry *entries, guint n_entries)
{
  const char *equals = strchr (word, '=');
  const char *start = equals != NULL ? word : before;
  gsize length = equals != NULL ? (gsize) (equals - word) : strlen (before);

  if (g_str_has_prefix (start, "--"))
    for (guint i = 0; i < n_entries; i++)
      if (entries[i].long_name != NULL && entries[i].arg != G_OPTION_ARG_NONE
          && strlen (entries[i].long_name) == length - 2
          && strncmp (entries[i].long_name, start + 2, length - 2) == 0)
        {
          g_autofree char *prefix = equals != NULL ? g_strndup (word, length + 1) : g_strdup ("");

          offer_values (&entries[i], prefix);
          return;
        }

  for (guint i = 0; i < n_entries; i++)
    if (entries[i].long_name != NULL && *entries[i].long_name != '\0')
      {
        g_autofree char *candidate = g_strconcat ("--", entries[i].long_name, NULL);

        offer (candidate, _ (entries[i].description));
      }
}

/* Offers the next word of @command if it begins as the @n_typed words at @typed do. */
static void
offer_command (const CliCommand *command, char **typed, int n_typed, GHashTable *offered)
{
  g_auto (GStrv) words = g_strsplit (command->name, " ", -1);
  int n_words = (int) g_strv_length (words);

  if (n_typed >= n_words)
    return;
  for (int i = 0; i < n_typed; i++)
    if (!g_str_equal (words[i], typed[i]))
      return;
  if (g_hash_table_add (offered, g_strdup (words[n_typed])))
    offer (words[n_typed], n_typed + 1 == n_words ? _ (command->summary) : NULL);
}

/**
 * cli_complete:
 * @commands: those of the program
 * @argv: (array length=argc): what stands behind the program's name, the word that is being typed
 *   last, and maybe empty
 *
 * Prints what that word may become, one a line, behind each after a tab what it means.
 *
 * Returns: how the command ends
 */
CliStatus
cli_complete (const CliCommand *commands, gsize n_commands, int argc, char **argv)
{
  g_autoptr (GHashTable) offered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (argc == 0)
    return cli_fail (CLI_USAGE, _ ("“complete” needs the words that were typed"));
  word = argv[argc - 1];
  before = argc > 1 ? argv[argc - 2] : "";

  for (gsize i = 0; i < n_commands; i++)
    {
      int n_words = cli_command_match (&commands[i], argc - 1, argv);

      if (n_words > 0)
        return commands[i].run (&commands[i], 1, (char *[]){ argv[n_words - 1], NULL });
    }
  for (gsize i = 0; i < n_commands; i++)
    offer_command (&commands[i], argv, argc - 1, offered);
  if (argc == 1)
    {
      offer ("--help", NULL);
      offer ("--version", NULL);
    }
  return CLI_DONE;
}

/** Returns: how many words of @argv are the name of @command; 0 if they are not */
int
cli_command_match (const CliCommand *command, int argc, char **argv)
{
  g_auto (GStrv) words = g_strsplit (command->name, " ", -1);
  int n_words = (int) g_strv_length (words);

  if (n_words > argc)
    return 0;
  for (int i = 0; i < n_words; i++)
    if (!g_str_equal (words[i], argv[i]))
      return 0;
  return n_words;
}
