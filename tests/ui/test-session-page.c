/* test-session-page.c: a session from its start to the journal, in a real window, sped up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test-utils.h"

#include "legato-hurt-view.h"
#include "legato-leg-map.h"
#include "legato-play-view.h"
#include "legato-question.h"
#include "legato-session-page.h"
#include "legato-soreness-row.h"
#include "legato-tuning-panel.h"

#define N_ENTRIES 63

static LegatoSessionPage *
show_page (PageFixture *fixture)
{
  LegatoSessionPage *page = legato_session_page_new (fixture->context);
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, "three-minute") };

  ui_test_check_in (fixture, 0);
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
  GtkWidget *play = NULL;

  click (page, "Start");
  while ((play = ui_test_find (page, LEGATO_TYPE_PLAY_VIEW, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_label (play, "Thumb circles");
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

/* The newest entry of @kind. */
static const LegatoEntry *
find_entry (GPtrArray *entries, LegatoEntryKind kind)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == kind)
        return entry;
    }
  return NULL;
}

/* A toggle of the page that asks what was felt. */
static GtkWidget *
find_feeling (GtkWidget *page, const char *words)
{
  GtkWidget *label = ui_test_wait_for_label (page, words);

  return gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);
}

static GtkWidget *
find_answer (GtkWidget *page, const char *words)
{
  return gtk_widget_get_ancestor (ui_test_wait_for_label (page, words), GTK_TYPE_BUTTON);
}

static gboolean
touches (LegatoSession *session, const char *zone, LegatoLeg leg)
{
  LegatoPlan *plan = legato_session_get_plan (session);

  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      for (guint z = 0; z < step->zones->len && step->leg == leg; z++)
        if (g_str_equal (((const LegatoZone *) g_ptr_array_index (step->zones, z))->id, zone))
          return TRUE;
    }
  return FALSE;
}

/* Stops what runs, and waits until the journal has it. */
static void
leave (PageFixture *fixture, LegatoSessionPage *page)
{
  g_autoptr (GPtrArray) entries = NULL;

  legato_session_page_stop (page);
  entries = list_entries (fixture);
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
  LegatoSessionPage *page = show_page (fixture);
  guint n_questions = 0;

  g_signal_connect_swapped (page, "question", G_CALLBACK (count_cb), &n_questions);
  ui_test_check_in (fixture, 1);
  click (GTK_WIDGET (page), "Start");
  g_assert_cmpuint (n_questions, ==, 1);
  g_assert_false (legato_session_page_is_running (page));
  ui_test_check_in (fixture, 0);
  click (GTK_WIDGET (page), "Start");
  g_assert_cmpuint (n_questions, ==, 1);
  g_assert_true (legato_session_page_is_running (page));
  leave (fixture, page);
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
  LegatoSessionPage *page = show_page (fixture);
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

/* All stops at once; what is answered is advised upon, logged, and left out from there on. */
static void
test_stop_it_hurts (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  LegatoSession *session = NULL;
  GtkWidget *go_on = NULL;
  GtkWidget *mistake = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *stop = NULL;

  run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  g_assert_true (touches (session, "calf", LEGATO_LEG_LEFT));
  run (GTK_WIDGET (page), "play.hurt");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_HURT);
  g_assert_cmpint (legato_player_get_state (legato_session_get_player (session)), ==,
                   LEGATO_PLAYER_PAUSED);
  g_assert_true (legato_session_page_is_running (page));

  /* The place under the hands is chosen already; what was felt has to be said. */
  go_on = find_answer (GTK_WIDGET (page), "Go on without: Left calf");
  mistake = find_answer (GTK_WIDGET (page), "Nothing hurts, go on");
  g_assert_false (gtk_widget_get_sensitive (go_on));
  g_assert_true (gtk_widget_get_next_sibling (mistake) == go_on);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_feeling (GTK_WIDGET (page), "It tingled.")),
                                TRUE);
  ui_test_wait_for_label (
      GTK_WIDGET (page),
      "A nerve may lie under your hand, so leave this place out. If the tingling stays or "
      "spreads, see a doctor.");
  g_assert_true (gtk_widget_get_sensitive (go_on));
  /* That nothing hurts is no longer what one most likely wants to say. */
  g_assert_null (gtk_widget_get_next_sibling (mistake));
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "hurt");
  g_signal_emit_by_name (go_on, "clicked");

  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_COUNTDOWN);
  g_assert_false (touches (session, "calf", LEGATO_LEG_LEFT));
  g_assert_true (touches (session, "calf", LEGATO_LEG_RIGHT));

  entries = list_entries (fixture);
  stop = find_entry (entries, LEGATO_ENTRY_STOP);
  g_assert_nonnull (stop);
  g_assert_cmpstr (stop->zone, ==, "calf");
  g_assert_cmpint (stop->leg, ==, LEGATO_LEG_LEFT);
  g_assert_cmpstr (stop->routine, ==, "three-minute");
  g_assert_cmpstr (stop->reasons[0], ==, "stop-tingling");
  leave (fixture, page);
}

