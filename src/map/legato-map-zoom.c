/* legato-map-zoom.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-zoom.h"
#include "legato-zone-area.h"

/* One press of a key or button, and one notch of a wheel. */
#define KEY_STEP 1.5
#define NOTCH_STEP 1.2

/* By the arrows, as a part of the room; by a notch of a sideways wheel, in logical pixels. */
#define PAN_PART 0.2
#define NOTCH_PAN 60.0

/* Long enough to see where one is taken, too short to be waited for; in microseconds. Where nobody
 * waits the camera takes its time. */
#define GLIDE 220000.0
#define CALM_GLIDE 700000.0

/* So long after its last movement the camera is taken to stand, and all is drawn sharp; in ms. */
#define SETTLE 120

/* Drawn beyond what is seen, so that a small movement needs nothing new; as a part of the room. A
 * room of more device pixels would take too much memory for that. */
#define MARGIN 0.12
#define MOST_PIXELS_WITH_MARGIN (1024.0 * 1024)

struct _LegatoMapZoom
{
  GObject parent;

  /* Borrowed: the map owns this */
  GtkWidget *map;
  GtkGesture *pinch;

  /* Owned references */
  LegatoMapArt *art;
  GSimpleActionGroup *actions;

  LegatoMapCamera camera;
  gboolean usable;
  gboolean still;
  const LegatoMapShape *target; /* of `art`: what was last chosen, focused or worked on, or NULL */

  /* What pictures and marks are drawn for: while the camera moves they are only stretched. */
  double sharp_scale;
  LegatoMapBox sharp_part;
  guint settle_source;
  guint jump_source; /* tells that the camera stands elsewhere */

  /* On the way from one place to another. */
  LegatoMapCamera glide_from;
  LegatoMapCamera glide_to;
  double glide_length; /* microseconds */
  gint64 glide_start;  /* frame time in microseconds; 0 before the first frame */
  guint glide_tick;

  /* How a finger or the pointer moves it. */
  graphene_point_t pointer;
  graphene_point_t held;
  LegatoMapCamera pinched; /* as it was when the fingers came */

  /* What it was last brought near to, if anything: there it stays if only the room changes. */
  gboolean is_near;
  LegatoMapBox near_box;
  LegatoMapCamera near_goal;

  /* Where the first of two clicks was, and what the camera then went to. */
  const LegatoMapShape *clicked; /* of `art`, or NULL */
  LegatoMapCamera clicked_from;
};

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoMapZoom, legato_map_zoom, G_TYPE_OBJECT)

static gboolean
is_placed (const LegatoMapZoom *self)
{
  return self->camera.room_width > 0;
}

static void
stop_settling (LegatoMapZoom *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
}

static gboolean
settled_cb (gpointer user_data)
{
  LegatoMapZoom *self = user_data;

  self->settle_source = 0;
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
jumped_cb (gpointer user_data)
{
  LegatoMapZoom *self = user_data;

  self->jump_source = 0;
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

/* Which ways of moving the camera there are now. */
static void
update_actions (LegatoMapZoom *self)
{
  gboolean zoomed = self->usable && legato_map_camera_is_zoomed (&self->camera);
  const struct
  {
    const char *name;
    gboolean enabled;
  } actions[] = {
    { "zoom-in", self->usable && self->camera.zoom < LEGATO_MAP_CAMERA_MAX_ZOOM },
    { "zoom-out", zoomed },
    { "zoom-fit", zoomed },
    { "pan", zoomed },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                     G_ACTION_MAP (self->actions), actions[i].name)),
                                 actions[i].enabled);
}

