/* test-leg-map.c: places are found and chosen with the pointer and the keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "leg-map-fixture.h"
#include "xdotool.h"

/* The zone's widget, found as the pointer finds it: by going over the map. */
static GtkWidget *
find_area (LegMapFixture *self, const char *name, double *x, double *y)
{
  int width = gtk_widget_get_width (self->map), height = gtk_widget_get_height (self->map);

  for (int j = 0; j < height; j += 2)
    for (int i = 0; i < width; i += 2)
      {
        GtkWidget *widget = gtk_widget_pick (self->map, i, j, GTK_PICK_DEFAULT);
        const char *tooltip = widget != NULL ? gtk_widget_get_tooltip_text (widget) : NULL;
        GtkWidget *left, *right;

        if (g_strcmp0 (tooltip, name) != 0)
          continue;
        /* Well inside, not at its edge. */
        left = gtk_widget_pick (self->map, i - 12, j + 14, GTK_PICK_DEFAULT);
        right = gtk_widget_pick (self->map, i + 12, j + 14, GTK_PICK_DEFAULT);
        if (left != widget || right != widget)
          continue;
        *x = i;
        *y = j + 14;
        return widget;
      }
  g_error ("%s is nowhere on the map", name);
}

static void
click (LegMapFixture *self, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (self->map);
  double left, top;
  graphene_point_t to;
  guint before = self->n_selected;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (gtk_widget_compute_point (self->map, GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &to));
  /* Without a window manager the window lies at the screen's origin. */
  xdotool_run ("mousemove %d %d click 1", (int) round (left + to.x), (int) round (top + to.y));
  while (self->n_selected == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_pointer (LegMapFixture *self, gconstpointer data)
{
  double x, y;
  LegatoLeg leg;

  find_area (self, map_test_find_zone (self->guide, "calf")->side_names[LEGATO_LEG_LEFT], &x, &y);
  /* From behind one's own left is on the left. */
  g_assert_cmpfloat (x, <, gtk_widget_get_width (self->map) / 2.0);
  if (!xdotool_is_there ())
    return;

  click (self, x, y);
  g_assert_cmpuint (self->n_selected, ==, 1);
  g_assert_cmpstr (self->zone->id, ==, "calf");
  g_assert_cmpint (self->leg, ==, LEGATO_LEG_LEFT);
  g_assert_true (legato_leg_map_get_selected (LEGATO_LEG_MAP (self->map), &leg)
                 == map_test_find_zone (self->guide, "calf"));
  g_assert_cmpint (leg, ==, LEGATO_LEG_LEFT);

  find_area (self, map_test_find_zone (self->guide, "hamstrings")->side_names[LEGATO_LEG_RIGHT], &x,
             &y);
  click (self, x, y);
  g_assert_cmpstr (self->zone->id, ==, "hamstrings");
  g_assert_cmpint (self->leg, ==, LEGATO_LEG_RIGHT);
}

static void
test_pointer_right_to_left (LegMapFixture *self, gconstpointer data)
{
  double x, y;

  gtk_widget_set_direction (self->window, GTK_TEXT_DIR_RTL);
  gtk_widget_set_direction (self->map, GTK_TEXT_DIR_RTL);
  map_test_wait_for_frame (self->map);
  find_area (self, map_test_find_zone (self->guide, "quadriceps")->side_names[LEGATO_LEG_LEFT], &x,
             &y);
  g_assert_cmpfloat (x, >, gtk_widget_get_width (self->map) / 2.0);
}

static void
test_keyboard (LegMapFixture *self, gconstpointer data)
{
  static const struct
  {
    GtkDirectionType direction;
    const char *zone;
    LegatoLeg leg;
  } walk[] = {
    { GTK_DIR_UP, "popliteal", LEGATO_LEG_LEFT },
    { GTK_DIR_UP, "hamstrings", LEGATO_LEG_LEFT },
    { GTK_DIR_RIGHT, "hamstrings", LEGATO_LEG_RIGHT },
    { GTK_DIR_DOWN, "popliteal", LEGATO_LEG_RIGHT },
    { GTK_DIR_DOWN, "calf", LEGATO_LEG_RIGHT },
    { GTK_DIR_LEFT, "calf", LEGATO_LEG_LEFT },
    { GTK_DIR_DOWN, "soleus", LEGATO_LEG_LEFT },
    { GTK_DIR_DOWN, "ankle", LEGATO_LEG_LEFT },
    { GTK_DIR_DOWN, "foot", LEGATO_LEG_LEFT },
    /* None lies farther. */
    { GTK_DIR_DOWN, "foot", LEGATO_LEG_LEFT },
  };

  /* Tab comes to the selected zone. */
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  legato_leg_map_set_selected (LEGATO_LEG_MAP (self->map), LEGATO_LEG_LEFT,
                               map_test_find_zone (self->guide, "calf"));
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  for (gsize i = 0; i < G_N_ELEMENTS (walk); i++)
    {
      const char *name = NULL;

      g_assert_true (gtk_widget_child_focus (self->window, walk[i].direction));
      name = leg_map_fixture_get_focus (self);
      g_assert_cmpstr (name, ==,
                       map_test_find_zone (self->guide, walk[i].zone)->side_names[walk[i].leg]);
    }

  g_assert_true (gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (self->window)),
                                             "zone.select", NULL));
  g_assert_cmpuint (self->n_selected, ==, 1);
  g_assert_cmpstr (self->zone->id, ==, "foot");
}

