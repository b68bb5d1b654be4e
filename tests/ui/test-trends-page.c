/* test-trends-page.c: what the sample journal says over weeks, as charts, tables and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>

#include "country.h"
#include "ui-test-utils.h"

#include "legato-calendar.h"
#include "legato-leg-map.h"
#include "legato-pair-chart.h"
#include "legato-trend-chart.h"
#include "legato-trends-page-testing.h"
#include "legato-week-bars.h"

#define ALL_PLACES 0
#define FOOT 1
#define RANGE "24 Aug – 15 Nov 2026"
#define CANT_TELL "Can’t tell yet. "
#define NOT_RATED "You did not rate this place at this moment in these weeks."
#define GOING_DOWN                                                                                 \
  "Soreness is going down. By about 0.3 points a week. Over this time it adds up to a change "     \
  "that people usually notice."
#define TOO_FEW_DAYS "A direction needs values on at least 12 days, spread over at least 4 weeks."

/* @n_before: how many days of a week lie before Sunday */
typedef struct
{
  const char *locale;
  const char *range;
  const char *weekday;
  const char *week;
  guint n_before;
} Country;

static const Country countries[] = {
  { "de_DE", RANGE, "Mon", "9 Nov", 6 },
  { "en_US", "30 Aug – 21 Nov 2026", "Sun", "15 Nov", 0 },
  { "ar_EG", "29 Aug – 20 Nov 2026", "Sat", "14 Nov", 1 },
};

static GtkWidget *
show_page_of (PageFixture *fixture, LegatoContext *context, int width, int height)
{
  LegatoTrendsPage *page = legato_trends_page_new (context);
  g_autoptr (GDate) last_day = g_date_new_dmy (15, 11, 2026);

  legato_trends_page_set_last_day (page, last_day);
  ui_test_show (fixture, GTK_WIDGET (page), width, height);
  return GTK_WIDGET (page);
}

/* The overview, as soon as the journal was read. */
static GtkWidget *
show_overview (PageFixture *fixture, int width, int height)
{
  GtkWidget *page = show_page_of (fixture, fixture->context, width, height);

  ui_test_wait_for_label (page, RANGE);
  ui_test_settle (fixture->window);
  return page;
}

static void
press (GtkWidget *page, const char *label)
{
  GtkWidget *toggle = ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

static GtkWidget *
show_place (PageFixture *fixture, int width, int height)
{
  GtkWidget *page = show_overview (fixture, width, height);

  press (page, "Places");
  ui_test_wait_for_label (page, GOING_DOWN);
  ui_test_settle (fixture->window);
  return page;
}

/* All seen of a type, in the order of the page. */
static GPtrArray *
list_seen (GtkWidget *page, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  ui_test_collect (page, type, found);
  for (guint i = found->len; i-- > 0;)
    if (!gtk_widget_get_mapped (g_ptr_array_index (found, i)))
      g_ptr_array_remove_index (found, i);
  return found;
}

/* The drop-downs of a place come after that of the weeks: place, leg, moment. */
static GtkDropDown *
get_choice (GtkWidget *page, guint n)
{
  g_autoptr (GPtrArray) found = list_seen (page, GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (found->len, ==, 4);
  return g_ptr_array_index (found, n + 1);
}

static GtkWidget *
find_chart (GtkWidget *page, GType type)
{
  GtkWidget *chart = ui_test_find (page, type, NULL);

  g_assert_nonnull (chart);
  return chart;
}

static gboolean
starts_with (GtkWidget *page, const char *beginning)
{
  g_autoptr (GPtrArray) labels = list_seen (page, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_prefix (gtk_label_get_label (g_ptr_array_index (labels, i)), beginning))
      return TRUE;
  return FALSE;
}

/* Nothing is cut off, and on a wide window cards stand side by side. */
static void
test_overview (PageFixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  GtkWidget *page = show_overview (fixture, width, 900);
  g_autofree char *name = g_strdup_printf ("trends-%d", width);
  g_autoptr (GPtrArray) maps = list_seen (page, LEGATO_TYPE_LEG_MAP);
  GtkWidget *bars = find_chart (page, LEGATO_TYPE_WEEK_BARS);
  graphene_point_t map, chart;

  g_assert_cmpint (gtk_widget_get_width (page), <=, width);
  g_assert_cmpuint (maps->len, ==, 2);
  g_assert_true (gtk_widget_compute_point (g_ptr_array_index (maps, 0), page,
                                           &GRAPHENE_POINT_INIT (0, 0), &map));
  g_assert_true (gtk_widget_compute_point (bars, page, &GRAPHENE_POINT_INIT (0, 0), &chart));
  if (width < 500)
    g_assert_cmpfloat (chart.y, >, map.y);
  else
    g_assert_cmpfloat (chart.x, >, map.x);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Left calf: soreness is going down"));
  g_assert_true (starts_with (page, "From 53 ratings: usually 6, half of them between 5 and 7."));
  g_assert_nonnull (
      ui_test_find (page, GTK_TYPE_LABEL,
                    "53 massages in these weeks. Of 12 weeks, 11 had as many as you aim at."));
  /* Who wants figures asks for them. */
  g_assert_false (starts_with (page, "n = "));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "Figures")), TRUE);
  g_assert_true (starts_with (page, "n = "));
  ui_test_shoot (fixture->window, name);
}