static void
camera_moved (LegatoMapZoom *self)
{
  stop_settling (self);
  self->settle_source = g_timeout_add (SETTLE, settled_cb, self);
  update_actions (self);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
stop_glide (LegatoMapZoom *self)
{
  if (self->glide_tick != 0)
    gtk_widget_remove_tick_callback (self->map, self->glide_tick);
  self->glide_tick = 0;
}

/** legato_map_zoom_stop: the camera stands where it was going to; nothing runs any longer */
void
legato_map_zoom_stop (LegatoMapZoom *self)
{
  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  if (self->glide_tick != 0)
    self->camera = self->glide_to;
  stop_glide (self);
  stop_settling (self);
}

/** legato_map_zoom_reset: shows the whole drawing at once, as for another view */
void
legato_map_zoom_reset (LegatoMapZoom *self)
{
  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  legato_map_zoom_stop (self);
  legato_map_camera_reset (&self->camera);
  update_actions (self);
}

static gboolean
glide_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  LegatoMapZoom *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double t;

  if (self->glide_start == 0)
    self->glide_start = now;
  t = CLAMP ((double) (now - self->glide_start) / self->glide_length, 0, 1);
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
get_goal (LegatoMapZoom *self)
{
  return self->glide_tick != 0 ? self->glide_to : self->camera;
}

/* Goes there within @length microseconds, or at once for who wants no motion. */
static void
glide_to (LegatoMapZoom *self, const LegatoMapCamera *goal, double length)
{
  if (!is_placed (self)
      || legato_map_camera_equal (goal, self->glide_tick != 0 ? &self->glide_to : &self->camera))
    return;
  stop_glide (self);
  if (self->still || !gtk_widget_get_mapped (self->map))
    {
      self->camera = *goal;
      camera_moved (self);
      return;
    }
  self->glide_from = self->camera;
  self->glide_to = *goal;
  self->glide_length = length;
  self->glide_start = 0;
  self->glide_tick = gtk_widget_add_tick_callback (self->map, glide_cb, self, NULL);
}

/* As fast as the eye can follow. */
static void
go_to (LegatoMapZoom *self, const LegatoMapCamera *goal)
{
  glide_to (self, goal, GLIDE);
}

/** legato_map_zoom_show: @box: (nullable): shown large, in units; %NULL shows the whole legs */
void
legato_map_zoom_show (LegatoMapZoom *self, const LegatoMapBox *box)
{
  LegatoMapCamera goal;

  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  goal = get_goal (self);
  if (!is_placed (self))
    return;
  if (box != NULL)
    legato_map_camera_show (&goal, box);
  else
    legato_map_camera_reset (&goal);
  go_to (self, &goal);
}

static LegatoMapCamera
approach (LegatoMapZoom *self, const LegatoMapBox *box)
{
  LegatoMapCamera goal = get_goal (self);

  legato_map_camera_approach (&goal, box);
  self->is_near = TRUE;
  self->near_box = *box;
  self->near_goal = goal;
  return goal;
}

/**
 * legato_map_zoom_approach:
 * @box: in units: the place that is worked on, with room for the hands
 * @calmly: whether nobody waits for it
 */
void
legato_map_zoom_approach (LegatoMapZoom *self, const LegatoMapBox *box, gboolean calmly)
{
  LegatoMapCamera goal;

  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self) && box != NULL);

  goal = approach (self, box);
  glide_to (self, &goal, calmly ? CALM_GLIDE : GLIDE);
}

/** legato_map_zoom_jump: is there at once, as when the legs have been turned */
void
legato_map_zoom_jump (LegatoMapZoom *self, const LegatoMapBox *box)
{
  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self) && box != NULL);

  legato_map_zoom_stop (self);
  self->camera = approach (self, box);
  update_actions (self);
  /* Called from within an allocation, where nothing may be hidden or shown. */
  if (self->jump_source == 0)
    self->jump_source = g_idle_add (jumped_cb, self);
}

/**
 * legato_map_zoom_set_target:
 * @shape: (nullable): of the drawing: the place that is meant; %NULL for none
 *
 * Keys and buttons zoom toward it and keep it in sight. It is brought into sight at once if it is
 * beyond the edge.
 */
void
legato_map_zoom_set_target (LegatoMapZoom *self, const LegatoMapShape *shape)
{
  LegatoMapCamera goal;

  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  self->target = shape;
  goal = get_goal (self);
  if (shape == NULL || !legato_map_camera_is_zoomed (&goal))
    return;
  legato_map_camera_reveal (&goal, &shape->outline->box, shape->centre);
  go_to (self, &goal);
}

/* A step by key or button goes toward the place that is meant, else toward the middle. */
static void
step (LegatoMapZoom *self, double factor)
{
  LegatoMapCamera goal = get_goal (self);
  LegatoMapPoint at = self->target != NULL && factor > 1 ? self->target->centre : goal.centre;
  double scale = legato_map_camera_get_scale (&goal);

  if (!is_placed (self))
    return;
  legato_map_camera_zoom_at (&goal, goal.zoom * factor,
                             goal.room_width / 2 + (at.x - goal.centre.x) * scale,
                             goal.room_height / 2 + (at.y - goal.centre.y) * scale);
  /* Rounding must not leave a little zoom that cannot be seen. */
  if (goal.zoom < 1.02)
    legato_map_camera_reset (&goal);
  else if (self->target != NULL)
    legato_map_camera_reveal (&goal, &self->target->outline->box, self->target->centre);
  go_to (self, &goal);
}

