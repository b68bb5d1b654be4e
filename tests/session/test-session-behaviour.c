/* test-session-behaviour.c: a session that is changed, rests or is taken up again, in a time of its
 * own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-fixture.h"

static void
test_rest (SessionFixture *fixture, gconstpointer data)
{
  session_fixture_bring_to (fixture, LEGATO_SESSION_RESTING);
  g_assert_true (legato_session_is_running (fixture->session));
  g_assert_true (fixture->session->completed);
  g_assert_cmpuint (legato_session_get_rest_left (fixture->session), <=, REST_S);

  /* Being hurt stops the rest, not the clock. */
  session_fixture_pass (fixture, 100.0);
  legato_session_hurt (fixture->session);
  session_fixture_pass (fixture, 1000.0);
  g_assert_true (
      legato_session_resolve_hurt (fixture->session, NULL, LEGATO_LEG_BOTH, "stop-tingling", TRUE));
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_RESTING);
  g_assert_cmpuint (legato_session_get_rest_left (fixture->session), >, 190);
  g_assert_cmpuint (legato_session_get_rest_left (fixture->session), <=, 200);
  session_fixture_pass (fixture, 201.0);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 180 * LEGATO_SECOND);
  g_assert_cmpuint (fixture->n_finished, ==, 1);
}

static void
count_cb (LegatoSession *session, guint *count)
{
  (*count)++;
}

static void
test_halfway_is_said_once (SessionFixture *fixture, gconstpointer data)
{
  guint said = 0;

  g_signal_connect (fixture->session, "halfway", G_CALLBACK (count_cb), &said);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 89.0);
  g_assert_cmpuint (said, ==, 0);
  session_fixture_pass (fixture, 2.0);
  g_assert_cmpuint (said, ==, 1);
  legato_session_back (fixture->session);
  legato_session_back (fixture->session);
  session_fixture_pass (fixture, 200.0);
  g_assert_cmpuint (said, ==, 1);
}

/* Who goes back hears it again; who skips to less does not. */
static void
test_last_ten_is_said_when_true (SessionFixture *fixture, gconstpointer data)
{
  gint64 end = legato_timeline_get_duration (legato_session_get_timeline (fixture->session));
  guint said = 0;

  g_signal_connect (fixture->session, "last-ten", G_CALLBACK (count_cb), &said);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 169.0);
  g_assert_cmpuint (said, ==, 0);
  session_fixture_pass (fixture, 2.0);
  g_assert_cmpuint (said, ==, 1);
  session_fixture_pass (fixture, 5.0);
  g_assert_cmpuint (said, ==, 1);
  legato_session_seek (fixture->session, end - 12 * LEGATO_SECOND);
  session_fixture_pass (fixture, 3.0);
  g_assert_cmpuint (said, ==, 2);
  legato_session_seek (fixture->session, end - 60 * LEGATO_SECOND);
  legato_session_seek (fixture->session, end - 5 * LEGATO_SECOND);
  session_fixture_pass (fixture, 2.0);
  g_assert_cmpuint (said, ==, 2);
}

/* The entry tells the time of the clock, whatever the tempo. */
static void
test_tempo (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = NULL;

  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S);
  session_fixture_pass (fixture, 90.0);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 90 * LEGATO_SECOND);
  legato_session_set_tempo (fixture->session, 50);
  session_fixture_pass (fixture, 60.0);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 120 * LEGATO_SECOND);
  legato_session_set_tempo (fixture->session, 100);
  session_fixture_pass (fixture, 60.0);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpuint (entry->done_s, ==, 210);
  g_assert_true (entry->completed);

  /* Its glides go as fast as they may. */
  session_fixture_renew (fixture, fixture->plan, 0);
  legato_session_set_tempo (fixture->session, 1000);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 100);
  legato_session_set_tempo (fixture->session, 77);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 70);
  legato_session_set_tempo (fixture->session, 0);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 50);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, 2.0 * LEAD_IN_S + 120.0);
  legato_session_stop (fixture->session);
  g_clear_pointer (&entry, legato_entry_unref);
  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpuint (entry->done_s, ==, 120);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 60 * LEGATO_SECOND);
}

