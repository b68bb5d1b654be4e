/* test-program-check-in.c: what is asked before a session, and what comes of the answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "check-in-fixture.h"
#include "program.h"

#include "legato-profile.h"
#include "legato-zone-area.h"
#include "../load-guide.h"

#define RATINGS                                                                                    \
  "SELECT kind, rating.leg, rating.zone, moment, value FROM rating"                                \
  " JOIN entry ON entry.id = entry ORDER BY entry.id, position"

/* Whoever hears the button that has the focus also hears what it answers, and what begins. */
static void
check_described_by (const char *button, GtkWidget *first, GtkWidget *second)
{
  GtkWidget *widget = program_see_a (GTK_TYPE_BUTTON, button);

  program_wait (program_get_focus () == widget);
  g_assert_null (gtk_test_accessible_check_relation (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, first, second, NULL, NULL));
}

static void
check_description (const char *button, const char *words)
{
  GtkWidget *widget = program_see_a (GTK_TYPE_BUTTON, button);

  program_wait (program_get_focus () == widget);
  g_assert_null (gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, NULL));
}

static void
go_straight_on (void)
{
  program_key ("alt+2");
  program_click ("Three minutes");
  check_described_by ("All Fine, Go On", program_see_a (GTK_TYPE_LABEL, "How are you today?"),
                      program_see_a (GTK_TYPE_BOX, "Is any of this true today?"));
  program_click ("All Fine, Go On");
  check_description ("Start",
                     "Three minutes: A short first session: five long glides, kneading and "
                     "thumb circles for the calf, light tapping on the thigh. One long "
                     "glide to end with.");
  program_click ("Start");
  program_see ("Pause");
  program_quit ();
}

static void
test_three_taps_when_nothing_is_wrong (void)
{
  program_run (go_straight_on, NULL);
  program_assert_query ("SELECT count(*) FROM check_in", "1");
}

/* The conditions count as asked only for someone who has had all of them in sight. */
static void
go_on_unseen (void)
{
  gtk_window_set_default_size (program_get_window (), 700, 420);
  program_see ("How are you today?");
  program_click ("All Fine, Go On");
  program_see ("Start");
  program_quit ();
}

static void
go_on_seen (void)
{
  gtk_window_set_default_size (program_get_window (), 700, 420);
  /* The last of them, tapped by mistake. */
  program_scroll_to ("An artificial knee or hip");
  program_click ("An artificial knee or hip");
  program_click ("An artificial knee or hip");
  program_click ("All Fine, Go On");
  program_see ("Start");
  program_quit ();
}

static void
test_asked_only_when_seen (void)
{
  program_run (go_on_unseen, "--start", "three-minute", NULL);
  program_assert_query ("SELECT count(*) FROM profile WHERE asked", "0");
  program_run (go_on_seen, "--start", "three-minute", NULL);
  program_assert_query ("SELECT asked FROM profile", "1");
}

static void
say_sore_and_massage (void)
{
  program_scroll_to ("Sore after sport");
  program_click ("Sore after sport");
  program_scroll_to ("Left front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  program_scroll_to ("Left front thigh: 6 of 10");
  program_click ("Left front thigh: 6 of 10");
  program_click ("Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Well done: * of massage.");
  program_click ("Left front thigh: 4 of 10");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_assert_query (RATINGS, "session|left|quadriceps|before|6; "
                                 "session|left|quadriceps|after|4");
  program_assert_query ("SELECT id FROM reason", "sport-soreness");

  /* The next one finds the answers of today, and can change them. */
  check_in_start_another ("evening");
  program_scroll_to ("6 of 10");
  program_quit ();
}

static void
test_soreness_goes_with_the_session (void)
{
  program_set_tempo (60);
  program_run (say_sore_and_massage, "--start", "three-minute", NULL);
}

/* A place that is tight is marked on the map, too, and is kneaded for longer. */
static void
say_tight (void)
{
  program_scroll_to ("Left front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  program_scroll_to ("Tight here");
  program_click ("Tight here");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("More kneading: you said your muscles are tight.");
  program_wait (program_answers ("SELECT id FROM check_in_answer WHERE question = 'did'",
                                 "tight/quadriceps/left"));
  program_key ("Escape");
  program_wait (program_answers ("SELECT id FROM reason", "tight"));

  /* It stands there already. */
  check_in_start_another ("evening");
  program_scroll_to ("Tight here");
  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (program_find_a (GTK_TYPE_TOGGLE_BUTTON, "Tight here"))));
  program_quit ();
}

