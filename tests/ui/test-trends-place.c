/* test-trends-place.c: what the sample journal says of a place, or of a whole leg, over weeks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "trends-page-fixture.h"

#include "legato-columns.h"
#include "legato-leg-map.h"
#include "legato-pair-chart.h"
#include "legato-trend-chart.h"

#define ALL_PLACES 0
#define FOOT 1
#define CANT_TELL "Can’t tell yet. "
#define NOT_RATED "You did not rate this place at this moment in these weeks."
#define GOING_DOWN                                                                                 \
  "Soreness is going down. By about 0.3 points a week. Over this time it adds up to a change "     \
  "that people usually notice."
#define TOO_FEW_DAYS "A direction needs values on at least 12 days, spread over at least 4 weeks."

static GtkWidget *
show_place (PageFixture *fixture, int width, int height)
{
  GtkWidget *page = trends_page_show_overview (fixture, width, height);

  trends_page_press (page, "Places");
  ui_test_wait_for_label (page, GOING_DOWN);
  ui_test_settle (fixture->window);
  return page;
}

/* The drop-downs of a place come after that of the weeks: place, leg, moment. */
static GtkDropDown *
get_choice (GtkWidget *page, guint n)
{
  g_autoptr (GPtrArray) found = trends_page_list_seen (page, GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (found->len, ==, 4);
  return g_ptr_array_index (found, n + 1);
}

/* A place on the map leads to all that is known of it. */
static void
test_place_from_map (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = trends_page_show_overview (fixture, 900, 900);
  GtkWidget *map = trends_page_find_chart (page, LEGATO_TYPE_LEG_MAP);
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
  LegatoChart *chart = LEGATO_CHART (trends_page_find_chart (page, LEGATO_TYPE_TREND_CHART));
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
  g_autoptr (GPtrArray) pairs = trends_page_list_seen (page, LEGATO_TYPE_PAIR_CHART);

  /* The calf was rated most, so it is shown unasked. */
  g_assert_cmpuint (count_values (page), ==, 106);
  g_assert_cmpuint (pairs->len, ==, 4);
  g_assert_cmpint (gtk_widget_get_width (page), <=, width);
  g_assert_true (trends_page_starts_with (page, "From 53 entries: usually less sore, by about 1"));
  ui_test_shoot (fixture->window, name);
}

/* The newest week first, then back: the holiday. */
static void
test_arrow_keys (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_place (fixture, 480, 800);
  GtkWidget *chart = trends_page_find_chart (page, LEGATO_TYPE_TREND_CHART);

  g_assert_true (gtk_widget_grab_focus (chart));
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, -1);
  for (int i = 0; i < 6; i++)
    trends_page_move (chart, GTK_DIR_LEFT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 6);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "Week of 5 Oct: no values."));
  trends_page_move (chart, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 0);
  trends_page_move (chart, GTK_DIR_LEFT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 0);
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
          trends_page_move (GTK_WIDGET (chart), mark == 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_DOWN);
          if (legato_chart_get_selected (chart) != (int) mark)
            trends_page_move (GTK_WIDGET (chart), GTK_DIR_RIGHT);
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
  g_assert_true (trends_page_starts_with (page, CANT_TELL));
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
  pairs = trends_page_list_seen (page, LEGATO_TYPE_PAIR_CHART);
  g_assert_cmpuint (pairs->len, ==, 4);
  for (guint i = 0; i < pairs->len; i++)
    g_assert_cmpuint (legato_chart_get_n_marks (g_ptr_array_index (pairs, i)), >, 0);
  /* An entry counts once, however many of its places were rated. */
  g_assert_true (trends_page_starts_with (page, "From 53 entries: "));
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

  page = trends_page_show (fixture, context, 480, 800);
  ui_test_wait_for_label (page, RANGE);
  trends_page_press (page, "Places");
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

  page = trends_page_show (fixture, context, 480, 800);
  ui_test_wait_for_label (page, RANGE);
  trends_page_press (page, "Places");
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

  page = trends_page_show (fixture, context, 480, 800);
  ui_test_wait_for_label (page, RANGE);
  trends_page_press (page, "Places");
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

  trends_page_press (page, "Table");
  ui_test_wait_for_label (page, "24 Aug");
  ui_test_settle (fixture->window);
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_nonnull (ui_test_find (page, GTK_TYPE_LABEL, "9 Nov"));
  ui_test_shoot (fixture->window, "trends-table");
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

  chart = trends_page_find_chart (page, LEGATO_TYPE_TREND_CHART);
  trends_page_move (chart, GTK_DIR_RIGHT);
  trends_page_move (chart, GTK_DIR_RIGHT);
  g_assert_cmpint (legato_chart_get_selected (LEGATO_CHART (chart)), ==, 10);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The card above @widget, and the columns that it is in. */
static GtkWidget *
get_card (GtkWidget *widget, GtkWidget **columns)
{
  while (widget != NULL && !LEGATO_IS_COLUMNS (gtk_widget_get_parent (widget)))
    widget = gtk_widget_get_parent (widget);
  *columns = widget != NULL ? gtk_widget_get_parent (widget) : NULL;
  return widget;
}

