/* test-recovery-bar.c: a session that was cut off is offered, and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include <glib/gstdio.h>

#include "../session/fake-player.h"
#include "legato-planner.h"
#include "legato-recovery-bar.h"
#include "legato-session-testing.h"
#include "legato-waiting.h"

#define N_ENTRIES 63

static void
leave_routine_behind (PageFixture *fixture, const char *routine, gint64 seconds, int minutes_ago)
{
  g_autoptr (FakePlayer) player = fake_player_new ();
  g_autoptr (LegatoSession) session = NULL;
  g_autoptr (LegatoRunning) running = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .routine = legato_guide_find_routine (fixture->guide, routine) };
  LegatoJournal *other = legato_journal_open (fixture->path, &error);
  GDateTime *saved_at = NULL;

  g_assert_no_error (error);
  plan = legato_planner_make (fixture->guide, &request, &error);
  g_assert_no_error (error);
  session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (player));
  legato_session_start (session);
  fake_player_pass (player, LEGATO_LEAD_IN + seconds * LEGATO_SECOND);
  legato_session_update (session);
  running = legato_session_make_running (session);
  saved_at = g_date_time_add_minutes (running->saved_at, -minutes_ago);
  g_date_time_unref (running->saved_at);
  running->saved_at = saved_at;
  legato_journal_save_running_async (other, running, NULL, NULL, NULL);
  g_ptr_array_unref (legato_journal_list (other, NULL, NULL, 1, 0, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (other);
}

/* What a program leaves behind that was cut off @minutes_ago, after @seconds of a session. */
static void
leave_behind (PageFixture *fixture, gint64 seconds, int minutes_ago)
{
  leave_routine_behind (fixture, "three-minute", seconds, minutes_ago);
}

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

static LegatoRecoveryBar *
show_bar (PageFixture *fixture)
{
  LegatoRecoveryBar *bar = legato_recovery_bar_new (fixture->context);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar));
  ui_test_show (fixture, box, 400, 300);
  g_ptr_array_unref (list_entries (fixture));
  ui_test_settle (fixture->window);
  return bar;
}

static GtkWidget *
find_button (LegatoRecoveryBar *bar, const char *label)
{
  return ui_test_find (GTK_WIDGET (bar), GTK_TYPE_BUTTON, label);
}

static void
test_nothing_to_offer (PageFixture *fixture, gconstpointer data)
{
  LegatoRecoveryBar *bar = show_bar (fixture);

  g_assert_null (find_button (bar, "Save as Partial"));
}

static void
test_save_as_partial (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  LegatoRecoveryBar *bar = NULL;
  const LegatoEntry *entry = NULL;

  leave_behind (fixture, 100, 1);
  bar = show_bar (fixture);
  ui_test_shoot (fixture->window, "recovery-bar");
  g_assert_nonnull (
      ui_test_find (GTK_WIDGET (bar), GTK_TYPE_LABEL, "Your last session was cut off."));
  g_assert_nonnull (find_button (bar, "Continue Where You Were"));
  g_signal_emit_by_name (find_button (bar, "Save as Partial"), "clicked");
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->routine, ==, "three-minute");
  g_assert_cmpuint (entry->done_s, ==, 100);
  g_assert_false (entry->completed);
  ui_test_settle (fixture->window);
  g_assert_null (find_button (bar, "Save as Partial"));

  /* The next start has nothing to offer. */
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);
  bar = show_bar (fixture);
  g_ptr_array_unref (list_entries (fixture));
  ui_test_settle (fixture->window);
  g_assert_null (find_button (bar, "Save as Partial"));
}

static void
continue_cb (LegatoRecoveryBar *bar, const LegatoRunning *running, gint64 *spent)
{
  *spent = legato_running_get_spent (running);
  legato_recovery_bar_taken (bar);
}

static void
test_continue (PageFixture *fixture, gconstpointer data)
{
  LegatoRecoveryBar *bar = NULL;
  gint64 spent = 0;

  leave_behind (fixture, 60, 1);
  bar = show_bar (fixture);
  g_signal_connect (bar, "continue", G_CALLBACK (continue_cb), &spent);
  g_signal_emit_by_name (find_button (bar, "Continue Where You Were"), "clicked");
  g_assert_cmpint (spent, ==, 60 * LEGATO_SECOND);
  ui_test_settle (fixture->window);
  g_assert_null (find_button (bar, "Continue Where You Were"));
}

