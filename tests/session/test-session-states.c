/* test-session-states.c: every state and every event of a session, in a time of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-fixture.h"

typedef enum
{
  EVENT_START,
  EVENT_PAUSE,
  EVENT_RESUME,
  EVENT_TOGGLE,
  EVENT_BACK,
  EVENT_SKIP,
  EVENT_SEEK,
  EVENT_STOP,
  EVENT_SLOWER,
  EVENT_FASTER,
  EVENT_LONGER,
  EVENT_SHORTER,
  EVENT_HURT,
  EVENT_RESOLVE_GO_ON,
  EVENT_RESOLVE_END,
  EVENT_TAKE_BACK,
  EVENT_ENDED,
  EVENT_FAILED,
  EVENT_LOOK,
  N_EVENTS,
} Event;

static void
happen (SessionFixture *fixture, Event event)
{
  LegatoSession *session = fixture->session;
  const LegatoZone *calf = legato_guide_find_zone (fixture->guide, "calf");

  switch (event)
    {
    case EVENT_START:
      legato_session_start (session);
      break;
    case EVENT_PAUSE:
      legato_session_pause (session);
      break;
    case EVENT_RESUME:
      legato_session_resume (session);
      break;
    case EVENT_TOGGLE:
      legato_session_toggle (session);
      break;
    case EVENT_BACK:
      legato_session_back (session);
      break;
    case EVENT_SKIP:
      legato_session_skip (session);
      break;
    case EVENT_SEEK:
      legato_session_seek (session, 20 * LEGATO_SECOND);
      break;
    case EVENT_STOP:
      legato_session_stop (session);
      break;
    case EVENT_SLOWER:
      legato_session_set_tempo (session, 70);
      break;
    case EVENT_FASTER:
      legato_session_set_tempo (session, 130);
      break;
    case EVENT_LONGER:
      legato_session_lengthen (session, LEGATO_SESSION_CHANGE_S, NULL);
      break;
    case EVENT_SHORTER:
      legato_session_lengthen (session, -LEGATO_SESSION_CHANGE_S, NULL);
      break;
    case EVENT_HURT:
      legato_session_hurt (session);
      break;
    case EVENT_RESOLVE_GO_ON:
      legato_session_resolve_hurt (session, calf, LEGATO_LEG_LEFT, "stop-sharp", TRUE);
      break;
    case EVENT_RESOLVE_END:
      legato_session_resolve_hurt (session, calf, LEGATO_LEG_LEFT, "stop-sharp", FALSE);
      break;
    case EVENT_TAKE_BACK:
      legato_session_take_back_hurt (session);
      break;
    case EVENT_ENDED:
      g_signal_emit_by_name (fixture->player, "ended");
      break;
    case EVENT_FAILED:
      fake_player_fail (fixture->player);
      break;
    case EVENT_LOOK:
      legato_session_update (session);
      break;
    case N_EVENTS:
      g_assert_not_reached ();
    }
}

/* The whole machine: a row for each event; a column for each state, in the order of
 * LegatoSessionState. A letter is the state afterwards; a dot, that nothing happens. */
static void
test_every_event_in_every_state (SessionFixture *fixture, gconstpointer data)
{
  static const char letters[] = "rcpzfth";
  static const char *const machine[N_EVENTS] = {
    /*                       rcpzfth */
    [EVENT_START] = "c......",       [EVENT_PAUSE] = ".zz....",
    [EVENT_RESUME] = "...p...",      [EVENT_TOGGLE] = ".zzp...",
    [EVENT_BACK] = ".......",        [EVENT_SKIP] = ".p...f.",
    [EVENT_SEEK] = ".p.....",        [EVENT_STOP] = ".fff.ff",
    [EVENT_SLOWER] = ".......",      [EVENT_FASTER] = ".......",
    [EVENT_LONGER] = ".......",      [EVENT_SHORTER] = ".......",
    [EVENT_HURT] = ".hhh.h.",        [EVENT_RESOLVE_GO_ON] = "......c",
    [EVENT_RESOLVE_END] = "......f", [EVENT_TAKE_BACK] = "......p",
    [EVENT_ENDED] = ".ttt...",       [EVENT_FAILED] = ".fff.f.",
    [EVENT_LOOK] = ".......",
  };

  for (int event = 0; event < N_EVENTS; event++)
    {
      for (int state = 0; state < N_STATES; state++)
        {
          char expected = machine[event][state];

          session_fixture_bring_to (fixture, (LegatoSessionState) state);
          happen (fixture, (Event) event);
          if (expected == '.')
            expected = letters[state];
          if (letters[legato_session_get_state (fixture->session)] != expected)
            g_error ("event %d in state %c leads to %c, not %c", event, letters[state],
                     letters[legato_session_get_state (fixture->session)], expected);
          session_fixture_assert_consistent (fixture);
        }
    }
}

