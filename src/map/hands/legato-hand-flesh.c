/* legato-hand-flesh.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-flesh.h"
#include "legato-pen.h"

const double legato_finger_radii[LEGATO_N_FINGERS][LEGATO_N_JOINTS] = {
  { 12, 10.4, 9.2, 7.6 },
  { 12, 10.6, 9.4, 7.8 },
  { 11.6, 10, 8.8, 7.4 },
  { 10.4, 8.8, 7.8, 6.6 },
};
const double legato_thumb_radii[LEGATO_N_JOINTS] = { 17, 14, 12, 9.6 };

/* A thumb and a curled finger are drawn through one more point between two joints each. A thumb is
 * narrow between them, and its pad is full. */
#define N_SMOOTH (2 * LEGATO_N_JOINTS - 1)
static const double thumb_flesh[N_SMOOTH] = { 18, 17, 14.4, 11.8, 12.4, 11.6, 8.8 };

/** legato_hand_flesh_add_chain: a chain of joints as one closed shape, wider by @grow: discs and
 * the pieces between them, which all turn the same way round, so that where they overlap they are
 * one
 */
void
legato_hand_flesh_add_chain (cairo_t *cr,
                             const LegatoMapPoint *joints,
                             const double *radii,
                             int n,
                             double grow)
{
  for (int i = 0; i < n; i++)
    {
      LegatoMapPoint a = joints[i], b = joints[MIN (i + 1, n - 1)];
      double ra = radii[i] + grow, rb = radii[MIN (i + 1, n - 1)] + grow;
      double length = hypot (b.x - a.x, b.y - a.y);

      cairo_new_sub_path (cr);
      cairo_arc (cr, a.x, a.y, ra, 0, 2 * G_PI);
      if (length > 1e-6)
        {
          double x = -(b.y - a.y) / length, y = (b.x - a.x) / length;

          cairo_move_to (cr, a.x + x * ra, a.y + y * ra);
          cairo_line_to (cr, a.x - x * ra, a.y - y * ra);
          cairo_line_to (cr, b.x - x * rb, b.y - y * rb);
          cairo_line_to (cr, b.x + x * rb, b.y + y * rb);
          cairo_close_path (cr);
        }
    }
}

/** legato_hand_flesh_add_smooth: a smooth closed curve through the points, as Catmull and Rom draw
 * it */
void
legato_hand_flesh_add_smooth (cairo_t *cr, const LegatoMapPoint *points, int n)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  for (int i = 0; i < n; i++)
    {
      LegatoMapPoint a = points[(i + n - 1) % n], b = points[i];
      LegatoMapPoint c = points[(i + 1) % n], d = points[(i + 2) % n];

      cairo_curve_to (cr, b.x + (c.x - a.x) / 6, b.y + (c.y - a.y) / 6, c.x - (d.x - b.x) / 6,
                      c.y - (d.y - b.y) / 6, c.x, c.y);
    }
  cairo_close_path (cr);
}

/* Bones are stiff, but flesh goes smoothly round the joints. */
static void
find_smooth (const LegatoMapPoint joints[LEGATO_N_JOINTS], LegatoMapPoint flesh[N_SMOOTH])
{
  for (int i = 0; i < N_SMOOTH; i++)
    {
      int j = i / 2;
      LegatoMapPoint a = joints[MAX (j - 1, 0)], b = joints[j];
      LegatoMapPoint c = joints[MIN (j + 1, LEGATO_N_JOINTS - 1)];
      LegatoMapPoint d = joints[MIN (j + 2, LEGATO_N_JOINTS - 1)];

      flesh[i] = i % 2 == 0 ? b
                            : (LegatoMapPoint){ (9 * (b.x + c.x) - a.x - d.x) / 16,
                                                (9 * (b.y + c.y) - a.y - d.y) / 16 };
    }
}

/* Light along the middle of a rounded part. */
static void
draw_light (cairo_t *cr,
            const LegatoMapPoint *joints,
            int n,
            double radius,
            const LegatoSkin *skin,
            double alpha)
{
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, joints[0].x - 1, joints[0].y - 1);
      for (int j = 1; j < n; j++)
        cairo_line_to (cr, joints[j].x - 1, joints[j].y - 1);
      cairo_set_line_width (cr, radius * (i == 0 ? 1.25 : 0.6));
      legato_pen_set_color (cr, &skin->light, alpha);
      cairo_stroke (cr);
    }
}

/* A rounded part in the colour of the skin: its side that is turned away from the light is darker.
 * No clip, which would cost more than all the rest of a hand. */
static void
fill_round (cairo_t *cr,
            const LegatoMapPoint *joints,
            const double *radii,
            int n,
            const LegatoSkin *skin)
{
  double x = joints[0].y - joints[n - 1].y, y = joints[n - 1].x - joints[0].x;
  double length = MAX (1, hypot (x, y));

  legato_hand_flesh_add_chain (cr, joints, radii, n, -LEGATO_HAND_RIM / 2);
  legato_pen_set_color (cr, &skin->base, 1);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, &skin->shade, 0.4);
  cairo_fill (cr);
  for (int i = 1; i <= 2; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, -x / length * i, -y / length * i);
      legato_hand_flesh_add_chain (cr, joints, radii, n, -LEGATO_HAND_RIM / 2 - 1.1 * i);
      cairo_restore (cr);
      legato_pen_set_color (cr, &skin->base, 0.65);
      cairo_fill (cr);
    }
}