static void
discarded_cb (LegatoRecoveryBar *bar, const LegatoRunning *running, LegatoRunning **discarded)
{
  *discarded = legato_running_copy (running);
}

static void
test_discard_and_take_it_back (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LegatoRunning) discarded = NULL;
  LegatoRecoveryBar *bar = NULL;

  leave_behind (fixture, 60, 1);
  bar = show_bar (fixture);
  g_signal_connect (bar, "discarded", G_CALLBACK (discarded_cb), &discarded);
  g_signal_emit_by_name (find_button (bar, "Discard"), "clicked");
  g_assert_nonnull (discarded);
  ui_test_settle (fixture->window);
  g_assert_null (find_button (bar, "Discard"));
  legato_recovery_bar_bring_back (bar, discarded);
  ui_test_settle (fixture->window);
  g_assert_nonnull (find_button (bar, "Continue Where You Were"));
  g_signal_emit_by_name (find_button (bar, "Discard"), "clicked");
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES);

  /* Neither the next start nor the journal knows of it. */
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);
  g_assert_null (find_button (show_bar (fixture), "Discard"));
}

/* While no journal is open nothing can be forgotten; what is brought back is in it once it is. */
static void
test_journal_not_open (PageFixture *fixture, gconstpointer data)
{
  LegatoJournalConnection *connection = legato_context_get_connection (fixture->context);
  g_autoptr (GError) error =
      g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED, "It broke.");
  g_autoptr (LegatoRunning) discarded = NULL;
  LegatoRecoveryBar *bar = NULL;

  leave_behind (fixture, 60, 1);
  bar = show_bar (fixture);
  g_signal_connect (bar, "discarded", G_CALLBACK (discarded_cb), &discarded);
  g_signal_emit_by_name (find_button (bar, "Discard"), "clicked");
  g_ptr_array_unref (list_entries (fixture));
  legato_journal_connection_give_up (connection, error);
  legato_recovery_bar_bring_back (bar, discarded);
  ui_test_settle (fixture->window);
  g_clear_pointer (&discarded, legato_running_free);
  g_signal_emit_by_name (find_button (bar, "Discard"), "clicked");
  ui_test_wait_for_label (GTK_WIDGET (bar), "Your journal is not open just now. Try again later.");
  g_assert_null (discarded);

  legato_journal_connection_open (connection);
  while (legato_context_get_journal (fixture->context) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_wait_for_journal (legato_context_get_journal (fixture->context));
  ui_test_settle (fixture->window);
  g_assert_nonnull (find_button (bar, "Continue Where You Were"));
}

static void
test_another_session_was_done_since (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  LegatoRecoveryBar *bar = NULL;

  leave_behind (fixture, 60, 100);
  leave_behind (fixture, 100, 1);
  bar = show_bar (fixture);
  legato_recovery_bar_give_up (bar);
  ui_test_settle (fixture->window);
  g_assert_null (find_button (bar, "Save as Partial"));
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 2);
}

static void
failed_cb (LegatoRecoveryBar *bar, const char *message, char **told)
{
  g_free (*told);
  *told = g_strdup (message);
}

/* What was done, and can be kept neither in the journal nor beside it, is not lost unsaid. */
static void
test_given_up_in_vain (PageFixture *fixture, gconstpointer data)
{
  LegatoJournalConnection *connection = legato_context_get_connection (fixture->context);
  g_autoptr (GError) error =
      g_error_new_literal (LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED, "It broke.");
  g_auto (GStrv) folders = legato_waiting_get_folders (fixture->path);
  g_autofree char *told = NULL;
  LegatoRecoveryBar *bar = NULL;

  leave_behind (fixture, 60, 1);
  bar = show_bar (fixture);
  g_signal_connect (bar, "failed", G_CALLBACK (failed_cb), &told);
  legato_journal_connection_give_up (connection, error);
  for (gsize i = 0; folders[i] != NULL; i++)
    g_assert_true (g_file_set_contents (folders[i], "", 0, NULL));
  legato_recovery_bar_give_up (bar);
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (told, !=, "");
  for (gsize i = 0; folders[i] != NULL; i++)
    g_assert_cmpint (g_unlink (folders[i]), ==, 0);
}

