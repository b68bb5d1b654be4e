/* legato-hand-tools.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-tools.h"
#include "legato-pen.h"

#define RIM 2.2

#define BALL_RADIUS 37.0

static const GdkRGBA line = { 0.13f, 0.15f, 0.18f, 1 };
static const GdkRGBA dark = { 0.31f, 0.35f, 0.40f, 1 };
static const GdkRGBA body = { 0.38f, 0.42f, 0.47f, 1 };
static const GdkRGBA pale = { 0.72f, 0.76f, 0.80f, 1 };
static const GdkRGBA foam = { 0.36f, 0.51f, 0.56f, 1 };
static const GdkRGBA felt = { 0.83f, 0.87f, 0.36f, 1 };
static const GdkRGBA glow = { 0.45f, 0.82f, 0.96f, 1 };
static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA shade = LEGATO_SKIN_SHADE;

/* Half of a roller's length and thickness, and half of the breadth in which its end is seen. */
#define ROLLER_LENGTH 185.0
#define ROLLER_RADIUS 83.5
#define ROLLER_END 22.0

/* Half of a stick's length, its handles and its beads. */
#define STICK_LENGTH 245.0
#define STICK_HANDLE 120.0
#define STICK_BEADS 12

/* A gun stands on the muscle, its body towards the eye and a little aside, so that of its length
 * only a part is seen: where that begins and ends, half of the breadth there, and how round the
 * ends look. Its handle is seen in full. */
#define GUN_HEAD 25.0
#define GUN_FRONT 26.0
#define GUN_FRONT_RADIUS 30.0
#define GUN_BACK 74.0
#define GUN_BACK_RADIUS 41.0
#define GUN_ROUND 0.88
#define GUN_HANDLE 208.0
#define GUN_HANDLE_RADIUS 22.0

/* Sizes are true ones. */
static const LegatoMapBox boxes[] = {
  [LEGATO_TOOL_STICK] = { -STICK_LENGTH - 3, -24, 2 * STICK_LENGTH + 6, 48 },
  [LEGATO_TOOL_GUN] = { -GUN_HANDLE - 3, -GUN_HEAD - 3, GUN_HANDLE + GUN_BACK_RADIUS + 6, 144 },
  [LEGATO_TOOL_BALL] = { -43, -43, 86, 86 },
  [LEGATO_TOOL_ROLLER] = { -ROLLER_LENGTH - 3, -ROLLER_RADIUS - 3, 2 * ROLLER_LENGTH + 6,
                           2 * ROLLER_RADIUS + 6 },
};

/** legato_hand_tool_get_box: @tool: stick, gun, ball or roller: all that is painted of a tool, in
 * units from the place that touches */
LegatoMapBox
legato_hand_tool_get_box (LegatoTool tool)
{
  return boxes[tool];
}

static void
add_bar (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_arc (cr, x + width - radius, y + radius, radius, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, 0.5 * G_PI);
  cairo_arc (cr, x + radius, y + height - radius, radius, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
}

/* Round like a cylinder whose axis lies along x (@upright: along y). */
static void
fill_round (cairo_t *cr, const GdkRGBA *color, double from, double to, gboolean upright)
{
  cairo_pattern_t *shine = upright ? cairo_pattern_create_linear (from, 0, to, 0)
                                   : cairo_pattern_create_linear (0, from, 0, to);
  static const double lights[][2] = { { 0, 0.7 }, { 0.3, 1.25 }, { 0.6, 1 }, { 1, 0.5 } };

  for (gsize i = 0; i < G_N_ELEMENTS (lights); i++)
    cairo_pattern_add_color_stop_rgb (shine, lights[i][0], MIN (1, color->red * lights[i][1]),
                                      MIN (1, color->green * lights[i][1]),
                                      MIN (1, color->blue * lights[i][1]));
  cairo_set_source (cr, shine);
  cairo_pattern_destroy (shine);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, &line, 1);
  cairo_set_line_width (cr, RIM);
  cairo_stroke (cr);
}

