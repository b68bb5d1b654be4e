/* legato-hand-motion.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-motion.h"
#include "legato-hand-sprites.h"
#include "legato-pen.h"
#include "legato-map-raster.h"
#include "legato-hand-scene.h"
#include "legato-hand-stills.h"
#include "legato-hand-strokes.h"
#include "legato-route-drawing.h"

/* How long before the hands go to the next zone that zone is pointed out. */
#define PULSE (2 * LEGATO_SECOND)

/* Margin around a zone for the outline that points it out, in logical pixels. */
#define PULSE_PAD 3.0

/* Hands that go farther than this within two frames, in logical pixels, count as fast. */
#define FAST_PIXELS 30.0
#define FAST_TIME (LEGATO_SECOND / 30)

/* Others are drawn when they have gone about so far, in logical pixels, but no more often than
 * every second frame of a usual screen, and at least twelve times a second. */
#define CALM_PIXELS 5.0
#define CALM_PAUSE_MS 24
#define MOST_PAUSE_MS 80

/* A hand is never drawn shorter than this, in logical pixels. */
#define MIN_HAND 44.0

struct _LegatoHandMotion
{
  LegatoMapArt *art;
  GPtrArray *zones; /* LegatoZone, of the guide */
  LegatoTimeline *timeline;
  gint64 position;
  guint phase;    /* the same for positions that look the same; 0 if there is no hand */
  guint tone;     /* of the skin */
  gboolean still; /* no movement: numbered places instead */

  /* Of the step at `position`, made anew when step or view change. */
  int step;
  LegatoHandRoute *route;

  /* The route as drawn: one and the same node in every frame of the step. */
  GskRenderNode *route_node;
  GPtrArray *pulse_nodes; /* GskRenderNode: likewise the zones of the next step, at full strength */
  LegatoHandSprites *sprites;

  /* What the nodes were made for. */
  double scale; /* logical pixels a unit */
  int device_scale;
  LegatoMapBox part; /* of the drawing, that may be seen */
};

/* What is needed to draw a zone into pixels that are kept. */
typedef struct
{
  LegatoHandMotion *motion;
  const LegatoMapShape *shape;
  PangoContext *context;
  const GdkRGBA *accent;
} Drawing;

/** legato_hand_motion_new: (transfer full); @painted: called with @user_data when what was drawn
 * last can be drawn sharper */
LegatoHandMotion *
legato_hand_motion_new (LegatoHandSpritesFunc painted, gpointer user_data)
{
  LegatoHandMotion *self = g_new0 (LegatoHandMotion, 1);

  self->step = -1;
  self->tone = 2;
  self->pulse_nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->sprites = legato_hand_sprites_new ();
  legato_hand_sprites_set_painted_func (self->sprites, painted, user_data);
  return self;
}

void
legato_hand_motion_free (LegatoHandMotion *self)
{
  g_clear_pointer (&self->route_node, gsk_render_node_unref);
  g_ptr_array_unref (self->pulse_nodes);
  legato_hand_sprites_free (self->sprites);
  g_clear_pointer (&self->route, legato_hand_route_free);
  g_clear_pointer (&self->timeline, legato_timeline_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->art, legato_map_art_unref);
  g_free (self);
}

/** legato_hand_motion_restyle: forgets what was drawn in the old colours */
void
legato_hand_motion_restyle (LegatoHandMotion *self)
{
  g_clear_pointer (&self->route_node, gsk_render_node_unref);
  g_ptr_array_set_size (self->pulse_nodes, 0);
}

/** legato_hand_motion_get_step: (transfer none) (nullable): the step that goes on now */
const LegatoStep *
legato_hand_motion_get_step (LegatoHandMotion *self)
{
  if (self->timeline == NULL || self->step < 0)
    return NULL;
  return legato_plan_get_step (legato_timeline_get_plan (self->timeline), (guint) self->step);
}

static void
find_route (LegatoHandMotion *self)
{
  const LegatoStep *step;
  LegatoLeg leg = LEGATO_LEG_LEFT;

  self->step =
      self->timeline != NULL ? legato_timeline_find_step (self->timeline, self->position) : -1;
  step = legato_hand_motion_get_step (self);
  g_clear_pointer (&self->route, legato_hand_route_free);
  legato_hand_motion_restyle (self);
  /* A sleeve, which runs on both legs at once, goes nowhere. */
  if (step != NULL && step->leg != LEGATO_LEG_BOTH)
    leg = step->leg;
  if (step != NULL && self->art != NULL)
    self->route = legato_hand_route_new (self->art, self->zones, leg, step->zones, step->technique);
}

