/* test-legs-compared.c: a comparison of the legs, from its consent to its result
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"

#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "legato-experiment-file.h"
#include "legato-experiment-words.h"
#include "legato-legs-compared.h"
#include "legato-person-model.h"
#include "legato-soreness-row.h"
#include "legato-trends-page.h"

#define BEGIN "Begin"
#define OFFER "Does massage make a difference to your legs?"
#define DRAW "Draw a Leg"
#define BEFORE "How sore are both legs now?"
#define DAY_AFTER "How sore are both legs now, a day after the massage?"
#define TWO_DAYS_AFTER "How sore are both legs now, two days after the massage?"
#define UNLIKE                                                                                     \
  "Your legs differ too much today to compare them. Massage as you like, and come back another "   \
  "day."
#define BROKEN "The comparison of your legs that was kept cannot be read."
#define CONSENT                                                                                    \
  "I want this: one leg stays without a massage each time, and I massage that place no other "     \
  "way."

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

/* What was drawn, as it was told. */
typedef struct
{
  guint n;
  const LegatoZone *zone;
  char *uuid;
  LegatoLeg leg;
  guint left;
  guint right;
} Trial;

static guint32
get_today (void)
{
  return legato_person_model_get_today ();
}

static void
drawn_cb (LegatoLegsCompared *view,
          LegatoLeg leg,
          const LegatoZone *zone,
          const char *uuid,
          guint left,
          guint right,
          Trial *trial)
{
  g_free (trial->uuid);
  *trial = (Trial){ trial->n + 1, zone, g_strdup (uuid), leg, left, right };
}

static void
trial_clear (Trial *trial)
{
  g_free (trial->uuid);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trial, trial_clear)

/* With a journal of its own, beside which the comparison is kept. */
static LegatoContext *
open_empty (PageFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "legs.db", NULL);

  return ui_test_open_context (fixture, path);
}

static char *
get_file (PageFixture *fixture)
{
  return legato_experiment_file_get_path (fixture->path);
}

static GtkWidget *
show_view (PageFixture *fixture, LegatoContext *context, Trial *trial)
{
  LegatoLegsCompared *view = legato_legs_compared_new (context);

  if (trial != NULL)
    g_signal_connect (view, "session-drawn", G_CALLBACK (drawn_cb), trial);
  ui_test_show (fixture, GTK_WIDGET (view), 360, 900);
  return GTK_WIDGET (view);
}

static void
rate (GtkWidget *view, int left, int right)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  ui_test_collect (view, LEGATO_TYPE_SORENESS_ROW, rows);
  g_assert_cmpuint (rows->len, ==, 2);
  legato_soreness_row_set_value (g_ptr_array_index (rows, 0), left);
  legato_soreness_row_set_value (g_ptr_array_index (rows, 1), right);
}

static void
begin (GtkWidget *view)
{
  GtkWidget *button = NULL;

  while ((button = ui_test_find (view, GTK_TYPE_BUTTON, BEGIN)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (view, GTK_TYPE_CHECK_BUTTON, NULL)),
                               TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_for_label (view, "Calf: 0 of 14 massages.");
}

static graphene_rect_t
find_bounds (GtkWidget *view, GType type, const char *text)
{
  GtkWidget *widget = ui_test_find (view, type, text);
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, view, &bounds));
  return bounds;
}

/* In a wide window what it is about stands beside what there is to choose, in a narrow one above.
 */
static void
test_wide (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  GtkWidget *view = GTK_WIDGET (legato_legs_compared_new (context));
  graphene_rect_t heading, button;

  ui_test_show (fixture, view, 1400, 700);
  heading = find_bounds (view, GTK_TYPE_LABEL, OFFER);
  button = find_bounds (view, GTK_TYPE_BUTTON, BEGIN);
  g_assert_cmpfloat (button.origin.x, >, heading.origin.x + 400);
  ui_test_shoot (fixture->window, "compare-wide");
}

