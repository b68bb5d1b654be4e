/* legato-flesh-fold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-flesh-fold.h"
#include "legato-hand-joints.h"
#include "legato-pen.h"

/* So many fibres run on each side of the ridge. */
#define FIBRES 3

/* So far the flesh goes on beyond the tips that hold it: of a hand that is open, and of one that is
 * closed, in units. */
#define BEYOND_OPEN 24.0
#define BEYOND_CLOSED 56.0

/* A hand that is closed by this part or more hides the leg in its grip. */
#define HIDES 0.24

/* What is painted beside the thumb that holds it, beyond the tips, beside the fingers, and back to
 * the root of the thumb, in units. */
#define BESIDE_THUMB 80.0
#define BEYOND 110.0
#define BESIDE_FINGERS 90.0
#define BACK 80.0

/* What stands between a thumb and a finger. */
typedef struct
{
  const LegatoMapPoint *thumb;
  const LegatoMapPoint *finger;
  LegatoMapPoint root;  /* between both where they begin */
  LegatoMapPoint mouth; /* and between their tips */
  LegatoMapPoint out;   /* from one to the other, of length 1 */
  double half;          /* of the breadth of the mouth */
  double far;           /* how far it goes on beyond the mouth */
} Grip;

/** legato_flesh_fold_get_box: all that is painted of it, in units from the place that the hand
 * touches */
LegatoMapBox
legato_flesh_fold_get_box (void)
{
  return (LegatoMapBox){ -BESIDE_THUMB, -BEYOND, BESIDE_THUMB + BESIDE_FINGERS, BEYOND + BACK };
}

/* The shade on the leg at its foot. */
static void
draw_foot (cairo_t *cr, const Grip *grip, double alpha, const LegatoSkin *skin)
{
  LegatoMapPoint at = { grip->mouth.x + 0.4 * grip->far * grip->out.x,
                        grip->mouth.y + 0.4 * grip->far * grip->out.y };
  double radius = 1.7 * grip->half;
  cairo_pattern_t *fade = cairo_pattern_create_radial (at.x, at.y, 0, at.x, at.y, radius);
  const GdkRGBA *color = &skin->muscle_line;

  cairo_pattern_add_color_stop_rgba (fade, 0.4, color->red, color->green, color->blue, alpha);
  cairo_pattern_add_color_stop_rgba (fade, 1, color->red, color->green, color->blue, 0);
  cairo_set_source (cr, fade);
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_pattern_destroy (fade);
}

/* Along what holds it, from the tip of the thumb to that of the finger. */
static void
add_rim (cairo_t *cr, const Grip *grip)
{
  cairo_new_path (cr);
  for (int i = 2; i >= 0; i--)
    cairo_line_to (cr, grip->thumb[i].x, grip->thumb[i].y);
  for (int i = 0; i < 3; i++)
    cairo_line_to (cr, grip->finger[i].x, grip->finger[i].y);
}

static void
add_outline (cairo_t *cr, const Grip *grip)
{
  const LegatoMapPoint *from = &grip->finger[2], *to = &grip->thumb[2];
  double x = grip->out.x * 4 * grip->far / 3, y = grip->out.y * 4 * grip->far / 3;

  add_rim (cr, grip);
  cairo_curve_to (cr, from->x + x, from->y + y, to->x + x, to->y + y, to->x, to->y);
  cairo_close_path (cr);
}

