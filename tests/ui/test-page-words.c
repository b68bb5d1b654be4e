/* test-page-words.c: what the journal and the trends say of entries, weeks and numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"


#include "legato-entry-words.h"
#include "legato-pair-chart.h"
#include "legato-time-words.h"
#include "legato-trend-chart.h"
#include "legato-trend-words.h"
#include "legato-words.h"

static void
assert_summary (const LegatoEntry *entry, LegatoGuide *guide, const char *expected)
{
  g_autofree char *summary = legato_entry_words_dup_summary (entry, guide, FALSE);

  g_assert_cmpstr (summary, ==, expected);
}

static void
assert_day (const LegatoEntry *entry, int days_later, const char *expected)
{
  g_autofree char *day =
      legato_entry_words_dup_day (entry, legato_entry_get_day (entry) + (guint) days_later);

  g_assert_cmpstr (day, ==, expected);
}

/* Before and after are of the same place, never of two. */
static void
test_words (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);
  g_autoptr (GDateTime) at = g_date_time_new (zone, 2026, 11, 20, 18, 5, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autofree char *time = legato_time_words_dup_time (entry->at);
  g_autofree char *spoken = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpstr (time, ==, "18:05");
  assert_day (entry, 0, "Today");
  assert_day (entry, 1, "Yesterday");
  assert_day (entry, 2, "Friday, 20 November 2026");
  assert_day (entry, -3650, "Friday, 20 November 2026 (in the future)");

  assert_summary (entry, fixture->guide, "");
  entry->done_s = 29;
  assert_summary (entry, fixture->guide, "29 seconds");
  entry->done_s = 60;
  assert_summary (entry, fixture->guide, "1 minute");
  entry->done_s = 0;
  legato_entry_add_rating (entry, "shin", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 3);
  assert_summary (entry, fixture->guide, "Left shin 6 before · Left calf 3 after");
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 7);
  legato_entry_add_tag (entry, "run");
  assert_summary (entry, fixture->guide, "Left calf 7\u00a0→\u00a03 · Left shin 6 before · Run");
  spoken = legato_entry_words_dup_summary (entry, fixture->guide, TRUE);
  g_assert_cmpstr (spoken, ==, "Left calf 7 before, 3 after, Left shin 6 before, Run");
  legato_entry_add_rating (entry, "foot", LEGATO_LEG_LEFT, LEGATO_MOMENT_NEXT_DAY, 2);
  legato_entry_add_rating (entry, "foot", LEGATO_LEG_RIGHT, LEGATO_MOMENT_NEXT_DAY, 1);
  assert_summary (entry, fixture->guide,
                  "Left calf 7\u00a0→\u00a03 · Left shin 6 before · Left foot 2 (The next day) · 1 "
                  "more rating · Run");

  entry->goal = g_strdup ("soreness");
  title = legato_entry_words_dup_title (entry, fixture->guide);
  g_assert_cmpstr (title, ==, legato_guide_find_goal (fixture->guide, "soreness")->name);
}

/* Whatever the language: as the desktop has it. */
static void
test_length (void)
{
  static const struct
  {
    guint seconds;
    const char *words;
  } lengths[] = { { 0, "0 minutes" },
                  { 1, "1 second" },
                  { 59, "59 seconds" },
                  { 60, "1 minute" },
                  { 149, "2 minutes 29 seconds" },
                  { 1800, "30 minutes" } };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *words = legato_words_dup_length (lengths[i].seconds);

      g_assert_cmpstr (words, ==, lengths[i].words);
    }
}

static void
test_clock (void)
{
  g_autoptr (GSettings) desktop = g_settings_new ("org.gnome.desktop.interface");
  g_autoptr (GDateTime) evening = g_date_time_new_utc (2026, 11, 20, 18, 5, 0);
  g_autoptr (GDateTime) night = g_date_time_new_utc (2026, 11, 20, 0, 5, 0);
  static const struct
  {
    const char *format;
    const char *evening;
    const char *night;
  } clocks[] = { { "12h", "6:05 PM", "12:05 AM" }, { "24h", "18:05", "00:05" } };

  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *said = NULL;
      g_autofree char *at_night = NULL;

      g_assert_true (g_settings_set_string (desktop, "clock-format", clocks[i].format));
      said = legato_time_words_dup_time (evening);
      at_night = legato_time_words_dup_time (night);
      g_assert_cmpstr (said, ==, clocks[i].evening);
      g_assert_cmpstr (at_night, ==, clocks[i].night);
    }
  g_settings_reset (desktop, "clock-format");
}

