/* legato-skin-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-leg-edges.h"
#include "legato-pen.h"
#include "legato-skin-marks.h"
#include "legato-skin-tools.h"

/* Distance between the lines that show stretched skin, in units. */
#define STRETCH_APART 12.0

/* Lines across the skin: so far apart; the first fold before light fingers; and how far fibres are
 * bent, in units. */
#define FOLDS 3
#define FOLDS_APART 15.0
#define FOLDS_BEGIN 46.0
#define FIBRES_APART 9.0
#define FIBRES_GIVE 15.0

/* Folds above and below a palm are no farther from its middle than this, in parts of its mark's
 * radius. */
#define SINK_HIGH 1.5

/* Flesh swells at an edge of the leg that is no farther from a palm, in parts of its mark's radius.
 */
#define SWELLS 1.6

/* A forearm sinks in so broadly, in parts of its mark's radius. */
#define SINKS 1.7

/* Where flesh ends at an edge of the leg, that is followed through so many heights; above this one
 * lies the pelvis in the front and back views, in units. */
#define N_CLIPPED 24
#define PELVIS_BOTTOM 150.0

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };
static const GdkRGBA shade = LEGATO_SKIN_SHADE;

/* Stretched skin lies behind the hand that stretches it. */
static LegatoMapBox
find_stretch (const LegatoSkinMark *self)
{
  LegatoMapPoint far = { self->at.x - self->up.x * self->radius,
                         self->at.y - self->up.y * self->radius };
  double aside = 2 * STRETCH_APART + LEGATO_SKIN_EDGE;

  return (LegatoMapBox){ MIN (self->at.x, far.x) - aside, MIN (self->at.y, far.y) - aside,
                         fabs (self->at.x - far.x) + 2 * aside,
                         fabs (self->at.y - far.y) + 2 * aside };
}

/* As far as folds and paleness go along, and as far as they go across. */
static LegatoMapBox
find_drag (const LegatoSkinMark *self)
{
  double along = FOLDS_BEGIN + MAX (FOLDS_APART * (FOLDS - 1), self->radius) + LEGATO_SKIN_EDGE;
  double across = self->radius + LEGATO_SKIN_EDGE;
  double x = fabs (self->up.x) * along + fabs (self->up.y) * across;
  double y = fabs (self->up.y) * along + fabs (self->up.x) * across;

  return (LegatoMapBox){ self->at.x - x, self->at.y - y, 2 * x, 2 * y };
}

static LegatoMapBox
find_pull (const LegatoSkinMark *self)
{
  LegatoMapPoint from = { self->at.x + self->up.x * LEGATO_SKIN_PULL_BEGIN,
                          self->at.y + self->up.y * LEGATO_SKIN_PULL_BEGIN };
  LegatoMapPoint to = { from.x + self->up.x * self->radius, from.y + self->up.y * self->radius };
  double aside = 3 * LEGATO_SKIN_EDGE;

  return (LegatoMapBox){ MIN (from.x, to.x) - aside, MIN (from.y, to.y) - aside,
                         fabs (to.x - from.x) + 2 * aside, fabs (to.y - from.y) + 2 * aside };
}

/** legato_skin_mark_get_box: all that legato_skin_mark_draw() may paint, in units */
LegatoMapBox
legato_skin_mark_get_box (const LegatoSkinMark *self, const LegatoMapArt *art, LegatoLeg leg)
{
  double reach = self->radius + LEGATO_SKIN_EDGE;
  LegatoMapBox box;

  switch (self->kind)
    {
    case LEGATO_SKIN_ROLLER:
      return legato_skin_roller_get_box (self);
    case LEGATO_SKIN_SLEEVE:
      return legato_skin_sleeve_get_box (art, leg);
    case LEGATO_SKIN_MINUTES:
      reach *= 2.4;
      break;
    case LEGATO_SKIN_FURROW:
      reach *= 2.5;
      box = legato_leg_edges_get_box (art, leg, self->at.y - reach, self->at.y + reach);
      return (LegatoMapBox){ box.x - LEGATO_SKIN_EDGE, box.y, box.width + 2 * LEGATO_SKIN_EDGE,
                             box.height };
    case LEGATO_SKIN_SINK:
      reach *= SINK_HIGH;
      box = legato_leg_edges_get_box (art, leg, self->at.y - reach, self->at.y + reach);
      return (LegatoMapBox){ box.x - 3 * LEGATO_SKIN_EDGE, box.y, box.width + 6 * LEGATO_SKIN_EDGE,
                             box.height };
    case LEGATO_SKIN_DRAG:
      return find_drag (self);
    case LEGATO_SKIN_PULL:
      return find_pull (self);
    case LEGATO_SKIN_FIBRES:
      reach += FOLDS_BEGIN + 2 * LEGATO_SKIN_GIVES;
      break;
    case LEGATO_SKIN_STRETCH:
      return find_stretch (self);
    case LEGATO_SKIN_GLOW:
    case LEGATO_SKIN_ACROSS:
    case LEGATO_SKIN_SHAKE:
    case LEGATO_SKIN_BUZZ:
    case LEGATO_SKIN_SPIN:
      reach *= 1.45;
      break;
    default:
      break;
    }
  return (LegatoMapBox){ self->at.x - reach, self->at.y - reach, 2 * reach, 2 * reach };
}

