/* test-session-states.c: every state and every event of a session, in a time of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fake-player.h"
#include "legato-safety.h"
#include "legato-session-private.h"

#define REST_S 300
#define LEAD_IN_S ((double) LEGATO_LEAD_IN / LEGATO_SECOND)

typedef struct
{
  LegatoGuide *guide;
  LegatoPlan *plan;
  FakePlayer *player;
  LegatoSession *session;
  guint n_finished;
} Fixture;

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

static LegatoPlan *
make_plan (LegatoGuide *guide, const char *routine, guint minutes, LegatoLeg legs)
{
  static const char *const tools[] = { "roller", "ball", "stick", "gun", "sleeve", NULL };
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .routine = legato_guide_find_routine (guide, routine),
                            .minutes = minutes,
                            .legs = legs,
                            .tools = tools };
  LegatoPlan *plan = legato_planner_make (guide, &request, &error);

  g_assert_no_error (error);
  return plan;
}

static void
state_cb (LegatoSession *session, GParamSpec *pspec, Fixture *fixture)
{
  if (legato_session_get_state (session) == LEGATO_SESSION_FINISHED)
    fixture->n_finished++;
}

static void
new_session (Fixture *fixture, LegatoPlan *plan, guint rest_s)
{
  g_clear_object (&fixture->session);
  fixture->session =
      legato_session_new_with_transport (plan, G_OBJECT (fixture->player), &fake_player_transport);
  fixture->n_finished = 0;
  legato_session_set_rest (fixture->session, rest_s);
  g_signal_connect (fixture->session, "notify::state", G_CALLBACK (state_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->guide = legato_guide_new_from_resource (NULL, LEGATO_RESOURCE_ROOT "/guide", &error);
  g_assert_no_error (error);
  fixture->plan = make_plan (fixture->guide, "three-minute", 0, LEGATO_LEG_BOTH);
  fixture->player = fake_player_new ();
  new_session (fixture, fixture->plan, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->player);
  legato_plan_unref (fixture->plan);
  legato_guide_unref (fixture->guide);
}

/* Lets time pass as it would, the session looking ten times a second. */
static void
pass (Fixture *fixture, double seconds)
{
  gint64 left = (gint64) (seconds * LEGATO_SECOND);

  while (left > 0)
    {
      gint64 part = MIN (left, LEGATO_SECOND / 10);

      fake_player_pass (fixture->player, part);
      legato_session_look (fixture->session);
      left -= part;
    }
}

static void
bring_to (Fixture *fixture, LegatoSessionState state)
{
  new_session (fixture, fixture->plan, REST_S);
  if (state == LEGATO_SESSION_READY)
    return;
  legato_session_start (fixture->session);
  if (state == LEGATO_SESSION_COUNTDOWN)
    return;
  pass (fixture, LEAD_IN_S + 5.0);
  if (state == LEGATO_SESSION_PAUSED)
    legato_session_pause (fixture->session);
  else if (state == LEGATO_SESSION_FINISHED)
    legato_session_stop (fixture->session);
  else if (state == LEGATO_SESSION_RESTING)
    pass (fixture, 180.0);
  else if (state == LEGATO_SESSION_HURT)
    legato_session_hurt (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, state);
}

static void
happen (Fixture *fixture, Event event)
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
      legato_session_look (session);
      break;
    case N_EVENTS:
      g_assert_not_reached ();
    }
}