/* By Tab one comes down a column, and then to the top of the next, as one reads. */
static guint
walk_columns (PageFixture *fixture, GtkDirectionType direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  float aside = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? -1 : 1;
  graphene_rect_t last = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  GtkWidget *before = NULL;
  guint n_columns = 0;

  gtk_window_set_focus (fixture->window, NULL);
  for (;;)
    {
      GtkWidget *card, *columns, *focus;
      graphene_rect_t bounds;

      g_signal_emit_by_name (fixture->window, "move-focus", direction);
      focus = gtk_window_get_focus (fixture->window);
      card = focus != NULL ? get_card (focus, &columns) : NULL;
      if (card == NULL && n_columns > 0)
        return n_columns;
      if (card == NULL || card == before)
        continue;
      g_assert_true (gtk_widget_compute_bounds (card, columns, &bounds));
      if (before == NULL || bounds.origin.x != last.origin.x)
        n_columns++;
      if (before != NULL && bounds.origin.x != last.origin.x)
        g_assert_true ((aside * (bounds.origin.x - last.origin.x) > 0) == forward);
      else if (before != NULL)
        g_assert_true ((bounds.origin.y > last.origin.y) == forward);
      before = card;
      last = bounds;
    }
}

static void
test_keyboard (PageFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "Overview", "Places" };
  GtkWidget *page;

  gtk_widget_set_default_direction (GPOINTER_TO_INT (data));
  page = show_place (fixture, 1000, 900);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      trends_page_press (page, pages[i]);
      ui_test_settle (fixture->window);
      g_assert_cmpuint (walk_columns (fixture, GTK_DIR_TAB_FORWARD), ==, 2);
      g_assert_cmpuint (walk_columns (fixture, GTK_DIR_TAB_BACKWARD), ==, 2);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Every mark that a chart comes to with each of the four arrows, again and again. */
static GArray *
walk_marks (LegatoChart *chart, gboolean mirrored)
{
  const GtkDirectionType left = mirrored ? GTK_DIR_RIGHT : GTK_DIR_LEFT;
  const GtkDirectionType right = mirrored ? GTK_DIR_LEFT : GTK_DIR_RIGHT;
  const GtkDirectionType arrows[] = { right, right, GTK_DIR_DOWN, left, right, GTK_DIR_UP };
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (int));

  trends_page_move (GTK_WIDGET (chart), GTK_DIR_TAB_BACKWARD);
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      int mark;

      trends_page_move (GTK_WIDGET (chart), arrows[i]);
      mark = legato_chart_get_selected (chart);
      g_array_append_val (marks, mark);
    }
  return marks;
}

/* What the arrow to the right does in a chart, in its mirror image the one to the left does. */
static void
test_mirrored_arrows (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_place (fixture, 900, 900);
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();

  ui_test_collect (page, LEGATO_TYPE_CHART, charts);
  g_assert_cmpuint (charts->len, ==, 7);
  for (guint i = 0; i < charts->len; i++)
    {
      LegatoChart *chart = g_ptr_array_index (charts, i);
      g_autoptr (GArray) plain = walk_marks (chart, FALSE);
      g_autoptr (GArray) mirrored = NULL;

      gtk_widget_set_direction (GTK_WIDGET (chart), GTK_TEXT_DIR_RTL);
      mirrored = walk_marks (chart, TRUE);
      g_assert_cmpmem (plain->data, plain->len * sizeof (int), mirrored->data,
                       mirrored->len * sizeof (int));
    }
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
  trends_page_press (page, "Compare");
  ui_test_settle (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (page), <=, 400);
  ui_test_shoot (fixture->window, "compare-large");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, data, func)                                                                      \
  g_test_add ("/ui/trends-place/" name, PageFixture, data, page_fixture_set_up, func,              \
              page_fixture_tear_down)
  ADD ("place-from-map", NULL, test_place_from_map);
  ADD ("place", GINT_TO_POINTER (900), test_place);
  ADD ("place-narrow", GINT_TO_POINTER (340), test_place);
  ADD ("all-places", GINT_TO_POINTER (1000), test_all_places);
  ADD ("all-places-narrow", GINT_TO_POINTER (360), test_all_places);
  ADD ("all-places-unrated", NULL, test_all_places_unrated);
  ADD ("arrow-keys", NULL, test_arrow_keys);
  ADD ("every-chart", NULL, test_every_chart);
  ADD ("only-after", NULL, test_only_after);
  ADD ("other-zone", NULL, test_other_zone);
  ADD ("unknown-routine", NULL, test_unknown_routine);
  ADD ("one-leg", NULL, test_one_leg);
  ADD ("table", NULL, test_table);
  ADD ("dark", NULL, test_dark);
  ADD ("right-to-left", NULL, test_right_to_left);
  ADD ("keyboard", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_keyboard);
  ADD ("keyboard-right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_keyboard);
  ADD ("mirrored-arrows", NULL, test_mirrored_arrows);
  ADD ("large-text", NULL, test_large_text);
  return g_test_run ();
}