static void
start_some_session (SessionFixture *fixture)
{
  static const struct
  {
    const char *routine;
    guint minutes;
  } choices[] = { { "three-minute", 0 }, { "circulation", 15 }, { "sore-legs", 10 },
                  { "swelling", 0 },     { "desk-break", 0 },   { "roller-and-ball", 0 } };
  int choice = g_test_rand_int_range (0, G_N_ELEMENTS (choices));
  g_autoptr (LegatoPlan) plan =
      session_fixture_make_plan (fixture->guide, choices[choice].routine, choices[choice].minutes,
                                 (LegatoLeg) g_test_rand_int_range (0, 3));

  session_fixture_renew (fixture, plan, g_test_rand_bit () ? REST_S : 0);
}

/* While hands move, none is where it hurt. */
static void
assert_hurt_is_spared (LegatoSession *session)
{
  LegatoPlan *plan = legato_session_get_plan (session);

  if (!legato_session_is_under_way (session))
    return;
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      for (guint z = 0; step->leg != LEGATO_LEG_BOTH && z < step->zones->len; z++)
        g_assert_cmpuint (
            session->person.blocked[step->leg]
                & LEGATO_ZONE_BIT ((const LegatoZone *) g_ptr_array_index (step->zones, z)),
            ==, 0);
    }
}

/* Whatever is wished for, in whatever order: nothing is undefined, no time is invented, there is
 * one end. Without going back, nothing is done for longer than planned. */
static void
random_walk (SessionFixture *fixture, gboolean forward_only)
{
  gint64 played_before = fake_player_get_played (fixture->player);
  guint seen[N_STATES] = { 0 };

  for (guint i = 0; i < 100000; i++)
    {
      LegatoSession *session = fixture->session;
      LegatoPlan *plan = NULL;
      gint64 done = 0;
      int event = g_test_rand_int_range (0, N_EVENTS);

      if (forward_only && (event == EVENT_BACK || event == EVENT_SEEK))
        event = EVENT_LOOK;
      if ((event == EVENT_STOP || event == EVENT_FAILED || event == EVENT_ENDED)
          && g_test_rand_int_range (0, 8) > 0)
        event = EVENT_RESUME;
      if (legato_session_get_state (session) == LEGATO_SESSION_FINISHED)
        {
          start_some_session (fixture);
          session = fixture->session;
          played_before = fake_player_get_played (fixture->player);
        }
      if (legato_session_get_state (session) == LEGATO_SESSION_READY && g_test_rand_bit ())
        event = EVENT_START;
      /* A player tells its end only when it gets there. */
      if (event == EVENT_ENDED)
        fake_player_pass (fixture->player, g_test_rand_int_range (0, 2000) * LEGATO_SECOND);
      else
        happen (fixture, (Event) event);
      fake_player_pass (fixture->player, g_test_rand_int_range (0, 5000) * (LEGATO_SECOND / 1000));
      legato_session_update (session);

      seen[legato_session_get_state (session)]++;
      session_fixture_assert_consistent (fixture);
      plan = legato_session_get_plan (session);
      done = legato_session_get_done (session);
      g_assert_cmpint (done, >=, 0);
      g_assert_cmpint (done, <=, fake_player_get_played (fixture->player) - played_before);
      for (guint step = 0; forward_only && step < legato_plan_get_n_steps (plan); step++)
        g_assert_cmpint (legato_session_get_step_done (session, step), <=,
                         legato_plan_get_step (plan, step)->seconds * LEGATO_SECOND);
      g_assert_true (session_fixture_rule_holds (plan, "P-HOLD"));
      assert_hurt_is_spared (session);
      if (i % 100 == 0)
        {
          g_autoptr (LegatoEntry) entry = legato_session_make_entry (session);
          guint sum_ms = 0;

          for (guint s = 0; s < entry->steps->len; s++)
            sum_ms += ((LegatoDoneStep *) g_ptr_array_index (entry->steps, s))->done_ms;
          g_assert_cmpuint (sum_ms / 1000, <=, entry->done_s);
          g_assert_cmpuint (sum_ms + entry->steps->len, >=, entry->done_s * 1000);
        }
    }

  /* It has been everywhere, often. */
  for (int state = 0; state < N_STATES; state++)
    {
      g_test_message ("state %d: %u times", state, seen[state]);
      g_assert_cmpuint (seen[state], >, 500);
    }
}

