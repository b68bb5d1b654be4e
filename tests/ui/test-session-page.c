/* test-session-page.c: a session from its start to the journal, in a real window, sped up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-page-fixture.h"

#include "legato-leg-map.h"
#include "legato-question.h"
#include "legato-soreness-row.h"
#include "legato-tuning-panel.h"

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

static void
test_checks_start_anew (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
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
  LegatoSessionPage *page = session_page_show (fixture);
  GtkWidget *skip = find_icon_button (GTK_WIDGET (page), "media-skip-forward-symbolic");

  g_assert_true (legato_session_page_is_free (page));
  session_page_run_to_third_step (GTK_WIDGET (page));
  g_assert_false (legato_session_page_is_free (page));
  while (legato_session_page_is_running (page))
    g_signal_emit_by_name (skip, "clicked");
  g_assert_false (legato_session_page_is_running (page));

  /* The answers are still to come: another routine has to wait. */
  ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
  g_assert_false (legato_session_page_is_free (page));
  while (!gtk_widget_get_sensitive (ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Save")))
    g_main_context_iteration (NULL, TRUE);
  session_page_click (GTK_WIDGET (page), "Save");
  while (!legato_session_page_is_free (page))
    g_main_context_iteration (NULL, TRUE);
}

static GtkEventController *
find_keys (GtkWidget *page)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);

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
  LegatoSessionPage *page = session_page_show (fixture);
  GtkEventController *keys = NULL;
  gboolean handled = FALSE;

  session_page_click (GTK_WIDGET (page), "Start");
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

static void
count_cb (guint *n)
{
  *n += 1;
}

/* What was made ready in the evening does not begin in the morning, as nobody has asked then. */
static void
test_left_open_over_night (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  guint n_questions = 0;

  g_signal_connect_swapped (page, "question", G_CALLBACK (count_cb), &n_questions);
  ui_test_check_in (fixture, 1);
  session_page_click (GTK_WIDGET (page), "Start");
  g_assert_cmpuint (n_questions, ==, 1);
  g_assert_false (legato_session_page_is_running (page));
  ui_test_check_in (fixture, 0);
  session_page_click (GTK_WIDGET (page), "Start");
  g_assert_cmpuint (n_questions, ==, 1);
  g_assert_true (legato_session_page_is_running (page));
  session_page_leave (fixture, page);
}

static gboolean
asks_to (LegatoSessionPage *page, const char *check)
{
  return ui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, check) != NULL;
}

/* What to have ready goes by what is planned for the person, also when they say more of themselves
 * meanwhile. */
static void
test_what_to_have_ready (PageFixture *fixture, gconstpointer data)
{
  static const char oil[] = "Have a little unscented oil or lotion at hand.";
  static const char no_oil[] = "Use no oil: your fingers move the skin and must not slide.";
  static const char raise[] = "Keep pillows ready to raise your legs afterwards.";
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  g_autoptr (LegatoProfile) profile = legato_profile_new ();
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoRequest request = { .routine = legato_guide_find_routine (fixture->guide, "circulation"),
                            .legs = LEGATO_LEG_BOTH };

  legato_session_page_prepare (page, &request);
  g_assert_true (asks_to (page, oil) && !asks_to (page, no_oil) && asks_to (page, raise));
  legato_profile_set_condition (profile, "swelling", 740000, 0);
  legato_person_model_set_profile (person, profile);
  g_assert_true (!asks_to (page, oil) && asks_to (page, no_oil) && asks_to (page, raise));
  legato_profile_remove_condition (profile, "swelling");
  legato_profile_set_condition (profile, "pregnancy", 740000, 740000);
  legato_profile_set_agreed (profile, "calf", LEGATO_LEG_LEFT, 740000, TRUE);
  legato_person_model_set_profile (person, profile);
  g_assert_true (asks_to (page, oil) && !asks_to (page, no_oil) && !asks_to (page, raise));
}

/* After the steps the legs rest, for as long as was chosen, and nothing is played. */
static void
test_rest (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  LegatoSessionPage *page = NULL;
  LegatoSession *session = NULL;

  g_settings_set_int (settings, "rest-minutes", 5);
  page = session_page_show (fixture);
  session_page_run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  g_assert_cmpuint (legato_session_get_rest (session), ==, 300);
  while (legato_session_get_state (session) == LEGATO_SESSION_PLAYING)
    session_page_run (GTK_WIDGET (page), "play.skip");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_RESTING);
  ui_test_wait_for_label (GTK_WIDGET (page), "Legs raised");
  g_assert_true (legato_session_page_is_running (page));
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "rest");

  session_page_run (GTK_WIDGET (page), "play.skip");
  ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
  g_settings_reset (settings, "rest-minutes");
  session_page_leave (fixture, page);
}

