/* test-notice-answers.c: what was answered on a notice waits until it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "legato-journal.h"
#include "legato-notice-answers.h"

static guint n_failed;

static void
failed_cb (gpointer owner, const GError *error)
{
  g_assert_true (G_IS_SETTINGS (owner));
  g_assert_cmpstr (error->message, !=, "");
  n_failed++;
}

static void
change_journal (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Returns: (transfer full) */
static GPtrArray *
list (LegatoJournal *journal)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);

  g_assert_no_error (error);
  return entries;
}

/* Neither the journal nor the disk beside it takes an answer: it waits where it is, and is noted
 * once as soon as that goes well. */
static void
test_waits_until_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("legato-answers-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autofree char *beside = g_strconcat (path, "-waiting", NULL);
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  g_autoptr (LegatoJournalConnection) connection = legato_journal_connection_new (path);
  g_autoptr (GDateTime) at = g_date_time_new_local (2026, 5, 4, 18, 0, 0);
  g_autoptr (LegatoEntry) session = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) noted = NULL;
  g_autoptr (GDir) dir = NULL;
  const LegatoEntry *entry = NULL;
  LegatoJournal *journal = NULL;
  guint32 day = legato_entry_get_day (session) + 1;
  const char *name = NULL;

  legato_journal_connection_open (connection);
  while ((journal = legato_journal_connection_get_journal (connection)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (legato_journal_add (journal, session, &error));
  entries = list (journal);
  legato_notice_answers_add (settings, session->uuid, LEGATO_MOMENT_NEXT_DAY, LEGATO_COMPARED_WORSE,
                             day);

  change_journal (path, "CREATE TRIGGER full BEFORE INSERT ON follow_up"
                        " BEGIN SELECT RAISE (ABORT, 'full'); END");
  g_assert_true (g_file_set_contents (beside, "", 0, NULL));
  legato_notice_answers_note (settings, connection, entries, failed_cb, G_OBJECT (settings));
  while (n_failed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (legato_notice_answers_get_day (settings), ==, day);

  /* A second look while the first is still under way. */
  change_journal (path, "DROP TRIGGER full");
  legato_notice_answers_note (settings, connection, entries, failed_cb, G_OBJECT (settings));
  g_assert_cmpuint (legato_notice_answers_get_day (settings), ==, day);
  legato_notice_answers_note (settings, connection, entries, failed_cb, G_OBJECT (settings));
  while (legato_notice_answers_get_day (settings) != LEGATO_NO_NOTICE_ANSWERS)
    g_main_context_iteration (NULL, TRUE);
  noted = list (journal);
  entry = g_ptr_array_index (noted, 0);
  g_assert_cmpuint (noted->len, ==, 1);
  g_assert_cmpuint (entry->follow_ups->len, ==, 1);
  g_assert_cmpint (legato_entry_find_follow_up (entry, LEGATO_MOMENT_NEXT_DAY)->compared, ==,
                   LEGATO_COMPARED_WORSE);
  g_assert_cmpuint (n_failed, ==, 1);

  g_clear_object (&connection);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  /* Nor may anything wait there. */
  g_setenv ("XDG_RUNTIME_DIR", "/dev/null", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice-answers/waits-until-kept", test_waits_until_kept);
  return g_test_run ();
}