static void
fill_soft (const LegatoSkinPaint *paint,
           LegatoMapPoint at,
           double radius,
           const GdkRGBA *color,
           double inner,
           double alpha)
{
  legato_pen_set_color (paint->cr, color, alpha);
  legato_hand_masks_draw_soft (legato_hand_sprites_get_masks (paint->sprites), paint->cr, at,
                               radius, inner);
}

/* Nothing beyond the leg, on which @box lies, or nearly so, is painted from now on. */
static void
clip_to_leg (const LegatoSkinPaint *paint, const LegatoMapBox *box)
{
  LegatoMapBox ends[N_CLIPPED + 1];
  double far = box->width;

  for (int i = 0; i <= N_CLIPPED; i++)
    {
      double y = box->y + box->height * i / N_CLIPPED, left, right;

      legato_leg_edges_find (paint->art, paint->leg, y, &left, &right);
      ends[i] = (LegatoMapBox){ left, y, right - left, 0 };
      /* Between the hips lies the pelvis: there flesh goes on from leg to leg. */
      if (y > PELVIS_BOTTOM || right - left < LEGATO_SKIN_EDGE
          || legato_map_art_get_height (paint->art) < LEGATO_DRAWING_HEIGHT
          || legato_map_art_is_from_side (paint->art))
        continue;
      if (left + right > legato_map_art_get_width (paint->art))
        ends[i].x -= far;
      ends[i].width += far;
    }
  cairo_new_path (paint->cr);
  for (int i = 0; i <= N_CLIPPED; i++)
    cairo_line_to (paint->cr, ends[i].x, ends[i].y);
  for (int i = N_CLIPPED; i >= 0; i--)
    cairo_line_to (paint->cr, ends[i].x + ends[i].width, ends[i].y);
  cairo_clip (paint->cr);
}

/* A line in a light border, which is seen on skin, muscle and hand. */
static void
stroke_bordered (cairo_t *cr, const GdkRGBA *color, double alpha, double width)
{
  legato_pen_set_color (cr, &paper, 0.9 * alpha);
  cairo_set_line_width (cr, width + 3.6);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, color, alpha);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t *cr,
            LegatoMapPoint tip,
            LegatoMapPoint direction,
            double size,
            const GdkRGBA *color,
            double alpha)
{
  cairo_new_path (cr);
  legato_pen_arrowhead (cr, tip, direction, size);
  legato_pen_set_color (cr, &paper, 0.9 * alpha);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, color, alpha);
  cairo_fill (cr);
}

/* Flesh under what presses lies in shade. */
static void
draw_dent (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  LegatoMapBox box = legato_skin_mark_get_box (self, paint->art, paint->leg);

  cairo_save (paint->cr);
  clip_to_leg (paint, &box);
  fill_soft (paint, self->at, self->radius, &shade, 0.4, 0.42 * self->amount);
  cairo_restore (paint->cr);
}

