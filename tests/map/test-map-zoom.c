/* test-map-zoom.c: the map brought nearer, in a real window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "find-winding.h"
#include "legato-leg-map-private.h"
#include "legato-zone-layer-testing.h"
#include "map-test-utils.h"
#include "xdotool.h"

/* GTK's, and some more. */
#define DOUBLE_CLICK_MS 500

typedef struct
{
  LegatoGuide *guide;
  GtkWidget *window;
  GtkWidget *map;
  LegatoLegMap *self; /* the same as `map` */
  guint n_selected;
  gint64 position;
} Fixture;

/* The camera stands, and all is drawn for where it stands. */
static void
wait_for_rest (Fixture *self)
{
  while (legato_map_zoom_is_moving (self->self->zoom) || self->self->comes_near
         || self->self->scale
                != legato_map_camera_get_scale (legato_map_zoom_get_camera (self->self->zoom))
         || self->self->sharp_scale != self->self->scale || !legato_leg_map_is_ready (self->self))
    g_main_context_iteration (NULL, TRUE);
}

/* Until what the screen has sent so far has been dealt with: motion waits for a frame. */
static void
wait_for_input (Fixture *self)
{
  map_test_settle (0);
  map_test_wait_for_frame (self->map);
}

static void
count_cb (LegatoLegMap *map, LegatoLeg leg, const LegatoZone *zone, Fixture *self)
{
  self->n_selected++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->guide = load_guide ();
  self->map = map_test_new_map (self->guide);
  self->self = LEGATO_LEG_MAP (self->map);
  g_signal_connect (self->map, "zone-selected", G_CALLBACK (count_cb), self);
  self->window = map_test_show (self->map, FALSE, 480, 700);
  wait_for_rest (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  map_test_close (self->window, self->map);
  legato_guide_unref (self->guide);
}

static const LegatoMapShape *
find_shape (Fixture *self, LegatoLeg leg, const char *id)
{
  LegatoMapArt *art = self->self->art;
  int index = legato_map_art_find_shape (art, leg, map_test_find_zone (self->guide, id));

  g_assert_cmpint (index, >=, 0);
  return legato_map_art_get_shape (art, (guint) index);
}

/* Where a place of the drawing is, by the camera alone. */
static graphene_point_t
to_map (Fixture *self, LegatoMapPoint at)
{
  const LegatoMapCamera *camera = legato_map_zoom_get_camera (self->self->zoom);
  double scale = legato_map_camera_get_scale (camera);

  return GRAPHENE_POINT_INIT (
      (float) (camera->room_width / 2 + (at.x - camera->centre.x) * scale),
      (float) (camera->room_height / 2 + (at.y - camera->centre.y) * scale));
}

static gboolean
is_seen (Fixture *self, LegatoMapPoint at)
{
  graphene_point_t point = to_map (self, at);

  return point.x >= 0 && point.y >= 0
         && point.x <= (float) legato_map_zoom_get_camera (self->self->zoom)->room_width
         && point.y <= (float) legato_map_zoom_get_camera (self->self->zoom)->room_height;
}

static void
act (Fixture *self, const char *action)
{
  gtk_widget_activate_action (self->map, action, NULL);
  wait_for_rest (self);
}

/* What lies there by the outlines themselves; @sure is %FALSE near an edge or beside all zones. */
static const char *
name_by_outlines (Fixture *self, double x, double y, double off, gboolean *sure)
{
  LegatoMapArt *art = self->self->art;
  const LegatoMapCamera *camera = legato_map_zoom_get_camera (self->self->zoom);
  double scale = legato_map_camera_get_scale (camera);
  double at_x = camera->centre.x + (x - camera->room_width / 2) / scale;
  double at_y = camera->centre.y + (y - camera->room_height / 2) / scale;
  const char *name = NULL;

  *sure = FALSE;
  for (guint i = 0; i < legato_map_art_get_n_shapes (art); i++)
    {
      const LegatoMapShape *shape = legato_map_art_get_shape (art, i);
      guint inside = 0;

      for (int j = 0; j < 9; j++)
        inside +=
            find_winding (shape->outline, at_x + off * (j % 3 - 1), at_y + off * (j / 3 - 1)) != 0;
      if (inside > 0)
        *sure = inside == 9;
      if (inside == 9)
        name = shape->zone->side_names[shape->leg];
    }
  return name;
}

/* Whatever the zoom, the zone under a pixel is the one whose outline is drawn there. */
static void
test_pick (Fixture *self, gconstpointer data)
{
  static const char *const zones[] = { NULL, "knee", "foot", "quadriceps" };

  for (gsize z = 0; z < G_N_ELEMENTS (zones); z++)
    {
      guint compared = 0;

      map_test_zoom (self->self,
                     zones[z] != NULL ? map_test_find_zone (self->guide, zones[z]) : NULL);
      wait_for_rest (self);
      g_assert_cmpint (legato_map_camera_is_zoomed (legato_map_zoom_get_camera (self->self->zoom)),
                       ==, zones[z] != NULL);
      for (int i = 0; i < 2500; i++)
        {
          double x = g_test_rand_double_range (
              0, legato_map_zoom_get_camera (self->self->zoom)->room_width);
          double y = g_test_rand_double_range (
              0, legato_map_zoom_get_camera (self->self->zoom)->room_height);
          /* A cell of the buffer, and a pixel. */
          double off = 1.1 + 1 / self->self->scale;
          gboolean sure;
          const char *name = name_by_outlines (self, x, y, off, &sure);
          GtkWidget *widget = gtk_widget_pick (self->map, x, y, GTK_PICK_DEFAULT);

          if (!sure || GTK_IS_BUTTON (widget) || GTK_IS_BUTTON (gtk_widget_get_parent (widget)))
            continue;
          g_assert_cmpstr (map_test_name_at (self->map, x, y), ==, name);
          compared++;
        }
      g_assert_cmpuint (compared, >, 500);
    }

  /* What is beyond the edge cannot be pointed at there. */
  g_assert_null (map_test_name_at (
      self->map, legato_map_zoom_get_camera (self->self->zoom)->room_width / 2, -20));
  g_assert_null (map_test_name_at (self->map,
                                   legato_map_zoom_get_camera (self->self->zoom)->room_width / 2,
                                   legato_map_zoom_get_camera (self->self->zoom)->room_height + 3));
}

static void
test_actions (Fixture *self, gconstpointer data)
{
  act (self, "map.zoom-in");
  g_assert_cmpfloat_with_epsilon (legato_map_zoom_get_goal (self->self->zoom), 1.5, 1e-6);
  for (int i = 0; i < 8; i++)
    act (self, "map.zoom-in");
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, LEGATO_MAP_CAMERA_MAX_ZOOM);
  act (self, "map.zoom-out");
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), <, LEGATO_MAP_CAMERA_MAX_ZOOM);
  act (self, "map.zoom-fit");
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);

  /* Another view, and a map that is only looked at, show the whole legs. */
  act (self, "map.zoom-in");
  legato_leg_map_set_view (self->self, LEGATO_VIEW_BACK);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);
  wait_for_rest (self);
  act (self, "map.zoom-in");
  g_object_set (self->map, "interactive", FALSE, NULL);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);
  wait_for_rest (self);
  gtk_widget_activate_action (self->map, "map.zoom-in", NULL);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);
}

