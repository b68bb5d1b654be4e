/* test-session-hurt.c: a session in which something hurts, in a time of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "session-fixture.h"

/* After a stop that hurt the place is touched no more; what was done before stays counted. */
static void
test_hurt (SessionFixture *fixture, gconstpointer data)
{
  const LegatoZone *calf = legato_guide_find_zone (fixture->guide, "calf");
  g_autoptr (LegatoEntry) entry = NULL;
  LegatoPlan *plan = NULL;
  gint64 done = 0;
  guint sum_ms = 0;

  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S);
  legato_session_skip (fixture->session);
  session_fixture_pass (fixture, 11.0);
  done = legato_session_get_done (fixture->session);
  g_assert_cmpint (done, ==, 11 * LEGATO_SECOND);

  legato_session_hurt (fixture->session);
  g_assert_cmpint (fake_player_get_state (fixture->player), ==, LEGATO_PLAYER_PAUSED);
  session_fixture_pass (fixture, 60.0);
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
  session_fixture_pass (fixture, LEAD_IN_S + legato_plan_get_seconds (plan));
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
test_hurt_taken_back (SessionFixture *fixture, gconstpointer data)
{
  static const LegatoSessionState states[] = { LEGATO_SESSION_COUNTDOWN, LEGATO_SESSION_PLAYING,
                                               LEGATO_SESSION_PAUSED, LEGATO_SESSION_RESTING };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gint64 position = 0;

      session_fixture_bring_to (fixture, states[i]);
      position = legato_session_get_position (fixture->session);
      legato_session_hurt (fixture->session);
      session_fixture_pass (fixture, 10.0);
      g_assert_cmpint (legato_session_get_position (fixture->session), ==, position);
      legato_session_take_back_hurt (fixture->session);
      g_assert_cmpint (legato_session_get_state (fixture->session), ==, states[i]);
      g_assert_cmpint (legato_session_get_position (fixture->session), ==, position);
      session_fixture_assert_consistent (fixture);
    }

  /* A player that broke meanwhile cannot go on. */
  session_fixture_bring_to (fixture, LEGATO_SESSION_PLAYING);
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
test_hurt_twice (SessionFixture *fixture, gconstpointer data)
{
  const LegatoZone *calf = legato_guide_find_zone (fixture->guide, "calf");
  const LegatoZone *thigh = legato_guide_find_zone (fixture->guide, "quadriceps");
  const LegatoZone *foot = legato_guide_find_zone (fixture->guide, "foot");
  LegatoPerson person = { 0 };
  LegatoPlan *plan = NULL;

  person.blocked[LEGATO_LEG_RIGHT] = LEGATO_ZONE_BIT (foot);
  session_fixture_renew_for (fixture, fixture->plan, &person, 0);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 10.0);
  legato_session_hurt (fixture->session);
  g_assert_true (
      legato_session_resolve_hurt (fixture->session, calf, LEGATO_LEG_BOTH, "stop-numb", TRUE));
  plan = legato_session_get_plan (fixture->session);
  assert_spared (plan, LEGATO_LEG_LEFT, calf);
  assert_spared (plan, LEGATO_LEG_RIGHT, calf);
  assert_spared (plan, LEGATO_LEG_RIGHT, foot);
  g_assert_true (session_fixture_rule_holds (plan, "P-RISE-FALL"));

  session_fixture_pass (fixture, LEAD_IN_S + 3.0);
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
step_is_of_plan_cb (LegatoSession *session, GParamSpec *pspec, guint *count)
{
  g_assert_cmpint (legato_session_get_step (session), <,
                   (int) legato_plan_get_n_steps (legato_session_get_plan (session)));
  (*count)++;
}

/* Whoever hears that what is left is planned anew finds no step of the plan that was. */
static void
test_hurt_late (SessionFixture *fixture, gconstpointer data)
{
  const LegatoZone *foot = legato_guide_find_zone (fixture->guide, "foot");
  g_autoptr (LegatoPlan) plan =
      session_fixture_make_plan (fixture->guide, "sore-legs", 10, LEGATO_LEG_BOTH);
  guint n_steps = legato_plan_get_n_steps (plan);
  guint planned = 0;

  for (guint at = n_steps / 2; at < n_steps; at++)
    {
      guint told = 0;

      session_fixture_renew (fixture, plan, 0);
      g_signal_connect (fixture->session, "notify::timeline", G_CALLBACK (step_is_of_plan_cb),
                        &told);
      g_signal_connect (fixture->session, "notify::step", G_CALLBACK (step_is_of_plan_cb), &told);
      legato_session_start (fixture->session);
      session_fixture_pass (fixture, LEAD_IN_S + 1.0);
      for (guint i = 0; i < at; i++)
        legato_session_skip (fixture->session);
      g_assert_cmpint (legato_session_get_step (fixture->session), ==, at);
      legato_session_hurt (fixture->session);
      told = 0;
      if (!legato_session_resolve_hurt (fixture->session, foot, LEGATO_LEG_LEFT, "stop-numb", TRUE))
        continue;
      planned++;
      g_assert_cmpuint (told, ==, 2);
      g_assert_cmpint (legato_session_get_step (fixture->session), ==, -1);
    }
  g_assert_cmpuint (planned, >, 0);
}

