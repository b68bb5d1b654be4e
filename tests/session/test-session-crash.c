/* test-session-crash.c: a session outlives the process that plays it
 *
 * A process plays a real session, thirty times as fast as life, and is killed at a random moment,
 * over and over. Each time what was noted is held against what the process itself had counted, and
 * against the timeline; then the session is taken up again, or saved as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../journal/journal-test-utils.h"
#include "legato-journal-running.h"
#include "legato-planner.h"
#include "legato-session.h"
#include "../load-guide.h"

#define N_KILLS 55

/* What the process says of itself, in memory that outlives it. */
typedef struct
{
  char uuid[40];
  gint64 done; /* nanoseconds */
  int finished;
} Witness;

static LegatoRunning *
find_cut_off (LegatoJournal *journal, guint *n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  legato_journal_list_running_async (journal, NULL, test_result_cb, &result);
  all = legato_journal_list_running_finish (journal, test_wait (&result), &error);
  g_assert_no_error (error);
  *n = all->len;
  return all->len > 0 ? legato_running_copy (g_ptr_array_index (all, 0)) : NULL;
}

static LegatoSession *
make_session (LegatoGuide *guide, LegatoPlayer *player, const LegatoRunning *cut_off)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoPlan) plan = NULL;
  LegatoRequest request = { .legs = LEGATO_LEG_BOTH };
  LegatoSession *session = NULL;

  if (cut_off != NULL)
    {
      session = legato_session_new_from_running (guide, cut_off, &(LegatoPerson){ 0 },
                                                 LEGATO_TRANSPORT (player), &error);
      g_assert_no_error (error);
      return session;
    }
  request.routine = legato_guide_find_routine (guide, "three-minute");
  plan = legato_planner_make (guide, &request, &error);
  g_assert_no_error (error);
  return legato_session_new (plan, NULL, LEGATO_TRANSPORT (player));
}

/* The process that is killed: goes on with what was cut off, or begins anew. */
static int
play (const char *path, const char *witness_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoGuide) guide = load_guide ();
  g_autoptr (LegatoJournal) journal = legato_journal_open (path, &error);
  g_autoptr (LegatoPlayer) player = legato_player_new ();
  g_autoptr (LegatoRunning) cut_off = NULL;
  g_autoptr (LegatoSession) session = NULL;
  g_autoptr (LegatoEntry) entry = NULL;
  int fd = g_open (witness_path, O_RDWR, 0600);
  Witness *witness = mmap (NULL, sizeof *witness, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (witness != MAP_FAILED);
  cut_off = find_cut_off (journal, &n);
  session = make_session (guide, player, cut_off);
  entry = legato_session_make_entry (session);
  legato_session_set_journal (session, journal);
  legato_session_start (session);
  g_strlcpy (witness->uuid, entry->uuid, sizeof witness->uuid);

  while (legato_session_is_running (session))
    {
      g_main_context_iteration (NULL, TRUE);
      witness->done = legato_session_get_done (session);
    }
  g_clear_pointer (&entry, legato_entry_unref);
  entry = legato_session_make_entry (session);
  g_assert_true (legato_journal_add (journal, entry, &error));
  g_assert_no_error (error);
  witness->finished = 1;
  return 0;
}

/* What was noted agrees with the plan: each step before the place was done to its end, none after
 * it was begun, and the place is where that leads to. */
static void
assert_agrees_with_timeline (const LegatoRunning *running)
{
  gint64 done = 0;
  gint64 onset = LEGATO_LEAD_IN;

  g_assert_cmpstr (running->routine, ==, "three-minute");
  g_assert_cmpuint (running->planned_s, ==, 180);
  g_assert_cmpuint (running->first, ==, 0);
  for (guint i = 0; i < running->steps->len; i++)
    {
      const LegatoRunningStep *step = g_ptr_array_index (running->steps, i);
      gint64 length = step->seconds * LEGATO_SECOND;

      g_assert_cmpint (step->done_ns, ==, CLAMP (running->position_ns - onset, 0, length));
      g_assert_cmpint (step->spent_ns, ==, step->done_ns);
      done += step->done_ns;
      onset += length;
    }
  g_assert_cmpint (running->position_ns, ==, done + LEGATO_LEAD_IN);
}

static gint64
count_noted (const char *path)
{
  return test_sql_int (path, "SELECT ifnull (sum (json_extract (value, '$.done_ns')), 0) "
                             "FROM running, json_each (session, '$.steps')");
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *witness_path = g_build_filename (fixture->folder, "witness", NULL);
  guint n_continued = 0;
  guint n_saved = 0;
  guint n_finished = 0;
  gint64 most_lost = 0;
  Witness *witness = NULL;
  gint64 before = 0;
  int fd = g_open (witness_path, O_RDWR | O_CREAT, 0600);

  g_assert_cmpint (ftruncate (fd, sizeof *witness), ==, 0);
  witness = mmap (NULL, sizeof *witness, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  g_assert_true (witness != MAP_FAILED);

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) child = NULL;
      g_autoptr (LegatoRunning) running = NULL;
      LegatoJournal *journal = NULL;
      gint64 noted = 0;
      guint n = 0;

      memset (witness, 0, sizeof *witness);
      child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--play", fixture->path,
                                witness_path, NULL);
      g_assert_no_error (error);
      while (witness->uuid[0] == '\0')
        g_usleep (1000);
      g_usleep ((gulong) g_test_rand_int_range (0, 700000));
      noted = g_test_rand_bit () ? count_noted (fixture->path) : 0;
      g_subprocess_send_signal (child, SIGKILL);
      g_assert_true (g_subprocess_wait (child, NULL, &error));

      journal = legato_journal_open (fixture->path, &error);
      g_assert_no_error (error);
      running = find_cut_off (journal, &n);
      g_assert_cmpuint (n, <=, 1);
      if (witness->finished)
        {
          g_assert_cmpuint (n, ==, 0);
          n_finished++;
        }
      if (running != NULL)
        {
          gint64 done = legato_running_get_spent (running);

          g_assert_cmpstr (running->uuid, ==, witness->uuid);
          assert_agrees_with_timeline (running);
          g_assert_cmpint (done, >=, MAX (noted, before));
          most_lost = MAX (most_lost, witness->done - done);
          before = done;
        }
      else
        before = 0;

      if (running != NULL && g_test_rand_int_range (0, 15) == 0)
        {
          g_autoptr (LegatoEntry) entry = legato_running_make_entry (running);
          g_autoptr (GPtrArray) entries = NULL;

          g_assert_true (legato_journal_add (journal, entry, &error));
          g_assert_no_error (error);
          entries = legato_journal_list (journal, NULL, NULL, 1, 0, &error);
          g_assert_true (legato_entry_equal (g_ptr_array_index (entries, 0), entry));
          g_assert_cmpuint (entry->done_s, ==, legato_running_get_spent (running) / LEGATO_SECOND);
          n_saved++;
          before = 0;
        }
      else if (running != NULL)
        n_continued++;
      g_object_unref (journal);
    }

  g_test_message ("continued %u, saved %u, finished before the blow %u; at most %.1f s lost "
                  "at thirty times the speed",
                  n_continued, n_saved, n_finished, (double) most_lost / LEGATO_SECOND);
  g_assert_true (legato_journal_verify_file (fixture->path, NULL));
  munmap (witness, sizeof *witness);
  g_close (fd, NULL);
}

int
main (int argc, char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--play"))
    return play (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/crash/kill", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
