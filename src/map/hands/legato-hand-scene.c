/* legato-hand-scene.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <string.h>

#include "legato-hand-place.h"
#include "legato-hand-scene-testing.h"
#include "legato-hand-strokes.h"
#include "legato-leg-edges.h"

/* Where the arm of the thumb that presses lies on that side, the thumb before it is drawn so far
 * above or below that arm, and so much nearer to the place, in units. */
#define BESIDE_ARM 84.0
#define NEARER 24.0

/* From this part of a stroke on hands go to where the next one begins, but for a press as they let
 * go, and farther than so many units through the air. */
#define GOES_ON 0.6
#define FAR 30.0

/* From where the calf ends up to this height a glide over the whole leg passes the knee, in units
 * from the top of the drawing; in front, where hands turn above the kneecap, from that up to this
 * one. */
#define THIGH_Y 495.0
#define THIGH_FRONT_Y 400.0

static double
mix (double a, double b, double t)
{
  return a + t * (b - a);
}

static LegatoMapPoint
mix_points (LegatoMapPoint a, LegatoMapPoint b, double t)
{
  return (LegatoMapPoint){ mix (a.x, b.x, t), mix (a.y, b.y, t) };
}

static gboolean
is_stroke (const LegatoCue *cue)
{
  return cue->kind <= LEGATO_CUE_LAST_STROKE;
}

/* Friction goes to and fro over the whole of its short way, which lies across the fibres. */
static double
fraction_at (const LegatoCue *cue, gboolean odd, double progress)
{
  switch (cue->kind)
    {
    case LEGATO_CUE_FRICTION:
      return odd ? 1 - legato_hand_ease (progress) : legato_hand_ease (progress);
    case LEGATO_CUE_FASCIA:
      progress = MAX (0, progress - cue->turn) / (1 - cue->turn);
      return mix (cue->from, cue->to, legato_hand_ease (progress));
    case LEGATO_CUE_GLIDE:
    case LEGATO_CUE_ROLL:
      return mix (cue->from, cue->to, legato_hand_ease (progress));
    case LEGATO_CUE_LYMPH:
    case LEGATO_CUE_PRESS:
      /* The skin goes as far as it gives and back, a press goes straight down: no hand slides. */
      return cue->from;
    default:
      return mix (cue->from, cue->to, progress);
    }
}

static gint64
get_onset (const LegatoHandScene *self)
{
  return legato_timeline_get_step_onset (self->timeline, (guint) self->step);
}

/* The stroke that runs; @previous and @next are those around a pause of the same step. Whether an
 * odd number of strokes of the step comes before it. */
static gboolean
find_strokes (const LegatoHandScene *self, const LegatoCue **previous, const LegatoCue **next)
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);
  gboolean odd = FALSE;

  *previous = *next = NULL;
  for (gsize i = legato_timeline_find_cue (self->timeline, get_onset (self));
       i < n && cues[i].step <= self->step && *next == NULL; i++)
    {
      const LegatoCue *cue = &cues[i];

      if (cue->step != self->step || !is_stroke (cue))
        continue;
      if (cue->onset > self->position)
        *next = cue;
      else
        {
          odd = *previous != NULL && !odd;
          *previous = cue;
        }
    }
  return odd;
}

/** Returns: (transfer none) (nullable): the first stroke of the step */
const LegatoCue *
legato_hand_scene_find_first (const LegatoHandScene *self)
{
  return legato_timeline_find_stroke (self->timeline, get_onset (self));
}

static LegatoMapPoint
find_up (const LegatoHandRoute *route, LegatoCueKind kind)
{
  LegatoMapPoint from, to, up;
  double length;

  legato_hand_route_get_point (route, 0, &from, NULL);
  legato_hand_route_get_point (route, 1, &to, NULL);
  up = (LegatoMapPoint){ to.x - from.x, to.y - from.y };
  length = hypot (up.x, up.y);
  if (length < 1e-6)
    return (LegatoMapPoint){ 0, -1 };
  up = (LegatoMapPoint){ up.x / length, up.y / length };
  if (kind == LEGATO_CUE_FRICTION || fabs (up.x) > 0.8)
    up = (LegatoMapPoint){ up.y, -up.x };
  return up.y > 0 ? (LegatoMapPoint){ -up.x, -up.y } : up;
}

static double
get_height (const LegatoHandInstant *now, LegatoMapPoint at)
{
  return LEGATO_DRAWING_HEIGHT - legato_map_art_get_height (now->art) + at.y;
}

/* Between which heights a glide comes from the lower leg to the thigh. */
static void
find_knee (const LegatoHandInstant *now, double *low, double *high)
{
  gboolean front = legato_map_art_get_view (now->art) == LEGATO_VIEW_FRONT;

  *low = front ? LEGATO_HAND_KNEECAP_Y : LEGATO_HAND_CALF_Y;
  *high = front ? THIGH_FRONT_Y : THIGH_Y;
}