/* A high window is filled by the legs, and the page need not be moved for that. */
static void
test_high (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 1900, 1600);
  GtkWidget *map = find_chart (page, LEGATO_TYPE_LEG_MAP);
  GtkWidget *calendar = find_chart (page, LEGATO_TYPE_CALENDAR);
  GtkWidget *scrolled = gtk_widget_get_ancestor (calendar, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *moved = NULL;

  while (gtk_widget_get_ancestor (gtk_widget_get_parent (scrolled), GTK_TYPE_SCROLLED_WINDOW))
    scrolled = gtk_widget_get_ancestor (gtk_widget_get_parent (scrolled), GTK_TYPE_SCROLLED_WINDOW);
  moved = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  ui_test_shoot (fixture->window, "trends-overview-high");

  g_assert_cmpint (gtk_widget_get_height (map), >, 700);
  g_assert_cmpfloat (gtk_adjustment_get_upper (moved), <=, gtk_adjustment_get_page_size (moved));
}

/* What the map shows of a place, as a screen reader hears it, is what the table says. */
static void
test_heat_map_table (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 900, 900);

  press (page, "Table");
  ui_test_wait_for_label (page, "Calf");
  g_assert_true (starts_with (page, "6 ("));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "–"));
}

/* All that was ever felt, from the first day on, is seen and counted, and what comes later too. */
static void
test_all_of_the_journal (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 900, 900);
  g_autoptr (GPtrArray) choices = list_seen (page, GTK_TYPE_DROP_DOWN);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  for (int year = 2020; year >= 2019; year--)
    {
      g_autoptr (GDateTime) at = g_date_time_new (utc, year, 3, 5, 12, 0, 0);
      g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
      g_autofree char *range = g_strdup_printf ("5 Mar %d – 16 Nov 2026", year);

      legato_entry_add_rating (entry, "tfl", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 9);
      g_assert_true (legato_journal_add (fixture->journal, entry, &error));
      g_assert_no_error (error);
      gtk_drop_down_set_selected (g_ptr_array_index (choices, 1), 3);
      ui_test_wait_for_label (page, range);
      g_assert_null (ui_test_find (page, GTK_TYPE_SCALE, NULL));
    }
  press (page, "Table");
  ui_test_wait_for_label (page, "9 (2)");
  gtk_drop_down_set_selected (g_ptr_array_index (choices, 1), 0);
  ui_test_wait_for_label (page, RANGE);
  g_assert_null (ui_test_find (page, GTK_TYPE_LABEL, "9 (2)"));
}