/** legato_hand_motion_set_art: the view to draw on; @zones of its guide */
void
legato_hand_motion_set_art (LegatoHandMotion *self, LegatoMapArt *art, GPtrArray *zones)
{
  g_clear_pointer (&self->art, legato_map_art_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  self->art = art != NULL ? legato_map_art_ref (art) : NULL;
  self->zones = zones != NULL ? g_ptr_array_ref (zones) : NULL;
  find_route (self);
}

/** legato_hand_motion_set_timeline: @timeline: (nullable): what to draw from, from its beginning */
void
legato_hand_motion_set_timeline (LegatoHandMotion *self, LegatoTimeline *timeline)
{
  if (timeline != NULL)
    legato_timeline_ref (timeline);
  g_clear_pointer (&self->timeline, legato_timeline_unref);
  self->timeline = timeline;
  self->position = 0;
  find_route (self);
}

/** legato_hand_motion_get_timeline: (transfer none) (nullable) */
LegatoTimeline *
legato_hand_motion_get_timeline (LegatoHandMotion *self)
{
  return self->timeline;
}

/** legato_hand_motion_set_still: draw numbered places instead of movement */
void
legato_hand_motion_set_still (LegatoHandMotion *self, gboolean still)
{
  self->still = still;
  legato_hand_motion_restyle (self);
}

/** legato_hand_motion_set_tone: @tone: of the hands' skin, 1 to 4 */
void
legato_hand_motion_set_tone (LegatoHandMotion *self, guint tone)
{
  self->tone = tone;
  legato_hand_motion_restyle (self);
}

static LegatoHandScene
get_scene_at (LegatoHandMotion *self, gint64 position)
{
  return (LegatoHandScene){ .route = self->route,
                            .art = self->art,
                            .timeline = self->timeline,
                            .step = self->step,
                            .position = position,
                            .grain = self->scale > 0 ? 1 / self->scale : 0,
                            .min_size = self->scale > 0 ? MIN_HAND / self->scale : 0 };
}

static gboolean
get_scene (LegatoHandMotion *self, LegatoHandScene *scene)
{
  LegatoMapPoint at;

  if (self->timeline == NULL || self->route == NULL || self->still || self->step < 0)
    return FALSE;
  *scene = get_scene_at (self, self->position);
  return legato_hand_scene_get_hand (scene, &at);
}

/**
 * legato_hand_motion_get_hand:
 * @point: (out): the middle between the hands, in units of the drawing
 *
 * Returns: whether hands are drawn at all
 */
gboolean
legato_hand_motion_get_hand (LegatoHandMotion *self, LegatoMapPoint *point)
{
  LegatoHandScene scene;

  return get_scene (self, &scene) && legato_hand_scene_get_hand (&scene, point);
}

/**
 * legato_hand_motion_get_reach:
 * @box: (out): all that hands and tools take on their way, in units of the drawing
 *
 * Returns: whether there are any
 */
gboolean
legato_hand_motion_get_reach (LegatoHandMotion *self, LegatoMapBox *box)
{
  LegatoHandScene scene;

  if (self->timeline == NULL || self->step < 0 || self->route == NULL)
    return FALSE;
  scene = get_scene_at (self, 0);
  /* How near the camera is does not decide how near it is to be. */
  scene.grain = scene.min_size = 0;
  scene.still = self->still;
  *box = legato_hand_stills_get_reach (&scene);
  return box->width > 0;
}

/* How far the hands go within two frames, in logical pixels. */
static double
find_speed (LegatoHandMotion *self)
{
  LegatoHandScene scene, later;
  LegatoMapPoint from, to;
  const LegatoCue *cue;

  if (!get_scene (self, &scene))
    return 0;
  /* Fists fall and rise where they are. */
  cue = legato_timeline_find_stroke (self->timeline, self->position);
  if (cue != NULL && cue->kind == LEGATO_CUE_TAP)
    return LEGATO_HAND_TAP_HEIGHT * self->scale * FAST_TIME / (double) cue->length;
  later = scene;
  later.position += FAST_TIME;
  if (!legato_hand_scene_get_hand (&scene, &from) || !legato_hand_scene_get_hand (&later, &to))
    return 0;
  return hypot (to.x - from.x, to.y - from.y) * self->scale;
}

/**
 * legato_hand_motion_get_pause:
 *
 * Returns: for how many milliseconds the hands need not be drawn anew: until they have moved by
 * what an eye follows; 0 for hands so fast that each frame shows them elsewhere
 */
guint
legato_hand_motion_get_pause (LegatoHandMotion *self)
{
  double speed = find_speed (self);

  if (speed > FAST_PIXELS)
    return 0;
  return (guint) CLAMP (FAST_TIME / 1e6 * CALM_PIXELS / MAX (speed, 0.1), CALM_PAUSE_MS,
                        MOST_PAUSE_MS);
}

static graphene_rect_t
to_pixels (LegatoMapBox box, double scale)
{
  return GRAPHENE_RECT_INIT ((float) floor (box.x * scale), (float) floor (box.y * scale),
                             (float) ceil (box.width * scale) + 1,
                             (float) ceil (box.height * scale) + 1);
}

/* As much of @box as may be seen; %FALSE if that is nothing. */
static gboolean
find_bounds (LegatoHandMotion *self, LegatoMapBox box, double pad, graphene_rect_t *bounds)
{
  graphene_rect_t seen = to_pixels (self->part, self->scale);

  *bounds = to_pixels (box, self->scale);
  graphene_rect_inset (bounds, (float) -pad, (float) -pad);
  return graphene_rect_intersection (bounds, &seen, bounds);
}

/* 0 to 1 and back to 0 while the last two seconds of a step pass. */
static double
get_pulse (LegatoHandMotion *self, const LegatoStep **next)
{
  LegatoPlan *plan = legato_timeline_get_plan (self->timeline);
  guint index = (guint) (self->step + 1);
  gint64 left;

  if (index >= legato_plan_get_n_steps (plan))
    return 0;
  left = legato_timeline_get_step_onset (self->timeline, index) - self->position;
  if (left < 0 || left > PULSE)
    return 0;
  *next = legato_plan_get_step (plan, index);
  return sin (G_PI * (double) (PULSE - left) / (double) PULSE);
}

static guint
find_phase (LegatoHandMotion *self)
{
  LegatoHandScene scene;
  const LegatoStep *next;

  if (self->still)
    return 0;
  if (self->scale <= 0 || get_pulse (self, &next) > 0)
    return g_int64_hash (&self->position);
  return get_scene (self, &scene) ? legato_hand_scene_get_phase (&scene) : 0;
}

/**
 * legato_hand_motion_set_position:
 * @position: nanoseconds on the timeline
 *
 * Returns: whether anything looks different now
 */
gboolean
legato_hand_motion_set_position (LegatoHandMotion *self, gint64 position)
{
  guint phase = self->phase;
  int step;

  self->position = position;
  if (self->timeline == NULL)
    return FALSE;

  /* While the session counts down, the hands show where they are to be. */
  self->position = MAX (position, legato_timeline_get_lead_in (self->timeline));
  step = legato_timeline_find_step (self->timeline, self->position);
  if (step != self->step)
    {
      find_route (self);
      self->phase = find_phase (self);
      return TRUE;
    }
  self->phase = find_phase (self);
  return self->phase != phase;
}

static void
draw_pulse (cairo_t *cr, gpointer user_data)
{
  const Drawing *drawing = user_data;
  double scale = drawing->motion->scale;

  cairo_scale (cr, scale, scale);
  legato_pen_outline (cr, drawing->shape->outline);
  legato_pen_set_color (cr, drawing->accent, 0.4);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, drawing->accent, 1);
  cairo_set_line_width (cr, 2.4 / scale);
  cairo_stroke (cr);
}

