/* test-sample-journal.c: twelve weeks from the file to the verdict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "legato-journal.h"
#include "legato-trend.h"

#include <glib/gstdio.h>

#define N_WEEKS 12
#define HOLIDAY 6

typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* The journal writes to what it opens, so tests open a copy. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "sample-journal.db", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (source);
  g_autoptr (GFile) to = NULL;

  fixture->folder = g_dir_make_tmp ("legato-sample-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "journal.db", NULL);
  to = g_file_new_for_path (fixture->path);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Its weeks begin on Monday. */
static guint32
get_first_day (const GDate *end)
{
  return g_date_get_julian (end) + 1 - (guint) g_date_get_weekday (end) - 7 * (N_WEEKS - 1);
}

static LegatoTrend *
get_trend (LegatoJournal *journal, const GDate *end, const char *zone, LegatoLeg leg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ratings = legato_journal_ratings (journal, zone, NULL, NULL, &error);

  g_assert_no_error (error);
  return legato_trend_new ((const LegatoSoreness *) (gpointer) ratings->data, ratings->len, zone,
                           leg, LEGATO_MOMENT_BEFORE, get_first_day (end), N_WEEKS);
}

static void
assert_is_sample (const char *path, const GDate *end)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LegatoJournal) journal = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GDate) monday = g_date_new_julian (get_first_day (end));
  g_autoptr (GPtrArray) within = NULL;

  g_assert_true (legato_journal_verify_file (path, &error));
  g_assert_no_error (error);
  journal = legato_journal_open (path, &error);
  g_assert_no_error (error);

  entries = legato_journal_list (journal, NULL, NULL, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >, 40);
  within = legato_journal_list (journal, monday, end, 0, 0, &error);
  g_assert_cmpuint (within->len, ==, entries->len);

  {
    g_autoptr (LegatoTrend) calf = get_trend (journal, end, "calf", LEGATO_LEG_BOTH);
    g_autoptr (LegatoTrend) left = get_trend (journal, end, "calf", LEGATO_LEG_LEFT);
    g_autoptr (LegatoTrend) right = get_trend (journal, end, "calf", LEGATO_LEG_RIGHT);
    g_autoptr (LegatoTrend) foot = get_trend (journal, end, "foot", LEGATO_LEG_BOTH);

    for (guint i = 0; i < N_WEEKS; i++)
      {
        /* Enough for a median with both calves, never for one with the feet, nothing at all in
         * the holiday. */
        g_assert_cmpint (legato_trend_get_week (calf, i)->has_median, ==, i != HOLIDAY);
        g_assert_false (legato_trend_get_week (foot, i)->has_median);
        g_assert_cmpint (legato_trend_get_week (calf, i)->n == 0, ==, i == HOLIDAY);
        g_assert_cmpuint (legato_trend_get_week (left, i)->n + legato_trend_get_week (right, i)->n,
                          ==, legato_trend_get_week (calf, i)->n);
      }
    g_assert_cmpint (legato_trend_get_verdict (calf), ==, LEGATO_TREND_FALLING);
    g_assert_cmpint (legato_trend_get_verdict (foot), ==, LEGATO_TREND_CANT_TELL);
    g_assert_cmpfloat (legato_trend_get_week (calf, 0)->median, >,
                       legato_trend_get_week (calf, N_WEEKS - 1)->median);
  }
}

static void
test_committed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDate) end = g_date_new_dmy (15, 11, 2026);

  assert_is_sample (fixture->path, end);
}

/* The tool writes the same weeks to any other date, here over a leap day. */
static void
test_made_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDate) end = g_date_new_dmy (19, 3, 2028);
  g_autofree char *tool =
      g_build_filename (g_getenv ("LEGATO_SOURCE_DIR"), "build-aux", "make-sample-journal", NULL);
  const char *const command[] = { tool, "--end", "2028-03-19", fixture->path, NULL };
  g_autoptr (GSubprocess) refused = NULL;
  g_autoptr (GSubprocess) made = NULL;

  /* It never writes over a journal. */
  refused = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_assert_false (g_subprocess_wait_check (refused, NULL, NULL));

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  made = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (made, NULL, &error));
  g_assert_no_error (error);
  assert_is_sample (fixture->path, end);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/trends/sample/committed", Fixture, NULL, set_up, test_committed, tear_down);
  g_test_add ("/trends/sample/made-anew", Fixture, NULL, set_up, test_made_anew, tear_down);
  return g_test_run ();
}
