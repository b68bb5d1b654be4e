/* legato-hand-grips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include <math.h>

#include "legato-hand-grips.h"
#include "legato-hand-place.h"
#include "legato-leg-edges.h"

/* How high the body of a gun is above the skin that its head is on, as hands are lifted. */
#define STANDS 0.6

/* One hand on a handle. */
typedef struct
{
  LegatoMapPoint at;
  LegatoMapPoint heading;
  gboolean mirrored;
} Grip;

/* A tool in its @n hands, whose thumbs go round behind it. */
static void
add_held (LegatoHandInstant *now,
          LegatoTool tool,
          LegatoMapPoint at,
          LegatoMapPoint front,
          gboolean mirrored,
          const Grip *grips,
          int n)
{
  for (int i = 0; i < n; i++)
    legato_hand_instant_add_hand (now, LEGATO_POSE_BAR_THUMB, grips[i].at, grips[i].heading,
                                  grips[i].mirrored);
  legato_hand_instant_add_tool (now, tool, at, front)->mirrored = mirrored;
  for (int i = 0; i < n; i++)
    legato_hand_instant_add_hand (now, LEGATO_POSE_BAR, grips[i].at, grips[i].heading,
                                  grips[i].mirrored);
}

/* It stands on the muscle, its body towards the eye and held from where the arm comes, the index
 * finger next to it: so their shadows fall far from them. */
static void
add_gun (LegatoHandInstant *now, int side)
{
  /* The head beats much faster than a frame: it is seen to shiver. */
  double beat =
      now->touching ? 2 * sin (now->progress * (double) now->cue->length / 1e9 * 2 * G_PI * 13) : 0;
  LegatoMapPoint front = legato_hand_place_turn (now->up, -side * (now->partner ? 66 : 112));
  LegatoMapPoint at = legato_hand_place_move (now->at, front, beat, 0);
  gboolean mirrored = legato_hand_place_is_mirrored (now, side);
  double size = legato_hand_instant_get_tool_size (now);
  Grip grip = { legato_hand_place_move (at, front, -LEGATO_GUN_GRIP_Y * size,
                                        (mirrored ? -1 : 1) * LEGATO_GUN_GRIP_X * size),
                front, mirrored };

  for (int deep = 0; now->touching && deep < 2; deep++)
    legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT, now->at, deep ? 36 : 56, 1);
  if (now->touching)
    legato_hand_instant_add_over (now, LEGATO_SKIN_BUZZ, now->at, 36, 1);
  now->lift = MAX (now->lift, STANDS);
  add_held (now, LEGATO_TOOL_GUN, at, front, !grip.mirrored, &grip, 1);
}

/** legato_hand_grips_add: a gun, a stick or a roller goes along the way of @now, in the hands that
 * hold it */
void
legato_hand_grips_add (LegatoHandInstant *now)
{
  int side = legato_hand_place_get_outside (now);
  LegatoMapPoint across = legato_hand_place_turn (now->up, 90);
  double tool = legato_hand_instant_get_tool_size (now);
  Grip grips[2];

  /* From the side it comes from where the muscle is, not across the leg. */
  if (now->step->technique->shape == LEGATO_TOOL_GUN)
    add_gun (now, legato_map_art_is_from_side (now->art)
                      ? legato_leg_edges_find_side (now->art, now->step->leg, now->at)
                      : side);
  else if (now->step->technique->shape == LEGATO_TOOL_STICK)
    {
      legato_hand_instant_add_mark (now, LEGATO_SKIN_DENT, now->at, 52, now->touching ? 0.8 : 0);
      for (int hand = 0; hand < 2; hand++)
        {
          int end = hand == 0 ? -1 : 1;

          grips[hand] = (Grip){
            legato_hand_place_move (now->at, now->up, 0, end * LEGATO_STICK_GRIP * tool),
            legato_hand_place_turn (now->up, now->partner ? end * 8 : -end * 171),
            legato_hand_place_is_mirrored (now, end),
          };
        }
      add_held (now, LEGATO_TOOL_STICK, now->at, now->up, FALSE, grips, 2);
    }
  else
    {
      now->picture->under[now->picture->n_under++] =
          (LegatoSkinMark){ LEGATO_SKIN_ROLLER, legato_hand_instant_round (now, now->at), across,
                            tool, 1 };
    }
}
