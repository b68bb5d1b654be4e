/* test-program-signs.c: warning signs, and what the journal asks about, before and after a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "check-in-fixture.h"
#include "program.h"

#include "legato-window-private.h"

static void
say_short_of_breath (void)
{
  program_click ("Short of breath, or chest pain");
  program_see ("You are short of breath, or your chest hurts.");
  g_assert_false (
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (program_find_a (GTK_TYPE_BUTTON, "Go On")),
                                        GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  program_click ("Go On");

  /* The advice, the most urgent first, and no way to go on. */
  program_see ("Call for help now");
  program_see ("Call for emergency help at once. Don’t massage your legs.");
  g_assert_null (program_find ("Start"));
  program_wait (program_answers (
      "SELECT kind, reason.id FROM entry JOIN reason ON entry = entry.id", "refusal|R-BREATH"));
  program_click ("Back");
  program_see ("Routines");

  /* The journal says so in words. The sign stands, whatever is said today: only a doctor's look
   * ends one that is so urgent. */
  program_key ("alt+3");
  program_see ("*No massage that day*");
  check_in_start_another ("evening");
  program_see ("Since *: Short of breath, or chest pain");
  g_assert_null (program_find ("It’s Gone"));
  program_click ("Short of breath, or chest pain");
  /* Not all is fine. */
  g_assert_null (program_find ("All Fine, Go On"));
  program_click ("Go On");
  program_see ("Call for help now");
  program_key ("Escape");
  program_see_no ("Call for help now");
  program_quit ();
}

/* On the next start it is asked about, and stands until it is answered. */
static void
have_it_looked_at (void)
{
  program_see ("Since *: Short of breath, or chest pain");
  program_click ("A Doctor Has Looked at It");
  program_see_no ("Since *: Short of breath, or chest pain");
  program_click ("All Fine, Go On");
  program_see ("Start");
  program_quit ();
}

static void
test_a_warning_sign_stops_it (void)
{
  program_run (say_short_of_breath, "--start", "three-minute", NULL);
  program_run (have_it_looked_at, "--start", "three-minute", NULL);
}

/* Swelling that a doctor has looked at is no sign any more, but a condition; it says so there. */
static void
have_swelling_looked_at (void)
{
  program_click ("Both legs newly swollen");
  program_key ("Escape");
  program_see ("See a doctor today");
  program_click ("Back");
  program_see ("Routines");
  check_in_start_another ("circulation");
  program_click ("A Doctor Has Looked at It");
  program_see ("Your legs now get very light strokes instead of kneading. *");
  program_see_no ("Since *: Both legs newly swollen");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("Start");
  program_wait (program_answers ("SELECT id FROM profile_condition", "swelling"));
  program_quit ();
}

static void
test_swelling_that_was_looked_at (void)
{
  program_run (have_swelling_looked_at, "--start", "circulation", NULL);
}

/* Whoever goes back, or ends the program, has still said what was tapped. */
static void
go_back_with_a_sign (void)
{
  program_click ("Leg pain with a fever");
  program_key ("Escape");
  program_see ("See a doctor today");
  program_click ("Back");
  program_see ("Routines");
  check_in_start_another ("evening");
  program_see ("Since *: Leg pain with a fever");
  program_click ("It’s Gone");
  program_see_no ("Since *: Leg pain with a fever");
  /* That it was tapped this morning does not bring it back. */
  program_click ("All Fine, Go On");
  program_see ("Start");
  program_key ("Escape");
  check_in_start_another ("evening");
  program_click ("One leg swollen, warm, red or sharply painful");
  program_click ("One leg swollen, warm, red or sharply painful");
  program_key ("Escape");
  program_see ("Routines");
  check_in_start_another ("evening");
  program_click ("One leg swollen, warm, red or sharply painful");
  program_quit ();
}

static void
find_the_sign (void)
{
  program_see ("Since *: One leg swollen, warm, red or sharply painful");
  program_key ("Escape");
  program_see ("Routines");
  program_quit ();
}

static void
test_a_sign_is_not_left_behind (void)
{
  program_run (go_back_with_a_sign, "--start", "three-minute", NULL);
  program_run (find_the_sign, "--start", "three-minute", NULL);
}

/* Nor is it when something else takes the place of the questions: what to do is read first. */
static void
go_elsewhere_with_a_sign (void)
{
  program_click ("Leg pain with a fever");
  program_key ("alt+3");
  program_see ("See a doctor today");
  check_in_start_another ("evening");
  program_see ("Since *: Leg pain with a fever");
  program_click ("One leg swollen, warm, red or sharply painful");
  check_in_start_another ("three-minute");
  program_see ("Get medical care now");
  program_key ("ctrl+n");
  program_enter ("New Entry");
  program_key ("Escape");
  program_enter ("Legato");
  program_see_no ("Get medical care now");
  program_quit ();
}

static void
test_a_sign_holds_every_way_out (void)
{
  program_run (go_elsewhere_with_a_sign, "--start", "three-minute", NULL);
  program_assert_query ("SELECT count(*) FROM entry WHERE kind = 'refusal'", "2");
}

