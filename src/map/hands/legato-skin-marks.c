/* legato-skin-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-pen.h"
#include "legato-skin-marks.h"

/* Lines and smoothed edges reach a little beyond the shape, in units. */
#define EDGE 6.0

/* Distance between the lines that show stretched skin, in units. */
#define STRETCH_APART 17.0

/* A sleeve goes from the ankle to the middle of the thigh, in units from the top of the drawing, is
 * so much wider than the leg, has so many chambers, a cuff at both ends, and a hose beside it. */
#define SLEEVE_TOP 330.0
#define SLEEVE_BOTTOM 966.0
#define SLEEVE_PAD 10.0
#define CHAMBERS 4
#define CUFF 16.0
#define HOSE 26.0

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };
static const GdkRGBA shade = { 0.30f, 0.10f, 0.05f, 1 };
static const GdkRGBA cloth = { 0.27f, 0.33f, 0.42f, 1 };
static const GdkRGBA lymph = { 0.31f, 0.54f, 0.36f, 1 };
static const GdkRGBA hose = { 0.80f, 0.84f, 0.88f, 1 };
static const GdkRGBA seam = { 0.10f, 0.13f, 0.19f, 1 };

/* All of a leg between two heights, in units from the top of the drawing. */
static LegatoMapBox
find_leg (const LegatoMapArt *art, LegatoLeg leg, double top, double bottom)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint i = 0; i < legato_map_art_get_n_shapes (art); i++)
    {
      const LegatoMapShape *shape = legato_map_art_get_shape (art, i);
      const LegatoMapBox *box = &shape->outline->box;

      if ((leg != LEGATO_LEG_BOTH && shape->leg != leg) || box->y + box->height < top
          || box->y > bottom)
        continue;
      left = MIN (left, box->x);
      right = MAX (right, box->x + box->width);
    }
  return (LegatoMapBox){ left, top, MAX (0, right - left), bottom - top };
}

static void
add_leg (cairo_t *cr, const LegatoMapArt *art, LegatoLeg leg)
{
  for (guint i = 0; i < legato_map_art_get_n_shapes (art); i++)
    {
      const LegatoMapShape *shape = legato_map_art_get_shape (art, i);

      if (leg == LEGATO_LEG_BOTH || shape->leg == leg)
        legato_pen_outline (cr, shape->outline);
    }
}

static LegatoFigure
get_roller (const LegatoSkinMark *self)
{
  return (LegatoFigure){ .is_tool = TRUE,
                         .tool = LEGATO_TOOL_ROLLER,
                         .at = self->at,
                         .direction = { self->up.y, -self->up.x },
                         .size = self->radius };
}

/** legato_skin_marks_find_chamber: @n: of a sleeve, the lowest first; %FALSE if there is none; @at:
 * (out): its middle, in units */
gboolean
legato_skin_marks_find_chamber (const LegatoMapArt *art, LegatoLeg leg, guint n, LegatoMapPoint *at)
{
  double height = (SLEEVE_BOTTOM - SLEEVE_TOP) / CHAMBERS;
  LegatoMapBox box;

  if (n >= CHAMBERS)
    return FALSE;
  at->y = SLEEVE_BOTTOM - (n + 0.5) * height;
  box = find_leg (art, leg, at->y - 1, at->y + 1);
  at->x = box.x + box.width / 2;
  return TRUE;
}

/* Stretched skin lies behind the hand that stretches it. */
static LegatoMapBox
find_stretch (const LegatoSkinMark *self)
{
  LegatoMapPoint far = { self->at.x - self->up.x * self->radius,
                         self->at.y - self->up.y * self->radius };
  double aside = 2 * STRETCH_APART + EDGE;

  return (LegatoMapBox){ MIN (self->at.x, far.x) - aside, MIN (self->at.y, far.y) - aside,
                         fabs (self->at.x - far.x) + 2 * aside,
                         fabs (self->at.y - far.y) + 2 * aside };
}

