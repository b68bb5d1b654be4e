/* legato-hand-fist.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-hand-fist.h"
#include "legato-hand-flesh.h"
#include "legato-pen.h"

/* From the wrist round the heel of the hand and below the fingers to the first knuckle, and back
 * along the back of the hand, in units like those of the joints. */
static const LegatoMapPoint back[] = {
  { -11, 84 }, { -20, 60 }, { -22, 32 }, { -12, 4 }, { 10, -18 }, { 30, -27 },
  { 39, -12 }, { 42, 18 },  { 45, 52 },  { 48, 80 }, { 20, 96 },
};

/* Between thumb and index finger, and along the knuckle to the back of the hand. */
static const LegatoMapPoint web[] = { { 0, 18 }, { 12, 2 }, { 24, -6 }, { 30, 8 }, { 24, 40 } };

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

/** legato_hand_fist_draw: four fingers folded one beside the other, the thumb laid on them; the
 * line around the back of the hand is not */
void
legato_hand_fist_draw (cairo_t *cr, const LegatoHandJoints *hand, const LegatoSkin *skin)
{
  LegatoMapPoint ball[2];

  legato_hand_fist_add_back (cr);
  legato_pen_set_color (cr, &skin->base, 1);
  cairo_fill (cr);
  for (int f = LEGATO_N_FINGERS - 1; f >= 0; f--)
    legato_hand_flesh_draw_finger (cr, hand->finger[f], legato_finger_radii[f], FALSE, skin);
  draw_shade (cr, skin);
  join_knuckle (cr, hand->finger[0][0], skin);
  legato_hand_flesh_draw_thumb (cr, hand->thumb, (hand->seen & LEGATO_SEEN_THUMB_NAIL) != 0, skin);
  /* The ball of the thumb is one with the hand. */
  ball[0] = hand->thumb[0];
  ball[1] = legato_hand_joints_mix (hand->thumb[0], hand->thumb[1], 0.9);
  legato_hand_flesh_add_chain (cr, ball, (const double[]){ 20, 15 }, 2, 0);
  legato_pen_set_color (cr, &skin->base, 1);
  cairo_fill (cr);
}