/* What is drawn and heard agrees with the state. */
static void
assert_consistent (Fixture *fixture)
{
  LegatoSession *session = fixture->session;
  LegatoSessionState state = legato_session_get_state (session);
  LegatoPlayerState player = fake_player_get_state (fixture->player);
  gint64 position = legato_session_get_position (session);
  int step = legato_session_get_step (session);
  gsize n_rules = 0;

  g_assert_cmpint (position, >=, 0);
  g_assert_cmpint (position, <=,
                   legato_timeline_get_duration (legato_session_get_timeline (session)));
  g_assert_cmpint (step, >=, -1);
  g_assert_cmpint (step, <, (int) legato_plan_get_n_steps (legato_session_get_plan (session)));
  g_assert_cmpuint (fixture->n_finished, ==, state == LEGATO_SESSION_FINISHED ? 1 : 0);
  g_assert_cmpuint (legato_plan_get_seconds (legato_session_get_plan (session)), <=,
                    LEGATO_PLAN_MAX_MINUTES * 60);
  g_assert_nonnull (legato_safety_get_rules (&n_rules));

  switch (state)
    {
    case LEGATO_SESSION_COUNTDOWN:
    case LEGATO_SESSION_PLAYING:
      g_assert_cmpint (player, ==, LEGATO_PLAYER_PLAYING);
      break;
    case LEGATO_SESSION_PAUSED:
      g_assert_cmpint (player, ==, LEGATO_PLAYER_PAUSED);
      break;
    case LEGATO_SESSION_HURT:
      g_assert_cmpint (player, !=, LEGATO_PLAYER_PLAYING);
      break;
    case LEGATO_SESSION_FINISHED:
    case LEGATO_SESSION_RESTING:
      g_assert_cmpint (player, ==, LEGATO_PLAYER_STOPPED);
      break;
    case LEGATO_SESSION_READY:
      break;
    case LEGATO_SESSION_N_STATES:
      g_assert_not_reached ();
    }
}

/* The whole machine: a row for each event; a column for each state, in the order of
 * LegatoSessionState. A letter is the state afterwards; a dot, that nothing happens. */
static void
test_every_event_in_every_state (Fixture *fixture, gconstpointer data)
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
      for (int state = 0; state < LEGATO_SESSION_N_STATES; state++)
        {
          char expected = machine[event][state];

          bring_to (fixture, (LegatoSessionState) state);
          happen (fixture, (Event) event);
          if (expected == '.')
            expected = letters[state];
          if (letters[legato_session_get_state (fixture->session)] != expected)
            g_error ("event %d in state %c leads to %c, not %c", event, letters[state],
                     letters[legato_session_get_state (fixture->session)], expected);
          assert_consistent (fixture);
        }
    }
}

static void
test_rest (Fixture *fixture, gconstpointer data)
{
  bring_to (fixture, LEGATO_SESSION_RESTING);
  g_assert_true (legato_session_is_running (fixture->session));
  g_assert_true (legato_session_is_completed (fixture->session));
  g_assert_cmpuint (legato_session_get_rest_left (fixture->session), <=, REST_S);

  /* Being hurt stops the rest, not the clock. */
  pass (fixture, 100.0);
  legato_session_hurt (fixture->session);
  pass (fixture, 1000.0);
  g_assert_true (
      legato_session_resolve_hurt (fixture->session, NULL, LEGATO_LEG_BOTH, "stop-tingling", TRUE));
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_RESTING);
  g_assert_cmpuint (legato_session_get_rest_left (fixture->session), >, 190);
  g_assert_cmpuint (legato_session_get_rest_left (fixture->session), <=, 200);
  pass (fixture, 201.0);
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
test_halfway_is_said_once (Fixture *fixture, gconstpointer data)
{
  guint said = 0;

  g_signal_connect (fixture->session, "halfway", G_CALLBACK (count_cb), &said);
  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S + 89.0);
  g_assert_cmpuint (said, ==, 0);
  pass (fixture, 2.0);
  g_assert_cmpuint (said, ==, 1);
  legato_session_back (fixture->session);
  legato_session_back (fixture->session);
  pass (fixture, 200.0);
  g_assert_cmpuint (said, ==, 1);
}

