/* test-trends-page.c: the trend of the sample journal as a chart, a table and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-test-utils.h"

#include "legato-trend-chart.h"
#include "legato-trend-table.h"
#include "legato-trend-words.h"
#include "legato-trends-page.h"

#define FOOT 0

/* Each drop-down is a button too. */
#define N_DROP_DOWN_BUTTONS 3
#define CANT_TELL "Can’t tell yet"

static GtkWidget *
show_page_of (PageFixture *fixture, LegatoContext *context, int width, int height)
{
  LegatoTrendsPage *page = legato_trends_page_new (context);
  g_autoptr (GDate) last_day = g_date_new_dmy (15, 11, 2026);

  legato_trends_page_set_last_day (page, last_day);
  ui_test_show (fixture, GTK_WIDGET (page), width, height);
  return GTK_WIDGET (page);
}

static GtkWidget *
show_page (PageFixture *fixture, int width, int height)
{
  return show_page_of (fixture, fixture->context, width, height);
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The drop-downs stand in the order: place, leg, moment. */
static GtkDropDown *
get_choice (GtkWidget *page, guint n)
{
  return GTK_DROP_DOWN (find_nth (page, GTK_TYPE_DROP_DOWN, &n));
}

static void
test_chart (PageFixture *fixture, gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  GtkWidget *page = show_page (fixture, width, 800);
  GtkWidget *chart;
  g_autoptr (LegatoTrend) trend = NULL;

  ui_test_wait_for_label (page, "Soreness is going down");
  ui_test_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (page), <=, width);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "24 Aug – 15 Nov 2026"));
  ui_test_shoot (fixture->window, width < 500 ? "trends-narrow" : "trends");

  /* The calf was rated most, so it is shown unasked. */
  chart = ui_test_find (page, LEGATO_TYPE_TREND_CHART, NULL);
  g_object_get (chart, "trend", &trend, NULL);
  g_assert_cmpuint (legato_trend_get_n_values (trend), ==, 106);
}

static void
test_arrow_keys (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480, 800);
  GtkWidget *chart;

  ui_test_wait_for_label (page, "Soreness is going down");
  chart = ui_test_find (page, LEGATO_TYPE_TREND_CHART, NULL);
  g_assert_true (gtk_widget_grab_focus (chart));
  g_assert_cmpint (legato_trend_chart_get_selected (LEGATO_TREND_CHART (chart)), ==, -1);

  for (int i = 0; i < 6; i++)
    g_signal_emit_by_name (chart, "move-week", -1);
  /* The newest first, then five back: the holiday. */
  g_assert_cmpint (legato_trend_chart_get_selected (LEGATO_TREND_CHART (chart)), ==, 6);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Week of 5 Oct: no values."));
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "trends-selected");
}

static void
test_other_zone (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480, 800);

  ui_test_wait_for_label (page, "Soreness is going down");
  gtk_drop_down_set_selected (get_choice (page, 0), FOOT);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, CANT_TELL));
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "trends-foot");

  gtk_drop_down_set_selected (get_choice (page, 2), LEGATO_MOMENT_CHECK_IN);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "No values here"));
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
  ui_test_wait_for_label (page, CANT_TELL);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_choice (page, 2)), ==, LEGATO_MOMENT_AFTER);
}

static void
test_one_leg (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480, 800);
  g_autoptr (LegatoTrend) trend = NULL;

  ui_test_wait_for_label (page, "Soreness is going down");
  gtk_drop_down_set_selected (get_choice (page, 1), 2);
  g_object_get (ui_test_find (page, LEGATO_TYPE_TREND_CHART, NULL), "trend", &trend, NULL);
  g_assert_cmpuint (legato_trend_get_n_values (trend), ==, 53);
  g_assert_cmpint (legato_trend_get_week (trend, 0)->values[0].leg, ==, LEGATO_LEG_RIGHT);
}

