/* legato-map-zoom.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-zoom-private.h"

/* How much nearer one press of a key or button brings the legs, and which part of the room one
 * press of an arrow key moves them by. */
#define KEY_STEP 1.5
#define PAN_PART 0.2

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

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LegatoMapZoom, legato_map_zoom, G_TYPE_OBJECT)

gboolean
legato_map_zoom_is_placed (const LegatoMapZoom *self)
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

void
legato_map_zoom_tell_moved (LegatoMapZoom *self)
{
  stop_settling (self);
  self->settle_source = g_timeout_add (SETTLE, settled_cb, self);
  update_actions (self);
  g_signal_emit (self, signals[MOVED], 0);
}

void
legato_map_zoom_stop_glide (LegatoMapZoom *self)
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
  legato_map_zoom_stop_glide (self);
  stop_settling (self);
}

/* Shows the whole drawing at once, as for another view. */
static void
reset (LegatoMapZoom *self)
{
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
  legato_map_zoom_tell_moved (self);
  return t < 1 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Where the camera is or goes: what a further step starts from. */
LegatoMapCamera
legato_map_zoom_find_goal (LegatoMapZoom *self)
{
  return self->glide_tick != 0 ? self->glide_to : self->camera;
}

/* Goes there within @length microseconds, or at once for who wants no motion. */
static void
glide_to (LegatoMapZoom *self, const LegatoMapCamera *goal, double length)
{
  if (!legato_map_zoom_is_placed (self)
      || legato_map_camera_equal (goal, self->glide_tick != 0 ? &self->glide_to : &self->camera))
    return;
  legato_map_zoom_stop_glide (self);
  if (self->still || !gtk_widget_get_mapped (self->map))
    {
      self->camera = *goal;
      legato_map_zoom_tell_moved (self);
      return;
    }
  self->glide_from = self->camera;
  self->glide_to = *goal;
  self->glide_length = length;
  self->glide_start = 0;
  self->glide_tick = gtk_widget_add_tick_callback (self->map, glide_cb, self, NULL);
}

/* As fast as the eye can follow. */
void
legato_map_zoom_go_to (LegatoMapZoom *self, const LegatoMapCamera *goal)
{
  glide_to (self, goal, GLIDE);
}

/** legato_map_zoom_show: @box: (nullable): shown large, in units; %NULL shows the whole legs */
void
legato_map_zoom_show (LegatoMapZoom *self, const LegatoMapBox *box)
{
  LegatoMapCamera goal;

  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  goal = legato_map_zoom_find_goal (self);
  if (!legato_map_zoom_is_placed (self))
    return;
  if (box != NULL)
    legato_map_camera_show (&goal, box);
  else
    legato_map_camera_reset (&goal);
  legato_map_zoom_go_to (self, &goal);
}

static LegatoMapCamera
approach (LegatoMapZoom *self, const LegatoMapBox *box)
{
  LegatoMapCamera goal = legato_map_zoom_find_goal (self);

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
  goal = legato_map_zoom_find_goal (self);
  if (shape == NULL || !legato_map_camera_is_zoomed (&goal))
    return;
  legato_map_camera_reveal (&goal, &shape->outline->box, shape->centre);
  legato_map_zoom_go_to (self, &goal);
}

/* A step by key or button goes toward the place that is meant, else toward the middle. */
static void
step (LegatoMapZoom *self, double factor)
{
  LegatoMapCamera goal = legato_map_zoom_find_goal (self);
  LegatoMapPoint at = self->target != NULL && factor > 1 ? self->target->centre : goal.centre;
  double scale = legato_map_camera_get_scale (&goal);

  if (!legato_map_zoom_is_placed (self))
    return;
  legato_map_camera_zoom_at (&goal, goal.zoom * factor,
                             goal.room_width / 2 + (at.x - goal.centre.x) * scale,
                             goal.room_height / 2 + (at.y - goal.centre.y) * scale);
  /* Rounding must not leave a little zoom that cannot be seen. */
  if (goal.zoom < 1.02)
    legato_map_camera_reset (&goal);
  else if (self->target != NULL)
    legato_map_camera_reveal (&goal, &self->target->outline->box, self->target->centre);
  legato_map_zoom_go_to (self, &goal);
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
  LegatoMapCamera goal = legato_map_zoom_find_goal (data);
  int x, y;

  g_variant_get (parameter, "(ii)", &x, &y);
  legato_map_camera_pan (&goal, -x * PAN_PART * goal.room_width, -y * PAN_PART * goal.room_height);
  legato_map_zoom_go_to (data, &goal);
}

static void
legato_map_zoom_dispose (GObject *object)
{
  LegatoMapZoom *self = LEGATO_MAP_ZOOM (object);

  legato_map_zoom_stop_glide (self);
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

/** legato_map_zoom_set_usable: whether the person may move the camera */
void
legato_map_zoom_set_usable (LegatoMapZoom *self, gboolean usable)
{
  g_return_if_fail (LEGATO_IS_MAP_ZOOM (self));

  self->usable = usable;
  reset (self);
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
  reset (self);
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
  double art_height =
      self->art != NULL ? legato_map_art_get_height (self->art) : LEGATO_DRAWING_HEIGHT;
  double art_width = self->art != NULL ? legato_map_art_get_width (self->art) : art_height / 2;
  LegatoMapCamera beside = self->camera, before = self->camera;
  LegatoMapCamera goal = legato_map_zoom_find_goal (self);
  gboolean stays_near = self->is_near && legato_map_camera_equal (&goal, &self->near_goal);
  gboolean beneath;

  legato_map_camera_set_room (&beside, width, height, breadth, art_width, art_height);
  legato_map_camera_set_room (&self->camera, width, height - breadth, 0, art_width, art_height);
  beneath = legato_map_camera_get_fit (&self->camera) > legato_map_camera_get_fit (&beside);
  if (!beneath)
    self->camera = beside;
  if (self->glide_tick != 0 && !legato_map_camera_has_same_room (&before, &self->camera))
    {
      legato_map_camera_set_room (&self->glide_to, self->camera.room_width,
                                  self->camera.room_height, self->camera.side, art_width,
                                  art_height);
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

  return legato_map_zoom_find_goal (self).zoom;
}

/** legato_map_zoom_is_moving: whether the camera moves or has just been moved */
gboolean
legato_map_zoom_is_moving (LegatoMapZoom *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_ZOOM (self), FALSE);

  return self->settle_source != 0 || self->glide_tick != 0;
}
