/* legato-hand-thumbs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-place.h"
#include "legato-hand-thumbs.h"
#include "legato-leg-edges.h"

/* From the middle of the shin's muscle to a thumb, away from the bone, in units. */
#define BESIDE_BONE 16.0

/* Half of a thumb's pad, the circle that it goes round, and the mark that shows it, in units. */
#define PAD 9.0
#define PAD_CIRCLE 13.0
#define PAD_SPIN 26.0

/* From the middle of the leg to each of two thumbs, and to where their hands go round its edge, in
 * units. */
#define APART 17.0
#define HOLDS 50.0

/* Of two hands that both come from behind a leg seen from its side each thumb is so far above or
 * below the middle, in units, its hand turned so many degrees from the forearms' way. */
#define ABOVE 32.0
#define ASKEW 34.0

/* Fingers go round an edge that is no farther from the thumb's pad than this, in units; round a
 * broader leg they do not reach, and lie on it. */
#define REACHES 44.0

/* One's own arms come to what is behind from the side, so many degrees farther round than those of
 * somebody who sits before it, but not so far that their fingers are out of sight. */
#define OWN_BEHIND 32.0
#define MOST_TURNED 58.0

/* A finger's middle joint in the pose that holds, in units of a hand's true size. */
#define JOINT_X 79.0
#define JOINT_Y -18.0

/* How far hands are turned that hold the leg: the more the nearer its edge comes to their thumbs,
 * so that their fingers go round it. */
static double
get_turn (double away)
{
  return CLAMP (16 + 1.1 * (HOLDS - APART - away), 16, 46);
}

/* The same for thumbs that go along the way of a step; @only: the side of the only one, -1 or 1, or
 * 0 for both; @aside: how far it is from that way. */
static double
find_turn (const LegatoHandInstant *now, int only, double aside)
{
  double away = HOLDS - APART;

  for (double part = 0; part <= 1; part += 0.5)
    {
      LegatoMapPoint at;
      double left, right;

      legato_hand_route_get_point (now->route, part, &at, NULL);
      legato_leg_edges_find (now->art, now->step->leg, at.y, &left, &right);
      away = MIN (away, only != 0 ? only * ((only > 0 ? right : left) - at.x) - aside
                                  : (right - left) / 2 - APART);
    }
  return get_turn (away);
}

/* Whether fingers at the @side of a thumb go round the edge of the leg: the same for a whole step.
 */
static gboolean
goes_round (const LegatoHandInstant *now, LegatoMapPoint at, int side)
{
  LegatoMapPoint middle;
  double left, right;

  legato_hand_route_get_point (now->route, 0.5, &middle, NULL);
  legato_leg_edges_find (now->art, now->step->leg, middle.y, &left, &right);
  return side * ((side > 0 ? right : left) - at.x) < REACHES;
}

/* Of the fingers of @hand only that is seen which is beside the leg, at the @side of it. */
static void
go_behind (const LegatoHandInstant *now, LegatoFigure *hand, int side)
{
  double x = hand->size * (hand->mirrored ? -JOINT_X : JOINT_X);
  double y = hand->at.y + hand->direction.x * x - hand->direction.y * hand->size * JOINT_Y;

  legato_hand_place_hide (now, hand, y, side);
}

/* One's own hand comes from above, or from the side for what is behind. */
static double
find_heading (const LegatoHandInstant *now, double degrees)
{
  if (now->partner)
    return degrees;
  return legato_hand_place_is_behind (now) ? MIN (degrees + OWN_BEHIND, MOST_TURNED)
                                           : 180 - degrees;
}

/* A hand that points @turned degrees from up, away from the @side. */
static void
add_thumb (LegatoHandInstant *now, LegatoMapPoint at, int side, double turned, gboolean mirrored)
{
  LegatoMapPoint heading = legato_hand_place_turn (now->up, -side * turned);
  LegatoFigure *fingers;

  if (!goes_round (now, at, side))
    {
      legato_hand_instant_add_hand (now, LEGATO_POSE_THUMB, at, heading, mirrored);
      return;
    }
  legato_hand_instant_add_hand (now, LEGATO_POSE_HOLD, at, heading, mirrored);
  fingers = legato_hand_instant_add_hand (now, LEGATO_POSE_HOLD_FINGERS, at, heading, mirrored);
  go_behind (now, fingers, side);
}

/** legato_hand_thumbs_add: a hand whose thumb presses at @at holds the leg by its edge at the
 * @side, -1 or 1 */
void
legato_hand_thumbs_add (LegatoHandInstant *now, LegatoMapPoint at, int side)
{
  double left, right;

  legato_leg_edges_find (now->art, now->step->leg, at.y, &left, &right);
  add_thumb (now, at, side,
             find_heading (now, get_turn (side * ((side > 0 ? right : left) - at.x))),
             legato_hand_place_is_mirrored (now, side));
}

/** legato_hand_thumbs_add_circle: the pads of both thumbs go round small circles by turns; the rest
 * of the hands holds the leg */
void
legato_hand_thumbs_add_circle (LegatoHandInstant *now)
{
  double turned = legato_hand_ease (now->progress);
  double angle = -G_PI / 2 + 2 * G_PI * turned;
  gboolean alone = legato_hand_place_is_beside_bone (now);
  int only = alone ? legato_hand_place_get_outside (now) : legato_hand_place_get_only_side (now);
  double aside = legato_hand_place_is_only_on (now, "shin") ? BESIDE_BONE : 0;
  LegatoMapPoint middle = legato_hand_place_move (now->at, now->up, 0, only * aside);
  double left, right, turn = find_turn (now, only, aside);

  /* Both hands hold the leg, from one edge to the other. */
  legato_leg_edges_find (now->art, now->step->leg, middle.y, &left, &right);
  if (only == 0)
    middle.x = right - left < 2 * HOLDS ? (left + right) / 2
                                        : CLAMP (middle.x, left + HOLDS, right - HOLDS);
  for (int arm = -1; arm <= 1; arm += 2)
    {
      int side = only != 0 ? only : arm;
      gboolean is_turn = (alone && arm == side) || now->odd == (arm > 0);
      LegatoMapPoint at = legato_hand_place_move (middle, now->up,
                                                  alone       ? 0
                                                  : only != 0 ? -arm * ABOVE
                                                              : arm * 9,
                                                  only != 0 ? 0 : arm * APART);

      if (alone && arm != side)
        continue;
      if (!alone && only != 0)
        legato_leg_edges_find (now->art, now->step->leg, at.y, &left, &right);
      if (is_turn && now->touching)
        {
          legato_hand_instant_add_mark (
              now, LEGATO_SKIN_SPIN, at, PAD_SPIN,
              MAX (1 / LEGATO_SKIN_STEPS, legato_hand_in_steps (2 * turned) / 2));
          at.x += PAD_CIRCLE * cos (angle);
          at.y += PAD_CIRCLE * sin (angle);
        }
      else
        at.y -= PAD_CIRCLE;
      at.x = CLAMP (at.x, left + PAD, right - PAD);
      legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT, at, 24,
                                    !now->touching ? 0
                                    : is_turn      ? 0.9
                                                   : 0.5);
      if (alone || only == 0)
        add_thumb (now, at, side, find_heading (now, turn),
                   legato_hand_place_is_mirrored (now, side));
      else
        add_thumb (now, at, side, legato_hand_place_get_beside (now) + arm * ASKEW,
                   legato_hand_place_is_mirrored (now, side) == (arm > 0));
    }
}
