/* legato-leg-map-playing.c: what moves on the leg map, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-demonstration.h"
#include "legato-leg-map-private.h"
#include "legato-leg-map-testing.h"

static gboolean pause_over_cb (gpointer user_data);

static gint64
get_demo_position (LegatoLegMap *self, gint64 time_us)
{
  gint64 duration = legato_timeline_get_duration (legato_hand_motion_get_timeline (self->motion));

  if (self->demo_start_us == 0)
    self->demo_start_us = time_us;
  return (time_us - self->demo_start_us) * 1000 % MAX (1, duration);
}

static void
set_step (LegatoLegMap *self)
{
  const LegatoStep *step = legato_hand_motion_get_step (self->motion);
  gboolean wore_sleeve = legato_leg_map_wears_sleeve (self);
  const LegatoTechnique *technique = step != NULL ? step->technique : NULL;
  const LegatoZone *place =
      step != NULL && step->zones->len == 1 ? g_ptr_array_index (step->zones, 0) : NULL;
  LegatoLeg worked = step != NULL ? step->leg : LEGATO_LEG_BOTH;
  gboolean changes = technique != self->technique || place != self->place || worked != self->worked;

  self->technique = technique;
  self->place = place;
  self->worked = worked;
  legato_zone_layer_set_step (self->zones, step);
  if (place != NULL)
    legato_leg_map_set_target (self, step->leg, place);
  /* Whoever wants to see all of the legs, with a place chosen, goes on to. */
  if (legato_leg_map_get_selected (self, NULL) == NULL
      || (changes && (wore_sleeve || legato_map_zoom_get_goal (self->zoom) > 1)))
    legato_leg_map_come_near (self);
  legato_leg_map_update_controls (self);
}

static void
move_to (LegatoLegMap *self, gint64 time_us)
{
  const LegatoStep *before = legato_hand_motion_get_step (self->motion);
  gint64 position;

  if (self->demo_start_us >= 0)
    position = get_demo_position (self, time_us);
  else if (self->position_func != NULL)
    position = self->position_func (self, time_us, self->position_data);
  else
    return;

  /* The function may have ended the session. */
  if (!legato_hand_motion_set_position (self->motion, position))
    return;
  if (legato_hand_motion_get_step (self->motion) != before)
    set_step (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);
  guint id = self->tick;
  guint pause = 0;
  GdkFrameTimings *timings = gdk_frame_clock_get_current_timings (clock);
  gint64 seen = timings != NULL ? gdk_frame_timings_get_predicted_presentation_time (timings) : 0;

  move_to (self, seen != 0 ? seen : gdk_frame_clock_get_frame_time (clock));
  /* Moving may have ended the session, and these ticks with it; others may have begun. */
  if (self->tick != id || (pause = legato_hand_motion_get_pause (self->motion)) == 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  self->pause = g_timeout_add (pause, pause_over_cb, self);
  return G_SOURCE_REMOVE;
}

static gboolean
pause_over_cb (gpointer user_data)
{
  LegatoLegMap *self = user_data;

  self->pause = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/** legato_leg_map_update_tick: asks for frames only while something plays and can be seen */
void
legato_leg_map_update_tick (LegatoLegMap *self)
{
  gboolean wanted = self->playing && legato_hand_motion_get_timeline (self->motion) != NULL
                    && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (wanted && self->tick == 0 && self->pause == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  else if (!wanted)
    {
      if (self->tick != 0)
        gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
      self->tick = 0;
      g_clear_handle_id (&self->pause, g_source_remove);
    }
}

/**
 * legato_leg_map_set_timeline:
 * @timeline: (nullable): made from a plan of the same guide
 *
 * What to draw from while playing; %NULL takes the hands off the leg. Ends a demonstration.
 */
void
legato_leg_map_set_timeline (LegatoLegMap *self, LegatoTimeline *timeline)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  self->demo_start_us = -1;
  legato_hand_motion_set_timeline (self->motion, timeline);
  set_step (self);
  legato_leg_map_update_tick (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** legato_leg_map_set_position_func: @func: (nullable): asked at each frame while playing */
void
legato_leg_map_set_position_func (LegatoLegMap *self,
                                  LegatoLegMapPositionFunc func,
                                  gpointer user_data,
                                  GDestroyNotify destroy)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  if (self->position_destroy != NULL)
    self->position_destroy (self->position_data);
  self->position_func = func;
  self->position_data = user_data;
  self->position_destroy = destroy;
}

/** legato_leg_map_set_playing: when %FALSE the hands stay where they are and no frame is drawn */
void
legato_leg_map_set_playing (LegatoLegMap *self, gboolean playing)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  self->playing = playing;
  legato_leg_map_update_tick (self);
}

/** legato_leg_map_update_position: asks once for the position, as after a skip while paused */
void
legato_leg_map_update_position (LegatoLegMap *self)
{
  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  if (legato_hand_motion_get_timeline (self->motion) != NULL)
    move_to (self, g_get_monotonic_time ());
}

/**
 * legato_leg_map_demonstrate:
 * @technique: (nullable): one that may be used on @zone; %NULL ends the demonstration
 *
 * Shows the technique on the zone again and again at its true speed, as a session would. Playing is
 * switched on; the view is the caller's to choose, see legato_leg_map_view_for_zone().
 */
void
legato_leg_map_demonstrate (LegatoLegMap *self,
                            LegatoLeg leg,
                            const LegatoZone *zone,
                            const LegatoTechnique *technique)
{
  const LegatoUse *use;
  g_autoptr (LegatoTimeline) timeline = NULL;

  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  if (technique == NULL)
    {
      legato_leg_map_set_timeline (self, NULL);
      return;
    }
  g_return_if_fail (zone != NULL && self->views != NULL);
  use = legato_zone_find_use (zone, technique);
  g_return_if_fail (use != NULL);

  timeline = legato_demonstration_new (legato_leg_map_get_guide (self), leg, use);
  legato_leg_map_set_timeline (self, timeline);
  self->demo_start_us = 0;
  legato_leg_map_set_playing (self, TRUE);
}

/**
 * legato_leg_map_get_hand:
 * @point: (out): the middle between the hands, in the widget's logical pixels
 *
 * Returns: whether hands are drawn now
 */
gboolean
legato_leg_map_get_hand (LegatoLegMap *self, graphene_point_t *point)
{
  LegatoMapPoint at;

  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self) && point != NULL, FALSE);

  if (!legato_hand_motion_get_hand (self->motion, &at))
    return FALSE;
  graphene_point_init (point, (float) (self->left + at.x * self->scale),
                       (float) (self->top + at.y * self->scale));
  return TRUE;
}
