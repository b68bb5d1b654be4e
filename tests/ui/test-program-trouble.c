/* test-program-trouble.c: a journal that does not open, cannot be written, or broke
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program.h"

#include "legato-journal-keep.h"

#define N_ENTRIES 3

#define NOTES "SELECT note FROM entry WHERE note <> ''"
#define SESSIONS "SELECT count(*) FROM entry WHERE kind = 'session'"

static char *
dup_folder (void)
{
  g_autofree char *path = program_get_journal_path ();

  return g_path_get_dirname (path);
}

static sqlite3 *lock;

static gboolean
is_waiting (void)
{
  g_autofree char *path = program_get_journal_path ();

  return legato_journal_count_waiting (path) > 0;
}

static void
do_a_session (void)
{
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Well done: 3 minutes of massage.");
}

static void
see_it_saved_by_itself (void)
{
  do_a_session ();
  program_see ("*It waits on this computer*");
  g_assert_null (program_find ("See What Can Be Saved"));
  g_assert_cmpint (sqlite3_exec (lock, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  program_wait (program_answers (SESSIONS, "1"));
  program_quit ();
}

/* Nobody has to start the program anew, or even to press a button; closing saves it once more. */
static void
test_held_by_another_program (void)
{
  g_autofree char *path = program_get_journal_path ();

  program_make_journal ();
  g_assert_cmpint (sqlite3_open (path, &lock), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (lock, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  program_set_tempo (60);
  program_run (see_it_saved_by_itself, "--start", "three-minute", NULL);
  g_assert_cmpint (sqlite3_close (lock), ==, SQLITE_OK);
}

/* What is wrong is seen before a session and after it, and does not disturb while it plays. */
static void
let_a_session_wait (void)
{
  g_autofree char *path = program_get_journal_path ();

  program_see ("All Fine, Go On");
  program_see ("Try Again");
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Try Again");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_click ("Pause");
  program_see ("Go on");
  program_see_no ("Try Again");
  program_key ("space");
  program_see ("Well done: 3 minutes of massage.");
  program_see ("Try Again");
  program_see ("*It waits on this computer*");
  program_click_a (GTK_TYPE_BUTTON, "Save");
  program_see ("Kept until your journal opens");
  program_see ("*wait* on this computer until your journal takes*");

  g_assert_cmpint (g_unlink (path), ==, 0);
  program_click ("Try Again");
  program_see_no ("Try Again");
  program_wait (program_answers (SESSIONS, "1"));
  program_wait (!legato_journal_has_answers (path));
  program_quit ();
}

/* What was done and said is on the disk at once, and in the journal as soon as there is one. */
static void
test_a_session_waits (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *folder = dup_folder ();
  g_autofree char *waiting = g_strconcat (path, "-waiting", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("/nowhere/journal.db", path), ==, 0);
  program_set_tempo (10);
  program_run (let_a_session_wait, "--start", "three-minute", NULL);
  program_assert_query ("SELECT completed, done_s, deleted_us FROM entry WHERE kind = 'session'",
                        "1|180|");
  g_assert_false (g_file_test (waiting, G_FILE_TEST_EXISTS));
}

/* Writes a note in the editor that is open. */
static void
write_note (const char *text)
{
  GtkTextView *note = GTK_TEXT_VIEW (program_scroll_to ("Your note"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (note);
  int length = gtk_text_buffer_get_char_count (buffer) + (int) strlen (text);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (note));
  program_type (text);
  program_wait (gtk_text_buffer_get_char_count (buffer) == length);
  program_leave_by ("Save");
  program_enter ("Legato");
  program_see ("Kept until your journal opens");
}

static void
let_entries_wait (void)
{
  program_see ("Nothing Here Yet");
  program_key ("ctrl+n");
  program_enter ("New Entry");
  write_note ("stairs");
  program_click ("*Undo");
  program_wait (!is_waiting ());
  program_key ("ctrl+n");
  program_enter ("New Entry");
  write_note ("lifts");
  g_assert_true (is_waiting ());
  g_assert_cmpint (sqlite3_exec (lock, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  program_wait (program_answers (NOTES, "lifts"));

  /* What is in the journal can be corrected while it cannot be written. */
  program_click ("How your legs felt");
  program_enter ("How your legs felt");
  g_assert_cmpint (sqlite3_exec (lock, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  program_leave_by ("Edit Entry");
  program_enter ("Edit Entry");
  write_note (" up");
  g_assert_true (is_waiting ());
  program_assert_query (NOTES, "lifts");
  g_assert_cmpint (sqlite3_exec (lock, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  program_wait (program_answers (NOTES, "lifts up"));
  program_quit ();
}

/* What somebody writes or corrects waits on the disk as a session does, and can be taken back. */
static void
test_entries_wait (void)
{
  g_autofree char *path = program_get_journal_path ();

  program_make_journal ();
  g_assert_cmpint (sqlite3_open (path, &lock), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (lock, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  program_run (let_entries_wait, "--journal", NULL);
  g_assert_cmpint (sqlite3_close (lock), ==, SQLITE_OK);
  g_assert_false (is_waiting ());
}

static void
be_asked_before_it_is_lost (void)
{
  g_autofree char *folder = dup_folder ();

  g_assert_cmpint (g_chmod (g_get_user_runtime_dir (), 0500), ==, 0);
  do_a_session ();
  program_see ("*Your session is not saved yet*");
  program_quit ();
  program_enter ("Quit Without Saving?");
  program_see ("*is lost if you quit now*");
  program_leave_by ("Stay");
  program_enter ("Legato");

  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (g_get_user_runtime_dir (), 0700), ==, 0);
  program_click_a (GTK_TYPE_BUTTON, "Save");
  program_wait (program_answers (SESSIONS, "1"));
  program_quit ();
}

static void
test_quitting_asks (void)
{
  g_autofree char *folder = dup_folder ();

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  if (g_access (folder, W_OK) == 0)
    g_test_skip ("whoever runs this may write everywhere");
  else
    {
      program_set_tempo (60);
      program_run (be_asked_before_it_is_lost, "--start", "three-minute", NULL);
    }
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
fill_journal (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = legato_journal_open (path, &error);

  g_assert_no_error (error);
  for (int i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 3, 1 + i, 12, 0, 0);
      g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);

      legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 4);
      g_assert_true (legato_journal_add (journal, entry, &error));
    }
}

static void
wait_for_the_copy (void)
{
  program_wait_for_copy ();
  program_quit ();
}

static void
open_what_can_be_saved (void)
{
  program_click ("See What Can Be Saved");
  program_enter ("What Can Be Saved");
  program_see ("3 entries. Some may be missing, or parts of them.");
  program_see ("*3 entries, from 1 March 2026 to 3 March 2026");
}

static void
see_that_it_is_open (void)
{
  program_see ("Your Journal Is Open Again");
  program_see ("*The damaged file is kept as*");
  program_leave_by ("Close");
  program_enter ("Legato");
  program_see_no ("See What Can Be Saved");
  program_quit ();
}

static void
save_what_can_be_read (void)
{
  open_what_can_be_saved ();
  program_click ("Save It");
  see_that_it_is_open ();
}

static void
use_the_newest_copy (void)
{
  open_what_can_be_saved ();
  program_click ("Use It");
  see_that_it_is_open ();
}

/* The copy is made by the program on its own, the damage is found when it starts. */
static void
test_what_can_be_saved (void)
{
  fill_journal ();
  program_run (wait_for_the_copy, NULL);

  program_break_journal ();
  program_run (save_what_can_be_read, NULL);
  program_assert_query ("SELECT count(*) FROM entry", "3");
  program_assert_query ("SELECT count(*) FROM rating", "0");

  program_break_journal ();
  program_run (use_the_newest_copy, NULL);
  program_assert_query ("SELECT count(*) FROM rating", "3");
}

/* A window that waits for an answer may outlive the one below, when both are closed. */
static void
close_at_once (void)
{
  GApplication *application = g_application_get_default ();
  gpointer window = program_get_window ();
  g_autoptr (GtkWindow) waiting = NULL;

  program_click ("See What Can Be Saved");
  program_enter ("What Can Be Saved");
  waiting = g_object_ref (program_get_entered ());
  g_object_add_weak_pointer (window, &window);
  g_application_hold (application);
  gtk_window_close (waiting);
  gtk_window_close (window);
  program_wait (window == NULL);
  g_application_release (application);
}

static void
test_closed_at_once (void)
{
  fill_journal ();
  program_break_journal ();
  program_run (close_at_once, NULL);
}

static void
quit_beside_a_pipe (void)
{
  program_see ("*is no plain file.*");
  program_see ("Try Again");
  program_see_no ("See What Can Be Saved");
  program_quit ();
}

static void
test_a_pipe (void)
{
  g_autofree char *path = program_get_journal_path ();
  g_autofree char *folder = dup_folder ();

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  program_run (quit_beside_a_pipe, NULL);
}

static void
follow_the_picture (void)
{
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("No sound device was found.*");
  program_see ("Well done: 3 minutes of massage.");
  program_assert_query ("SELECT completed, done_s FROM entry", "1|180");
  program_quit ();
}

/* No sound server and no card can be found, wherever the test runs. */
static void
test_no_sound_device (void)
{
  const char *const names[] = { "PULSE_SERVER", "PIPEWIRE_REMOTE", "ALSA_CONFIG_PATH" };
  const char *const places[] = { "unix:/nonexistent", "nonexistent", "/dev/null" };
  g_autofree char *sink = g_strdup (g_getenv ("LEGATO_AUDIO_SINK"));

  g_unsetenv ("LEGATO_AUDIO_SINK");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_setenv (names[i], places[i], TRUE);
  program_set_tempo (20);
  program_run (follow_the_picture, "--start", "three-minute", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_unsetenv (names[i]);
  g_setenv ("LEGATO_AUDIO_SINK", sink, TRUE);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/trouble/" name, test)
  ADD ("quitting-asks", test_quitting_asks);
  ADD ("what-can-be-saved", test_what_can_be_saved);
  ADD ("closed-at-once", test_closed_at_once);
  ADD ("a-session-waits", test_a_session_waits);
  ADD ("entries-wait", test_entries_wait);
  ADD ("a-pipe", test_a_pipe);
  ADD ("no-sound-device", test_no_sound_device);
  ADD ("held-by-another-program", test_held_by_another_program);
  return g_test_run ();
}
