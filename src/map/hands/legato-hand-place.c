/* legato-hand-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-place.h"
#include "legato-leg-edges.h"

/* Half the height over which the edge of the leg is taken for straight, and the least breadth of a
 * leg, in units. */
#define STRAIGHT 24.0
#define LEAST 9.0

/* What is lifted stands out so far beyond an edge of the leg, in units. */
#define BULGES 3.0

/* From the middle of flat fingers to beyond their tips, in units of a hand's true size. */
#define FINGERTIPS 72.0

/* From the middle of kneecap and leg, and of the tendon at the heel, to beside them, in units; the
 * kneecap ends above the shin's height, and at the ankle's the bone lies deep. Hands part and meet
 * over so many units. */
#define KNEECAP 20.0
#define TENDON 6.0
#define SHIN 615.0
#define ANKLE 930.0
#define PARTS 45.0

/** Returns: the point that lies so far @along from @at, which @up points to, and so far @across, to
 * the right of that; in units */
LegatoMapPoint
legato_hand_place_move (LegatoMapPoint at, LegatoMapPoint up, double along, double across)
{
  return (LegatoMapPoint){ at.x + up.x * along - up.y * across,
                           at.y + up.y * along + up.x * across };
}

/** Returns: the direction @degrees from @up, clockwise */
LegatoMapPoint
legato_hand_place_turn (LegatoMapPoint up, double degrees)
{
  double angle = degrees * G_PI / 180;

  return (LegatoMapPoint){ up.x * cos (angle) - up.y * sin (angle),
                           up.x * sin (angle) + up.y * cos (angle) };
}

/** Returns: how far it is from @at to the nearer edge of the leg, but at most @most, in units */
double
legato_hand_place_get_room (const LegatoHandInstant *now, LegatoMapPoint at, double most)
{
  double left, right;

  legato_leg_edges_find (now->art, now->step->leg, at.y, &left, &right);
  return CLAMP (MIN (at.x - left, right - at.x) - 4, 12, most);
}

/** Returns: -1 or 1: the side of the sheet on which one's own forearm lies when one hand does the
 * work, away from the other leg */
int
legato_hand_place_get_outside (const LegatoHandInstant *now)
{
  double middle = legato_map_art_get_width (now->art) / 2;

  return now->at.x < middle ? -1 : 1;
}

/**
 * legato_hand_place_get_heading:
 *
 * Returns: where a hand at the @side (-1 or 1) points, in degrees from up. One's own hands come
 * from above and the sides: across the lower leg, down along the thigh and the hip. A partner's
 * point up the leg.
 */
double
legato_hand_place_get_heading (const LegatoHandInstant *now, int side)
{
  if (now->partner)
    return -side * 16;
  return -side
         * (now->height > LEGATO_HAND_KNEE_Y  ? 102
            : now->height > LEGATO_HAND_HIP_Y ? 148
                                              : 128);
}

/** Returns: whether what is shown is seen from behind or below, as the person cannot see it */
gboolean
legato_hand_place_is_behind (const LegatoHandInstant *now)
{
  LegatoView view = legato_map_art_get_view (now->art);

  return view == LEGATO_VIEW_BACK || view == LEGATO_VIEW_SOLE;
}

/** Returns: whether a hand whose arm comes from the @side is a left one.
 *
 * Whoever looks at somebody's back has their right arm on the right, and so has a partner who looks
 * up the leg; seen from the front and from both sides one's own right arm is on the left. */
gboolean
legato_hand_place_is_mirrored (const LegatoHandInstant *now, int side)
{
  return now->partner || legato_hand_place_is_behind (now) ? side < 0 : side > 0;
}

/** Returns: whether the step is on @zone and no other place */
gboolean
legato_hand_place_is_only_on (const LegatoHandInstant *now, const char *zone)
{
  return now->step->zones->len == 1
         && g_str_equal (((const LegatoZone *) g_ptr_array_index (now->step->zones, 0))->id, zone);
}

/** Returns: whether what is seen is the bone of the shin: there the fingers of one hand lie on the
 * muscle outside the bone, never on it */
gboolean
legato_hand_place_is_beside_bone (const LegatoHandInstant *now)
{
  return legato_hand_place_is_only_on (now, "shin")
         && legato_map_art_get_view (now->art) == LEGATO_VIEW_FRONT;
}

/* How far from the middle of the leg fingers that come from the @side end at the height @y, so that
 * none lies on the kneecap, on the bone of the shin, which is within that middle, or on the tendon
 * at the heel; 0 where they may meet. */
static double
get_gap (const LegatoHandInstant *now, double y, int side)
{
  LegatoView view = legato_map_art_get_view (now->art);
  double above, below, shin;

  if (view == LEGATO_VIEW_BACK && legato_hand_place_is_only_on (now, "ankle"))
    return TENDON;
  if (view != LEGATO_VIEW_FRONT)
    return 0;
  y += LEGATO_DRAWING_HEIGHT - legato_map_art_get_height (now->art);
  above = legato_hand_ease ((y - LEGATO_HAND_KNEECAP_Y) / PARTS + 1);
  below = legato_hand_ease ((y - ANKLE) / PARTS);
  shin =
      side == legato_hand_place_get_outside (now) ? legato_hand_ease ((y - SHIN) / PARTS + 1) : 0;
  return KNEECAP * above * (1 - below) * (1 - shin);
}

/**
 * legato_hand_place_find_beside:
 * @y: height, in units
 * @side: -1 or 1: from which it comes
 *
 * Returns: where flat fingers lie, on their side of what is not pressed: kneecap, bone or tendon
 */
