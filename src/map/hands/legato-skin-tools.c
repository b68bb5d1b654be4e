/* legato-skin-tools.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-tools.h"
#include "legato-leg-edges.h"
#include "legato-pen.h"
#include "legato-skin-tools.h"

/* A sleeve goes from the foot to the middle of the thigh, in units from the top of the drawing,
 * and has so many chambers. It is so much wider than the leg, and at its fullest by so much more;
 * beside its lower end stands the pump. */
#define SLEEVE_TOP 330.0
#define SLEEVE_BOTTOM 1020.0
#define SLEEVE_PAD 7.0
#define SWELL 15.0
#define CHAMBERS 4
#define CUFF 18.0
#define PUMP_AWAY 66.0
#define PUMP_WIDTH 62.0
#define PUMP_HEIGHT 46.0

/* Under the leg a roller presses half of so much flesh flat, in units along the leg. */
#define ROLLER_PRESSES 128.0

/* Half of the breadth in which it does: no leg is as broad, and the other one does not lie on it.
 */
#define ROLLER_ACROSS 110.0

/* A swelling at an edge of the leg is drawn through so many points. */
#define SWELLING_POINTS 9

/* The outline of a chamber is drawn through so many points of either side. */
#define EDGE_POINTS 13

static const GdkRGBA cloth = { 0.27f, 0.33f, 0.42f, 1 };
static const GdkRGBA hose = { 0.80f, 0.84f, 0.88f, 1 };
static const GdkRGBA seam = { 0.10f, 0.13f, 0.19f, 1 };

static LegatoFigure
get_roller (const LegatoSkinMark *self)
{
  return (LegatoFigure){ .is_tool = TRUE,
                         .tool = LEGATO_TOOL_ROLLER,
                         .at = self->at,
                         .direction = { self->up.y, -self->up.x },
                         .size = self->radius };
}

/**
 * legato_skin_swelling_draw:
 * @at: on the leg, nearer to the edge that is wanted
 * @from, @to: heights in units; it is fullest nearer to @from
 * @amount: of it, 0 to 1
 *
 * Flesh that gives way swells at an edge of the leg, between two heights.
 */
void
legato_skin_swelling_draw (const LegatoSkinPaint *paint,
                           LegatoMapPoint at,
                           double from,
                           double to,
                           double amount)
{
  const LegatoSkin *skin = legato_hand_sprites_get_skin (paint->sprites);
  LegatoMapPoint outer[SWELLING_POINTS], inner[SWELLING_POINTS];
  double out = 1;

  g_return_if_fail (paint != NULL);
  g_return_if_fail (amount >= 0 && amount <= 1);

  for (int i = 0; i < SWELLING_POINTS; i++)
    {
      double part = (double) i / (SWELLING_POINTS - 1), y = from + part * (to - from);
      double edge = legato_leg_edges_find_at (paint->art, paint->leg, at, y, &out);
      double swell = amount * sin (G_PI * sqrt (part));

      outer[i] = (LegatoMapPoint){ edge + out * 11 * swell, y };
      inner[i] = (LegatoMapPoint){ edge - out * 5 * swell, y };
    }
  cairo_new_path (paint->cr);
  for (int i = 0; i < SWELLING_POINTS; i++)
    cairo_line_to (paint->cr, outer[i].x, outer[i].y);
  for (int i = SWELLING_POINTS - 1; i >= 0; i--)
    cairo_line_to (paint->cr, inner[i].x, inner[i].y);
  cairo_close_path (paint->cr);
  /* As the edge of a leg is, darker than its middle. */
  cairo_set_source_rgb (paint->cr, skin->muscle.red * 0.84, skin->muscle.green * 0.8,
                        skin->muscle.blue * 0.78);
  cairo_fill (paint->cr);
  for (int i = 0; i < SWELLING_POINTS; i++)
    cairo_line_to (paint->cr, outer[i].x, outer[i].y);
  legato_pen_set_color (paint->cr, &skin->muscle_line, 1);
  cairo_set_line_width (paint->cr, 2.2);
  cairo_stroke (paint->cr);
}

/** legato_skin_roller_get_box: all that legato_skin_roller_draw() may paint, in units */
LegatoMapBox
legato_skin_roller_get_box (const LegatoSkinMark *self)
{
  LegatoFigure roller = get_roller (self);

  return legato_figure_get_box (&roller);
}

/** legato_skin_roller_draw: paints %LEGATO_SKIN_ROLLER
 *
 * The leg lies on it: it is seen on both sides of the muscle that it presses flat, which swells
 * above and below it. */
