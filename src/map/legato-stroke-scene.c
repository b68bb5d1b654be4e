/* legato-stroke-scene.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-map-pen.h"
#include "legato-stroke-scene.h"

/* A drawn hand is about a third of a real one (a leg's 1000 units are some 85 cm), so that the leg
 * stays in sight beneath it. */
#define HAND_SIZE 78.0

/* How opaque a hand is on the leg, and on its way back through the air. */
#define IN_TOUCH 1.0
#define IN_THE_AIR 0.38

/* A trail is this part of the way long at most, and never longer than so many units. */
#define TRAIL_PART 0.6
#define TRAIL_LENGTH 220.0

/* Straight pieces of a trail: each is no longer than 16 units, on which no way bends visibly. */
#define TRAIL_PIECES 14

#define WAY_PAD 16.0

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };
static const GdkRGBA ink = { 0.16f, 0.10f, 0.08f, 1.0f };

/* All that a drawing needs to know of the instant. */
typedef struct
{
  const LegatoStrokeScene *scene;
  const GdkRGBA *accent;
  LegatoHandSprites *sprites;
  LegatoMapPoint at;
  LegatoMapPoint tangent;
  double fraction; /* of the way */
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

/* Kinds that glide along their part of the way; the others stay in its middle. */
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
is_odd (const LegatoStrokeScene *self, const LegatoCue *stroke)
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
find_previous (const LegatoStrokeScene *self)
{
  gsize n;
  const LegatoCue *cues = legato_timeline_get_cues (self->timeline, &n);

  for (const LegatoCue *cue = self->cue; cue-- > cues;)
    if (cue->kind <= LEGATO_CUE_LAST_STROKE)
      return cue->step == self->cue->step ? cue : NULL;
  return NULL;
}

static Instant
look (const LegatoStrokeScene *self)
{
  Instant now = { .scene = self, .size = MAX (HAND_SIZE, self->min_size) };
  const LegatoCue *cue = self->cue;

  now.odd = is_odd (self, cue);
  if (self->position >= cue->onset)
    {
      now.progress = CLAMP ((double) (self->position - cue->onset) / (double) cue->length, 0, 1);
      now.fraction = fraction_at (cue, now.odd, now.progress);
      now.touching = legato_way_get_point (self->way, now.fraction, &now.at, &now.tangent);
    }
  else
    {
      const LegatoCue *previous = find_previous (self);

      now.fraction = fraction_at (cue, now.odd, 0);
      legato_way_get_point (self->way, now.fraction, &now.at, &now.tangent);
      if (previous != NULL)
        {
          gint64 end = previous->onset + previous->length;
          double t = ease (
              CLAMP ((double) (self->position - end) / (double) MAX (1, cue->onset - end), 0, 1));
          LegatoMapPoint from;

          legato_way_get_point (self->way, fraction_at (previous, is_odd (self, previous), 1),
                                &from, NULL);
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
  double span = MIN (TRAIL_PART, TRAIL_LENGTH / legato_way_get_length (now->scene->way));
  const LegatoCue *cue = now->scene->cue;

  return cue->to >= cue->from ? MAX (cue->from, now->fraction - span)
                              : MIN (cue->from, now->fraction + span);
}

/* Touched parts of the way from where the hand was a moment ago; one stroke with a gradient, since
 * overlapping pieces would show their seams. */
static void
draw_trail (cairo_t *cr, const Instant *now)
{
  double start = trail_start (now);
  LegatoMapPoint tail, point;
  cairo_pattern_t *fade;
  gboolean down = FALSE;

  if (now->progress <= 0 || fabs (start - now->fraction) < 1e-6)
    return;
  legato_way_get_point (now->scene->way, start, &tail, NULL);
  fade = cairo_pattern_create_linear (tail.x, tail.y, now->at.x, now->at.y);
  cairo_pattern_add_color_stop_rgba (fade, 0, now->accent->red, now->accent->green,
                                     now->accent->blue, 0);
  cairo_pattern_add_color_stop_rgba (fade, 0.7, now->accent->red, now->accent->green,
                                     now->accent->blue, 0.7);
  for (int i = 0; i <= TRAIL_PIECES; i++)
    {
      if (!legato_way_get_point (
              now->scene->way, mix (start, now->fraction, (double) i / TRAIL_PIECES), &point, NULL))
        down = FALSE;
      else if (down)
        cairo_line_to (cr, point.x, point.y);
      else
        {
          cairo_move_to (cr, point.x, point.y);
          down = TRUE;
        }
    }
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
  cairo_set_line_width (cr, pressure_width (now->scene->cue->pressure));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
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
  double apart = 0.30 * now->size;

  for (int side = -1; side <= 1; side += 2)
    {
      cairo_save (cr);
      cairo_translate (cr, -now->tangent.y * side * apart, now->tangent.x * side * apart);
      draw_trail (cr, now);
      cairo_restore (cr);
    }
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

static const char *
technique_of (const Instant *now)
{
  LegatoPlan *plan = legato_timeline_get_plan (now->scene->timeline);

  return legato_plan_get_step (plan, (guint) now->scene->cue->step)->technique->id;
}

/* A ring closes around the steady hand; the seconds left stand beside it. */
static void
draw_hold (cairo_t *cr, const Instant *now, PangoContext *context)
{
  const LegatoCue *cue = now->scene->cue;
  const char *technique = technique_of (now);
  double radius = 0.56 * now->size;
  gint64 left = MIN (cue->length, cue->onset + cue->length - now->scene->position);

  draw_ring (cr, now, now->at, radius, now->progress);
  if (g_strcmp0 (technique, "ball") == 0)
    draw_one (cr, now, LEGATO_HAND_BALL, 0, 0, now->size * 1.2, FALSE, now->alpha);
  else if (g_strcmp0 (technique, "compression-sleeve") != 0)
    draw_one (cr, now, LEGATO_HAND_THUMB, -0.1 * now->size, 0, now->size * 0.9, FALSE, now->alpha);

  if (now->touching)
    {
      g_autofree char *seconds =
          g_strdup_printf ("%" G_GINT64_FORMAT, (left + LEGATO_SECOND - 1) / LEGATO_SECOND);

      legato_pen_badge (cr, context, seconds,
                        (LegatoMapPoint){ now->at.x + radius * 0.8, now->at.y - radius * 0.8 },
                        0.27 * now->size, &paper, &ink);
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
  draw_trail (cr, now);
  draw_one (cr, now, LEGATO_HAND_FINGERTIPS, -0.05 * now->size, 0, now->size * 0.9, FALSE,
            now->alpha * 0.9);
}

/* One broad slow fist that draws the tissue along: a long trail and a bow of tension before it. */
static void
draw_fascia (cairo_t *cr, const Instant *now)
{
  double heading = atan2 (now->tangent.y, now->tangent.x);

  draw_trail (cr, now);
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

static void
draw_roll (cairo_t *cr, const Instant *now)
{
  const char *technique = technique_of (now);

  draw_trail (cr, now);
  if (g_strcmp0 (technique, "massage-gun") == 0)
    draw_one (cr, now, LEGATO_HAND_BALL, 0, 0, now->size * 0.8, FALSE, now->alpha);
  else
    draw_one (cr, now, LEGATO_HAND_ROLLER, 0, 0, now->size * 1.3, FALSE, now->alpha);
}

/**
 * legato_stroke_scene_get_hand:
 * @point: (out): the middle between the hands, in units of the drawing
 *
 * Returns: whether they touch the leg
 */
gboolean
legato_stroke_scene_get_hand (const LegatoStrokeScene *self, LegatoMapPoint *point)
{
  Instant now;

  g_return_val_if_fail (self != NULL && point != NULL, FALSE);

  now = look (self);
  *point = now.at;
  return now.touching;
}

/* How far the drawing of a kind reaches from the place of the hands, in lengths of a hand. What
 * lies beneath has to be drawn anew in this box at each frame, so that it is as small as it can be.
 */
static double
get_reach (LegatoCueKind kind)
{
  switch (kind)
    {
    case LEGATO_CUE_GLIDE:
    case LEGATO_CUE_ROLL:
      return 0.93;
    case LEGATO_CUE_CIRCLE:
      return 0.74;
    case LEGATO_CUE_PRESS:
    case LEGATO_CUE_LYMPH:
    case LEGATO_CUE_FASCIA:
    case LEGATO_CUE_FRICTION:
      return 0.65;
    case LEGATO_CUE_HOLD:
    case LEGATO_CUE_TAP:
      return 0.80;
    default:
      return 1.02;
    }
}

/** legato_stroke_scene_get_box: all that legato_stroke_scene_draw() may paint, in units */
LegatoMapBox
legato_stroke_scene_get_box (const LegatoStrokeScene *self)
{
  Instant now;
  double left, top, right, bottom, pad;

  g_return_val_if_fail (self != NULL, (LegatoMapBox){ 0 });

  now = look (self);
  left = right = now.at.x;
  top = bottom = now.at.y;
  if (travels (self->cue->kind) && now.progress > 0)
    {
      double start = trail_start (&now);

      for (int i = 0; i <= TRAIL_PIECES; i++)
        {
          LegatoMapPoint point;

          legato_way_get_point (self->way, mix (start, now.fraction, (double) i / TRAIL_PIECES),
                                &point, NULL);
          left = MIN (left, point.x);
          right = MAX (right, point.x);
          top = MIN (top, point.y);
          bottom = MAX (bottom, point.y);
        }
    }
  pad = now.size * get_reach (self->cue->kind);
  return (LegatoMapBox){ left - pad, top - pad, right - left + 2 * pad, bottom - top + 2 * pad };
}

/** legato_stroke_scene_draw: paints the hands, @cr being in units of the drawing */
void
legato_stroke_scene_draw (const LegatoStrokeScene *self,
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

LegatoMapBox
legato_stroke_scene_get_way_box (const LegatoWay *way)
{
  LegatoMapBox box = legato_way_get_box (way);

  return (LegatoMapBox){ box.x - WAY_PAD, box.y - WAY_PAD, box.width + 2 * WAY_PAD,
                         box.height + 2 * WAY_PAD };
}

static void
trace_way (const LegatoWay *way, cairo_t *cr, gboolean lifted)
{
  int n = (int) CLAMP (legato_way_get_length (way) / 4, 8, 400);
  gboolean down = FALSE;

  cairo_new_path (cr);
  for (int i = 0; i <= n; i++)
    {
      LegatoMapPoint point;

      if (legato_way_get_point (way, (double) i / n, &point, NULL) == lifted)
        down = FALSE;
      else if (down)
        cairo_line_to (cr, point.x, point.y);
      else
        {
          cairo_move_to (cr, point.x, point.y);
          down = TRUE;
        }
    }
}

/**
 * legato_stroke_scene_draw_way:
 * @to_and_fro: whether the hands also come back in touch
 *
 * Paints the way itself: a quiet line with arrowheads in the direction of travel, dashed where the
 * hands are in the air. It is the same for a whole step.
 */
void
legato_stroke_scene_draw_way (const LegatoWay *way,
                              cairo_t *cr,
                              const GdkRGBA *accent,
                              gboolean to_and_fro)
{
  const double dashes[] = { 5, 7 };
  int n_arrows = to_and_fro ? 1 : (int) CLAMP (legato_way_get_length (way) / 70, 2, 9);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (int lifted = 0; lifted <= 1; lifted++)
    {
      trace_way (way, cr, lifted != 0);
      cairo_set_dash (cr, dashes, lifted != 0 ? 2 : 0, 0);
      legato_pen_set_color (cr, &paper, 0.8);
      cairo_set_line_width (cr, 6);
      cairo_stroke_preserve (cr);
      legato_pen_set_color (cr, accent, 0.85);
      cairo_set_line_width (cr, 2.6);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);

  for (int i = 1; i <= n_arrows; i++)
    {
      LegatoMapPoint point, tangent;

      if (legato_way_get_point (way, (double) i / n_arrows, &point, &tangent))
        legato_pen_arrowhead (cr, point, tangent, 13);
    }
  if (to_and_fro)
    {
      LegatoMapPoint point, tangent;

      legato_way_get_point (way, 0, &point, &tangent);
      legato_pen_arrowhead (cr, point, (LegatoMapPoint){ -tangent.x, -tangent.y }, 13);
    }
  legato_pen_set_color (cr, &paper, 0.9);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, accent, 1);
  cairo_fill (cr);
}

/**
 * legato_stroke_scene_draw_still:
 * @holds: whether the hands stay at one place
 *
 * For those who asked for no motion: the way with its arrow and numbered positions, in order.
 */
void
legato_stroke_scene_draw_still (const LegatoWay *way,
                                cairo_t *cr,
                                PangoContext *context,
                                const GdkRGBA *accent,
                                gboolean holds,
                                gboolean to_and_fro)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  int n = holds ? 1 : (int) CLAMP (legato_way_get_length (way) / 60, 2, 5);

  if (!holds)
    legato_stroke_scene_draw_way (way, cr, accent, to_and_fro);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i + 1);
      LegatoMapPoint point;

      /* The last arrowhead stays free. */
      legato_way_get_point (way, holds ? 0.5 : 0.86 * i / (n - 1), &point, NULL);
      legato_pen_badge (cr, context, number, point, 13, accent, &white);
    }
}
