/* test-heat-map.c: the heat map of the trends, and its charts, walked value by value; its columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <unistd.h>

#include "ui-test-utils.h"

#include "legato-chart-card.h"
#include "legato-columns.h"
#include "legato-leg-map.h"
#include "legato-trends-page-testing.h"
#include "legato-week-bars.h"
#include "legato-zone-area.h"
#include "xdotool.h"

/* What no widget is called. */
#define NOTHING "\001"

static char *
dup_property (GtkWidget *widget, GtkAccessibleProperty property)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, NOTHING, NULL);
}

static GtkWidget *
show_trends (PageFixture *fixture, int width, int height)
{
  LegatoTrendsPage *trends = legato_trends_page_new (fixture->context);
  GtkWidget *page = GTK_WIDGET (trends);
  g_autoptr (GDate) last_day = g_date_new_dmy (15, 11, 2026);

  legato_trends_page_set_last_day (trends, last_day);
  ui_test_show (fixture, page, width, height);
  ui_test_wait_for_label (page, "24 Aug – 15 Nov 2026");
  ui_test_settle (fixture->window);
  return page;
}

static GPtrArray *
list_areas (GtkWidget *map)
{
  GPtrArray *areas = g_ptr_array_new ();

  ui_test_collect (map, LEGATO_TYPE_ZONE_AREA, areas);
  for (guint i = areas->len; i-- > 0;)
    if (!gtk_widget_get_mapped (g_ptr_array_index (areas, i)))
      g_ptr_array_remove_index (areas, i);
  return areas;
}

/* From @area one step of the arrow keys, if that leads to another place of the map. */
static GtkWidget *
step (PageFixture *fixture, GtkWidget *area, GtkDirectionType direction)
{
  GtkWidget *focus = NULL;

  g_assert_true (gtk_widget_grab_focus (area));
  g_signal_emit_by_name (fixture->window, "move-focus", direction);
  focus = gtk_window_get_focus (fixture->window);
  return focus != NULL && LEGATO_IS_ZONE_AREA (focus) ? focus : NULL;
}

/* Arrow by arrow from where Tab comes in. Returns: all places that this leads to */
static GPtrArray *
walk (PageFixture *fixture, GtkWidget *map)
{
  GPtrArray *found = g_ptr_array_new ();

  gtk_window_set_focus (fixture->window, NULL);
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  g_ptr_array_add (found, gtk_window_get_focus (fixture->window));
  for (guint i = 0; i < found->len; i++)
    for (int direction = GTK_DIR_UP; direction <= GTK_DIR_RIGHT; direction++)
      {
        GtkWidget *next =
            step (fixture, g_ptr_array_index (found, i), (GtkDirectionType) direction);

        if (next != NULL && gtk_widget_is_ancestor (next, map)
            && !g_ptr_array_find (found, next, NULL))
          g_ptr_array_add (found, next);
      }
  return found;
}

/* Every place of both maps is come to by keys, and says which it is and what it shows. */
static void
test_walk (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_trends (fixture, 900, 900);
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();
  guint n_rated = 0;

  ui_test_collect (page, LEGATO_TYPE_LEG_MAP, maps);
  g_assert_cmpuint (maps->len, ==, 2);
  for (guint i = 0; i < maps->len; i++)
    {
      g_autoptr (GPtrArray) areas = list_areas (g_ptr_array_index (maps, i));
      g_autoptr (GPtrArray) found = walk (fixture, g_ptr_array_index (maps, i));

      g_assert_cmpuint (found->len, ==, areas->len);
      for (guint j = 0; j < found->len; j++)
        {
          GtkWidget *area = g_ptr_array_index (found, j);
          g_autofree char *name = dup_property (area, GTK_ACCESSIBLE_PROPERTY_LABEL);
          g_autofree char *value = dup_property (area, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

          g_test_message ("%s: %s", name, value);
          g_assert_cmpstr (name, !=, "");
          if (!g_str_equal (value, "Not rated"))
            {
              g_assert_true (g_pattern_match_simple ("Soreness * of 10", value));
              n_rated++;
            }
          if (g_str_equal (name, "Left calf"))
            g_assert_cmpstr (value, ==, "Soreness 6 of 10");
        }
    }
  g_assert_cmpuint (n_rated, >, 0);
}

/* Who chooses a place goes on where it says which one it is about. */
static void
test_place_has_focus (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_trends (fixture, 900, 900);
  GtkWidget *map = ui_test_find (page, LEGATO_TYPE_LEG_MAP, NULL);
  GtkWidget *focus = NULL;

  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  g_assert_true (
      gtk_widget_activate_action (gtk_window_get_focus (fixture->window), "zone.select", NULL));
  ui_test_settle (fixture->window);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN));
  g_assert_nonnull (
      ui_test_find (gtk_widget_get_ancestor (focus, GTK_TYPE_DROP_DOWN), GTK_TYPE_LABEL, "Foot"));
}

