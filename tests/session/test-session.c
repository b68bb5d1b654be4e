/* test-session.c: real sessions on a real pipeline, sixty times as fast as life
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "legato-planner.h"
#include "legato-session-private.h"
#include "../load-guide.h"

typedef struct
{
  LegatoGuide *guide;
  LegatoPlan *plan;
  LegatoPlayer *player;
  LegatoSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };

  fixture->guide = load_guide ();
  request.routine = legato_guide_find_routine (fixture->guide, "three-minute");
  fixture->plan = legato_planner_make (fixture->guide, &request, &error);
  g_assert_no_error (error);
  fixture->player = legato_player_new ();
  fixture->session = legato_session_new (fixture->plan, NULL, LEGATO_TRANSPORT (fixture->player));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->player);
  legato_plan_unref (fixture->plan);
  legato_guide_unref (fixture->guide);
}

/* Lets the session run until it is in @state; a test that never gets there is ended by meson. */
static void
run_to_state (Fixture *fixture, LegatoSessionState state)
{
  while (legato_session_get_state (fixture->session) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
run_to_step (Fixture *fixture, int step)
{
  while (legato_session_get_step (fixture->session) < step)
    g_main_context_iteration (NULL, TRUE);
}

/* At sixty times the speed of life a step takes a third of a second: where a busy machine has slept
 * through it, once more from the start. */
static void
pause_in_step (Fixture *fixture, int step)
{
  legato_session_start (fixture->session);
  run_to_state (fixture, LEGATO_SESSION_PLAYING);
  run_to_step (fixture, step);
  legato_session_pause (fixture->session);
  if (legato_session_get_step (fixture->session) == step)
    return;
  tear_down (fixture, NULL);
  set_up (fixture, NULL);
  pause_in_step (fixture, step);
}

static void
note_state_cb (LegatoSession *session, GParamSpec *pspec, GString *states)
{
  static const char letters[] = "rcpaf";

  g_string_append_c (states, letters[legato_session_get_state (session)]);
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) states = g_string_new (NULL);
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GArray) places = NULL;

  g_signal_connect (fixture->session, "notify::state", G_CALLBACK (note_state_cb), states);
  legato_session_start (fixture->session);
  run_to_state (fixture, LEGATO_SESSION_FINISHED);

  g_assert_cmpstr (states->str, ==, "cpf");
  g_assert_true (fixture->session->completed);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 180 * LEGATO_SECOND);

  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpstr (entry->routine, ==, "three-minute");
  g_assert_cmpuint (entry->planned_s, ==, 180);
  g_assert_cmpuint (entry->done_s, ==, 180);
  g_assert_true (entry->completed);
  g_assert_cmpuint (entry->steps->len, ==, legato_plan_get_n_steps (fixture->plan));
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      g_assert_cmpuint (step->done_ms, ==, step->planned_ms);
      g_assert_cmpuint (step->planned_ms, ==,
                        legato_plan_get_step (fixture->plan, i)->seconds * 1000);
    }

  /* Calf and front thigh are worked on, on each leg; what glides only pass is not asked for. */
  places = legato_session_dup_places (fixture->session);
  g_assert_cmpuint (places->len, ==, 4);
  g_assert_cmpstr (g_array_index (places, LegatoPlace, 0).zone->id, ==, "calf");
  g_assert_cmpint (g_array_index (places, LegatoPlace, 0).leg, ==, LEGATO_LEG_LEFT);
}

