/* test-program-compare.c: a massage of a comparison of the legs, from the page to the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include "legato-chart.h"

/* Before anything was told there are no trends. */
#define TOLD_DAYS_AGO                                                                              \
  "INSERT INTO entry (id, uuid, kind, at_us, utc_offset_s, local_day, recorded_us, late, leg, "    \
  "planned_s, done_s, completed, note, edited_us) "                                                \
  "SELECT 1, '00000000-0000-4000-8000-000000000001', 'check-in', s * 1000000, 0, "                 \
  "date (s, 'unixepoch'), s * 1000000, 0, 'both', 0, 0, 0, '', s * 1000000 "                       \
  "FROM (SELECT strftime ('%s', 'now', '-3 days') + 0 AS s);"                                      \
  "INSERT INTO rating VALUES (1, 0, 'calf', 'left', 'check-in', 4, 1, 0)"

/* How sore both legs are; chance picks one, and the session is of that one. */
static void
massage_one_leg (void)
{
  program_key ("alt+4");
  program_click ("Compare");
  program_click_a (GTK_TYPE_CHECK_BUTTON, "I want this: *");
  program_click ("Begin");
  program_see ("Calf: 0 of 14 massages.");
  program_click ("Left calf: 4 of 10");
  program_click ("Right calf: 4 of 10");
  program_click ("Draw a Leg");
  program_click ("All Fine, Go On");
  program_scroll_to ("Get ready");
  program_click_a (GTK_TYPE_BUTTON, "Start");
  program_see ("Well done: * of massage.");
  program_click ("Save");
  program_see ("Saved in your journal");
  program_quit ();
}

static void
test_the_drawn_leg_is_massaged (void)
{
  g_autofree char *told = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *journal = program_get_journal_path ();
  g_autofree char *folder = g_path_get_dirname (journal);
  g_autofree char *path = g_build_filename (folder, "comparison", NULL);
  g_autofree char *kept = NULL;

  program_make_journal ();
  told = program_query (TOLD_DAYS_AGO);
  program_set_tempo (60);
  program_run (massage_one_leg, NULL);
  program_assert_query ("SELECT zone, leg IN ('left', 'right') FROM entry WHERE kind = 'session'",
                        "calf|1");
  program_assert_query ("SELECT rating.leg, value FROM rating JOIN entry ON entry = entry.id"
                        " WHERE moment = 'before' AND rating.zone = 'calf' ORDER BY rating.leg",
                        "left|4; right|4");
  /* The comparison knows the entry, and the leg. */
  drawn = program_query ("SELECT '*' || uuid || '*' || iif (leg = 'left', 'true', 'false') || '*'"
                         " FROM entry WHERE kind = 'session'");
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_true (g_pattern_match_simple (drawn, kept));
}

/* Before anything was told there is nothing to see but what one can begin with. */
static void
compare_first (void)
{
  program_key ("alt+4");
  program_see ("No Values Yet");
  program_click ("Compare My Legs");
  program_see ("Does massage make a difference to your legs?");
  program_click ("Overview");
  program_see ("No Values Yet");
  program_quit ();
}

static void
test_from_the_first_day (void)
{
  program_run (compare_first, NULL);
}

static int
get_selected (GtkWidget *chart)
{
  return legato_chart_get_selected (LEGATO_CHART (chart));
}

/* The pointer was left on a chart: what the keys lead to stays, though the chart is laid out anew.
 */
static void
walk_below_the_pointer (void)
{
  GtkWidget *chart = NULL;
  int last;

  program_key ("alt+4");
  program_wait (program_find_a (LEGATO_TYPE_CHART, "*") != NULL);
  chart = program_find_a (LEGATO_TYPE_CHART, "*");
  program_move_pointer (chart, gtk_widget_get_width (chart) / 2.0,
                        gtk_widget_get_height (chart) / 2.0, "");
  program_wait (get_selected (chart) >= 0);
  g_assert_true (gtk_widget_grab_focus (chart));
  program_key ("End");
  last = (int) LEGATO_CHART_GET_CLASS (chart)->get_n_marks (LEGATO_CHART (chart)) - 1;
  program_wait (get_selected (chart) == last);
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_queue_resize (chart);
      gtk_test_widget_wait_for_draw (chart);
      g_assert_cmpint (get_selected (chart), ==, last);
    }
  program_quit ();
}

static void
test_below_the_pointer (void)
{
  g_autofree char *told = NULL;

  program_make_journal ();
  told = program_query (TOLD_DAYS_AGO);
  program_run (walk_below_the_pointer, NULL);
}

int
main (int argc, char *argv[])
{
  program_test_init (&argc, &argv);
  program_test_add ("/program/compare/the-drawn-leg-is-massaged", test_the_drawn_leg_is_massaged);
  program_test_add ("/program/compare/from-the-first-day", test_from_the_first_day);
  program_test_add ("/program/compare/below-the-pointer", test_below_the_pointer);
  return g_test_run ();
}
