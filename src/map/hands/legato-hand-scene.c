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
#include "legato-pen.h"
#include "legato-skin-tools.h"

/* Among the still pictures, so far beside its place a thumb is drawn that is about to press it, and
 * stacked palms, in units. */
#define BEFORE_PRESS 132.0
#define BEFORE_PALMS 136.0

/* Where the arm of the thumb that presses lies on that side, the thumb before it is drawn so far
 * above or below that arm, and so much nearer to the place, in units. */
#define BESIDE_ARM 84.0
#define NEARER 24.0

/* A hand from the place that touches to its tips and to its wrist, and half its breadth, in units
 * of one of true size. */
#define HAND_AHEAD 70.0
#define HAND_BEHIND 120.0
#define HAND_HALF 46.0

/* From this part of a stroke on hands go to where the next one begins, from that one on if they
 * press, and farther than so many units through the air. */
#define GOES_ON 0.6
#define RISES 0.75
#define FAR 30.0

/* The most still pictures that tell a movement, and the radius of their numbers in units. */
#define MOST_STILLS 4
#define NUMBER 14.0

/* So far above a thumb or a ball that presses stands its number. */
#define ABOVE_PAD 50.0

/* One of several numbered pictures in place of a movement. */
typedef struct
{
  gint64 position;       /* instant of the step */
  double aside;          /* see LegatoHandScene */
  LegatoMapPoint number; /* where its number stands, in units */
  double radius;         /* of the number */
} Still;

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
    case LEGATO_CUE_GLIDE:
    case LEGATO_CUE_FASCIA:
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

static const LegatoCue *
find_first (const LegatoHandScene *self)
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
  const LegatoCue *to = next != NULL ? next : find_first (self);
  LegatoMapPoint from;

  now->cue = next != NULL ? next : previous;
  now->progress = next != NULL ? 0 : 1;
  now->odd = next != NULL ? (previous != NULL && !odd) : odd;
  legato_hand_route_get_point (self->route, fraction_at (to, next != NULL && now->odd, 0), &now->at,
                               &now->tangent);
  now->fraction = fraction_at (to, now->odd, 0);
  if (previous != NULL)
    {
      legato_hand_route_get_point (self->route, fraction_at (previous, odd, 1), &from, NULL);
      now->at = mix_points (from, now->at, legato_hand_ease (t));
    }
  now->lift = previous == NULL ? 1 - legato_hand_ease (t)
              : next == NULL   ? legato_hand_ease (3 * t)
                               : sin (G_PI * legato_hand_ease (t));
}

/* Without a pause before the next stroke the hands are on their way while this one ends, in the air
 * if that is far. */