static void
test_stop_is_partial (Fixture *fixture, gconstpointer data)
{
  LegatoTimeline *timeline = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  const LegatoDoneStep *last = NULL;
  gint64 done = 0;

  pause_in_step (fixture, 2);
  legato_session_resume (fixture->session);
  legato_session_stop (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_false (fixture->session->completed);

  timeline = legato_session_get_timeline (fixture->session);
  done = legato_session_get_done (fixture->session);
  g_assert_cmpint (done, >=, legato_timeline_get_step_onset (timeline, 2) - LEGATO_LEAD_IN);
  g_assert_cmpint (done, <=, 180 * LEGATO_SECOND);
  g_assert_cmpint (legato_session_get_position (fixture->session), ==, done + LEGATO_LEAD_IN);

  entry = legato_session_make_entry (fixture->session);
  g_assert_false (entry->completed);
  g_assert_cmpuint (entry->done_s, ==, done / LEGATO_SECOND);
  /* Nothing of the last step was done, unless a busy machine slept until then before it stopped. */
  last = g_ptr_array_index (entry->steps, 9);
  done += LEGATO_LEAD_IN - legato_timeline_get_step_onset (timeline, 9);
  g_assert_cmpuint (last->done_ms, ==, MAX (done, 0) / 1000000);
}

static void
test_skipped_time_is_not_done (Fixture *fixture, gconstpointer data)
{
  const LegatoStep *first = legato_plan_get_step (fixture->plan, 0);
  g_autoptr (LegatoEntry) entry = NULL;

  pause_in_step (fixture, 0);
  legato_session_skip (fixture->session);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
  legato_session_resume (fixture->session);
  run_to_state (fixture, LEGATO_SESSION_FINISHED);

  g_assert_cmpint (legato_session_get_done (fixture->session), <, 180 * LEGATO_SECOND);
  g_assert_cmpint (legato_session_get_done (fixture->session), >=,
                   (180 - first->seconds) * LEGATO_SECOND);
  g_assert_cmpint (legato_session_get_step_done (fixture->session, 0), <,
                   first->seconds * LEGATO_SECOND);
  g_assert_cmpint (legato_session_get_step_done (fixture->session, 1), ==,
                   legato_plan_get_step (fixture->plan, 1)->seconds * LEGATO_SECOND);
  entry = legato_session_make_entry (fixture->session);
  g_assert_cmpuint (((LegatoDoneStep *) g_ptr_array_index (entry->steps, 0))->done_ms, <,
                    first->seconds * 1000);
  g_assert_cmpuint (((LegatoDoneStep *) g_ptr_array_index (entry->steps, 1))->done_ms, ==,
                    legato_plan_get_step (fixture->plan, 1)->seconds * 1000);
}

static void
test_pause_holds_place (Fixture *fixture, gconstpointer data)
{
  gint64 position = 0;

  pause_in_step (fixture, 1);
  position = legato_session_get_position (fixture->session);
  g_usleep (50000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (legato_session_get_position (fixture->session), ==, position);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_PAUSED);
  legato_session_toggle (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_PLAYING);
  run_to_state (fixture, LEGATO_SESSION_FINISHED);
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 180 * LEGATO_SECOND);
}

static void
test_back_in_first_seconds_is_previous_step (Fixture *fixture, gconstpointer data)
{
  pause_in_step (fixture, 0);
  legato_session_skip (fixture->session);
  legato_session_skip (fixture->session);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 2);
  legato_session_back (fixture->session);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 1);
  legato_session_back (fixture->session);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 0);
  legato_session_back (fixture->session);
  g_assert_cmpint (legato_session_get_step (fixture->session), ==, 0);
  legato_session_stop (fixture->session);
}

static void
test_skip_past_the_end_stops (Fixture *fixture, gconstpointer data)
{
  legato_session_start (fixture->session);
  for (guint i = 0; i <= legato_plan_get_n_steps (fixture->plan); i++)
    legato_session_skip (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_false (fixture->session->completed);
}

static void
test_wishes_out_of_place_do_nothing (Fixture *fixture, gconstpointer data)
{
  void (*const wishes[]) (LegatoSession *) = { legato_session_pause,  legato_session_resume,
                                               legato_session_toggle, legato_session_back,
                                               legato_session_skip,   legato_session_stop };

  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      wishes[i](fixture->session);
      g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_READY);
    }

  legato_session_start (fixture->session);
  legato_session_stop (fixture->session);
  legato_session_start (fixture->session);
  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      wishes[i](fixture->session);
      g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
    }
  g_assert_cmpint (legato_session_get_done (fixture->session), ==, 0);
}