static void
test_table (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 360, 900);
  GtkWidget *toggle;

  ui_test_wait_for_label (page, "Soreness is going down");
  toggle = ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "Table");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  ui_test_wait_for_label (page, "24 Aug");
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "9 Nov"));
  ui_test_shoot (fixture->window, "trends-table");
}

static void
test_earlier_and_later (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture, 480, 800);
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (LegatoEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  guint n = N_DROP_DOWN_BUTTONS;
  GtkWidget *button;

  /* An older value makes the way back open. */
  ui_test_wait_for_label (page, "24 Aug – 15 Nov 2026");
  button = find_nth (page, GTK_TYPE_BUTTON, &n);
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (button)), ==, "go-previous-symbolic");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));

  at = g_date_time_new (zone, 2026, 7, 1, 12, 0, 0);
  entry = legato_entry_new (LEGATO_ENTRY_CHECK_IN, at);
  legato_entry_add_rating (entry, "calf", LEGATO_LEG_LEFT, LEGATO_MOMENT_BEFORE, 9);
  g_assert_true (legato_journal_add (fixture->journal, entry, &error));
  while (!gtk_widget_get_sensitive (button))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "1 Jun – 23 Aug 2026"));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, CANT_TELL));
  g_assert_false (gtk_widget_get_sensitive (button));
}

static void
test_dark (PageFixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *page;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  page = show_page (fixture, 480, 800);
  ui_test_wait_for_label (page, "Soreness is going down");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "trends-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

/* Time runs from right to left, the legs stay on their sides, and the arrows go as the eye does. */
static void
test_right_to_left (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *chart;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = show_page (fixture, 480, 800);
  ui_test_wait_for_label (page, "Soreness is going down");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "trends-rtl");

  chart = ui_test_find (page, LEGATO_TYPE_TREND_CHART, NULL);
  g_signal_emit_by_name (chart, "move-week", 1);
  g_signal_emit_by_name (chart, "move-week", 1);
  g_assert_cmpint (legato_trend_chart_get_selected (LEGATO_TREND_CHART (chart)), ==, 10);
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
  page = show_page (fixture, 360, 1000);
  ui_test_wait_for_label (page, "Soreness is going down");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "trends-large");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
test_empty (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (LegatoContext) context = ui_test_new_context (fixture, path);
  GtkWidget *page = show_page_of (fixture, context, 360, 640);

  legato_journal_connection_open (legato_context_get_connection (context));
  ui_test_wait_for_label (page, "No Values Yet");
  ui_test_settle (fixture->window);
  ui_test_shoot (fixture->window, "trends-empty");
}

static void
test_words (void)
{
  LegatoTrendValue values[] = { { 0, LEGATO_LEG_LEFT, 4 }, { 0, LEGATO_LEG_RIGHT, 6 } };
  LegatoTrendWeek week = { 0 };
  g_autoptr (GDate) monday = g_date_new_dmy (9, 11, 2026);
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *many = NULL;

  week.monday = g_date_get_julian (monday);
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
  g_assert_cmpstr (many, ==, "Week of 9 Nov: 8 values, median 4.5, the middle half from 3 to 6.3.");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, data, func)                                                                      \
  g_test_add ("/ui/trends-page/" name, PageFixture, data, page_fixture_set_up, func,               \
              page_fixture_tear_down)
  g_test_add_func ("/ui/trends-page/words", test_words);
  ADD ("only-after", NULL, test_only_after);
  ADD ("chart", GINT_TO_POINTER (720), test_chart);
  ADD ("chart-narrow", GINT_TO_POINTER (360), test_chart);
  ADD ("arrow-keys", NULL, test_arrow_keys);
  ADD ("other-zone", NULL, test_other_zone);
  ADD ("one-leg", NULL, test_one_leg);
  ADD ("table", NULL, test_table);
  ADD ("earlier-and-later", NULL, test_earlier_and_later);
  ADD ("dark", NULL, test_dark);
  ADD ("right-to-left", NULL, test_right_to_left);
  ADD ("large-text", NULL, test_large_text);
  ADD ("empty", NULL, test_empty);
  return g_test_run ();
}
