/* test-leg-map.c: the map in a real window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "legato-leg-map-private.h"
#include "legato-leg-map-testing.h"
#include "map-test-utils.h"
#include "xdotool.h"

/* So long nothing is drawn when nothing moves. */
#define STILL_MS 400

typedef struct
{
  LegatoGuide *guide;
  GtkWidget *window;
  GtkWidget *map;
  LegatoLeg leg;
  const LegatoZone *zone;
  guint n_selected;
  gint64 position;
  guint n_asked;
} Fixture;

static void
selected_cb (LegatoLegMap *map, LegatoLeg leg, const LegatoZone *zone, Fixture *self)
{
  self->leg = leg;
  self->zone = zone;
  self->n_selected++;
}

static void
wait_until (gboolean (*done) (Fixture *self), Fixture *self)
{
  while (!done (self))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_ready (Fixture *self)
{
  return legato_leg_map_is_ready (LEGATO_LEG_MAP (self->map));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  LegatoView view = data != NULL ? GPOINTER_TO_UINT (data) : LEGATO_VIEW_BACK;

  self->guide = map_test_load_guide ();
  self->map = map_test_new_map (self->guide);
  g_object_set (self->map, "view", view, NULL);
  g_signal_connect (self->map, "zone-selected", G_CALLBACK (selected_cb), self);
  self->window = map_test_show (self->map, TRUE, 480, 800);
  wait_until (is_ready, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  map_test_close (self->window, self->map);
  legato_guide_unref (self->guide);
}

/* The zone's widget, found as the pointer finds it: by going over the map. */
static GtkWidget *
find_area (Fixture *self, const char *name, double *x, double *y)
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
click (Fixture *self, double x, double y)
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
test_pointer (Fixture *self, gconstpointer data)
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
test_pointer_right_to_left (Fixture *self, gconstpointer data)
{
  double x, y;

  gtk_widget_set_direction (self->window, GTK_TEXT_DIR_RTL);
  gtk_widget_set_direction (self->map, GTK_TEXT_DIR_RTL);
  map_test_wait_for_frame (self->map);
  find_area (self, map_test_find_zone (self->guide, "quadriceps")->side_names[LEGATO_LEG_LEFT], &x,
             &y);
  g_assert_cmpfloat (x, >, gtk_widget_get_width (self->map) / 2.0);
}

static const char *
get_focus_name (Fixture *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->map));

  return focus != NULL ? gtk_widget_get_tooltip_text (focus) : NULL;
}

static void
test_keyboard (Fixture *self, gconstpointer data)
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
      name = get_focus_name (self);
      g_assert_cmpstr (name, ==,
                       map_test_find_zone (self->guide, walk[i].zone)->side_names[walk[i].leg]);
    }

  g_assert_true (gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (self->window)),
                                             "zone.select", NULL));
  g_assert_cmpuint (self->n_selected, ==, 1);
  g_assert_cmpstr (self->zone->id, ==, "soleus");
}

/* Tab leaves the map in one step and comes back to where it was. */
static void
test_tab (Fixture *self, gconstpointer data)
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
      g_assert_cmpstr (get_focus_name (self), ==, calf);
      gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_widget_has_focus (after));
      gtk_widget_child_focus (self->window, GTK_DIR_TAB_BACKWARD);
      g_assert_cmpstr (get_focus_name (self), ==, calf);
      gtk_widget_child_focus (self->window, GTK_DIR_TAB_BACKWARD);
      g_assert_true (gtk_widget_has_focus (before));
    }

  /* Turning the legs does not throw the focus out of the map. */
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  legato_leg_map_set_view (LEGATO_LEG_MAP (self->map), LEGATO_VIEW_FRONT);
  g_assert_nonnull (get_focus_name (self));
}

/* Every zone of the guide can be reached by arrows from any other in its view. */
static void
test_all_in_reach (Fixture *self, gconstpointer data)
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
test_not_interactive (Fixture *self, gconstpointer data)
{
  g_object_set (self->map, "interactive", FALSE, NULL);
  for (int y = 0; y < gtk_widget_get_height (self->map); y += 20)
    for (int x = 0; x < gtk_widget_get_width (self->map); x += 20)
      g_assert_true (gtk_widget_pick (self->map, x, y, GTK_PICK_DEFAULT) == self->map);
  g_assert_false (gtk_widget_child_focus (self->map, GTK_DIR_TAB_FORWARD));
}

