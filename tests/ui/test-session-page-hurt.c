/* test-session-page-hurt.c: "stop, it hurts" in a session in a real window, sped up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-page-fixture.h"

#include "legato-hurt-view.h"
#include "legato-leg-map.h"
#include "legato-play-view.h"
#include "legato-question.h"

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

/* All stops at once; what is answered is advised upon, logged, and left out from there on. */
static void
test_stop_it_hurts (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoSession *session = NULL;
  GtkWidget *go_on = NULL;
  GtkWidget *mistake = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *stop = NULL;

  session_page_run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  g_assert_true (touches (session, "calf", LEGATO_LEG_LEFT));
  session_page_run (GTK_WIDGET (page), "play.hurt");
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

  entries = session_page_list_entries (fixture);
  stop = find_entry (entries, LEGATO_ENTRY_STOP);
  g_assert_nonnull (stop);
  g_assert_cmpstr (stop->zone, ==, "calf");
  g_assert_cmpint (stop->leg, ==, LEGATO_LEG_LEFT);
  g_assert_cmpstr (stop->routine, ==, "three-minute");
  g_assert_cmpstr (stop->reasons[0], ==, "stop-tingling");
  session_page_leave (fixture, page);
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
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  LegatoSession *session = NULL;
  GtkWindow *question = NULL;

  session_page_run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  session_page_run (GTK_WIDGET (page), "play.hurt");
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
  session_page_leave (fixture, page);
}

/* Wherever a glide over the whole leg has come to, Legato does not guess where it hurts. Who cannot
 * say either is asked about a clot as well, since the hands were on the calf. */
static void
test_hurt_during_a_glide (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  const LegatoZone *knee = legato_guide_find_zone (fixture->guide, "popliteal");
  LegatoSession *session = NULL;
  LegatoTimeline *timeline = NULL;
  const LegatoCue *stroke = NULL;
  GtkWidget *view = NULL;
  LegatoLegMap *map = NULL;
  GtkWindow *question = NULL;
  LegatoLeg leg;

  session_page_click (GTK_WIDGET (page), "Start");
  while ((session = legato_session_page_get_session (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  timeline = legato_session_get_timeline (session);
  stroke = legato_timeline_find_stroke (timeline, legato_timeline_get_lead_in (timeline));
  g_assert_nonnull (stroke);
  for (int part = 0; part < 3; part++)
    {
      legato_session_seek (session, stroke->onset + part * stroke->length / 3);
      session_page_run (GTK_WIDGET (page), "play.hurt");
      view = ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_HURT_VIEW, NULL);
      map = LEGATO_LEG_MAP (ui_test_find (view, LEGATO_TYPE_LEG_MAP, NULL));
      g_assert_null (legato_leg_map_get_selected (map, &leg));
      g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "Nothing hurts, go on"), "clicked");
    }
  session_page_run (GTK_WIDGET (page), "play.hurt");
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
  session_page_leave (fixture, page);
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
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoPersonModel *person = legato_context_get_person (fixture->context);

  session_page_run_to_third_step (GTK_WIDGET (page));
  session_page_run (GTK_WIDGET (page), "play.hurt");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_feeling (GTK_WIDGET (page), "It was a sharp pain.")), TRUE);
  session_page_leave (fixture, page);
  while (count_stopped (person) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (legato_person_model_has_question (person));
}

/* Whoever has answered is not asked again. */
static void
test_sharp_pain_asks_once (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  GtkWindow *question = NULL;

  session_page_run_to_third_step (GTK_WIDGET (page));
  session_page_run (GTK_WIDGET (page), "play.hurt");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_feeling (GTK_WIDGET (page), "It was a sharp pain.")), TRUE);
  g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "Go on without: Left calf"), "clicked");
  while ((question = find_question ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_click (GTK_WIDGET (question), "No, That’s Not So");
  while (count_stopped (person) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (legato_person_model_has_question (person));
  session_page_leave (fixture, page);
}

/* Who hit the key by chance goes on where they were, and nothing is logged. */
static void
test_hurt_by_mistake (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  LegatoSession *session = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  int step;

  session_page_run_to_third_step (GTK_WIDGET (page));
  session = legato_session_page_get_session (page);
  session_page_run (GTK_WIDGET (page), "play.hurt");
  step = legato_session_get_step (session);
  g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "Nothing hurts, go on"), "clicked");
  g_assert_cmpint (legato_session_get_state (session), ==, LEGATO_SESSION_PLAYING);
  g_assert_cmpint (legato_session_get_step (session), ==, step);
  /* Or it may be over when a busy machine looks. */
  session_page_run (GTK_WIDGET (page), "play.toggle");
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (GTK_WIDGET (page), LEGATO_TYPE_PLAY_VIEW, NULL));
  entries = session_page_list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);
  session_page_leave (fixture, page);
}

/* It hurt, and that is enough for today: the session counts, and so does the stop. */
static void
test_end_because_it_hurt (PageFixture *fixture, gconstpointer data)
{
  LegatoSessionPage *page = session_page_show (fixture);
  g_autoptr (GPtrArray) entries = NULL;

  session_page_run_to_third_step (GTK_WIDGET (page));
  session_page_run (GTK_WIDGET (page), "play.hurt");
  g_signal_emit_by_name (find_answer (GTK_WIDGET (page), "End here"), "clicked");
  ui_test_wait_for_label (GTK_WIDGET (page), "How do your legs feel now?");
  entries = session_page_list_entries (fixture);
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
      entries = session_page_list_entries (fixture);
    }
  g_assert_nonnull (find_entry (entries, LEGATO_ENTRY_STOP));
  while (count_stopped (legato_context_get_person (fixture->context)) == 0)
    g_main_context_iteration (NULL, TRUE);
  session_page_leave (fixture, page);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = ui_test_init_held (&argc, &argv);

  g_test_add ("/session-page-hurt/stop-it-hurts", PageFixture, NULL, page_fixture_set_up,
              test_stop_it_hurts, page_fixture_tear_down);
  g_test_add ("/session-page-hurt/sharp-pain-asks", PageFixture, NULL, page_fixture_set_up,
              test_sharp_pain_asks, page_fixture_tear_down);
  g_test_add ("/session-page-hurt/sharp-pain-asks-later", PageFixture, NULL, page_fixture_set_up,
              test_sharp_pain_asks_later, page_fixture_tear_down);
  g_test_add ("/session-page-hurt/sharp-pain-asks-once", PageFixture, NULL, page_fixture_set_up,
              test_sharp_pain_asks_once, page_fixture_tear_down);
  g_test_add ("/session-page-hurt/hurt-during-a-glide", PageFixture, NULL, page_fixture_set_up,
              test_hurt_during_a_glide, page_fixture_tear_down);
  g_test_add ("/session-page-hurt/hurt-by-mistake", PageFixture, NULL, page_fixture_set_up,
              test_hurt_by_mistake, page_fixture_tear_down);
  g_test_add ("/session-page-hurt/end-because-it-hurt", PageFixture, NULL, page_fixture_set_up,
              test_end_because_it_hurt, page_fixture_tear_down);

  return g_test_run ();
}