static void
test_narrow (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  GtkWidget *view = show_view (fixture, context, NULL);
  graphene_rect_t heading = find_bounds (view, GTK_TYPE_LABEL, OFFER);
  graphene_rect_t button = find_bounds (view, GTK_TYPE_BUTTON, BEGIN);

  g_assert_cmpfloat (button.origin.y, >, heading.origin.y + heading.size.height);
  g_assert_cmpfloat (button.origin.x, <, heading.origin.x + 100);
}

/* Nothing begins without consent; which leg it is, is told only when both were rated. */
static void
test_begin (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  g_auto (Trial) trial = { 0 };
  GtkWidget *view = show_view (fixture, context, &trial);
  GtkWidget *button = NULL;
  g_autofree char *uuid = NULL;

  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, CONSENT));
  ui_test_shoot (fixture->window, "compare-offer");
  begin (view);
  while ((button = ui_test_find (view, GTK_TYPE_BUTTON, DRAW)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  rate (view, 6, 3);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (trial.n, ==, 0);
  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, UNLIKE));

  rate (view, 5, 4);
  g_assert_null (ui_test_find (view, GTK_TYPE_LABEL, UNLIKE));
  ui_test_shoot (fixture->window, "compare-running");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (trial.n, ==, 1);
  g_assert_cmpstr (trial.zone->id, ==, "calf");
  g_assert_true (trial.leg == LEGATO_LEG_LEFT || trial.leg == LEGATO_LEG_RIGHT);
  g_assert_cmpuint (trial.left, ==, 5);
  g_assert_cmpuint (trial.right, ==, 4);
}

/* Who comes back without having massaged gets the same leg: nobody draws until they like it. */
static void
test_same_leg (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  g_auto (Trial) first = { 0 };
  g_auto (Trial) second = { 0 };
  GtkWidget *view = show_view (fixture, context, &first);

  begin (view);
  rate (view, 4, 4);
  ui_test_click (view, DRAW);
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);

  view = show_view (fixture, context, &second);
  ui_test_wait_for_label (view, "Calf: 1 of 14 massages.");
  while (ui_test_find (view, GTK_TYPE_BUTTON, DRAW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  rate (view, 4, 5);
  ui_test_click (view, DRAW);
  g_assert_cmpstr (first.uuid, ==, second.uuid);
  g_assert_cmpint (first.leg, ==, second.leg);
}

/* The entry of a massage @days_ago that was drawn for @experiment; both legs rated before. */
static LegatoEntry *
add_massage (LegatoJournal *journal, LegatoExperiment *experiment, guint days_ago, GRand *rand)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) at = g_date_time_add_days (now, -(int) days_ago);
  LegatoEntry *entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autoptr (GError) error = NULL;

  entry->zone = g_strdup ("calf");
  entry->leg = legato_experiment_draw (experiment, get_today () - days_ago, entry->uuid, rand);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 6);
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_no_error (error);
  return entry;
}