static gint64
position_func (LegatoLegMap *map, gint64 time_us, gpointer user_data)
{
  Fixture *self = user_data;

  self->n_asked++;
  return self->position;
}

/* Twenty seconds of one technique on one zone of the left leg. */
static LegatoTimeline *
make_timeline (Fixture *self, const char *zone, const char *technique, const LegatoCue *cue)
{
  g_autoptr (LegatoPlan) plan = NULL;
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) legato_step_free);
  LegatoStep *step = legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WORK,
                                      legato_guide_find_technique (self->guide, technique),
                                      LEGATO_PRESSURE_LIGHT, 20);

  g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, zone));
  g_ptr_array_add (steps, step);
  plan = legato_plan_new (self->guide, NULL, steps);
  return cue != NULL ? legato_timeline_new_from_cues (plan, cue, 1, 20 * LEGATO_SECOND)
                     : legato_timeline_new (plan, 0);
}

static void
go_to (Fixture *self, gint64 position)
{
  guint before = self->n_asked;

  self->position = position;
  while (self->n_asked < before + 2)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
names_zone (Fixture *self, graphene_point_t point, const char *name)
{
  GtkWidget *widget = gtk_widget_pick (self->map, point.x, point.y, GTK_PICK_DEFAULT);
  const char *tooltip = widget != NULL ? gtk_widget_get_tooltip_text (widget) : NULL;

  return g_strcmp0 (tooltip, name) == 0;
}

/* The hand is where the timeline says: at the ends at the ends, in between in between. */
static void
test_hand (Fixture *self, gconstpointer data)
{
  const LegatoZone *calf = map_test_find_zone (self->guide, "calf");
  const LegatoCue cue = { LEGATO_CUE_GLIDE,
                          0,
                          LEGATO_LEG_LEFT,
                          calf,
                          LEGATO_PRESSURE_LIGHT,
                          2 * LEGATO_SECOND,
                          4 * LEGATO_SECOND,
                          0,
                          1 };
  g_autoptr (LegatoTimeline) timeline = make_timeline (self, "calf", "effleurage", &cue);
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  graphene_point_t start, middle, end, again;

  g_assert_false (legato_leg_map_get_hand (map, &start));
  legato_leg_map_set_position_func (map, position_func, self, NULL);
  legato_leg_map_set_timeline (map, timeline);
  legato_leg_map_set_playing (map, TRUE);

  go_to (self, 2 * LEGATO_SECOND);
  g_assert_true (legato_leg_map_get_hand (map, &start));
  go_to (self, 4 * LEGATO_SECOND);
  g_assert_true (legato_leg_map_get_hand (map, &middle));
  go_to (self, 6 * LEGATO_SECOND - 1);
  g_assert_true (legato_leg_map_get_hand (map, &end));
  g_assert_cmpfloat (start.y, >, middle.y);
  g_assert_cmpfloat (middle.y, >, end.y);
  g_assert_cmpfloat_with_epsilon (start.y - middle.y, middle.y - end.y, 3);
  g_assert_true (names_zone (self, start, calf->side_names[LEGATO_LEG_LEFT]));
  g_assert_true (names_zone (self, middle, calf->side_names[LEGATO_LEG_LEFT]));
  g_assert_true (names_zone (self, end, calf->side_names[LEGATO_LEG_LEFT]));

  /* Back in time is as good as forward. */
  go_to (self, 2 * LEGATO_SECOND);
  g_assert_true (legato_leg_map_get_hand (map, &again));
  g_assert_cmpfloat (again.y, ==, start.y);

  /* Ease: slow at first. */
  go_to (self, 2 * LEGATO_SECOND + LEGATO_SECOND / 2);
  g_assert_true (legato_leg_map_get_hand (map, &again));
  g_assert_cmpfloat (start.y - again.y, <, (start.y - end.y) / 8);

  /* After its last stroke the hands go back to where they began, and are gone with the timeline. */
  go_to (self, 7 * LEGATO_SECOND);
  g_assert_true (legato_leg_map_get_hand (map, &again));
  g_assert_cmpfloat (again.y, >, end.y);
  legato_leg_map_set_timeline (map, NULL);
  g_assert_false (legato_leg_map_get_hand (map, &again));
}

/* Each technique that the guide allows somewhere moves there, and stays on its zone or near. */
static void
test_every_technique (Fixture *self, gconstpointer data)
{
  LegatoView view = GPOINTER_TO_UINT (data);
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  GPtrArray *zones = legato_guide_get_zones (self->guide);

  legato_leg_map_set_position_func (map, position_func, self, NULL);
  for (guint z = 0; z < zones->len; z++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, z);

      for (guint u = 0; (zone->views & view) != 0 && u < zone->uses->len; u++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, u);
          g_autoptr (LegatoTimeline) timeline =
              make_timeline (self, zone->id, use->technique->id, NULL);
          guint shown = 0;

          g_test_message ("%s on %s", use->technique->id, zone->id);
          legato_leg_map_set_timeline (map, timeline);
          for (gint64 at = 0; at < 18; at++)
            {
              graphene_point_t hand;

              self->position = at * LEGATO_SECOND + 123456789;
              legato_leg_map_update_position (map);
              if (!legato_leg_map_get_hand (map, &hand))
                continue;
              shown++;
              g_assert_true (isfinite (hand.x) && isfinite (hand.y));
              g_assert_true (names_zone (self, hand, zone->side_names[LEGATO_LEG_LEFT]));
            }
          g_assert_cmpuint (shown, ==, 18);
          /* Have it drawn once, too. */
          self->position = 5 * LEGATO_SECOND;
          legato_leg_map_update_position (map);
          map_test_wait_for_frame (self->map);
        }
    }
}