/* The slider walks through the weeks; in the holiday nothing was rated but by a check-in. */
static void
test_slider (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 900, 900);
  g_autoptr (GPtrArray) choices = list_seen (page, GTK_TYPE_DROP_DOWN);
  GtkWidget *slider = NULL;

  g_assert_null (ui_test_find (page, GTK_TYPE_SCALE, NULL));
  gtk_drop_down_set_selected (g_ptr_array_index (choices, 1), 1);
  ui_test_wait_for_label (page, "Week of 9 Nov 2026");
  while ((slider = ui_test_find (page, GTK_TYPE_SCALE, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_range_set_value (GTK_RANGE (slider), 0);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Week of 24 Aug 2026"));

  gtk_drop_down_set_selected (g_ptr_array_index (choices, 1), 2);
  ui_test_wait_for_label (page, "15 Nov 2026");
}

/* Played, it comes to the last week by itself and stops there. */
static void
test_play (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 900, 900);
  g_autoptr (GPtrArray) choices = list_seen (page, GTK_TYPE_DROP_DOWN);
  GtkWidget *slider = NULL, *box, *play;

  gtk_drop_down_set_selected (g_ptr_array_index (choices, 1), 1);
  while ((slider = ui_test_find (page, GTK_TYPE_SCALE, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_range_set_value (GTK_RANGE (slider), 9);
  box = gtk_widget_get_parent (slider);
  play = ui_test_find (box, GTK_TYPE_TOGGLE_BUTTON, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (play), TRUE);
  while (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (play)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (slider)), ==, 11);
}

/* A place on the map leads to all that is known of it. */
static void
test_place_from_map (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 900, 900);
  GtkWidget *map = find_chart (page, LEGATO_TYPE_LEG_MAP);
  GtkStringObject *place = NULL;

  g_signal_emit_by_name (map, "zone-selected", LEGATO_LEG_RIGHT,
                         legato_guide_find_zone (fixture->guide, "hamstrings"));
  ui_test_wait_for_label (page, "Week by week");
  place = gtk_drop_down_get_selected_item (get_choice (page, 0));
  g_assert_cmpstr (gtk_string_object_get_string (place), ==, "Back of the thigh");
  g_assert_cmpuint (gtk_drop_down_get_selected (get_choice (page, 1)), ==, 2);
}

/* How many values the weeks of the chart have together, as its table says. */
static guint64
count_values (GtkWidget *page)
{
  LegatoChart *chart = LEGATO_CHART (find_chart (page, LEGATO_TYPE_TREND_CHART));
  LegatoChartClass *klass = LEGATO_CHART_GET_CLASS (chart);
  guint64 n = 0;

  for (guint i = 0; i < klass->get_n_marks (chart); i++)
    {
      g_auto (GStrv) row = klass->dup_row (chart, i);

      n += g_ascii_strtoull (row[1], NULL, 10);
    }
  return n;
}

static void
test_place (PageFixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  GtkWidget *page = show_place (fixture, width, 900);
  g_autofree char *name = g_strdup_printf ("trends-place-%d", width);
  g_autoptr (GPtrArray) pairs = list_seen (page, LEGATO_TYPE_PAIR_CHART);

  /* The calf was rated most, so it is shown unasked. */
  g_assert_cmpuint (count_values (page), ==, 106);
  g_assert_cmpuint (pairs->len, ==, 4);
  g_assert_cmpint (gtk_widget_get_width (page), <=, width);
  g_assert_true (starts_with (page, "From 53 entries: usually less sore, by about 1"));
  ui_test_shoot (fixture->window, name);
}

static void
move (GtkWidget *chart, GtkDirectionType direction)
{
  g_signal_emit_by_name (chart, "move", (int) direction);
}

/* The newest week first, then back: the holiday. */
static void
test_arrow_keys (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_place (fixture, 480, 800);
  GtkWidget *chart = find_chart (page, LEGATO_TYPE_TREND_CHART);

  g_assert_true (gtk_widget_grab_focus (chart));
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, -1);
  for (int i = 0; i < 6; i++)
    move (chart, GTK_DIR_LEFT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 6);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Week of 5 Oct: no values."));
  move (chart, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 0);
  move (chart, GTK_DIR_LEFT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 0);
}

/* Up and down go through the days, to the sides through the weeks. */
static void
test_calendar_keys (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 480, 800);
  GtkWidget *chart = find_chart (page, LEGATO_TYPE_CALENDAR);

  move (chart, GTK_DIR_LEFT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 83);
  move (chart, GTK_DIR_LEFT);
  move (chart, GTK_DIR_UP);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 75);
  g_assert_true (starts_with (page, "Saturday, 7 November 2026: "));
  move (chart, GTK_DIR_RIGHT);
  move (chart, GTK_DIR_RIGHT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 82);
}

/* Weeks begin as the country has it: a column of the calendar, a week of the chart, and the time.
 */