/* Short rays, as of something that has just been struck. */
static void
draw_shake (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  cairo_new_path (cr);
  for (int i = 0; i < 9; i++)
    {
      double angle = G_PI * (1 + i / 8.0) + atan2 (self->up.x, -self->up.y);

      cairo_move_to (cr, self->at.x + cos (angle) * self->radius,
                     self->at.y + sin (angle) * self->radius);
      cairo_line_to (cr, self->at.x + cos (angle) * self->radius * 1.28,
                     self->at.y + sin (angle) * self->radius * 1.28);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  stroke_bordered (cr, accent, self->amount, 3);
}

/* Waves to both sides along the leg, as of something that hums. */
static void
draw_buzz (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  double along = atan2 (self->up.y, self->up.x);

  cairo_new_path (cr);
  for (int side = 0; side < 2; side++)
    for (int i = 0; i < 2; i++)
      {
        double middle = along + side * G_PI, spread = 0.5 + 0.08 * i;

        cairo_new_sub_path (cr);
        cairo_arc (cr, self->at.x, self->at.y, self->radius * (1 + 0.34 * i), middle - spread,
                   middle + spread);
      }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  stroke_bordered (cr, accent, self->amount, 3);
}

/* A line across the skin, so far along from the mark's middle, that is drawn along by @give in its
 * middle. */
static void
add_bow (cairo_t *cr, const LegatoSkinMark *self, double along, double half, double give)
{
  double bent = along + 1.33 * give;
  LegatoMapPoint up = self->up, at = self->at;

  cairo_move_to (cr, at.x + up.x * along + up.y * half, at.y + up.y * along - up.x * half);
  cairo_curve_to (cr, at.x + up.x * bent + up.y * half * 0.4,
                  at.y + up.y * bent - up.x * half * 0.4, at.x + up.x * bent - up.y * half * 0.4,
                  at.y + up.y * bent + up.x * half * 0.4, at.x + up.x * along - up.y * half,
                  at.y + up.y * along + up.x * half);
}

static void
stroke_lit (cairo_t *cr, const LegatoSkin *skin, double alpha, double width)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  legato_pen_set_color (cr, &skin->light, 0.5 * alpha);
  cairo_set_line_width (cr, 2.4 * width);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, &skin->muscle_line, alpha);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Under a forearm the flesh lies in shadow from one edge of the leg to the other. Before it the
 * flesh gathers in soft folds, which are gone before the edges. */
static void
draw_furrow (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  const LegatoSkin *skin = legato_hand_sprites_get_skin (paint->sprites);
  double y = self->at.y, left, right;
  cairo_t *cr = paint->cr;

  legato_leg_edges_find (paint->art, paint->leg, y, &left, &right);
  if (right - left < LEGATO_SKIN_EDGE)
    return;
  cairo_save (cr);
  cairo_translate (cr, (left + right) / 2, y);
  cairo_rotate (cr, atan2 (self->up.x, -self->up.y));
  cairo_scale (cr, (right - left) / 2 / (SINKS * self->radius), 1);
  fill_soft (paint, (LegatoMapPoint){ 0, 0 }, SINKS * self->radius, &shade, 0.62,
             0.62 * self->amount);
  cairo_restore (cr);
  for (int i = 0; i < 3; i++)
    {
      LegatoSkinMark fold = *self;
      double along = self->radius + FOLDS_APART * (1 + i);

      fold.at.y = y + self->up.y * along;
      legato_leg_edges_find (paint->art, paint->leg, fold.at.y, &left, &right);
      fold.at.x = (left + right) / 2;
      cairo_new_path (cr);
      add_bow (cr, &fold, 0, (right - left) / 2 * (0.78 - 0.16 * i),
               LEGATO_SKIN_GIVES * self->amount * (1 - 0.2 * i));
      stroke_lit (cr, skin, self->amount * (0.62 - 0.16 * i), 3.6 - 0.6 * i);
    }
}