static void
count_cb (GdkFrameClock *clock, guint *count)
{
  (*count)++;
}

static guint
count_frames (Fixture *self, guint ms)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->map);
  guint count = 0;
  gulong handler = g_signal_connect (clock, "update", G_CALLBACK (count_cb), &count);

  map_test_settle (ms);
  g_signal_handler_disconnect (clock, handler);
  return count;
}

/* Nothing is drawn any more, for a while: at once on a quiet machine, on a busy one when the last
 * picture is ready. What never came to rest would be waited for for ever. */
static void
wait_for_stillness (Fixture *self)
{
  while (count_frames (self, STILL_MS) > 0)
    ;
}

static void
test_idle (Fixture *self, gconstpointer data)
{
  g_autoptr (LegatoTimeline) timeline = make_timeline (self, "calf", "effleurage", NULL);
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);

  map_test_settle (1000);
  wait_for_stillness (self);

  legato_leg_map_set_position_func (map, position_func, self, NULL);
  legato_leg_map_set_timeline (map, timeline);
  map_test_settle (300);
  wait_for_stillness (self);

  legato_leg_map_set_playing (map, TRUE);
  g_assert_cmpuint (count_frames (self, 1000), >, 0);
  legato_leg_map_set_playing (map, FALSE);
  map_test_settle (300);
  self->n_asked = 0;
  wait_for_stillness (self);

  legato_leg_map_set_playing (map, TRUE);
  gtk_widget_set_visible (self->map, FALSE);
  map_test_settle (300);
  do
    {
      self->n_asked = 0;
      map_test_settle (STILL_MS);
    }
  while (self->n_asked > 0);
  gtk_widget_set_visible (self->map, TRUE);
  while (self->n_asked == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reduced_motion (Fixture *self, gconstpointer data)
{
  g_autoptr (LegatoTimeline) timeline = make_timeline (self, "calf", "effleurage", NULL);
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  graphene_point_t hand;

  legato_leg_map_set_position_func (map, position_func, self, NULL);
  legato_leg_map_set_timeline (map, timeline);
  self->position = 3 * LEGATO_SECOND;
  legato_leg_map_update_position (map);
  g_assert_true (legato_leg_map_get_hand (map, &hand));

  g_object_set (gtk_widget_get_settings (self->map), "gtk-enable-animations", FALSE, NULL);
  g_assert_false (legato_leg_map_get_hand (map, &hand));
  map_test_settle (100);
  g_object_set (gtk_widget_get_settings (self->map), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (legato_leg_map_get_hand (map, &hand));
  g_object_set (self->map, "reduced-motion", TRUE, NULL);
  g_assert_false (legato_leg_map_get_hand (map, &hand));
}

static LegatoStep *
new_step_on (Fixture *self, const char *technique, const char *zone)
{
  LegatoStep *step = legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WORK,
                                      legato_guide_find_technique (self->guide, technique),
                                      LEGATO_PRESSURE_LIGHT, 30);

  g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, zone));
  return step;
}