/* Half an hour is half an hour of the clock, and a hold of twenty seconds does not become forty. */
static void
test_tempo_keeps_the_rules (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) longest =
      session_fixture_make_plan (fixture->guide, "circulation", 30, LEGATO_LEG_BOTH);
  g_autoptr (LegatoPlan) holds =
      session_fixture_make_plan (fixture->guide, "sore-legs", 10, LEGATO_LEG_BOTH);
  g_autoptr (LegatoPlan) one_leg =
      session_fixture_make_plan (fixture->guide, "circulation", 15, LEGATO_LEG_LEFT);
  g_autoptr (LegatoPlan) brisk =
      session_fixture_make_plan (fixture->guide, "before-sport", 6, LEGATO_LEG_BOTH);
  guint slowest = 0;
  guint fastest = 0;

  session_fixture_renew (fixture, longest, 0);
  legato_session_get_tempo_range (fixture->session, &slowest, &fastest);
  g_assert_cmpuint (slowest, ==, 100);
  g_assert_cmpuint (fastest, ==, 150);

  session_fixture_renew (fixture, holds, 0);
  legato_session_get_tempo_range (fixture->session, &slowest, &fastest);
  for (guint tempo = slowest; tempo <= fastest; tempo += LEGATO_SESSION_TEMPO_STEP)
    for (guint i = 0; i < legato_plan_get_n_steps (holds); i++)
      {
        const LegatoStep *step = legato_plan_get_step (holds, i);

        if (step->technique->hold_max_s == 0)
          continue;
        g_assert_cmpfloat (step->seconds * 100.0 / tempo, >=, step->technique->hold_min_s);
        g_assert_cmpfloat (step->seconds * 100.0 / tempo, <=, step->technique->hold_max_s);
      }
  g_assert_cmpuint (slowest, >, 50);

  /* One leg has enough after a quarter of an hour, and brisk glides stay so. */
  session_fixture_renew (fixture, one_leg, 0);
  legato_session_get_tempo_range (fixture->session, &slowest, &fastest);
  g_assert_cmpuint (slowest, ==, 100);
  session_fixture_renew (fixture, brisk, 0);
  legato_session_get_tempo_range (fixture->session, &slowest, &fastest);
  g_assert_cmpuint (fastest, ==, 100);
}

/* After a stop on the second leg what is left is for one leg, and the session is still for two. */
static void
test_tempo_after_a_stop (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) plan =
      session_fixture_make_plan (fixture->guide, "circulation", 20, LEGATO_LEG_BOTH);
  const LegatoStep *step = NULL;
  guint slowest = 0;
  guint fastest = 0;

  session_fixture_renew (fixture, plan, 0);
  legato_session_start (fixture->session);
  do
    {
      session_fixture_pass (fixture, 20.0);
      step =
          legato_plan_get_step (plan, (guint) MAX (legato_session_get_step (fixture->session), 0));
    }
  while (step->leg != LEGATO_LEG_RIGHT || step->phase != LEGATO_PHASE_WORK);
  session_fixture_pass (fixture, 120.0);
  legato_session_hurt (fixture->session);
  g_assert_true (legato_session_resolve_hurt (fixture->session, step->zones->pdata[0],
                                              LEGATO_LEG_RIGHT, "stop-numb", TRUE));
  legato_session_get_tempo_range (fixture->session, &slowest, &fastest);
  g_assert_cmpuint (slowest, <=, 80);
  legato_session_set_tempo (fixture->session, 80);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 80);
}

/* A touch of twenty seconds is not lengthened to forty by the way of a slow tempo. */
static void
test_lengthening_counts_the_clock (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) plan =
      session_fixture_make_plan (fixture->guide, "sore-legs", 10, LEGATO_LEG_BOTH);
  guint slowest = 0;
  guint fastest = 0;
  guint n_holds = 0;

  session_fixture_renew (fixture, plan, 0);
  legato_session_get_tempo_range (fixture->session, &slowest, &fastest);
  legato_session_set_tempo (fixture->session, slowest);
  legato_session_start (fixture->session);
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = NULL;

      while (legato_session_get_step (fixture->session) < (int) i)
        session_fixture_pass (fixture, 1.0);
      while (legato_session_lengthen (fixture->session, LEGATO_SESSION_CHANGE_S, NULL) > 0)
        ;
      step = legato_plan_get_step (legato_session_get_plan (fixture->session), i);
      if (step->technique->hold_max_s == 0)
        continue;
      g_assert_cmpuint (step->seconds * 100, <=, step->technique->hold_max_s * slowest);
      n_holds++;
    }
  g_assert_cmpuint (n_holds, >, 0);
}

static void
assert_lengths_are_safe (LegatoPlan *plan)
{
  g_assert_true (session_fixture_rule_holds (plan, "P-EVEN"));
  g_assert_true (session_fixture_rule_holds (plan, "P-HOLD"));
  g_assert_true (session_fixture_rule_holds (plan, "P-LEN"));
}

