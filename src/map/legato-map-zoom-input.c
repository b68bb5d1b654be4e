/* legato-map-zoom-input.c: how pointer, fingers and keys move the camera
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-zoom-private.h"
#include "legato-zone-area.h"

/* By one notch of a wheel; of a sideways one, in logical pixels. */
#define NOTCH_STEP 1.2
#define NOTCH_PAN 60.0

/* By pointer and fingers, under which the drawing moves without delay. */
static void
zoom_at (LegatoMapZoom *self, double zoom, double x, double y)
{
  legato_map_zoom_stop_glide (self);
  legato_map_camera_zoom_at (&self->camera, zoom, x, y);
  legato_map_zoom_tell_moved (self);
}

static void
pan_by (LegatoMapZoom *self, double x, double y)
{
  legato_map_zoom_stop_glide (self);
  legato_map_camera_pan (&self->camera, x, y);
  legato_map_zoom_tell_moved (self);
}

static void
moved_cb (GtkEventControllerMotion *motion, double x, double y, LegatoMapZoom *self)
{
  self->pointer = GRAPHENE_POINT_INIT ((float) x, (float) y);
}

/*
 * A notch of the wheel zooms, as on any map; within something that scrolls only with Ctrl, so that
 * scrolling past the map goes on. Two fingers on a touchpad move what is larger than the room.
 */
static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double x, double y, LegatoMapZoom *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  /* A wheel goes in one of four directions. On X11 neither device nor unit tells the two apart. */
  gboolean fingers =
      gdk_scroll_event_get_direction (gtk_event_controller_get_current_event (controller))
      == GDK_SCROLL_SMOOTH;
  gboolean inside = gtk_widget_get_ancestor (self->map, GTK_TYPE_SCROLLED_WINDOW) != NULL;
  double pixels =
      gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE ? 1 : NOTCH_PAN;
  LegatoMapCamera before = self->camera;

  if (!legato_map_zoom_is_placed (self) || !self->usable)
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
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, LegatoMapZoom *self)
{
  double x, y;

  if (!legato_map_zoom_is_placed (self) || !self->usable
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
pinch_cb (GtkGestureZoom *gesture, double factor, LegatoMapZoom *self)
{
  LegatoMapCamera goal = self->pinched;
  double from_x = (double) self->held.x, from_y = (double) self->held.y;
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  legato_map_camera_set_room (&goal, self->camera.room_width, self->camera.room_height,
                              self->camera.side, self->camera.art_width, self->camera.art_height);
  legato_map_camera_zoom_at (&goal, goal.zoom * factor, from_x, from_y);
  legato_map_camera_pan (&goal, x - from_x, y - from_y);
  legato_map_zoom_stop_glide (self);
  self->camera = goal;
  legato_map_zoom_tell_moved (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, LegatoMapZoom *self)
{
  self->held = GRAPHENE_POINT_INIT (0, 0);
  if (!self->usable)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* What has been dragged some way is no click any more. Within something that scrolls one finger
 * scrolls that, and two move the map. */
static void
drag_cb (GtkGestureDrag *gesture, double x, double y, LegatoMapZoom *self)
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
      if (!gtk_drag_check_threshold (self->map, 0, 0, (int) x, (int) y))
        return;
      gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
    }
  pan_by (self, x - (double) self->held.x, y - (double) self->held.y);
  self->held = GRAPHENE_POINT_INIT ((float) x, (float) y);
}

static const LegatoMapShape *
find_shape (LegatoMapZoom *self, double x, double y)
{
  double scale = legato_map_camera_get_scale (&self->camera);
  int left, top, index;

  legato_map_camera_get_origin (&self->camera, &left, &top);
  index = legato_map_art_pick (self->art, (x - left) / scale, (y - top) / scale,
                               LEGATO_ZONE_AREA_REACH / scale);
  return index >= 0 ? legato_map_art_get_shape (self->art, (guint) index) : NULL;
}

/* The first of two clicks may choose a zone and set the camera in motion: so the second means what
 * the first did, whatever lies under the pointer by then. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LegatoMapZoom *self)
{
  if (self->art == NULL || !legato_map_zoom_is_placed (self) || !self->usable)
    return;
  if (n_press == 1)
    {
      self->clicked = find_shape (self, x, y);
      self->clicked_from = legato_map_zoom_find_goal (self);
    }
  else if (self->clicked != NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Twice on a zone goes there, and twice again back. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, LegatoMapZoom *self)
{
  LegatoMapCamera goal = legato_map_zoom_find_goal (self);

  if (n_press != 2 || self->art == NULL || !legato_map_zoom_is_placed (self) || !self->usable)
    return;
  if (self->clicked != NULL)
    legato_map_camera_show (&goal, &self->clicked->outline->box);
  if (self->clicked == NULL || legato_map_camera_equal (&goal, &self->clicked_from))
    legato_map_camera_reset (&goal);
  legato_map_zoom_go_to (self, &goal);
}

static void
add_pan_key (GtkWidgetClass *widget_class, guint key, guint pad_key, int x, int y)
{
  gtk_widget_class_add_binding_action (widget_class, key, GDK_SHIFT_MASK, "map.pan", "(ii)", x, y);
  gtk_widget_class_add_binding_action (widget_class, pad_key, GDK_SHIFT_MASK, "map.pan", "(ii)", x,
                                       y);
}

/** legato_map_zoom_add_keys: to the class of the map, or of what legato_map_zoom_lend() lends it
 * to; they work with and without Ctrl */
void
legato_map_zoom_add_keys (GtkWidgetClass *widget_class)
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

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                           keys[i].action, NULL);
    }
}