static void
test_views (Fixture *self, gconstpointer data)
{
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  const LegatoTechnique *gliding = legato_guide_find_technique (self->guide, "effleurage");
  g_autoptr (LegatoStep) step =
      legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WARM, gliding, LEGATO_PRESSURE_LIGHT, 20);

  g_assert_cmpint (
      legato_leg_map_view_for_zone (map, map_test_find_zone (self->guide, "knee"), NULL), ==,
      LEGATO_VIEW_FRONT);
  g_assert_cmpint (
      legato_leg_map_view_for_zone (map, map_test_find_zone (self->guide, "foot"), NULL), ==,
      LEGATO_VIEW_BACK);

  /* No zone at all, or as many here as there: stay. */
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_BACK);
  g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, "foot"));
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_BACK);
  g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, "knee"));
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_FRONT);

  /* What only a side shows brings it; what the back shows as well brings back the back. */
  g_ptr_array_set_size (step->zones, 0);
  g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, "outer-thigh"));
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_OUTER);
  legato_leg_map_set_view (map, LEGATO_VIEW_OUTER);
  wait_until (is_ready, self);
  g_ptr_array_set_size (step->zones, 0);
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_OUTER);
  g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, "calf"));
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_BACK);
  g_assert_cmpint (
      legato_leg_map_view_for_zone (map, map_test_find_zone (self->guide, "calf"), NULL), ==,
      LEGATO_VIEW_OUTER);
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);

  /* A stretch touches no place, and is shown where it is felt. */
  legato_step_free (step);
  step = legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_STRETCH,
                          legato_guide_find_technique (self->guide, "hip-bend"),
                          LEGATO_PRESSURE_LIGHT, 60);
  legato_leg_map_set_view (map, LEGATO_VIEW_FRONT);
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_BACK);
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);

  /* The sole is shown while something works there, and for nothing else. */
  legato_step_free (step);
  step = new_step_on (self, "thumb-circles", "foot");
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_SOLE);
  g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, "soleus"));
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_BACK);
  legato_leg_map_set_view (map, LEGATO_VIEW_SOLE);
  wait_until (is_ready, self);
  legato_step_free (step);
  step = new_step_on (self, "ball", "foot");
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_SOLE);
  legato_step_free (step);
  step = new_step_on (self, "effleurage", "foot");
  g_assert_cmpint (legato_leg_map_view_for_step (map, step), ==, LEGATO_VIEW_FRONT);
  g_assert_cmpint (legato_leg_map_view_for_zone (map, step->zones->pdata[0], step->technique), ==,
                   LEGATO_VIEW_SOLE);
  legato_step_free (step);
  step = new_step_on (self, "compression-sleeve", "foot");
  g_assert_cmpint (legato_leg_map_view_for_zone (map, step->zones->pdata[0], step->technique), ==,
                   LEGATO_VIEW_FRONT);
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);

  /* Selection and marks outlive turning the legs. */
  legato_leg_map_set_selected (map, LEGATO_LEG_RIGHT, map_test_find_zone (self->guide, "calf"));
  legato_leg_map_set_value (map, LEGATO_LEG_RIGHT, map_test_find_zone (self->guide, "calf"), 7);
  legato_leg_map_set_done (map, LEGATO_LEG_LEFT, map_test_find_zone (self->guide, "calf"), TRUE);
  legato_leg_map_set_view (map, LEGATO_VIEW_FRONT);
  wait_until (is_ready, self);
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);
  g_assert_true (legato_leg_map_get_selected (map, NULL)
                 == map_test_find_zone (self->guide, "calf"));
  map_test_settle (50);
  legato_leg_map_clear_marks (map);
}

static gboolean
stands (Fixture *self)
{
  return !legato_map_turn_is_running (LEGATO_LEG_MAP (self->map)->turn);
}

