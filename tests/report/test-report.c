/* test-report.c: the page says what the entries say, and stays on the paper
 *
 * Usage: test-report [LANGUAGE], one that is written from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "legato-locale.h"
#include "legato-report-private.h"
#include "legato-routine.h"
#include "../load-guide.h"

#define N_WEEKS 8
#define MONDAY 739677 /* 2 March 2026 */

/* The paper's border that stays white, in points; and how strong a trace of ink counts. */
#define BORDER 30
#define WHITE 0xf8

typedef struct
{
  LegatoGuide *guide;
  GPtrArray *entries;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->guide = load_guide ();
  fixture->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_entry_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  legato_guide_unref (fixture->guide);
  g_ptr_array_unref (fixture->entries);
}

/* Returns: (transfer none): an entry of the evening of @day days after the first Monday */
static LegatoEntry *
add_entry (Fixture *fixture, LegatoEntryKind kind, int day)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 3, 2, 20, 0, 0);
  g_autoptr (GDateTime) at = g_date_time_add_days (first, day);
  LegatoEntry *entry = legato_entry_new (kind, at);

  g_ptr_array_add (fixture->entries, entry);
  return entry;
}

static void
add_session (Fixture *fixture, int day, guint before, guint after)
{
  LegatoEntry *entry = add_entry (fixture, LEGATO_ENTRY_SESSION, day);

  entry->done_s = 180;
  entry->completed = TRUE;
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, before);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, after);
}

static LegatoReport *
make_report (Fixture *fixture)
{
  return legato_report_new (fixture->guide, fixture->entries, MONDAY, N_WEEKS, 3);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoReport) report = NULL;
  const LegatoReportSeries *calf = NULL;
  LegatoEntry *entry = NULL;

  for (int i = 0; i < 6; i++)
    add_session (fixture, i, 6, 3);
  /* The day before, and the day after the last: of other reports. */
  add_session (fixture, -1, 10, 10);
  add_session (fixture, 7 * N_WEEKS, 10, 10);
  /* A place rated only before, another only after: no pair. */
  entry = add_entry (fixture, LEGATO_ENTRY_SESSION, 10);
  legato_entry_add_rating (entry, "shin", LEGATO_LEG_RIGHT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "foot", LEGATO_LEG_RIGHT, LEGATO_MOMENT_AFTER, 3);
  legato_entry_add_feeling (entry, "cramps", LEGATO_LEG_LEFT, 7);
  add_entry (fixture, LEGATO_ENTRY_CHECK_IN, 11);

  report = make_report (fixture);
  g_assert_cmpuint (report->regularity->n_sessions, ==, 7);
  g_assert_cmpuint (report->regularity->counts[0], ==, 6);
  g_assert_cmpuint (report->regularity->n_met, ==, 1);
  g_assert_cmpuint (report->minutes, ==, 18);
  g_assert_cmpuint (report->n_completed, ==, 6);
  g_assert_cmpuint (report->n_check_ins, ==, 1);

  /* Right after a massage is not how sore a place is: the foot is not among the places. */
  g_assert_cmpuint (report->places->len, ==, 2);
  calf = g_ptr_array_index (report->places, 0);
  g_assert_cmpstr (calf->id, ==, "calf");
  g_assert_cmpuint (calf->n, ==, 6);
  g_assert_cmpfloat (calf->median, ==, 6);
  g_assert_cmpfloat (calf->after.median, ==, -3);
  g_assert_true (calf->after.has_interval);
  g_assert_cmpuint (calf->next_day.n, ==, 0);
  g_assert_cmpuint (report->feelings->len, ==, 1);
}

