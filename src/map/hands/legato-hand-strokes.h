/* legato-hand-strokes.h: what hands, tools and skin do at an instant of each kind of stroke
 * (internal)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "legato-hand-instant.h"

G_BEGIN_DECLS

/* A fist that taps rises so high, in units. */
#define LEGATO_HAND_TAP_HEIGHT 24.0

/* A sleeve takes so long to fill. */
#define LEGATO_HAND_SLEEVE_FULL (20 * LEGATO_SECOND)

LegatoMapPoint legato_hand_strokes_find_hand (const LegatoHandInstant *now);
void legato_hand_strokes_add (LegatoHandInstant *now);

G_END_DECLS
