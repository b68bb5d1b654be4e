/* test-program-paths.c: the ways to a session: a routine, a goal, a word that is typed; and where
 * nothing was chosen or told yet, the way to telling it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include "legato-zone-area.h"

/* The legs lie up for some minutes at the end, whatever the tempo. */
static void
skip_the_rest (void)
{
  program_see ("Skip when you have rested enough.");
  program_key ("Right");
}

static void
leave_the_calf_alone (void)
{
  program_click ("All Fine, Go On");
  program_see ("For you today");
  program_see ("Left out: you marked this place.");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Well done: * of massage.");
  program_quit ();
}

/* It is said before, and holds. */
static void
test_a_marked_place_is_left_alone (void)
{
  g_autofree char *done = NULL;

  program_make_journal ();
  done =
      program_query ("INSERT INTO profile VALUES (1, 1, 3, 0);"
                     "INSERT INTO profile_blocked VALUES ('calf', 'left', 'vein', '2026-11-01')");
  program_set_tempo (60);
  program_run (leave_the_calf_alone, "--start", "three-minute", NULL);
  program_assert_query ("SELECT DISTINCT leg FROM step JOIN step_zone"
                        " ON step_zone.entry = step.entry AND step = step.position"
                        " WHERE zone = 'calf'",
                        "right");
}

/* How far apart two are sideways, in pixels. */
static double
get_gap (const char *one, const char *other)
{
  GtkWidget *window = GTK_WIDGET (program_get_window ());
  graphene_rect_t a, b;

  g_assert_true (gtk_widget_compute_bounds (program_see (one), window, &a));
  g_assert_true (gtk_widget_compute_bounds (program_see (other), window, &b));
  return fabs (graphene_rect_get_x (&a) - graphene_rect_get_x (&b));
}

static void
make_one_for_a_goal (void)
{
  program_key ("alt+2");
  g_assert_cmpfloat (get_gap ("Make It", "Both legs"), <, 150);
  program_click ("Make It");
  program_click ("All Fine, Go On");
  program_see ("Circulation");
  program_see ("15 minutes");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Pause");
  program_quit ();
}

static void
test_a_session_for_a_goal (void)
{
  program_run (make_one_for_a_goal, NULL);
}

/* A goal is found by what people call it, and its session has its name. */
static void
search_for_a_goal (void)
{
  program_key ("ctrl+f");
  program_type ("tight muscles");
  program_see ("Made for you");
  program_click ("Tightness");
  program_see ("Tightness");
  program_click ("All Fine, Go On");
  program_see ("Tightness");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  skip_the_rest ();
  program_see ("Well done: * of massage.");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_see ("Today, ??:??, Tightness, *");
  program_wait (program_is_focus ("Today, ??:??, Tightness, *"));
  program_assert_query ("SELECT goal FROM entry", "tightness");
  program_quit ();
}

static void
test_a_word_leads_to_a_goal (void)
{
  program_set_tempo (60);
  program_run (search_for_a_goal, NULL);
}

static void
search_for_a_place (void)
{
  /* Typing is enough; Escape takes it back. */
  program_type ("bum");
  program_see ("Buttock");
  program_see ("Place");
  program_key ("Escape");
  program_see_no ("Place");

  program_key ("ctrl+f");
  program_type ("elbow");
  program_see ("Nothing found");
  program_key ("Escape");

  program_key ("ctrl+f");
  program_type ("gastrocnemius");
  program_see ("Place");
  program_key ("Return");
  program_see_a (GTK_TYPE_LABEL, "Left calf");

  program_click ("Start With This Place");
  program_click ("All Fine, Go On");
  program_scroll_to ("Get ready");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Well done: 3 minutes of massage.");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_see ("Today, ??:??, Left calf, 3 minutes*");
  program_assert_query ("SELECT routine, zone, leg, planned_s, done_s FROM entry",
                        "|calf|left|180|180");
  program_quit ();
}

static void
test_a_word_leads_to_a_session_of_a_place (void)
{
  program_set_tempo (60);
  program_run (search_for_a_place, NULL);
}

/* A rating before all of the weeks that are shown, and of no place in them. */
#define TOLD_LONG_AGO                                                                              \
  "INSERT INTO entry (id, uuid, kind, at_us, utc_offset_s, local_day, recorded_us, late, leg, "    \
  "planned_s, done_s, completed, note, edited_us) "                                                \
  "SELECT 1, '00000000-0000-4000-8000-000000000001', 'check-in', s * 1000000, 0, "                 \
  "date (s, 'unixepoch'), s * 1000000, 0, 'both', 0, 0, 0, '', s * 1000000 "                       \
  "FROM (SELECT strftime ('%s', 'now', '-300 days') + 0 AS s);"                                    \
  "INSERT INTO rating VALUES (1, 0, 'calf', 'left', 'check-in', 4, 1, 0)"

/* Where no place is chosen, and where none was rated, one can say how one's legs are; what is said
 * is then seen. */
static void
say_how_the_legs_are (void)
{
  program_see ("Where is it sore?");
  program_click ("Say How My Legs Are");
  program_see ("All Fine, Save");
  program_key ("Escape");
  program_see ("Where is it sore?");

  program_key ("alt+4");
  program_click ("Places");
  program_see ("Before: not rated in these weeks.");
  program_click ("Say How My Legs Are");
  program_scroll_to ("Left front thigh");
  program_click_a (LEGATO_TYPE_ZONE_AREA, "Left front thigh");
  program_scroll_to ("Left front thigh: 4 of 10");
  program_click ("Left front thigh: 4 of 10");
  program_click_a (GTK_TYPE_BUTTON, "*Save");
  program_see ("Saved in your journal");
  program_key ("alt+4");
  program_see ("Can’t tell yet. *");
  program_see_no ("Say How My Legs Are");
  program_quit ();
}

static void
test_where_nothing_was_told (void)
{
  g_autofree char *told = NULL;

  program_make_journal ();
  told = program_query (TOLD_LONG_AGO);
  program_run (say_how_the_legs_are, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
#define ADD(name, test) program_test_add ("/program/paths/" name, test)
  ADD ("a-marked-place-is-left-alone", test_a_marked_place_is_left_alone);
  ADD ("a-session-for-a-goal", test_a_session_for_a_goal);
  ADD ("a-word-leads-to-a-goal", test_a_word_leads_to_a_goal);
  ADD ("a-word-leads-to-a-session-of-a-place", test_a_word_leads_to_a_session_of_a_place);
  ADD ("where-nothing-was-told", test_where_nothing_was_told);
  return g_test_run ();
}