static void
test_tight_places (void)
{
  program_run (say_tight, "--start", "evening", NULL);
}

static void
say_sore_alone (void)
{
  program_see ("How are you today?");
  program_scroll_to ("Right front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Right front thigh");
  program_scroll_to ("Right front thigh: 3 of 10");
  program_click ("Right front thigh: 3 of 10");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_see ("*How your legs felt*");
  program_assert_query (RATINGS, "check-in|right|quadriceps|check-in|3");

  /* Answered for a session that is not begun, it is noted too. */
  check_in_start_another ("evening");
  program_scroll_to ("Right front thigh: 5 of 10");
  program_click ("Right front thigh: 5 of 10");
  program_click ("Go On");
  program_see ("Start");
  program_key ("Escape");
  program_see ("*How your legs felt*5*");
  program_assert_query (RATINGS, "check-in|right|quadriceps|check-in|3; "
                                 "check-in|right|quadriceps|check-in|5");
  program_quit ();
}

static void
be_asked_past_midnight (void)
{
  program_scroll_to ("Right front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Right front thigh");
  program_scroll_to ("Right front thigh: 3 of 10");
  program_click ("Right front thigh: 3 of 10");
  program_click ("Save");
  program_see ("Saved in your journal");
  check_in_start_another ("evening");
  program_see_a (GTK_TYPE_BUTTON, "Go On");
  g_setenv ("TZ", "<+14>-14", TRUE);
  program_see_a (GTK_TYPE_BUTTON, "All Fine, Go On");
  program_quit ();
}

/* What was answered yesterday is no answer of today, though it was filled in yesterday: two zones
 * that are 26 hours apart never have one day. The page looks at the clock every 20 seconds. */
static void
test_past_midnight (void)
{
  g_autofree char *zone_before = g_strdup (g_getenv ("TZ"));

  g_setenv ("TZ", "<-12>12", TRUE);
  program_run (be_asked_past_midnight, "--check-in", NULL);
  if (zone_before != NULL)
    g_setenv ("TZ", zone_before, TRUE);
  else
    g_unsetenv ("TZ");
}

/* So it is when another page is shown instead. */
static void
say_sore_and_look_elsewhere (void)
{
  program_scroll_to ("Right front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Right front thigh");
  program_scroll_to ("Right front thigh: 5 of 10");
  program_click ("Right front thigh: 5 of 10");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("Start");
  program_key ("alt+3");
  program_see ("*How your legs felt*5*");
  program_quit ();
}

static void
test_noted_when_another_page_is_shown (void)
{
  program_run (say_sore_and_look_elsewhere, "--start", "three-minute", NULL);
  program_assert_query (RATINGS, "check-in|right|quadriceps|check-in|5");
}

static void
test_for_the_journal_alone (void)
{
  program_run (say_sore_alone, "--check-in", NULL);
}

static void
say_blood_thinners (void)
{
  program_scroll_to ("Blood thinners");
  program_click ("Blood thinners");
  program_scroll_to ("You take blood thinners.");
  program_click ("Go On");
  program_see ("Not before your doctor agrees");
  program_see ("You take blood thinners.");
  program_see ("My Doctor Agreed…");
  g_assert_null (program_find ("Start"));
  program_wait (
      program_answers ("SELECT id FROM reason ORDER BY position", "R-UNCLEARED; blood-thinners"));
  program_assert_query ("SELECT id, cleared_on FROM profile_condition", "blood-thinners|");
  program_quit ();
}

/* It is known the next day, too. */
static void
go_on_with_blood_thinners (void)
{
  program_see ("Is any of this true today?");
  program_click ("All Fine, Go On");
  program_see ("Not before your doctor agrees");
  program_quit ();
}

static void
test_a_condition_waits_for_the_doctor (void)
{
  program_run (say_blood_thinners, "--start", "three-minute", NULL);
  program_run (go_on_with_blood_thinners, "--start", "three-minute", NULL);
}

static gboolean
is_on (const char *chip)
{
  return gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (program_see_a (GTK_TYPE_TOGGLE_BUTTON, chip)));
}

