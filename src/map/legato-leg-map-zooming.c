/* legato-leg-map-zooming.c: how the leg map is brought nearer and moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-leg-map-private.h"

/* One press of a key or button, and one notch of a wheel. */
#define KEY_STEP 1.5
#define NOTCH_STEP 1.2

/* By the arrows, as a part of the room; by a notch of a sideways wheel, in logical pixels. */
#define PAN_PART 0.2
#define NOTCH_PAN 60.0

/* Long enough to see where one is taken, too short to be waited for; in microseconds. */
#define GLIDE 220000.0

/* So long after its last movement the camera is taken to stand, and all is drawn sharp; in ms. */
#define SETTLE 120

/* Drawn beyond what is seen, so that a small movement needs nothing new; as a part of the room. A
 * room of more device pixels would take too much memory for that. */
#define MARGIN 0.12
#define MOST_PIXELS_WITH_MARGIN (1024.0 * 1024)

/** legato_leg_map_sharpen: draws all for where the camera stands, unless it is drawn already */
void
legato_leg_map_sharpen (LegatoLegMap *self)
{
  LegatoMapBox seen = legato_map_camera_get_part (&self->camera, 0);
  double scale = legato_map_camera_get_scale (&self->camera);
  const LegatoMapBox *part = &self->sharp_part;

  if (scale != self->sharp_scale || seen.x < part->x || seen.y < part->y
      || seen.x + seen.width > part->x + part->width
      || seen.y + seen.height > part->y + part->height)
    {
      int device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
      double pixels =
          self->camera.room_width * self->camera.room_height * device_scale * device_scale;

      self->sharp_scale = scale;
      self->sharp_part = legato_map_camera_get_part (
          &self->camera, pixels <= MOST_PIXELS_WITH_MARGIN ? MARGIN : 0);
    }
  legato_zone_layer_sharpen (self->zones, self->sharp_scale, &self->sharp_part);
  legato_leg_map_request_picture (self);
}

static void
stop_settling (LegatoLegMap *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
}