/** legato_map_zoom_add_own_keys: to the class of the map, on which the focus has to be for them */
void
legato_map_zoom_add_own_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "map.zoom-fit", NULL);
  add_pan_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_pan_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_pan_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_pan_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
}

static GtkEventController *
add_controller (LegatoMapZoom *self, gpointer controller)
{
  gtk_widget_add_controller (self->map, controller);
  return controller;
}

static void
add_input (LegatoMapZoom *self)
{
  GtkEventController *motion, *scroll, *drag, *click;

  motion = add_controller (self, gtk_event_controller_motion_new ());
  scroll = add_controller (self,
                           gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES));
  self->pinch = gtk_gesture_zoom_new ();
  add_controller (self, self->pinch);
  drag = add_controller (self, gtk_gesture_drag_new ());
  click = add_controller (self, gtk_gesture_click_new ());
  /* Before the zones see them. */
  gtk_event_controller_set_propagation_phase (click, GTK_PHASE_CAPTURE);
  /* A finger that drags may be joined by another, and stay when that one leaves. */
  gtk_gesture_group (GTK_GESTURE (drag), self->pinch);
  g_signal_connect_object (motion, "enter", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  g_signal_connect_object (self->pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (self->pinch, "scale-changed", G_CALLBACK (pinch_cb), self, 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
}

/**
 * legato_map_zoom_new:
 * @map: what is zoomed; it owns the zoom, and gets its actions and gestures
 *
 * Returns: (transfer full): how @map is brought nearer and moved
 */
LegatoMapZoom *
legato_map_zoom_new (GtkWidget *map)
{
  LegatoMapZoom *self = g_object_new (LEGATO_TYPE_MAP_ZOOM, NULL);

  self->map = map;
  legato_map_zoom_lend (self, map);
  add_input (self);
  return self;
}

/** legato_map_zoom_lend: @widget has the actions map.zoom-in, map.zoom-out, map.zoom-fit and
 * map.pan
 */
void
legato_map_zoom_lend (LegatoMapZoom *self, GtkWidget *widget)
{
  gtk_widget_insert_action_group (widget, "map", G_ACTION_GROUP (self->actions));
}