/* The list shows what is known, and what was tapped and not kept has left nothing behind. */
static void
say_conditions_twice (void)
{
  gtk_window_set_default_size (program_get_window (), 700, 420);
  program_scroll_to ("An artificial knee or hip");
  program_click ("An artificial knee or hip");
  program_see ("Right hip");
  program_key ("Escape");
  program_see ("Routines");
  check_in_start_another ("evening");
  program_see ("Is any of this true today?");
  g_assert_null (program_find ("Right hip"));
  program_scroll_to ("Blood thinners");
  program_click ("Blood thinners");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("Not before your doctor agrees");
  program_click ("Back");
  check_in_start_another ("evening");
  program_scroll_to ("Blood thinners");
  g_assert_true (is_on ("Blood thinners"));
  program_click ("Blood thinners");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_see ("Start");
  program_assert_query ("SELECT count(*) FROM profile_condition", "0");
  program_quit ();
}

static void
test_conditions_are_known (void)
{
  program_run (say_conditions_twice, "--start", "three-minute", NULL);
}

/* What is to be left alone is said where one asks for soreness, and is remembered. */
static void
choose_cause (const char *place, LegatoCause cause)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  program_collect (ADW_TYPE_COMBO_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), place))
      adw_combo_row_set_selected (rows->pdata[i], cause + 1);
}