/* What the guide does not know, from a later version, is told by its id; what both legs felt is. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  LegatoEntry *entry = add_entry (fixture, LEGATO_ENTRY_CHECK_IN, 1);
  const LegatoReportSeries *series = NULL;

  legato_entry_add_rating (entry, "elbow", LEGATO_LEG_RIGHT, LEGATO_MOMENT_CHECK_IN, 4);
  legato_entry_add_feeling (entry, "buzzing", LEGATO_LEG_LEFT, 7);
  legato_entry_add_feeling (entry, "heaviness", LEGATO_LEG_BOTH, 6);

  report = make_report (fixture);
  g_assert_cmpuint (report->places->len, ==, 1);
  series = g_ptr_array_index (report->places, 0);
  g_assert_cmpstr (series->id, ==, "elbow");
  g_assert_cmpuint (series->values[0], ==, 4);
  g_assert_cmpuint (report->feelings->len, ==, 2);
  series = g_ptr_array_index (report->feelings, 0);
  g_assert_cmpstr (series->id, ==, "heaviness");
  g_assert_cmpstr (legato_report_get_leg_name (series->leg), ==, "Both");
  series = g_ptr_array_index (report->feelings, 1);
  g_assert_cmpstr (series->id, ==, "buzzing");
  pdf = legato_report_to_pdf (report, LEGATO_REPORT_A4_WIDTH, LEGATO_REPORT_A4_HEIGHT,
                              LEGATO_REPORT_ALL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

/* A therapist's routine: how often it was done, to its end, and as often as it was given. */
static void
test_given (Fixture *fixture, gconstpointer data)
{
  LegatoRoutine *given = legato_routine_new ("calf-care", "Calf care");
  LegatoRoutine *own = legato_routine_new ("mine", "Mine");
  g_autoptr (LegatoReport) report = NULL;
  const LegatoReportGiven *kept = NULL;

  given->given_by = g_strdup ("Ann Weber");
  given->times_a_week = 2;
  g_assert_true (legato_guide_adopt_routine (fixture->guide, given));
  g_assert_true (legato_guide_adopt_routine (fixture->guide, own));
  for (int i = 0; i < 5; i++)
    {
      LegatoEntry *entry = add_entry (fixture, LEGATO_ENTRY_SESSION, 3 * i);

      entry->routine = g_strdup (i == 4 ? "mine" : "calf-care");
      entry->completed = i > 0;
    }

  /* On day 0, 3, 6 and 9. */
  report = make_report (fixture);
  g_assert_cmpuint (report->given->len, ==, 1);
  kept = g_ptr_array_index (report->given, 0);
  g_assert_cmpstr (kept->by, ==, "Ann Weber");
  g_assert_cmpuint (kept->regularity->n_sessions, ==, 4);
  g_assert_cmpuint (kept->n_completed, ==, 3);
  g_assert_cmpuint (kept->regularity->n_met, ==, 1);
}

static void
test_few_values_are_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoReport) report = NULL;
  const LegatoReportSeries *calf = NULL;

  add_session (fixture, 0, 6, 3);
  add_session (fixture, 2, 5, 5);
  report = make_report (fixture);
  calf = g_ptr_array_index (report->places, 0);
  g_assert_true (isnan (calf->median));
  g_assert_cmpstr (calf->after_pairs, ==, "6\u00a0→\u00a03, 5\u00a0→\u00a05");
  g_assert_null (calf->next_day_pairs);
}

static void
test_signs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoReport) report = NULL;
  const LegatoReportSign *sign = NULL;
  LegatoEntry *entry = NULL;

  entry = add_entry (fixture, LEGATO_ENTRY_STOP, 3);
  entry->zone = g_strdup ("calf");
  entry->leg = LEGATO_LEG_LEFT;
  g_strfreev (entry->reasons);
  entry->reasons = g_strsplit ("stop-sharp", " ", 0);
  entry = add_entry (fixture, LEGATO_ENTRY_REFUSAL, 5);
  g_strfreev (entry->reasons);
  entry->reasons = g_strsplit ("R-DVT R-UNCLEARED", " ", 0);

  report = make_report (fixture);
  g_assert_cmpuint (report->signs->len, ==, 3);
  sign = g_ptr_array_index (report->signs, 2);
  g_assert_cmpuint (sign->day, ==, MONDAY + 3);
  g_assert_cmpstr (sign->text, ==, "Calf (Left), stopped: Sharp pain");
  for (guint i = 0; i < 2; i++)
    {
      /* Words, never an id. */
      sign = g_ptr_array_index (report->signs, i);
      g_assert_null (strstr (sign->text, "R-"));
    }
}

static void
set_reasons (LegatoEntry *entry, const char *reasons)
{
  g_strfreev (entry->reasons);
  entry->reasons = g_strsplit (reasons, " ", 0);
}

/* What followed a session is told as what it was, once a day; an entry of old, which does not say,
 * as what it may have been. */