/* Long lines from where the skin is held to the forearm that pulls it along. */
static void
draw_stretch (cairo_t *cr, const LegatoSkinMark *self)
{
  cairo_pattern_t *fade =
      cairo_pattern_create_linear (self->at.x, self->at.y, self->at.x - self->up.x * self->radius,
                                   self->at.y - self->up.y * self->radius);

  cairo_pattern_add_color_stop_rgba (fade, 0, shade.red, shade.green, shade.blue,
                                     0.7 * self->amount);
  cairo_pattern_add_color_stop_rgba (fade, 1, shade.red, shade.green, shade.blue, 0);
  cairo_new_path (cr);
  for (int i = -2; i <= 2; i++)
    {
      double near = i * STRETCH_APART, far = i * 7.0;
      double length = self->radius * (1 - 0.12 * abs (i));

      cairo_move_to (cr, self->at.x - self->up.y * near, self->at.y + self->up.x * near);
      cairo_line_to (cr, self->at.x - self->up.x * length - self->up.y * far,
                     self->at.y - self->up.y * length + self->up.x * far);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

/* A short arrow before the fingers, as long as the skin is drawn along. */
static void
draw_pull (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  double end = LEGATO_SKIN_PULL_BEGIN + self->radius;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  cairo_move_to (cr, self->at.x + self->up.x * LEGATO_SKIN_PULL_BEGIN,
                 self->at.y + self->up.y * LEGATO_SKIN_PULL_BEGIN);
  cairo_line_to (cr, self->at.x + self->up.x * (end - 8), self->at.y + self->up.y * (end - 8));
  stroke_bordered (cr, accent, self->amount, 5);
  draw_arrow (cr, (LegatoMapPoint){ self->at.x + self->up.x * end, self->at.y + self->up.y * end },
              self->up, 17, accent, self->amount);
}

/* An arc of most of a circle with an arrowhead, before the thumb that goes round on it. */
static void
draw_spin (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  double begin = -G_PI / 2 + 2 * G_PI * self->amount + 0.5, end = begin + 1.15 * G_PI;
  LegatoMapPoint tip = { self->at.x + cos (end + 0.3) * self->radius,
                         self->at.y + sin (end + 0.3) * self->radius };

  cairo_new_path (cr);
  cairo_arc (cr, self->at.x, self->at.y, self->radius, begin, end);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  stroke_bordered (cr, accent, 1, 4);
  draw_arrow (cr, tip, (LegatoMapPoint){ -sin (end + 0.15), cos (end + 0.15) }, 13, accent, 1);
}

/* Light fingers take the skin along: before them it gathers in a few folds, which crowd together;
 * behind them it is drawn long, thin and pale. At rest nothing is seen of that. */
static void
draw_drag (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  const LegatoSkin *skin = legato_hand_sprites_get_skin (paint->sprites);
  double amount = MAX (0, self->amount - 1 / LEGATO_SKIN_STEPS);
  LegatoMapPoint behind = { self->at.x - self->up.x * FOLDS_BEGIN,
                            self->at.y - self->up.y * FOLDS_BEGIN };
  LegatoMapBox box = find_drag (self);

  if (amount <= 0)
    return;
  cairo_save (paint->cr);
  clip_to_leg (paint, &box);
  fill_soft (paint, behind, self->radius, &skin->light, 0.1, 0.6 * amount);
  for (int side = -1; side <= 1; side += 2)
    for (int i = 0; i < FOLDS; i++)
      {
        double apart = FOLDS_APART * (1 - 0.45 * side * amount), far = (double) i / FOLDS;
        double along = side * (FOLDS_BEGIN + apart * i), left, right;
        LegatoMapPoint middle = { self->at.x + self->up.x * along,
                                  self->at.y + self->up.y * along };

        legato_leg_edges_find (paint->art, paint->leg, middle.y, &left, &right);
        cairo_new_path (paint->cr);
        add_bow (paint->cr, self, along,
                 CLAMP (MIN (middle.x - left, right - middle.x) - 4, 0,
                        self->radius * (0.95 - 0.5 * far)),
                 (side > 0 ? 2.2 : 1) * LEGATO_SKIN_GIVES * amount * (1 - 0.6 * far));
        stroke_lit (paint->cr, skin, amount * (side > 0 ? 0.75 : 0.34) * (1 - 0.7 * far),
                    side > 0 ? 3.6 - 1.2 * far : 1.8);
      }
  cairo_restore (paint->cr);
}

/* Flesh under a palm lies in shade, and rises in folds above and below it and at both edges of the
 * leg. */
static void
draw_sink (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  const LegatoSkin *skin = legato_hand_sprites_get_skin (paint->sprites);
  double y = self->at.y, half = 1.25 * self->radius, left, right;
  cairo_t *cr = paint->cr;

  legato_leg_edges_find (paint->art, paint->leg, y, &left, &right);
  if (right - left < LEGATO_SKIN_EDGE)
    return;
  for (int side = -1; side <= 1; side += 2)
    {
      LegatoMapPoint edge = { side < 0 ? left + 1 : right - 1, y };

      if (fabs (edge.x - self->at.x) < SWELLS * self->radius)
        legato_skin_swelling_draw (paint, edge, y - half, y + half, self->amount);
    }
  cairo_save (cr);
  cairo_translate (cr, self->at.x, y);
  cairo_scale (
      cr, CLAMP ((MIN (self->at.x - left, right - self->at.x) - 2) / self->radius, 0.05, 1), 1.3);
  fill_soft (paint, (LegatoMapPoint){ 0, 0 }, self->radius, &shade, 0.5, 0.6 * self->amount);
  cairo_restore (cr);
  for (int side = -1; side <= 1; side += 2)
    for (int i = 0; i < 2; i++)
      {
        LegatoSkinMark fold = *self;
        double middle = y - side * (1.22 * self->radius + FOLDS_APART * i);

        legato_leg_edges_find (paint->art, paint->leg, middle, &left, &right);
        fold.at = (LegatoMapPoint){ self->at.x, middle };
        fold.up = (LegatoMapPoint){ 0, -1 };
        cairo_new_path (cr);
        add_bow (cr, &fold, 0,
                 CLAMP (MIN (fold.at.x - left, right - fold.at.x), 0, self->radius)
                     * (0.7 - 0.2 * i),
                 side * LEGATO_SKIN_GIVES * self->amount);
        stroke_lit (cr, skin, self->amount * (0.5 - 0.2 * i), 3);
      }
}

/* Fibres that fingertips bend as they cross them. */
static void
draw_fibres (cairo_t *cr, const LegatoSkinMark *self, const LegatoSkin *skin)
{
  cairo_new_path (cr);
  for (int i = -3; i <= 3; i++)
    add_bow (cr, self, FIBRES_APART * i, self->radius,
             FIBRES_GIVE * (2 * self->amount - 1) * (1 - 0.1 * abs (i)));
  stroke_lit (cr, skin, 0.6, 2);
}

/* An arrow to and fro: the fibres are crossed. */
static void
draw_across (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  LegatoMapPoint across = { -self->up.y, self->up.x };
  double half = self->radius - 6;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  cairo_move_to (cr, self->at.x - across.x * half, self->at.y - across.y * half);
  cairo_line_to (cr, self->at.x + across.x * half, self->at.y + across.y * half);
  stroke_bordered (cr, accent, self->amount, 4);
  for (int side = -1; side <= 1; side += 2)
    draw_arrow (cr,
                (LegatoMapPoint){ self->at.x + across.x * side * self->radius,
                                  self->at.y + across.y * side * self->radius },
                (LegatoMapPoint){ across.x * side, across.y * side }, 15, accent, self->amount);
}

static void
draw_ring (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  cairo_arc (cr, self->at.x, self->at.y, self->radius, 0, 2 * G_PI);
  legato_pen_set_color (cr, &shade, 0.45);
  cairo_set_line_width (cr, 8.5);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, &paper, 0.95);
  cairo_set_line_width (cr, 6.5);
  cairo_stroke (cr);
  cairo_arc (cr, self->at.x, self->at.y, self->radius, -G_PI / 2,
             -G_PI / 2 + 2 * G_PI * self->amount);
  legato_pen_set_color (cr, accent, 1);
  cairo_set_line_width (cr, 5);
  cairo_stroke (cr);
}

static void
draw_time (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  int seconds = (int) self->amount;
  g_autofree char *text = self->kind == LEGATO_SKIN_MINUTES
                              ? g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60)
                              : g_strdup_printf ("%d", seconds);

  legato_hand_masks_draw_badge (legato_hand_sprites_get_masks (paint->sprites), paint->cr,
                                paint->context, text, self->at, self->radius);
}