/* A button is there for each way, with a name; what cannot be done is not offered. */
static void
test_controls (Fixture *self, gconstpointer data)
{
  guint n = 0;

  for (int zoomed = 0; zoomed <= 1; zoomed++)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->self->controls));
           child != NULL; child = gtk_widget_get_next_sibling (child))
        if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child))
          {
            g_assert_nonnull (gtk_widget_get_tooltip_text (child));
            g_assert_true (gtk_widget_is_sensitive (child));
            n++;
          }
      g_assert_cmpuint (n, ==, zoomed ? 1 + 3 : 1);
      act (self, "map.zoom-in");
    }
}

/* Whichever place is chosen, the buttons zoom toward it and keep it in sight. */
static void
test_toward_chosen (Fixture *self, gconstpointer data)
{
  const char *const zones[] = { "foot", "knee", "tfl" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      const LegatoMapShape *shape = find_shape (self, LEGATO_LEG_LEFT, zones[i]);

      legato_leg_map_set_selected (self->self, shape->leg, shape->zone);
      for (int step = 0; step < 5; step++)
        {
          act (self, step < 4 ? "map.zoom-in" : "map.zoom-out");
          g_assert_true (is_seen (self, shape->centre));
        }
      act (self, "map.zoom-fit");
    }
}

/* With the wish for no motion the map is there at once. */
static void
test_still (Fixture *self, gconstpointer data)
{
  const LegatoMapShape *knee = find_shape (self, LEGATO_LEG_LEFT, "knee");

  map_test_zoom (self->self, knee->zone);
  g_assert_cmpfloat (legato_map_zoom_get_camera (self->self->zoom)->zoom, ==, 1);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), >, 1.5);
  wait_for_rest (self);
  g_assert_true (is_seen (self, knee->centre));

  map_test_zoom (self->self, NULL);
  wait_for_rest (self);
  g_object_set (self->map, "reduced-motion", TRUE, NULL);
  map_test_zoom (self->self, knee->zone);
  g_assert_cmpfloat (legato_map_zoom_get_camera (self->self->zoom)->zoom, >, 1.5);
  wait_for_rest (self);
}