static void
test_hurt_everywhere_ends_it (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_RIGHT,
                            .zone = legato_guide_find_zone (fixture->guide, "calf") };

  plan = legato_planner_make (fixture->guide, &request, &error);
  g_assert_no_error (error);
  session_fixture_renew (fixture, plan, 0);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 9.0);
  legato_session_hurt (fixture->session);
  g_assert_false (
      legato_session_resolve_hurt (fixture->session, NULL, LEGATO_LEG_BOTH, "stop-worse", TRUE));
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_null (legato_session_get_error (fixture->session));
  g_assert_false (fixture->session->completed);
}

/* What cannot be planned is no session without a rest: the person is told why it ended. */
static void
test_hurt_without_plan (SessionFixture *fixture, gconstpointer data)
{
  /* Nobody with such a sign gets a plan: the one that is played was made for somebody else. */
  LegatoPerson person = { .signs = 1 };

  session_fixture_renew_for (fixture, fixture->plan, &person, 0);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 10.0);
  legato_session_hurt (fixture->session);
  g_assert_false (legato_session_resolve_hurt (fixture->session,
                                               legato_guide_find_zone (fixture->guide, "calf"),
                                               LEGATO_LEG_LEFT, "stop-numb", TRUE));
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_error (legato_session_get_error (fixture->session), LEGATO_PLAN_ERROR,
                  LEGATO_PLAN_ERROR_RULE);
}

/* Sharp pain where a clot would be felt asks for it there and then; other pain does not. */
static void
test_stop_asks (SessionFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *zone;
    const char *felt;
    gboolean asks;
  } cases[] = {
    { "calf", "stop-sharp", TRUE },      { "soleus", "stop-sharp", TRUE },
    { "popliteal", "stop-sharp", TRUE }, { "quadriceps", "stop-sharp", FALSE },
    { "calf", "stop-burning", FALSE },   { "calf", NULL, FALSE },
  };

  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 5.0);
  legato_session_hurt (fixture->session);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (legato_session_get_stop_flag (
                         fixture->session, legato_guide_find_zone (fixture->guide, cases[i].zone),
                         cases[i].felt),
                     ==, cases[i].asks ? "dvt" : NULL);
  /* The hands were on the whole leg. */
  g_assert_cmpstr (legato_session_get_stop_flag (fixture->session, NULL, "stop-sharp"), ==, "dvt");
}

/* Whether whoever cannot say where it hurts has to be asked for a clot: by the ranks of the places
 * of a step, or those that a stretch is felt at. */
static gboolean
may_be_a_clot (LegatoGuide *guide, const LegatoStep *step)
{
  int popliteal = legato_guide_find_zone (guide, "popliteal")->rank;
  GPtrArray *zones = legato_step_get_shown_zones (step);
  gboolean below = FALSE;
  gboolean above = FALSE;

  for (guint i = 0; i < zones->len; i++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, i);

      if (g_str_equal (zone->id, "calf") || g_str_equal (zone->id, "soleus")
          || g_str_equal (zone->id, "popliteal"))
        return TRUE;
      below = below || zone->rank < popliteal;
      above = above || zone->rank > popliteal + 1;
    }
  return zones->len == 0 || (below && above);
}

static gboolean
is_thigh_only (const LegatoStep *step)
{
  GPtrArray *zones = legato_step_get_shown_zones (step);

  for (guint i = 0; i < zones->len; i++)
    if (((const LegatoZone *) g_ptr_array_index (zones, i))->from < 550)
      return FALSE;
  return zones->len > 0;
}

/* Who cannot say where a sharp pain is, is asked for a clot wherever the hands went past the hollow
 * of the knee, also if the calf is left out, and wherever a stretch is felt there. What cannot be
 * said to be well is left out of the rest, and the journal asks the same. */