static void
go_on (const LegatoHandScene *self, LegatoHandInstant *now, const LegatoCue *next)
{
  double leaves = now->cue->kind == LEGATO_CUE_PRESS ? RISES : GOES_ON;
  double t = (now->progress - leaves) / (1 - leaves);
  LegatoMapPoint from, to;

  if (t <= 0)
    return;
  legato_hand_route_get_point (self->route, fraction_at (now->cue, now->odd, 1), &from, NULL);
  legato_hand_route_get_point (self->route, fraction_at (next, !now->odd, 0), &to, NULL);
  t = legato_hand_ease (t);
  now->at.x += t * (to.x - from.x);
  now->at.y += t * (to.y - from.y);
  if (hypot (to.x - from.x, to.y - from.y) > FAR)
    now->lift = sin (G_PI * t);
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
  if (previous != NULL && self->position < previous->onset + previous->length)
    {
      now->cue = previous;
      now->odd = odd;
      now->progress = (double) (self->position - previous->onset) / (double) previous->length;
      now->fraction = fraction_at (previous, odd, now->progress);
      now->touching =
          legato_hand_route_get_point (self->route, now->fraction, &now->at, &now->tangent);
      now->lift = now->touching ? 0 : 1;
      now->followed = next != NULL && next->onset <= previous->onset + previous->length;
      if (now->followed)
        go_on (self, now, next);
    }
  else
    find_between (self, now, previous, next, odd);
  now->up = find_up (self->route, now->cue->kind);
  legato_hand_route_get_point (self->route, 0.5, &middle, NULL);
  now->height = LEGATO_DRAWING_HEIGHT - legato_map_art_get_height (now->art) + middle.y;
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

static LegatoLeg
get_leg (const LegatoHandScene *self)
{
  return legato_plan_get_step (legato_timeline_get_plan (self->timeline), (guint) self->step)->leg;
}

static LegatoMapBox
get_marks_box (const LegatoHandScene *self, const LegatoSkinMark *marks, guint n)
{
  LegatoMapBox box = { 0 };

  for (guint i = 0; i < n; i++)
    box =
        legato_map_box_union (box, legato_skin_mark_get_box (&marks[i], self->art, get_leg (self)));
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

static void
draw_skin (const LegatoHandScene *self, const LegatoSkinPaint *paint)
{
  LegatoHandPicture picture;

  legato_hand_scene_compose (self, &picture);
  for (guint i = 0; i < picture.n_under; i++)
    legato_skin_mark_draw (&picture.under[i], paint);
}

static void
draw_figures (const LegatoHandScene *self, const LegatoSkinPaint *paint)
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
  LegatoSkinPaint paint = { cr, context, sprites, self->art, get_leg (self), accent };

  g_return_if_fail (self != NULL && cr != NULL && sprites != NULL && accent != NULL);

  draw_skin (self, &paint);
  draw_figures (self, &paint);
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
  LegatoSkinPaint paint = { NULL, context, sprites, self->art, get_leg (self), accent };
  LegatoHandPicture picture;

  g_return_if_fail (self != NULL && snapshot != NULL && sprites != NULL && view != NULL);

  legato_hand_scene_compose (self, &picture);
  snapshot_marks (self, snapshot, 0, picture.under, picture.n_under, &paint, view);
  for (guint i = 0; i < picture.n_figures; i++)
    legato_hand_sprites_snapshot (sprites, snapshot, &picture.figures[i], view->device_scale);
  snapshot_marks (self, snapshot, 1, picture.over, picture.n_over, &paint, view);
}

/* The upper end of the circle that a thumb draws. */
static void
put_on_spin (const LegatoHandScene *scene, LegatoMapPoint *number)
{
  LegatoHandPicture picture;

  legato_hand_scene_compose (scene, &picture);
  for (guint i = 0; i < picture.n_under; i++)
    if (picture.under[i].kind == LEGATO_SKIN_SPIN)
      *number = (LegatoMapPoint){ picture.under[i].at.x,
                                  picture.under[i].at.y - picture.under[i].radius - NUMBER / 2 };
}

static Still
make_still (const LegatoHandScene *self, LegatoCueKind kind, gint64 position, double aside)
{
  LegatoHandScene scene = *self;
  Still still = { position, aside, { 0, 0 }, NUMBER };

  scene.position = position;
  scene.aside = aside;
  legato_hand_scene_get_hand (&scene, &still.number);
  /* Above what one is to see, where that is small: of two thumbs the one that goes round. */
  if (kind == LEGATO_CUE_HOLD)
    still.number.y -= ABOVE_PAD;
  else if (kind == LEGATO_CUE_CIRCLE)
    put_on_spin (&scene, &still.number);
  return still;
}

/* One picture of all chambers, numbered as they fill. */
static guint
find_sleeve_stills (const LegatoHandScene *self, const LegatoCue *hold, Still stills[MOST_STILLS])
{
  guint n = 0;

  while (n < MOST_STILLS
         && legato_skin_sleeve_find_chamber (self->art, get_leg (self), n, &stills[n].number))
    {
      stills[n].position = hold->onset + MIN (LEGATO_HAND_SLEEVE_FULL, hold->length - 1);
      stills[n].radius = 1.8 * NUMBER;
      stills[n++].aside = 0;
    }
  return n;
}

/* On a short way the first number makes room for the second. */
static void
keep_apart (Still *first, const Still *second)
{
  LegatoMapPoint away = { first->number.x - second->number.x, first->number.y - second->number.y };
  double length = hypot (away.x, away.y), least = first->radius + second->radius + 3;

  if (length >= least)
    return;
  if (length < 1)
    away = (LegatoMapPoint){ 0, length = 1 };
  first->number.x = second->number.x + away.x * least / length;
  first->number.y = second->number.y + away.y * least / length;
}

/* Pictures that tell the step's movement, in order: two to four; none for a step without strokes.
 */
static guint
find_pictures (const LegatoHandScene *self, Still stills[MOST_STILLS])
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);
  const LegatoCue *first = find_first (self), *later, *other;
  LegatoPlan *plan = legato_timeline_get_plan (self->timeline);
  double highest = -1;
  gboolean odd = TRUE;

  if (first == NULL)
    return 0;
  /* The farthest stroke of the first way up, and the farthest of the other hand. */
  later = other = first;
  for (const LegatoCue *cue = first; cue < cues + n && cue->step == self->step; cue++)
    if (is_stroke (cue))
      {
        if (cue->from < highest)
          break;
        highest = cue->from;
        later = cue;
        odd = !odd;
        if (odd)
          other = cue;
      }
  switch (first->kind)
    {
    case LEGATO_CUE_HOLD:
      if (legato_plan_get_step (plan, (guint) self->step)->technique->shape == LEGATO_TOOL_SLEEVE)
        return find_sleeve_stills (self, first, stills);
      stills[0] = make_still (self, first->kind, first->onset - 1, BEFORE_PRESS);
      stills[1] = make_still (self, first->kind, first->onset + first->length / 2, 0);
      return 2;
    case LEGATO_CUE_PRESS:
      stills[0] = make_still (self, first->kind, later->onset - 1, BEFORE_PALMS);
      stills[1] = make_still (self, first->kind, later->onset + later->length / 2, 0);
      return 2;
    case LEGATO_CUE_GLIDE:
    case LEGATO_CUE_ROLL:
    case LEGATO_CUE_FASCIA:
    case LEGATO_CUE_FRICTION:
      stills[0] = make_still (self, first->kind, first->onset + 1, 0);
      stills[1] = make_still (self, first->kind, first->onset + first->length - 1, 0);
      return 2;
    case LEGATO_CUE_SQUEEZE:
    case LEGATO_CUE_CIRCLE:
      /* One hand at work, and then the other. */
      stills[0] = make_still (self, first->kind, first->onset + first->length / 2, 0);
      stills[1] = make_still (self, first->kind, other->onset + other->length / 2, 0);
      return 2;
    default:
      stills[0] = make_still (self, first->kind, first->onset + first->length / 12, 0);
      stills[1] = make_still (self, first->kind, later->onset + later->length * 6 / 10, 0);
      return 2;
    }
}

