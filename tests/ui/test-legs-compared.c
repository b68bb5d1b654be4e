/* test-legs-compared.c: a comparison of the legs, its consent, its days and how it ends early
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legs-compared-fixture.h"

#include "legato-experiment-file.h"
#include "legato-person-model.h"
#include "legato-trends-page.h"

#define OFFER "Does massage make a difference to your legs?"
#define UNLIKE                                                                                     \
  "Your legs differ too much today to compare them. Massage as you like, and come back another "   \
  "day."
#define BROKEN "The comparison of your legs that was kept cannot be read."
#define CONSENT                                                                                    \
  "I want this: one leg stays without a massage each time, and I massage that place no other "     \
  "way."

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
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
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
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  GtkWidget *view = legs_compared_show_view (fixture, context, NULL);
  graphene_rect_t heading = find_bounds (view, GTK_TYPE_LABEL, OFFER);
  graphene_rect_t button = find_bounds (view, GTK_TYPE_BUTTON, BEGIN);

  g_assert_cmpfloat (button.origin.y, >, heading.origin.y + heading.size.height);
  g_assert_cmpfloat (button.origin.x, <, heading.origin.x + 100);
}

/* Nothing begins without consent; which leg it is, is told only when both were rated. */
static void
test_begin (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  g_auto (LegsComparedTrial) trial = { 0 };
  GtkWidget *view = legs_compared_show_view (fixture, context, &trial);
  GtkWidget *button = NULL;
  g_autofree char *uuid = NULL;

  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, CONSENT));
  ui_test_shoot (fixture->window, "compare-offer");
  legs_compared_begin (view);
  while ((button = ui_test_find (view, GTK_TYPE_BUTTON, DRAW)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  legs_compared_rate (view, 6, 3);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (trial.n, ==, 0);
  g_assert_nonnull (ui_test_find (view, GTK_TYPE_LABEL, UNLIKE));

  legs_compared_rate (view, 5, 4);
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
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  g_auto (LegsComparedTrial) first = { 0 };
  g_auto (LegsComparedTrial) second = { 0 };
  GtkWidget *view = legs_compared_show_view (fixture, context, &first);

  legs_compared_begin (view);
  legs_compared_rate (view, 4, 4);
  ui_test_click (view, DRAW);
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);

  view = legs_compared_show_view (fixture, context, &second);
  ui_test_wait_for_label (view, "Calf: 1 of 14 massages.");
  while (ui_test_find (view, GTK_TYPE_BUTTON, DRAW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  legs_compared_rate (view, 4, 5);
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
  entry->leg =
      legato_experiment_draw (experiment, legs_compared_get_today () - days_ago, entry->uuid, rand);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 6);
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_no_error (error);
  return entry;
}

static void
keep (PageFixture *fixture, LegatoExperiment *experiment)
{
  g_autofree char *path = legs_compared_get_file (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (legato_experiment_file_save (path, experiment, &error));
  g_assert_no_error (error);
}

static void
test_day_after (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  LegatoJournal *journal = legato_context_get_journal (context);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (LegatoExperiment) experiment =
      legato_experiment_new ("calf", legs_compared_get_today () - 1, 4, 2, NULL);
  g_autoptr (LegatoEntry) entry = add_massage (journal, experiment, 1, rand);
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *stored = NULL;
  GtkWidget *view = NULL;
  guint n = 0;

  keep (fixture, experiment);
  view = legs_compared_show_view (fixture, context, NULL);
  ui_test_wait_for_label (view, DAY_AFTER);
  legs_compared_rate (view, 2, 5);
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
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  LegatoJournal *journal = legato_context_get_journal (context);
  g_autoptr (LegatoExperiment) experiment =
      legato_experiment_new ("calf", legs_compared_get_today () - 1, 4, 2, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) stop = legato_entry_new (LEGATO_ENTRY_STOP, now);
  g_autofree char *path = legs_compared_get_file (fixture);
  g_autoptr (LegatoExperiment) kept = NULL;
  GtkWidget *view = NULL;

  keep (fixture, experiment);
  view = legs_compared_show_view (fixture, context, NULL);
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
  g_assert_cmpint (legato_experiment_get_state (kept, legs_compared_get_today ()), ==,
                   LEGATO_EXPERIMENT_STOPPED);
}

/* A warning sign that stands ends it too, and no other can begin meanwhile. */
static void
test_warning_sign (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  g_autoptr (LegatoExperiment) experiment =
      legato_experiment_new ("calf", legs_compared_get_today (), 4, 2, NULL);
  GtkWidget *view = NULL;

  keep (fixture, experiment);
  view = legs_compared_show_view (fixture, context, NULL);
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
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  g_autofree char *path = legs_compared_get_file (fixture);
  GtkWidget *view = NULL;

  g_assert_true (g_file_set_contents (path, "not a comparison", -1, NULL));
  view = legs_compared_show_view (fixture, context, NULL);
  ui_test_wait_for_label (view, BROKEN);
  legs_compared_begin (view);
  g_assert_null (ui_test_find (view, GTK_TYPE_LABEL, BROKEN));
  g_assert_true (is_kept_aside (path, "not a comparison"));
}

/* Of a place that the guide has no longer. */
static void
test_unknown_place (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  g_autoptr (LegatoExperiment) experiment =
      legato_experiment_new ("tail", legs_compared_get_today (), 4, 2, NULL);

  keep (fixture, experiment);
  ui_test_wait_for_label (legs_compared_show_view (fixture, context, NULL), BROKEN);
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
  g_autoptr (LegatoContext) context = legs_compared_open_empty (fixture);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (LegatoExperiment) experiment = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  GtkWidget *page = NULL;
  GtkWidget *compare = NULL;

  legs_compared_set_zone ("<-12>12");
  experiment = legato_experiment_new ("calf", legs_compared_get_today (), 4, 2, NULL);
  entry = add_massage (legato_context_get_journal (context), experiment, 0, rand);
  keep (fixture, experiment);
  page = GTK_WIDGET (legato_trends_page_new (context));
  ui_test_show (fixture, page, 360, 900);
  while ((compare = ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "Compare")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (compare), TRUE);
  ui_test_wait_for_label (page, "Calf: 1 of 14 massages.");
  g_assert_false (asks (page));

  legs_compared_set_zone ("<+14>-14");
  while (!asks (page))
    g_main_context_iteration (NULL, TRUE);
  legs_compared_set_zone (zone_before);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/ui/legs-compared/" name, PageFixture, NULL, page_fixture_set_up, func,             \
              page_fixture_tear_down)
  ADD ("wide", test_wide);
  ADD ("narrow", test_narrow);
  ADD ("begin", test_begin);
  ADD ("same-leg", test_same_leg);
  ADD ("day-after", test_day_after);
  if (g_test_slow ())
    ADD ("day-turns", test_day_turns);
  ADD ("hurt", test_hurt);
  ADD ("warning-sign", test_warning_sign);
  ADD ("broken-file", test_broken_file);
  ADD ("unknown-place", test_unknown_place);
  return g_test_run ();
}
