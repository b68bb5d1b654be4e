/* test-program-first-run.c: what who starts the program for the first time is told, once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "check-in-fixture.h"
#include "program.h"

#include "legato-leg-map.h"

/* As if nobody had been welcomed; other tests begin after that. */
static void
forget_welcome (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);

  g_settings_set_boolean (settings, "welcomed", FALSE);
}

/* To the end of the list, as whoever reads it. */
static void
read_conditions (const char *end)
{
  while (program_find (end) == NULL)
    program_click ("Read On");
}

static void
see_the_map (void)
{
  program_see_a (GTK_TYPE_LABEL, "Left calf");
  g_assert_null (program_find ("Welcome to Legato"));
  program_quit ();
}

static void
see_the_map_at_once (void)
{
  program_see ("Where is it sore?");
  g_assert_null (program_find ("Welcome to Legato"));
  program_quit ();
}

static void
turned_cb (guint *n_turns)
{
  (*n_turns)++;
}

static gboolean
is_cut_off (const char *label)
{
  GtkWidget *widget = program_see_a (GTK_TYPE_LABEL, label);

  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* In the narrowest window there is no room for it beside the window's own buttons. */
static void
see_all_of_skip (void)
{
  gtk_window_set_default_size (program_get_window (), 340, 680);
  program_see ("Welcome to Legato");
  program_wait (gtk_widget_get_width (GTK_WIDGET (program_get_window ())) < 400);
  program_wait (!is_cut_off ("Skip"));
  program_click ("Next");
  program_see ("Is it safe for you?");
  program_wait (!is_cut_off ("Skip"));
  program_quit ();
}

static void
read_all (void)
{
  guint n_turns = 0;
  GtkWidget *map;

  program_see ("Welcome to Legato");
  program_see ("1 of 3");
  program_wait (program_is_focus ("Next"));
  program_key ("Return");
  program_see ("Is it safe for you?");
  program_wait (program_is_told ("Is it safe for you?"));
  read_conditions ("None of These, Go On");
  program_scroll_to ("Thin or fragile skin");
  program_click ("Thin or fragile skin");
  program_click ("Keep This and Go On");
  program_see ("Turn your sound on");
  program_wait (program_is_told ("Turn your sound on"));
  /* The legs do not turn under the hand: they were seen from there before. */
  map = program_see_a (LEGATO_TYPE_LEG_MAP, "*");
  g_signal_connect_swapped (map, "notify::view", G_CALLBACK (turned_cb), &n_turns);
  program_click ("Hear a Stroke");
  program_click ("Back");
  program_see ("2 of 3");
  g_assert_cmpuint (n_turns, ==, 0);
  g_signal_handlers_disconnect_by_func (map, turned_cb, &n_turns);
  program_click ("Keep This and Go On");
  program_click ("Show Me the Map");
  see_the_map_at_once ();
}

static void
test_narrow (void)
{
  forget_welcome ();
  program_run (see_all_of_skip, NULL);
}

static void
test_three_cards (void)
{
  forget_welcome ();
  program_run (read_all, NULL);
  program_assert_query ("SELECT asked FROM profile", "1");
  program_assert_query ("SELECT id FROM profile_condition", "fragile-skin");
  program_run (see_the_map_at_once, NULL);
}

static void
skip_all (void)
{
  program_see ("Welcome to Legato");
  program_key ("Escape");
  see_the_map_at_once ();
}

/* Who does not want to read is asked for conditions before the first session. */
static void
test_skipped (void)
{
  forget_welcome ();
  program_run (skip_all, NULL);
  program_assert_query ("SELECT count(*) FROM profile WHERE asked", "0");
  program_run (see_the_map_at_once, NULL);
}

/* What somebody has said before, or brought along with their journal, is ticked already. */
static void
leave_all_as_it_is (void)
{
  program_click ("Next");
  program_see ("Is it safe for you?");
  program_wait (program_is_told ("Is it safe for you?"));
  read_conditions ("Keep This and Go On");
  program_click ("Keep This and Go On");
  program_see ("3 of 3");
  /* It can be taken back. */
  program_click ("Back");
  program_scroll_to ("Thin or fragile skin");
  program_click ("Thin or fragile skin");
  program_click ("Keep This and Go On");
  program_see ("3 of 3");
  program_quit ();
}

static void
test_what_is_known_is_kept (void)
{
  g_autoptr (LegatoProfile) profile = legato_profile_new ();

  legato_profile_set_condition (profile, "blood-thinners", 740000, 740001);
  legato_profile_set_condition (profile, "fragile-skin", 740000, 0);
  check_in_keep_profile (profile);
  forget_welcome ();
  program_run (leave_all_as_it_is, NULL);
  program_assert_query ("SELECT id, cleared_on IS NULL FROM profile_condition", "blood-thinners|0");
}

static void
see_the_journal (void)
{
  program_see ("Nothing Here Yet");
  g_assert_null (program_find ("Welcome to Legato"));
  program_quit ();
}

static void
test_who_wants_something_gets_it (void)
{
  forget_welcome ();
  program_run (see_the_map, "--zone", "calf", NULL);
  program_run (see_the_journal, "--add-entry", NULL);
}

/* The launcher is clicked once more while something is asked: what was tapped is not dropped. */
static void
call_with_a_sign (void)
{
  program_click ("Leg pain with a fever");
  g_application_activate (g_application_get_default ());
  program_key ("Escape");
  program_see ("See a doctor today");
  g_application_activate (g_application_get_default ());
  program_see ("See a doctor today");
  program_click ("Back");
  program_see ("Routines");
  g_application_activate (g_application_get_default ());
  program_see ("Welcome to Legato");
  program_quit ();
}

static void
test_what_is_asked_stays (void)
{
  forget_welcome ();
  program_run (call_with_a_sign, "--check-in", NULL);
  program_assert_query ("SELECT count(*) FROM entry WHERE kind = 'refusal'", "1");
}

static void
tick (void)
{
  program_see ("Welcome to Legato");
  program_click ("Next");
  program_see ("Is it safe for you?");
  program_scroll_to ("Thin or fragile skin");
  program_click ("Thin or fragile skin");
}

static void
tick_and_go_elsewhere (void)
{
  tick ();
  program_key ("alt+3");
  program_see ("Nothing Here Yet");
  program_see_no ("2 of 3");
  g_application_activate (g_application_get_default ());
  program_see ("2 of 3");
  program_key ("alt+3");
  see_the_journal ();
}

static void
untick_and_close (void)
{
  tick ();
  program_quit ();
}

static void
tick_and_skip (void)
{
  tick ();
  program_key ("Escape");
  see_the_map_at_once ();
}

/* What was ticked holds, but nobody has read all of it: that is asked before the first session. */
static void
test_left_with_a_tick (void)
{
  forget_welcome ();
  program_run (tick_and_go_elsewhere, NULL);
  program_assert_query ("SELECT id FROM profile_condition", "fragile-skin");
  program_assert_query ("SELECT count(*) FROM profile WHERE asked", "0");
  program_run (untick_and_close, NULL);
  program_assert_query ("SELECT count(*) FROM profile_condition", "0");
  program_run (tick_and_skip, NULL);
  program_assert_query ("SELECT id FROM profile_condition", "fragile-skin");
  program_assert_query ("SELECT count(*) FROM profile WHERE asked", "0");
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/first-run/" name, test)
  ADD ("three-cards", test_three_cards);
  ADD ("skipped", test_skipped);
  ADD ("narrow", test_narrow);
  ADD ("what-is-known-is-kept", test_what_is_known_is_kept);
  ADD ("who-wants-something-gets-it", test_who_wants_something_gets_it);
  ADD ("what-is-asked-stays", test_what_is_asked_stays);
  ADD ("left-with-a-tick", test_left_with_a_tick);
  return g_test_run ();
}
