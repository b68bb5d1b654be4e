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
#define STRETCH_APART 12.0

/* A sleeve goes from the ankle to the middle of the thigh, in units from the top of the drawing,
 * and has so many chambers. It is so much wider than the leg, and at its fullest by so much more;
 * beside its lower end stands the pump. */
#define SLEEVE_TOP 330.0
#define SLEEVE_BOTTOM 966.0
#define SLEEVE_PAD 7.0
#define SWELL 15.0
#define CHAMBERS 4
#define CUFF 18.0
#define PUMP_AWAY 66.0
#define PUMP_WIDTH 62.0
#define PUMP_HEIGHT 46.0

/* A roller that one looks at from its end, in units: how far it is pressed into the flesh, and how
 * far its nearer end is seen beside and below its middle. */
#define ROLLER_RADIUS 83.0
#define ROLLER_SINK 14.0
#define ROLLER_ASIDE 44.0
#define ROLLER_DOWN 50.0
#define RIBS 16
#define SWELLING_POINTS 9

/* Of the drawing, in units from its top. */
#define FLOOR_Y 1060.0

/* The outline of a chamber is drawn through so many points of either side. */
#define EDGE_POINTS 13

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };
static const GdkRGBA shade = { 0.30f, 0.10f, 0.05f, 1 };
static const GdkRGBA cloth = { 0.27f, 0.33f, 0.42f, 1 };
static const GdkRGBA lymph = { 0.31f, 0.54f, 0.36f, 1 };
static const GdkRGBA hose = { 0.80f, 0.84f, 0.88f, 1 };
static const GdkRGBA foam = { 0.36f, 0.51f, 0.56f, 1 };
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

/* Widens what lies between @left and @right by what @shape has at the height @y. */
static void
widen (const LegatoMapShape *shape, double y, double *left, double *right)
{
  const GArray *points = shape->outline->points;
  const LegatoMapBox *box = &shape->outline->box;

  if (y < box->y || y > box->y + box->height)
    return;
  for (guint p = 0; p < points->len; p++)
    {
      LegatoMapPoint a = g_array_index (points, LegatoMapPoint, p);
      LegatoMapPoint b = g_array_index (points, LegatoMapPoint, (p + 1) % points->len);
      double x;

      if ((a.y < y) == (b.y < y))
        continue;
      x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
      *left = MIN (*left, x);
      *right = MAX (*right, x);
    }
}

/* Where the leg begins and ends at the height @y; as if it were a line where there is none. */
static void
find_edges (const LegatoMapArt *art, LegatoLeg leg, double y, double *left, double *right)
{
  *left = G_MAXDOUBLE;
  *right = -G_MAXDOUBLE;
  for (guint i = 0; i < legato_map_art_get_n_shapes (art); i++)
    {
      const LegatoMapShape *shape = legato_map_art_get_shape (art, i);

      if (shape->leg == leg)
        widen (shape, y, left, right);
    }
  if (*left > *right)
    *left = *right = legato_map_art_get_width (art) / 2;
}

/* From the side: on which side of a leg, -1 or 1, a place lies that is worked on. */
static double
find_side (const LegatoMapArt *art, LegatoLeg leg, const LegatoMapShape *shape)
{
  LegatoMapBox all = { 0 };

  for (guint i = 0; i < legato_map_art_get_n_shapes (art); i++)
    if (legato_map_art_get_shape (art, i)->leg == leg)
      all = legato_map_box_union (all, legato_map_art_get_shape (art, i)->outline->box);
  return shape->outline->box.x + shape->outline->box.width / 2 < all.x + all.width / 2 ? -1 : 1;
}

/* The edge of the leg at the height @y on the side of the place in which @at lies. Where there is
 * no place, as in the hollow of the knee, that place goes as far as the leg. */
static double
find_edge (const LegatoMapArt *art, LegatoLeg leg, LegatoMapPoint at, double y, double *out)
{
  int index = legato_map_art_pick (art, at.x, at.y, 0);
  const LegatoMapShape *shape = index >= 0 ? legato_map_art_get_shape (art, (guint) index) : NULL;
  double left, right;

  find_edges (art, leg, y, &left, &right);
  *out = shape != NULL ? find_side (art, leg, shape) : 1;
  if (shape != NULL)
    widen (shape, y, &left, &right);
  return *out < 0 ? left : right;
}