/* It says nothing of one's own legs, nor what one said of them. */
static void
test_of_a_partner (PageFixture *fixture, gconstpointer data)
{
  LegatoPersonModel *person = legato_context_get_person (fixture->context);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoCheckIn) check_in = legato_check_in_new (now);
  g_autoptr (GPtrArray) entries = NULL;
  LegatoRecoveryBar *bar = NULL;

  legato_check_in_set_soreness (check_in, "calf", LEGATO_LEG_LEFT, 6);
  legato_person_model_answer (person, check_in);
  leave_routine_behind (fixture, "partner", 100, 10);
  leave_routine_behind (fixture, "partner", 60, 1);
  bar = show_bar (fixture);
  g_signal_emit_by_name (find_button (bar, "Save as Partial"), "clicked");
  g_ptr_array_unref (list_entries (fixture));
  ui_test_settle (fixture->window);
  legato_recovery_bar_give_up (bar);
  entries = list_entries (fixture);
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 2);
  for (guint i = 0; i < 2; i++)
    {
      const LegatoEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpstr (entry->routine, ==, "partner");
      g_assert_true (legato_entry_is_of_partner (entry));
      g_assert_cmpuint (entry->ratings->len, ==, 0);
    }
}

/* On another day the legs are others: what was done can be kept. */
static void
test_too_late_to_continue (PageFixture *fixture, gconstpointer data)
{
  LegatoRecoveryBar *bar = NULL;

  leave_behind (fixture, 60, 24 * 60);
  bar = show_bar (fixture);
  g_assert_null (find_button (bar, "Continue Where You Were"));
  g_assert_nonnull (find_button (bar, "Save as Partial"));
}

static void
test_a_clock_put_back_is_now (PageFixture *fixture, gconstpointer data)
{
  leave_behind (fixture, 60, -24 * 60);
  g_assert_nonnull (find_button (show_bar (fixture), "Continue Where You Were"));
}

static void
test_newest_first_then_the_other (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  LegatoRecoveryBar *bar = NULL;

  leave_behind (fixture, 60, 100);
  leave_behind (fixture, 100, 1);
  leave_behind (fixture, 3, 0); /* next to nothing */
  bar = show_bar (fixture);
  g_signal_emit_by_name (find_button (bar, "Save as Partial"), "clicked");
  g_ptr_array_unref (list_entries (fixture));
  ui_test_settle (fixture->window);
  g_signal_emit_by_name (find_button (bar, "Save as Partial"), "clicked");
  entries = list_entries (fixture);
  ui_test_settle (fixture->window);
  g_assert_null (find_button (bar, "Save as Partial"));
  g_assert_cmpuint (entries->len, ==, N_ENTRIES + 2);
  g_assert_cmpuint (((LegatoEntry *) g_ptr_array_index (entries, 0))->done_s
                        + ((LegatoEntry *) g_ptr_array_index (entries, 1))->done_s,
                    ==, 160);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application = ui_test_init_held (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/recovery-bar/" name, PageFixture, NULL, page_fixture_set_up, func,                 \
              page_fixture_tear_down)
  ADD ("nothing-to-offer", test_nothing_to_offer);
  ADD ("save-as-partial", test_save_as_partial);
  ADD ("continue", test_continue);
  ADD ("discard-and-take-it-back", test_discard_and_take_it_back);
  ADD ("journal-not-open", test_journal_not_open);
  ADD ("another-session-was-done-since", test_another_session_was_done_since);
  ADD ("given-up-in-vain", test_given_up_in_vain);
  ADD ("of-a-partner", test_of_a_partner);
  ADD ("too-late-to-continue", test_too_late_to_continue);
  ADD ("a-clock-put-back-is-now", test_a_clock_put_back_is_now);
  ADD ("newest-first-then-the-other", test_newest_first_then_the_other);

  return g_test_run ();
}
