/* cli-journal.c: the commands journal backup and journal verify
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cli.h"
#include "legato-journal.h"

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

CliStatus
cli_run_journal_backup (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = legato_journal_get_default_path ();
  g_autofree char *shown = NULL;
  const char *dest = NULL;
  CliStatus status = CLI_DONE;

  if (!cli_options_parse (options, argc, argv, 1, &status))
    return status;
  dest = cli_options_get_rest (options, 0);
  if (dest == NULL)
    return cli_fail (CLI_USAGE, _ ("Name the file that the copy shall go to"));
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return cli_fail (CLI_FAILED, _ ("There is no journal yet"));
  shown = g_filename_display_name (dest);
  if (is_same_file (path, dest))
    return cli_fail (CLI_USAGE, _ ("“%s” is the journal itself; name another file"), shown);

  journal = legato_journal_open (path, &error);
  if (journal == NULL || !legato_journal_backup (journal, dest, &error))
    return cli_fail_with (CLI_FAILED, error);

  g_print (_ ("Copied your journal to “%s”.\n"), shown);
  return CLI_DONE;
}

CliStatus
cli_run_journal_verify (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *default_path = legato_journal_get_default_path ();
  g_autofree char *shown = NULL;
  const char *path = NULL;
  CliStatus status = CLI_DONE;

  if (!cli_options_parse (options, argc, argv, 1, &status))
    return status;
  path = cli_options_get_rest (options, 0);
  if (path == NULL)
    path = default_path;
  if (!legato_journal_verify_file (path, &error))
    return cli_fail_with (CLI_FAILED, error);

  shown = g_filename_display_name (path);
  g_print (_ ("“%s” is sound.\n"), shown);
  return CLI_DONE;
}