/* Whether the place in which @at lies goes as far as the height @y. */
static gboolean
is_place_at (const LegatoMapArt *art, LegatoMapPoint at, double y)
{
  int index = legato_map_art_pick (art, at.x, at.y, 0);
  const LegatoMapBox *box;

  if (index < 0)
    return FALSE;
  box = &legato_map_art_get_shape (art, (guint) index)->outline->box;
  return y > box->y && y < box->y + box->height;
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

/** legato_skin_marks_find_side: -1 or 1: the side of the leg on which the muscle at @at lies */
int
legato_skin_marks_find_side (const LegatoMapArt *art, LegatoLeg leg, LegatoMapPoint at)
{
  double out;

  find_edge (art, leg, at, at.y, &out);
  return (int) out;
}

static LegatoMapBox
find_roller_below (const LegatoSkinMark *self, const LegatoMapArt *art, LegatoLeg leg)
{
  double out, size = self->radius;
  LegatoMapPoint rest = { find_edge (art, leg, self->at, self->at.y, &out), self->at.y };
  double reach = (2 * ROLLER_RADIUS + ROLLER_ASIDE) * size + EDGE, under = 110 * size;

  return (LegatoMapBox){ out < 0 ? rest.x - reach : rest.x - under, rest.y - 210 * size,
                         reach + under, 420 * size };
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
      return legato_map_art_is_from_side (art) ? find_roller_below (self, art, leg)
                                               : legato_figure_get_box (&roller);
    case LEGATO_SKIN_SLEEVE:
      box = find_leg (art, leg, SLEEVE_TOP, SLEEVE_BOTTOM);
      return (LegatoMapBox){ box.x - PUMP_AWAY - PUMP_WIDTH, box.y - CUFF,
                             box.width + 2 * (PUMP_AWAY + PUMP_WIDTH),
                             box.height + CUFF + PUMP_HEIGHT };
    case LEGATO_SKIN_MINUTES:
      reach *= 2.4;
      break;
    case LEGATO_SKIN_SINK:
      reach *= 1.12;
      break;
    case LEGATO_SKIN_FURROW:
      box = find_leg (art, leg, self->at.y - 2.5 * reach, self->at.y + 2.5 * reach);
      return (LegatoMapBox){ box.x - EDGE, box.y, box.width + 2 * EDGE, box.height };
    case LEGATO_SKIN_STRETCH:
      return find_stretch (self);
    case LEGATO_SKIN_NODES:
      reach *= 1.7;
      break;
    case LEGATO_SKIN_REST:
    case LEGATO_SKIN_GLOW:
    case LEGATO_SKIN_WAVE:
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

/* Under a forearm the flesh lies in shadow, and before it rises in a low wall, each from one edge
 * of the leg to the other. */
static void
draw_furrow (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  const struct
  {
    double along, broad;
    const GdkRGBA *color;
    double inner, alpha;
  } layers[] = { { 1.5, 0.62, &paper, 0.2, 0.4 },
                 { 2.05, 0.3, &shade, 0.1, 0.34 },
                 { 0, 1.7, &shade, 0.62, 0.62 } };
  cairo_t *cr = paint->cr;

  for (gsize i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      double y = self->at.y + self->up.y * layers[i].along * self->radius;
      double broad = layers[i].broad * self->radius, left, right;

      find_edges (paint->art, paint->leg, y, &left, &right);
      if (right - left < EDGE)
        continue;
      cairo_save (cr);
      cairo_translate (cr, (left + right) / 2, y);
      cairo_rotate (cr, atan2 (self->up.x, -self->up.y));
      cairo_scale (cr, (right - left) / 2 / broad, 1);
      fill_soft (paint, (LegatoMapPoint){ 0, 0 }, broad, layers[i].color, layers[i].inner,
                 layers[i].alpha * self->amount);
      cairo_restore (cr);
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

/* A ball that is pressed in: the flesh covers its upper edge and rises in a wall around it. */
static void
draw_rest (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  LegatoMapPoint above = { self->at.x, self->at.y - self->radius * (1.55 - 0.45 * self->amount) };
  const struct
  {
    double radius, width;
    const GdkRGBA *color;
    double alpha;
  } walls[] = { { 1.03, 5, &shade, 0.36 },
                { 1.2, 8, &paper, 0.16 },
                { 1.26, 14, &paper, 0.12 },
                { 1.42, 5, &shade, 0.12 } };

  cairo_save (paint->cr);
  cairo_arc (paint->cr, self->at.x, self->at.y, self->radius * 1.02, 0, 2 * G_PI);
  cairo_clip (paint->cr);
  fill_soft (paint, above, self->radius * 1.05, &shade, 0.55, 0.5 * self->amount);
  cairo_restore (paint->cr);
  for (gsize i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      cairo_new_path (paint->cr);
      cairo_arc (paint->cr, self->at.x, self->at.y, self->radius * walls[i].radius, 0, 2 * G_PI);
      legato_pen_set_color (paint->cr, walls[i].color, walls[i].alpha * self->amount);
      cairo_set_line_width (paint->cr, walls[i].width);
      cairo_stroke (paint->cr);
    }
}

/* Seen from the front or from behind the roller lies between the eye and the muscle that it
 * presses flat: the muscle shows through it, and swells beyond both of its edges. */
static void
draw_roller_before (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  LegatoFigure roller = get_roller (self);
  LegatoMapPoint along = { -roller.direction.x, -roller.direction.y };
  LegatoMapBox box = legato_figure_get_box (&roller);
  double half = 128 * self->radius;
  cairo_pattern_t *beside = legato_hand_sprites_get_leg (paint->sprites, paint->art, FALSE);
  cairo_pattern_t *on = legato_hand_sprites_get_leg (paint->sprites, paint->art, TRUE);
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
  cairo_set_source (cr, pressed);
  cairo_mask (cr, on);
  legato_hand_sprites_set_source (paint->sprites, cr, &roller);
  cairo_mask (cr, beside);
  cairo_restore (cr);
  cairo_pattern_destroy (pressed);
}

/* A cylinder from one end to the other, as far as its mantle is seen. */
static void
add_mantle (cairo_t *cr, LegatoMapPoint from, LegatoMapPoint to, double radius)
{
  double heading = atan2 (to.y - from.y, to.x - from.x);

  cairo_new_path (cr);
  cairo_arc (cr, to.x, to.y, radius, heading - G_PI / 2, heading + G_PI / 2);
  cairo_arc (cr, from.x, from.y, radius, heading + G_PI / 2, heading + 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Its side that is turned away from the light is darker; ribs show that it turns. */
static void
set_foam (cairo_t *cr, LegatoMapPoint at, LegatoMapPoint axis, double radius)
{
  double length = hypot (axis.x, axis.y);
  LegatoMapPoint across = { -axis.y / length * radius, axis.x / length * radius };
  cairo_pattern_t *round;

  if (across.x + across.y > 0)
    across = (LegatoMapPoint){ -across.x, -across.y };
  round = cairo_pattern_create_linear (at.x + across.x, at.y + across.y, at.x - across.x,
                                       at.y - across.y);
  cairo_pattern_add_color_stop_rgb (round, 0, foam.red * 0.8, foam.green * 0.8, foam.blue * 0.8);
  cairo_pattern_add_color_stop_rgb (round, 0.3, foam.red * 1.3, foam.green * 1.3, foam.blue * 1.3);
  cairo_pattern_add_color_stop_rgb (round, 1, foam.red * 0.5, foam.green * 0.5, foam.blue * 0.5);
  cairo_set_source (cr, round);
  cairo_pattern_destroy (round);
}

static void
stroke_ribs (cairo_t *cr, LegatoMapPoint from, LegatoMapPoint to, double radius, double turned)
{
  cairo_new_path (cr);
  for (int i = 0; i < RIBS; i++)
    {
      double angle = turned + 2 * G_PI * i / RIBS;
      double x = cos (angle) * radius, y = sin (angle) * radius;

      /* Those behind the nearer end are not seen. */
      if (x * (to.x - from.x) + y * (to.y - from.y) > 0)
        continue;
      cairo_move_to (cr, from.x + x * 0.98, from.y + y * 0.98);
      cairo_line_to (cr, to.x + x * 0.98, to.y + y * 0.98);
    }
  legato_pen_set_color (cr, &seam, 0.4);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

static void
draw_mantle (cairo_t *cr, LegatoMapPoint near, LegatoMapPoint far, double radius, double turned)
{
  LegatoMapPoint axis = { near.x - far.x, near.y - far.y };

  add_mantle (cr, near, far, radius);
  set_foam (cr, near, axis, radius);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, &seam, 1);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
  stroke_ribs (cr, near, far, radius, turned);
}

/* Clips to what lies beyond the edge of the place that is worked on, and of what follows above and
 * below as if it went on there. */
static void
clip_beyond (const LegatoSkinMark *self, const LegatoSkinPaint *paint, double top, double bottom)
{
  int index = legato_map_art_pick (paint->art, self->at.x, self->at.y, 0);
  double out = 1;

  if (index >= 0)
    {
      const LegatoMapBox *box = &legato_map_art_get_shape (paint->art, (guint) index)->outline->box;
      double far = 0;

      cairo_new_path (paint->cr);
      for (int i = 0; i < EDGE_POINTS; i++)
        {
          double y = top + (bottom - top) * i / (EDGE_POINTS - 1);
          double edge = find_edge (paint->art, paint->leg, self->at,
                                   CLAMP (y, box->y + 1, box->y + box->height - 1), &out);

          far = edge + out * 4 * ROLLER_RADIUS * self->radius;
          cairo_line_to (paint->cr, edge, y);
        }
      cairo_line_to (paint->cr, far, bottom);
      cairo_line_to (paint->cr, far, top);
      cairo_close_path (paint->cr);
    }
  cairo_clip (paint->cr);
}

/* The end that one looks at: foam round a hollow core. */
static void
draw_roller_end (cairo_t *cr, LegatoMapPoint at, double radius, double turned)
{
  static const struct
  {
    double radius;
    const GdkRGBA *color;
  } rings[] = { { 1, &foam }, { 0.66, &hose }, { 0.54, &seam } };

  for (gsize i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      cairo_new_path (cr);
      cairo_arc (cr, at.x, at.y, radius * rings[i].radius, 0, 2 * G_PI);
      legato_pen_set_color (cr, rings[i].color, 1);
      cairo_fill_preserve (cr);
      legato_pen_set_color (cr, &seam, 1);
      cairo_set_line_width (cr, 2.4);
      cairo_stroke (cr);
    }
  for (int i = 0; i < RIBS; i++)
    {
      double angle = turned + 2 * G_PI * i / RIBS;

      cairo_move_to (cr, at.x + cos (angle) * radius * 0.76, at.y + sin (angle) * radius * 0.76);
      cairo_line_to (cr, at.x + cos (angle) * radius * 0.92, at.y + sin (angle) * radius * 0.92);
    }
  legato_pen_set_color (cr, &seam, 0.5);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

/* Flesh that gives way to the roller swells beside it, between two heights. */
static void
draw_swelling (const LegatoSkinMark *self, const LegatoSkinPaint *paint, double from, double to)
{
  const LegatoSkin *skin = legato_hand_sprites_get_skin (paint->sprites);
  LegatoMapPoint outer[SWELLING_POINTS], inner[SWELLING_POINTS];
  double out = 1;

  for (int i = 0; i < SWELLING_POINTS; i++)
    {
      double part = (double) i / (SWELLING_POINTS - 1), y = from + part * (to - from);
      double edge = find_edge (paint->art, paint->leg, self->at, y, &out);

      double swell = sin (G_PI * sqrt (part));

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

/* Seen from the side the leg rests on the roller, whose nearer end sticks out from under it, and
 * the roller on the floor. */
static void
draw_roller_below (const LegatoSkinMark *self, const LegatoSkinPaint *paint)
{
  LegatoMapBox box = legato_skin_mark_get_box (self, paint->art, paint->leg);
  cairo_pattern_t *on = legato_hand_sprites_get_leg (paint->sprites, paint->art, TRUE);
  cairo_t *cr = paint->cr;
  double radius = ROLLER_RADIUS * self->radius, sink = ROLLER_SINK * self->radius;
  double chord = sqrt (2 * radius * sink - sink * sink);
  double edge, out, turned;
  LegatoMapPoint middle, near, far, axis;
  cairo_pattern_t *pressed, *floor;

  edge = find_edge (paint->art, paint->leg, self->at, self->at.y, &out);
  middle = (LegatoMapPoint){ edge + out * (radius - sink), self->at.y };
  axis = (LegatoMapPoint){ out * ROLLER_ASIDE * self->radius, ROLLER_DOWN * self->radius };
  near = (LegatoMapPoint){ middle.x + axis.x, middle.y + axis.y };
  far = (LegatoMapPoint){ middle.x - 0.4 * axis.x, middle.y - 0.4 * axis.y };
  turned = -out * self->at.y / radius;

  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  floor = cairo_pattern_create_linear (0, near.y - 2.2 * radius, 0, near.y + 1.7 * radius);
  cairo_pattern_add_color_stop_rgba (floor, 0, seam.red, seam.green, seam.blue, 0);
  cairo_pattern_add_color_stop_rgba (floor, 0.3, seam.red, seam.green, seam.blue, 0.45);
  cairo_pattern_add_color_stop_rgba (floor, 0.7, seam.red, seam.green, seam.blue, 0.45);
  cairo_pattern_add_color_stop_rgba (floor, 1, seam.red, seam.green, seam.blue, 0);
  cairo_set_source (cr, floor);
  cairo_pattern_destroy (floor);
  cairo_rectangle (cr, near.x + out * radius, near.y - 2.2 * radius, out * 5, 3.9 * radius);
  cairo_fill (cr);

  /* The farther half lies behind the leg. */
  cairo_save (cr);
  clip_beyond (self, paint, far.y - radius - EDGE, near.y);
  draw_mantle (cr, near, far, radius, turned);
  cairo_restore (cr);

  pressed = cairo_pattern_create_radial (middle.x, middle.y, radius - 4, middle.x, middle.y,
                                         radius + 30 * self->radius);
  cairo_pattern_add_color_stop_rgba (pressed, 0, shade.red, shade.green, shade.blue, 0.65);
  cairo_pattern_add_color_stop_rgba (pressed, 0.3, shade.red, shade.green, shade.blue, 0.3);
  cairo_pattern_add_color_stop_rgba (pressed, 1, shade.red, shade.green, shade.blue, 0);
  cairo_set_source (cr, pressed);
  cairo_pattern_destroy (pressed);
  cairo_mask (cr, on);

  for (int end = -1; end <= 1; end += 2)
    {
      double from = self->at.y + end * chord * 0.55, to = self->at.y + end * (chord + 54);

      /* Not across the hollow of the knee. */
      if (is_place_at (paint->art, self->at, to))
        draw_swelling (self, paint, from, to);
    }
  draw_mantle (cr, near, middle, radius, turned);
  draw_roller_end (cr, near, radius, turned);
  cairo_restore (cr);
}

/* The edges of a leg seen from its side, of which some are no place, so that the drawing does not
 * tell them: from the axis of the ankle to the front and the back, as build-aux/legdraw has it. */
static void
find_side_edges (const LegatoMapArt *art, LegatoLeg leg, double y, double *left, double *right)
{
  static const struct
  {
    double height, front, back;
  } outline[] = { { 750, 101, 87 }, { 700, 98, 83 }, { 650, 93, 79 }, { 600, 86, 73 },
                  { 560, 80, 65 },  { 535, 83, 59 }, { 510, 84, 55 }, { 485, 75, 53 },
                  { 455, 64, 59 },  { 420, 56, 70 }, { 380, 51, 81 }, { 340, 48, 85 },
                  { 300, 45, 80 },  { 260, 42, 68 }, { 220, 40, 55 }, { 180, 38, 45 },
                  { 140, 37, 39 },  { 110, 39, 38 }, { 80, 48, 44 } };
  const gsize calf = 11;
  double height = FLOOR_Y - y, part, front, back, axis;
  gsize i = 1;
  gboolean to_right;

  /* The toes reach farther than the heel; the calf's back is one of its edges. */
  find_edges (art, leg, FLOOR_Y - 20, left, right);
  axis = (*left + *right) / 2;
  find_edges (art, leg, FLOOR_Y - outline[calf].height, left, right);
  to_right = (*left + *right) / 2 < axis;
  axis = to_right ? *left + outline[calf].back : *right - outline[calf].back;
  while (i + 1 < G_N_ELEMENTS (outline) && outline[i].height > height)
    i++;
  part =
      CLAMP ((outline[i - 1].height - height) / (outline[i - 1].height - outline[i].height), 0, 1);
  front = outline[i - 1].front + part * (outline[i].front - outline[i - 1].front);
  back = outline[i - 1].back + part * (outline[i].back - outline[i - 1].back);
  *left = axis - (to_right ? back : front);
  *right = axis + (to_right ? front : back);
}

static void
find_sleeve_edges (const LegatoMapArt *art, LegatoLeg leg, double y, double *left, double *right)
{
  if (legato_map_art_is_from_side (art))
    find_side_edges (art, leg, y, left, right);
  else
    find_edges (art, leg, y, left, right);
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

      find_sleeve_edges (art, leg, y, &left, &right);
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

  find_sleeve_edges (art, leg, top + height / 2, &left, &right);
  left -= SLEEVE_PAD + SWELL;
  right += SLEEVE_PAD + SWELL;
  add_chamber (cr, art, leg, top, height, full, 0);
  fill_chamber (cr, &cloth, left, right);
  if (full > 0)
    {
      /* The air rises in it. */
      cairo_save (cr);
      cairo_new_path (cr);
      cairo_rectangle (cr, left - EDGE, top + height * (1 - full), right - left + 2 * EDGE,
                       height * full);
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

  find_sleeve_edges (art, leg, middle, &left, &right);
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

  find_sleeve_edges (art, leg, SLEEVE_BOTTOM - CUFF, &left, &right);
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
    case LEGATO_SKIN_BUZZ:
      draw_buzz (cr, self, accent);
      break;
    case LEGATO_SKIN_FURROW:
      draw_furrow (self, paint);
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
      if (legato_map_art_is_from_side (paint->art))
        draw_roller_below (self, paint);
      else
        draw_roller_before (self, paint);
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
