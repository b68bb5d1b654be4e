/* test-map-views.c: the legs turn to what is worked on, and look as they are asked to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leg-map-fixture.h"
#include "legato-leg-map-private.h"

static LegatoStep *
new_step_on (LegMapFixture *self, const char *technique, const char *zone)
{
  LegatoStep *step = legato_step_new (LEGATO_LEG_LEFT, LEGATO_PHASE_WORK,
                                      legato_guide_find_technique (self->guide, technique),
                                      LEGATO_PRESSURE_LIGHT, 30);

  g_ptr_array_add (step->zones, (gpointer) map_test_find_zone (self->guide, zone));
  return step;
}

static void
test_views (LegMapFixture *self, gconstpointer data)
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
  leg_map_fixture_wait (leg_map_fixture_is_ready, self);
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
  leg_map_fixture_wait (leg_map_fixture_is_ready, self);
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
  leg_map_fixture_wait (leg_map_fixture_is_ready, self);
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);
  g_assert_true (legato_leg_map_get_selected (map, NULL)
                 == map_test_find_zone (self->guide, "calf"));
  map_test_wait_for_frame (self->map);
  legato_leg_map_clear_marks (map);
}

static gboolean
stands (LegMapFixture *self)
{
  return !legato_map_turn_is_running (LEGATO_LEG_MAP (self->map)->turn);
}

/* Selection and focus turn with the legs; afterwards no frame is asked for. */
static void
test_turn (LegMapFixture *self, gconstpointer data)
{
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  const LegatoZone *calf = map_test_find_zone (self->guide, "calf");

  legato_leg_map_set_selected (map, LEGATO_LEG_RIGHT, calf);
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  legato_leg_map_set_view (map, LEGATO_VIEW_OUTER);
  g_assert_true (legato_map_turn_is_running (map->turn));
  leg_map_fixture_wait (stands, self);
  leg_map_fixture_wait (leg_map_fixture_is_ready, self);
  g_assert_nonnull (leg_map_fixture_get_focus (self));
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);
  leg_map_fixture_wait (stands, self);
  g_assert_cmpstr (leg_map_fixture_get_focus (self), ==, calf->side_names[LEGATO_LEG_RIGHT]);
  g_assert_true (legato_leg_map_get_selected (map, NULL) == calf);
  leg_map_fixture_wait_for_stillness (self);

  /* Turned again midway, then hidden: nothing keeps turning out of sight. */
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  legato_leg_map_set_view (map, LEGATO_VIEW_FRONT);
  map_test_wait_for_frame (self->map);
  legato_leg_map_set_view (map, LEGATO_VIEW_INNER);
  gtk_widget_set_visible (self->map, FALSE);
  g_assert_true (stands (self));
  gtk_widget_set_visible (self->map, TRUE);

  g_object_set (self->map, "reduced-motion", TRUE, NULL);
  legato_leg_map_set_view (map, LEGATO_VIEW_BACK);
  g_assert_true (stands (self));
  leg_map_fixture_wait (leg_map_fixture_is_ready, self);
  map_test_wait_for_frame (self->map);
}

static void
test_styles (LegMapFixture *self, gconstpointer data)
{
  static const char *const flags[] = { "dark", "high-contrast" };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_object_set (self->map, flags[i], TRUE, NULL);
      g_assert_false (leg_map_fixture_is_ready (self));
      leg_map_fixture_wait (leg_map_fixture_is_ready, self);
      g_object_set (self->map, flags[i], FALSE, NULL);
    }
  for (guint tone = 1; tone <= 4; tone++)
    {
      g_object_set (self->map, "tone", tone, NULL);
      leg_map_fixture_wait (leg_map_fixture_is_ready, self);
    }
  gtk_window_set_default_size (GTK_WINDOW (self->window), 280, 500);
  while (gtk_widget_get_width (self->map) > 280)
    g_main_context_iteration (NULL, TRUE);
  leg_map_fixture_wait (leg_map_fixture_is_ready, self);
}

int
main (int argc, char *argv[])
{
  if (!map_test_init (&argc, &argv))
    return 0;

#define ADD(path, data, func)                                                                      \
  g_test_add (path, LegMapFixture, data, leg_map_fixture_set_up, func, leg_map_fixture_tear_down)
#define BACK GUINT_TO_POINTER (LEGATO_VIEW_BACK)
  ADD ("/map-views/views", BACK, test_views);
  ADD ("/map-views/turn", BACK, test_turn);
  ADD ("/map-views/styles", BACK, test_styles);
  return g_test_run ();
}
