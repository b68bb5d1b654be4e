/* legato-pen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "legato-pen.h"

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };
static const GdkRGBA ink = { 0.16f, 0.10f, 0.08f, 1.0f };

/* How much thicker a limb's outline is, and where a ball with its line ends. */
#define RIM 0.085
#define BALL_REACH 0.325

typedef struct
{
  double x1, y1, x2, y2, width;
} Limb;

/* A right hand seen from its back, fingers up, 1 long, its middle at the origin. */
static const Limb palm[] = {
  { -0.085, 0.08, -0.07, 0.30, 0.24 },  { 0.085, 0.08, 0.07, 0.30, 0.24 },
  { 0.00, 0.08, 0.00, 0.30, 0.24 },     { -0.165, 0.04, -0.215, -0.20, 0.095 },
  { -0.06, 0.02, -0.075, -0.37, 0.10 }, { 0.05, 0.02, 0.055, -0.40, 0.10 },
  { 0.155, 0.04, 0.185, -0.30, 0.095 }, { -0.13, 0.27, -0.37, 0.06, 0.115 },
};

/* A loose fist: four knuckles before the back of the hand, the thumb alongside. */
static const Limb fist[] = {
  { -0.10, 0.02, -0.10, 0.20, 0.26 },   { 0.10, 0.02, 0.10, 0.20, 0.26 },
  { -0.17, -0.14, -0.17, -0.06, 0.13 }, { -0.055, -0.18, -0.055, -0.06, 0.13 },
  { 0.06, -0.18, 0.06, -0.06, 0.13 },   { 0.17, -0.13, 0.17, -0.06, 0.13 },
  { -0.25, 0.20, -0.26, -0.02, 0.11 },
};

static const Limb bar = { -0.5, 0, 0.5, 0, 0.26 };

static const Limb thumb[] = {
  { 0.0, -0.02, 0.03, 0.22, 0.20 },
  { 0.05, 0.30, 0.10, 0.42, 0.24 },
};

static const Limb fingertips[] = {
  { -0.15, -0.20, -0.14, 0.20, 0.125 },
  { 0.00, -0.28, 0.00, 0.20, 0.125 },
  { 0.15, -0.22, 0.14, 0.20, 0.125 },
  { -0.12, 0.26, 0.12, 0.26, 0.20 },
};

/** legato_pen_outline: appends @outline to the current path */
void
legato_pen_outline (cairo_t *cr, const LegatoMapPath *outline)
{
  guint next = 0;

  for (guint i = 0; i < outline->points->len; i++)
    {
      LegatoMapPoint point = g_array_index (outline->points, LegatoMapPoint, i);

      if (next < outline->starts->len && g_array_index (outline->starts, guint, next) == i)
        {
          if (i > 0)
            cairo_close_path (cr);
          cairo_move_to (cr, point.x, point.y);
          next++;
        }
      else
        cairo_line_to (cr, point.x, point.y);
    }
  cairo_close_path (cr);
}

/** legato_pen_set_color: @color with its opacity multiplied by @alpha (0 to 1) */
void
legato_pen_set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/** legato_pen_text: bold @text centred at (@x, @y), @size high in user units */
void
legato_pen_text (cairo_t *cr,
                 PangoContext *context,
                 const char *text,
                 double x,
                 double y,
                 double size,
                 const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (context));
  PangoRectangle box;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &box);

  legato_pen_set_color (cr, color, 1);
  cairo_move_to (cr, x - (double) box.width / PANGO_SCALE / 2,
                 y - (double) box.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/** legato_pen_badge: a disc with a short text */
void
legato_pen_badge (cairo_t *cr,
                  PangoContext *context,
                  const char *text,
                  LegatoMapPoint at,
                  double radius,
                  const GdkRGBA *fill,
                  const GdkRGBA *letters)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  legato_pen_set_color (cr, fill, 1);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, letters, 1);
  cairo_set_line_width (cr, radius * 0.12);
  cairo_stroke (cr);
  legato_pen_text (cr, context, text, at.x, at.y, radius * 1.25, letters);
}

