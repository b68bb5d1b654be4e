/* test-rating-view.c: what is said of a session is saved with that session, however quick one is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include "../session/fake-player.h"
#include "legato-planner.h"
#include "legato-rating-view.h"
#include "legato-soreness-row.h"

#define N_ENTRIES 63

/* A session that was stopped after half a minute. */
static LegatoSession *
make_finished (PageFixture *fixture, const char *routine)
{
  g_autoptr (FakePlayer) player = fake_player_new ();
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, routine) };
  LegatoSession *session = NULL;

  plan = legato_planner_make (fixture->guide, &request, &error);
  g_assert_no_error (error);
  session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (player));
  legato_session_start (session);
  fake_player_pass (player, 60 * LEGATO_SECOND);
  legato_session_stop (session);
  return session;
}

static LegatoRatingView *
show_view (PageFixture *fixture)
{
  LegatoRatingView *view = legato_rating_view_new (fixture->context);

  ui_test_show (fixture, GTK_WIDGET (view), 500, 700);
  return view;
}

static void
rate (LegatoRatingView *view, const char *value)
{
  GtkWidget *row = ui_test_find (GTK_WIDGET (view), LEGATO_TYPE_SORENESS_ROW, NULL);

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_test_find (row, GTK_TYPE_TOGGLE_BUTTON, value)), TRUE);
}

/* Waits until the journal has done all that it was asked. */
static GPtrArray *
list_entries (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = NULL;

  ui_test_wait_for_journal (fixture->journal);
  entries = legato_journal_list (fixture->journal, NULL, NULL, N_ENTRIES + 9, 0, &error);
  g_assert_no_error (error);
  return entries;
}

static const LegatoEntry *
find_entry (GPtrArray *entries, const char *uuid)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((LegatoEntry *) g_ptr_array_index (entries, i))->uuid, uuid))
      return g_ptr_array_index (entries, i);
  return NULL;
}

/* The window is closed while the entry is on its way to the disk: the answers follow it. */
static void
test_closed_while_storing (PageFixture *fixture, gconstpointer data)
{
  LegatoRatingView *view = show_view (fixture);
  g_autoptr (LegatoSession) session = make_finished (fixture, "three-minute");
  g_autoptr (LegatoEntry) expected = legato_session_make_entry (session);
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *entry = NULL;

  legato_rating_view_set_session (view, session);
  /* Rows are found when they are mapped; nothing of the journal's is looked at for that. */
  gtk_widget_realize (GTK_WIDGET (view));
  rate (view, "7");
  legato_rating_view_save (view);
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);

  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 1);
  entry = find_entry (entries, expected->uuid);
  g_assert_nonnull (entry);
  g_assert_cmpuint (entry->ratings->len, ==, 1);
  g_assert_cmpuint (((const LegatoRating *) g_ptr_array_index (entry->ratings, 0))->value, ==, 7);
}

/* What is not to be kept is not stored when the journal opens after that. */
static void
test_discarded_before_the_journal_opens (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoContext) late = ui_test_new_context (fixture, fixture->path);
  LegatoRatingView *view = legato_rating_view_new (late);
  g_autoptr (LegatoSession) session = make_finished (fixture, "three-minute");
  g_autoptr (GPtrArray) entries = NULL;

  ui_test_show (fixture, GTK_WIDGET (view), 500, 700);
  legato_rating_view_set_session (view, session);
  legato_rating_view_discard (view);
  legato_journal_connection_open (legato_context_get_connection (late));
  while (legato_context_get_journal (late) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_journal (legato_context_get_journal (late));
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);
}

/* What was seen after a session stands, and is an entry, though the session is not kept. */
static void
test_discarded_with_a_sign (PageFixture *fixture, gconstpointer data)
{
  LegatoRatingView *view = show_view (fixture);
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  g_autoptr (LegatoSession) session = make_finished (fixture, "three-minute");
  g_autoptr (LegatoEntry) kept = legato_session_make_entry (session);
  g_autoptr (GPtrArray) entries = NULL;
  const LegatoEntry *entry = NULL;

  while (!legato_person_model_is_loaded (person))
    g_main_context_iteration (NULL, TRUE);
  legato_rating_view_set_session (view, session);
  ui_test_wait_for_journal (fixture->journal);
  while (legato_rating_view_is_busy (view))
    g_main_context_iteration (NULL, TRUE);
  ui_test_click (GTK_WIDGET (view), "Pain that grows after a massage");
  legato_rating_view_discard (view);
  g_assert_true (
      legato_standing_has_flag (legato_person_model_get_standing (person), "after-pain"));
  entries = list_entries (fixture);
  g_assert_null (find_entry (entries, kept->uuid));
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->kind, ==, LEGATO_ENTRY_REFUSAL);
  g_assert_true (g_strv_contains ((const char *const *) entry->reasons, "after-pain"));
}