static void
test_after_effects (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "Said yes to: “The skin stays red after the session.”",
    "Said yes to: “Redness, swelling or growing pain after a session”",
    "Said yes to: “The pain keeps growing after the session.”",
  };
  g_autoptr (LegatoReport) report = NULL;

  set_reasons (add_entry (fixture, LEGATO_ENTRY_REFUSAL, 3), "R-AFTER after-pain");
  set_reasons (add_entry (fixture, LEGATO_ENTRY_REFUSAL, 3), "R-AFTER after-pain");
  set_reasons (add_entry (fixture, LEGATO_ENTRY_REFUSAL, 4), "R-AFTER");
  set_reasons (add_entry (fixture, LEGATO_ENTRY_SESSION, 5), "tight after-redness");
  report = make_report (fixture);
  g_assert_cmpuint (report->signs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < report->signs->len; i++)
    g_assert_cmpstr (((LegatoReportSign *) g_ptr_array_index (report->signs, i))->text, ==,
                     expected[i]);
}

/* Draws the page in grey and returns how much ink there is from one share of its width to another;
 * none of it on the border. */
static guint64
count_ink_between (LegatoReport *report,
                   double width,
                   double height,
                   LegatoReportParts parts,
                   double from,
                   double to)
{
  int columns = (int) width, rows = (int) height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns, rows);
  cairo_t *cr = cairo_create (surface);
  const guint8 *pixels = NULL;
  int stride;
  guint64 ink = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  legato_report_draw (report, cr, width, height, parts);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < rows; y++)
    {
      for (int x = 0; x < columns; x++)
        {
          guint8 blue = pixels[y * stride + 4 * x];

          if (x >= from * width && x < to * width)
            ink += 0xffu - blue;
          if (x < BORDER || y < BORDER || x >= columns - BORDER || y >= rows - BORDER)
            g_assert_cmpuint (blue, >, WHITE);
        }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static guint64
count_ink (LegatoReport *report, double width, double height, LegatoReportParts parts)
{
  return count_ink_between (report, width, height, parts, 0, 1);
}

static void
check_pages (LegatoReport *report)
{
  const double sizes[][2] = { { LEGATO_REPORT_A4_WIDTH, LEGATO_REPORT_A4_HEIGHT },
                              { LEGATO_REPORT_LETTER_WIDTH, LEGATO_REPORT_LETTER_HEIGHT } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double width = sizes[i][0], height = sizes[i][1];
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf =
          legato_report_to_pdf (report, width, height, LEGATO_REPORT_ALL, &error);
      const char *text = NULL;
      gsize size = 0;

      g_assert_cmpuint (count_ink (report, width, height, LEGATO_REPORT_ALL), >, 0);
      g_assert_no_error (error);
      text = g_bytes_get_data (pdf, &size);
      g_assert_true (size > 5 && memcmp (text, "%PDF-", 5) == 0);
      /* One page, whatever there is to say. */
      g_assert_nonnull (memmem (text, size, "/Count 1", strlen ("/Count 1")));
    }
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoReport) report = make_report (fixture);

  g_assert_cmpuint (report->places->len, ==, 0);
  check_pages (report);
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LegatoReport) report = NULL;

  add_session (fixture, 0, 4, 4);
  report = make_report (fixture);
  check_pages (report);
}

/* Every place and feeling of both legs, a sign a day, thousands of values. */
static void
test_all_there_can_be (Fixture *fixture, gconstpointer data)
{
  GPtrArray *zones = legato_guide_get_zones (fixture->guide);
  const char *const feelings[] = { "heaviness", "tightness", "swelling", "fatigue",
                                   "cramps",    "tingling",  "cold-feet" };
  g_autoptr (LegatoReport) report = NULL;

  for (int day = 0; day < 7 * N_WEEKS; day++)
    {
      LegatoEntry *stop = add_entry (fixture, LEGATO_ENTRY_STOP, day);

      stop->zone = g_strdup ("hamstrings");
      stop->leg = LEGATO_LEG_RIGHT;
      for (int i = 0; i < 4; i++)
        {
          LegatoEntry *entry = add_entry (fixture, LEGATO_ENTRY_SESSION, day);

          for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
            {
              for (guint z = 0; z < zones->len; z++)
                {
                  const char *zone = ((const LegatoZone *) g_ptr_array_index (zones, z))->id;

                  for (int moment = 0; moment <= LEGATO_MOMENT_SECOND_DAY; moment++)
                    legato_entry_add_rating (entry, zone, (LegatoLeg) leg, (LegatoMoment) moment,
                                             (guint) g_test_rand_int_range (0, 11));
                }
              for (guint f = 0; f < G_N_ELEMENTS (feelings); f++)
                legato_entry_add_feeling (entry, feelings[f], (LegatoLeg) leg,
                                          (guint) g_test_rand_int_range (0, 11));
            }
        }
    }
  report = make_report (fixture);
  g_assert_cmpuint (report->places->len, ==, 2 * zones->len);
  g_assert_cmpuint (report->signs->len, ==, 7 * N_WEEKS);
  check_pages (report);
}