static LegatoTimeline *
make_timeline (Fixture *self, const char *const *zones)
{
  g_autoptr (LegatoPlan) plan = NULL;
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  LegatoStep *step = legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WORK,
                                      legato_guide_find_technique (self->guide, "effleurage"),
                                      LEGATO_PRESSURE_LIGHT, 20);

  for (; *zones != NULL; zones++)
    g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, *zones));
  g_ptr_array_add (steps, step);
  plan = legato_plan_new (self->guide, NULL, steps);
  return legato_timeline_new (plan, 0);
}

/* A map that comes near goes to what is chosen, also in another view, until all is asked for. */
static void
test_near_what_is_chosen (Fixture *self, gconstpointer data)
{
  const LegatoZone *calf = map_test_find_zone (self->guide, "calf");

  g_object_set (self->map, "near", TRUE, "view", LEGATO_VIEW_BACK, NULL);
  wait_for_rest (self);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);

  legato_leg_map_set_selected (self->self, LEGATO_LEG_LEFT, calf);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), >, 1.8);
  wait_for_rest (self);
  g_assert_true (is_seen (self, find_shape (self, LEGATO_LEG_LEFT, "calf")->centre));
  g_assert_false (is_seen (self, find_shape (self, LEGATO_LEG_RIGHT, "gluteus")->centre));

  legato_leg_map_set_view (self->self, LEGATO_VIEW_INNER);
  wait_for_rest (self);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), >, 1.8);
  g_assert_true (is_seen (self, find_shape (self, LEGATO_LEG_LEFT, "calf")->centre));

  /* Who wants to see all is not taken back there by choosing the same again, or by turning. */
  act (self, "map.zoom-fit");
  legato_leg_map_set_selected (self->self, LEGATO_LEG_LEFT, calf);
  legato_leg_map_set_view (self->self, LEGATO_VIEW_BACK);
  wait_for_rest (self);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);

  legato_leg_map_set_selected (self->self, LEGATO_LEG_RIGHT, calf);
  wait_for_rest (self);
  g_assert_true (is_seen (self, find_shape (self, LEGATO_LEG_RIGHT, "calf")->centre));
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), >, 1.8);
  legato_leg_map_set_selected (self->self, LEGATO_LEG_RIGHT, NULL);
  wait_for_rest (self);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);
}