/* How far hands at @at have come from the lower leg to the thigh; the same for a whole step that
 * stays on one of them. */
static double
find_thigh (const LegatoHandInstant *now, LegatoMapPoint at)
{
  double low, high;

  if (!now->crosses)
    return now->height > LEGATO_HAND_KNEE_Y ? 0 : 1;
  find_knee (now, &low, &high);
  return legato_hand_ease ((low - get_height (now, at)) / (low - high));
}

/* Whether a step of glides goes over the knee. */
static gboolean
crosses_knee (const LegatoHandInstant *now, LegatoCueKind kind)
{
  LegatoMapBox box = legato_hand_route_get_box (now->route);
  double low, high;

  find_knee (now, &low, &high);
  return kind == LEGATO_CUE_GLIDE && now->step->zones->len > 1
         && get_height (now, (LegatoMapPoint){ box.x, box.y }) < high
         && get_height (now, (LegatoMapPoint){ box.x, box.y + box.height }) > low;
}

/* How high hands are at @fraction of the way while a stroke goes on. */
static double
find_lift (const LegatoHandScene *self, double fraction)
{
  return legato_hand_ease (legato_hand_route_get_lift (self->route, fraction));
}

/* Between two strokes, before the first and after the last: where the hands are on their way,
 * lifted in its middle. From the last they go back to where the first begins. */
static void
find_between (const LegatoHandScene *self,
              LegatoHandInstant *now,
              const LegatoCue *previous,
              const LegatoCue *next,
              gboolean odd)
{
  gint64 begin = previous != NULL ? previous->onset + previous->length : get_onset (self);
  gint64 end =
      next != NULL
          ? next->onset
          : get_onset (self) + legato_timeline_get_step_length (self->timeline, (guint) self->step);
  double t = CLAMP ((double) (self->position - begin) / (double) MAX (1, end - begin), 0, 1);
  const LegatoCue *to = next != NULL ? next : legato_hand_scene_find_first (self);
  LegatoMapPoint from;
  double lift, leaves, lands;

  now->cue = next != NULL ? next : previous;
  now->progress = next != NULL ? 0 : 1;
  now->odd = next != NULL ? (previous != NULL && !odd) : odd;
  legato_hand_route_get_point (self->route, fraction_at (to, next != NULL && now->odd, 0), &now->at,
                               &now->tangent);
  now->fraction = fraction_at (to, now->odd, 0);
  now->thigh = find_thigh (now, now->at);
  if (previous != NULL)
    {
      legato_hand_route_get_point (self->route, fraction_at (previous, odd, 1), &from, NULL);
      /* In the air they have all the time to turn. */
      now->thigh = mix (find_thigh (now, from), find_thigh (now, now->at), legato_hand_ease (t));
      now->at = mix_points (from, now->at, legato_hand_ease (t));
    }
  lift = previous == NULL ? 1 - legato_hand_ease (t)
         : next == NULL   ? legato_hand_ease (3 * t)
                          : sin (G_PI * legato_hand_ease (t));
  lands = find_lift (self, now->fraction);
  leaves = previous != NULL ? find_lift (self, fraction_at (previous, odd, 1)) : lands;
  now->lift = MAX (lift, mix (leaves, lands, legato_hand_ease (t)));
}

/* Without a pause before the next stroke the hands are on their way while this one ends, in the air
 * if that is far. */
static void
go_on (const LegatoHandScene *self, LegatoHandInstant *now, const LegatoCue *next)
{
  double leaves = now->cue->kind == LEGATO_CUE_PRESS ? now->cue->turn : GOES_ON;
  double t = (now->progress - leaves) / (1 - leaves);
  LegatoMapPoint from, to;

  if (t <= 0)
    return;
  legato_hand_route_get_point (self->route, fraction_at (now->cue, now->odd, 1), &from, NULL);
  legato_hand_route_get_point (self->route, fraction_at (next, !now->odd, 0), &to, NULL);
  t = legato_hand_ease (t);
  now->thigh = mix (now->thigh, find_thigh (now, to), t);
  now->at.x += t * (to.x - from.x);
  now->at.y += t * (to.y - from.y);
  now->lift = mix (now->lift, find_lift (self, fraction_at (next, !now->odd, 0)), t);
  if (hypot (to.x - from.x, to.y - from.y) > FAR)
    now->lift = MAX (now->lift, sin (G_PI * t));
}