/** legato_hand_flesh_draw_fold: a short bow across a finger, as the skin folds over a joint */
void
legato_hand_flesh_draw_fold (cairo_t *cr,
                             LegatoMapPoint at,
                             LegatoMapPoint toward,
                             double radius,
                             double alpha,
                             const LegatoSkin *skin)
{
  double heading = atan2 (toward.y - at.y, toward.x - at.x);

  cairo_new_path (cr);
  cairo_arc (cr, at.x - cos (heading) * radius * 0.9, at.y - sin (heading) * radius * 0.9, radius,
             heading - 0.62, heading + 0.62);
  legato_pen_set_color (cr, &skin->line, alpha);
  cairo_set_line_width (cr, 1.3);
  cairo_stroke (cr);
}

static void
draw_nail (cairo_t *cr,
           LegatoMapPoint joint,
           LegatoMapPoint tip,
           double radius,
           const LegatoSkin *skin)
{
  double length = hypot (tip.x - joint.x, tip.y - joint.y);
  LegatoMapPoint at = legato_hand_joints_mix (joint, tip, 0.86);

  if (length < radius)
    return;
  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  cairo_rotate (cr, atan2 (tip.x - joint.x, joint.y - tip.y));
  cairo_scale (cr, radius * 0.68, radius * 0.98);
  cairo_new_path (cr);
  cairo_move_to (cr, -0.9, -0.5);
  cairo_curve_to (cr, -0.9, -1.15, 0.9, -1.15, 0.9, -0.5);
  cairo_line_to (cr, 0.86, 0.4);
  cairo_curve_to (cr, 0.8, 1.0, -0.8, 1.0, -0.86, 0.4);
  cairo_close_path (cr);
  cairo_restore (cr);
  legato_pen_set_color (cr, &skin->nail, 0.95);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, &skin->line, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* A finger or a thumb without what is on its skin; its line is thick enough to set it off from what
 * is beside it. */
static void
draw_flesh (cairo_t *cr,
            const LegatoMapPoint *joints,
            const double *radii,
            int n,
            double radius,
            const LegatoSkin *skin)
{
  legato_hand_flesh_add_chain (cr, joints, radii, n, LEGATO_HAND_RIM / 2);
  legato_pen_set_color (cr, &skin->line, 1);
  cairo_fill (cr);
  fill_round (cr, joints, radii, n, skin);
  draw_light (cr, joints, n, radius, skin, 0.4);
}

/** legato_hand_flesh_draw_finger: @nail: whether its nail is turned to the eye */
void
legato_hand_flesh_draw_finger (cairo_t *cr,
                               const LegatoMapPoint *joints,
                               const double *radii,
                               gboolean nail,
                               const LegatoSkin *skin)
{
  draw_flesh (cr, joints, radii, LEGATO_N_JOINTS, radii[2], skin);
  if (hypot (joints[1].x - joints[3].x, joints[1].y - joints[3].y) > 20)
    {
      legato_hand_flesh_draw_fold (cr, joints[1], joints[2], radii[1] * 0.8, 0.5, skin);
      legato_hand_flesh_draw_fold (cr, legato_hand_joints_mix (joints[1], joints[2], 0.14),
                                   joints[2], radii[1] * 0.7, 0.35, skin);
      legato_hand_flesh_draw_fold (cr, joints[2], joints[3], radii[2] * 0.7, 0.4, skin);
    }
  if (nail)
    draw_nail (cr, joints[2], joints[3], radii[3], skin);
}

/** legato_hand_flesh_draw_curl: a finger that is bent at all its joints, from its side */
void
legato_hand_flesh_draw_curl (cairo_t *cr,
                             const LegatoMapPoint joints[LEGATO_N_JOINTS],
                             const double radii[LEGATO_N_JOINTS],
                             const LegatoSkin *skin)
{
  LegatoMapPoint flesh[N_SMOOTH];
  double breadths[N_SMOOTH];

  find_smooth (joints, flesh);
  for (int i = 0; i < N_SMOOTH; i++)
    breadths[i] = (radii[i / 2] + radii[(i + 1) / 2]) / 2;
  draw_flesh (cr, flesh, breadths, N_SMOOTH, radii[2], skin);
}

/** legato_hand_flesh_draw_thumb: @nail: whether its nail is turned to the eye */
void
legato_hand_flesh_draw_thumb (cairo_t *cr,
                              const LegatoMapPoint joints[LEGATO_N_JOINTS],
                              gboolean nail,
                              const LegatoSkin *skin)
{
  LegatoMapPoint flesh[N_SMOOTH];

  find_smooth (joints, flesh);
  draw_flesh (cr, flesh, thumb_flesh, N_SMOOTH, legato_thumb_radii[2], skin);
  legato_hand_flesh_draw_fold (cr, joints[2], joints[3], legato_thumb_radii[2] * 0.8, 0.5, skin);
  legato_hand_flesh_draw_fold (cr, legato_hand_joints_mix (joints[2], joints[3], 0.16), joints[3],
                               legato_thumb_radii[2] * 0.7, 0.35, skin);
  if (nail)
    draw_nail (cr, joints[2], joints[3], legato_thumb_radii[3], skin);
}

/** legato_hand_flesh_add_thumb: a thumb as one closed shape, wider by @grow */
void
legato_hand_flesh_add_thumb (cairo_t *cr, const LegatoMapPoint joints[LEGATO_N_JOINTS], double grow)
{
  LegatoMapPoint thumb[N_SMOOTH];

  find_smooth (joints, thumb);
  legato_hand_flesh_add_chain (cr, thumb, thumb_flesh, N_SMOOTH, grow);
}
