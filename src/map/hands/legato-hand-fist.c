/* legato-hand-fist.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-hand-fist.h"
#include "legato-hand-flesh.h"
#include "legato-pen.h"

/* From the wrist round the heel of the hand to the web of the thumb, from there to the first
 * knuckle and back along the back of the hand, in units like those of the joints. */
static const LegatoMapPoint back[] = {
  { -12, 84 }, { -21, 60 }, { -22, 34 }, { -8, 18 }, { 12, 4 },  { 26, -22 },
  { 38, -18 }, { 43, 8 },   { 45, 44 },  { 48, 80 }, { 20, 96 },
};

/* What the fingers curl round. */
static const LegatoMapPoint hollow[] = {
  { 22, -10 }, { 4, -26 }, { -12, -24 }, { -16, -4 }, { -8, 16 }, { 10, 8 },
};

/* Between thumb and index finger, and along the knuckle to the back of the hand. */
static const LegatoMapPoint web[] = { { 8, 14 }, { 18, -4 }, { 28, -12 }, { 36, 0 }, { 26, 40 } };

/** legato_hand_fist_add_back: all of a fist but its fingers and its thumb, as a closed shape */
void
legato_hand_fist_add_back (cairo_t *cr)
{
  legato_hand_flesh_add_smooth (cr, back, G_N_ELEMENTS (back));
}

/* The back is turned away from the light, the heel of the hand goes down to the skin. */
static void
draw_shade (cairo_t *cr, const LegatoSkin *skin)
{
  cairo_pattern_t *round = cairo_pattern_create_linear (-22, 0, 46, 0);

  cairo_pattern_add_color_stop_rgba (round, 0, skin->shade.red, skin->shade.green, skin->shade.blue,
                                     0.55);
  cairo_pattern_add_color_stop_rgba (round, 0.35, skin->base.red, skin->base.green, skin->base.blue,
                                     0);
  cairo_pattern_add_color_stop_rgba (round, 0.6, skin->light.red, skin->light.green,
                                     skin->light.blue, 0.4);
  cairo_pattern_add_color_stop_rgba (round, 1, skin->shade.red, skin->shade.green, skin->shade.blue,
                                     0.45);
  legato_hand_fist_add_back (cr);
  cairo_set_source (cr, round);
  cairo_pattern_destroy (round);
  cairo_fill (cr);
}

/* Where the index finger comes out of the hand no line is seen, and its knuckle catches the light.
 */
static void
join_knuckle (cairo_t *cr, LegatoMapPoint knuckle, const LegatoSkin *skin)
{
  legato_hand_flesh_add_smooth (cr, web, G_N_ELEMENTS (web));
  legato_pen_set_color (cr, &skin->base, 1);
  cairo_fill (cr);
  cairo_arc (cr, knuckle.x + 3, knuckle.y + 3, 7, 0, 2 * G_PI);
  legato_pen_set_color (cr, &skin->light, 0.6);
  cairo_fill (cr);
}

/* Deep in it lies the palm, in shade. */
static void
draw_hollow (cairo_t *cr, const LegatoSkin *skin)
{
  legato_hand_flesh_add_smooth (cr, hollow, G_N_ELEMENTS (hollow));
  legato_pen_set_color (cr, &skin->shade, 1);
  cairo_fill_preserve (cr);
  legato_pen_set_color (cr, &skin->line, 0.6);
  cairo_fill (cr);
}

/* The hand ends at the hollow. */
static void
draw_edge (cairo_t *cr, const LegatoSkin *skin)
{
  cairo_move_to (cr, back[3].x, back[3].y);
  cairo_curve_to (cr, back[3].x + 8, back[3].y - 5, back[4].x - 4, back[4].y + 4, back[4].x,
                  back[4].y);
  cairo_line_to (cr, back[5].x, back[5].y + 8);
  legato_pen_set_color (cr, &skin->line, 1);
  cairo_set_line_width (cr, LEGATO_HAND_RIM);
  cairo_stroke (cr);
}

/** legato_hand_fist_draw: four fingers curled one behind the other, the thumb laid on them; the
 * line around the back of the hand is not */
void
legato_hand_fist_draw (cairo_t *cr, const LegatoHandJoints *hand, const LegatoSkin *skin)
{
  LegatoMapPoint ball[2];

  for (int f = LEGATO_N_FINGERS - 1; f >= 1; f--)
    legato_hand_flesh_draw_curl (cr, hand->finger[f], legato_finger_radii[f], skin);
  draw_hollow (cr, skin);
  legato_hand_fist_add_back (cr);
  legato_pen_set_color (cr, &skin->base, 1);
  cairo_fill (cr);
  draw_shade (cr, skin);
  draw_edge (cr, skin);
  legato_hand_flesh_draw_curl (cr, hand->finger[0], legato_finger_radii[0], skin);
  join_knuckle (cr, hand->finger[0][0], skin);
  legato_hand_flesh_draw_thumb (cr, hand->thumb, (hand->seen & LEGATO_SEEN_THUMB_NAIL) != 0, skin);
  /* The ball of the thumb is one with the hand. */
  ball[0] = hand->thumb[0];
  ball[1] = legato_hand_joints_mix (hand->thumb[0], hand->thumb[1], 0.9);
  legato_hand_flesh_add_chain (cr, ball, (const double[]){ 20, 15 }, 2, 0);
  legato_pen_set_color (cr, &skin->base, 1);
  cairo_fill (cr);
}