static void
make_pulse_nodes (LegatoHandMotion *self, const LegatoStep *next, const GdkRGBA *accent)
{
  for (guint i = 0; i < next->zones->len; i++)
    for (LegatoLeg leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
      {
        const LegatoZone *zone = g_ptr_array_index (next->zones, i);
        int index = legato_map_art_find_shape (self->art, leg, zone);
        Drawing drawing = { .motion = self, .accent = accent };
        graphene_rect_t bounds;

        if (index < 0 || (next->leg != LEGATO_LEG_BOTH && next->leg != leg))
          continue;
        drawing.shape = legato_map_art_get_shape (self->art, (guint) index);
        if (find_bounds (self, drawing.shape->outline->box, PULSE_PAD, &bounds))
          g_ptr_array_add (self->pulse_nodes, legato_map_raster_new (&bounds, self->device_scale,
                                                                     draw_pulse, &drawing));
      }
}

static void
snapshot_pulse (LegatoHandMotion *self, GtkSnapshot *snapshot, const GdkRGBA *accent)
{
  const LegatoStep *next = NULL;
  double pulse = self->still ? 0 : get_pulse (self, &next);

  if (pulse <= 0)
    return;
  if (self->pulse_nodes->len == 0)
    make_pulse_nodes (self, next, accent);
  for (guint i = 0; i < self->pulse_nodes->len; i++)
    {
      gtk_snapshot_push_opacity (snapshot, pulse);
      gtk_snapshot_append_node (snapshot, g_ptr_array_index (self->pulse_nodes, i));
      gtk_snapshot_pop (snapshot);
    }
}

/* Whether the hands stay in touch on their way back. */
static gboolean
goes_both_ways (LegatoHandMotion *self)
{
  const LegatoCue *cue = legato_timeline_find_stroke (
      self->timeline, legato_timeline_get_step_onset (self->timeline, (guint) self->step));

  return cue != NULL && cue->kind == LEGATO_CUE_ROLL
         && legato_hand_motion_get_step (self)->travel == LEGATO_TRAVEL_LOCAL;
}

static LegatoMapBox
get_route_box (LegatoHandMotion *self)
{
  LegatoMapBox box = legato_route_drawing_get_box (self->route);
  LegatoHandScene scene = get_scene_at (self, 0);

  if (self->still)
    box = legato_map_box_union (box, legato_hand_stills_get_box (&scene));
  return box;
}

static void
draw_route (cairo_t *cr, gpointer user_data)
{
  const Drawing *drawing = user_data;
  LegatoHandMotion *self = drawing->motion;

  cairo_scale (cr, self->scale, self->scale);
  if (legato_route_drawing_is_seen (legato_hand_motion_get_step (self)->technique))
    legato_route_drawing_draw (self->route, cr, drawing->accent, goes_both_ways (self));
  if (self->still)
    {
      LegatoHandScene scene = get_scene_at (self, 0);

      legato_hand_sprites_set_style (self->sprites, self->scale * self->device_scale, self->tone);
      legato_hand_stills_draw (&scene, cr, drawing->context, self->sprites, drawing->accent);
    }
}

static void
snapshot_route (LegatoHandMotion *self,
                GtkSnapshot *snapshot,
                PangoContext *context,
                const GdkRGBA *accent)
{
  if (self->route_node == NULL)
    {
      Drawing drawing = { .motion = self, .context = context, .accent = accent };
      graphene_rect_t bounds;

      if (!find_bounds (self, get_route_box (self), 0, &bounds))
        return;
      self->route_node = legato_map_raster_new (&bounds, self->device_scale, draw_route, &drawing);
    }
  gtk_snapshot_append_node (snapshot, self->route_node);
}

/**
 * legato_hand_motion_snapshot:
 * @snapshot: with its origin where that of the drawing is
 * @scale: logical pixels a unit
 * @device_scale: device pixels a logical pixel
 * @part: what may be seen of the drawing, in units
 *
 * Draws the instant in nodes no larger than what they show. Only that of the hands is new in each
 * frame.
 */
void
legato_hand_motion_snapshot (LegatoHandMotion *self,
                             GtkSnapshot *snapshot,
                             double scale,
                             int device_scale,
                             const LegatoMapBox *part,
                             PangoContext *context,
                             const GdkRGBA *accent)
{
  LegatoHandScene scene;

  if (self->timeline == NULL || self->art == NULL)
    return;
  if (self->scale != scale || self->device_scale != device_scale || self->part.x != part->x
      || self->part.y != part->y || self->part.width != part->width
      || self->part.height != part->height)
    legato_hand_motion_restyle (self);
  self->scale = scale;
  self->device_scale = device_scale;
  self->part = *part;
  if (self->route != NULL)
    snapshot_route (self, snapshot, context, accent);
  snapshot_pulse (self, snapshot, accent);
  if (!get_scene (self, &scene))
    return;

  legato_hand_sprites_set_style (self->sprites, scale * device_scale, self->tone);
  legato_hand_scene_snapshot (
      &scene, snapshot, context, self->sprites, accent,
      &(LegatoHandView){ scale, device_scale, to_pixels (self->part, scale) });
}