static void
check_weeks (PageFixture *fixture, const Country *country)
{
  GtkWidget *page = show_page_of (fixture, fixture->context, 480, 800);
  GtkWidget *chart = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  g_auto (GStrv) row = NULL;

  ui_test_wait_for_label (page, country->range);
  ui_test_settle (fixture->window);
  chart = find_chart (page, LEGATO_TYPE_CALENDAR);
  labels = list_seen (chart, GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_label (g_ptr_array_index (labels, 0)), ==, country->weekday);
  g_assert_cmpuint (legato_chart_get_n_marks (LEGATO_CHART (chart)), ==, 78 + country->n_before);
  move (chart, GTK_DIR_LEFT);
  g_assert_true (starts_with (page, "Sunday, 15 November 2026: "));
  for (guint i = 0; i < country->n_before; i++)
    move (chart, GTK_DIR_UP);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 77);
  press (page, "Places");
  ui_test_settle (fixture->window);
  row = legato_chart_dup_row (LEGATO_CHART (find_chart (page, LEGATO_TYPE_TREND_CHART)), 11);
  g_assert_cmpstr (row[0], ==, country->week);
  ui_test_shoot (fixture->window, country->locale);
}

static void
test_country (PageFixture *fixture, gconstpointer data)
{
  const Country *country = data;

  if (country_visit (LC_TIME, country->locale) == NULL)
    return;
  check_weeks (fixture, country);
  country_leave ();
}

/* Every chart says each of its marks, has it as a row of a table, and says so of itself. */
static void
test_every_chart (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_place (fixture, 900, 900);
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();

  ui_test_collect (page, LEGATO_TYPE_CHART, charts);
  g_assert_cmpuint (charts->len, ==, 7);
  for (guint i = 0; i < charts->len; i++)
    {
      LegatoChart *chart = g_ptr_array_index (charts, i);
      g_autofree char *summary = legato_chart_dup_words (chart);
      guint n_titles = g_strv_length ((GStrv) legato_chart_get_titles (chart));

      g_assert_cmpuint (strlen (summary), >, 0);
      g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (chart)));
      for (guint mark = 0; mark < legato_chart_get_n_marks (chart); mark++)
        {
          g_auto (GStrv) row = legato_chart_dup_row (chart, mark);
          g_autofree char *words = NULL;

          g_assert_cmpuint (g_strv_length (row), ==, n_titles);
          move (GTK_WIDGET (chart), mark == 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_DOWN);
          if (legato_chart_get_selected (chart) != (int) mark)
            move (GTK_WIDGET (chart), GTK_DIR_RIGHT);
          g_assert_cmpint (legato_chart_get_selected (chart), ==, mark);
          words = legato_chart_dup_words (chart);
          g_assert_cmpstr (words, !=, summary);
        }
    }
}

static void
test_other_zone (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_place (fixture, 480, 800);

  gtk_drop_down_set_selected (get_choice (page, 0), FOOT);
  g_assert_true (starts_with (page, CANT_TELL));
  gtk_drop_down_set_selected (get_choice (page, 2), LEGATO_MOMENT_CHECK_IN);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, NOT_RATED));
}

/* A whole leg is all ratings of its places; before and after are those of the same place. */
static void
test_all_places (PageFixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  GtkWidget *page = show_place (fixture, width, 900);
  g_autofree char *name = g_strdup_printf ("trends-leg-%d", width);
  g_autoptr (GPtrArray) pairs = NULL;
  GtkStringObject *place = NULL;
  guint64 of_calf = 0, of_both = 0, of_left = 0;

  gtk_drop_down_set_selected (get_choice (page, 1), 1);
  of_calf = count_values (page);
  gtk_drop_down_set_selected (get_choice (page, 0), ALL_PLACES);
  place = gtk_drop_down_get_selected_item (get_choice (page, 0));
  g_assert_cmpstr (gtk_string_object_get_string (place), ==, "All places");
  of_left = count_values (page);
  g_assert_cmpuint (of_left, >, of_calf);
  pairs = list_seen (page, LEGATO_TYPE_PAIR_CHART);
  g_assert_cmpuint (pairs->len, ==, 4);
  for (guint i = 0; i < pairs->len; i++)
    g_assert_cmpuint (legato_chart_get_n_marks (g_ptr_array_index (pairs, i)), >, 0);
  /* An entry counts once, however many of its places were rated. */
  g_assert_true (starts_with (page, "From 53 entries: "));
  ui_test_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (page), <=, width);
  ui_test_shoot (fixture->window, name);

  gtk_drop_down_set_selected (get_choice (page, 1), 0);
  of_both = count_values (page);
  gtk_drop_down_set_selected (get_choice (page, 1), 2);
  g_assert_cmpuint (of_both, ==, of_left + count_values (page));
}

