/* cli-journal-copies.c: the journal to and from other files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli-journal.h"
#include "legato-journal-copies.h"
#include "legato-journal-table.h"

/* As many as the settings can keep, where there are none. */
#define KEEP_DAYS_MAX 31
#define KEEP_WEEKS_MAX 52

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

/* Likewise of a file that another system has named, "LEGS.CSV". */
static gboolean
has_suffix (const char *path, const char *suffix)
{
  gsize length = strlen (path);

  return length >= strlen (suffix)
         && g_ascii_strcasecmp (path + length - strlen (suffix), suffix) == 0;
}

/* Returns: (transfer full) (nullable): what was chosen in the preferences; %NULL where the command
 *   line was installed alone */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, LEGATO_APP_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* Returns: (transfer full): where the copies are that are made by themselves */
static char *
dup_backup_folder (GSettings *settings)
{
  g_autofree char *chosen =
      settings != NULL ? g_settings_get_string (settings, "copy-folder") : g_strdup ("");

  return *chosen != '\0' ? g_steal_pointer (&chosen) : legato_journal_get_default_backup_folder ();
}

static CliStatus
make_backup (LegatoJournal *journal)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autofree char *folder = dup_backup_folder (settings);
  guint days = settings != NULL ? g_settings_get_uint (settings, "copy-days") : KEEP_DAYS_MAX;
  guint weeks = settings != NULL ? g_settings_get_uint (settings, "copy-weeks") : KEEP_WEEKS_MAX;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;

  legato_journal_make_backup_async (journal, folder, days, weeks, NULL, NULL, NULL,
                                    cli_journal_result_cb, &result);
  path = legato_journal_make_backup_finish (journal, cli_journal_wait (&result), &error);
  if (path == NULL)
    return cli_fail_with (CLI_FAILED, error);
  shown = g_filename_display_name (path);
  g_print (_ ("Copied your journal to “%s”.\n"), shown);
  return CLI_DONE;
}

CliStatus
cli_run_journal_backup (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = legato_journal_get_default_path ();
  g_autofree char *shown = NULL;
  const char *dest = NULL;
  gboolean force = FALSE;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace an older copy"), NULL },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 1, &status))
    return status;
  dest = cli_options_get_rest (options, 0);
  shown = dest != NULL ? g_filename_display_name (dest) : NULL;
  if (dest != NULL && is_same_file (path, dest))
    return cli_fail (CLI_USAGE, _ ("“%s” is the journal itself; name another file"), shown);
  journal = cli_journal_open (TRUE);
  if (journal == NULL)
    return CLI_FAILED;
  if (dest == NULL)
    return make_backup (journal);

  legato_journal_copy_async (journal, dest, force, NULL, NULL, NULL, cli_journal_result_cb,
                             &result);
  if (!legato_journal_copy_finish (journal, cli_journal_wait (&result), &error))
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

/* Returns: (transfer full): what a table calls by a name; %NULL with @error set */
static LegatoCsvNames *
load_names (GError **error)
{
  g_autoptr (LegatoGuide) guide = cli_load_guide (error);

  return guide != NULL ? legato_csv_names_new (guide) : NULL;
}

CliStatus
cli_run_journal_export (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (LegatoCsvNames) names = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  const char *dest = NULL;
  gboolean force = FALSE;
  LegatoExportFormat format;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace a file that is there"), NULL },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 1, &status))
    return status;
  dest = cli_options_get_rest (options, 0);
  if (dest == NULL)
    return cli_fail (CLI_USAGE, _ ("Name the file that the entries shall go to"));
  shown = g_filename_display_name (dest);
  if (has_suffix (dest, ".csv"))
    format = LEGATO_EXPORT_CSV;
  else if (has_suffix (dest, ".json"))
    format = LEGATO_EXPORT_JSON;
  else
    return cli_fail (CLI_USAGE, _ ("“%s” has to end in .json or .csv"), shown);
  names = load_names (&error);
  if (names == NULL)
    return cli_fail_with (CLI_FAILED, error);
  journal = cli_journal_open (TRUE);
  if (journal == NULL)
    return CLI_FAILED;
  legato_journal_export_async (journal, dest, format, names, force, NULL, NULL, NULL,
                               cli_journal_result_cb, &result);
  if (!legato_journal_export_finish (journal, cli_journal_wait (&result), &error))
    return cli_fail_with (CLI_FAILED, error);
  g_print (_ ("Wrote your journal to “%s”.\n"), shown);
  return CLI_DONE;
}

static void
print_merged (const LegatoMergeResult *merged, gboolean try_only)
{
  if (try_only)
    g_print (_ ("Entries read: %u. To be added: %u, changed: %u, removed: %u.\n"), merged->n_seen,
             merged->n_added, merged->n_changed, merged->n_removed);
  else
    g_print (_ ("Entries read: %u. Added: %u, changed: %u, removed: %u.\n"), merged->n_seen,
             merged->n_added, merged->n_changed, merged->n_removed);
  if (merged->n_unread > 0)
    g_print (ngettext ("%u file of another computer cannot be read yet.\n",
                       "%u files of other computers cannot be read yet.\n", merged->n_unread),
             merged->n_unread);
}

/* Reads "value=5" for each column that is called otherwise in the table, from 1. */
static gboolean
read_columns (char **texts, int columns[LEGATO_CSV_N_COLUMNS])
{
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      const char *equals = strchr (texts[i], '=');
      g_autofree char *name =
          equals != NULL ? g_strndup (texts[i], (gsize) (equals - texts[i])) : NULL;
      guint number = 0;
      int column = 0;

      while (name != NULL && column < LEGATO_CSV_N_COLUMNS
             && !g_str_equal (name, legato_csv_column_get_id ((LegatoCsvColumn) column)))
        column++;
      if (name == NULL || column == LEGATO_CSV_N_COLUMNS
          || !cli_read_number (equals + 1, 1, 1000, &number))
        {
          cli_fail (CLI_USAGE, _ ("%s: “%s” is not of the form %s"), "--column", texts[i],
                    "value=5");
          return FALSE;
        }
      columns[column] = (int) number - 1;
    }
  return TRUE;
}

