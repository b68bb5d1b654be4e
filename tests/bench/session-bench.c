/* session-bench.c: what a running session costs, beside an empty window that only asks for frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#include "legato-leg-map.h"
#include "legato-planner.h"
#include "legato-play-view.h"
#include "legato-session.h"
#include "../load-guide.h"

#define WIDTH 600
#define HEIGHT 900

/* Each takes its turn several times, so that whatever else the machine does falls on all. */
#define ROUNDS 2
#define SECONDS 45
#define WARM_UP_S 8

typedef enum
{
  FLOOR,
  UNSEEN,
  MAP,
  PAGE,
  N_SCENES,
} Scene;

static const char *const names[] = {
  "an empty window that asks for each frame",
  "a session that nobody looks at",
  "a session with its map",
  "the session page",
};

typedef struct
{
  double cpu_s;
  double wall_s;
  gint64 wake_ups;
  double memory_mb; /* the most of the rounds */
} Cost;

static LegatoGuide *guide;
static LegatoContext *context;

static gboolean
redraw_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static gint64
session_position_cb (LegatoLegMap *map, gint64 time_us, gpointer data)
{
  return legato_session_get_position_at (data, time_us);
}

/* How often any thread of this process has gone to sleep, and so was woken. */
static gint64
count_wake_ups (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task = NULL;
  gint64 all = 0;

  while ((task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", task, "status", NULL);
      g_autofree char *status = NULL;
      const char *line = NULL;

      /* A thread may have ended meanwhile. */
      if (!g_file_get_contents (path, &status, NULL, NULL))
        continue;
      line = strstr (status, "\nvoluntary_ctxt_switches:");
      if (line != NULL)
        all += g_ascii_strtoll (strchr (line, ':') + 1, NULL, 10);
    }
  return all;
}

static double
read_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* What is shared with other processes counts by its part. */
static double
read_memory_mb (void)
{
  g_autofree char *rollup = NULL;
  const char *line = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL));
  line = strstr (rollup, "\nPss:");
  g_assert_nonnull (line);
  return g_ascii_strtod (strchr (line, ':') + 1, NULL) / 1024.0;
}

static void
quit_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
run_for (guint seconds)
{
  gboolean done = FALSE;

  g_timeout_add_once (seconds * 1000, quit_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static LegatoSession *
start_session (LegatoPlayer *player)
{
  g_autoptr (LegatoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH,
                            .minutes = 15,
                            .routine = legato_guide_find_routine (guide, "circulation") };
  LegatoSession *session = NULL;

  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);
  session = legato_session_new (plan, NULL, LEGATO_TRANSPORT (player));
  legato_session_set_journal (session, legato_context_get_journal (context));
  legato_session_start (session);
  /* Into the first strokes. */
  legato_session_seek (session, LEGATO_LEAD_IN + LEGATO_SECOND);
  return session;
}

static GtkWidget *
make_widget (Scene scene, LegatoPlayer *player, LegatoSession *session)
{
  GtkWidget *widget = NULL;

  if (scene == FLOOR)
    {
      widget = gtk_drawing_area_new ();
      gtk_widget_add_tick_callback (widget, redraw_cb, NULL, NULL);
    }
  else if (scene == MAP)
    {
      widget = g_object_new (LEGATO_TYPE_LEG_MAP, NULL);
      legato_leg_map_set_views (LEGATO_LEG_MAP (widget), legato_context_get_views (context));
      legato_leg_map_set_position_func (LEGATO_LEG_MAP (widget), session_position_cb, session,
                                        NULL);
      legato_leg_map_set_timeline (LEGATO_LEG_MAP (widget), legato_session_get_timeline (session));
      legato_leg_map_set_playing (LEGATO_LEG_MAP (widget), TRUE);
    }
  else if (scene == PAGE)
    {
      g_autoptr (LegatoVolume) volume = legato_volume_new (player);

      widget = GTK_WIDGET (legato_play_view_new (context, volume));
      legato_play_view_set_session (LEGATO_PLAY_VIEW (widget), session);
    }
  return widget;
}

static void
measure (Scene scene, Cost *cost)
{
  g_autoptr (LegatoPlayer) player = legato_player_new ();
  g_autoptr (LegatoSession) session = scene != FLOOR ? start_session (player) : NULL;
  GtkWidget *widget = make_widget (scene, player, session);
  GtkWindow *window = NULL;
  double cpu = 0.0;
  gint64 wall = 0;
  gint64 wake_ups = 0;

  if (widget != NULL)
    {
      window = GTK_WINDOW (adw_window_new ());
      gtk_window_set_default_size (window, WIDTH, HEIGHT);
      adw_window_set_content (ADW_WINDOW (window), widget);
      gtk_window_present (window);
    }
  run_for (WARM_UP_S);
  cpu = read_cpu ();
  wall = g_get_monotonic_time ();
  wake_ups = count_wake_ups ();
  run_for (SECONDS);
  cost->cpu_s += read_cpu () - cpu;
  cost->wall_s += (double) (g_get_monotonic_time () - wall) / G_USEC_PER_SEC;
  cost->wake_ups += count_wake_ups () - wake_ups;
  cost->memory_mb = MAX (cost->memory_mb, read_memory_mb ());

  if (session != NULL)
    legato_session_stop (session);
  if (scene == PAGE)
    legato_play_view_set_session (LEGATO_PLAY_VIEW (widget), NULL);
  if (scene == MAP)
    legato_leg_map_set_position_func (LEGATO_LEG_MAP (widget), NULL, NULL, NULL);
  if (window != NULL)
    gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "bench", "journal.db", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "bench", "routines", NULL);
  g_autoptr (LegatoRoutineShelf) shelf = NULL;
  g_autoptr (LegatoJournalConnection) connection = NULL;
  Cost costs[N_SCENES] = { 0 };

  adw_init ();
  guide = load_guide ();
  shelf = legato_routine_shelf_new (guide, folder);
  connection = legato_journal_connection_new (path);
  context = legato_context_new (guide, shelf, connection);
  legato_journal_connection_open (connection);
  while (legato_journal_connection_get_journal (connection) == NULL)
    g_main_context_iteration (NULL, TRUE);

  for (int round = 0; round < ROUNDS; round++)
    for (int scene = FLOOR; scene < N_SCENES; scene++)
      measure ((Scene) scene, &costs[scene]);

  printf ("| | of one processor | wake-ups a second | memory (MB) |\n|---|---|---|---|\n");
  for (int scene = FLOOR; scene < N_SCENES; scene++)
    printf ("| %s | %.1f %% | %.0f | %.0f |\n", names[scene],
            100.0 * costs[scene].cpu_s / costs[scene].wall_s,
            (double) costs[scene].wake_ups / costs[scene].wall_s, costs[scene].memory_mb);

  g_object_unref (context);
  legato_guide_unref (guide);
  return 0;
}