/* Whatever is wished for in whatever order, no time is invented and the end is reached. */
static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  void (*const wishes[]) (LegatoSession *) = { legato_session_toggle, legato_session_back,
                                               legato_session_skip, legato_session_resume };

  legato_session_start (fixture->session);
  for (guint i = 0; i < 200 && legato_session_is_running (fixture->session); i++)
    {
      gint64 position = 0;

      wishes[g_test_rand_int_range (0, G_N_ELEMENTS (wishes))](fixture->session);
      g_usleep ((gulong) g_test_rand_int_range (0, 5000));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      position = legato_session_get_position (fixture->session);
      g_assert_cmpint (position, >=, 0);
      g_assert_cmpint (
          position, <=,
          legato_timeline_get_duration (legato_session_get_timeline (fixture->session)));
    }
  legato_session_stop (fixture->session);
  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
}

static void
fail_cb (LegatoPlayer *player)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no pipeline");

  if (legato_player_get_state (player) == LEGATO_PLAYER_PLAYING)
    g_signal_emit_by_name (player, "failed", error);
}

/* A machine that lacks a part of GStreamer: a player that fails while it is told to play ends the
 * session, at its start and after a pause. */
static void
test_player_that_cannot_play (Fixture *fixture, gconstpointer data)
{
  gboolean paused = GPOINTER_TO_INT (data);

  if (paused)
    {
      legato_session_start (fixture->session);
      legato_session_pause (fixture->session);
    }
  g_signal_connect (fixture->player, "notify::state", G_CALLBACK (fail_cb), NULL);
  if (paused)
    legato_session_resume (fixture->session);
  else
    legato_session_start (fixture->session);

  g_assert_cmpint (legato_session_get_state (fixture->session), ==, LEGATO_SESSION_FINISHED);
  g_assert_error (legato_session_get_error (fixture->session), G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (legato_player_get_state (fixture->player), ==, LEGATO_PLAYER_STOPPED);
  g_assert_false (fixture->session->completed);
}

static void
stop_at_step_cb (LegatoSession *session)
{
  legato_session_stop (session);
}

/* Who hears of a step may stop the session: it stays stopped. */
static void
test_stop_when_told_of_a_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) states = g_string_new (NULL);

  g_signal_connect (fixture->session, "notify::state", G_CALLBACK (note_state_cb), states);
  g_signal_connect (fixture->session, "notify::step", G_CALLBACK (stop_at_step_cb), NULL);
  legato_session_start (fixture->session);
  run_to_state (fixture, LEGATO_SESSION_FINISHED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (states->str, ==, "cf");
}

static void
test_zone_alone_names_its_place (Fixture *fixture, gconstpointer data)
{
  LegatoRequest request = { .legs = LEGATO_LEG_RIGHT,
                            .zone = legato_guide_find_zone (fixture->guide, "calf") };

  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_BOTH; leg++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LegatoPlan) plan = NULL;
      g_autoptr (LegatoSession) session = NULL;
      g_autoptr (LegatoEntry) entry = NULL;

      request.legs = (LegatoLeg) leg;
      plan = legato_planner_make (fixture->guide, &request, &error);
      g_assert_no_error (error);
      session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (fixture->player));
      entry = legato_session_make_entry (session);
      g_assert_null (entry->routine);
      g_assert_cmpstr (entry->zone, ==, "calf");
      g_assert_cmpint (entry->leg, ==, leg);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/session/whole", test_whole);
  ADD ("/session/stop-is-partial", test_stop_is_partial);
  ADD ("/session/skipped-time-is-not-done", test_skipped_time_is_not_done);
  ADD ("/session/pause-holds-place", test_pause_holds_place);
  ADD ("/session/back-in-first-seconds-is-previous-step",
       test_back_in_first_seconds_is_previous_step);
  ADD ("/session/skip-past-the-end-stops", test_skip_past_the_end_stops);
  ADD ("/session/wishes-out-of-place-do-nothing", test_wishes_out_of_place_do_nothing);
  ADD ("/session/player-that-cannot-play", test_player_that_cannot_play);
  g_test_add ("/session/player-that-cannot-go-on", Fixture, GINT_TO_POINTER (TRUE), set_up,
              test_player_that_cannot_play, tear_down);
  ADD ("/session/stop-when-told-of-a-step", test_stop_when_told_of_a_step);
  ADD ("/session/zone-alone-names-its-place", test_zone_alone_names_its_place);
  ADD ("/session/random-walk", test_random_walk);

  return g_test_run ();
}