/* The same technique on the other leg or another place is as near as there from the start, and on
 * both legs about as near: the arms come from one's own body. */
static void
test_near_another_place (Fixture *self, gconstpointer data)
{
  const LegatoTechnique *kneading = legato_guide_find_technique (self->guide, "petrissage");
  static const char *const places[] = { "calf", "soleus" };
  double zoom[3] = { 0, 0, 0 };

  g_object_set (self->map, "near", TRUE, "view", LEGATO_VIEW_BACK, NULL);
  for (int before = 0; before < 2; before++)
    for (int i = 0; i < 3; i++)
      {
        LegatoLeg leg = i % 2 == 0 ? LEGATO_LEG_LEFT : LEGATO_LEG_RIGHT;
        const LegatoZone *zone = map_test_find_zone (self->guide, places[i / 2]);

        if (before == 0)
          {
            legato_leg_map_demonstrate (self->self, leg, zone, NULL);
            legato_leg_map_set_selected (self->self, leg, NULL);
          }
        legato_leg_map_set_selected (self->self, leg, zone);
        legato_leg_map_demonstrate (self->self, leg, zone, kneading);
        wait_for_rest (self);
        g_assert_true (is_seen (self, find_shape (self, leg, places[i / 2])->centre));
        if (before == 0)
          zoom[i] = legato_map_zoom_get_goal (self->self->zoom);
        else
          g_assert_cmpfloat_with_epsilon (legato_map_zoom_get_goal (self->self->zoom), zoom[i],
                                          0.001);
      }
  g_assert_cmpfloat_with_epsilon (zoom[0], zoom[1], 0.1);
}

/* The one button of a map that follows the hands. */
static GtkWidget *
find_near_button (Fixture *self)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->self->controls));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      {
        g_assert_null (found);
        found = child;
      }
  return found;
}

/* It follows the hands of a session, and shows the whole leg when they go over all of it. */
static void
test_near_the_hands (Fixture *self, gconstpointer data)
{
  static const char *const shin[] = { "shin", NULL };
  static const char *const all[] = { "foot", "shin", "knee", "quadriceps", NULL };
  g_autoptr (LegatoTimeline) short_way = make_timeline (self, shin);
  g_autoptr (LegatoTimeline) long_way = make_timeline (self, all);

  g_object_set (self->map, "interactive", FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->self->controls)));
  g_object_set (self->map, "near", TRUE, NULL);
  for (int round = 0; round < 2; round++)
    {
      legato_leg_map_set_timeline (self->self, short_way);
      wait_for_rest (self);
      g_assert_cmpfloat (legato_map_zoom_get_camera (self->self->zoom)->zoom, >, 1.8);
      g_assert_true (is_seen (self, find_shape (self, LEGATO_LEG_LEFT, "shin")->centre));
      if (round == 0)
        {
          /* Near no longer, and near again. */
          g_signal_emit_by_name (find_near_button (self), "clicked");
          wait_for_rest (self);
          g_assert_cmpfloat (legato_map_zoom_get_camera (self->self->zoom)->zoom, ==, 1);
          g_signal_emit_by_name (find_near_button (self), "clicked");
          wait_for_rest (self);
          g_assert_cmpfloat (legato_map_zoom_get_camera (self->self->zoom)->zoom, >, 1.8);
        }
      legato_leg_map_set_timeline (self->self, round == 0 ? long_way : NULL);
      wait_for_rest (self);
      g_assert_cmpfloat (legato_map_zoom_get_camera (self->self->zoom)->zoom, ==, 1);
    }
}

/* A sleeve is seen with the whole leg, also where a place is chosen. */
static void
test_sleeve_is_seen_whole (Fixture *self, gconstpointer data)
{
  const LegatoZone *calf = map_test_find_zone (self->guide, "calf");

  g_object_set (self->map, "near", TRUE, "view", LEGATO_VIEW_BACK, NULL);
  legato_leg_map_set_selected (self->self, LEGATO_LEG_LEFT, calf);
  wait_for_rest (self);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), >, 1.8);
  legato_leg_map_demonstrate (self->self, LEGATO_LEG_LEFT, calf,
                              legato_guide_find_technique (self->guide, "compression-sleeve"));
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);
  legato_leg_map_demonstrate (self->self, LEGATO_LEG_LEFT, calf, NULL);
  g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), >, 1.8);
}

