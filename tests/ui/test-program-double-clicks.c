/* test-program-double-clicks.c: who clicks every button twice gets where one click leads, and who
 * turns the wheel scrolls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cut-off-fixture.h"
#include "program.h"
#include "shelf-fixture.h"

#include "legato-step-row.h"

/* A window in which the longest page is seen whole, in pixels. */
#define TALL 2100

#define N_ASKED "SELECT count(*) FROM profile WHERE asked"
#define N_SESSIONS "SELECT count(*) FROM entry WHERE kind = 'session' AND deleted_us IS NULL"

static void
prepare (void)
{
  program_double_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  g_assert_null (program_get_session ());
}

static void
go_back (void)
{
  prepare ();
  program_double_click ("Back to the routines");
  program_see ("Routines");
  program_quit ();
}

static void
test_check_in_and_back (void)
{
  program_run (go_back, "--start", "three-minute", NULL);
}

static void
leave_the_check_in (void)
{
  program_double_click ("Go back");
  program_see ("Routines");
  program_key ("alt+2");
  program_double_click ("Make It");
  program_see ("All Fine, Go On");
  program_quit ();
}

static void
test_leave_the_check_in (void)
{
  program_run (leave_the_check_in, "--start", "three-minute", NULL);
}

/* To the questions after the session. */
static void
play_to_the_end (void)
{
  program_double_click ("Start");
  program_wait (program_get_session () != NULL);
  g_assert_cmpint (legato_session_get_state (program_get_session ()), !=, LEGATO_SESSION_PAUSED);
  program_see ("How do your legs feel now?");
}

static void
save_twice (void)
{
  prepare ();
  play_to_the_end ();
  program_double_click ("Save");
  program_see ("Saved in your journal");
  program_wait (program_answers (N_SESSIONS, "1"));
  program_quit ();
}

static void
test_start_and_save (void)
{
  program_set_tempo (60);
  program_run (save_twice, "--start", "three-minute", NULL);
  program_assert_query (N_SESSIONS, "1");
}

static void
discard_twice (void)
{
  prepare ();
  play_to_the_end ();
  program_double_click ("Don’t Keep");
  program_see ("Session not kept");
  program_double_click ("Undo");
  program_wait (program_answers (N_SESSIONS, "1"));
  program_quit ();
}

static void
test_discard_and_undo (void)
{
  program_set_tempo (60);
  program_run (discard_twice, "--start", "three-minute", NULL);
  program_assert_query (N_SESSIONS, "1");
  program_assert_query ("SELECT count(*) FROM step", "10");
}

/* One button leads through the cards: as soon as it says something else it is another one. */
static void
read_the_cards (void)
{
  program_double_click ("Next");
  program_see ("2 of 3");
  while (program_find ("None of These, Go On") == NULL)
    program_double_click ("Read On");
  program_see ("2 of 3");
  program_assert_query (N_ASKED, "0");
  program_double_click ("None of These, Go On");
  program_see ("3 of 3");
  program_wait (program_answers ("SELECT asked FROM profile", "1"));
  program_double_click ("Show Me the Map");
  program_see ("Where is it sore?");
  program_quit ();
}

/* Where all conditions are in sight at once, the second card does not pass unread. */
static void
read_in_a_tall_window (void)
{
  gtk_window_set_default_size (program_get_window (), 700, TALL);
  program_see ("Welcome to Legato");
  program_wait (gtk_widget_get_height (GTK_WIDGET (program_get_window ())) > TALL - 100);
  program_double_click ("Next");
  program_see ("2 of 3");
  program_see ("None of These, Go On");
  program_assert_query (N_ASKED, "0");
  program_quit ();
}

static void
test_welcome (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_settings_set_boolean (settings, "welcomed", FALSE);
  program_run (read_in_a_tall_window, NULL);
  g_settings_set_boolean (settings, "welcomed", FALSE);
  program_run (read_the_cards, NULL);
}

static void
start_with_a_place (void)
{
  program_double_click ("Start With This Place");
  program_see ("All Fine, Go On");
  g_assert_null (program_find_a (GTK_TYPE_BUTTON, "Start"));
  program_quit ();
}

static void
test_place (void)
{
  program_run (start_with_a_place, "--zone", "calf", NULL);
}

