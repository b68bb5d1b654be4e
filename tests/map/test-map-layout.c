/* test-map-layout.c: the map from a narrow phone to a large screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "legato-leg-map-private.h"
#include "map-test-utils.h"
#include "painting.h"

static const LegatoView views[] = { LEGATO_VIEW_FRONT, LEGATO_VIEW_BACK, LEGATO_VIEW_OUTER,
                                    LEGATO_VIEW_INNER, LEGATO_VIEW_SOLE };

/* In pixels of a screen of scale 1; the last becomes as many pixels at each scale. It is dear, and
 * where there is so much room words and sides change little: all views once, then one. */
static const struct
{
  int width;
  int height;
} sizes[] = { { 300, 480 }, { 300, 1000 }, { 360, 232 }, { 1000, 700 }, { 3840, 2160 } };

typedef struct
{
  LegatoGuide *guide;
  GtkWidget *window;
  GtkWidget *map;
  LegatoLegMap *self; /* the same as `map` */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->guide = load_guide ();
  self->map = map_test_new_map (self->guide);
  self->self = LEGATO_LEG_MAP (self->map);
  self->window = map_test_show (self->map, FALSE, sizes[0].width, sizes[0].height);
  painting_stop (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  map_test_close (self->window, self->map);
  legato_guide_unref (self->guide);
}

static graphene_rect_t
get_bounds (Fixture *self, GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, self->map, &bounds));
  return bounds;
}

/* Where the whole drawing is. */
static graphene_rect_t
get_drawing (Fixture *self)
{
  double width = legato_map_art_get_width (self->self->art);

  return GRAPHENE_RECT_INIT (
      (float) self->self->left, (float) self->self->top, (float) (width * self->self->scale),
      (float) (legato_map_art_get_height (self->self->art) * self->self->scale));
}

/* Each zone is found where it lies, and each leg on its own side. */
static void
check_zones (Fixture *self, LegatoView view)
{
  LegatoMapArt *art = self->self->art;
  double middle = gtk_widget_get_width (self->map) / 2.0;

  for (guint i = 0; i < legato_map_art_get_n_shapes (art); i++)
    {
      const LegatoMapShape *shape = legato_map_art_get_shape (art, i);
      double x = self->self->left + shape->centre.x * self->self->scale;
      double y = self->self->top + shape->centre.y * self->self->scale;

      g_assert_cmpstr (map_test_name_at (self->map, x, y), ==, shape->zone->side_names[shape->leg]);
      /* One's own left is on the right of the front and on the left of the back, in any language.
       */
      if (view == LEGATO_VIEW_FRONT)
        g_assert_cmpint (x > middle, ==, shape->leg == LEGATO_LEG_LEFT);
      if (view == LEGATO_VIEW_BACK)
        g_assert_cmpint (x < middle, ==, shape->leg == LEGATO_LEG_LEFT);
    }
}

/* Nothing covers the legs or lies beyond the map; the legs use the room that there is. */
static void
check_rest (Fixture *self, gboolean to_left)
{
  int width = gtk_widget_get_width (self->map), height = gtk_widget_get_height (self->map);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_rect_t drawing = get_drawing (self);
  guint n_controls = 0, n_labels = 0;

  g_assert_true (graphene_rect_contains_rect (&all, &drawing));
  g_assert_true (drawing.size.width > 0.7f * (float) width
                 || drawing.size.height > 0.75f * (float) height);
  for (GtkWidget *child = gtk_widget_get_first_child (self->map); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds, overlap;

      if (!gtk_widget_get_mapped (child)
          || (!LEGATO_IS_MAP_CONTROLS (child) && !GTK_IS_LABEL (child)))
        continue;
      bounds = get_bounds (self, child);
      g_assert_true (graphene_rect_contains_rect (&all, &bounds));
      if (graphene_rect_intersection (&bounds, &drawing, &overlap))
        g_assert_cmpfloat (overlap.size.height, <, 1.5f);
      n_controls += LEGATO_IS_MAP_CONTROLS (child);
      n_labels += GTK_IS_LABEL (child);
      if (LEGATO_IS_MAP_CONTROLS (child))
        g_assert_cmpint (bounds.origin.x < (float) width / 2, ==, to_left);
    }
  g_assert_cmpuint (n_controls, ==, 1);
  g_assert_cmpuint (n_labels, ==, 2);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* A frame has been laid out and painted after what was done before. */
static void
wait_for_frame (Fixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->map);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (self->map);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static void
wait_for_size (Fixture *self, int width, int height)
{
  wait_for_frame (self);
  while (gtk_widget_get_width (self->map) != width || gtk_widget_get_height (self->map) != height
         || legato_map_turn_is_running (self->self->turn))
    g_main_context_iteration (NULL, TRUE);
}

/* The drawing is there, which takes far longer than to find its place. */
static void
wait_for_drawing (Fixture *self)
{
  while (!legato_leg_map_is_ready (self->self))
    g_main_context_iteration (NULL, TRUE);
}

static void
check_all (Fixture *self, GtkTextDirection direction, gsize n_views_of_last)
{
  gtk_widget_set_direction (self->map, direction);
  g_object_set (self->map, "reduced-motion", TRUE, NULL);
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      gboolean last = s + 1 == G_N_ELEMENTS (sizes);
      int scale = last ? MAX (1, gtk_widget_get_scale_factor (self->map)) : 1;
      int width = sizes[s].width / scale, height = sizes[s].height / scale;

      gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
      gtk_window_present (GTK_WINDOW (self->window));
      for (gsize v = 0; v < (last ? n_views_of_last : G_N_ELEMENTS (views)); v++)
        {
          g_test_message ("%d×%d, view %u", width, height, views[v]);
          legato_leg_map_set_view (self->self, views[v]);
          wait_for_size (self, width, height);
          check_zones (self, views[v]);
          check_rest (self, direction == GTK_TEXT_DIR_RTL);
        }
    }
}

/* The last of all tests: from its end on the legs are drawn. */
static void
test_sizes (Fixture *self, gconstpointer data)
{
  check_all (self, GTK_TEXT_DIR_LTR, G_N_ELEMENTS (views));
  painting_want_pictures ();
  legato_leg_map_set_view (self->self, views[0]);
  wait_for_drawing (self);
  legato_leg_map_set_view (self->self, views[G_N_ELEMENTS (views) - 1]);
  wait_for_drawing (self);
  check_zones (self, views[G_N_ELEMENTS (views) - 1]);
  check_rest (self, FALSE);
}

static void
test_right_to_left (Fixture *self, gconstpointer data)
{
  check_all (self, GTK_TEXT_DIR_RTL, 1);
}

static void
test_large_text (Fixture *self, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-font-name", "Sans 22", NULL);
  check_all (self, GTK_TEXT_DIR_LTR, 1);
  gtk_settings_reset_property (settings, "gtk-font-name");
}

int
main (int argc, char *argv[])
{
  if (!map_test_init (&argc, &argv))
    return 0;

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/map-layout/right-to-left", test_right_to_left);
  ADD ("/map-layout/large-text", test_large_text);
  ADD ("/map-layout/sizes", test_sizes);
  return g_test_run ();
}