/* Two sessions, the second there before the first one's entry is stored: both are, each once, and
 * the answers go to the second. */
static void
test_next_session_while_storing (PageFixture *fixture, gconstpointer data)
{
  LegatoRatingView *view = show_view (fixture);
  g_autoptr (LegatoSession) first = make_finished (fixture, "three-minute");
  g_autoptr (LegatoSession) second = make_finished (fixture, "desk-break");
  g_autoptr (LegatoEntry) first_entry = legato_session_make_entry (first);
  g_autoptr (LegatoEntry) second_entry = legato_session_make_entry (second);
  g_autoptr (GPtrArray) entries = NULL;

  legato_rating_view_set_session (view, first);
  legato_rating_view_set_session (view, second);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 2);
  g_assert_nonnull (find_entry (entries, first_entry->uuid));
  g_assert_nonnull (find_entry (entries, second_entry->uuid));

  rate (view, "3");
  ui_test_tag_elsewhere (fixture->journal, find_entry (entries, second_entry->uuid), "run");
  legato_rating_view_save (view);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 2);
  g_assert_cmpuint (find_entry (entries, first_entry->uuid)->ratings->len, ==, 0);
  g_assert_cmpuint (find_entry (entries, second_entry->uuid)->ratings->len, ==, 1);
  g_assert_cmpstr (find_entry (entries, second_entry->uuid)->tags[0], ==, "run");
}

static void
stop (PageFixture *fixture, LegatoRatingView *view, const char *routine, const char *zone)
{
  g_autoptr (FakePlayer) player = fake_player_new ();
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (LegatoSession) session = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, routine) };

  plan = legato_planner_make (fixture->guide, &request, NULL);
  session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (player));
  legato_session_start (session);
  fake_player_pass (player, 60 * LEGATO_SECOND);
  legato_session_hurt (session);
  legato_session_resolve_hurt (session,
                               zone != NULL ? legato_guide_find_zone (fixture->guide, zone) : NULL,
                               LEGATO_LEG_LEFT, "stop-sharp", FALSE);
  legato_rating_view_set_session (view, session);
}

/* Who stopped because it hurt reads what is done about it, and no praise for having borne it; of
 * one place as of all that it may have been. Nothing is promised of a partner's leg, of which the
 * next session knows nothing. */
static void
test_after_a_stop_that_hurt (PageFixture *fixture, gconstpointer data)
{
  LegatoRatingView *view = show_view (fixture);
  gboolean partner = g_str_equal (data, "partner");

  stop (fixture, view, data, "calf");
  g_assert_nonnull (
      ui_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL,
                    partner ? "It hurt, so stopping was right."
                            : "It hurt, so stopping was right. Resting for two days: Left calf."));
  stop (fixture, view, data, NULL);
  g_assert_nonnull (
      ui_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL,
                    partner ? "It hurt, so stopping was right."
                            : "It hurt, so stopping was right. All places where it may have hurt "
                              "rest for two days."));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = ui_test_init_held (&argc, &argv);

  g_test_add ("/rating-view/closed-while-storing", PageFixture, NULL, page_fixture_set_up,
              test_closed_while_storing, page_fixture_tear_down);
  g_test_add ("/rating-view/discarded-before-the-journal-opens", PageFixture, NULL,
              page_fixture_set_up, test_discarded_before_the_journal_opens, page_fixture_tear_down);
  g_test_add ("/rating-view/discarded-with-a-sign", PageFixture, NULL, page_fixture_set_up,
              test_discarded_with_a_sign, page_fixture_tear_down);
  g_test_add ("/rating-view/next-session-while-storing", PageFixture, NULL, page_fixture_set_up,
              test_next_session_while_storing, page_fixture_tear_down);
  g_test_add ("/rating-view/after-a-stop-that-hurt", PageFixture, "evening", page_fixture_set_up,
              test_after_a_stop_that_hurt, page_fixture_tear_down);
  g_test_add ("/rating-view/after-a-stop-that-hurt/partner", PageFixture, "partner",
              page_fixture_set_up, test_after_a_stop_that_hurt, page_fixture_tear_down);

  return g_test_run ();
}