static gboolean
settled_cb (gpointer user_data)
{
  LegatoLegMap *self = user_data;

  self->settle_source = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/** legato_leg_map_update_zooming: which ways of moving the camera there are now */
void
legato_leg_map_update_zooming (LegatoLegMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean usable = legato_zone_layer_get_interactive (self->zones);
  gboolean zoomed = usable && legato_map_camera_is_zoomed (&self->camera);

  gtk_widget_action_set_enabled (widget, "map.zoom-in",
                                 usable && self->camera.zoom < LEGATO_MAP_CAMERA_MAX_ZOOM);
  gtk_widget_action_set_enabled (widget, "map.zoom-out", zoomed);
  gtk_widget_action_set_enabled (widget, "map.zoom-fit", zoomed);
  gtk_widget_action_set_enabled (widget, "map.pan", zoomed);
  legato_map_controls_set_shown (self->controls, usable, zoomed);
}

static void
camera_moved (LegatoLegMap *self)
{
  stop_settling (self);
  self->settle_source = g_timeout_add (SETTLE, settled_cb, self);
  legato_leg_map_update_zooming (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_glide (LegatoLegMap *self)
{
  if (self->glide_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->glide_tick);
  self->glide_tick = 0;
}

/** legato_leg_map_stop_zooming: the camera stands where it was going to; nothing runs any longer */
void
legato_leg_map_stop_zooming (LegatoLegMap *self)
{
  if (self->glide_tick != 0)
    self->camera = self->glide_to;
  stop_glide (self);
  stop_settling (self);
}

/** legato_leg_map_reset_camera: shows the whole drawing at once, as for another view */
void
legato_leg_map_reset_camera (LegatoLegMap *self)
{
  legato_leg_map_stop_zooming (self);
  legato_map_camera_reset (&self->camera);
  legato_leg_map_update_zooming (self);
}

static gboolean
glide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double t;

  if (self->glide_start == 0)
    self->glide_start = now;
  t = CLAMP ((double) (now - self->glide_start) / GLIDE, 0, 1);
  if (t < 1)
    legato_map_camera_mix (&self->camera, &self->glide_from, &self->glide_to, t * t * (3 - 2 * t));
  else
    {
      self->camera = self->glide_to;
      self->glide_tick = 0;
    }
  camera_moved (self);
  return t < 1 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Where the camera is or goes: what a further step starts from. */
static LegatoMapCamera
get_goal (LegatoLegMap *self)
{
  return self->glide_tick != 0 ? self->glide_to : self->camera;
}

/* Goes there as fast as the eye can follow, or at once for who wants no motion. */
static void
go_to (LegatoLegMap *self, const LegatoMapCamera *goal)
{
  if (self->scale <= 0 || legato_map_camera_equal (goal, &self->camera))
    return;
  stop_glide (self);
  if (legato_leg_map_is_still (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->camera = *goal;
      camera_moved (self);
      return;
    }
  self->glide_from = self->camera;
  self->glide_to = *goal;
  self->glide_start = 0;
  self->glide_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

/** legato_leg_map_reveal: brings a zone into sight if it is beyond the edge */
void
legato_leg_map_reveal (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone)
{
  LegatoMapCamera goal = get_goal (self);
  LegatoMapBox box;
  LegatoMapPoint centre;

  if (!legato_map_camera_is_zoomed (&goal)
      || !legato_zone_layer_find_box (self->zones, leg, zone, &box, &centre))
    return;
  legato_map_camera_reveal (&goal, &box, centre);
  go_to (self, &goal);
}

/* A step by key or button goes toward the zone with the focus, else toward the middle. */
static void
step (LegatoLegMap *self, double factor)
{
  LegatoMapCamera goal = get_goal (self);
  LegatoZoneArea *area = legato_zone_layer_get_focused (self->zones);
  LegatoMapPoint at = goal.centre;
  double scale = legato_map_camera_get_scale (&goal);

  if (self->scale <= 0)
    return;
  if (area != NULL && factor > 1)
    at = legato_zone_area_get_shape (area)->centre;
  legato_map_camera_zoom_at (&goal, goal.zoom * factor,
                             goal.room_width / 2 + (at.x - goal.centre.x) * scale,
                             goal.room_height / 2 + (at.y - goal.centre.y) * scale);
  /* Rounding must not leave a little zoom that cannot be seen. */
  if (goal.zoom < 1.02)
    legato_map_camera_reset (&goal);
  go_to (self, &goal);
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (LEGATO_LEG_MAP (widget), KEY_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (LEGATO_LEG_MAP (widget), 1 / KEY_STEP);
}

static void
zoom_fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LegatoMapCamera goal = get_goal (LEGATO_LEG_MAP (widget));

  legato_map_camera_reset (&goal);
  go_to (LEGATO_LEG_MAP (widget), &goal);
}

static void
pan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LegatoLegMap *self = LEGATO_LEG_MAP (widget);
  LegatoMapCamera goal = get_goal (self);
  int x, y;

  g_variant_get (parameter, "(ii)", &x, &y);
  legato_map_camera_pan (&goal, -x * PAN_PART * goal.room_width, -y * PAN_PART * goal.room_height);
  go_to (self, &goal);
}

/* By pointer and fingers, under which the drawing moves without delay. */
static void
zoom_at (LegatoLegMap *self, double zoom, double x, double y)
{
  stop_glide (self);
  legato_map_camera_zoom_at (&self->camera, zoom, x, y);
  camera_moved (self);
}

static void
pan_by (LegatoLegMap *self, double x, double y)
{
  stop_glide (self);
  legato_map_camera_pan (&self->camera, x, y);
  camera_moved (self);
}

static void
moved_cb (GtkEventControllerMotion *motion, double x, double y, LegatoLegMap *self)
{
  self->pointer = GRAPHENE_POINT_INIT ((float) x, (float) y);
}

/*
 * A notch of the wheel zooms, as on any map; within something that scrolls only with Ctrl, so that
 * scrolling past the map goes on. Two fingers on a touchpad move what is larger than the room.
 */
static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double x, double y, LegatoLegMap *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  /* A wheel goes in one of four directions. On X11 neither device nor unit tells the two apart. */
  gboolean fingers =
      gdk_scroll_event_get_direction (gtk_event_controller_get_current_event (controller))
      == GDK_SCROLL_SMOOTH;
  gboolean inside = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW) != NULL;
  double pixels =
      gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE ? 1 : NOTCH_PAN;
  LegatoMapCamera before = self->camera;

  if (self->scale <= 0 || !legato_zone_layer_get_interactive (self->zones))
    return FALSE;

  if ((state & GDK_CONTROL_MASK) != 0
      || (!fingers && !inside && y != 0 && (state & GDK_SHIFT_MASK) == 0))
    {
      zoom_at (self, self->camera.zoom * pow (NOTCH_STEP, -y * pixels / NOTCH_PAN),
               (double) self->pointer.x, (double) self->pointer.y);
      return TRUE;
    }
  if (!legato_map_camera_is_zoomed (&self->camera))
    return FALSE;
  if ((state & GDK_SHIFT_MASK) != 0 && x == 0)
    pan_by (self, -y * pixels, 0);
  else
    pan_by (self, -x * pixels, -y * pixels);
  /* At the edge what is around the map goes on scrolling. */
  return !inside || !legato_map_camera_equal (&before, &self->camera);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, LegatoLegMap *self)
{
  double x, y;

  if (self->scale <= 0 || !legato_zone_layer_get_interactive (self->zones)
      || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->held = GRAPHENE_POINT_INIT ((float) x, (float) y);
  self->pinched = self->camera;
}

/* The legs stay under both fingers, wherever these go: also after an edge was in the way. */
static void
pinch_cb (GtkGestureZoom *gesture, double factor, LegatoLegMap *self)
{
  LegatoMapCamera goal = self->pinched;
  double from_x = (double) self->held.x, from_y = (double) self->held.y;
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  legato_map_camera_set_room (&goal, self->camera.room_width, self->camera.room_height,
                              self->camera.side, self->camera.art_width);
  legato_map_camera_zoom_at (&goal, goal.zoom * factor, from_x, from_y);
  legato_map_camera_pan (&goal, x - from_x, y - from_y);
  stop_glide (self);
  self->camera = goal;
  camera_moved (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LegatoLegMap *self)
{
  self->held = GRAPHENE_POINT_INIT (0, 0);
  if (!legato_zone_layer_get_interactive (self->zones))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* What has been dragged some way is no click any more. Within something that scrolls one finger
 * scrolls that, and two move the map. */
static void
drag_cb (GtkGestureDrag *gesture, double x, double y, LegatoLegMap *self)
{
  GtkGesture *drag = GTK_GESTURE (gesture);
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (drag);

  if (gtk_gesture_is_recognized (self->pinch))
    return;
  if (!legato_map_camera_is_zoomed (&self->camera))
    {
      self->held = GRAPHENE_POINT_INIT ((float) x, (float) y);
      return;
    }
  if (gtk_gesture_get_sequence_state (drag, sequence) != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
        return;
      gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  pan_by (self, x - (double) self->held.x, y - (double) self->held.y);
  self->held = GRAPHENE_POINT_INIT ((float) x, (float) y);
}

/* Twice on a zone goes there, and twice again back. */
static void
clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, LegatoLegMap *self)
{
  LegatoMapArt *art = legato_leg_map_get_art (self);
  LegatoMapCamera goal = get_goal (self), now = goal;
  int index;

  if (n_press != 2 || art == NULL || self->scale <= 0
      || !legato_zone_layer_get_interactive (self->zones))
    return;
  index = legato_map_art_pick (art, (x - self->left) / self->scale, (y - self->top) / self->scale,
                               LEGATO_ZONE_AREA_REACH / self->scale);
  if (index >= 0)
    legato_map_camera_show (&goal, &legato_map_art_get_shape (art, (guint) index)->outline->box);
  if (index < 0 || legato_map_camera_equal (&goal, &now))
    legato_map_camera_reset (&goal);
  go_to (self, &goal);
}

static void
add_pan_key (GtkWidgetClass *widget_class, guint key, guint pad_key, int x, int y)
{
  gtk_widget_class_add_binding_action (widget_class, key, GDK_SHIFT_MASK, "map.pan", "(ii)", x, y);
  gtk_widget_class_add_binding_action (widget_class, pad_key, GDK_SHIFT_MASK, "map.pan", "(ii)", x,
                                       y);
}

/** legato_leg_map_class_init_zooming: the keys, which work with and without Ctrl */
void
legato_leg_map_class_init_zooming (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "map.zoom-in" },         { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" },       { GDK_KEY_minus, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, "map.zoom-out" }, { GDK_KEY_0, "map.zoom-fit" },
    { GDK_KEY_KP_0, "map.zoom-fit" },
  };

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                           keys[i].action, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "map.zoom-fit", NULL);
  add_pan_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_pan_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_pan_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_pan_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
}

void
legato_leg_map_init_zooming (LegatoLegMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();

  self->controls = legato_map_controls_new (GTK_WIDGET (self));
  self->pinch = gtk_gesture_zoom_new ();
  self->drag = gtk_gesture_drag_new ();
  /* A finger that drags may be joined by another, and stay when that one leaves. */
  gtk_gesture_group (self->drag, self->pinch);
  g_signal_connect (motion, "enter", G_CALLBACK (moved_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (self->pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (self->pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  legato_leg_map_update_zooming (self);
}

/** legato_leg_map_get_zoom: 1, the whole legs, to 6; where the map goes to if it moves */
double
legato_leg_map_get_zoom (LegatoLegMap *self)
{
  g_return_val_if_fail (LEGATO_IS_LEG_MAP (self), 1);

  return get_goal (self).zoom;
}

/** legato_leg_map_zoom_to_zone: @zone: (nullable): shown large; %NULL shows the whole legs */
void
legato_leg_map_zoom_to_zone (LegatoLegMap *self, LegatoLeg leg, const LegatoZone *zone)
{
  LegatoMapCamera goal;
  LegatoMapBox box;
  LegatoMapPoint centre;

  g_return_if_fail (LEGATO_IS_LEG_MAP (self));

  goal = get_goal (self);
  if (self->scale <= 0)
    return;
  if (zone != NULL && legato_zone_layer_find_box (self->zones, leg, zone, &box, &centre))
    legato_map_camera_show (&goal, &box);
  else
    legato_map_camera_reset (&goal);
  go_to (self, &goal);
}
