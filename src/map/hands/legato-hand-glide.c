/* legato-hand-glide.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-glide.h"
#include "legato-hand-place.h"
#include "legato-leg-edges.h"

/* Two hands that lie across the leg are so far above and below their middle, in units. */
#define HAND_APART 43.0

/* Where a hand has been glows so far about, half of it near the edge of the leg: in two sizes,
 * since each is painted once. */
#define GLOW 42.0

/* So far above the lower end of a drawing the lower hand stays, in units. */
#define ON_FLOOR 54.0

/* From the middle of a cupped hand to where its fingers go round the edge of the leg: they stand
 * out beyond it by half of their thickness. */
#define WRAPS 58.0

/* From one pose to another hands turn in so many steps. */
#define TURNS 16

/* At these parts of its way from the lower leg to the thigh a hand is hidden behind the knee, and
 * beside the leg: so far beyond its edge, in units. */
#define BEHIND 0.4
#define BESIDE 0.75
#define CLEARS 74.0

static double
mix (double a, double b, double t)
{
  return a + t * (b - a);
}

static double
get_lowest (const LegatoHandInstant *now)
{
  return legato_map_art_get_height (now->art) - ON_FLOOR;
}

/* Where a hand from the @side lies at the height @y, that its tips go round the farther edge of the
 * leg, wherever that is at the heights of its fingers. */
static double
find_wrap (const LegatoHandInstant *now, double y, int side)
{
  double reach = 0;

  for (int finger = -2; finger <= 2; finger++)
    {
      double left, right;

      legato_leg_edges_find (now->art, now->step->leg, y + 14 * finger, &left, &right);
      reach += (WRAPS + side * ((side > 0 ? left : right) - now->at.x)) / 5;
    }
  return now->at.x + side * CLAMP (reach, 4, HAND_APART);
}

/* How one of two hands lies. */
typedef struct
{
  LegatoPose pose;
  LegatoMapPoint at;
  double degrees; /* from up to where it points */
} Lie;

/* Whether fingers lie on both sides of what they do not touch. */
static gboolean
lies_beside (const LegatoHandInstant *now)
{
  return legato_map_art_get_view (now->art) == LEGATO_VIEW_FRONT
         || legato_hand_place_is_only_on (now, "ankle");
}

/* The lower leg is hardly broader than a hand: there one follows the other, across it. A partner's
 * point up. */
static Lie
find_low (const LegatoHandInstant *now, int side)
{
  Lie lie = { LEGATO_POSE_WRAP, { 0, 0 }, -side * 94 };

  if (lies_beside (now))
    return (Lie){ LEGATO_POSE_FINGERS,
                  legato_hand_place_find_beside (now, MIN (now->at.y, get_lowest (now)), side),
                  -side * (now->partner ? 80 : 98) };
  if (now->partner)
    return (Lie){ LEGATO_POSE_FLAT,
                  legato_hand_place_move (now->at, now->up, side > 0 ? 0 : 22, side * 38),
                  legato_hand_place_get_heading (now, side) };
  lie.at = legato_hand_place_move (now->at, now->up, -side * HAND_APART - 14, 0);
  /* Under the foot is the floor. */
  lie.at.y = MIN (lie.at.y, get_lowest (now));
  lie.at.x = find_wrap (now, lie.at.y, side);
  return lie;
}

/* Seen from its side it is held from behind, from the @side: how the hand before it does. */
static Lie
find_held (const LegatoHandInstant *now, int side)
{
  return (Lie){ LEGATO_POSE_CUP, legato_hand_place_move (now->at, now->up, 0, side * HAND_APART),
                -side * (now->partner ? 70 : 98) };
}

/* Side by side on the thigh; one's own come from the hip. */
static Lie
find_high (const LegatoHandInstant *now, int side)
{
  return (Lie){ LEGATO_POSE_FLAT,
                legato_hand_place_move (now->at, now->up, side > 0 ? 0 : 30, side * 42),
                now->partner ? legato_hand_place_get_heading (now, side) : -side * 166 };
}

/* A hand at @part of the way from one to the other, for which few pictures have to be painted. What
 * is seen of it, as its nails, is what is seen in the pose that is nearer. */