/** legato_pen_check: the quiet sign for "done" */
void
legato_pen_check (cairo_t *cr, LegatoMapPoint at, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  legato_pen_set_color (cr, &paper, 0.85);
  cairo_fill (cr);
  cairo_move_to (cr, at.x - radius * 0.45, at.y + radius * 0.05);
  cairo_line_to (cr, at.x - radius * 0.1, at.y + radius * 0.4);
  cairo_line_to (cr, at.x + radius * 0.5, at.y - radius * 0.38);
  legato_pen_set_color (cr, &ink, 0.85);
  cairo_set_line_width (cr, radius * 0.24);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/** legato_pen_arrowhead: appends a triangle whose tip is at @at */
void
legato_pen_arrowhead (cairo_t *cr, LegatoMapPoint at, LegatoMapPoint direction, double size)
{
  double back_x = at.x - direction.x * size, back_y = at.y - direction.y * size;

  cairo_move_to (cr, at.x, at.y);
  cairo_line_to (cr, back_x - direction.y * size * 0.6, back_y + direction.x * size * 0.6);
  cairo_line_to (cr, back_x + direction.x * size * 0.3, back_y + direction.y * size * 0.3);
  cairo_line_to (cr, back_x + direction.y * size * 0.6, back_y - direction.x * size * 0.6);
  cairo_close_path (cr);
}

static void
draw_limbs (cairo_t *cr, const Limb *limbs, gsize n_limbs, const GdkRGBA *color, double grow)
{
  legato_pen_set_color (cr, color, 1);
  for (gsize i = 0; i < n_limbs; i++)
    {
      cairo_set_line_width (cr, limbs[i].width + grow);
      cairo_move_to (cr, limbs[i].x1, limbs[i].y1);
      cairo_line_to (cr, limbs[i].x2, limbs[i].y2);
      cairo_stroke (cr);
    }
}

/* Each limb is a thick line: first all a little thicker in the accent, which leaves one outline. */
static void
draw_hand (cairo_t *cr, const Limb *limbs, gsize n_limbs, const GdkRGBA *accent)
{
  draw_limbs (cr, limbs, n_limbs, accent, RIM);
  draw_limbs (cr, limbs, n_limbs, &paper, 0);
}

static void
draw_ball (cairo_t *cr, const GdkRGBA *accent)
{
  cairo_arc (cr, 0, 0, 0.3, 0, 2 * G_PI);
  legato_pen_set_color (cr, &paper, 1);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, accent, 1);
  cairo_set_line_width (cr, 0.045);
  cairo_stroke (cr);
  cairo_arc (cr, -0.42, 0, 0.3, -0.75, 0.75);
  cairo_stroke (cr);
  cairo_arc (cr, 0.42, 0, 0.3, G_PI - 0.75, G_PI + 0.75);
  cairo_stroke (cr);
}

static void
draw_roller (cairo_t *cr, const GdkRGBA *accent)
{
  draw_hand (cr, &bar, 1, accent);
  legato_pen_set_color (cr, accent, 0.7);
  cairo_set_line_width (cr, 0.035);
  for (int i = -4; i <= 4; i++)
    {
      cairo_move_to (cr, i * 0.11 - 0.03, -0.10);
      cairo_line_to (cr, i * 0.11 + 0.03, 0.10);
      cairo_stroke (cr);
    }
}

static LegatoMapBox
box_limbs (const Limb *limbs, gsize n_limbs)
{
  double left = 0, top = 0, right = 0, bottom = 0;

  for (gsize i = 0; i < n_limbs; i++)
    {
      const Limb *limb = &limbs[i];
      double half = (limb->width + RIM) / 2;

      left = MIN (left, MIN (limb->x1, limb->x2) - half);
      top = MIN (top, MIN (limb->y1, limb->y2) - half);
      right = MAX (right, MAX (limb->x1, limb->x2) + half);
      bottom = MAX (bottom, MAX (limb->y1, limb->y2) + half);
    }
  return (LegatoMapBox){ left, top, right - left, bottom - top };
}

/** legato_pen_get_hand_box: how far a hand of size 1 with fingers up reaches from its middle */
LegatoMapBox
legato_pen_get_hand_box (LegatoHand hand)
{
  switch (hand)
    {
    case LEGATO_HAND_PALM:
      return box_limbs (palm, G_N_ELEMENTS (palm));
    case LEGATO_HAND_FIST:
      return box_limbs (fist, G_N_ELEMENTS (fist));
    case LEGATO_HAND_THUMB:
      return box_limbs (thumb, G_N_ELEMENTS (thumb));
    case LEGATO_HAND_FINGERTIPS:
      return box_limbs (fingertips, G_N_ELEMENTS (fingertips));
    case LEGATO_HAND_BALL:
      return (LegatoMapBox){ -BALL_REACH, -BALL_REACH, 2 * BALL_REACH, 2 * BALL_REACH };
    case LEGATO_HAND_ROLLER:
      return box_limbs (&bar, 1);
    default:
      g_assert_not_reached ();
    }
}

/**
 * legato_pen_hand:
 * @at: its middle
 * @direction: where its fingers point, of length 1
 * @size: length of a hand in user units
 * @mirrored: a left hand instead of a right one
 */
void
legato_pen_hand (cairo_t *cr,
                 LegatoHand hand,
                 LegatoMapPoint at,
                 LegatoMapPoint direction,
                 double size,
                 gboolean mirrored,
                 const GdkRGBA *accent)
{
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, atan2 (direction.x, -direction.y));
  cairo_scale (cr, mirrored ? -size : size, size);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  switch (hand)
    {
    case LEGATO_HAND_PALM:
      draw_hand (cr, palm, G_N_ELEMENTS (palm), accent);
      break;
    case LEGATO_HAND_FIST:
      draw_hand (cr, fist, G_N_ELEMENTS (fist), accent);
      break;
    case LEGATO_HAND_THUMB:
      draw_hand (cr, thumb, G_N_ELEMENTS (thumb), accent);
      break;
    case LEGATO_HAND_FINGERTIPS:
      draw_hand (cr, fingertips, G_N_ELEMENTS (fingertips), accent);
      break;
    case LEGATO_HAND_BALL:
      draw_ball (cr, accent);
      break;
    case LEGATO_HAND_ROLLER:
      draw_roller (cr, accent);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_restore (cr);
}