/** legato_skin_mark_get_box: all that legato_skin_mark_draw() may paint, in units */
LegatoMapBox
legato_skin_mark_get_box (const LegatoSkinMark *self, const LegatoMapArt *art, LegatoLeg leg)
{
  double reach = self->radius + EDGE;
  LegatoFigure roller;
  LegatoMapBox box;

  switch (self->kind)
    {
    case LEGATO_SKIN_ROLLER:
      roller = get_roller (self);
      return legato_figure_get_box (&roller);
    case LEGATO_SKIN_SLEEVE:
      box = find_leg (art, leg, SLEEVE_TOP, SLEEVE_BOTTOM);
      return (LegatoMapBox){ box.x - 2 * HOSE, box.y - CUFF, box.width + 4 * HOSE,
                             box.height + 3 * CUFF };
    case LEGATO_SKIN_MINUTES:
      reach *= 2.4;
      break;
    case LEGATO_SKIN_SINK:
      reach *= 1.12;
      break;
    case LEGATO_SKIN_STRETCH:
      return find_stretch (self);
    case LEGATO_SKIN_NODES:
      reach *= 1.7;
      break;
    case LEGATO_SKIN_GLOW:
    case LEGATO_SKIN_WAVE:
    case LEGATO_SKIN_ACROSS:
    case LEGATO_SKIN_SHAKE:
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
  legato_hand_sprites_draw_soft (paint->sprites, paint->cr, at, radius, inner);
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

/* Long lines from where the skin is held to the forearm that pulls it along. */
static void
draw_stretch (cairo_t *cr, const LegatoSkinMark *self)
{
  cairo_new_path (cr);
  for (int i = -2; i <= 2; i++)
    {
      double near = i * STRETCH_APART, far = i * 10.0;

      cairo_move_to (cr, self->at.x - self->up.y * near, self->at.y + self->up.x * near);
      cairo_line_to (cr, self->at.x - self->up.x * self->radius - self->up.y * far,
                     self->at.y - self->up.y * self->radius + self->up.x * far);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  legato_pen_set_color (cr, &shade, 0.4 * self->amount);
  cairo_set_line_width (cr, 2.6);
  cairo_stroke (cr);
}

/* Chevrons, each fainter than the one before, and the nodes that they lead to. */
static void
draw_nodes (cairo_t *cr, const LegatoSkinMark *self)
{
  LegatoMapPoint across = { -self->up.y, self->up.x };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (int i = 0; i < 3; i++)
    {
      double along = self->radius * (i - 1) * 0.62, half = 15;

      cairo_new_path (cr);
      cairo_move_to (cr, self->at.x + self->up.x * (along - half) - across.x * half,
                     self->at.y + self->up.y * (along - half) - across.y * half);
      cairo_line_to (cr, self->at.x + self->up.x * along, self->at.y + self->up.y * along);
      cairo_line_to (cr, self->at.x + self->up.x * (along - half) + across.x * half,
                     self->at.y + self->up.y * (along - half) + across.y * half);
      stroke_bordered (cr, &lymph, self->amount * (1 - 0.25 * i), 4.5);
    }
  for (int i = 0; i < 3; i++)
    {
      double along = self->radius * (i == 1 ? 1.5 : 1.18), aside = (i - 1) * 14;

      cairo_new_path (cr);
      cairo_arc (cr, self->at.x + self->up.x * along + across.x * aside,
                 self->at.y + self->up.y * along + across.y * aside, 6.5, 0, 2 * G_PI);
      legato_pen_set_color (cr, &lymph, 0.5 + 0.5 * self->amount);
      cairo_fill_preserve (cr);
      legato_pen_set_color (cr, &paper, 0.9);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

/* An arc of most of a circle, with an arrowhead where the thumb is now. */
static void
draw_spin (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  double end = -G_PI / 2 + 2 * G_PI * self->amount;
  LegatoMapPoint tip = { self->at.x + cos (end + 0.3) * self->radius,
                         self->at.y + sin (end + 0.3) * self->radius };

  cairo_new_path (cr);
  cairo_arc (cr, self->at.x, self->at.y, self->radius, end - 1.5 * G_PI, end);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  stroke_bordered (cr, accent, 1, 4);
  draw_arrow (cr, tip, (LegatoMapPoint){ -sin (end + 0.15), cos (end + 0.15) }, 13, accent, 1);
}

/* Four arrows that point inward, as far as the hand has sunk in. */
static void
draw_inward (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  for (int i = 0; i < 4; i++)
    {
      double angle = atan2 (self->up.y, self->up.x) + (i + 0.5) * G_PI / 2;
      LegatoMapPoint in = { -cos (angle), -sin (angle) };
      double away = self->radius * (1.12 - 0.3 * self->amount);

      draw_arrow (cr, (LegatoMapPoint){ self->at.x - in.x * away, self->at.y - in.y * away }, in,
                  18, accent, 0.35 + 0.65 * self->amount);
    }
}

static void
draw_bows (cairo_t *cr, const LegatoSkinMark *self, int n, double spread)
{
  double heading = atan2 (self->up.y, self->up.x);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int i = 0; i < n; i++)
    {
      double radius = self->radius * (0.7 + 0.25 * i);

      for (int pass = 0; pass < 2; pass++)
        {
          cairo_new_path (cr);
          cairo_arc (cr, self->at.x - self->up.x * self->radius * 0.75,
                     self->at.y - self->up.y * self->radius * 0.75, radius, heading - spread,
                     heading + spread);
          legato_pen_set_color (cr, pass == 0 ? &paper : &shade,
                                self->amount * (pass == 0 ? 0.6 : 0.55) * (1 - 0.2 * i));
          cairo_set_line_width (cr, pass == 0 ? 6 : 2.4);
          cairo_stroke (cr);
        }
    }
}

/* An arrow to each side: the fibres are crossed. */
static void
draw_across (cairo_t *cr, const LegatoSkinMark *self, const GdkRGBA *accent)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int side = -1; side <= 1; side += 2)
    {
      LegatoMapPoint across = { -self->up.y * side, self->up.x * side };
      LegatoMapPoint tip = { self->at.x + across.x * self->radius,
                             self->at.y + across.y * self->radius };

      cairo_new_path (cr);
      cairo_move_to (cr, self->at.x + across.x * 12, self->at.y + across.y * 12);
      cairo_line_to (cr, tip.x - across.x * 6, tip.y - across.y * 6);
      stroke_bordered (cr, accent, self->amount, 4);
      draw_arrow (cr, tip, across, 15, accent, self->amount);
    }
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

/* A ball that the person sits on: the flesh covers its upper edge and bulges around it. */
static void
draw_rest (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  LegatoMapPoint above = { self->at.x, self->at.y - self->radius * (1.55 - 0.45 * self->amount) };

  cairo_save (paint->cr);
  cairo_arc (paint->cr, self->at.x, self->at.y, self->radius * 1.02, 0, 2 * G_PI);
  cairo_clip (paint->cr);
  fill_soft (paint, above, self->radius * 1.05, &shade, 0.55, 0.5 * self->amount);
  cairo_restore (paint->cr);
}

/* A roller that the leg lies on: the leg hides its middle, and the flesh is pressed flat there. */
static void
draw_roller (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  LegatoFigure roller = get_roller (self);
  LegatoMapPoint along = { -roller.direction.x, -roller.direction.y };
  LegatoMapBox box = legato_figure_get_box (&roller);
  double half = 70 * self->radius;
  cairo_pattern_t *beside = legato_hand_sprites_get_leg (paint->sprites, paint->art, FALSE);
  cairo_pattern_t *on = legato_hand_sprites_get_leg (paint->sprites, paint->art, TRUE);
  cairo_pattern_t *pressed =
      cairo_pattern_create_linear (self->at.x - along.x * half, self->at.y - along.y * half,
                                   self->at.x + along.x * half, self->at.y + along.y * half);
  static const double stops[][2] = {
    { 0, 0 }, { 0.3, 0.3 }, { 0.5, 0.05 }, { 0.7, 0.3 }, { 1, 0 }
  };
  cairo_t *cr = paint->cr;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    cairo_pattern_add_color_stop_rgba (pressed, stops[i][0], shade.red, shade.green, shade.blue,
                                       stops[i][1]);
  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  legato_hand_sprites_set_source (paint->sprites, cr, &roller);
  cairo_mask (cr, beside);
  cairo_set_source (cr, pressed);
  cairo_mask (cr, on);
  cairo_restore (cr);
  cairo_pattern_destroy (pressed);
}

/* A band of the sleeve, as wide as the leg and the sleeve's own thickness. */
static void
draw_band (cairo_t *cr,
           const LegatoMapBox *box,
           double top,
           double height,
           const double stops[][2],
           gsize n_stops,
           const GdkRGBA *color)
{
  cairo_pattern_t *round = cairo_pattern_create_linear (0, top, 0, top + height);

  for (gsize i = 0; i < n_stops; i++)
    cairo_pattern_add_color_stop_rgba (round, stops[i][0], color->red, color->green, color->blue,
                                       stops[i][1]);
  cairo_rectangle (cr, box->x - 2 * CUFF, top, box->width + 4 * CUFF, height);
  cairo_set_source (cr, round);
  cairo_pattern_destroy (round);
  cairo_fill (cr);
}

/* The air comes by a hose that runs along the sleeve, with a branch to each chamber. */
static void
draw_hose (cairo_t *cr, const LegatoMapBox *box, gboolean on_left)
{
  double x = on_left ? box->x - HOSE : box->x + box->width + HOSE;
  double in = on_left ? box->x + box->width * 0.4 : box->x + box->width * 0.6;
  double height = box->height / CHAMBERS;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  cairo_move_to (cr, x, box->y + height / 2);
  cairo_line_to (cr, x, box->y + box->height + CUFF);
  for (int i = 0; i < CHAMBERS; i++)
    {
      double y = box->y + (i + 0.5) * height;

      cairo_move_to (cr, x, y + HOSE * 2);
      cairo_curve_to (cr, x, y, x, y, in, y);
    }
  legato_pen_set_color (cr, &seam, 1);
  cairo_set_line_width (cr, 11);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, &hose, 1);
  cairo_set_line_width (cr, 6.5);
  cairo_stroke (cr);
}

static void
draw_sleeve (cairo_t *cr,
             const LegatoSkinMark *self,
             const LegatoMapArt *art,
             LegatoLeg leg,
             const GdkRGBA *accent)
{
  static const double pillow[][2] = {
    { 0, 0 }, { 0.2, 0.16 }, { 0.42, 0.42 }, { 0.75, 0.1 }, { 1, 0 }
  };
  static const double foot[][2] = { { 0, 0.75 }, { 0.14, 0.1 }, { 0.8, 0.06 }, { 1, 0.75 } };
  static const double even[][2] = { { 0, 1 }, { 1, 1 } };
  LegatoMapBox box = find_leg (art, leg, SLEEVE_TOP, SLEEVE_BOTTOM);
  double height = box.height / CHAMBERS;

  draw_hose (cr, &box, box.x + box.width / 2 < legato_map_art_get_width (art) / 2);
  cairo_save (cr);
  cairo_rectangle (cr, box.x - 2 * CUFF, box.y, box.width + 4 * CUFF, box.height);
  cairo_clip (cr);
  cairo_push_group (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  add_leg (cr, art, leg);
  legato_pen_set_color (cr, &seam, 1);
  cairo_set_line_width (cr, 2 * SLEEVE_PAD + 4);
  cairo_stroke (cr);
  add_leg (cr, art, leg);
  legato_pen_set_color (cr, &cloth, 1);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2 * SLEEVE_PAD);
  cairo_stroke (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_ATOP);
  for (int i = 0; i < CHAMBERS; i++)
    {
      /* The lowest first. */
      double full = CLAMP (self->amount * CHAMBERS - i, 0, 1);
      double top = box.y + box.height - (i + 1) * height;
      GdkRGBA air = *accent;

      if (full > 0)
        {
          double rising = top + height * (1 - full);

          draw_band (cr, &box, rising, height * full, even, G_N_ELEMENTS (even), &air);
        }
      draw_band (cr, &box, top, height, foot, G_N_ELEMENTS (foot), &seam);
      draw_band (cr, &box, top, height, pillow, G_N_ELEMENTS (pillow), &paper);
      draw_band (cr, &box, top - 2, 4, even, G_N_ELEMENTS (even), &seam);
    }
  for (int end = 0; end < 2; end++)
    {
      double top = end == 0 ? box.y : box.y + box.height - CUFF;

      draw_band (cr, &box, top, CUFF, even, G_N_ELEMENTS (even), &hose);
      draw_band (cr, &box, end == 0 ? top + CUFF : top - 2, 2.5, even, G_N_ELEMENTS (even), &seam);
      draw_band (cr, &box, end == 0 ? top : top + CUFF - 2.5, 2.5, even, G_N_ELEMENTS (even),
                 &seam);
    }
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_time (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  int seconds = (int) self->amount;
  g_autofree char *text = self->kind == LEGATO_SKIN_MINUTES
                              ? g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60)
                              : g_strdup_printf ("%d", seconds);

  legato_hand_sprites_draw_badge (paint->sprites, paint->cr, paint->context, text, self->at,
                                  self->radius);
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
      fill_soft (paint, self->at, self->radius, &shade, 0.4, 0.42 * self->amount);
      break;
    case LEGATO_SKIN_WAVE:
      draw_bows (cr, self, 3, 0.75);
      break;
    case LEGATO_SKIN_ACROSS:
      draw_across (cr, self, accent);
      break;
    case LEGATO_SKIN_SHAKE:
      draw_shake (cr, self, accent);
      break;
    case LEGATO_SKIN_STRETCH:
      draw_stretch (cr, self);
      break;
    case LEGATO_SKIN_NODES:
      draw_nodes (cr, self);
      break;
    case LEGATO_SKIN_SPIN:
      draw_spin (cr, self, accent);
      break;
    case LEGATO_SKIN_SINK:
      draw_inward (cr, self, accent);
      break;
    case LEGATO_SKIN_GLOW:
      fill_soft (paint, self->at, self->radius, accent, 0.2, 0.45 * self->amount);
      break;
    case LEGATO_SKIN_REST:
      draw_rest (self, paint);
      break;
    case LEGATO_SKIN_RING:
      draw_ring (cr, self, accent);
      break;
    case LEGATO_SKIN_ROLLER:
      draw_roller (self, paint);
      break;
    case LEGATO_SKIN_SLEEVE:
      for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
        if (paint->leg == LEGATO_LEG_BOTH || (int) paint->leg == leg)
          draw_sleeve (cr, self, paint->art, (LegatoLeg) leg, accent);
      break;
    case LEGATO_SKIN_SECONDS:
    case LEGATO_SKIN_MINUTES:
    default:
      draw_time (self, paint);
      break;
    }
}