static gboolean
find_instant (const LegatoHandScene *self, LegatoHandPicture *picture, LegatoHandInstant *now)
{
  const LegatoCue *previous, *next;
  LegatoPlan *plan = legato_timeline_get_plan (self->timeline);
  const LegatoRoutine *routine = legato_plan_get_routine (plan);
  gboolean odd = find_strokes (self, &previous, &next);
  LegatoMapPoint middle;

  if (previous == NULL && next == NULL)
    return FALSE;
  *now = (LegatoHandInstant){ .route = self->route,
                              .art = self->art,
                              .position = self->position,
                              .grain = self->grain,
                              .still = self->still,
                              .picture = picture,
                              .step = legato_plan_get_step (plan, (guint) self->step),
                              .size = MAX (LEGATO_HAND_SIZE, self->min_size / LEGATO_HAND_LENGTH),
                              .partner = routine != NULL && routine->partner };
  legato_hand_route_get_point (self->route, 0.5, &middle, NULL);
  now->height = get_height (now, middle);
  now->crosses = crosses_knee (now, previous != NULL ? previous->kind : next->kind);
  if (previous != NULL && self->position < previous->onset + previous->length)
    {
      now->cue = previous;
      now->odd = odd;
      now->progress = (double) (self->position - previous->onset) / (double) previous->length;
      now->fraction = fraction_at (previous, odd, now->progress);
      now->touching =
          legato_hand_route_get_point (self->route, now->fraction, &now->at, &now->tangent);
      now->lift = find_lift (self, now->fraction);
      now->thigh = find_thigh (now, now->at);
      now->followed = next != NULL && next->onset <= previous->onset + previous->length;
      if (now->followed)
        go_on (self, now, next);
    }
  else
    find_between (self, now, previous, next, odd);
  now->up = find_up (self->route, now->cue->kind);
  if (self->aside > 0)
    {
      gboolean arm_aside = now->cue->kind == LEGATO_CUE_HOLD && now->height > LEGATO_HAND_HIP_Y
                           && now->step->technique->shape != LEGATO_TOOL_BALL;

      now->at.x += (self->aside - (arm_aside ? NEARER : 0))
                   * legato_leg_edges_find_side (self->art, now->step->leg, now->at);
      /* Not on the arm of the hand that presses. */
      if (arm_aside)
        now->at.y += now->partner || legato_hand_place_is_behind (now) ? -BESIDE_ARM : BESIDE_ARM;
    }
  return TRUE;
}

/** legato_hand_scene_compose: all that legato_hand_scene_draw() paints
 *
 * Returns: whether the step has strokes */
gboolean
legato_hand_scene_compose (const LegatoHandScene *self, LegatoHandPicture *picture)
{
  LegatoHandInstant now;

  memset (picture, 0, sizeof *picture);
  if (!find_instant (self, picture, &now))
    return FALSE;
  legato_hand_strokes_add (&now);
  return TRUE;
}

/**
 * legato_hand_scene_get_hand:
 * @point: (out): the middle between the hands, in units of the drawing
 *
 * Returns: whether the step has strokes
 */
gboolean
legato_hand_scene_get_hand (const LegatoHandScene *self, LegatoMapPoint *point)
{
  LegatoHandPicture picture = { 0 };
  LegatoHandInstant now;

  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  if (!find_instant (self, &picture, &now))
    return FALSE;
  *point = legato_hand_strokes_find_hand (&now);
  return TRUE;
}

/** Returns: the leg that the step works on */
LegatoLeg
legato_hand_scene_get_leg (const LegatoHandScene *self)
{
  return legato_plan_get_step (legato_timeline_get_plan (self->timeline), (guint) self->step)->leg;
}

static LegatoMapBox
get_marks_box (const LegatoHandScene *self, const LegatoSkinMark *marks, guint n)
{
  LegatoMapBox box = { 0 };

  for (guint i = 0; i < n; i++)
    box = legato_map_box_union (
        box, legato_skin_mark_get_box (&marks[i], self->art, legato_hand_scene_get_leg (self)));
  return box;
}

/** legato_hand_scene_get_box: all that legato_hand_scene_draw() may paint, in units */
LegatoMapBox
legato_hand_scene_get_box (const LegatoHandScene *self)
{
  LegatoMapBox box = { 0 };
  LegatoHandPicture picture;

  g_return_val_if_fail (self != NULL, box);

  legato_hand_scene_compose (self, &picture);
  box = legato_map_box_union (get_marks_box (self, picture.under, picture.n_under),
                              get_marks_box (self, picture.over, picture.n_over));
  for (guint i = 0; i < picture.n_figures; i++)
    box = legato_map_box_union (box, legato_figure_get_box (&picture.figures[i]));
  return box;
}

/** legato_hand_scene_get_phase: a number that is the same for instants that look the same */
guint
legato_hand_scene_get_phase (const LegatoHandScene *self)
{
  const guint8 *bytes;
  guint hash = 5381;
  LegatoHandPicture picture;

  g_return_val_if_fail (self != NULL, 0);

  legato_hand_scene_compose (self, &picture);
  bytes = (const guint8 *) &picture;
  for (gsize i = 0; i < sizeof picture; i++)
    hash = hash * 33 + bytes[i];
  return hash;
}

