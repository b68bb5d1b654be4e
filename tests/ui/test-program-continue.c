/* test-program-continue.c: what is asked before a session goes on that was cut off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "check-in-fixture.h"
#include "cut-off-fixture.h"
#include "program.h"

#include "legato-zone-area.h"

/* Nothing of a partner is kept, not even for a session that was cut off: they are asked again, and
 * what they say holds for what is left of it. */
static void
continue_with_a_partner (void)
{
  program_click ("Continue Where You Were");
  program_see ("How is the person you massage?");
  program_scroll_to ("Blood thinners");
  program_click ("Blood thinners");
  program_click ("Go On");
  program_see ("Not before your doctor agrees");
  program_click ("Back");
  program_click ("Continue Where You Were");
  program_see ("How is the person you massage?");
  program_scroll_to ("Sensitive or visible veins");
  program_click ("Sensitive or visible veins");
  program_click ("Go On");
  program_see ("What you said calls for another session. Begin a new one.");
  program_see_no ("Continue Where You Were");
  program_quit ();
}

static void
continue_with_the_same_partner (void)
{
  program_click ("Continue Where You Were");
  program_click ("All Fine, Go On");
  program_see ("Pause");
  program_quit ();
}

static void
test_a_partner_is_asked_before_going_on (void)
{
  cut_off_session ("partner");
  program_run (continue_with_a_partner, NULL);
  program_run (continue_with_the_same_partner, NULL);
}

/* Who goes elsewhere instead, and begins something else, begins that. */
static void
begin_another_instead (void)
{
  program_click ("Continue Where You Were");
  program_see ("How is the person you massage?");
  program_key ("alt+2");
  program_click ("Three minutes");
  program_see ("How are you today?");
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  g_assert_null (program_find ("Pause"));
  program_quit ();
}

static void
test_another_begins_instead (void)
{
  cut_off_session ("partner");
  program_run (begin_another_instead, NULL);
}

/* What was noted since may call for a question: it is asked before the session goes on. */
static void
continue_with_a_question (void)
{
  program_click ("Continue Where You Were");
  program_see ("You noted that your left leg is much more swollen than the right.");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("You noted that your left leg is much more swollen than the right.");
  g_assert_null (program_find ("Pause"));
  program_click ("No, That’s Not So");
  program_see_no ("You noted that your left leg is much more swollen than the right.");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("Pause");
  program_quit ();
}

static void
test_asked_before_going_on (void)
{
  cut_off_session ("three-minute");
  program_run (check_in_save_swelling, "--check-in", NULL);
  program_run (continue_with_a_question, NULL);
}

/* A sign that came up since stands in the way of going on, too. */
static void
continue_with_a_sign (void)
{
  program_click ("Continue Where You Were");
  program_see ("Don’t massage either leg. *");
  program_see_no ("Continue Where You Were");
  program_see ("Save as Partial");
  program_quit ();
}

static void
say_swollen (void)
{
  program_click ("One leg swollen, warm, red or sharply painful");
  program_click_a (GTK_TYPE_BUTTON, "*Go On");
  program_see ("Get medical care now");
  program_quit ();
}

static void
test_no_going_on_with_a_sign (void)
{
  cut_off_session ("three-minute");
  program_run (say_swollen, "--start", "evening", NULL);
  program_run (continue_with_a_sign, NULL);
}