static LegatoFigure *
add_between (LegatoHandInstant *now, const Lie *from, const Lie *to, double part, gboolean mirrored)
{
  int bent = from->pose != to->pose ? (int) round (part * LEGATO_FIGURE_PARTS) : 0;
  gboolean begins = bent < LEGATO_FIGURE_PARTS / 2;
  double turned = mix (from->degrees, to->degrees, round (part * TURNS) / TURNS);
  LegatoFigure *hand = legato_hand_instant_add_hand (
      now, begins ? from->pose : to->pose,
      (LegatoMapPoint){ mix (from->at.x, to->at.x, part), mix (from->at.y, to->at.y, part) },
      legato_hand_place_turn (now->up, turned), mirrored);

  hand->to = begins ? to->pose : from->pose;
  hand->part = begins ? bent : LEGATO_FIGURE_PARTS - bent;
  return hand;
}

/* The hand beyond the lower leg goes behind the knee while its arm turns to where it comes from,
 * and then round the front of the thigh, to lie beside the other one. */
static void
add_round_knee (LegatoHandInstant *now, int side)
{
  gboolean mirrored = !legato_hand_place_is_mirrored (now, side);
  Lie low = find_held (now, side), high = find_high (now, -side), behind = low, beside = high;
  double left, right;
  LegatoFigure *hand;

  legato_leg_edges_find (now->art, now->step->leg, now->at.y, &left, &right);
  low.at = legato_hand_place_move (low.at, now->up, LEGATO_HAND_FAR_ABOVE, 0);
  behind.at = (LegatoMapPoint){ (left + right) / 2, low.at.y };
  behind.degrees = now->partner ? 0 : -side * 180;
  beside.at.x = side > 0 ? left - CLEARS : right + CLEARS;
  /* As a turn that goes on. */
  if (!now->partner)
    beside.degrees = high.degrees = -side * 194;
  if (now->thigh < BEHIND)
    hand = add_between (now, &low, &behind, now->thigh / BEHIND, mirrored);
  else if (now->thigh < BESIDE)
    hand = add_between (now, &behind, &beside, (now->thigh - BEHIND) / (BESIDE - BEHIND), mirrored);
  else
    hand = add_between (now, &beside, &high, (now->thigh - BESIDE) / (1 - BESIDE), mirrored);
  if (now->thigh < BESIDE)
    legato_hand_place_hide (now, hand, hand->at.y, now->thigh < BEHIND ? side : -side);
}

/** legato_hand_glide_add: two hands lie across the lower leg, one above the other, or side by side
 * on the thigh */
void
legato_hand_glide_add (LegatoHandInstant *now)
{
  gboolean low = now->height > LEGATO_HAND_KNEE_Y, alone = now->height < LEGATO_HAND_HIP_Y;
  int only = legato_hand_place_get_only_side (now);

  if (now->touching && now->progress > 0)
    for (int i = 1; i <= 3; i++)
      {
        LegatoMapPoint at;
        double behind = now->fraction - i * 34 / legato_hand_route_get_length (now->route);

        if (behind >= 0 && legato_hand_route_get_point (now->route, behind, &at, NULL))
          legato_hand_instant_add_mark (
              now, LEGATO_SKIN_GLOW, at,
              legato_hand_place_get_room (now, at, GLOW) < GLOW ? GLOW / 2 : GLOW, 1 - 0.22 * i);
      }
  if (legato_hand_place_is_beside_bone (now))
    {
      legato_hand_place_add_beside_bone (now);
      return;
    }
  if (only != 0 && (low || now->crosses))
    {
      Lie held = find_held (now, only), high = find_high (now, only);

      if (now->crosses)
        add_round_knee (now, only);
      else
        legato_hand_place_add_far_hand (now, LEGATO_POSE_CUP, now->partner ? 70 : 98, only,
                                        HAND_APART);
      add_between (now, &held, &high, now->thigh, legato_hand_place_is_mirrored (now, only));
      return;
    }
  /* A foot lies between two palms, of which one is seen. */
  if (alone || legato_hand_place_is_only_on (now, "foot"))
    {
      int side = legato_hand_place_get_outside (now);

      LegatoMapPoint at = { now->at.x, MIN (now->at.y, get_lowest (now)) };

      if (!alone)
        at.x = find_wrap (now, at.y, side);
      legato_hand_instant_add_hand (
          now, alone ? LEGATO_POSE_FINGERS : LEGATO_POSE_WRAP, at,
          legato_hand_place_turn (now->up,
                                  alone ? legato_hand_place_get_heading (now, side) : -side * 98),
          legato_hand_place_is_mirrored (now, side));
      return;
    }
  for (int side = -1; side <= 1; side += 2)
    {
      Lie across = find_low (now, side), high = find_high (now, side);

      add_between (now, &across, &high, now->thigh, legato_hand_place_is_mirrored (now, side));
    }
}