static GtkWindow *
find_question (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (LEGATO_IS_QUESTION (toplevel) && gtk_widget_get_mapped (GTK_WIDGET (toplevel)))
        return toplevel;
    }
  return NULL;
}

/* Sharp pain in the calf: the question of a clot comes there and then, and yes ends the session. */
static void
test_sharp_pain_asks (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  LegatoSession *session = NULL;
  GtkWindow *question = NULL;

  run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  run (GTK_WIDGET (page), "play.hurt");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_feeling (GTK_WIDGET (page), "It was a sharp pain.")), TRUE);
  g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "Go on without: Left calf"), "clicked");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_HURT);
  while ((question = find_question ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* A screen reader reads all of such a window, not only its title and the first answer. */
  g_assert_true (
      gtk_test_accessible_has_role (GTK_ACCESSIBLE (question), GTK_ACCESSIBLE_ROLE_ALERT_DIALOG));
  ui_test_click (GTK_WIDGET (question), "Yes, or I’m Not Sure");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_FINISHED);
  g_assert_true (legato_standing_has_flag (legato_person_model_get_standing (person), "dvt"));

  /* What to do is told at once. */
  while ((question = find_question ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_click (GTK_WIDGET (question), "Understood");
  leave (fixture, page);
}

/* Wherever a glide over the whole leg has come to, Legato does not guess where it hurts. Who cannot
 * say either is asked about a clot as well, since the hands were on the calf. */
static void
test_hurt_during_a_glide (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  const LegatoZone *knee = legato_guide_find_zone (fixture->guide, "popliteal");
  LegatoSession *session = NULL;
  LegatoTimeline *timeline = NULL;
  const LegatoCue *stroke = NULL;
  GtkWidget *view = NULL;
  LegatoLegMap *map = NULL;
  GtkWindow *question = NULL;
  LegatoLeg leg;

  click (GTK_WIDGET (page), "Start");
  while ((session = legato_session_page_get_session (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  timeline = legato_session_get_timeline (session);
  stroke = legato_timeline_find_stroke (timeline, legato_timeline_get_lead_in (timeline));
  g_assert_nonnull (stroke);
  for (int part = 0; part < 3; part++)
    {
      legato_session_seek (session, stroke->onset + part * stroke->length / 3);
      run (GTK_WIDGET (page), "play.hurt");
      view = ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_HURT_VIEW, NULL);
      map = LEGATO_LEG_MAP (ui_test_find (view, LEGATO_TYPE_LEG_MAP, NULL));
      g_assert_null (legato_leg_map_get_selected (map, &leg));
      g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "Nothing hurts, go on"), "clicked");
    }
  run (GTK_WIDGET (page), "play.hurt");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_feeling (GTK_WIDGET (page), "It was a sharp pain.")), TRUE);
  g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "Go on without these places"), "clicked");
  while ((question = find_question ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (question);
  while (find_question () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_HURT);

  /* Who can taps it, behind the knee too, where the hands are lifted over. */
  legato_leg_map_set_selected (map, LEGATO_LEG_LEFT, knee);
  g_signal_emit_by_name (map, "zone-selected", LEGATO_LEG_LEFT, knee);
  find_answer (GTK_WIDGET (page), "Go on without: Behind the left knee");
  leave (fixture, page);
}

static guint
count_stopped (LegatoPersonModel *person)
{
  g_autoptr (GArray) stopped = legato_person_model_list_stopped (person);

  return stopped->len;
}

/* Whoever says that it was sharp, and closes the window before the question, is asked before the
 * next session. */
static void
test_sharp_pain_asks_later (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  LegatoPersonModel *person = legato_context_get_person (fixture->context);

  run_to_third_step (GTK_WIDGET (page));
  run (GTK_WIDGET (page), "play.hurt");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_feeling (GTK_WIDGET (page), "It was a sharp pain.")), TRUE);
  leave (fixture, page);
  while (count_stopped (person) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (legato_person_model_has_question (person));
}

