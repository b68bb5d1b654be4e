/* test-trends-page.c: what the sample journal says over weeks, as charts, tables and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>

#include "country.h"
#include "trends-page-fixture.h"

#include "legato-calendar.h"
#include "legato-leg-map.h"
#include "legato-trend-chart.h"
#include "legato-week-bars.h"

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

/* Nothing is cut off, and on a wide window cards stand side by side. */
static void
test_overview (PageFixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  GtkWidget *page = trends_page_show_overview (fixture, width, 900);
  g_autofree char *name = g_strdup_printf ("trends-%d", width);
  g_autoptr (GPtrArray) maps = trends_page_list_seen (page, LEGATO_TYPE_LEG_MAP);
  GtkWidget *bars = trends_page_find_chart (page, LEGATO_TYPE_WEEK_BARS);
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
  g_assert_true (
      trends_page_starts_with (page, "From 53 ratings: usually 6, half of them between 5 and 7."));
  g_assert_nonnull (
      ui_test_find (page, GTK_TYPE_LABEL,
                    "53 massages in these weeks. Of 12 weeks, 11 had as many as you aim at."));
  /* Who wants figures asks for them. */
  g_assert_false (trends_page_starts_with (page, "n = "));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "Figures")), TRUE);
  g_assert_true (trends_page_starts_with (page, "n = "));
  ui_test_shoot (fixture->window, name);
}

/* A high window is filled by the legs, and the page need not be moved for that. */
static void
test_high (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = trends_page_show_overview (fixture, 1900, 1600);
  GtkWidget *map = trends_page_find_chart (page, LEGATO_TYPE_LEG_MAP);
  GtkWidget *calendar = trends_page_find_chart (page, LEGATO_TYPE_CALENDAR);
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
  GtkWidget *page = trends_page_show_overview (fixture, 900, 900);

  trends_page_press (page, "Table");
  ui_test_wait_for_label (page, "Calf");
  g_assert_true (trends_page_starts_with (page, "6 ("));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "–"));
}

/* All that was ever felt, from the first day on, is seen and counted, and what comes later too. */
static void
test_all_of_the_journal (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = trends_page_show_overview (fixture, 900, 900);
  g_autoptr (GPtrArray) choices = trends_page_list_seen (page, GTK_TYPE_DROP_DOWN);
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
  trends_page_press (page, "Table");
  ui_test_wait_for_label (page, "9 (2)");
  gtk_drop_down_set_selected (g_ptr_array_index (choices, 1), 0);
  ui_test_wait_for_label (page, RANGE);
  g_assert_null (ui_test_find (page, GTK_TYPE_LABEL, "9 (2)"));
}

/* The slider walks through the weeks; in the holiday nothing was rated but by a check-in. */
static void
test_slider (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = trends_page_show_overview (fixture, 900, 900);
  g_autoptr (GPtrArray) choices = trends_page_list_seen (page, GTK_TYPE_DROP_DOWN);
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
  GtkWidget *page = trends_page_show_overview (fixture, 900, 900);
  g_autoptr (GPtrArray) choices = trends_page_list_seen (page, GTK_TYPE_DROP_DOWN);
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

/* Up and down go through the days, to the sides through the weeks. */
static void
test_calendar_keys (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = trends_page_show_overview (fixture, 480, 800);
  GtkWidget *chart = trends_page_find_chart (page, LEGATO_TYPE_CALENDAR);

  trends_page_move (chart, GTK_DIR_LEFT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 83);
  trends_page_move (chart, GTK_DIR_LEFT);
  trends_page_move (chart, GTK_DIR_UP);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 75);
  g_assert_true (trends_page_starts_with (page, "Saturday, 7 November 2026: "));
  trends_page_move (chart, GTK_DIR_RIGHT);
  trends_page_move (chart, GTK_DIR_RIGHT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 82);
}

/* Weeks begin as the country has it: a column of the calendar, a week of the chart, and the time.
 */
static void
check_weeks (PageFixture *fixture, const Country *country)
{
  GtkWidget *page = trends_page_show (fixture, fixture->context, 480, 800);
  GtkWidget *chart = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  g_auto (GStrv) row = NULL;

  ui_test_wait_for_label (page, country->range);
  ui_test_settle (fixture->window);
  chart = trends_page_find_chart (page, LEGATO_TYPE_CALENDAR);
  labels = trends_page_list_seen (chart, GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_label (g_ptr_array_index (labels, 0)), ==, country->weekday);
  g_assert_cmpuint (legato_chart_get_n_marks (LEGATO_CHART (chart)), ==, 78 + country->n_before);
  trends_page_move (chart, GTK_DIR_LEFT);
  g_assert_true (trends_page_starts_with (page, "Sunday, 15 November 2026: "));
  for (guint i = 0; i < country->n_before; i++)
    trends_page_move (chart, GTK_DIR_UP);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 77);
  trends_page_press (page, "Places");
  ui_test_settle (fixture->window);
  row = legato_chart_dup_row (LEGATO_CHART (trends_page_find_chart (page, LEGATO_TYPE_TREND_CHART)),
                              11);
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

static GtkWidget *
find_arrow (GtkWidget *page, const char *icon)
{
  g_autoptr (GPtrArray) buttons = trends_page_list_seen (page, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (g_ptr_array_index (buttons, i)), icon) == 0)
      return g_ptr_array_index (buttons, i);
  return NULL;
}

static void
test_earlier_and_later (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = trends_page_show_overview (fixture, 480, 800);
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

/* The comparison of the legs has weeks of its own. */
static void
test_compare (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = trends_page_show_overview (fixture, 400, 1000);

  trends_page_press (page, "Compare");
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
  look_at_report (trends_page_show_overview (fixture, 900, 900));
}

static void
test_empty (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, path);
  GtkWidget *page = trends_page_show (fixture, context, 360, 640);

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
  ADD ("calendar-keys", NULL, test_calendar_keys);
  ADD ("country-de", &countries[0], test_country);
  ADD ("country-us", &countries[1], test_country);
  ADD ("country-eg", &countries[2], test_country);
  ADD ("earlier-and-later", NULL, test_earlier_and_later);
  ADD ("compare", NULL, test_compare);
  ADD ("report", NULL, test_report);
  ADD ("empty", NULL, test_empty);
  return g_test_run ();
}