void
legato_skin_roller_draw (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  LegatoFigure roller = get_roller (self);
  LegatoMapPoint along = { -roller.direction.x, -roller.direction.y };
  LegatoMapBox box = legato_figure_get_box (&roller);
  double half = ROLLER_PRESSES * self->radius, across = ROLLER_ACROSS * self->radius;
  cairo_pattern_t *beside =
      legato_hand_masks_get_leg (legato_hand_sprites_get_masks (paint->sprites), paint->art, FALSE);
  cairo_pattern_t *on =
      legato_hand_masks_get_leg (legato_hand_sprites_get_masks (paint->sprites), paint->art, TRUE);
  cairo_pattern_t *pressed =
      cairo_pattern_create_linear (self->at.x - along.x * half, self->at.y - along.y * half,
                                   self->at.x + along.x * half, self->at.y + along.y * half);
  static const struct
  {
    double at;
    GdkRGBA color;
  } stops[] = { { 0, { 1, 0.86f, 0.76f, 0 } },          { 0.1, { 1, 0.86f, 0.76f, 0.3f } },
                { 0.17, { 0.3f, 0.1f, 0.05f, 0.5f } },  { 0.26, { 0.3f, 0.1f, 0.05f, 0.06f } },
                { 0.74, { 0.3f, 0.1f, 0.05f, 0.06f } }, { 0.83, { 0.3f, 0.1f, 0.05f, 0.5f } },
                { 0.9, { 1, 0.86f, 0.76f, 0.3f } },     { 1, { 1, 0.86f, 0.76f, 0 } } };
  cairo_t *cr = paint->cr;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    cairo_pattern_add_color_stop_rgba (pressed, stops[i].at, stops[i].color.red,
                                       stops[i].color.green, stops[i].color.blue,
                                       stops[i].color.alpha);
  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  cairo_save (cr);
  cairo_rectangle (cr, self->at.x - across, box.y, 2 * across, box.height);
  cairo_clip (cr);
  cairo_set_source (cr, pressed);
  cairo_mask (cr, on);
  cairo_restore (cr);
  legato_hand_sprites_set_source (paint->sprites, cr, &roller);
  cairo_mask (cr, beside);
  cairo_restore (cr);
  cairo_pattern_destroy (pressed);
}

/** legato_skin_sleeve_find_chamber: @n: of a sleeve, the lowest first; %FALSE if there is none;
 * @at: (out): its middle, in units */
gboolean
legato_skin_sleeve_find_chamber (const LegatoMapArt *art,
                                 LegatoLeg leg,
                                 guint n,
                                 LegatoMapPoint *at)
{
  double height = (SLEEVE_BOTTOM - SLEEVE_TOP) / CHAMBERS;
  LegatoMapBox box;

  if (n >= CHAMBERS)
    return FALSE;
  at->y = SLEEVE_BOTTOM - (n + 0.5) * height;
  box = legato_leg_edges_get_box (art, leg, at->y - 1, at->y + 1);
  at->x = box.x + box.width / 2;
  return TRUE;
}

/* A chamber swells between its seams, the more the fuller it is. */
static void
add_chamber (cairo_t *cr,
             const LegatoMapArt *art,
             LegatoLeg leg,
             double top,
             double height,
             double full,
             double grow)
{
  LegatoMapPoint edges[2][EDGE_POINTS];

  for (int i = 0; i < EDGE_POINTS; i++)
    {
      double part = (double) i / (EDGE_POINTS - 1), y = top + part * height, left, right;
      double swell = SLEEVE_PAD + grow + (3 + SWELL * full) * sqrt (sin (G_PI * part));

      legato_leg_edges_find (art, leg, y, &left, &right);
      edges[0][i] = (LegatoMapPoint){ left - swell, y };
      edges[1][i] = (LegatoMapPoint){ right + swell, y };
    }
  cairo_new_path (cr);
  for (int i = 0; i < EDGE_POINTS; i++)
    cairo_line_to (cr, edges[0][i].x, edges[0][i].y);
  for (int i = EDGE_POINTS - 1; i >= 0; i--)
    cairo_line_to (cr, edges[1][i].x, edges[1][i].y);
  cairo_close_path (cr);
}

/* Round from side to side, like a leg. */
static void
fill_chamber (cairo_t *cr, const GdkRGBA *color, double left, double right)
{
  static const double lights[][2] = { { 0, 0.62 }, { 0.3, 1.22 }, { 0.62, 1 }, { 1, 0.5 } };
  cairo_pattern_t *round = cairo_pattern_create_linear (left, 0, right, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (lights); i++)
    cairo_pattern_add_color_stop_rgb (round, lights[i][0], MIN (1, color->red * lights[i][1]),
                                      MIN (1, color->green * lights[i][1]),
                                      MIN (1, color->blue * lights[i][1]));
  cairo_set_source (cr, round);
  cairo_pattern_destroy (round);
  cairo_fill_preserve (cr);
}

