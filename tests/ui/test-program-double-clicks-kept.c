/* test-program-double-clicks-kept.c: who clicks twice on what changes the journal changes it once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include "legato-import-window.h"
#include "legato-planner.h"
#include "legato-save-audio-testing.h"
#include "legato-window-private.h"

#define ASKED "SELECT asked FROM profile"
#define N_ENTRIES "SELECT count(*) FROM entry WHERE deleted_us IS NULL"

static void
write_note (const char *note)
{
  program_key ("ctrl+n");
  program_enter ("New Entry");
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (program_scroll_to ("Your note"))), note, -1);
  program_leave_by ("Save");
  program_enter ("Legato");
}

static void
delete_one (void)
{
  program_click ("How your legs felt");
  program_enter ("How your legs felt");
  program_scroll_to ("Delete Entry");
  program_click_beside ("How your legs felt");
  program_double_click ("Delete Entry");
  program_enter ("Legato");
}

/* One of two that were deleted is restored, and the other one stays in the bin until that is
 * emptied. */
static void
use_the_bin (void)
{
  write_note ("stairs");
  write_note ("flat");
  program_wait (program_answers (N_ENTRIES, "2"));
  program_click ("How your legs felt");
  program_enter ("How your legs felt");
  program_click_beside ("How your legs felt");
  program_double_click ("Edit Entry");
  program_enter ("Edit Entry");
  g_assert_cmpuint (program_count_windows ("Edit Entry"), ==, 1);
  program_key ("Escape");
  program_back_to ("Legato");

  delete_one ();
  program_wait (program_answers (N_ENTRIES, "1"));
  delete_one ();
  program_wait (program_answers (N_ENTRIES, "0"));

  write_note ("lift");
  program_double_click ("Deleted Entries");
  program_enter ("Deleted Entries");
  g_assert_cmpuint (program_count_windows ("Deleted Entries"), ==, 1);
  program_double_click ("Restore");
  program_wait (program_count (GTK_TYPE_BUTTON, "Restore") == 1);
  program_assert_query (N_ENTRIES, "2");
  program_double_click ("Empty…");
  program_enter ("Empty the Bin?");
  g_assert_cmpuint (program_count_windows ("Empty the Bin?"), ==, 1);
  program_click_beside ("Empty the Bin?");
  program_double_click ("Empty the Bin");
  program_enter ("Deleted Entries");
  program_see ("The Bin Is Empty");
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

/* While it is still told that the entry was saved. */
static void
take_a_deletion_back (void)
{
  write_note ("stairs");
  program_wait (program_answers (N_ENTRIES, "1"));
  delete_one ();
  program_double_click ("Undo");
  program_wait (program_answers (N_ENTRIES, "1"));
  program_see ("How your legs felt");
  program_quit ();
}

static void
test_undo (void)
{
  program_make_journal ();
  program_run (take_a_deletion_back, "--journal", NULL);
}

static void
test_bin (void)
{
  program_make_journal ();
  program_run (use_the_bin, "--journal", NULL);
  program_assert_query ("SELECT count(*) FROM entry", "2");
}

static void
bring_in_a_table (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "in.csv", NULL);
  g_autoptr (GFile) table = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "date,note\n2026-05-01,ok\n2026-05-02,no\n", -1, NULL));
  gtk_window_present (GTK_WINDOW (legato_import_window_new (
      program_get_window (), LEGATO_WINDOW (program_get_window ())->context, table)));
  program_enter ("Bring In Entries");
  program_see_a (GTK_TYPE_LABEL, "Day");
  program_settle ();
  program_scroll_to ("See What Would Come In");
  program_double_click ("See What Would Come In");
  program_see ("What Would Come In");
  program_assert_query (N_ENTRIES, "0");
  program_double_click ("Bring Them In");
  program_see ("They Are in Your Journal");
  program_assert_query (N_ENTRIES, "2");
  program_leave_by ("Close");
  program_enter ("Legato");
  program_quit ();
}

static void
test_table (void)
{
  program_make_journal ();
  program_run (bring_in_a_table, "--journal", NULL);
}