/* The legs stay on their sides, so the arrows do. */
static void
test_keyboard_right_to_left (LegMapFixture *self, gconstpointer data)
{
  gtk_widget_set_direction (self->window, GTK_TEXT_DIR_RTL);
  gtk_widget_set_direction (self->map, GTK_TEXT_DIR_RTL);
  map_test_wait_for_frame (self->map);
  test_keyboard (self, data);
}

/* Tab leaves the map in one step and comes back to where it was. */
static void
test_tab (LegMapFixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("before");
  GtkWidget *after = gtk_button_new_with_label ("after");
  const char *calf = map_test_find_zone (self->guide, "calf")->side_names[LEGATO_LEG_RIGHT];

  g_object_ref (self->map);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), self->map);
  gtk_box_append (GTK_BOX (box), after);
  g_object_unref (self->map);
  map_test_wait_for_frame (self->map);

  legato_leg_map_set_selected (LEGATO_LEG_MAP (self->map), LEGATO_LEG_RIGHT,
                               map_test_find_zone (self->guide, "calf"));
  gtk_widget_grab_focus (before);
  for (int round = 0; round < 2; round++)
    {
      gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
      g_assert_cmpstr (leg_map_fixture_get_focus (self), ==, calf);
      gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_widget_has_focus (after));
      gtk_widget_child_focus (self->window, GTK_DIR_TAB_BACKWARD);
      g_assert_cmpstr (leg_map_fixture_get_focus (self), ==, calf);
      gtk_widget_child_focus (self->window, GTK_DIR_TAB_BACKWARD);
      g_assert_true (gtk_widget_has_focus (before));
    }

  /* Turning the legs does not throw the focus out of the map. */
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  legato_leg_map_set_view (LEGATO_LEG_MAP (self->map), LEGATO_VIEW_FRONT);
  g_assert_nonnull (leg_map_fixture_get_focus (self));
}

/* Every zone of the guide can be reached by arrows from any other in its view. */
static void
test_all_in_reach (LegMapFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GQueue) queue = g_queue_new ();
  GtkWidget *widget;
  guint n_zones = 0;

  for (widget = gtk_widget_get_first_child (self->map); widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    n_zones += gtk_widget_get_focusable (widget);

  gtk_widget_child_focus (self->map, GTK_DIR_TAB_FORWARD);
  widget = gtk_root_get_focus (GTK_ROOT (self->window));
  g_hash_table_add (seen, widget);
  g_queue_push_tail (queue, widget);
  while ((widget = g_queue_pop_head (queue)) != NULL)
    for (int direction = GTK_DIR_UP; direction <= GTK_DIR_RIGHT; direction++)
      {
        gtk_widget_grab_focus (widget);
        if (!gtk_widget_child_focus (self->map, (GtkDirectionType) direction))
          continue;
        if (g_hash_table_add (seen, gtk_root_get_focus (GTK_ROOT (self->window))))
          g_queue_push_tail (queue, gtk_root_get_focus (GTK_ROOT (self->window)));
      }
  g_assert_cmpuint (n_zones, >=, 12);
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_zones);
}

static void
test_not_interactive (LegMapFixture *self, gconstpointer data)
{
  g_object_set (self->map, "interactive", FALSE, NULL);
  for (int y = 0; y < gtk_widget_get_height (self->map); y += 20)
    for (int x = 0; x < gtk_widget_get_width (self->map); x += 20)
      g_assert_true (gtk_widget_pick (self->map, x, y, GTK_PICK_DEFAULT) == self->map);
  g_assert_false (gtk_widget_child_focus (self->map, GTK_DIR_TAB_FORWARD));
}

int
main (int argc, char *argv[])
{
  if (!map_test_init (&argc, &argv))
    return 0;

#define ADD(path, data, func)                                                                      \
  g_test_add (path, LegMapFixture, data, leg_map_fixture_set_up, func, leg_map_fixture_tear_down)
#define FRONT GUINT_TO_POINTER (LEGATO_VIEW_FRONT)
#define BACK GUINT_TO_POINTER (LEGATO_VIEW_BACK)
  ADD ("/leg-map/pointer", BACK, test_pointer);
  ADD ("/leg-map/pointer/right-to-left", FRONT, test_pointer_right_to_left);
  ADD ("/leg-map/keyboard", BACK, test_keyboard);
  ADD ("/leg-map/keyboard/right-to-left", BACK, test_keyboard_right_to_left);
  ADD ("/leg-map/keyboard/tab", BACK, test_tab);
  ADD ("/leg-map/keyboard/all-in-reach/front", FRONT, test_all_in_reach);
  ADD ("/leg-map/keyboard/all-in-reach/back", BACK, test_all_in_reach);
  ADD ("/leg-map/not-interactive", BACK, test_not_interactive);
  return g_test_run ();
}
