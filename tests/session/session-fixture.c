/* session-fixture.c: a session in a time of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-safety.h"
#include "session-fixture.h"
#include "../load-guide.h"

LegatoPlan *
session_fixture_make_plan (LegatoGuide *guide, const char *routine, guint minutes, LegatoLeg legs)
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
state_cb (LegatoSession *session, GParamSpec *pspec, SessionFixture *fixture)
{
  if (legato_session_get_state (session) == LEGATO_SESSION_FINISHED)
    fixture->n_finished++;
}

void
session_fixture_renew (SessionFixture *fixture, LegatoPlan *plan, guint rest_s)
{
  session_fixture_renew_for (fixture, plan, NULL, rest_s);
}

void
session_fixture_renew_for (SessionFixture *fixture,
                           LegatoPlan *plan,
                           const LegatoPerson *person,
                           guint rest_s)
{
  g_clear_object (&fixture->session);
  fixture->session = legato_session_new (plan, person, LEGATO_TRANSPORT (fixture->player));
  fixture->n_finished = 0;
  legato_session_set_rest (fixture->session, rest_s);
  g_signal_connect (fixture->session, "notify::state", G_CALLBACK (state_cb), fixture);
}

void
session_fixture_set_up (SessionFixture *fixture, gconstpointer data)
{
  fixture->guide = load_guide ();
  fixture->plan = session_fixture_make_plan (fixture->guide, "three-minute", 0, LEGATO_LEG_BOTH);
  fixture->player = fake_player_new ();
  session_fixture_renew (fixture, fixture->plan, 0);
}

void
session_fixture_tear_down (SessionFixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->player);
  legato_plan_unref (fixture->plan);
  legato_guide_unref (fixture->guide);
}

/* Lets time pass as it would, the session looking ten times a second. */
void
session_fixture_pass (SessionFixture *fixture, double seconds)
{
  gint64 left = (gint64) (seconds * LEGATO_SECOND);

  while (left > 0)
    {
      gint64 part = MIN (left, LEGATO_SECOND / 10);

      fake_player_pass (fixture->player, part);
      legato_session_update (fixture->session);
      left -= part;
    }
}

void
session_fixture_bring_to (SessionFixture *fixture, LegatoSessionState state)
{
  session_fixture_renew (fixture, fixture->plan, REST_S);
  if (state == LEGATO_SESSION_READY)
    return;
  legato_session_start (fixture->session);
  if (state == LEGATO_SESSION_COUNTDOWN)
    return;
  session_fixture_pass (fixture, LEAD_IN_S + 5.0);
  if (state == LEGATO_SESSION_PAUSED)
    legato_session_pause (fixture->session);
  else if (state == LEGATO_SESSION_FINISHED)
    legato_session_stop (fixture->session);
  else if (state == LEGATO_SESSION_RESTING)
    session_fixture_pass (fixture, 180.0);
  else if (state == LEGATO_SESSION_HURT)
    legato_session_hurt (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, state);
}

/* What is drawn and heard agrees with the state. */
void
session_fixture_assert_consistent (SessionFixture *fixture)
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
    }
}

gboolean
session_fixture_rule_holds (LegatoPlan *plan, const char *id)
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