/* What is chosen is asked about, and not done at once. */
static void
go_back_to_a_copy (void)
{
  program_see ("Nothing Here Yet");
  write_note ("stairs");
  program_wait_for_copy ();
  gtk_widget_activate_action (GTK_WIDGET (program_get_window ()), "win.restore-journal", NULL);
  program_enter ("Go Back to a Copy");
  program_see ("Choose one to see what would change.");
  program_click ("1 entry, of *");
  program_see ("Go Back to This Copy?");
  program_double_click ("Go Back to This Copy");
  program_see ("Your Journal Is as It Was Then");
  program_leave_by ("Close");
  program_enter ("Legato");
  program_quit ();
}

static void
test_copy (void)
{
  program_run (go_back_to_a_copy, "--journal", NULL);
}

static void
write_and_quit (void)
{
  program_see ("Nothing Here Yet");
  write_note ("stairs");
  program_wait (program_answers (N_ENTRIES, "1"));
  program_wait_for_copy ();
  program_quit ();
}

static void
choose_in_damage (const char *choice)
{
  program_double_click ("See What Can Be Saved");
  program_enter ("What Can Be Saved");
  g_assert_cmpuint (program_count_windows ("What Can Be Saved"), ==, 1);
  program_see ("1 entry. Some may be missing, or parts of them.");
  program_scroll_to (choice);
  program_double_click (choice);
  program_see ("Your Journal Is Open Again");
  program_leave_by ("Close");
  program_enter ("Legato");
  program_quit ();
}

static void
save_what_can_be_read (void)
{
  choose_in_damage ("Save It");
}

static void
use_the_copy (void)
{
  choose_in_damage ("Use It");
}

static void
start_anew (void)
{
  choose_in_damage ("Start Anew");
}

static void
test_damage (void)
{
  program_run (write_and_quit, "--journal", NULL);
  program_break_journal ();
  program_run (save_what_can_be_read, NULL);
  program_wait (program_answers (N_ENTRIES, "1"));
  program_break_journal ();
  program_run (use_the_copy, NULL);
  program_wait (program_answers (N_ENTRIES, "1"));
  program_break_journal ();
  program_run (start_anew, NULL);
  program_wait (program_answers (N_ENTRIES, "0"));
}

/* Right after the start, when the program may not have read yet what it is to forget. */
static void
forget_and_bring_back (void)
{
  gtk_widget_activate_action (GTK_WIDGET (program_get_window ()), "win.preferences-page", "s",
                              "you");
  program_enter ("Preferences");
  program_scroll_to ("Forget All of This");
  program_double_click ("Forget All of This");
  program_wait (program_answers (ASKED, ""));
  program_double_click ("Undo");
  program_wait (program_answers (ASKED, "1"));
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

static void
test_forget (void)
{
  g_autofree char *answer = NULL;

  program_make_journal ();
  answer = program_query ("INSERT OR REPLACE INTO profile (id, asked, weekly_goal, usual_minutes) "
                          "VALUES (1, 1, 3, 10)");
  program_run (forget_and_bring_back, NULL);
  program_assert_query (ASKED, "1");
}

/* Where the sound cannot be written, it is asked for another place, once. */
static void
choose_another_place (void)
{
  LegatoGuide *guide = legato_context_get_guide (LEGATO_WINDOW (program_get_window ())->context);
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null/Legato.flac");

  request.routine = legato_guide_find_routine (guide, "three-minute");
  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);
  legato_save_audio_start (legato_save_audio_new (program_get_window (), plan), file);
  program_enter ("Save as audio");
  program_double_click ("Choose another place…");
  program_wait (program_count_windows ("Save as audio") == 2);
  program_quit ();
}

static void
test_audio (void)
{
  program_run (choose_another_place, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/double-clicks-kept/" name, test)
  ADD ("bin", test_bin);
  ADD ("undo", test_undo);
  ADD ("table", test_table);
  ADD ("copy", test_copy);
  ADD ("damage", test_damage);
  ADD ("forget", test_forget);
  ADD ("audio", test_audio);
  return g_test_run ();
}