/* A note without spaces is broken for the eye, and otherwise as it was written. */
static void
test_long_note (void)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 20, 18, 5, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  g_autofree char *address = g_strnfill (200, 'a');
  g_autofree char *unbroken = g_strnfill (9000, 'x');
  g_autofree char *shown = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *again = NULL;

  g_free (entry->note);
  entry->note = g_strconcat ("A word, ", address, "\n", unbroken, " and more", NULL);
  shown = legato_entry_words_dup_note (entry);
  g_assert_nonnull (strstr (shown, address));
  pieces = g_strsplit (shown, "\u200b", -1);
  g_assert_cmpint (g_strv_length (pieces), >, 200);
  again = g_strjoinv ("", pieces);
  g_assert_cmpstr (again, ==, entry->note);
}

/* What followed a session is told as what it was, and not twice; entries of old do not say. */
static void
test_after_effects (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_REFUSAL, now);

  legato_entry_add_reason (entry, "R-AFTER");
  assert_summary (entry, fixture->guide, "Redness, swelling or growing pain after a session");
  legato_entry_add_reason (entry, "after-pain");
  assert_summary (entry, fixture->guide, "Pain that grows after a massage");
}

/* An entry of a stop has the flag of its advice, which no person reads. */
static void
test_stop_in_words (void)
{
  g_autofree char *stored = legato_words_dup_reason (NULL, "stop-sharp");
  g_autofree char *plain = legato_words_dup_reason (NULL, "numb");

  g_assert_cmpstr (stored, ==, "Sharp pain");
  g_assert_cmpstr (plain, ==, "Numbness");
}

static void
test_week_words (void)
{
  LegatoTrendValue values[] = { { 0, LEGATO_LEG_LEFT, 4 }, { 0, LEGATO_LEG_RIGHT, 6 } };
  LegatoTrendWeek week = { 0 };
  g_autoptr (GDate) monday = g_date_new_dmy (9, 11, 2026);
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *many = NULL;
  g_autofree char *same = NULL;

  week.first_day = g_date_get_julian (monday);
  week.values = values;
  none = legato_trend_words_dup_week (&week);
  week.n = 1;
  one = legato_trend_words_dup_week (&week);
  week.n = 2;
  two = legato_trend_words_dup_week (&week);
  week.n = 8;
  week.has_median = TRUE;
  week.lower_quartile = 3;
  week.median = 4.5;
  week.upper_quartile = 6.25;
  many = legato_trend_words_dup_week (&week);
  g_assert_cmpstr (none, ==, "Week of 9 Nov: no values.");
  g_assert_cmpstr (one, ==, "Week of 9 Nov: 1 value, 4.");
  g_assert_cmpstr (two, ==, "Week of 9 Nov: 2 values: 4, 6.");
  g_assert_cmpstr (many, ==,
                   "Week of 9 Nov: 8 values, usually 4.5, half of them between 3 and 6.3.");
  week.lower_quartile = week.median = week.upper_quartile = 5;
  same = legato_trend_words_dup_week (&week);
  g_assert_cmpstr (same, ==,
                   "Week of 9 Nov: 8 values, usually 5, at least half of them exactly that.");
}