static void
zoom_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, KEY_STEP);
}

static void
zoom_out_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, 1 / KEY_STEP);
}

static void
zoom_fit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  legato_map_zoom_show (data, NULL);
}

static void
pan_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LegatoMapCamera goal = get_goal (data);
  int x, y;

  g_variant_get (parameter, "(ii)", &x, &y);
  legato_map_camera_pan (&goal, -x * PAN_PART * goal.room_width, -y * PAN_PART * goal.room_height);
  go_to (data, &goal);
}

/* By pointer and fingers, under which the drawing moves without delay. */
static void
zoom_at (LegatoMapZoom *self, double zoom, double x, double y)
{
  stop_glide (self);
  legato_map_camera_zoom_at (&self->camera, zoom, x, y);
  camera_moved (self);
}

static void
pan_by (LegatoMapZoom *self, double x, double y)
{
  stop_glide (self);
  legato_map_camera_pan (&self->camera, x, y);
  camera_moved (self);
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

  if (!is_placed (self) || !self->usable)
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

  if (!is_placed (self) || !self->usable || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
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
                              self->camera.side, self->camera.art_width);
  legato_map_camera_zoom_at (&goal, goal.zoom * factor, from_x, from_y);
  legato_map_camera_pan (&goal, x - from_x, y - from_y);
  stop_glide (self);
  self->camera = goal;
  camera_moved (self);
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
  if (self->art == NULL || !is_placed (self) || !self->usable)
    return;
  if (n_press == 1)
    {
      self->clicked = find_shape (self, x, y);
      self->clicked_from = get_goal (self);
    }
  else if (self->clicked != NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Twice on a zone goes there, and twice again back. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, LegatoMapZoom *self)
{
  LegatoMapCamera goal = get_goal (self);

  if (n_press != 2 || self->art == NULL || !is_placed (self) || !self->usable)
    return;
  if (self->clicked != NULL)
    legato_map_camera_show (&goal, &self->clicked->outline->box);
  if (self->clicked == NULL || legato_map_camera_equal (&goal, &self->clicked_from))
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

/** legato_map_zoom_add_keys: to the class of the map; they work with and without Ctrl */
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
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "map.zoom-fit", NULL);
  add_pan_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_pan_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_pan_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_pan_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
}

static void
legato_map_zoom_dispose (GObject *object)
{
  LegatoMapZoom *self = LEGATO_MAP_ZOOM (object);

  stop_glide (self);
  stop_settling (self);
  g_clear_handle_id (&self->jump_source, g_source_remove);
  g_clear_pointer (&self->art, legato_map_art_unref);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (legato_map_zoom_parent_class)->dispose (object);
}

