/* test-session-keeping.c: what a session writes into the journal while it runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <sqlite3.h>

#include "../journal/journal-test-utils.h"
#include "fake-player.h"
#include "legato-journal-connection.h"
#include "legato-journal-running.h"
#include "legato-session-testing.h"
#include "../load-guide.h"

typedef struct
{
  Fixture files;
  LegatoGuide *guide;
  FakePlayer *player;
  LegatoJournal *journal;
  LegatoSession *session;
} Test;

static void
set_up (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };

  fixture_set_up (&test->files, data);
  test->guide = load_guide ();
  test->journal = legato_journal_open (test->files.path, &error);
  g_assert_no_error (error);
  request.routine = legato_guide_find_routine (test->guide, "three-minute");
  plan = legato_planner_make (test->guide, &request, &error);
  g_assert_no_error (error);
  test->player = fake_player_new ();
  test->session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (test->player));
}

/* Waits until the journal has done all that it was asked, and was asked nothing more for that. */
static void
settle (Test *test)
{
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) all = NULL;

      legato_journal_list_running_async (test->journal, NULL, test_result_cb, &result);
      all = legato_journal_list_running_finish (test->journal, test_wait (&result), NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
tear_down (Test *test, gconstpointer data)
{
  settle (test);
  if (test->session != NULL)
    g_assert_finalize_object (test->session);
  g_assert_finalize_object (test->player);
  g_assert_finalize_object (test->journal);
  legato_guide_unref (test->guide);
  fixture_tear_down (&test->files, data);
}

static void
pass (Test *test, double seconds)
{
  for (gint64 left = (gint64) (seconds * LEGATO_SECOND); left > 0; left -= LEGATO_SECOND / 10)
    {
      fake_player_pass (test->player, MIN (left, LEGATO_SECOND / 10));
      legato_session_update (test->session);
    }
}

static gint64
count_noted (Test *test, const char *what)
{
  g_autofree char *sql = g_strdup_printf ("SELECT ifnull (sum (json_extract (value, '$.%s')), 0) "
                                          "FROM running, json_each (session, '$.steps')",
                                          what);

  return test_sql_int (test->files.path, sql);
}

/* At whatever tempo: a blow takes at most five seconds of the clock. */
static void
test_at_most_five_seconds_are_lost (Test *test, gconstpointer data)
{
  static const guint tempos[] = { 100, 50, 150 };

  legato_session_set_journal (test->session, test->journal);
  legato_session_start (test->session);
  for (gsize t = 0; t < G_N_ELEMENTS (tempos); t++)
    {
      legato_session_set_tempo (test->session, tempos[t]);
      for (int i = 0; i < 300; i++)
        {
          pass (test, 0.1);
          settle (test);
          g_assert_cmpint (legato_tally_get_spent (test->session->tally)
                               - count_noted (test, "spent_ns"),
                           <=, 5 * LEGATO_SECOND);
        }
    }
  legato_session_pause (test->session);
  settle (test);
  g_assert_cmpint (count_noted (test, "done_ns"), ==, legato_session_get_done (test->session));
  legato_session_stop (test->session);
}

static void
test_each_step_is_noted (Test *test, gconstpointer data)
{
  int step = -1;

  legato_session_set_journal (test->session, test->journal);
  legato_session_start (test->session);
  while (legato_session_is_running (test->session))
    {
      pass (test, 0.1);
      if (legato_session_get_step (test->session) == step)
        continue;
      step = legato_session_get_step (test->session);
      settle (test);
      if (step > 0)
        g_assert_cmpint (count_noted (test, "done_ns"), ==,
                         legato_session_get_done (test->session));
    }
  settle (test);
  g_assert_cmpint (
      test_sql_int (test->files.path, "SELECT json_extract (session, '$.completed') FROM running"),
      ==, 1);
}

/* A few seconds are no session. */
static void
test_next_to_nothing_is_forgotten (Test *test, gconstpointer data)
{
  legato_session_set_journal (test->session, test->journal);
  legato_session_start (test->session);
  pass (test, 5.0 + 4.5);
  settle (test);
  g_assert_cmpint (count_noted (test, "done_ns"), >, 0);
  legato_session_stop (test->session);
  settle (test);
  g_assert_cmpint (test_sql_int (test->files.path, "SELECT count (*) FROM running"), ==, 0);
}

static void
test_entry_comes_last (Test *test, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  legato_session_set_journal (test->session, test->journal);
  legato_session_start (test->session);
  pass (test, 60.0);
  legato_session_stop (test->session);
  entry = legato_session_make_entry (test->session);
  g_assert_true (legato_journal_add (test->journal, entry, &error));
  g_assert_no_error (error);
  settle (test);
  g_assert_cmpint (test_sql_int (test->files.path, "SELECT count (*) FROM running"), ==, 0);
  entries = legato_journal_list (test->journal, NULL, NULL, 0, 0, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_true (legato_entry_equal (g_ptr_array_index (entries, 0), entry));
}

static void
unsaved_cb (LegatoSession *session, const GError *error, guint *said)
{
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_DAMAGED);
  (*said)++;
}

/* A journal that takes nothing stops no session, and is complained of once. */
static void
test_goes_on_without_a_journal (Test *test, gconstpointer data)
{
  guint said = 0;

  g_signal_connect (test->session, "unsaved", G_CALLBACK (unsaved_cb), &said);
  test_sql (test->files.path, "DROP TABLE running");
  legato_session_set_journal (test->session, test->journal);
  legato_session_start (test->session);
  for (int i = 0; i < 20; i++)
    {
      pass (test, 10.0);
      settle (test);
    }
  g_assert_cmpuint (said, ==, 1);
  g_assert_cmpint (legato_session_get_state (test->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_true (test->session->completed);
}

/* What hurt is an entry at once; what was felt before the journal was open is told it then. */
static void
test_stop_is_an_entry (Test *test, gconstpointer data)
{
  const LegatoZone *calf = legato_guide_find_zone (test->guide, "calf");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const LegatoDoneStep *step = NULL;
  const LegatoZone *touched = NULL;
  LegatoEntry *entry = NULL;

  legato_session_start (test->session);
  pass (test, 20.0);
  legato_session_hurt (test->session);
  g_assert_true (
      legato_session_resolve_hurt (test->session, calf, LEGATO_LEG_LEFT, "stop-burning", TRUE));
  pass (test, 20.0);
  legato_session_set_journal (test->session, test->journal);
  touched =
      g_ptr_array_index (legato_plan_get_step (legato_session_get_plan (test->session),
                                               (guint) legato_session_get_step (test->session))
                             ->zones,
                         0);
  legato_session_hurt (test->session);
  legato_session_stop (test->session);
  settle (test);

  entries = legato_journal_list (test->journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpint (entry->kind, ==, LEGATO_ENTRY_STOP);
  g_assert_cmpstr (entry->zone, ==, "calf");
  g_assert_cmpint (entry->leg, ==, LEGATO_LEG_LEFT);
  g_assert_cmpstr (entry->routine, ==, "three-minute");
  g_assert_cmpuint (g_strv_length (entry->reasons), ==, 1);
  g_assert_cmpstr (entry->reasons[0], ==, "stop-burning");
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->kind, ==, LEGATO_ENTRY_STOP);
  g_assert_null (entry->zone);
  g_assert_cmpuint (g_strv_length (entry->reasons), ==, 0);
  /* It was not said where: what the hands were on is noted, as not done. */
  g_assert_cmpuint (entry->steps->len, ==, 1);
  step = g_ptr_array_index (entry->steps, 0);
  g_assert_cmpuint (step->done_ms, ==, 0);
  g_assert_true (g_strv_contains ((const char *const *) step->zones, touched->id));
}

/* What the next program finds in the journal: the stops, newest first. */
static GPtrArray *
list_as_found (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) other = legato_journal_open (test->files.path, &error);
  GPtrArray *entries = NULL;

  g_assert_no_error (error);
  entries = legato_journal_list (other, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  return entries;
}

static void
hurt_after (Test *test, double seconds)
{
  legato_session_set_journal (test->session, test->journal);
  if (!legato_session_is_running (test->session))
    legato_session_start (test->session);
  pass (test, seconds);
  legato_session_hurt (test->session);
}

/* A program that ends while it asks what was felt leaves the stop behind, as far as it was said. */
static void
test_stop_outlives_a_crash (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  LegatoEntry *entry = NULL;

  hurt_after (test, 20.0);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->kind, ==, LEGATO_ENTRY_STOP);
  g_assert_null (entry->zone);
  g_assert_cmpuint (g_strv_length (entry->reasons), ==, 0);
  g_assert_cmpuint (entry->steps->len, ==, 1);

  /* It goes on after all: what was said then is added to that. */
  legato_session_resolve_hurt (test->session, legato_guide_find_zone (test->guide, "calf"),
                               LEGATO_LEG_LEFT, "stop-numb", TRUE);
  settle (test);
  g_ptr_array_unref (entries);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 2);
}

/* Who ends the session before all is said is taken by what was. */
static void
test_stop_is_kept_as_far_as_said (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  LegatoEntry *entry = NULL;

  hurt_after (test, 20.0);
  legato_session_note_hurt (test->session, legato_guide_find_zone (test->guide, "calf"),
                            LEGATO_LEG_LEFT, "stop-sharp");
  legato_session_stop (test->session);
  settle (test);
  g_assert_cmpuint (legato_journal_count_waiting (test->files.path), ==, 0);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->zone, ==, "calf");
  g_assert_cmpint (entry->leg, ==, LEGATO_LEG_LEFT);
  g_assert_true (g_strv_contains ((const char *const *) entry->reasons, "stop-sharp"));
}