/* One leg much more swollen than the other: the question of a clot is asked before a session. */
static void
answer_the_journal (void)
{
  program_see ("You noted that your left leg is much more swollen than the right.");
  program_click ("Yes, or I’m Not Sure");
  program_see ("Since *: One leg swollen, warm, red or sharply painful");
  program_click_a (GTK_TYPE_BUTTON, "*Go On");
  program_see ("*clot*");
  g_assert_null (program_find ("Start"));
  program_quit ();
}

static void
test_the_journal_asks (void)
{
  program_run (check_in_save_swelling, "--check-in", NULL);
  program_run (answer_the_journal, "--start", "three-minute", NULL);
}

/* The journal's page asks it too, says what to do, and the answer stands before a session. */
static void
answer_in_the_journal (void)
{
  program_key ("alt+3");
  program_see ("You noted that your left leg is much more swollen than the right.");
  program_click ("Yes, or I’m Not Sure");
  program_see ("Since *: One leg swollen, warm, red or sharply painful");
  program_see ("*seek medical care now*");
  g_assert_null (program_find ("Yes, or I’m Not Sure"));
  check_in_start_another ("three-minute");
  program_see ("Since *: One leg swollen, warm, red or sharply painful");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("Get medical care now");
  program_quit ();
}

static void
test_the_journal_asks_on_its_page (void)
{
  program_run (check_in_save_swelling, "--check-in", NULL);
  program_run (answer_in_the_journal, NULL);
}

/* Another program may write to the journal while a session is ready to start. */
static void
log_swelling_elsewhere (void)
{
  LegatoWindow *window = LEGATO_WINDOW (program_get_window ());
  LegatoPersonModel *person = legato_context_get_person (window->context);
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, now);
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = NULL;

  program_click ("All Fine, Go On");
  program_see ("Start");
  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);
  legato_entry_add_feeling (entry, "swelling", LEGATO_LEG_LEFT, 9);
  g_assert_true (legato_journal_add (journal, entry, &error));
  program_wait (legato_person_model_has_question (person));
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("You noted that your left leg is much more swollen than the right.");
  g_assert_null (program_find ("Pause"));
  program_click ("No, That’s Not So");
  program_click_a (GTK_TYPE_BUTTON, "*Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_quit ();
}

static void
test_asked_when_another_program_writes (void)
{
  program_run (log_swelling_elsewhere, "--start", "three-minute", NULL);
}

/* What is said before a session may call for the question: there is none before it is answered. */
static void
hurry_on (void)
{
  check_in_say_swelling ();
  for (guint i = 0; i < 2; i++)
    {
      program_click_a (GTK_TYPE_BUTTON, "Go On");
      program_see ("You noted that your left leg is much more swollen than the right.");
      g_assert_null (program_find ("Start"));
    }
  program_click ("No, That’s Not So");
  program_see_no ("You noted that your left leg is much more swollen than the right.");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("Start");
  program_quit ();
}

static void
test_no_session_before_the_answer (void)
{
  program_run (hurry_on, "--start", "three-minute", NULL);
}

/* What follows a session is asked for quietly, answered at once, and stands. */
static void
rate_with_redness (void)
{
  g_assert_null (program_find ("Pain that grows after a massage"));
  program_click ("All Fine, Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Is any of this true since the massage?");
  program_scroll_to ("The skin stays red after a massage");
  program_click ("The skin stays red after a massage");
  program_scroll_to ("Stop massaging this leg. *");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_assert_query ("SELECT kind, reason.id FROM entry JOIN reason ON entry = entry.id",
                        "session|after-redness");
  program_key ("alt+3");
  program_click ("*Three minutes*");
  program_enter ("Three minutes");
  program_see ("The skin stays red after a massage");
  program_key ("Escape");
  program_enter ("Legato");
  check_in_start_another ("evening");
  program_see ("Since *: The skin stays red after a massage");
  /* So is it before the next one. */
  program_click ("Pain that grows after a massage");
  program_click_a (GTK_TYPE_BUTTON, "*Go On");
  program_see ("See a doctor today");
  program_wait (program_answers ("SELECT reason.id FROM entry JOIN reason ON entry = entry.id "
                                 "WHERE kind = 'refusal' AND reason.id = 'after-pain'",
                                 "after-pain"));
  program_quit ();
}

static void
test_what_follows_a_session (void)
{
  program_set_tempo (60);
  program_run (rate_with_redness, "--start", "three-minute", NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/signs/" name, test)
  ADD ("a-warning-sign-stops-it", test_a_warning_sign_stops_it);
  ADD ("swelling-that-was-looked-at", test_swelling_that_was_looked_at);
  ADD ("a-sign-is-not-left-behind", test_a_sign_is_not_left_behind);
  ADD ("a-sign-holds-every-way-out", test_a_sign_holds_every_way_out);
  ADD ("the-journal-asks", test_the_journal_asks);
  ADD ("the-journal-asks-on-its-page", test_the_journal_asks_on_its_page);
  ADD ("asked-when-another-program-writes", test_asked_when_another_program_writes);
  ADD ("no-session-before-the-answer", test_no_session_before_the_answer);
  ADD ("what-follows-a-session", test_what_follows_a_session);
  return g_test_run ();
}
