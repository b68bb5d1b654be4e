/* map-test-utils.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "map-test-utils.h"

#include "legato-leg-map-private.h"
#include "legato-zone-area.h"

/* Says so where there is no display, and then returns %FALSE. */
gboolean
map_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (gtk_init_check ())
    return TRUE;
  g_print ("1..0 # SKIP no display\n");
  return FALSE;
}

/* A map with drawings of its own. */
GtkWidget *
map_test_new_map (LegatoGuide *guide)
{
  g_autoptr (LegatoMapViews) views = legato_map_views_new (guide);

  return legato_leg_map_new (views);
}

const LegatoZone *
map_test_find_zone (LegatoGuide *guide, const char *id)
{
  const LegatoZone *zone = legato_guide_find_zone (guide, id);

  g_assert_nonnull (zone);
  return zone;
}

/* Shows a place of the left leg large; %NULL shows the whole legs. */
void
map_test_zoom (LegatoLegMap *map, const LegatoZone *zone)
{
  int index = zone != NULL ? legato_map_art_find_shape (map->art, LEGATO_LEG_LEFT, zone) : -1;

  legato_map_zoom_show (
      map->zoom,
      index >= 0 ? &legato_map_art_get_shape (map->art, (guint) index)->outline->box : NULL);
}

/* Shows @map in a window of its own. */
GtkWidget *
map_test_show (GtkWidget *map, gboolean decorated, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), decorated);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Returns when @map is gone: a frame or a rendering may hold it for a moment. */
void
map_test_close (GtkWidget *window, GtkWidget *map)
{
  gpointer left = map;

  g_object_add_weak_pointer (G_OBJECT (map), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until @widget has been laid out and drawn anew, however busy the machine is. */
void
map_test_wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean drawn = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (over_cb), &drawn);

  gtk_widget_queue_draw (widget);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* Returns: (transfer none) (nullable): the name of the zone that a click at @x, @y would hit */
const char *
map_test_name_at (GtkWidget *map, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (map, x, y, GTK_PICK_DEFAULT);

  return widget != NULL && LEGATO_IS_ZONE_AREA (widget) ? gtk_widget_get_tooltip_text (widget)
                                                        : NULL;
}

/* Lets the main loop run for @ms at least, and until what the screen has sent so far, as a click,
 * has been dealt with, however busy the machine is. */
void
map_test_settle (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}
