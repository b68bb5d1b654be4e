/* test-program-double-clicks.c: who clicks every button twice gets where one click leads, and who
 * turns the wheel scrolls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

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
  ADD ("toast-covers-no-button", test_toast_covers_no_button);
  ADD ("wheel", test_wheel);
  return g_test_run ();
}