static void
assert_state (LegatoSessionState state)
{
  g_assert_cmpint (legato_session_get_state (program_get_session ()), ==, state);
}

/* The question whether to leave stays until it is answered, and what it is answered with is all
 * that happens; so does the question how it was. */
static void
leave_and_end (void)
{
  prepare ();
  program_double_click ("Start");
  program_wait (program_get_session () != NULL);
  /* Before anything is done, nothing is asked. */
  program_wait (legato_session_get_step (program_get_session ()) >= 1);
  gtk_window_close (program_get_window ());
  program_enter ("End this session?");
  program_click_beside ("End this session?");
  program_double_click ("Go On");
  program_enter ("Legato");
  g_assert_false (program_has_window ("End this session?"));
  g_assert_true (legato_session_is_running (program_get_session ()));
  program_click_beside ("Three minutes");
  program_double_click ("End");
  program_see_a (GTK_TYPE_BUTTON, "Save");
  g_assert_null (program_find ("Session not kept"));
  program_quit ();
}

static void
test_end (void)
{
  program_set_tempo (6);
  program_run (leave_and_end, "--start", "three-minute", NULL);
}

/* Everything stops, and nothing is answered yet; and whoever wants a pause has one. */
static void
stop_twice (void)
{
  prepare ();
  program_double_click ("Start");
  program_wait (program_get_session () != NULL);
  program_wait (legato_session_get_state (program_get_session ()) == LEGATO_SESSION_PLAYING);
  program_double_click ("Pause");
  program_see ("Go on");
  assert_state (LEGATO_SESSION_PAUSED);
  program_double_click ("Stop, it hurts");
  program_see ("Everything has stopped. What did you feel?");
  program_see ("Nothing hurts, go on");
  program_quit ();
}

static void
test_stop_it_hurts (void)
{
  program_run (stop_twice, "--start", "three-minute", NULL);
}

static void
save_what_was_cut_off (void)
{
  program_double_click ("Save as Partial");
  program_see_no ("Your last session was cut off.");
  program_wait (program_answers (N_SESSIONS, "1"));
  program_quit ();
}

static void
discard_what_was_cut_off (void)
{
  program_double_click ("Discard");
  program_see_no ("Your last session was cut off.");
  program_see ("Where is it sore?");
  program_quit ();
}

static void
test_cut_off (void)
{
  cut_off_session ("three-minute");
  program_run (save_what_was_cut_off, NULL);
  cut_off_session ("three-minute");
  program_run (discard_what_was_cut_off, NULL);
}

/* Older GTK does not count dialogs to the application: what belongs to every window is theirs, too.
 */
static gboolean
is_guarded (GtkWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      n += GTK_IS_GESTURE_CLICK (controller)
           && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE;
    }
  return n == 1;
}

static void
write_an_entry (void)
{
  program_key ("alt+3");
  program_double_click ("Write the First Entry");
  program_enter ("New Entry");
  g_assert_cmpuint (program_count_windows ("New Entry"), ==, 1);
  g_assert_true (is_guarded (program_get_window ()));
  g_assert_true (is_guarded (program_get_entered ()));
  gtk_widget_grab_focus (program_scroll_to ("Your note"));
  program_type ("Tired");
  program_click_beside ("New Entry");
  program_double_click ("Save");
  program_enter ("Legato");
  program_wait (program_answers ("SELECT note FROM entry", "Tired"));
  program_quit ();
}

static void
test_entry (void)
{
  program_run (write_an_entry, NULL);
}

static void
build_a_routine (void)
{
  program_key ("alt+2");
  program_double_click ("New Routine");
  program_enter ("Your Routine");
  g_assert_cmpuint (program_count_windows ("Your Routine"), ==, 1);
  program_wait (GTK_IS_TEXT (program_get_focus ()));
  program_type ("Calm calves");
  program_click_beside ("There is no step yet. Add a first step.");
  program_double_click ("Add a Step");
  program_see ("Tap at least one place.");
  program_click_a (GTK_TYPE_BUTTON, "Calf");
  program_double_click ("Back to the Routine");
  program_see_a (LEGATO_TYPE_STEP_ROW, "1. Gliding");
  g_assert_cmpuint (program_count (LEGATO_TYPE_STEP_ROW, "*"), ==, 1);
  program_double_click ("Save");
  program_enter ("Legato");
  program_wait (program_count (GTK_TYPE_LABEL, "Calm calves") == 1);
  program_quit ();
}