static void
draw_stick (cairo_t *cr)
{
  add_bar (cr, -STICK_BEADS * 11, -6, STICK_BEADS * 22, 12, 4);
  fill_round (cr, &pale, -6, 6, FALSE);
  for (int i = 0; i < STICK_BEADS; i++)
    {
      add_bar (cr, (i - STICK_BEADS / 2.0) * 20, -20, 19, 40, 8);
      fill_round (cr, i % 2 == 0 ? &foam : &pale, -20, 20, FALSE);
    }
  for (int side = -1; side <= 1; side += 2)
    {
      add_bar (cr, side < 0 ? -STICK_LENGTH : STICK_LENGTH - STICK_HANDLE, -18, STICK_HANDLE, 36,
               14);
      fill_round (cr, &dark, -18, 18, FALSE);
    }
}

/* A round end of the gun, seen askew. */
static void
add_disc (cairo_t *cr, double y, double radius)
{
  cairo_new_path (cr);
  cairo_save (cr);
  cairo_translate (cr, 0, y);
  cairo_scale (cr, radius, radius * GUN_ROUND);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
}

/* The body between both ends, from one height to another. */
static void
add_mantle (cairo_t *cr, double from, double from_radius, double to, double to_radius)
{
  cairo_new_path (cr);
  cairo_save (cr);
  cairo_translate (cr, 0, from);
  cairo_scale (cr, from_radius, from_radius * GUN_ROUND);
  cairo_arc (cr, 0, 0, 1, G_PI, 2 * G_PI);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, 0, to);
  cairo_scale (cr, to_radius, to_radius * GUN_ROUND);
  cairo_arc (cr, 0, 0, 1, 0, G_PI);
  cairo_restore (cr);
  cairo_close_path (cr);
}

/* What is farthest from the eye first: head, piston, collar, handle and motor, whose back end with
 * a ring of light is nearest. */
static void
draw_gun (cairo_t *cr)
{
  const double middle = LEGATO_GUN_GRIP_Y;

  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, GUN_HEAD, 0, 2 * G_PI);
  fill_round (cr, &dark, -GUN_HEAD, GUN_HEAD, TRUE);
  cairo_save (cr);
  cairo_translate (cr, -9, -9);
  cairo_scale (cr, 8, 6);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
  legato_pen_set_color (cr, &white, 0.35);
  cairo_fill (cr);
  add_mantle (cr, 16, 9, GUN_FRONT, 10);
  fill_round (cr, &pale, -10, 10, TRUE);
  add_bar (cr, -GUN_HANDLE, middle - GUN_HANDLE_RADIUS, GUN_HANDLE - 8, 2 * GUN_HANDLE_RADIUS, 18);
  fill_round (cr, &dark, middle - GUN_HANDLE_RADIUS, middle + GUN_HANDLE_RADIUS, FALSE);
  add_mantle (cr, GUN_FRONT, 0.66 * GUN_FRONT_RADIUS, GUN_FRONT + 13, GUN_FRONT_RADIUS);
  fill_round (cr, &dark, -GUN_FRONT_RADIUS, GUN_FRONT_RADIUS, TRUE);
  add_mantle (cr, GUN_FRONT + 13, GUN_FRONT_RADIUS, GUN_BACK, GUN_BACK_RADIUS);
  fill_round (cr, &body, -GUN_BACK_RADIUS, GUN_BACK_RADIUS, TRUE);
  add_disc (cr, GUN_BACK, GUN_BACK_RADIUS);
  fill_round (cr, &body, -1.3 * GUN_BACK_RADIUS, 2 * GUN_BACK_RADIUS, TRUE);
  add_disc (cr, GUN_BACK, 0.72 * GUN_BACK_RADIUS);
  legato_pen_set_color (cr, &line, 1);
  cairo_set_line_width (cr, 7);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, &glow, 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke (cr);
  add_disc (cr, GUN_BACK, 0.34 * GUN_BACK_RADIUS);
  legato_pen_set_color (cr, &line, 0.9);
  cairo_fill (cr);
}

/* Round and soft: full as far as the part @inner of the radius, then less. */
static void
fill_soft (cairo_t *cr, double y, double radius, double inner, double alpha)
{
  cairo_pattern_t *fade = cairo_pattern_create_radial (0, y, 0, 0, y, radius);

  cairo_pattern_add_color_stop_rgba (fade, inner, shade.red, shade.green, shade.blue, alpha);
  cairo_pattern_add_color_stop_rgba (fade, 1, shade.red, shade.green, shade.blue, 0);
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
  cairo_fill (cr);
}

