/* test-program-start.c: the command line, a second start, and a journal that does not open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "program.h"

#include "legato-journal.h"

static void
assert_another (const char *option, const char *argument, const char *expected)
{
  g_autofree char *answer = program_run_another (option, argument, NULL);

  g_assert_cmpstr (answer, ==, expected);
}

static void
start_again_and_again (void)
{
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Circulatory leg massage");
  program_key ("Escape");
  program_see ("Routines");

  /* The second start hands on to the first, and ends. */
  assert_another ("--zone", "shin", "0 ");
  program_see_a (GTK_TYPE_LABEL, "Left shin");
  assert_another ("--journal", NULL, "0 ");
  program_see ("Nothing Here Yet");
  assert_another ("--start", "three-minute", "0 ");
  program_see ("All Fine, Go On");
  program_key ("Escape");
  program_see_no ("All Fine, Go On");
  assert_another ("--check-in", NULL, "0 ");
  program_click ("All Fine, Save");
  program_see ("Legs");
  assert_another ("--zone", "elbow", "2 legato: there is no place “elbow”\n");
  program_see ("Legs");
  program_quit ();
}

static void
test_a_routine_a_place_a_page (void)
{
  program_run (start_again_and_again, "--start", "circulation", NULL);
}

static void
start_another_session (void)
{
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_key ("space");
  program_see ("Go on");

  assert_another ("--start", "circulation", "0 ");
  program_see ("Finish this session first.");
  program_see ("Go on");
  assert_another ("--journal", NULL, "0 ");
  program_see ("Go on");
  program_quit ();
}

/* A session is not left for another one, and nobody has to wonder why. */
static void
test_while_a_session_runs (void)
{
  program_run (start_another_session, "--start", "three-minute", NULL);
}

static void
test_names_that_nobody_knows (void)
{
  assert_another ("--start", "nap", "2 legato: there is no routine “nap”\n");
  assert_another ("--zone", "elbow", "2 legato: there is no place “elbow”\n");
  assert_another ("--version", NULL, "0 legato " LEGATO_VERSION "\n");
}

/* What a file holds, as a sum. */
static char *
sum_up (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size = 0;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, size);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The journal, the files beside it and what each holds, in order; but for the program's own note of
 * what it knows of the journal. */
static char *
dup_state (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *sum = NULL;

      if (!g_file_test (file, G_FILE_TEST_IS_REGULAR) || g_str_has_suffix (name, "-state"))
        continue;
      sum = sum_up (file);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", name, sum));
    }
  g_ptr_array_sort (lines, compare_cb);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *damaged; /* the sum of the journal that was put there */

/* On a small screen what is told scrolls with the choices, where it was cut off above them. */
static void
assert_scrolls_as_one (void)
{
  GtkWidget *told = program_see_a (GTK_TYPE_LABEL, "*the file is kept in any case*");
  GtkWidget *choice = program_see_a (GTK_TYPE_BUTTON, "Start Anew");

  g_assert_true (gtk_widget_get_ancestor (told, GTK_TYPE_SCROLLED_WINDOW)
                 == gtk_widget_get_ancestor (choice, GTK_TYPE_SCROLLED_WINDOW));
}

static void
keep_it_aside (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *sum = NULL;

  program_see ("See What Can Be Saved");
  program_see ("*damaged*");
  sum = sum_up (path);
  g_assert_cmpstr (sum, ==, damaged);
  program_click ("Left shin");
  program_see_a (GTK_TYPE_LABEL, "Left shin");

  program_click ("See What Can Be Saved");
  program_enter ("What Can Be Saved");
  program_see ("Nothing in it can be read any more.");
  assert_scrolls_as_one ();
  program_click ("Start Anew");
  program_see ("Your Journal Is Open Again");
  program_leave_by ("Close");
  program_enter ("Legato");
  program_see_no ("See What Can Be Saved");
  program_key ("alt+3");
  program_see ("Nothing Here Yet");
  program_quit ();
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + 1, part))
    n++;
  return n;
}

static void
test_a_damaged_journal (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *contents = NULL;
  g_autofree char *state = NULL;
  g_autofree char *now = NULL;
  gsize size = 0;

  program_make_journal ();
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  memset (contents + 100, 0x5a, size - 100);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
  g_free (damaged);
  damaged = sum_up (path);
  program_run (keep_it_aside, NULL);

  /* It is there still, under another name, beside an empty one. */
  state = dup_state ();
  now = sum_up (path);
  g_assert_cmpuint (count (state, damaged), ==, 1);
  g_assert_cmpstr (now, !=, damaged);
  program_assert_query ("SELECT count(*) FROM entry", "0");
}

static void
see_a_foreign_file (void)
{
  program_see ("See What Can Be Saved");
  program_see ("*no* journal of Legato*");
  program_quit ();
}

static void
test_a_foreign_file (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *answer = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA application_id = 42; CREATE TABLE bird (name TEXT);"
                                 "INSERT INTO bird VALUES ('wren');",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  before = dup_state ();
  program_run (see_a_foreign_file, NULL);
  after = dup_state ();
  g_assert_cmpstr (after, ==, before);
}

static void
see_that_it_may_not_be_written (void)
{
  program_see ("*may not write to your journal*");
  g_assert_null (program_find ("See What Can Be Saved"));
  program_quit ();
}

static void
test_a_journal_that_may_not_be_written (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  program_make_journal ();
  before = dup_state ();
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  if (g_access (path, W_OK) == 0)
    {
      g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
      g_test_skip ("whoever runs this may write everywhere");
      return;
    }
  program_run (see_that_it_may_not_be_written, NULL);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  after = dup_state ();
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char *argv[])
{
  int status;

  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/start/" name, test)
  ADD ("while-a-session-runs", test_while_a_session_runs);
  ADD ("a-routine-a-place-a-page", test_a_routine_a_place_a_page);
  ADD ("names-that-nobody-knows", test_names_that_nobody_knows);
  ADD ("a-damaged-journal", test_a_damaged_journal);
  ADD ("a-foreign-file", test_a_foreign_file);
  ADD ("a-journal-that-may-not-be-written", test_a_journal_that_may_not_be_written);
  status = g_test_run ();
  g_free (damaged);
  return status;
}
