/* legato-hand-scene.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-pen.h"
#include "legato-hand-scene.h"

/* A drawn hand is about a third of a real one (a leg's 1000 units are some 85 cm), so that the leg
 * stays in sight beneath it. */
#define HAND_SIZE 78.0

/* How opaque a hand is on the leg, and on its way back through the air. */
#define IN_TOUCH 1.0
#define IN_THE_AIR 0.38

/* A trail is this part of the route long at most, and never longer than so many units. */
#define TRAIL_PART 0.6
#define TRAIL_LENGTH 220.0

/* Of the two palms that glide, from the middle between them; and of the ring around a held place:
 * in lengths of a hand. */
#define GLIDE_APART 0.30
#define RING 0.56

/* Smoothed edges reach a little beyond the shape, in units. */
#define EDGE 2.0

/* Straight pieces of a trail: each is no longer than 16 units, on which no route bends visibly. */
#define TRAIL_PIECES 14

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };

/* All that a drawing needs to know of the instant. */
typedef struct
{
  const LegatoHandScene *scene;
  const GdkRGBA *accent;
  LegatoHandSprites *sprites;
  LegatoMapPoint at;
  LegatoMapPoint tangent;
  double fraction; /* of the route */
  double progress; /* of the stroke, 0 to 1; 0 between strokes */
  double size;
  double alpha;
  gboolean touching;
  gboolean odd; /* every second stroke: the other hand's turn */
} Instant;

/* Starts and stops gently, and is exact at both ends. */
static double
ease (double t)
{
  return t * t * (3 - 2 * t);
}

static double
mix (double a, double b, double t)
{
  return a + t * (b - a);
}

static LegatoMapPoint
beside (LegatoMapPoint at, LegatoMapPoint tangent, double along, double across)
{
  return (LegatoMapPoint){ at.x + tangent.x * along - tangent.y * across,
                           at.y + tangent.y * along + tangent.x * across };
}

/* Kinds that glide along their part of the route; the others stay in its middle. */
static gboolean
travels (LegatoCueKind kind)
{
  return kind == LEGATO_CUE_GLIDE || kind == LEGATO_CUE_FASCIA || kind == LEGATO_CUE_ROLL
         || kind == LEGATO_CUE_LYMPH;
}

/* Friction goes to and fro over the whole of its short way, which lies across the fibres. */
static double
fraction_at (const LegatoCue *cue, gboolean odd, double progress)
{
  if (cue->kind == LEGATO_CUE_FRICTION)
    return odd ? 1 - ease (progress) : ease (progress);
  return mix (cue->from, cue->to, travels (cue->kind) ? ease (progress) : progress);
}

/* Whether an odd number of strokes of its step comes before @cue. */
static gboolean
is_odd (const LegatoHandScene *self, const LegatoCue *stroke)
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);
  gboolean odd = FALSE;

  for (const LegatoCue *cue = stroke; cue-- > cues && cue->step == stroke->step;)
    if (cue->kind <= LEGATO_CUE_LAST_STROKE)
      odd = !odd;
  return odd;
}

/* The stroke before @cue in the same step, or %NULL. */
static const LegatoCue *
find_previous (const LegatoHandScene *self)
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);

  for (const LegatoCue *cue = self->cue; cue-- > cues;)
    if (cue->kind <= LEGATO_CUE_LAST_STROKE)
      return cue->step == self->cue->step ? cue : NULL;
  return NULL;
}