static CliStatus
import_table (LegatoJournal *journal, const char *source, char **chosen, gboolean try_only)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (LegatoCsvNames) names = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LegatoMergeResult merged = { 0 };
  int columns[LEGATO_CSV_N_COLUMNS];

  rows = legato_journal_preview_table (source, 1, &error);
  if (rows == NULL)
    return cli_fail_with (CLI_FAILED, error);
  if (rows->len == 0)
    return cli_fail (CLI_FAILED, _ ("There is nothing in this table"));
  legato_csv_guess_columns (g_ptr_array_index (rows, 0), columns);
  if (!read_columns (chosen, columns))
    return CLI_USAGE;
  if (columns[LEGATO_CSV_DATE] < 0)
    return cli_fail (CLI_USAGE,
                     _ ("No column is called “date”: say which it is with --column date=N"));
  names = load_names (&error);
  if (names == NULL)
    return cli_fail_with (CLI_FAILED, error);
  legato_journal_import_table_async (journal, source, columns, names, try_only, NULL, NULL, NULL,
                                     cli_journal_result_cb, &result);
  if (!legato_journal_import_table_finish (journal, cli_journal_wait (&result), &merged, &error))
    return cli_fail_with (CLI_FAILED, error);
  print_merged (&merged, try_only);
  return CLI_DONE;
}

static CliStatus
merge (LegatoJournal *journal, const char *source, gboolean try_only)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LegatoMergeResult merged = { 0 };
  gboolean ok;

  if (g_file_test (source, G_FILE_TEST_IS_DIR))
    {
      if (try_only)
        return cli_fail (CLI_USAGE, _ ("--dry-run is for files, not for folders"));
      legato_journal_sync_folder_async (journal, source, NULL, NULL, NULL, cli_journal_result_cb,
                                        &result);
      ok = legato_journal_sync_folder_finish (journal, cli_journal_wait (&result), &merged, &error);
    }
  else
    {
      legato_journal_merge_async (journal, source, try_only, NULL, NULL, NULL,
                                  cli_journal_result_cb, &result);
      ok = legato_journal_merge_finish (journal, cli_journal_wait (&result), &merged, &error);
    }
  if (!ok)
    return cli_fail_with (CLI_FAILED, error);
  print_merged (&merged, try_only);
  return CLI_DONE;
}