static void
test_longer (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LegatoTimeline *timeline = NULL;
  LegatoPlan *plan = NULL;
  gint64 position = 0;
  guint seconds = legato_plan_get_step (fixture->plan, 1)->seconds;
  guint n_steps = legato_plan_get_n_steps (fixture->plan);

  legato_session_start (fixture->session);
  g_assert_cmpint (legato_session_lengthen (fixture->session, 15, NULL), ==, 0);
  session_fixture_pass (fixture, LEAD_IN_S + 1.0);
  legato_session_skip (fixture->session);
  session_fixture_pass (fixture, 5.0);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
  position = legato_session_get_position (fixture->session);

  g_assert_cmpint (legato_session_lengthen (fixture->session, 15, &error), ==, 15);
  g_assert_no_error (error);
  g_assert_cmpint (legato_session_get_position (fixture->session), ==, position);
  g_assert_cmpint (fake_player_get_state (fixture->player), ==, LEGATO_PLAYER_PLAYING);

  /* The other leg follows. */
  timeline = legato_session_get_timeline (fixture->session);
  plan = legato_session_get_plan (fixture->session);
  g_assert_cmpuint (legato_plan_get_n_steps (plan), ==, n_steps);
  g_assert_cmpuint (legato_plan_get_step (plan, 1)->seconds, ==, seconds + 15);
  g_assert_cmpuint (legato_plan_get_step (plan, 1 + n_steps / 2)->seconds, ==, seconds + 15);
  g_assert_cmpuint (legato_plan_get_seconds (plan), ==, 210);
  g_assert_cmpint (legato_timeline_get_duration (timeline), ==,
                   LEGATO_LEAD_IN + 210 * LEGATO_SECOND);
  assert_lengths_are_safe (plan);

  /* Shorter stops at what lies behind. */
  for (int change = -1; change != 0;)
    {
      change = legato_session_lengthen (fixture->session, -15, NULL);
      g_assert_cmpint (change, <=, 0);
      assert_lengths_are_safe (legato_session_get_plan (fixture->session));
      g_assert_cmpint (legato_session_get_position (fixture->session), ==, position);
    }
  g_assert_cmpint (legato_session_lengthen (fixture->session, -15, &error), ==, 0);
  g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
  session_fixture_pass (fixture, 300.0);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
}

/* On the second leg the first one's time is fixed: only evenness bounds it. */
static void
test_longer_on_the_second_leg (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_steps = legato_plan_get_n_steps (fixture->plan);
  int change = -1;

  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 1.0);
  for (guint i = 0; i < n_steps / 2 + 1; i++)
    legato_session_skip (fixture->session);
  session_fixture_pass (fixture, 2.0);
  g_assert_cmpint (
      legato_plan_get_step (fixture->plan, (guint) legato_session_get_step (fixture->session))->leg,
      ==, LEGATO_LEG_RIGHT);
  for (guint i = 0; i < 40 && change != 0; i++)
    {
      change = legato_session_lengthen (fixture->session, 15, NULL);
      assert_lengths_are_safe (legato_session_get_plan (fixture->session));
    }
  for (change = -1; change != 0;)
    {
      change = legato_session_lengthen (fixture->session, -15, NULL);
      assert_lengths_are_safe (legato_session_get_plan (fixture->session));
    }
}

static void
test_longer_ends_at_half_an_hour (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) longest =
      session_fixture_make_plan (fixture->guide, "circulation", 30, LEGATO_LEG_BOTH);
  g_autoptr (GError) error = NULL;

  session_fixture_renew (fixture, longest, 0);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 2.0);
  g_assert_cmpint (legato_session_lengthen (fixture->session, 15, &error), ==, 0);
  g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
  g_assert_cmpint (legato_session_lengthen (fixture->session, -15, NULL), ==, -15);
  g_assert_cmpint (legato_session_lengthen (fixture->session, 15, NULL), ==, 15);
  g_assert_cmpuint (legato_plan_get_seconds (legato_session_get_plan (fixture->session)), ==, 1800);
}