/* Speed, length of the step and loudness change under way, each to its limit and no further. */
static void
test_tuning (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoSession *session = NULL;
  LegatoPlayer *player = NULL;
  guint slowest = 0;
  guint fastest = 0;
  guint seconds = 0;
  guint step = 0;

  session_page_run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  player = legato_session_get_player (session);
  session_page_run (GTK_WIDGET (page), "play.toggle");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_PAUSED);
  /* A busy machine may be further by now. */
  step = (guint) legato_session_get_step (session);

  for (guint i = 0; i < 9; i++)
    session_page_run (GTK_WIDGET (page), "play.faster");
  legato_session_get_tempo_range (session, &slowest, &fastest);
  g_assert_cmpuint (legato_session_get_tempo (session), ==, fastest);
  ui_test_wait_for_label (GTK_WIDGET (page), "The session cannot go any faster.");
  for (guint i = 0; i < 20; i++)
    session_page_run (GTK_WIDGET (page), "play.slower");
  g_assert_cmpuint (legato_session_get_tempo (session), ==, LEGATO_SESSION_MIN_TEMPO);

  seconds = legato_plan_get_step (legato_session_get_plan (session), step)->seconds;
  session_page_run (GTK_WIDGET (page), "play.longer");
  g_assert_cmpuint (legato_plan_get_step (legato_session_get_plan (session), step)->seconds, ==,
                    seconds + LEGATO_SESSION_CHANGE_S);
  session_page_run (GTK_WIDGET (page), "play.shorter");
  g_assert_cmpuint (legato_plan_get_step (legato_session_get_plan (session), step)->seconds, ==,
                    seconds);

  session_page_run (GTK_WIDGET (page), "play.mute");
  g_assert_cmpfloat (legato_player_get_volume (player), ==, 0.0);
  session_page_run (GTK_WIDGET (page), "play.louder");
  g_assert_cmpfloat_with_epsilon (legato_player_get_volume (player), 0.8, 1e-9);
  session_page_run (GTK_WIDGET (page), "play.quieter");
  g_assert_cmpfloat_with_epsilon (legato_player_get_volume (player), 0.7, 1e-9);

  for (int near = FALSE; near <= TRUE; near++)
    {
      gboolean is_near = !near;

      session_page_run (GTK_WIDGET (page), "play.whole");
      g_object_get (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_LEG_MAP, NULL), "near", &is_near,
                    NULL);
      g_assert_cmpint (is_near, ==, near);
    }

  g_assert_null (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_TUNING_PANEL, NULL));
  session_page_run (GTK_WIDGET (page), "play.tune");
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_TUNING_PANEL, NULL));
  ui_test_shoot (fixture->window, "tuning");
  session_page_leave (fixture, page);
}

/* Who closes the window in the middle of a session, or of the answers, loses neither. */
static void
test_close_keeps_what_was_said (PageFixture *fixture, gconstpointer data)
{
  gboolean while_rating = GPOINTER_TO_INT (data);
  LegatoSessionPage *page = session_page_show (fixture);
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *entry = NULL;

  session_page_run_to_third_step (GTK_WIDGET (page));
  if (while_rating)
    {
      session_page_run (GTK_WIDGET (page), "play.end");
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
  entries = session_page_list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->routine, ==, "three-minute");
  g_assert_cmpuint (entry->ratings->len, ==, while_rating ? 1 : 0);
  if (while_rating)
    g_assert_cmpuint (((const LegatoRating *) g_ptr_array_index (entry->ratings, 0))->value, ==, 4);
}

static gboolean
press (GtkEventController *keys, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", keyval, keycode, state, &handled);
  g_signal_emit_by_name (keys, "key-released", keyval, keycode, state);
  return handled;
}

/* Where letters are Cyrillic, or Arabic, a key does what it does where they are Latin. No other
 * letter of a Latin keyboard stands in for one that lies elsewhere. */
static void
test_keys_of_other_scripts (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  GtkEventController *keys = find_keys (GTK_WIDGET (page));

  g_assert_false (press (keys, GDK_KEY_space, 65, 0));
  session_page_click (GTK_WIDGET (page), "Start");
  g_assert_false (press (keys, GDK_KEY_odiaeresis, 43, 0));
  g_assert_false (press (keys, GDK_KEY_Cyrillic_ef, 38, 0));
  g_assert_true (press (keys, GDK_KEY_Cyrillic_softsign, 58, 0));
  g_assert_true (press (keys, GDK_KEY_Arabic_theh, 26, GDK_CONTROL_MASK));
  g_assert_false (legato_session_page_is_running (page));
}

