/* test-session-page.c: a session from its start to the journal, in a real window, sped up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include "legato-play-view.h"
#include "legato-session-page.h"
#include "legato-soreness-row.h"

#define N_ENTRIES 63

static LegatoSessionPage *
show_page (PageFixture *fixture)
{
  LegatoSessionPage *page = g_object_new (LEGATO_TYPE_SESSION_PAGE, NULL);
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, "three-minute") };

  legato_session_page_set_guide (page, fixture->guide);
  legato_session_page_set_journal (page, fixture->journal);
  legato_session_page_prepare (page, &request);
  ui_test_show (fixture, GTK_WIDGET (page), 700, 700);
  return page;
}

static void
click (GtkWidget *page, const char *label)
{
  GtkWidget *button = ui_test_find (page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* An action of the running session, as its buttons and keys start it. */
static void
run (GtkWidget *page, const char *action)
{
  GtkWidget *play = ui_test_find (page, LEGATO_TYPE_PLAY_VIEW, NULL);

  g_assert_true (gtk_widget_activate_action (play, action, NULL));
}

static GtkWidget *
find_icon_button (GtkWidget *widget, const char *icon)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_icon_button (child, icon);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GPtrArray *
list_entries (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = legato_journal_list (fixture->journal, NULL, NULL, N_ENTRIES + 9, 0, &error);

  g_assert_no_error (error);
  return entries;
}

/* Lets the third step begin: more than enough was done for the session to be remembered. */
static void
run_to_third_step (GtkWidget *page)
{
  click (page, "Start");
  ui_test_wait_for_label (page, "Kneading");
}

static void
test_checks_start_anew (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  LegatoRequest request = { .routine = legato_guide_find_routine (fixture->guide, "evening"),
                            .legs = LEGATO_LEG_BOTH };
  GtkWidget *check = ui_test_find (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  legato_session_page_prepare (page, &request);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
test_skip_to_the_end (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  GtkWidget *skip = find_icon_button (GTK_WIDGET (page), "media-skip-forward-symbolic");

  g_assert_true (legato_session_page_is_free (page));
  run_to_third_step (GTK_WIDGET (page));
  g_assert_false (legato_session_page_is_free (page));
  while (legato_session_page_is_running (page))
    g_signal_emit_by_name (skip, "clicked");
  g_assert_false (legato_session_page_is_running (page));

  /* The answers are still to come: another routine has to wait. */
  ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
  g_assert_false (legato_session_page_is_free (page));
  while (!gtk_widget_get_sensitive (ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Save")))
    g_main_context_iteration (NULL, TRUE);
  click (GTK_WIDGET (page), "Save");
  while (!legato_session_page_is_free (page))
    g_main_context_iteration (NULL, TRUE);
}

static GtkEventController *
find_keys (GtkWidget *page)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (ui_test_find (page, LEGATO_TYPE_PLAY_VIEW, NULL));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  g_assert_not_reached ();
}

/* An elbow that lies on the space bar pauses; only the next press goes on. */
static void
test_held_space_pauses (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  GtkEventController *keys = NULL;
  gboolean handled = FALSE;

  click (GTK_WIDGET (page), "Start");
  keys = find_keys (GTK_WIDGET (page));
  for (guint i = 0; i < 4; i++)
    {
      g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_space, 65, 0, &handled);
      g_assert_true (handled);
      g_assert_nonnull (find_icon_button (GTK_WIDGET (page), "media-playback-start-symbolic"));
    }
  g_signal_emit_by_name (keys, "key-released", GDK_KEY_space, 65, 0);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_space, 65, 0, &handled);
  g_assert_nonnull (find_icon_button (GTK_WIDGET (page), "media-playback-pause-symbolic"));

  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_e, 26, GDK_CONTROL_MASK, &handled);
  g_assert_true (handled);
  g_assert_false (legato_session_page_is_running (page));
}

/* Who closes the window in the middle of a session, or of the answers, loses neither. */
static void
test_close_keeps_what_was_said (PageFixture *fixture, gconstpointer data)
{
  gboolean while_rating = GPOINTER_TO_INT (data);
  LegatoSessionPage *page = show_page (fixture);
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *entry = NULL;

  run_to_third_step (GTK_WIDGET (page));
  if (while_rating)
    {
      run (GTK_WIDGET (page), "play.end");
      ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
      while (!gtk_widget_get_sensitive (ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Save")))
        g_main_context_iteration (NULL, TRUE);
      gtk_toggle_button_set_active (
          GTK_TOGGLE_BUTTON (
              ui_test_find (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_SORENESS_ROW, NULL),
                            GTK_TYPE_TOGGLE_BUTTON, "4")),
          TRUE);
    }
  legato_session_page_stop (page);
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);

  /* Calls to the journal keep their order: this one comes after what closing asked for. */
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->routine, ==, "three-minute");
  g_assert_cmpuint (entry->ratings->len, ==, while_rating ? 1 : 0);
  if (while_rating)
    g_assert_cmpuint (((const LegatoRating *) g_ptr_array_index (entry->ratings, 0))->value, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = NULL;

  ui_test_init (&argc, &argv);
  /* Held while the journal writes. */
  application = g_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  g_application_set_default (application);

  g_test_add ("/session-page/checks-start-anew", PageFixture, NULL, page_fixture_set_up,
              test_checks_start_anew, page_fixture_tear_down);
  g_test_add ("/session-page/skip-to-the-end", PageFixture, NULL, page_fixture_set_up,
              test_skip_to_the_end, page_fixture_tear_down);
  g_test_add ("/session-page/held-space-pauses", PageFixture, NULL, page_fixture_set_up,
              test_held_space_pauses, page_fixture_tear_down);
  g_test_add ("/session-page/close/while-playing", PageFixture, GINT_TO_POINTER (FALSE),
              page_fixture_set_up, test_close_keeps_what_was_said, page_fixture_tear_down);
  g_test_add ("/session-page/close/while-rating", PageFixture, GINT_TO_POINTER (TRUE),
              page_fixture_set_up, test_close_keeps_what_was_said, page_fixture_tear_down);

  return g_test_run ();
}
