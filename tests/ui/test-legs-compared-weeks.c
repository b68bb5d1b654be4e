/* test-legs-compared-weeks.c: the legs compared day by day for four weeks, to what the page says
 * then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legs-compared-fixture.h"

#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "legato-experiment-file.h"
#include "legato-experiment-words.h"

#define BEFORE "How sore are both legs now?"

#define N_MASSAGES 14

/* Who lives by these rules sets the clocks forward in the night after the 28th of March 2026. */
#define ZONE "CET-1CEST,M3.5.0,M10.5.0/3"

/* In local time: so late that a day of 24 hours leads past the whole day which has only 23. */
#define HOUR 23

/* The clock of this process: all that asks for the time by these finds them here first. */
static time_t seconds_ahead;

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  int status = (int) syscall (SYS_clock_gettime, clock, now);

  if (status == 0 && clock == CLOCK_REALTIME)
    now->tv_sec += seconds_ahead;
  return status;
}

int
gettimeofday (struct timeval *restrict seconds, void *restrict zone)
{
  struct timespec now;
  int status = clock_gettime (CLOCK_REALTIME, &now);

  *seconds = (struct timeval){ now.tv_sec, now.tv_nsec / 1000 };
  return status;
}

time_t
time (time_t *seconds)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  if (seconds != NULL)
    *seconds = now.tv_sec;
  return now.tv_sec;
}

static void
see (GtkWidget *view, const char *text)
{
  ui_test_wait_for_label (view, text);
  g_assert_null (ui_test_find (view, GTK_TYPE_LABEL, "It ran to its end."));
}

static void
see_no (GtkWidget *view, const char *text)
{
  while (ui_test_find (view, GTK_TYPE_LABEL, text) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_clock (GDateTime *to)
{
  seconds_ahead = 0;
  seconds_ahead = (time_t) g_date_time_to_unix (to) - time (NULL);
}

/* To the same hour, however long the day is. */
static void
go_to_next_day (GtkWidget *view)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) next =
      g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now), HOUR, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_days (next, 1);

  set_clock (then);
  legato_legs_compared_turn_day (LEGATO_LEGS_COMPARED (view));
}

static int
by_leg (LegatoLeg leg, LegatoLeg treated, int of_treated, int of_other)
{
  return leg == treated ? of_treated : of_other;
}

static void
follow_up (GtkWidget *view,
           LegatoJournal *journal,
           const char *question,
           LegatoLeg treated,
           int of_treated,
           int of_other)
{
  see (view, question);
  legs_compared_rate (view, by_leg (LEGATO_LEG_LEFT, treated, of_treated, of_other),
                      by_leg (LEGATO_LEG_RIGHT, treated, of_treated, of_other));
  ui_test_click (view, "Save");
  see_no (view, question);
  ui_test_wait_for_journal (journal);
}

/* As the session's page would write it down. */
static void
massage (LegatoJournal *journal, const LegsComparedTrial *trial)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_SESSION, now);
  g_autoptr (GError) error = NULL;

  g_free (entry->uuid);
  entry->uuid = g_strdup (trial->uuid);
  entry->zone = g_strdup (trial->zone->id);
  entry->leg = trial->leg;
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, trial->left);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, trial->right);
  legato_journal_add (journal, entry, &error);
  g_assert_no_error (error);
}

/* Four weeks, day by day, while summer time begins: nothing is told until the last rating was due;
 * then what the page says is what the journal and the file beside it say to who asks them anew. */