/* A place that is chosen before the map has ever been seen is near when it is. */
static void
test_near_from_the_start (void)
{
  g_autoptr (LegatoGuide) guide = load_guide ();
  GtkWidget *map = map_test_new_map (guide);
  LegatoMapCamera camera, fitting;
  const LegatoMapShape *knee;
  GtkWidget *window;

  g_object_set (map, "near", TRUE, NULL);
  legato_leg_map_set_selected (LEGATO_LEG_MAP (map), LEGATO_LEG_LEFT,
                               map_test_find_zone (guide, "knee"));
  window = map_test_show (map, FALSE, 480, 700);
  while (!legato_leg_map_is_ready (LEGATO_LEG_MAP (map)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (legato_map_zoom_get_goal (LEGATO_LEG_MAP (map)->zoom), >, 1.8);
  knee = legato_map_art_get_shape (
      LEGATO_LEG_MAP (map)->art,
      (guint) legato_map_art_find_shape (LEGATO_LEG_MAP (map)->art, LEGATO_LEG_LEFT,
                                         map_test_find_zone (guide, "knee")));

  /* In another room it is as near as that allows, and can be seen to be near. */
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 500);
  while (gtk_widget_get_width (map) != 300 || LEGATO_LEG_MAP (map)->sharp_scale == 0)
    g_main_context_iteration (NULL, TRUE);
  camera = *legato_map_zoom_get_camera (LEGATO_LEG_MAP (map)->zoom);
  fitting = camera;
  legato_map_camera_approach (&fitting, &knee->outline->box);
  g_assert_true (legato_map_camera_equal (&camera, &fitting));
  map_test_close (window, map);
}

/* Focus, choice and the arrows bring what they come to into sight; the arrows with Shift move the
 * legs instead. */
static void
test_reveal (Fixture *self, gconstpointer data)
{
  const LegatoMapShape *foot = find_shape (self, LEGATO_LEG_LEFT, "foot");
  const LegatoMapShape *thigh = find_shape (self, LEGATO_LEG_RIGHT, "quadriceps");
  double before;

  legato_leg_map_set_selected (self->self, LEGATO_LEG_LEFT, foot->zone);
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  map_test_zoom (self->self, foot->zone);
  wait_for_rest (self);
  g_assert_true (is_seen (self, foot->centre));
  g_assert_false (is_seen (self, thigh->centre));

  for (int i = 0; i < 7; i++)
    {
      LegatoZoneArea *area;

      gtk_widget_child_focus (self->window, GTK_DIR_UP);
      wait_for_rest (self);
      area = legato_zone_layer_get_focused (self->self->zones);
      g_assert_nonnull (area);
      g_assert_true (is_seen (self, legato_zone_area_get_shape (area)->centre));
    }
  g_assert_false (is_seen (self, foot->centre));

  legato_leg_map_set_selected (self->self, LEGATO_LEG_LEFT, foot->zone);
  wait_for_rest (self);
  g_assert_true (is_seen (self, foot->centre));
  legato_leg_map_set_selected (self->self, LEGATO_LEG_RIGHT, thigh->zone);
  wait_for_rest (self);
  g_assert_true (is_seen (self, thigh->centre));

  before = legato_map_zoom_get_camera (self->self->zoom)->centre.y;
  gtk_widget_activate_action (self->map, "map.pan", "(ii)", 0, 1);
  wait_for_rest (self);
  g_assert_cmpfloat (legato_map_zoom_get_camera (self->self->zoom)->centre.y, >, before);
}

/* Moves the pointer to a place of the drawing; without a window manager the window lies at the
 * screen's origin. */
static void
point_at (Fixture *self, LegatoMapPoint at)
{
  int scale = gtk_widget_get_scale_factor (self->map);
  graphene_point_t to = to_map (self, at), in_window;
  GtkNative *native = gtk_widget_get_native (self->map);
  double left, top;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (gtk_widget_compute_point (self->map, GTK_WIDGET (native), &to, &in_window));
  xdotool_run ("mousemove %d %d", (int) (left + in_window.x) * scale,
               (int) (top + in_window.y) * scale);
  wait_for_input (self);
}

static void
wait_for_zoom (Fixture *self, double least, double most)
{
  while (legato_map_zoom_get_goal (self->self->zoom) < least
         || legato_map_zoom_get_goal (self->self->zoom) > most)
    g_main_context_iteration (NULL, TRUE);
  wait_for_rest (self);
}

static void
test_wheel (Fixture *self, gconstpointer data)
{
  const LegatoMapShape *knee = find_shape (self, LEGATO_LEG_LEFT, "knee");
  graphene_point_t before, after;

  if (!xdotool_is_there ())
    return;
  point_at (self, knee->centre);
  before = to_map (self, knee->centre);
  xdotool_run ("click --repeat 5 --delay 20 4");
  wait_for_zoom (self, 2, 6);
  after = to_map (self, knee->centre);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 3);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 3);
  g_assert_cmpstr (map_test_name_at (self->map, (double) before.x, (double) before.y), ==,
                   knee->zone->side_names[LEGATO_LEG_LEFT]);
  xdotool_run ("click --repeat 9 --delay 20 5");
  wait_for_zoom (self, 1, 1);

  /* Within something that scrolls the plain wheel is not the map's. */
  {
    GtkWidget *scroller = gtk_scrolled_window_new ();

    g_object_ref (self->map);
    gtk_window_set_child (GTK_WINDOW (self->window), NULL);
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->map);
    gtk_window_set_child (GTK_WINDOW (self->window), scroller);
    g_object_unref (self->map);
    map_test_wait_for_frame (self->map);
    point_at (self, knee->centre);
    xdotool_run ("click 4");
    wait_for_input (self);
    g_assert_cmpfloat (legato_map_zoom_get_goal (self->self->zoom), ==, 1);
    xdotool_run ("keydown ctrl click 4 click 4 keyup ctrl");
    wait_for_zoom (self, 1.3, 6);
  }
}