/*
 * The journal that entries are brought into. Where they are only tried and there is none yet, it is
 * an empty one in @scratch.
 *
 * Returns: (transfer full) (nullable): %NULL if that went wrong, which has been said
 */
static LegatoJournal *
open_to_bring_in (gboolean try_only, char **scratch)
{
  LegatoJournal *journal = NULL;
  g_autoptr (GError) error = NULL;

  if (!try_only)
    return cli_journal_open (FALSE);
  if (cli_journal_open_if_there (&journal, &error) && journal == NULL)
    *scratch = g_dir_make_tmp ("legato-XXXXXX", &error);
  if (*scratch != NULL)
    {
      g_autofree char *path = g_build_filename (*scratch, "journal.db", NULL);

      journal = legato_journal_open (path, &error);
    }
  if (error != NULL)
    cli_fail_with (CLI_FAILED, error);
  return journal;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}

/* Whether @path can be read; if not, that has been said. */
static gboolean
is_readable (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);

  if (stream == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    {
      cli_fail_with (CLI_FAILED, error);
      return FALSE;
    }
  return TRUE;
}

/* Both take a file; only an import takes tables, and only a merge folders. */
static CliStatus
bring_in (const CliCommand *self, int argc, char **argv, gboolean import)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (LegatoJournal) journal = NULL;
  g_auto (GStrv) columns = NULL;
  g_autofree char *scratch = NULL;
  g_autofree char *shown = NULL;
  const char *source = NULL;
  gboolean try_only = FALSE;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &try_only,
      N_ ("Say what would come of it, change nothing"), NULL },
    { NULL },
  };
  const GOptionEntry entries_of_import[] = {
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &columns,
      N_ ("In a table, which column is the date, the value …, from 1; may be repeated"),
      N_ ("NAME=N") },
    { NULL },
  };

  cli_options_add (options, entries);
  if (import)
    cli_options_add (options, entries_of_import);
  if (!cli_options_parse (options, argc, argv, 1, &status))
    return status;
  source = cli_options_get_rest (options, 0);
  if (source == NULL)
    return cli_fail (CLI_USAGE, _ ("Name the file that the entries are in"));
  shown = g_filename_display_name (source);
  if (import && g_file_test (source, G_FILE_TEST_IS_DIR))
    return cli_fail (CLI_USAGE, _ ("“%s” is a folder; “legato-cli journal merge” takes one"),
                     shown);
  if (!is_readable (source))
    return CLI_FAILED;
  journal = open_to_bring_in (try_only, &scratch);
  if (journal != NULL)
    status = import && has_suffix (source, ".csv")
                 ? import_table (journal, source, columns, try_only)
                 : merge (journal, source, try_only);
  else
    status = CLI_FAILED;
  g_clear_object (&journal);
  if (scratch != NULL)
    remove_folder (scratch);
  return status;
}

CliStatus
cli_run_journal_import (const CliCommand *self, int argc, char **argv)
{
  return bring_in (self, argc, argv, TRUE);
}

CliStatus
cli_run_journal_merge (const CliCommand *self, int argc, char **argv)
{
  return bring_in (self, argc, argv, FALSE);
}

static void
add_backup (CliTable *table, const LegatoBackupInfo *info)
{
  g_autofree char *shown = g_filename_display_name (info->path);
  g_autofree char *made = g_date_time_format (info->made_at, "%Y-%m-%d %H:%M");
  g_autofree char *n_entries = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", info->n_entries), info->n_entries);
  g_autofree char *days = g_strdup ("");

  if (info->n_entries > 0)
    {
      g_autofree char *first = cli_format_day (info->from_day);
      g_autofree char *last = cli_format_day (info->to_day);

      g_free (days);
      /* Translators: first and last day of the entries in a copy */
      days = g_strdup_printf (C_ ("days", "%s to %s"), first, last);
    }
  cli_table_add (table, made, n_entries, days, shown);
}