/** legato_skin_mark_draw: paints the mark at its place */
void
legato_skin_mark_draw (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  cairo_t *cr = paint->cr;
  const GdkRGBA *accent = paint->accent;

  switch (self->kind)
    {
    case LEGATO_SKIN_DENT:
      draw_dent (self, paint);
      break;
    case LEGATO_SKIN_SINK:
      draw_sink (self, paint);
      break;
    case LEGATO_SKIN_DRAG:
      draw_drag (self, paint);
      break;
    case LEGATO_SKIN_FIBRES:
      draw_fibres (cr, self, legato_hand_sprites_get_skin (paint->sprites));
      break;
    case LEGATO_SKIN_ACROSS:
      draw_across (cr, self, accent);
      break;
    case LEGATO_SKIN_SHAKE:
      draw_shake (cr, self, accent);
      break;
    case LEGATO_SKIN_BUZZ:
      draw_buzz (cr, self, accent);
      break;
    case LEGATO_SKIN_FURROW:
      draw_furrow (self, paint);
      break;
    case LEGATO_SKIN_STRETCH:
      draw_stretch (cr, self);
      break;
    case LEGATO_SKIN_PULL:
      draw_pull (cr, self, accent);
      break;
    case LEGATO_SKIN_SPIN:
      draw_spin (cr, self, accent);
      break;
    case LEGATO_SKIN_GLOW:
      fill_soft (paint, self->at, self->radius, accent, 0.2, 0.45 * self->amount);
      break;
    case LEGATO_SKIN_RING:
      draw_ring (cr, self, accent);
      break;
    case LEGATO_SKIN_ROLLER:
      legato_skin_roller_draw (self, paint);
      break;
    case LEGATO_SKIN_SLEEVE:
      legato_skin_sleeve_draw (self, paint);
      break;
    case LEGATO_SKIN_SECONDS:
    case LEGATO_SKIN_MINUTES:
    default:
      draw_time (self, paint);
      break;
    }
}
