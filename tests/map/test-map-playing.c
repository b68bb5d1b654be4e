/* test-map-playing.c: the hands are where the timeline says, and nothing is drawn when nothing
 * moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "leg-map-fixture.h"
#include "legato-leg-map-testing.h"
#include "legato-map-views.h"

static gint64
position_func (LegatoLegMap *map, gint64 time_us, gpointer user_data)
{
  LegMapFixture *self = user_data;

  self->n_asked++;
  return self->position;
}

/* Twenty seconds of one technique on one zone of the left leg. */
static LegatoTimeline *
make_timeline (LegMapFixture *self, const char *zone, const char *technique, const LegatoCue *cue)
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
go_to (LegMapFixture *self, gint64 position)
{
  guint before = self->n_asked;

  self->position = position;
  while (self->n_asked < before + 2)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
names_zone (LegMapFixture *self, graphene_point_t point, const char *name)
{
  GtkWidget *widget = gtk_widget_pick (self->map, point.x, point.y, GTK_PICK_DEFAULT);
  const char *tooltip = widget != NULL ? gtk_widget_get_tooltip_text (widget) : NULL;

  return g_strcmp0 (tooltip, name) == 0;
}

/* The hand is where the timeline says: at the ends at the ends, in between in between. */
static void
test_hand (LegMapFixture *self, gconstpointer data)
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

/* Each technique that the guide allows somewhere moves there, and stays on its zone or near; none
 * is seen from a side that does not show it. */
static void
test_every_technique (LegMapFixture *self, gconstpointer data)
{
  LegatoView view = GPOINTER_TO_UINT (data);
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  GPtrArray *zones = legato_guide_get_zones (self->guide);

  legato_leg_map_set_position_func (map, position_func, self, NULL);
  for (guint z = 0; z < zones->len; z++)
    {
      const LegatoZone *zone = g_ptr_array_index (zones, z);

      for (guint u = 0; u < zone->uses->len; u++)
        {
          const LegatoUse *use = g_ptr_array_index (zone->uses, u);
          g_autoptr (LegatoTimeline) timeline =
              make_timeline (self, zone->id, use->technique->id, NULL);
          gboolean seen = legato_map_views_is_seen (view, zone, use->technique);
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
          g_assert_cmpuint (shown, ==, seen ? 18 : 0);
          /* Have it drawn once, too. */
          self->position = 5 * LEGATO_SECOND;
          legato_leg_map_update_position (map);
          map_test_wait_for_frame (self->map);
        }
    }
}

static void
test_idle (LegMapFixture *self, gconstpointer data)
{
  g_autoptr (LegatoTimeline) timeline = make_timeline (self, "calf", "effleurage", NULL);
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);

  leg_map_fixture_wait_for_stillness (self);

  legato_leg_map_set_position_func (map, position_func, self, NULL);
  legato_leg_map_set_timeline (map, timeline);
  leg_map_fixture_wait_for_stillness (self);

  legato_leg_map_set_playing (map, TRUE);
  self->n_asked = 0;
  while (self->n_asked < 3)
    g_main_context_iteration (NULL, TRUE);
  legato_leg_map_set_playing (map, FALSE);
  leg_map_fixture_wait_for_stillness (self);

  legato_leg_map_set_playing (map, TRUE);
  gtk_widget_set_visible (self->map, FALSE);
  self->n_asked = 0;
  /* The window is drawn without it. */
  for (int i = 0; i < 3; i++)
    map_test_wait_for_frame (self->window);
  g_assert_cmpuint (self->n_asked, ==, 0);
  gtk_widget_set_visible (self->map, TRUE);
  while (self->n_asked == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reduced_motion (LegMapFixture *self, gconstpointer data)
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
  map_test_wait_for_frame (self->map);
  g_object_set (gtk_widget_get_settings (self->map), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (legato_leg_map_get_hand (map, &hand));
  g_object_set (self->map, "reduced-motion", TRUE, NULL);
  g_assert_false (legato_leg_map_get_hand (map, &hand));
}

static void
test_demonstrate (LegMapFixture *self, gconstpointer data)
{
  LegatoLegMap *map = LEGATO_LEG_MAP (self->map);
  const LegatoTechnique *kneading = legato_guide_find_technique (self->guide, "petrissage");
  graphene_point_t hand;

  legato_leg_map_demonstrate (map, LEGATO_LEG_LEFT, map_test_find_zone (self->guide, "calf"),
                              kneading);
  while (!legato_leg_map_get_hand (map, &hand))
    g_main_context_iteration (NULL, TRUE);
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

#define ADD(path, data, func)                                                                      \
  g_test_add (path, LegMapFixture, data, leg_map_fixture_set_up, func, leg_map_fixture_tear_down)
#define FRONT GUINT_TO_POINTER (LEGATO_VIEW_FRONT)
#define BACK GUINT_TO_POINTER (LEGATO_VIEW_BACK)
  ADD ("/map-playing/hand", BACK, test_hand);
  ADD ("/map-playing/every-technique/front", FRONT, test_every_technique);
  ADD ("/map-playing/every-technique/back", BACK, test_every_technique);
  ADD ("/map-playing/idle", BACK, test_idle);
  ADD ("/map-playing/reduced-motion", BACK, test_reduced_motion);
  ADD ("/map-playing/demonstrate", BACK, test_demonstrate);
  return g_test_run ();
}