static void
keep (PageFixture *fixture, LegatoExperiment *experiment)
{
  g_autofree char *path = get_file (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (legato_experiment_file_save (path, experiment, &error));
  g_assert_no_error (error);
}

static void
test_day_after (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  LegatoJournal *journal = legato_context_get_journal (context);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (LegatoExperiment) experiment =
      legato_experiment_new ("calf", get_today () - 1, 4, 2, NULL);
  g_autoptr (LegatoEntry) entry = add_massage (journal, experiment, 1, rand);
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *stored = NULL;
  GtkWidget *view = NULL;
  guint n = 0;

  keep (fixture, experiment);
  view = show_view (fixture, context, NULL);
  ui_test_wait_for_label (view, DAY_AFTER);
  rate (view, 2, 5);
  ui_test_tag_elsewhere (journal, entry, "run");
  ui_test_click (view, "Save");
  while (ui_test_find (view, GTK_TYPE_LABEL, DAY_AFTER) != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_journal (journal);
  entries = legato_journal_list (journal, NULL, NULL, 0, 0, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  stored = g_ptr_array_index (entries, 0);
  for (guint i = 0; i < stored->ratings->len; i++)
    {
      const LegatoRating *rating = g_ptr_array_index (stored->ratings, i);

      if (rating->moment != LEGATO_MOMENT_NEXT_DAY)
        continue;
      n++;
      g_assert_cmpuint (rating->value, ==, rating->leg == LEGATO_LEG_LEFT ? 2 : 5);
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (stored->tags[0], ==, "run");
}

/* A massage that hurt at this place ends it, and what was found so far is told. */
static void
test_hurt (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  LegatoJournal *journal = legato_context_get_journal (context);
  g_autoptr (LegatoExperiment) experiment =
      legato_experiment_new ("calf", get_today () - 1, 4, 2, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) stop = legato_entry_new (LEGATO_ENTRY_STOP, now);
  g_autofree char *path = get_file (fixture);
  g_autoptr (LegatoExperiment) kept = NULL;
  GtkWidget *view = NULL;

  keep (fixture, experiment);
  view = show_view (fixture, context, NULL);
  ui_test_wait_for_label (view, "Calf: 0 of 14 massages.");
  stop->zone = g_strdup ("calf");
  stop->leg = LEGATO_LEG_LEFT;
  g_assert_true (legato_journal_add (journal, stop, NULL));
  ui_test_wait_for_label (view, "It ended early, because a massage hurt at this place.");
  g_assert_nonnull (ui_test_find (
      view, GTK_TYPE_LABEL,
      "Can’t tell: 0 of 14 massages were rated before and the next day. That is too few."));
  ui_test_shoot (fixture->window, "compare-result");
  kept = legato_experiment_file_load (path, fixture->guide, NULL);
  g_assert_cmpint (legato_experiment_get_state (kept, get_today ()), ==, LEGATO_EXPERIMENT_STOPPED);
}

/* A warning sign that stands ends it too, and no other can begin meanwhile. */
static void
test_warning_sign (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  g_autoptr (LegatoExperiment) experiment =
      legato_experiment_new ("calf", get_today (), 4, 2, NULL);
  GtkWidget *view = NULL;

  keep (fixture, experiment);
  view = show_view (fixture, context, NULL);
  ui_test_wait_for_label (view, "Calf: 0 of 14 massages.");
  legato_person_model_raise_flag (legato_context_get_person (context), "dvt");
  while (ui_test_find (view, GTK_TYPE_BUTTON, "Begin Another…") == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_click (view, "Begin Another…");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (view, GTK_TYPE_CHECK_BUTTON, NULL)),
                               TRUE);
  g_assert_false (gtk_widget_get_sensitive (ui_test_find (view, GTK_TYPE_BUTTON, BEGIN)));
}

/* Whether another file beside @path, with a longer name, holds @text. */
static gboolean
is_kept_aside (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *start = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *other = g_build_filename (folder, name, NULL);
      g_autofree char *found = NULL;

      if (g_str_has_prefix (name, start) && !g_str_equal (name, start)
          && g_file_get_contents (other, &found, NULL, NULL) && g_str_equal (found, text))
        return TRUE;
    }
  return FALSE;
}

static void
test_broken_file (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  g_autofree char *path = get_file (fixture);
  GtkWidget *view = NULL;

  g_assert_true (g_file_set_contents (path, "not a comparison", -1, NULL));
  view = show_view (fixture, context, NULL);
  ui_test_wait_for_label (view, BROKEN);
  begin (view);
  g_assert_null (ui_test_find (view, GTK_TYPE_LABEL, BROKEN));
  g_assert_true (is_kept_aside (path, "not a comparison"));
}

/* Of a place that the guide has no longer. */
static void
test_unknown_place (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  g_autoptr (LegatoExperiment) experiment =
      legato_experiment_new ("tail", get_today (), 4, 2, NULL);

  keep (fixture, experiment);
  ui_test_wait_for_label (show_view (fixture, context, NULL), BROKEN);
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
  rate (view, by_leg (LEGATO_LEG_LEFT, treated, of_treated, of_other),
        by_leg (LEGATO_LEG_RIGHT, treated, of_treated, of_other));
  ui_test_click (view, "Save");
  see_no (view, question);
  ui_test_wait_for_journal (journal);
}

/* As the session's page would write it down. */
static void
massage (LegatoJournal *journal, const Trial *trial)
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

static void
set_zone (const char *zone)
{
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
}

/* Four weeks, day by day, while summer time begins: nothing is told until the last rating was due;
 * then what the page says is what the journal and the file beside it say to who asks them anew. */
static void
walk (PageFixture *fixture,
      const int of_treated[2],
      LegatoExperimentVerdict verdict,
      const char *pattern)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  LegatoJournal *journal = legato_context_get_journal (context);
  g_auto (Trial) trial = { 0 };
  g_autofree char *zone_before = g_strdup (g_getenv ("TZ"));
  g_autoptr (GDateTime) first = NULL;
  GtkWidget *view = NULL;
  g_autofree char *path = get_file (fixture);
  g_autofree char *words = NULL;
  g_autofree char *figures = NULL;
  g_autoptr (LegatoExperiment) kept = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  LegatoExperimentResult result;
  g_autoptr (GError) error = NULL;
  guint n_rated = 0;

  set_zone (ZONE);
  first = g_date_time_new_local (2026, 3, 16, HOUR, 0, 0);
  set_clock (first);
  view = show_view (fixture, context, &trial);
  begin (view);
  for (guint i = 0; i < N_MASSAGES; i++)
    {
      g_autofree char *progress = g_strdup_printf ("Calf: %u of %u massages.", i + 1, N_MASSAGES);
      LegatoLeg before = trial.leg;

      if (i > 0)
        follow_up (view, journal, TWO_DAYS_AFTER, before, of_treated[i % 2], 5);
      see (view, BEFORE);
      rate (view, 5, 5);
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
  g_assert_true (legato_experiment_analyse (kept, entries, get_today (), &result));
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
  set_zone (zone_before);
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

static gboolean
asks (GtkWidget *page)
{
  return ui_test_find (page, GTK_TYPE_LABEL, DAY_AFTER) != NULL
         || ui_test_find (page, GTK_TYPE_LABEL, TWO_DAYS_AFTER) != NULL;
}

/* Midnight comes while the page is open: two zones that are 26 hours apart never have one day. It
 * looks at the clock every 20 seconds. */
static void
test_day_turns (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *zone_before = g_strdup (g_getenv ("TZ"));
  g_autoptr (LegatoContext) context = open_empty (fixture);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (LegatoExperiment) experiment = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  GtkWidget *page = NULL;
  GtkWidget *compare = NULL;

  set_zone ("<-12>12");
  experiment = legato_experiment_new ("calf", get_today (), 4, 2, NULL);
  entry = add_massage (legato_context_get_journal (context), experiment, 0, rand);
  keep (fixture, experiment);
  page = GTK_WIDGET (legato_trends_page_new (context));
  ui_test_show (fixture, page, 360, 900);
  while ((compare = ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "Compare")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (compare), TRUE);
  ui_test_wait_for_label (page, "Calf: 1 of 14 massages.");
  g_assert_false (asks (page));

  set_zone ("<+14>-14");
  while (!asks (page))
    g_main_context_iteration (NULL, TRUE);
  set_zone (zone_before);
}

/* What was rated and not sent on one day says nothing of the next. */
static void
test_ratings_are_of_a_day (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = open_empty (fixture);
  GtkWidget *view = show_view (fixture, context, NULL);
  GtkWidget *draw = NULL;

  begin (view);
  rate (view, 6, 4);
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
  g_test_add ("/ui/legs-compared/" name, PageFixture, NULL, page_fixture_set_up, func,             \
              page_fixture_tear_down)
  g_test_add_func ("/ui/legs-compared/words", test_words);
  ADD ("wide", test_wide);
  ADD ("narrow", test_narrow);
  ADD ("begin", test_begin);
  ADD ("same-leg", test_same_leg);
  ADD ("day-after", test_day_after);
  if (g_test_slow ())
    ADD ("day-turns", test_day_turns);
  ADD ("ratings-are-of-a-day", test_ratings_are_of_a_day);
  ADD ("no-difference", test_no_difference);
  ADD ("less-sore", test_less_sore);
  ADD ("hurt", test_hurt);
  ADD ("warning-sign", test_warning_sign);
  ADD ("broken-file", test_broken_file);
  ADD ("unknown-place", test_unknown_place);
  return g_test_run ();
}