LegatoMapPoint
legato_hand_place_find_beside (const LegatoHandInstant *now, double y, int side)
{
  double left, right;

  legato_leg_edges_find (now->art, now->step->leg, y, &left, &right);
  return (LegatoMapPoint){
    (left + right) / 2 + side * (get_gap (now, y, side) + FINGERTIPS * now->size), y
  };
}

/** Returns: -1 or 1: the side from which one hand comes where only one can be seen, 0 where both
 * are: a lower leg that is seen from its side is held from behind, with one hand on either side of
 * it, and no hand lies across the shin; of a glide that crosses the knee, what holds for its lower
 * part */
int
legato_hand_place_get_only_side (const LegatoHandInstant *now)
{
  LegatoMapPoint at;
  int side;

  if (!legato_map_art_is_from_side (now->art)
      || (now->height <= LEGATO_HAND_KNEE_Y && !now->crosses)
      || legato_hand_place_is_only_on (now, "foot"))
    return 0;
  /* The same for a whole step: of a way that goes on to the thigh where it leaves the calf. */
  for (double part = now->crosses ? 1 : 0.5; part >= 0; part -= 0.02)
    {
      legato_hand_route_get_point (now->route, part, &at, NULL);
      if (!now->crosses || at.y > LEGATO_HAND_CALF_Y)
        break;
    }
  side = legato_leg_edges_find_side (now->art, now->step->leg, at);
  return legato_hand_place_is_only_on (now, "shin") ? -side : side;
}

/* Of @hand only that is seen which lies on one side of a line along the leg's edge at the @side, so
 * far @beyond it: to the right if @out is 1, to the left if -1. */
static void
cut (const LegatoHandInstant *now, LegatoFigure *hand, double y, int side, double beyond, int out)
{
  double ends[2], length;

  for (int end = 0; end < 2; end++)
    {
      double left, right;

      legato_leg_edges_find (now->art, now->step->leg, y + (end == 0 ? -STRAIGHT : STRAIGHT), &left,
                             &right);
      /* Above or below the leg there is no edge. */
      if (right - left < LEAST)
        return;
      ends[end] = (side > 0 ? right : left) + side * beyond;
    }
  length = hypot (ends[1] - ends[0], 2 * STRAIGHT);
  hand->edge = legato_hand_instant_round (now, (LegatoMapPoint){ (ends[0] + ends[1]) / 2, y });
  hand->out = (LegatoMapPoint){ out * 2 * STRAIGHT / length, -out * (ends[1] - ends[0]) / length };
}

/** legato_hand_place_get_beside: degrees from up, away from the leg's edge, in which two forearms
 * lie beside each other that both come from behind a leg seen from its side */
double
legato_hand_place_get_beside (const LegatoHandInstant *now)
{
  return now->partner ? 80 : 94;
}

/**
 * legato_hand_place_hide:
 * @y: height at which it goes round the leg, in units
 * @side: -1 or 1: of the leg
 *
 * Of @hand only that is seen which lies beyond the leg's edge, which is nearly straight there.
 */
void
legato_hand_place_hide (const LegatoHandInstant *now, LegatoFigure *hand, double y, int side)
{
  g_return_if_fail (now != NULL && hand != NULL);
  g_return_if_fail (side == -1 || side == 1);

  cut (now, hand, y, side, 0, side);
}

/** legato_hand_place_keep_on_leg: nothing is seen of @flesh beyond both edges of the leg, however
 * much narrower that is than the hand which holds it */
void
legato_hand_place_keep_on_leg (const LegatoHandInstant *now, LegatoFigure *flesh)
{
  double left, right;

  legato_leg_edges_find (now->art, now->step->leg, flesh->at.y, &left, &right);
  cut (now, flesh, flesh->at.y, -1, BULGES, 1);
  if (legato_figure_is_cut (flesh))
    flesh->breadth = (right - left + 2 * BULGES) * flesh->out.x;
}

/** legato_hand_place_add_beside_bone: the fingers of one hand, on the muscle outside the shin's
 * bone */
void
legato_hand_place_add_beside_bone (LegatoHandInstant *now)
{
  int side = legato_hand_place_get_outside (now);

  legato_hand_instant_add_hand (
      now, LEGATO_POSE_FINGERS,
      legato_hand_place_move (now->at, now->up, 0, side * FINGERTIPS * now->size),
      legato_hand_place_turn (now->up, -side * (now->partner ? 80 : 98)),
      legato_hand_place_is_mirrored (now, side));
}

/**
 * legato_hand_place_add_far_hand:
 * @degrees: from up to where it points, away from the @side
 * @side: -1 or 1: from which both hands come
 * @aside: how far from the middle that one lies which is on this side of the leg, in units
 *
 * A lower leg that is seen from its side lies between two hands: of the one beyond it no more is
 * seen than its wrist, a little above the other one.
 */
void
legato_hand_place_add_far_hand (LegatoHandInstant *now,
                                LegatoPose pose,
                                double degrees,
                                int side,
                                double aside)
{
  LegatoMapPoint at =
      legato_hand_place_move (now->at, now->up, LEGATO_HAND_FAR_ABOVE, side * aside);
  LegatoFigure *hand = legato_hand_instant_add_hand (
      now, pose, at, legato_hand_place_turn (now->up, -side * degrees),
      !legato_hand_place_is_mirrored (now, side));

  legato_hand_place_hide (now, hand, at.y, side);
}