/* What sinks in lies in shade, and the flesh covers its upper edge. */
static void
draw_flesh (cairo_t *cr, double sunk)
{
  const double radius = BALL_RADIUS + 2;

  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  fill_soft (cr, -radius * (1.55 - 0.45 * sunk), radius * 1.05, 0.55, 0.5 * sunk);
  cairo_arc (cr, 0, 0, radius * 1.03, 0, 2 * G_PI);
  legato_pen_set_color (cr, &shade, 0.36 * sunk);
  cairo_set_line_width (cr, 5);
  cairo_stroke (cr);
}

static void
draw_ball (cairo_t *cr, double sunk)
{
  cairo_pattern_t *shine = cairo_pattern_create_radial (-12, -14, 4, 0, 0, BALL_RADIUS);

  cairo_pattern_add_color_stop_rgb (shine, 0, 0.96, 0.98, 0.62);
  cairo_pattern_add_color_stop_rgb (shine, 0.6, felt.red, felt.green, felt.blue);
  cairo_pattern_add_color_stop_rgb (shine, 1, 0.55, 0.60, 0.17);
  cairo_arc (cr, 0, 0, BALL_RADIUS, 0, 2 * G_PI);
  cairo_set_source (cr, shine);
  cairo_pattern_destroy (shine);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, &line, 1);
  cairo_set_line_width (cr, RIM);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 3);
  for (int side = -1; side <= 1; side += 2)
    {
      double middle = side < 0 ? 0 : G_PI;

      cairo_new_path (cr);
      cairo_arc (cr, side * 50, 0, 36, middle - 0.7, middle + 0.7);
      legato_pen_set_color (cr, &white, 0.9);
      cairo_stroke (cr);
    }
  if (sunk > 0)
    draw_flesh (cr, sunk);
}

/* Seen a little from one end, where its hollow core shows that it is round. */
static void
draw_roller (cairo_t *cr)
{
  const double end = ROLLER_LENGTH - ROLLER_END;

  cairo_new_sub_path (cr);
  cairo_save (cr);
  cairo_translate (cr, -end, 0);
  cairo_scale (cr, ROLLER_END, ROLLER_RADIUS);
  cairo_arc (cr, 0, 0, 1, 0.5 * G_PI, 1.5 * G_PI);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, end, 0);
  cairo_scale (cr, ROLLER_END, ROLLER_RADIUS);
  cairo_arc (cr, 0, 0, 1, -0.5 * G_PI, 0.5 * G_PI);
  cairo_restore (cr);
  cairo_close_path (cr);
  fill_round (cr, &foam, -ROLLER_RADIUS, ROLLER_RADIUS, FALSE);
  for (int row = -2; row <= 2; row++)
    for (int i = -5; i <= 6; i++)
      {
        double height = 26 * (1 - 0.2 * row * row);

        add_bar (cr, i * 25 - 12 + (row % 2 != 0 ? 12 : 0), row * 33 - height / 2, 17, height, 4);
        legato_pen_set_color (cr, &line, 0.2);
        cairo_fill (cr);
      }
  for (int ring = 0; ring < 3; ring++)
    {
      static const double sizes[] = { 1, 0.86, 0.5 };
      const GdkRGBA *const colors[] = { &foam, &pale, &line };

      cairo_save (cr);
      cairo_translate (cr, -end, 0);
      cairo_scale (cr, ROLLER_END * sizes[ring], ROLLER_RADIUS * sizes[ring]);
      cairo_new_path (cr);
      cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
      cairo_restore (cr);
      legato_pen_set_color (cr, colors[ring], 1);
      cairo_fill_preserve (cr);
      legato_pen_set_color (cr, &line, 1);
      cairo_set_line_width (cr, RIM);
      cairo_stroke (cr);
    }
}

/** legato_hand_tool_draw: @cr: in units of the drawing, its origin at the place that touches; a
 * stick or a roller lies along x; @sunk: how far a ball has sunk into the flesh, 0 to 1 */
void
legato_hand_tool_draw (cairo_t *cr, LegatoTool tool, double sunk)
{
  static void (*const draw[]) (cairo_t *) = {
    [LEGATO_TOOL_STICK] = draw_stick,
    [LEGATO_TOOL_GUN] = draw_gun,
    [LEGATO_TOOL_ROLLER] = draw_roller,
  };

  cairo_new_path (cr);
  if (tool == LEGATO_TOOL_BALL)
    draw_ball (cr, sunk);
  else
    draw[tool](cr);
}