static Instant
look (const LegatoHandScene *self)
{
  Instant now = { .scene = self, .size = MAX (HAND_SIZE, self->min_size) };
  const LegatoCue *cue = self->cue;

  now.odd = is_odd (self, cue);
  if (self->position >= cue->onset)
    {
      now.progress = CLAMP ((double) (self->position - cue->onset) / (double) cue->length, 0, 1);
      now.fraction = fraction_at (cue, now.odd, now.progress);
      now.touching = legato_hand_route_get_point (self->route, now.fraction, &now.at, &now.tangent);
    }
  else
    {
      const LegatoCue *previous = find_previous (self);

      now.fraction = fraction_at (cue, now.odd, 0);
      legato_hand_route_get_point (self->route, now.fraction, &now.at, &now.tangent);
      if (previous != NULL)
        {
          gint64 end = previous->onset + previous->length;
          double t = ease (
              CLAMP ((double) (self->position - end) / (double) MAX (1, cue->onset - end), 0, 1));
          LegatoMapPoint from;

          legato_hand_route_get_point (
              self->route, fraction_at (previous, is_odd (self, previous), 1), &from, NULL);
          now.at.x = mix (from.x, now.at.x, t);
          now.at.y = mix (from.y, now.at.y, t);
        }
    }
  now.alpha = now.touching ? IN_TOUCH : IN_THE_AIR;
  if (!now.touching)
    now.size *= 1.1;
  return now;
}

static double
pressure_width (LegatoPressure pressure)
{
  static const double widths[] = { 11, 22, 36 };

  return widths[CLAMP (pressure, LEGATO_PRESSURE_FEATHER, LEGATO_PRESSURE_MODERATE)];
}

static double
trail_start (const Instant *now)
{
  double span = MIN (TRAIL_PART, TRAIL_LENGTH / legato_hand_route_get_length (now->scene->route));
  const LegatoCue *cue = now->scene->cue;

  return cue->to >= cue->from ? MAX (cue->from, now->fraction - span)
                              : MIN (cue->from, now->fraction + span);
}

/* Touched parts of the route from where the hand was a moment ago, @apart to both sides of it: all
 * in one stroke with a gradient, since overlapping pieces would show their seams. */
