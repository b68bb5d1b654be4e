/* cli-main.c: legato-cli, the program without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli.h"
#include "legato-locale.h"

static const CliCommand commands[] = {
  { "routines", "", N_ ("List the sessions to choose from."), cli_run_routines },
  { "zones", "", N_ ("List the zones of the leg."), cli_run_zones },
  { "techniques", "", N_ ("List the techniques and exercises."), cli_run_techniques },
  { "search", N_ ("WORDS"),
    N_ ("Find places, techniques, sessions, advice and days of your journal by any words."),
    cli_run_search },
  { "plan", "", N_ ("Show a session step by step."), cli_run_plan },
  { "timeline", "", N_ ("Show every stroke and signal of a session in time."), cli_run_timeline },
  { "cues", "", N_ ("Write the sound of a session to a file."), cli_run_cues },
  { "log", "", N_ ("Note in your journal how your legs feel."), cli_run_log },
  { "journal list", "", N_ ("List entries of your journal, newest first."), cli_run_journal_list },
  { "journal search", N_ ("WORDS"), N_ ("Find entries by words in their notes and tags."),
    cli_run_journal_search },
  { "journal export", N_ ("FILE"),
    N_ ("Write your journal to a file: .json holds all of it, .csv a row a rating."),
    cli_run_journal_export },
  { "journal import", N_ ("FILE"), N_ ("Bring in entries from a .json or .csv file."),
    cli_run_journal_import },
  { "journal merge", N_ ("FILE|FOLDER"),
    N_ ("Bring in another journal, or keep in step with other computers through a folder."),
    cli_run_journal_merge },
  { "journal backup", N_ ("[FILE]"),
    N_ ("Copy your journal to a file, or to where the last copies are kept."),
    cli_run_journal_backup },
  { "journal restore", N_ ("[FILE]"),
    N_ ("Put a copy in the place of your journal; without a file, list the copies."),
    cli_run_journal_restore },
  { "journal recover", N_ ("DAMAGED-FILE NEW-FILE"),
    N_ ("Write what can be read of a damaged journal to a new one."), cli_run_journal_recover },
  { "journal verify", N_ ("[FILE]"),
    N_ ("Check that a journal is sound; yours, if no file is named."), cli_run_journal_verify },
  { "trends", "", N_ ("Show how soreness went, week by week."), cli_run_trends },
};

static void
print_help (void)
{
  g_autoptr (CliTable) table = cli_table_new (3);

  g_print ("%s\n\n", _ ("Leg massage sessions and a journal of your legs, without a window."));
  g_print ("%s\n  legato-cli %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…]"), _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const CliCommand *command = &commands[i];
      g_autofree char *call = *command->arguments != '\0'
                                  ? g_strdup_printf ("%s %s", command->name, _ (command->arguments))
                                  : g_strdup (command->name);

      cli_table_add (table, "", call, _ (command->summary));
    }
  cli_table_print (table);
  g_print ("\n%s\n", _ ("“legato-cli COMMAND --help” tells more about a command."));
  g_print ("%s\n", _ ("Exit status: 0 done, 1 failed, 2 wrong usage, 3 refused for your safety."));
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h");
}

static CliStatus
run (int argc, char **argv)
{
  g_autofree char *unknown = NULL;

  if (argc == 0)
    return cli_fail (CLI_USAGE, _ ("What shall I do? “legato-cli --help” lists the commands"));
  if (is_help (argv[0]) || (argc == 2 && g_str_equal (argv[0], "journal") && is_help (argv[1])))
    {
      print_help ();
      return CLI_DONE;
    }
  if (g_str_equal (argv[0], "--version"))
    {
      g_print ("legato-cli %s\n", LEGATO_VERSION);
      return CLI_DONE;
    }
  /* For the shells alone, so not in the help. */
  if (g_str_equal (argv[0], "complete"))
    return cli_complete (commands, G_N_ELEMENTS (commands), argc - 1, argv + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int n_words = cli_command_match (&commands[i], argc, argv);

      if (n_words > 0)
        return commands[i].run (&commands[i], argc - n_words + 1, argv + n_words - 1);
    }

  unknown = g_filename_display_name (argv[0]);
  if (g_str_equal (argv[0], "journal") && argc > 1 && *argv[1] != '-')
    {
      g_autofree char *subcommand = g_filename_display_name (argv[1]);

      return cli_fail (CLI_USAGE, _ ("There is no command “%s %s” (see “legato-cli --help”)"),
                       unknown, subcommand);
    }
  return cli_fail (CLI_USAGE, _ ("There is no command “%s” (see “legato-cli --help”)"), unknown);
}

/* What other programs read is the same in every language. */
static gboolean
prints_json (char **argv)
{
  for (gsize i = 0; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--json"))
      return TRUE;
  return FALSE;
}

int
main (int argc, char **argv)
{
  legato_locale_init ();
  cli_voice_take_language (argv + 1);
  if (prints_json (argv))
    legato_locale_speak_english ();
  g_set_prgname ("legato-cli");

  return (int) cli_finish_output (run (argc - 1, argv + 1));
}