/* Selection and focus turn with the legs; afterwards no frame is asked for. */
static void
test_turn (Fixture *self, gconstpointer data)
{
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  const LegatoZone *calf = map_test_find_zone (self->guide, "calf");

  legato_leg_map_set_selected (map, LEGATO_LEG_RIGHT, calf);
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  legato_leg_map_set_view (map, LEGATO_VIEW_OUTER);
  g_assert_true (legato_map_turn_is_running (map->turn));
  wait_until (stands, self);
  wait_until (is_ready, self);
  g_assert_nonnull (get_focus_name (self));
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);
  wait_until (stands, self);
  g_assert_cmpstr (get_focus_name (self), ==, calf->side_names[LEGATO_LEG_RIGHT]);
  g_assert_true (legato_leg_map_get_selected (map, NULL) == calf);
  map_test_settle (100);
  self->n_asked = 0;
  wait_for_stillness (self);

  /* Turned again midway, then hidden: nothing keeps turning out of sight. */
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  legato_leg_map_set_view (map, LEGATO_VIEW_FRONT);
  map_test_settle (50);
  legato_leg_map_set_view (map, LEGATO_VIEW_INNER);
  gtk_widget_set_visible (self->map, FALSE);
  g_assert_true (stands (self));
  gtk_widget_set_visible (self->map, TRUE);

  g_object_set (self->map, "reduced-motion", TRUE, NULL);
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);
  g_assert_true (stands (self));
  wait_until (is_ready, self);
  map_test_settle (100);
}

static void
test_styles (Fixture *self, gconstpointer data)
{
  static const char *const flags[] = { "dark", "high-contrast" };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_object_set (self->map, flags[i], TRUE, NULL);
      g_assert_false (is_ready (self));
      wait_until (is_ready, self);
      g_object_set (self->map, flags[i], FALSE, NULL);
    }
  for (guint tone = 1; tone <= 4; tone++)
    {
      g_object_set (self->map, "tone", tone, NULL);
      wait_until (is_ready, self);
    }
  gtk_window_set_default_size (GTK_WINDOW (self->window), 280, 500);
  map_test_settle (100);
  wait_until (is_ready, self);
}

static void
test_demonstrate (Fixture *self, gconstpointer data)
{
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  const LegatoTechnique *kneading = legato_guide_find_technique (self->guide, "petrissage");
  graphene_point_t hand;

  legato_leg_map_demonstrate (map, LEGATO_LEG_LEFT, map_test_find_zone (self->guide, "calf"),
                              kneading);
  map_test_settle (200);
  g_assert_true (legato_leg_map_get_hand (map, &hand));
  g_assert_true (names_zone (
      self, hand, map_test_find_zone (self->guide, "calf")->side_names[LEGATO_LEG_LEFT]));
  legato_leg_map_demonstrate (map, LEGATO_LEG_LEFT, NULL, NULL);
  g_assert_false (legato_leg_map_get_hand (map, &hand));
}

int
main (int argc, char *argv[])
{
  if (!map_test_init (&argc, &argv))
    return 0;

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)
#define FRONT GUINT_TO_POINTER (LEGATO_VIEW_FRONT)
#define BACK GUINT_TO_POINTER (LEGATO_VIEW_BACK)
  ADD ("/leg-map/pointer", BACK, test_pointer);
  ADD ("/leg-map/pointer/right-to-left", FRONT, test_pointer_right_to_left);
  ADD ("/leg-map/keyboard", BACK, test_keyboard);
  ADD ("/leg-map/keyboard/tab", BACK, test_tab);
  ADD ("/leg-map/keyboard/all-in-reach/front", FRONT, test_all_in_reach);
  ADD ("/leg-map/keyboard/all-in-reach/back", BACK, test_all_in_reach);
  ADD ("/leg-map/not-interactive", BACK, test_not_interactive);
  ADD ("/leg-map/hand", BACK, test_hand);
  ADD ("/leg-map/every-technique/front", FRONT, test_every_technique);
  ADD ("/leg-map/every-technique/back", BACK, test_every_technique);
  ADD ("/leg-map/idle", BACK, test_idle);
  ADD ("/leg-map/reduced-motion", BACK, test_reduced_motion);
  ADD ("/leg-map/views", BACK, test_views);
  ADD ("/leg-map/turn", BACK, test_turn);
  ADD ("/leg-map/styles", BACK, test_styles);
  ADD ("/leg-map/demonstrate", BACK, test_demonstrate);
  return g_test_run ();
}