/* The entry tells the time of the clock, whatever the tempo. */
static void
test_tempo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoEntry) entry = NULL;

  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S);
  legato_session_set_tempo (fixture->session, 150);
  pass (fixture, 60.0);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 90 * LEGATO_SECOND);
  legato_session_set_tempo (fixture->session, 50);
  pass (fixture, 60.0);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 120 * LEGATO_SECOND);
  legato_session_set_tempo (fixture->session, 100);
  pass (fixture, 60.0);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpuint (entry->done_s, ==, 180);
  g_assert_true (entry->completed);

  new_session (fixture, fixture->plan, 0);
  legato_session_set_tempo (fixture->session, 1000);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 150);
  legato_session_set_tempo (fixture->session, 77);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 70);
  legato_session_set_tempo (fixture->session, 0);
  g_assert_cmpuint (legato_session_get_tempo (fixture->session), ==, 50);
  legato_session_start (fixture->session);
  pass (fixture, 2.0 * LEAD_IN_S + 120.0);
  legato_session_stop (fixture->session);
  g_clear_pointer (&entry, legato_entry_unref);
  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpuint (entry->done_s, ==, 120);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 60 * LEGATO_SECOND);
}

/* Half an hour is half an hour of the clock, and a hold of twenty seconds does not become forty. */
static void
test_tempo_keeps_the_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) longest = make_plan (fixture->guide, "circulation", 30, LEGATO_LEG_BOTH);
  g_autoptr (LegatoPlan) holds = make_plan (fixture->guide, "sore-legs", 10, LEGATO_LEG_BOTH);
  guint slowest = 0;
  guint fastest = 0;

  new_session (fixture, longest, 0);
  legato_session_get_tempo_range (fixture->session, &slowest, &fastest);
  g_assert_cmpuint (slowest, ==, 100);
  g_assert_cmpuint (fastest, ==, 150);

  new_session (fixture, holds, 0);
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
}

static gboolean
rule_holds (LegatoPlan *plan, const char *id)
{
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  gsize n_rules = 0;
  const LegatoRule *rules = legato_safety_get_rules (&n_rules);
  int step = -1;

  for (gsize i = 0; i < n_rules; i++)
    if (g_str_equal (rules[i].id, id))
      return rules[i].holds (plan, &request, &step);
  g_assert_not_reached ();
}

static void
assert_lengths_are_safe (LegatoPlan *plan)
{
  g_assert_true (rule_holds (plan, "P-EVEN"));
  g_assert_true (rule_holds (plan, "P-HOLD"));
  g_assert_true (rule_holds (plan, "P-LEN"));
}

static void
test_longer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LegatoTimeline *timeline = NULL;
  LegatoPlan *plan = NULL;
  gint64 position = 0;
  guint seconds = legato_plan_get_step (fixture->plan, 1)->seconds;
  guint n_steps = legato_plan_get_n_steps (fixture->plan);

  legato_session_start (fixture->session);
  g_assert_cmpint (legato_session_lengthen (fixture->session, 15, NULL), ==, 0);
  pass (fixture, LEAD_IN_S + 1.0);
  legato_session_skip (fixture->session);
  pass (fixture, 5.0);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
  position = legato_session_get_position (fixture->session);

  g_assert_cmpint (legato_session_can_lengthen (fixture->session, 15, &error), ==, 15);
  g_assert_no_error (error);
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
  g_assert_cmpint (legato_session_can_lengthen (fixture->session, -15, &error), ==, 0);
  g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
  pass (fixture, 300.0);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
}

/* On the second leg the first one's time is fixed: only evenness bounds it. */
static void
test_longer_on_the_second_leg (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_steps = legato_plan_get_n_steps (fixture->plan);
  int change = -1;

  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S + 1.0);
  for (guint i = 0; i < n_steps / 2 + 1; i++)
    legato_session_skip (fixture->session);
  pass (fixture, 2.0);
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
test_longer_ends_at_half_an_hour (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) longest = make_plan (fixture->guide, "circulation", 30, LEGATO_LEG_BOTH);
  g_autoptr (GError) error = NULL;

  new_session (fixture, longest, 0);
  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S + 2.0);
  g_assert_cmpint (legato_session_lengthen (fixture->session, 15, &error), ==, 0);
  g_assert_error (error, LEGATO_PLAN_ERROR, LEGATO_PLAN_ERROR_LENGTH);
  g_assert_cmpint (legato_session_lengthen (fixture->session, -15, NULL), ==, -15);
  g_assert_cmpint (legato_session_lengthen (fixture->session, 15, NULL), ==, 15);
  g_assert_cmpuint (legato_plan_get_seconds (legato_session_get_plan (fixture->session)), ==, 1800);
}