/* A change is told only if its interval does not hold 0, and noticed only if it is large. */
static void
test_change_words (void)
{
  LegatoChange change = { 0 };
  g_autofree char *none = legato_trend_words_dup_change (&change);
  g_autofree char *few = NULL;
  g_autofree char *unsure = NULL;
  g_autofree char *less = NULL;
  g_autofree char *sides = NULL;

  change.n = change.n_entries = 3;
  few = legato_trend_words_dup_change (&change);
  change = (LegatoChange){ .n = 8,
                           .n_entries = 8,
                           .n_fell = 4,
                           .n_rose = 3,
                           .has_medians = TRUE,
                           .first_median = 6,
                           .has_interval = TRUE,
                           .interval = { 8, -1, -3, 1, 0.99 } };
  unsure = legato_trend_words_dup_change (&change);
  change.interval = (LegatoInterval){ 8, -2, -3, -1, 0.99 };
  less = legato_trend_words_dup_change (&change);
  sides = legato_trend_words_dup_sides (&change);
  g_assert_cmpstr (none, ==, "Nothing to compare yet.");
  g_assert_cmpstr (few, ==, "Only 3 pairs so far; a middle needs 5.");
  g_assert_cmpstr (unsure, ==, "From 8 entries: can’t tell yet. 4 lower, 3 higher, 1 the same.");
  g_assert_cmpstr (
      less, ==,
      "From 8 entries: usually less sore, by about 2 points. People usually notice so much.");
  g_assert_cmpstr (sides, ==, "From 8 entries: the left is usually sorer, by about 2 points.");
}

/* A chart of @n pairs and ratings is as plain as its values: five thousand are few lines. */
static void
test_numbers (PageFixture *fixture, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (LegatoPair));
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (LegatoSoreness));
  g_autoptr (LegatoTrend) trend = NULL;
  g_autofree char *words = NULL;
  g_autofree char *row_values = NULL;
  g_auto (GStrv) row = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  LegatoPairChart *pair_chart = legato_pair_chart_new ("Before", "Right after");
  LegatoTrendChart *trend_chart = legato_trend_chart_new ();
  g_autoptr (GDate) monday = g_date_new_dmy (9, 11, 2026);

  for (guint i = 0; i < n; i++)
    {
      LegatoPair pair = { NULL, g_date_get_julian (monday), "calf", LEGATO_LEG_LEFT, 6, i % 5 };
      LegatoSoreness rating = { g_date_get_julian (monday) + i % 7, "calf", LEGATO_LEG_LEFT,
                                LEGATO_MOMENT_BEFORE, i % 11 };

      g_array_append_val (pairs, pair);
      g_array_append_val (ratings, rating);
    }
  trend = legato_trend_new ((const LegatoSoreness *) (gpointer) ratings->data, n, "calf",
                            LEGATO_LEG_BOTH, LEGATO_MOMENT_BEFORE, g_date_get_julian (monday), 1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (pair_chart));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (trend_chart));
  legato_pair_chart_set_pairs (pair_chart, pairs, "calf", LEGATO_LEG_BOTH);
  legato_trend_chart_set_trend (trend_chart, trend);
  ui_test_show (fixture, box, 400, 600);

  g_assert_cmpuint (legato_chart_get_n_marks (LEGATO_CHART (pair_chart)), ==, MIN (n, 5));
  g_assert_cmpuint (legato_chart_get_n_marks (LEGATO_CHART (trend_chart)), ==, 1);
  row = legato_chart_dup_row (LEGATO_CHART (trend_chart), 0);
  row_values = g_strdup_printf ("%u", n);
  g_assert_cmpstr (row[1], ==, row_values);
  g_assert_cmpint (strcmp (row[2], "–") == 0, ==, n < 5);
  g_assert_cmpuint (strlen (row[4]), <, 200);
  words = legato_trend_words_dup_usual (trend);
  if (n == 0)
    g_assert_cmpstr (words, ==, "Not rated in these weeks.");
  else if (n == 1)
    g_assert_cmpstr (words, ==, "1 rating so far; from 5 on there is a middle to tell.");
  else if (n == 5)
    g_assert_cmpstr (words, ==, "From 5 ratings: usually 2, half of them between 1 and 3.");
  else
    g_assert_cmpstr (words, ==, "From 5000 ratings: usually 5, half of them between 2 and 8.");
  g_signal_emit_by_name (pair_chart, "move", (int) GTK_DIR_TAB_FORWARD);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (pair_chart)), ==, (int) MIN (n, 5) - 1);
  ui_test_settle (fixture->window);
}

