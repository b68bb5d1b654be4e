/* cli-report.c: trends --report, the page for a clinician
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli-journal.h"
#include "legato-journal-profile.h"
#include "legato-regularity.h"
#include "legato-report.h"

#define DAYS_A_WEEK 7

/* Returns: (transfer full) (nullable): all entries of these weeks; none without a journal, which
 *   looking never makes. @goal: (inout): sessions a week that the person wants */
static GPtrArray *
load_entries (guint32 first_day, guint n_weeks, guint *goal, GError **error)
{
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LegatoProfile) profile = NULL;
  GDate from, to;

  if (!cli_journal_open_if_there (&journal, error))
    return NULL;
  if (journal == NULL)
    return g_ptr_array_new ();

  legato_journal_get_profile_async (journal, NULL, cli_journal_result_cb, &result);
  profile = legato_journal_get_profile_finish (journal, cli_journal_wait (&result), error);
  if (profile == NULL)
    return NULL;
  *goal = profile->weekly_goal;
  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, first_day);
  g_date_set_julian (&to, first_day + n_weeks * DAYS_A_WEEK - 1);
  return legato_journal_list (journal, &from, &to, 0, 0, error);
}

/* Writes what only its owner may read, and nothing over what is there. */
static gboolean
write_private (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (bytes, NULL),
                                 g_bytes_get_size (bytes), NULL, NULL, error)
      && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return TRUE;
  /* Half a page is of no use, and would be in the way of the next. */
  g_file_delete (file, NULL, NULL);
  return FALSE;
}

/**
 * cli_write_report:
 * @path: the PDF file to write; nothing may be there yet
 * @left_out: (array zero-terminated=1) (nullable): ids of the parts that are not wanted
 * @first_day: Julian day
 *
 * Returns: %CLI_DONE, or what went wrong, of which a line was printed
 */
CliStatus
cli_write_report (const char *path,
                  const char *const *left_out,
                  LegatoGuide *guide,
                  guint32 first_day,
                  guint n_weeks)
{
  LegatoReportParts parts = LEGATO_REPORT_ALL;
  guint goal = LEGATO_REGULARITY_GOAL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LegatoReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  double width, height;

  for (guint i = 0; left_out != NULL && left_out[i] != NULL; i++)
    {
      LegatoReportParts part;

      if (!legato_report_part_from_id (left_out[i], &part))
        return cli_fail (CLI_USAGE,
                         _ ("--without: “%s” is not map, places, sessions, feelings or flags"),
                         left_out[i]);
      parts &= ~part;
    }

  entries = load_entries (first_day, n_weeks, &goal, &error);
  if (entries == NULL)
    return cli_fail_with (CLI_FAILED, error);
  if (entries->len == 0)
    return cli_fail (CLI_FAILED, _ ("Your journal holds nothing of these weeks to report"));

  report = legato_report_new (guide, entries, first_day, n_weeks, goal);
  legato_report_get_paper (&width, &height);
  pdf = legato_report_to_pdf (report, width, height, parts, &error);
  if (pdf == NULL || !write_private (path, pdf, &error))
    return cli_fail_with (CLI_FAILED, error);
  return CLI_DONE;
}