static void
test_hold_is_not_lengthened_past_its_bound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) holds = make_plan (fixture->guide, "sore-legs", 10, LEGATO_LEG_BOTH);
  const LegatoStep *step = NULL;

  new_session (fixture, holds, 0);
  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S + 1.0);
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

/* After a stop that hurt the place is touched no more; what was done before stays counted. */
static void
test_hurt (Fixture *fixture, gconstpointer data)
{
  const LegatoZone *calf = legato_guide_find_zone (fixture->guide, "calf");
  g_autoptr (LegatoEntry) entry = NULL;
  LegatoPlan *plan = NULL;
  gint64 done = 0;
  guint sum_ms = 0;

  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S);
  legato_session_skip (fixture->session);
  pass (fixture, 11.0);
  done = legato_session_get_done (fixture->session);
  g_assert_cmpint (done, ==, 11 * LEGATO_SECOND);

  legato_session_hurt (fixture->session);
  g_assert_cmpint (fake_player_get_state (fixture->player), ==, LEGATO_PLAYER_PAUSED);
  pass (fixture, 60.0);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, done);
  g_assert_true (
      legato_session_resolve_hurt (fixture->session, calf, LEGATO_LEG_LEFT, "stop-sharp", TRUE));
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_COUNTDOWN);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, -1);

  plan = legato_session_get_plan (fixture->session);
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      g_assert_false (step->leg == LEGATO_LEG_LEFT && g_ptr_array_find (step->zones, calf, NULL));
      /* Nor does a stroke cross it. */
      for (guint z = 1; z < step->zones->len; z++)
        {
          const LegatoZone *below = g_ptr_array_index (step->zones, z - 1);
          const LegatoZone *above = g_ptr_array_index (step->zones, z);

          g_assert_false (step->leg == LEGATO_LEG_LEFT && below->rank < calf->rank
                          && above->rank > calf->rank);
        }
    }
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, done);
  pass (fixture, LEAD_IN_S + legato_plan_get_seconds (plan));
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==,
                   done + legato_plan_get_seconds (plan) * LEGATO_SECOND);

  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpuint (entry->planned_s, ==, 180);
  g_assert_cmpuint (entry->done_s, ==, 11 + legato_plan_get_seconds (plan));
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      g_assert_cmpuint (step->index, ==, i);
      sum_ms += step->done_ms;
    }
  g_assert_cmpuint (sum_ms, ==, entry->done_s * 1000);
}

/* An elbow on the key: all is as it was before. */
static void
test_hurt_taken_back (Fixture *fixture, gconstpointer data)
{
  static const LegatoSessionState states[] = { LEGATO_SESSION_COUNTDOWN, LEGATO_SESSION_PLAYING,
                                               LEGATO_SESSION_PAUSED, LEGATO_SESSION_RESTING };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gint64 position = 0;

      bring_to (fixture, states[i]);
      position = legato_session_get_position (fixture->session);
      legato_session_hurt (fixture->session);
      pass (fixture, 10.0);
      g_assert_cmpint (legato_session_get_position (fixture->session), ==, position);
      legato_session_take_back_hurt (fixture->session);
      g_assert_cmpint (legato_session_get_state (fixture->session), ==, states[i]);
      g_assert_cmpint (legato_session_get_position (fixture->session), ==, position);
      assert_consistent (fixture);
    }

  /* A player that broke meanwhile cannot go on. */
  bring_to (fixture, LEGATO_SESSION_PLAYING);
  legato_session_hurt (fixture->session);
  fake_player_fail (fixture->player);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_HURT);
  legato_session_take_back_hurt (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
}

