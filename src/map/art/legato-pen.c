/* legato-pen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "legato-pen.h"

/* Between the points of a rounded outline, in units of the drawing. */
#define ROUND_STEP 2.0

/* How far around a corner the line gives way, in units of the drawing. */
#define ROUND_REACH 14.0

static const GdkRGBA paper = { 1.0f, 0.98f, 0.96f, 1.0f };
static const GdkRGBA ink = { 0.16f, 0.10f, 0.08f, 1.0f };

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

/* The points of @outline's only subpath, ROUND_STEP apart. */
static GArray *
resample (const LegatoMapPath *outline)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (LegatoMapPoint));
  guint n = outline->points->len;
  double next = 0;

  for (guint i = 0; i < n; i++)
    {
      LegatoMapPoint from = g_array_index (outline->points, LegatoMapPoint, i);
      LegatoMapPoint to = g_array_index (outline->points, LegatoMapPoint, (i + 1) % n);
      double length = hypot (to.x - from.x, to.y - from.y);

      for (; next < length; next += ROUND_STEP)
        {
          LegatoMapPoint point = { from.x + (to.x - from.x) * next / length,
                                   from.y + (to.y - from.y) * next / length };

          g_array_append_val (result, point);
        }
      next -= length;
    }
  return result;
}

/**
 * legato_pen_round_outline:
 * @outline: one closed subpath
 *
 * Appends @outline to the current path with its corners rounded, as flesh has none.
 */
void
legato_pen_round_outline (cairo_t *cr, const LegatoMapPath *outline)
{
  g_autoptr (GArray) points = resample (outline);
  guint n = points->len;
  guint k = MIN ((guint) (ROUND_REACH / ROUND_STEP), n / 8);

  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    {
      LegatoMapPoint sum = { 0, 0 };

      /* The mean of what lies around a point leaves a curve as it is, and a corner not. */
      for (guint j = 0; j <= 2 * k; j++)
        {
          LegatoMapPoint point = g_array_index (points, LegatoMapPoint, (i + n - k + j) % n);

          sum.x += point.x;
          sum.y += point.y;
        }
      cairo_line_to (cr, sum.x / (2 * k + 1), sum.y / (2 * k + 1));
    }
  cairo_close_path (cr);
}

/** legato_pen_set_color: @color with its opacity multiplied by @alpha (0 to 1) */
void
legato_pen_set_color (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/* Bold @text centred at (@x, @y), @size high in user units. */
static void
draw_text (cairo_t *cr,
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

/** legato_pen_get_badge_width: of legato_pen_badge() without its line, for a height of 2 * @radius
 */
double
legato_pen_get_badge_width (const char *text, double radius)
{
  return 2 * radius * MAX (1, 0.36 * (double) g_utf8_strlen (text, -1) + 0.36);
}

/** legato_pen_badge: a disc with a short text, or as long as a longer one needs */
void
legato_pen_badge (cairo_t *cr,
                  PangoContext *context,
                  const char *text,
                  LegatoMapPoint at,
                  double radius,
                  const GdkRGBA *fill,
                  const GdkRGBA *letters)
{
  double aside = legato_pen_get_badge_width (text, radius) / 2 - radius;

  cairo_new_path (cr);
  cairo_arc (cr, at.x + aside, at.y, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, at.x - aside, at.y, radius, G_PI / 2, 1.5 * G_PI);
  cairo_close_path (cr);
  legato_pen_set_color (cr, fill, 1);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, letters, 1);
  cairo_set_line_width (cr, radius * 0.12);
  cairo_stroke (cr);
  draw_text (cr, context, text, at.x, at.y, radius * 1.25, letters);
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