static void
test_routine (void)
{
  program_run (build_a_routine, NULL);
}

static void
leave_with_changes (void)
{
  program_key ("alt+2");
  program_double_click ("New Routine");
  for (guint i = 0; i < 2; i++)
    {
      program_enter ("Your Routine");
      program_wait (GTK_IS_TEXT (program_get_focus ()));
      program_type ("Calm");
      program_key ("Escape");
      program_enter ("Save Your Changes?");
      g_assert_cmpuint (program_count_windows ("Save Your Changes?"), ==, 1);
      program_click_beside ("Save Your Changes?");
      program_double_click (i == 0 ? "Go On Editing" : "Discard");
    }
  program_wait (!program_has_window ("Your Routine"));
  program_enter ("Legato");
  program_quit ();
}

static void
test_changes (void)
{
  program_run (leave_with_changes, NULL);
}

static void
keep_a_routine (void)
{
  program_enter ("Keep This Routine?");
  program_click_beside ("Calm calves");
  program_double_click ("Keep");
  program_enter ("Legato");
  program_wait (program_count (GTK_TYPE_LABEL, "Calm calves") == 1);
  program_quit ();
}

static void
replace_a_routine (void)
{
  program_enter ("Keep This Routine?");
  program_click_beside ("Calm calves");
  program_double_click ("Replace Mine");
  program_enter ("Legato");
  program_key ("alt+2");
  program_wait (program_count (GTK_TYPE_LABEL, "Calm calves") == 1);
  program_quit ();
}

static void
test_import (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "calm.legato", NULL);
  g_autoptr (GString) other = g_string_new (shelf_calm_calves);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, shelf_calm_calves, -1, NULL));
  program_run (keep_a_routine, path, NULL);
  g_string_replace (other, "30", "40", 0);
  g_assert_true (g_file_set_contents (path, other->str, -1, NULL));
  program_run (replace_a_routine, path, NULL);
}

static void
answer_how_the_legs_are (void)
{
  program_key ("alt+4");
  program_see ("No Values Yet");
  program_double_click ("Say How My Legs Are");
  program_double_click ("All Fine, Save");
  program_see ("Say How My Legs Are");
  program_see_no ("All Fine, Save");
  program_quit ();
}

static void
test_check_in_alone (void)
{
  program_run (answer_how_the_legs_are, NULL);
}

/* No leg is drawn before both were rated, and one leg only. */
static void
compare_the_legs (void)
{
  program_key ("alt+4");
  program_double_click ("Compare My Legs");
  program_see ("Does massage make a difference to your legs?");
  program_click_a (GTK_TYPE_CHECK_BUTTON, "I want this: *");
  program_double_click ("Begin");
  program_see ("*: 0 of 14 massages.");
  program_click ("Left *: 4 of 10");
  program_click ("Right *: 4 of 10");
  program_double_click ("Draw a Leg");
  program_see ("All Fine, Go On");
  g_assert_null (program_find_a (GTK_TYPE_BUTTON, "Start"));
  program_double_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_quit ();
}

static void
test_compare (void)
{
  program_run (compare_the_legs, NULL);
}

static void
make_a_report (void)
{
  program_key ("alt+4");
  program_double_click ("Report…");
  program_enter ("Report");
  g_assert_cmpuint (program_count_windows ("Report"), ==, 1);
  program_click_beside ("Report");
  program_double_click ("Print…");
  program_enter ("Print");
  g_assert_cmpuint (program_count_windows ("Print"), ==, 1);
  program_key ("Escape");
  program_back_to ("Report");
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

static void
test_report (void)
{
  program_run (make_a_report, NULL);
}

static void
go_on_where_it_was (void)
{
  program_double_click ("Continue Where You Were");
  program_double_click ("All Fine, Go On");
  program_see ("Pause");
  g_assert_cmpint (legato_session_get_state (program_get_session ()), !=, LEGATO_SESSION_PAUSED);
  program_quit ();
}

static void
test_continue (void)
{
  cut_off_session ("three-minute");
  program_run (go_on_where_it_was, NULL);
}

/* A session that one was to be reminded of is begun at its first question. */
static void
follow_a_reminder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  program_double_click ("Three Minutes");
  program_see ("All Fine, Go On");
  g_assert_null (program_find_a (GTK_TYPE_BUTTON, "Start"));
  g_settings_reset (settings, "reminder-session-days");
  program_quit ();
}