static void
legato_map_zoom_class_init (LegatoMapZoomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = legato_map_zoom_dispose;

  /* The camera stands elsewhere, or stands still at last: all has to be placed and drawn anew. */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_map_zoom_init (LegatoMapZoom *self)
{
  static const GActionEntry entries[] = {
    { "zoom-in", zoom_in_cb, NULL, NULL, NULL, { 0 } },
    { "zoom-out", zoom_out_cb, NULL, NULL, NULL, { 0 } },
    { "zoom-fit", zoom_fit_cb, NULL, NULL, NULL, { 0 } },
    { "pan", pan_cb, "(ii)", NULL, NULL, { 0 } },
  };

  self->camera.zoom = 1;
  self->usable = TRUE;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  update_actions (self);
}

static GtkEventController *
add_controller (LegatoMapZoom *self, gpointer controller)
{
  gtk_widget_add_controller (self->map, controller);
  return controller;
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
  GtkEventController *motion, *scroll, *drag, *click;

  self->map = map;
  gtk_widget_insert_action_group (map, "map", G_ACTION_GROUP (self->actions));
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
  return self;
}

/** legato_map_zoom_set_usable: whether the person may move the camera */
void
legato_map_zoom_set_usable (LegatoMapZoom *self, gboolean usable)
{
  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  self->usable = usable;
  legato_map_zoom_reset (self);
}

/** legato_map_zoom_set_still: whether the camera jumps, for who wants no motion */
void
legato_map_zoom_set_still (LegatoMapZoom *self, gboolean still)
{
  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  self->still = still;
}

/** legato_map_zoom_set_art: @art: (nullable): the drawing, seen whole at first */
void
legato_map_zoom_set_art (LegatoMapZoom *self, LegatoMapArt *art)
{
  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  g_clear_pointer (&self->art, legato_map_art_unref);
  self->art = art != NULL ? legato_map_art_ref (art) : NULL;
  self->target = NULL;
  self->clicked = NULL;
  self->is_near = FALSE;
  legato_map_zoom_reset (self);
}

/**
 * legato_map_zoom_set_room:
 * @width: of the room, in logical pixels
 * @height: likewise
 * @breadth: of the controls, which stand at the side or beneath
 *
 * Returns: whether they stand beneath, where the legs are larger for it
 */
gboolean
legato_map_zoom_set_room (LegatoMapZoom *self, int width, int height, int breadth)
{
  double art_width =
      self->art != NULL ? legato_map_art_get_width (self->art) : LEGATO_MAP_ART_HEIGHT / 2;
  LegatoMapCamera beside = self->camera, before = self->camera;
  LegatoMapCamera goal = get_goal (self);
  gboolean stays_near = self->is_near && legato_map_camera_equal (&goal, &self->near_goal);
  gboolean beneath;

  legato_map_camera_set_room (&beside, width, height, breadth, art_width);
  legato_map_camera_set_room (&self->camera, width, height - breadth, 0, art_width);
  beneath = legato_map_camera_get_fit (&self->camera) > legato_map_camera_get_fit (&beside);
  if (!beneath)
    self->camera = beside;
  if (self->glide_tick != 0 && !legato_map_camera_has_same_room (&before, &self->camera))
    {
      legato_map_camera_set_room (&self->glide_to, self->camera.room_width,
                                  self->camera.room_height, self->camera.side, art_width);
      legato_map_zoom_stop (self);
    }
  if (stays_near && !legato_map_camera_has_same_room (&before, &self->camera))
    legato_map_zoom_jump (self, &self->near_box);
  return beneath;
}

/**
 * legato_map_zoom_sharpen:
 * @scale: (out): logical pixels a unit that all is to be drawn for
 * @part: (out): what of the drawing may be seen, in units
 *
 * These are those of the camera when it stands, and stay as they are while it moves.
 *
 * Returns: whether the camera stands
 */
gboolean
legato_map_zoom_sharpen (LegatoMapZoom *self, double *scale, LegatoMapBox *part)
{
  LegatoMapBox seen = legato_map_camera_get_part (&self->camera, 0);
  const LegatoMapBox *sharp = &self->sharp_part;

  if (self->settle_source == 0
      && (legato_map_camera_get_scale (&self->camera) != self->sharp_scale || seen.x < sharp->x
          || seen.y < sharp->y || seen.x + seen.width > sharp->x + sharp->width
          || seen.y + seen.height > sharp->y + sharp->height))
    {
      int device_scale = gtk_widget_get_scale_factor (self->map);
      double pixels =
          self->camera.room_width * self->camera.room_height * device_scale * device_scale;

      self->sharp_scale = legato_map_camera_get_scale (&self->camera);
      self->sharp_part = legato_map_camera_get_part (
          &self->camera, pixels <= MOST_PIXELS_WITH_MARGIN ? MARGIN : 0);
    }
  *scale = self->sharp_scale;
  *part = self->sharp_part;
  return self->settle_source == 0;
}

/** legato_map_zoom_get_camera: (transfer none): where it stands now */
const LegatoMapCamera *
legato_map_zoom_get_camera (LegatoMapZoom *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_ZOOM (self), NULL);

  return &self->camera;
}

/** legato_map_zoom_get_goal: 1, the whole legs, to 6; what the camera goes to if it moves */
double
legato_map_zoom_get_goal (LegatoMapZoom *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_ZOOM (self), 1);

  return get_goal (self).zoom;
}

/** legato_map_zoom_is_moving: whether the camera moves or has just been moved */
gboolean
legato_map_zoom_is_moving (LegatoMapZoom *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_ZOOM (self), FALSE);

  return self->settle_source != 0 || self->glide_tick != 0;
}