static void
assert_spared (LegatoPlan *plan, LegatoLeg leg, const LegatoZone *zone)
{
  for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
    {
      const LegatoStep *step = legato_plan_get_step (plan, i);

      g_assert_false (step->leg == leg && g_ptr_array_find (step->zones, zone, NULL));
    }
}

/* What hurt once is not touched again because something else hurts, and what the person had closed
 * before stays closed. */
static void
test_hurt_twice (Fixture *fixture, gconstpointer data)
{
  const LegatoZone *calf = legato_guide_find_zone (fixture->guide, "calf");
  const LegatoZone *thigh = legato_guide_find_zone (fixture->guide, "quadriceps");
  const LegatoZone *foot = legato_guide_find_zone (fixture->guide, "foot");
  LegatoPerson person = { 0 };
  LegatoPlan *plan = NULL;

  person.blocked[LEGATO_LEG_RIGHT] = LEGATO_ZONE_BIT (foot);
  legato_session_set_person (fixture->session, &person);
  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S + 10.0);
  legato_session_hurt (fixture->session);
  g_assert_true (
      legato_session_resolve_hurt (fixture->session, calf, LEGATO_LEG_BOTH, "stop-numb", TRUE));
  plan = legato_session_get_plan (fixture->session);
  assert_spared (plan, LEGATO_LEG_LEFT, calf);
  assert_spared (plan, LEGATO_LEG_RIGHT, calf);
  assert_spared (plan, LEGATO_LEG_RIGHT, foot);
  g_assert_true (rule_holds (plan, "P-RISE-FALL"));

  pass (fixture, LEAD_IN_S + 3.0);
  legato_session_hurt (fixture->session);
  if (legato_session_resolve_hurt (fixture->session, thigh, LEGATO_LEG_RIGHT, "stop-worse", TRUE))
    {
      plan = legato_session_get_plan (fixture->session);
      assert_spared (plan, LEGATO_LEG_LEFT, calf);
      assert_spared (plan, LEGATO_LEG_RIGHT, calf);
      assert_spared (plan, LEGATO_LEG_RIGHT, foot);
      assert_spared (plan, LEGATO_LEG_RIGHT, thigh);
    }
  legato_session_stop (fixture->session);
  g_assert_cmpuint (fixture->n_finished, ==, 1);
}

static void
test_hurt_everywhere_ends_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_RIGHT,
                            .zone = legato_guide_find_zone (fixture->guide, "calf") };

  plan = legato_planner_make (fixture->guide, &request, &error);
  g_assert_no_error (error);
  new_session (fixture, plan, 0);
  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S + 9.0);
  legato_session_hurt (fixture->session);
  g_assert_false (
      legato_session_resolve_hurt (fixture->session, NULL, LEGATO_LEG_BOTH, "stop-worse", TRUE));
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_false (legato_session_is_completed (fixture->session));
}

/* A session that is taken up again does what is left, once. */
static void
test_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRunning) running = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  legato_session_start (fixture->session);
  pass (fixture, LEAD_IN_S + 57.0);
  legato_session_set_tempo (fixture->session, 120);
  running = legato_session_make_running (fixture->session);
  uuid = g_strdup (running->uuid);
  g_clear_object (&fixture->session);

  fixture->session = legato_session_new_from_running (
      fixture->guide, running, G_OBJECT (fixture->player), &fake_player_transport, &error);
  g_assert_no_error (error);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 57 * LEGATO_SECOND);
  legato_session_start (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_PLAYING);
  g_assert_cmpint (legato_session_get_position (fixture->session), ==, 57 * LEGATO_SECOND);
  pass (fixture, 4.0);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 57 * LEGATO_SECOND);
  legato_session_set_tempo (fixture->session, 100);
  pass (fixture, 200.0);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_true (legato_session_is_completed (fixture->session));
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 180 * LEGATO_SECOND);
  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpstr (entry->uuid, ==, uuid);
  g_assert_cmpstr (entry->routine, ==, "three-minute");
  g_assert_cmpuint (entry->planned_s, ==, 180);
}