static void
test_reminder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_settings_set_uint (settings, "quiet-from", 0);
  g_settings_set_uint (settings, "quiet-until", 0);
  g_settings_set_uint (settings, "reminder-session-days", 127);
  g_settings_set_int64 (settings, "reminders-shown",
                        g_get_real_time () / G_USEC_PER_SEC - 3 * 24 * 60 * 60);
  program_run (follow_a_reminder, NULL);
}

static void
find_nothing (void)
{
  program_see ("Where is it sore?");
  program_key ("ctrl+f");
  program_wait (GTK_IS_TEXT (program_get_focus ()));
  program_type ("xyzzy");
  program_double_click ("All places");
  program_see_no ("Nothing found");
  program_see ("Where is it sore?");
  program_quit ();
}

static void
test_search (void)
{
  program_run (find_nothing, NULL);
}

/* Whoever goes on at once finds the next button free, while what was done is still told. */
static void
go_on_at_once (void)
{
  graphene_rect_t told, button;
  GtkWidget *window = GTK_WIDGET (program_get_window ());

  prepare ();
  play_to_the_end ();
  program_click ("Don’t Keep");
  program_see ("Session not kept");
  program_key ("alt+2");
  program_click ("Make It");
  program_see ("All Fine, Go On");
  g_assert_true (gtk_widget_compute_bounds (
      gtk_widget_get_parent (program_see_a (GTK_TYPE_LABEL, "Session not kept")), window, &told));
  g_assert_true (gtk_widget_compute_bounds (program_see_a (GTK_TYPE_BUTTON, "All Fine, Go On"),
                                            window, &button));
  g_assert_false (graphene_rect_intersection (&told, &button, NULL));
  program_quit ();
}

static void
test_toast_covers_no_button (void)
{
  program_set_tempo (60);
  program_run (go_on_at_once, "--start", "three-minute", NULL);
}

/* The pointer lies on a number as the page comes by. */
static void
scroll_over_a_number (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  guint days = g_settings_get_uint (settings, "copy-days");
  GtkWidget *number = NULL;
  GtkAdjustment *scroll = NULL;

  gtk_widget_activate_action (GTK_WIDGET (program_get_window ()), "win.preferences-page", "s",
                              "copies");
  program_enter ("Preferences");
  number = program_see_a (GTK_TYPE_SPIN_BUTTON, "Days that keep a copy");
  scroll = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (number, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
  program_move_pointer (number, gtk_widget_get_width (number) / 4.0,
                        gtk_widget_get_height (number) / 2.0, "click 5");
  program_wait (gtk_adjustment_get_value (scroll) > 0);
  g_assert_cmpuint (g_settings_get_uint (settings, "copy-days"), ==, days);
  program_key ("Escape");
  program_back_to ("Legato");
  program_quit ();
}

static void
test_wheel (void)
{
  program_run (scroll_over_a_number, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/double-clicks/" name, test)
  ADD ("check-in-and-back", test_check_in_and_back);
  ADD ("leave-the-check-in", test_leave_the_check_in);
  ADD ("start-and-save", test_start_and_save);
  ADD ("discard-and-undo", test_discard_and_undo);
  ADD ("welcome", test_welcome);
  ADD ("place", test_place);
  ADD ("end", test_end);
  ADD ("stop-it-hurts", test_stop_it_hurts);
  ADD ("cut-off", test_cut_off);
  ADD ("entry", test_entry);
  ADD ("routine", test_routine);
  ADD ("changes", test_changes);
  ADD ("import", test_import);
  ADD ("check-in-alone", test_check_in_alone);
  ADD ("compare", test_compare);
  ADD ("report", test_report);
  ADD ("continue", test_continue);
  ADD ("reminder", test_reminder);
  ADD ("search", test_search);
  ADD ("toast-covers-no-button", test_toast_covers_no_button);
  ADD ("wheel", test_wheel);
  return g_test_run ();
}