/* Nothing is said of places that were not rated, nor of ones that were at another moment. */
static void
test_all_places_unrated (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "leg.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_open_context (fixture, path);
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 12, 18, 0, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "shin", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 3);
  g_assert_true (legato_journal_add (legato_context_get_journal (context), entry, &error));
  g_assert_no_error (error);

  page = show_page_of (fixture, context, 480, 800);
  ui_test_wait_for_label (page, RANGE);
  press (page, "Places");
  ui_test_wait_for_label (page, "Week by week");
  gtk_drop_down_set_selected (get_choice (page, 0), ALL_PLACES);
  gtk_drop_down_set_selected (get_choice (page, 2), LEGATO_MOMENT_AFTER);
  g_assert_cmpuint (count_values (page), ==, 1);
  /* Calf 6 before and shin 3 after are no change of a leg from 6 to 3. */
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Nothing to compare yet."));
  gtk_drop_down_set_selected (get_choice (page, 2), LEGATO_MOMENT_CHECK_IN);
  g_assert_cmpuint (count_values (page), ==, 0);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Check-in: not rated in these weeks."));
}

/* Who only ever rates after a massage, as the session's page asks, sees those values at once. */
static void
test_only_after (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 12, 18, 0, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autofree char *path = g_build_filename (fixture->folder, "after.db", NULL);
  g_autoptr (LegatoContext) context = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  context = ui_test_open_context (fixture, path);
  legato_entry_add_rating (entry, "shin", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 3);
  g_assert_true (legato_journal_add (legato_context_get_journal (context), entry, &error));
  g_assert_no_error (error);

  page = show_page_of (fixture, context, 480, 800);
  ui_test_wait_for_label (page, RANGE);
  press (page, "Places");
  ui_test_wait_for_label (page, CANT_TELL TOO_FEW_DAYS);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_choice (page, 2)), ==, LEGATO_MOMENT_AFTER);
}

/* Of a routine that is gone, or is on another computer, no id is shown. */
static void
test_unknown_routine (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "unknown.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_open_context (fixture, path);
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 11, 12, 18, 0, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_SESSION, at);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  entry->routine = g_strdup ("own-5b1d");
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 6);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_AFTER, 3);
  g_assert_true (legato_journal_add (legato_context_get_journal (context), entry, &error));
  g_assert_no_error (error);

  page = show_page_of (fixture, context, 480, 800);
  ui_test_wait_for_label (page, RANGE);
  press (page, "Places");
  ui_test_wait_for_label (page, "A routine of your own");
  g_assert_null (ui_test_find (page, GTK_TYPE_LABEL, "own-5b1d"));
}

static void
test_one_leg (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_place (fixture, 480, 800);

  gtk_drop_down_set_selected (get_choice (page, 1), 2);
  g_assert_cmpuint (count_values (page), ==, 53);
}

static void
test_table (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_place (fixture, 360, 900);

  press (page, "Table");
  ui_test_wait_for_label (page, "24 Aug");
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "9 Nov"));
  ui_test_shoot (fixture->window, "trends-table");
}

static GtkWidget *
find_arrow (GtkWidget *page, const char *icon)
{
  g_autoptr (GPtrArray) buttons = list_seen (page, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (g_ptr_array_index (buttons, i)), icon) == 0)
      return g_ptr_array_index (buttons, i);
  return NULL;
}

static void
test_earlier_and_later (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 480, 800);
  g_autoptr (GDateTime) at = g_date_time_new_utc (2026, 7, 1, 12, 0, 0);
  g_autoptr (LegatoEntry) entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  g_autoptr (GError) error = NULL;
  GtkWidget *button = find_arrow (page, "go-previous-symbolic");

  /* An older value makes the way back open. */
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_CHECK_IN, 9);
  g_assert_true (legato_journal_add (fixture->journal, entry, &error));
  while (!gtk_widget_get_sensitive (button))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait_for_label (page, "1 Jun – 23 Aug 2026");
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "You wrote 1 entry, on 1 day."));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "No massage in these weeks."));
  g_assert_false (gtk_widget_get_sensitive (button));
  /* Twice, as a quick hand does: the weeks that are to come are not for looking at. */
  for (guint i = 0; i < 2; i++)
    g_signal_emit_by_name (find_arrow (page, "go-next-symbolic"), "clicked");
  ui_test_wait_for_label (page, RANGE);
  g_assert_false (gtk_widget_get_sensitive (find_arrow (page, "go-next-symbolic")));
}