/* Round, and light on its ridge, the more the higher it is. */
static void
fill_ridge (cairo_t *cr, const Grip *grip, double height, const LegatoSkin *skin)
{
  double deep = 0.2 + 0.6 * height, lit = 0.3 + 0.6 * height;
  const struct
  {
    double at;
    const GdkRGBA *color;
    double part; /* of it, else of the muscle's own */
  } stops[] = { { 0, &skin->muscle_line, deep }, { 0.2, &skin->light, 0.1 },
                { 0.45, &skin->light, lit },     { 0.58, &skin->light, lit },
                { 0.8, &skin->muscle, 1 },       { 1, &skin->muscle_line, deep } };
  double x = -grip->out.y * grip->half, y = grip->out.x * grip->half;
  cairo_pattern_t *round = cairo_pattern_create_linear (grip->mouth.x - x, grip->mouth.y - y,
                                                        grip->mouth.x + x, grip->mouth.y + y);

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const GdkRGBA *a = &skin->muscle, *b = stops[i].color;
      double part = stops[i].part;

      cairo_pattern_add_color_stop_rgb (round, stops[i].at, a->red + part * (b->red - a->red),
                                        a->green + part * (b->green - a->green),
                                        a->blue + part * (b->blue - a->blue));
    }
  cairo_set_source (cr, round);
  cairo_paint (cr);
  cairo_pattern_destroy (round);
  cairo_new_path (cr);
  for (int i = -FIBRES; i <= FIBRES; i++)
    {
      double part = i / (FIBRES + 1.0);

      cairo_move_to (cr, grip->root.x + 1.3 * part * x, grip->root.y + 1.3 * part * y);
      cairo_line_to (cr, grip->mouth.x + part * x, grip->mouth.y + part * y);
      cairo_line_to (cr, grip->mouth.x + grip->out.x * grip->far + 1.2 * part * x,
                     grip->mouth.y + grip->out.y * grip->far + 1.2 * part * y);
    }
  legato_pen_set_color (cr, &skin->muscle_line, 0.22);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

/**
 * legato_flesh_fold_draw:
 * @thumb, @finger: three joints from the hand to the tip
 * @height: how far the hand is closed, 0 to 1
 *
 * What one hand holds of a muscle: the flesh rises in its grip, light where it is highest, in shade
 * along what presses it, and beyond the tips it is one with the leg.
 */
void
legato_flesh_fold_draw (cairo_t *cr,
                        const LegatoMapPoint *thumb,
                        const LegatoMapPoint *finger,
                        double height,
                        const LegatoSkin *skin)
{
  Grip grip = { thumb, finger, .far = BEYOND_OPEN + (BEYOND_CLOSED - BEYOND_OPEN) * height };
  double length, seen = MIN (1, height / HIDES);
  cairo_pattern_t *end;

  g_return_if_fail (cr != NULL && thumb != NULL && finger != NULL && skin != NULL);
  g_return_if_fail (height >= 0 && height <= 1);

  grip.root = legato_hand_joints_mix (thumb[0], finger[0], 0.5);
  grip.mouth = legato_hand_joints_mix (thumb[2], finger[2], 0.5);
  length = hypot (grip.mouth.x - grip.root.x, grip.mouth.y - grip.root.y);
  grip.out = (LegatoMapPoint){ (grip.mouth.x - grip.root.x) / length,
                               (grip.mouth.y - grip.root.y) / length };
  grip.half = hypot (thumb[2].x - finger[2].x, thumb[2].y - finger[2].y) / 2 + 4;
  draw_foot (cr, &grip, 0.5 * height, skin);
  cairo_save (cr);
  add_outline (cr, &grip);
  cairo_clip (cr);
  cairo_push_group (cr);
  fill_ridge (cr, &grip, height, skin);
  for (int i = 0; i < 4; i++)
    {
      add_rim (cr, &grip);
      legato_pen_set_color (cr, &skin->muscle_line, 0.08 + 0.1 * height);
      cairo_set_line_width (cr, 28 + 7 * i);
      cairo_stroke (cr);
    }
  cairo_pop_group_to_source (cr);
  end =
      cairo_pattern_create_linear (grip.mouth.x, grip.mouth.y, grip.mouth.x + grip.out.x * grip.far,
                                   grip.mouth.y + grip.out.y * grip.far);
  cairo_pattern_add_color_stop_rgba (end, 0, 0, 0, 0, seen);
  cairo_pattern_add_color_stop_rgba (end, 1, 0, 0, 0, 0);
  cairo_mask (cr, end);
  cairo_pattern_destroy (end);
  cairo_restore (cr);
}
