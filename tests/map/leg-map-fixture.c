/* leg-map-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "leg-map-fixture.h"

static void
selected_cb (LegatoLegMap *map, LegatoLeg leg, const LegatoZone *zone, LegMapFixture *self)
{
  self->leg = leg;
  self->zone = zone;
  self->n_selected++;
}

void
leg_map_fixture_wait (gboolean (*done) (LegMapFixture *self), LegMapFixture *self)
{
  while (!done (self))
    g_main_context_iteration (NULL, TRUE);
}

gboolean
leg_map_fixture_is_ready (LegMapFixture *self)
{
  return legato_leg_map_is_ready (LEGATO_LEG_MAP (self->map));
}

void
leg_map_fixture_set_up (LegMapFixture *self, gconstpointer data)
{
  LegatoView view = data != NULL ? GPOINTER_TO_UINT (data) : LEGATO_VIEW_BACK;

  self->guide = load_guide ();
  self->map = map_test_new_map (self->guide);
  g_object_set (self->map, "view", view, NULL);
  g_signal_connect (self->map, "zone-selected", G_CALLBACK (selected_cb), self);
  self->window = map_test_show (self->map, TRUE, 480, 800);
  leg_map_fixture_wait (leg_map_fixture_is_ready, self);
}

void
leg_map_fixture_tear_down (LegMapFixture *self, gconstpointer data)
{
  map_test_close (self->window, self->map);
  legato_guide_unref (self->guide);
}

const char *
leg_map_fixture_get_focus (LegMapFixture *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->map));

  return focus != NULL ? gtk_widget_get_tooltip_text (focus) : NULL;
}

static void
count_cb (GdkFrameClock *clock, guint *count)
{
  (*count)++;
}

/* How often something was drawn, or was to be, in so long a time. */
guint
leg_map_fixture_count_frames (LegMapFixture *self, guint ms)
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
void
leg_map_fixture_wait_for_stillness (LegMapFixture *self)
{
  while (leg_map_fixture_count_frames (self, STILL_MS) > 0)
    ;
}