/* Whoever has answered is not asked again. */
static void
test_sharp_pain_asks_once (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  GtkWindow *question = NULL;

  run_to_third_step (GTK_WIDGET (page));
  run (GTK_WIDGET (page), "play.hurt");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_feeling (GTK_WIDGET (page), "It was a sharp pain.")), TRUE);
  g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "Go on without: Left calf"), "clicked");
  while ((question = find_question ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_click (GTK_WIDGET (question), "No, That’s Not So");
  while (count_stopped (person) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (legato_person_model_has_question (person));
  leave (fixture, page);
}

/* Who hit the key by chance goes on where they were, and nothing is logged. */
static void
test_hurt_by_mistake (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  LegatoSession *session = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  int step;

  run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  run (GTK_WIDGET (page), "play.hurt");
  step = legato_session_get_step (session);
  g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "Nothing hurts, go on"), "clicked");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_PLAYING);
  g_assert_cmpint (legato_session_get_step (session), ==, step);
  /* Or it may be over when a busy machine looks. */
  run (GTK_WIDGET (page), "play.toggle");
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_PLAY_VIEW, NULL));
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);
  leave (fixture, page);
}

/* It hurt, and that is enough for today: the session counts, and so does the stop. */
static void
test_end_because_it_hurt (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  g_autoptr (GPtrArray) entries = NULL;

  run_to_third_step (GTK_WIDGET (page));
  run (GTK_WIDGET (page), "play.hurt");
  g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "End here"), "clicked");
  ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 2);
  g_assert_nonnull (find_entry (entries, LEGATO_ENTRY_STOP));

  /* Not to keep the session does not undo that it hurt. */
  while (!gtk_widget_is_sensitive (ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Don’t Keep")))
    g_main_context_iteration (NULL, TRUE);
  ui_test_click (GTK_WIDGET (page), "Don’t Keep");
  while (entries->len > N_ENTRIES + 1)
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&entries, g_ptr_array_unref);
      entries = list_entries (fixture);
    }
  g_assert_nonnull (find_entry (entries, LEGATO_ENTRY_STOP));
  while (count_stopped (legato_context_get_person (fixture->context)) == 0)
    g_main_context_iteration (NULL, TRUE);
  leave (fixture, page);
}

/* After the steps the legs rest, for as long as was chosen, and nothing is played. */
static void
test_rest (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (LEGATO_APP_ID);
  LegatoSessionPage *page = NULL;
  LegatoSession *session = NULL;

  g_settings_set_int (settings, "rest-minutes", 5);
  page = show_page (fixture);
  run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  g_assert_cmpuint (legato_session_get_rest (session), ==, 300);
  while (legato_session_get_state (session) == LEGATO_SESSION_PLAYING)
    run (GTK_WIDGET (page), "play.skip");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_RESTING);
  ui_test_wait_for_label (GTK_WIDGET (page), "Legs raised");
  g_assert_true (legato_session_page_is_running (page));
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "rest");

  run (GTK_WIDGET (page), "play.skip");
  ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
  g_settings_reset (settings, "rest-minutes");
  leave (fixture, page);
}