static CliStatus
list_backups (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autofree char *folder = dup_backup_folder (settings);
  g_autofree char *path = legato_journal_get_default_path ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CliTable) table = cli_table_new (4);

  legato_journal_list_backups_async (folder, path, NULL, cli_journal_result_cb, &result);
  infos = legato_journal_list_backups_finish (cli_journal_wait (&result), &error);
  if (infos == NULL)
    return cli_fail_with (CLI_FAILED, error);
  if (infos->len == 0)
    g_print ("%s\n", _ ("There is no copy yet. “legato-cli journal backup” makes one."));
  for (guint i = 0; i < infos->len; i++)
    add_backup (table, g_ptr_array_index (infos, i));
  cli_table_print (table);
  return CLI_DONE;
}

/* A journal that cannot be opened any more is set aside. Returns: (nullable): the name it has now
 */
static char *
replace_journal (const char *path, const char *backup, gboolean exists, GError **error)
{
  if (exists)
    return legato_journal_exchange (path, backup, error);
  return legato_journal_put_in_place (backup, path, error) ? g_strdup ("") : NULL;
}

static CliStatus
restore (const char *backup)
{
  g_autofree char *path = legato_journal_get_default_path ();
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *shown = NULL;
  gboolean exists;

  if (!legato_journal_exists (path, &exists, &error))
    return cli_fail_with (CLI_FAILED, error);
  journal = exists ? legato_journal_open (path, &error) : NULL;
  if (journal != NULL)
    {
      legato_journal_restore_backup_async (journal, backup, NULL, NULL, NULL, cli_journal_result_cb,
                                           &result);
      aside = legato_journal_restore_backup_finish (journal, cli_journal_wait (&result), &error);
    }
  else if (!exists || legato_journal_error_may_set_aside (error))
    {
      g_clear_error (&error);
      aside = replace_journal (path, backup, exists, &error);
    }
  if (aside == NULL)
    return cli_fail_with (CLI_FAILED, error);
  shown = g_filename_display_name (aside);
  g_print ("%s\n", _ ("Your journal holds now what the copy holds."));
  if (*aside != '\0')
    g_print (_ ("What it held before is kept as “%s”.\n"), shown);
  return CLI_DONE;
}

CliStatus
cli_run_journal_restore (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (LegatoBackupInfo) info = NULL;
  g_autoptr (CliTable) table = cli_table_new (4);
  g_autoptr (GError) error = NULL;
  const char *backup = NULL;
  gboolean try_only = FALSE;
  CliStatus status = CLI_DONE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &try_only, N_ ("Say what the copy holds, change nothing"),
      NULL },
    { NULL },
  };

  cli_options_add (options, entries);
  if (!cli_options_parse (options, argc, argv, 1, &status))
    return status;
  backup = cli_options_get_rest (options, 0);
  if (backup == NULL)
    return list_backups ();
  info = legato_journal_inspect_backup (backup, &error);
  if (info == NULL)
    return cli_fail_with (CLI_FAILED, error);
  add_backup (table, info);
  cli_table_print (table);
  return try_only ? CLI_DONE : restore (backup);
}

CliStatus
cli_run_journal_recover (const CliCommand *self, int argc, char **argv)
{
  g_autoptr (CliOptions) options = cli_options_new (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  LegatoRecovered recovered = { 0 };
  const char *damaged = NULL;
  const char *dest = NULL;
  CliStatus status = CLI_DONE;

  if (!cli_options_parse (options, argc, argv, 2, &status))
    return status;
  damaged = cli_options_get_rest (options, 0);
  dest = cli_options_get_rest (options, 1);
  if (dest == NULL)
    return cli_fail (CLI_USAGE, _ ("Name the damaged journal and the file that shall hold what can "
                                   "be read of it"));
  shown = g_filename_display_name (dest);
  if (g_file_test (dest, G_FILE_TEST_EXISTS))
    return cli_fail (CLI_USAGE, _ ("“%s” is there already; name another file"), shown);
  legato_journal_recover_async (damaged, dest, NULL, NULL, NULL, cli_journal_result_cb, &result);
  if (!legato_journal_recover_finish (cli_journal_wait (&result), &recovered, &error))
    return cli_fail_with (CLI_FAILED, error);
  g_print (recovered.all
               ? _ ("All %u entries could be read: “%s”.\n")
               : _ ("%u entries could be read, though perhaps not all of them as a whole: "
                    "“%s”.\n"),
           recovered.n_entries, shown);
  return CLI_DONE;
}