static void
mark_places (void)
{
  program_scroll_to ("Numb places");
  program_click ("Numb places");
  program_scroll_to ("An artificial knee or hip");
  program_click ("An artificial knee or hip");
  program_scroll_to ("Right hip");
  program_click ("Right hip");
  program_scroll_to ("Both Feet");
  program_click ("Both Feet");
  program_see_no ("Both Feet");
  program_wait (program_answers ("SELECT zone, leg, cause FROM profile_blocked ORDER BY leg",
                                 "foot|left|numb; foot|right|numb"));
  program_scroll_to ("Left front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  choose_cause ("Left front thigh", LEGATO_CAUSE_WOUND);
  program_wait (program_answers ("SELECT zone, leg, cause FROM profile_blocked ORDER BY zone, leg",
                                 "foot|left|numb; foot|right|numb; quadriceps|left|wound"));
  program_click ("Go On");
  program_see ("Start");
  program_quit ();
}

static void
test_places_to_leave_alone (void)
{
  program_run (mark_places, "--start", "three-minute", NULL);
}

/* With everything marked there is nothing to do, and that is no error: there is advice, and the way
 * to what was marked. */
static void
mark_everything (void)
{
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  g_autoptr (LegatoGuide) guide = load_guide ();
  GPtrArray *zones = legato_guide_get_zones (guide);

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    for (guint i = 0; i < zones->len; i++)
      legato_profile_block (profile, ((const LegatoZone *) zones->pdata[i])->id, (LegatoLeg) leg,
                            LEGATO_CAUSE_RASH, 2461000);
  check_in_keep_profile (profile);
}

static void
find_nothing_left (void)
{
  program_see ("How are you today?");
  program_click_a (GTK_TYPE_BUTTON, "*Go On");
  program_see ("Every place of this session is left out today.");
  program_see ("Let your legs rest. If they get no better, see a doctor.");
  program_see ("Mark the Places…");
  g_assert_null (program_find ("Step by step"));
  g_assert_false (gtk_widget_get_sensitive (program_find ("Start")));
  program_quit ();
}

static void
test_nothing_left_to_massage (void)
{
  mark_everything ();
  program_run (find_nothing_left, "--start", "evening", NULL);
}

/* A stop for burning in the left calf, so many hours ago. */
static void
stop_before (int hours)
{
  const char *const reasons[] = { "stop-burning", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = program_get_journal_path ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = g_date_time_add_hours (now, -hours);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_STOP, at);
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  LegatoJournal *journal = NULL;

  check_in_keep_profile (profile);
  entry->zone = g_strdup ("calf");
  entry->leg = LEGATO_LEG_LEFT;
  g_strfreev (entry->reasons);
  entry->reasons = g_strdupv ((GStrv) reasons);
  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);
  legato_journal_add (journal, entry, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (journal);
}

/* On the same day it is left out, whatever is said. */
static void
begin_again_today (void)
{
  program_see ("It hurt here. This place is left out for two days.");
  g_assert_null (program_find ("Fine Again"));
  g_assert_null (program_find ("All Fine, Go On"));
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_scroll_to ("Left out: it hurt here, so it rests for two days.");
  program_quit ();
}

/* On the next one it may be fine again: then it is touched lightly. */
static void
begin_again_tomorrow (void)
{
  program_see ("It hurt here. This place is left out for two days.");
  program_click ("Fine Again");
  program_see ("It hurt here. This place is touched lightly this time.");
  program_click_a (GTK_TYPE_BUTTON, "Go On");
  program_scroll_to ("Light here: it hurt here the last time.");
  program_quit ();
}

static void
test_a_stop_is_remembered (void)
{
  stop_before (0);
  program_run (begin_again_today, "--start", "three-minute", NULL);
}

static void
test_fine_again_the_next_day (void)
{
  stop_before (26);
  program_run (begin_again_tomorrow, "--start", "three-minute", NULL);
}

/* A sleeve comes on top: who has one is massaged for no longer. */
static void
drain_with_a_sleeve (void)
{
  program_click ("All Fine, Go On");
  program_see ("Sleeve afterwards");
  program_see ("Both legs: Compression sleeve");
  /* Light drainage has but the one length. */
  g_assert_null (program_find ("Length"));
  program_scroll_to ("20 minutes in all");
  program_quit ();
}

static void
test_a_sleeve_comes_on_top (void)
{
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  const char *const tools[] = { "sleeve", NULL };

  g_strfreev (profile->tools);
  profile->tools = g_strdupv ((GStrv) tools);
  check_in_keep_profile (profile);
  program_run (drain_with_a_sleeve, "--start", "swelling", NULL);
}

/* Who massages a partner is asked about the partner, each time, and nothing of it is kept. */
static void
massage_a_partner (void)
{
  program_see ("How is the person you massage?");
  program_scroll_to ("Blood thinners");
  program_click ("Blood thinners");
  program_click ("Go On");
  program_see ("Not before your doctor agrees");
  program_click ("Back");
  check_in_start_another ("partner");
  program_see ("How is the person you massage?");
  g_assert_null (program_find ("You take blood thinners."));
  program_scroll_to ("Sore after sport");
  program_click ("Sore after sport");
  program_click ("Go On");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_wait (program_get_session () != NULL
                && legato_session_get_done (program_get_session ()) >= LEGATO_SESSION_LEAST_DONE);
  program_click ("End the session here");
  program_see ("How was it for your partner?");
  program_click ("Pain that grows after a massage");
  program_see ("*talk to a doctor today*");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_assert_query ("SELECT kind, reason.id FROM entry JOIN reason ON entry = entry.id",
                        "session|partner");
  program_assert_query ("SELECT count(*) FROM rating", "0");
  program_assert_query ("SELECT count(*) FROM profile_condition", "0");
  program_assert_query ("SELECT count(*) FROM check_in", "0");

  /* One's own legs are asked for anew, and nothing forbids to massage them. */
  check_in_start_another ("three-minute");
  program_see ("How are you today?");
  program_click ("All Fine, Go On");
  program_see ("Start");
  program_quit ();
}

static void
test_a_partner_is_a_guest (void)
{
  program_run (massage_a_partner, "--start", "partner", NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/check-in/" name, test)
  ADD ("three-taps-when-nothing-is-wrong", test_three_taps_when_nothing_is_wrong);
  ADD ("asked-only-when-seen", test_asked_only_when_seen);
  ADD ("soreness-goes-with-the-session", test_soreness_goes_with_the_session);
  ADD ("tight-places", test_tight_places);
  ADD ("for-the-journal-alone", test_for_the_journal_alone);
  ADD ("past-midnight", test_past_midnight);
  ADD ("noted-when-another-page-is-shown", test_noted_when_another_page_is_shown);
  ADD ("a-condition-waits-for-the-doctor", test_a_condition_waits_for_the_doctor);
  ADD ("conditions-are-known", test_conditions_are_known);
  ADD ("places-to-leave-alone", test_places_to_leave_alone);
  ADD ("nothing-left-to-massage", test_nothing_left_to_massage);
  ADD ("a-stop-is-remembered", test_a_stop_is_remembered);
  ADD ("fine-again-the-next-day", test_fine_again_the_next_day);
  ADD ("a-sleeve-comes-on-top", test_a_sleeve_comes_on_top);
  ADD ("a-partner-is-a-guest", test_a_partner_is_a_guest);
  return g_test_run ();
}