/* A key that was hit by chance leaves nothing behind, whoever read the journal meanwhile. */
static void
test_mistake_is_no_stop (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  hurt_after (test, 20.0);
  legato_session_take_back_hurt (test->session);
  settle (test);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 0);

  hurt_after (test, 5.0);
  g_ptr_array_unref (entries);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 1);
  legato_session_take_back_hurt (test->session);
  settle (test);
  g_ptr_array_unref (entries);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 0);
}

/* A journal that is given up while a stop is on its way there does not take the next one with it.
 */
static void
test_stop_on_its_way (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  hurt_after (test, 20.0);
  legato_session_resolve_hurt (test->session, legato_guide_find_zone (test->guide, "calf"),
                               LEGATO_LEG_LEFT, "stop-numb", TRUE);
  legato_session_wait_for (test->session, test->files.path, FALSE);
  legato_session_set_journal (test->session, NULL);
  settle (test);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 1);
}

/* A stop that the journal cannot take is counted and tried again, though the session never looks.
 */
static void
test_stop_waits_for_a_lock (Test *test, gconstpointer data)
{
  g_autoptr (LegatoJournalConnection) connection = legato_journal_connection_new (test->files.path);
  g_autoptr (GPtrArray) entries = NULL;
  sqlite3 *lock = NULL;

  legato_journal_connection_open (connection);
  while (legato_journal_connection_get_journal (connection) == NULL)
    g_main_context_iteration (NULL, TRUE);
  legato_session_set_journal (test->session, legato_journal_connection_get_journal (connection));
  legato_session_start (test->session);
  pass (test, 20.0);
  g_assert_cmpint (sqlite3_open (test->files.path, &lock), ==, SQLITE_OK);
  sqlite3_busy_timeout (lock, 60000);
  g_assert_cmpint (sqlite3_exec (lock, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  legato_session_hurt (test->session);
  legato_session_stop (test->session);
  while (legato_journal_connection_get_waiting (connection) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sqlite3_exec (lock, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  while (legato_journal_connection_get_waiting (connection) > 0)
    g_main_context_iteration (NULL, TRUE);
  sqlite3_close (lock);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 1);
}

/* A program that ends before the journal is open leaves behind what hurt. */
static void
test_stop_outlives_a_slow_journal (Test *test, gconstpointer data)
{
  const LegatoZone *calf = legato_guide_find_zone (test->guide, "calf");
  g_autoptr (GPtrArray) entries = NULL;

  legato_session_wait_for (test->session, test->files.path, TRUE);
  legato_session_start (test->session);
  pass (test, 20.0);
  legato_session_hurt (test->session);
  g_assert_cmpuint (legato_journal_count_waiting (test->files.path), ==, 1);
  legato_session_resolve_hurt (test->session, calf, LEGATO_LEG_LEFT, "stop-numb", FALSE);
  g_assert_finalize_object (g_steal_pointer (&test->session));
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((LegatoEntry *) g_ptr_array_index (entries, 0))->zone, ==, "calf");
}

/* What the journal takes in as it is opened is as much in hand as what still lies beside it. */
static void
test_stop_taken_in_while_asked (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  legato_session_wait_for (test->session, test->files.path, TRUE);
  legato_session_start (test->session);
  pass (test, 20.0);
  legato_session_hurt (test->session);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 1);
  legato_session_take_back_hurt (test->session);
  legato_session_set_journal (test->session, test->journal);
  settle (test);
  g_ptr_array_unref (entries);
  entries = list_as_found (test);
  g_assert_cmpuint (entries->len, ==, 0);
}

/* What is not to be kept does not come back when the journal opens. */
static void
test_forgotten_before_the_journal_opens (Test *test, gconstpointer data)
{
  legato_session_start (test->session);
  pass (test, 40.0);
  legato_session_stop (test->session);
  legato_session_forget (test->session);
  legato_session_set_journal (test->session, test->journal);
  settle (test);
  g_assert_cmpint (test_sql_int (test->files.path, "SELECT count (*) FROM running"), ==, 0);
}

/* What a partner felt, and where, is kept nowhere. */
static void
test_stop_of_a_partner_is_none (Test *test, gconstpointer data)
{
  const LegatoZone *calf = legato_guide_find_zone (test->guide, "calf");
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  request.routine = legato_guide_find_routine (test->guide, "partner");
  plan = legato_planner_make (test->guide, &request, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (test->session);
  test->session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (test->player));
  legato_session_set_journal (test->session, test->journal);
  legato_session_start (test->session);
  pass (test, 20.0);
  legato_session_hurt (test->session);
  g_assert_true (
      legato_session_resolve_hurt (test->session, calf, LEGATO_LEG_LEFT, "stop-sharp", TRUE));
  g_assert_true (legato_session_was_hurt (test->session));
  pass (test, 20.0);
  legato_session_hurt (test->session);
  g_assert_cmpuint (legato_journal_count_waiting (test->files.path), ==, 0);
  legato_session_stop (test->session);
  settle (test);
  entries = legato_journal_list (test->journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/session/keeping/" path, Test, NULL, set_up, func, tear_down)
  ADD ("at-most-five-seconds-are-lost", test_at_most_five_seconds_are_lost);
  ADD ("each-step-is-noted", test_each_step_is_noted);
  ADD ("next-to-nothing-is-forgotten", test_next_to_nothing_is_forgotten);
  ADD ("entry-comes-last", test_entry_comes_last);
  ADD ("goes-on-without-a-journal", test_goes_on_without_a_journal);
  ADD ("stop-is-an-entry", test_stop_is_an_entry);
  ADD ("stop-outlives-a-crash", test_stop_outlives_a_crash);
  ADD ("stop-is-kept-as-far-as-said", test_stop_is_kept_as_far_as_said);
  ADD ("mistake-is-no-stop", test_mistake_is_no_stop);
  ADD ("stop-on-its-way", test_stop_on_its_way);
  ADD ("stop-waits-for-a-lock", test_stop_waits_for_a_lock);
  ADD ("stop-outlives-a-slow-journal", test_stop_outlives_a_slow_journal);
  ADD ("stop-taken-in-while-asked", test_stop_taken_in_while_asked);
  ADD ("forgotten-before-the-journal-opens", test_forgotten_before_the_journal_opens);
  ADD ("stop-of-a-partner-is-none", test_stop_of_a_partner_is_none);

  return g_test_run ();
}