static void
test_random_walk (SessionFixture *fixture, gconstpointer data)
{
  random_walk (fixture, FALSE);
}

static void
test_random_walk_forward (SessionFixture *fixture, gconstpointer data)
{
  random_walk (fixture, TRUE);
}

/* What was kept of a session knows why each step is as it is, and so goes on without a place as the
 * session itself would. */
static void
test_continued_without_a_place (SessionFixture *fixture, gconstpointer data)
{
  static const char *const routines[] = { "circulation", "sore-legs", "before-sport" };
  const LegatoZone *calf = legato_guide_find_zone (fixture->guide, "calf");
  guint n_reasons = 0;
  guint n_brisk = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (routines); i++)
    {
      LegatoPerson person = { .conditions = LEGATO_CONDITION_TIGHT };
      LegatoRequest request = { .routine = legato_guide_find_routine (fixture->guide, routines[i]),
                                .person = &person,
                                .legs = LEGATO_LEG_BOTH };
      g_autoptr (LegatoRunning) running = NULL;
      g_autoptr (LegatoPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      LegatoPlan *continued = NULL;

      person.soreness[LEGATO_LEG_RIGHT][calf->rank] = 3;
      plan = legato_planner_make (fixture->guide, &request, &error);
      g_assert_no_error (error);
      session_fixture_renew_for (fixture, plan, &person, 0);
      legato_session_start (fixture->session);
      session_fixture_pass (fixture, LEAD_IN_S + 5.0);
      running = legato_session_make_running (fixture->session);
      g_clear_object (&fixture->session);
      fixture->session = legato_session_new_from_running (
          fixture->guide, running, &person, LEGATO_TRANSPORT (fixture->player), &error);
      g_assert_no_error (error);

      continued = legato_session_get_plan (fixture->session);
      g_assert_cmpuint (legato_plan_get_n_steps (continued), ==, legato_plan_get_n_steps (plan));
      for (guint k = 0; k < legato_plan_get_n_steps (plan); k++)
        {
          const LegatoStep *step = legato_plan_get_step (plan, k);
          const LegatoStep *kept = legato_plan_get_step (continued, k);

          g_assert_cmpint (kept->brisk, ==, step->brisk);
          g_assert_cmpuint (kept->reasons->len, ==, step->reasons->len);
          for (guint r = 0; r < step->reasons->len; r++)
            g_assert_true (kept->reasons->pdata[r] == step->reasons->pdata[r]);
          n_reasons += step->reasons->len;
          n_brisk += step->brisk ? 1 : 0;
        }

      legato_session_start (fixture->session);
      session_fixture_pass (fixture, 8.0);
      legato_session_hurt (fixture->session);
      g_assert_true (
          legato_session_resolve_hurt (fixture->session, calf, LEGATO_LEG_LEFT, "stop-numb", TRUE));
      g_assert_no_error (legato_session_get_error (fixture->session));
    }
  g_assert_cmpuint (n_reasons, >, 0);
  g_assert_cmpuint (n_brisk, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SESSION_FIXTURE_ADD ("states/every-event-in-every-state", test_every_event_in_every_state);
  SESSION_FIXTURE_ADD ("states/random-walk", test_random_walk);
  SESSION_FIXTURE_ADD ("states/random-walk-forward", test_random_walk_forward);

  SESSION_FIXTURE_ADD ("states/continued-without-a-place", test_continued_without_a_place);

  return g_test_run ();
}