/* Each part stands on the page if it is asked for; without any there are head and foot. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "map", "places", "sessions", "feelings", "flags" };
  g_autoptr (LegatoReport) report = NULL;
  LegatoReportParts part = 0;
  guint64 bare;

  for (int i = 0; i < 12; i++)
    add_session (fixture, i, 5, 4);
  report = make_report (fixture);
  bare = count_ink (report, LEGATO_REPORT_A4_WIDTH, LEGATO_REPORT_A4_HEIGHT, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (legato_report_part_from_id (ids[i], &part));
      g_assert_cmpuint (count_ink (report, LEGATO_REPORT_A4_WIDTH, LEGATO_REPORT_A4_HEIGHT, part),
                        >, bare);
    }
  g_assert_false (legato_report_part_from_id ("legs", &part));
}

/* Time is read as the language is: the bar of the last week stands at the end of the line. */
static void
test_weeks (Fixture *fixture, gconstpointer data)
{
  const double width = LEGATO_REPORT_A4_WIDTH, height = LEGATO_REPORT_A4_HEIGHT;
  g_autoptr (LegatoReport) without = make_report (fixture);
  g_autoptr (LegatoReport) with = NULL;
  gint64 more[2];

  for (int i = 0; i < 20; i++)
    add_session (fixture, 7 * N_WEEKS - 1, 5, 4);
  with = make_report (fixture);
  for (int side = 0; side < 2; side++)
    more[side] = (gint64) count_ink_between (with, width, height, LEGATO_REPORT_SESSIONS,
                                             side * 0.85, side * 0.85 + 0.15)
                 - (gint64) count_ink_between (without, width, height, LEGATO_REPORT_SESSIONS,
                                               side * 0.85, side * 0.85 + 0.15);
  if (legato_locale_is_right_to_left ())
    g_assert_cmpint (more[0], >, 4 * ABS (more[1]));
  else
    g_assert_cmpint (more[1], >, 4 * ABS (more[0]));
}

/* What is more sore is darker, step by step, in black and white too. */
static void
test_tones (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  double before = 2;

  for (guint soreness = 0; soreness <= LEGATO_RATING_MAX; soreness++)
    {
      double red, green, blue, grey;

      legato_report_set_tone (cr, soreness);
      cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, NULL);
      grey = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      g_assert_cmpfloat (grey, <, before - 0.03);
      before = grey;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The paper is that of the locale's country. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  double width = 0, height = 0;

  setlocale (LC_PAPER, "C");
  legato_report_get_paper (&width, &height);
  g_assert_cmpfloat (width, ==, LEGATO_REPORT_A4_WIDTH);
  g_assert_cmpfloat (height, ==, LEGATO_REPORT_A4_HEIGHT);

  if (setlocale (LC_PAPER, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("the locale en_US.UTF-8 is not installed");
      return;
    }
  legato_report_get_paper (&width, &height);
  setlocale (LC_PAPER, "C");
  g_assert_cmpfloat (width, ==, LEGATO_REPORT_LETTER_WIDTH);
  g_assert_cmpfloat (height, ==, LEGATO_REPORT_LETTER_HEIGHT);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    {
      g_setenv ("LANGUAGE", argv[1], TRUE);
      legato_locale_init ();
      g_assert_true (legato_locale_is_right_to_left ());
      ADD ("/report/mirrored/weeks", test_weeks);
      ADD ("/report/mirrored/all", test_all_there_can_be);
      return g_test_run ();
    }

  ADD ("/report/facts", test_facts);
  ADD ("/report/weeks", test_weeks);
  ADD ("/report/unknown", test_unknown);
  ADD ("/report/given", test_given);
  ADD ("/report/few", test_few_values_are_listed);
  ADD ("/report/signs", test_signs);
  ADD ("/report/after-effects", test_after_effects);
  ADD ("/report/nothing", test_nothing);
  ADD ("/report/one", test_one);
  ADD ("/report/all", test_all_there_can_be);
  ADD ("/report/parts", test_parts);
  ADD ("/report/tones", test_tones);
  ADD ("/report/paper", test_paper);

  return g_test_run ();
}