/* Twice on a zone and twice again; in between it can be dragged, which chooses nothing. */
static void
test_double_click_and_drag (Fixture *self, gconstpointer data)
{
  const LegatoMapShape *knee = find_shape (self, LEGATO_LEG_LEFT, "knee");
  graphene_point_t before, after;
  guint n_selected;

  if (!xdotool_is_there ())
    return;
  point_at (self, knee->centre);
  xdotool_run ("click --repeat 2 --delay 40 1");
  wait_for_zoom (self, 1.5, 6);
  g_assert_cmpuint (self->n_selected, ==, 1);
  g_assert_true (is_seen (self, knee->centre));

  point_at (self, knee->centre);
  before = to_map (self, knee->centre);
  n_selected = self->n_selected;
  xdotool_run ("mousedown 1 mousemove_relative 0 -30 sleep 0.05 mousemove_relative 0 -40 "
               "sleep 0.05 mouseup 1");
  do
    {
      map_test_wait_for_frame (self->map);
      after = to_map (self, knee->centre);
    }
  while (after.y > before.y - 60);
  g_assert_cmpfloat_with_epsilon (after.y, before.y - 70, 3);
  g_assert_cmpuint (self->n_selected, ==, n_selected);
  wait_for_rest (self);

  /* From elsewhere twice goes to the zone, and only then back. The desktop counts clicks together
   * within so long a time. */
  point_at (self, knee->centre);
  map_test_settle (DOUBLE_CLICK_MS);
  xdotool_run ("click --repeat 2 --delay 40 1");
  wait_for_zoom (self, 1.5, 6);
  wait_for_rest (self);
  point_at (self, knee->centre);
  map_test_settle (DOUBLE_CLICK_MS);
  xdotool_run ("click --repeat 2 --delay 40 1");
  wait_for_zoom (self, 1, 1);
}

