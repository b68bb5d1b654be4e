/* legato-hand-place.h: where a hand lies on the leg, and from where its arm comes (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-instant.h"

G_BEGIN_DECLS

/* Above the higher one hands come from the hip, below the lower one, the gap of the knee, from the
 * knee; in units from the top of the drawing. */
#define LEGATO_HAND_HIP_Y 190.0
#define LEGATO_HAND_KNEE_Y 520.0

/* Below this height is nothing but lower leg, likewise. */
#define LEGATO_HAND_CALF_Y 575.0

/* At this height no finger reaches the kneecap. */
#define LEGATO_HAND_KNEECAP_Y 490.0

/* So far above the hand on this side of a leg lies the one beyond it, in units. */
#define LEGATO_HAND_FAR_ABOVE 40.0

LegatoMapPoint
legato_hand_place_move (LegatoMapPoint at, LegatoMapPoint up, double along, double across);
LegatoMapPoint legato_hand_place_turn (LegatoMapPoint up, double degrees);
double legato_hand_place_get_room (const LegatoHandInstant *now, LegatoMapPoint at, double most);
int legato_hand_place_get_outside (const LegatoHandInstant *now);
double legato_hand_place_get_heading (const LegatoHandInstant *now, int side);
gboolean legato_hand_place_is_behind (const LegatoHandInstant *now);
gboolean legato_hand_place_is_mirrored (const LegatoHandInstant *now, int side);
gboolean legato_hand_place_is_only_on (const LegatoHandInstant *now, const char *zone);
gboolean legato_hand_place_is_beside_bone (const LegatoHandInstant *now);
LegatoMapPoint legato_hand_place_find_beside (const LegatoHandInstant *now, double y, int side);
int legato_hand_place_get_only_side (const LegatoHandInstant *now);
double legato_hand_place_get_beside (const LegatoHandInstant *now);

void legato_hand_place_hide (const LegatoHandInstant *now, LegatoFigure *hand, double y, int side);
void legato_hand_place_keep_on_leg (const LegatoHandInstant *now, LegatoFigure *flesh);
void legato_hand_place_add_beside_bone (LegatoHandInstant *now);
void legato_hand_place_add_far_hand (LegatoHandInstant *now,
                                     LegatoPose pose,
                                     double degrees,
                                     int side,
                                     double aside);

G_END_DECLS
