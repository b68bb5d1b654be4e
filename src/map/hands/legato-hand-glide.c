/* legato-hand-glide.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

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

/** legato_hand_glide_add: two hands lie across the lower leg, one above the other, or side by side
 * on the thigh */
void
legato_hand_glide_add (LegatoHandInstant *now)
{
  gboolean low = now->height > LEGATO_HAND_KNEE_Y, alone = now->height < LEGATO_HAND_HIP_Y;
  double lowest = legato_map_art_get_height (now->art) - ON_FLOOR;
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
  if (only != 0 && low)
    {
      legato_hand_place_add_far_hand (now, LEGATO_POSE_CUP, now->partner ? 70 : 98, only,
                                      HAND_APART);
      legato_hand_instant_add_hand (
          now, LEGATO_POSE_CUP, legato_hand_place_move (now->at, now->up, 0, only * HAND_APART),
          legato_hand_place_turn (now->up, -only * (now->partner ? 70 : 98)),
          legato_hand_place_is_mirrored (now, only));
      return;
    }
  /* A foot lies between two palms, of which one is seen. */
  if (alone || legato_hand_place_is_only_on (now, "foot"))
    {
      int side = legato_hand_place_get_outside (now);

      LegatoMapPoint at = { now->at.x, MIN (now->at.y, lowest) };

      if (!alone)
        at.x = find_wrap (now, at.y, side);
      legato_hand_instant_add_hand (
          now, alone ? LEGATO_POSE_FINGERS : LEGATO_POSE_WRAP, at,
          legato_hand_place_turn (now->up,
                                  alone ? legato_hand_place_get_heading (now, side) : -side * 98),
          legato_hand_place_is_mirrored (now, side));
      return;
    }
  /* The lower leg is hardly broader than a hand: there one follows the other. */
  for (int side = -1; side <= 1; side += 2)
    {
      gboolean across = low && !now->partner;
      double along = across ? -side * HAND_APART - 14 : side > 0 ? 0 : low ? 22 : 30;
      LegatoMapPoint at = legato_hand_place_move (now->at, now->up, along, side * (low ? 38 : 42));
      double heading = across         ? -side * 94
                       : now->partner ? legato_hand_place_get_heading (now, side)
                                      : -side * 166;

      /* Under the foot is the floor. */
      if (across)
        {
          at.y = MIN (at.y, lowest);
          at.x = find_wrap (now, at.y, side);
        }
      legato_hand_instant_add_hand (now, across ? LEGATO_POSE_WRAP : LEGATO_POSE_FLAT, at,
                                    legato_hand_place_turn (now->up, heading),
                                    legato_hand_place_is_mirrored (now, side));
    }
}
