/* test-session-sound.c: whole sessions while their sound device comes and goes
 *
 * With a real sound server, twenty times as fast as life.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <signal.h>

#include "legato-planner.h"
#include "legato-session-private.h"
#include "sound-server.h"
#include "../load-guide.h"

typedef struct
{
  const char *name;
  void (*harm) (SoundServer *server);
  void (*heal) (SoundServer *server);
} Fault;

typedef struct
{
  SoundServer *server;
  const Fault *fault;
  gboolean harmed;
  gboolean healed;
  int n_silent;
  int n_heard;
  GString *states;
} Story;

static void
unplug (SoundServer *server)
{
  sound_server_order (server, "unload-module module-null-sink");
}

static void
plug_in (SoundServer *server)
{
  sound_server_order (server, "load-module module-null-sink sink_name=ear norewinds=1");
}

static void
freeze (SoundServer *server)
{
  sound_server_signal (server, SIGSTOP);
}

static void
thaw (SoundServer *server)
{
  sound_server_signal (server, SIGCONT);
}

static const Fault faults[] = {
  { "/session/sound/unplugged", unplug, plug_in },
  { "/session/sound/frozen", freeze, thaw },
  { "/session/sound/killed", sound_server_kill, sound_server_start },
};

/* What was broken is mended as soon as that was noticed. */
static void
silent_cb (LegatoPlayer *player, GParamSpec *pspec, Story *story)
{
  if (legato_player_get_silent (player))
    {
      story->n_silent++;
      if (story->harmed && !story->healed)
        story->fault->heal (story->server);
      story->healed = story->harmed;
    }
  else
    story->n_heard++;
}

static void
state_cb (LegatoSession *session, GParamSpec *pspec, Story *story)
{
  static const char letters[] = "rcpaf";

  g_string_append_c (story->states, letters[legato_session_get_state (session)]);
}

/* In the middle of the session, and only once; a busy machine may miss the very step. */
static void
step_cb (LegatoSession *session, GParamSpec *pspec, Story *story)
{
  if (legato_session_get_step (session) < 2 || story->harmed)
    return;
  story->harmed = TRUE;
  story->fault->harm (story->server);
}

static void
test_fault (gconstpointer data)
{
  g_autoptr (SoundServer) server = sound_server_new ();
  Story story = { server, data };
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = load_guide ();
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  LegatoPlayer *player;
  LegatoSession *session;

  if (server == NULL)
    return;

  request.routine = legato_guide_find_routine (guide, "three-minute");
  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);
  player = g_object_new (LEGATO_TYPE_PLAYER, "sink", sound_server_get_sink (server), NULL);
  session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (player));
  story.states = g_string_new (NULL);
  g_signal_connect (player, "notify::silent", G_CALLBACK (silent_cb), &story);
  g_signal_connect (session, "notify::state", G_CALLBACK (state_cb), &story);
  g_signal_connect (session, "notify::step", G_CALLBACK (step_cb), &story);

  legato_session_start (session);
  while (legato_session_get_state (session) != LEGATO_SESSION_FINISHED)
    g_main_context_iteration (NULL, TRUE);

  g_test_message ("silent %d times, heard again %d times", story.n_silent, story.n_heard);
  g_assert_cmpint (story.n_silent, >=, 1);
  g_assert_cmpstr (story.states->str, ==, "cpf");
  g_assert_true (session->completed);

  entry = legato_session_make_entry (session);
  g_assert_cmpuint (entry->done_s, ==, 180);
  for (guint i = 0; i < entry->steps->len; i++)
    {
      const LegatoDoneStep *step = g_ptr_array_index (entry->steps, i);

      g_assert_cmpuint (step->done_ms, ==, step->planned_ms);
    }

  g_string_free (story.states, TRUE);
  g_assert_finalize_object (session);
  g_assert_finalize_object (player);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].name, &faults[i], test_fault);

  return g_test_run ();
}