/* Nobody is told what they did not do in weeks of which most lie before their first massage. */
static LegatoTrendVerdict
get_verdict (const LegatoSoreness *ratings, guint n, LegatoLeg leg)
{
  g_autoptr (LegatoTrend) trend =
      legato_trend_new (ratings, n, "calf", leg, LEGATO_MOMENT_CHECK_IN, ratings[0].day, 8);

  return legato_trend_get_verdict (trend);
}

static void
assert_pooled (LegatoTrendVerdict both,
               LegatoTrendVerdict left,
               LegatoTrendVerdict right,
               gboolean by_day,
               const char *expected)
{
  g_autofree char *words =
      legato_trend_words_add_pooled ("Soreness is going down.", both, left, right, by_day);

  g_assert_cmpstr (words, ==, expected);
}

/* Each leg was rated on nine days, both together on eighteen: that is enough for a direction. */
static void
test_pooled (void)
{
  LegatoSoreness ratings[18];
  LegatoTrendVerdict both, left, right;

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    ratings[i] = (LegatoSoreness){ .day = 739900 + i * 3,
                                   .zone = "calf",
                                   .leg = i % 2 == 0 ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT,
                                   .moment = LEGATO_MOMENT_CHECK_IN,
                                   .value = 10 - i / 2 };
  both = get_verdict (ratings, G_N_ELEMENTS (ratings), LEGATO_LEG_BOTH);
  left = get_verdict (ratings, G_N_ELEMENTS (ratings), LEGATO_LEG_LEFT);
  right = get_verdict (ratings, G_N_ELEMENTS (ratings), LEGATO_LEG_RIGHT);
  assert_pooled (both, left, right, TRUE,
                 "Soreness is going down. Neither leg shows this by itself yet: both together have "
                 "more values. Each day counts once, with its average.");
  assert_pooled (both, left, right, FALSE,
                 "Soreness is going down. Neither leg shows this by itself yet: both together have "
                 "more values. Each entry counts once, with its average.");
  /* Where one leg shows it too, or nothing is shown, there is nothing to explain. */
  assert_pooled (both, both, right, TRUE, "Soreness is going down.");
  assert_pooled (both, left, both, TRUE, "Soreness is going down.");
  assert_pooled (left, left, right, TRUE, "Soreness is going down.");
}

static void
test_regularity (void)
{
  const guint32 days[] = { 739000 };
  g_autoptr (LegatoRegularity) first = legato_regularity_new (days, 1, 738990, 12, 3);
  g_autoptr (LegatoRegularity) met = legato_regularity_new (days, 1, 738990, 12, 1);
  g_autofree char *of_first = legato_trend_words_dup_regularity (first);
  g_autofree char *of_met = legato_trend_words_dup_regularity (met);

  g_assert_cmpstr (of_first, ==, "1 massage in these weeks.");
  g_assert_cmpstr (of_met, ==,
                   "1 massage in these weeks. Of 12 weeks, 1 had as many as you aim at.");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, data, func)                                                                      \
  g_test_add ("/ui/page-words/" name, PageFixture, data, page_fixture_set_up, func,                \
              page_fixture_tear_down)
  ADD ("entry", NULL, test_words);
  ADD ("after-effects", NULL, test_after_effects);
  g_test_add_func ("/ui/page-words/stop", test_stop_in_words);
  g_test_add_func ("/ui/page-words/length", test_length);
  g_test_add_func ("/ui/page-words/clock", test_clock);
  g_test_add_func ("/ui/page-words/long-note", test_long_note);
  g_test_add_func ("/ui/page-words/week", test_week_words);
  g_test_add_func ("/ui/page-words/change", test_change_words);
  g_test_add_func ("/ui/page-words/pooled", test_pooled);
  g_test_add_func ("/ui/page-words/regularity", test_regularity);
  ADD ("no-values", GUINT_TO_POINTER (0), test_numbers);
  ADD ("one-value", GUINT_TO_POINTER (1), test_numbers);
  ADD ("five-values", GUINT_TO_POINTER (5), test_numbers);
  ADD ("five-thousand-values", GUINT_TO_POINTER (5000), test_numbers);
  return g_test_run ();
}