static void
test_unknown_steps_are_not_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoRunning) running = legato_session_make_running (fixture->session);
  LegatoRunningStep *step = g_ptr_array_index (running->steps, 0);
  g_autoptr (GError) error = NULL;

  g_free (step->technique);
  step->technique = g_strdup ("levitation");
  g_assert_null (legato_session_new_from_running (
      fixture->guide, running, G_OBJECT (fixture->player), &fake_player_transport, &error));
  g_assert_error (error, LEGATO_JOURNAL_ERROR, LEGATO_JOURNAL_ERROR_INVALID);
}

static void
start_some_session (Fixture *fixture)
{
  static const struct
  {
    const char *routine;
    guint minutes;
  } choices[] = { { "three-minute", 0 }, { "circulation", 15 }, { "sore-legs", 10 },
                  { "swelling", 0 },     { "desk-break", 0 },   { "roller-and-ball", 0 } };
  int choice = g_test_rand_int_range (0, G_N_ELEMENTS (choices));
  g_autoptr (LegatoPlan) plan =
      make_plan (fixture->guide, choices[choice].routine, choices[choice].minutes,
                 (LegatoLeg) g_test_rand_int_range (0, 3));

  new_session (fixture, plan, g_test_rand_bit () ? REST_S : 0);
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
random_walk (Fixture *fixture, gboolean forward_only)
{
  gint64 played_before = fake_player_get_played (fixture->player);
  guint seen[LEGATO_SESSION_N_STATES] = { 0 };

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
      legato_session_look (session);

      seen[legato_session_get_state (session)]++;
      assert_consistent (fixture);
      plan = legato_session_get_plan (session);
      done = legato_session_get_done (session);
      g_assert_cmpint (done, >=, 0);
      g_assert_cmpint (done, <=, fake_player_get_played (fixture->player) - played_before);
      for (guint step = 0; forward_only && step < legato_plan_get_n_steps (plan); step++)
        g_assert_cmpint (legato_session_get_step_done (session, step), <=,
                         legato_plan_get_step (plan, step)->seconds * LEGATO_SECOND);
      g_assert_true (rule_holds (plan, "P-HOLD"));
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
  for (int state = 0; state < LEGATO_SESSION_N_STATES; state++)
    {
      g_test_message ("state %d: %u times", state, seen[state]);
      g_assert_cmpuint (seen[state], >, 500);
    }
}

static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  random_walk (fixture, FALSE);
}

static void
test_random_walk_forward (Fixture *fixture, gconstpointer data)
{
  random_walk (fixture, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/session/states/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("every-event-in-every-state", test_every_event_in_every_state);
  ADD ("rest", test_rest);
  ADD ("halfway-is-said-once", test_halfway_is_said_once);
  ADD ("tempo", test_tempo);
  ADD ("tempo-keeps-the-rules", test_tempo_keeps_the_rules);
  ADD ("longer", test_longer);
  ADD ("longer-on-the-second-leg", test_longer_on_the_second_leg);
  ADD ("longer-ends-at-half-an-hour", test_longer_ends_at_half_an_hour);
  ADD ("hold-is-not-lengthened-past-its-bound", test_hold_is_not_lengthened_past_its_bound);
  ADD ("hurt", test_hurt);
  ADD ("hurt-twice", test_hurt_twice);
  ADD ("hurt-taken-back", test_hurt_taken_back);
  ADD ("hurt-everywhere-ends-it", test_hurt_everywhere_ends_it);
  ADD ("restored", test_restored);
  ADD ("unknown-steps-are-not-restored", test_unknown_steps_are_not_restored);
  ADD ("random-walk", test_random_walk);
  ADD ("random-walk-forward", test_random_walk_forward);

  return g_test_run ();
}