static void
test_hold_is_not_lengthened_past_its_bound (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) holds =
      session_fixture_make_plan (fixture->guide, "sore-legs", 10, LEGATO_LEG_BOTH);
  const LegatoStep *step = NULL;

  session_fixture_renew (fixture, holds, 0);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 1.0);
  do
    {
      legato_session_skip (fixture->session);
      step = legato_plan_get_step (holds, (guint) legato_session_get_step (fixture->session));
    }
  while (step->technique->hold_max_s == 0);
  while (legato_session_lengthen (fixture->session, 15, NULL) != 0)
    assert_lengths_are_safe (legato_session_get_plan (fixture->session));
  g_assert_cmpuint (legato_plan_get_step (legato_session_get_plan (fixture->session),
                                          (guint) legato_session_get_step (fixture->session))
                        ->seconds,
                    <=, step->technique->hold_max_s);
}

/* A session that is taken up again does what is left, once. */
static void
test_restored (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRunning) running = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 57.0);
  legato_session_set_tempo (fixture->session, 120);
  running = legato_session_make_running (fixture->session);
  uuid = g_strdup (running->uuid);
  g_clear_object (&fixture->session);

  fixture->session = legato_session_new_from_running (fixture->guide, running, &(LegatoPerson){ 0 },
                                                      LEGATO_TRANSPORT (fixture->player), &error);
  g_assert_no_error (error);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 57 * LEGATO_SECOND);
  legato_session_start (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_PLAYING);
  g_assert_cmpint (legato_session_get_position (fixture->session), ==, 57 * LEGATO_SECOND);
  session_fixture_pass (fixture, 4.0);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 57 * LEGATO_SECOND);
  legato_session_set_tempo (fixture->session, 100);
  session_fixture_pass (fixture, 200.0);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_true (fixture->session->completed);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 180 * LEGATO_SECOND);
  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpstr (entry->uuid, ==, uuid);
  g_assert_cmpstr (entry->routine, ==, "three-minute");
  g_assert_cmpuint (entry->planned_s, ==, 180);
}

static void
test_unknown_steps_are_not_restored (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRunning) running = legato_session_make_running (fixture->session);
  LegatoRunningStep *step = g_ptr_array_index (running->steps, 0);
  g_autoptr (GError) error = NULL;

  g_free (step->technique);
  step->technique = g_strdup ("levitation");
  g_assert_null (legato_session_new_from_running (fixture->guide, running, &(LegatoPerson){ 0 },
                                                  LEGATO_TRANSPORT (fixture->player), &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
}

/* Words and hands are those of one step, although nobody has looked since it began. */
static void
test_paused_at_a_change (SessionFixture *fixture, gconstpointer data)
{
  LegatoTimeline *timeline = NULL;
  gint64 onset = 0;

  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 1.0);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 0);
  timeline = legato_session_get_timeline (fixture->session);
  onset = legato_timeline_get_step_onset (timeline, 1);
  fake_player_pass (fixture->player,
                    onset - legato_session_get_position (fixture->session) + LEGATO_SECOND / 100);
  legato_session_pause (fixture->session);
  g_assert_cmpint (
      legato_session_get_step (fixture->session), ==,
      legato_timeline_find_step (timeline, legato_session_get_position (fixture->session)));
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SESSION_FIXTURE_ADD ("behaviour/rest", test_rest);
  SESSION_FIXTURE_ADD ("behaviour/halfway-is-said-once", test_halfway_is_said_once);
  SESSION_FIXTURE_ADD ("behaviour/last-ten-is-said-when-true", test_last_ten_is_said_when_true);
  SESSION_FIXTURE_ADD ("behaviour/paused-at-a-change", test_paused_at_a_change);
  SESSION_FIXTURE_ADD ("behaviour/tempo", test_tempo);
  SESSION_FIXTURE_ADD ("behaviour/tempo-keeps-the-rules", test_tempo_keeps_the_rules);
  SESSION_FIXTURE_ADD ("behaviour/tempo-after-a-stop", test_tempo_after_a_stop);
  SESSION_FIXTURE_ADD ("behaviour/lengthening-counts-the-clock", test_lengthening_counts_the_clock);
  SESSION_FIXTURE_ADD ("behaviour/longer", test_longer);
  SESSION_FIXTURE_ADD ("behaviour/longer-on-the-second-leg", test_longer_on_the_second_leg);
  SESSION_FIXTURE_ADD ("behaviour/longer-ends-at-half-an-hour", test_longer_ends_at_half_an_hour);
  SESSION_FIXTURE_ADD ("behaviour/hold-is-not-lengthened-past-its-bound",
                       test_hold_is_not_lengthened_past_its_bound);
  SESSION_FIXTURE_ADD ("behaviour/restored", test_restored);
  SESSION_FIXTURE_ADD ("behaviour/unknown-steps-are-not-restored",
                       test_unknown_steps_are_not_restored);

  return g_test_run ();
}