/** legato_hand_scene_draw_skin: paints what lies under the hands */
void
legato_hand_scene_draw_skin (const LegatoHandScene *self, const LegatoSkinPaint *paint)
{
  LegatoHandPicture picture;

  legato_hand_scene_compose (self, &picture);
  for (guint i = 0; i < picture.n_under; i++)
    legato_skin_mark_draw (&picture.under[i], paint);
}

/** legato_hand_scene_draw_figures: paints hands and tools, and what lies over them */
void
legato_hand_scene_draw_figures (const LegatoHandScene *self, const LegatoSkinPaint *paint)
{
  LegatoHandPicture picture;

  legato_hand_scene_compose (self, &picture);
  for (guint i = 0; i < picture.n_figures; i++)
    legato_hand_sprites_draw (paint->sprites, paint->cr, &picture.figures[i]);
  for (guint i = 0; i < picture.n_over; i++)
    legato_skin_mark_draw (&picture.over[i], paint);
}

/** legato_hand_scene_draw: paints the hands, @cr being in units of the drawing */
void
legato_hand_scene_draw (const LegatoHandScene *self,
                        cairo_t *cr,
                        PangoContext *context,
                        LegatoHandSprites *sprites,
                        const GdkRGBA *accent)
{
  LegatoSkinPaint paint = { cr,    context, sprites, self->art, legato_hand_scene_get_leg (self),
                            accent };

  g_return_if_fail (self != NULL && cr != NULL && sprites != NULL && accent != NULL);

  legato_hand_scene_draw_skin (self, &paint);
  legato_hand_scene_draw_figures (self, &paint);
}

/* All that a picture of marks depends on, but for the tone. */
typedef struct
{
  LegatoSkinMark marks[LEGATO_HAND_MOST_MARKS];
  const LegatoMapArt *art;
  LegatoLeg leg;
  GdkRGBA accent;
  LegatoHandView view;
} MarksKey;

static void
snapshot_marks (const LegatoHandScene *self,
                GtkSnapshot *snapshot,
                guint slot,
                const LegatoSkinMark *marks,
                guint n,
                LegatoSkinPaint *paint,
                const LegatoHandView *view)
{
  LegatoMapBox box = get_marks_box (self, marks, n);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      (float) floor (box.x * view->scale), (float) floor (box.y * view->scale),
      (float) ceil (box.width * view->scale) + 1, (float) ceil (box.height * view->scale) + 1);
  GskRenderNode *node;
  MarksKey key;

  if (n == 0 || !graphene_rect_intersection (&bounds, &view->seen, &bounds))
    return;
  memset (&key, 0, sizeof key);
  memcpy (key.marks, marks, n * sizeof *marks);
  key.art = paint->art;
  key.leg = paint->leg;
  key.accent = *paint->accent;
  key.view.scale = view->scale;
  key.view.device_scale = view->device_scale;
  key.view.seen = view->seen;
  node = legato_hand_sprites_find_kept (paint->sprites, slot, &key, sizeof key);
  if (node == NULL)
    {
      node = gsk_cairo_node_new (&bounds);
      paint->cr = gsk_cairo_node_get_draw_context (node);
      cairo_scale (paint->cr, view->scale, view->scale);
      for (guint i = 0; i < n; i++)
        legato_skin_mark_draw (&marks[i], paint);
      cairo_destroy (paint->cr);
      legato_hand_sprites_keep (paint->sprites, slot, &key, sizeof key, node);
    }
  gtk_snapshot_append_node (snapshot, node);
}

/**
 * legato_hand_scene_snapshot:
 * @snapshot: in logical pixels, its origin where that of the drawing is
 *
 * The same in nodes no larger than what they show. Those of hands and tools stay the same wherever
 * they go; only those of the skin are new each time.
 */
void
legato_hand_scene_snapshot (const LegatoHandScene *self,
                            GtkSnapshot *snapshot,
                            PangoContext *context,
                            LegatoHandSprites *sprites,
                            const GdkRGBA *accent,
                            const LegatoHandView *view)
{
  LegatoSkinPaint paint = { NULL,  context, sprites, self->art, legato_hand_scene_get_leg (self),
                            accent };
  LegatoHandPicture picture;

  g_return_if_fail (self != NULL && snapshot != NULL && sprites != NULL && view != NULL);

  legato_hand_scene_compose (self, &picture);
  snapshot_marks (self, snapshot, 0, picture.under, picture.n_under, &paint, view);
  for (guint i = 0; i < picture.n_figures; i++)
    legato_hand_sprites_snapshot (sprites, snapshot, &picture.figures[i], view->device_scale);
  snapshot_marks (self, snapshot, 1, picture.over, picture.n_over, &paint, view);
}