/* In the program's own window, by real keys: the window has others for the arrows. */
static void
test_chart_keys (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *key;
    int mark;
  } walk[] = { { "Home", 0 }, { "Right", 1 }, { "Right", 2 }, { "Left", 1 } };
  GtkWidget *chart = ui_test_find (show_trends (fixture, 900, 900), LEGATO_TYPE_WEEK_BARS, NULL);

  if (!xdotool_is_there ())
    return;
  g_assert_true (gtk_widget_grab_focus (chart));
  for (gsize i = 0; i < G_N_ELEMENTS (walk); i++)
    {
      xdotool_run ("search --all --onlyvisible --pid %d --name . windowfocus --sync key %s",
                   (int) getpid (), walk[i].key);
      while (legato_chart_get_selected (LEGATO_CHART (chart)) != walk[i].mark)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_widget_has_focus (chart));
    }
}

/* What expands fills its column: what comes after it stands in the others as long as they have
 * room, though they are higher than it has to be. */
static void
test_columns (PageFixture *fixture, gconstpointer data)
{
  static const int heights[] = { 100, 300, 200 };
  GtkWidget *cards = legato_columns_new ();
  GtkWidget *children[G_N_ELEMENTS (heights)];
  graphene_rect_t bounds[G_N_ELEMENTS (heights)];

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      children[i] = gtk_label_new (NULL);
      gtk_widget_set_size_request (children[i], 100, heights[i]);
      gtk_box_append (GTK_BOX (cards), children[i]);
    }
  gtk_widget_set_vexpand (children[0], TRUE);
  ui_test_show (fixture, cards, 900, 700);
  ui_test_settle (fixture->window);

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    g_assert_true (gtk_widget_compute_bounds (children[i], cards, &bounds[i]));
  g_assert_cmpfloat (bounds[0].size.height, ==, (float) gtk_widget_get_height (cards));
  g_assert_cmpfloat (bounds[1].origin.x, >, bounds[0].origin.x);
  g_assert_cmpfloat (bounds[2].origin.x, ==, bounds[1].origin.x);
  g_assert_cmpfloat (bounds[2].origin.y, >=, bounds[1].size.height);
}

/* The column in the middle of a wide window is filled down to its end, as that of the legs. */
static void
test_wide (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_trends (fixture, 1920, 900);
  GtkWidget *bars = ui_test_find (page, LEGATO_TYPE_WEEK_BARS, NULL);
  GtkWidget *card = gtk_widget_get_ancestor (bars, LEGATO_TYPE_CHART_CARD);
  GtkWidget *cards = gtk_widget_get_parent (card);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (card, cards, &bounds));
  ui_test_shoot (fixture->window, "trends-overview-wide");
  g_assert_cmpfloat (bounds.origin.x, >, 600);
  g_assert_cmpfloat (bounds.origin.x, <, 1000);
  g_assert_cmpfloat (bounds.origin.y, >, 100);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >=,
                     (float) gtk_widget_get_height (cards) - 1);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/ui/heat-map/walk", PageFixture, NULL, page_fixture_set_up, test_walk,
              page_fixture_tear_down);
  g_test_add ("/ui/heat-map/place-has-focus", PageFixture, NULL, page_fixture_set_up,
              test_place_has_focus, page_fixture_tear_down);
  g_test_add ("/ui/heat-map/chart-keys", PageFixture, NULL, page_fixture_set_up, test_chart_keys,
              page_fixture_tear_down);
  g_test_add ("/ui/heat-map/columns", PageFixture, NULL, page_fixture_set_up, test_columns,
              page_fixture_tear_down);
  g_test_add ("/ui/heat-map/wide", PageFixture, NULL, page_fixture_set_up, test_wide,
              page_fixture_tear_down);
  return g_test_run ();
}