static void
walk (PageFixture *fixture,
      const int of_treated[2],
      LegatoExperimentVerdict verdict,
      const char *pattern)
{
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  LegatoJournal *journal = legato_context_get_journal (context);
  g_auto (LegsComparedTrial) trial = { 0 };
  g_autofree char *zone_before = g_strdup (g_getenv ("TZ"));
  g_autoptr (GDateTime) first = NULL;
  GtkWidget *view = NULL;
  g_autofree char *path = legs_compared_get_file (fixture);
  g_autofree char *words = NULL;
  g_autofree char *figures = NULL;
  g_autoptr (LegatoExperiment) kept = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  LegatoExperimentResult result;
  g_autoptr (GError) error = NULL;
  guint n_rated = 0;

  legs_compared_set_zone (ZONE);
  first = g_date_time_new_local (2026, 3, 16, HOUR, 0, 0);
  set_clock (first);
  view = legs_compared_show_view (fixture, context, &trial);
  legs_compared_begin (view);
  for (guint i = 0; i < N_MASSAGES; i++)
    {
      g_autofree char *progress = g_strdup_printf ("Calf: %u of %u massages.", i + 1, N_MASSAGES);
      LegatoLeg before = trial.leg;

      if (i > 0)
        follow_up (view, journal, TWO_DAYS_AFTER, before, of_treated[i % 2], 5);
      see (view, BEFORE);
      legs_compared_rate (view, 5, 5);
      ui_test_click (view, DRAW);
      g_assert_cmpuint (trial.n, ==, i + 1);
      massage (journal, &trial);
      see (view, progress);
      see_no (view, BEFORE);
      go_to_next_day (view);
      follow_up (view, journal, DAY_AFTER, trial.leg, of_treated[i % 2], 5);
      see_no (view, DAY_AFTER);
      go_to_next_day (view);
    }
  follow_up (view, journal, TWO_DAYS_AFTER, trial.leg, of_treated[0], 5);
  ui_test_wait_for_journal (journal);
  g_assert_null (ui_test_find (view, GTK_TYPE_LABEL, "It ran to its end."));
  go_to_next_day (view);
  ui_test_wait_for_label (view, "It ran to its end.");
  ui_test_shoot (fixture->window, "compare-end");

  kept = legato_experiment_file_load (path, fixture->guide, &error);
  g_assert_no_error (error);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, N_MASSAGES);
  for (guint i = 0; i < entries->len; i++)
    n_rated += ((LegatoEntry *) g_ptr_array_index (entries, i))->ratings->len;
  g_assert_cmpuint (n_rated, ==, N_MASSAGES * 6);
  g_assert_true (legato_experiment_analyse (kept, entries, legs_compared_get_today (), &result));
  g_assert_cmpuint (result.next_day.n, ==, N_MASSAGES);
  g_assert_cmpuint (result.second_day.n, ==, N_MASSAGES);
  g_assert_cmpuint (result.n_left, ==, N_MASSAGES / 2);
  g_assert_cmpint (result.verdict, ==, verdict);
  words = legato_experiment_words_dup_result (&result);
  figures = legato_experiment_words_dup_figures (&result);
  g_assert_true (g_pattern_match_simple (pattern, words));
  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, words));
  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, figures));
  seconds_ahead = 0;
  legs_compared_set_zone (zone_before);
}

/* The massaged leg is a point better off after one massage, and a point worse off after the next.
 */
static void
test_no_difference (PageFixture *fixture, gconstpointer data)
{
  static const int of_treated[] = { 4, 6 };

  walk (fixture, of_treated, LEGATO_EXPERIMENT_NO_DIFFERENCE,
        "No difference that this could find. One of more than * points would have shown.");
}

static void
test_less_sore (PageFixture *fixture, gconstpointer data)
{
  static const int of_treated[] = { 2, 3 };

  walk (fixture, of_treated, LEGATO_EXPERIMENT_LESS_SORE,
        "The next day the massaged leg was less sore than the other, by about *");
}

static void
test_words (void)
{
  LegatoExperimentResult result = { .n_planned = 14,
                                    .n_drawn = 14,
                                    .n_left = 7,
                                    .next_day = { 14, -0.2, -0.9, 0.6, 0.95 },
                                    .verdict = LEGATO_EXPERIMENT_NO_DIFFERENCE,
                                    .could_find = 0.9 };
  g_autofree char *same = legato_experiment_words_dup_result (&result);
  g_autofree char *figures = legato_experiment_words_dup_figures (&result);
  g_autofree char *less = NULL;
  g_autofree char *more = NULL;

  result.verdict = LEGATO_EXPERIMENT_LESS_SORE;
  result.next_day.estimate = -1.5;
  less = legato_experiment_words_dup_result (&result);
  result.verdict = LEGATO_EXPERIMENT_MORE_SORE;
  result.next_day.estimate = 1;
  more = legato_experiment_words_dup_result (&result);
  g_assert_cmpstr (
      same, ==,
      "No difference that this could find. One of more than 0.9 points would have shown.");
  g_assert_cmpstr (
      less, ==, "The next day the massaged leg was less sore than the other, by about 1.5 points.");
  g_assert_cmpstr (more, ==,
                   "The next day the massaged leg was sorer than the other, by about 1 point.");
  g_assert_cmpstr (figures, ==,
                   "14 massages, 7 on the left leg · next day: n = 14, mean difference −0.20 (95 % "
                   "interval −0.90 to 0.60)");
}

/* What was rated and not sent on one day says nothing of the next. */
static void
test_ratings_are_of_a_day (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  GtkWidget *view = legs_compared_show_view (fixture, context, NULL);
  GtkWidget *draw = NULL;

  legs_compared_begin (view);
  legs_compared_rate (view, 6, 4);
  draw = ui_test_find (view, GTK_TYPE_BUTTON, "Draw a Leg");
  g_assert_true (gtk_widget_get_sensitive (draw));
  legato_legs_compared_turn_day (LEGATO_LEGS_COMPARED (view));
  g_assert_true (gtk_widget_get_sensitive (draw));
  go_to_next_day (view);
  g_assert_false (gtk_widget_get_sensitive (draw));
  seconds_ahead = 0;
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/legs-compared-weeks/" name, PageFixture, NULL, page_fixture_set_up, func,       \
              page_fixture_tear_down)
  g_test_add_func ("/ui/legs-compared-weeks/words", test_words);
  ADD ("ratings-are-of-a-day", test_ratings_are_of_a_day);
  ADD ("no-difference", test_no_difference);
  ADD ("less-sore", test_less_sore);
  return g_test_run ();
}