/* The first of two clicks brings the place near, and the second means the same place. */
static void
choose_cb (LegatoLegMap *map, LegatoLeg leg, const LegatoZone *zone, Fixture *self)
{
  legato_leg_map_set_selected (map, leg, zone);
}

static void
test_double_click_near (Fixture *self, gconstpointer data)
{
  const LegatoMapShape *foot = find_shape (self, LEGATO_LEG_LEFT, "foot");
  double near;

  if (!xdotool_is_there ())
    return;
  g_object_set (self->map, "near", TRUE, NULL);
  g_signal_connect (self->map, "zone-selected", G_CALLBACK (choose_cb), self);
  legato_leg_map_set_selected (self->self, LEGATO_LEG_LEFT, foot->zone);
  near = legato_map_zoom_get_goal (self->self->zoom);
  act (self, "map.zoom-fit");
  legato_leg_map_set_selected (self->self, LEGATO_LEG_LEFT, NULL);
  wait_for_rest (self);

  point_at (self, foot->centre);
  xdotool_run ("click --repeat 2 --delay 120 1");
  wait_for_zoom (self, near + 0.01, LEGATO_MAP_CAMERA_MAX_ZOOM);
  g_assert_cmpuint (self->n_selected, ==, 1);
  g_assert_true (is_seen (self, foot->centre));
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  double before;

  if (!xdotool_is_there ())
    return;
  point_at (self, find_shape (self, LEGATO_LEG_LEFT, "knee")->centre);
  xdotool_run ("click 1");
  while (self->n_selected == 0)
    g_main_context_iteration (NULL, TRUE);
  xdotool_run ("key plus");
  wait_for_zoom (self, 1.4, 1.6);
  xdotool_run ("key ctrl+plus key KP_Add");
  wait_for_zoom (self, 3, 6);
  before = legato_map_zoom_get_camera (self->self->zoom)->centre.y;
  xdotool_run ("key shift+Down");
  while (legato_map_zoom_get_camera (self->self->zoom)->centre.y <= before)
    g_main_context_iteration (NULL, TRUE);
  wait_for_rest (self);
  xdotool_run ("key minus");
  wait_for_zoom (self, 1.9, 2.6);
  xdotool_run ("key Escape");
  wait_for_zoom (self, 1, 1);
  xdotool_run ("key plus");
  wait_for_zoom (self, 1.4, 1.6);
  xdotool_run ("key ctrl+0");
  wait_for_zoom (self, 1, 1);
}

int
main (int argc, char *argv[])
{
  if (!map_test_init (&argc, &argv))
    return 0;

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/map-zoom/pick", test_pick);
  ADD ("/map-zoom/actions", test_actions);
  ADD ("/map-zoom/controls", test_controls);
  ADD ("/map-zoom/sleeve", test_sleeve_is_seen_whole);
  ADD ("/map-zoom/still", test_still);
  ADD ("/map-zoom/toward-chosen", test_toward_chosen);
  ADD ("/map-zoom/near-what-is-chosen", test_near_what_is_chosen);
  ADD ("/map-zoom/near-another-place", test_near_another_place);
  ADD ("/map-zoom/near-the-hands", test_near_the_hands);
  g_test_add_func ("/map-zoom/near-from-the-start", test_near_from_the_start);
  ADD ("/map-zoom/double-click-near", test_double_click_near);
  ADD ("/map-zoom/reveal", test_reveal);
  ADD ("/map-zoom/wheel", test_wheel);
  ADD ("/map-zoom/double-click-and-drag", test_double_click_and_drag);
  ADD ("/map-zoom/keys", test_keys);
  return g_test_run ();
}