static guint
find_stills (const LegatoHandScene *self, Still stills[MOST_STILLS])
{
  guint n = find_pictures (self, stills);

  if (n == 2)
    keep_apart (&stills[0], &stills[1]);
  return n;
}

/** legato_hand_scene_get_stills_box: all that legato_hand_scene_draw_stills() may paint, in units
 */
LegatoMapBox
legato_hand_scene_get_stills_box (const LegatoHandScene *self)
{
  LegatoHandScene scene = *self;
  Still stills[MOST_STILLS];
  LegatoMapBox box = { 0 };
  guint n = find_stills (self, stills);

  for (guint i = 0; i < n; i++)
    {
      LegatoMapPoint at = stills[i].number;
      double reach = stills[i].radius + 2;

      scene.still = TRUE;
      scene.position = stills[i].position;
      scene.aside = stills[i].aside;
      box = legato_map_box_union (box, legato_hand_scene_get_box (&scene));
      box = legato_map_box_union (
          box, (LegatoMapBox){ at.x - reach, at.y - reach, 2 * reach, 2 * reach });
    }
  return box;
}

/* A hand from its tips to its wrist, without the forearm that fades out behind it. */
static LegatoMapBox
get_hand_box (const LegatoFigure *figure)
{
  double ahead = HAND_AHEAD * figure->size, behind = HAND_BEHIND * figure->size;
  double half = HAND_HALF * figure->size;
  LegatoMapPoint tip = { figure->at.x + figure->direction.x * ahead,
                         figure->at.y + figure->direction.y * ahead };
  LegatoMapPoint wrist = { figure->at.x - figure->direction.x * behind,
                           figure->at.y - figure->direction.y * behind };

  return (LegatoMapBox){ MIN (tip.x, wrist.x) - half, MIN (tip.y, wrist.y) - half,
                         fabs (tip.x - wrist.x) + 2 * half, fabs (tip.y - wrist.y) + 2 * half };
}

/**
 * legato_hand_scene_get_reach:
 *
 * Returns: in units: all that hands and tools take on their way, or in the pictures that stand for
 *   it, but for forearms and shadows; nothing for a step without strokes
 */
LegatoMapBox
legato_hand_scene_get_reach (const LegatoHandScene *self)
{
  LegatoHandScene scene = *self;
  Still stills[MOST_STILLS];
  LegatoHandPicture picture;
  LegatoMapBox box = { 0 };
  guint n = find_stills (self, stills);

  for (guint i = 0; i < n; i++)
    {
      scene.position = stills[i].position;
      scene.aside = self->still ? stills[i].aside : 0;
      legato_hand_scene_compose (&scene, &picture);
      for (guint f = 0; f < picture.n_figures; f++)
        box = legato_map_box_union (box, picture.figures[f].is_tool
                                             ? legato_figure_get_box (&picture.figures[f])
                                             : get_hand_box (&picture.figures[f]));
      for (guint m = 0; m < picture.n_under; m++)
        if (picture.under[m].kind == LEGATO_SKIN_ROLLER)
          box = legato_map_box_union (
              box, legato_skin_mark_get_box (&picture.under[m], self->art, get_leg (self)));
    }
  return box;
}

/** legato_hand_scene_draw_stills: for who wants no motion: the hands at two to four moments of the
 * stroke, numbered in order; @cr as for legato_hand_scene_draw()
 *
 * Returns: how many */
guint
legato_hand_scene_draw_stills (const LegatoHandScene *self,
                               cairo_t *cr,
                               PangoContext *context,
                               LegatoHandSprites *sprites,
                               const GdkRGBA *accent)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static void (*const draw[]) (const LegatoHandScene *, const LegatoSkinPaint *) = { draw_skin,
                                                                                     draw_figures };
  LegatoSkinPaint paint = { cr, context, sprites, self->art, get_leg (self), accent };
  LegatoHandScene scene = *self;
  Still stills[MOST_STILLS];
  guint n = find_stills (self, stills);

  scene.still = TRUE;
  /* No skin lies on another picture's hands. */
  for (gsize layer = 0; layer < G_N_ELEMENTS (draw); layer++)
    for (guint i = 0; i < n; i++)
      if (i == 0 || stills[i].position != stills[i - 1].position)
        {
          scene.position = stills[i].position;
          scene.aside = stills[i].aside;
          draw[layer](&scene, &paint);
        }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      legato_pen_badge (cr, context, number, stills[i].number, stills[i].radius, accent, &white);
    }
  return n;
}