/* Speed, length of the step and loudness change under way, each to its limit and no further. */
static void
test_tuning (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = show_page (fixture);
  LegatoSession *session = NULL;
  LegatoPlayer *player = NULL;
  guint slowest = 0;
  guint fastest = 0;
  guint seconds = 0;

  run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  player = legato_session_get_player (session);
  run (GTK_WIDGET (page), "play.toggle");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_PAUSED);

  for (guint i = 0; i < 9; i++)
    run (GTK_WIDGET (page), "play.faster");
  legato_session_get_tempo_range (session, &slowest, &fastest);
  g_assert_cmpuint (legato_session_get_tempo (session), ==, fastest);
  ui_test_wait_for_label (GTK_WIDGET (page), "The session cannot go any faster.");
  for (guint i = 0; i < 20; i++)
    run (GTK_WIDGET (page), "play.slower");
  g_assert_cmpuint (legato_session_get_tempo (session), ==, LEGATO_SESSION_MIN_TEMPO);

  seconds = legato_plan_get_step (legato_session_get_plan (session), 2)->seconds;
  run (GTK_WIDGET (page), "play.longer");
  g_assert_cmpuint (legato_plan_get_step (legato_session_get_plan (session), 2)->seconds, ==,
                    seconds + LEGATO_SESSION_CHANGE_S);
  run (GTK_WIDGET (page), "play.shorter");
  g_assert_cmpuint (legato_plan_get_step (legato_session_get_plan (session), 2)->seconds, ==,
                    seconds);

  run (GTK_WIDGET (page), "play.mute");
  g_assert_cmpfloat (legato_player_get_volume (player), ==, 0.0);
  run (GTK_WIDGET (page), "play.louder");
  g_assert_cmpfloat_with_epsilon (legato_player_get_volume (player), 0.8, 1e-9);
  run (GTK_WIDGET (page), "play.quieter");
  g_assert_cmpfloat_with_epsilon (legato_player_get_volume (player), 0.7, 1e-9);

  for (int near = FALSE; near <= TRUE; near++)
    {
      gboolean is_near = !near;

      run (GTK_WIDGET (page), "play.whole");
      g_object_get (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_LEG_MAP, NULL), "near", &is_near,
                    NULL);
      g_assert_cmpint (is_near, ==, near);
    }

  g_assert_null (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_TUNING_PANEL, NULL));
  run (GTK_WIDGET (page), "play.tune");
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_TUNING_PANEL, NULL));
  ui_test_shoot (fixture->window, "tuning");
  leave (fixture, page);
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
  LegatoSessionPage *page = show_page (fixture);
  GtkEventController *keys = find_keys (GTK_WIDGET (page));

  g_assert_false (press (keys, GDK_KEY_space, 65, 0));
  click (GTK_WIDGET (page), "Start");
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
  click (GTK_WIDGET (question), label);
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
  LegatoSessionPage *page = show_page (fixture);
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, "three-minute") };
  guint n_closes = 0;

  g_signal_connect_swapped (page, "close", G_CALLBACK (count_cb), &n_closes);
  run_to_third_step (GTK_WIDGET (page));
  g_assert_false (legato_session_page_may_close (page));
  answer ("Don’t Keep It");
  wait_until_free (page);
  g_assert_cmpuint (n_closes, ==, 1);

  legato_session_page_prepare (page, &request);
  run_to_third_step (GTK_WIDGET (page));
  run (GTK_WIDGET (page), "play.end");
  ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
  while (!gtk_widget_get_sensitive (ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Save")))
    g_main_context_iteration (NULL, TRUE);
  click (GTK_WIDGET (page), "Don’t Keep");
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
  page = show_page (fixture);
  run_to_third_step (GTK_WIDGET (page));
  back = find_icon_button (GTK_WIDGET (page), "media-skip-backward-symbolic");
  assert_from_left (gtk_widget_get_parent (back));
  run (GTK_WIDGET (page), "play.toggle");
  assert_from_left (gtk_widget_get_parent (back));
  leave (fixture, page);
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
  g_test_add ("/session-page/stop-it-hurts", PageFixture, NULL, page_fixture_set_up,
              test_stop_it_hurts, page_fixture_tear_down);
  g_test_add ("/session-page/sharp-pain-asks", PageFixture, NULL, page_fixture_set_up,
              test_sharp_pain_asks, page_fixture_tear_down);
  g_test_add ("/session-page/sharp-pain-asks-later", PageFixture, NULL, page_fixture_set_up,
              test_sharp_pain_asks_later, page_fixture_tear_down);
  g_test_add ("/session-page/sharp-pain-asks-once", PageFixture, NULL, page_fixture_set_up,
              test_sharp_pain_asks_once, page_fixture_tear_down);
  g_test_add ("/session-page/what-to-have-ready", PageFixture, NULL, page_fixture_set_up,
              test_what_to_have_ready, page_fixture_tear_down);
  g_test_add ("/session-page/left-open-over-night", PageFixture, NULL, page_fixture_set_up,
              test_left_open_over_night, page_fixture_tear_down);
  g_test_add ("/session-page/hurt-during-a-glide", PageFixture, NULL, page_fixture_set_up,
              test_hurt_during_a_glide, page_fixture_tear_down);
  g_test_add ("/session-page/hurt-by-mistake", PageFixture, NULL, page_fixture_set_up,
              test_hurt_by_mistake, page_fixture_tear_down);
  g_test_add ("/session-page/end-because-it-hurt", PageFixture, NULL, page_fixture_set_up,
              test_end_because_it_hurt, page_fixture_tear_down);
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