/* Presses a button of the window that asks. */
static void
answer (const char *label)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) question = NULL;

  for (guint i = 0; question == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (LEGATO_IS_QUESTION (window))
        question = g_steal_pointer (&window);
    }
  g_assert_nonnull (question);
  session_page_click (GTK_WIDGET (question), label);
}

static void
wait_until_free (LegatoSessionPage *page)
{
  while (!legato_session_page_is_free (page))
    g_main_context_iteration (NULL, TRUE);
}

/* Who closed the window once, and stayed, closes it not again by what they say of another session.
 */
static void
test_close_is_asked_once (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, "three-minute") };
  guint n_closes = 0;

  g_signal_connect_swapped (page, "close", G_CALLBACK (count_cb), &n_closes);
  session_page_run_to_third_step (GTK_WIDGET (page));
  g_assert_false (legato_session_page_may_close (page));
  answer ("Don’t Keep It");
  wait_until_free (page);
  g_assert_cmpuint (n_closes, ==, 1);

  legato_session_page_prepare (page, &request);
  session_page_run_to_third_step (GTK_WIDGET (page));
  session_page_run (GTK_WIDGET (page), "play.end");
  ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
  while (!gtk_widget_get_sensitive (ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Save")))
    g_main_context_iteration (NULL, TRUE);
  session_page_click (GTK_WIDGET (page), "Don’t Keep");
  wait_until_free (page);
  g_assert_cmpuint (n_closes, ==, 1);
}

static void
assert_from_left (GtkWidget *widget)
{
  g_assert_cmpint (gtk_widget_get_direction (widget), ==, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_from_left (child);
}

/* Where text runs from the right, back is on the left, as on any player, and its sign says so. */
static void
test_from_the_right (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = NULL;
  GtkWidget *back = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = session_page_show (fixture);
  session_page_run_to_third_step (GTK_WIDGET (page));
  back = find_icon_button (GTK_WIDGET (page), "media-skip-backward-symbolic");
  assert_from_left (gtk_widget_get_parent (back));
  session_page_run (GTK_WIDGET (page), "play.toggle");
  assert_from_left (gtk_widget_get_parent (back));
  session_page_leave (fixture, page);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = ui_test_init_held (&argc, &argv);

  g_test_add ("/session-page/checks-start-anew", PageFixture, NULL, page_fixture_set_up,
              test_checks_start_anew, page_fixture_tear_down);
  g_test_add ("/session-page/skip-to-the-end", PageFixture, NULL, page_fixture_set_up,
              test_skip_to_the_end, page_fixture_tear_down);
  g_test_add ("/session-page/held-space-pauses", PageFixture, NULL, page_fixture_set_up,
              test_held_space_pauses, page_fixture_tear_down);
  g_test_add ("/session-page/keys-of-other-scripts", PageFixture, NULL, page_fixture_set_up,
              test_keys_of_other_scripts, page_fixture_tear_down);
  g_test_add ("/session-page/what-to-have-ready", PageFixture, NULL, page_fixture_set_up,
              test_what_to_have_ready, page_fixture_tear_down);
  g_test_add ("/session-page/left-open-over-night", PageFixture, NULL, page_fixture_set_up,
              test_left_open_over_night, page_fixture_tear_down);
  g_test_add ("/session-page/from-the-right", PageFixture, NULL, page_fixture_set_up,
              test_from_the_right, page_fixture_tear_down);
  g_test_add ("/session-page/rest", PageFixture, NULL, page_fixture_set_up, test_rest,
              page_fixture_tear_down);
  g_test_add ("/session-page/tuning", PageFixture, NULL, page_fixture_set_up, test_tuning,
              page_fixture_tear_down);
  g_test_add ("/session-page/close/while-playing", PageFixture, GINT_TO_POINTER (FALSE),
              page_fixture_set_up, test_close_keeps_what_was_said, page_fixture_tear_down);
  g_test_add ("/session-page/close/while-rating", PageFixture, GINT_TO_POINTER (TRUE),
              page_fixture_set_up, test_close_keeps_what_was_said, page_fixture_tear_down);
  g_test_add ("/session-page/close/is-asked-once", PageFixture, NULL, page_fixture_set_up,
              test_close_is_asked_once, page_fixture_tear_down);

  return g_test_run ();
}