static void
draw_trail (cairo_t *cr, const Instant *now, double apart)
{
  double start = trail_start (now);
  LegatoMapPoint tail, point;
  cairo_pattern_t *fade;

  if (now->progress <= 0 || fabs (start - now->fraction) < 1e-6)
    return;
  legato_hand_route_get_point (now->scene->route, start, &tail, NULL);
  fade = cairo_pattern_create_linear (tail.x, tail.y, now->at.x, now->at.y);
  cairo_pattern_add_color_stop_rgba (fade, 0, now->accent->red, now->accent->green,
                                     now->accent->blue, 0);
  cairo_pattern_add_color_stop_rgba (fade, 0.7, now->accent->red, now->accent->green,
                                     now->accent->blue, 0.7);
  for (int side = apart > 0 ? -1 : 1; side <= 1; side += 2)
    {
      gboolean down = FALSE;

      for (int i = 0; i <= TRAIL_PIECES; i++)
        {
          double fraction = mix (start, now->fraction, (double) i / TRAIL_PIECES);
          gboolean touching =
              legato_hand_route_get_point (now->scene->route, fraction, &point, NULL);

          point.x -= now->tangent.y * side * apart;
          point.y += now->tangent.x * side * apart;
          if (touching && down)
            cairo_line_to (cr, point.x, point.y);
          else if (touching)
            cairo_move_to (cr, point.x, point.y);
          down = touching;
        }
    }
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
  cairo_set_line_width (cr, pressure_width (now->scene->cue->pressure));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_stroke (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
draw_ring (cairo_t *cr, const Instant *now, LegatoMapPoint at, double radius, double closed)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  legato_pen_set_color (cr, &paper, 0.85);
  cairo_set_line_width (cr, 7);
  cairo_stroke (cr);
  if (closed <= 0)
    return;
  cairo_arc (cr, at.x, at.y, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * closed);
  legato_pen_set_color (cr, now->accent, now->alpha);
  cairo_set_line_width (cr, 5);
  cairo_stroke (cr);
}

static void
draw_one (cairo_t *cr,
          const Instant *now,
          LegatoHand hand,
          double along,
          double across,
          double size,
          gboolean mirrored,
          double alpha)
{
  legato_hand_sprites_draw (now->sprites, cr, hand, beside (now->at, now->tangent, along, across),
                            now->tangent, size, mirrored, alpha);
}

/* Two flat palms side by side, each with its trail. */
static void
draw_glide (cairo_t *cr, const Instant *now)
{
  double apart = GLIDE_APART * now->size;

  draw_trail (cr, now, apart);
  draw_one (cr, now, LEGATO_HAND_PALM, 0, -apart, now->size, TRUE, now->alpha);
  draw_one (cr, now, LEGATO_HAND_PALM, 0, apart, now->size, FALSE, now->alpha);
}

/* Two hands grasp from both sides by turns: the one whose turn it is closes, then opens. */
static void
draw_squeeze (cairo_t *cr, const Instant *now)
{
  for (int side = -1; side <= 1; side += 2)
    {
      gboolean turn = now->odd == (side > 0);
      double grip = turn ? sin (G_PI * now->progress) : 0;
      LegatoMapPoint at = beside (now->at, now->tangent, turn ? 0 : -0.16 * now->size,
                                  side * now->size * mix (0.52, 0.26, grip));
      /* Fingers point across the muscle, and a little upward. */
      LegatoMapPoint inward = { side * now->tangent.y * 0.9 + now->tangent.x * 0.44,
                                -side * now->tangent.x * 0.9 + now->tangent.y * 0.44 };

      legato_hand_sprites_draw (now->sprites, cr, LEGATO_HAND_PALM, at, inward,
                                now->size * mix (0.92, 0.78, grip), side < 0,
                                turn ? now->alpha : now->alpha * 0.75);
    }
}

/* A thumb rounds a small circle whose done part is drawn. */
static void
draw_circle (cairo_t *cr, const Instant *now)
{
  double radius = 0.2 * now->size;
  double angle = -G_PI / 2 + 2 * G_PI * now->progress;
  Instant moved = *now;

  if (now->touching)
    draw_ring (cr, now, now->at, radius, now->progress);
  moved.at.x += radius * cos (angle);
  moved.at.y += radius * sin (angle);
  draw_one (cr, &moved, LEGATO_HAND_THUMB, -0.06 * now->size, 0, now->size * 0.8, now->odd,
            now->alpha);
}

/* One palm over the other sinks in, and rises in the last quarter. */
static void
draw_press (cairo_t *cr, const Instant *now)
{
  double t = now->progress;
  double depth = t < 0.25 ? ease (t / 0.25) : t < 0.75 ? 1 : 1 - ease ((t - 0.75) / 0.25);
  double size = now->size * mix (1.08, 0.92, depth);

  if (now->touching)
    {
      cairo_arc (cr, now->at.x, now->at.y, now->size * mix (0.2, 0.62, depth), 0, 2 * G_PI);
      legato_pen_set_color (cr, now->accent, 0.28 * depth);
      cairo_fill (cr);
    }
  draw_one (cr, now, LEGATO_HAND_PALM, -0.05 * size, -0.05 * size, size, TRUE, now->alpha);
  draw_one (cr, now, LEGATO_HAND_PALM, 0.06 * size, 0.05 * size, size, FALSE, now->alpha * 0.85);
}

static const LegatoTechnique *
technique_of (const Instant *now)
{
  LegatoPlan *plan = legato_timeline_get_plan (now->scene->timeline);

  return legato_plan_get_step (plan, (guint) now->scene->cue->step)->technique;
}

/* A ring closes around the steady hand; the seconds left stand beside it. */
static void
draw_hold (cairo_t *cr, const Instant *now, PangoContext *context)
{
  const LegatoCue *cue = now->scene->cue;
  const LegatoTechnique *technique = technique_of (now);
  double radius = RING * now->size;
  gint64 left = MIN (cue->length, cue->onset + cue->length - now->scene->position);

  draw_ring (cr, now, now->at, radius, now->progress);
  if (technique->shape == LEGATO_TOOL_BALL)
    draw_one (cr, now, LEGATO_HAND_BALL, 0, 0, now->size * 1.2, FALSE, now->alpha);
  else if (technique->shape != LEGATO_TOOL_SLEEVE)
    draw_one (cr, now, LEGATO_HAND_THUMB, -0.1 * now->size, 0, now->size * 0.9, FALSE, now->alpha);

  if (now->touching)
    {
      g_autofree char *seconds =
          g_strdup_printf ("%" G_GINT64_FORMAT, (left + LEGATO_SECOND - 1) / LEGATO_SECOND);

      legato_hand_sprites_draw_badge (
          now->sprites, cr, context, seconds,
          (LegatoMapPoint){ now->at.x + radius * 0.8, now->at.y - radius * 0.8 }, 0.27 * now->size);
    }
}

/* Two fists by turns; the one that falls leaves a mark that fades. */
static void
draw_tap (cairo_t *cr, const Instant *now)
{
  double size = now->size * 0.72;

  for (int side = -1; side <= 1; side += 2)
    {
      gboolean turn = now->odd == (side > 0);
      /* It falls at the onset, where the ear hears it, and springs back. */
      double height = turn ? ease (now->progress) : 1 - ease (now->progress) * 0.4;
      double across = side * 0.34 * size;

      if (turn && now->touching)
        {
          LegatoMapPoint at = beside (now->at, now->tangent, 0, across);

          cairo_new_path (cr);
          cairo_arc (cr, at.x, at.y, size * mix (0.3, 0.7, now->progress), 0, 2 * G_PI);
          legato_pen_set_color (cr, now->accent, 0.8 * (1 - now->progress));
          cairo_set_line_width (cr, 4);
          cairo_stroke (cr);
        }
      draw_one (cr, now, LEGATO_HAND_FIST, side * 0.1 * size, across,
                size * mix (0.92, 1.12, height), side < 0, now->alpha * mix (1, 0.7, height));
    }
}

/* Feather-light: the skin moves a little, drawn as thin ripples ahead of soft fingertips. */
static void
draw_lymph (cairo_t *cr, const Instant *now)
{
  for (int i = 0; i < 3 && now->touching; i++)
    {
      LegatoMapPoint at = beside (now->at, now->tangent, now->size * (0.34 + 0.13 * i), 0);
      double heading = atan2 (now->tangent.y, now->tangent.x);
      double wave = sin (G_PI * CLAMP (now->progress * 1.4 - i * 0.2, 0, 1));

      cairo_new_path (cr);
      cairo_arc (cr, at.x - now->tangent.x * now->size * 0.3,
                 at.y - now->tangent.y * now->size * 0.3, now->size * 0.3, heading - 0.6,
                 heading + 0.6);
      legato_pen_set_color (cr, now->accent, 0.85 * wave);
      cairo_set_line_width (cr, 3.2);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke (cr);
    }
  draw_trail (cr, now, 0);
  draw_one (cr, now, LEGATO_HAND_FINGERTIPS, -0.05 * now->size, 0, now->size * 0.9, FALSE,
            now->alpha * 0.9);
}

/* One broad slow fist that draws the tissue along: a long trail and a bow of tension before it. */
static void
draw_fascia (cairo_t *cr, const Instant *now)
{
  double heading = atan2 (now->tangent.y, now->tangent.x);

  draw_trail (cr, now, 0);
  if (now->touching)
    for (int i = 0; i < 2; i++)
      {
        cairo_new_path (cr);
        cairo_arc (cr, now->at.x, now->at.y, now->size * (0.46 + 0.12 * i), heading - 0.9,
                   heading + 0.9);
        legato_pen_set_color (cr, now->accent, 0.7 - 0.3 * i);
        cairo_set_line_width (cr, 4);
        cairo_stroke (cr);
      }
  draw_one (cr, now, LEGATO_HAND_FIST, 0, 0, now->size * 1.05, FALSE, now->alpha);
}

/* Fingertips to and fro across the fibres; they point up the leg while they move sideways. */
static void
draw_friction (cairo_t *cr, const Instant *now)
{
  LegatoMapPoint up = { now->tangent.y, -now->tangent.x };

  if (up.y > 0)
    up = (LegatoMapPoint){ -up.x, -up.y };
  legato_hand_sprites_draw (now->sprites, cr, LEGATO_HAND_FINGERTIPS,
                            beside (now->at, up, -0.12 * now->size, 0), up, now->size, FALSE,
                            now->alpha);
}

static gboolean
is_gun (const Instant *now)
{
  return technique_of (now)->shape == LEGATO_TOOL_GUN;
}

static void
draw_roll (cairo_t *cr, const Instant *now)
{
  draw_trail (cr, now, 0);
  if (is_gun (now))
    draw_one (cr, now, LEGATO_HAND_BALL, 0, 0, now->size * 0.8, FALSE, now->alpha);
  else
    draw_one (cr, now, LEGATO_HAND_ROLLER, 0, 0, now->size * 1.3, FALSE, now->alpha);
}

/**
 * legato_hand_scene_get_hand:
 * @point: (out): the middle between the hands, in units of the drawing
 *
 * Returns: whether they touch the leg
 */
gboolean
legato_hand_scene_get_hand (const LegatoHandScene *self, LegatoMapPoint *point)
{
  Instant now;

  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  now = look (self);
  *point = now.at;
  return now.touching;
}

/* How far the drawing of a kind reaches from the place of the hands, in lengths of a hand: along
 * the way and to both sides. What lies beneath has to be drawn anew in this box at each frame, so
 * that it is as small as it can be. */
typedef struct
{
  double ahead;
  double behind;
  double aside;
} Reach;

static Reach
get_reach (const Instant *now)
{
  switch (now->scene->cue->kind)
    {
    case LEGATO_CUE_GLIDE:
      return (Reach){ 0.52, 0.49, 0.61 };
    case LEGATO_CUE_SQUEEZE:
      return (Reach){ 0.42, 0.64, 0.98 };
    case LEGATO_CUE_CIRCLE:
      return (Reach){ 0.30, 0.74, 0.30 };
    case LEGATO_CUE_TAP:
      return (Reach){ 0.54, 0.54, 0.74 };
    case LEGATO_CUE_LYMPH:
      return (Reach){ 0.64, 0.43, 0.27 };
    case LEGATO_CUE_FASCIA:
      return (Reach){ 0.62, 0.42, 0.50 };
    case LEGATO_CUE_FRICTION:
      return (Reach){ 0.28, 0.28, 0.56 };
    case LEGATO_CUE_ROLL:
      return is_gun (now) ? (Reach){ 0.30, 0.30, 0.30 } : (Reach){ 0.25, 0.25, 0.90 };
    case LEGATO_CUE_PRESS:
    default:
      return (Reach){ 0.65, 0.65, 0.65 };
    }
}

typedef struct
{
  double left, top, right, bottom;
} Edges;

static void
extend (Edges *edges, LegatoMapPoint point, double pad)
{
  edges->left = MIN (edges->left, point.x - pad);
  edges->top = MIN (edges->top, point.y - pad);
  edges->right = MAX (edges->right, point.x + pad);
  edges->bottom = MAX (edges->bottom, point.y + pad);
}

/** legato_hand_scene_get_box: all that legato_hand_scene_draw() may paint, in units */
LegatoMapBox
legato_hand_scene_get_box (const LegatoHandScene *self)
{
  Edges edges = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  Instant now;
  Reach reach;

  g_return_val_if_fail (self != NULL, (LegatoMapBox){ 0 });

  now = look (self);
  /* The ring and, to its upper right, the seconds left: upright, whichever way the hand points. */
  if (self->cue->kind == LEGATO_CUE_HOLD)
    return (LegatoMapBox){ now.at.x - 0.65 * now.size, now.at.y - 0.79 * now.size, 1.44 * now.size,
                           1.44 * now.size };

  reach = get_reach (&now);
  for (int side = -1; side <= 1; side += 2)
    {
      extend (&edges,
              beside (now.at, now.tangent, reach.ahead * now.size, side * reach.aside * now.size),
              EDGE);
      extend (&edges,
              beside (now.at, now.tangent, -reach.behind * now.size, side * reach.aside * now.size),
              EDGE);
    }
  if (travels (self->cue->kind) && now.progress > 0)
    {
      double start = trail_start (&now);
      double pad = pressure_width (self->cue->pressure) / 2 + EDGE
                   + (self->cue->kind == LEGATO_CUE_GLIDE ? GLIDE_APART * now.size : 0);

      for (int i = 0; i <= TRAIL_PIECES; i++)
        {
          LegatoMapPoint point;

          legato_hand_route_get_point (
              self->route, mix (start, now.fraction, (double) i / TRAIL_PIECES), &point, NULL);
          extend (&edges, point, pad);
        }
    }
  return (LegatoMapBox){ edges.left, edges.top, edges.right - edges.left,
                         edges.bottom - edges.top };
}

/**
 * legato_hand_scene_get_phase:
 * @scale: device pixels a unit
 *
 * Returns: a time on the timeline, not after the scene's own, since which nothing has moved as far
 *   as half a pixel: two instants of the same phase need to be drawn only once
 */
gint64
legato_hand_scene_get_phase (const LegatoHandScene *self, double scale)
{
  const LegatoCue *cue = self->cue;
  gint64 since = self->position - cue->onset, step, second;
  double ring;

  /* Only a hand that holds its place stands still, while the ring closes and the seconds pass. */
  if (cue->kind != LEGATO_CUE_HOLD || cue->from != cue->to || since <= 0 || since >= cue->length)
    return self->position;
  ring = 2 * G_PI * RING * MAX (HAND_SIZE, self->min_size) * scale;
  step = MAX (1, (gint64) ((double) cue->length / (2 * ring)));
  second = (cue->length - since) % LEGATO_SECOND;
  second = second == 0 ? since : since - (LEGATO_SECOND - second);
  /* With the first instant the ring begins to show. */
  return cue->onset + MAX (1, MAX (since / step * step, second));
}

/** legato_hand_scene_draw: paints the hands, @cr being in units of the drawing */
void
legato_hand_scene_draw (const LegatoHandScene *self,
                        cairo_t *cr,
                        PangoContext *context,
                        LegatoHandSprites *sprites,
                        const GdkRGBA *accent)
{
  Instant now;

  g_return_if_fail (self != NULL && cr != NULL && sprites != NULL && accent != NULL);

  now = look (self);
  now.accent = accent;
  now.sprites = sprites;
  switch (self->cue->kind)
    {
    case LEGATO_CUE_GLIDE:
      draw_glide (cr, &now);
      break;
    case LEGATO_CUE_SQUEEZE:
      draw_squeeze (cr, &now);
      break;
    case LEGATO_CUE_CIRCLE:
      draw_circle (cr, &now);
      break;
    case LEGATO_CUE_PRESS:
      draw_press (cr, &now);
      break;
    case LEGATO_CUE_HOLD:
      draw_hold (cr, &now, context);
      break;
    case LEGATO_CUE_TAP:
      draw_tap (cr, &now);
      break;
    case LEGATO_CUE_LYMPH:
      draw_lymph (cr, &now);
      break;
    case LEGATO_CUE_FASCIA:
      draw_fascia (cr, &now);
      break;
    case LEGATO_CUE_FRICTION:
      draw_friction (cr, &now);
      break;
    case LEGATO_CUE_ROLL:
      draw_roll (cr, &now);
      break;
    default:
      break;
    }
}