static void
test_stop_somewhere_asks (SessionFixture *fixture, gconstpointer data)
{
  static const char *const routines[] = { "three-minute", "zone-map", "evening", "stretches",
                                          "after-sport" };
  LegatoZoneSet calf = LEGATO_ZONE_BIT (legato_guide_find_zone (fixture->guide, "calf"))
                       | LEGATO_ZONE_BIT (legato_guide_find_zone (fixture->guide, "soleus"));
  guint n_past = 0;
  guint n_thigh = 0;

  for (gsize r = 0; r < 2 * G_N_ELEMENTS (routines); r++)
    {
      gboolean blocked = r % 2 == 1;
      LegatoPerson person = { .blocked = { blocked ? calf : 0, blocked ? calf : 0 } };
      LegatoRequest request = {
        .routine = legato_guide_find_routine (fixture->guide, routines[r / 2]),
        .legs = LEGATO_LEG_BOTH,
        .person = &person,
      };
      g_autoptr (LegatoPlan) plan = legato_planner_make (fixture->guide, &request, NULL);

      g_assert_nonnull (plan);
      session_fixture_renew_for (fixture, plan, &person, 0);
      legato_session_start (fixture->session);
      session_fixture_pass (fixture, LEAD_IN_S + 1.0);
      for (guint i = 0; i < legato_plan_get_n_steps (plan); i++)
        {
          const LegatoStep *step = legato_plan_get_step (plan, i);
          const char *flag = NULL;

          g_assert_cmpint (legato_session_get_step (fixture->session), ==, i);
          legato_session_hurt (fixture->session);
          flag = legato_session_get_stop_flag (fixture->session, NULL, "stop-sharp");
          g_test_message ("%s, step %u", routines[r / 2], i);
          if (may_be_a_clot (fixture->guide, step))
            g_assert_cmpstr (flag, ==, "dvt");
          else if (is_thigh_only (step))
            g_assert_null (flag);
          n_past += blocked && flag != NULL;
          n_thigh += flag == NULL;
          g_assert_null (legato_session_get_stop_flag (fixture->session, NULL, "stop-burning"));
          legato_session_take_back_hurt (fixture->session);
          legato_session_skip (fixture->session);
        }
    }
  g_assert_cmpuint (n_past, >, 5);
  g_assert_cmpuint (n_thigh, >, 5);
}

/* Of a stretch that hurts somewhere all is left out where it is felt. */
static void
test_stretch_hurts (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoPlan) plan =
      session_fixture_make_plan (fixture->guide, "stretches", 0, LEGATO_LEG_BOTH);
  const LegatoStep *step = NULL;
  LegatoPlan *rest = NULL;
  g_autoptr (GArray) places = NULL;
  guint i = 0;

  while (!g_str_equal (legato_plan_get_step (plan, i)->technique->id, "hamstring-stretch"))
    i++;
  step = legato_plan_get_step (plan, i);
  session_fixture_renew (fixture, plan, 0);
  legato_session_start (fixture->session);
  session_fixture_pass (fixture, LEAD_IN_S + 1.0);
  while (legato_session_get_step (fixture->session) < (int) i)
    legato_session_skip (fixture->session);
  legato_session_hurt (fixture->session);
  g_assert_true (
      legato_session_resolve_hurt (fixture->session, NULL, LEGATO_LEG_BOTH, "stop-worse", TRUE));
  places = legato_session_dup_hurt_places (fixture->session);
  g_assert_cmpuint (places->len, ==, 3);
  for (guint p = 0; p < places->len; p++)
    g_assert_true (g_array_index (places, LegatoPlace, p).zone == step->technique->loads->pdata[p]
                   && g_array_index (places, LegatoPlace, p).leg == step->leg);
  g_assert_true (legato_session_is_running (fixture->session));
  rest = legato_session_get_plan (fixture->session);
  for (i = 0; i < legato_plan_get_n_steps (rest); i++)
    g_assert_false (
        legato_plan_get_step (rest, i)->leg == step->leg
        && g_str_equal (legato_plan_get_step (rest, i)->technique->id, "hamstring-stretch"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SESSION_FIXTURE_ADD ("hurt/one-place", test_hurt);
  SESSION_FIXTURE_ADD ("hurt/twice", test_hurt_twice);
  SESSION_FIXTURE_ADD ("hurt/without-plan", test_hurt_without_plan);
  SESSION_FIXTURE_ADD ("hurt/taken-back", test_hurt_taken_back);
  SESSION_FIXTURE_ADD ("hurt/late", test_hurt_late);
  SESSION_FIXTURE_ADD ("hurt/everywhere-ends-it", test_hurt_everywhere_ends_it);
  SESSION_FIXTURE_ADD ("hurt/stop-asks", test_stop_asks);
  SESSION_FIXTURE_ADD ("hurt/stop-somewhere-asks", test_stop_somewhere_asks);
  SESSION_FIXTURE_ADD ("hurt/stretch-hurts", test_stretch_hurts);

  return g_test_run ();
}