/* The lowest chamber is number 0. */
static void
draw_chamber (cairo_t *cr,
              const LegatoMapArt *art,
              LegatoLeg leg,
              int number,
              double full,
              const GdkRGBA *accent)
{
  double height = (SLEEVE_BOTTOM - SLEEVE_TOP) / CHAMBERS;
  double top = SLEEVE_BOTTOM - (number + 1) * height;
  cairo_pattern_t *pillow = cairo_pattern_create_linear (0, top, 0, top + height);
  double left, right;

  legato_leg_edges_find (art, leg, top + height / 2, &left, &right);
  left -= SLEEVE_PAD + SWELL;
  right += SLEEVE_PAD + SWELL;
  add_chamber (cr, art, leg, top, height, full, 0);
  fill_chamber (cr, &cloth, left, right);
  if (full > 0)
    {
      /* The air rises in it. */
      cairo_save (cr);
      cairo_new_path (cr);
      cairo_rectangle (cr, left - LEGATO_SKIN_EDGE, top + height * (1 - full),
                       right - left + 2 * LEGATO_SKIN_EDGE, height * full);
      cairo_clip (cr);
      add_chamber (cr, art, leg, top, height, full, 0);
      fill_chamber (cr, accent, left, right);
      cairo_restore (cr);
    }
  /* What is full shines on top and is pinched at its seams. */
  cairo_pattern_add_color_stop_rgba (pillow, 0, seam.red, seam.green, seam.blue, 0.75);
  cairo_pattern_add_color_stop_rgba (pillow, 0.13, seam.red, seam.green, seam.blue, 0.1);
  cairo_pattern_add_color_stop_rgba (pillow, 0.36, 1, 1, 1, 0.1 + 0.32 * full);
  cairo_pattern_add_color_stop_rgba (pillow, 0.6, 1, 1, 1, 0);
  cairo_pattern_add_color_stop_rgba (pillow, 0.86, seam.red, seam.green, seam.blue, 0.12);
  cairo_pattern_add_color_stop_rgba (pillow, 1, seam.red, seam.green, seam.blue, 0.75);
  cairo_set_source (cr, pillow);
  cairo_pattern_destroy (pillow);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, &seam, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

static void
draw_cuff (cairo_t *cr, const LegatoMapArt *art, LegatoLeg leg, double middle)
{
  double left, right;

  legato_leg_edges_find (art, leg, middle, &left, &right);
  left -= SLEEVE_PAD + 3;
  right += SLEEVE_PAD + 3;
  cairo_new_path (cr);
  cairo_rectangle (cr, left, middle - CUFF / 2, right - left, CUFF);
  fill_chamber (cr, &hose, left, right);
  legato_pen_set_color (cr, &seam, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke (cr);
}

/* The pump stands on the outer side; one hose goes from it into the sleeve. */
static void
draw_pump (cairo_t *cr, const LegatoMapArt *art, LegatoLeg leg)
{
  double left, right, x, y = SLEEVE_BOTTOM - 14;
  double entry;
  int out;

  legato_leg_edges_find (art, leg, SLEEVE_BOTTOM - CUFF, &left, &right);
  out = left + right < legato_map_art_get_width (art) ? -1 : 1;
  entry = out < 0 ? left - SLEEVE_PAD : right + SLEEVE_PAD;
  x = entry + out * PUMP_AWAY - PUMP_WIDTH / 2;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);
  cairo_move_to (cr, entry - out * 6, y - 52);
  cairo_curve_to (cr, entry + out * 36, y - 56, x + PUMP_WIDTH / 2, y - 66, x + PUMP_WIDTH / 2, y);
  legato_pen_set_color (cr, &seam, 1);
  cairo_set_line_width (cr, 13);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, &hose, 1);
  cairo_set_line_width (cr, 8.5);
  cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_rectangle (cr, x, y, PUMP_WIDTH, PUMP_HEIGHT);
  fill_chamber (cr, &hose, x, x + PUMP_WIDTH);
  legato_pen_set_color (cr, &seam, 1);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
  cairo_rectangle (cr, x + 9, y + 9, 26, 16);
  legato_pen_set_color (cr, &cloth, 1);
  cairo_fill (cr);
  cairo_arc (cr, x + PUMP_WIDTH - 14, y + 17, 6, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_sleeve (cairo_t *cr,
             const LegatoSkinMark *self,
             const LegatoMapArt *art,
             LegatoLeg leg,
             const GdkRGBA *accent)
{
  draw_pump (cr, art, leg);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (int i = 0; i < CHAMBERS; i++)
    draw_chamber (cr, art, leg, i, CLAMP (self->amount * CHAMBERS - i, 0, 1), accent);
  draw_cuff (cr, art, leg, SLEEVE_TOP);
  draw_cuff (cr, art, leg, SLEEVE_BOTTOM);
}

/** legato_skin_sleeve_get_box: all that legato_skin_sleeve_draw() may paint, in units */
LegatoMapBox
legato_skin_sleeve_get_box (const LegatoMapArt *art, LegatoLeg leg)
{
  LegatoMapBox box = legato_leg_edges_get_box (art, leg, SLEEVE_TOP, SLEEVE_BOTTOM);

  return (LegatoMapBox){ box.x - PUMP_AWAY - PUMP_WIDTH, box.y - CUFF,
                         box.width + 2 * (PUMP_AWAY + PUMP_WIDTH),
                         box.height + CUFF + PUMP_HEIGHT };
}

/** legato_skin_sleeve_draw: paints %LEGATO_SKIN_SLEEVE on one leg or both */
void
legato_skin_sleeve_draw (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  for (int leg = LEGATO_LEG_LEFT; leg <= LEGATO_LEG_RIGHT; leg++)
    if (paint->leg == LEGATO_LEG_BOTH || (int) paint->leg == leg)
      draw_sleeve (paint->cr, self, paint->art, (LegatoLeg) leg, paint->accent);
}
