/* session-fixture.h: a session in a time of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fake-player.h"
#include "legato-session-testing.h"

G_BEGIN_DECLS

#define REST_S 300
#define N_STATES (LEGATO_SESSION_HURT + 1)
#define LEAD_IN_S ((double) LEGATO_LEAD_IN / LEGATO_SECOND)

typedef struct
{
  LegatoGuide *guide;
  LegatoPlan *plan;
  FakePlayer *player;
  LegatoSession *session;
  guint n_finished;
} SessionFixture;

void session_fixture_set_up (SessionFixture *fixture, gconstpointer data);
void session_fixture_tear_down (SessionFixture *fixture, gconstpointer data);
LegatoPlan *
session_fixture_make_plan (LegatoGuide *guide, const char *routine, guint minutes, LegatoLeg legs);
void session_fixture_renew_for (SessionFixture *fixture,
                                LegatoPlan *plan,
                                const LegatoPerson *person,
                                guint rest_s);
void session_fixture_renew (SessionFixture *fixture, LegatoPlan *plan, guint rest_s);
void session_fixture_pass (SessionFixture *fixture, double seconds);
void session_fixture_bring_to (SessionFixture *fixture, LegatoSessionState state);
void session_fixture_assert_consistent (SessionFixture *fixture);
gboolean session_fixture_rule_holds (LegatoPlan *plan, const char *id);

/** Adds @func as the test /session/@path. */
#define SESSION_FIXTURE_ADD(path, func)                                                            \
  g_test_add ("/session/" path, SessionFixture, NULL, session_fixture_set_up, func,                \
              session_fixture_tear_down)

G_END_DECLS