/* So does a place that is very sore, or marked, since it was cut off. */
static void
say_thigh_very_sore (void)
{
  program_scroll_to ("Left front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  program_scroll_to ("Left front thigh: 9 of 10");
  program_click ("Left front thigh: 9 of 10");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_quit ();
}

static void
continue_with_a_sore_place (void)
{
  program_click ("Continue Where You Were");
  program_see ("What you said calls for another session. Begin a new one.");
  program_see_no ("Continue Where You Were");
  program_see ("Save as Partial");
  program_quit ();
}

static void
test_no_going_on_with_a_sore_place (void)
{
  cut_off_session ("three-minute");
  program_run (say_thigh_very_sore, "--check-in", NULL);
  program_run (continue_with_a_sore_place, NULL);
}

/* From the desktop's menu, before the journal is open. Nobody has asked today, so that comes first.
 */
static void
see_it_go_on (void)
{
  program_click ("All Fine, Go On");
  program_see ("Pause");
  program_see_no ("Your last session was cut off.");
  program_quit ();
}

static void
test_from_the_menu (void)
{
  cut_off_session ("three-minute");
  program_run (see_it_go_on, "--continue", NULL);
}

/* Who was asked today already is not asked again, however soon the program is to go on. */
static void
answer_today (void)
{
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_quit ();
}

static void
see_it_go_on_unasked (void)
{
  program_see ("Pause");
  program_quit ();
}

static void
test_goes_on_unasked (void)
{
  cut_off_session ("three-minute");
  program_run (answer_today, "--start", "three-minute", NULL);
  program_run (see_it_go_on_unasked, "--continue", NULL);
}

/* Over D-Bus, while the program is there. */
static void
choose_continue (void)
{
  g_autofree char *answer = NULL;

  program_see ("Continue Where You Were");
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "continue", NULL);
  program_click ("All Fine, Go On");
  program_see ("Pause");
  answer = program_run_another ("--continue", NULL);
  g_assert_cmpstr (answer, ==, "0 ");
  program_see ("Finish this session first.");
  program_see ("Pause");
  program_quit ();
}

static void
test_from_the_menu_while_open (void)
{
  cut_off_session ("three-minute");
  program_run (choose_continue, NULL);
}

static void
choose_instead (const char *answer)
{
  program_enter ("Continue");
  program_see ("There is no session that you can continue now.");
  program_click (answer);
  program_enter ("Legato");
}

static void
see_that_nothing_goes_on (void)
{
  choose_instead ("Three Minutes");
  program_click ("All Fine, Go On");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_quit ();
}

/* What was cut off long ago is not gone on with; the same session is offered anew. */
static void
continue_too_late (void)
{
  choose_instead ("Close");
  program_see ("Save as Partial");
  g_assert_null (program_find ("Continue Where You Were"));
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "continue", NULL);
  choose_instead ("Start Again");
  program_click ("All Fine, Go On");
  program_see ("Wind down");
  program_see_a (GTK_TYPE_BUTTON, "Start");
  program_quit ();
}

static void
test_too_late (void)
{
  g_autofree char *changed = NULL;

  cut_off_session ("evening");
  changed = program_query ("UPDATE running SET saved_us = saved_us - 7 * 3600 * 1000000");
  program_run (continue_too_late, "--continue", NULL);
}

static void
discard_and_continue (void)
{
  program_click ("Discard");
  program_see_no ("Your last session was cut off.");
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "continue", NULL);
  see_that_nothing_goes_on ();
}

static void
test_nothing_to_continue (void)
{
  program_run (see_that_nothing_goes_on, "--continue", NULL);
  cut_off_session ("three-minute");
  program_run (discard_and_continue, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/continue/" name, test)
  ADD ("a-partner-is-asked", test_a_partner_is_asked_before_going_on);
  ADD ("another-begins-instead", test_another_begins_instead);
  ADD ("the-journal-asks", test_asked_before_going_on);
  ADD ("not-with-a-sign", test_no_going_on_with_a_sign);
  ADD ("not-with-a-sore-place", test_no_going_on_with_a_sore_place);
  ADD ("from-the-menu", test_from_the_menu);
  ADD ("asked-today", test_goes_on_unasked);
  ADD ("from-the-menu-while-open", test_from_the_menu_while_open);
  ADD ("nothing-to-continue", test_nothing_to_continue);
  ADD ("too-late", test_too_late);
  return g_test_run ();
}
