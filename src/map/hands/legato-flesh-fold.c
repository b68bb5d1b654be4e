/* legato-flesh-fold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-flesh-fold.h"
#include "legato-pen.h"

/* Half of the length and of the breadth of a fold at its highest, in units; how far its shadow goes
 * beyond it; and how many fibres run along each side of its ridge. */
#define LENGTH 98.0
#define BREADTH 46.0
#define SHADOW 14.0
#define FIBRES 3

/** legato_flesh_fold_get_box: all that is painted of a fold, in units from its middle */
LegatoMapBox
legato_flesh_fold_get_box (void)
{
  return (LegatoMapBox){ -BREADTH - SHADOW, -LENGTH - SHADOW, 2 * (BREADTH + SHADOW),
                         2 * (LENGTH + SHADOW) };
}

/* From the upper end to the lower, so far out at its fullest. */
static void
add_side (cairo_t *cr, double length, double breadth)
{
  cairo_move_to (cr, 0, -length);
  cairo_curve_to (cr, breadth * 0.8, -length * 0.92, breadth, -length * 0.45, breadth, 0);
  cairo_curve_to (cr, breadth, length * 0.45, breadth * 0.8, length * 0.92, 0, length);
}

static void
add_fold (cairo_t *cr, double length, double breadth)
{
  cairo_new_path (cr);
  add_side (cr, length, breadth);
  add_side (cr, length, -breadth);
}

/* Nothing at both ends, which are one with the leg. */
static cairo_pattern_t *
make_ends (double length, const GdkRGBA *color, double alpha)
{
  cairo_pattern_t *ends = cairo_pattern_create_linear (0, -length, 0, length);
  static const double parts[][2] = { { 0, 0 },    { 0.12, 0.05 }, { 0.25, 0.35 }, { 0.38, 1 },
                                     { 0.62, 1 }, { 0.75, 0.35 }, { 0.88, 0.05 }, { 1, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    cairo_pattern_add_color_stop_rgba (ends, parts[i][0], color->red, color->green, color->blue,
                                       alpha * parts[i][1]);
  return ends;
}

static void
set_fading (cairo_t *cr, double length, const GdkRGBA *color, double alpha)
{
  cairo_pattern_t *ends = make_ends (length, color, alpha);

  cairo_set_source (cr, ends);
  cairo_pattern_destroy (ends);
}

/* Round from side to side: the light comes from the upper left. */
static void
fill_body (cairo_t *cr, double length, double breadth, const LegatoSkin *skin)
{
  const struct
  {
    double at;
    const GdkRGBA *color;
    double part; /* of it, else of the muscle's own */
  } stops[] = { { 0, &skin->muscle_line, 1 },      { 0.12, &skin->muscle_line, 0.6 },
                { 0.27, &skin->muscle, 1 },        { 0.4, &skin->light, 0.7 },
                { 0.47, &skin->light, 0.7 },       { 0.6, &skin->muscle, 1 },
                { 0.78, &skin->muscle_line, 0.5 }, { 1, &skin->muscle_line, 1 } };
  cairo_pattern_t *round = cairo_pattern_create_linear (-breadth, 0, breadth, 0), *ends;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const GdkRGBA *a = &skin->muscle, *b = stops[i].color;
      double part = stops[i].part;

      cairo_pattern_add_color_stop_rgb (round, stops[i].at, a->red + part * (b->red - a->red),
                                        a->green + part * (b->green - a->green),
                                        a->blue + part * (b->blue - a->blue));
    }
  ends = make_ends (length, &skin->muscle, 1);
  cairo_save (cr);
  add_fold (cr, length, breadth);
  cairo_clip (cr);
  cairo_set_source (cr, round);
  cairo_mask (cr, ends);
  cairo_restore (cr);
  cairo_pattern_destroy (round);
  cairo_pattern_destroy (ends);
}

/**
 * legato_flesh_fold_draw:
 * @cr: in units, its origin at the middle of the fold, which runs along y
 * @height: how far it is lifted, 0 to 1
 *
 * A fold of muscle as it stands between two hands: it throws a shadow, its ridge catches the light,
 * its fibres bow round it.
 */
void
legato_flesh_fold_draw (cairo_t *cr, double height, const LegatoSkin *skin)
{
  double length = LENGTH * (0.76 + 0.24 * height), breadth = BREADTH * (1 - 0.18 * height);

  g_return_if_fail (cr != NULL && skin != NULL);
  g_return_if_fail (height >= 0 && height <= 1);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int i = 0; i < 4; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, 3 * height, 2 * height);
      add_fold (cr, length + 2, breadth + SHADOW * (0.3 + 0.7 * height) * (4 - i) / 4.0);
      cairo_restore (cr);
      set_fading (cr, length, &skin->muscle_line, 0.24);
      cairo_fill (cr);
    }
  fill_body (cr, length, breadth, skin);
  for (int side = -1; side <= 1; side += 2)
    {
      for (int i = 1; i <= FIBRES; i++)
        {
          cairo_new_path (cr);
          add_side (cr, length * 0.97, side * breadth * i / (FIBRES + 1.0));
          set_fading (cr, length, &skin->muscle_line, 0.4);
          cairo_set_line_width (cr, 1.3);
          cairo_stroke (cr);
        }
      cairo_new_path (cr);
      add_side (cr, length, side * breadth);
      set_fading (cr, length, &skin->muscle_line, 1);
      cairo_set_line_width (cr, 2.6);
      cairo_stroke (cr);
    }
  /* The ridge. */
  cairo_save (cr);
  cairo_translate (cr, -breadth * 0.14, 0);
  add_fold (cr, length * 0.6, breadth * 0.15);
  cairo_restore (cr);
  set_fading (cr, length * 0.6, &skin->light, 0.12 + 0.33 * height);
  cairo_fill (cr);
}