static void
test_dark (PageFixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  show_place (fixture, 900, 900);
  ui_test_shoot (fixture->window, "trends-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

/* Time runs from right to left, the legs stay on their sides, and the arrows go as the eye does. */
static void
test_right_to_left (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *chart;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = show_place (fixture, 480, 800);
  ui_test_shoot (fixture->window, "trends-rtl");

  chart = find_chart (page, LEGATO_TYPE_TREND_CHART);
  move (chart, GTK_DIR_RIGHT);
  move (chart, GTK_DIR_RIGHT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 10);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_large_text (PageFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  page = show_place (fixture, 400, 1000);
  g_assert_cmpint (gtk_widget_get_width (page), <=, 400);
  ui_test_shoot (fixture->window, "trends-large");
  press (page, "Compare");
  ui_test_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (page), <=, 400);
  ui_test_shoot (fixture->window, "compare-large");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* The comparison of the legs has weeks of its own. */
static void
test_compare (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_overview (fixture, 400, 1000);

  press (page, "Compare");
  ui_test_wait_for_label (page, "Does massage make a difference to your legs?");
  ui_test_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (page), <=, 400);
  g_assert_null (ui_test_find (page, GTK_TYPE_LABEL, RANGE));
  ui_test_shoot (fixture->window, "trends-compare");
}

/* Opens the report, and closes it. */
static void
look_at_report (GtkWidget *page)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) report = NULL;

  ui_test_click (page, "Report…");
  for (guint i = 0; i < g_list_model_get_n_items (windows) && report == NULL; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Report") == 0)
        report = g_steal_pointer (&window);
    }
  g_assert_nonnull (report);
  ui_test_settle (report);
  gtk_window_destroy (report);
}

static void
test_report (PageFixture *fixture, gconstpointer data)
{
  look_at_report (show_overview (fixture, 900, 900));
}

static void
test_empty (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, path);
  GtkWidget *page = show_page_of (fixture, context, 360, 640);

  legato_journal_connection_open (legato_context_get_connection (context));
  ui_test_wait_for_label (page, "No Values Yet");
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_BUTTON, "Say How My Legs Are"));
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "trends-empty");
  look_at_report (page);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, data, func)                                                                      \
  g_test_add ("/ui/trends-page/" name, PageFixture, data, page_fixture_set_up, func,               \
              page_fixture_tear_down)
  ADD ("overview", GINT_TO_POINTER (1000), test_overview);
  ADD ("overview-narrow", GINT_TO_POINTER (340), test_overview);
  ADD ("overview-wide", GINT_TO_POINTER (1900), test_overview);
  ADD ("overview-high", NULL, test_high);
  ADD ("heat-map-table", NULL, test_heat_map_table);
  ADD ("all-of-the-journal", NULL, test_all_of_the_journal);
  ADD ("slider", NULL, test_slider);
  ADD ("play", NULL, test_play);
  ADD ("place-from-map", NULL, test_place_from_map);
  ADD ("place", GINT_TO_POINTER (900), test_place);
  ADD ("place-narrow", GINT_TO_POINTER (340), test_place);
  ADD ("all-places", GINT_TO_POINTER (1000), test_all_places);
  ADD ("all-places-narrow", GINT_TO_POINTER (360), test_all_places);
  ADD ("all-places-unrated", NULL, test_all_places_unrated);
  ADD ("arrow-keys", NULL, test_arrow_keys);
  ADD ("calendar-keys", NULL, test_calendar_keys);
  ADD ("country-de", &countries[0], test_country);
  ADD ("country-us", &countries[1], test_country);
  ADD ("country-eg", &countries[2], test_country);
  ADD ("every-chart", NULL, test_every_chart);
  ADD ("only-after", NULL, test_only_after);
  ADD ("other-zone", NULL, test_other_zone);
  ADD ("unknown-routine", NULL, test_unknown_routine);
  ADD ("one-leg", NULL, test_one_leg);
  ADD ("table", NULL, test_table);
  ADD ("earlier-and-later", NULL, test_earlier_and_later);
  ADD ("dark", NULL, test_dark);
  ADD ("right-to-left", NULL, test_right_to_left);
  ADD ("large-text", NULL, test_large_text);
  ADD ("compare", NULL, test_compare);
  ADD ("report", NULL, test_report);
  ADD ("empty", NULL, test_empty);
  return g_test_run ();
}
