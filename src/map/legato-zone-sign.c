/* legato-zone-sign.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-pen.h"
#include "legato-zone-sign.h"

/* The distance between two lines of the hatch and the thickness of each, in logical pixels. */
#define HATCH_APART 9.0
#define HATCH_WIDTH 1.6

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA ink = { 0.10f, 0.06f, 0.05f, 1 };

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance as WCAG 2.1 defines it. */
static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * to_linear (color->red) + 0.7152 * to_linear (color->green)
         + 0.0722 * to_linear (color->blue);
}

/** legato_zone_sign_get_ink: (transfer none): black or white, whichever reads better on @fill */
const GdkRGBA *
legato_zone_sign_get_ink (const GdkRGBA *fill)
{
  double light = get_luminance (fill) + 0.05;
  double on_white = (get_luminance (&white) + 0.05) / light;
  double on_ink = light / (get_luminance (&ink) + 0.05);

  return on_white > on_ink ? &white : &ink;
}

/**
 * legato_zone_sign_hatch:
 * @cr: in units of the drawing
 * @scale: logical pixels a unit
 * @strength: up to 1, which is the strongest
 *
 * Fills the zone with slanting lines, dark on light, so that they are seen on every skin tone.
 */
void
legato_zone_sign_hatch (cairo_t *cr, const LegatoMapShape *shape, double scale, double strength)
{
  const LegatoMapBox *box = &shape->outline->box;
  double apart = HATCH_APART / scale;

  cairo_save (cr);
  cairo_new_path (cr);
  legato_pen_outline (cr, shape->outline);
  legato_pen_set_color (cr, &white, 0.25 * strength);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  for (double x = box->x - box->height; x < box->x + box->width; x += apart)
    {
      cairo_move_to (cr, x, box->y + box->height);
      cairo_line_to (cr, x + box->height, box->y);
    }
  legato_pen_set_color (cr, &white, 0.85 * strength);
  cairo_set_line_width (cr, 2.2 * HATCH_WIDTH / scale);
  cairo_stroke_preserve (cr);
  legato_pen_set_color (cr, &ink, 0.85 * strength);
  cairo_set_line_width (cr, HATCH_WIDTH / scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/** legato_zone_sign_blocked: a ring with a bar across: nothing is done here */
void
legato_zone_sign_blocked (cairo_t *cr, LegatoMapPoint at, double radius)
{
  double reach = radius * 0.72 * G_SQRT2 / 2;

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  legato_pen_set_color (cr, &white, 1);
  cairo_fill (cr);
  cairo_arc (cr, at.x, at.y, radius * 0.8, 0, 2 * G_PI);
  cairo_move_to (cr, at.x - reach, at.y - reach);
  cairo_line_to (cr, at.x + reach, at.y + reach);
  legato_pen_set_color (cr, &ink, 1);
  cairo_set_line_width (cr, radius * 0.24);
  cairo_stroke (cr);
}
